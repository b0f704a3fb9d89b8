"""What a click on an element opens, as far as its attributes tell."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from reuse_guard.documents.model import LinkKind
from reuse_guard.expressions import expression

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml import etree

_ADDRESS = expression(r"https?://[^\s'\"<>\\)]+", re.IGNORECASE)
_NUMBER = expression(r"-?\d+(?:\.\d+)?")
_LONGEST_STOP = 200  # characters
_STOPS = expression(
    r"\s*(?:javascript:\s*)?"
    r"(?:return\s+(?:false|!1)|(?:event|e)\.preventDefault\(\)(?:\s*;\s*return\s+false)?)\s*;?\s*\Z",
    re.IGNORECASE,
)
# Named once: Python 3.11 takes as long to find a member of an Enum as to call a function.
_HYPERLINK: Final = LinkKind.HYPERLINK
_SCRIPTED: Final = LinkKind.SCRIPTED
_ANCHORS = frozenset({"a", "area"})
_PLAIN_STARTS = frozenset("/h")  # most addresses begin so, and no script does
_HEAD_LINKS = frozenset({"link", "base"})
_SCRIPTS = ("onclick", "data-href", "data-url", "data-link")
# Attributes without which a click opens nothing; most elements have none of them.
CLICKED: Final = frozenset({*_SCRIPTS, "href", "xlink:href"})


def clicked_address(
    element: etree._Element, names: Sequence[str | bytes]
) -> tuple[LinkKind, str] | None:
    """The address a click on an element opens, and how it does, where an attribute tells it.

    Args:
        element: any of a page.
        names: those of its attributes.
    """
    if element.tag in _ANCHORS:
        href = element.get("href")
        if href is None:
            href = element.get("xlink:href")
        if href is not None:
            first = href[:1]
            if first in _PLAIN_STARTS:
                return _HYPERLINK, href
            if first == "#" and (found := _scripted_address(element, names)):
                return _SCRIPTED, found
            if not href.lstrip()[:11].lower().startswith("javascript:"):
                return _HYPERLINK, href
            address = _ADDRESS.search(href)
            return _SCRIPTED, address.group() if address else href
    if found := _scripted_address(element, names):
        return _SCRIPTED, found
    href = None if element.tag in _HEAD_LINKS else element.get("href")
    return None if href is None else (_SCRIPTED, href)


def _scripted_address(element: etree._Element, names: Sequence[str | bytes]) -> str | None:
    """The address that a script opens at a click, where an attribute holds it."""
    for name in _SCRIPTS:
        if name in names and (found := _ADDRESS.search(element.get(name, ""))):
            return found.group()
    return None


def may_leave_site(href: str) -> bool:
    """Whether an address as written names a host, its own or that of a redirector, as few do.

    >>> may_leave_site("//orig.kz/1"), may_leave_site("/away.php?to=https%3A%2F%2Forig.kz%2F1")
    (True, True)
    >>> may_leave_site("/sport")
    False
    """
    return "//" in href or "%2f%2f" in href.lower()


def stopped_click(link: etree._Element) -> str | None:
    """The script of a link by which a click on it opens nothing, as an attribute, or None."""
    script = link.get("onclick")
    if not script or len(script) > _LONGEST_STOP or not _STOPS.match(script):
        return None
    return f'onclick="{script.strip()}"'


def is_speck(area: etree._Element) -> bool:
    """Whether a rectangle or a circle of a picture is too small to be clicked.

    >>> from lxml.html import fromstring
    >>> is_speck(fromstring('<area coords="9,9,10,60">'))
    True
    >>> is_speck(fromstring('<area coords="9,9,40,60">'))
    False
    """
    numbers = [float(number) for number in _NUMBER.findall(area.get("coords") or "")]
    match numbers:
        case left, top, right, bottom:
            return min(abs(right - left), abs(bottom - top)) <= 1
        case _, _, radius:
            return radius <= 1
    return False


def comes_later(image: etree._Element) -> bool:
    """Whether a script puts the picture in the place of another when a reader gets to it."""
    return any(str(name).startswith("data-") and "src" in str(name) for name, _ in image.items())
