"""Grams: keys of a few words of the original, each with the places where it stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, Self

import numpy as np

from reuse_guard.align.lookup import Sieve, Table
from reuse_guard.align.runs import ranked, starts_of_runs
from reuse_guard.frozen import kept

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Places = tuple[NDArray[np.int64], NDArray[np.int64]]


_MOST_KNOWN: Final = 0.75  # of a text's words


@dataclass(frozen=True, eq=False)
class Grams:
    """The grams of an original.

    Attributes:
        known: different keys, ascending.
        starts: where in `order` the places of each begin.
        counts: how many places each has.
        order: places of all of them.
    """

    known: NDArray[Any]
    starts: NDArray[np.int64]
    counts: NDArray[np.int64]
    order: NDArray[np.int64]

    @classmethod
    def of(cls, keys: NDArray[Any], *, most: int | None = None) -> Self:
        """The grams of these keys, a place each; without those in more places than `most`."""
        ordered, order = ranked(keys)
        starts = starts_of_runs(ordered)
        counts = np.empty_like(starts)
        np.subtract(starts[1:], starts[:-1], out=counts[:-1])
        counts[-1:] = len(keys) - starts[-1:]
        if most is not None:
            starts, counts = starts[counts <= most], counts[counts <= most]
        known = ordered[starts]
        return cls(known, starts, counts, order)

    def numbered(self) -> NDArray[np.int64]:
        """The index in `known` of the key that has each place, where none was left out."""
        numbers = np.empty_like(self.order)
        numbers[self.order] = np.arange(len(self.known)).repeat(self.counts)
        return numbers

    @kept
    def _sieve(self) -> Sieve:
        return Sieve.of(self.known)

    @kept
    def _table(self) -> Table:
        return Table.of(self.known.view(np.uint64))

    def find(self, keys: NDArray[Any]) -> Places:
        """Which grams stand in the candidate: indices in `known` and in `keys`, ascending."""
        asked = self._sieve.sift(keys)
        wanted = keys[asked]
        if len(wanted) <= len(self.known):  # they are found before a table of all could be made
            at = self.known.searchsorted(wanted)
            is_there = self.known.take(at, mode="clip") == wanted
        else:
            at = self._table.find(wanted.view(np.uint64))
            is_there = at < len(self.known)
        return at[is_there], asked[is_there]

    def places(self, at: NDArray[np.int64], *, most: int | None = None) -> Places:
        """All places of these grams, or the first ones, and which of the grams each is of."""
        repeats = self.counts[at]
        if most is not None:
            repeats = np.minimum(repeats, most)
        which = np.arange(len(at)).repeat(repeats)
        within = np.arange(len(which)) - (repeats.cumsum() - repeats)[which]
        return self.order[self.starts[at][which] + within], which


def keys_of_runs(numbers: NDArray[np.int64], absent: int) -> NDArray[np.int64]:
    """A key for every three words in a row, by the place of the first.

    Args:
        numbers: of words, from 0.
        absent: the number of the words that make no known key.
    """
    keys = numbers[:-2] * (absent + 1)
    keys += numbers[1:-1]
    keys *= absent + 1
    keys += numbers[2:]
    return keys


def keys_of_pairs(numbers: NDArray[np.int64], absent: int) -> NDArray[np.int64]:
    """A key for every two words in either order: side by side, then one apart; see `pair_at`."""
    size, base = len(numbers), absent + 1
    keys = np.empty(max(size - 1, 0) + max(size - 2, 0), np.int64)
    for apart, part in ((1, keys[: size - 1]), (2, keys[size - 1 :])):
        one, other = numbers[:-apart], numbers[apart:]
        np.minimum(one, other, out=part)
        np.add(part, (apart - 1) * base, out=part)
        np.multiply(part, base, out=part)
        np.add(part, np.maximum(one, other), out=part)
    return keys


def keys_of_known_pairs(
    numbers: NDArray[np.int64], absent: int
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """The same keys of those pairs whose words may both be known, and which of all they are.

    Where most words are known, nearly all pairs are asked for: leaving out the others takes longer.
    """
    size, base = len(numbers), absent + 1
    known = numbers != absent
    if int(np.count_nonzero(known)) > _MOST_KNOWN * size:
        every = keys_of_pairs(numbers, absent)
        return every, np.arange(len(every))
    keys, index = [], []
    for apart in (1, 2):
        first = (known[:-apart] & known[apart:]).nonzero()[0]
        one, other = numbers.take(first), numbers[apart:].take(first)
        key = np.minimum(one, other)
        key += (apart - 1) * base
        key *= base
        key += np.maximum(one, other, out=one)
        keys.append(key)
        index.append(first + (apart - 1) * (size - 1))
    return np.concatenate(keys), np.concatenate(index)


def pair_at(index: NDArray[np.int64], size: int) -> Places:
    """First words of the pairs of so many words, and how far apart the second ones are."""
    is_apart = index >= size - 1
    return index - is_apart * (size - 1), 1 + is_apart
