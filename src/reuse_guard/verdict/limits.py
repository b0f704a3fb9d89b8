"""Judging limits: how much was copied against the most that may be."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from reuse_guard.grants import Coverage, GrantUse
from reuse_guard.policy.model import Base, Borderline, Limit, Policy, Unit
from reuse_guard.schema import format_ratio
from reuse_guard.verdict.model import Clause, Status

if TYPE_CHECKING:
    from reuse_guard.share import Share

    from reuse_guard.verdict.facts import Facts

# The share's own margin: the largest mean error over the disguises and edits of the share
# evaluation (see docs/explanation/share.md). Nearer to the limit than this is borderline.
MARGIN = Fraction(1, 100)


@dataclass(frozen=True, slots=True)
class Measure:
    """One limit held against the facts, in whole words.

    `copied` of `total` words against `limit`; `total` is None for an absolute count.
    """

    copied: int
    total: int | None
    limit: Limit

    @property
    def value(self) -> Fraction:
        """The measured quantity in the unit of the limit, exact."""
        if self.total is None:
            return Fraction(self.copied)
        return Fraction(self.copied, self.total) if self.total else Fraction(0)

    @property
    def exceeded(self) -> bool:
        """Whether more was copied than the limit allows; the limit itself is allowed."""
        return self.value > self.limit.max

    @property
    def allowed_words(self) -> int:
        """The most words that keep the limit."""
        whole = self.limit.max if self.total is None else self.limit.max * self.total
        return int(whole)

    @property
    def borderline(self) -> bool:
        """Whether the measurement's own margin reaches over the limit."""
        if self.total is None or not self.copied:
            return False
        return abs(self.value - self.limit.max) <= MARGIN


def judge_limit(facts: Facts, limit: Limit, policy: Policy, clause_id: str) -> Clause:
    """At most so much copied, unless a grant allows more."""
    measure = _measure(facts, limit)
    status, reason, grant = _judge(measure, facts, policy)
    cure = _cure(measure, policy) if status is Status.VIOLATED else None
    parts = [_measured_in_words(measure), reason]
    if measure.borderline and status in (Status.MET, Status.VIOLATED):
        parts.append("This is within the measurement's own margin of the limit.")
    return Clause(
        id=clause_id,
        status=status,
        measured=_number(measure.value, limit),
        limit=_number(limit.max, limit),
        message=" ".join(filter(None, parts)),
        cure=cure,
        grant=grant.grant.id if grant else None,
        borderline=measure.borderline,
    )


def _measure(facts: Facts, limit: Limit) -> Measure:
    if limit.unit is Unit.WORDS:
        return Measure(facts.share.copied, None, limit)
    share: Share = facts.share if limit.of is Base.ORIGINAL else facts.candidate_share
    return Measure(share.copied, share.total, limit)


def _judge(measure: Measure, facts: Facts, policy: Policy) -> tuple[Status, str, GrantUse | None]:
    if measure.exceeded:
        return _judge_excess(measure, facts, policy)
    if facts.doubts and measure.copied:
        return Status.UNVERIFIABLE, _doubtful(facts), None
    if measure.borderline and policy.borderline is Borderline.REVIEW:
        return Status.UNVERIFIABLE, "The policy asks for a person's look so near the limit.", None
    return Status.MET, "", None


def _judge_excess(
    measure: Measure, facts: Facts, policy: Policy
) -> tuple[Status, str, GrantUse | None]:
    enough = [use for use in facts.grants if _allows(use, measure)]
    for use in enough:
        if use.coverage is Coverage.COVERS:
            return Status.WAIVED, _cured(use), use
    for use in enough:
        if use.coverage is Coverage.UNKNOWN:
            return Status.UNVERIFIABLE, f"Grant {use.grant.id} may allow it: it {use.reason}.", use
    if facts.doubts and not _exceeded_for_certain(measure, facts):
        return Status.UNVERIFIABLE, _doubtful(facts), None
    if measure.borderline and policy.borderline is Borderline.REVIEW:
        return Status.UNVERIFIABLE, "The policy asks for a person's look so near the limit.", None
    return Status.VIOLATED, _why_no_grant(measure, facts), None


def _allows(use: GrantUse, measure: Measure) -> bool:
    """Whether the grant, where it holds, allows this much."""
    allowed = use.grant.overrides.max_share
    if allowed == 1:
        return True
    limit = measure.limit
    is_share = limit.unit is Unit.FRACTION and limit.of is Base.ORIGINAL
    return is_share and measure.value <= allowed


def _exceeded_for_certain(measure: Measure, facts: Facts) -> bool:
    """Whether the limit is broken even if everything the original serves were its body."""
    if measure.limit.of is not Base.ORIGINAL or measure.total is None:
        return False
    return measure.copied > measure.limit.max * facts.served_words


def _cured(use: GrantUse) -> str:
    allowed = use.grant.overrides.max_share
    much = "the full text" if allowed == 1 else f"up to {format_ratio(allowed)}"
    return f"Grant {use.grant.id} allows {much}: {use.reason}."


def _why_no_grant(measure: Measure, facts: Facts) -> str:
    if not facts.grants:
        return ""
    reasons = [
        f"{use.grant.id} {use.reason}"
        if use.coverage is not Coverage.COVERS
        else f"{use.grant.id} allows only {format_ratio(use.grant.overrides.max_share)}"
        for use in facts.grants
        if not (_allows(use, measure) and use.coverage is Coverage.COVERS)
    ]
    return f"No grant given covers this: {'; '.join(reasons)}."


def _doubtful(facts: Facts) -> str:
    return f"The original could not be read for certain: {'; '.join(facts.doubts)}."


def _measured_in_words(measure: Measure) -> str:
    limit = measure.limit
    if measure.total is None:
        return f"{measure.copied:,} words copied; at most {measure.allowed_words:,} may be."
    whole = "original's" if limit.of is Base.ORIGINAL else "candidate's"
    verb = "copied" if limit.of is Base.ORIGINAL else "come from the original"
    return (
        f"{measure.copied:,} of the {whole} {measure.total:,} words {verb},"
        f" {percent(measure.value, limit.max)};"
        f" at most {format_ratio(limit.max)} ({measure.allowed_words:,} words) may be."
    )


def percent(value: Fraction, limit: Fraction) -> str:
    """Print a ratio in percent with as many decimals as tell it from the limit.

    >>> percent(Fraction(402, 1000), Fraction(3, 10)), percent(Fraction(30001, 100000), Fraction(3, 10))
    ('40.2%', '30.001%')
    """
    for digits in range(1, 7):
        text = f"{float(value * 100):.{digits}f}"
        if value == limit or Fraction(text) != limit * 100:
            return f"{text}%"
    return f"{float(value * 100)}%"


def _cure(measure: Measure, policy: Policy) -> str:
    ask = policy.permission or policy.terms_url
    whom = f"; ask {policy.permission}" if policy.permission else ""
    more = "the full text needs a written permission" if ask else "more needs a permission"
    if measure.limit.of is Base.CANDIDATE and measure.total is not None:
        own = -(-measure.copied // measure.limit.max) - measure.total if measure.limit.max else None
        add = f"add {own:,} words of your own or " if own else ""
        return f"{add}copy less; {more}{whom}".capitalize() + "."
    excess = measure.copied - measure.allowed_words
    return f"Remove {excess:,} of the copied words; {more}{whom}."


def _number(value: Fraction, limit: Limit) -> float | int:
    return float(value) if limit.unit is Unit.FRACTION else int(value)
