"""How far into a text a copy reaches: to the word, for certain and at most."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

# So many words in a row are no chance beside others of the same copy. Fewer may be, where they
# go on into a sentence that is not used ("The ...", of one's own next sentence), or stand apart at
# the end; but of these no more than a few.
FIRM = 3
_BY_CHANCE = 4


class Reach(NamedTuple):
    """Places of a word, from 1; 0 for none.

    Attributes:
        sure: of the last one that was copied for certain.
        most: of the last one that may have been.
    """

    sure: int
    most: int


def reach_of(copied: NDArray[np.bool_], used: NDArray[np.bool_]) -> Reach:
    """How far a copy reaches.

    A copied word counts where its sentence is used, or where it follows on such a one without a
    gap: an excerpt may end a few words into a sentence.

    Args:
        copied: which words were copied.
        used: which of them stand in a sentence that is used; as long as `copied`.
    """
    runs = [(start, stop) for start, stop in _runs(copied) if used[start:stop].any()]
    if not runs:
        return Reach(0, 0)
    apart = 0
    while len(runs) - apart > 1 and _is_short(*runs[-1 - apart]):
        apart += 1
    if sum(stop - start for start, stop in runs[len(runs) - apart :]) > _BY_CHANCE:
        apart = 0
    start, stop = runs[-1 - apart]
    end = start + int(np.flatnonzero(used[start:stop])[-1]) + 1
    return Reach(end if 0 < stop - end < FIRM else stop, runs[-1][1])


def _is_short(start: int, stop: int) -> bool:
    return stop - start < FIRM


def _runs(flags: NDArray[np.bool_]) -> list[tuple[int, int]]:
    """Where runs of set flags begin and end."""
    edges = np.flatnonzero(np.diff(np.concatenate(([False], flags, [False]))))
    return [(int(start), int(stop)) for start, stop in edges.reshape(-1, 2)]
