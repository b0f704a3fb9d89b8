"""Words of an original that stand close together in a candidate, but in another order.

Boxes can be shown in another order than they are written in: from right to left, by numbers, by
places on the screen. Which one a reader sees takes a browser to tell; that the words of a part of
the original are all there, and stand together nowhere else, does not.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from reuse_guard.align.grams import Grams
from reuse_guard.align.lookup import Sieve
from reuse_guard.align.runs import order_of
from reuse_guard.frozen import kept

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from reuse_guard.text.words import Words

_LONG: Final = 5  # letters: shorter words are in every text
_SELDOM: Final = 3  # times in either text: more often, a word tells no place
# Words of a part of the original, and of the stretch of the candidate that most of it stands in.
_PART: Final = 32
_STRETCH: Final = 128
_MOST: Final = 0.7  # of a part's words
_FEWEST: Final = 6
# Of all words, wherever they stand: two reports of one event share 65% of them at most.
_MOST_OF_ALL: Final = 0.8
_ARTICLE: Final = 30


def reordered_words(
    original: Words, candidate: Words, known: NDArray[np.bool_] | None = None
) -> NDArray[np.bool_]:
    """Which words of an original stand together in a candidate as no other article's do.

    Args:
        original: words that were not found copied.
        candidate: all words of the candidate.
        known: which of these are known to be copied; none when left out.
    """
    unknown = np.ones(len(candidate), np.bool_) if known is None else ~known
    places = _Places.of(original, candidate, unknown)
    if len(places.different) >= max(_ARTICLE, _MOST_OF_ALL * len(places.sought)):
        return np.ones(len(original), np.bool_)
    return places.dense(len(original), 0) | places.dense(len(original), _PART // 2)


@dataclass(frozen=True, eq=False)
class _Places:
    """Where the words that both texts have seldom stand in the candidate.

    Attributes:
        sought: indices of such words of the original, whether the candidate has them or not.
        words: those that it has, once for each of their places.
        places: where each stands among the words of the candidate that are not known.
    """

    sought: NDArray[np.int64]
    words: NDArray[np.int64]
    places: NDArray[np.int64]

    @classmethod
    def of(cls, original: Words, candidate: Words, unknown: NDArray[np.bool_]) -> _Places:
        long = (original.letter_counts >= _LONG).nonzero()[0]
        grams = Grams.of(_mixed(original, long))
        known, ours, counts = grams.known, grams.numbered(), grams.counts
        counts[counts > _SELDOM] = 0
        seldom = counts.nonzero()[0]
        if not len(seldom):
            return cls(seldom, seldom, seldom)
        # What is left of the candidate at each step is a part of what was left before.
        some = ((candidate.letter_counts >= _LONG) & unknown).nonzero()[0]
        keys = _mixed(candidate, some)
        maybe = Sieve.of(known[seldom].view(np.int64)).sift(keys.view(np.int64))
        some, keys = some[maybe], keys[maybe]
        theirs = known.searchsorted(keys)
        same = known.take(theirs, mode="clip") == keys
        some, theirs = some[same], theirs[same]
        places = some - (~unknown).nonzero()[0].searchsorted(some)
        counts[np.bincount(theirs, minlength=len(known)) > _SELDOM] = 0
        is_seldom = counts[ours] > 0
        sought = long[is_seldom]
        in_order = sought[order_of(ours[is_seldom])]
        times = counts[theirs]
        first = counts.cumsum()[theirs] - times.cumsum()
        chosen = first.repeat(times) + np.arange(int(times.sum()))
        return cls(sought, in_order[chosen], places.repeat(times))

    @kept
    def different(self) -> NDArray[np.int64]:
        """The words that the candidate has, each once."""
        return np.unique(self.words)

    def dense(self, size: int, shift: int) -> NDArray[np.bool_]:
        """The words of those parts of the original most of which stand in one stretch.

        Args:
            size: how many words the original has.
            shift: how many words before the original the first part begins.
        """
        parts = -(-(size + shift) // _PART)
        sought = np.bincount((self.sought + shift) // _PART, minlength=parts)
        most = np.bincount((self.different + shift) // _PART, minlength=parts)
        if not _are_most(most, sought).any():
            return np.zeros(size, np.bool_)
        found = np.maximum(*(self._most(parts, shift, at) for at in (0, _STRETCH // 2)))
        return np.repeat(_are_most(found, sought), _PART)[shift : shift + size]

    def _most(self, parts: int, shift: int, start: int) -> NDArray[np.int64]:
        """For each part of the original, the most of its words in one stretch of the candidate."""
        stretches = (self.places + start) // _STRETCH
        count = int(stretches.max(initial=0)) + 1
        different = np.unique(self.words * count + stretches)
        cells = (different // count + shift) // _PART * count + different % count
        counts = np.bincount(cells, minlength=parts * count).reshape(parts, count)
        most: NDArray[np.int64] = counts.max(axis=1)
        return most


def _are_most(found: NDArray[np.int64], sought: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Of which parts enough words were found."""
    most: NDArray[np.bool_] = (found >= _MOST * sought) & (found >= _FEWEST)
    return most


def _mixed(words: Words, chosen: NDArray[np.int64]) -> NDArray[np.uint64]:
    """The stem and the length of some words in one number: equal ones pass for one word."""
    mixed = words.stems.take(chosen)
    mixed ^= words.letter_counts.take(chosen).view(np.uint64)
    return mixed
