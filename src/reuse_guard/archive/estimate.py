"""How much of an original stands in a page, estimated from all shingles of both.

It is cheaper than an alignment (0.1 ms against 1 ms) and good enough to rank: a verdict aligns
the two texts word by word.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final, Self

import numpy as np

from reuse_guard.archive.fingerprints import SHINGLE, hash_shingles
from reuse_guard.text.spans import Span

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from reuse_guard.text.words import Words

    Places = NDArray[np.int64]

# Shared shingles further apart than this, on either side, belong to different stretches.
_GAP: Final = 24  # words
# A stretch with fewer shared shingles is chance. A verbatim run of 16 words has 13, of 11 has 8.
LEAST_SHINGLES: Final = 8


@dataclass(frozen=True, slots=True, eq=False)
class Page:
    """A page ready to be compared with many originals.

    Attributes:
        words: how many words it has.
        shingles: hashes of its shingles, ascending.
        places: where each stands.
    """

    words: int
    shingles: NDArray[np.uint64]
    places: Places

    @classmethod
    def of(cls, words: Words) -> Self:
        """Prepare the words of a page."""
        shingles = hash_shingles(words)
        order = np.argsort(shingles, kind="stable")
        return cls(len(words), shingles[order], order)


@dataclass(frozen=True, slots=True, eq=False)
class Stretch:
    """A stretch of an original found in a page.

    Attributes:
        original: words of the original, from the first found to the last.
        candidate: the same of the page.
        words: indices of the original's words that were found.
        found: indices of the page's words that they stand at.
    """

    original: Span
    candidate: Span
    words: Places
    found: Places


def estimate(original: Words, page: Page) -> list[Stretch]:
    """Find the stretches of an original that stand in a page, in the order of the page."""
    here, there = _shared(hash_shingles(original), page)
    if len(here) < LEAST_SHINGLES:
        return []
    order, labels = _stretches(here, there)
    bounds = [0, *(np.flatnonzero(np.diff(labels)) + 1).tolist(), len(labels)]
    found = [
        _stretch(here[order[first:stop]], there[order[first:stop]])
        for first, stop in pairwise(bounds)
        if stop - first >= LEAST_SHINGLES
    ]
    return sorted(found, key=lambda stretch: stretch.candidate)


def _shared(shingles: NDArray[np.uint64], page: Page) -> tuple[Places, Places]:
    """Places of equal shingles; of one that the page has several times, the first."""
    at = np.searchsorted(page.shingles, shingles)
    here = (
        np.flatnonzero(page.shingles.take(at, mode="clip") == shingles)
        if len(page.shingles)
        else np.zeros(0, np.int64)
    )
    return here, page.places[at[here]]


def _stretches(here: Places, there: Places) -> tuple[Places, Places]:
    """An order of the shared shingles in which stretches are together, and their labels.

    Cut where the page's places are far apart, then within each piece where the original's are, and
    once more by the page: a stray match in one order is alone in the other.
    """
    labels = np.zeros(len(here), np.int64)
    order = np.arange(len(here))
    for places in (there, here, there):
        order = np.lexsort((places, labels))
        apart = np.diff(places[order], prepend=places[order[0]]) > _GAP
        fresh = np.diff(labels[order], prepend=labels[order[0]]) != 0
        ranked = np.cumsum(apart | fresh)
        labels = np.empty(len(here), np.int64)
        labels[order] = ranked
    return order, labels[order]


def _stretch(here: Places, there: Places) -> Stretch:
    words, found = _words_of(here), _words_of(there)
    return Stretch(
        original=Span(int(words[0]), int(words[-1]) + 1),
        candidate=Span(int(found[0]), int(found[-1]) + 1),
        words=words,
        found=found,
    )


def _words_of(shingles: Places) -> Places:
    """Every word of some shingles once, ascending."""
    first = np.unique(shingles)
    return np.unique(first[:, None] + np.arange(SHINGLE))
