"""Whether a candidate may be a translation: what stays the same in every language.

Names and numbers of an article stand in its translation too, and in the same order. A report of
one's own on the same event has many of them, in another order; another article has few.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from reuse_guard.text.alphabets import alike

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from reuse_guard.measure.pair import Pair
    from reuse_guard.text.words import Words

_NUMBER = re.compile(r"\d{1,3}(?:[ \u00a0\u202f.,]\d{3})+(?!\d)|\d+(?:[.,]\d+)?")
_DECIMAL = re.compile(r"(\d+)[.,](\d{1,2})")
_STEM = 4  # letters of a name in the plain spelling of both alphabets; its ending is its case
_MARKS = ".!?\u2026:\u00ab\u201c\u201e\"'(-\u2013\u2014\n"
# The letters of a language follow each other alike in all texts: of 1,995 pairs of texts in one
# language 15 are less alike than this, and no two in two languages are more (decision 0048).
_SAME_LANGUAGE = 0.62
_MOST_LETTERS = 3000  # of a text; more tell no more
# See docs/decisions/0048 and `python -m evaluation.translated`.
FEWEST = 5
_IN_ORDER = 0.7
_OF_ALL = 0.25
_LITTLE = Fraction(1, 10)  # of the original; of what is copied more the words themselves tell
_SHORTEST = 60  # words: of less nothing can be told


@dataclass(frozen=True, slots=True)
class SameItems:
    """What a text in another language has in common with the original.

    Attributes:
        names: names that stand in both.
        numbers: numbers that do.
        examples: some of them, as the original has them.
    """

    names: int
    numbers: int
    examples: tuple[str, ...]


def translation_in(pair: Pair) -> SameItems | None:
    """What speaks for a candidate being a translation, where little of it was found copied."""
    if pair.share.fraction > _LITTLE:
        return None
    return find_translation(
        Text(pair.original.text, pair.original.body_words),
        Text(pair.candidate.text, pair.candidate.words),
    )


class Text(NamedTuple):
    """A text and those of its words that count."""

    text: str
    words: Words


def find_translation(original: Text, candidate: Text) -> SameItems | None:
    """What speaks for the candidate being a translation; None where that is not enough.

    Args:
        original: the original, and the words of its body.
        candidate: the candidate, and all its words.
    """
    if min(len(original.words), len(candidate.words)) < _SHORTEST:
        return None
    if _likeness(original.words, candidate.words) > _SAME_LANGUAGE:
        return None
    ours, theirs = _items(original), _items(candidate)
    common = [key for key in ours if key in theirs]
    if len(common) < max(FEWEST, _OF_ALL * len(ours)):
        return None
    places = [theirs[key][0] for key in sorted(common, key=lambda key: ours[key][0])]
    if _longest_rise(places) < _IN_ORDER * len(common):
        return None
    numbers = sum(key[0].isdigit() for key in common)
    examples = sorted(common, key=lambda key: (not key[0].isdigit(), ours[key][0]))[:5]
    return SameItems(len(common) - numbers, numbers, tuple(ours[key][1] for key in examples))


def _likeness(original: Words, candidate: Words) -> float:
    """How alike the pairs of letters are that two texts are written in, from 0 to 1."""
    (ours, own), (theirs, other) = original.once(_letter_pairs), candidate.once(_letter_pairs)
    _, at, there = np.intersect1d(ours, theirs, assume_unique=True, return_indices=True)
    return float(own[at] @ other[there])


def _letter_pairs(words: Words) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
    """The pairs of letters in a text, and how often each is there, as a vector of length one."""
    letters = words.letters[: int(words.letter_counts.sum())][:_MOST_LETTERS].astype(np.int64)
    pairs, counts = np.unique(letters[:-1] << 16 | letters[1:], return_counts=True)
    return pairs, counts / np.sqrt((counts * counts).sum())


def _items(one: Text) -> dict[str, tuple[int, str]]:
    """Names and numbers by what they are in both languages: where first, and as they stand."""
    found: dict[str, tuple[int, str]] = {}
    for key, place, text in sorted([*_numbers(one), *_names(one)], key=lambda each: each[1]):
        found.setdefault(key, (place, text))
    return found


def _numbers(one: Text) -> Iterator[tuple[str, int, str]]:
    """Numbers of two digits and more, however their thousands and decimals are parted."""
    start, stop = int(one.words.starts[0]), int(one.words.stops[-1])
    for found in _NUMBER.finditer(one.text, start, stop):
        text = found[0]
        decimal = _DECIMAL.fullmatch(text)
        key = f"{decimal[1]}.{decimal[2]}" if decimal else re.sub(r"\D", "", text)
        if len(key) > 1:
            yield key, found.start(), text


def _names(one: Text) -> Iterator[tuple[str, int, str]]:
    """Words with a capital inside a sentence, by the beginning of their plain spelling."""
    plain = alike(one.words)
    stops = one.words.stops.tolist()
    for index, start in enumerate(one.words.starts.tolist()):
        before = one.text[max(0, start - 2) : start].strip(" \u00a0")
        is_first = not index or before.endswith(tuple(_MARKS))
        if one.text[start].isupper() and not is_first:
            stem = plain.folded(index)[:_STEM]
            if len(stem) == _STEM:
                yield stem, start, one.text[start : stops[index]]


def _longest_rise(places: list[int]) -> int:
    """How many of them rise: as many as stand in the same order in both texts."""
    ends: list[int] = []
    for place in places:
        at = bisect_left(ends, place)
        ends[at : at + 1] = [place]
    return len(ends)
