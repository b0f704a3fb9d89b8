"""Days and hours after which something holds, or the day from which it does."""

from __future__ import annotations

import re
from datetime import date, datetime, time
from typing import Annotated

from pydantic import BeforeValidator, PlainSerializer, WithJsonSchema

from reuse_guard.expressions import expression
from reuse_guard.frozen import frozen

_OTHER_UNITS = expression(r"(\d{1,4})\s*weeks?", re.IGNORECASE)
NEVER = 36_600  # days; no term listed reaches a hundred years
_DAYS = expression(r"(\d{1,5})\s*[Dd]ays?|P(\d{1,5})D")
_HOURS = expression(r"(\d{1,4})\s*[Hh]ours?|PT(\d{1,4})H")
_A_DAY = 24


@frozen
class Hours:
    """So many hours; of what is known by its day, they end on one day or the next.

    >>> Hours(12).days, Hours(24).days, Hours(36).days
    ((0, 1), (1, 1), (1, 2))
    """

    number: int

    @property
    def days(self) -> tuple[int, int]:
        """The fewest and the most days after the first one on which they end."""
        return self.number // _A_DAY, -(-self.number // _A_DAY)

    def __str__(self) -> str:
        return f"{self.number} hour{'' if self.number == 1 else 's'}"


def parse_delay(value: object) -> object:
    """Read `"2 days"`, `"P2D"`, `2` as days, `"24 hours"`, `"PT24H"` as hours; a date stays one.

    >>> parse_delay("2 days"), parse_delay("P90D"), parse_delay(date(2026, 12, 1))
    (2, 90, datetime.date(2026, 12, 1))
    >>> parse_delay("24 hours")
    Hours(number=24)

    Raises:
        ValueError: it is none of them.
    """
    if isinstance(value, str):
        return _written(value.strip())
    if isinstance(value, datetime):
        if value.time() != time.min:
            msg = f"{value} has a time of day; write the day alone, as 2026-12-01"
            raise ValueError(msg)
        return value.date()
    if isinstance(value, bool) or not isinstance(value, int | date | Hours):
        raise ValueError(_refusal(value))  # noqa: TRY004 - pydantic tells its place
    return _in_reach(value)


def _written(text: str) -> object:
    found = _DAYS.fullmatch(text)
    if found:
        return _in_reach(int(found[1] or found[2]))
    found = _HOURS.fullmatch(text)
    if found:
        return Hours(int(found[1] or found[2]))
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ValueError(_refusal(text)) from None


def _in_reach(value: int | date | Hours) -> int | date | Hours:
    if isinstance(value, int) and not 0 <= value <= NEVER:
        msg = f"{value} days is not between 0 and {NEVER:,}"
        raise ValueError(msg)
    return value


def _refusal(value: object) -> str:
    """Weeks are meant as days; months differ in length."""
    weeks = _OTHER_UNITS.fullmatch(value) if isinstance(value, str) else None
    meant = f'; write "{int(weeks[1]) * 7} days"' if weeks else ""
    return (
        f'{value!r} is neither days ("2 days", 2), hours ("24 hours") nor a date (2026-12-01)'
        f"{meant}"
    )


def _printed(value: date | int | Hours) -> str | int:
    if isinstance(value, int):
        return value
    return str(value) if isinstance(value, Hours) else value.isoformat()


Delay = Annotated[
    date | int | Hours,
    BeforeValidator(parse_delay),
    PlainSerializer(_printed, return_type=str | int),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "integer", "minimum": 0, "maximum": NEVER},
                {
                    "type": "string",
                    "pattern": r"^(\d+ *[Dd]ays?|P\d+D|\d+ *[Hh]ours?|PT\d+H|\d{4}-\d\d-\d\d)$",
                },
            ],
            "description": 'days ("2 days", 2), hours ("24 hours") or a date (2026-12-01)',
        }
    ),
]
