"""Seeds: pairs of places, one in each text, that have the same few words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from reuse_guard.align.vocabulary import ABSENT

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from reuse_guard.align.vocabulary import Vocabulary

# A gram that the original has more often than this is paired only where it first stands: refrains and
# stock phrases would pair with each other by the square. What lies around them is found from
# other seeds, and they are filled in when the words between are compared one by one.
_OFTEN: Final = {1: 2, 2: 2, 3: 4}


@dataclass(frozen=True, slots=True, eq=False)
class Seeds:
    """Pairs of equal words, `original[k]` with `candidate[k]`; no pair stands twice."""

    original: NDArray[np.int64]
    candidate: NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.original)

    def take(self, chosen: NDArray[np.bool_]) -> Seeds:
        """The seeds where the mask is true."""
        return Seeds(self.original[chosen], self.candidate[chosen])


def find_seeds(vocabulary: Vocabulary, *, is_long: NDArray[np.bool_]) -> Seeds:
    """Seeds of three words in order, of two in either order, side by side or one apart, and of rare words.

    Args:
        vocabulary: the two texts.
        is_long: the words long enough to be a seed by themselves when they are rare.
    """
    originals: list[NDArray[np.int64]] = []
    candidates: list[NDArray[np.int64]] = []
    for offsets, ordered in (((0, 1, 2), True), ((0, 1), False), ((0, 2), False), ((0,), True)):
        first, second = _pairs(vocabulary, offsets, ordered=ordered, is_long=is_long)
        for offset in offsets:
            for other in (offset,) if ordered else offsets:
                originals.append(first + offset)
                candidates.append(second + other)
    width = len(vocabulary.candidate) + 1
    keys = np.unique(np.concatenate(originals) * width + np.concatenate(candidates))
    original, candidate = keys // width, keys % width
    same = vocabulary.original[original] == vocabulary.candidate[candidate]
    return Seeds(original[same], candidate[same])


def _pairs(
    vocabulary: Vocabulary, offsets: tuple[int, ...], *, ordered: bool, is_long: NDArray[np.bool_]
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """First words of equal grams made of the words at these offsets."""
    nothing = np.zeros(0, np.int64), np.zeros(0, np.int64)
    size = np.uint64(len(vocabulary.original_counts))
    columns_original = _columns(vocabulary.original, offsets)
    columns_candidate = _columns(vocabulary.candidate, offsets)
    if not len(columns_original[0]) or not len(columns_candidate[0]):
        return nothing
    complete = np.flatnonzero(np.logical_and.reduce([c != ABSENT for c in columns_candidate]))
    if len(offsets) == 1:
        complete = complete[is_long[columns_candidate[0][complete]]]
    grams = _grams([c[complete] for c in columns_candidate], size, ordered=ordered)
    return _join(
        _grams(columns_original, size, ordered=ordered), grams, complete, _OFTEN[len(offsets)]
    )


def _columns(numbers: NDArray[np.int64], offsets: tuple[int, ...]) -> list[NDArray[np.int64]]:
    length = max(len(numbers) - offsets[-1], 0)
    return [numbers[offset : offset + length] for offset in offsets]


def _grams(
    columns: list[NDArray[np.int64]], size: np.uint64, *, ordered: bool
) -> NDArray[np.uint64]:
    if not ordered:
        columns = [np.minimum(*columns), np.maximum(*columns)]
    grams = columns[0].astype(np.uint64)
    for column in columns[1:]:
        grams = grams * size + column.astype(np.uint64)
    return grams


def _join(
    original: NDArray[np.uint64],
    candidate: NDArray[np.uint64],
    places: NDArray[np.int64],
    often: int,
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Places of equal grams; of a gram that is too frequent only the first places on both sides."""
    order = np.argsort(original, kind="stable")
    ranked = original[order]
    left = np.searchsorted(ranked, candidate, "left")
    found = np.flatnonzero(ranked[np.minimum(left, len(ranked) - 1)] == candidate)
    left, candidate, places = left[found], candidate[found], places[found]
    counts = np.searchsorted(ranked, candidate, "right") - left
    frequent = np.flatnonzero(counts > often)
    if len(frequent):
        kept = np.ones(len(left), np.bool_)
        kept[frequent] = _rank(left[frequent]) < often
        left, places, counts = left[kept], places[kept], np.minimum(counts[kept], often)
    repeated = np.repeat(np.arange(len(left)), counts)
    within = np.arange(len(repeated)) - np.repeat(np.cumsum(counts) - counts, counts)
    return order[left[repeated] + within], places[repeated]


def _rank(values: NDArray[np.int64]) -> NDArray[np.int64]:
    """How many equal values stand before each value."""
    order = np.argsort(values, kind="stable")
    ranked = values[order]
    ranks = np.empty(len(values), np.int64)
    ranks[order] = np.arange(len(values)) - np.searchsorted(ranked, ranked, "left")
    return ranks
