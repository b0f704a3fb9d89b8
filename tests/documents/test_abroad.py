"""Lines that stand around articles in many languages, and sentences of news that are like them."""

from __future__ import annotations

import pytest

from reuse_guard.documents.calls import is_call
from reuse_guard.documents.calls_abroad import is_rule_of_comments
from reuse_guard.documents.furniture import is_furniture
from reuse_guard.documents.html import read_html
from reuse_guard.documents.model import Role
from reuse_guard.documents.notices import is_reuse_notice
from reuse_guard.documents.signoffs import names_desk

CALLS = (
    "Síguenos en Facebook y entérate de todo.",
    "Rejoignez-nous sur WhatsApp pour recevoir nos articles.",
    "Folgen Sie uns auch auf Instagram!",
    "Seguici anche su Telegram",
    "Obserwuj nas w Google News",
    "Последвайте ни във Facebook.",
    "Підписуйтеся на нас у Telegram",
    "Haberler için bizi Telegram'dan takip edin.",
    "Ikuti saluran WhatsApp kami",
    "تابعونا عبر فيسبوك وتلغرام",
    "עקבו אחרינו בטלגרם",
    "ما را در تلگرام دنبال کنید",
    "हमें टेलीग्राम पर फ़ॉलो करें",
    "Ακολουθήστε μας στο Instagram",
    "გამოგვყევით ფეისბუქზე",
    "扫码关注我们的微信公众号",
    "公式LINEで友だち追加",
    "카카오톡 채널을 추가하세요",
)
NEWS = (
    "La alcaldesa siguió en Facebook el debate sobre el puente.",
    "Le musée a suivi ses visiteurs sur Instagram pendant un an.",
    "Polis, şüphelinin Instagram hesabını üç ay takip ederek yakaladı.",
    "Die Gemeinde folgt dem Verein auf Facebook, sagte der Bürgermeister.",
    "Thống đốc theo dõi trận đấu trên Facebook cùng gia đình.",
    "اشترك في الندوة عبر فيسبوك نحو مئتي شخص من القرية.",
    "市民在微信上看到了这条消息，随后报了警。",
    "회사는 페이스북에 새 기능을 넣고 시험을 마쳤다.",
)


@pytest.mark.parametrize("line", CALLS)
def test_a_line_that_asks_to_follow_is_a_call_in_many_languages(line: str) -> None:
    assert is_call(line)


@pytest.mark.parametrize("line", NEWS)
def test_news_of_what_somebody_did_in_a_network_is_no_call(line: str) -> None:
    assert not is_call(line)


@pytest.mark.parametrize(
    "text",
    [
        "Yorumlar yayımlanmadan önce incelenir, lütfen nazik olun.",
        "Comentarios con insultos no se publican.",
        "تخضع التعليقات للمراجعة قبل نشرها، ويرجى الالتزام بآداب الحوار.",
        "Комментарии проверяет модератор, просим быть вежливыми.",
    ],
)
def test_rules_of_comments_are_told_by_what_is_asked_of_their_writers(text: str) -> None:
    assert is_rule_of_comments(text)


def test_a_sentence_on_comments_alone_is_no_rule() -> None:
    assert not is_rule_of_comments("Комментарии министра удивили жителей посёлка.")
    assert not is_rule_of_comments("Los comentarios del alcalde fueron breves.")


@pytest.mark.parametrize(
    "line",
    [
        "Fuente: EFE",
        "Źródło: PAP",
        "（责任编辑：李文华）",
        "المصدر: وكالات",
        "dpa/aw",
        "(Con información de agencias)",
        "(ANSA)",
        "Mit Material von dpa",
    ],
)
def test_agencies_and_the_desk_are_named_in_many_languages(line: str) -> None:
    assert names_desk(line)


@pytest.mark.parametrize(
    "line",
    [
        "AP said so.",
        "Source of the river",
        "Die Quelle: ein Brunnen, den niemand im Dorf mehr kannte",
        "Ria",
    ],
)
def test_words_that_sources_are_named_by_are_no_credit_in_other_lines(line: str) -> None:
    assert not names_desk(line)


def test_advertisements_are_labelled_in_many_languages_and_spoken_of_in_sentences() -> None:
    labels = [
        "Publicité",
        "- Anzeige -",
        "ΔΙΑΦΗΜΙΣΗ",
        "Reklāma",
        "إعلان",
        "विज्ञापन",
        "Dalsza część tekstu pod wideo",
    ]
    assert all(map(is_furniture, labels))
    assert not is_furniture("Werbung: Ein Plakat der Stadt sorgt für Streit.")


@pytest.mark.parametrize(
    "text",
    [
        "Szerzői jog: a cikk újraközlése csak írásos engedéllyel lehetséges.",
        "Препечатването на статии е забранено без съгласие.",
        "Απαγορεύεται η αναδημοσίευση χωρίς άδεια.",
        "Eftertryck utan tillstånd är inte tillåtet.",
        "Dilarang menyalin artikel ini tanpa izin tertulis.",
    ],
)
def test_terms_of_reuse_are_read_in_further_languages(text: str) -> None:
    assert is_reuse_notice(text)


def test_a_credit_with_a_link_stays_text_of_who_republishes() -> None:
    document = read_html(
        "<title>Press review</title><h1>Press review</h1>"
        "<p>The bridge over the lower river will be closed for repair until the middle of May.</p>"
        '<p>Source: <a href="https://orig.example/a">The Lower River Times</a>.</p>',
        source="page.html",
        url=None,
        sha256="",
    )
    assert document.blocks[-1].role is Role.PARAGRAPH
