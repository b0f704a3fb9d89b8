"""Which sentences a reader counts, and which only some readers do."""

from __future__ import annotations

import time

import pytest

from reuse_guard.text.begins import begins_in
from reuse_guard.text.sentences import split_sentences


def marked(text: str) -> str:
    """The text with "|" where a sentence begins, "?|" where one may."""
    begins = [*begins_in(text, split_sentences(text))]
    cuts = [begin.start for begin in begins[1:]] + [len(text)]
    pieces = (text[begin.start : stop] for begin, stop in zip(begins, cuts, strict=True))
    signs = ("|" if begin.is_sure else "?|" for begin in begins)
    return "".join(sign + piece for sign, piece in zip(signs, pieces, strict=True))


@pytest.mark.parametrize(
    "text",
    [
        # Quoted speech in a sentence that goes on.
        "|“It held! We are safe,” said the mayor. |He left.",
        "|«Где тепло? Никто не знает», — пишет «Курьер». |Всё.",
        "|— Где тепло? Никто не знает, — пишет «Курьер». |Всё.",
        "|«Дом ТОО «Орда»! Он сгорел», — пишет «Курьер». |Всё.",
        "|« Oui. Non. » dit-il. |Fin.",
        "|»Wir warten. Wir hoffen«, sagte er. |„Ja! Nein“, sagte sie.",
        '|"Жылу жоқ. Не істейміз?" деп сұрады олар. |Бітті.',
        "|It held (see Fig. A. Right) for long. |It fell.",
        # The same at the end of one, or as all of it.
        "|He said: “It held. ?|We are safe.” |He left.",
        "|(Это так. ?|Мы знаем.) |Он ушёл.",
        "|“Who knows?” ?|Nobody did.",
        # Marks of names, of days and of other short words.
        "|So says Yahoo! ?|News of today. |He left.",
        "|Wow! ?|It held.",
        "|Am 9. ?|November hielt der Damm. |1. Er hielt.",
        "|В мкрн. ?|Степной ушли. |Ушли в ГТРК. |Он на нём. |Там за год. ?|12 человек.",
        # Abbreviations with which a sentence may end.
        "|Кітап, т.б. ?|Оны в 2009 г. ?|Иванов купил за 300 тыс. руб. ?|В г. Алматы.",
        "|It broke at 9 p.m. ?|The U.S. Army sent bags, pumps, etc. ?|Acme Inc. ?|The dam held.",
        "|Acme Inc. ?|Work begins now. |Acme Inc. Director Kim left. |Acme Co. ?|In it Kim won.",
        "|They left EE. UU. ?|La presa. |In EE. UU. it fell, so Mme. Petit says.",
        # A place and a day before the text, which may be no sentences.
        "|ASTANA, Nov. 10. – It held. |It fell.",
        "|АСТАНА. ?|10 ноября. ?|В посёлке холодно. |Всё.",
        # Lines that end nothing, marks that close nothing.
        "|Almaty\n?|The dam held.",
        '|It has 5" pipes. |The dam (was it? |It held, he said “no”.',
        "|«(Не знаю. |Он ушёл. |水位下降了。 |为什么？",
    ],
)
def test_a_reader_counts_sentences_around_what_is_quoted(text: str) -> None:
    plain = text.replace("?|", "").replace("|", "")
    assert marked(plain) == text


@pytest.mark.parametrize("run", ["«", "“" * 9 + "” ", "(a. B ", "(]"])
def test_long_runs_of_marks_take_no_time_out_of_proportion(run: str) -> None:
    text = f"It held. {run * (50_000 // len(run))} It fell."
    sentences = split_sentences(text)
    begun = time.process_time()
    assert [begin.start for begin in begins_in(text, sentences)][:2] == [0, 9]
    assert time.process_time() - begun < 2  # a fifth; many seconds where each mark is held to all
