"""Copied words: two stretches compared word by word.

original   the river  dropped by a  metre  overnight      bits: how telling a word is
candidate  the river  fell       a  metres on Monday
           equal      -          =  ~                     ~ nearly equal, counts too
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, Final

import numpy as np
from rapidfuzz.distance import LCSseq

from reuse_guard.align.similar import are_similar
from reuse_guard.align.vocabulary import ABSENT
from reuse_guard.text.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from numpy.typing import NDArray

    from reuse_guard.align.vocabulary import Vocabulary
    from reuse_guard.text.words import Words

# Bits lost for a word that one side lacks, and for going on into another sentence of the original.
# Two unrelated sentences in order share about one word in six, worth 4 to 5 bits each.
_BITS_PER_GAP_WORD: Final = 2.0
_BITS_PER_BREAK: Final = 8.0
# Longest stretch without an equal word in which nearly equal words are looked for.
_LONGEST_GAP: Final = 8


@dataclass(frozen=True, slots=True)
class Match:
    """Words of the original and the words of the candidate they equal.

    Attributes:
        original: words of the original.
        candidate: words of the candidate; as many unless a word was split or joined.
        bits: information of the words.
        exact: equal after folding.
    """

    original: Span
    candidate: Span
    bits: float
    exact: bool


@dataclass(frozen=True, slots=True)
class Stretch:
    """Matches that hold together, in order.

    Attributes:
        matches: at least one.
        bits: their information less what the gaps between them cost.
    """

    matches: tuple[Match, ...]
    bits: float

    @property
    def original(self) -> Span:
        """From the first copied word of the original to the last."""
        return Span(self.matches[0].original.start, self.matches[-1].original.stop)

    @property
    def candidate(self) -> Span:
        """The same of the candidate."""
        return Span(self.matches[0].candidate.start, self.matches[-1].candidate.stop)


@dataclass(frozen=True)
class Pair:
    """Both texts, ready to be compared word by word."""

    original: Words
    candidate: Words
    vocabulary: Vocabulary

    @cached_property
    def original_numbers(self) -> list[int]:
        """`Vocabulary.original` as a list."""
        return self.vocabulary.original.tolist()

    @cached_property
    def candidate_numbers(self) -> list[int]:
        """`Vocabulary.candidate` as a list."""
        return self.vocabulary.candidate.tolist()

    @cached_property
    def bits(self) -> list[float]:
        """Information of every word of the original."""
        return self.vocabulary.bits()[self.vocabulary.original].tolist()

    @cached_property
    def breaks(self) -> list[int]:
        """Words of the original that end a sentence or a line."""
        return self.original.breaks.nonzero()[0].tolist()


def match_words(
    pair: Pair, original: Span, candidate: Span, taken: NDArray[np.bool_]
) -> list[Match]:
    """Equal and nearly equal words of two stretches, in order, without the words taken already."""
    numbers = pair.vocabulary.original[original.start : original.stop].tolist()
    here = slice(candidate.start, candidate.stop)
    others = np.where(taken[here], ABSENT, pair.vocabulary.candidate[here]).tolist()
    blocks = [
        [block.src_start, block.dest_start, block.src_end - block.src_start]
        for block in LCSseq.opcodes(numbers, others)
        if block.tag == "equal"
    ]
    _straighten(blocks, numbers, others)
    matches: list[Match] = []
    at, other_at = original.start, candidate.start
    for first, other_first, size in blocks:
        equal = Span(original.start + first, original.start + first + size)
        same = Span(candidate.start + other_first, candidate.start + other_first + size)
        matches += _match_gap(pair, Span(at, equal.start), Span(other_at, same.start), taken)
        matches.append(Match(equal, same, sum(pair.bits[equal.start : equal.stop]), exact=True))
        at, other_at = equal.stop, same.stop
    matches += _match_gap(pair, Span(at, original.stop), Span(other_at, candidate.stop), taken)
    return matches


def _straighten(blocks: list[list[int]], numbers: list[int], others: list[int]) -> None:
    """Move words between neighbouring blocks to the longer one where they fit there as well.

    A longest common subsequence may pair the first word of a copied sentence with the same word
    of some sentence before it; the copy then seems to begin a word late.
    """
    for before, after in pairwise(blocks):
        while 0 < before[2] <= after[2] and numbers[after[0] - 1] == others[after[1] - 1]:
            before[2] -= 1
            after[:] = after[0] - 1, after[1] - 1, after[2] + 1
        while 0 < after[2] < before[2] and _following(before, numbers, others):
            before[2] += 1
            after[:] = after[0] + 1, after[1] + 1, after[2] - 1
    blocks[:] = [block for block in blocks if block[2]]


def _following(block: list[int], numbers: list[int], others: list[int]) -> bool:
    """Whether the words right after a block are equal."""
    first, other_first, size = block
    return numbers[first + size] == others[other_first + size]


def _match_gap(
    pair: Pair, original: Span, candidate: Span, taken: NDArray[np.bool_]
) -> list[Match]:
    """Nearly equal words between two equal ones."""
    if not 0 < original.size <= _LONGEST_GAP or not 0 < candidate.size <= _LONGEST_GAP:
        return []
    if taken[candidate.start : candidate.stop].any():
        return []
    words = [pair.original.folded(index) for index in range(*original)]
    others = [pair.candidate.folded(index) for index in range(*candidate)]
    if (len(words) > 1 or len(others) > 1) and "".join(words) == "".join(others):
        return [
            Match(original, candidate, sum(pair.bits[original.start : original.stop]), exact=False)
        ]
    matches = []
    free = 0
    for index, word in enumerate(words):
        for other in range(free, len(others)):
            if are_similar(word, others[other]):
                here, there = original.start + index, candidate.start + other
                bits = pair.bits[here]
                matches.append(
                    Match(Span(here, here + 1), Span(there, there + 1), bits, exact=False)
                )
                free = other + 1
                break
    return matches


def strongest(pair: Pair, matches: list[Match]) -> list[Stretch]:
    """Stretches of matches that hold together, without the chance matches around them.

    All maximal scoring subsequences (Ruzzo and Tompa 1999): a match scores its bits, the words
    missing before it cost `_BITS_PER_GAP_WORD` each, a sentence begun costs `_BITS_PER_BREAK`.
    """
    costs = [0.0] + [_cost(pair, *two) for two in pairwise(matches)]
    segments: list[tuple[int, int, float, float]] = []  # first, stop, total before, total after
    total = 0.0
    for index, match in enumerate(matches):
        before = total - costs[index]
        total = before + match.bits
        first, low = index, before
        while segments:
            place = next((k for k in range(len(segments) - 1, -1, -1) if segments[k][2] < low), -1)
            if place < 0 or segments[place][3] >= total:
                break
            first, low = segments[place][0], segments[place][2]
            del segments[place:]
        segments.append((first, index + 1, low, total))
    return [
        Stretch(tuple(_without_stray(matches[a:b], [*costs[a:b], 0.0])), after - before)
        for a, b, before, after in segments
    ]


def _cost(pair: Pair, before: Match, after: Match) -> float:
    missing = max(
        after.original.start - before.original.stop, after.candidate.start - before.candidate.stop
    )
    breaks = _breaks_between(pair, before.original.stop - 1, after.original.start)
    return _BITS_PER_GAP_WORD * missing + (_BITS_PER_BREAK if breaks else 0.0)


def _breaks_between(pair: Pair, start: int, stop: int) -> bool:
    place = bisect_left(pair.breaks, start)
    return place < len(pair.breaks) and pair.breaks[place] < stop


def _without_stray(matches: list[Match], costs: list[float]) -> list[Match]:
    """Leave out matches that tell less than the gaps on either side of them cost."""
    last = len(matches) - 1
    return [
        match
        for index, match in enumerate(matches)
        if index in {0, last} or match.bits >= min(costs[index], costs[index + 1])
    ]


def without_taken(pair: Pair, matches: Iterable[Match], taken: NDArray[np.bool_]) -> list[Match]:
    """Matches less the words of the candidate that are taken already."""
    free: list[Match] = []
    for match in matches:
        used = taken[match.candidate.start : match.candidate.stop]
        if not used.any():
            free.append(match)
        elif match.original.size == match.candidate.size:
            free += _free_parts(pair, match, used)
    return free


def _free_parts(pair: Pair, match: Match, used: NDArray[np.bool_]) -> Iterator[Match]:
    edges = np.flatnonzero(np.diff(np.concatenate(([True], used, [True])).astype(np.int8)))
    for start, stop in edges.reshape(-1, 2).tolist():
        here = Span(match.original.start + start, match.original.start + stop)
        there = Span(match.candidate.start + start, match.candidate.start + stop)
        yield Match(here, there, sum(pair.bits[here.start : here.stop]), exact=match.exact)
