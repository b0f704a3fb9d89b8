"""Letters that a page shows in a direction which is not theirs, so that words stand backwards.

`unicode-bidi: bidi-override` shows all letters in the direction of the element. That of Latin
letters is left to right, which most elements have: pages made of PDF override all their text so,
and nothing is turned around.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from lxml import etree

    from reuse_guard.documents.visibility.applied import Applied

_STAKES: Final = frozenset({"direction"})
# Classes of letters, Unicode Standard Annex 9, that a direction turns around.
_AGAINST: Final = {"ltr": frozenset({"R", "AL"}), "rtl": frozenset({"L"})}


class Directions:
    """In which direction the elements of one page show their letters."""

    def __init__(self, applied: Applied) -> None:
        """Take the cascade of a page."""
        self._applied = applied
        self._found: dict[etree._Element, str] = {}

    def of(self, element: etree._Element) -> str:
        """`"ltr"` or `"rtl"`: the element's own, or that of the nearest above it that has one."""
        path: list[etree._Element] = []
        found = "ltr"
        node: etree._Element | None = element
        while node is not None:
            if node in self._found:
                found = self._found[node]
                break
            path.append(node)
            own = self._applied.cascade(node, [], _STAKES).get("direction")
            own = own or (node.get("dir") or "").strip().lower()
            if own in ("ltr", "rtl"):
                found = str(own)
                break
            node = node.getparent()
        self._found.update(dict.fromkeys(path, found))
        return found


def against(direction: str, text: str) -> int:
    """How many letters of a text have another direction than the one they are shown in.

    >>> against("ltr", "abc"), against("rtl", "abc"), against("ltr", "\N{HEBREW LETTER ALEF}")
    (0, 3, 1)
    """
    turned = _AGAINST[direction]
    return sum(unicodedata.bidirectional(letter) in turned for letter in text if letter.isalpha())
