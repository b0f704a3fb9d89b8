"""Telling stock sentences, and the facts of one event, from copies."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from reuse_guard import Verdict, check, read
from reuse_guard.align import Passage, PassageKind
from reuse_guard.measure.outline import outline
from reuse_guard.measure.stock import are_short_sentences, count_own, name_something
from reuse_guard.text.spans import Span
from reuse_guard.text.words import split_words

# Sentences of three, eight, nine and two words.
TEXT = """One two three. Four five six seven eight nine ten eleven.

Twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty. The end."""


@pytest.mark.parametrize(
    ("copied", "short"),
    [
        ([*range(3)], True),
        ([*range(11)], True),
        ([*range(3, 11), 20, 21], True),
        ([*range(2)], False),
        ([*range(12)], False),
        ([*range(11, 20)], False),
        ([*range(11), *range(11, 20)], False),
    ],
)
def test_whole_sentences_of_up_to_eight_words_are_short(copied: list[int], *, short: bool) -> None:
    document = read(TEXT)
    mask = np.zeros(len(document.words), np.bool_)
    mask[copied] = True
    assert are_short_sentences(document.words, mask, outline(document)) is short


def test_words_outside_every_sentence_are_no_short_sentence() -> None:
    page = read("<article><h1>Four words of headline</h1><p>One two three.</p></article>")
    mask = np.zeros(len(page.words), np.bool_)
    mask[0] = True
    assert not are_short_sentences(page.words, mask, outline(page))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("He was asked. The mayor did not want to say a word about it.", False),
        ("He was asked. The mayor did not want to say a word to Reuters.", True),
        ("He was asked. The mayor did not say a word on any of the 3 days.", True),
        ("HE WAS ASKED. THE MAYOR DID NOT WANT TO SAY A WORD ABOUT IT.", False),
        ("市长没有回答记者的问题", False),
    ],
)
def test_a_capital_inside_a_sentence_and_a_digit_name_something(text: str, *, names: bool) -> None:
    document = read(text)
    everything = np.ones(len(document.words), np.bool_)
    assert name_something(document.words, everything, outline(document)) is names


def test_a_name_among_words_that_were_not_copied_is_none() -> None:
    document = read("The mayor did not want to say a word to Reuters.")
    mask = np.arange(len(document.words)) < 10
    assert not name_something(document.words, mask, outline(document))


def passage(*sizes: int, apart: int, kind: PassageKind = PassageKind.EDITED) -> Passage:
    """Copied runs of these sizes with so many other words between them, alike on both sides."""
    runs, at = [], 0
    for size in sizes:
        runs.append(Span(at, at + size))
        at += size + apart
    whole = Span(0, at - apart)
    return Passage(whole, whole, tuple(runs), tuple(runs), sum(sizes) / whole.size, kind)


def found_words(found: Passage) -> int:
    return sum(run.size for run in found.copied)


@pytest.mark.parametrize(
    ("found", "close"),
    [
        (passage(4, 5, 3, apart=10), 0),
        (passage(4, 9, 3, apart=40), 16),
        (passage(4, 8, 3, apart=40), 0),
        (passage(3, 3, 3, apart=3), 9),
        (passage(3, 3, 3, apart=4), 0),
        (passage(30, apart=0, kind=PassageKind.REWORDED), 0),
    ],
)
def test_passages_are_close_by_what_they_have_in_common_or_by_words_in_a_row(
    found: Passage, close: int
) -> None:
    words = split_words("words " * 200)
    assert count_own([found], words).close == close
    # What the candidate has twice is copied once.
    assert count_own([found, found], words).words == (found.kind.counts and found_words(found))


def test_a_long_name_is_no_phrase() -> None:
    name = "The National Laboratory for Water of the Ministry of Irrigation in Karasai"
    words = split_words(f"{name} has said so again and again this week and the last one too.")
    long = passage(12, apart=0)
    wide = replace(long, candidate=Span(0, 60), similarity=0.3)
    assert count_own([wide], words).close == 0
    plain = split_words(name.lower() + " has said so again and again this week and the last one")
    assert count_own([wide], plain).close == 12


REPORT = """Третье слушание по делу об обрушении Карасайского моста прошло при полном зале.

Утром депутаты расспросили полковника Марата Джаксыбекова, специалиста по мостам из Министерства \
по чрезвычайным ситуациям, и Айгуль Турсынову, старшего советника вице-мэра Серика Байменова, о \
телефонном разговоре 25 июля со строителями.

