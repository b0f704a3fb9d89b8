"""A verdict as one page, and a scan as an overview with a page for each of its verdicts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reuse_guard.locale import say
from reuse_guard.reports.html.markup import section, told
from reuse_guard.reports.html.project import project_page
from reuse_guard.reports.html.shell import page
from reuse_guard.reports.html.summary import clauses_section, heading, share_section
from reuse_guard.reports.html.tables import (
    documents_section,
    grants_section,
    links_section,
    notes_section,
    passages_section,
)
from reuse_guard.reports.html.texts import side_by_side
from reuse_guard.reports.labels import outcome_word

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reuse_guard.reports.report import Report
    from reuse_guard.verdict.model import Verdict


def render_html(report: Report, *, language: str = "en", singles: str | None = None) -> str:
    """The report as one HTML file.

    Args:
        report: of a check or of a scan.
        language: of the interface: `en`, `ru` or `kk`.
        singles: folder of the pages of `render_singles`, as the overview is to link to it; None
            where there are none.
    """
    if report.verdict is None:
        return project_page(report, language, singles)
    return verdict_page(report.verdict, language)


def render_singles(report: Report, *, language: str = "en") -> Iterator[tuple[str, str]]:
    """A file name and a page for each verdict of a scan, as the overview links to them."""
    for number, judged in enumerate(report.judged, 1):
        yield f"{number}.html", verdict_page(judged.verdict, language)


def verdict_page(verdict: Verdict, language: str) -> str:
    """The page of one verdict."""
    body = (
        heading(verdict, language)
        + f'<main data-passages="{len(verdict.passages)}">\n'
        + share_section(verdict, language)
        + clauses_section(verdict, language)
        + notes_section(verdict, language)
        + _texts(verdict, language)
        + passages_section(verdict, language)
        + links_section(verdict, language)
        + grants_section(verdict, language)
        + documents_section(verdict, language)
        + "</main>\n"
    )
    name = verdict.candidate.title or verdict.candidate.source
    outcome = outcome_word(verdict.outcome).render(language)
    return page(f"{outcome.upper()}: {name}", body, language)


def _texts(verdict: Verdict, language: str) -> str:
    body = _legend(verdict, language) + _steps(language) + side_by_side(verdict, language)
    return section("texts", told(say("Both texts, side by side"), language), body)


def _legend(verdict: Verdict, language: str) -> str:
    samples = [
        ('<mark class="k0 verbatim">', "</mark>", say("copied word for word")),
        ('<mark class="k0 edited">', "</mark>", say("copied in an edited passage")),
        ('<span class="k0 edited">', "</span>", say("changed inside a passage")),
        ('<mark class="k0 reworded">', "</mark>", say("reworded: reported, not counted")),
        ('<span class="unseen">', "</span>", say("hidden from readers")),
    ]
    if verdict.quoted:
        samples.append(('<span class="quoted">', "</span>", say("quoted speech")))
    if verdict.common:
        samples.append(('<span class="common">', "</span>", say("from a common source")))
    listed = "".join(
        f"<li>{before}{told(name, language)}{after}</li>\n" for before, after, name in samples
    )
    return f'<ul class="legend">\n{listed}</ul>\n'


def _steps(language: str) -> str:
    """Buttons that a script brings to life; without it the numbers are links all the same."""
    back, on = told(say("Previous passage"), language), told(say("Next passage"), language)
    of = told(say("of"), language)
    word = told(say("Passage"), language)
    return (
        f'<div class="steps" hidden><button type="button" data-step="-1" aria-label="{back}">'
        f"← <span>{back}</span> <kbd>p</kbd></button>"
        f' <output aria-live="polite" data-word="{word}" data-of="{of}"></output>'
        f' <button type="button" data-step="1" aria-label="{on}"><span>{on}</span>'
        " <kbd>n</kbd> →</button></div>\n"
    )
