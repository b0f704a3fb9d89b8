"""Whether a candidate may be a translation: what stays the same in every language.

Names and numbers of an article stand in its translation too, and in the same order. A report of
one's own on the same event has many of them, in another order; another article has few.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from fractions import Fraction
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from reuse_guard.align.runs import starts_of_runs
from reuse_guard.expressions import expression
from reuse_guard.frozen import frozen
from reuse_guard.measure.masks import mask_of, words_in_body
from reuse_guard.text.alphabets import alike

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from reuse_guard.documents.model import Document
    from reuse_guard.measure.pair import Pair
    from reuse_guard.text.words import Words

_NUMBER = expression(r"\d{1,3}(?:[ \u00a0\u202f.,]\d{3})+(?!\d)|\d+(?:[.,]\d+)?")
_DECIMAL = expression(r"(\d+)[.,](\d{1,2})")
_STEM = 4  # letters of a name in the plain spelling of both alphabets; its ending is its case
_MARKS = frozenset(".!?\u2026:\u00ab\u201c\u201e\"'(-\u2013\u2014\n")
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
_HARDLY_ANY = 15  # words: "Neighbours write to us:", a name, an address
_MOST_WORDS = 500
# What no other language has: how it is found in folded words, and in how many words once at least.
# Bulgarian and Ukrainian lack the Russian letter, and most that have it the words ("he" is folded
# from Cyrillic); "of" and "and" are words elsewhere too, but not one in twenty-five.
_SIGNS: Final = {
    "kk": ((expression("[қғұ]"), 8),),
    "en": ((expression(r"\b(?:the|and|of)\b"), 25),),
    "ru": (
        (expression("\u044b"), 40),
        (expression(r"\b(?:\u0438|he|\u0447to|ha|b|c|\u043fo)\b"), 25),
    ),
}


@frozen
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

    @property
    def items(self) -> dict[str, tuple[int, str]]:
        """Names and numbers by what they are in both languages: where first, and as they stand."""
        return self.words.once(_Items(self.text))


@frozen
class _Items:
    """Finds the names and numbers among some words of a text."""

    text: str

    def __call__(self, words: Words) -> dict[str, tuple[int, str]]:
        """By what they are in both languages: where first, and as they stand."""
        found: dict[str, tuple[int, str]] = {}
        every = [*_numbers(self.text, words), *_names(self.text, words)]
        for key, place, text in sorted(every, key=lambda each: each[1]):
            found.setdefault(key, (place, text))
        return found


def is_in_one_language(pair: Pair) -> bool:
    """Whether nothing of a candidate can be a translation of what it also has word for word.

    So it is where what it has beside the copied words is in the original's language, or hardly
    anything. Languages as close as Spanish and Portuguese are told apart by no letters: of others
    than English, Russian and Kazakh both documents have to say which it is.
    """
    declared = [_language(one) for one in (pair.original, pair.candidate) if one.language]
    if len(set(declared)) > 1:
        return False
    runs = [run for p in pair.passages if p.kind.counts for run in p.copied_candidate]
    copied = mask_of(runs, len(pair.candidate.words))
    own = pair.candidate.words.take(words_in_body(pair.candidate) & ~copied)
    is_little = len(own) <= int(copied.sum())
    if len(own) < _HARDLY_ANY:
        return is_little
    ours, theirs = _known_language(pair.original.body_words), _known_language(own)
    if ours != theirs or not (ours or len(declared) > 1):
        return False
    if len(own) < _SHORTEST:
        return is_little
    return _likeness(pair.original.body_words, own) > _SAME_LANGUAGE


def _known_language(words: Words) -> str:
    """English, Russian or Kazakh, where a text is surely in it."""
    size = min(len(words), _MOST_WORDS)
    text = " ".join(map(words.folded, range(size)))
    for language, signs in _SIGNS.items():
        if all(len(sign.findall(text)) >= max(1, size // every) for sign, every in signs):
            return language
    return ""


def _language(document: Document) -> str:
    """The language that it declares, without country and script.

    Kazakhstan's code is often written for that of Kazakh; as a language it is none.
    """
    language = re.split("[-_]", document.language or "", maxsplit=1)[0].lower()
    return "kk" if language == "kz" else language


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
    ours, theirs = original.items, candidate.items
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
    there = theirs.searchsorted(ours)
    both = (theirs.take(there, mode="clip") == ours).nonzero()[0]
    return float(own[both] @ other[there[both]])


def _letter_pairs(words: Words) -> tuple[NDArray[np.uint32], NDArray[np.float64]]:
    """The pairs of letters in a text, and how often each is there, as a vector of length one."""
    counts = words.letter_counts[:_MOST_LETTERS]
    places = np.repeat(words.letter_starts[: len(counts)] - (counts.cumsum() - counts), counts)
    places = places[:_MOST_LETTERS] + np.arange(min(len(places), _MOST_LETTERS))
    letters = words.letters[places].astype(np.uint32)
    pairs = letters[:-1] << np.uint32(16)
    pairs |= letters[1:]
    pairs.sort()
    starts = starts_of_runs(pairs)
    counts = np.diff(starts, append=len(pairs)).astype(np.float64)
    return pairs[starts], counts / np.sqrt(counts @ counts)


def _numbers(text: str, words: Words) -> Iterator[tuple[str, int, str]]:
    """Numbers of two digits and more, however their thousands and decimals are parted."""
    for found in _NUMBER.finditer(text, int(words.starts[0]), int(words.stops[-1])):
        decimal = _DECIMAL.fullmatch(found[0])
        key = f"{decimal[1]}.{decimal[2]}" if decimal else re.sub(r"\D", "", found[0])
        if len(key) > 1:
            yield key, found.start(), found[0]


def _names(text: str, words: Words) -> Iterator[tuple[str, int, str]]:
    """Words with a capital inside a sentence, by the beginning of their plain spelling."""
    places = enumerate(words.starts.tolist())
    named = [(index, start) for index, start in places if index and text[start].isupper()]
    plain = words.once(alike)
    for index, start in named:
        if text[max(0, start - 2) : start].rstrip(" \u00a0")[-1:] in _MARKS:
            continue
        stem = plain.folded(index)[:_STEM]
        if len(stem) == _STEM:
            yield stem, start, text[start : int(words.stops[index])]


def _longest_rise(places: list[int]) -> int:
    """How many of them rise: as many as stand in the same order in both texts."""
    ends: list[int] = []
    for place in places:
        at = bisect_left(ends, place)
        ends[at : at + 1] = [place]
    return len(ends)