Позже показания Региональному аудиторскому комитету дали Виктор Ланской, бывший представитель \
железной дороги, и Тимур Оразов, другой помощник мэра."""
OTHER_REPORT = """Кто есть кто: справка для тех, кто следит за историей не с начала.

В понедельник выступят Айгуль Турсынова, советник вице-мэра Серика Байменова, и полковник Марат \
Джаксыбеков, которого городу одолжило Министерство по чрезвычайным ситуациям. Это третье слушание \
по делу. Оба уже дали показания Региональному аудиторскому комитету за закрытыми дверями, и оба не \
захотели говорить с нами.

Мэр сказал, что не придёт. В его приёмной всё это называют тратой времени и денег."""


def test_names_and_titles_that_two_reports_of_one_event_share_accuse_nobody() -> None:
    verdict = check(REPORT, OTHER_REPORT)
    limit, link = verdict.clauses
    assert (verdict.outcome, limit.status, link.status) == ("review", "met", "unverifiable")
    assert "as in two reports of one event; a person has to look" in link.message


def test_nor_do_they_break_the_limit_of_a_brief_report() -> None:
    brief = REPORT.partition("\n\n")[2]
    limit, link = check(brief, OTHER_REPORT).clauses
    assert (limit.status, link.status) == ("unverifiable", "unverifiable")
    assert limit.measured is not None
    assert limit.measured > 0.3
    assert "as in two reports of one event; a person has to look" in limit.message


def test_a_sentence_of_such_a_report_is_a_copy() -> None:
    copied = REPORT.split("\n\n")[1]
    assert check(REPORT, f"{OTHER_REPORT}\n\n{copied}").outcome == "violation"


HOSPITAL = """Doctors at the children's hospital have asked the region for a second ambulance.

The only one they have broke down twice in November, according to the chief nurse, and both times a
taxi brought the patients in. Six new ambulances were bought this year, all of which went to the
capital.

Parents collected money for a used van on Sunday. They have four hundred thousand so far and need
about nine million. A brewery has said it would double whatever they find before the New Year."""


def check_sharing(sentence: str) -> Verdict:
    """What becomes of two articles that share nothing else."""
    return check(f"{REPORT}\n\n{STORY}\n\n{sentence}", f"{HOSPITAL}\n\n{sentence}")


STOCK = (
    "The ministry did not immediately respond to a request for comment.",
    "The views expressed in this article are the author's own.",
    "Қызметкерлер оқиғаның себебін анықтап жатыр, тергеу аяқталған соң нәтижесі туралы қосымша"
    " хабарланады.",
    "Мнение автора может не совпадать с позицией редакции и не является советом.",
)


@pytest.mark.parametrize("sentence", STOCK)
def test_a_longer_stock_sentence_between_two_articles_accuses_nobody(sentence: str) -> None:
    verdict = check_sharing(sentence)
    assert [clause.status for clause in verdict.clauses] == ["met", "unverifiable"]
    assert 8 < verdict.share.copied <= 16


def test_nor_where_each_of_the_articles_says_who() -> None:
    one, other = (
        f"The {who} did not immediately respond to a request for comment."
        for who in ("port", "bank")
    )
    assert check(f"{STORY}\n\n{one}", f"{HOSPITAL}\n\n{other}").outcome == "review"


def test_a_sentence_with_a_name_is_a_copy() -> None:
    named = "The ministry in Astana did not want to say how many of them there were."
    assert check_sharing(named).outcome == "violation"


def test_a_stock_sentence_that_is_a_tenth_of_a_text_is_a_copy() -> None:
    brief = f"Its piles have stood dry for three weeks.\n\n{STOCK[0]}"
    assert check(brief, f"{HOSPITAL}\n\n{STOCK[0]}").outcome == "violation"


FORMULAE = (
    "If you have been affected by anything in this story, call the Karasai helpline on 116 123.",
    "Except where otherwise noted, this article is licensed under a Creative Commons Attribution"
    " 4.0 International License, which allows others to share it.",
    "This page is for informational purposes only and is no financial advice for any of its"
    " readers, here or abroad.",
    "По данному факту начато досудебное расследование, иная информация в интересах следствия"
    " разглашению не подлежит согласно статье 201 УПК.",
    "ҚПК 201-бабына сәйкес тергеу мүддесі үшін сотқа дейінгі тергеп-тексерудің өзге мәліметтері"
    " жария етілмейді деп хабарлады департамент.",
)


@pytest.mark.parametrize("formula", FORMULAE)
def test_a_formula_of_news_between_two_articles_accuses_nobody(formula: str) -> None:
    verdict = check_sharing(formula)
    assert [clause.status for clause in verdict.clauses] == ["met", "unverifiable"]
    assert "formulae" in verdict.clauses[1].message


def test_what_the_organisation_of_a_licence_did_is_news() -> None:
    news = "Creative Commons opened an office in the old mill of Aktogai and hired nine lawyers."
    assert check_sharing(news).outcome == "violation"


@pytest.mark.parametrize("formula", FORMULAE)
def test_a_sentence_of_the_article_beside_a_formula_is_a_copy(formula: str) -> None:
    own = STORY.split("\n\n")[1]
    verdict = check(f"{STORY}\n\n{formula}", f"{HOSPITAL}\n\n{own}\n\n{formula}")
    assert verdict.outcome == "violation"


QUOTE = (
    "“We have measured the water under the pier every morning since March, and not once was it as"
    " low as this,” the harbour master said."
)
STORY = f"""The pier of Aktogai will be closed to heavy lorries from Monday until the ice comes.

