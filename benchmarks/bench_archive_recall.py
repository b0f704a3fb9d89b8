"""What a search finds of short and of reworded passages, as a table.

    python -m benchmarks.bench_archive_recall [DATA] [--articles N]

Each page has 1,000 words of other articles around one passage of an article of the archive, in
which no word, every tenth, fifth or fourth is another one. Given is the part of 400 pages on which
the article was named.
"""

from __future__ import annotations

import argparse
import random
import tempfile
from pathlib import Path

from benchmarks.made_news import WordModel, seed_texts
from evaluation.data import data_folder

from reuse_guard.archive import Archive, Record

LENGTHS = (8, 10, 11, 12, 14, 16, 20, 30, 50, 100, 150)
CHANGED = {"none": 0, "10th": 10, "5th": 5, "4th": 4}
PAGES = 400
WORDS, PAGE_WORDS = 500, 1000


def recall(
    archive: Archive, articles: list[list[str]], fillers: list[list[str]], length: int, every: int
) -> float:
    """The part of the pages whose original is named."""
    chance = random.Random(f"{length} {every}")  # noqa: S311 - not a secret
    found = 0
    for filler in fillers:
        number = chance.randrange(len(articles))
        start = chance.randrange(WORDS - length + 1)
        passage = articles[number][start : start + length]
        if every:
            offset = chance.randrange(every)
            passage = [
                filler[-1 - i] if i % every == offset else word for i, word in enumerate(passage)
            ]
        at = chance.randrange(PAGE_WORDS - length + 1)
        page = filler[:at] + passage + filler[at : PAGE_WORDS - length]
        names = {hit.version.name for hit in archive.search(" ".join(page)).hits}
        found += str(number) in names
    return found / len(fillers)


def main() -> None:
    """Make the archive and print the table."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("data", nargs="?", help="the data folder")
    parser.add_argument("--articles", type=int, default=5_000)
    options = parser.parse_args()
    model = WordModel.learn(seed_texts(data_folder(options.data)))
    texts = list(model.make(options.articles, words=WORDS, seed=1))
    fillers = [text.split() for text in model.make(PAGES, words=PAGE_WORDS, seed=99)]
    with (
        tempfile.TemporaryDirectory() as folder,
        Archive(Path(folder) / "bench.archive") as archive,
    ):
        for _ in archive.add_many(
            Record(text, str(n), format="text") for n, text in enumerate(texts)
        ):
            pass
        articles = [text.split() for text in texts]
        print(f"{'words':>6}" + "".join(f"{name:>8}" for name in CHANGED))
        for length in LENGTHS:
            row = [recall(archive, articles, fillers, length, every) for every in CHANGED.values()]
            print(f"{length:>6}" + "".join(f"{value:8.3f}" for value in row), flush=True)


if __name__ == "__main__":
    main()
