"""Clusters: seeds that lie close together in both texts and drift little against each other."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Self

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from reuse_guard.align.seeds import Seeds

# Rounds of splitting; texts need 3 to 6, the bound is for hostile ones.
_ROUNDS: Final = 12


@dataclass(frozen=True, slots=True, eq=False)
class _Ruler:
    """One way to look at seeds: along a text, or across the diagonals.

    Attributes:
        places: where each seed is, from 0.
        width: one more than the last place.
        apart: a wider gap parts two clusters.
    """

    places: NDArray[np.int64]
    width: int
    apart: int

    @classmethod
    def of(cls, places: NDArray[np.int64], apart: int) -> Self:
        places = places - places.min()
        return cls(places, int(places.max()) + 1, apart)

    def split(self, labels: NDArray[np.int64], kept: NDArray[np.int64]) -> NDArray[np.int64]:
        """Number these seeds, of the clusters so named, by the parts that a gap leaves of them."""
        keys = labels * self.width + self.places[kept]
        order = keys.argsort(kind="stable")
        keys, label = keys[order], labels[order]
        starts = np.zeros(len(order), np.bool_)
        starts[1:] = (keys[1:] - keys[:-1] > self.apart) | (label[1:] != label[:-1])
        split = np.empty(len(order), np.int64)
        split[order] = starts.cumsum()
        return split


def cluster(
    seeds: Seeds,
    bits: NDArray[np.float64],
    *,
    gap: int,
    drift: int | None = None,
    least: float = 0.0,
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Number the seeds by cluster.

    Seeds are split where they leave a gap along the candidate, along the original, and across
    the diagonals, in turn, until no cluster splits any more. Sentences copied in another order
    differ in their diagonals, so each becomes a cluster. What tells too little is left out on the
    way: chance seeds are, after one turn, and they are most of the seeds.

    Args:
        seeds: any.
        bits: what each of them tells.
        gap: most words between neighbours of a cluster in either text.
        drift: most words by which neighbouring diagonals differ; None for any.
        least: bits that the seeds of a cluster tell together.

    Returns:
        Indices of the seeds in clusters, and the number of the cluster of each.
    """
    if not len(seeds):
        return np.zeros(0, np.int64), np.zeros(0, np.int64)
    rulers = [_Ruler.of(seeds.candidate, gap), _Ruler.of(seeds.original, gap)]
    if drift is not None:
        rulers.insert(0, _Ruler.of(seeds.candidate - seeds.original, drift))
    kept, labels = np.arange(len(seeds)), np.zeros(len(seeds), np.int64)
    count, unsplit = 1, 0
    for ruler in itertools.islice(itertools.cycle(rulers), _ROUNDS * len(rulers)):
        labels = ruler.split(labels, kept)
        told = np.bincount(labels, bits[kept])
        unsplit = unsplit + 1 if len(told) == count else 0
        if unsplit == len(rulers):
            break
        telling = told >= least
        count = int(np.count_nonzero(telling))
        if count < len(told):
            chosen = telling[labels]
            kept, labels = kept[chosen], labels[chosen]
        if not len(kept):
            break
    else:
        labels = np.unique(labels, return_inverse=True)[1]
    return kept, labels


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
    keys = labels * width + places
    order = keys.argsort(kind="stable")
    keys = keys[order]
    first = order[np.concatenate(([True], keys[1:] != keys[:-1]))]
    label, place, value = labels[first], places[first], bits[first]
    starts = np.concatenate(([True], label[1:] != label[:-1]))
    gaps = np.diff(place, prepend=place[:1]) - 1
    total = np.cumsum(np.where(starts, value, value - cost * gaps))
    # Totals before each seed fall by more than any score at every new cluster, so that the running
    # minimum begins anew there.
    reset = label * (2.0 * float(np.abs(total).max() + value.max()) + 1.0)
    lowest = np.minimum.accumulate(total - value - reset) + reset
    return np.maximum.reduceat(total - lowest, np.flatnonzero(starts))
