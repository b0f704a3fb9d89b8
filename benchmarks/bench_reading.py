"""How long pages take to read, in the same run as the parser alone and as trafilatura.

    python -m benchmarks.bench_reading [DATA]

Times are of the processor, the best of three runs a page, then the median and the mean over the
pages; a few pages with 100,000 characters of style rules and more make the mean. A candidate is
searched for copied text, and that is all in most of those that a scan reads; its links and what it
tells of itself are found where it holds some. The targets, for the median: a candidate at most
three times the parser, an original with its roles at most trafilatura.
"""

from __future__ import annotations

import statistics
import sys
import time
from importlib.util import find_spec
from typing import TYPE_CHECKING

from evaluation.data import data_folder
from evaluation.extraction import load_cases
from lxml import html as lxml_html

from reuse_guard.documents.html import read_html

if TYPE_CHECKING:
    from collections.abc import Callable

    from reuse_guard.documents.model import Document

RUNS = 3


def main() -> None:
    """Print a row for each reader."""
    folder = data_folder(sys.argv[1] if len(sys.argv) > 1 else None)
    cases = load_cases(folder)
    readers: dict[str, Callable[[str], object]] = {
        "lxml.html.fromstring": lambda markup: lxml_html.fromstring(markup.encode()),
        "read, a candidate": read,
        "read, a candidate with its links": lambda markup: read(markup).links,
        "read, an original with its roles": lambda markup: read(markup).body_text,
    }
    if find_spec("trafilatura"):
        import trafilatura  # noqa: PLC0415 - not a dependency

        readers["trafilatura.extract"] = trafilatura.extract
    first = 0.0
    for name, reader in readers.items():
        times = [best(reader, case.markup) for case in cases]
        median, mean = statistics.median(times), statistics.mean(times)
        first = first or median
        print(
            f"{name:34} {1000 * median:8.2f} ms {median / first:6.1f} times the parser,"
            f" {1000 * mean:8.2f} ms on average"
        )


def read(markup: str) -> Document:
    """Read a page as the library does after decoding."""
    return read_html(markup, source="page", url="https://example.kz/1", sha256="")


def best(reader: Callable[[str], object], markup: str) -> float:
    """The shortest of some runs, in seconds of the processor."""
    times = []
    for _ in range(RUNS):
        begin = time.process_time()
        reader(markup)
        times.append(time.process_time() - begin)
    return min(times)


if __name__ == "__main__":
    main()
