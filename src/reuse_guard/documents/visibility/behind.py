"""Whether letters stand out from what is behind them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

from reuse_guard.documents.visibility.seen import PAINTS, SHINES
from reuse_guard.documents.visibility.values import UNKNOWN, WHITE, Colour, Special, Value

if TYPE_CHECKING:
    from lxml import etree

    from reuse_guard.documents.visibility.applied import Applied
    from reuse_guard.documents.visibility.seen import Own

# Text on a background of nearly its own colour is not read: WCAG asks for 4.5, and grey
# #f4f4f4 on white, at 1.1, is the faintest that a sharp eye makes out.
_NO_CONTRAST: Final = 1.1
_FAINT: Final = 0.05
_OUTLINES: Final = ("text-shadow", "text-stroke")  # both are inherited
_UNBLENDED: Final = frozenset({None, "normal", *Special} - {UNKNOWN})
_META: Final = "color-scheme"
_SCHEME: Final = frozenset({"color"})


def is_dark(applied: Applied, root: etree._Element) -> bool:
    """Whether a page asks for a dark one, which a browser paints by itself.

    By the styles of its root, or else by the first `<meta name="color-scheme">` with a value.
    """
    held = applied.holds_for_kin  # it is the same for all elements
    scheme = applied.cascade(root, [], _SCHEME).get("color-scheme")
    applied.holds_for_kin = held
    if not isinstance(scheme, str) or scheme == "normal":
        metas = (meta for meta in root.iter("meta") if meta.get("name", "").lower() == _META)
        scheme = next(filter(None, (meta.get("content", "").strip() for meta in metas)), "")
    words = scheme.lower().split()
    return "dark" in words and "light" not in words


class Behind:
    """The colours of one page, behind its letters and through them."""

    def __init__(self, applied: Applied, *, is_known: bool) -> None:
        """Take the cascade of a page, and whether no sheet outside of it may paint."""
        self._applied = applied
        self._page = WHITE if is_known else None
        self._is_asked = not is_known  # whether the page is dark
        self._found: dict[etree._Element, tuple[Colour | None, bool]] = {}

    def unreadable(self, element: etree._Element, colour: Colour) -> str | None:
        """Why the letters of an element are not seen in their colour, or None."""
        if not self._is_asked:
            self._is_asked = True
            is_white = not is_dark(self._applied, element.getroottree().getroot())
            self._page = WHITE if is_white else None
        if colour.alpha < _FAINT:
            shown = self._through(element)
            if shown is None:
                return "transparent text"
            if shown is UNKNOWN:
                return None
            colour = shown
        background = self._background(element)
        if background is None or not colour.is_opaque:
            return None
        same = colour.contrast(background) < _NO_CONTRAST
        if same and not self._has_outline(element, background):
            return "text in the colour of its background"
        return None

    def _has_outline(self, element: etree._Element, background: Colour) -> bool:
        """Whether a shadow shows the shape of letters that have the colour behind them."""
        node: etree._Element | None = element
        while node is not None:
            own = self._applied.cascade(node, [], SHINES)
            drawn = [own[name] for name in _OUTLINES if name in own]
            if drawn:
                return any(_stands_out(_seen(one), background) for one in drawn)
            node = node.getparent()
        return False

    def _through(self, element: etree._Element) -> Colour | Literal[Special.UNKNOWN] | None:
        """What shows in the shape of transparent letters: their shadow, or a picture cut to it."""
        drawn: list[Value] = []
        node: etree._Element | None = element
        while node is not None:
            own = self._applied.cascade(node, [], SHINES)
            if own.get("background-clip") == "text":
                cut = _seen(_painted(own))
                return UNKNOWN if cut is None and self._page is None else cut
            if not drawn:
                drawn = [own[name] for name in _OUTLINES if name in own]
            node = node.getparent()
        return next(filter(None, map(_seen, drawn)), None)

    def _background(self, element: etree._Element) -> Colour | None:
        """The colour behind the text of an element, or None when it cannot be known."""
        applied = self._applied
        held, applied.holds_for_kin = applied.holds_for_kin, True
        path: list[etree._Element] = []
        found: Colour | None = self._page
        node: etree._Element | None = element
        while node is not None:
            if node in self._found:
                found, holds = self._found[node]
                applied.holds_for_kin &= holds
                break
            path.append(node)
            if node.get("background"):  # by which no kin are told apart
                applied.holds_for_kin = False
            own = applied.cascade(node, [], PAINTS)
            if own.get("mix-blend-mode") not in _UNBLENDED:
                found = None
                break
            # What is cut to letters lies under them alone, not around them.
            painted = None if own.get("background-clip") == "text" else _seen(_painted(own))
            if painted is not None:
                found = painted if isinstance(painted, Colour) and painted.is_opaque else None
                break
            node = node.getparent()
        self._found.update(dict.fromkeys(path, (found, applied.holds_for_kin)))
        applied.holds_for_kin &= held
        return found


def _stands_out(shown: Colour | Special | None, background: Colour) -> bool:
    is_other = isinstance(shown, Colour) and shown.contrast(background) >= _NO_CONTRAST
    return shown is UNKNOWN or is_other


def _painted(own: Own) -> Value | None:
    """The picture of an element, or else its colour."""
    picture = own.get("background-image")
    if not isinstance(picture, Colour) and picture is not UNKNOWN:
        return own.get("background-color")
    # A gradient of one colour is drawn as a line below a link, too.
    return UNKNOWN if own.get("background-size") == "part" else picture


def _seen(paint: Value | None) -> Colour | Literal[Special.UNKNOWN] | None:
    """Paint that a reader sees, or may see; None where there is none."""
    if isinstance(paint, Colour):
        return paint if paint.alpha > _FAINT else None
    return UNKNOWN if paint is UNKNOWN else None
