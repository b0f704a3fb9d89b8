"""Which conditional rules apply to a reader's screen: `@media`, `@supports` and their kin.

The screen is 1280 by 720 pixels, in colour, with a mouse, light, with no wish for less motion.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from reuse_guard.documents.visibility.values import Length, length

_WIDTH: Final = 1280.0
_HEIGHT: Final = 720.0
_KEYWORDS: Final = {
    "orientation": "landscape",
    "prefers-color-scheme": "light",
    "prefers-reduced-motion": "no-preference",
    "hover": "hover",
    "any-hover": "hover",
    "pointer": "fine",
    "any-pointer": "fine",
    "scripting": "enabled",
    "display-mode": "browser",
    "forced-colors": "none",
}
# Only Firefox, old browsers of Microsoft and iOS know these.
_OF_ANOTHER = re.compile(r"\(\s*(?:-moz-|-ms-|-webkit-touch-callout)")
_NOT = re.compile(r"[\s(]*not\b")
_FEATURE = re.compile(r"\(([^()]*)\)")
_RANGE = re.compile(r"(?:(\S+)\s*(<=?)\s*)?(width|height)\s*(?:(<=?|>=?|=)\s*(\S+))?\Z")


@lru_cache(maxsize=512)
def applies(query: str) -> bool:
    """Whether a media query list holds on a reader's screen; an empty one does.

    What is not understood does not apply, so that it hides nothing.

    >>> applies("screen and (min-width: 600px)"), applies("print"), applies("(max-width: 40em)")
    (True, False, False)
    """
    parts = query.lower().split(",")
    return any(_query(" ".join(part.split())) for part in parts)


def is_supported(condition: str) -> bool:
    """Whether browsers of today hold to a condition; by some, pages tell others from Chromium.

    >>> is_supported("(display: grid)"), is_supported("(not (display: grid))")
    (True, False)
    """
    lower = condition.lower()
    is_of_another = " or " not in lower and _OF_ANOTHER.search(lower) is not None
    return (_NOT.match(lower) is not None) == is_of_another


def _query(query: str) -> bool:
    if query.startswith("not "):
        return not _query(query[4:])
    features = _FEATURE.findall(query)
    rest = _FEATURE.sub("", query).split()
    if any(word not in {"and", "only", "screen", "all"} for word in rest):
        return False
    return all(_feature(feature.strip()) for feature in features)


def _feature(feature: str) -> bool:
    name, colon, value = (part.strip() for part in feature.partition(":"))
    if not colon:
        return _range(feature) or feature in {"color", "hover", "scripting"}
    if name in _KEYWORDS:
        return _KEYWORDS[name] == value
    match = re.fullmatch(r"(min|max)-(?:device-)?(width|height)", name)
    limit = _pixels(value)
    if match is None or limit is None:
        return False
    size = _WIDTH if match[2] == "width" else _HEIGHT
    return size >= limit if match[1] == "min" else size <= limit


def _range(feature: str) -> bool:
    """`width >= 600px`, `400px <= width <= 1000px`."""
    match = _RANGE.match(feature)
    if match is None or not (match[2] or match[4]):
        return False
    size = _WIDTH if match[3] == "width" else _HEIGHT
    pairs = [(match[1], match[2], size), (size, match[4], match[5])]
    return all(_holds(left, sign, right) for left, sign, right in pairs if sign)


def _holds(left: str | float, sign: str, right: str | float) -> bool:
    first = left if isinstance(left, float) else _pixels(left)
    second = right if isinstance(right, float) else _pixels(right)
    if first is None or second is None:
        return False
    if sign == "=":
        return first == second
    if sign.startswith(">"):
        first, second = second, first
    return first < second or (first == second and len(sign) > 1)


def _pixels(text: str) -> float | None:
    parsed = length(text)
    return parsed.pixels(em=16, whole=0) if isinstance(parsed, Length) else None
