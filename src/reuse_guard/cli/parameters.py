"""Kinds of arguments that several commands take."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import click

PATH = click.Path(path_type=Path)


class _Day(click.ParamType):  # type: ignore[type-arg]  # generic from click 8.4 on
    """A day, as 2026-11-23."""

    name = "DATE"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> date:
        if isinstance(value, date):
            return value
        try:
            return datetime.strptime(str(value), "%Y-%m-%d").date()  # noqa: DTZ007 - no zone
        except ValueError:
            self.fail(f"{value!r} is not a day; write it as 2026-11-23", param, ctx)


DAY = _Day()


def today() -> date:
    """The day of the run, in the zone of the machine."""
    return datetime.now(UTC).astimezone().date()
