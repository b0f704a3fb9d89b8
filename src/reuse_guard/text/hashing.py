"""Hashes of words, all words at once: of the first letters, which inflected forms share, and whole.

The hash of a whole word continues that of its first letters. A word with a digit is not inflected,
and what tells it from others often stands at its end ("KZ000123"), so its stem is the whole word.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

_CHUNK: Final = 4  # folded letters (UTF-16 units) hashed at a time, 8 bytes
PADDING: Final = 2 * _CHUNK  # zeros after the last letter, for chunks that begin in the last word
# Odd constants of splitmix64 (Steele, Lea, Flood 2014).
_MULTIPLIER = np.uint64(0xBF58476D1CE4E5B9)
_FINISHER = np.uint64(0x94D049BB133111EB)
_LONGEST_CHUNKED: Final = 64  # letters; longer "words" are hashed one by one
_KEPT_BYTES = np.array([0, 2**16 - 1, 2**32 - 1, 2**48 - 1, 2**64 - 1], np.uint64)
_ZERO, _DIGITS = np.uint16(ord("0")), 10


def stems_of(
    letters: NDArray[np.uint16], first: NDArray[np.int64], counts: NDArray[np.int64]
) -> NDArray[np.uint64]:
    """Hash the first four letters of each word, or all letters of one with a digit in it.

    Args:
        letters: folded letters of a text as UTF-16 units, `PADDING` zeros after them.
        first: where each word begins in them, ascending.
        counts: how many letters each word has.
    """
    stems = _mix(np.zeros(len(first), np.uint64), _chunks(letters), first, counts)
    numbered = _numbered(letters, first, counts)
    stems[numbered] = _completed(stems[numbered], letters, first[numbered], counts[numbered])
    return stems


def hashes_of(
    stems: NDArray[np.uint64],
    letters: NDArray[np.uint16],
    first: NDArray[np.int64],
    counts: NDArray[np.int64],
) -> NDArray[np.uint64]:
    """Hash all letters of each word; the arguments as `stems_of` takes them, and what it gave."""
    following = counts.copy()
    following[_numbered(letters, first, counts)] = 0  # their stems are of all letters
    return _completed(stems.copy(), letters, first, following)


def _chunks(letters: NDArray[np.uint16]) -> NDArray[np.uint64]:
    """Every four neighbouring letters as one number: a view that overlaps itself."""
    return np.ndarray(len(letters) - _CHUNK, "<u8", letters, strides=(letters.itemsize,))


def _numbered(
    letters: NDArray[np.uint16], first: NDArray[np.int64], counts: NDArray[np.int64]
) -> NDArray[np.int64]:
    """Indices of the words longer than a stem with a digit in them, ascending."""
    if not len(first):
        return first
    begin, end = int(first[0]), int(first[-1] + counts[-1])
    digits = (letters[begin:end] - _ZERO < _DIGITS).nonzero()[0]
    if not len(digits):
        return digits
    begins = np.ones(len(digits), np.bool_)
    np.not_equal(digits[1:], digits[:-1] + 1, out=begins[1:])
    digits = digits[begins] + begin
    words = first.searchsorted(digits, "right") - 1
    chosen = np.zeros(len(first), np.bool_)
    chosen[words[digits < first[words] + counts[words]]] = True
    return (chosen & (counts > _CHUNK)).nonzero()[0]


def _completed(
    hashes: NDArray[np.uint64],
    letters: NDArray[np.uint16],
    first: NDArray[np.int64],
    counts: NDArray[np.int64],
) -> NDArray[np.uint64]:
    """Hash what follows the first four letters, four at a time, all words at once."""
    chunks = _chunks(letters)
    done = _CHUNK
    longer = ((counts > done) & (counts <= _LONGEST_CHUNKED)).nonzero()[0]
    while len(longer):
        at, left = first[longer] + done, counts[longer] - done
        hashes[longer] = _mix(hashes[longer], chunks, at, left)
        done += _CHUNK
        longer = longer[left > _CHUNK]
    for index in (counts > _LONGEST_CHUNKED).nonzero()[0].tolist():
        word = letters[first[index] : first[index] + counts[index]].tobytes()
        hashes[index] = int.from_bytes(hashlib.blake2b(word, digest_size=8).digest(), "little")
    return hashes


def _mix(
    hashes: NDArray[np.uint64],
    chunks: NDArray[np.uint64],
    at: NDArray[np.int64],
    left: NDArray[np.int64],
) -> NDArray[np.uint64]:
    mixed = chunks[at]  # `take` would copy all of the view first
    mixed &= _KEPT_BYTES.take(left, mode="clip")
    mixed ^= hashes
    mixed *= _MULTIPLIER
    mixed ^= mixed >> np.uint64(31)
    mixed *= _FINISHER
    return mixed ^ (mixed >> np.uint64(29))
