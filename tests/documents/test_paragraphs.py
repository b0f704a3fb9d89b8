"""Which paragraph is the first: not the name of an author or a player above the text."""

from __future__ import annotations

import pytest

from reuse_guard import read
from reuse_guard.documents.paragraphs import paragraphs_of

TEXT = "The ferry runs again from Monday, the harbour office said."


@pytest.mark.parametrize(
    "above",
    [
        "<p>Ann Lee, Taldykorgan</p>",
        "<div class=audio><p>Listen to the article</p></div>",
        "<p>Updated: 20 November 2026, 10:15</p>",
        "<p>Айгүл Сәрсен</p><p>Алматы</p>",
    ],
)
def test_lines_above_the_text_are_no_paragraphs(above: str) -> None:
    first, second = paragraphs_of(read(f"<article>{above}<p>{TEXT}</p><p>It was long out.</p>"))
    assert (first.text, second.text) == (TEXT, "It was long out.")


@pytest.mark.parametrize(
    "lead",
    ["Short, but a sentence.", "Ends in no mark though it is as long as a sentence", "河水下降。"],
)
def test_a_sentence_is_the_first_paragraph_however_short(lead: str) -> None:
    assert [block.text for block in paragraphs_of(read(f"{lead}\n\n{TEXT}\n"))] == [lead, TEXT]


def test_a_text_of_nothing_but_lines_has_them_all() -> None:
    assert len(paragraphs_of(read("Ann Lee\n\nTaldykorgan\n\nMonday\n"))) == 3


def test_thai_paragraphs_are_paragraphs_though_nothing_ends_or_parts_them() -> None:
    thai = "ระดับน้ำในแม่น้ำลดลงในเช้าวันศุกร์ เทศบาลแจ้งว่าชาวบ้านกำลังกลับบ้านและโรงเรียนเปิดในวันจันทร์"
    page = f"<article><p>{thai}</p><p>{thai[::2]}</p><p>{thai[::3]}</p></article>"
    assert len(paragraphs_of(read(page))) == 3
