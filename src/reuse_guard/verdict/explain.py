"""A verdict told in plain words, in English, Russian or Kazakh."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reuse_guard.locale import Phrase, say
from reuse_guard.verdict.clause import Outcome, Status
from reuse_guard.verdict.clauses import join_cures

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from reuse_guard.verdict.clause import Clause, PolicyView


def explain(
    outcome: Outcome, policy: PolicyView, as_of: date, clauses: tuple[Clause, ...], language: str
) -> str:
    """What was measured and how, how far from each limit it is, and what would cure it.

    Args:
        outcome: what the clauses come to.
        policy: whose clauses they are.
        as_of: the day for which they were judged.
        clauses: every one, judged.
        language: `en`, `ru` or `kk`.

    Raises:
        UsageError: the language is none of `reuse_guard.locale.LANGUAGES`.
    """
    paragraphs = [_summary(outcome, policy, as_of), *map(_clause, clauses), _reservation()]
    rendered = [[line.render(language) for line in lines] for lines in paragraphs]
    return "\n\n".join("\n".join(lines) for lines in rendered) + "\n"


def _summary(outcome: Outcome, policy: PolicyView, as_of: date) -> list[Phrase]:
    terms = say(
        "Held against the terms of {name} (policy {policy}, version {version}) on {day}.",
        name=policy.name,
        policy=policy.id,
        version=policy.version,
        day=str(as_of),
    )
    return [outcome_name(outcome), terms]


def outcome_name(outcome: Outcome) -> Phrase:
    """What the outcome means, in one sentence."""
    return {
        Outcome.ALLOWED: say("Allowed: every clause of the terms is kept."),
        Outcome.VIOLATION: say("Violation: a clause of the terms is not kept."),
        Outcome.REVIEW: say("Review: a person has to look at what cannot be seen."),
    }[outcome]


def status_name(status: Status) -> Phrase:
    """How a clause fared, in one or two words."""
    return {
        Status.MET: say("met"),
        Status.VIOLATED: say("violated"),
        Status.WAIVED: say("waived"),
        Status.UNVERIFIABLE: say("cannot be seen"),
        Status.NOT_APPLICABLE: say("not applicable"),
    }[status]


def clause_name(clause: Clause) -> Phrase:
    """The subject of a clause, by its id."""
    kind, _, number = clause.id.rpartition("-")
    name = kind if number.isdecimal() else clause.id
    named = {
        "limit": say("How much may be copied"),
        "mode": say("Whether a part or the whole may be used"),
        "whole": say("Nothing left out"),
        "edits": say("Nothing changed"),
        "link": say("Link"),
        "credit": say("Credit"),
        "any-of": say("One of several conditions"),
        "canonical": say("Canonical address"),
        "noindex": say("Search engines"),
        "counter": say("View counter"),
        "kept-links": say("Links in the text"),
        "media": say("Pictures"),
        "third-party": say("Third parties' material"),
        "not-before": say("Earliest day"),
        "not-after": say("Latest day"),
        "remove-after": say("Day of removal"),
        "attest-commercial": say("Commercial use"),
        "attest-territory": say("Countries"),
        "attest-translation": say("Translation"),
        "attest-ai": say("Use for AI"),
        "when": say("Which rule applies"),
    }
    return named[name]


def _clause(clause: Clause) -> list[Phrase]:
    return list(_lines(clause))


def _lines(clause: Clause) -> Iterator[Phrase]:
    yield say(
        "{name} [{clause}]: {status}.",
        name=clause_name(clause),
        clause=clause.id,
        status=status_name(clause.status),
    )
    told = [*clause.sentences]
    if clause.distance is not None and clause.status is not Status.WAIVED:
        told.append(clause.distance)
    if clause.definition is not None:
        told.append(clause.definition)
    for phrase in told:
        yield say("  {sentence}", sentence=phrase)
    for cure in join_cures(clause.cures):
        yield say("  -> {sentence}", sentence=cure)


def _reservation() -> list[Phrase]:
    return [say("This is a verdict on the publisher's own terms, not legal advice.")]
