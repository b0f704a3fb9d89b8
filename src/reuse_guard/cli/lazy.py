"""A group of commands that imports a command only when it is asked for.

The libraries of all commands take half a second to load; `--version` and `--help` need none of
them, and no command needs those of the others.
"""

from __future__ import annotations

import difflib
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

import click

from reuse_guard.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Mapping


_SENTENCE: Final = 200  # characters


@frozen
class Entry:
    """Where a command is defined.

    Attributes:
        module: the module that defines it.
        attribute: its name there.
        summary: what the group's help says of it, short enough for one line.
    """

    module: str
    attribute: str
    summary: str


class Group(click.Group):
    """A group that names the command somebody meant, and says in full what each is for."""

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The names and first sentences for `--help`; click would cut these off."""
        commands = [(name, self.get_command(ctx, name)) for name in self.list_commands(ctx)]
        with formatter.section("Commands"):
            formatter.write_dl(
                [(name, one.get_short_help_str(_SENTENCE)) for name, one in commands if one]
            )

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that the first argument names, with the other arguments."""
        name = args[0]
        known = self.list_commands(ctx)
        if not (name in known or ctx.resilient_parsing or name.startswith("-")):
            close = difflib.get_close_matches(name, known, n=1)
            remedy = f"did you mean {close[0]!r}?" if close else f"write one of {', '.join(known)}"
            ctx.fail(f"no such command {name!r}; {remedy}")
        return super().resolve_command(ctx, args)


class LazyGroup(Group):
    """A group told by a table of its commands."""

    def __init__(self, *args: Any, entries: Mapping[str, Entry], **settings: Any) -> None:  # noqa: ANN401 - click's own
        super().__init__(*args, **settings)
        self.entries = entries

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """The names, in order."""
        return sorted(self.entries)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """The command, imported; None where there is none of this name."""
        entry = self.entries.get(cmd_name)
        if entry is None:
            return None
        command = getattr(import_module(entry.module), entry.attribute)
        assert isinstance(command, click.Command)  # noqa: S101 - the table names commands alone
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """The names and summaries for `--help`, without importing anything."""
        with formatter.section("Commands"):
            formatter.write_dl(
                [(name, self.entries[name].summary) for name in sorted(self.entries)]
            )
