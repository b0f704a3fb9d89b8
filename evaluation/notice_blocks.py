"""How often a paragraph is taken for a reuse notice by its words alone, and a notice for none.

    python -m evaluation.notice_blocks [DATA]

The notices are those with terms in `tests/notices/cases`, which the patterns were written with in
sight; the paragraphs are of news in three languages and of the true bodies of pages, where a page's
reading would take a notice out of the article (docs/decisions/0102).
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from evaluation.data import data_folder
from evaluation.extraction import load_cases as load_pages
from evaluation.notices import HALVES, load_cases
from reuse_guard.documents.notices import is_reuse_notice

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path


def main() -> None:
    """Print the counts, and what was taken for a notice."""
    data = data_folder(sys.argv[1] if len(sys.argv) > 1 else None)
    cases = [case for half in HALVES for case in load_cases(half) if case.expected]
    missed = [case.name for case in cases if not is_reuse_notice(case.text)]
    print(f"notices with terms: {len(cases)}, told by their words {len(cases) - len(missed)}")
    _print_taken("paragraphs of news", news_paragraphs(data))
    bodies = (line for page in load_pages(data) for line in page.body.splitlines())
    _print_taken("paragraphs of the bodies of pages", filter(str.strip, bodies))


def news_paragraphs(data: Path) -> Iterator[str]:
    """Every line that is not blank of the news, and the Kazakh sentences."""
    for file in sorted((data / "news").glob("**/*.txt")):
        yield from filter(str.strip, file.read_text("utf-8", "replace").splitlines())


def _print_taken(name: str, paragraphs: Iterable[str]) -> None:
    every = [*paragraphs]
    taken = [one for one in every if is_reuse_notice(one)]
    print(f"{name}: {len(every):,}, taken for notices {len(taken)}")
    for one in taken:
        print(f"    {one}")


if __name__ == "__main__":
    main()
