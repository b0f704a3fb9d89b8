"""Controls of a page by which a reader opens what it hides: tabs, accordions, dialogs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast

from reuse_guard.documents.visibility import VISIBLE
from reuse_guard.expressions import expression

if TYPE_CHECKING:
    from lxml import etree

    from reuse_guard.documents.visibility import Visibility

# How a control names what it opens: WAI-ARIA, HTML, Bootstrap, a script of its own.
_NAMING: Final = (
    *("aria-controls", "popovertarget", "commandfor", "data-target", "data-bs-target"),
    "onclick",
)
_CONTROLS: Final = f"//*[{' or '.join(f'@{name}' for name in _NAMING)}]"
_NAME = expression(r"[^\W_][\w-]*")
_UNSHOWN: Final = frozenset({"template", "noscript"})
_LONGEST: Final = 1_000  # characters of such an attribute


class Controls:
    """What the controls of one page open."""

    def __init__(self, visibility: Visibility) -> None:
        """Take what tells whether a reader sees an element."""
        self._visibility = visibility
        self._hides: dict[etree._Element, bool] = {}  # menus have hundreds of links in one box
        self._boxes: dict[str | None, bool] = {}
        self._seen: dict[etree._Element, bool] = {}
        self._opened: dict[str | None, list[etree._Element]] | None = None

    def may_open(self, element: etree._Element) -> bool:
        """Whether one box alone hides an element, and a control that is seen names that box."""
        named = self._named_in(element)
        around = (element, *element.iterancestors())
        if not any(one.get("id") in named for one in around):
            return False
        hiding = [*filter(self._is_hiding, around)]
        return len(hiding) == 1 and self._is_named(hiding[0].get("id"), named)

    def _is_named(self, box: str | None, named: dict[str | None, list[etree._Element]]) -> bool:
        """Whether a control that is seen names a box; asked once of each box and each control."""
        known = self._boxes.get(box)
        if known is None:
            known = self._boxes[box] = any(map(self._is_seen, named.get(box, ())))
        return known

    def _is_hiding(self, element: etree._Element) -> bool:
        known = self._hides.get(element)
        if known is None:
            known = self._visibility.enter(element, VISIBLE).hidden is not None
            self._hides[element] = known
        return known

    def _named_in(self, element: etree._Element) -> dict[str | None, list[etree._Element]]:
        """The controls of the page of an element, by what they name."""
        if self._opened is None:
            self._opened = {}
            for control in cast("list[etree._Element]", element.xpath(_CONTROLS)):
                said = " ".join((control.get(name) or "")[:_LONGEST] for name in _NAMING)
                for name in {*_NAME.findall(said), *said.split()}:  # also React's ":r1:"
                    self._opened.setdefault(name, []).append(control)
        return self._opened

    def _is_seen(self, control: etree._Element) -> bool:
        known = self._seen.get(control)
        if known is None:
            known = self._seen[control] = self._shows(control)
        return known

    def _shows(self, control: etree._Element) -> bool:
        state = VISIBLE
        for one in (*reversed([*control.iterancestors()]), control):
            if one.tag in _UNSHOWN:
                return False
            state = self._visibility.enter(one, state)
        said = control.text or control.get("value") or ""
        return state.hidden is None and bool(len(control) or said.strip())
