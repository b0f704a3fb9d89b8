"""Adds articles in children that are killed: `python crash_worker.py ARCHIVE KILLS ARTICLES SEED`.

One process adds an article elsewhere, which loads all that is needed, and forks a child for each
run: the moments of its death are then those of its work. A child reports every article on a pipe as
it is added; the parent kills it at a random moment with SIGKILL, and prints what it read.
"""

from __future__ import annotations

import os
import random
import signal
import sys
import time
from pathlib import Path

from tests.archive.articles import filler

from reuse_guard.archive import Archive, Record, adding


def add_all(file: Path, articles: int, report: int) -> None:
    adding._BATCH = 3
    records = (
        Record(filler(60, seed=n), f"a{n}", url=f"https://a.example/{n}") for n in range(articles)
    )
    with Archive(file) as archive:
        for added in archive.add_many(records):
            os.write(report, f"{added.name} {added.result}\n".encode())


def run_and_kill(file: Path, articles: int, seconds: float) -> str:
    """What a child reported before it was killed."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        add_all(file, articles, writing)
        os._exit(0)
    os.close(writing)
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    with os.fdopen(reading) as pipe:
        return pipe.read()


def main() -> None:
    file, kills, articles, seed = Path(sys.argv[1]), *map(int, sys.argv[2:])
    nowhere = os.open(os.devnull, os.O_WRONLY)
    add_all(file.with_name("other.archive"), 1, nowhere)
    os.close(nowhere)
    chance = random.Random(seed)  # noqa: S311 - not a secret
    for _ in range(kills):
        sys.stdout.write(run_and_kill(file, articles, chance.uniform(0.0, 0.08)) + "killed\n")
        sys.stdout.flush()
    reading, writing = os.pipe()
    add_all(file, articles, writing)
    os.close(writing)
    with os.fdopen(reading) as pipe:
        sys.stdout.write(pipe.read() + "finished\n")


if __name__ == "__main__":
    main()
