"""What a reader may see of the links of a page that show no words of their own."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from lxml import etree

    from reuse_guard.documents.html_places import Page
    from reuse_guard.documents.html_runs import RawLink
    from reuse_guard.documents.model import Link
    from reuse_guard.documents.visibility import Visibility

# What scripts show as a reader scrolls to it, and how elements ask for that: AOS, WOW, Sal,
# ScrollReveal, Elementor, Tilda, Divi, WPBakery.
_WAITS: Final = ("opacity", "visibility", "moved off", "scaled")
_ATTRIBUTES = re.compile(r"data-(?:aos|sal|wow|sr|animat|scroll|reveal|entrance)")
_CLASSES = re.compile(
    r"(?:^|\s)(?:aos-init|wow|elementor-invisible|t-animate|et-waypoint|et_pb_animated"
    r"|wpb_animate_when_almost_visible|animate-on-scroll|js-reveal|scroll-reveal|has-animation"
    r"|fade-?in(?:-\w+)?|reveal)(?=\s|$)",
    re.IGNORECASE,
)
_MOST_ABOVE: Final = 8  # elements that are looked at for it
# What hides letters and leaves the box they stand in.
_LETTERS: Final = ("font size", "text-indent", "transparent text", "text in the colour")


def with_stand_ins(links: list[Link], page: Page, visibility: Visibility) -> list[Link]:
    """The links of a page, each with what may be seen in the place of its words."""
    faded = _Faded()
    found = [
        _with_stand_in(link, raw, visibility, faded) if _may_have_one(link) else link
        for link, raw in zip(links, page.links, strict=True)
    ]
    visibility.forget()
    return found


def _may_have_one(link: Link) -> bool:
    """Whether a link to another site shows no words of its own."""
    if "//" not in link.href:
        return False
    if link.hidden:
        return link.hidden.startswith((*_LETTERS, *_WAITS))
    return not link.anchor and link.image_alt is None


def _with_stand_in(link: Link, raw: RawLink, visibility: Visibility, faded: _Faded) -> Link:
    if not link.anchor and link.image_alt is None:
        if raw.seen.sealed is None and _is_cut_off(raw):
            return link._replace(hidden=None, stand_in="box")
        is_box = link.hidden is None and visibility.stand_ins.are_laid_over(raw.element)
        return link._replace(stand_in="box") if is_box else link
    if link.hidden is not None and link.hidden.startswith(_WAITS):
        return link._replace(stand_in="script") if faded.is_to_fade_in(raw.element) else link
    is_drawn = link.hidden is not None and visibility.stand_ins.are_drawn(raw.element)
    return link._replace(stand_in="style") if is_drawn else link


class _Faded:
    """The elements of a page that ask for an animation, each looked at once."""

    def __init__(self) -> None:
        self._known: dict[etree._Element, bool] = {}

    def is_to_fade_in(self, element: etree._Element) -> bool:
        """Whether an element, or one around it, asks for one as a reader gets to it."""
        return any(map(self._asks, (element, *islice(element.iterancestors(), _MOST_ABOVE))))

    def _asks(self, element: etree._Element) -> bool:
        known = self._known.get(element)
        if known is None:
            known = self._known[element] = bool(
                _CLASSES.search(element.get("class") or "")
                or any(map(_ATTRIBUTES.match, map(str, element.keys())))
            )
        return known


def _is_cut_off(raw: RawLink) -> bool:
    """Whether a table follows an empty link, which may have held it.

    The parser ends a link where a table begins, as no browser does; buttons of mails are such
    tables.
    """
    element = raw.element
    after = element.getnext()
    is_next = after is not None and after.tag == "table" and not (element.tail or "").strip()
    return is_next and len(element) == 0
