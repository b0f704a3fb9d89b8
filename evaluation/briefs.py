"""Are parts of briefs found, and no more than parts? The first words of texts as originals.

    python -m evaluation.briefs [DATA]

The first 25 and 35 words of saved articles and of news with an even index are briefs. The first
eight of those words, and nine from the middle, are put into another text: how often are they found?
And how many pairs of a brief and another text, which nothing was put into, share counted words?
"""

from __future__ import annotations

import argparse
import json
import random
from itertools import combinations
from typing import TYPE_CHECKING

from evaluation.data import data_folder
from evaluation.shares import articles
from reuse_guard.align import align
from reuse_guard.share import share_of_original
from reuse_guard.text.spans import Span
from reuse_guard.text.words import split_words

if TYPE_CHECKING:
    from pathlib import Path

SIZES = (25, 35)  # words of a brief
PARTS = {"first eight": (0.0, 8), "nine from the middle": (0.5, 9)}
TRIED = 150
PAIRS = 6000  # at most, of one kind of text


def texts(folder: Path) -> dict[str, list[str]]:
    """The texts of each kind, in a fixed order."""
    pages = json.loads((folder / "pages/ground-truth.json").read_text("utf-8"))
    found = {"pages": [pages[page_id]["articleBody"] for page_id in sorted(pages)]}
    for language in ("en", "ru", "kk"):
        found[language] = [" ".join(one) for one in articles(folder, language)[::2]]
    return found


def beginning(text: str, size: int) -> str:
    """The first words of a text."""
    words = split_words(text)
    return text[: words.characters(Span(0, min(size, len(words)))).stop]


def copied(original: str, candidate: str) -> int:
    """Words of the original that count as copied."""
    words = split_words(original)
    return share_of_original(align(words, split_words(candidate)), total=len(words)).copied


def found(chance: random.Random, pool: list[str], size: int, part: tuple[float, int]) -> int:
    """How many parts of briefs are found, to a word, in the middle of another text."""
    begins, count = part
    right = 0
    for _ in range(TRIED):
        text, other = chance.sample(pool, 2)
        brief = beginning(text, size)
        words = split_words(brief)
        start = int(begins * size)
        piece = brief[slice(*words.characters(Span(start, min(start + count, len(words)))))]
        middle = other.find(" ", len(other) // 2)
        right += copied(brief, f"{other[:middle]} {piece} {other[middle:]}") >= count - 1
    return right


def main() -> None:
    """Print a line for each kind of text and size of briefs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", nargs="?")
    folder = data_folder(parser.parse_args().data)
    chance = random.Random(11)  # noqa: S311 - repeatable, not secret
    for kind, pool in texts(folder).items():
        every = list(combinations(range(len(pool)), 2))
        pairs = every if len(every) <= PAIRS else chance.sample(every, PAIRS)
        for size in SIZES:
            briefs = [beginning(text, size) for text in pool]
            shared = sum(copied(briefs[one], pool[other]) > 0 for one, other in pairs)
            rates = (
                f"{name} {found(chance, pool, size, part)}/{TRIED}" for name, part in PARTS.items()
            )
            print(f"{kind}, briefs of {size}: {', '.join(rates)}; {shared} of {len(pairs)} share")


if __name__ == "__main__":
    main()
