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
    if places.are_most_of_all():
        return np.ones(len(original), np.bool_)
    return places.dense(len(original), 0) | places.dense(len(original), _PART // 2)


@dataclass(frozen=True, slots=True, eq=False)
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
        grams = Grams.of(_mixed(original, long), most=_SELDOM)
        some = ((candidate.letter_counts >= _LONG) & unknown).nonzero()[0]
        at, asked = grams.find(_mixed(candidate, some))
        is_seldom = np.bincount(at, minlength=len(grams.known)) <= _SELDOM
        sought, _ = grams.places(is_seldom.nonzero()[0])
        chosen = is_seldom[at].nonzero()[0]
        words, which = grams.places(at[chosen])
        places = some[asked[chosen]]
        places -= (~unknown).nonzero()[0].searchsorted(places)
        return cls(long[sought], long[words], places[which])

    def are_most_of_all(self) -> bool:
        """Whether the candidate has nearly all the words sought, wherever they stand."""
        least = max(_ARTICLE, _MOST_OF_ALL * len(self.sought))
        return len(self.words) >= least and len(np.unique(self.words)) >= least

    def dense(self, size: int, shift: int) -> NDArray[np.bool_]:
        """The words of those parts of the original most of which stand in one stretch.

        Args:
            size: how many words the original has.
            shift: how many words before the original the first part begins.
        """
        parts = -(-(size + shift) // _PART)
        found = np.maximum(*(self._most(parts, shift, at) for at in (0, _STRETCH // 2)))
        if not found.any():
            return np.zeros(size, np.bool_)
        sought = np.bincount((self.sought + shift) // _PART, minlength=parts)
        are_most = (found >= _MOST * sought) & (found >= _FEWEST)
        return np.repeat(are_most, _PART)[shift : shift + size]

    def _most(self, parts: int, shift: int, start: int) -> NDArray[np.int64]:
        """For each part of the original, the most of its words in one stretch of the candidate.

        None at all where no part can have enough: with a word counted as often as it stands there,
        which is soon told, and true of most pairs.
        """
        stretches = (self.places + start) // _STRETCH
        count = int(stretches.max(initial=0)) + 1
        cells = (self.words + shift) // _PART * count + stretches
        if np.bincount(cells).max(initial=0) < _FEWEST:
            return np.zeros(parts, np.int64)
        different = np.unique(self.words * count + stretches)
        cells = (different // count + shift) // _PART * count + different % count
        counts = np.bincount(cells, minlength=parts * count).reshape(parts, count)
        most: NDArray[np.int64] = counts.max(axis=1)
        return most


def _mixed(words: Words, chosen: NDArray[np.int64]) -> NDArray[np.uint64]:
    """The stem and the length of some words in one number: equal ones pass for one word."""
    mixed = words.stems.take(chosen)
    mixed ^= words.letter_counts.take(chosen).view(np.uint64)
    return mixed
