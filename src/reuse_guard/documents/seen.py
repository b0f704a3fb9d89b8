"""Interim: what a reader sees of an element, from inline attributes alone."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml import etree


@dataclass(frozen=True, slots=True)
class Seen:
    """State inherited down the tree."""

    hidden: str | None = None
    aria_hidden: bool = False
    noindex: bool = False
    font_ratio: float | None = None


class Visibility:
    """Reads inline attributes."""

    notes: tuple[str, ...] = ()

    @classmethod
    def of(cls, root: etree._Element) -> Visibility:
        """Nothing to prepare yet."""
        return cls()

    def enter(self, element: etree._Element, parent: Seen) -> Seen:
        """The state inside `element`."""
        if element.get("hidden") is not None:
            return replace(parent, hidden="hidden attribute")
        style = element.get("style")
        if style and "display:none" in style.replace(" ", "").lower():
            return replace(parent, hidden="display: none")
        return parent
