"""Is the body found on pages as systems unlike those of the saved pages write them?

    python -m evaluation.dressed [DATA] [--articles N] [--languages en,ru] [--dresses live,rows]
    python -m evaluation.dressed [DATA] --drawn 300 [--from 0] [--paragraphs 4]

News of three languages and invented news of many, in dresses of our own (`dresses.py`): boxes
without telling names, and around the article what pages hold besides. For each dress and language,
F1 of the body by its runs of four words, and how many verdicts are wrong when the first quarter of
the article is copied, which is allowed, and two fifths, which are not. The weights were not fitted
on these pages. With `--drawn`, so many dresses are drawn at random instead, each for one article.
"""

from __future__ import annotations

import argparse
from collections import Counter
from dataclasses import dataclass
from html import escape
from itertools import islice
from statistics import fmean
from typing import TYPE_CHECKING

from evaluation import shares
from evaluation.data import data_folder
from evaluation.dresses import DRESSES
from evaluation.dresses_at_random import drawn
from evaluation.dresses_of_builders import BUILDERS
from evaluation.dresses_of_systems import SYSTEMS
from evaluation.stories import Story, languages, stories_of, words_of
from reuse_guard import Outcome, check, read
from reuse_guard.text.words import split_words

if TYPE_CHECKING:
    from pathlib import Path

    from evaluation.dresses import Dress, Page
    from evaluation.stories import Words
    from reuse_guard.documents.model import Document

ARTICLES = 3
OTHERS = (5, 7, 11)  # how far away the articles beside one are
FAR = 0.93
EVERY = (*DRESSES, *SYSTEMS, *BUILDERS)
EXPECTED = {0.25: Outcome.ALLOWED, 0.40: Outcome.VIOLATION}
URL = "https://steppe.example/a"


@dataclass(frozen=True, slots=True)
class Result:
    """How a page was read.

    Attributes:
        precision: of its body, by runs of four words.
        recall: likewise.
        verdicts: how many were asked for.
        wrong: those that were not what they should be.
        review: those that ask for a person.
    """

    precision: float
    recall: float
    verdicts: int
    wrong: int
    review: int

    @property
    def f1(self) -> float:
        """The harmonic mean of the two."""
        return 2 * self.precision * self.recall / (self.precision + self.recall or 1)


def measured(dress: Dress, stories: list[Story], words: Words, articles: int) -> list[Result]:
    """Every story so dressed, as it is read."""
    results = []
    for at, story in enumerate(islice(stories, articles)):
        others = [stories[(at + far) % len(stories)] for far in OTHERS]
        page = dress(story, others, words)
        document = read(
            f"<!doctype html><title>{story.headline}</title><div><a href=/>A</a><a href=/b>B</a>"
            f"</div>{page.markup}<div><p>{words.cookies}</p></div>",
            url=URL,
            format="html",
        )
        results.append(result_of(document, page))
    return results


def result_of(document: Document, page: Page) -> Result:
    """How a page was read."""
    body = "\n".join(page.body)
    wanted, got = runs(body), runs(document.body_text)
    common = sum((wanted & got).values())
    found = [
        (outcome_of(document, excerpt(body, part) + more), expected)
        for part, expected in EXPECTED.items()
        for more in ("", f"\n{page.caption}")
        if more.strip() or not more
    ]
    review = sum(one == Outcome.REVIEW for one, _ in found)
    wrong = sum(one not in (expected, Outcome.REVIEW) for one, expected in found)
    return Result(
        common / (sum(got.values()) or 1), common / sum(wanted.values()), len(found), wrong, review
    )


def runs(text: str) -> Counter[tuple[str, ...]]:
    """Its runs of four words."""
    words = words_in(text)
    return Counter(tuple(words[at : at + 4]) for at in range(max(1, len(words) - 3)))


def words_in(text: str) -> list[str]:
    """Its words, as they are counted."""
    found = split_words(text)
    spans = zip(found.starts.tolist(), found.stops.tolist(), strict=True)
    return [text[start:stop] for start, stop in spans]


def excerpt(body: str, part: float) -> str:
    """The first part of the words of a text."""
    words = split_words(body)
    return body[: int(words.stops[int(len(words) * part) - 1])]


