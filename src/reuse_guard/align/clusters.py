"""Clusters: seeds that lie close together in both texts and drift little against each other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from reuse_guard.align.seeds import Seeds

# Rounds of splitting; texts need 3 to 6, the bound is for hostile ones.
_ROUNDS: Final = 12


def cluster(seeds: Seeds, *, gap: int, drift: int | None = None) -> NDArray[np.int64]:
    """Number the seeds by cluster.

    Seeds are split where they leave a gap along the candidate, along the original, and across
    the diagonals, in turn, until no cluster splits any more. Sentences copied in another order
    differ in their diagonals, so each becomes a cluster.

    Args:
        seeds: at least one.
        gap: most words between neighbours of a cluster in either text.
        drift: most words by which neighbouring diagonals differ; None for any.
    """
    labels = np.zeros(len(seeds), np.int64)
    rulers = [(seeds.candidate, gap), (seeds.original, gap)]
    if drift is not None:
        rulers.append((seeds.candidate - seeds.original, drift))
    count = 1
    for _ in range(_ROUNDS):
        for places, apart in rulers:
            labels = _split(labels, places, apart)
        if labels.max() + 1 == count:
            break
        count = int(labels.max()) + 1
    return labels


def best_scores(
    labels: NDArray[np.int64], places: NDArray[np.int64], bits: NDArray[np.float64], *, cost: float
) -> NDArray[np.float64]:
    """The best each cluster can score along one text: a bound, found without looking at its words.

    The maximal sum of the bits of neighbouring seeds less `cost` for every word between them
    (Kadane's algorithm, for all clusters at once).

    Args:
        labels: cluster of each seed.
        places: its word.
        bits: what the word tells.
        cost: bits lost for each word of a gap.
    """
    width = int(places.max()) + 1
    _, first = np.unique(labels * width + places, return_index=True)
    label, place, value = labels[first], places[first], bits[first]
    starts = np.concatenate(([True], label[1:] != label[:-1]))
    gaps = np.diff(place, prepend=place[:1]) - 1
    total = np.cumsum(np.where(starts, value, value - cost * gaps))
    # Totals before each seed fall by more than any score at every new cluster, so that the running
    # minimum begins anew there.
    reset = label * (2.0 * float(np.abs(total).max() + value.max()) + 1.0)
    lowest = np.minimum.accumulate(total - value - reset) + reset
    return np.maximum.reduceat(total - lowest, np.flatnonzero(starts))


def _split(labels: NDArray[np.int64], places: NDArray[np.int64], apart: int) -> NDArray[np.int64]:
    low = places.min()
    order = np.argsort(labels * (places.max() - low + 1) + (places - low), kind="stable")
    label, place = labels[order], places[order]
    starts = np.zeros(len(order), np.bool_)
    starts[1:] = (label[1:] != label[:-1]) | (place[1:] - place[:-1] > apart)
    split = np.empty(len(order), np.int64)
    split[order] = np.cumsum(starts)
    return split
