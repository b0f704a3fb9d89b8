"""Runs of equal values in an array, and the order that makes them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

_FEW: Final = 64  # keys that are sorted as fast the plain way


def starts_of_runs(values: NDArray[Any]) -> NDArray[np.int64]:
    """Where each run of equal values begins.

    >>> starts_of_runs(np.array([3, 3, 5, 3])).tolist()
    [0, 2, 3]
    """
    is_first = np.empty(len(values), np.bool_)
    is_first[:1] = True
    np.not_equal(values[1:], values[:-1], out=is_first[1:])
    return is_first.nonzero()[0]


def sums_before(values: NDArray[Any]) -> memoryview[Any]:
    """The sum of all values before each place, and of all of them, to be asked for one by one.

    They are asked for by the hundred, and a view gives plain numbers as soon as a list, which takes
    longer to make than all the rest.

    >>> list(sums_before(np.array([True, False, True])))
    [0, 1, 1, 2]
    """
    sums = np.zeros(len(values) + 1, np.float64 if values.dtype == np.float64 else np.int64)
    values.cumsum(out=sums[1:])
    return sums.data


def ranked(keys: NDArray[Any], below: int | None = None) -> tuple[NDArray[Any], NDArray[np.int64]]:
    """The keys in ascending order, and where each of them stood, equal ones as they come in.

    numpy sorts numbers several times as fast as it sorts places by them in a stable way. So the
    place of each key is written below it into one number, or in place of its last bits where there
    is no room; should other keys with the same first bits stand between equal ones, it is sorted
    the slow way.

    Args:
        keys: whole numbers of 64 bits, none below zero.
        below: what all of them are below, where that is known: it need not be found out.

    >>> [each.tolist() for each in ranked(np.array([3, 1, 3, 0]))]
    [[0, 1, 3, 3], [3, 1, 0, 2]]
    """
    size = len(keys)
    bits = size.bit_length()
    if size < _FEW:
        return _plainly(keys)
    most = int(keys.max()) if below is None else below
    mask = (1 << bits) - 1
    if not most >> (63 - bits):
        packed = keys.astype(np.int64)
        packed <<= bits
        packed |= np.arange(size)
        packed.sort()
        order = packed & mask
        packed >>= bits
        return packed.view(keys.dtype), order
    crowded = keys.view(np.uint64) & ~np.uint64(mask)
    crowded |= np.arange(size, dtype=np.uint64)
    crowded.sort()
    order = crowded.view(np.int64) & mask
    found = keys.take(order)
    return _plainly(keys) if (found[1:] < found[:-1]).any() else (found, order)


def _plainly(keys: NDArray[Any]) -> tuple[NDArray[Any], NDArray[np.int64]]:
    order = keys.argsort(kind="stable")
    return keys.take(order), order
