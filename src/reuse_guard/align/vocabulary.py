"""The words two texts have in common, as small numbers, and how telling each of them is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from reuse_guard.align.lookup import find

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from reuse_guard.text.words import Words

# Words every pair of texts is thought to have besides its own, so that in two very short texts,
# where every word is frequent, a word still tells as much as in news of ordinary length.
_ASSUMED_WORDS: Final = 300


@dataclass(frozen=True, slots=True, eq=False)
class Vocabulary:
    """The words of an original, numbered, and the candidate's words under the same numbers.

    Attributes:
        original: number of every word of the original.
        candidate: number of every word of the candidate, `ABSENT` for a word the original lacks.
        original_counts: how often the original has each word.
        candidate_counts: how often the candidate has it.
    """

    original: NDArray[np.int64]
    candidate: NDArray[np.int64]
    original_counts: NDArray[np.int64]
    candidate_counts: NDArray[np.int64]

    def bits(self) -> NDArray[np.float64]:
        """Information of each word in bits: the rarer in this pair, the more it tells."""
        total = len(self.original) + len(self.candidate) + _ASSUMED_WORDS
        return np.log2(total / (self.original_counts + self.candidate_counts))


def share_vocabulary(original: Words, candidate: Words) -> Vocabulary:
    """Number the words of both texts alike."""
    known, numbers, counts = np.unique(original.stems, return_inverse=True, return_counts=True)
    found = find(known, candidate.stems)
    return Vocabulary(
        original=numbers.reshape(-1),
        candidate=found,
        original_counts=counts,
        candidate_counts=np.bincount(found + 1, minlength=len(known) + 1)[1:],
    )
