"""Real pages whose blocks may be body or not: how do clauses other than limits come out?

    python -m evaluation.unsure [DATA]

Single paragraphs of each saved article without a link, where one is asked for; all of the article
where all of it must be used, and where it may not; and pairs of pages of different sites, where
nothing is copied.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from evaluation.data import data_folder
from evaluation.pages import articles, republication, saved_page
from reuse_guard import LinkDuty, Policy, Rule, check

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reuse_guard.documents.model import Document

ELSEWHERE = "https://other.example/"
FEWEST_WORDS = 13  # of a paragraph: fewer may be stock sentences
PARAGRAPHS = 3  # of each article
PAIRS = 4000


def policy(rule: Rule) -> Policy:
    """A policy of one rule."""
    return Policy(id="one-rule", name="Publisher", rules=[rule])


def paragraphs(text: str, chance: random.Random) -> list[str]:
    """A few paragraphs of an article."""
    long = [one for one in text.split("\n") if len(one.split()) >= FEWEST_WORDS]
    return chance.sample(long, min(PARAGRAPHS, len(long)))


def strangers(pages: dict[str, Document], chance: random.Random) -> Iterator[tuple[str, str]]:
    """Pairs of pages of different sites."""
    sites = {key: urlsplit(page.url or "").netloc.split(".")[-2:] for key, page in pages.items()}
    found = [(a, b) for a in pages for b in pages if sites[a] != sites[b]]
    yield from chance.sample(found, PAIRS)


def main() -> None:
    """Print how many came out how."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", nargs="?")
    folder = data_folder(parser.parse_args().data) / "pages"
    truth = articles(folder)
    pages = {key: saved_page(folder, key, truth[key]["url"]) for key in sorted(truth)}
    linked = policy(Rule(links=[LinkDuty()]))
    chance = random.Random(2)  # noqa: S311 - repeatable, not secret
    print(
        "paragraph without a link:",
        Counter(
            str(check(page, republication(paragraph, ELSEWHERE), policy=linked).outcome)
            for key, page in pages.items()
            for paragraph in paragraphs(truth[key]["articleBody"], chance)
        ),
    )
    for mode in ("full", "excerpt"):
        terms = policy(Rule(mode=mode))
        outcomes = Counter(
            str(
                check(
                    page, republication(truth[key]["articleBody"], truth[key]["url"]), policy=terms
                ).outcome
            )
            for key, page in pages.items()
        )
        print(f"whole article, mode {mode}:", outcomes)
    outcomes = Counter(
        str(check(pages[one], pages[other], policy=linked).outcome)
        for one, other in strangers(pages, chance)
    )
    print("pages of different sites:", outcomes)


if __name__ == "__main__":
    main()
