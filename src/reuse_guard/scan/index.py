"""Which of many originals a text has word runs of: an inverted index of hashed runs.

It only spares comparisons: every original it names is aligned word by word afterwards.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

import numpy as np

from reuse_guard.text.alphabets import alike

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from reuse_guard.text.words import Words

RUN = 3  # words; what the alignment's seeds of words in order have, too
# Runs that a text has to share with an original to be compared with it; see decision 0070.
LEAST_SHARED = 2
_MULTIPLIER = np.uint64(0x9E3779B97F4A7C15)  # 2^64 over the golden ratio, odd


@dataclass(frozen=True, slots=True, eq=False)
class Index:
    """Distinct runs of every original, sorted, each with the number of its original.

    Attributes:
        runs: hashes of runs, ascending.
        owners: for each of them the number of an original.
        short: originals that are too short to have enough runs; compared with every text.
        size: how many originals there are.
    """

    runs: NDArray[np.uint64]
    owners: NDArray[np.int64]
    short: tuple[int, ...]
    size: int

    @classmethod
    def build(cls, originals: Sequence[NDArray[np.uint64]]) -> Self:
        """Index the distinct runs of every original."""
        lengths = [len(runs) for runs in originals]
        every = np.concatenate([np.zeros(0, np.uint64), *originals])
        order = np.argsort(every, kind="stable")
        return cls(
            runs=every[order],
            owners=np.repeat(np.arange(len(lengths)), lengths)[order],
            short=tuple(n for n, length in enumerate(lengths) if length < LEAST_SHARED),
            size=len(lengths),
        )

    def search(self, words: Words) -> list[int]:
        """Numbers of the originals that may be in a text, those with most runs first."""
        wanted = hash_runs(words)
        first = np.searchsorted(self.runs, wanted, "left")
        counts = np.searchsorted(self.runs, wanted, "right") - first
        # Positions first, first + 1, ..., first + count - 1 of each run, all in one array.
        within = np.arange(counts.sum()) - np.repeat(np.cumsum(counts) - counts, counts)
        owners = self.owners[np.repeat(first, counts) + within]
        shared = np.bincount(owners, minlength=self.size)
        found = np.flatnonzero(shared >= LEAST_SHARED)
        ranked = found[np.argsort(-shared[found], kind="stable")].tolist()
        return [*ranked, *(number for number in self.short if number not in ranked)]


def hash_runs(words: Words) -> NDArray[np.uint64]:
    """Hashes of the distinct runs of `RUN` words of a text, alike in Cyrillic and in Latin."""
    hashes = words.once(alike).hashes
    if len(hashes) < RUN:
        return np.zeros(0, np.uint64)
    length = len(hashes) - RUN + 1
    mixed = np.zeros(length, np.uint64)
    for offset in range(RUN):
        mixed = (mixed ^ hashes[offset : offset + length]) * _MULTIPLIER
        mixed ^= mixed >> np.uint64(29)
    return np.unique(mixed)
