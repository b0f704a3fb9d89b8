"""The share by reuse_guard and by what one would write with difflib or rapidfuzz, in one run.

    python -m evaluation.peers [DATA] [--cases N]

Republications with a known share, as in `evaluation.shares`: the mean error of the share in points
over the four languages for some ways of rewriting, then over all ways how often the share is on
the wrong side of 30%, and the processor's time for a pair.
"""

from __future__ import annotations

import argparse
import time
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from benchmarks.bench_align import difflib_share, our_share, rapidfuzz_share

from evaluation.data import data_folder
from evaluation.shares import LANGUAGES, Result, articles, make_cases, mean_error, unrelated
from evaluation.shares_generator import rewriters

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from evaluation.shares_generator import Case

SYSTEMS: dict[str, Callable[[str, str], float]] = {
    "reuse_guard": our_share,
    "difflib on words": difflib_share,
    "rapidfuzz per sentence": rapidfuzz_share,
}
SHOWN = ("verbatim", "shuffled", "edited 20%", "inflected", "look-alikes", "hyphenated")


@dataclass(frozen=True, slots=True)
class Row:
    """What one system measured.

    Attributes:
        results: by way of rewriting.
        milliseconds: of the processor, a pair.
    """

    results: dict[str, list[Result]]
    milliseconds: float


def cases_of(folder: Path, count: int) -> list[Case]:
    """The same cases for every system: each way in each language, and unrelated pairs."""
    found: list[Case] = []
    for language in LANGUAGES:
        pool = articles(folder, language)
        for way in rewriters(language):
            found += make_cases(pool, language, way, count=count, half="odd")
        found += unrelated(pool, count)
    return found


def measure(share: Callable[[str, str], float], cases: list[Case]) -> Row:
    """Every case by one system."""
    results: dict[str, list[Result]] = {}
    begin = time.process_time()
    for case in cases:
        measured = Fraction(share(case.original, case.candidate))
        results.setdefault(case.way, []).append(Result(case, measured))
    return Row(results, 1000 * (time.process_time() - begin) / len(cases))


def line(name: str, row: Row) -> str:
    """One row of the table."""
    every = [result for results in row.results.values() for result in results]
    clear = [result for result in every if result.is_clear]
    wrong = sum(not result.is_right for result in clear)
    errors = " | ".join(f"{mean_error(row.results[way]):.1f}" for way in SHOWN)
    return f"| {name} | {errors} | {wrong} of {len(clear)} | {row.milliseconds:.1f} |"


def main() -> None:
    """Print the table as Markdown."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", nargs="?")
    parser.add_argument("--cases", type=int, default=30)
    options = parser.parse_args()
    cases = cases_of(data_folder(options.data), options.cases)
    print(f"| error of the share, points | {' | '.join(SHOWN)} | wrong side of 30% | ms |")
    print("|---" * (len(SHOWN) + 3) + "|")
    for name, share in SYSTEMS.items():
        print(line(name, measure(share, cases)))


if __name__ == "__main__":
    main()
