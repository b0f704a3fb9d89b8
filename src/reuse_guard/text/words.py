"""The words of a text: where each stands, and a hash of its folded letters.

A word is a maximal run of letters, digits and their marks. Apostrophes, hyphens and underscores
separate words; invisible characters do not. Han, kana, Thai, Lao, Khmer and Burmese are written
without spaces: there each letter with its marks is a word. A word broken over a line end by a
hyphen is one word.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final, TypeVar

import numpy as np

from reuse_guard.text.folding import (
    ALONE,
    ATTACHED,
    CAPITAL,
    DROPPED,
    FIRST_LETTER,
    HYPHEN,
    LETTER,
    MARK,
    SENTENCE_END,
    Folded,
    fold,
)
from reuse_guard.text.spans import Span

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray

T = TypeVar("T")

# Odd constants of splitmix64 (Steele, Lea, Flood 2014).
_MULTIPLIER = np.uint64(0xBF58476D1CE4E5B9)
_FINISHER = np.uint64(0x94D049BB133111EB)
_CHUNK: Final = 4  # folded letters (UTF-16 units) hashed at a time, 8 bytes
_LONGEST_CHUNKED: Final = 64  # letters; longer "words" are hashed one by one
_KEPT_BYTES = np.array([0, 2**16 - 1, 2**32 - 1, 2**48 - 1, 2**64 - 1], np.uint64)

_BROKEN_WORD = re.compile(r"(?<=[^\W\d_])[-\u2010\u2011]\r?\n[ \t]*(?=[^\W\d_])")


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """Words of one text, in order, as arrays of one length.

    Attributes:
        starts: first character of each word in the text.
        stops: one past its last character, accents included.
        hashes: `uint64` of the folded letters; the same in every run and on every machine.
        stems: the same of the first four letters: inflected forms mostly share it.
        breaks: a sentence or a line ends after the word.
        capitals: the word begins with a capital.
        letters: folded letters of the text as UTF-16 units; words share it.
        letter_starts: first folded letter of each word in `letters`.
        letter_counts: how many folded letters it has.
    """

    starts: NDArray[np.int64]
    stops: NDArray[np.int64]
    hashes: NDArray[np.uint64]
    stems: NDArray[np.uint64]
    breaks: NDArray[np.bool_]
    capitals: NDArray[np.bool_]
    letters: NDArray[np.uint16]
    letter_starts: NDArray[np.int64]
    letter_counts: NDArray[np.int64]
    _made: dict[Callable[[Words], Any], Any] = field(default_factory=dict, init=False, repr=False)

    def __len__(self) -> int:
        return len(self.hashes)

    def once(self, make: Callable[[Words], T]) -> T:
        """What `make` makes of these words, made when first asked for and kept with them.

        One original is compared with many candidates; what is made of it alone is made once.
        """
        if make not in self._made:
            self._made[make] = make(self)
        made: T = self._made[make]
        return made

    def take(self, chosen: ArrayLike) -> Words:
        """The words at these indices (ascending), or where this mask is true."""
        index = np.asarray(chosen)
        index = np.flatnonzero(index) if index.dtype == np.bool_ else index.astype(np.int64)
        breaks = self.breaks[index]
        breaks[:-1] |= np.diff(index) != 1
        return Words(
            starts=self.starts[index],
            stops=self.stops[index],
            hashes=self.hashes[index],
            stems=self.stems[index],
            breaks=breaks,
            capitals=self.capitals[index],
            letters=self.letters,
            letter_starts=self.letter_starts[index],
            letter_counts=self.letter_counts[index],
        )

    def within(self, spans: list[Span] | tuple[Span, ...]) -> Words:
        """The words that begin inside these character spans."""
        chosen = np.zeros(len(self), np.bool_)
        for start, stop in spans:
            first, last = np.searchsorted(self.starts, (start, stop))
            chosen[first:last] = True
        return self.take(chosen)

    def folded(self, index: int) -> str:
        """The folded letters of one word."""
        start = int(self.letter_starts[index])
        units = self.letters[start : start + int(self.letter_counts[index])]
        return units.tobytes().decode("utf-16-le", "surrogatepass")

    def folded_in(self, words: Span) -> list[str]:
        """The folded letters of some words, each as `folded` gives them."""
        starts = self.letter_starts[words.start : words.stop].tolist()
        counts = self.letter_counts[words.start : words.stop].tolist()
        if not starts:
            return []
        first, stop = starts[0], starts[-1] + counts[-1]
        text = self.letters[first:stop].tobytes().decode("utf-16-le", "surrogatepass")
        if len(text) < stop - first:  # letters of two units
            return [self.folded(index) for index in range(*words)]
        return [text[at - first : at - first + size] for at, size in zip(starts, counts, strict=True)]

    def characters(self, words: Span) -> Span:
        """The characters from the first of these words to the last; empty for no words."""
        if words.size <= 0:
            return Span(0, 0)
        return Span(int(self.starts[words.start]), int(self.stops[words.stop - 1]))


def split_words(text: str) -> Words:
    """Find the words of a text.

    >>> text = "It's the Café – co-op No 2!"
    >>> words = split_words(text)
    >>> [text[a:b] for a, b in zip(words.starts, words.stops)]
    ['It', 's', 'the', 'Café', 'co', 'op', 'No', '2']
    """
    folded = fold(text)
    ends = np.flatnonzero(folded.values == SENTENCE_END)
    hidden = _inside_broken_words(text, folded) if HYPHEN in folded.values[ends - 1] else None
    values, sources = _visible(folded.values, hidden)
    units = (values & LETTER).astype("<u2")
    first, stop = _bounds(values, units >= FIRST_LETTER)
    starts, stops = _in_source(folded, sources, first, stop)
    counts = stop - first
    hashes, stems = _hash(units, first, counts)
    return Words(
        starts=starts,
        stops=stops,
        hashes=hashes,
        stems=stems,
        breaks=_breaks(first, ends if sources is None else np.flatnonzero(units == SENTENCE_END)),
        capitals=values[first] & CAPITAL != 0,
        letters=units,
        letter_starts=first,
        letter_counts=counts,
    )


def _inside_broken_words(text: str, folded: Folded) -> NDArray[np.int64]:
    """Places in `folded` of the hyphens and line breaks inside words broken over a line end."""
    places = [place for match in _BROKEN_WORD.finditer(text) for place in range(*match.span())]
    if folded.sources is None:
        return np.array(places, np.int64)
    return np.flatnonzero(np.isin(folded.sources, places))


def _visible(
    values: NDArray[np.uint32], hidden: NDArray[np.int64] | None
) -> tuple[NDArray[np.uint32], NDArray[np.int64] | None]:
    """Values without the invisible ones and the accents, and where each was; None if none was."""
    kept = (values != DROPPED) & (values != MARK)
    if hidden is not None:
        kept[hidden] = False
    if kept.all():
        return values, None
    places = np.flatnonzero(kept)
    return values[places], places


def _bounds(
    values: NDArray[np.uint32], is_letter: NDArray[np.bool_]
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """First letter and one past the last letter of each word."""
    padded = np.zeros(len(values) + 2, np.bool_)
    padded[1:-1] = is_letter
    edges = np.flatnonzero(padded[1:] != padded[:-1])
    first, stop = edges[::2], edges[1::2]
    if not len(values) or values.max() < ALONE:
        return first, stop
    without_spaces = values & (ALONE | ATTACHED)
    after_such = np.concatenate(([0], without_spaces[:-1])) != 0
    splits = is_letter & ((without_spaces == ALONE) | (after_such & (without_spaces == 0)))
    first = np.union1d(first, np.flatnonzero(splits))
    return first, np.minimum(
        np.append(first[1:], len(values)), stop[np.searchsorted(stop, first, "right")]
    )


def _in_source(
    folded: Folded,
    places: NDArray[np.int64] | None,
    first: NDArray[np.int64],
    stop: NDArray[np.int64],
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """The characters that words of folded letters came from, with the accents that follow."""
    if places is not None:
        first, stop = places[first], places[stop - 1] + 1
        not_mark = np.append(np.flatnonzero(folded.values != MARK), len(folded.values))
        stop = not_mark[np.searchsorted(not_mark, stop)]
    if folded.sources is None:
        return first, stop
    return folded.sources[first], folded.sources[stop - 1] + 1


def _breaks(first: NDArray[np.int64], ends: NDArray[np.int64]) -> NDArray[np.bool_]:
    breaks = np.zeros(len(first), np.bool_)
    before = np.searchsorted(first, ends) - 1
    breaks[before[before >= 0]] = True
    breaks[-1:] = True
    return breaks


def _hash(
    units: NDArray[np.uint16], first: NDArray[np.int64], counts: NDArray[np.int64]
) -> tuple[NDArray[np.uint64], NDArray[np.uint64]]:
    """Hash each word four letters at a time, all words at once; and what the first four give."""
    padded = np.concatenate((units, np.zeros(2 * _CHUNK, "<u2")))
    # Every four neighbouring letters as one number: a view that overlaps itself, nothing is copied.
    chunks = np.ndarray(len(units) + _CHUNK, "<u8", padded, strides=(padded.itemsize,))
    stems = _mix(np.zeros(len(first), np.uint64), chunks, first, counts)
    hashes = stems.copy()
    done = _CHUNK
    longer = np.flatnonzero((counts > done) & (counts <= _LONGEST_CHUNKED))
    while len(longer):
        at, left = first[longer] + done, counts[longer] - done
        hashes[longer] = _mix(hashes[longer], chunks, at, left)
        done += _CHUNK
        longer = longer[left > _CHUNK]
    for index in np.flatnonzero(counts > _LONGEST_CHUNKED).tolist():
        word = units[first[index] : first[index] + counts[index]].tobytes()
        hashes[index] = int.from_bytes(hashlib.blake2b(word, digest_size=8).digest(), "little")
    return hashes, stems


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
