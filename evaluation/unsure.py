"""Real pages whose blocks may be body or not: how do clauses other than limits come out?

    python -m evaluation.unsure [DATA]

Single paragraphs of each saved article without a link, where one is asked for; all of the article
and less than all where all of it must be used, and all of it where it may not be; and pairs of
pages of different sites, where nothing is copied.
"""

from __future__ import annotations

import argparse
import gzip
import random
from collections import Counter
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from evaluation.data import data_folder
from evaluation.pages import articles, excerpt, republication, saved_page
from evaluation.truth import counted_body
from reuse_guard import LinkDuty, Policy, Rule, check

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

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


def whole(folder: Path, page_id: str, body: str) -> str:
    """All of an article, its standfirst too, a paragraph a line."""
    markup = gzip.decompress((folder / "html" / f"{page_id}.html.gz").read_bytes())
    text = counted_body(markup.decode("utf-8", "replace"), body)
    return "\n".join(line for line in text.split("\n") if line.strip())


def without_first(text: str) -> str:
    """An article without its first paragraph; nothing where it has no other."""
    return text.partition("\n")[2]


def without_last(text: str) -> str:
    """An article without its last paragraph; nothing where it has no other."""
    return text.rpartition("\n")[0]


PARTS: Final[dict[str, Callable[[str], str]]] = {
    "all": str,
    "all but the first paragraph": without_first,
    "all but the last paragraph": without_last,
    "four fifths": lambda text: excerpt(text, 0.8),
}


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
    bodies = {key: whole(folder, key, truth[key]["articleBody"]) for key in pages}
    for mode, part in (("excerpt", "all"), *(("full", part) for part in PARTS)):
        terms = policy(Rule(mode=mode))
        outcomes = Counter(
            str(check(page, republication(text, ELSEWHERE), policy=terms).outcome)
            for key, page in pages.items()
            if (text := PARTS[part](bodies[key]))
        )
        print(f"{part} of an article, mode {mode}:", outcomes)
    outcomes = Counter(
        str(check(pages[one], pages[other], policy=linked).outcome)
        for one, other in strangers(pages, chance)
    )
    print("pages of different sites:", outcomes)


if __name__ == "__main__":
    main()
