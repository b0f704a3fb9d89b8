"""Which conditional rules apply to a reader's screen: `@media`, `@supports` and their kin.

The screen is 1280 by 720 pixels, in colour, with a mouse, light, with no wish for less motion.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from reuse_guard.documents.visibility.values import length, number
from reuse_guard.expressions import expression

# What has a size, in pixels, dots a pixel and bits of a colour; a ratio as what it comes to.
_SIZES: Final = {
    **{"width": 1280.0, "height": 720.0, "device-width": 1280.0, "device-height": 720.0},
    **{"aspect-ratio": 16 / 9, "device-aspect-ratio": 16 / 9},
    **{"resolution": 1.0, "-webkit-device-pixel-ratio": 1.0, "-webkit-transform-3d": 1.0},
    **{"color": 8.0, "color-index": 0.0, "monochrome": 0.0, "grid": 0.0},
}
_KEYWORDS: Final = {
    "orientation": "landscape",
    "prefers-color-scheme": "light",
    "prefers-reduced-motion": "no-preference",
    "prefers-reduced-transparency": "no-preference",
    "prefers-contrast": "no-preference",
    "color-gamut": "srgb",
    "dynamic-range": "standard",
    "update": "fast",
    "overflow-block": "scroll",
    "overflow-inline": "scroll",
    "hover": "hover",
    "any-hover": "hover",
    "pointer": "fine",
    "any-pointer": "fine",
    "scripting": "enabled",
    "display-mode": "browser",
    "forced-colors": "none",
}
_DOTS: Final = {"dppx": 1.0, "x": 1.0, "dpi": 1 / 96, "dpcm": 2.54 / 96}
_RESOLUTION = expression(r"(\d+\.?\d*|\.\d+)(dppx|x|dpi|dpcm)")
_NEITHER: Final = frozenset({"none", "no-preference"})  # as which a feature alone does not hold
# Only Firefox, old browsers of Microsoft and iOS know these.
_OF_ANOTHER = expression(r"\(\s*(?:-moz-|-ms-|-webkit-touch-callout)")
_NOT = expression(r"[\s(]*not\b")
_TYPE = expression(r"(not\s+)?(?:only\s+)?(?!not\b)([a-z]+)(?:\s+and\s+(.*))?\Z", re.DOTALL)
_PIECE = expression(r"[()]|\s+|[^()\s]+")
_LIMIT = expression(r"(-webkit-)?(min|max)-(.*)")
_RANGE = expression(r"(?:(\S+)\s*(<=?|>=?|=)\s*)?([a-z-]+)\s*(?:(<=?|>=?|=)\s*(\S.*))?\Z")
_MOST_NESTED: Final = 20
_LONGEST: Final = 4_000  # characters


@lru_cache(maxsize=512)
def applies(query: str) -> bool:
    """Whether a media query list holds on a reader's screen; an empty one does.

    What is not understood does not apply, so that it hides nothing.

    >>> applies("screen and (min-width: 600px)"), applies("print"), applies("(max-width: 40em)")
    (True, False, False)
    """
    queries = query.lower().split(",") if len(query) < _LONGEST else ()
    return any(_query(" ".join(part.split())) for part in queries)


def is_supported(condition: str) -> bool:
    """Whether browsers of today hold to a condition; by some, pages tell others from Chromium.

    >>> is_supported("(display: grid)"), is_supported("(not (display: grid))")
    (True, False)
    """
    lower = condition.lower()
    is_of_another = " or " not in lower and _OF_ANOTHER.search(lower) is not None
    return (_NOT.match(lower) is not None) == is_of_another


def _query(query: str) -> bool:
    named = _TYPE.match(query)
    if named is None:
        return _condition(query) is True if query else True
    negated, medium, rest = named.groups()
    holds = medium in {"screen", "all"} and (not rest or _condition(rest))
    return holds is not None and holds is not bool(negated)


def _condition(text: str, depth: int = 0) -> bool | None:
    """Whether features, in brackets and joined by words, hold; None if that is not known."""
    terms = _terms(text)
    if len(terms) == 2 and terms[0] == "not":  # noqa: PLR2004 - and what it is said of
        holds = _term(terms[1], depth)
        return None if holds is None else not holds
    told = [_term(term, depth) for term in terms[::2]]
    joined = set(terms[1::2])
    if not told or len(joined) > 1 or not joined <= {"and", "or"}:
        return None
    decisive = joined == {"or"}
    if decisive in told:
        return decisive
    return None if None in told else not decisive


def _terms(condition: str) -> list[str]:
    """The words and brackets of a condition, in order."""
    terms = [""]
    depth = 0
    for piece in _PIECE.findall(condition):
        depth += piece == "("
        if depth or not piece.isspace():
            terms[-1] += piece
        else:
            terms.append("")
        depth -= piece == ")"
    return [term for term in terms if term]


def _term(term: str, depth: int) -> bool | None:
    """A condition in brackets, or a feature."""
    if not (term.startswith("(") and term.endswith(")")) or depth > _MOST_NESTED:
        return None
    inner = term[1:-1].strip()
    return _condition(inner, depth + 1) if inner.startswith(("(", "not ")) else _feature(inner)


def _feature(feature: str) -> bool | None:
    name, colon, value = (part.strip() for part in feature.partition(":"))
    if colon:
        limit = _LIMIT.fullmatch(name)
        if limit is not None:
            sign = ">=" if limit[2] == "min" else "<="
            return _holds(_SIZES.get((limit[1] or "") + limit[3]), sign, _size(value))
        if name in _SIZES:
            return _holds(_SIZES[name], "=", _size(value))
        return _KEYWORDS[name] == value if name in _KEYWORDS else None
    if name in _KEYWORDS:
        return _KEYWORDS[name] not in _NEITHER
    return bool(_SIZES[name]) if name in _SIZES else _range(feature)


def _range(feature: str) -> bool | None:
    """`width >= 600px`, `400px <= width <= 1000px`."""
    match = _RANGE.match(feature)
    size = _SIZES.get(match[3]) if match else None
    if match is None or not (match[2] or match[4]):
        return None
    pairs = [(_size(match[1]), match[2], size), (size, match[4], _size(match[5]))]
    told = [_holds(left, sign, right) for left, sign, right in pairs if sign]
    return None if None in told else all(told)


def _holds(first: float | None, sign: str, second: float | None) -> bool | None:
    if first is None or second is None:
        return None
    if sign == "=":
        return first == second
    if sign.startswith(">"):
        first, second = second, first
    return first < second or (first == second and len(sign) > 1)


def _size(text: str | None) -> float | None:
    """A length in pixels, a resolution in dots a pixel, a ratio or a number."""
    first, slash, second = (part.strip() for part in (text or "").partition("/"))
    if slash:
        whole, parts = number(first), number(second)
        return whole / parts if whole is not None and parts else None
    parsed = length(first)
    if parsed is not None:
        return parsed.pixels(em=16, whole=0)
    dots = _RESOLUTION.fullmatch(first)
    return float(dots[1]) * _DOTS[dots[2]] if dots else None
