"""How exact is the share? Mean absolute error on republications with a known share.

    python -m evaluation.shares [DATA] [--cases N] [--half odd|even]

For each language and each way of rewriting: the mean and the largest error of the share in
points, and how often the verdict at 30% falls on the right side where the truth is more than a
point away.
"""

from __future__ import annotations

import argparse
import random
import zlib
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from evaluation.data import data_folder
from evaluation.shares_generator import (
    Case,
    Rewriter,
    Sentences,
    make_case,
    not_for_peers,
    rewriters,
    sentences_of,
)
from reuse_guard.align import align
from reuse_guard.share import share_of_original
from reuse_guard.text.words import split_words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LIMIT = Fraction(30, 100)
LANGUAGES = ("en", "ru", "kk", "kk-latin")
_FEWEST_SENTENCES = 8
_KAZAKH_ARTICLE = 18  # sentences: the length of a short news article
_LATIN = dict(
    zip(
        "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя",
        [
            "a",
            "ä",
            "b",
            "v",
            "g",
            "ğ",
            "d",
            "e",
            "io",
            "j",
            "z",
            "i",
            "i",
            "k",
            "q",
            "l",
            "m",
            "n",
            "ñ",
            "o",
            "ö",
            "p",
            "r",
            "s",
            "t",
            "u",
            "ū",
            "ü",
            "f",
            "h",
            "h",
            "ts",
            "ch",
            "ş",
            "şş",
            "_",
            "y",
            "\u0131",
            "_",
            "e",
            "iu",
            "ia",
        ],
        strict=True,
    )
)


@dataclass(frozen=True, slots=True)
class Result:
    """What one case measured."""

    case: Case
    share: Fraction

    @property
    def error(self) -> float:
        """Measured minus true share, in points."""
        return 100 * float(self.share - self.case.truth)

    @property
    def is_clear(self) -> bool:
        """The truth is more than a point away from the limit."""
        return abs(self.case.truth - LIMIT) > Fraction(1, 100)

    @property
    def is_right(self) -> bool:
        """The share is on the true side of the limit."""
        return (self.share > LIMIT) == (self.case.truth > LIMIT)


def articles(folder: Path, language: str) -> list[Sentences]:
    """Sentences of every article long enough to copy parts of."""
    if language.startswith("kk"):
        lines = (folder / "news/kk-sentences.txt").read_text("utf-8").splitlines()
        lines = [to_latin(line) for line in lines] if language == "kk-latin" else lines
        found = [lines[at : at + _KAZAKH_ARTICLE] for at in range(0, len(lines), _KAZAKH_ARTICLE)]
    else:
        paths = sorted((folder / "news" / language).glob("*[0-9].txt"))  # not list.txt
        # One file of the BBC set is Latin-1 where the others are UTF-8.
        found = [sentences_of(path.read_text("utf-8", errors="replace")) for path in paths]
    return [sentences for sentences in found if len(sentences) >= _FEWEST_SENTENCES]


def to_latin(text: str) -> str:
    """Kazakh in the Latin alphabet of 2021, near enough to measure by."""
    spelled = []
    for letter in text:
        latin = _LATIN.get(letter.lower(), letter).replace("_", "")
        spelled.append(latin.capitalize() if letter.isupper() else latin)
    return "".join(spelled)


def make_cases(
    pool: list[Sentences], language: str, way: str, *, count: int, half: str
) -> Iterator[Case]:
    """The cases of one language and way: the same for the same arguments."""
    seed = zlib.crc32(f"{language} {way} {half}".encode())
    chance = random.Random(seed)  # noqa: S311 - repeatable, not secret
    mine = range(half == "odd", len(pool), 2)
    for _ in range(count):
        index = chance.choice(mine)
        others = chance.sample([p for p in range(len(pool)) if p != index], 3)
        foreign = [sentence for other in others for sentence in pool[other]]
        yield make_case(chance, way, ways(language)[way], pool[index], foreign)


def ways(language: str) -> dict[str, Rewriter]:
    """Every way of rewriting that is measured, by name."""
    return {**rewriters(language), **not_for_peers()}


def measure(case: Case) -> Result:
    """Align one case."""
    original = split_words(case.original)
    passages = align(original, split_words(case.candidate))
    return Result(case, share_of_original(passages, total=len(original)).fraction)


def unrelated(pool: list[Sentences], count: int) -> Iterator[Case]:
    """Pairs of different articles: nothing of the one is in the other."""
    chance = random.Random(7)  # noqa: S311 - repeatable, not secret
    for _ in range(count):
        one, other = chance.sample(pool, 2)
        yield Case("unrelated", " ".join(one), " ".join(other), Fraction(0))


def mean_error(results: list[Result]) -> float:
    """Mean absolute error of the share, in points."""
    return sum(abs(result.error) for result in results) / len(results)


def report(language: str, way: str, results: list[Result]) -> str:
    """One line of the table."""
    errors = [result.error for result in results]
    clear = [result for result in results if result.is_clear]
    right = sum(result.is_right for result in clear)
    bias = sum(errors) / len(errors)
    worst = max(map(abs, errors))
    figures = f"{mean_error(results):6.2f} {bias:+6.2f} {worst:6.2f}"
    return f"{language:9} {way:18} {figures}  {right:4}/{len(clear)}"


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", nargs="?")
    parser.add_argument("--cases", type=int, default=60)
    parser.add_argument("--half", choices=("odd", "even"), default="odd")
    parser.add_argument("--language", choices=LANGUAGES, action="append")
    options = parser.parse_args()
    folder = data_folder(options.data)
    print("language  way                 mean   bias  worst  right side of 30%")
    for language in options.language or LANGUAGES:
        for way, results in measure_all(folder, language, count=options.cases, half=options.half):
            print(report(language, way, results))


def measure_all(
    folder: Path, language: str, *, count: int, half: str
) -> Iterator[tuple[str, list[Result]]]:
    """Every way of rewriting in one language, and pairs of unrelated articles."""
    pool = articles(folder, language)
    for way in ways(language):
        cases = make_cases(pool, language, way, count=count, half=half)
        yield way, [measure(case) for case in cases]
    yield "unrelated", [measure(case) for case in unrelated(pool, count)]


def data_files(folder: Path) -> list[Path]:
    """The files that are read."""
    return list((folder / "news").rglob("*.txt"))


def figures(folder: Path) -> dict[str, float]:
    """Mean absolute error of the share, in points, of 60 odd cases in each language and way."""
    return {
        f"{language}: {way}": mean_error(results)
        for language in LANGUAGES
        for way, results in measure_all(folder, language, count=60, half="odd")
    }


if __name__ == "__main__":
    main()
