"""How often does a whole sentence stand in two texts that have nothing to do with each other?

    python -m evaluation.chance [DATA] [--pairs N]

Each article with an even index is held against three others put together. Of every sentence that
stands in both word for word: what it tells beyond log2 of the pairs of sentences it could have
been, and how many plain words it has. A sentence counts anywhere from `_MARGIN_AFAR` and
`_PLAIN_AFAR` in `reuse_guard.align.same`.
"""

from __future__ import annotations

import argparse
import random
from math import log2
from typing import TYPE_CHECKING

from evaluation.data import data_folder
from evaluation.shares import articles
from reuse_guard.align.pair import Pair
from reuse_guard.align.sentences import sentences_in
from reuse_guard.text.spans import Span
from reuse_guard.text.words import split_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from evaluation.shares_generator import Sentences

LETTERS_OF_A_PLAIN_WORD = 3


def shared_sentences(original: str, candidate: str) -> Iterator[tuple[float, int, str]]:
    """Bits beyond chance, plain words and text of each sentence that stands in both."""
    words, others = split_words(original), split_words(candidate)
    pair = Pair.of(words, others)
    chance = log2(int(words.breaks.sum()) * int(others.breaks.sum()))
    keys = {others.hashes_in(s).tobytes() for s in sentences_in(others, Span(0, len(others)))}
    for key, (place, *_) in pair.prepared.sentences.items():
        if key in keys:
            text = original[slice(*words.characters(place))]
            plain = pair.plain_words(place, letters=LETTERS_OF_A_PLAIN_WORD)
            yield pair.bits(place) - chance, plain, text


def pairs(pool: list[Sentences], count: int) -> Iterator[tuple[str, str]]:
    """Articles, each with three others: the same for the same arguments."""
    chance = random.Random(3)  # noqa: S311 - repeatable, not secret
    for _ in range(count):
        index = chance.choice(range(0, len(pool), 2))
        others = chance.sample([at for at in range(len(pool)) if at != index], 3)
        yield " ".join(pool[index]), " ".join(s for at in others for s in pool[at])


def main() -> None:
    """Print, for each language, how many were found and the most telling ones."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", nargs="?")
    parser.add_argument("--pairs", type=int, default=5000)
    options = parser.parse_args()
    folder = data_folder(options.data)
    for language in ("en", "ru", "kk"):
        pool = articles(folder, language)
        found = [one for two in pairs(pool, options.pairs) for one in shared_sentences(*two)]
        print(f"{language}: {len(found)} in {options.pairs} pairs")
        for bits, plain, text in sorted(found, reverse=True)[:5]:
            print(f"  {bits:+5.1f} bits beyond chance, {plain} plain words: {text}")


if __name__ == "__main__":
    main()
