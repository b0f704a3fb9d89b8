from __future__ import annotations

import pytest

from reuse_guard.documents.notices import is_reuse_notice

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
    "Kaynak gösterilmeden kopyalanamaz, izin alınmalıdır.",
]
NEWS = [
    "The bank asked for permission to use 30% of the fund.",
    "Only 13% of those asked said that they read a newspaper on paper.",
    "Он добавил ссылку на закон и попросил разрешения вернуться домой.",
    "The company reuses water from the river, a spokesman said.",
    "Учёные заявили о воспроизведении опыта в лаборатории.",
    "The minister said that the law on copying has been passed.",
]


@pytest.mark.parametrize("text", NOTICES)
def test_terms_of_reuse_are_a_notice_in_any_language(text: str) -> None:
    assert is_reuse_notice(text)


@pytest.mark.parametrize("text", NEWS)
def test_news_that_uses_such_words_is_none(text: str) -> None:
    assert not is_reuse_notice(text)


def test_a_long_text_is_no_notice() -> None:
    assert not is_reuse_notice(NOTICES[0] + " word" * 300)
