"""Real pages, end to end: a quarter of an article is allowed, two fifths are not.

    python -m evaluation.pages [DATA] [--pages N] [--seed S]

For each page the first 25% and the first 40% of the words of the article (as the annotators of the
data read it) are put into a page of one's own, with a link to the original, and checked against the
saved page. The right outcomes are *allowed* and *violation*; *review* is counted apart.

The other way round, each saved page is a candidate that holds the whole article: as much of it has
to be found there.
"""

from __future__ import annotations

import argparse
import gzip
import html
import json
import random
import re
from collections import Counter
from typing import TYPE_CHECKING

from evaluation.data import data_folder
from reuse_guard import Outcome, check, read

if TYPE_CHECKING:
    from pathlib import Path

    from reuse_guard.documents.model import Document

EXPECTED = {0.25: Outcome.ALLOWED, 0.40: Outcome.VIOLATION}
WHOLE = 0.99  # of an article that has to be found on its own page


def excerpt(body: str, part: float) -> str:
    """The first `part` of the words of a text, its paragraphs kept."""
    words = list(re.finditer(r"\w+", body))
    wanted = int(len(words) * part)
    return body[: words[wanted - 1].end()] if wanted else ""


def republication(text: str, url: str) -> str:
    """A page of one's own that quotes a text and links its source."""
    paragraphs = "".join(f"<p>{html.escape(p)}</p>" for p in text.split("\n") if p.strip())
    return (
        "<!doctype html><title>Press review</title><h1>Press review</h1>"
        f'<p>From <a href="{html.escape(url)}">another paper</a>, with our thanks.</p>{paragraphs}'
    )


def outcomes(folder: Path, page_ids: list[str]) -> dict[float, list[tuple[str, str, float]]]:
    """For each part, every page with the outcome and the measured share."""
    truth = articles(folder)
    found: dict[float, list[tuple[str, str, float]]] = {part: [] for part in EXPECTED}
    for page_id in page_ids:
        url, body = truth[page_id]["url"], truth[page_id]["articleBody"]
        original = saved_page(folder, page_id, url)
        for part, rows in found.items():
            verdict = check(original, republication(excerpt(body, part), url), original_url=url)
            rows.append((page_id, verdict.outcome, verdict.share.ratio))
    return found


def found_again(folder: Path, page_ids: list[str]) -> list[tuple[str, float]]:
    """For each page, how much of its annotated article is found on the page itself."""
    truth = articles(folder)
    rows = []
    for page_id in page_ids:
        url, body = truth[page_id]["url"], truth[page_id]["articleBody"]
        verdict = check(body, saved_page(folder, page_id, url), original_url=url)
        rows.append((page_id, verdict.share.ratio))
    return rows


def articles(folder: Path) -> dict[str, dict[str, str]]:
    """The annotated articles, by the ids of their pages."""
    truth: dict[str, dict[str, str]] = json.loads((folder / "ground-truth.json").read_text("utf-8"))
    return truth


def saved_page(folder: Path, page_id: str, url: str) -> Document:
    """A page of the data."""
    page = gzip.decompress((folder / "html" / f"{page_id}.html.gz").read_bytes())
    return read(page, url=url, format="html")


def data_files(data: Path) -> list[Path]:
    """What the figures are measured on."""
    folder = data / "pages"
    return [folder / "ground-truth.json", *(folder / "html").glob("*.html.gz")]


def figures(data: Path) -> dict[str, float]:
    """Pages with the wrong outcome and for review, and those that hold less than their article."""
    folder = data / "pages"
    ids = sorted(articles(folder))
    counts: dict[str, float] = {"wrong": 0, "review": 0}
    for part, rows in outcomes(folder, ids).items():
        review = sum(outcome == Outcome.REVIEW for _, outcome, _ in rows)
        counts["review"] += review
        counts["wrong"] += sum(outcome != EXPECTED[part] for _, outcome, _ in rows) - review
    counts["not found again"] = sum(share < WHOLE for _, share in found_again(folder, ids))
    return counts


def main() -> None:
    """Print the outcomes for every part, and the pages that came out wrong."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("data", nargs="?")
    parser.add_argument("--pages", type=int, help="take so many pages at random; all when left out")
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    folder = data_folder(options.data) / "pages"
    ids = sorted(articles(folder))
    if options.pages:
        ids = random.Random(options.seed).sample(ids, options.pages)  # noqa: S311 - not a secret
    for part, rows in outcomes(folder, ids).items():
        counts = Counter(outcome for _, outcome, _ in rows)
        mean = sum(abs(share - part) for *_, share in rows) / len(rows)
        print(f"first {part:.0%} of {len(rows)} pages: {dict(counts)}, mean error {mean:.3f}")
        for page_id, outcome, share in rows:
            if outcome != EXPECTED[part]:
                print(f"    {page_id[:12]} {outcome} at {share:.1%}")
    again = found_again(folder, ids)
    less = [(page_id, share) for page_id, share in again if share < WHOLE]
    print(f"whole article found on its own page: {len(again) - len(less)} of {len(again)}")
    for page_id, share in less:
        print(f"    {page_id[:12]} {share:.1%}")


if __name__ == "__main__":
    main()
