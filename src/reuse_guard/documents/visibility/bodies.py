"""The declarations of a rule, taken apart when they are first asked for."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

from reuse_guard.documents.visibility.declarations import Declaration, parse_declarations
from reuse_guard.documents.visibility.remembered import remembered
from reuse_guard.documents.visibility.seen import ALL_STAKES, PAINTS, stakes_of
from reuse_guard.documents.visibility.values import UNKNOWN
from reuse_guard.documents.visibility.variables import VAR, by_name
from reuse_guard.expressions import expression

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reuse_guard.documents.visibility.layers import Layer
    from reuse_guard.documents.visibility.seen import Own

_ALL: Final = ALL_STAKES | PAINTS
_EVERY = expression(r"(?<![\w-])all\s*:")


@dataclass
class Body:
    """The declarations of a rule, shared by its selectors.

    Attributes:
        text: as written.
        position: number among the page's rules.
        layer: around it.
        may_hide: whether some declaration may hide something.
        is_certain: whether it applies; else what it declares is not known, and hides nothing.
    """

    text: str
    position: int
    layer: Layer
    may_hide: bool
    is_certain: bool = True

    @cached_property
    def uses_names(self) -> bool:
        """Whether some value is that of a custom property."""
        return VAR in self.text.lower()

    @cached_property
    def declarations(self) -> tuple[Declaration, ...]:
        """What it declares about being seen."""
        return self.declared_in(self.text)

    def declared_in(self, text: str) -> tuple[Declaration, ...]:
        """What it declares where its names are put for what they stand for."""
        declared = parse_declarations(text)
        if self.is_certain:
            return declared
        return tuple(
            one._replace(value=UNKNOWN) for one in declared if not one.name.startswith("--")
        )

    @cached_property
    def values(self) -> tuple[Own, Own]:
        """The values of what it declares, and of that the important ones."""
        return by_importance(self.declarations)

    @cached_property
    def explaining(self) -> dict[str, list[Declaration]]:
        """What it declares of each custom property."""
        return by_name(self.declarations)

    @cached_property
    def told(self) -> frozenset[str]:
        """Words of the properties by which it may change what is seen."""
        if self.uses_names and self.may_hide:
            return self.stakes
        return stakes_of(self.declarations)

    @cached_property
    def stakes(self) -> frozenset[str]:
        """Which words of stakes stand in it; all of them where an escape may hide one."""
        return _stakes_in(self.text)


def by_importance(declared: Iterable[Declaration]) -> tuple[Own, Own]:
    """The values that win in one block, those without `!important` and those with it."""
    normal: Own = {}
    important: Own = {}
    for one in declared:
        (important if one.important else normal)[one.name] = one.value
    return normal, important


@remembered
def _stakes_in(declarations: str) -> frozenset[str]:
    lower = declarations.lower()
    if "\\" in lower or ("all" in lower and _EVERY.search(lower)):
        return _ALL
    return frozenset(word for word in _ALL if word in lower)
