"""What elements of a page have in common as far as selectors of names can tell.

```
<ul class="menu">
  <li class="item">   the items are kin of each other: same tag, classes, id and style,
  <li class="item">   inside elements that are kin, so what is told of one holds for all
```

Most elements are told by these names alone; only what passes them becomes a node for a selector.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from reuse_guard.expressions import expression

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml import etree

ANY: Final = "*"
_RAREST_FIRST: Final = ("#", ".", "[", "")
_CLASSES = expression(r"[^ \t\r\n\f]+")


def key_of(asked: Mapping[str, str]) -> str:
    """What an element must have for a match: the rarest of the names that a compound asks for.

    >>> key_of({"": "p", ".": "news"}), key_of({"[": "hidden"}), key_of({})
    ('.news', '[hidden', '*')
    """
    mark = next((mark for mark in _RAREST_FIRST if mark in asked), None)
    return ANY if mark is None else mark + asked[mark]


class Kin:
    """Elements with the same names and style inside kin, such as the items of a menu.

    Selectors of names are tested on these as well as on nodes.

    Attributes:
        names: tag, `.class` and `#id`, as plain steps ask for them.
        names_above: those of all elements around.
        names_to_root: all of these.
        parent: those around them.
        seen: what was told of one of them, for others.
        told: which rules hold for them all, and which may for some, by what was asked for.
        about: whether steps of selectors hold for those around, by selector and step.
    """

    __slots__ = (
        "_inner",
        "about",
        "names",
        "names_above",
        "names_to_root",
        "parent",
        "seen",
        "told",
    )

    def __init__(self, names: frozenset[str], parent: Kin | None = None) -> None:
        above: frozenset[str] = frozenset() if parent is None else parent.names_to_root
        self.names = names
        self.names_above = above
        self.names_to_root: frozenset[str] = above if names <= above else names | above
        self.parent = parent
        self.seen: dict[object, Any] = {}
        self.told: dict[object, Any] = {}
        self.about: dict[object, bool] = {}
        self._inner: dict[object, Kin] = {}

    def of(self, element: etree._Element, mentioned: frozenset[str] | None) -> Kin:
        """The kin of an element that stands right in one of these.

        Args:
            element: any that does.
            mentioned: classes and ids that rules ask for; None where any may be asked for.
        """
        get = element.get
        given = element.tag, get("class"), get("id"), get("style"), get("bgcolor")
        kin = self._inner.get(given)
        if kin is None:
            names = _names(*given[:3], mentioned)
            alike = names, *given[3:]
            kin = self._inner.get(alike)
            if kin is None:
                kin = self._inner[alike] = Kin(names, self)
            self._inner[given] = kin
        return kin


def _names(
    tag: Any,  # noqa: ANN401 - as lxml has it
    classes: str | None,
    own: str | None,
    mentioned: frozenset[str] | None,
) -> frozenset[str]:
    names = {f".{name}" for name in _CLASSES.findall(classes)} if classes else set()
    if own:
        names.add(f"#{own}")
    return frozenset([tag, *(names if mentioned is None else names & mentioned)])


class Family:
    """The kin of all elements of one page that are asked for, and of those around them."""

    def __init__(self, mentioned: frozenset[str] | None = None) -> None:
        """Take the classes and ids that rules ask for; elements that differ in others are kin."""
        self._mentioned = mentioned
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
            if above is None:
                root = missing.pop()
                names = _names(root.tag, root.get("class"), root.get("id"), self._mentioned)
                kin = known[root] = Kin(names)
            else:
                kin = known[above]
            for one in reversed(missing):
                kin = known[one] = kin.of(one, self._mentioned)
        return kin

    def forget(self) -> None:
        """Let go of the elements; kin no longer refer to each other, so they are freed at once."""
        for kin in self._known.values():
            kin.parent = None
        self._known.clear()
