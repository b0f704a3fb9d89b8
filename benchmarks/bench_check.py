r"""check() end to end: against finding the words alone, and where the time goes on two pages.

    python benchmarks/bench_check.py [DATA]

Bound: 1,000 words against 10,000 words of plain text take `check()` at most 3 times as long as
`re.findall(r"\w+", candidate)` in the same run. With the data folder there, two saved news pages
are also checked as bytes, and the steps of that check are timed one by one.
"""

from __future__ import annotations

import gzip
import random
import re
import statistics
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from reuse_guard import check, read
from reuse_guard.align import align

if TYPE_CHECKING:
    from collections.abc import Callable

RUNS = 41
DATA = Path(sys.argv[1] if len(sys.argv) > 1 else Path(__file__).parents[2] / "shared" / "data")


def made_up_text(words: int, *, seed: int) -> str:
    """News-like filler: sentences of words drawn as unevenly as language draws them."""
    chance = random.Random(seed)  # noqa: S311 - not a secret
    syllables = ["ka", "ro", "min", "ter", "sa", "lo", "ne", "dri", "pol", "ust", "en", "gar"]
    vocabulary = ["".join(chance.choices(syllables, k=chance.randint(1, 4))) for _ in range(4000)]
    weights = [1 / (rank + 1) for rank in range(len(vocabulary))]
    drawn = chance.choices(vocabulary, weights, k=words)
    sentences = [" ".join(drawn[i : i + 17]).capitalize() + "." for i in range(0, words, 17)]
    return "\n\n".join(" ".join(sentences[i : i + 4]) for i in range(0, len(sentences), 4))


def milliseconds(task: Callable[[], object]) -> float:
    """Processor time of one call: on a machine that does other work, wall time does not repeat."""
    start = time.process_time()
    task()
    return (time.process_time() - start) * 1e3


def timed_in_turn(tasks: dict[str, Callable[[], object]]) -> dict[str, float]:
    """Median of each task, the tasks run in turn so that a drifting machine treats them alike."""
    times: dict[str, list[float]] = {name: [] for name in tasks}
    for _ in range(RUNS):
        for name, task in tasks.items():
            times[name].append(milliseconds(task))
    return {name: statistics.median(values) for name, values in times.items()}


def plain_text() -> None:
    """The table for plain text."""
    original = made_up_text(1000, seed=1)
    words = original.split()
    others = made_up_text(9700, seed=2)
    candidate = f"{others}\n\n{' '.join(words[200:500])}"
    first, second = read(original, format="text"), read(candidate, format="text")
    medians = timed_in_turn(
        {
            r're.findall(r"\w+", candidate)': lambda: re.findall(r"\w+", candidate),
            "check(original, candidate)": lambda: check(original, candidate),
            "  nothing of it copied": lambda: check(original, others),
            "read(candidate)": lambda: read(candidate, format="text"),
            "align(original, candidate)": lambda: align(first.body_words, second.words),
        }
    )
    print_table("1,000 words against 10,000 words, plain text", medians)


def two_pages() -> None:
    """The table for two saved pages."""
    pages = sorted((DATA / "pages" / "html").glob("*.html.gz"))[:2]
    if not pages:
        print(f"\nno pages in {DATA}: give the data folder as the argument")
        return
    original, candidate = (gzip.decompress(page.read_bytes()) for page in pages)
    import lxml.html  # noqa: PLC0415 - the peer, only needed here

    first, second = read(original), read(candidate)
    check(first, second)  # what is made of words once is made
    medians = timed_in_turn(
        {
            "lxml.html.fromstring(both)": lambda: [
                lxml.html.fromstring(page) for page in (original, candidate)
            ],
            "check(original, candidate)": lambda: check(original, candidate),
            "  check, both read": lambda: check(first, second),
            "  read(original)": lambda: read(original),
            "  read(candidate)": lambda: read(candidate),
            "  align, words ready": lambda: align(first.body_words, second.words),
        }
    )
    title = f"two pages of {len(original):,} and {len(candidate):,} bytes"
    print_table(title, medians)


def print_table(title: str, medians: dict[str, float]) -> None:
    """Print the medians and their ratio to the first."""
    print(f"\n{title}\n{'':34} {'median ms':>10} {'ratio':>7}")
    base = next(iter(medians.values()))
    for name, value in medians.items():
        print(f"{name:34} {value:10.2f} {value / base:7.2f}")


if __name__ == "__main__":
    plain_text()
    two_pages()
