"""Finding many keys among few: tables made once, asked in a few passes over whole arrays."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Self

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

# Fibonacci hashing (Knuth 6.4): the upper bits of a product with 2**64 over the golden ratio.
_GOLDEN: Final = 0x9E3779B97F4A7C15
_WORD: Final = (1 << 64) - 1
# A table 32 times as long as its keys leaves one key in 64 to a second table.
_SPARE_BITS: Final = 5
_MOST_BITS: Final = 22


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """Different keys, and where each of them stands.

    Attributes:
        known: the keys.
        multiplier: an odd number; another one for keys that collided.
        bits: log2 of the slots.
        places: index in `known` of the key that has each slot.
        lost: indices of the keys whose slot another one has, then one past the last key.
        crowded: the keys in the slots of lost ones.
        others: the table of the lost keys.
    """

    known: NDArray[np.uint64]
    multiplier: int
    bits: int
    places: NDArray[np.int32]
    lost: NDArray[np.int64]
    crowded: NDArray[np.bool_]
    others: Table | None

    @classmethod
    def of(cls, known: NDArray[np.uint64], multiplier: int = _GOLDEN) -> Self:
        """A table of different keys, at least one, in any order."""
        bits = min(len(known).bit_length() + _SPARE_BITS, _MOST_BITS)
        numbers = np.arange(len(known))
        slots = _slots(known, multiplier, bits)
        places = np.zeros(1 << bits, np.int32)
        places[slots] = numbers
        taken = places[slots]
        lost = (taken != numbers).nonzero()[0]
        crowded = np.zeros(len(known), np.bool_)
        crowded[taken[lost]] = True
        others = cls.of(known[lost], multiplier * _GOLDEN & _WORD) if len(lost) else None
        lost = np.concatenate((lost, numbers[-1:] + 1))
        return cls(known, multiplier, bits, places, lost, crowded, others)

    def find(self, keys: NDArray[np.uint64]) -> NDArray[np.int64]:
        """Index in `known` of every key; one past the last for those it has not.

        Four times as fast as a binary search where most keys are unknown, as they are for the
        words of a long candidate.
        """
        at = self.places.take(_slots(keys, self.multiplier, self.bits)).astype(np.int64)
        absent = len(self.known)
        found = np.where(self.known.take(at) == keys, at, absent)
        if self.others is not None:
            # A lost key can only be asked for where the key that took its slot was looked at.
            asked = (self.crowded.take(at) & (found == absent)).nonzero()[0]
            found[asked] = self.lost[self.others.find(keys[asked])]
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
        perhaps[_slots(known.view(np.uint64), _GOLDEN, bits)] = True
        return cls(bits, perhaps)

    def sift(self, keys: NDArray[np.int64]) -> NDArray[np.int64]:
        """Indices of the keys that may be known, ascending."""
        slots = _slots(keys.view(np.uint64), _GOLDEN, self.bits)
        return self.perhaps.take(slots).nonzero()[0]


def _slots(keys: NDArray[np.uint64], multiplier: int, bits: int) -> NDArray[np.int64]:
    slots = keys * np.uint64(multiplier)
    slots >>= np.uint64(64 - bits)
    return slots.view(np.int64)
