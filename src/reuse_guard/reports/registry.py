"""The formats by name: `render(report, "sarif")`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reuse_guard.reports.github import render_github
from reuse_guard.reports.gitlab import render_gitlab
from reuse_guard.reports.json import render_json
from reuse_guard.reports.jsonlines import render_json_lines, render_json_scan
from reuse_guard.reports.junit import render_junit
from reuse_guard.reports.markdown import render_markdown
from reuse_guard.reports.overview import render_overview
from reuse_guard.reports.sarif import render_sarif

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from reuse_guard.reports.report import Report

TERMINAL = "terminal"
HTML = "html"


def _json(report: Report) -> str:
    return render_json(report.verdict) if report.verdict else render_json_scan(report)


FOR_PROGRAMS: Mapping[str, Callable[[Report], str]] = {
    "json": _json,
    "jsonl": render_json_lines,
    "sarif": render_sarif,
    "junit": render_junit,
    "gitlab": render_gitlab,
    "github": render_github,
    "markdown": render_markdown,
}
FORMATS = (TERMINAL, HTML, *FOR_PROGRAMS)


def render(
    report: Report, name: str, *, width: int = 80, color: bool = False, language: str = "en"
) -> str:
    """The report in one of `FORMATS`.

    Args:
        report: what to show.
        name: of the format.
        width: columns of the terminal.
        color: whether the terminal shows colours.
        language: of a verdict in `terminal`, and of `html`: `en`, `ru` or `kk`; the other formats
            are in English.
    """
    if name == HTML:
        from reuse_guard.reports.html import render_html  # noqa: PLC0415 - seldom asked for

        return render_html(report, language=language)
    if name != TERMINAL:
        return FOR_PROGRAMS[name](report)
    if report.verdict is None:
        return render_overview(report, width=width, color=color)
    from reuse_guard.reports.terminal import render_terminal  # noqa: PLC0415 - rich is slow to load

    return render_terminal(report.verdict, width=width, color=color, language=language)
