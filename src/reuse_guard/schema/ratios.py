"""Exact ratios as people write them: `"30%"`, `"1/3"`, `0.3`."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction
from typing import Annotated

from pydantic import BeforeValidator, PlainSerializer, WithJsonSchema

from reuse_guard.expressions import expression

# Twenty digits on each side are more than any term says. An exponent would let eleven characters
# ask for a number of a billion digits.
_RATIO = expression(
    r"(?P<number>-?\d{1,20}(?:\.\d{1,20})?)(?:/(?P<divisor>\d{1,20})|\s*(?P<percent>%))?", re.ASCII
)


def parse_ratio(value: object) -> Fraction:
    """Read `"30%"`, `"1/3"`, `0.3`, `1` as the exact number a person meant.

    A float is read as the decimal it prints as, so `0.3` is 3/10 and not the nearest
    binary fraction.

    >>> parse_ratio("30%"), parse_ratio(0.3), parse_ratio("1/3")
    (Fraction(3, 10), Fraction(3, 10), Fraction(1, 3))

    Raises:
        ValueError: it is none of these.
    """
    if isinstance(value, bool) or not isinstance(value, int | float | str | Decimal | Fraction):
        msg = f'{value!r} is not a number, a percentage ("30%") or a fraction ("1/3")'
        raise ValueError(msg)  # noqa: TRY004 - pydantic reports ValueError with its place
    text = str(value).strip()
    found = _RATIO.fullmatch(text)
    if found is None or not int(found["divisor"] or 1):
        msg = f'{text!r} is not a number, a percentage ("30%") or a fraction ("1/3")'
        raise ValueError(msg)
    ratio = Fraction(found["number"]) / int(found["divisor"] or 1)
    return ratio / 100 if found["percent"] else ratio


def format_ratio(value: Fraction) -> str:
    """Print a ratio as a person would write it: a percentage where that is exact and short.

    A whole number above one is a count and printed as it is.

    >>> format_ratio(Fraction(3, 10)), format_ratio(Fraction(1, 3)), format_ratio(Fraction(1, 8))
    ('30%', '1/3', '12.5%')
    >>> format_ratio(Fraction(1000))
    '1000'
    """
    if value > 1 and value.denominator == 1:
        return str(value.numerator)
    percent = value * 100
    if (percent * 10).denominator == 1:
        return f"{float(percent):g}%"
    return f"{value.numerator}/{value.denominator}"


Ratio = Annotated[
    Fraction,
    BeforeValidator(parse_ratio),
    PlainSerializer(format_ratio, return_type=str),
    WithJsonSchema(
        {
            "anyOf": [{"type": "number", "minimum": 0}, {"type": "string"}],
            "description": 'a number, a percentage ("30%") or a fraction ("1/3")',
        }
    ),
]
