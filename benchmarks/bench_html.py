"""How long the HTML report takes to make and a browser to open.

    python -m benchmarks.bench_html

Bound: a pair of 20,000 words opens in under 2 s. It needs Chromium and its driver (Debian:
chromium, chromium-driver).
"""

from __future__ import annotations

import random
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.browser import open_browser

from reuse_guard import check, read
from reuse_guard.reports.html import render_html
from reuse_guard.reports.report import Judged, Report

SIZES = (1_000, 5_000, 20_000)
PARAGRAPH = 60  # words


def pair(words: int) -> tuple[str, str]:
    """An article, and a copy of every second paragraph with one word in eight replaced."""
    draw = random.Random(words)  # noqa: S311 - made-up text
    paragraphs = [
        [f"w{draw.randrange(9_000)}" for _ in range(PARAGRAPH)] for _ in range(words // PARAGRAPH)
    ]
    edited = [
        [word if draw.randrange(8) else f"x{draw.randrange(9_000)}" for word in paragraph]
        if number % 2
        else [f"y{draw.randrange(9_000)}" for _ in paragraph]
        for number, paragraph in enumerate(paragraphs)
    ]
    original, candidate = (
        "\n\n".join(" ".join(each) for each in text) for text in (paragraphs, edited)
    )
    return original, candidate


def main() -> None:
    """Print a row for each size."""
    browser = open_browser()
    print(f"{'words':>8} {'passages':>9} {'page KB':>8} {'make ms':>8} {'open ms':>8}")
    with TemporaryDirectory() as folder:
        for words in SIZES:
            original, candidate = (read(text, format="text") for text in pair(words))
            report = Report((Judged(check(original, candidate)),))
            began = time.perf_counter()
            page = render_html(report)
            made = time.perf_counter() - began
            file = Path(folder) / f"{words}.html"
            file.write_text(page, "utf-8")
            began = time.perf_counter()
            browser.get(file.as_uri())
            browser.execute_script("return document.body.offsetHeight")
            opened = time.perf_counter() - began
            passages = page.count('class="number')
            print(
                f"{words:8,} {passages // 2:9,} {len(page) / 1e3:8.0f} {made * 1e3:8.0f}"
                f" {opened * 1e3:8.0f}"
            )
    browser.quit()


if __name__ == "__main__":
    main()