def outcome_of(document: Document, copied: str) -> Outcome:
    """The verdict on a page of one's own that copies this, with a link."""
    lines = "".join(f"<p>{escape(line)}</p>" for line in copied.split("\n"))
    page = (
        "<!doctype html><title>Press review</title><h1>Press review</h1>"
        f'<p>From <a href="{URL}">another paper</a>, with our thanks.</p>{lines}'
    )
    return check(document, page, original_url=URL).outcome


def table(
    folder: Path, chosen: list[str], dresses: list[Dress], articles: int
) -> dict[str, dict[str, list[Result]]]:
    """Results by dress and language."""
    told = {language: stories_of(folder, language) for language in chosen}
    return {
        dress.__name__: {
            language: measured(dress, stories, words_of(language), articles)
            for language, stories in told.items()
        }
        for dress in dresses
    }


def drawn_results(folder: Path, chosen: list[str], seeds: range, paragraphs: int) -> list[Result]:
    """One page for each seed, the languages in turn; articles are cut to so many paragraphs."""
    told = {
        language: [Story(one.headline, one.paragraphs[:paragraphs]) for one in found]
        for language in chosen
        if (found := stories_of(folder, language))
    }
    results = []
    for seed in seeds:
        language = chosen[seed % len(chosen)]
        stories = told[language]
        at = seed % len(stories)
        turned = stories[at:] + stories[:at]
        results += measured(drawn(seed), turned, words_of(language), articles=1)
    return results


def data_files(folder: Path) -> list[Path]:
    """What the figures are measured on, beside the invented news."""
    return shares.data_files(folder)


def figures(folder: Path) -> dict[str, float]:
    """Of one article a language in every dress: mean F1, pages read badly, wrong verdicts."""
    found = table(folder, languages(), list(EVERY), articles=1)
    every = [one for row in found.values() for pages in row.values() for one in pages]
    return {
        "f1": fmean(one.f1 for one in every),
        "far": sum(one.f1 < FAR for one in every),
        "wrong": sum(one.wrong for one in every),
    }


def main() -> None:
    """Print a row for each dress, a column for each language."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("data", nargs="?")
    parser.add_argument("--articles", type=int, default=ARTICLES)
    parser.add_argument("--languages", default="")
    parser.add_argument("--dresses", default="")
    parser.add_argument("--drawn", type=int, default=0, help="so many dresses drawn at random")
    parser.add_argument("--from", dest="start", type=int, default=0, help="the first of the dice")
    parser.add_argument("--paragraphs", type=int, default=4, help="of each article, if drawn")
    options = parser.parse_args()
    chosen = [one for one in options.languages.split(",") if one] or languages()
    if options.drawn:
        seeds = range(options.start, options.start + options.drawn)
        folder = data_folder(options.data)
        print(summary(drawn_results(folder, chosen, seeds, options.paragraphs)))
        return
    wanted = options.dresses.split(",")
    dresses = [one for one in EVERY if one.__name__ in wanted or wanted == [""]]
    found = table(data_folder(options.data), chosen, dresses, options.articles)
    print(f"{'F1, wrong, review':18}" + "".join(f"{language:>9}" for language in chosen))
    for name, by_language in found.items():
        row = "".join(map(cell, by_language.values()))
        print(f"{name.replace('_', ' '):18}{row}")
    print(summary([one for row in found.values() for pages in row.values() for one in pages]))


def cell(results: list[Result]) -> str:
    """Some pages in nine letters."""
    f1 = fmean(one.f1 for one in results)
    wrong, review = sum(one.wrong for one in results), sum(one.review for one in results)
    return f"{f1:5.2f}{wrong or '':>2}{review or '':>2}"


def summary(every: list[Result]) -> str:
    """All pages in a line."""
    far = sum(one.f1 < FAR for one in every)
    return (
        f"{len(every)} pages: precision {fmean(r.precision for r in every):.3f}, recall"
        f" {fmean(r.recall for r in every):.3f}; F1 under {FAR} on {far}; of"
        f" {sum(r.verdicts for r in every)} verdicts {sum(r.wrong for r in every)} wrong,"
        f" {sum(r.review for r in every)} review"
    )


if __name__ == "__main__":
    main()
