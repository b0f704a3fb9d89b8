"""Boxes of which a clip shows nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from reuse_guard.documents.visibility.values import UNKNOWN, Length, Value, length, of_sides
from reuse_guard.expressions import expression

if TYPE_CHECKING:
    from collections.abc import Iterator

_NUMBERS = expression(r"-?(?:\d+\.?\d*|\.\d+)")
_SHAPE = expression(r"(inset|circle|ellipse|polygon|rect|xywh)\(([^()]*)\)")
_ROUNDED = expression(r"\b(?:round|at)\b")
# Two pixels: the usual class for screen readers clips to rect(1px, 1px, 1px, 1px).
_LEAST: Final = 2.0
_FAR: Final = 4000.0  # pixels cut off, of which no line is as long


def clip_of(name: str, value: str) -> Iterator[tuple[str, Value]]:
    """`"empty"` for a rectangle without area: top is not above bottom, or left not before right."""
    if not value.startswith("rect("):
        yield name, UNKNOWN
        return
    numbers = [float(part) for part in _NUMBERS.findall(value)]
    if len(numbers) == 4 and "auto" not in value:  # noqa: PLR2004 - top, right, bottom, left
        top, right, bottom, left = numbers
        yield name, "empty" if bottom - top < _LEAST or right - left < _LEAST else UNKNOWN


def clip_path_of(_: str, value: str) -> Iterator[tuple[str, Value]]:
    """`"empty"` for a shape without area."""
    shape = _SHAPE.search(value)
    yield "clip-path", "empty" if shape and _is_empty(*shape.groups()) else UNKNOWN


def _is_empty(shape: str, values: str) -> bool:
    if shape == "polygon":
        points = [point.split() for point in values.split(",")]
        across = {point[0] for point in points if point}
        return len(across) == 1 or len({point[-1] for point in points if point}) == 1
    sizes = [length(word) for word in _ROUNDED.split(values)[0].split()]
    if not 1 <= len(sizes) <= 4:  # noqa: PLR2004 - of the sides
        return False
    if shape == "inset":
        top, right, bottom, left = of_sides(sizes)
        return _is_all(top, bottom) or _is_all(left, right)
    if shape in ("circle", "ellipse"):
        return any(map(_is_nothing, sizes))
    if shape == "xywh":
        return any(map(_is_nothing, sizes[2:]))
    top, right, bottom, left = of_sides(sizes)
    return _is_before(bottom, top) or _is_before(right, left)


def _is_all(one: Length | None, other: Length | None) -> bool:
    """Whether what is cut off at two sides leaves nothing between them."""
    if one is None or other is None:
        return False
    parts = sum(side.amount for side in (one, other) if side.unit == "%")
    pixels = sum(side.pixels(em=16, whole=0) for side in (one, other))
    return (parts >= 100 and pixels >= 0) or pixels >= _FAR  # noqa: PLR2004 - the whole of it


def _is_nothing(size: Length | None) -> bool:
    return size is not None and size.pixels(em=16, whole=1280) < _LEAST


def _is_before(one: Length | None, other: Length | None) -> bool:
    if one is None or other is None or one.unit != other.unit:
        return False
    return one.amount - other.amount < (_LEAST if one.unit == "px" else 1)
