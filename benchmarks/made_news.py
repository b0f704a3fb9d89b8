"""Articles for an archive of any size, made by a word model from news texts.

Sentences drawn from 1,114 articles would stand in sixty articles of 100,000 each, and every page
would have sixty originals. So the articles are made word by word, by a trigram model that backs
off: the next word follows a random occurrence of the last two words, or of the last one, or is any
word, each the likelier the oftener it was seen (the escape of Witten and Bell 1991, scaled).
Frequent phrases repeat as they do in news; rare words are followed by anything. Half of the draws
of a word seen fewer than four times give a made-up one, as a growing archive has ever new names.

How natural it is: `python -m benchmarks.made_news [DATA]` prints how many fingerprints of an
article stand in other articles too, for real and for made articles.
"""

from __future__ import annotations

import random
import re
import statistics
import sys
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

import numpy as np
from evaluation.data import data_folder

from reuse_guard.archive.fingerprints import fingerprint
from reuse_guard.text.words import split_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from numpy.typing import NDArray

_SYLLABLES = ("ka", "ro", "min", "ter", "sa", "lo", "ne", "dri", "pol", "ust", "en", "gar", "wick")
_RARE = 4  # occurrences
# Chosen so that the table of `main` agrees for real and made articles at 100 to 1,000 articles.
_PAIR_ESCAPE, _WORD_ESCAPE = 7.0, 35.0
_AT_ONCE = 1000  # articles made side by side


def seed_texts(data: Path) -> list[str]:
    """The news texts that the model learns from."""
    files = sorted((data / "news" / "en").glob("*.txt"))
    return [file.read_bytes().decode("utf-8", "replace") for file in files]


@dataclass(frozen=True, slots=True, eq=False)
class WordModel:
    """A text as tokens, with the places where each word and each pair of words stands.

    Attributes:
        tokens: words with their punctuation.
        words: number of the word of each token.
        pairs: number of the pair that each token ends.
        counts: occurrences of the word of each token.
    """

    tokens: list[str]
    words: _Places
    pairs: _Places

    @classmethod
    def learn(cls, texts: list[str]) -> Self:
        """Learn from texts, one after the other."""
        tokens = " ".join(texts).split()
        numbers: dict[str, int] = {}
        words = np.array(
            [numbers.setdefault(re.sub(r"\W", "", t).lower(), len(numbers)) for t in tokens]
        )
        pairs = np.concatenate(([0], words[:-1] * len(numbers) + words[1:]))
        return cls(tokens, _Places.of(words), _Places.of(pairs))

    def make(self, articles: int, *, words: int, seed: int) -> Iterator[str]:
        """Make articles of so many words; the same seed makes the same articles."""
        for first in range(0, articles, _AT_ONCE):
            chance = np.random.default_rng((seed, first))
            size = min(_AT_ONCE, articles - first)
            places = self._walk(chance, size, words)
            invented = chance.random(places.shape) < 0.5  # noqa: PLR2004
            invented &= self.words.counts[places] < _RARE
            for row, new in zip(places, invented, strict=True):
                yield self._text(chance, row, new)

    def _walk(self, chance: np.random.Generator, size: int, words: int) -> NDArray[np.int64]:
        """Places of the tokens of each article, a row each."""
        last = len(self.tokens) - 1
        place = chance.integers(0, last, size)
        rows = np.empty((size, words), np.int64)
        for step in range(words):
            rows[:, step] = place
            pair_count, word_count = self.pairs.counts[place], self.words.counts[place]
            by_pair = self.pairs.draw(chance, place)
            by_word = self.words.draw(chance, place)
            follows = np.where(
                chance.random(size) < pair_count / (pair_count + _PAIR_ESCAPE), by_pair, by_word
            )
            escapes = chance.random(size) >= word_count / (word_count + _WORD_ESCAPE)
            escapes &= follows == by_word
            place = np.where(escapes, chance.integers(0, last, size), (follows + 1) % last)
        return rows

    def _text(
        self, chance: np.random.Generator, row: NDArray[np.int64], new: NDArray[np.bool_]
    ) -> str:
        tokens = [self.tokens[place] for place in row.tolist()]
        for index in np.flatnonzero(new).tolist():
            ending = "".join(_SYLLABLES[i] for i in chance.integers(0, len(_SYLLABLES), 3).tolist())
            tokens[index] = re.sub(r"(\w{1,3})\w*", rf"\g<1>{ending}", tokens[index], count=1)
        lines = [" ".join(tokens[i : i + 60]) for i in range(0, len(tokens), 60)]
        return "\n\n".join(lines)


@dataclass(frozen=True, slots=True, eq=False)
class _Places:
    order: NDArray[np.int64]
    first: NDArray[np.int64]
    counts: NDArray[np.int64]

    @classmethod
    def of(cls, keys: NDArray[np.int64]) -> Self:
        order = np.argsort(keys, kind="stable")
        _, inverse, counts = np.unique(keys, return_inverse=True, return_counts=True)
        starts = np.cumsum(counts) - counts
        return cls(order, starts[inverse], counts[inverse])

    def draw(self, chance: np.random.Generator, places: NDArray[np.int64]) -> NDArray[np.int64]:
        """Another random place of the same key."""
        offset = (chance.random(len(places)) * self.counts[places]).astype(np.int64)
        drawn: NDArray[np.int64] = self.order[self.first[places] + offset]
        return drawn


def shared_fingerprints(each: list[NDArray[np.uint64]]) -> tuple[float, float, float]:
    """How much of the fingerprints of articles others share.

    Returns:
        The part that stands in another article too, the part that stands in four others or more,
        and how many an article shares with all others together.
    """
    _, inverse, counts = np.unique(np.concatenate(each), return_inverse=True, return_counts=True)
    others = counts[inverse.reshape(-1)] - 1
    return (
        float(np.mean(others >= 1)),
        float(np.mean(others >= 4)),  # noqa: PLR2004 - as documented
        float(others.sum() / len(each)),
    )


def without_reprints(each: Iterable[NDArray[np.uint64]]) -> Iterator[NDArray[np.uint64]]:
    """Articles less those that have a twelfth of their fingerprints from one before them."""
    owners: dict[int, int] = {}
    for number, values in enumerate(each):
        known = Counter(owners[value] for value in values.tolist() if value in owners)
        if known and known.most_common(1)[0][1] * 12 > len(values):
            continue
        owners.update((value, number) for value in values.tolist() if value not in owners)
        yield values


def main() -> None:
    """Print the table."""
    texts = seed_texts(data_folder(sys.argv[1] if len(sys.argv) > 1 else None))
    size = round(statistics.mean(len(text.split()) for text in texts))
    mixed = random.Random(1).sample(texts, len(texts))  # noqa: S311 - not a secret
    real = list(without_reprints(fingerprint(split_words(text)).distinct() for text in mixed))
    model = WordModel.learn(texts)
    print(f"{'articles':>9}{'':8}{'shared':>9}{'by 4':>9}{'a piece':>9}")
    for articles in (100, 300, 1000, 10_000):
        texts = list(model.make(articles, words=size, seed=1))
        kinds = {"made": [fingerprint(split_words(text)).distinct() for text in texts]}
        if articles <= len(real):
            kinds = {"real": real[:articles], **kinds}
        for kind, each in kinds.items():
            shared, widely, pairs = shared_fingerprints(each)
            print(f"{articles:>9,}  {kind:6}{shared:9.4f}{widely:9.4f}{pairs:9.1f}", flush=True)


if __name__ == "__main__":
    main()
