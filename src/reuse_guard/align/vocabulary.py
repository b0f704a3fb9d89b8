"""The words two texts have in common, as small numbers, and how telling each of them is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from reuse_guard.text.words import Words

ABSENT: Final = -1
# Words every pair of texts is thought to have besides its own, so that in two very short texts, where
# every word is frequent, a word still tells as much as in news of ordinary length.
_ASSUMED_WORDS: Final = 1000


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
    found = _find(known, candidate.stems)
    return Vocabulary(
        original=numbers.reshape(-1),
        candidate=found,
        original_counts=counts,
        candidate_counts=np.bincount(found[found != ABSENT], minlength=len(known)),
    )


def _find(known: NDArray[np.uint64], hashes: NDArray[np.uint64]) -> NDArray[np.int64]:
    """Index of each hash in `known` (sorted), or `ABSENT`."""
    found = np.full(len(hashes), ABSENT, np.int64)
    if not len(known):
        return found
    # Most words of a long candidate are not in the original: a bitmap of 16 bits of the hash sorts
    # them out four times faster than the search does.
    seen = np.zeros(1 << 16, np.bool_)
    seen[known >> np.uint64(48)] = True
    likely = np.flatnonzero(seen[hashes >> np.uint64(48)])
    at = np.minimum(np.searchsorted(known, hashes[likely]), len(known) - 1)
    is_known = known[at] == hashes[likely]
    found[likely[is_known]] = at[is_known]
    return found
