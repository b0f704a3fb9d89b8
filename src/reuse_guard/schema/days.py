"""Days as people write them: 2027-01-31."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Annotated

from pydantic import BeforeValidator


def _no_number(value: object) -> object:
    """Refuse a number, which would be read as seconds since 1970: `2026` for a year, `20270131`."""
    is_number = isinstance(value, int | float | Decimal) and not isinstance(value, bool)
    if is_number or (isinstance(value, str) and value.strip().isdigit()):
        msg = f"{value} is not a day; write it as 2027-01-31"
        raise ValueError(msg)
    return value


Day = Annotated[date, BeforeValidator(_no_number)]
