"""Kinds of arguments that several commands take."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from reuse_guard.errors import PolicyError
from reuse_guard.policy import Declared
from reuse_guard.schema import validate

if TYPE_CHECKING:
    from collections.abc import Iterable

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


def declared_by(declarations: Iterable[str]) -> Declared:
    """What `--declare KEY=VALUE` says of a use; a key given again adds a value.

    Raises:
        BadParameter: a declaration without "=".
        PolicyError: an unknown key, or a value that does not fit it.
    """
    values: dict[str, list[str]] = {}
    for declaration in declarations:
        key, equals, value = declaration.partition("=")
        if not equals:
            msg = f"{declaration!r} is not KEY=VALUE, such as commercial=no"
            raise click.BadParameter(msg, param_hint="--declare")
        values.setdefault(key.strip(), []).append(value.strip())
    data = {key: many if len(many) > 1 else many[0] for key, many in values.items()}
    return validate(Declared, data, source="--declare", error=PolicyError)


def today() -> date:
    """The day of the run, in the zone of the machine."""
    return datetime.now(UTC).astimezone().date()
