"""Kinds of arguments that several commands take."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from reuse_guard.documents.sites import Dialect, remedy_for
from reuse_guard.errors import PolicyError
from reuse_guard.policy import Declared
from reuse_guard.schema import validate

if TYPE_CHECKING:
    from collections.abc import Iterable


class _Named(click.Path):
    """A path, which "" is not: a shell gives it for a variable that is not set.

    Whether it may be read is left to its reader, who says what to do.
    """

    def convert(
        self,
        value: str | os.PathLike[str],
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> str | bytes | os.PathLike[str]:
        if not os.fspath(value):
            self.fail("the name is empty; name a file, or a folder where one is meant", param, ctx)
        return super().convert(value, param, ctx)


PATH = _Named(path_type=Path, readable=False)
STANDARD_OUTPUT = Path("-")
PATH_OR_DASH = _Named(allow_dash=True, readable=False)


def file_to_write(output: Path | None) -> Path | None:
    """The file that an `--output` names; none for standard output, which `-` is too."""
    return None if output == STANDARD_OUTPUT else output


# What a policy's own reader takes for one of the two.
_YES_OR_NO = frozenset(("yes", "no", "y", "n", "true", "false", "t", "f", "on", "off", "1", "0"))


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


class _Dialect(click.Choice):  # type: ignore[type-arg]  # generic from click 8.2 on
    """A way to read Markdown; the name of a generator is told what it has."""

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> str:
        if value not in self.choices:
            self.fail(f"{value!r} is not known; {remedy_for(value)}", param, ctx)
        return str(value)


DAY = _Day()
GRANTS = click.option(
    "--grants",
    multiple=True,
    type=PATH,
    metavar="FILE",
    help="A written permission, or a folder of them; may be given several times.",
)
BEST = click.option(
    "--best",
    type=click.IntRange(1),
    metavar="N",
    default=10,
    show_default=True,
    help="How many originals to judge.",
)
DECLARE = click.option(
    "--declare",
    "declarations",
    multiple=True,
    metavar="KEY=VALUE",
    help="What only you can know of the use: commercial=no, genre=analysis, medium=web ...",
)
BARE_LINKS = click.option(
    "--bare-links/--no-bare-links",
    default=None,
    help="Whether the site makes links of addresses without brackets in its Markdown.",
)
DIALECT = click.option(
    "--dialect",
    type=_Dialect([str(dialect) for dialect in Dialect]),
    help="How the site reads Markdown: kramdown is Jekyll's, goldmark Hugo's ...",
)
POLICY = click.option(
    "--policy",
    default="qazmonitor",
    metavar="ID|FILE",
    show_default=True,
    help="Terms of the articles that came without any.",
)


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
    for key, many in values.items():
        _require_yes_or_no(key, many)
    data = {key: many if len(many) > 1 else many[0] for key, many in values.items()}
    return validate(Declared, data, source="--declare", error=PolicyError)


def _require_yes_or_no(key: str, given: list[str]) -> None:
    field = Declared.model_fields.get(key)
    if field is None or field.annotation != bool | None:
        return
    if len(given) > 1 or given[0].lower() not in _YES_OR_NO:
        said = " and ".join(map(repr, given))
        msg = f"{said} is neither yes nor no; write {key}=yes or {key}=no"
        raise PolicyError(msg, source="--declare", where=key)


def policy_of(argument: str) -> str | Path:
    """A file where it looks like one, else the id of a preset."""
    is_file = argument.endswith(".toml") or "/" in argument or "\\" in argument
    return Path(argument) if is_file else argument


def today() -> date:
    """The day of the run, in the zone of the machine."""
    return datetime.now(UTC).astimezone().date()
