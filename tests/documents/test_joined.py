"""Words that meet at the borders of elements, which a browser may set apart."""

from __future__ import annotations

import pytest

from reuse_guard.documents.read import read
from reuse_guard.documents.unread import Unread, UnreadKind

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


PARTED = {
    "<span>Asel Nurlan</span><span>2 March 2026</span><span>Courier</span>": (
        "Asel Nurlan 2 March 2026 Courier"
    ),
    "<x-head>Bridge reopens</x-head><x-text>The river fell.</x-text>": (
        "Bridge reopens The river fell."
    ),
    "<a href=/x>Спорт</a><a href=/y>Погода</a>": "Спорт Погода",
    "<b>Report</b><i>12</i><u>Next</u>": "Report12 Next",  # the mark of a note, perhaps
    # Parts of one word.
    "un<b>believ</b>able Mc<b>D</b>onald <i>i</i>Phone 3<b>D</b> 16<b>gb</b> F<b>16</b>": (
        "unbelievable McDonald iPhone 3D 16gb F16"
    ),
    "CO<sub>2</sub> Fe<sub>2</sub>O<sub>3</sub> 21<sup>ST</sup> Mr<sup>Sr</sup>": (
        "CO2 Fe2O3 21ST MrSr"
    ),
    "Step<wbr>Courier": "StepCourier",
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


@pytest.mark.parametrize(("markup", "text"), PARTED.items(), ids=PARTED.values())
def test_a_word_that_begins_anew_behind_another_element_is_a_word(markup: str, text: str) -> None:
    document = read(f"<p>{markup}</p>", format="html")
    assert document.text == text
    assert all(document.text[link.start : link.stop] == link.anchor for link in document.links)
