"""The words of a text: where each stands, and a hash of its folded letters.

A word is a maximal run of letters, digits and their marks. Apostrophes, hyphens and underscores
separate words; invisible characters do not. Han, kana, Thai, Lao, Khmer and Burmese are written
without spaces: there each letter with its marks is a word. A word broken over a line end by a
hyphen is one word.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final, Self, TypeAlias, TypeVar

import numpy as np

from reuse_guard.expressions import expression
from reuse_guard.frozen import Made
from reuse_guard.text.folding import (
    ALONE,
    ATTACHED,
    DROPPED,
    FIRST_LETTER,
    FULL_STOP,
    HYPHEN,
    MARK,
    SENTENCE_END,
    SEPARATOR,
    Folded,
    fold,
)
from reuse_guard.text.hashing import PADDING, hashes_of, stems_of
from reuse_guard.text.spans import Span

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import ArrayLike, NDArray

    Values: TypeAlias = NDArray[np.uint32] | NDArray[np.uint8]

T = TypeVar("T")

_BLOCK: Final = 256  # words hashed at once

_BROKEN_WORD = expression(r"(?<=[^\W\d_])[-\u2010\u2011]\r?\n[ \t]*(?=[^\W\d_])")


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """Words of one text, in order, as arrays of one length.

    Attributes:
        starts: first character of each word in the text.
        stops: one past its last character, accents included.
        stems: `uint64` of the first four folded letters, which inflected forms mostly share; of all
            of them in a word with a digit.
        breaks: a sentence or a line ends after the word.
        capitals: the word begins with a capital.
        letters: folded letters of the text as UTF-16 units, eight zeros after them; words share it.
        letter_starts: first folded letter of each word in `letters`.
        letter_counts: how many folded letters it has.
    """

    starts: NDArray[np.int64]
    stops: NDArray[np.int64]
    stems: NDArray[np.uint64]
    breaks: NDArray[np.bool_]
    capitals: NDArray[np.bool_]
    letters: NDArray[np.uint16]
    letter_starts: NDArray[np.int64]
    letter_counts: NDArray[np.int64]
    _made: Made = field(default_factory=Made, init=False, repr=False)

    def __len__(self) -> int:
        return len(self.stems)

    @property
    def hashes(self) -> NDArray[np.uint64]:
        """`uint64` of the folded letters of each word: the same in every run and on every machine.

        Made when first asked for: many candidates share no more than stems with an original.
        """
        return self.hashes_in(Span(0, len(self)))

    def hashes_in(self, words: Span) -> NDArray[np.uint64]:
        """The hashes of some words, made for no more than these and their neighbours."""
        hashed = self.once(_Hashed.of)
        first, last = words.start // _BLOCK, -(-words.stop // _BLOCK)
        start = hashed.done.find(0, first, last)
        if start >= 0:
            stop = hashed.done.rfind(0, start, last) + 1
            part = slice(start * _BLOCK, stop * _BLOCK)
            hashed.values[part] = hashes_of(
                self.stems[part], self.letters, self.letter_starts[part], self.letter_counts[part]
            )
            hashed.done[start:stop] = b"\1" * (stop - start)
        return hashed.values[words.start : words.stop]

    @property
    def is_cased(self) -> bool:
        """Whether capitals tell anything: they do not where most words begin with one."""
        return self.once(_is_cased)

    def once(self, make: Callable[[Words], T]) -> T:
        """What `make` makes of these words, made when first asked for and kept with them.

        One original is compared with many candidates; what is made of it alone is made once.
        """
        return self._made.of(self, make)

    def take(self, chosen: ArrayLike) -> Words:
        """The words at these indices (ascending), or where this mask is true."""
        index = np.asarray(chosen)
        index = index.nonzero()[0] if index.dtype == np.bool_ else index.astype(np.int64)
        breaks = self.breaks[index]
        breaks[:-1] |= index[1:] - index[:-1] != 1
        return Words(
            starts=self.starts[index],
            stops=self.stops[index],
            stems=self.stems[index],
            breaks=breaks,
            capitals=self.capitals[index],
            letters=self.letters,
            letter_starts=self.letter_starts[index],
            letter_counts=self.letter_counts[index],
        )

    def within(self, spans: list[Span] | tuple[Span, ...]) -> Words:
        """The words that begin inside these character spans."""
        bounds = self.starts.searchsorted(np.array(spans, np.int64).reshape(-1, 2))
        changes = np.bincount(bounds[:, 0], minlength=len(self) + 1)
        changes -= np.bincount(bounds[:, 1], minlength=len(self) + 1)
        return self.take(changes[:-1].cumsum() > 0)

    def folded(self, index: int) -> str:
        """The folded letters of one word."""
        start = int(self.letter_starts[index])
        units = self.letters[start : start + int(self.letter_counts[index])]
        return units.tobytes().decode("utf-16-le", "surrogatepass")

    def folded_in(self, words: Span) -> list[str]:
        """The folded letters of some words, each as `folded` gives them."""
        start, stop = words
        if stop - start <= 1:
            return [self.folded(index) for index in range(start, stop)]
        first, last = self.letter_starts[start], self.letter_starts[stop - 1]
        units = self.letters[first : last + self.letter_counts[stop - 1]]
        letters = units.tobytes().decode("utf-16-le", "surrogatepass")
        counts = self.letter_counts[start:stop]
        if len(letters) != len(units):  # some have two units
            return [self.folded(index) for index in range(start, stop)]
        found = letters.split()
        if len(found) == stop - start and sum(map(len, found)) == counts.sum():
            return found
        # Others stand between these words, or some are not parted.
        begins = self.letter_starts[start:stop] - first
        ends = (begins + counts).tolist()
        return [letters[begin:end] for begin, end in zip(begins.tolist(), ends, strict=True)]

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
    values, sources = folded.values, None
    signs = _Signs.of(values, folded.capital)
    hidden = _hidden(text, folded, signs)
    if len(hidden):
        kept = np.ones(len(values), np.bool_)
        kept[hidden] = False
        sources = kept.nonzero()[0]
        values = values[sources]
        signs = _Signs.of(values, folded.capital)
    letters = np.zeros(len(values) + PADDING, "<u2")
    np.bitwise_and(values, folded.capital - 1, out=letters[: len(values)], casting="unsafe")
    first, stop = _runs_of_letters(values)
    breaks = signs.breaks(first)
    if folded.has_lone_letters:
        first, stop, breaks = _without_spaces(values, first, stop, breaks)
    starts, stops = _in_source(folded, sources, first, stop)
    counts = stop - first
    return Words(
        starts=starts,
        stops=stops,
        stems=stems_of(letters, first, counts),
        breaks=breaks,
        capitals=values.take(first) & folded.capital != 0,
        letters=letters,
        letter_starts=first,
        letter_counts=counts,
    )


def _runs_of_letters(values: Values) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """First letter and one past the last letter of each run of letters."""
    is_letter = np.zeros(len(values) + 2, np.bool_)
    np.greater_equal(values, FIRST_LETTER, out=is_letter[1:-1])
    edges = (is_letter[1:] != is_letter[:-1]).nonzero()[0]
    return edges[::2].copy(), edges[1::2].copy()


@dataclass(frozen=True, slots=True, eq=False)
class _Signs:
    """What stands between the letters of a folded text and does more than to separate them.

    Attributes:
        places: where each stands.
        kinds: what it is.
    """

    places: NDArray[np.int64]
    kinds: NDArray[np.unsignedinteger[Any]]

    @classmethod
    def of(cls, values: Values, capital: int) -> Self:
        places = (values - (SEPARATOR + 1) < FIRST_LETTER - (SEPARATOR + 1)).nonzero()[0]
        kinds = values[places]
        stops = (kinds == FULL_STOP).nonzero()[0]
        following = values.take(places[stops] + 1, mode="clip")
        inside = (following >= FIRST_LETTER) & (following & capital == 0)
        kinds[stops] = np.where(inside, SEPARATOR, SENTENCE_END)
        return cls(places, kinds)

    def breaks(self, first: NDArray[np.int64]) -> NDArray[np.bool_]:
        """Which runs of letters a sentence or a line ends after; it ends after the last.

        Args:
            first: where each run begins.
        """
        breaks = np.zeros(len(first) + 1, np.bool_)
        breaks[first.searchsorted(self.places[self.kinds == SENTENCE_END])] = True
        breaks[-1:] = True
        return breaks[1:]


def _hidden(text: str, folded: Folded, signs: _Signs) -> NDArray[np.int64]:
    """Places in `folded` of invisible characters, of accents, and of what breaks a word in two."""
    places, kinds = signs.places, signs.kinds
    hidden: NDArray[np.int64] = places[(kinds == DROPPED) | (kinds == MARK)]
    hyphens = (kinds[:-1] == HYPHEN).nonzero()[0]
    ends_line = kinds[hyphens + 1] == SENTENCE_END
    if not (ends_line & (places[hyphens + 1] == places[hyphens] + 1)).any():
        return hidden
    parts = [place for match in _BROKEN_WORD.finditer(text) for place in range(*match.span())]
    broken = np.array(parts, np.int64)
    if folded.sources is not None:
        broken = np.isin(folded.sources, broken).nonzero()[0]
    return np.append(hidden, broken)


def _without_spaces(
    values: Values,
    first: NDArray[np.int64],
    stop: NDArray[np.int64],
    breaks: NDArray[np.bool_],
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.bool_]]:
    """Split runs of letters where a letter is a word of its own; bounds and breaks of the words."""
    kinds = values & (ALONE | ATTACHED)
    after_such = np.concatenate(([0], kinds[:-1])) != 0
    is_letter = values >= FIRST_LETTER
    splits = is_letter & ((kinds == ALONE) | (after_such & (kinds == 0)))
    words = np.union1d(first, splits.nonzero()[0])
    run = stop.searchsorted(words, "right")
    ends = np.append(run[1:] != run[:-1], [True])[: len(words)]
    return (
        words,
        np.minimum(np.append(words[1:], len(values)), stop[run]),
        ends & breaks[run],
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
        not_mark = np.append((folded.values != MARK).nonzero()[0], len(folded.values))
        stop = not_mark[not_mark.searchsorted(stop)]
    if folded.sources is None:
        return first, stop
    return folded.sources[first], folded.sources[stop - 1] + 1


@dataclass(frozen=True, slots=True, eq=False)
class _Hashed:
    """The hashes of those blocks of words that were asked for."""

    values: NDArray[np.uint64]
    done: bytearray  # 0 or 1 for every block

    @classmethod
    def of(cls, words: Words) -> Self:
        return cls(np.zeros(len(words), np.uint64), bytearray(-(-len(words) // _BLOCK)))


def _is_cased(words: Words) -> bool:
    return 2 * int(np.count_nonzero(words.capitals)) < len(words)
