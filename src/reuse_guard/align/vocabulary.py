"""The words two texts have in common, as small numbers, and how telling each of them is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Self

import numpy as np

from reuse_guard.align.sentences import said_again
from reuse_guard.frozen import kept

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from reuse_guard.align.prepared import Prepared
    from reuse_guard.text.words import Words

# Words every pair of texts is thought to have besides its own, so that in two very short texts,
# where every word is frequent, a word still tells as much as in news of ordinary length.
_ASSUMED_WORDS: Final = 300


@dataclass(frozen=True)
class Vocabulary:
    """The candidate's words under the numbers of the original's.

    Attributes:
        original: the original.
        candidate: number of every word of the candidate, `original.absent` for what it lacks.
        candidate_counts: how often the candidate has each number in all its different sentences:
            one that is said again makes no word frequent.
    """

    original: Prepared
    candidate: NDArray[np.int64]
    candidate_counts: NDArray[np.int64]

    @classmethod
    def of(cls, original: Prepared, candidate: Words) -> Self:
        """Number the words of a candidate."""
        found = original.table.find(candidate.stems)
        counts = np.bincount(found, minlength=original.absent + 1)
        again = candidate.once(said_again)
        if len(again):
            counts -= np.bincount(found.take(again), minlength=original.absent + 1)
        return cls(original, found, counts[:-1])

    @kept
    def bits(self) -> NDArray[np.float64]:
        """Information of each number in bits: the rarer in this pair, the more it tells."""
        total = len(self.original.words) + len(self.candidate) + _ASSUMED_WORDS
        return np.log2(total / (self.original.counts + self.candidate_counts))
