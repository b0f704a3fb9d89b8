"""Judging limits: how much was copied against the most that may be."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from reuse_guard.locale import say
from reuse_guard.measure.together import OneUse, Uses
from reuse_guard.policy.limits import Base, Limit, Over, Select, Unit
from reuse_guard.policy.model import Borderline
from reuse_guard.verdict import cures
from reuse_guard.verdict import limit_phrases as phrases
from reuse_guard.verdict.clauses import Finding, doubtful, nothing_copied
from reuse_guard.verdict.measures import Judged, Measure, doubts_on, measure, undecided, unread
from reuse_guard.verdict.model import Status
from reuse_guard.verdict.permissions import down_to_grant, permission, why_no_grant

if TYPE_CHECKING:
    from fractions import Fraction

    from reuse_guard.measure.facts import Facts
    from reuse_guard.policy import Policy


def judge_limit(facts: Facts, limit: Limit, policy: Policy) -> Finding:
    """At most so much copied, unless a grant allows more."""
    if limit.over is Over.ALL:
        return _judge_together(facts, limit, policy)
    found = measure(facts, limit)
    status, reasons, grant = _judge(found, facts, policy)
    if found.borderline and status in (Status.MET, Status.VIOLATED):
        reasons = (*reasons, say("This is within the measurement's own margin of the limit."))
    return Finding(
        status=status,
        said=(phrases.measured(limit, found.used, found.total, found.allowed), *reasons),
        cures=_cures(found, facts, policy),
        measured=_number(found.value, limit),
        limit=_number(limit.part, limit),
        distance=None
        if status is Status.UNVERIFIABLE
        else phrases.distance(limit, found.allowed - found.used),
        definition=phrases.definition(limit, policy),
        borderline=found.borderline,
        grant=grant,
    )


def _judge(found: Measure, facts: Facts, policy: Policy) -> Judged:
    if facts.candidate_unread:
        return Status.UNVERIFIABLE, (facts.candidate_unread,), None
    if found.exceeded:
        return _judge_excess(found, facts, policy)
    doubts = doubts_on(found.limit, facts)
    if doubts and (found.used or facts.copied_outside):
        return Status.UNVERIFIABLE, (doubtful(doubts),), None
    open_question = undecided(found, facts) or unread(found, facts)
    if open_question:
        return permission(facts) or open_question
    return _near(found, policy) or (Status.MET, (), None)


def _judge_excess(found: Measure, facts: Facts, policy: Policy) -> Judged:
    permitted = permission(facts)
    if permitted:
        return permitted
    doubts = doubts_on(found.limit, facts)
    if doubts and not _exceeded_for_certain(found, facts):
        return Status.UNVERIFIABLE, (doubtful(doubts),), None
    return (
        undecided(found, facts)
        or _by_chance(found)
        or _near(found, policy)
        or (Status.VIOLATED, why_no_grant(facts), None)
    )


def _by_chance(found: Measure) -> Judged | None:
    """Where only a word or two past the limit, which may be anyone's, are too much."""
    if not found.may_be_chance:
        return None
    return Status.UNVERIFIABLE, (phrases.by_chance(found.limit, found.sure or 0),), None


def _near(found: Measure, policy: Policy) -> Judged | None:
    if not found.borderline or policy.borderline is not Borderline.REVIEW:
        return None
    said = say("The policy asks for a person's look so near the limit.")
    return Status.UNVERIFIABLE, (said,), None


def _exceeded_for_certain(found: Measure, facts: Facts) -> bool:
    """Whether the limit is broken even if all that a page serves were its article."""
    limit = found.limit
    if not limit.is_ratio or limit.counted is not Unit.WORDS or limit.select is Select.LEADING:
        return False
    if limit.of is Base.CANDIDATE:
        return not facts.doubts and found.used > limit.max * facts.candidate_served_words
    return not limit.max or found.used > limit.max * facts.served_words


def _cures(found: Measure, facts: Facts, policy: Policy) -> tuple[cures.Cure, ...]:
    """What would mend an exceeded limit; nothing where it is kept, as one of 100% always is."""
    if not found.exceeded:
        return ()
    return (*_removals(found, facts), cures.ask(policy))


def _removals(found: Measure, facts: Facts) -> tuple[cures.Cure, ...]:
    limit = found.limit
    unit, granted = limit.counted, _down_to_grant(facts)
    if limit.select is Select.LEADING:
        return cures.remove_after(unit, found.allowed), *granted
    excess = found.used - found.allowed
    if limit.of is not Base.CANDIDATE or not limit.is_ratio:
        removal = cures.remove(unit, excess)
        words = down_to_grant(facts)
        if unit is not Unit.WORDS or words is None:
            return removal, *granted
        return granted if words < excess else (removal,)
    # Taking a copied word out makes the whole shorter too: (used - n) / (total - n) <= max.
    shrinking = ceil((found.used - limit.max * found.total) / (1 - limit.max))
    removal = cures.remove(unit, shrinking)
    if not limit.max:
        return removal, *granted
    own = ceil(found.used / limit.max) - found.total
    return cures.add_own(unit, own), removal, *granted


def _down_to_grant(facts: Facts) -> tuple[cures.Cure, ...]:
    """What a permission for a part leaves to do, in words whatever the limit counts."""
    words = down_to_grant(facts)
    return () if words is None else (cures.remove(Unit.WORDS, words),)


def _number(value: Fraction, limit: Limit) -> float | int:
    return float(value) if limit.is_ratio else int(value)


def _judge_together(facts: Facts, limit: Limit, policy: Policy) -> Finding:
    """A limit over all candidates: of one by itself only the excess is certain."""
    if not facts.share.copied:
        return nothing_copied()
    allowed = int(limit.max)
    this = OneUse("", facts.of_original, facts.as_of, is_certain=not facts.may_be_no_use)
    uses = facts.uses or Uses((this,))
    least = uses.least(limit.counted, days=limit.days)
    used = uses.total(limit.counted, days=limit.days)
    is_certain = least > allowed
    if used is None and not is_certain:
        status, reasons, grant = permission(facts) or _without_days()
        return Finding(status, reasons, limit=allowed, grant=grant)
    used = least if used is None else used
    status, reasons, grant = _status_together(used, allowed, facts, is_certain=is_certain)
    return Finding(
        status=status,
        said=(phrases.measured_together(limit, used, allowed), *reasons),
        cures=(
            cures.remove(limit.counted, used - allowed),
            *_down_to_grant(facts),
            cures.ask(policy),
        ),
        measured=used,
        limit=allowed,
        distance=phrases.distance(limit, allowed - used),
        definition=phrases.definition(limit, policy),
        grant=grant,
    )


def _without_days() -> Judged:
    said = say(
        "The days of use are not all known, so what falls into a period cannot be seen: write into"
        " each candidate the day of its publication."
    )
    return Status.UNVERIFIABLE, (said,), None


def _status_together(used: int, allowed: int, facts: Facts, *, is_certain: bool) -> Judged:
    if used > allowed:
        permitted = permission(facts)
        if permitted or is_certain:
            return permitted or (Status.VIOLATED, why_no_grant(facts), None)
        said = say(
            "Some of the uses may be none, as they share little, or may be permitted; a person has"
            " to look."
        )
        return Status.UNVERIFIABLE, (said,), None
    if facts.uses is None:
        said = say(
            "The limit is for all uses together: scan the whole project, or check them together"
            " (check_many)."
        )
        return Status.UNVERIFIABLE, (said,), None
    return Status.MET, (), None
