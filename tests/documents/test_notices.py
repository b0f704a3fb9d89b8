from __future__ import annotations

import pytest

from reuse_guard.documents.notices import is_reuse_notice, speaks_of_reuse

NOTICES = [
    "Only 30% of an article may be used with a mandatory hyperlink to the original source.",
    "To re-publish the full article, written permission from the editorial is required.",
    "All rights reserved. This material may not be published, broadcast or redistributed.",
    "При полном или частичном использовании материалов активная гиперссылка обязательна.",
    "Перепечатка без письменного разрешения редакции запрещена.",
    "Все права защищены.",
    "Материалдарды көшіріп басқанда сайтқа сілтеме жасау міндетті.",
    "Барлық құқықтар қорғалған.",
    "Передрук матеріалів дозволено лише за умови посилання на джерело.",
    "Reproducción prohibida sin autorización del editor.",
    "Nachdruck nur mit Genehmigung des Verlags.",
    "Reproduction interdite sans autorisation.",
    "未经授权不得转载。",
    "Сайт материалдарын рұқсатсыз пайдалануға тыйым салынады.",
    "No hyperlink is required. Reproduction is only possible with the consent of the publisher.",
    "© 2026 Harbour Lines. All rights reserved. Our privacy policy has changed.",
    "News can be used freely on condition that a hyperlink to the agency's article is given.",
    "Kaynak gösterilmeden kopyalanamaz, izin alınmalıdır.",
    "No part of this article may be reproduced without prior written consent of the publisher.",
    "Использование любых материалов сайта без гиперссылки запрещено.",
    "Articles may be copied only with the permission of Harbour Lines.",
    "Без письменного согласия использование материалов запрещено.",
    "Использование текстов допускается только с разрешения правообладателя.",
    "Материалдарды редакцияның жазбаша рұқсатынсыз көшіріп басуға тыйым салынады.",
    "Мақалаларды құқық иесінің рұқсатынсыз көшіруге болмайды.",
    "Барлық материалдарды баспа үйінің рұқсатынсыз көшіруге тыйым салынады.",
    "Мәтін мен фотосуреттерді автордан рұқсат алмай пайдалануға болмайды.",
    "Материалдарды жазбаша рұқсатсыз пайдалануға тыйым салынады, сілтеме міндетті.",
]
NEWS = [
    "The bank asked for permission to use 30% of the fund.",
    "Only 13% of those asked said that they read a newspaper on paper.",
    "Он добавил ссылку на закон и попросил разрешения вернуться домой.",
    "The company reuses water from the river, a spokesman said.",
    "Учёные заявили о воспроизведении опыта в лаборатории.",
    "The minister said that the law on copying has been passed.",
    "The vaccine may be used without a prescription once the ministry has given permission.",
    "The laboratory reproduced the result three times without outside help and published the"
    " source of its data with a link to the code.",
    "The firm asked makers to avoid hybrid devices, of which only 13% of buyers have heard. Music"
    " reproduction has to be as good as possible.",
    "The court ruled that reproducing the song without permission broke the law.",
    "The site must not use the texts of its readers without consent, under the new law.",
    "The new player records from any source. The content put on it is copy protected and cannot"
    " be moved to another device.",
    "Жүргізушілер қауіпсіздік белдігін пайдалануға міндетті, рұқсат құжаттары болуы тиіс.",
    "Барлық құқық қорғау органдары іздеуге жұмылдырылды.",
    "Барлық құқықтар мен бостандықтар әр адамға беріледі.",
    "При использовании газовых баллонов жители обязаны иметь разрешение пожарной службы.",
    "Новый закон запрещает использование информации о жителях без их согласия.",
    "Material from the quarry may be used only with the permission of the mine.",
    "The text of the agreement may not be quoted without the consent of both sides.",
    "Residents may use the material for building only with a licence from the akimat.",
    "Any use of force is prohibited without the approval of the council.",
    "Использование материалов на стройке разрешено только с согласия заказчика.",
    "Копирование ключей без согласия владельца запрещено.",
    "Use of recycled materials is mandatory in all new schools, and every wall is checked.",
    "Использование строительных материалов без сертификата запрещено на всех площадках.",
    "News stories can be used to train machines only with a licence, the union believes.",
    "Копирование текста экзамена запрещено, напомнили школьникам.",
    "Использование воды из канала допускается только с разрешения акимата.",
    "Шахтадағы материалды кеніш басшысының рұқсатынсыз қолдануға тыйым салынады.",
    "Оқушылардың фотосуреттерін ата-анасының рұқсатынсыз жариялауға тыйым салынады.",
    "Науқас туралы ақпаратты дәрігер келісімінсіз жариялауға тыйым салынады.",
    "Жер қойнауы туралы ақпаратты министрліктен рұқсат алмай пайдалануға болмайды.",
]


