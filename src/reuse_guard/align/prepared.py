"""An original ready to be compared with any candidate: what can be made of it alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Self

import numpy as np

from reuse_guard.align.grams import Grams, keys_of_pairs, keys_of_runs
from reuse_guard.align.lookup import Table
from reuse_guard.align.runs import starts_of_runs, sums_before
from reuse_guard.align.sentences import Borders, sentences_in, shapes_of
from reuse_guard.frozen import kept
from reuse_guard.text.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from reuse_guard.text.words import Words

# Single words and pairs of words tell a copy only while they are rare on both sides.
RARE: Final = 2
# Words that any candidate is thought to have, where what it says must not matter. Of 400, 600 and
# 900, 600 was best on the even halves; see docs/decisions/0009.
_WORDS_OF_A_CANDIDATE: Final = 600
# How often such a candidate is thought to have each word of up to three letters: news in English
# have one 8 to 14 times, in Russian 2 to 16, in Kazakh once or twice.
_TIMES_OF_A_SHORT_WORD: Final = 4
# Letters of a word that is no particle, in whole sentences and in phrases.
PLAIN_LETTERS: Final = (3, 4)
# Shorter words are no seeds by themselves: they are mostly particles and parts of abbreviations.
_LETTERS_OF_A_LONG_WORD: Final = 4
# Of no sentence; a table with it is never empty.
_NO_SHAPE: Final = -1
# The first of the scripts written without spaces, Thai.
_FIRST_WITHOUT_SPACES: Final = 0x0E00


@dataclass(frozen=True)
class Prepared:
    """An original's words, numbered, with its grams and sentences.

    Attributes:
        words: the words, at least one.
        numbers: number of every word; words with equal stems have the same.
        singles: single words; a stem's index among the keys is its number.
        table: the stems, in the order of their numbers.
    """

    words: Words
    numbers: NDArray[np.int64]
    singles: Grams
    table: Table

    @classmethod
    def of(cls, words: Words) -> Self:
        """Prepare some words, at least one."""
        singles = Grams.of(words.stems)
        return cls(words, singles.numbered(), singles, Table.of(singles.known))

    @property
    def counts(self) -> NDArray[np.int64]:
        """How often the original has each number."""
        return self.singles.counts

    @property
    def absent(self) -> int:
        """The number of every word that the original lacks."""
        return len(self.counts)

    def around(self, numbers: NDArray[np.int64]) -> Span:
        """From where any of these words stands first to where one stands last."""
        starts, order = self.singles.starts[numbers], self.singles.order
        stops = starts + self.counts[numbers]
        return Span(int(order[starts].min()), int(order[stops - 1].max()) + 1)

    @kept
    def rare(self) -> NDArray[np.bool_]:
        """The numbers of words that are a seed by themselves: long ones, seldom found here."""
        is_long = self._of_numbers(self.words.letter_counts >= _LETTERS_OF_A_LONG_WORD)
        return is_long & (self.counts <= RARE)

    def _of_numbers(self, of_words: NDArray[np.bool_]) -> NDArray[np.bool_]:
        """What holds for the words, by their numbers."""
        found = np.zeros(len(self.counts), np.bool_)
        found[self.numbers] = of_words
        return found

    @kept
    def pairs(self) -> Grams:
        """Pairs of words, side by side or one apart, that are rare here."""
        return Grams.of(keys_of_pairs(self.numbers, self.absent), most=RARE)

    @kept
    def runs(self) -> Grams:
        """Three words in a row."""
        return Grams.of(keys_of_runs(self.numbers, self.absent))

    @kept
    def breaks(self) -> list[int]:
        """The words that end a sentence or a line."""
        breaks: list[int] = self.words.breaks.nonzero()[0].tolist()
        return breaks

    @kept
    def borders(self) -> Borders:
        """The borders of the sentences."""
        return Borders.of(self.words, self.numbers)

    @kept
    def sentences(self) -> dict[bytes, list[Span]]:
        """The sentences, by the hashes of their words."""
        found: dict[bytes, list[Span]] = {}
        for sentence, key in self._sentences_of(self.words.hashes):
            found.setdefault(key, []).append(sentence)
        return found

    @kept
    def sentence_numbers(self) -> dict[bytes, list[int]]:
        """Where the sentences begin, by the numbers of their words."""
        found: dict[bytes, list[int]] = {}
        for sentence, key in self._sentences_of(self.numbers):
            found.setdefault(key, []).append(sentence.start)
        return found

    def may_have(self, shapes: NDArray[np.int64]) -> NDArray[np.bool_]:
        """Which sentences of these shapes may stand here."""
        known = self._shapes
        found: NDArray[np.bool_] = known.take(known.searchsorted(shapes), mode="clip") == shapes
        return found

    @kept
    def _shapes(self) -> NDArray[np.int64]:
        stops = self.words.breaks.nonzero()[0] + 1
        starts = np.concatenate(([0], stops))[:-1]
        return np.sort(np.append(shapes_of(self.numbers, starts, stops), _NO_SHAPE))

    def _sentences_of(self, values: NDArray[np.generic]) -> Iterator[tuple[Span, bytes]]:
        """The sentences, each with the values of its words out of those of all words."""
        size, keys = values.itemsize, values.tobytes()
        for sentence in sentences_in(self.words, Span(0, len(self.words))):
            yield sentence, keys[size * sentence.start : size * sentence.stop]

    @kept
    def repeated(self) -> NDArray[np.int64]:
        """Where the sentences begin that stand here more than once, or with other endings."""
        if len(starts_of_runs(self._shapes)) == len(self._shapes):  # as in most articles
            return np.zeros(0, np.int64)
        again = (places for places in self.sentence_numbers.values() if len(places) > 1)
        return np.array([place for places in again for place in places], np.int64)

    @kept
    def own_bits_before(self) -> memoryview[float]:
        """What all the words before each word tell, and all of them, whatever the candidate is.

        As in `Vocabulary.bits`, but by how often the original alone has them. In a short one "the"
        and "and" may stand once: any candidate is thought to have short words often.
        """
        words = self.words
        is_short = (words.letter_counts < _LETTERS_OF_A_LONG_WORD) & ~self._is_alone
        counts = self.counts + _TIMES_OF_A_SHORT_WORD * self._of_numbers(is_short)
        bits = np.log2((len(self.numbers) + _WORDS_OF_A_CANDIDATE) / counts)
        return sums_before(bits[self.numbers])

    @kept
    def numbers_before(self) -> memoryview[int]:
        """Words that begin with a digit before each word and in all."""
        return sums_before(self._begins_with_digit)

    @kept
    def _firsts(self) -> NDArray[np.uint16]:
        """The first letter of every word."""
        return self.words.letters.take(self.words.letter_starts)

    @property
    def _is_alone(self) -> NDArray[np.bool_]:
        """The letters that are words: scripts without spaces have them."""
        return self._firsts >= _FIRST_WITHOUT_SPACES

    @kept
    def _begins_with_digit(self) -> NDArray[np.bool_]:
        return (self._firsts >= ord("0")) & (self._firsts <= ord("9"))

    @kept
    def plain_before(self) -> dict[int, memoryview[int]]:
        """Words that are no names or numbers before each word and in all, by their least letters.

        Where most words of the original begin with a capital, capitals tell nothing.
        """
        words, is_alone = self.words, self._is_alone
        plain = ~self._begins_with_digit
        if words.is_cased:
            plain &= ~words.capitals
        return {
            letters: sums_before(plain & ((words.letter_counts >= letters) | is_alone))
            for letters in PLAIN_LETTERS
        }
