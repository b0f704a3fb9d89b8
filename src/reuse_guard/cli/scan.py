"""`reuse-guard scan`: every candidate of a project against the originals it keeps."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from reuse_guard.cli.apart import require_apart
from reuse_guard.cli.output import (
    FAILING,
    deliver,
    files_among,
    report_options,
    require_places,
    site_folder,
)
from reuse_guard.cli.parameters import DAY, PATH, today
from reuse_guard.cli.pipes import tell
from reuse_guard.cli.statuses import EXIT_DEFECT, EXIT_MISTAKE
from reuse_guard.config import FailOn, find_project, load_project
from reuse_guard.errors import UsageError
from reuse_guard.grants.files import files_behind
from reuse_guard.reports.numbers import many

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from reuse_guard.config import Project
    from reuse_guard.reports.report import Report

_MOST_PROCESSES = 8
CONFIG = click.option(
    "--config",
    "config_file",
    type=PATH,
    metavar="FILE",
    help="Configuration to use; by default reuse-guard.toml or pyproject.toml, here or above.",
)


@click.command("scan")
@click.argument("paths", nargs=-1, metavar="[PATH]...", type=PATH)
@CONFIG
@click.option("--changed-since", metavar="REV", help="Only files that git says changed since then.")
@report_options
@click.option(
    "--fail-on",
    type=click.Choice([each.value for each in FailOn]),
    help="Outcome from which the exit status is 1; by default as the configuration says.",
)
@click.option(
    "--trust",
    type=PATH,
    metavar="FILE",
    help="Whose signed permissions are genuine; by default as the configuration says.",
)
@click.option("--as-of", type=DAY, help="Day of the check, as 2026-11-23; today if left out.")
@click.option(
    "--jobs",
    type=click.IntRange(1, 64),
    metavar="N",
    help="Processes at once; by default one for each processor.",
)
@click.option("--no-cache", is_flag=True, help="Neither use nor keep what earlier runs found.")
def scan_command(  # noqa: PLR0913 - one parameter for each option
    *,
    paths: tuple[Path, ...],
    config_file: Path | None,
    changed_since: str | None,
    formats: tuple[str, ...],
    outputs: tuple[Path, ...],
    language: str,
    fail_on: str | None,
    trust: Path | None,
    as_of: date | None,
    jobs: int | None,
    no_cache: bool,
) -> int:
    """Check the candidates of a project against the originals it keeps.

    Without PATH every candidate is checked that the configuration names; with files or folders,
    those of them. Exit status 2 where a candidate cannot be read or no original is kept, 3 where
    one could not be judged by a defect of ours: the report says which, and has all the others.

    \b
    Examples:
      reuse-guard scan
      reuse-guard scan content/news --changed-since origin/main
      reuse-guard scan --format terminal --format sarif --output reuse.sarif
    """
    from reuse_guard.scan import Run, scan  # noqa: PLC0415 - only this command needs it

    formats = require_places(formats, outputs)
    project = load_project(config_file) if config_file else find_project(Path.cwd())
    day = as_of or today()
    candidates = _candidates(project, paths)
    if changed_since is not None:
        candidates = _changed(project, trust, candidates, changed_since)
    require_apart(_places(outputs), _read_by(project, trust))
    _require_no_candidate(project, outputs)
    _say_what_ended(project, day)
    processes = jobs or min(_MOST_PROCESSES, _cores())
    run = Run(
        *(day, processes),
        remember=not no_cache,
        is_whole=not paths and changed_since is None,
        trust=trust,
        progress=_Progress(),
    )
    report = scan(project, candidates, run)
    deliver(report, formats, outputs, language)
    return _exit_status(report, FailOn(fail_on) if fail_on else project.config.fail_on)


def _places(outputs: tuple[Path, ...]) -> list[Path]:
    """Every file that a report may be written over, also those of an HTML report's folder."""
    files = files_among(outputs)
    return [*files, *(page for file in files for page in site_folder(file).glob("*.html"))]


def _require_no_candidate(project: Project, outputs: tuple[Path, ...]) -> None:
    """Refuse a report where the next scan would find it, and the copied text that it quotes."""
    from reuse_guard.scan import is_candidate  # noqa: PLC0415 - see above

    root = project.root.resolve()
    for output in files_among(outputs):
        for file in (output.resolve(), site_folder(output.resolve()) / output.name):
            if file.is_relative_to(root) and is_candidate(
                project, file.relative_to(root).as_posix()
            ):
                msg = (
                    f"--output {output}: the next scan would check it, since it fits content in"
                    f" {project.file}; write it out of the project, or name it under exclude"
                )
                raise UsageError(msg)


