"""The values of properties that paint: colours of letters, of what is behind and of shadows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from reuse_guard.documents.visibility.values import UNKNOWN, Colour, Special, Value, colour, length
from reuse_guard.expressions import expression

if TYPE_CHECKING:
    from collections.abc import Iterator

_GRADIENTS = expression(r"(?:repeating-)?(?:linear|radial|conic)-gradient\(")
_STOPS = expression(r"[a-z-]+\([^()]*\)|[^\s,/()]+")
_CALL = expression(r"[a-z-]+\([^()]*\)")
_NUMBER = expression(r"[+-]?\.?\d")
# Words around the colours of a gradient; any other may be a colour that is not known here.
_PLACING: Final = frozenset(
    "to at from top left right bottom center circle ellipse closest-side closest-corner"  # noqa: SIM905
    " farthest-side farthest-corner repeat no-repeat repeat-x repeat-y round space fixed scroll"
    " local border-box padding-box content-box text".split()
)
_WHOLE: Final = frozenset({"auto", "cover", "100%", "100% auto", "100% 100%", "auto 100%"})
_ONE_COLOUR: Final = 1.1  # contrast up to which letters do not stand out
_COLOURS = expression(r"[a-z-]+\([^()]*\)|[^\s,/]+")
# Offsets of a shadow to the right and below, and its blur, in pixels, up to which letters are read.
_LARGEST: Final = (50.0, 50.0, 5.0)
_BOXES: Final = frozenset({"text", "border-box", "padding-box", "content-box"})


def colour_of(name: str, value: str) -> Iterator[tuple[str, Value]]:
    """A colour, as written."""
    parsed = colour(value)
    if parsed is not None:
        yield name, parsed


def background_of(_: str, value: str) -> Iterator[tuple[str, Value]]:
    """The colour in the shorthand; a picture or gradient makes what is behind the text unknown."""
    yield "background-clip", "text" if "text" in value.split() else "border-box"
    yield "background-size", "whole"
    if "url(" in value or "gradient(" in value or "image(" in value:
        painted = _painted(value)
        yield "background-image", painted
        yield "background-color", painted
        return
    yield "background-image", "none"
    found = (colour(word) for word in _COLOURS.findall(value))
    yield "background-color", next((one for one in found if one is not None), Special.INITIAL)


def background_image_of(_: str, value: str) -> Iterator[tuple[str, Value]]:
    """`"none"`, the colour of a gradient that has one alone, or UNKNOWN for a picture."""
    yield "background-image", "none" if value == "none" else _painted(value)


def background_size_of(name: str, value: str) -> Iterator[tuple[str, Value]]:
    """`"whole"` where a picture may be as large as its box, or `"part"`: a line below a link."""
    yield name, "whole" if value in _WHOLE else "part"


def _painted(picture: str) -> Colour | Special:
    """The colour that a gradient has everywhere, where it is one; UNKNOWN of any other picture."""
    stops, gradients = _GRADIENTS.subn(" ", picture)
    is_sized = "/" in _CALL.sub("", picture)
    if not gradients or is_sized or "url(" in stops or "image(" in stops or "gradient(" in stops:
        return UNKNOWN
    first, *others = [
        colour(stop) or UNKNOWN
        for stop in _STOPS.findall(stops)
        if stop not in _PLACING and not _NUMBER.match(stop)
    ] or [UNKNOWN]
    if not isinstance(first, Colour) or not first.is_opaque:
        return UNKNOWN
    is_one = all(
        isinstance(one, Colour) and one.is_opaque and one.contrast(first) < _ONE_COLOUR
        for one in others
    )
    return first if is_one else UNKNOWN


def background_clip_of(_: str, value: str) -> Iterator[tuple[str, Value]]:
    """`"text"` where any of the layers is cut to the shape of the letters."""
    words = [word.strip() for word in value.split(",")]
    if all(word in _BOXES for word in words):
        yield "background-clip", "text" if "text" in words else words[0]


def text_shadow_of(name: str, value: str) -> Iterator[tuple[str, Value]]:
    """Its colour; UNKNOWN where it has none of its own, or where there are several.

    One that lies far off or is blurred shows no letters, so it is as good as none.
    """
    sizes = [one.amount for one in map(length, value.split()) if one is not None]
    is_off = any(abs(size) > limit for size, limit in zip(sizes, _LARGEST, strict=False))
    if value == "none" or ("," not in value and is_off):
        yield name, Colour(0.0, 0.0, 0.0, 0.0)
        return
    parsed = (colour(word) for word in _COLOURS.findall(value))
    found = [one for one in parsed if one is not None]
    yield name, found[0] if len(found) == 1 else UNKNOWN


def text_stroke_of(_: str, value: str) -> Iterator[tuple[str, Value]]:
    """The colour of a line around letters; UNKNOWN where it has none of its own."""
    first, *_rest = value.split()
    size = length(first)
    if size is not None and not size.amount:
        yield "text-stroke", Colour(0.0, 0.0, 0.0, 0.0)
        return
    found = [one for one in map(colour, _COLOURS.findall(value)) if one is not None]
    yield "text-stroke", found[0] if len(found) == 1 else UNKNOWN
