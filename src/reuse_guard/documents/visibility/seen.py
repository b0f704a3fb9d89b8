"""What a reader sees of one element, from its own cascaded values and what it inherits."""

from __future__ import annotations

from dataclasses import dataclass
from operator import attrgetter
from typing import TYPE_CHECKING, Final

from reuse_guard.documents.visibility.moves import OFF_SCREEN, is_off_screen
from reuse_guard.documents.visibility.values import UNKNOWN, Colour, Length, Special, Value

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from lxml import etree

    from reuse_guard.documents.visibility.declarations import Declaration

Own = dict[str, Value]
"""The winning value of each property declared for an element."""

# Opacity, and font size in pixels, up to which a reader sees nothing. Letters of 2 px are two
# dots high.
FAINT: Final = 0.05
TINY: Final = 2.0
_LINE: Final = 8.0  # pixels that a line takes at least, of which the box shows something
_DIM: Final = 0.25  # two such elements inside one another are hardly seen
ROOT_FONT: Final = 16.0  # pixels, every browser's default
# Properties that are inherited, or name a colour: they matter whatever else is declared.
_TELLING: Final = frozenset(
    {
        *("visibility", "font-size", "text-indent", "color", "-webkit-text-fill-color"),
        *("pointer-events", "unicode-bidi"),
    }
)
PAINTS: Final = frozenset({"background", "blend"})
SHINES: Final = PAINTS | {"shadow", "stroke"}  # what shows where letters are transparent
# Which words another rule has to mention to have a say in what a property hides.
STAKES: Final = {
    "display": frozenset({"display"}),
    "visibility": frozenset({"visibility", "animation"}),
    "content-visibility": frozenset({"visibility"}),
    "opacity": frozenset({"opacity", "animation"}),
    "filter": frozenset({"filter", "animation"}),
    "font-size": frozenset({"font"}),
    "text-indent": frozenset({"indent", "overflow", "white-space"}),
    "color": frozenset({"color"}) | SHINES,
    "color-scheme": frozenset(),  # of the page, which hides nothing by itself
    "-webkit-text-fill-color": frozenset({"color"}) | SHINES,
    "clip": frozenset({"clip", "position"}),
    "clip-path": frozenset({"clip", "animation"}),
    "scale": frozenset({"scale", "animation"}),
    "zoom": frozenset({"zoom"}),
    "pointer-events": frozenset({"events"}),
    "unicode-bidi": frozenset({"bidi"}),
}
TAG_STAKES: Final = frozenset({"display", "font", "color", "background"})
ALL_STAKES: Final = frozenset().union(
    *STAKES.values(),
    {"overflow", "position", "width", "height", "size", "top", "left", "right", "bottom", "flex"},
    {"inset", "margin", "padding", "direction", "transform", "translate", "white-space", "float"},
)
# Without one of these nothing is hidden with all that is in it.
_SEALING: Final = frozenset(
    {
        *("display", "content-visibility", "opacity", "filter", "transform", "translate"),
        *("scale", "zoom"),
        *("clip-path", "clip", "overflow", "margin-left", "margin-top"),
        *("top", "left", "right", "bottom"),
    }
)
# Parts of pictures that others of their parts refer to, or that say something of them, and that are
# not drawn where they stand. Outside of a picture these are unknown elements, which show.
UNDRAWN: Final = frozenset(
    {"defs", "symbol", "clippath", "mask", "pattern", "marker", "desc", "metadata"}
)
_CUT_OFF: Final = frozenset({"hidden", "scroll"})
_NO_GROWTH: Final = frozenset({0.0, Special.INITIAL, Special.UNSET, Special.REVERT})
_ONE_LINE: Final = frozenset({"nowrap", "pre"})
_WORST: Final[Own] = {"position": "fixed", "overflow": "hidden"}


