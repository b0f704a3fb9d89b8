"""What a reader may see of the links of a page that show no words of their own."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, Final

from reuse_guard.documents.html_clicks import may_leave_site
from reuse_guard.documents.html_controls import Controls
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
    stands = _StandsFor(visibility)
    found = [
        stands.with_stand_in(link, raw) if _may_have_one(link) else link
        for link, raw in zip(links, page.links, strict=True)
    ]
    visibility.forget()
    return found


def _may_have_one(link: Link) -> bool:
    """Whether a link to another site shows no words of its own."""
    shows_nothing = link.hidden is not None or (not link.anchor and link.image_alt is None)
    return shows_nothing and may_leave_site(link.href)


class _StandsFor:
    """Tells what may be seen of the links of one page."""

    def __init__(self, visibility: Visibility) -> None:
        self._visibility = visibility
        self._faded = _Faded(visibility)
        self._controls = Controls(visibility)

    def with_stand_in(self, link: Link, raw: RawLink) -> Link:
        """The link, with what may be seen of it."""
        if not link.anchor and link.image_alt is None:
            if raw.seen.sealed is None and _is_cut_off(raw):
                return link._replace(hidden=None, stand_in="box")
            if link.hidden is None:
                return link._replace(stand_in=_in_place_of_words(raw, self._visibility))
            return link
        return link._replace(stand_in=self._in_place_of_hidden(link.hidden or "", raw.element))

    def _in_place_of_hidden(self, why: str, element: etree._Element) -> str:
        if why.startswith(_WAITS) and self._faded.is_to_fade_in(element):
            return "script"
        if why.startswith(_LETTERS) and self._visibility.stand_ins.are_drawn(element):
            return "style"
        return "control" if self._controls.may_open(element) else ""


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
