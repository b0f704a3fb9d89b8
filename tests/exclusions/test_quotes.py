"""Quotations and common sources: what a policy may leave out of the share."""

from __future__ import annotations

from pathlib import Path
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.align.articles import ENGLISH, OTHER

from reuse_guard import check
from reuse_guard.align import align
from reuse_guard.exclusions import common_words, find_quotations, words_in
from reuse_guard.share import share_of_original
from reuse_guard.text.words import split_words

SCENARIOS = sorted((Path(__file__).parent / "scenarios").glob("*.txt"))


@pytest.mark.parametrize("path", SCENARIOS, ids=lambda path: path.stem)
def test_scenario(path: Path) -> None:
    why, _, rest = path.read_text("utf-8").partition("EXPECT\n")
    expected, _, text = rest.partition("TEXT\n")
    assert why.strip(), "a scenario explains itself"
    assert [text[start:stop] for start, stop in find_quotations(text)] == expected.splitlines()


@given(st.text(st.sampled_from(list('ab .,\n«»„“”"‘’—')), max_size=60))
def test_quotations_stand_in_order_and_never_overlap(text: str) -> None:
    places = [place for span in find_quotations(text) for place in range(*span)]
    assert places == sorted(set(places))
    assert all(place < len(text) for place in places)


def test_a_quotation_is_left_out_on_both_sides_of_the_share() -> None:
    text = "The mayor said: “Nobody may drink the water now.” The river fell by a metre."
    words = split_words(text)
    quoted = words_in(words, find_quotations(text))
    share = share_of_original(align(words, words), total=len(words), excluded=quoted)
    assert (share.copied, share.total) == (9, 9)


def test_lines_of_a_paragraph_are_broken_at_the_margin_of_a_plain_text() -> None:
    text = 'The mayor said: "Nobody may\ndrink the water of\nwells." The river fell by a metre.'
    assert check(text, text).share_without_quotes.total == 9


def test_words_of_a_press_release_are_found_on_both_sides() -> None:
    release = ". ".join(ENGLISH.split(". ")[:4]) + "."
    for article in (f"{release} {OTHER['English']}", f"{OTHER['English']} {release}"):
        words = split_words(article)
        found = common_words(words, [split_words(release)])
        assert sum(span.size for span in found) == len(split_words(release))


def test_without_sources_nothing_is_common() -> None:
    assert common_words(split_words(ENGLISH), []) == ()


@pytest.mark.parametrize("opening", ["« а ", "“a «b "])
def test_quotations_that_are_opened_and_never_closed_are_read_once(opening: str) -> None:
    begun = process_time()
    assert find_quotations(opening * 10_000) == ()
    assert process_time() - begun < 1  # some hundredths; many seconds where each was held to all