@dataclass(slots=True, eq=False)
class Seen:
    """State that holds inside an element; the walk hands it down the tree.

    Elements in sight of the same rules share one, so that it is known by its identity; none is ever
    changed. (To freeze it took three times as long to make it.)

    Attributes:
        hidden: why a reader does not see what stands here (`"display: none"`), or None.
        aria_hidden: kept from screen readers alone.
        noindex: inside Yandex' `<noindex>`.
        sealed: the reason in `hidden` when nothing inside can undo it.
        unseen: `visibility: hidden` or `collapse`, which a descendant may undo.
        font: font size in pixels.
        opacity: of the elements around, all together.
        indented: shifted out of the page by `text-indent`.
        colour: of the text, None where not declared.
        inert: inside something `inert`, where nothing can be clicked.
        unclickable: why a click on what stands here, seen or not, does nothing; or None.
        overridden: the direction that letters stand in, whatever their own is; or None.
    """

    hidden: str | None = None
    aria_hidden: bool = False
    noindex: bool = False
    sealed: str | None = None
    unseen: str | None = None
    font: float = ROOT_FONT
    opacity: float = 1.0
    indented: bool = False
    colour: Colour | Special | None = None
    inert: bool = False
    unclickable: str | None = None
    overridden: str | None = None

    def unless_changed(self, inside: Seen) -> Seen:
        """The state inside an element: this one, which holds around it, if nothing changes."""
        return self if _state_of(inside) == _state_of(self) else inside

    @property
    def shows_pictures(self) -> bool:
        """Whether a picture is seen here, though letters may not be."""
        return self.unseen is None and not self.indented


VISIBLE: Final = Seen()
_state_of = attrgetter(*Seen.__slots__)


def attribute_reason(element: etree._Element, own: Own) -> str | None:
    """`hidden` and its kin, which a style may show again."""
    if element.tag in UNDRAWN and next(element.iterancestors("svg"), None) is not None:
        return f"inside <{element.tag}>"
    display = own.get("display")
    if display is None and element.get("hidden") is not None:
        return "hidden attribute"
    if display is not None and display is not Special.REVERT:  # to the browser's own style sheet
        return None
    if element.tag == "dialog" and element.get("open") is None:
        return "a dialog that is not open"
    is_of_amp = element.get("layout") == "nodisplay" and str(element.tag).startswith("amp-")
    is_closed = is_of_amp or element.get("popover") is not None
    return "a popover that is not open" if is_closed else None


def stakes_of(declared: Iterable[Declaration]) -> frozenset[str]:
    """Words of the declared properties that change what is seen, if all else lets them."""
    found: frozenset[str] = frozenset()
    for name, value, _ in declared:
        own: Own = {name: value}
        is_telling = name in _TELLING or own_opacity(own) <= _DIM
        if isinstance(value, Special) and not is_telling:  # it hides nothing
            continue
        if is_telling or sealing_reason({**_WORST, **own}, font=ROOT_FONT) is not None:
            found |= STAKES.get(name, ALL_STAKES)
    return found


def sealing_reason(own: Own, *, font: float, is_cell: bool = False) -> str | None:
    """Why the box of an element is not seen with all that is in it, or None.

    Args:
        own: the winning values of an element.
        font: its font size in pixels.
        is_cell: whether it is a table, or a part of one.
    """
    if _SEALING.isdisjoint(own):
        return None
    if own.get("display") == "none":
        return "display: none"
    if own.get("content-visibility") == "hidden":
        return "content-visibility: hidden"
    if own_opacity(own) <= FAINT:
        return f"opacity {own_opacity(own):g}"
    if "flat" in (own.get("transform"), own.get("scale"), own.get("zoom")):
        return "scaled to nothing"
    is_cell = is_cell if "display" not in own else str(own["display"]).startswith("table")
    return _clipped(own, font=font, is_cell=is_cell) or (
        "moved off the screen" if is_off_screen(own, font=font) else None
    )


def own_opacity(own: Own) -> float:
    """How much an element itself lets through; inside another one that does, both count."""
    opacity, filtered = own.get("opacity"), own.get("filter")
    through = opacity if isinstance(opacity, float) else 1.0
    return through * filtered if isinstance(filtered, float) else through


