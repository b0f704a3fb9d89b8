"""How long judging links takes, against parsing the pages they stand on.

    python benchmarks/bench_backlinks.py [DATA]

DATA is the folder with pages/html/*.html.gz; default REUSE_GUARD_DATA, then ../shared/data.
Each page is judged twice: against an article of another site, as a partner's page is, and against
its own address, where nearly every link has to do with the "original". The goal is 1.5 for the
first: judging all links of all pages in at most one and a half times what lxml takes to parse them.
"""

from __future__ import annotations

import gzip
import os
import statistics
import sys
import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from lxml import etree

from reuse_guard.backlinks import Article, judge_links
from reuse_guard.documents.read import read
from reuse_guard.documents.visibility import VISIBLE, Visibility
from reuse_guard.urls.identity import parse_address

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from reuse_guard.documents.model import Document

ROUNDS = 5
STRANGER = "https://alatautimes.kz/news/2481-river"


def main() -> None:
    """Print medians over the pages, and the totals."""
    pages = list(read_pages())
    documents = [read(page, format="html") for page in pages]
    own = [document.canonical_urls[:1] or ("https://example.org/a",) for document in documents]
    for document in documents:
        len(document.blocks)  # roles are found when first asked for, and not part of judging
    parse = [timed(partial(parse_page, page)) for page in pages]
    seeing = [timed(partial(look, page)) for page in pages]
    stranger = [judging(document, (STRANGER,)) for document in documents]
    itself = [judging(d, urls) for d, urls in zip(documents, own, strict=True)]
    links = [float(len(document.links)) for document in documents]
    print(f"{len(pages)} pages, {sum(links):,.0f} links; milliseconds, best of {ROUNDS} rounds")
    print(f"{'':34}{'median':>9}{'total':>10}{'of parsing':>12}")
    for name, times in (
        ("parse (lxml)", parse),
        ("judge, article of another site", stranger),
        ("judge, article of the same site", itself),
        ("parse and tell what is seen", seeing),
    ):
        share = sum(times) / sum(parse)
        print(f"{name:34}{statistics.median(times):9.2f}{sum(times):10.1f}{share:12.2f}")


def judging(document: Document, urls: tuple[str, ...]) -> float:
    """Milliseconds to judge all links of a document, with nothing remembered from before."""

    def judge() -> None:
        parse_address.cache_clear()
        judge_links(document, article=Article.of(urls))

    return timed(judge)


def look(page: bytes) -> None:
    """Parse, and enter every element."""
    root = parse_page(page)
    visibility = Visibility.of(root)
    state = VISIBLE
    states = []
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if event == "start":
            states.append(state)
            state = visibility.enter(element, state)
        else:
            state = states.pop()


def parse_page(page: bytes) -> etree._Element:
    """What every reading of a page begins with."""
    return etree.fromstring(page, etree.HTMLParser(encoding="utf-8"))


def timed(call: Callable[[], object]) -> float:
    """The least of some runs, in milliseconds; other programs only add."""
    least = float("inf")
    for _ in range(ROUNDS):
        start = time.perf_counter()
        call()
        least = min(least, time.perf_counter() - start)
    return least * 1000


def read_pages() -> Iterator[bytes]:
    """The pages of the data folder."""
    given = sys.argv[1] if len(sys.argv) > 1 else os.environ.get("REUSE_GUARD_DATA")
    folder = Path(given or Path(__file__).parents[1] / "../shared/data") / "pages" / "html"
    paths = sorted(folder.glob("*.html.gz"))
    if not paths:
        sys.exit(f"{folder}: no pages; give the data folder as argument or REUSE_GUARD_DATA")
    for path in paths:
        yield gzip.decompress(path.read_bytes())


if __name__ == "__main__":
    main()
