"""How many real copies are as short as stock sentences, and how many chance ones are?

    python -m evaluation.stock [DATA] [--pages]

For each language: of all runs of one, two and three sentences of an article, and of the shortest
runs that are a twentieth of it, how many may be stock sentences by `STOCK_WORDS` alone, and by
`STOCK_SENTENCES_WORDS` too. With `--pages`, the same of every pair of different saved articles that
share counted words; this takes a few minutes.
"""

from __future__ import annotations

import argparse
import itertools
from collections import Counter
from typing import TYPE_CHECKING

from evaluation import pages
from evaluation.data import data_folder
from evaluation.shares import articles
from evaluation.shares_generator import count_words
from reuse_guard import read
from reuse_guard.align import align
from reuse_guard.measure.gather import Pair
from reuse_guard.measure.stock import STOCK_SENTENCES_WORDS, STOCK_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from evaluation.shares_generator import Sentences

TWENTIETH = 0.05


def runs(article: Sentences, length: int) -> Iterator[list[int]]:
    """The sizes in words of the sentences of each run of so many."""
    sizes = [count_words(sentence) for sentence in article]
    yield from (sizes[at : at + length] for at in range(len(sizes) - length + 1))


def twentieths(article: Sentences) -> Iterator[list[int]]:
    """The same of the shortest run from each sentence that is a twentieth of the article."""
    sizes = [count_words(sentence) for sentence in article]
    for at in range(len(sizes)):
        for stop in range(at + 1, len(sizes) + 1):
            if sum(sizes[at:stop]) >= TWENTIETH * sum(sizes):
                yield sizes[at:stop]
                break


def told(found: list[list[int]]) -> str:
    """The part of the runs that are a stock sentence, and stock sentences."""
    one = sum(sum(run) <= STOCK_WORDS for run in found)
    several = sum(
        STOCK_WORDS < sum(run) <= STOCK_SENTENCES_WORDS and max(run) <= STOCK_WORDS for run in found
    )
    return f"{one / len(found):7.2%} {several / len(found):+7.2%}  of {len(found):,}"


def chance_pairs(folder: Path) -> Iterator[tuple[int, bool]]:
    """For each pair of different saved articles that share counted words: how many, and stock."""
    bodies = [read(article["articleBody"]) for article in pages.articles(folder).values()]
    for original, candidate in itertools.combinations(bodies, 2):
        found = align(original.body_words, candidate.words)
        if any(passage.kind.counts for passage in found):
            pair = Pair(original, candidate, found, as_of=None)  # type: ignore[arg-type]
            yield pair.share.copied, pair.may_be_stock


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
            found = [run for article in pool for run in runs(article, length)]
            print(f"{language} {length} sentences: {told(found)}")
        found = [run for article in pool for run in twentieths(article)]
        print(f"{language} a twentieth: {told(found)}")
    if options.pages:
        counts = Counter(chance_pairs(folder / "pages"))
        for (copied, is_stock), count in sorted(counts.items()):
            print(f"{copied} words, {'stock' if is_stock else 'a copy'}: {count} pairs")


if __name__ == "__main__":
    main()
