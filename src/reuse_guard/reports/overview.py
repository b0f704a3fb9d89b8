"""A scan for a person at a terminal: what needs a hand, file by file, then how far it went."""

from __future__ import annotations

import textwrap
from itertools import chain
from typing import TYPE_CHECKING

from reuse_guard.reports.escape import line
from reuse_guard.reports.findings import Finding, Level, find
from reuse_guard.reports.numbers import many
from reuse_guard.verdict.model import Outcome

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reuse_guard.reports.report import Report

STYLES = {"error": "31;1", "warning": "33;1", "aside": "2", "ok": "32;1"}
MARKS = {Level.ERROR: ("NO", "error"), Level.WARNING: ("??", "warning")}
NOTHING_CHECKED = "NOTHING CHECKED"
LEAST_WIDTH = 40


def render_overview(report: Report, *, width: int = 80, color: bool = False) -> str:
    """The report of a scan as text of at most `width` columns.

    Args:
        report: what to show.
        width: columns of the terminal; at least 40 are used.
        color: whether to use ANSI colours.
    """
    wide = max(width, LEAST_WIDTH)
    lines: list[str] = []
    place = None
    for finding in find(report):
        if (finding.path, finding.item) != place:
            place = finding.path, finding.item
            heading = line(finding.path) + (f', "{line(finding.item)}"' if finding.item else "")
            lines += [*([""] if lines else []), *_wrapped(heading, wide, "", "  ")]
        lines += _finding(finding, wide, color=color)
    return (
        "\n".join([*lines, *([""] if lines else []), *_summary(report, wide, color=color)]) + "\n"
    )


def _finding(finding: Finding, width: int, *, color: bool) -> Iterator[str]:
    mark, style = ("--", "aside") if finding.exemption else MARKS[finding.level]
    place = f"{mark} line {finding.lines.first}  {finding.rule.id}"
    first, *rest = _wrapped(f"{place}  {line(finding.told)}", width, "  ", "     ")
    yield first.replace(mark, _styled(mark, style, color=color), 1)
    yield from rest
    if finding.exemption:
        aside = f"set aside until {finding.exemption.until}: {line(finding.exemption.reason)}"
        yield from _wrapped(aside, width, "     ", "     ")


def _summary(report: Report, width: int, *, color: bool) -> list[str]:
    worst = report.outcome
    style = {Outcome.ALLOWED: "ok", Outcome.VIOLATION: "error", Outcome.REVIEW: "warning"}[worst]
    nothing = report.has_nothing_checked
    word = NOTHING_CHECKED if nothing else worst.upper()
    style = "aside" if nothing and worst is Outcome.ALLOWED else style
    first, *rest = _wrapped(f"{word}  {_extent(report)}", width, "", "  ")
    notes = [_wrapped(f"Note: {line(str(note))}", width, "", "  ") for note in report.notes]
    return [first.replace(word, _styled(word, style, color=color), 1), *rest, *chain(*notes)]


def _extent(report: Report) -> str:
    extent, counts = report.extent, report.tally()
    assert extent is not None  # noqa: S101 - only scans are shown so
    if report.has_no_original:
        return f"{many(extent.candidates, 'candidate')}, and no original is kept to compare with."
    parts = [
        f"{many(extent.candidates, 'candidate')} against {many(extent.originals, 'original')}:",
        f"{counts[Outcome.VIOLATION]} in violation, {counts[Outcome.REVIEW]} for review,",
        f"{counts[Outcome.ALLOWED]} allowed, {report.others} neither using nor naming one",
    ]
    if report.unchecked:
        parts.append(f"; {len(report.unchecked)} not checked in full")
    return " ".join(parts).replace(" ;", ";") + "."


def _wrapped(text: str, width: int, first: str, rest: str) -> list[str]:
    return textwrap.wrap(
        text, width, initial_indent=first, subsequent_indent=rest, break_on_hyphens=False
    ) or [first]


def _styled(text: str, style: str, *, color: bool) -> str:
    return f"\x1b[{STYLES[style]}m{text}\x1b[0m" if color else text
