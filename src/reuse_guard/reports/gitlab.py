"""GitLab Code Quality: the JSON that merge requests show as a list and beside the lines."""

from __future__ import annotations

import json
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from reuse_guard.reports.escape import line
from reuse_guard.reports.findings import Finding, Level, find

if TYPE_CHECKING:
    from reuse_guard.reports.report import Report

SEVERITIES = {Level.ERROR: "major", Level.WARNING: "minor"}


def render_gitlab(report: Report) -> str:
    """The report as Code Quality JSON; what is set aside is for information."""
    return (
        json.dumps([_issue(finding) for finding in find(report)], indent=2, ensure_ascii=False)
        + "\n"
    )


def _issue(finding: Finding) -> dict[str, Any]:
    return {
        "description": line(finding.message),
        "check_name": f"{finding.rule.id}-{finding.rule.kind}",
        "fingerprint": finding.fingerprint,
        "severity": "info" if finding.exemption else SEVERITIES[finding.level],
        "location": {
            "path": line(PurePath(finding.path).as_posix()),
            "lines": {"begin": finding.lines.first, "end": finding.lines.last},
        },
    }