@pytest.mark.parametrize("text", NOTICES)
def test_terms_of_reuse_are_a_notice_in_any_language(text: str) -> None:
    assert is_reuse_notice(text)


@pytest.mark.parametrize("text", NEWS)
def test_news_that_uses_such_words_is_none(text: str) -> None:
    assert not is_reuse_notice(text)


def test_a_line_of_rights_at_the_end_of_a_paragraph_takes_it_not_away() -> None:
    paragraph = "The river fell by a metre overnight, and the school opens again on Wednesday."
    assert not is_reuse_notice(f"{paragraph} All rights reserved.")


@pytest.mark.parametrize(
    "terms",
    [
        "Šíření obsahu serveru je bez písemného souhlasu redakce zakázáno.",
        "Całość utworów nie może być powielana bez pisemnej zgody wydawcy.",
        "Artiklerne må ikke kopieres uden skriftlig tilladelse.",
        "Publicējot materiālus no portāla, obligāta hipersaite uz avotu.",
        "Ghi rõ nguồn khi phát hành lại thông tin từ trang này.",
        "অনুমতি ছাড়া কোনো লেখা নকল করা যাবে না।",
        "ห้ามนำเนื้อหาไปเผยแพร่ต่อโดยไม่ได้รับอนุญาต",
        "© RIPRODUZIONE RISERVATA",
        "جميع حقوق النشر محفوظة",
    ],
)
def test_terms_at_the_foot_of_a_page_are_told_in_more_languages(terms: str) -> None:
    assert speaks_of_reuse(terms)


def test_words_of_a_notice_are_enough_for_what_is_no_text_of_an_article() -> None:
    about = "Harbour Lines has been read on both shores since 1994, and is printed twice a week."
    assert speaks_of_reuse(f"{about} All rights reserved.")
    assert not speaks_of_reuse(about)


def test_a_long_text_is_no_notice() -> None:
    assert not is_reuse_notice(NOTICES[0] + " word" * 300)


@pytest.mark.parametrize(
    "notice",
    [
        "Материалдардың 30%-дан аспайтын бөлігін түпнұсқаға белсенді гиперсілтеме қойып қана"
        " пайдалануға болады. Толық мәтін үшін редакцияның жазбаша рұқсаты керек.",
        "Se puede utilizar hasta el 30 % del artículo con un enlace visible al original.",
        "Pode-se utilizar até 30% do artigo com um link visível para o original.",
        "يمكن استخدام ما لا يزيد على 30٪ من المقال مع رابط إلى الأصل.",
        "लेख के 30% तक का उपयोग मूल लेख के लिंक के साथ किया जा सकता है।",
        "Dieser Text darf nur mit Link auf das Original übernommen werden.",
        "Die Verwendung unserer Inhalte bedarf der schriftlichen Zustimmung des Verlags.",
        "Haberlerimiz kaynak gösterilmeden ve izin alınmadan kullanılamaz.",
        "この記事の転載は元記事へのリンクを条件とし、許可なく本文の30％を超えて使用することはできません。",
        "Ce texte ne peut être repris qu'avec un lien et l'autorisation de la rédaction.",
        "Questo testo può essere ripreso solo con un link all'originale.",
        "L'utilizzo dei contenuti è consentito solo citando la fonte.",
        "Tekst można wykorzystać tylko za zgodą redakcji.",
        "Материалдарды гипершилтеме менен гана колдонууга болот.",
    ],
)
def test_terms_that_stand_before_their_verb_or_in_other_languages_are_a_notice(notice: str) -> None:
    assert is_reuse_notice(notice)


@pytest.mark.parametrize(
    "said",
    [
        "Министр материалдық көмек туралы айтып, қаражатты мектеп салуға пайдалануға болады деді.",
        "El ministro pidió permiso para usar los textos escolares de hace dos años.",
        "Le ministre a dit que les écoles peuvent utiliser ces textes avec autorisation.",
        "قال الوزير إن المدارس تحتاج إلى إذن لاستخدام هذه المواد في الفصول.",
        "Los vecinos quieren utilizar el material de la obra para reparar el puente.",
        "Der Minister sagte, die Texte dürften ohne Genehmigung nicht verwendet werden.",
        "Das Verfahren darf nur mit Genehmigung der Stadt übernommen werden.",
        "Bakan, haberin kaynak gösterilmeden kullanıldığını söyledi.",
        "市は、この公園の使用には許可が必要だと記事で説明した。",
    ],
)
def test_use_of_other_things_is_no_notice_in_other_languages_either(said: str) -> None:
    assert not is_reuse_notice(said)
