"""GitHub workflow commands: annotations at the lines of a pull request.

GitHub shows the first ten errors and ten warnings of a step; the SARIF report has no such bound.
"""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from reuse_guard.reports.escape import workflow_data, workflow_property
from reuse_guard.reports.findings import Finding, Level, find

if TYPE_CHECKING:
    from reuse_guard.reports.report import Report


def render_github(report: Report) -> str:
    """One command a line; nothing where there is nothing to say."""
    return "".join(f"{_command(finding)}\n" for finding in find(report))


def _command(finding: Finding) -> str:
    name = "error" if finding.level is Level.ERROR else "warning"
    message = finding.brief  # all annotations of a file are shown together
    if finding.exemption:
        name = "notice"
        message = (
            f"Set aside until {finding.exemption.until}: {finding.exemption.reason}. {message}"
        )
    places = {
        "file": PurePath(finding.path).as_posix(),
        "line": str(finding.lines.first),
        "endLine": str(finding.lines.last),
        "title": f"{finding.rule.id} {finding.rule.title}",
    }
    properties = ",".join(f"{key}={workflow_property(value)}" for key, value in places.items())
    return f"::{name} {properties}::{workflow_data(message)}"
