"""All against all on Spark: made articles against as many pages, start-up included.

    python -m benchmarks.bench_spark [DATA] [--sizes N ...] [--stock]

Articles and pages are those of `made_news` (500 words each); every second page holds 30% of an
article. Each size is one `reuse-guard archive spark` in a process of its own, on two cores. With
`--stock` a paragraph of 60 words stands in every article and on every page.

Bound: 5,000 against 5,000 in 120 s. The seconds and the size of each stage stand beside it. Spark
leaves its processes behind, so their processor's time is not known: measure on an idle machine.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.made_news import WordModel, seed_texts
from evaluation.data import data_folder

if TYPE_CHECKING:
    from collections.abc import Iterator

WORDS, COPIED = 500, 150
STAGES = ("originals", "pages", "index", "pairs", "verdicts")


def pages(model: WordModel, articles: list[str]) -> Iterator[str]:
    """As many pages as articles; every second one holds the middle of an article."""
    made = model.make(len(articles), words=WORDS, seed=99)
    for number, (text, article) in enumerate(zip(made, articles, strict=True)):
        words = article.split()[COPIED : 2 * COPIED]
        yield f"{' '.join(words)}\n\n{text}" if number % 2 else text


def write(path: Path, texts: Iterator[str] | list[str], stock: str) -> None:
    """Write texts as JSON Lines, each with the stock paragraph."""
    with path.open("w", encoding="utf-8") as file:
        for number, text in enumerate(texts):
            line = {"url": f"https://{path.stem}.example/{number}", "text": text + stock}
            file.write(json.dumps(line) + "\n")


def measure(model: WordModel, size: int, folder: Path, stock: str) -> None:
    """Run one size and print its line."""
    articles = list(model.make(size, words=WORDS, seed=1))
    write(folder / "courier.jsonl", articles, stock)
    write(folder / "partner.jsonl", pages(model, articles), stock)
    names = ("courier.jsonl", "partner.jsonl", f"out-{size}{'-stock' if stock else ''}")
    paths = [str(folder / name) for name in names]
    begun = time.perf_counter()
    command = [sys.executable, "-m", "reuse_guard", "archive", "spark", *paths]
    done = subprocess.run(  # noqa: S603 - our own command
        [*command, "--master", "local[2]"], check=True, capture_output=True, text=True
    )
    seconds = time.perf_counter() - begun
    out = Path(paths[2])
    each = [json.loads((out / f"{stage}.json").read_text())["seconds"] for stage in STAGES]
    sizes = [sum(file.stat().st_size for file in (out / stage).iterdir()) / 1e6 for stage in STAGES]
    kind = "stock" if stock else ""
    print(f"{size:>7,} {kind:5} {seconds:7.1f} s", end="  ")
    print(
        " ".join(
            f"{name} {s:.1f} s {mb:.1f} MB;"
            for name, s, mb in zip(STAGES, each, sizes, strict=True)
        )
    )
    print(done.stderr.splitlines()[-1], flush=True)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("data", nargs="?", help="the data folder")
    parser.add_argument("--sizes", type=int, nargs="+", default=[2_500, 5_000, 10_000, 20_000])
    parser.add_argument("--stock", action="store_true", help="a paragraph stands in every text")
    options = parser.parse_args()
    model = WordModel.learn(seed_texts(data_folder(options.data)))
    stock = "\n\n" + next(model.make(1, words=60, seed=7)) if options.stock else ""
    with tempfile.TemporaryDirectory() as folder:
        for size in options.sizes:
            measure(model, size, Path(folder), stock)


if __name__ == "__main__":
    main()
