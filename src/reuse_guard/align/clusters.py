"""Clusters: seeds that lie close together in both texts and drift little against each other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from reuse_guard.align.seeds import Seeds

# Rounds of splitting; texts need 3 to 6, the bound is for hostile ones.
_ROUNDS: Final = 12


def cluster(seeds: Seeds, *, gap: int, drift: int) -> NDArray[np.int64]:
    """Number the seeds by cluster.

    Seeds are split where they leave a gap along the candidate, along the original, and across the
    diagonals, in turn, until no cluster splits any more. Sentences copied in another order differ in
    their diagonals, so each becomes a cluster.

    Args:
        seeds: at least one.
        gap: most words between neighbours of a cluster in either text.
        drift: most words by which neighbouring diagonals differ.
    """
    labels = np.zeros(len(seeds), np.int64)
    diagonals = seeds.candidate - seeds.original
    count = 1
    for _ in range(_ROUNDS):
        for places, apart in ((seeds.candidate, gap), (seeds.original, gap), (diagonals, drift)):
            labels = _split(labels, places, apart)
        if labels.max() + 1 == count:
            break
        count = int(labels.max()) + 1
    return labels


def _split(labels: NDArray[np.int64], places: NDArray[np.int64], apart: int) -> NDArray[np.int64]:
    low = places.min()
    order = np.argsort(labels * (places.max() - low + 1) + (places - low), kind="stable")
    label, place = labels[order], places[order]
    starts = np.zeros(len(order), np.bool_)
    starts[1:] = (label[1:] != label[:-1]) | (place[1:] - place[:-1] > apart)
    split = np.empty(len(order), np.int64)
    split[order] = np.cumsum(starts)
    return split
