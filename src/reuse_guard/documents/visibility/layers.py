"""The order of a page's cascade layers (CSS Cascading and Inheritance 5, section 6.4)."""

from __future__ import annotations

import re
from math import inf
from typing import Final, TypeAlias

from reuse_guard.expressions import expression

Layer: TypeAlias = "tuple[float, ...]"
"""Where a layer stands among those around it, from the outermost in; the larger one wins."""

OUTSIDE: Final[Layer] = ()
_MOST_NESTED: Final = 20  # of one page; more are an attack on time
_STATEMENT = expression(r"@layer\s([^;{}@]*);", re.IGNORECASE)


class Layers:
    """The layers of one page, which stand in the order in which they are first named."""

    def __init__(self) -> None:
        self._numbers: dict[tuple[Layer, str], int] = {}

    def inside(self, around: Layer, name: str) -> Layer:
        """The layer of a name (`base`, `theme.dark`) inside another; one without is its own."""
        parts = name.split(".") if name else [f" {len(self._numbers)}"]
        for part in parts[: max(0, _MOST_NESTED + 1 - len(around))]:
            number = self._numbers.setdefault((around, part.strip()), len(self._numbers))
            around = (*around, number)
        return around

    def state(self, around: Layer, statements: str) -> None:
        """Put the layers in order that statements such as `@layer reset, base;` name."""
        for names in _STATEMENT.findall(statements):
            for name in names.split(","):
                self.inside(around, name.strip())


def rank(layer: Layer, *, important: bool) -> Layer:
    """What rules are ordered by first: those right in a layer win over those of layers inside.

    >>> rank((0,), important=False) > rank((0, 1), important=False)
    True
    >>> rank(OUTSIDE, important=True) < rank((0,), important=True)
    True
    """
    whole = (*layer, inf)
    return tuple(-number for number in whole) if important else whole
