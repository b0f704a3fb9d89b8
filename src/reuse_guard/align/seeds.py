"""Seeds: pairs of places, one in each text, that have the same few words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from reuse_guard.align.lookup import ABSENT, find

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from reuse_guard.align.vocabulary import Vocabulary

    Places = tuple[NDArray[np.int64], NDArray[np.int64]]

# A gram of three words that the original has more often than this is paired only where it first
# stands: refrains and stock phrases would pair with each other by the square. What lies around
# them is found from other seeds, and they are filled in when the words between are compared one
# by one.
_OFTEN: Final = 4
# Single words and pairs of words tell a copy only while they are rare on both sides.
_RARE: Final = 2


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
    """Seeds of three words, of two in either order, side by side or one apart, of rare words.

    Args:
        vocabulary: the two texts.
        is_long: the words long enough to be a seed by themselves when they are rare.
    """
    pairs = [
        *_runs_of_three(vocabulary),
        *_pairs_of_words(vocabulary, 1),
        *_pairs_of_words(vocabulary, 2),
        _rare_words(vocabulary, is_long),
    ]
    width = len(vocabulary.candidate)
    keys = np.concatenate([original * width + candidate for original, candidate in pairs])
    keys.sort()
    keys = keys[np.concatenate(([True], keys[1:] != keys[:-1]))[: len(keys)]]
    original = keys // width
    return Seeds(original, keys - original * width)


def _runs_of_three(vocabulary: Vocabulary) -> Iterator[Places]:
    size = np.uint64(len(vocabulary.original_counts))
    known = np.flatnonzero(vocabulary.candidate != ABSENT)
    complete = known[:-2][known[2:] - known[:-2] == 2]  # noqa: PLR2004 - three words in a row
    numbers, others = vocabulary.original.view(np.uint64), vocabulary.candidate.view(np.uint64)
    original, candidate = _join(
        (numbers[:-2] * size + numbers[1:-1]) * size + numbers[2:],
        (others[complete] * size + others[complete + 1]) * size + others[complete + 2],
        often=_OFTEN,
    )
    candidate = complete[candidate]
    return ((original + offset, candidate + offset) for offset in range(3))


def _pairs_of_words(vocabulary: Vocabulary, apart: int) -> tuple[Places, Places]:
    """Words next to each other, or one apart, that stand so in either order on the other side."""
    numbers, others = vocabulary.original, vocabulary.candidate
    complete = np.flatnonzero(np.minimum(others[:-apart], others[apart:]) != ABSENT)
    original, candidate = _join(
        _unordered(numbers[:-apart], numbers[apart:], vocabulary),
        _unordered(others[complete], others[complete + apart], vocabulary),
        rare=_RARE,
    )
    candidate = complete[candidate]
    swap = apart * (numbers[original] != others[candidate])
    return (original, candidate + swap), (original + apart, candidate + apart - swap)


def _unordered(
    first: NDArray[np.int64], second: NDArray[np.int64], vocabulary: Vocabulary
) -> NDArray[np.uint64]:
    low, high = np.minimum(first, second), np.maximum(first, second)
    return (low * len(vocabulary.original_counts) + high).view(np.uint64)


def _rare_words(vocabulary: Vocabulary, is_long: NDArray[np.bool_]) -> Places:
    rare = is_long & (vocabulary.original_counts <= _RARE) & (vocabulary.candidate_counts <= _RARE)
    places = np.flatnonzero(rare[vocabulary.original])
    others = np.flatnonzero(np.append(rare, [False])[vocabulary.candidate])  # ABSENT is the last
    original, candidate = _join(
        vocabulary.original[places].view(np.uint64),
        vocabulary.candidate[others].view(np.uint64),
        rare=_RARE,
    )
    return places[original], others[candidate]


def _join(
    original: NDArray[np.uint64],
    candidate: NDArray[np.uint64],
    *,
    rare: int | None = None,
    often: int = 0,
) -> Places:
    """Places of equal keys.

    Args:
        original: keys in the original's order.
        candidate: keys in the candidate's order.
        rare: leave out the keys that one side has more often than this.
        often: pair keys that the original has more often only where they first stand on both sides.
    """
    order = np.argsort(original, kind="stable")
    ranked = original[order]
    starts = np.flatnonzero(np.concatenate(([True], ranked[1:] != ranked[:-1]))[: len(ranked)])
    counts = np.diff(starts, append=len(ranked))
    if rare is not None:
        starts, counts = starts[counts <= rare], counts[counts <= rare]
    at = find(ranked[starts], candidate)
    found = np.flatnonzero(at != ABSENT)
    at = at[found]
    if rare is not None:
        kept = np.bincount(at)[at] <= rare
    else:
        kept = counts[at] <= often
        frequent = np.flatnonzero(~kept)
        kept[frequent] = _rank(at[frequent]) < often
        counts = np.minimum(counts, often)
    at, found = at[kept], found[kept]
    repeats = counts[at]
    within = np.arange(repeats.sum()) - np.repeat(np.cumsum(repeats) - repeats, repeats)
    return order[np.repeat(starts[at], repeats) + within], np.repeat(found, repeats)


def _rank(values: NDArray[np.int64]) -> NDArray[np.int64]:
    """How many equal values stand before each value."""
    order = np.argsort(values, kind="stable")
    ranked = values[order]
    ranks = np.empty(len(values), np.int64)
    ranks[order] = np.arange(len(values)) - np.searchsorted(ranked, ranked, "left")
    return ranks