def _read_by(project: Project, trust: Path | None) -> Iterator[Path | None]:
    """Every file that a scan of the project reads."""
    from reuse_guard.scan import discover  # noqa: PLC0415 - see above

    yield from _read_for_all(project, trust)
    yield from (project.root / path for path in discover(project))


def _read_for_all(project: Project, trust: Path | None) -> Iterator[Path]:
    """Those that may change the verdict on any candidate."""
    from reuse_guard.scan import configured_files  # noqa: PLC0415 - see above

    yield from files_behind((), trust)
    yield from configured_files(project)


def _exit_status(report: Report, fail_on: FailOn) -> int:
    if report.extent is not None and not report.extent.originals:
        tell(
            "no originals are kept yet, so there is nothing to compare with; keep one with:"
            " reuse-guard originals add URL|FILE"
        )
        return EXIT_MISTAKE
    if report.defects:
        tell(
            "not every candidate was judged, by a defect of ours; the report says which, and what"
            " to do"
        )
        return EXIT_DEFECT
    if report.unreadable:
        many = len(report.unreadable)
        tell(f"{many} candidate{'s' if many > 1 else ''} could not be read; the report says why")
        return EXIT_MISTAKE
    return 1 if report.outcome in FAILING[fail_on] else 0


def _candidates(project: Project, paths: tuple[Path, ...]) -> tuple[str, ...]:
    from reuse_guard.scan import choose, discover  # noqa: PLC0415 - see above

    every = discover(project, _say_of_link)
    if not every:
        patterns = ", ".join(project.config.content)
        msg = f"{project.file}: content: no file fits {patterns}; mend the patterns"
        raise UsageError(msg)
    chosen = choose(project, every, paths) if paths else every
    for path in paths:
        if path.is_file() and not choose(project, chosen, (path,)):
            tell(f"{path}: not checked, since content or exclude leave it out")
    return chosen


def _changed(
    project: Project, trust: Path | None, candidates: tuple[str, ...], revision: str
) -> tuple[str, ...]:
    """Those that changed; all where something did that may change the verdict on any."""
    from reuse_guard.config.generators import settings_at  # noqa: PLC0415 - see above
    from reuse_guard.config.globs import matches  # noqa: PLC0415
    from reuse_guard.config.linked import is_template  # noqa: PLC0415
    from reuse_guard.scan import changed_since, is_among  # noqa: PLC0415

    root, config = project.root, project.config
    changed = changed_since(root, revision)
    read = (os.path.relpath(file, root) for file in _read_for_all(project, trust))
    shared = [path for path in read if is_among(root, path, changed)]
    # What was removed is read no more.
    names = (Path(os.path.relpath(file, root.resolve())).as_posix() for file in changed)
    patterns = (*config.grants, *config.common_sources, *settings_at(root))
    shared += (name for name in names if matches(name, patterns) or is_template(name))
    if shared:
        tell(f"{min(shared)} changed, which concerns every candidate: all are checked")
        return candidates
    return tuple(path for path in candidates if is_among(root, path, changed))


def _say_of_link(folder: str) -> None:
    tell(f"{folder}: not looked into, since it is a link out of the project; copy it, or move it")


def _say_what_ended(project: Project, day: date) -> None:
    """Warn of findings that are no longer set aside."""
    for number, entry in enumerate(project.config.ignore):
        if entry.until < day:
            tell(
                f"{project.file}: ignore[{number}] ended on {entry.until}, so its findings count"
                f" again; mend them, or decide anew ({entry.reason})"
            )


def _cores() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


class _Progress:
    """How far the scan is, on standard error: one line that moves, or two in a log."""

    def __init__(self) -> None:
        self._moves = sys.stderr.isatty()
        self._shown = -1

    def __call__(self, done: int, every: int) -> None:
        """Show it where it is worth a line."""
        percent = 100 * done // max(every, 1)
        if percent == self._shown or not (self._moves or self._shown < 0 or done == every):
            return
        text = f"{done:,} of {many(every, 'candidate')}"
        if self._moves:
            click.echo(f"\r{text}", err=True, nl=done == every)
        elif every > 1:
            tell(text)
        self._shown = percent
