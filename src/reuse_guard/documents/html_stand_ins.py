"""What a reader may see of the links of a page that show no words of their own."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, Final

from reuse_guard.documents.html_clicks import may_leave_site
from reuse_guard.documents.visibility import VISIBLE
from reuse_guard.expressions import expression

if TYPE_CHECKING:
    from lxml import etree

    from reuse_guard.documents.html_places import Page
    from reuse_guard.documents.html_runs import RawLink
    from reuse_guard.documents.model import Link
    from reuse_guard.documents.visibility import Visibility

# What scripts show as a reader scrolls to it, and how elements ask for that: AOS, WOW, Sal,
# ScrollReveal, Elementor, Tilda, Divi, WPBakery, Webflow.
_WAITS: Final = ("opacity", "visibility", "moved off", "scaled")
_ATTRIBUTES = expression(r"data-(?:aos|sal|wow|sr|animat|scroll|reveal|entrance|w-id)")
_CLASSES = expression(
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
    faded = _Faded(visibility)
    found = [
        _with_stand_in(link, raw, visibility, faded) if _may_have_one(link) else link
        for link, raw in zip(links, page.links, strict=True)
    ]
    visibility.forget()
    return found


def _may_have_one(link: Link) -> bool:
    """Whether a link to another site shows no words of its own."""
    if not may_leave_site(link.href):
        return False
    if link.hidden:
        return link.hidden.startswith((*_LETTERS, *_WAITS))
    return not link.anchor and link.image_alt is None


def _with_stand_in(link: Link, raw: RawLink, visibility: Visibility, faded: _Faded) -> Link:
    if not link.anchor and link.image_alt is None:
        if raw.seen.sealed is None and _is_cut_off(raw):
            return link._replace(hidden=None, stand_in="box")
        return link if link.hidden else link._replace(stand_in=_in_place_of_words(raw, visibility))
    if link.hidden is not None and link.hidden.startswith(_WAITS):
        return link._replace(stand_in="script") if faded.is_to_fade_in(raw.element) else link
    is_drawn = link.hidden is not None and visibility.stand_ins.are_drawn(raw.element)
    return link._replace(stand_in="style") if is_drawn else link


def _in_place_of_words(raw: RawLink, visibility: Visibility) -> str:
    """What may be seen of a link without words: what lies below its box, a picture by a style."""
    if visibility.stand_ins.are_laid_over(raw.element):
        return "box"
    return "style" if visibility.stand_ins.are_drawn(raw.element) else ""


class _Faded:
    """The elements of a page that ask for an animation, each looked at once."""

    def __init__(self, visibility: Visibility) -> None:
        self._visibility = visibility
        self._known: dict[etree._Element, bool] = {}

    def is_to_fade_in(self, element: etree._Element) -> bool:
        """Whether it asks, or one around it does, and nothing that does not ask hides it."""
        around = (element, *islice(element.iterancestors(), _MOST_ABOVE))
        others = [one for one in around if not self._asks(one)]
        return len(others) < len(around) and not any(map(self._hides, others))

    def _hides(self, element: etree._Element) -> bool:
        return self._visibility.enter(element, VISIBLE).hidden is not None

    def _asks(self, element: etree._Element) -> bool:
        known = self._known.get(element)
        if known is None:
            known = self._known[element] = bool(
                _CLASSES.search(element.get("class") or "")
                or any(map(_ATTRIBUTES.match, map(str, element.keys())))
                or self._visibility.stand_ins.may_fade_in(element)
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
