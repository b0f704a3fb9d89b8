"""Judging conditions of which one is enough."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reuse_guard.grants.model import ClauseKind
from reuse_guard.locale import Phrase, say
from reuse_guard.verdict.clauses import Finding
from reuse_guard.verdict.credits import judge_credit
from reuse_guard.verdict.links import judge_link
from reuse_guard.verdict.model import Status
from reuse_guard.verdict.outcome import choose_status
from reuse_guard.verdict.preset_texts import preset_phrase
from reuse_guard.verdict.surroundings import judge_page
from reuse_guard.verdict.waivers import waived

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reuse_guard.measure.facts import Facts
    from reuse_guard.policy import Rule


def judge_any_of(facts: Facts, rule: Rule) -> Finding:
    """At least one of the conditions; a permission that waives one of them makes up for it."""
    judged = [waived(finding, kind, facts) for kind, finding in _each(facts, rule)]
    status = choose_status(finding.status for finding in judged)
    chosen = next(finding for finding in judged if finding.status is status)
    is_kept = status in (Status.MET, Status.WAIVED)
    return Finding(
        status=status,
        said=_what_is_kept(chosen, len(judged)) if is_kept else _what_each_lacks(judged, status),
        cures=tuple(dict.fromkeys(cure for finding in judged for cure in finding.cures)),
        measured=sum(finding.status is Status.MET for finding in judged),
        limit=1,
        definition=None if is_kept else _definitions(judged),
        grant=chosen.grant,
    )


def _each(facts: Facts, rule: Rule) -> Iterator[tuple[ClauseKind, Finding]]:
    """Each condition judged by itself, with the kind of clause that a permission may waive."""
    links = iter(facts.links[len(rule.links) :])
    credited = iter(facts.credits[len(rule.credits) :])
    for one in rule.any_of:
        if one.link is not None:
            yield ClauseKind.LINK, judge_link(facts, one.link, next(links))
        if one.credit is not None:
            yield ClauseKind.CREDIT, judge_credit(one.credit, next(credited))
        if one.page is not None:
            yield from ((ClauseKind.PAGE, found) for _, found in judge_page(facts, one.page))
        if one.provided is not None:
            yield ClauseKind.ATTEST, _unseen(one.provided)


def _unseen(provided: str) -> Finding:
    said = say("A person has to check that {provided}.", provided=preset_phrase(provided))
    return Finding(Status.UNVERIFIABLE, (said,))


def _what_is_kept(chosen: Finding, count: int) -> tuple[Phrase, ...]:
    return say("Any one of {count:n} conditions is enough.", count=count), *chosen.said


def _what_each_lacks(judged: list[Finding], status: Status) -> tuple[Phrase, ...]:
    first = (
        say("Any one of {count:n} conditions is enough; none is kept.", count=len(judged))
        if status is Status.VIOLATED
        else say(
            "Any one of {count:n} conditions is enough; none is kept for certain.",
            count=len(judged),
        )
    )
    each = (
        say("({number:n}) {sentence}", number=number, sentence=_joined(finding.said))
        for number, finding in enumerate(judged, start=1)
    )
    return first, *each


def _definitions(judged: list[Finding]) -> Phrase | None:
    stated = tuple(finding.definition for finding in judged if finding.definition is not None)
    return _joined(stated) if stated else None


def _joined(sentences: tuple[Phrase, ...]) -> Phrase:
    """Sentences as one value."""
    first, *others = sentences
    for other in others:
        first = say("{first} {second}", first=first, second=other)
    return first
