"""Words of an original that stand in a candidate by their letters, though not as words.

Letters may be written from the last to the first and turned round by a style, words parted, joined
or doubled letter by letter, digits put for letters and stars for vowels. Each way has marks of its
own, and the next one has others; so it is asked what all of them leave as it was: the consonants
that no digit is put for, in their order or in the reverse.

    Министр финансов    →  м н р ф н н  →  мнрфн…
    M1n1 st3r of f*nanc →  m n r f n n c
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from reuse_guard.align.lookup import Sieve
from reuse_guard.align.runs import starts_of_runs
from reuse_guard.text.folding import FIRST_LETTER
from reuse_guard.text.hashing import hashes_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from reuse_guard.text.words import Words

# Vowels, letters that a digit is put for, and digits. What is left is about a third of all letters.
_LEFT_OUT: Final = "aeiouybglstzиыэюяйьъәөүұзчб0123456789"
_KEPT: Final = np.ones(1 << 16, np.bool_)
_KEPT[:FIRST_LETTER] = False
_KEPT[[ord(letter) for letter in _LEFT_OUT]] = False
_KEPT.setflags(write=False)
_NARROW_KEPT: Final = _KEPT[:256].tobytes()
_RUN: Final = 12  # letters that are left, of about six words: no two articles share many by chance
# Every run holds a block that begins at a third letter, so no more are looked up of a candidate.
_BLOCK: Final = 10
_STEP: Final = _RUN - _BLOCK + 1
_AT_ONCE: Final = 4  # letters that fill the 8 bytes hashed at a time
FEWEST: Final = 20  # words found: fewer tell nothing
_LEFT: Final = 6  # of them in words that were not found copied
_FACTOR: Final = np.uint64(0x9E3779B97F4A7C15)  # 2^64 by the golden ratio, for products that mix
_HALF: Final = np.uint64(29)


def respelt_words(
    original: Words,
    candidate: Words,
    copied: NDArray[np.bool_],
    known: NDArray[np.bool_] | None = None,
) -> NDArray[np.bool_]:
    """Which words of the original stand in the candidate by their letters and not as words.

    Words of the candidate that are all words of the original are none: the search for copies has
    seen them. Nor are a few letters beside what was copied.

    Args:
        original: words of its body.
        candidate: all words of the candidate.
        copied: which words of the original were found copied.
        known: which words of the candidate are these copies; none when left out.

    Examples:
        >>> from reuse_guard.text.words import split_words
        >>> text = "The minister of finance spoke of pensions, new roads and cheap medicine, while "
        >>> text += "the opposition asked where the money for the old bridge went"
        >>> candidate = split_words(f"Read in a mirror: {text[::-1]}")
        >>> original = split_words(text)
        >>> int(respelt_words(original, candidate, np.zeros(24, np.bool_)).sum())
        24
    """
    ours = original.once(_Runs.of)
    at = _kept(candidate.letters)
    left = candidate.letters.take(at)
    changes = starts_of_runs(left)  # each letter once where it is repeated
    places, runs = ours.found_in(left.take(changes))
    first, last = (_words_at(candidate, at[changes[places + end]]) for end in (0, _RUN - 1))
    if known is not None:
        copies = known.nonzero()[0]
        told = last + 1 - first - (copies.searchsorted(last + 1) - copies.searchsorted(first))
        is_told = 2 * told > last - first
        runs, first, last = runs[is_told], first[is_told], last[is_told]
    if not len(runs):
        return np.zeros(len(original), np.bool_)
    forward, backward = ours.among(runs, ~copied)
    # In most pairs these are few, and which of them have words of their own is dear to tell.
    found = ours.words_of(forward, backward)
    if np.count_nonzero(found & ~copied) < FEWEST:
        return np.zeros(len(original), np.bool_)
    differs = _have_new_words(original, candidate, first, last)
    own = _are_in(np.sort(runs[differs]), ours.hashes[forward])
    return ours.words_of(forward[own], backward)


@dataclass(frozen=True, slots=True, eq=False)
class _Runs:
    """The runs of letters of an original.

    Attributes:
        hashes: of the run that begins at each letter, and of the run that begins at each letter of
            the same letters read from the last to the first, those runs between them that are of
            both left where they are.
        sieve: of all these.
        blocks: of the blocks of letters, either way.
        words: the word that each letter stands in.
        size: how many words there are.
    """

    hashes: NDArray[np.uint64]
    sieve: Sieve
    blocks: Sieve
    words: NDArray[np.int64]
    size: int

    @classmethod
    def of(cls, words: Words) -> _Runs:
        letters, owners = _skeleton(words)
        chunks = _chunks(np.concatenate((letters, letters[::-1])))
        runs = _hashes(chunks, _RUN)
        return cls(runs, _sieve(runs), _sieve(_hashes(chunks, _BLOCK)), owners, len(words))

    def found_in(self, letters: NDArray[np.uint16]) -> tuple[NDArray[np.int64], NDArray[np.uint64]]:
        """Where runs of a candidate begin that may be among these, either way, and their hashes."""
        chunks = _chunks(letters)
        found = self.blocks.sift(_hashes(chunks, _BLOCK, step=_STEP).view(np.int64))
        places = (_STEP * found[:, None] + np.arange(1 - _STEP, 1)).ravel()
        places = places[(places >= 0) & (places <= len(letters) - _RUN)]
        runs = _mixed(*(chunks[places + at] for at in _offsets(_RUN)))
        kept = self.sieve.sift(runs.view(np.int64))
        return places[kept], runs[kept]

    def among(
        self, runs: NDArray[np.uint64], left: NDArray[np.bool_]
    ) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """The letters at which runs of a candidate begin, as they stand here and in the reverse.

        Args:
            runs: their hashes.
            left: which words were not found copied; runs that hold too few of these are left out.
        """
        maybe = _sieve(runs).sift(self.hashes.view(np.int64))
        found = maybe[_are_in(np.sort(runs), self.hashes[maybe])]
        size = len(self.words)
        before = np.zeros(size + 1, np.int64)
        left[self.words].cumsum(out=before[1:])
        last = size - _RUN
        ways = found[found <= last], size + last - found[found >= size]
        forward, backward = (at[before[at + _RUN] - before[at] >= _LEFT] for at in ways)
        return forward, backward

    def words_of(self, *places: NDArray[np.int64]) -> NDArray[np.bool_]:
        """The words that the runs that begin at these letters stand in."""
        first = np.concatenate(places)
        edges = np.bincount(self.words[first], minlength=self.size + 1)
        edges -= np.bincount(self.words[first + _RUN - 1] + 1, minlength=self.size + 1)
        return edges[:-1].cumsum() > 0


def _sieve(hashes: NDArray[np.uint64]) -> Sieve:
    return Sieve.of(hashes.view(np.int64))


def _skeleton(words: Words) -> tuple[NDArray[np.uint16], NDArray[np.int64]]:
    """The letters left of words, each once where it is repeated, and the words they stand in."""
    owners = np.arange(len(words)).repeat(words.letter_counts)
    before = words.letter_counts.cumsum() - words.letter_counts
    letters = words.letters.take(np.arange(len(owners)) + (words.letter_starts - before)[owners])
    at = _kept(letters)
    left = letters.take(at)
    changes = starts_of_runs(left)
    return left.take(changes), owners.take(at).take(changes)


def _kept(letters: NDArray[np.uint16]) -> NDArray[np.int64]:
    """The places of the letters that are left."""
    if len(letters) and int(letters.max()) < len(_NARROW_KEPT):  # in half the time
        narrow = letters.astype(np.uint8).tobytes().translate(_NARROW_KEPT)
        return np.frombuffer(narrow, np.bool_).nonzero()[0]
    return _KEPT.take(letters).nonzero()[0]


def _words_at(words: Words, places: NDArray[np.int64]) -> NDArray[np.int64]:
    """The words that folded letters stand in."""
    found: NDArray[np.int64] = words.letter_starts.searchsorted(places, "right") - 1
    return found


def _have_new_words(
    original: Words, candidate: Words, first: NDArray[np.int64], last: NDArray[np.int64]
) -> NDArray[np.bool_]:
    """Which of these parts of a candidate, each from a first word to a last, have one of its own.

    Only their words are hashed: for all it would take longer than the search does.
    """
    sizes = last - first + 1
    ends = sizes.cumsum()
    words = np.arange(int(ends[-1])) + np.repeat(last + 1 - ends, sizes)
    is_known = np.zeros(len(candidate), np.bool_)
    is_known[words] = True
    asked = is_known.nonzero()[0]
    hashes = hashes_of(
        candidate.stems[asked],
        candidate.letters,
        candidate.letter_starts[asked],
        candidate.letter_counts[asked],
    )
    is_known[asked] = _are_in(np.sort(original.hashes), hashes)
    return ~np.logical_and.reduceat(is_known[words], ends - sizes)


def _chunks(letters: NDArray[np.uint16]) -> NDArray[np.uint64]:
    """Every four neighbouring letters as one number: a view that overlaps itself."""
    count = max(0, len(letters) - _AT_ONCE + 1)
    return np.ndarray(count, "<u8", letters, strides=(letters.itemsize,))


def _hashes(chunks: NDArray[np.uint64], size: int, *, step: int = 1) -> NDArray[np.uint64]:
    """A hash of the so many letters that begin at each place, or at every so many places."""
    stop = max(0, len(chunks) + _AT_ONCE - size)
    return _mixed(*(chunks[at : at + stop : step] for at in _offsets(size)))


def _offsets(size: int) -> Iterator[int]:
    """Where chunks begin that hold so many letters; the last two may overlap."""
    return (min(at, size - _AT_ONCE) for at in range(0, size, _AT_ONCE))


def _mixed(first: NDArray[np.uint64], *others: NDArray[np.uint64]) -> NDArray[np.uint64]:
    mixed = first * _FACTOR
    for other in others:
        mixed += other
        mixed *= _FACTOR
    mixed ^= mixed >> _HALF
    return mixed


def _are_in(known: NDArray[np.uint64], values: NDArray[np.uint64]) -> NDArray[np.bool_]:
    """Which values are among known ones, which are sorted."""
    if not len(known):
        return np.zeros(len(values), np.bool_)
    found: NDArray[np.bool_] = known.take(known.searchsorted(values), mode="clip") == values
    return found
