"""Regions: where it is worth comparing both texts word by word."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from reuse_guard.align.clusters import best_scores, cluster
from reuse_guard.align.evidence import WINDOW
from reuse_guard.align.stretches import BITS_PER_GAP_WORD
from reuse_guard.text.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from reuse_guard.align.evidence import Evidence
    from reuse_guard.align.pair import Pair
    from reuse_guard.align.seeds import Seeds

# Words without a seed that end a cluster: bridging them would cost 40 bits, more than most
# sentences' worth.
_GAP: Final = 20
# Words inserted less words dropped between neighbouring seeds of one copied sentence.
_DRIFT: Final = 8
# Words around a cluster in which its first and last words may stand.
_MARGIN_WORDS: Final = 12
# Longer clusters are compared part by part: the comparison takes memory by the square.
_LONGEST: Final = 1000


def strong_regions(pair: Pair, seeds: Seeds, evidence: Evidence) -> Iterator[tuple[Span, Span]]:
    """Stretches of both sides around clusters that, together with those near, tell enough."""
    labels, scores = _scored(pair, seeds, _DRIFT)
    kept = scores[labels] >= evidence.least
    seeds, labels = seeds.take(kept), labels[kept]
    if not len(seeds):
        return
    wide = cluster(seeds, gap=WINDOW)
    first = np.unique(labels, return_index=True)[1]
    sums = np.bincount(wide[first], scores[labels[first]])
    kept = sums[wide] >= evidence.seeds
    yield from _bounds(pair, seeds.take(kept), labels[kept])


def weak_regions(pair: Pair, seeds: Seeds, evidence: Evidence) -> Iterator[tuple[Span, Span]]:
    """Stretches around clusters on one diagonal that might tell something beside others."""
    if not len(seeds):
        return
    labels, scores = _scored(pair, seeds, 1)
    kept = scores[labels] >= evidence.least
    yield from _bounds(pair, seeds.take(kept), labels[kept])


def _scored(pair: Pair, seeds: Seeds, drift: int) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
    labels = cluster(seeds, gap=_GAP, drift=drift)
    bits = pair.word_bits[seeds.original]
    return labels, best_scores(labels, seeds.original, bits, cost=BITS_PER_GAP_WORD)


def _bounds(pair: Pair, seeds: Seeds, labels: NDArray[np.int64]) -> Iterator[tuple[Span, Span]]:
    if not len(seeds):
        return
    labels = labels * (len(pair.candidate) // _LONGEST + 1) + _parts(seeds, labels)
    order = np.argsort(labels, kind="stable")
    starts = np.flatnonzero(np.diff(labels[order], prepend=-1))
    sides = []
    for places, size in (
        (seeds.original[order], len(pair.original)),
        (seeds.candidate[order], len(pair.candidate)),
    ):
        low = np.maximum(np.minimum.reduceat(places, starts) - _MARGIN_WORDS, 0)
        high = np.minimum(np.maximum.reduceat(places, starts) + 1 + _MARGIN_WORDS, size)
        sides.append(map(Span, low.tolist(), high.tolist()))
    yield from zip(*sides, strict=True)


def _parts(seeds: Seeds, labels: NDArray[np.int64]) -> NDArray[np.int64]:
    """Which part of its cluster each seed is in, `_LONGEST` words of the candidate each."""
    first = np.full(int(labels.max()) + 1, np.iinfo(np.int64).max)
    np.minimum.at(first, labels, seeds.candidate)
    parts: NDArray[np.int64] = (seeds.candidate - first[labels]) // _LONGEST
    return parts
