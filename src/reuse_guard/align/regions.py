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
    seeds, labels, scores = _clusters(pair, seeds, _DRIFT, evidence.least)
    kept = scores[labels] >= evidence.seeds
    if not kept.all():
        _, wide = cluster(seeds, pair.word_bits[seeds.original], gap=WINDOW)
        first = np.unique(labels, return_index=True)[1]
        sums = np.bincount(wide[first], scores[labels[first]])
        kept = sums[wide] >= evidence.seeds
    yield from _bounds(pair, seeds.take(kept), labels[kept])


def weak_regions(pair: Pair, seeds: Seeds, evidence: Evidence) -> Iterator[tuple[Span, Span]]:
    """Stretches around clusters on one diagonal that might tell something beside others."""
    seeds, labels, _ = _clusters(pair, seeds, 1, evidence.least)
    yield from _bounds(pair, seeds, labels)


def _clusters(
    pair: Pair, seeds: Seeds, drift: int, least: float
) -> tuple[Seeds, NDArray[np.int64], NDArray[np.float64]]:
    """The seeds in clusters that may tell so much, their clusters, and what each may tell."""
    bits = pair.word_bits[seeds.original]
    kept, labels = cluster(seeds, bits, gap=_GAP, drift=drift, least=least)
    if not len(kept):
        return seeds.take(kept), labels, bits[kept]
    seeds, bits = seeds.take(kept), bits[kept]
    scores = best_scores(labels, seeds.original, bits, cost=BITS_PER_GAP_WORD)
    telling = scores[labels] >= least
    return seeds.take(telling), labels[telling], scores


def _bounds(pair: Pair, seeds: Seeds, labels: NDArray[np.int64]) -> Iterator[tuple[Span, Span]]:
    if not len(seeds):
        return
    order, starts = _sorted_by(labels)
    first = np.minimum.reduceat(seeds.candidate[order], starts)
    parts = np.empty_like(labels)
    parts[order] = np.repeat(first, np.diff(starts, append=len(order)))
    parts = (seeds.candidate - parts) // _LONGEST
    if parts.any():
        order, starts = _sorted_by(labels * (len(pair.candidate) // _LONGEST + 1) + parts)
    sides = []
    for places, size in (
        (seeds.original[order], len(pair.original)),
        (seeds.candidate[order], len(pair.candidate)),
    ):
        low = np.maximum(np.minimum.reduceat(places, starts) - _MARGIN_WORDS, 0)
        high = np.minimum(np.maximum.reduceat(places, starts) + 1 + _MARGIN_WORDS, size)
        sides.append(map(Span, low.tolist(), high.tolist()))
    yield from zip(*sides, strict=True)


def _sorted_by(labels: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """The order that brings equal labels together, and where in it each label begins."""
    order = labels.argsort(kind="stable")
    return order, np.flatnonzero(np.diff(labels[order], prepend=-1))
