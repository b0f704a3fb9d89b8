"""Run every clause of a rule and come to one outcome."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from reuse_guard.grants.model import ClauseKind
from reuse_guard.locale import say, say_many
from reuse_guard.measure.stock import STOCK_WORDS
from reuse_guard.policy.conditions import About, Edits, Mode, Permission
from reuse_guard.policy.model import LinkWhen
from reuse_guard.verdict.alternatives import judge_any_of
from reuse_guard.verdict.clauses import Finding, doubtful, nothing_copied, shorten
from reuse_guard.verdict.credits import judge_credit
from reuse_guard.verdict.cures import ask
from reuse_guard.verdict.declarations import (
    judge_attest,
    judge_not_after,
    judge_not_before,
    judge_remove_after,
)
from reuse_guard.verdict.limit_phrases import unread
from reuse_guard.verdict.limits import judge_limit
from reuse_guard.verdict.links import judge_link
from reuse_guard.verdict.model import Clause, Status
from reuse_guard.verdict.outcome import OUTCOMES, decide
from reuse_guard.verdict.surroundings import judge_markers, judge_media, judge_page
from reuse_guard.verdict.translations import of_translation
from reuse_guard.verdict.waivers import waived
from reuse_guard.verdict.wholeness import judge_edits, judge_mode, judge_whole

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reuse_guard.locale import Phrase
    from reuse_guard.measure.facts import Facts
    from reuse_guard.policy import Policy, Rule
    from reuse_guard.verdict.choose import Choice

__all__ = ["decide", "judge", "judge_choice"]

_LINKING = frozenset({"link", "credit", "any-of"})

# A clause's name, the kind that a permission may waive (None where that is seen to), how it fared.
Judged = tuple[str, ClauseKind | None, Finding]


def judge(facts: Facts, policy: Policy, rule: Rule) -> tuple[Clause, ...]:
    """Judge every clause of the rule, in the order it states them."""
    names: Counter[str] = Counter()
    clauses = []
    for name, kind, finding in _findings(facts, policy, rule):
        names[name] += 1
        fared = finding if kind is None else waived(finding, kind, facts)
        if name == "limit":
            fared = _unless_said(fared, _why_facts(facts))
        elif not (name in _LINKING and policy.link_when is LinkWhen.ALWAYS):
            fared = _unless_said(_unless_beside(fared, facts), _why_by_chance(facts))
        clauses.append(fared.as_clause(_clause_id(name, names[name])))
    return tuple(clauses)


def _unless_beside(finding: Finding, facts: Facts) -> Finding:
    """The finding, where all that was copied may not be part of the article."""
    if finding.status is not Status.VIOLATED or facts.perhaps_copied is None:
        return finding
    said = say(
        'It cannot be told whether what was copied belongs to the article ("{text}"); a person has'
        " to look.",
        text=shorten(facts.perhaps_copied),
    )
    return replace(finding, status=Status.UNVERIFIABLE, said=(*finding.said, said))


def _unless_said(finding: Finding, why: Phrase | None) -> Finding:
    """The finding, where there is a reason why it takes a person to call it a copy."""
    if finding.status is not Status.VIOLATED or why is None:
        return finding
    return replace(finding, status=Status.UNVERIFIABLE, said=(*finding.said, why))


def _why_facts(facts: Facts) -> Phrase | None:
    """Limits give way to these alone: the facts of an event are much of a brief report of it.

    So few words that they may be stock, or quoted speech, count for a limit: of a text so short
    that they exceed one they are no chance.
    """
    if facts.may_be_form:
        return say(
            "The sentences are alike, but most numbers or names in them are others, as in reports"
            " in one form on two days; a person has to look."
        )
    if not facts.may_be_facts:
        return None
    return say_many(
        "{count:n} word stands in both texts, but never many together, as in two reports of one"
        " event; a person has to look.",
        "{count:n} words stand in both texts, but never many together, as in two reports of one"
        " event; a person has to look.",
        facts.share.copied,
    )


def _why_by_chance(facts: Facts) -> Phrase | None:
    if facts.may_be_stock:
        return say_many(
            "Only {count:n} word stands in both texts, which may be by chance; a person has to"
            " look.",
            "Only {count:n} words stand in both texts, which may be by chance; a person has to"
            " look.",
            facts.share.copied,
        )
    if facts.may_be_quoted:
        return say_many(
            "{count:n} word stands in both texts, but beside quoted speech, formulae and common"
            " sources never many together; a person has to look.",
            "{count:n} words stand in both texts, but beside quoted speech, formulae and common"
            " sources never many together; a person has to look.",
            facts.share.copied,
        )
    return _why_facts(facts)


def judge_choice(policy: Policy, choice: Choice, facts: Sequence[Facts]) -> tuple[Clause, ...]:
    """Judge by the rule that applies, or by every rule that may where that is not known.

    Where all come to one outcome, it is certain whichever applies. Where they do not, the clauses
    are those of the mildest, and a clause that cannot be seen says what to declare.

    Args:
        policy: the terms.
        choice: the rules that may apply.
        facts: for each of them, what it asks for.
    """
    judged = [judge(known, policy, rule) for rule, known in zip(choice.rules, facts, strict=True)]
    if not choice.is_complete:
        judged.append((_no_rule(policy),))
    if len({decide(clauses) for clauses in judged}) == 1:
        return judged[0]
    said = say(
        "Which of the policy's rules applies depends on what is not declared: {what}. Declare it.",
        what=", ".join(choice.undeclared),
    )
    unseen = Finding(Status.UNVERIFIABLE, (said,)).as_clause("when")
    return (*max(judged, key=_mildness), unseen)


def _no_rule(policy: Policy) -> Clause:
    said = say("None of the policy's rules is for this use.")
    return Finding(Status.UNVERIFIABLE, (said, ask(policy))).as_clause("when")


def _mildness(clauses: tuple[Clause, ...]) -> int:
    return [outcome for _, outcome in OUTCOMES].index(decide(clauses))


def _findings(facts: Facts, policy: Policy, rule: Rule) -> Iterator[Judged]:
    is_owed = policy.link_when is LinkWhen.ALWAYS or facts.share.copied > 0
    for limit in rule.limits:
        yield "limit", ClauseKind.LIMIT, judge_limit(facts, limit, policy)
    linked = tuple(zip(rule.every_link, facts.links, strict=True))
    credited = tuple(zip(rule.every_credit, facts.credits, strict=True))
    for duty, links in linked[: len(rule.links)]:
        finding = judge_link(facts, duty, links)
        yield "link", ClauseKind.LINK, finding if is_owed else _if_nothing(finding, facts)
    for credit, found in credited[: len(rule.credits)]:
        finding = judge_credit(credit, found)
        yield "credit", ClauseKind.CREDIT, finding if is_owed else _if_nothing(finding, facts)
    if rule.any_of:
        finding = judge_any_of(facts, rule)
        yield "any-of", None, finding if is_owed else _if_nothing(finding, facts)
    for name, kind, finding in _conditions(facts, policy, rule):
        bound = finding if facts.share.copied else _without_text(name, finding, facts)
        is_asked = name == "edits" and any(a.about is About.TRANSLATION for a in rule.attest)
        told = None if is_asked else of_translation(name, finding, facts)
        yield name, kind, told or bound


def _without_text(name: str, finding: Finding, facts: Facts) -> Finding:
    """What a clause comes to where none of the text was copied: pictures may be taken alone."""
    if name != "media" or finding.status is not Status.VIOLATED:
        return _nothing(facts)
    said = say("None of the text was copied; a person has to look whether the picture may be used.")
    return replace(finding, status=Status.UNVERIFIABLE, said=(*finding.said, said))


def _if_nothing(finding: Finding, facts: Facts) -> Finding:
    """What a duty comes to where nothing was found copied: it may be done all the same."""
    nothing = _nothing(facts)
    is_done = nothing.status is Status.UNVERIFIABLE and finding.status is not Status.VIOLATED
    return finding if is_done else nothing


def _nothing(facts: Facts) -> Finding:
    """What a clause comes to where nothing of what was read as the article was found copied.

    It does not apply, unless more may have been copied than was found.
    """
    if facts.copied_outside:
        return Finding(Status.UNVERIFIABLE, (doubtful(facts.doubts),))
    if facts.candidate_unread:
        return Finding(Status.UNVERIFIABLE, (facts.candidate_unread,))
    if sum(one.words for one in facts.unread) > STOCK_WORDS:
        return Finding(Status.UNVERIFIABLE, tuple(map(unread, facts.unread)))
    return nothing_copied()


def _conditions(facts: Facts, policy: Policy, rule: Rule) -> Iterator[Judged]:
    """The clauses of a rule that bind only where something was copied."""
    yield from _on_the_text(facts, policy, rule)
    for name, finding in judge_page(facts, rule.page):
        yield name, ClauseKind.PAGE, finding
    if rule.media is Permission.FORBID:
        yield "media", ClauseKind.MEDIA, judge_media(facts, policy)
    if rule.third_party_markers:
        finding = judge_markers(facts, rule.third_party_markers, policy)
        yield "third-party", ClauseKind.THIRD_PARTY, finding
    yield from _on_days(facts, policy, rule)
    for attest in rule.attest:
        yield f"attest-{attest.about}", ClauseKind.ATTEST, judge_attest(facts, attest, policy)


def _on_the_text(facts: Facts, policy: Policy, rule: Rule) -> Iterator[Judged]:
    if rule.mode in (Mode.DENY, Mode.EXCERPT):
        yield "mode", ClauseKind.LIMIT, judge_mode(facts, rule.mode, policy)
    if rule.least_part is not None:
        finding = judge_whole(facts, rule.least_part, policy, edits=rule.edits)
        yield "whole", ClauseKind.WHOLE, finding
    if rule.edits is Edits.NONE:
        yield "edits", ClauseKind.EDITS, judge_edits(facts)


def _on_days(facts: Facts, policy: Policy, rule: Rule) -> Iterator[Judged]:
    if rule.not_before is not None:
        yield "not-before", ClauseKind.DATES, judge_not_before(facts, rule.not_before)
    if rule.not_after is not None:
        yield "not-after", ClauseKind.DATES, judge_not_after(facts, rule.not_after, policy)
    if rule.remove_after is not None:
        yield "remove-after", ClauseKind.DATES, judge_remove_after(facts, rule.remove_after)


def _clause_id(kind: str, number: int) -> str:
    """`limit` for the first of its kind, then `limit-2`, so that one clause has a plain name."""
    return kind if number == 1 else f"{kind}-{number}"
