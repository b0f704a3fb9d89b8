"""Estimates of shares from shingles."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from tests.archive.articles import FERRY, filler, part

from reuse_guard.archive.estimate import Page, estimate
from reuse_guard.text.words import split_words

words = st.lists(st.sampled_from([f"w{n}" for n in range(30)]), max_size=80)


def test_a_whole_copy_is_found_whole() -> None:
    article = split_words(FERRY)
    (stretch,) = estimate(article, Page.of(article))
    assert len(stretch.words) == len(stretch.found) == len(article)


def test_two_passages_far_apart_are_two_stretches() -> None:
    page = f"{part(FERRY, 0, 30)} {filler(100, seed=1)} {part(FERRY, 90, 30)}"
    stretches = estimate(split_words(FERRY), Page.of(split_words(page)))
    assert [(stretch.original, len(stretch.words)) for stretch in stretches] == [
        ((0, 30), 30),
        ((90, 120), 30),
    ]


def test_passages_in_another_order_are_both_found() -> None:
    page = f"{part(FERRY, 90, 30)} {filler(40, seed=1)} {part(FERRY, 0, 30)}"
    stretches = estimate(split_words(FERRY), Page.of(split_words(page)))
    assert [stretch.original.start for stretch in stretches] == [90, 0]


def test_every_fifth_word_changed_is_still_one_stretch() -> None:
    changed = [f"other{i}" if i % 5 == 4 else word for i, word in enumerate(FERRY.split())]
    article = split_words(FERRY)
    (stretch,) = estimate(article, Page.of(split_words(" ".join(changed))))
    assert 0.7 < len(stretch.words) / len(article) < 0.85


def test_short_and_empty_texts_have_nothing_in_common() -> None:
    for text in ("", "one two three", part(FERRY, 0, 10)):
        assert estimate(split_words(text), Page.of(split_words(FERRY))) == []
        assert estimate(split_words(FERRY), Page.of(split_words(text))) == []


@given(words, words)
def test_stretches_lie_in_both_texts_and_hold_equal_words(
    first: list[str], second: list[str]
) -> None:
    original, page = split_words(" ".join(first)), split_words(" ".join(second))
    for stretch in estimate(original, Page.of(page)):
        assert stretch.original.stop <= len(original)
        assert stretch.candidate.stop <= len(page)
        assert set(original.hashes[stretch.words]) == set(page.hashes[stretch.found])
