"""Custom properties: what `var(--name)` stands for (CSS Custom Properties 1).

What a page hides by a name that it explains itself is hidden. A name that it does not explain may
be explained by a sheet that is not in the page, or by nobody: its value stays unknown.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from reuse_guard.expressions import expression

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from reuse_guard.documents.visibility.declarations import Declaration

VAR: Final = "var("
_CALL: Final = expression(r"var\(", re.IGNORECASE)
# Rough on purpose: it chooses which rules are read; what these say is told by the parser.
_EXPLAINED = expression(r"(?<![\w-])(--[\w-]++)\s*+:\s*+([^;{}]*+)")
_NAME = expression(r"--[\w-]++")
_BOUNDS = expression(r"[;{}]")
# A value may use names whose values use names. Past these bounds a page is an attack on time and
# memory; the largest use of 181 news pages has 3 steps.
MOST_STEPS: Final = 50
_MOST_ADDED: Final = 1_000  # characters
_MOST_VALUES: Final = 16  # of one name on a page
# Letters into which values are put, a page: of 181 news pages the hungriest needs 3,735; these may
# take three seconds, since each declaration is taken apart anew.
MOST_LETTERS: Final = 500_000


def names_in(css: str) -> frozenset[str]:
    """The names that a rule may explain; CSS tells them apart by case."""
    return frozenset(name for name, _ in _EXPLAINED.findall(css))


def expand(text: str, value_of: Callable[[str], str | None]) -> str:
    """A text with names put for what they stand for; unexplained ones stay.

    Args:
        text: declarations.
        value_of: what a name stands for, or None.

    Examples:
        >>> expand("display: var(--gone)", {"--gone": "none"}.get)
        'display: none'
        >>> expand("width: var(--w, calc(var(--v) + 1px))", {"--v": "2px"}.get)
        'width:  calc(2px + 1px)'
        >>> expand("color: var(--ink)", {}.get)
        'color: var(--ink)'
    """
    at, added = 0, 0
    for _ in range(MOST_STEPS):
        found = _CALL.search(text, at)
        at = found.start() if found else -1
        stop = _closing(text, at + len(VAR)) if at >= 0 else -1
        if stop < 0:
            break
        name, comma, instead = text[at + len(VAR) : stop].partition(",")
        value = value_of(name.strip())
        if value is None:
            value = instead if comma else None
        if value is None or added + len(value) > _MOST_ADDED:
            at = stop
        else:
            added += len(value)
            text = text[:at] + value + text[stop + 1 :]
    return text


def uses(css: str, explained: dict[str, list[str]]) -> Iterator[tuple[int, list[str]]]:
    """Where declarations use names, each with what it may say; nothing where that is too much.

    Args:
        css: a sheet in lower case.
        explained: the values of each name anywhere on the page.
    """
    known: dict[str, list[str]] = {}
    letters = MOST_LETTERS
    stop, at = 0, css.find(VAR)
    while at >= 0:
        start = max(stop, *(css.rfind(bound, stop, at) + 1 for bound in ";{}"))
        bound = _BOUNDS.search(css, at)
        stop = bound.start() if bound else len(css)
        text = css[start:stop]
        if text not in known and letters > 0:
            readings = list(dict.fromkeys(_readings(text, explained)))
            letters -= len(text) * len(readings)
            known[text] = readings
        yield start, known.get(text, [])
        at = css.find(VAR, stop)


def _readings(text: str, explained: dict[str, list[str]]) -> Iterable[str]:
    """A declaration with the values of its names, the first of each, the second of each ..."""
    most = max((len(explained.get(name, ())) for name in _NAME.findall(text)), default=0)
    for number in range(max(min(most, _MOST_VALUES), 1)):

        def value_of(name: str, number: int = number) -> str | None:
            values = explained.get(name)
            return values[min(number, len(values) - 1)] if values else None

        yield expand(text, value_of)
        # What it says of a name that the page explains nowhere it may say everywhere.
        yield expand(text, _nothing)


def _nothing(_name: str) -> None:
    """No name is explained."""


def values_in(css: Iterable[str]) -> dict[str, list[str]]:
    """All values of each name that the texts explain, in lower case, each once."""
    found: dict[str, dict[str, None]] = {}
    for text in css:
        for name, value in _EXPLAINED.findall(text.lower()):
            found.setdefault(name, {})[value.strip()] = None
    return {name: list(values) for name, values in found.items()}


def by_name(declarations: Iterable[Declaration]) -> dict[str, list[Declaration]]:
    """Declarations by what they declare, in order."""
    found: dict[str, list[Declaration]] = {}
    for declaration in declarations:
        found.setdefault(declaration.name, []).append(declaration)
    return found


def _closing(text: str, at: int) -> int:
    """Where the bracket closes that was opened before `at`; -1 where it does not."""
    depth = 1
    for place in range(at, len(text)):
        if text[place] == "(":
            depth += 1
        elif text[place] == ")":
            depth -= 1
            if not depth:
                return place
    return -1
