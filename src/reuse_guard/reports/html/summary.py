"""The top of the report: outcome, share, and every clause in plain words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reuse_guard.locale import say, say_many
from reuse_guard.reports.asides import asides, counts
from reuse_guard.reports.html.markup import address, pairs, section, shown, told
from reuse_guard.reports.labels import OUTCOME_SIGNS, STATUS_SIGNS
from reuse_guard.reports.report import clause_kind
from reuse_guard.verdict.clauses import join_cures
from reuse_guard.verdict.explain import clause_name, outcome_name, status_name
from reuse_guard.verdict.model import Status

if TYPE_CHECKING:
    from reuse_guard.verdict.model import Clause, DocumentView, Verdict

# What needs a hand comes first.
_ORDER = (
    Status.VIOLATED,
    Status.UNVERIFIABLE,
    Status.MET,
    Status.WAIVED,
    Status.NOT_APPLICABLE,
)


def heading(verdict: Verdict, language: str) -> str:
    """The outcome, and what was held against what."""
    policy = verdict.policy
    terms = say(
        "{name} (policy {policy}, version {version})",
        name=policy.name,
        policy=policy.id,
        version=policy.version,
    )
    where = f"<br>{address(policy.terms_url)}" if policy.terms_url else ""
    rows = [
        (told(say("Candidate"), language), _named(verdict.candidate)),
        (told(say("Original"), language), _named(verdict.original)),
        (told(say("Terms"), language), told(terms, language) + where),
        (told(say("Day of the check"), language), shown(verdict.as_of)),
    ]
    return (
        f'<header class="top {verdict.outcome}">\n<p class="brand">reuse_guard</p>\n'
        f'<h1><span class="sign" aria-hidden="true">{OUTCOME_SIGNS[verdict.outcome]}</span>'
        f" {told(outcome_name(verdict.outcome), language)}</h1>\n{pairs(rows)}</header>\n"
    )


def _named(document: DocumentView) -> str:
    title = f"<strong><bdi>{shown(document.title)}</bdi></strong><br>" if document.title else ""
    url = f"<br>{address(document.url)}" if document.url else ""
    return f'{title}<span class="source">{shown(document.source)}</span>{url}'


def share_section(verdict: Verdict, language: str) -> str:
    """How much was copied: the figure, the bar with the limit in it, and other ways to count."""
    share = verdict.share
    told_share = say_many(
        "{copied:n} of the original's {count:n} word is copied.",
        "{copied:n} of the original's {count:n} words are copied.",
        share.total,
        copied=share.copied,
    )
    figure = told(say("{share:r}", share=f"{share.ratio:.1%}"), language)
    of_candidate = say_many(
        "Of the candidate, {copied:n} of {count:n} word, {share:r}, comes from the original.",
        "Of the candidate, {copied:n} of {count:n} words, {share:r}, come from the original.",
        **counts(verdict.candidate_share),
    )
    others = (of_candidate, *asides(verdict))
    listed = "".join(f"<li>{told(aside, language)}</li>\n" for aside in others)
    body = (
        f'<p class="figure"><strong>{figure}</strong> {told(told_share, language)}</p>\n'
        f'{_bar(verdict, language)}<ul class="asides">\n{listed}</ul>\n'
    )
    return section("share", told(say("How much was copied"), language), body)


def _bar(verdict: Verdict, language: str) -> str:
    share, (limit, status) = verdict.share.ratio, _limit(verdict)
    alone = say("Bar: {share:r} copied.", share=f"{share:.1%}")
    marked = say(
        "Bar: {share:r} copied; the limit is {limit:r}.",
        share=f"{share:.1%}",
        limit=_percent(limit or 0),
    )
    line = ""
    if limit is not None:
        at = f"{limit:.2%}"
        anchor = "end" if limit > 0.8 else "start"  # noqa: PLR2004 - so that the words stay inside
        label = told(say("limit {limit:r}", limit=_percent(limit)), language)
        if status == Status.WAIVED:
            label += f", {told(status_name(Status.WAIVED), language)}"
        line = (
            f'<line class="limit" x1="{at}" x2="{at}" y1="0" y2="28"/>'
            f'<text x="{at}" y="44" text-anchor="{anchor}">{label}</text>'
        )
    said = told(alone if limit is None else marked, language)
    return (
        f'<svg class="bar {status}" role="img" aria-label="{said}" width="100%" height="50">'
        '<rect class="track" width="100%" height="20" y="4" rx="4"/>'
        f'<rect class="copied" width="{share:.2%}" height="20" y="4" rx="4"/>{line}</svg>\n'
    )


def _percent(ratio: float) -> str:
    """A limit as people write it: 30%, 33.3%."""
    return f"{ratio * 100:.1f}".removesuffix(".0") + "%"


def _limit(verdict: Verdict) -> tuple[float | None, str]:
    """The lowest limit of the share that a clause compared it with, and what came of that clause.

    A share over a limit that a permission waives, or may waive, is not one that is not kept.
    """
    limits = [
        (clause.limit, clause.status.value)
        for clause in verdict.clauses
        if clause_kind(clause.id) == "limit"
        and isinstance(clause.limit, float)
        and clause.measured == verdict.share.ratio
    ]
    return min(limits, default=(None, Status.MET.value))


def clauses_section(verdict: Verdict, language: str) -> str:
    """Every clause, those that need a hand first."""
    ordered = sorted(verdict.clauses, key=lambda clause: _ORDER.index(clause.status))
    body = "".join(_clause(clause, language) for clause in ordered)
    return section(
        "clauses", told(say("The terms, clause by clause"), language), f"<ul>\n{body}</ul>\n"
    )


def _clause(clause: Clause, language: str) -> str:
    said = " ".join(told(phrase, language) for phrase in clause.sentences) or shown(clause.message)
    distance = ""
    if clause.distance and clause.status is not Status.WAIVED:
        distance = f" {told(clause.distance, language)}"
    cures = "".join(
        f'<p class="cure"><span aria-hidden="true">→</span> {told(cure, language)}</p>\n'
        for cure in join_cures(clause.cures)
    )
    definition = (
        f'<p class="definition">{told(clause.definition, language)}</p>\n'
        if clause.definition
        else ""
    )
    return (
        f'<li class="clause {clause.status}"><h3><span class="sign" aria-hidden="true">'
        f"{STATUS_SIGNS[clause.status]}</span> {told(clause_name(clause), language)}"
        f' <span class="status">{told(status_name(clause.status), language)}</span>'
        f" <code>{shown(clause.id)}</code></h3>\n"
        f"<p>{said}{distance}</p>\n{cures}{definition}</li>\n"
    )
