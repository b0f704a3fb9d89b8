"""Two texts ready to be compared word by word, and what the comparison finds."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from reuse_guard.text.spans import Span

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from reuse_guard.align.vocabulary import Vocabulary
    from reuse_guard.text.words import Words

# A nearly equal word tells less than an equal one: it is found among many more words.
SIMILAR_BITS: Final = 0.5
# Letters of a word that is no particle, in whole sentences and in phrases.
PLAIN_LETTERS: Final = (3, 4)
# The first of the scripts written without spaces, Thai.
_FIRST_WITHOUT_SPACES: Final = 0x0E00


class Match(NamedTuple):
    """Words of the original and the words of the candidate they equal.

    Attributes:
        original: words of the original.
        candidate: words of the candidate; as many unless a word was split or joined.
        bits: information of the words.
        exact: equal after folding.
    """

    original: Span
    candidate: Span
    bits: float
    exact: bool


@dataclass(frozen=True, slots=True)
class Stretch:
    """Matches that hold together, in order.

    Attributes:
        matches: at least one.
        bits: their information less what the gaps between them cost.
    """

    matches: tuple[Match, ...]
    bits: float

    @property
    def original(self) -> Span:
        """From the first copied word of the original to the last."""
        return Span(self.matches[0].original.start, self.matches[-1].original.stop)

    @property
    def candidate(self) -> Span:
        """The same of the candidate."""
        return Span(self.matches[0].candidate.start, self.matches[-1].candidate.stop)


@dataclass(frozen=True)
class Pair:
    """Both texts, ready to be compared word by word."""

    original: Words
    candidate: Words
    vocabulary: Vocabulary

    @cached_property
    def word_bits(self) -> NDArray[np.float64]:
        """Information of every word of the original, as an array."""
        return self.vocabulary.bits()[self.vocabulary.original]

    @cached_property
    def _bits_before(self) -> list[float]:
        """Information of all the words of the original before each, and of all of them."""
        before: list[float] = np.concatenate(([0.0], np.cumsum(self.word_bits))).tolist()
        return before

    def bits(self, original: Span) -> float:
        """Information of some words of the original."""
        return self._bits_before[original.stop] - self._bits_before[original.start]

    def plain_words(self, original: Span, *, letters: int) -> int:
        """How many of some words of the original have so many letters and are no names or numbers.

        Where most words of the original begin with a capital, capitals tell nothing.

        Args:
            original: words of the original.
            letters: one of `PLAIN_LETTERS`.
        """
        before = self._plain_before[letters]
        return before[original.stop] - before[original.start]

    @cached_property
    def _plain_before(self) -> dict[int, list[int]]:
        """Plain words before each word and in all, by their least letters."""
        words = self.original
        first = words.letters[words.letter_starts]
        is_number = (first >= ord("0")) & (first <= ord("9"))
        is_name = words.capitals & (2 * words.capitals.sum() < len(words))
        is_alone = first >= _FIRST_WITHOUT_SPACES  # a letter is a word there
        plain = ~is_number & ~is_name
        return {
            letters: [0, *np.cumsum(plain & ((words.letter_counts >= letters) | is_alone)).tolist()]
            for letters in PLAIN_LETTERS
        }

    @cached_property
    def _breaks(self) -> list[int]:
        breaks: list[int] = np.flatnonzero(self.original.breaks).tolist()
        return breaks

    def breaks_in(self, original: Span) -> list[int]:
        """Those of some words of the original that end a sentence or a line."""
        breaks = self._breaks
        return breaks[bisect_left(breaks, original.start) : bisect_left(breaks, original.stop)]

    def begins(self, match: Match) -> bool:
        """Whether a match begins a sentence on both sides."""
        here, there = match.original.start, match.candidate.start
        starts_original = here == 0 or bool(self.original.breaks[here - 1])
        return starts_original and (there == 0 or bool(self.candidate.breaks[there - 1]))

    def ends(self, match: Match) -> bool:
        """Whether a match ends a sentence on both sides."""
        here, there = match.original.stop - 1, match.candidate.stop - 1
        return bool(self.original.breaks[here] and self.candidate.breaks[there])

    def is_whole(self, stretch: Stretch) -> bool:
        """Whether a stretch begins and ends with a sentence on both sides."""
        return self.begins(stretch.matches[0]) and self.ends(stretch.matches[-1])

    def equal(self, original: int, candidate: int, size: int) -> Match:
        """A match of equal words that begins at these two."""
        here, there = Span(original, original + size), Span(candidate, candidate + size)
        return Match(here, there, self.bits(here), exact=True)

    def similar(self, original: Span, candidate: Span) -> Match:
        """A match of nearly equal words."""
        return Match(original, candidate, SIMILAR_BITS * self.bits(original), exact=False)
