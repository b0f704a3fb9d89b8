"""Markdown for a pull-request comment or a step summary.

The first line is a mark by which a bot finds its own comment again. GitHub refuses comments over
65,536 characters, so candidates and passages past a bound are counted and not shown.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reuse_guard.policy.limits import Unit
from reuse_guard.policy.unit_names import amount_of
from reuse_guard.reports.escape import markdown, markdown_quote
from reuse_guard.reports.findings import counted_passages, describe_passage, with_item
from reuse_guard.reports.numbers import many
from reuse_guard.verdict.model import Outcome, Status

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reuse_guard.reports.report import Judged, Problem, Report
    from reuse_guard.verdict.model import Clause, QuotedPassage, Verdict

MARK = "<!-- reuse-guard -->"
# 60,000 characters leave room for what a workflow adds around.
MOST_CHARACTERS = 60_000
MOST_PASSAGES = 3
MOST_QUOTED = 400  # characters of a passage, about 65 words

SIGNS = {Outcome.ALLOWED: "✅", Outcome.VIOLATION: "❌", Outcome.REVIEW: "⚠️"}
WORDS = {
    Status.MET: "met",
    Status.VIOLATED: "**violated**",
    Status.WAIVED: "waived",
    Status.UNVERIFIABLE: "**not verifiable**",
    Status.NOT_APPLICABLE: "not applicable",
}


def render_markdown(report: Report) -> str:
    """The report as GitHub-flavoured Markdown."""
    found = "nothing checked" if report.has_nothing_checked else report.outcome
    lines = [MARK, f"### {SIGNS[report.outcome]} Republication terms: {found}", ""]
    lines += _extent(report)
    lines += [
        f"- {_problem_sign(p)} {markdown(p.path)}: {markdown(with_item(p.message, p.item))}"
        for p in report.problems
    ]
    lines += [f"- {markdown(str(note))}" for note in report.notes]
    if report.problems or report.notes:
        lines.append("")
    return "\n".join([*lines, *_bounded([_section(judged) for judged in _gravest_first(report)])])


def _problem_sign(problem: Problem) -> str:
    return SIGNS[Outcome.VIOLATION if problem.is_error else Outcome.REVIEW]


def _extent(report: Report) -> list[str]:
    if report.extent is None:
        return []
    if report.has_no_original:
        return [f"{many(report.extent.candidates, 'candidate')}, and no original is kept.", ""]
    looked_at = (
        f"{many(report.extent.candidates, 'candidate')} against"
        f" {many(report.extent.originals, 'original')}"
    )
    using = len({each.candidate for each in report.judged})
    return [f"{looked_at}; {using:,} using or naming one.", ""]


def _gravest_first(report: Report) -> list[Judged]:
    order = (Outcome.VIOLATION, Outcome.REVIEW, Outcome.ALLOWED)
    return sorted(report.judged, key=lambda judged: order.index(judged.outcome))


def _bounded(sections: list[str]) -> Iterator[str]:
    room = MOST_CHARACTERS
    for number, section in enumerate(sections):
        room -= len(section)
        if room < 0:
            left = len(sections) - number
            yield f"... and {left} more; the SARIF and JSON reports have them all.\n"
            return
        yield section


def _section(judged: Judged) -> str:
    verdict = judged.verdict
    total = amount_of(Unit.WORDS, verdict.share.total)
    share = f"{verdict.share.copied:,} of {total} ({verdict.share.ratio:.1%})"
    lines = [
        f"#### {SIGNS[judged.outcome]} {markdown(verdict.candidate.source)}{_item(judged)}",
        "",
        f"{share} of {_named(verdict)}; policy {markdown(verdict.policy.id)}"
        f" {markdown(verdict.policy.version)}, on {verdict.as_of}.",
        "",
        "| clause | result | what was found |",
        "|---|---|---|",
        *(_row(judged, clause) for clause in verdict.clauses),
        "",
        *_passages(verdict),
    ]
    return "\n".join(lines)


def _item(judged: Judged) -> str:
    return f": {markdown(judged.item)}" if judged.item else ""


def _named(verdict: Verdict) -> str:
    title = verdict.original.title or verdict.original.source
    address = verdict.original.url
    return f"{markdown(title)} ({markdown(address)})" if address else markdown(title)


def _row(judged: Judged, clause: Clause) -> str:
    found = markdown(clause.message)
    if clause.cure:
        found += f"<br>→ {markdown(clause.cure)}"
    result = WORDS[clause.status]
    if judged.exemption and clause in judged.open_clauses() and judged.is_exempt(clause):
        result += f", set aside until {judged.exemption.until}"
        found += f"<br>Reason: {markdown(judged.exemption.reason)}"
    return f"| {markdown(clause.id)} | {result} | {found} |"


def _passages(verdict: Verdict) -> Iterator[str]:
    passages = counted_passages(verdict)
    if not passages:
        return
    yield f"<details><summary>{many(len(passages), 'copied passage')}</summary>\n"
    for passage in passages[:MOST_PASSAGES]:
        first, last = passage.candidate_lines.first, passage.candidate_lines.last
        lines = f"Line {first}" if first == last else f"Lines {first} to {last}"
        yield f"{lines}: {markdown(describe_passage(passage))}\n"
        yield f"{markdown_quote(_quoted(verdict, passage))}\n"
    if len(passages) > MOST_PASSAGES:
        yield f"... and {many(len(passages) - MOST_PASSAGES, 'more passage')}.\n"
    yield "</details>\n"


def _quoted(verdict: Verdict, passage: QuotedPassage) -> str:
    span = passage.candidate
    text = verdict.candidate.text[span.start : min(span.stop, span.start + MOST_QUOTED)]
    return text if span.stop - span.start <= MOST_QUOTED else f"{text} ..."
