"""What elements of a page have in common as far as selectors of names can tell.

```
<ul class="menu">
  <li class="item">   the items are kin of each other: same tag, classes, id and style,
  <li class="item">   inside elements that are kin, so what is told of one holds for all
```

Most elements are told by these names alone; only what passes them becomes a node for a selector.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from lxml import etree

_CLASSES = re.compile(r"[^ \t\r\n\f]+")


class Kin:
    """Elements with the same names and style inside kin, such as the items of a menu.

    Attributes:
        names: tag, `.class` and `#id`, as plain steps ask for them.
        names_above: those of all elements around.
        names_to_root: all of these.
        seen: what was told of one of them, for others.
    """

    __slots__ = ("_inner", "names", "names_above", "names_to_root", "seen")

    def __init__(self, names: frozenset[str], above: frozenset[str] = frozenset()) -> None:
        self.names = names
        self.names_above = above
        self.names_to_root = above if names <= above else names | above
        self.seen: dict[object, Any] = {}
        self._inner: dict[tuple[str | None, ...], Kin] = {}

    def of(self, element: etree._Element) -> Kin:
        """The kin of an element that stands right in one of these."""
        get = element.get
        key = (element.tag, get("class"), get("id"), get("style"), get("bgcolor"))
        kin = self._inner.get(key)
        if kin is None:
            kin = self._inner[key] = Kin(_names(element), self.names_to_root)
        return kin


def _names(element: etree._Element) -> frozenset[str]:
    names = [element.tag]
    if classes := element.get("class"):
        names += [f".{name}" for name in _CLASSES.findall(classes)]
    if own := element.get("id"):
        names.append(f"#{own}")
    return frozenset(names)


class Family:
    """The kin of all elements of one page that are asked for, and of those around them."""

    def __init__(self) -> None:
        self._known: dict[etree._Element, Kin] = {}

    def of(self, element: etree._Element) -> Kin:
        """The kin of an element."""
        known = self._known
        kin = known.get(element)
        if kin is None:
            missing = [element]
            above = element.getparent()
            while above is not None and above not in known:
                missing.append(above)
                above = above.getparent()
            kin = Kin(_names(missing[-1])) if above is None else known[above]
            if above is None:
                known[missing.pop()] = kin
            for one in reversed(missing):
                kin = known[one] = kin.of(one)
        return kin

    def forget(self) -> None:
        """Let go of the elements."""
        self._known.clear()
