"""Runs of equal values in an array."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray


def starts_of_runs(values: NDArray[Any]) -> NDArray[np.int64]:
    """Where each run of equal values begins.

    >>> starts_of_runs(np.array([3, 3, 5, 3])).tolist()
    [0, 2, 3]
    """
    is_first = np.ones(len(values), np.bool_)
    np.not_equal(values[1:], values[:-1], out=is_first[1:])
    return is_first.nonzero()[0]
