"""Seeds: pairs of places, one in each text, that have the same few words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from reuse_guard.align.lookup import ABSENT, may_be_among

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

    def take(self, chosen: NDArray[np.bool_] | NDArray[np.int64]) -> Seeds:
        """The seeds where the mask is true, or at these indices."""
        return Seeds(self.original[chosen], self.candidate[chosen])


def find_seeds(vocabulary: Vocabulary, *, is_long: NDArray[np.bool_]) -> Seeds:
    """Seeds of three words, of two in either order, side by side or one apart, of rare words.

    Args:
        vocabulary: the two texts.
        is_long: the words long enough to be a seed by themselves when they are rare.
    """
    pairs = [*_runs_of_three(vocabulary), *_rare_pairs(vocabulary, is_long)]
    width = len(vocabulary.candidate)
    keys = np.concatenate([original * width + candidate for original, candidate in pairs])
    keys.sort(kind="stable")  # they come in sorted runs
    keys = keys[np.concatenate(([True], keys[1:] != keys[:-1]))[: len(keys)]]
    original = keys // width
    return Seeds(original, keys - original * width)


def _runs_of_three(vocabulary: Vocabulary) -> Iterator[Places]:
    size = np.uint64(len(vocabulary.original_counts))
    known = vocabulary.candidate != ABSENT
    complete = np.flatnonzero(known[:-2] & known[1:-1] & known[2:])
    numbers, others = vocabulary.original.view(np.uint64), vocabulary.candidate.view(np.uint64)
    original, candidate = _join(
        (numbers[:-2] * size + numbers[1:-1]) * size + numbers[2:],
        (others[complete] * size + others[complete + 1]) * size + others[complete + 2],
        often=_OFTEN,
    )
    candidate = complete[candidate]
    return ((original + offset, candidate + offset) for offset in range(3))


def _rare_pairs(vocabulary: Vocabulary, is_long: NDArray[np.bool_]) -> tuple[Places, Places]:
    """Two words side by side or one apart, in either order on the other side; and single words.

    A single word is a word and itself, none apart.
    """
    places, apart, keys = _pairs_of_words(vocabulary, vocabulary.original, is_long)
    others, _, other_keys = _pairs_of_words(vocabulary, vocabulary.candidate, is_long)
    original, candidate = _join(keys, other_keys, rare=_RARE)
    apart = apart[original]
    original, candidate = places[original], others[candidate]
    swap = apart * (vocabulary.original[original] != vocabulary.candidate[candidate])
    return (original, candidate + swap), (original + apart, candidate + apart - swap)


def _pairs_of_words(
    vocabulary: Vocabulary, numbers: NDArray[np.int64], is_long: NDArray[np.bool_]
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.uint64]]:
    """First words of pairs, how far apart the second ones are, and a key for each pair."""
    size = len(vocabulary.original_counts)
    rare = is_long & (vocabulary.original_counts <= _RARE) & (vocabulary.candidate_counts <= _RARE)
    known = numbers != ABSENT
    firsts = [
        np.flatnonzero(np.append(rare, [False])[numbers]),  # ABSENT is the last
        np.flatnonzero(known[:-1] & known[1:]),
        np.flatnonzero(known[:-2] & known[2:]),
    ]
    apart = np.repeat(np.arange(len(firsts)), [len(places) for places in firsts])
    places = np.concatenate(firsts)
    one, other = numbers[places], numbers[places + apart]
    keys = (apart * size + np.minimum(one, other)) * size + np.maximum(one, other)
    return places, apart, keys.view(np.uint64)


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
    at, found = _find(ranked[starts], candidate)
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


def _find(known: NDArray[np.uint64], keys: NDArray[np.uint64]) -> Places:
    """Indices in `known` and in `keys` of the keys that both have.

    Args:
        known: different keys, ascending.
        keys: keys in any order, few of them known.
    """
    if not len(known):
        return np.zeros(0, np.int64), np.zeros(0, np.int64)
    asked = np.flatnonzero(may_be_among(known, keys))
    wanted = keys[asked]
    at = known[:-1].searchsorted(wanted)
    is_there = known[at] == wanted
    return at[is_there], asked[is_there]


def _rank(values: NDArray[np.int64]) -> NDArray[np.int64]:
    """How many equal values stand before each value."""
    order = np.argsort(values, kind="stable")
    ranked = values[order]
    ranks = np.empty(len(values), np.int64)
    ranks[order] = np.arange(len(values)) - np.searchsorted(ranked, ranked, "left")
    return ranks
