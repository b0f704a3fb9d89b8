"""How many real copies are as short, or as scattered, as what texts share without a copy?

    python -m evaluation.stock [DATA] [--pages]

For each language: of all runs of one, two and three sentences of an article, and of the shortest
runs that are a twentieth of it, how many may be stock sentences by `STOCK_WORDS` alone, by
`STOCK_SENTENCES_WORDS` too, and by `STOCK_PHRASES_WORDS`. Then, of one to three sentences copied
with so many words edited, how many are as scattered as the facts that two reports of one event
share, and how many are so beside quoted speech. With `--pages`, the same of every pair of different
saved articles that share counted words; this takes a few minutes.
"""

from __future__ import annotations

import argparse
import itertools
import random
from collections import Counter
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

import numpy as np

from evaluation import pages
from evaluation.data import data_folder
from evaluation.shares import articles
from evaluation.shares_generator import count_words, rewriters
from reuse_guard import read
from reuse_guard.align import align
from reuse_guard.exclusions import find_quotations, words_in
from reuse_guard.measure.outline import outline
from reuse_guard.measure.pair import Pair
from reuse_guard.measure.stock import (
    STOCK_PHRASES_PART,
    STOCK_PHRASES_WORDS,
    STOCK_SENTENCES_WORDS,
    STOCK_WORDS,
    name_something,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from evaluation.shares_generator import Sentences
    from reuse_guard.documents.model import Document

TWENTIETH = 0.05
CASES = 300
WAYS = ("verbatim", "edited 10%", "edited 20%", "edited 30%", "inflected")


def runs(sizes: list[int], length: int) -> Iterator[slice]:
    """Each run of so many sentences."""
    yield from (slice(at, at + length) for at in range(len(sizes) - length + 1))


def twentieths(sizes: list[int]) -> Iterator[slice]:
    """The shortest run from each sentence that is a twentieth of the article."""
    for at in range(len(sizes)):
        for stop in range(at + 1, len(sizes) + 1):
            if sum(sizes[at:stop]) >= TWENTIETH * sum(sizes):
                yield slice(at, stop)
                break


def kinds(article: Sentences, runs_of: Callable[[list[int]], Iterator[slice]]) -> Iterator[str]:
    """By which bound each run of sentences may be stock sentences."""
    document = read(" ".join(article))
    words, sentences = document.body_words, outline(document)
    sizes = [count_words(sentence) for sentence in article]
    for run in runs_of(sizes):
        size = sum(sizes[run])
        copied = np.zeros(len(words), np.bool_)
        copied[sum(sizes[: run.start]) :][:size] = True
        is_little = size <= STOCK_PHRASES_WORDS and size <= STOCK_PHRASES_PART * len(words)
        if size <= STOCK_WORDS:
            yield "one"
        elif size <= STOCK_SENTENCES_WORDS and max(sizes[run]) <= STOCK_WORDS:
            yield "several"
        elif is_little and not name_something(words, copied, sentences):
            yield "a phrase"
        else:
            yield "a copy"


def rewritten(pool: list[Sentences], language: str, way: str) -> str:
    """The parts of copies of one to three sentences, rewritten one way, that are not certain."""
    chance = random.Random(5)  # noqa: S311 - repeatable, not secret
    found: Counter[str] = Counter()
    for _ in range(CASES):
        article, *others = chance.sample(pool, 4)
        first = chance.randrange(len(article) - 3)
        chosen = article[first : first + chance.randint(1, 3)]
        foreign = [sentence for other in others for sentence in other]
        copied = [rewriters(language)[way](chance, sentence, foreign)[0] for sentence in chosen]
        half = len(foreign) // 2
        candidate = " ".join([*foreign[:half], *copied, *foreign[half:]])
        found[called(_pair(read(" ".join(article)), read(candidate)))] += 1
    return f"{found['facts'] / CASES:.1%} facts, {found['quoted'] / CASES:.1%} quoted"


def called(pair: Pair) -> str:
    """What the words that both texts share are taken for."""
    names = {
        "stock": pair.may_be_stock,
        "facts": pair.may_be_facts,
        "quoted": pair.may_be_quoted,
        "a copy": True,
    }
    return next(name for name, holds in names.items() if holds)


def told(pool: list[Sentences], runs_of: Callable[[list[int]], Iterator[slice]]) -> str:
    """The parts of the runs of sentences that may be stock sentences."""
    found = Counter(kind for article in pool for kind in kinds(article, runs_of))
    parts = (f"{found[kind] / found.total():+7.2%}" for kind in ("one", "several", "a phrase"))
    return f"{' '.join(parts)}  of {found.total():,}"


def chance_pairs(folder: Path) -> Iterator[tuple[str, int]]:
    """For each pair of different saved articles that share counted words: what they are called."""
    bodies = [read(article["articleBody"]) for article in pages.articles(folder).values()]
    for original, candidate in itertools.permutations(bodies, 2):
        pair = _pair(original, candidate)
        if pair.share.copied:
            yield called(pair), pair.share.copied


def _pair(original: Document, candidate: Document) -> Pair:
    words = original.body_words
    return Pair(
        original,
        candidate,
        align(words, candidate.words),
        as_of=date.min,
        quoted=words_in(words, find_quotations(original.text)),
    )


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", nargs="?")
    parser.add_argument("--pages", action="store_true")
    options = parser.parse_args()
    folder = data_folder(options.data)
    for language in ("en", "ru", "kk"):
        pool = articles(folder, language)
        for length in (1, 2, 3):
            print(f"{language} {length} sentences: {told(pool, partial(runs, length=length))}")
        print(f"{language} a twentieth: {told(pool, twentieths)}")
        for way in WAYS:
            print(f"{language} {way}: {rewritten(pool, language, way)}")
    if options.pages:
        counts = Counter(chance_pairs(folder / "pages"))
        for (name, copied), count in sorted(counts.items()):
            print(f"{name}, {copied} words: {count} pairs")


if __name__ == "__main__":
    main()