Its piles have stood dry for three weeks, and two of them have cracked from top to bottom.

{QUOTE}

Coal for the villages on the far shore goes by train for now, a detour of two hundred kilometres.

A firm from Pavlodar is to look at the cracks with a camera, for four million tenge."""
OTHER_STORY = f"""Fishermen of the lake complain that nobody asked them before the landing was shut.

{QUOTE} Some have moved their boats to the old customs house, others have sold them.

The district promises a meeting, though it has not said when, and the men do not believe in it."""


def test_what_somebody_said_to_both_accuses_nobody() -> None:
    verdict = check(STORY, OTHER_STORY)
    limit, link = verdict.clauses
    assert (verdict.share.copied, limit.status, link.status) == (25, "met", "unverifiable")
    assert "beside quoted speech, formulae and common sources never many together" in link.message


def test_a_sentence_of_the_publishers_own_beside_the_quotation_is_a_copy() -> None:
    own = (
        "Its piles have stood dry for three weeks, and two of them have cracked from top to bottom."
    )
    assert check(STORY, f"{OTHER_STORY}\n\n{own}").outcome == "violation"


def test_quoted_speech_counts_for_a_limit() -> None:
    short = f"The pier of Aktogai is closed to heavy lorries.\n\n{QUOTE}"
    assert [clause.status for clause in check(short, OTHER_STORY).clauses] == [
        "violated",
        "unverifiable",
    ]


def test_what_a_common_source_says_accuses_nobody() -> None:
    release = (
        "Two piles of the pier have cracked from top to bottom, and it is closed until winter."
    )
    original, page = f"{REPORT}\n\n{release}", f"{OTHER_STORY}\n\n{release}"
    assert check(original, page).outcome == "violation"
    assert check(original, page, common_sources=[release]).outcome == "review"


FOOT = "".join(
    f"<li>{line}</li>"
    for line in (
        "Privacy Policy",
        "Cookie Policy",
        "Terms of Use",
        "Contact Us",
        "All Rights Reserved",
    )
)
BESIDE = (
    "Harbour Lines has been printed on both shores of the lake since the first ice road was built,"
    " and its readers still send the weather by post."
)
PAID = f"""<html><head><script type="application/ld+json">
{{"@type": "NewsArticle", "headline": "Pier", "isAccessibleForFree": false}}</script></head>
<body><article><h1>Pier</h1><p>The ferry pier of Aktogai closes on Monday, the port said.</p>
<p>Boats will land at the old customs house until the end of March.</p></article>
<aside class="newsletter"><p>{BESIDE}</p></aside><ul>{FOOT}</ul></body></html>"""


def test_lines_of_a_foot_are_no_reason_to_doubt_a_doubtful_article() -> None:
    page = f"<html><body><article><p>{OTHER_REPORT}</p></article><ul>{FOOT}</ul></body></html>"
    verdict = check(PAID, page)
    assert verdict.original.doubts
    assert verdict.outcome == "allowed"


def test_a_paragraph_beside_a_doubtful_article_is() -> None:
    verdict = check(PAID, f"{OTHER_REPORT}\n\n{BESIDE}")
    assert (verdict.share.copied, verdict.outcome) == (0, "review")
