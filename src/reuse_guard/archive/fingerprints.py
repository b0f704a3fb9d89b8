"""Fingerprints of a text: which of its word shingles stand for it in an index.

A shingle is four words in a row. It is chosen when the smallest of its four word hashes is the
first or the last one. That depends on the shingle alone and not on what stands around it (a "closed
syncmer"; Edgar 2021, doi:10.7717/peerj.10805, with words for letters), so a copied shingle is
chosen on both sides whatever was changed next to it. Half of all shingles are chosen.

The guarantee: of any three neighbouring shingles at least one is chosen. The smallest hash of six
words in a row is the first or the last word of one of their three shingles. So a verbatim run of n
words shares at least (n - 3) // 3 fingerprints: 4 of a run of 16 words.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from reuse_guard.text.alphabets import alike

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from reuse_guard.text.words import Words

SHINGLE: Final = 4  # words; the longest that still lie between changes of every fifth word
# Two different shingles of an archive of a million articles (250 million shingles) get the same
# 40 bits once in 4,400 pairs looked up: a page meets one such accident in ten searches.
FINGERPRINT_BITS: Final = 40
_GOLDEN = np.uint64(0x9E3779B97F4A7C15)  # 2^64 over the golden ratio, odd
_SHIFT = np.uint64(29)


@dataclass(frozen=True, slots=True, eq=False)
class Fingerprints:
    """The chosen shingles of a text, in its order.

    Attributes:
        values: `uint64` below `2**FINGERPRINT_BITS`; the same in every run and on every machine.
        places: index of the first word of each.
    """

    values: NDArray[np.uint64]
    places: NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.values)

    def distinct(self) -> NDArray[np.uint64]:
        """Every value once, ascending."""
        return np.unique(self.values)


def fingerprint(words: Words) -> Fingerprints:
    """Choose the shingles that stand for a text.

    >>> from reuse_guard.text.words import split_words
    >>> text = "The river fell by a metre overnight, the ministry said on Monday."
    >>> once = fingerprint(split_words(text))
    >>> again = fingerprint(split_words(text.upper().replace(",", " \u2013")))
    >>> bool((once.values == again.values).all()), 3 <= len(once) <= 9
    (True, True)
    """
    shingles = hash_shingles(words)
    hashes = words.hashes
    if not len(shingles):
        return Fingerprints(shingles, np.zeros(0, np.int64))
    ends = np.minimum(hashes[: 1 - SHINGLE], hashes[SHINGLE - 1 :])
    inside = np.minimum(hashes[1 : 2 - SHINGLE], hashes[2 : 3 - SHINGLE])
    places = np.flatnonzero(ends <= inside)
    return Fingerprints(shingles[places] >> np.uint64(64 - FINGERPRINT_BITS), places)


def fingerprint_alike(words: Words) -> Fingerprints:
    """Choose the shingles that stand for a text in Cyrillic and for the same in Latin.

    >>> from reuse_guard.text.words import split_words
    >>> cyrillic = fingerprint_alike(split_words("Жаңа мектеп биыл Шымкентте ашылды"))
    >>> latin = fingerprint_alike(split_words("Zhana mektep biyl Shymkentte ashyldy"))
    >>> bool((cyrillic.values == latin.values).all())
    True
    """
    return fingerprint(words.once(alike))


def hash_shingles(words: Words) -> NDArray[np.uint64]:
    """A hash of the four words from each word on; none for a text of fewer words."""
    hashes = words.hashes
    length = max(len(hashes) - SHINGLE + 1, 0)
    mixed = np.zeros(length, np.uint64)
    for offset in range(SHINGLE):
        mixed ^= hashes[offset : offset + length]
        mixed *= _GOLDEN
        mixed ^= mixed >> _SHIFT
    return mixed * _GOLDEN


def guaranteed(run: int) -> int:
    """Fingerprints that any verbatim run of so many words shares at least.

    >>> [guaranteed(run) for run in (4, 6, 9, 16)]
    [0, 1, 2, 4]
    """
    return max((run - SHINGLE + 1) // 3, 0)
