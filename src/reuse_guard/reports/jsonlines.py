"""JSON: for one check the verdict, for a scan one object with all of them, or one a line."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from reuse_guard._version import __version__
from reuse_guard.verdict.model import SCHEMA_VERSION

if TYPE_CHECKING:
    from reuse_guard.reports.report import Judged, Problem, Report


def render_json_lines(report: Report) -> str:
    """One line for each verdict, then one for each problem.

    A verdict's line is the verdict as `--format json` prints it for one check; where findings are
    set aside, with a field `exemption` beside. A problem's line has the one field `problem`.
    """
    return "".join(f"{line}\n" for line in _lines(report))


def render_json_scan(report: Report) -> str:
    """One object: outcome, extent, `verdicts` and `problems`."""
    head = {
        "schema_version": SCHEMA_VERSION,
        "version": __version__,
        "outcome": report.outcome,
        "candidates": report.extent.candidates if report.extent else len(report.judged),
        "originals": report.extent.originals if report.extent else len(report.judged),
    }
    verdicts = ",\n".join(map(_judged, report.judged))
    problems = ",\n".join(_dumped(_problem(problem)) for problem in report.problems)
    opening = _dumped(head)[:-1]
    return f'{opening},\n"verdicts": [\n{verdicts}\n],\n"problems": [\n{problems}\n]}}\n'


def _lines(report: Report) -> list[str]:
    problems = (_dumped({"problem": _problem(problem)}) for problem in report.problems)
    return [*map(_judged, report.judged), *problems]


def _judged(judged: Judged) -> str:
    verdict = judged.verdict.model_dump_json()
    if judged.exemption is None:
        return verdict
    exemption = {
        "reason": judged.exemption.reason,
        "until": judged.exemption.until.isoformat(),
        "clauses": sorted(judged.exemption.clauses),
        "outcome": judged.outcome,
    }
    return f'{verdict[:-1]},"exemption":{_dumped(exemption)}}}'


def _problem(problem: Problem) -> dict[str, Any]:
    return {
        "kind": problem.kind,
        "path": problem.path,
        "line": problem.line,
        "message": problem.message,
    }


def _dumped(value: object) -> str:
    return json.dumps(value, ensure_ascii=True)
