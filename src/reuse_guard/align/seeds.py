"""Seeds: pairs of places, one in each text, that have the same few words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from reuse_guard.align.grams import keys_of_known_pairs, keys_of_runs, pair_at
from reuse_guard.align.prepared import RARE
from reuse_guard.align.runs import ranked, starts_of_runs

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


@dataclass(frozen=True, slots=True, eq=False)
class Seeds:
    """Pairs of equal words, `original[k]` with `candidate[k]`; no pair stands twice."""

    original: NDArray[np.int64]
    candidate: NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.original)

    def take(self, chosen: NDArray[np.bool_] | NDArray[np.int64]) -> Seeds:
        """The seeds where the mask is true, or at these indices."""
        return Seeds(self.original[chosen], self.candidate[chosen])


def find_seeds(vocabulary: Vocabulary) -> Seeds:
    """Seeds of three words, of two in either order, side by side or one apart, of rare words."""
    found = [
        *_runs_of_three(vocabulary),
        *_rare_pairs(vocabulary),
        _rare_words(vocabulary),
    ]
    width = len(vocabulary.candidate)
    keys = np.concatenate([original * width + candidate for original, candidate in found])
    keys.sort()
    keys = keys[starts_of_runs(keys)]
    original = keys // width
    return Seeds(original, keys - original * width)


def _runs_of_three(vocabulary: Vocabulary) -> Iterator[Places]:
    runs = vocabulary.original.runs
    at, candidate = runs.find(keys_of_runs(vocabulary.candidate, vocabulary.original.absent))
    kept = runs.counts[at] <= _OFTEN
    if not kept.all():
        frequent = (~kept).nonzero()[0]
        kept[frequent] = _rank(at[frequent]) < _OFTEN
        at, candidate = at[kept], candidate[kept]
    original, which = runs.places(at, most=_OFTEN)
    candidate = candidate[which]
    return ((original + offset, candidate + offset) for offset in range(3))


def _rare_pairs(vocabulary: Vocabulary) -> tuple[Places, Places]:
    """Two words side by side or one apart, in either order on the other side."""
    prepared = vocabulary.original
    keys, pairs = keys_of_known_pairs(vocabulary.candidate, prepared.absent)
    at, found = prepared.pairs.find(keys)
    kept = np.bincount(at)[at] <= RARE
    at, found = at[kept], pairs[found[kept]]
    places, which = prepared.pairs.places(at)
    original, apart = pair_at(places, len(prepared.numbers))
    candidate, _ = pair_at(found[which], len(vocabulary.candidate))
    swap = apart * (prepared.numbers[original] != vocabulary.candidate[candidate])
    return (original, candidate + swap), (original + apart, candidate + apart - swap)


def _rare_words(vocabulary: Vocabulary) -> Places:
    prepared = vocabulary.original
    rare = np.zeros(prepared.absent + 1, np.bool_)
    np.logical_and(prepared.rare, vocabulary.candidate_counts <= RARE, out=rare[:-1])
    candidate = rare.take(vocabulary.candidate).nonzero()[0]
    original, which = prepared.singles.places(vocabulary.candidate[candidate])
    return original, candidate[which]


def _rank(values: NDArray[np.int64]) -> NDArray[np.int64]:
    """How many equal values stand before each value."""
    ordered, order = ranked(values)
    ranks = np.empty(len(values), np.int64)
    ranks[order] = np.arange(len(values)) - np.searchsorted(ordered, ordered, "left")
    return ranks
