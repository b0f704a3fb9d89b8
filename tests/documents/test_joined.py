"""Words that meet at the borders of elements, which a browser may set apart."""

from __future__ import annotations

import pytest

from reuse_guard.documents.model import Unread, UnreadKind
from reuse_guard.documents.read import read

MANY = 60
BORDERS = {
    "elements": "<i>river</i><i>bank</i> ",
    "boxes that a style sets apart": "<i style='display:inline-block'>river</i>bank ",
    "a picture": "river<img src=x.png>bank ",
    "a field": "river<input>bank ",
    "a drawing": "river<svg></svg>bank ",
    "words of a drawing": "<svg><text>river</text><text>bank</text></svg> ",
    "words of a formula": "<math><mtext>река</mtext><mtext>берег</mtext></math> ",
}
NONE = {
    "words with a space between them": "<i>river</i> <i>bank</i> ",
    "a space inside the element": "<i>river </i><i>bank</i> ",
    "letters in elements of their own": "".join(f"<i>{letter}</i>" for letter in "riverbank") + " ",
    "a first letter in another dress": "<b>R</b>iverbank ",
    "a place to break a word": "river<wbr>bank ",
    "a script without spaces": "<b>河川</b><i>銀行</i> ",
    "a word and a number": "<b>river</b>1234 ",
    "boxes": "<p>river</p><p>bank</p>",
}


def unread(markup: str) -> tuple[Unread, ...]:
    return read(f"<p>{markup}</p>", format="html").unread


@pytest.mark.parametrize("markup", BORDERS.values(), ids=BORDERS.keys())
def test_both_words_at_a_border_are_counted(markup: str) -> None:
    assert unread(markup * MANY) == (Unread(UnreadKind.JOINED, 2 * MANY),)


@pytest.mark.parametrize("markup", NONE.values(), ids=NONE.keys())
def test_there_is_no_border_between_words(markup: str) -> None:
    assert unread(markup * MANY) == ()


def test_a_menu_has_a_few_of_them() -> None:
    assert unread("<a href=/x>News</a><a href=/y>Sport</a> " * 30) == ()
