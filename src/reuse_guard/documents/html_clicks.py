"""What a click on an element opens, as far as its attributes tell."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from reuse_guard.documents.model import LinkKind

if TYPE_CHECKING:
    from lxml import etree

_ADDRESS = re.compile(r"https?://[^\s'\"<>\\)]+", re.IGNORECASE)
_ANCHORS = frozenset({"a", "area"})
_HEAD_LINKS = frozenset({"link", "base"})
_SCRIPTS = ("onclick", "data-href", "data-url", "data-link")
# Attributes without which a click opens nothing; most elements have none of them.
CLICKED: Final = frozenset({*_SCRIPTS, "href", "xlink:href"})


def clicked_address(element: etree._Element) -> tuple[LinkKind, str] | None:
    """The address a click on an element opens, and how it does, where an attribute tells it."""
    if element.tag in _ANCHORS:
        href = element.get("href")
        if href is None:
            href = element.get("xlink:href")
        if href is not None:
            if href[:1] == "#" and (found := _scripted_address(element)):
                return LinkKind.SCRIPTED, found
            if not href.lstrip()[:11].lower().startswith("javascript:"):
                return LinkKind.HYPERLINK, href
            address = _ADDRESS.search(href)
            return LinkKind.SCRIPTED, address.group() if address else href
    if found := _scripted_address(element):
        return LinkKind.SCRIPTED, found
    href = None if element.tag in _HEAD_LINKS else element.get("href")
    return None if href is None else (LinkKind.SCRIPTED, href)


def _scripted_address(element: etree._Element) -> str | None:
    """The address that a script opens at a click, where an attribute holds it."""
    for name in _SCRIPTS:
        value = element.get(name)
        if value is not None and (found := _ADDRESS.search(value)):
            return found.group()
    return None
