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
from reuse_guard.text.folding import FIRST_LETTER

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from reuse_guard.text.words import Words

# Vowels, letters that a digit is put for, and digits. What is left is about a third of all letters.
_LEFT_OUT: Final = "aeiouybglstzиыэюяйьъәөүұзчб0123456789"
_KEPT: Final = np.ones(1 << 16, np.bool_)
_KEPT[:FIRST_LETTER] = False
_KEPT[[ord(letter) for letter in _LEFT_OUT]] = False
_KEPT.setflags(write=False)
_RUN: Final = 12  # letters that are left, of about six words: no two articles share many by chance
FEWEST: Final = 20  # words found: fewer tell nothing
_LEFT: Final = 6  # of them in words that were not found copied
_FACTOR: Final = np.uint64(0x9E3779B97F4A7C15)  # 2^64 by the golden ratio, for products that mix
_HALF: Final = np.uint64(29)
_TWO, _FOUR = np.uint64(2), np.uint64(4)


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
    letters, at = _letters_left(candidate.letters)
    runs = _hashes(letters)
    places = ours.places_in(runs)
    first, last = (_words_at(candidate, at[places + end]) for end in (0, _RUN - 1))
    if known is not None:
        unknown = np.append(0, np.cumsum(~known))
        is_told = 2 * (unknown[last + 1] - unknown[first]) > last - first
        places, first, last = places[is_told], first[is_told], last[is_told]
    left = np.append(0, np.cumsum(~copied[ours.words]))
    is_left = left[_RUN:] - left[: max(0, len(left) - _RUN)] >= _LEFT
    backward = _among(runs[places], ours.backward) & is_left
    found = _among(runs[places], ours.forward) & is_left | backward
    # In most pairs these are few, and which of them have words of their own is dear to tell.
    if np.count_nonzero(ours.words_of(found) & ~copied) < FEWEST:
        return np.zeros(len(original), np.bool_)
    differs = _have_new_words(original, candidate, first, last)
    return ours.words_of(_among(runs[places[differs]], ours.forward) & is_left | backward)


@dataclass(frozen=True, slots=True, eq=False)
class _Runs:
    """The runs of letters of an original.

    Attributes:
        forward: a hash of the run that begins at each letter.
        backward: of the same run read from its last letter to its first.
        known: all of these, sorted.
        sieve: of these: it tells most of a candidate's runs.
        words: the word that each letter stands in.
        size: how many words there are.
    """

    forward: NDArray[np.uint64]
    backward: NDArray[np.uint64]
    known: NDArray[np.uint64]
    sieve: Sieve
    words: NDArray[np.int64]
    size: int

    @classmethod
    def of(cls, words: Words) -> _Runs:
        letters, owners = _skeleton(words)
        forward, backward = _hashes(letters), _hashes(letters[::-1])[::-1]
        known = np.sort(np.concatenate((forward, backward)))
        sieve = Sieve.of(known.view(np.int64))
        return cls(forward, backward, known, sieve, owners, len(words))

    def places_in(self, runs: NDArray[np.uint64]) -> NDArray[np.int64]:
        """Where runs of a candidate are among these, either way."""
        maybe = self.sieve.sift(runs.view(np.int64))
        return maybe[_are_in(self.known, runs[maybe])]

    def words_of(self, found: NDArray[np.bool_]) -> NDArray[np.bool_]:
        """The words that these runs stand in."""
        places = found.nonzero()[0]
        edges = np.bincount(self.words[places], minlength=self.size + 1)
        edges -= np.bincount(self.words[places + _RUN - 1] + 1, minlength=self.size + 1)
        return np.cumsum(edges[:-1]) > 0


def _skeleton(words: Words) -> tuple[NDArray[np.uint64], NDArray[np.int64]]:
    """The letters left of words, each once where it is repeated, and the words they stand in."""
    counts = words.letter_counts
    owners = np.repeat(np.arange(len(words)), counts)
    offsets = words.letter_starts - np.cumsum(counts) + counts
    letters, at = _letters_left(words.letters.take(offsets[owners] + np.arange(len(owners))))
    return letters, owners[at]


def _letters_left(letters: NDArray[np.uint16]) -> tuple[NDArray[np.uint64], NDArray[np.int64]]:
    """Those letters that are left, each once where it is repeated, and their places."""
    at = _KEPT.take(letters).nonzero()[0]
    left = letters.take(at)
    changes = np.append(True, left[1:] != left[:-1])[: len(left)].nonzero()[0]
    return left.take(changes).astype(np.uint64), at.take(changes)


def _words_at(words: Words, places: NDArray[np.int64]) -> NDArray[np.int64]:
    """The words that folded letters stand in."""
    found: NDArray[np.int64] = np.searchsorted(words.letter_starts, places, "right") - 1
    return found


def _have_new_words(
    original: Words, candidate: Words, first: NDArray[np.int64], last: NDArray[np.int64]
) -> NDArray[np.bool_]:
    """Which of these parts of a candidate, each from a first word to a last, have one of its own.

    Only their words are hashed: for all it would take longer than the search does.
    """
    sizes = last - first + 1
    ends = np.cumsum(sizes)
    words = np.arange(int(ends[-1])) + np.repeat(last + 1 - ends, sizes)
    asked, places = np.unique(words, return_inverse=True)
    is_known = _among(original.hashes, candidate.take(asked).hashes)
    return ~np.logical_and.reduceat(is_known[places], ends - sizes)


def _hashes(letters: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """A hash of each run of letters, made of those of two, four and eight of them."""
    count = max(0, len(letters) - _RUN + 1)
    factor = _FACTOR
    two = letters[:-1] * factor
    two += letters[1:]
    four = two[:-2] * factor**_TWO
    four += two[2:]
    eight = four[:-4] * factor**_FOUR
    eight += four[4:]
    hashes: NDArray[np.uint64] = eight[:count] * factor**_FOUR
    hashes += four[8:][:count]
    hashes *= factor
    hashes ^= hashes >> _HALF
    return hashes


def _among(known: NDArray[np.uint64], values: NDArray[np.uint64]) -> NDArray[np.bool_]:
    """Which values are among some known ones."""
    return _are_in(np.sort(known), values)


def _are_in(known: NDArray[np.uint64], values: NDArray[np.uint64]) -> NDArray[np.bool_]:
    """Which values are among known ones, which are sorted."""
    if not len(known):
        return np.zeros(len(values), np.bool_)
    found: NDArray[np.bool_] = known.take(np.searchsorted(known, values), mode="clip") == values
    return found
