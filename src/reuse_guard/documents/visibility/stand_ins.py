"""What a reader may see of a link whose words are hidden or missing, by the page's styles."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Final

from reuse_guard.documents.visibility.seen import ALL_STAKES, PAINTS, ROOT_FONT
from reuse_guard.documents.visibility.values import UNKNOWN, Length
from reuse_guard.expressions import expression

if TYPE_CHECKING:
    import re
    from collections.abc import Callable

    from lxml import etree

    from reuse_guard.documents.visibility.applied import Applied
    from reuse_guard.documents.visibility.seen import Own
    from reuse_guard.documents.visibility.sheets import Sheets

_MOST: Final = 30  # elements looked at of one link
_LEAST: Final = 4  # pixels of a side that somebody may click
_PLACED: Final = frozenset({"absolute", "fixed"})
# Styles that hide an element, and that let it come in sight gradually, or, of its own, from a
# place beside, as libraries of animations for React write it.
_FADED: Final = frozenset({"opacity", "visibility"})
_HIDES = expression(r"(?<![\w-])(?:opacity\s*:\s*0|visibility\s*:\s*(?:hidden|collapse))")
# Each value is looked through by itself: one expression for both took the square of a long style.
_COMES_IN = expression(r"(?<!\w)transition(?:-property)?\s*:([^;{}]*)")
_GRADUALLY = expression(r"(?<![\w-])(?:opacity|visibility|filter|all)(?![\w-])|\A\s*\.?\d")
_MOVES_IN = expression(r"(?<![\w-])transform\s*:([^;]*)")
_FROM_ASIDE = expression(r"\b(?:translate|scale|rotate)")


class StandIns:
    """Pictures, words and boxes that the styles of one page put in the place of words."""

    def __init__(self, applied: Applied, sheets: Sheets) -> None:
        """Take the cascade of a page and its rules."""
        self._applied = applied
        self._sheets = sheets

    def are_drawn(self, link: etree._Element) -> bool:
        """Whether a style draws a picture or writes words where the link is."""
        return _any(self._draws, link)

    def are_laid_over(self, link: etree._Element) -> bool:
        """Whether the link, or something in it, is a box of some size laid over the page."""
        return _any(self._lies_over, link)

    def may_fade_in(self, element: etree._Element) -> bool:
        """Whether its styles hide an element and let it come in sight gradually.

        A script has to ask for that, or the pointer over it.
        """
        style = (element.get("style") or "").lower()
        matched = self._applied.concerning(element, _FADED)
        texts = [style, *(rule.body.text.lower() for rule, _ in matched)]
        if not any(map(_HIDES.search, texts)):
            return False
        return _has(_MOVES_IN, _FROM_ASIDE, style) or any(
            _has(_COMES_IN, _GRADUALLY, text) for text in texts
        )

    def _draws(self, element: etree._Element) -> bool:
        own = self._applied.cascade(element, [], PAINTS)
        if UNKNOWN in (own.get("background-image"), own.get("background-color")):
            return True
        return bool(self._applied.matching(element, self._sheets.generating))

    def _lies_over(self, element: etree._Element) -> bool:
        own = self._applied.cascade(element, [], ALL_STAKES)
        if own.get("position") in _PLACED:
            return _reaches(own, "width", "left", "right") and _reaches(
                own, "height", "top", "bottom"
            )
        generating = self._applied.matching(element, self._sheets.generating)
        return any("absolute" in rule.body.text.lower() for rule, _ in generating)


def _has(declared: re.Pattern[str], value: re.Pattern[str], text: str) -> bool:
    """Whether a style declares something with such a value."""
    return any(value.search(found[1]) for found in declared.finditer(text))


def _any(holds: Callable[[etree._Element], bool], link: etree._Element) -> bool:
    return any(holds(element) for element in islice(link.iter("*"), _MOST))


def _reaches(own: Own, size: str, one: str, other: str) -> bool:
    """Whether a box has a size in one direction: its own, or by both sides."""
    told = own.get(size)
    if isinstance(told, Length):
        return told.pixels(em=ROOT_FONT, whole=1280) >= _LEAST
    return told is UNKNOWN or (own.get(one) is not None and own.get(other) is not None)
