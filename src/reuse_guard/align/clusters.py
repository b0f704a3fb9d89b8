"""Clusters: seeds that lie close together in both texts and drift little against each other."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, Final

import numpy as np

from reuse_guard.align.runs import ranked, starts_of_runs

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from reuse_guard.align.seeds import Seeds

# Rounds of splitting; texts need 3 to 6, the bound is for hostile ones.
_ROUNDS: Final = 12


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
        Indices of the seeds in clusters, cluster by cluster, and the number of the cluster of each.
    """
    kept, labels = np.arange(len(seeds)), np.zeros(len(seeds), np.int64)
    if not len(seeds):
        return kept, labels
    rulers = [(seeds.candidate, gap), (seeds.original, gap)]
    ours = int(seeds.original[-1]) + 1  # they are in the order of the original
    width = ours + int(seeds.candidate.max()) + 1 + gap
    if drift is not None:
        rulers.insert(0, (seeds.candidate - seeds.original + ours, drift))
    count, unsplit = 1, 0
    turns = itertools.islice(itertools.cycle(rulers), _ROUNDS * len(rulers))
    for turn, (places, apart) in enumerate(turns, 1):
        kept, labels = _split(labels, places, kept, apart=apart, width=width)
        unsplit = unsplit + 1 if int(labels[-1]) + 1 == count else 0
        if unsplit >= len(rulers) - 1 and turn >= len(rulers):  # the ruler before these split last
            break
        if unsplit and count > 1:  # parted as before, they tell as much; one is yet to be asked
            continue
        told = np.bincount(labels, bits.take(kept))
        telling = told >= least
        count = int(np.count_nonzero(telling))
        if count < len(told):
            chosen = telling.take(labels).nonzero()[0]
            kept, labels = kept.take(chosen), labels.take(chosen)
        if not len(kept):
            break
    else:
        labels = np.unique(labels, return_inverse=True)[1]
    return kept, labels


def _split(
    labels: NDArray[np.int64],
    places: NDArray[np.int64],
    kept: NDArray[np.int64],
    *,
    apart: int,
    width: int,
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Number the seeds of clusters by the parts that wider gaps than `apart` leave of them.

    Args:
        labels: cluster of each seed that is kept.
        places: where every seed is, along a text or across the diagonals.
        kept: the seeds that are kept.
        apart: a wider gap parts two clusters.
        width: more than the places, by `apart` and more.
    """
    keys = labels * width
    keys += places.take(kept)
    keys, order = ranked(keys, (int(labels[-1]) + 1) * width)
    split = np.zeros(len(order), np.int64)
    (keys[1:] - keys[:-1] > apart).cumsum(out=split[1:])
    return kept.take(order), split


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
    keys = labels * (int(places.max()) + 1)
    keys += places
    keys, order = ranked(keys)
    first = order[starts_of_runs(keys)]
    label, place, value = labels[first], places[first], bits[first]
    starts = starts_of_runs(label)
    scored = value.copy()
    scored[1:] -= cost * (place[1:] - place[:-1] - 1)
    scored[starts] = value[starts]
    total = scored.cumsum()
    # Totals before each seed fall by more than any score at every new cluster, so that the running
    # minimum begins anew there.
    reset = label * (2.0 * float(np.abs(total).max() + value.max()) + 1.0)
    lowest = np.minimum.accumulate(total - value - reset) + reset
    return np.maximum.reduceat(total - lowest, starts)
