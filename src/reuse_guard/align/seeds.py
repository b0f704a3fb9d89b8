"""Seeds: pairs of places, one in each text, that have the same few words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from reuse_guard.align.vocabulary import ABSENT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from reuse_guard.align.vocabulary import Vocabulary

    Places = tuple[NDArray[np.int64], NDArray[np.int64]]

# A gram of three words that the original has more often than this is paired only where it first stands:
# refrains and stock phrases would pair with each other by the square. What lies around them is
# found from other seeds, and they are filled in when the words between are compared one by one.
_OFTEN: Final = 4
# Single words and pairs of words tell a copy only while they are rare on both sides.
_RARE: Final = 2
_SKETCH_BITS: Final = 16
_GOLDEN = np.uint64(0x9E3779B97F4A7C15)  # Fibonacci hashing (Knuth 6.4)


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
    """Seeds of three words in order, of two in either order, side by side or one apart, of rare words.

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
    keys = keys[np.concatenate(([True], keys[1:] != keys[:-1]))] if len(keys) else keys
    original, candidate = np.divmod(keys, width)
    same = vocabulary.original[original] == vocabulary.candidate[candidate]
    return Seeds(original[same], candidate[same])


def _runs_of_three(vocabulary: Vocabulary) -> Iterator[Places]:
    size = np.uint64(len(vocabulary.original_counts))
    grams, others = (
        (numbers[:-2] * size + numbers[1:-1]) * size + numbers[2:]
        for numbers in (vocabulary.original.view(np.uint64), vocabulary.candidate.view(np.uint64))
    )
    known = vocabulary.candidate != ABSENT
    complete = np.flatnonzero(known[:-2] & known[1:-1] & known[2:])
    original, candidate = _join(grams, others[complete], often=_OFTEN)
    candidate = complete[candidate]
    return ((original + offset, candidate + offset) for offset in range(3))


def _pairs_of_words(vocabulary: Vocabulary, apart: int) -> Iterator[Places]:
    """Words next to each other, or one apart, that stand so in either order on the other side."""
    size = len(vocabulary.original_counts)
    grams, others = (
        np.minimum(numbers[:-apart], numbers[apart:]) * size
        + np.maximum(numbers[:-apart], numbers[apart:])
        for numbers in (vocabulary.original, vocabulary.candidate)
    )
    complete = np.flatnonzero(
        np.minimum(vocabulary.candidate[:-apart], vocabulary.candidate[apart:]) != ABSENT
    )
    original, candidate = _join_rare(grams, others[complete])
    candidate = complete[candidate]
    return ((original + offset, candidate + other) for offset in (0, apart) for other in (0, apart))


def _rare_words(vocabulary: Vocabulary, is_long: NDArray[np.bool_]) -> Places:
    rare = is_long & (vocabulary.original_counts <= _RARE) & (vocabulary.candidate_counts <= _RARE)
    places = np.flatnonzero(rare[vocabulary.original])
    others = np.flatnonzero(np.append(rare, [False])[vocabulary.candidate])
    original, candidate = _join_rare(vocabulary.original[places], vocabulary.candidate[others])
    return places[original], others[candidate]


def _join_rare(original: NDArray[Any], candidate: NDArray[Any]) -> Places:
    """Places of equal keys that neither side has more often than `_RARE`."""
    places, others = _join(original, candidate, often=_RARE + 1)
    kept = (np.bincount(places)[places] <= _RARE) & (np.bincount(others)[others] <= _RARE)
    return places[kept], others[kept]


def _join(original: NDArray[Any], candidate: NDArray[Any], *, often: int) -> Places:
    """Places of equal keys; of a key that is too frequent only the first places on both sides."""
    likely = np.flatnonzero(_sketch(original)[_slots(candidate)])
    candidate = candidate[likely]
    order = np.argsort(original, kind="stable")
    ranked = original[order]
    left = np.searchsorted(ranked, candidate, "left")
    found = np.flatnonzero(ranked.take(left, mode="clip") == candidate)
    left, candidate, found = left[found], candidate[found], likely[found]
    counts = np.searchsorted(ranked, candidate, "right") - left
    frequent = np.flatnonzero(counts > often)
    if len(frequent):
        kept = np.ones(len(left), np.bool_)
        kept[frequent] = _rank(left[frequent]) < often
        left, found, counts = left[kept], found[kept], np.minimum(counts[kept], often)
    repeated = np.repeat(np.arange(len(left)), counts)
    within = np.arange(len(repeated)) - np.repeat(np.cumsum(counts) - counts, counts)
    return order[left[repeated] + within], found[repeated]


def _sketch(keys: NDArray[Any]) -> NDArray[np.bool_]:
    """A bitmap of keys: most keys of a long candidate are sorted out here, not by the slower search."""
    seen = np.zeros(1 << _SKETCH_BITS, np.bool_)
    seen[_slots(keys)] = True
    return seen


def _slots(keys: NDArray[Any]) -> NDArray[np.uint64]:
    return (keys.view(np.uint64) * _GOLDEN) >> np.uint64(64 - _SKETCH_BITS)


def _rank(values: NDArray[np.int64]) -> NDArray[np.int64]:
    """How many equal values stand before each value."""
    order = np.argsort(values, kind="stable")
    ranked = values[order]
    ranks = np.empty(len(values), np.int64)
    ranks[order] = np.arange(len(values)) - np.searchsorted(ranked, ranked, "left")
    return ranks
