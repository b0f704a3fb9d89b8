"""Where reports go: formats, files and the terminal, the same for every command that reports."""

from __future__ import annotations

import os
import shutil
import sys
from typing import TYPE_CHECKING, Any, TypeVar

import click

from reuse_guard.atomic import write_atomically
from reuse_guard.cli.parameters import PATH, STANDARD_OUTPUT
from reuse_guard.cli.pipes import tell, write_out
from reuse_guard.config import FailOn
from reuse_guard.errors import UsageError
from reuse_guard.locale.phrases import LANGUAGES
from reuse_guard.reports.registry import FORMATS, HTML, TERMINAL, render
from reuse_guard.verdict.model import Outcome

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from reuse_guard.reports.report import Report

Command = TypeVar("Command", bound="Callable[..., Any]")

FAILING = {
    FailOn.VIOLATION: frozenset({Outcome.VIOLATION}),
    FailOn.REVIEW: frozenset({Outcome.VIOLATION, Outcome.REVIEW}),
    FailOn.NEVER: frozenset[Outcome](),
}

# Suffixes that say which format a file has.
_SUFFIXES = {
    ".html": "html",
    ".htm": "html",
    ".json": "json",
    ".jsonl": "jsonl",
    ".md": "markdown",
    ".sarif": "sarif",
    ".xml": "junit",
}


def fail_on_option(command: Command) -> Command:
    """Add `--fail-on`: the outcome from which the exit status is 1."""
    option = click.option(
        "--fail-on",
        type=click.Choice([each.value for each in FailOn]),
        default="violation",
        show_default=True,
        help="Outcome from which the exit status is 1.",
    )
    return option(command)


def report_options(command: Command) -> Command:
    """Add `--format` and `--output`, each of which may be given several times."""
    output = click.option(
        "--output",
        "outputs",
        multiple=True,
        type=PATH,
        metavar="FILE",
        help="Write the report there, - for standard output; the first --output takes the first"
        " --format, and so on.",
    )
    formats = click.option(
        "--format",
        "formats",
        multiple=True,
        type=click.Choice(FORMATS),
        help="May be given several times; what has no --output goes to standard output."
        f"  [default: {TERMINAL}]",
    )
    language = click.option(
        "--language",
        type=click.Choice(LANGUAGES),
        default="en",
        show_default=True,
        help="Language of the report of a verdict and of HTML; other formats are in English.",
    )
    return formats(output(language(command)))


def deliver(
    report: Report, formats: tuple[str, ...], outputs: tuple[Path, ...], language: str
) -> None:
    """Write a report in every format; the first file takes the first format, and so on.

    A scan as HTML is a page that links to one page for each verdict, in a folder beside it.

    Raises:
        UsageError: a file cannot be written.
    """
    for index, name in enumerate(formats):
        if index >= len(outputs) or outputs[index] == STANDARD_OUTPUT:
            _print(report, name, language)
        elif name == HTML and report.verdict is None:
            _write_site(report, outputs[index], language)
        else:
            _write_file(render(report, name, language=language), outputs[index])


def require_places(formats: tuple[str, ...], outputs: tuple[Path, ...]) -> tuple[str, ...]:
    """The formats to write, the terminal's where none is named.

    Raises:
        click.UsageError: a file has no format, two have one file, or two share standard output.
        UsageError: a file cannot be written where it is named.
    """
    formats = formats or (TERMINAL,)
    if len(outputs) > len(formats):
        msg = f"--output {outputs[-1]} has no --format of its own; give as many formats as files"
        raise click.UsageError(msg)
    if len(set(outputs)) < len(outputs):
        msg = "two reports have the same --output; name a file for each"
        raise click.UsageError(msg)
    for file in files_among(outputs):
        require_folder(file)
    _say_what_is_text(dict(zip(outputs, formats, strict=False)))
    if len(formats) - len(files_among(outputs)) > 1:
        msg = "only one report can go to standard output; give an --output for each of the others"
        raise click.UsageError(msg)
    return formats


def _say_what_is_text(formats: dict[Path, str]) -> None:
    """Tell of a file that is named as of a format and gets the text of the terminal."""
    for file, name in formats.items():
        meant = _SUFFIXES.get(file.suffix.lower())
        if name == TERMINAL and meant:
            tell(f"{file}: gets the text of the terminal; for {meant} give --format {meant}")


def require_folder(file: Path) -> None:
    """See that a file can be written there, before work begins whose result would be lost.

    Raises:
        UsageError: its folder is missing or none, or a folder has its name.
    """
    folder = file.parent
    if file.is_dir():
        msg = f"{file}: cannot be written: it is a folder; name a file in it"
    elif not folder.exists():
        msg = f"{file}: cannot be written: there is no folder {folder}; make it, or mend the path"
    elif not folder.is_dir():
        msg = f"{file}: cannot be written: {folder} is no folder; mend the path"
    else:
        return
    raise UsageError(msg)


def files_among(outputs: tuple[Path, ...]) -> tuple[Path, ...]:
    """The outputs that are files; `-` is standard output."""
    return tuple(output for output in outputs if output != STANDARD_OUTPUT)


def site_folder(file: Path) -> Path:
    """Where the pages of single verdicts stand that an overview links to."""
    return file.with_name(f"{file.stem}-verdicts")


def _write_site(report: Report, file: Path, language: str) -> None:
    from reuse_guard.reports.html import render_html, render_singles  # noqa: PLC0415 - seldom used

    folder = site_folder(file)
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        raise _unwritable(folder, error) from error
    for name, text in render_singles(report, language=language):
        _write_file(text, folder / name)
    _write_file(render_html(report, language=language, singles=folder.name), file)


def _print(report: Report, name: str, language: str) -> None:
    on_terminal = sys.stdout.isatty()
    width = shutil.get_terminal_size().columns if on_terminal else 80
    color = on_terminal and not no_color()
    write_out(render(report, name, width=width, color=color, language=language))


def no_color() -> bool:
    """The NO_COLOR convention (no-color.org): set and not empty."""
    return bool(os.environ.get("NO_COLOR")) or os.environ.get("TERM") == "dumb"


def _write_file(text: str, file: Path) -> None:
    try:
        write_atomically(file, text.encode("utf-8", "replace"))
    except OSError as error:
        raise _unwritable(file, error) from error


def _unwritable(file: Path, error: OSError) -> UsageError:
    reason = error.strerror or error
    return UsageError(f"{file}: cannot be written: {reason}; choose another --output")
