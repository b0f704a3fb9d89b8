"""Are all texts told for what they are on pages as news sites of the world build them?

    python -m evaluation.worldpages [--file seen.html|held.html] [--bad]

Pages in the manner of well-known systems and of portals of many countries, with invented news in 39
languages (`evaluation/world`). For each page F1 of the body by runs of four words, the error of the
share of the first 30%, and which texts have a role that they should not have.
"""

from __future__ import annotations

import argparse
from collections import Counter
from statistics import fmean
from typing import TYPE_CHECKING, NamedTuple

from rapidfuzz.distance import Indel

from evaluation.dressed import words_in
from evaluation.extraction import COPIED
from evaluation.world import FOLDER, pages_of
from reuse_guard import read
from reuse_guard.documents.model import Role

if TYPE_CHECKING:
    from pathlib import Path

    from evaluation.world import Piece, WorldPage
    from reuse_guard.documents.model import Document

FILES = ("seen.html", "held.html")
FAR = 2.0  # points
_UNSCORED = "x"
# What each text may be called; `b` is any part of the body.
ROLES = {
    "b": {Role.PARAGRAPH, Role.SUBHEADING, Role.LIST, Role.QUOTE, Role.STANDFIRST},
    "d": {Role.STANDFIRST, Role.PARAGRAPH},
    "c": {Role.CAPTION},
    "r": {Role.RELATED, Role.NAVIGATION},
    "m": {Role.NOTICE},
    "e": {Role.RELATED, Role.NAVIGATION, Role.OTHER},  # paragraphs of another article
    "n": {Role.NOTICE, Role.OTHER, Role.NAVIGATION},
    "k": {Role.COMMENT},
    "y": {Role.BYLINE},
    "s": {Role.BYLINE, Role.OTHER},  # agencies, sources, the desk
    "a": {Role.BYLINE, Role.OTHER},
    "f": {Role.OTHER, Role.NAVIGATION, Role.NOTICE},
    "u": {Role.OTHER, Role.NAVIGATION, Role.NOTICE, Role.COMMENT},
}
_BODY = "bd"


class Wrong(NamedTuple):
    """A text that was not told for what it is; no role where it is in no block."""

    truth: str
    role: str
    text: str


class Result(NamedTuple):
    """How a page was read.

    Attributes:
        name: of the page and its language.
        precision: of its body, by runs of four words.
        recall: likewise.
        error: points by which the share of the first 30% is off; below 0 it is lenient.
        pieces: how many texts have a role that is known.
        wrong: those that were told for something else.
        unsure: how many blocks may be body.
    """

    name: str
    precision: float
    recall: float
    error: float
    pieces: Counter[str]
    wrong: list[Wrong]
    unsure: int

    @property
    def f1(self) -> float:
        """The harmonic mean of the two."""
        return 2 * self.precision * self.recall / (self.precision + self.recall or 1)


def result_of(page: WorldPage) -> Result:
    """How a page is read."""
    document = read(page.markup, url="https://site.example/a", format="html")
    unscored = [piece.text for piece in page.pieces if piece.truth == _UNSCORED]
    true = words_in("\n".join(piece.text for piece in page.pieces if piece.truth in _BODY))
    found = words_in("\n".join(_body_texts(document, unscored)))
    wanted, got = runs_of(true), runs_of(found)
    common = sum((wanted & got).values())
    scored = [piece for piece in page.pieces if piece.truth != _UNSCORED]
    return Result(
        f"{page.name} {page.language}",
        common / (sum(got.values()) or 1),
        common / sum(wanted.values()),
        _error(true, found),
        Counter(piece.truth for piece in scored),
        list(_wrong(document, scored)),
        len(document.unsure),
    )


def _body_texts(document: Document, unscored: list[str]) -> list[str]:
    """The body found, without texts of which either is right."""
    return [
        block.text
        for block in document.blocks
        if block.role.is_body and not any(block.text in one for one in unscored)
    ]


def runs_of(words: list[str]) -> Counter[tuple[str, ...]]:
    """Runs of four words."""
    return Counter(tuple(words[at : at + 4]) for at in range(max(1, len(words) - 3)))


def _error(true: list[str], found: list[str]) -> float:
    """Points by which the share of the first 30% of the true body is off."""
    copied = true[: round(COPIED * len(true))]
    kept = Indel.similarity(copied, found) / 2
    return 100 * (kept / (len(found) or 1) - len(copied) / len(true))


def _wrong(document: Document, pieces: list[Piece]) -> list[Wrong]:
    """The texts that have another role than they may."""
    wrong = []
    unused = [(" ".join(block.text.split()), block.role) for block in document.blocks]
    for truth, text in pieces:
        found = next((one for one in unused if one[0] == text), None)
        if found is not None:
            unused.remove(found)
        else:
            found = next((one for one in unused if text in one[0] or one[0] in text), None)
        if found is None or found[1] not in ROLES[truth]:
            wrong.append(Wrong(truth, found[1] if found else "none", text))
    return wrong


def measured(file: str) -> list[Result]:
    """All pages of a file, as they are read."""
    return [result_of(page) for page in pages_of(file)]


def data_files(_: Path) -> list[Path]:
    """What the pages are made of, in no data folder."""
    return [*FOLDER.glob("*.html"), *FOLDER.glob("*.toml")]


def figures(_: Path) -> dict[str, float]:
    """The measures of all pages."""
    return figures_of([result for file in FILES for result in measured(file)])


def figures_of(results: list[Result]) -> dict[str, float]:
    """The measures of some pages."""
    precision, recall = fmean(r.precision for r in results), fmean(r.recall for r in results)
    pieces = sum(sum(r.pieces.values()) for r in results)
    return {
        "f1": 2 * precision * recall / (precision + recall),
        "precision": precision,
        "recall": recall,
        "error": fmean(abs(r.error) for r in results),
        "far": sum(abs(r.error) > FAR for r in results),
        "roles": 1 - sum(len(r.wrong) for r in results) / pieces,
    }


def main() -> None:
    """Print the measures, and with `--bad` each page that is read badly."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--file", choices=FILES, action="append")
    parser.add_argument(
        "--bad", action="store_true", help="each page with an error, and its errors"
    )
    options = parser.parse_args()
    for file in options.file or FILES:
        results = measured(file)
        for result in results if options.bad else ():
            if abs(result.error) > FAR or result.wrong:
                print(f"{result.name}: F1 {result.f1:.3f}, error {result.error:+.1f}")
                for one in result.wrong:
                    print(f"    {one.truth} as {one.role}: {one.text[:90]}")
        found = figures_of(results)
        wrong = Counter(one.truth for result in results for one in result.wrong)
        every: Counter[str] = sum((result.pieces for result in results), Counter())
        print(
            f"{file}: {len(results)} pages, "
            + ", ".join(f"{name} {value:.4g}" for name, value in found.items())
        )
        print(
            "  wrong roles: " + ", ".join(f"{t} {wrong[t]}/{n}" for t, n in sorted(every.items()))
        )


if __name__ == "__main__":
    main()
