"""Stretches: which copied words hold together, and which stand there by chance."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

import numpy as np

from reuse_guard.align.pair import Match, Pair, Stretch
from reuse_guard.text.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from numpy.typing import NDArray

# Bits lost for a word that one side lacks, and for going on into another sentence of the original.
# Two unrelated sentences in order share about one word in six, worth 4 to 5 bits each.
BITS_PER_GAP_WORD: Final = 2.0
BITS_PER_BREAK: Final = 8.0
# Words of a sentence begun that tell less than this, two or three, are thought to be there by
# chance.
_LOOSE_BITS: Final = 16.0


def strongest(pair: Pair, matches: list[Match], *, least: float) -> list[Stretch]:
    """Stretches of matches that hold together, without the chance matches around them.

    All maximal scoring subsequences (Ruzzo and Tompa 1999): a match scores its bits, the words
    missing before it cost `BITS_PER_GAP_WORD` each, a sentence begun costs `BITS_PER_BREAK`.
    Those that score less than `least` are left out.
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
        Stretch(trimmed, after - before)
        for a, b, before, after in segments
        if after - before >= least
        if (trimmed := _trim(pair, _without_stray(matches[a:b], [*costs[a:b], 0.0])))
    ]


def _trim(pair: Pair, matches: list[Match]) -> tuple[Match, ...]:
    """Cut off the first words of a sentence that only seems to go on: "The", "In the"."""
    kept = Span(matches[0].original.start, matches[-1].original.stop)
    inside = pair.breaks_in(Span(kept.start, kept.stop - 1))
    if not inside:
        return tuple(matches)
    if not pair.begins(matches[0]) and _is_loose(pair, matches, Span(kept.start, inside[0] + 1)):
        kept = Span(inside[0] + 1, kept.stop)
    if not pair.ends(matches[-1]) and _is_loose(pair, matches, Span(inside[-1] + 1, kept.stop)):
        kept = Span(kept.start, inside[-1] + 1)
    cut = (_cut(pair, match, kept) for match in matches)
    return tuple(match for match in cut if match.original.size > 0)


def _is_loose(pair: Pair, matches: list[Match], within: Span) -> bool:
    pieces = (_cut(pair, match, within).bits for match in matches if _meet(match.original, within))
    return sum(pieces) < _LOOSE_BITS


def _meet(one: Span, other: Span) -> bool:
    return one.start < other.stop and other.start < one.stop


def _cut(pair: Pair, match: Match, kept: Span) -> Match:
    """The part of a match within some words of the original."""
    first = max(0, kept.start - match.original.start)
    last = max(0, match.original.stop - kept.stop)
    if not first and not last:
        return match
    size = max(0, match.original.size - first - last)
    return pair.equal(match.original.start + first, match.candidate.start + first, size)


def _cost(pair: Pair, before: Match, after: Match) -> float:
    missing = max(
        after.original.start - before.original.stop, after.candidate.start - before.candidate.stop
    )
    breaks = pair.breaks_in(Span(before.original.stop - 1, after.original.start))
    return BITS_PER_GAP_WORD * missing + (BITS_PER_BREAK if breaks else 0.0)


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
        yield pair.equal(match.original.start + start, match.candidate.start + start, stop - start)
