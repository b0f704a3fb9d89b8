"""CSS values as far as they decide whether something is seen: lengths, numbers, colours.

A value that cannot be known without a browser (a sum of a part and pixels, a gradient) is
`UNKNOWN`: it takes part in the cascade and hides nothing.
"""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias, TypeVar

from reuse_guard.expressions import expression

if TYPE_CHECKING:
    from collections.abc import Sequence

_T = TypeVar("_T")


class Special(Enum):
    """Values that are no value yet."""

    UNKNOWN = "unknown"
    INHERIT = "inherit"
    INITIAL = "initial"
    UNSET = "unset"
    REVERT = "revert"


UNKNOWN: Final = Special.UNKNOWN
_WIDE_KEYWORDS: Final = {
    "inherit": Special.INHERIT,
    "initial": Special.INITIAL,
    "unset": Special.UNSET,
    "revert": Special.REVERT,
    "revert-layer": Special.REVERT,
}
_FUNCTION = expression(r"\b(?:var|env|attr|min|max|clamp|calc)\(")
_LENGTH = expression(r"([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)(%|[a-z]+)?$")

# Pixels of a unit, CSS Values 4 section 6. A viewport of 1280 by 720 stands for a reader's
# screen; ex, ch and their kin are taken as half an em, as browsers do without font metrics.
_PIXELS: Final = {
    "px": 1.0, "pt": 4 / 3, "pc": 16.0, "in": 96.0, "cm": 96 / 2.54, "mm": 9.6 / 2.54,
    "q": 2.4 / 2.54, "rem": 16.0, "vw": 12.8, "vh": 7.2, "vmin": 7.2, "vmax": 12.8,
    "svh": 7.2, "lvh": 7.2, "dvh": 7.2, "svw": 12.8, "lvw": 12.8, "dvw": 12.8,
    "vi": 12.8, "vb": 7.2,
}  # fmt: skip
_EMS: Final = {"em": 1.0, "ex": 0.5, "ch": 0.5, "ic": 1.0, "cap": 0.7, "lh": 1.2, "rlh": 1.2}


class Length(NamedTuple):
    """A length or percentage; `unit` is `"px"`, `"em"` or `"%"`."""

    amount: float
    unit: str

    def pixels(self, *, em: float, whole: float) -> float:
        """The length in pixels; `em` is the font size, `whole` what 100% stands for."""
        if self.unit == "em":
            return self.amount * em
        return self.amount * whole / 100 if self.unit == "%" else self.amount


Value: TypeAlias = "str | float | Length | Colour | Special | tuple[Length | Special | None, ...]"


def special(text: str) -> Special | None:
    """The keyword every property takes, or UNKNOWN for what only a browser can work out."""
    found = _WIDE_KEYWORDS.get(text)
    if found is None and "(" in text and _FUNCTION.search(text):
        return UNKNOWN
    return found


def length(text: str) -> Length | None:
    """Parse a length, percentage or bare number; None when it is none of them.

    >>> length("-9999px"), length("50%"), length("auto")
    (Length(amount=-9999.0, unit='px'), Length(amount=50.0, unit='%'), None)
    """
    match = _LENGTH.match(text)
    if match is None:
        return None
    amount, unit = float(match[1]), match[2] or "px"
    if unit == "%":
        return Length(amount, "%")
    if unit in _EMS:
        return Length(amount * _EMS[unit], "em")
    return Length(amount * _PIXELS[unit], "px") if unit in _PIXELS else None


def of_sides(given: Sequence[_T]) -> list[_T]:
    """One to four values for top, right, bottom and left.

    >>> of_sides([1, 2, 3])
    [1, 2, 3, 2]
    """
    sides = list(given)
    while len(sides) < 4:  # noqa: PLR2004 - as many as there are
        sides.append(sides[max(len(sides) - 2, 0)])
    return sides


def number(text: str) -> float | None:
    """Parse a number or a percentage as a part of one; None when it is neither.

    >>> number("0"), number("50%"), number("1px")
    (0.0, 0.5, None)
    """
    match = _LENGTH.match(text)
    if match is None or match[2] not in {None, "%"}:
        return None
    return float(match[1]) / (100 if match[2] else 1)


class Colour(NamedTuple):
    """A colour by its sRGB parts, each 0 to 1."""

    red: float
    green: float
    blue: float
    alpha: float

    @property
    def is_opaque(self) -> bool:
        """Whether nothing shows through."""
        return self.alpha > 0.95  # noqa: PLR2004 - one twentieth is not seen

    def contrast(self, other: Colour) -> float:
        """Contrast ratio, 1 for equal colours to 21 (WCAG 2.2, "contrast ratio")."""
        lighter, darker = sorted((self._luminance, other._luminance), reverse=True)
        return (lighter + 0.05) / (darker + 0.05)

    @property
    def _luminance(self) -> float:
        """Relative luminance (WCAG 2.2)."""
        red, green, blue = (
            part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4  # noqa: PLR2004
            for part in self[:3]
        )
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue


WHITE: Final = Colour(1.0, 1.0, 1.0, 1.0)


def colour(text: str) -> Colour | Special | None:
    """Parse a colour; UNKNOWN when its numbers are not sRGB, None when it is none.

    >>> colour("#fff") == WHITE, colour("red").red, colour("solid")
    (True, 1.0, None)
    """
    from tinycss2.color4 import (  # type: ignore[import-untyped]  # noqa: PLC0415 - rarely needed
        parse_color,
    )

    if text in {"currentcolor", "linktext", "canvas", "canvastext", "visitedtext"}:
        return UNKNOWN
    parsed = parse_color(text)
    if parsed is None:
        return None
    try:
        red, green, blue, alpha = parsed.to("srgb")
    except (AttributeError, NotImplementedError, ValueError):
        return UNKNOWN
    clamped = [min(1.0, max(0.0, float(part or 0))) for part in (red, green, blue)]
    return Colour(clamped[0], clamped[1], clamped[2], float(alpha))
