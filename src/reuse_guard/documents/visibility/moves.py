"""Boxes moved out of the page, and boxes scaled to nothing."""

from __future__ import annotations

from math import pi
from typing import TYPE_CHECKING, Final

from reuse_guard.documents.visibility.values import UNKNOWN, Length, Special, Value, length, number
from reuse_guard.expressions import expression

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_CALLS = expression(r"(scale(?:x|y|z|3d)?|matrix(?:3d)?|translate(?:x|y|3d)?)\(([^()]*)\)")
_TURNS = expression(r"rotate[xy]\(\s*([+-]?[\d.]+)(deg|grad|turn|rad)\s*\)")
_DEGREES: Final = {"deg": 1.0, "grad": 0.9, "turn": 360.0, "rad": 180 / pi}
# Letters of 16 pixels are less than one high at this scale.
_SMALLEST: Final = 0.05
# Pixels past an edge of the page at which a box or a line is out of sight: a column is narrower.
OFF_SCREEN: Final = 900.0
# Boxes pushed to the right stretch the page, so it takes more to be out of reach there.
_FAR_RIGHT: Final = 4000.0
_SCREEN: Final = 1280.0
_HEIGHT: Final = 720.0
# Along each axis: the offsets that push a box forward and back, and the margin before it.
_AXES: Final = (("left", "right", "margin-left"), ("top", "bottom", "margin-top"))
_NOT_PLACED: Final = frozenset({"static", "sticky", None})
_NOT_FLOATING: Final = frozenset({"none", None})


def transform_of(_: str, value: str) -> Iterator[tuple[str, Value]]:
    """`"flat"` when scaled to nothing, else how far it is moved to the right and down."""
    name = "transform"
    if any(map(_is_on_edge, _TURNS.findall(value))):
        yield name, "flat"
        return
    moved: list[Length | Special | None] = []
    for function, given in _CALLS.findall(value):
        numbers = [number(part.strip()) for part in given.split(",")]
        if _is_flat(function, numbers):
            yield name, "flat"
            return
        if function.startswith("matrix") and numbers[-1] is not None:
            moved += [_pixels(one) for one in numbers[-4 if function == "matrix3d" else -2 :][:2]]
        elif function.startswith("translate"):
            sizes = [*(length(part.strip()) for part in given.split(",")), None]
            moved += [None, sizes[0]] if function == "translatey" else sizes[:2]
    yield name, tuple(moved) or UNKNOWN


def translate_of(name: str, value: str) -> Iterator[tuple[str, Value]]:
    """How far it is moved to the right and down."""
    first, second, *_ = *map(length, value.split()), None, None
    yield name, (first, second)


def scale_of(name: str, value: str) -> Iterator[tuple[str, Value]]:
    """`"flat"` when so small that nothing is seen."""
    yield name, "flat" if any(_is_tiny(number(word)) for word in value.split()) else UNKNOWN


def zoom_of(name: str, value: str) -> Iterator[tuple[str, Value]]:
    """`"flat"` when so small that nothing is seen; 0 is no zoom at all."""
    factor = number(value)
    yield name, "flat" if factor and _is_tiny(factor) else UNKNOWN


def _is_flat(function: str, numbers: list[float | None]) -> bool:
    """Whether a function of `transform` makes a box so small that nothing in it is seen."""
    if function.startswith("scale"):
        return any(map(_is_tiny, numbers))
    parts = numbers[:2] + numbers[4:6] if function == "matrix3d" else numbers[:4]
    known = [part for part in parts if part is not None]
    if len(known) < 4 or not function.startswith("matrix"):  # noqa: PLR2004 - two rows of two
        return False
    return abs(known[0] * known[3] - known[1] * known[2]) <= _SMALLEST**2


def _is_on_edge(turn: tuple[str, str]) -> bool:
    """Whether a box is turned so that only its edge is seen."""
    angle = number(turn[0])
    return angle is not None and abs(abs(angle * _DEGREES[turn[1]]) % 180 - 90) < 1


def _pixels(amount: float | None) -> Length | None:
    return None if amount is None else Length(amount, "px")


def _is_tiny(factor: float | None) -> bool:
    return factor is not None and abs(factor) <= _SMALLEST


def is_off_screen(own: Mapping[str, Value], *, font: float) -> bool:
    """Whether a box is moved out of the page.

    An offset, a margin and a move along one axis add up: `left: 50%; margin-left: -960px` centres
    a wide box. Percentages are of the box that holds it or, in a move, of the box itself, both
    taken as wide as the screen.

    Args:
        own: the winning values of an element.
        font: its font size in pixels.
    """
    is_fixed = own.get("position") == "fixed"
    for axis in range(len(_AXES)):
        is_high = is_fixed and axis > 0
        terms = [*_terms(own, axis)]
        parts = sum(sign * one.amount / 100 for sign, one in terms if one.unit == "%")
        pixels = sum(sign * one.pixels(em=font, whole=0) for sign, one in terms)
        place = pixels + parts * (_HEIGHT if is_high else _SCREEN)
        if place <= -(_HEIGHT if is_high else OFF_SCREEN) or (place >= _FAR_RIGHT and not axis):
            return True
        if is_fixed and parts >= 1 and pixels >= 0:  # however large the screen is
            return True
    return False


def _terms(own: Mapping[str, Value], axis: int) -> Iterator[tuple[int, Length]]:
    """What moves a box along an axis: away from the edge where it begins, or else where it ends."""
    near, far, margin = _AXES[axis]
    offsets = own if own.get("position") not in _NOT_PLACED else {}
    start, end = offsets.get(near), offsets.get(far)
    if isinstance(end, Length) and not isinstance(start, Length):
        yield 1, end
        for moved in _moves(own, axis) if own.get("position") == "fixed" else ():
            yield -1, moved
        return
    before = own.get(margin)
    # A floating column is drawn over the one before it by a margin of a part of both.
    if isinstance(before, Length) and (before.unit != "%" or own.get("float") in _NOT_FLOATING):
        yield 1, before
    if isinstance(start, Length):
        yield 1, start
    for moved in _moves(own, axis):
        yield 1, moved


def _moves(own: Mapping[str, Value], axis: int) -> Iterator[Length]:
    """By `transform` and `translate`, as far as they are known.

    How high a box is only a screen shows; a move up by that counts where the box is fixed to the
    screen, as menus are, or stands at the top of what holds it, as links past a menu do.
    """
    top = own.get("top")
    is_at_top = own.get("position") == "absolute" and isinstance(top, Length) and top.amount <= 0
    is_told = not axis or is_at_top or own.get("position") == "fixed"
    for value in (own.get("transform"), own.get("translate")):
        for moved in value[axis::2] if isinstance(value, tuple) else ():
            if isinstance(moved, Length) and (is_told or moved.unit != "%"):
                yield moved
