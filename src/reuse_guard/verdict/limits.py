"""Judging limits: how much was copied against the most that may be."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cached_property
from math import ceil
from typing import TYPE_CHECKING

from reuse_guard.grants import Coverage, GrantUse
from reuse_guard.locale import Phrase, say
from reuse_guard.measure.readings import limit_of
from reuse_guard.measure.together import OneUse, Uses
from reuse_guard.policy.limits import Base, Limit, Over, Select, Unit
from reuse_guard.policy.model import Borderline
from reuse_guard.schema import format_ratio
from reuse_guard.verdict import cures
from reuse_guard.verdict import limit_phrases as phrases
from reuse_guard.verdict.clauses import Finding, doubtful, nothing_copied
from reuse_guard.verdict.model import Status

if TYPE_CHECKING:
    from reuse_guard.measure.amounts import Amount
    from reuse_guard.measure.facts import Facts
    from reuse_guard.policy import Policy

# The share's own margin: the largest mean error over the disguises and edits of the share
# evaluation (see docs/explanation/share.md). Nearer to the limit than this is borderline.
MARGIN = Fraction(1, 100)
_LETTERS = 8  # of a word and the space after it, at most in the mean
_FINE = frozenset({Unit.WORDS, Unit.CHARACTERS})


@dataclass(frozen=True)
class Measure:
    """One limit held against the facts, in whole units.

    Attributes:
        used: units copied; for a leading limit the place of the last one.
        total: units there are.
        limit: the most that may be used.
    """

    used: int
    total: int
    limit: Limit

    @cached_property
    def value(self) -> Fraction:
        """The measured quantity in the terms of the limit, exact."""
        if not self.limit.is_ratio:
            return Fraction(self.used)
        return Fraction(self.used, self.total) if self.total else Fraction(0)

    @property
    def exceeded(self) -> bool:
        """Whether more was copied than the limit allows; the limit itself is allowed."""
        return self.value > self.limit.max

    @property
    def allowed(self) -> int:
        """The most units that keep the limit."""
        return int(self.limit.max * self.total if self.limit.is_ratio else self.limit.max)

    @cached_property
    def borderline(self) -> bool:
        """Whether the measurement's own margin reaches over the limit."""
        if not self.used or self.limit.counted not in _FINE:
            return False
        margin = MARGIN if self.limit.is_ratio else MARGIN * self.total
        return abs(self.value - self.limit.max) <= margin


def measure(facts: Facts, limit: Limit) -> Measure:
    """The quantity that a limit is about."""
    return _held(_amount(facts, limit), limit)


def _held(amount: Amount, limit: Limit) -> Measure:
    used = amount.reach if limit.select is Select.LEADING else amount.copied
    return Measure(used, amount.total, limit)


def _amount(facts: Facts, limit: Limit) -> Amount:
    side = facts.of_candidate if limit.of is Base.CANDIDATE else facts.of_original
    return side.of(limit.unit)


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
        cures=_cures(found, policy),
        measured=_number(found.value, limit),
        limit=_number(limit.part, limit),
        distance=None
        if status is Status.UNVERIFIABLE
        else phrases.distance(limit, found.allowed - found.used),
        definition=phrases.definition(limit, policy),
        borderline=found.borderline,
        grant=grant,
    )


Judged = tuple[Status, tuple[Phrase, ...], str | None]


def _judge(found: Measure, facts: Facts, policy: Policy) -> Judged:
    if facts.candidate_unread:
        said = say("The candidate holds no words, so nothing can be found in it.")
        return Status.UNVERIFIABLE, (said,), None
    if found.exceeded:
        return _judge_excess(found, facts, policy)
    doubts = _doubts(found.limit, facts)
    if doubts and (found.used or facts.copied_outside):
        return Status.UNVERIFIABLE, (doubtful(doubts),), None
    undecided = _undecided(found, facts) or _unread(found, facts)
    if undecided:
        return permission(facts) or undecided
    return _near(found, policy) or (Status.MET, (), None)


def _judge_excess(found: Measure, facts: Facts, policy: Policy) -> Judged:
    permitted = permission(facts)
    if permitted:
        return permitted
    doubts = _doubts(found.limit, facts)
    if doubts and not _exceeded_for_certain(found, facts):
        return Status.UNVERIFIABLE, (doubtful(doubts),), None
    return (
        _undecided(found, facts)
        or _near(found, policy)
        or (Status.VIOLATED, why_no_grant(facts), None)
    )


def _undecided(found: Measure, facts: Facts) -> Judged | None:
    """Where the limit is kept or not by what counts as the article; None where that is the same."""
    possible = facts.possible.get(found.limit)
    if possible is None:
        return None
    least, most = _held(possible.least, found.limit), _held(possible.most, found.limit)
    if found.exceeded == least.exceeded == most.exceeded:
        return None
    # Aligned anew with other blocks, a few words more or fewer may be found than before.
    values = sorted((found.value, least.value, most.value))
    said = phrases.undecided(found.limit, values[0], values[-1], possible)
    return Status.UNVERIFIABLE, (said,), None


