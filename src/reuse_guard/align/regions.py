"""Regions: where it is worth comparing both texts word by word."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from reuse_guard.align.clusters import best_scores, cluster
from reuse_guard.align.evidence import WINDOW
from reuse_guard.align.runs import ranked, starts_of_runs
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
_DRIFT: Final = 10
# Words around a cluster in which its first and last words may stand.
_MARGIN_WORDS: Final = 12
# Longer clusters are compared part by part: the comparison takes memory by the square.
_LONGEST: Final = 1000


class Region(NamedTuple):
    """A stretch of both sides around a cluster of seeds.

    Attributes:
        original: words of the original.
        candidate: words of the candidate.
        seeds: words of the candidate that are seeds; one may stand more than once.
        bits: what each of them tells.
        score: what the cluster may tell.
    """

    original: Span
    candidate: Span
    seeds: NDArray[np.int64]
    bits: NDArray[np.float64]
    score: float

    def told_by(self, free: NDArray[np.bool_]) -> float:
        """What the seeds among these words of the candidate tell."""
        return float(self.bits.dot(free[self.seeds]))


def strong_regions(pair: Pair, seeds: Seeds, evidence: Evidence) -> list[Region]:
    """Regions that, together with those near, tell enough; the strongest first."""
    seeds, labels, scores = _clusters(pair, seeds, _DRIFT, evidence.least)
    if not len(seeds):
        return []
    first = starts_of_runs(labels)
    wide = _wide(seeds) if len(first) > 1 else np.zeros_like(labels)
    sums = np.bincount(wide[first], scores[labels[first]])
    kept = (sums >= evidence.seeds)[wide]
    members, regions = _regions(pair, seeds.take(kept), labels[kept], scores)
    groups: list[int] = wide[kept][members].tolist()
    telling = set(np.flatnonzero(sums >= evidence.phrase).tolist())
    for group, region in zip(groups, regions, strict=True):
        if group not in telling and pair.may_hold_sentence(region.original, region.candidate):
            telling.add(group)
    strong = [region for group, region in zip(groups, regions, strict=True) if group in telling]
    return sorted(strong, key=lambda region: -region.score)


def _wide(seeds: Seeds) -> NDArray[np.int64]:
    """A number for each seed: those within `WINDOW` on both sides have the same."""
    _, order = ranked(seeds.original)
    kept, labels = cluster(seeds.take(order), np.zeros(len(order)), gap=WINDOW)
    wide = np.empty_like(labels)
    wide[order[kept]] = labels
    return wide


def weak_regions(pair: Pair, seeds: Seeds, evidence: Evidence) -> list[Region]:
    """Regions of clusters on one diagonal that might tell something beside others."""
    regions = _regions(pair, *_clusters(pair, seeds, 1, evidence.least))[1]
    return sorted(regions, key=lambda region: -region.score)


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


def _regions(
    pair: Pair, seeds: Seeds, labels: NDArray[np.int64], scores: NDArray[np.float64]
) -> tuple[NDArray[np.int64], list[Region]]:
    """The regions of clusters, seeds given cluster by cluster, and one seed of each."""
    if not len(seeds):
        return np.zeros(0, np.int64), []
    order, starts = np.arange(len(labels)), starts_of_runs(labels)
    sizes = np.append(starts[1:], len(labels)) - starts
    parts = seeds.candidate - np.minimum.reduceat(seeds.candidate, starts).repeat(sizes)
    parts //= _LONGEST
    if parts.any():
        keys = labels * (len(pair.candidate) // _LONGEST + 1) + parts
        keys, order = ranked(keys)
        starts = starts_of_runs(keys)
    seeds = seeds.take(order)
    bits = pair.word_bits[seeds.original]
    members = order[starts]
    edges = [*starts.tolist(), len(order)]
    return members, [
        Region(original, candidate, seeds.candidate[start:stop], bits[start:stop], score)
        for original, candidate, start, stop, score in zip(
            _bounds(seeds.original, starts, len(pair.original)),
            _bounds(seeds.candidate, starts, len(pair.candidate)),
            edges[:-1],
            edges[1:],
            scores[labels[members]].tolist(),
            strict=True,
        )
    ]


def _bounds(places: NDArray[np.int64], starts: NDArray[np.int64], size: int) -> Iterator[Span]:
    """From the first to the last of some places, with a margin, within a text of so many words."""
    low = np.maximum(np.minimum.reduceat(places, starts) - _MARGIN_WORDS, 0)
    high = np.minimum(np.maximum.reduceat(places, starts) + 1 + _MARGIN_WORDS, size)
    return map(Span, low.tolist(), high.tolist())
