"""`reuse-guard check`: one original, one candidate, one verdict."""

from __future__ import annotations

import os
import shutil
import sys
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from reuse_guard.api import check
from reuse_guard.documents.read import read
from reuse_guard.errors import UsageError
from reuse_guard.reports.json import render_json
from reuse_guard.verdict.model import Outcome

if TYPE_CHECKING:
    from reuse_guard.documents.model import Document
    from reuse_guard.verdict.model import Verdict

FAILING = {
    "violation": frozenset({Outcome.VIOLATION}),
    "review": frozenset({Outcome.VIOLATION, Outcome.REVIEW}),
    "never": frozenset[Outcome](),
}
FORMATS = ("terminal", "json")
PATH = click.Path(path_type=Path)


@click.command("check")
@click.argument("original", type=click.Path(allow_dash=True))
@click.argument("candidate", type=click.Path(allow_dash=True))
@click.option("--policy", default="qazmonitor", metavar="ID|FILE", show_default=True)
@click.option("--original-url", metavar="URL", help="Address of the original.")
@click.option("--candidate-url", metavar="URL", help="Where the candidate is published.")
@click.option("--grants", multiple=True, type=PATH, metavar="FILE", help="A written permission.")
@click.option(
    "--common-source",
    "common_sources",
    multiple=True,
    type=PATH,
    metavar="FILE",
    help="A text both sides may have quoted, such as a press release.",
)
@click.option("--as-of", metavar="DATE", help="Day of the check, as 2026-11-23; today if left out.")
@click.option("--format", "format_", type=click.Choice(FORMATS), default="terminal")
@click.option("--output", type=PATH, metavar="FILE", help="Write the report there.")
@click.option(
    "--fail-on",
    type=click.Choice(tuple(FAILING)),
    default="violation",
    show_default=True,
    help="Outcome from which the exit status is 1.",
)
def check_command(  # noqa: PLR0913 - one parameter for each option of the contract
    *,
    original: str,
    candidate: str,
    policy: str,
    original_url: str | None,
    candidate_url: str | None,
    grants: tuple[Path, ...],
    common_sources: tuple[Path, ...],
    as_of: str | None,
    format_: str,
    output: Path | None,
    fail_on: str,
) -> int:
    """Check whether CANDIDATE keeps the terms under which ORIGINAL may be reused.

    ORIGINAL and CANDIDATE are files (HTML, Markdown or text); - reads one of them from standard
    input.

    \b
    Examples:
      reuse-guard check original.html candidate.md
      reuse-guard check original.html - --original-url https://qazmonitor.com/news/1 < draft.md
      reuse-guard check original.html page.html --grants letter.toml --format json
    """
    if original == candidate == "-":
        msg = "ORIGINAL and CANDIDATE cannot both be standard input; name a file for one of them"
        raise click.UsageError(msg)
    verdict = check(
        _input(original, name="original"),
        _input(candidate, name="candidate"),
        policy=_policy(policy),
        original_url=original_url,
        candidate_url=candidate_url,
        grants=grants,
        common_sources=common_sources,
        as_of=_day(as_of),
    )
    _write(_render(verdict, format_, to_file=output is not None), output)
    return 1 if verdict.outcome in FAILING[fail_on] else 0


def _input(argument: str, *, name: str) -> Path | Document:
    if argument != "-":
        return Path(argument)
    return read(sys.stdin.buffer.read(), name=f"{name} (standard input)")


def _policy(argument: str) -> str | Path:
    """A file where it looks like one, else the id of a preset."""
    is_file = argument.endswith(".toml") or "/" in argument or "\\" in argument
    return Path(argument) if is_file else argument


def _day(text: str | None) -> date | None:
    if text is None:
        return None
    try:
        return datetime.strptime(text, "%Y-%m-%d").date()  # noqa: DTZ007 - a day has no zone
    except ValueError as error:
        msg = f"{text!r} is not a day; write it as 2026-11-23"
        raise click.BadParameter(msg, param_hint="--as-of") from error


def _render(verdict: Verdict, format_: str, *, to_file: bool) -> str:
    if format_ == "json":
        return render_json(verdict)
    from reuse_guard.reports.terminal import render_terminal  # noqa: PLC0415 - rich is slow to load

    on_terminal = sys.stdout.isatty() and not to_file
    color = on_terminal and not _no_color()
    width = shutil.get_terminal_size().columns if on_terminal else 80
    return render_terminal(verdict, width=width, color=color)


def _no_color() -> bool:
    """The NO_COLOR convention (no-color.org): set and not empty."""
    return bool(os.environ.get("NO_COLOR")) or os.environ.get("TERM") == "dumb"


def _write(report: str, output: Path | None) -> None:
    if output is None:
        sys.stdout.reconfigure(errors="replace")  # type: ignore[union-attr]
        click.echo(report, nl=False)
        return
    try:
        output.write_text(report, encoding="utf-8", newline="\n")
    except OSError as error:
        problem = error.strerror or error
        msg = f"{output}: cannot be written: {problem}; choose another --output"
        raise UsageError(msg) from error