def _unread(found: Measure, facts: Facts) -> Judged | None:
    """Where the limit would be exceeded if all that was not read were copied; else None."""
    if not facts.unread:
        return None
    words = sum(unread.words for unread in facts.unread)
    size = _LETTERS if found.limit.counted is Unit.CHARACTERS else 1
    if not replace(found, used=found.used + words * size).exceeded:
        return None
    return Status.UNVERIFIABLE, tuple(map(phrases.unread, facts.unread)), None


def _near(found: Measure, policy: Policy) -> Judged | None:
    if not found.borderline or policy.borderline is not Borderline.REVIEW:
        return None
    said = say("The policy asks for a person's look so near the limit.")
    return Status.UNVERIFIABLE, (said,), None


def _unsure(granted: Measure, facts: Facts) -> Judged | None:
    """Why it cannot be told whether a grant allows this much; None where it can."""
    doubts = _doubts(granted.limit, facts) if granted.limit.max != 1 else ()
    if doubts:
        return Status.UNVERIFIABLE, (doubtful(doubts),), None
    return _undecided(granted, facts) or _unread(granted, facts)


def permission(facts: Facts) -> Judged | None:
    """What a grant makes of a limit that is exceeded; None where none allows this much."""
    enough = [use for use in facts.grants if _allows(use, facts)]
    for use in enough:
        if use.coverage is Coverage.COVERS:
            return _unsure(_granted(use, facts), facts) or (
                Status.WAIVED,
                (_allowed_by(use),),
                use.grant.id,
            )
    for use in enough:
        if use.coverage is Coverage.UNKNOWN:
            may = say(
                "Grant {grant} may allow it: it {reason}.",
                grant=use.grant.id,
                reason=use.why,
            )
            return Status.UNVERIFIABLE, (may,), use.grant.id
    return None


def _allows(use: GrantUse, facts: Facts) -> bool:
    """Whether the grant, where it holds, allows this much of the original, or may allow it."""
    granted = _granted(use, facts)
    return not granted.exceeded or _undecided(granted, facts) is not None


def _granted(use: GrantUse, facts: Facts) -> Measure:
    return Measure(facts.share.copied, facts.share.total, limit_of(use.grant))


def _allowed_by(use: GrantUse) -> Phrase:
    allowed = use.grant.overrides.max_share
    if allowed == 1:
        return say(
            "Grant {grant} allows the full text: {reason}.",
            grant=use.grant.id,
            reason=use.why,
        )
    return say(
        "Grant {grant} allows up to {share:r}: {reason}.",
        grant=use.grant.id,
        share=format_ratio(allowed),
        reason=use.why,
    )


def why_no_grant(facts: Facts) -> tuple[Phrase, ...]:
    """Why no grant given covers the use; nothing where none was given."""
    return tuple(
        say(
            "Grant {grant} allows only {share:r}.",
            grant=use.grant.id,
            share=format_ratio(use.grant.overrides.max_share),
        )
        if use.coverage is Coverage.COVERS
        else say(
            "Grant {grant} does not cover this: it {reason}.",
            grant=use.grant.id,
            reason=use.why,
        )
        for use in facts.grants
    )


def _doubts(limit: Limit, facts: Facts) -> tuple[str, ...]:
    """Why the reading may be wrong on the sides that the limit needs."""
    return facts.doubts + (facts.candidate_doubts if limit.of is Base.CANDIDATE else ())


def _exceeded_for_certain(found: Measure, facts: Facts) -> bool:
    """Whether the limit is broken even if all that a page serves were its article."""
    limit = found.limit
    if not limit.is_ratio or limit.counted is not Unit.WORDS or limit.select is Select.LEADING:
        return False
    if limit.of is Base.CANDIDATE:
        return not facts.doubts and found.used > limit.max * facts.candidate_served_words
    return found.used > limit.max * facts.served_words


def _cures(found: Measure, policy: Policy) -> tuple[cures.Cure, ...]:
    """What would mend an exceeded limit; nothing where it is kept, as one of 100% always is."""
    if not found.exceeded:
        return ()
    limit, asking = found.limit, cures.ask(policy)
    unit = limit.counted
    if limit.select is Select.LEADING:
        return cures.remove_after(unit, found.allowed), asking
    excess = found.used - found.allowed
    if limit.of is not Base.CANDIDATE or not limit.is_ratio:
        return cures.remove(unit, excess), asking
    # Taking a copied word out makes the whole shorter too: (used - n) / (total - n) <= max.
    shrinking = ceil((found.used - limit.max * found.total) / (1 - limit.max))
    removal = cures.remove(unit, shrinking)
    if not limit.max:
        return removal, asking
    own = ceil(found.used / limit.max) - found.total
    return cures.add_own(unit, own), removal, asking


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
        cures=(cures.remove(limit.counted, used - allowed), cures.ask(policy)),
        measured=used,
        limit=allowed,
        distance=phrases.distance(limit, allowed - used),
        definition=phrases.definition(limit, policy),
        grant=grant,
    )


def _without_days() -> Judged:
    said = say("The days of use are not all known, so what falls into a period cannot be seen.")
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
        said = say("The limit is for all uses together; check them together to see it.")
        return Status.UNVERIFIABLE, (said,), None
    return Status.MET, (), None
