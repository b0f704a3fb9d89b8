"""Which stretches stand so close together that they are one passage."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from reuse_guard.align.evidence import WINDOW
from reuse_guard.align.pair import Stretch
from reuse_guard.align.stretches import BITS_PER_GAP_WORD

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from numpy.typing import NDArray

# Words between stretches in the same order that are bridged to one, as in a cluster of seeds.
_BRIDGED: Final = 20


def linked(stretches: Iterable[Stretch]) -> list[Stretch]:
    """The same stretches, those that go on in the same order on both sides joined to one."""
    joined: list[Stretch] = []
    for stretch in sorted(stretches, key=lambda stretch: stretch.candidate):
        last = joined[-1] if joined else stretch
        here = stretch.original.start - last.original.stop
        there = stretch.candidate.start - last.candidate.stop
        cost = BITS_PER_GAP_WORD * max(here, there)
        fits = min(here, there) >= 0 and max(here, there) <= _BRIDGED
        if fits and cost <= min(last.bits, stretch.bits):
            joined[-1] = Stretch(last.matches + stretch.matches, last.bits + stretch.bits - cost)
        else:
            joined.append(stretch)
    return joined


def group(stretches: Iterable[Stretch]) -> list[list[Stretch]]:
    """Group what stands close together on both sides, in whatever order."""
    parts: dict[int, list[int]] = {}
    recent: list[tuple[Stretch, int]] = []
    number_of: dict[int, int] = {}
    ordered = sorted(stretches, key=lambda stretch: stretch.candidate)
    for number, stretch in enumerate(ordered):
        parts[number] = []
        reach = stretch.candidate.start - WINDOW
        recent = [one for one in recent if one[0].candidate.stop >= reach]
        for other, its in recent:
            other_group = _root(number_of, its)
            if other_group != number and _is_near(stretch, other):
                parts[number].append(other_group)
                number_of[other_group] = number
        recent.append((stretch, number))
    roots = [number for number in parts if number not in number_of]
    return [[ordered[one] for one in _held(parts, root)] for root in roots]


def _held(parts: dict[int, list[int]], root: int) -> Iterator[int]:
    """A number, then the numbers of its parts, likewise."""
    waiting = [root]
    while waiting:
        yield (number := waiting.pop())
        waiting += reversed(parts[number])


def joined(groups: list[list[Stretch]], more: list[Stretch]) -> list[list[Stretch]]:
    """The groups, each stretch put into the first with one close to it, or else into its own."""
    every = [list(group) for group in groups]
    known = [one for group in every for one in group]
    bounds = np.array([(*one.original, *one.candidate) for one in (*known, *more)]).reshape(-1, 4)
    homes = np.array(
        [number for number, group in enumerate(every) for _ in group] + [0] * len(more)
    )
    order = bounds[:, 2].argsort()
    starts, reached = bounds[order, 2], np.maximum.accumulate(bounds[order, 3])
    for at, stretch in enumerate(more, len(known)):
        first = reached.searchsorted(stretch.candidate.start - WINDOW)
        stop = starts.searchsorted(stretch.candidate.stop + WINDOW, "right")
        around = order[first:stop]
        around = around[around < at]
        near = around[_are_near(bounds[around], bounds[at])]
        home = int(homes[near].min(initial=len(every)))
        if home == len(every):
            every.append([])
        every[home].append(stretch)
        homes[at] = home
    return every


def _are_near(bounds: NDArray[np.int64], one: NDArray[np.int64]) -> NDArray[np.bool_]:
    """As `_is_near`, of many at once; each is a row of starts and stops on both sides."""
    apart = np.maximum(bounds[:, ::2], one[::2]) - np.minimum(bounds[:, 1::2], one[1::2])
    are_near: NDArray[np.bool_] = (np.abs(apart) <= WINDOW).all(axis=1)
    return are_near


def _root(number_of: dict[int, int], number: int) -> int:
    while number in number_of:
        number = number_of[number]
    return number


def _is_near(one: Stretch, other: Stretch) -> bool:
    """Whether a gap, or an overlap, is small on both sides."""
    return all(
        abs(max(first.start, second.start) - min(first.stop, second.stop)) <= WINDOW
        for first, second in (
            (one.original, other.original),
            (one.candidate, other.candidate),
        )
    )
