"""Copied words: two stretches compared word by word.

original   the river  dropped by a  metre  overnight
candidate  the river  fell       a  metres on Monday
           equal                 =  ~                  ~ nearly equal, counts too
"""

from __future__ import annotations

from itertools import pairwise
from operator import eq
from typing import TYPE_CHECKING, Final

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
    _draw_near(blocks, numbers, others)
    _straighten(blocks, numbers, others)
    return [
        match
        for first, other, size in blocks
        for match in _compared(pair, original.start + first, candidate.start + other, size)
    ]


def _compared(pair: Pair, here: int, there: int, size: int) -> Iterator[Match]:
    """Words with equal stems, as runs of equal words and single nearly equal ones.

    Args:
        pair: both texts.
        here: the first word of the original.
        there: the first word of the candidate.
        size: how many words follow each other on both sides, the first one included.
    """
    if _are_equal(pair, here, there, size):
        yield pair.equal(here, there, size)
        return
    equal = _equal_words(pair, here, there, size)
    edges = [0, *(place for place in range(1, size) if equal[place] != equal[place - 1]), size]
    for start, stop in pairwise(edges):
        if equal[start]:
            yield pair.equal(here + start, there + start, stop - start)
            continue
        for one in range(here + start, here + stop):
            two = one - here + there
            if are_similar(pair.original.folded(one), pair.candidate.folded(two)):
                yield pair.similar(Span(one, one + 1), Span(two, two + 1))


def _equal_words(pair: Pair, here: int, there: int, size: int) -> list[bool]:
    """Which words of two runs are equal, found for a few of them at once where it can be."""
    equal: list[bool] = []
    for at in range(0, size, _AT_ONCE):
        count = min(_AT_ONCE, size - at)
        one, other = here + at, there + at
        if _are_equal(pair, one, other, count):
            equal += [True] * count
        else:
            words = pair.original.folded_in(Span(one, one + count))
            equal += map(eq, words, pair.candidate.folded_in(Span(other, other + count)))
    return equal


def _are_equal(pair: Pair, here: int, there: int, size: int) -> bool:
    """Whether the letters of two runs and the signs between them are equal.

    Then so are the words; other signs may part equal words. Hashing them would take longer.
    """
    return _units(pair.original, here, size) == _units(pair.candidate, there, size)


def _units(words: Words, first: int, size: int) -> bytes:
    """The UTF-16 units of a run of words and of what stands between them."""
    start, last = words.letter_starts[first], words.letter_starts[first + size - 1]
    return words.letters[start : last + words.letter_counts[first + size - 1]].tobytes()


def _draw_near(blocks: list[list[int]], numbers: list[int], others: list[int]) -> None:
    """Move single words to the block they precede if that is nearer than the one they follow.

    Of equal words a longest common subsequence may pair one far off, in another sentence.
    """
    stop, other_stop = -len(numbers), -len(others)
    for before, after in pairwise(blocks):
        first, other, size = before
        if size == 1:
            here = _last(numbers, first, after[0])
            there = _last(others, other, after[1])
            if max(after[0] - here, after[1] - there) <= max(first - stop, other - other_stop):
                before[:2] = here, there
        stop, other_stop = before[0] + size, before[1] + size


def _last(words: list[int], first: int, stop: int) -> int:
    """Where the word at `first` stands last before `stop`."""
    return stop - 1 - words[first:stop][::-1].index(words[first])


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
