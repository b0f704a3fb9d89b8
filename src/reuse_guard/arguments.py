"""Arguments of the calls in Python, refused in words where they are of no use."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TypeVar

from reuse_guard.errors import UsageError
from reuse_guard.policy import Declared
from reuse_guard.urls.identity import parse_address

Item = TypeVar("Item")


def require_address(name: str, url: object) -> None:
    """Refuse what no browser could open: it would be held against links and match none."""
    if url is None or (isinstance(url, str) and parse_address(url)):
        return
    option = f"--{name.replace('_', '-')}"
    msg = (
        f"{name} ({option}): {url!r} is no web address; write it in full, as"
        " https://news.example/article"
    )
    raise UsageError(msg)


def several(name: str, given: Iterable[Item]) -> list[Item]:
    """The items of an argument that takes several; one alone is a common slip."""
    if isinstance(given, str | bytes | Path) or not isinstance(given, Iterable):
        msg = f"{name}: give a list, also for one, not {type(given).__name__}"
        raise UsageError(msg)
    return list(given)


def day_of(as_of: date | None) -> date:
    """The day of a check: today where none is given.

    Raises:
        UsageError: it is no date.
    """
    if as_of is None:
        return datetime.now(UTC).astimezone().date()
    if isinstance(as_of, datetime):
        return as_of.date()
    if not isinstance(as_of, date):
        msg = f"as_of: {as_of!r} is not a datetime.date; write date(2026, 11, 23)"
        raise UsageError(msg)
    return as_of


def require_declared(declared: object) -> None:
    """Refuse what says nothing of a use; a mapping is a common slip.

    Raises:
        UsageError: it is no `Declared`.
    """
    if not isinstance(declared, Declared):
        msg = f"declared: {declared!r} is no Declared; write Declared(commercial=False)"
        raise UsageError(msg)


def require_texts(name: str, given: object) -> None:
    """Refuse what is no mapping of texts to texts.

    Raises:
        UsageError: it is none.
    """
    if given is None:
        return
    items = given.items() if isinstance(given, Mapping) else None
    if items is None or not all(isinstance(text, str) for item in items for text in item):
        msg = f'{name}: {given!r} is no mapping of str to str; write {{"...": "..."}}'
        raise UsageError(msg)


def pairs_of(uses: Iterable[tuple[Item, Item]]) -> list[tuple[Item, Item]]:
    """The originals with their candidates.

    Raises:
        UsageError: something in it is no pair.
    """
    pairs = several("uses", uses)
    given: list[object] = list(pairs)
    for number, pair in enumerate(given):
        if not (isinstance(pair, tuple | list) and len(pair) == 2):  # noqa: PLR2004 - a pair
            msg = f"uses[{number}]: is no pair; write (original, candidate)"
            raise UsageError(msg)
    return pairs
