"""Where the sentences of a text begin and end, counted in words."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, Final, Self

import numpy as np

from reuse_guard.frozen import frozen
from reuse_guard.text.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from reuse_guard.text.words import Words

_SHAPE_BITS: Final = 21
# Words of a sentence that a page does not say twice as a heading and as what links to it. See
# docs/decisions/0008.
_LONG: Final = 10


def sentences_in(words: Words, part: Span) -> Iterator[Span]:
    """The sentences that stand wholly in some words of a text."""
    begins = part.start == 0 or bool(words.breaks[part.start - 1])
    stops: list[int] = (words.breaks[slice(*part)].nonzero()[0] + part.start + 1).tolist()
    starts = [part.start, *stops] if begins else stops
    return map(Span, starts, stops if begins else stops[1:])


def words_to_border(words: Words, place: int, step: int, *, most: int) -> int:
    """Words from a place to where a sentence begins or ends that way, at most one more than `most`.

    Args:
        words: a text.
        place: where a word begins, or the end of the text.
        step: -1 to the beginning of the sentence, 1 to its end.
        most: further off is not looked.
    """
    missing = 0
    while missing <= most and 0 < place < len(words) and not words.breaks[place - 1]:
        missing += 1
        place += step
    return missing


def shapes_of(
    numbers: NDArray[np.int64], starts: NDArray[np.int64], stops: NDArray[np.int64]
) -> NDArray[np.int64]:
    """A number for each sentence, the same for equal ones and hardly ever for others.

    Args:
        numbers: of the words of a text.
        starts: where sentences begin.
        stops: where they end.
    """
    shapes = numbers[starts] << _SHAPE_BITS
    shapes += numbers[stops - 1]
    shapes <<= _SHAPE_BITS
    shapes += stops - starts
    return shapes


def said_again(words: Words) -> NDArray[np.int64]:
    """The words of those long sentences of a text that it has said before.

    Short ones are headings and teasers, whose words a page has often by habit.
    """
    starts = np.concatenate(([0], words.breaks[:-1].nonzero()[0] + 1))
    sizes = np.diff(starts, append=len(words))
    is_long = sizes >= _LONG
    starts, sizes = starts[is_long], sizes[is_long]
    shapes = np.sort(shapes_of(words.stems.view(np.int64), starts, starts + sizes))
    if not (shapes[1:] == shapes[:-1]).any():  # as in most texts, without a look at every word
        return np.zeros(0, np.int64)
    places = np.arange(sizes.sum())
    places -= (sizes.cumsum() - sizes).repeat(sizes)
    at = starts.repeat(sizes) + places
    keys = np.add.reduceat(words.stems[at] * (places + 1).view(np.uint64), sizes.cumsum() - sizes)
    is_again = np.ones(len(keys), np.bool_)
    is_again[np.unique(keys, return_index=True)[1]] = False
    return at[is_again.repeat(sizes)]


@frozen
class Borders:
    """The first and the last words of the sentences of a text.

    Attributes:
        places: where each sentence begins, in order; the end of the text is the last.
        firsts: number of the first word of each sentence.
        lasts: number of its last word.
    """

    places: list[int]
    firsts: list[int]
    lasts: list[int]

    @classmethod
    def of(cls, words: Words, numbers: NDArray[np.int64]) -> Self:
        """The borders of a text whose words have these numbers."""
        lasts = words.breaks.nonzero()[0]
        starts = np.concatenate(([0], lasts + 1))
        return cls(starts.tolist(), numbers[starts[:-1]].tolist(), numbers[lasts].tolist())

    def firsts_in(self, part: Span) -> list[int]:
        """Numbers of the words that begin a sentence in a part of the text."""
        places = self.places
        return self.firsts[bisect_left(places, part.start) : bisect_left(places, part.stop)]

    def lasts_in(self, part: Span) -> list[int]:
        """Numbers of the words that end one."""
        places = self.places
        first = bisect_right(places, part.start) - 1
        return self.lasts[first : bisect_right(places, part.stop) - 1]
