"""Is an article found that was republished in the other alphabet, and no other one?

    python -m evaluation.alphabets [DATA] [--cases N]

For each table of letters, each way of rewriting and each direction: the mean error of the share in
points, how far it is too low or too high, the largest error, and the side of 30% as in
`evaluation.shares`; copies are made from the odd articles. Then how many pairs of different
articles in two alphabets share any counted word, Russian with English news among them.
"""

from __future__ import annotations

import argparse
import random
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from evaluation.data import data_folder
from evaluation.shares import articles, make_cases, measure, report, to_latin
from reuse_guard.align import align
from reuse_guard.share import share_of_original
from reuse_guard.text.words import split_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from evaluation.shares import Result
    from evaluation.shares_generator import Case

_KAZAKH = "а ә б в г ғ д е ё ж з и й к қ л м н ң о ө п р с т у ұ ү ф х һ ц ч ш щ ъ ы і ь э ю я"
_RUSSIAN = "а б в г д е ё ж з и й к л м н о п р с т у ф х ц ч ш щ ъ ы ь э ю я"
# A letter that the table leaves out is "-". "keyboard": as people write who have no other letters.
_TABLES = {
    "kk 2018": (
        "a á b v g ǵ d e e j z ı ı k q l m n ń o ó p r s t ý u ú f h h ts ch sh sh - y i - e iý ia"  # noqa: RUF001
    ),
    "kk keyboard": (
        "a a b v g g d e yo zh z i i k k l m n n o o p r s t u u u"
        " f h h ts ch sh sh - y i - e yu ya"
    ),
    "kk keyboard, ng": (
        "a a b v g gh d e yo zh z i y k q l m n ng o o p r s t w u u"
        " f x h c ch sh sh - y i - e yu ya"
    ),
    "ru passport": ("a b v g d e e zh z i i k l m n o p r s t u f kh ts ch sh shch ie y - e iu ia"),
    "ru BGN": "a b v g d e e zh z i y k l m n o p r s t u f kh ts ch sh shch - y - e yu ya",
}
WAYS = ("verbatim", "edited 10%", "edited 20%", "inflected")
PAIRS = 2000


def spellers() -> dict[str, Callable[[str], str]]:
    """From Cyrillic to Latin, by each table."""
    found: dict[str, Callable[[str], str]] = {"kk 2021": to_latin}
    for name, table in _TABLES.items():
        letters = (_KAZAKH if name.startswith("kk") else _RUSSIAN).split()
        found[name] = partial(spelled, dict(zip(letters, table.split(), strict=True)))
    return found


def spelled(table: dict[str, str], text: str) -> str:
    """A text in Latin."""
    found = []
    for letter in text:
        latin = table.get(letter.lower(), letter)
        latin = "" if latin == "-" and letter != "-" else latin
        found.append(latin.capitalize() if letter.isupper() else latin)
    return "".join(found)


def in_other_alphabet(case: Case, spell: Callable[[str], str], *, reverse: bool) -> Case:
    """The case with its candidate in Latin, or with its original."""
    if reverse:
        return replace(case, original=spell(case.original))
    return replace(case, candidate=spell(case.candidate))


def copies(folder: Path, *, count: int, reverse: bool) -> Iterator[tuple[str, str, list[Result]]]:
    """The results of each table and way."""
    for name, spell in spellers().items():
        language = name[:2]
        pool = articles(folder, language)
        for way in WAYS:
            cases = make_cases(pool, language, way, count=count, half="odd")
            results = [measure(in_other_alphabet(one, spell, reverse=reverse)) for one in cases]
            yield name, way, results


def false_alarms(folder: Path, count: int) -> Iterator[tuple[str, int, int]]:
    """Pairs of different articles, how many of them share a counted word, and how many words."""
    for name, spell in spellers().items():
        pool = [" ".join(each) for each in articles(folder, name[:2])]
        pairs = sampled(pool, pool, count)
        yield name, *alarms((one, spell(other)) for one, other in pairs)
    english, russian = ([" ".join(each) for each in articles(folder, of)] for of in ("en", "ru"))
    yield "ru x en", *alarms(sampled(russian, english, count))
    yield "en x ru", *alarms(sampled(english, russian, count))
    kazakh = [" ".join(each) for each in articles(folder, "kk")]
    yield "kk x en", *alarms(sampled(kazakh, english, count))


def sampled(ones: list[str], others: list[str], count: int) -> Iterator[tuple[str, str]]:
    """Pairs of different texts, the same in every run."""
    chance = random.Random(7)  # noqa: S311 - repeatable, not secret
    found = 0
    while found < count:
        one, other = chance.choice(ones), chance.choice(others)
        if one is not other:
            found += 1
            yield one, other


def alarms(pairs: Iterator[tuple[str, str]]) -> tuple[int, int]:
    """How many pairs share a counted word, and how many words they share."""
    shared = []
    for one, other in pairs:
        words = split_words(one)
        share = share_of_original(align(words, split_words(other)), total=len(words))
        shared.append(share.copied)
    return sum(map(bool, shared)), sum(shared)


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", nargs="?")
    parser.add_argument("--cases", type=int, default=60)
    parser.add_argument("--pairs", type=int, default=PAIRS)
    options = parser.parse_args()
    folder = data_folder(options.data)
    for reverse in (False, True):
        print("original in Latin" if reverse else "candidate in Latin")
        for name, way, results in copies(folder, count=options.cases, reverse=reverse):
            print(report(name, way, results))
    print(f"different articles, of {options.pairs} pairs: with shared words, shared words")
    for name, found, words in false_alarms(folder, options.pairs):
        print(f"{name:16} {found:4} {words:5}")


if __name__ == "__main__":
    main()
