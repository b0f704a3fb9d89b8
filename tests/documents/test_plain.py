from __future__ import annotations

import re
import time
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.documents.reading_case import case_paths, check_offsets, describe, load_case

from reuse_guard.documents.encoded import refuse_encoded
from reuse_guard.documents.furniture import is_furniture, kind_of
from reuse_guard.documents.limits import ReadLimits
from reuse_guard.documents.model import Document, LinkKind, Role
from reuse_guard.documents.read import read
from reuse_guard.errors import ReadError

if TYPE_CHECKING:
    from pathlib import Path


def is_refused(text: str) -> bool:
    """Whether a text is mostly letters in code, as `test_encoded.py` has them."""
    try:
        refuse_encoded(text, source="drawn")
    except ReadError:
        return True
    return False


texts = st.text(max_size=400).filter(lambda text: not is_refused(text))
# Pieces that make paragraphs, lines and addresses likely.
pieces = st.lists(
    st.sampled_from(
        ["word", " ", "\n", "\r\n", "\r", "\t", ".", "https://a.kz/b)", "Home", "5 min read", "ой,"]
    ),
    max_size=60,
).map("".join)


def plain(text: str) -> Document:
    return read(text, format="text")


@pytest.mark.parametrize("path", case_paths("plain"), ids=lambda path: path.stem)
def test_scenario(path: Path) -> None:
    case = load_case(path)
    document = plain(case.text)
    assert describe(document) == case.expected
    check_offsets(document)


@given(st.one_of(texts, pieces))
def test_the_text_is_the_input_and_every_character_of_it_is_in_one_block(text: str) -> None:
    document = plain(text)
    assert document.text == text
    check_offsets(document)
    left = list(text)
    for block in document.blocks:
        left[block.start : block.stop] = " " * len(block.text)
    assert not "".join(left).strip()


@given(st.one_of(texts, pieces))
def test_lines_are_those_of_an_editor(text: str) -> None:
    for block in plain(text).blocks:
        before = re.split(r"\r\n|\r|\n", text[: block.start])
        assert block.first_line == len(before)
        assert block.last_line == len(re.split(r"\r\n|\r|\n", text[: block.stop]))


@given(st.lists(st.text("abcабв", min_size=1, max_size=8), min_size=1, max_size=40))
def test_arbitrary_words_count_wholly(words: list[str]) -> None:
    text = " ".join(words)
    assert plain(text).body_text == text


@given(pieces)
def test_a_mention_is_what_is_written(text: str) -> None:
    for link in plain(text).links:
        assert link.kind is LinkKind.MENTION
        assert link.url.endswith(link.href)


def test_a_dump_has_a_body_without_its_furniture() -> None:
    text = load_case(case_paths("plain")[1]).text
    body = plain(text).body_text
    assert "min read" not in body
    assert "hyperlink" not in body


def test_notices_in_the_middle_of_a_long_text_are_left_to_the_reader() -> None:
    notice = "May be used with a hyperlink. To republish it whole, written permission is needed."
    paragraphs = ["The river dropped by a metre."] * 20
    at_the_foot = plain("\n\n".join([*paragraphs, notice]))
    assert at_the_foot.blocks[-1].role is Role.NOTICE
    assert sum(1 for block in at_the_foot.blocks if block.role is Role.NOTICE) == 1


def test_a_text_of_one_paragraph_with_a_line_of_rights_counts() -> None:
    text = "The river dropped by a metre overnight. All rights reserved."
    assert plain(text).body_text == text


def test_ten_times_the_addresses_take_about_ten_times_as_long() -> None:
    def seconds(count: int) -> float:
        text = " ".join(f"news{number}.kz/a/{number}" for number in range(count))
        begun = time.process_time()
        assert len(plain(text).links) == count
        return time.process_time() - begun

    few = min(seconds(2_500) for _ in range(3))
    assert seconds(25_000) < 30 * few


def test_addresses_are_on_their_lines_whatever_ends_them() -> None:
    text = "a.kz/1 b.kz/2\r\nc.kz/3\rd.kz/4\n\n\ne.kz/5"
    assert [link.line for link in plain(text).links] == [1, 1, 2, 3, 6]


def test_a_text_of_slashes_is_read_in_time() -> None:
    assert not plain("/" * 200_000).links
    assert not plain("a/" * 100_000 + ")" * 100_000).links


def test_more_paragraphs_than_allowed_are_refused() -> None:
    with pytest.raises(ReadError, match=r"notes: over 2 paragraphs \(paragraphs\)"):
        read("a\n\nb\n\nc", format="text", name="notes", limits=ReadLimits(paragraphs=2))


def test_a_paragraph_that_ends_with_two_agencies_is_no_credit() -> None:
    said = "The mayor resigned on Friday after a long vote, police and two officials said. AP/AFP"
    assert kind_of(said) is None
    assert kind_of("J. Marat/Reuters") is not None


@pytest.mark.parametrize(
    "said",
    [
        "Disclaimer: the views and opinions expressed here are those of the author.",
        "Мнение редакции может не совпадать с мнением авторов.",
        "Автордың пікірі редакция ұстанымына сәйкес келмеуі мүмкін.",
    ],
)
def test_whose_the_opinions_are_is_no_body_of_a_page(said: str) -> None:
    assert is_furniture(said)
    story = "<p>The river rose by two metres at Karasai, and the bridge is closed.</p>" * 5
    original = read(f"<article><h1>Flood</h1>{story}<p>{said}</p></article>")
    assert said not in original.body_text


def test_whose_the_opinions_are_in_a_story_is_its_body() -> None:
    for said in (
        "The views expressed by the minister angered the opposition, whose own plan was rejected.",
        "Мнение автора законопроекта не совпало с мнением министра.",
    ):
        assert not is_furniture(said)


@pytest.mark.parametrize(
    ("written", "addresses"),
    [
        ("[url=https://a.kz/1-b]A B[/url]", ["https://a.kz/1-b"]),
        ("https://a.kz/1-b[A]", ["https://a.kz/1-b"]),
        ("[[https://a.kz/1-b][A]]", ["https://a.kz/1-b"]),
        (r"\href{https://a.kz/1-b}{A}", ["https://a.kz/1-b"]),
        ("(https://a.kz/1),(and more)", ["https://a.kz/1"]),
        ("https://a.kz/b_(c) d", ["https://a.kz/b_(c)"]),
        ("https://a.kz/n?of[]=1&of[b][c]=2", ["https://a.kz/n?of[]=1&of[b][c]=2"]),
        ("https://a.kz/n?id={id}", ["https://a.kz/n?id={id}"]),
        ("[https://a.kz/1-b]", ["https://a.kz/1-b"]),
    ],
)
def test_an_address_ends_where_the_markup_around_it_goes_on(
    written: str, addresses: list[str]
) -> None:
    assert [link.href for link in plain(f"Source: {written}").links] == addresses


def test_lines_of_a_paragraph_without_end_are_counted_once() -> None:
    document = read("the river fell and boats carried bread and\n" * 10_000, format="text")
    begun = time.process_time()
    lines = [document.line_at(place) for place in range(0, len(document.text), 430)]
    assert lines == list(range(1, 10_001, 10))
    assert time.process_time() - begun < 0.1  # hundredths; some tenths where each began anew
