"""Two texts ready to be compared word by word, and what the comparison finds."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple, Self

from reuse_guard.align.prepared import Prepared
from reuse_guard.align.runs import sums_before
from reuse_guard.align.sentences import Borders
from reuse_guard.align.vocabulary import Vocabulary
from reuse_guard.frozen import kept
from reuse_guard.text.spans import Span

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from reuse_guard.text.words import Words

# A nearly equal word tells less than an equal one: it is found among many more words.
SIMILAR_BITS: Final = 0.5


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


@dataclass(frozen=True)
class Stretch:
    """Matches that hold together, in order.

    Attributes:
        matches: at least one.
        bits: their information less what the gaps between them cost.
    """

    matches: tuple[Match, ...]
    bits: float

    @kept
    def original(self) -> Span:
        """From the first copied word of the original to the last."""
        return Span(self.matches[0].original.start, self.matches[-1].original.stop)

    @kept
    def candidate(self) -> Span:
        """The same of the candidate."""
        return Span(self.matches[0].candidate.start, self.matches[-1].candidate.stop)


@dataclass(frozen=True)
class Pair:
    """Both texts, ready to be compared word by word."""

    prepared: Prepared
    candidate: Words
    vocabulary: Vocabulary

    @classmethod
    def of(cls, original: Words, candidate: Words) -> Self:
        """Both texts, the original prepared when it is first compared."""
        prepared = original.once(Prepared.of)
        return cls(prepared, candidate, Vocabulary.of(prepared, candidate))

    @property
    def original(self) -> Words:
        """The words of the original."""
        return self.prepared.words

    @kept
    def word_bits(self) -> NDArray[np.float64]:
        """Information of every word of the original, as an array."""
        return self.vocabulary.bits[self.prepared.numbers]

    @kept
    def _bits_before(self) -> memoryview[float]:
        """Information of all the words of the original before each, and of all of them."""
        return sums_before(self.word_bits)

    def bits(self, original: Span) -> float:
        """Information of some words of the original."""
        return self._bits_before[original.stop] - self._bits_before[original.start]

    def own_bits(self, match: Match) -> float:
        """What a match tells, whatever else stands in the candidate."""
        before = self.prepared.own_bits_before
        bits = before[match.original.stop] - before[match.original.start]
        return bits if match.exact else SIMILAR_BITS * bits

    def plain_words(self, original: Span, *, letters: int) -> int:
        """How many of some words of the original have so many letters and are no names or numbers.

        Args:
            original: words of the original.
            letters: one of `PLAIN_LETTERS`.
        """
        before = self.prepared.plain_before[letters]
        return before[original.stop] - before[original.start]

    def breaks_in(self, original: Span) -> list[int]:
        """Those of some words of the original that end a sentence or a line."""
        breaks = self.prepared.breaks
        return breaks[bisect_left(breaks, original.start) : bisect_left(breaks, original.stop)]

    def has_break(self, first: int, stop: int) -> bool:
        """Whether a sentence or a line of the original ends within these words."""
        breaks = self.prepared.breaks
        place = bisect_left(breaks, first)
        return place < len(breaks) and breaks[place] < stop

    def may_hold_sentence(self, original: Span, candidate: Span) -> bool:
        """Whether a sentence may begin and end with the same words in these parts of both texts."""
        ours, theirs = self.prepared.borders, self.borders
        return not (
            set(ours.firsts_in(original)).isdisjoint(theirs.firsts_in(candidate))
            or set(ours.lasts_in(original)).isdisjoint(theirs.lasts_in(candidate))
        )

    @kept
    def borders(self) -> Borders:
        """The borders of the candidate's sentences."""
        return Borders.of(self.candidate, self.vocabulary.candidate)

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

    def loose_ends(self, stretch: Stretch) -> int | None:
        """At how many of its four ends no sentence ends, but a word with a capital follows.

        None if any end has neither. A heading run into the text has such ends, and so has the
        sentence after it; the beginnings of names do, too.
        """
        original, candidate = stretch.original, stretch.candidate
        ends = [
            *(_end(self.original, place) for place in original),
            *(_end(self.candidate, place) for place in candidate),
        ]
        return None if None in ends else sum(1 for is_loose in ends if is_loose)

    def equal(self, original: int, candidate: int, size: int) -> Match:
        """A match of equal words that begins at these two."""
        here, there = Span(original, original + size), Span(candidate, candidate + size)
        return Match(here, there, self.bits(here), exact=True)

    def similar(self, original: Span, candidate: Span) -> Match:
        """A match of nearly equal words."""
        return Match(original, candidate, SIMILAR_BITS * self.bits(original), exact=False)


def _end(words: Words, place: int) -> bool | None:
    """Whether a border between two words is a loose end; None if it is inside a sentence."""
    if place in (0, len(words)) or words.breaks[place - 1]:
        return False
    return True if words.is_cased and words.capitals[place] else None
