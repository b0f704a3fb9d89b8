"""What a page loads: terms ask for view counters and forbid pictures."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from reuse_guard.documents.html_tree import source_line
from reuse_guard.documents.model import Signal
from reuse_guard.expressions import expression
from reuse_guard.urls.resolve import resolve

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

_KINDS: Final = {
    "img": "image",
    "amp-img": "image",
    "source": "image",
    "video": "image",
    "script": "script",
    "iframe": "frame",
}
# Pages that load a picture when it is scrolled to have a dot of a few letters in `src`.
_ADDRESSES: Final = ("src", "data-src", "data-lazy-src", "data-lazy", "data-original")
_LISTS: Final = ("srcset", "data-srcset", "data-lazy-srcset")
# In a list of addresses commas stand between them, and in them.
_LISTED: Final = expression(r"(?:^|,)\s*([^\s,][^\s]*[^\s,])")
_DRAWN: Final = expression(r"url\(\s*[\"']?([^\"')]+)", re.IGNORECASE)
_DRAWING: Final = "//*[contains(@style, 'url(')]"
_NO_FILE: Final = ("data:", "#")


def loaded_by(root: etree._Element, base: str | None) -> Iterator[Signal]:
    """The images, scripts and frames of a page, each address once for each element."""
    for element in root.iter(*_KINDS):
        for address in dict.fromkeys(_addresses(element)):
            if _is_file(address):
                yield Signal(_KINDS[element.tag], resolve(address, base), source_line(element))
    drawing: list[etree._Element] = root.xpath(_DRAWING)  # type: ignore[assignment]
    for element in drawing:
        for address in filter(_is_file, _DRAWN.findall(element.get("style") or "")):
            yield Signal("image", resolve(address, base), source_line(element))


def _is_file(address: str) -> bool:
    return bool(address) and not address.lower().startswith(_NO_FILE)


def _addresses(element: etree._Element) -> Iterator[str]:
    if element.tag == "video":
        yield (element.get("poster") or "").strip()
        return
    parent = element.getparent()
    if element.tag == "source" and (parent is None or parent.tag != "picture"):
        return  # of a film or a sound
    yield from ((element.get(name) or "").strip() for name in _ADDRESSES)
    for name in _LISTS:
        yield from _LISTED.findall(element.get(name) or "")