def dim_reason(opacity: float, parent: Seen) -> str | None:
    """Why nothing is seen in an element that alone lets something through, or None."""
    return f"opacity {opacity:.1g}" if opacity <= FAINT < parent.opacity else None


def hides_so(declared: Iterable[Declaration], reason: str) -> bool:
    """Whether these declarations by themselves hide a box for just this reason."""
    own: Own = {name: value for name, value, _ in declared}
    return reason in {sealing_reason(own, font=ROOT_FONT), unseen_reason(own, VISIBLE)}


def _clipped(own: Own, *, font: float, is_cell: bool) -> str | None:
    if own.get("clip-path") == "empty":
        return "clipped to nothing"
    if own.get("clip") == "empty" and own.get("position") in {"absolute", "fixed"}:
        return "clipped to nothing"
    if own.get("overflow") in _CUT_OFF and not is_cell:  # which is as large as what it holds
        for name in ("width", "height", "max-width", "max-height"):
            size = own.get(name)
            if not isinstance(size, Length) or _is_held_open(own, name, font=font):
                continue
            if abs(size.pixels(em=font, whole=1280)) <= 1:
                return f"a box of {size.amount:g}px with what overflows cut off"
    return None


def _is_held_open(own: Own, size: str, *, font: float) -> bool:
    """Whether something else gives a size to a box of none: padding, a least size, growth.

    Padding keeps the shape of a picture; items of a row begin with none and share what is there.
    """
    side = size.removeprefix("max-")
    if size == side and own.get("flex-grow", 0.0) not in _NO_GROWTH:
        return True
    sides = ("left", "right") if side == "width" else ("top", "bottom")
    sizes = (own.get(f"min-{side}"), *(own.get(f"padding-{one}") for one in sides))
    return any(
        one is UNKNOWN or (isinstance(one, Length) and one.pixels(em=font, whole=1280) >= _LINE)
        for one in sizes
    )


def font_size(own: Own, parent: Seen) -> float:
    """Font size in pixels."""
    size = own.get("font-size")
    if isinstance(size, Length):
        return size.pixels(em=parent.font, whole=parent.font)
    return ROOT_FONT if size is Special.INITIAL else parent.font


def unseen_reason(own: Own, parent: Seen) -> str | None:
    """`visibility`, which is inherited."""
    value = own.get("visibility")
    if value in {"hidden", "collapse"}:
        return f"visibility: {value}"
    return None if value == "visible" or value is Special.INITIAL else parent.unseen


def unclickable_reason(own: Own, parent: Seen) -> str | None:
    """`pointer-events`, which is inherited."""
    value = own.get("pointer-events")
    if value == "none":
        return "pointer-events: none"
    return parent.unclickable if value is None or isinstance(value, Special) else None


def overrides(tag: str, own: Own) -> bool:
    """Whether `unicode-bidi` or `<bdo>` sets the letters in the direction of the element."""
    value = own.get("unicode-bidi")
    return value.endswith("override") if isinstance(value, str) else tag == "bdo"


def is_indented(own: Own, parent: Seen, *, font: float) -> bool:
    """Whether `text-indent`, which is inherited, moves a line out of the page."""
    indent = own.get("text-indent")
    if isinstance(indent, Length):
        is_cut_off = own.get("overflow") == "hidden" and own.get("white-space") in _ONE_LINE
        pixels = indent.pixels(em=font, whole=1280)
        is_past = indent.unit == "%" and indent.amount >= 100  # noqa: PLR2004 - the whole line
        return (is_cut_off and (is_past or pixels >= OFF_SCREEN)) or pixels <= -OFF_SCREEN
    return False if indent is Special.INITIAL else parent.indented


def text_colour(own: Mapping[str, Value], parent: Seen) -> Colour | Special | None:
    """Colour of the text, which is inherited; None where nothing tells it."""
    painted = own.get("-webkit-text-fill-color", own.get("color"))
    if painted is Special.INITIAL:
        return None
    if isinstance(painted, Colour):
        return painted
    if painted is UNKNOWN or painted is Special.REVERT:  # a link's own
        return UNKNOWN
    return parent.colour
