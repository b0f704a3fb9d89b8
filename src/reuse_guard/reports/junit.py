"""JUnit XML, which every CI system shows as tests: a suite a candidate, a case a clause.

A clause that is violated fails; one that cannot be verified, or is set aside, is skipped with the
reason; a candidate that cannot be read is an error.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from reuse_guard.reports.escape import xml
from reuse_guard.reports.findings import message_of, with_item
from reuse_guard.verdict.model import Status

if TYPE_CHECKING:
    from reuse_guard.reports.report import Judged, Problem, Report
    from reuse_guard.verdict.model import Clause


def render_junit(report: Report) -> str:
    """The report as JUnit XML."""
    cases = [case for judged in report.judged for case in _cases(judged)]
    cases += [_problem_case(problem) for problem in report.problems]
    cases.sort(key=lambda case: case[0])
    suites = [
        _suite(path, [text for _, text in group])
        for path, group in groupby(cases, lambda case: case[0])
    ]
    heading = f'<testsuites name="reuse-guard"{_counts([text for _, text in cases])}>'
    return "\n".join(
        ['<?xml version="1.0" encoding="UTF-8"?>', heading, *suites, "</testsuites>\n"]
    )


def _suite(path: str, cases: list[str]) -> str:
    return "\n".join(
        [f'  <testsuite name="{xml(path)}"{_counts(cases)}>', *cases, "  </testsuite>"]
    )


def _counts(cases: list[str]) -> str:
    kinds = {"failures": "<failure ", "errors": "<error ", "skipped": "<skipped "}
    counts = {name: sum(mark in case for case in cases) for name, mark in kinds.items()}
    return "".join(f' {name}="{count}"' for name, count in {"tests": len(cases), **counts}.items())


def _cases(judged: Judged) -> list[tuple[str, str]]:
    verdict = judged.verdict
    original = verdict.original.url or verdict.original.source
    return [
        (
            verdict.candidate.source,
            _case(
                verdict.candidate.source,
                with_item(f"{clause.id} of {original}", judged.item),
                _inside(judged, clause),
            ),
        )
        for clause in verdict.clauses
    ]


def _case(path: str, name: str, inside: str) -> str:
    return f'    <testcase classname="{xml(path)}" name="{xml(name)}">{inside}</testcase>'


def _inside(judged: Judged, clause: Clause) -> str:
    said = xml(message_of(clause))
    if judged.exemption and clause in judged.open_clauses() and judged.is_exempt(clause):
        aside = f"set aside until {judged.exemption.until}: {judged.exemption.reason}"
        return f'<skipped message="{xml(aside)}"/>'
    if clause.status is Status.VIOLATED:
        return f'<failure type="{xml(clause.id)}" message="{said}"/>'
    if clause.status in (Status.UNVERIFIABLE, Status.NOT_APPLICABLE):
        return f'<skipped message="{said}"/>'
    return f"<system-out>{said}</system-out>"


def _problem_case(problem: Problem) -> tuple[str, str]:
    said = xml(problem.message)
    if problem.is_error:
        inside = f'<error type="{problem.kind}" message="{said}"/>'
    else:
        inside = f'<skipped message="{said}"/>'
    return problem.path, _case(problem.path, with_item(problem.kind, problem.item), inside)
