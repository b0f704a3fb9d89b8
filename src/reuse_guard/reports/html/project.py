"""A scan as one page: how many candidates keep the terms, and which do not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reuse_guard.locale import say
from reuse_guard.reports.findings import with_item
from reuse_guard.reports.html.markup import section, shown, table, told
from reuse_guard.reports.html.shell import page
from reuse_guard.reports.labels import OUTCOME_SIGNS, outcome_word
from reuse_guard.reports.report import SEVERITY
from reuse_guard.verdict.explain import clause_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reuse_guard.locale import Phrase
    from reuse_guard.reports.report import Judged, Report
    from reuse_guard.verdict.model import Outcome


def project_page(report: Report, language: str, singles: str | None) -> str:
    """The overview of a scan, those that need a hand first.

    Args:
        report: of a scan.
        language: of the interface.
        singles: folder with a page for each verdict, by its number; None without links.
    """
    title = say("Reuse in this project")
    counts, outcome = report.tally(), told(outcome_word(report.outcome), language)
    notes = "".join(f"<p>{told(note, language)}</p>\n" for note in report.notes)
    tiles = "".join(_tile(outcome, counts[outcome], language) for outcome in SEVERITY)
    body = (
        f'<header class="top {report.outcome}">\n<p class="brand">reuse_guard</p>\n'
        f'<h1><span class="sign" role="img" aria-label="{outcome}">'
        f"{OUTCOME_SIGNS[report.outcome]}</span>"
        f" {told(title, language)}</h1>\n<p>{told(_extent(report), language)}</p>\n"
        f'<ul class="tiles">\n{tiles}</ul>\n{notes}</header>\n'
        f"<main>\n{_judged(report, language, singles)}{_problems(report, language)}</main>\n"
    )
    word = outcome_word(report.outcome).render(language)
    return page(f"{word.upper()}: {title.render(language)}", body, language)


def _extent(report: Report) -> Phrase:
    """How many candidates there were, those too that no tile counts."""
    extent = report.extent
    if extent and report.has_no_original:
        return say(
            "Candidates looked at: {candidates:n}. No original is kept, so nothing could be"
            " checked.",
            candidates=extent.candidates,
        )
    return say(
        "Candidates looked at: {candidates:n}. Originals they were held against: {originals:n}."
        " Neither using nor naming one: {others:n}. Not checked in full: {unchecked:n}.",
        candidates=extent.candidates if extent else len(report.judged),
        originals=extent.originals if extent else 1,
        others=report.others,
        unchecked=len(report.unchecked),
    )


def _tile(outcome: Outcome, count: int, language: str) -> str:
    name, number = told(outcome_word(outcome), language), say("{count:n}", count=count)
    return (
        f'<li class="{outcome}"><strong>{told(number, language)}</strong>'
        f' <span aria-hidden="true">{OUTCOME_SIGNS[outcome]}</span> {name}</li>\n'
    )


def _judged(report: Report, language: str, singles: str | None) -> str:
    heading = told(say("Candidates that use or name an original"), language)
    if not report.judged:
        none = told(say("There are none."), language)
        return section("texts", heading, f"<p>{none}</p>\n")
    numbered = sorted(enumerate(report.judged, 1), key=lambda each: SEVERITY.index(each[1].outcome))
    heads = (
        say("Outcome"),
        say("Candidate"),
        say("Original"),
        say("Share"),
        say("What to look at"),
    )
    rows = (
        _row(judged, language, f"{singles}/{number}.html" if singles else None)
        for number, judged in numbered
    )
    listed = table((told(head, language) for head in heads), rows, named_by="texts")
    return section("texts", heading, listed)


def _row(judged: Judged, language: str, single: str | None) -> Iterator[str]:
    verdict, outcome = judged.verdict, judged.outcome
    yield (
        f'<span class="outcome {outcome}"><span aria-hidden="true">{OUTCOME_SIGNS[outcome]}</span>'
        f" {told(outcome_word(outcome), language)}</span>"
    )
    name = f"<bdi>{shown(verdict.candidate.source)}</bdi>"
    title = f'<br><span class="source"><bdi>{shown(verdict.candidate.title or "")}</bdi></span>'
    yield (f'<a href="{shown(single)}">{name}</a>' if single else name) + title
    yield f"<bdi>{shown(verdict.original.title or verdict.original.source)}</bdi>"
    ratio = verdict.share.ratio
    share = say("{share:r}", share=f"{ratio:.1%}")
    yield (
        f'<svg class="bar small" aria-hidden="true" width="6rem" height="12"><rect class="track"'
        f' width="100%" height="12" rx="3"/><rect class="copied" width="{ratio:.2%}" height="12"'
        f' rx="3"/></svg> {told(share, language)}'
    )
    yield _to_look_at(judged, language)


def _to_look_at(judged: Judged, language: str) -> str:
    names = [
        f"<s>{told(clause_name(clause), language)}</s>"
        if judged.is_exempt(clause)
        else told(clause_name(clause), language)
        for clause in judged.open_clauses()
    ]
    grants = dict.fromkeys(clause.grant for clause in judged.verdict.clauses if clause.grant)
    names += [told(say("permission {id}", id=grant), language) for grant in grants]
    listed = ", ".join(names) or "–"
    if judged.exemption is None:
        return listed
    aside = say(
        "set aside until {day}: {reason}",
        day=str(judged.exemption.until),
        reason=judged.exemption.reason,
    )
    return f'{listed}<br><span class="source">{told(aside, language)}</span>'


def _problems(report: Report, language: str) -> str:
    if not report.problems:
        return ""
    heads = (say("Candidate"), say("Line"), say("What is wrong, and what to do"))
    rows = (
        (
            f"<bdi>{shown(each.path)}</bdi>",
            str(each.line),
            f'<span lang="en">{shown(with_item(each.message, each.item))}</span>',
        )
        for each in report.problems
    )
    heading = told(say("Not checked in full"), language)
    listed = table((told(head, language) for head in heads), rows, named_by="problems")
    return section("problems", heading, listed)
