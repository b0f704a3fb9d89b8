from __future__ import annotations

import time

import pytest

from reuse_guard import Document, check, read
from reuse_guard.text.words import split_words

TEXT = (
    "The river fell by a metre overnight and villages along its lower course were told to move"
    " cattle uphill before engineers open the sluices of an older dam that nobody has inspected"
    " since the spring flood carried off its northern gauge and two wooden bridges below it"
)
WORDS = TEXT.split(" ")


def text_of(markup: str) -> str:
    return page(f"<p>{markup}</p>").text


def page(markup: str) -> Document:
    return read(f"<html><body><article>{markup}</article></body></html>", format="html")


def folded(document: Document) -> list[str]:
    words = split_words(document.text)
    return [words.folded(index) for index in range(len(words))]


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("word<sup>1</sup>, next", "word¹, next"),
        ("word<sup><a href='#fn12'>12</a></sup> next", "word¹² next"),
        ("word<sup>1</sup><sup>2</sup>", "word¹²"),
        ("said.”<sup>1, 2</sup> He", "said.”¹, ² He"),
        ("word&shy;<wbr><sup>&#8203;1</sup>", "word\u200b¹"),
        ("10<sup>6</sup> m<sup>2</sup>", "10⁶ m²"),
        ("wor<b>d</b><sub>1</sub> Fe<sub>2</sub>O<sub>3</sub>", "word₁ Fe2O3"),
        # Letters are the word's, and what stands apart is a word of its own as it is.
        ("CO<sub>2</sub> 1<sup>er</sup> 21<sup>st</sup>", "CO2 1er 21st"),
        ("a <sup>1</sup>/2", "a 1/2"),
        ("($<sup>99</sup>)", "($99)"),
        ("<sup>1</sup> A note", "1 A note"),
        ("word<sup>[1]</sup> word<sup>*</sup>", "word[1] word*"),
        ("word<sup> 1</sup>", "word 1"),
        ("word<sup></sup>", "word"),
        ("word<sup style='display:none'>1</sup> next", "word next\n1"),
        ("x<sup>a<sup>2</sup></sup> y", "xa2 y"),
        ("word<sup>1", "word¹"),
    ],
)
def test_a_raised_number_close_behind_a_word_is_no_part_of_it(markup: str, text: str) -> None:
    assert text_of(markup) == text


def test_a_raised_link_stays_where_it_is() -> None:
    document = page("<p>A word<sup><a href='https://orig.kz/1'>12</a></sup> and more</p>")
    (link,) = document.links
    assert document.text[link.start : link.stop] == "¹²"


def with_marks(mark: str, *, every: int) -> str:
    return " ".join(
        word + mark.format(at) if len(word) > 1 and at % every else word
        for at, word in enumerate(WORDS)
    )


def test_marks_that_a_style_raises_part_few_words_of_a_copy() -> None:
    original = page(f"<p>{' '.join(WORDS)}</p>")
    styled = with_marks('<span style="vertical-align:super">{}</span>', every=2)
    assert page(f"<p>{styled}</p>").text.startswith("The river1 fell")
    copied = check(original, f"<p>{styled}</p>").share
    assert copied.total == len(WORDS)
    assert copied.total - copied.copied <= sum(len(word) < 3 for word in WORDS)


def test_marks_of_notes_part_no_word_of_a_copy() -> None:
    original = page(f"<p>{' '.join(WORDS)}</p>")
    for mark in ("<sup>{}</sup>", "<sup><a href='#n'>{}</a></sup>", "<sub>{}</sub>"):
        marked = with_marks(mark, every=4)
        assert folded(page(f"<p>{marked}</p>")) == folded(original)
        for copy in (f"<p>{marked}</p>", marked):
            assert check(original, copy).share.ratio == 1


def test_many_raised_numbers_in_one_line_take_no_longer_each() -> None:
    def seconds(count: int) -> float:
        begun = time.process_time()
        text_of("word<wbr><sup>1</sup> " * count)
        return time.process_time() - begun

    seconds(100)
    assert seconds(8_000) < 40 * max(seconds(800), 0.005)


@pytest.mark.parametrize("page", ["\n<p><sup>[1]</sup> It fell.", "\n<p><sub>1</sub>"])
def test_a_text_that_begins_raised_has_its_line(page: str) -> None:
    assert [block.first_line for block in read(page, format="html").blocks] == [2]
