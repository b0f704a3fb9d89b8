"""How many made translations are seen, and how many other pairs are taken for one.

    python -m evaluation.translated DATA

Sentences of the parallel treebanks, ten in a row, make articles in English and in Russian; each is
held against its own translation, against the others', and whole news articles of one language
against those of another.
"""

from __future__ import annotations

import argparse
import itertools
from pathlib import Path

from reuse_guard.measure.translated import Text, find_translation
from reuse_guard.text.words import split_words

SIZE = 10


def text_of(text: str) -> Text:
    """A text with its words."""
    return Text(text, split_words(text))


def articles(data: Path) -> list[tuple[Text, Text]]:
    """Articles of ten sentences in both languages."""
    lines = (data / "parallel" / "en-ru.tsv").read_text("utf-8").splitlines()
    rows = [line.split("\t")[1:3] for line in lines]
    groups = [rows[at : at + SIZE] for at in range(0, len(rows) - SIZE + 1, SIZE)]
    return [
        (text_of(" ".join(one[0] for one in g)), text_of(" ".join(one[1] for one in g)))
        for g in groups
    ]


def news(data: Path, language: str) -> list[Text]:
    """Whole news articles."""
    files = sorted((data / "news" / language).glob("*.txt"))[:60]
    return [text_of(file.read_text("utf-8")) for file in files]


def main() -> None:
    """Print the counts."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("data", type=Path)
    data = parser.parse_args().data
    made = articles(data)
    both = [*((en, ru) for en, ru in made), *((ru, en) for en, ru in made)]
    seen = sum(find_translation(one, other) is not None for one, other in both)
    print(f"made translations seen: {seen} of {len(both)}")
    others = [(a[0], b[1]) for a, b in itertools.permutations(made, 2)]
    wrong = sum(find_translation(one, other) is not None for one, other in others)
    print(f"of other articles' translations: {wrong} of {len(others):,}")
    pairs = list(itertools.product(news(data, "en"), news(data, "ru")))
    wrong = sum(find_translation(one, other) is not None for one, other in pairs)
    print(f"of news in two languages: {wrong} of {len(pairs):,}")
    same = list(itertools.permutations(news(data, "en"), 2))[:2000]
    wrong = sum(find_translation(one, other) is not None for one, other in same)
    print(f"of news in one language: {wrong} of {len(same):,}")


if __name__ == "__main__":
    main()
