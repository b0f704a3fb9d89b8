"""An archive of made articles: building it, its size, searching it, and what the search finds.

    python -m benchmarks.bench_archive [DATA] [--articles N ...] [--million] [--folder FOLDER]

The articles are those of `made_news` (500 words each) as JSON Lines, added by
`reuse-guard archive add` in a process of its own, whose time and peak memory are measured. Pages
have 1,000 words: a part of an article between words of articles that are not in the archive.

Bounds at 100,000 articles: 150 s, 500 MB, 12 KB an article; search p50 8 ms, p95 20 ms; with three
verdicts p95 40 ms; recall .999 of 30%, .99 of 10%, .97 of 20% with every fifth word changed; .1
false originals a page.

`--million` adds versions without text to the last archive until it has a million. A fifth of their
fingerprints are drawn from its own, the oftener the more articles have them; the rest are new.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from benchmarks.made_news import WordModel, seed_texts
from evaluation.data import data_folder

from reuse_guard.archive import Archive
from reuse_guard.archive.file import open_file
from reuse_guard.archive.segments import add_segment, crowded, segments_of, unsettled
from reuse_guard.archive.store import Store

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

WORDS, PAGE_WORDS, PAGES = 500, 1000, 1000
WARM_UP = 50
SEED, FILLER_SEED = 1, 99
ADDRESS = "https://courier.example/"


@dataclass(frozen=True, slots=True)
class Way:
    """How the pages of one line of the table were made."""

    name: str
    share: float
    is_changed: bool = False  # every fifth word is another one


WAYS = (
    Way("30% copied", 0.3),
    Way("10% copied", 0.1),
    Way("20%, every fifth changed", 0.2, is_changed=True),
    Way("16 words", 16 / WORDS),
    Way("12 words", 12 / WORDS),
    Way("8 words", 8 / WORDS),
    Way("nothing", 0.0),
)


class Stopwatch:
    """Times of many runs of one thing: on the clock, and of the processor, which load spares."""

    def __init__(self) -> None:
        self._times: list[tuple[float, float]] = []

    def __enter__(self) -> None:
        self._begun = time.perf_counter(), time.process_time()

    def __exit__(self, *_: object) -> None:
        clock, processor = time.perf_counter(), time.process_time()
        self._times.append(((clock - self._begun[0]) * 1e3, (processor - self._begun[1]) * 1e3))

    def percentiles(self) -> tuple[float, ...]:
        """Half of the runs took no longer, and 95%: on the clock and of the processor, in ms."""
        halves, most = np.percentile(np.array(self._times), (50, 95), axis=0).tolist()
        return halves[0], most[0], halves[1], most[1]

    def __str__(self) -> str:
        half, most, half_used, most_used = self.percentiles()
        return (
            f"p50 {half:.2f} ms, p95 {most:.2f} ms"
            f" (processor {half_used:.2f} and {most_used:.2f} ms)"
        )


def build(model: WordModel, articles: int, folder: Path) -> Path:
    """Add so many articles by the command line, and print what it took."""
    source, file = folder / f"{articles}.jsonl", folder / f"{articles}.archive"
    if file.exists():
        return file
    with source.open("w", encoding="utf-8") as lines:
        for number, text in enumerate(model.make(articles, words=WORDS, seed=SEED)):
            lines.write(json.dumps({"url": f"{ADDRESS}{number}", "text": text}) + "\n")
    begun = time.perf_counter()
    command = [
        sys.executable,
        "-m",
        "reuse_guard",
        "archive",
        "add",
        str(file),
        str(source),
        "--quiet",
    ]
    subprocess.run(command, check=True)  # noqa: S603 - our own command
    seconds = time.perf_counter() - begun
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    size = sum(each.stat().st_size for each in folder.glob(f"{file.name}*"))
    print(
        f"{articles:>9,} articles: built in {seconds:.1f} s"
        f" (processor {used.ru_utime + used.ru_stime:.1f} s),"
        f" peak memory {used.ru_maxrss / 1000:.0f} MB,"
        f" {size / articles / 1000:.2f} KB an article",
        flush=True,
    )
    source.unlink()
    return file


def pages_of(
    way: Way, originals: dict[int, list[str]], fillers: list[list[str]]
) -> Iterator[tuple[int, str]]:
    """Pages that copy one original each."""
    chance = random.Random(way.name)  # noqa: S311 - not a secret
    for filler, (number, words) in zip(fillers, originals.items(), strict=True):
        size = round(way.share * WORDS)
        start = chance.randrange(WORDS - size + 1)
        copied = words[start : start + size]
        if way.is_changed:
            copied = [filler[-1 - i] if i % 5 == 4 else word for i, word in enumerate(copied)]  # noqa: PLR2004
        at = chance.randrange(PAGE_WORDS - size + 1)
        yield number, " ".join(filler[:at] + copied + filler[at : PAGE_WORDS - size])


def measure(file: Path, model: WordModel, articles: int) -> None:
    """Print recall, false originals and times for every way of making pages."""
    chosen = set(random.Random(7).sample(range(articles), min(PAGES, articles)))  # noqa: S311
    made = enumerate(model.make(articles, words=WORDS, seed=SEED))
    originals = {number: text.split() for number, text in made if number in chosen}
    fillers = [
        text.split() for text in model.make(len(originals), words=PAGE_WORDS, seed=FILLER_SEED)
    ]
    heads = ("recall", "false a page", "share error", "p50 ms", "p95 ms", "p50 cpu", "p95 cpu")
    print(f"{'':26}" + "".join(f"{head:>14}" for head in heads))
    with Archive(file, read_only=True) as archive:
        for way in WAYS:
            row = _row(archive, list(pages_of(way, originals, fillers)), way)
            print(f"{way.name:26}" + "".join(f"{value:14.4f}" for value in row), flush=True)
        _measure_check(archive, list(pages_of(WAYS[0], originals, fillers)))
        _measure_mixed(archive, originals, fillers)


def _row(archive: Archive, pages: list[tuple[int, str]], way: Way) -> tuple[float, ...]:
    found, false, errors, watch = 0, 0, [0.0], Stopwatch()
    for _, page in pages[:WARM_UP]:
        archive.search(page)
    for number, page in pages:
        with watch:
            hits = archive.search(page).hits
        right = [hit for hit in hits if hit.version.url == f"{ADDRESS}{number}"]
        found += len(right) if way.share else 0
        false += len(hits) - (len(right) if way.share else 0)
        errors += [abs(hit.share - way.share * (0.8 if way.is_changed else 1)) for hit in right]
    count = len(pages)
    return found / count, false / count, statistics.fmean(errors), *watch.percentiles()


def _measure_check(archive: Archive, pages: list[tuple[int, str]]) -> None:
    watch = Stopwatch()
    for _, page in pages[:300]:
        with watch:
            archive.check(page)
    print(f"search and verdict, one original: {watch}", flush=True)


def _measure_mixed(
    archive: Archive, originals: dict[int, list[str]], fillers: list[list[str]]
) -> None:
    """Pages of three originals, 100 words of each, and their three verdicts."""
    numbers = list(originals)
    watch, found = Stopwatch(), 0
    pages = range(0, min(len(numbers), 900) - 2, 3)
    for first in pages:
        filler, three = fillers[first], numbers[first : first + 3]
        parts = [
            originals[number][200:300] + filler[i * 200 : i * 200 + 200]
            for i, number in enumerate(three)
        ]
        page = " ".join(word for part in parts for word in part)
        with watch:
            checked = archive.check(page)
        urls = {one.hit.version.url for one in checked.judged}
        found += sum(f"{ADDRESS}{number}" in urls for number in three)
    print(
        f"search and three verdicts: {watch};"
        f" {found / 3 / len(pages):.4f} of the three originals judged",
        flush=True,
    )


# --- a million ------------------------------------------------------------------------------------
def grow(file: Path, versions: int) -> None:
    """Add versions with generated fingerprints and no text to an archive."""
    chance = np.random.default_rng(3)
    connection = open_file(file, read_only=False)
    store = Store(file, connection)
    known = _sample(store, chance)
    (last,) = connection.execute("SELECT max(id) FROM versions").fetchone()
    begun = time.perf_counter()
    for first in range(last + 1, last + 1 + versions, 5000):
        with store.writing():
            connection.executemany(
                "INSERT INTO versions VALUES (?, 1, '2026-01-01', '2026-01-01', 0, 250, x'', x'')",
                ((number,) for number in range(first, first + 5000)),
            )
            add_segment(
                connection, [(n, _generated(chance, known)) for n in range(first, first + 5000)]
            )
            while chosen := crowded(connection):
                list(store.merge(chosen))
    with store.writing():
        list(store.merge(unsettled(connection)))
    print(
        f"{versions:,} generated versions added in {time.perf_counter() - begun:.0f} s", flush=True
    )
    store.close()


def _sample(store: Store, chance: np.random.Generator) -> NDArray[np.uint64]:
    """Fingerprints of an archive, the oftener the more versions have them."""
    segment = segments_of(store.connection)[-1]
    rows = chance.integers(0, 1 << segment.bits, 4000) + segment.first_row
    blobs = [
        store.connection.execute("SELECT postings FROM blocks WHERE id = ?", (row,)).fetchone()
        for row in rows.tolist()
    ]
    postings = np.frombuffer(b"".join(blob[0] for blob in blobs if blob), "<u8")
    return postings >> np.uint64(24)


def _generated(chance: np.random.Generator, known: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """An article's fingerprints: a fifth of a sample of the archive's, the rest new."""
    old = chance.choice(known, 50)
    return np.unique(np.concatenate([old, chance.integers(0, 2**40, 200, dtype=np.uint64)]))


def main() -> None:
    """Build, measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("data", nargs="?", help="the data folder")
    parser.add_argument("--articles", type=int, nargs="+", default=[1_000, 10_000])
    parser.add_argument("--million", action="store_true")
    parser.add_argument("--folder", type=Path, help="keep the archives there")
    options = parser.parse_args()
    model = WordModel.learn(seed_texts(data_folder(options.data)))
    os.environ.setdefault("PYTHONPATH", str(Path(__file__).parents[1] / "src"))
    with tempfile.TemporaryDirectory() as temporary:
        folder = options.folder or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        for articles in options.articles:
            file = build(model, articles, folder)
            measure(file, model, articles)
        if options.million:
            grow(file, 1_000_000 - articles)
            measure(file, model, articles)


if __name__ == "__main__":
    main()
