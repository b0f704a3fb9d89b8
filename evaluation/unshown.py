"""Do the scripts, templates and attributes of other articles' pages hold words of an original?

    python -m evaluation.unshown [DATA]

Every saved page is held against the article of every other: of how many pairs are so many words
there that a person would be asked, and of how many of these does the page itself show no copied
word. Then how long it takes to find what a page does not show. It takes two minutes.
"""

from __future__ import annotations

import itertools
import statistics
import sys
import time

from evaluation.data import data_folder
from evaluation.pages import articles, saved_page
from reuse_guard import read
from reuse_guard.align import align
from reuse_guard.measure.unread import find_unshown


def main() -> None:
    """Print both."""
    folder = data_folder(sys.argv[1] if len(sys.argv) > 1 else None) / "pages"
    annotated = articles(folder)
    bodies = {key: read(article["articleBody"]) for key, article in annotated.items()}
    pages, times = {}, []
    for key, article in annotated.items():
        pages[key] = saved_page(folder, key, article["url"])
        start = time.process_time()
        pages[key].unshown_words  # noqa: B018 - found once, and kept
        times.append(1e3 * (time.process_time() - start))
    pairs = list(itertools.permutations(bodies, 2))
    held = [(bodies[one], pages[other]) for one, other in pairs if bodies[one].words]
    doubted = [(body, page) for body, page in held if find_unshown(body, page, ())]
    alone = sum(
        not any(passage.kind.counts for passage in align(body.words, page.words))
        for body, page in doubted
    )
    print(f"{len(held):,} pairs, {len(doubted)} with words not shown, {alone} with these alone")
    median, mean = statistics.median(times), statistics.mean(times)
    print(f"{median:.1f} ms a page in the median with its roles, {mean:.1f} in the mean")


if __name__ == "__main__":
    main()
