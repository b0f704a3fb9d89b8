"""How well the terms of reuse notices are read: clauses right, missed and invented, by language.

    python -m evaluation.notices            # both halves
    python -m evaluation.notices --misses   # with the notices that were read wrongly

The reader was written with the first half in sight; the second half's texts and what they say
were written down before it, and were not looked at since.
"""

from __future__ import annotations

import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from reuse_guard.notices import Consent, Link, Quantity, Term, Wait, Whole, read_notice
from reuse_guard.schema import format_ratio

if TYPE_CHECKING:
    from collections.abc import Iterable

CASES = Path(__file__).parent.parent / "tests" / "notices" / "cases"
HALVES = ("first", "second")


@dataclass(frozen=True, slots=True)
class Case:
    """A notice and what it says.

    Attributes:
        name: of its file; begins with its language.
        why: what it is there for.
        expected: its clauses, one a line.
        text: the notice.
    """

    name: str
    why: str
    expected: tuple[str, ...]
    text: str


def load_case(path: Path) -> Case:
    """Read one case file."""
    why, _, rest = path.read_text("utf-8").partition("\nEXPECT:\n")
    expected, _, text = rest.partition("NOTICE:\n")
    return Case(path.stem, why, tuple(expected.split("\n")[:-1]), text.strip())


def load_cases(half: str) -> list[Case]:
    """The cases of one half."""
    return [load_case(path) for path in sorted((CASES / half).glob("*.txt"))]


def spell(term: Term) -> str:
    """A term as case files write it."""
    value = term.value
    if isinstance(value, Quantity):
        return " ".join([str(term.kind), *_spell_quantity(value)])
    if isinstance(value, Link):
        # The lead reaches down to the first paragraph: two names of one place.
        where = "lead" if value.where == "paragraph<=1" else value.where
        words = [value.target, where, "follow" * value.follow, "direct" * value.direct]
        return " ".join(["link", *filter(None, words)])
    if isinstance(value, Consent):
        return " ".join(filter(None, [term.kind, value.scope, "written" * value.is_written]))
    if isinstance(value, Wait):
        return f"{term.kind} {value.number} {value.unit}"
    return str(term.kind)


def _spell_quantity(value: Quantity) -> list[str]:
    words = [format_ratio(value.value) if value.whole is not Whole.ABSOLUTE else str(value.value)]
    if value.unit != "fraction":
        words.append(value.unit)
    if value.whole is not Whole.ABSOLUTE:
        words.append(value.whole)
    return [*words, *(["leading"] if value.is_leading else [])]


def normal(line: str) -> str:
    """An expected line in the one spelling that is compared."""
    words = line.replace("paragraph<=1", "lead").split()
    if words[0] == "edits":
        return "edits"
    if words[0] == "translation":
        forbidden = words[1] == "forbidden"
        return "translation never" if forbidden else " ".join(["translation any", *words[2:]])
    if words[0] == "limit" and words[-1] in ("original", "candidate") and "/" in words[1]:
        top, bottom = words[1].split("/")
        percent = 100 * int(top) / int(bottom)
        words[1] = f"{percent:g}%" if percent * 10 == int(percent * 10) else words[1]
    return " ".join(words)


def compare(case: Case) -> tuple[set[str], set[str]]:
    """The clauses that a case expects, and those that are read."""
    expected = {normal(line) for line in case.expected}
    return expected, {spell(term) for term in read_notice(case.text)}


def measure(cases: Iterable[Case], *, misses: bool) -> Counter[str]:
    """Count clauses that are right, missed and invented."""
    counts: Counter[str] = Counter()
    for case in cases:
        expected, found = compare(case)
        counts["right"] += len(expected & found)
        counts["missed"] += len(expected - found)
        counts["invented"] += len(found - expected)
        if misses and expected != found:
            print(f"{case.name}: {case.text}")
            print(f"    missed {sorted(expected - found)}, invented {sorted(found - expected)}")
    return counts


def main() -> None:
    """Print the table."""
    misses = "--misses" in sys.argv
    halves = [half for half in HALVES if half in sys.argv] or list(HALVES)
    print("half    language  clauses  right  missed  invented")
    for half in halves:
        cases = load_cases(half)
        for language in ("en", "ru", "kk", ""):
            chosen = [case for case in cases if case.name.startswith(language)]
            counts = measure(chosen, misses=misses and bool(language))
            total = counts["right"] + counts["missed"]
            rate = counts["right"] / total if total else 0
            wrong = f"{counts['missed']:7} {counts['invented']:9}"
            print(f"{half:7} {language or 'all':8} {total:8} {rate:6.1%} {wrong}")


if __name__ == "__main__":
    main()
