"""Sums and products in the values of CSS, worked out as far as a page tells what they come to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from reuse_guard.documents.visibility.values import Length, length
from reuse_guard.expressions import expression

if TYPE_CHECKING:
    import re

_CALL = expression(r"(?<![\w-])((?:-webkit-)?calc|min|max|clamp|)\(([^()]*)\)")
_TOKEN = expression(r"\s*([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?(?:%|[a-z]+)?|[-+*/])\s*")
_PLAIN = expression(r"[+-]?(?:\d+\.?\d*|\.\d+)")
_MOST_NESTED: Final = 20
_NUMBER: Final = ""  # the unit of none


def worked_out(value: str) -> str:
    """A value with what is known of its sums written out.

    >>> worked_out("calc(.25rem*-96) 0"), worked_out("calc((1px + 2px) * 3)")
    ('-384px 0', '9px')
    >>> worked_out("calc(100% - 20px)"), worked_out("max(1em, 2em)")
    ('calc(100% - 20px)', '2em')
    """
    for _ in range(_MOST_NESTED):
        shorter = _CALL.sub(_written_out, value)
        if shorter == value:
            break
        value = shorter
    return value


def _written_out(call: re.Match[str]) -> str:
    sums = [_sum(part) for part in call[2].split(",")]
    known = [one for one in sums if one is not None]
    if len(known) < len(sums) or len({one.unit for one in known}) > 1:
        return call[0]
    amounts = [one.amount for one in known]
    if call[1] == "clamp" and len(amounts) == 3:  # noqa: PLR2004 - least, wished for and most
        found = max(amounts[0], min(amounts[1:]))
    elif call[1] in ("min", "max"):
        found = min(amounts) if call[1] == "min" else max(amounts)
    elif len(amounts) == 1:
        found = amounts[0]
    else:
        return call[0]
    return f"{found:.6g}{known[0].unit}"


def _sum(text: str) -> Length | None:
    """What a sum of products comes to, in one unit; None where it has several, or is none."""
    tokens = _TOKEN.findall(text)
    if len(tokens) % 2 == 0 or sum(map(len, tokens)) < len("".join(text.split())):
        return None
    parts: list[Length | None] = [_operand(tokens[0], "+")]
    for sign, word in zip(tokens[1::2], tokens[2::2], strict=True):
        if sign in ("+", "-"):
            parts.append(_operand(word, sign))
        elif sign in ("*", "/"):
            parts.append(_product(parts.pop(), _operand(word, "+"), sign))
    known = [part for part in parts if part is not None]
    units = {part.unit for part in known if part.amount} or {part.unit for part in known[-1:]}
    if len(known) < len(parts) or len(units) != 1:
        return None
    return Length(sum(part.amount for part in known), units.pop())


def _operand(word: str, sign: str) -> Length | None:
    found = Length(float(word), _NUMBER) if _PLAIN.fullmatch(word) else length(word)
    return found if found is None or sign == "+" else Length(-found.amount, found.unit)


def _product(first: Length | None, second: Length | None, sign: str) -> Length | None:
    if first is None or second is None:
        return None
    if sign == "/":
        is_known = second.unit == _NUMBER and second.amount
        return Length(first.amount / second.amount, first.unit) if is_known else None
    if _NUMBER not in (first.unit, second.unit):
        return None
    return Length(first.amount * second.amount, first.unit + second.unit)
