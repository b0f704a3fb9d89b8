"""Copied words: two stretches compared word by word.

original   the river  dropped by a  metre  overnight
candidate  the river  fell       a  metres on Monday
           equal                 =  ~                  ~ nearly equal, counts too
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple, Self

import numpy as np
from rapidfuzz.distance import LCSseq

from reuse_guard.align.similar import are_similar
from reuse_guard.text.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from reuse_guard.align.pair import Match, Pair
    from reuse_guard.text.words import Words


_AT_ONCE: Final = 16  # words; a sign that differs is in one such run, and most are equal


def match_words(
    pair: Pair, original: Span, candidate: Span, taken: NDArray[np.bool_]
) -> list[Match]:
    """Equal words of two stretches, in order, without the words of the candidate taken already."""
    numbers = pair.prepared.numbers[original.start : original.stop].tolist()
    others = pair.vocabulary.candidate[candidate.start : candidate.stop]
    used = taken[candidate.start : candidate.stop]
    others = (np.where(used, pair.prepared.absent, others) if used.any() else others).tolist()
    blocks = [*map(list, LCSseq.editops(numbers, others).as_matching_blocks())]
    blocks.pop()  # the empty one at both ends
    _straighten(blocks, numbers, others)
    ours, theirs = _Letters.of(pair.original, original), _Letters.of(pair.candidate, candidate)
    return [match for block in blocks for match in _compared(pair, ours, theirs, block)]


class _Letters(NamedTuple):
    """The folded letters of a stretch of words; hashing them would take longer.

    Attributes:
        place: index of the first word in its text.
        units: the UTF-16 units of the words and of what stands between them.
        starts: the byte in `units` at which each word begins.
        stops: the byte at which it ends.
    """

    place: int
    units: bytes
    starts: list[int]
    stops: list[int]

    @classmethod
    def of(cls, words: Words, stretch: Span) -> Self:
        """The letters of a stretch of at least one word."""
        starts = words.letter_starts[stretch.start : stretch.stop]
        stops = starts + words.letter_counts[stretch.start : stretch.stop]
        first = int(starts[0])
        units = words.letters[first : int(stops[-1])]
        size = units.itemsize
        starts, stops = (starts - first) * size, (stops - first) * size
        return cls(stretch.start, units.tobytes(), starts.tolist(), stops.tolist())

    def run(self, first: int, size: int) -> bytes:
        """Where these are equal, so are the words of two runs; other signs may part equal words."""
        return self.units[self.starts[first] : self.stops[first + size - 1]]


def _compared(pair: Pair, ours: _Letters, theirs: _Letters, block: list[int]) -> Iterator[Match]:
    """Words with equal stems, as runs of equal words and single nearly equal ones."""
    first, other, size = block
    here, there = ours.place + first, theirs.place + other
    if ours.run(first, size) == theirs.run(other, size):
        yield pair.equal(here, there, size)
        return
    equal = _equal_words(ours, theirs, block)
    edges = [0, *(place for place in range(1, size) if equal[place] != equal[place - 1]), size]
    for start, stop in pairwise(edges):
        if equal[start]:
            yield pair.equal(here + start, there + start, stop - start)
            continue
        for one in range(here + start, here + stop):
            two = one - here + there
            if are_similar(pair.original.folded(one), pair.candidate.folded(two)):
                yield pair.similar(Span(one, one + 1), Span(two, two + 1))


def _equal_words(ours: _Letters, theirs: _Letters, block: list[int]) -> list[bool]:
    """Which words of a block are equal, found for a few of them at once where it can be."""
    first, other, size = block
    equal: list[bool] = []
    while (done := len(equal)) < size:
        count = min(_AT_ONCE, size - done)
        here, there = first + done, other + done
        if ours.run(here, count) == theirs.run(there, count):
            equal += [True] * count
        else:
            equal += [ours.run(here + k, 1) == theirs.run(there + k, 1) for k in range(count)]
    return equal


def _straighten(blocks: list[list[int]], numbers: list[int], others: list[int]) -> None:
    """Move words between neighbouring blocks to the longer one where they fit there as well.

    A longest common subsequence may pair the first word of a copied sentence with the same word
    of some sentence before it; the copy then seems to begin a word late.
    """
    for before, after in pairwise(blocks):
        fits = _equal_before(after, numbers, others, before[2])
        moved = fits if fits == before[2] or before[2] <= after[2] else 0
        before[2] -= moved
        after[:] = after[0] - moved, after[1] - moved, after[2] + moved
        fits = _equal_after(before, numbers, others, after[2])
        moved = fits if before[2] and (fits == after[2] or after[2] < before[2]) else 0
        before[2] += moved
        after[:] = after[0] + moved, after[1] + moved, after[2] - moved
    blocks[:] = [block for block in blocks if block[2]]


def _equal_before(block: list[int], numbers: list[int], others: list[int], most: int) -> int:
    """How many words right before a block are equal."""
    first, other, _ = block
    count = 0
    while count < most and numbers[first - count - 1] == others[other - count - 1]:
        count += 1
    return count


def _equal_after(block: list[int], numbers: list[int], others: list[int], most: int) -> int:
    """How many words right after a block are equal."""
    first, other, size = block
    count = 0
    while count < most and numbers[first + size + count] == others[other + size + count]:
        count += 1
    return count
