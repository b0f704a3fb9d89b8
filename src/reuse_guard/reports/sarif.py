"""SARIF 2.1.0 (OASIS), for code scanning at GitHub, GitLab, Azure and in editors.

One result for each clause that is violated or cannot be verified. Its first location is where an
annotation belongs; other copied passages are related locations. Lines only, because the readers of
Markdown and HTML tell no columns.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from reuse_guard._version import __version__
from reuse_guard.reports.escape import line, uri
from reuse_guard.reports.findings import Finding, Level, find
from reuse_guard.reports.rules import RULES, Rule

if TYPE_CHECKING:
    from reuse_guard.reports.report import Problem, Report
    from reuse_guard.verdict.model import LineSpan

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_INDEX = {rule.id: index for index, rule in enumerate(RULES)}


def render_sarif(report: Report) -> str:
    """A SARIF log with one run."""
    run = {
        "tool": {"driver": _driver()},
        "automationDetails": {"id": "reuse-guard/"},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {"%SRCROOT%": {"description": {"text": "The folder of the run."}}},
        "invocations": [_invocation(report)],
        "results": [_result(finding) for finding in find(report)],
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, indent=2, ensure_ascii=False) + "\n"


def _driver() -> dict[str, Any]:
    return {
        "name": "reuse-guard",
        "semanticVersion": __version__,
        "rules": [_rule(rule) for rule in RULES],
    }


def _rule(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.id,
        "name": rule.name,
        "shortDescription": {"text": f"{rule.title}."},
        "fullDescription": {"text": rule.description},
        "help": {"text": f"{rule.description} The message says what would mend it."},
        "defaultConfiguration": {"level": "error"},
        "properties": {"tags": ["republication-terms"]},
    }


def _invocation(report: Report) -> dict[str, Any]:
    notes = [_notification(problem) for problem in report.problems if problem.is_error]
    is_done = not notes and not report.has_no_original
    return {"executionSuccessful": is_done, "toolExecutionNotifications": notes}


def _notification(problem: Problem) -> dict[str, Any]:
    return {
        "level": "error",
        "descriptor": {"id": problem.kind},
        "message": {"text": line(problem.message)},
        "locations": [{"physicalLocation": {"artifactLocation": _artifact(problem.path)}}],
    }


def _result(finding: Finding) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": finding.rule.id,
        "ruleIndex": _INDEX[finding.rule.id],
        "level": "error" if finding.level is Level.ERROR else "warning",
        "message": {"text": line(finding.message)},
        "locations": [_location(finding.path, finding.lines)],
        "partialFingerprints": {"reuseGuard/v1": finding.fingerprint},
    }
    if finding.related:
        result["relatedLocations"] = [
            {"id": number, **_location(finding.path, lines), "message": {"text": line(said)}}
            for number, (lines, said) in enumerate(finding.related, start=1)
        ]
    if finding.exemption:
        reason = f"{line(finding.exemption.reason)} (until {finding.exemption.until})"
        result["suppressions"] = [{"kind": "external", "justification": reason}]
    return result


def _location(path: str, lines: LineSpan) -> dict[str, Any]:
    region = {"startLine": lines.first, "endLine": lines.last}
    return {"physicalLocation": {"artifactLocation": _artifact(path), "region": region}}


def _artifact(path: str) -> dict[str, str]:
    address = uri(path)
    return {"uri": address} if ":" in address else {"uri": address, "uriBaseId": "%SRCROOT%"}
