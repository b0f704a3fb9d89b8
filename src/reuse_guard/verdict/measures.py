"""One limit held against the facts, and why it may come out otherwise."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from typing import TYPE_CHECKING, TypeAlias

from reuse_guard.frozen import kept
from reuse_guard.policy.limits import Base, Limit, Select, Unit
from reuse_guard.verdict import limit_phrases as phrases
from reuse_guard.verdict.model import Status

if TYPE_CHECKING:
    from reuse_guard.locale import Phrase
    from reuse_guard.measure.amounts import Amount
    from reuse_guard.measure.facts import Facts

# The share's own margin: the largest mean error over the disguises and edits of the share
# evaluation (see docs/explanation/share.md). Nearer to the limit than this is borderline.
MARGIN = Fraction(1, 100)
_LETTERS = 8  # of a word and the space after it, at most in the mean


# How a limit fared, why, and the grant that decided.
Judged: TypeAlias = "tuple[Status, tuple[Phrase, ...], str | None]"


@dataclass(frozen=True)
class Measure:
    """One limit held against the facts, in whole units.

    Attributes:
        used: units copied; for a leading limit the place of the last one.
        total: units there are.
        limit: the most that may be used.
        sure: the same as `used`, without what may be there by chance; None where that is nothing.
    """

    used: int
    total: int
    limit: Limit
    sure: int | None = None

    @kept
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
    def may_be_chance(self) -> bool:
        """Whether more was copied than allowed only if nothing is alike by chance."""
        if self.sure is None:
            return False
        return self.exceeded and not replace(self, used=self.sure, sure=None).exceeded

    @property
    def allowed(self) -> int:
        """The most units that keep the limit."""
        return int(self.limit.max * self.total if self.limit.is_ratio else self.limit.max)

    @kept
    def borderline(self) -> bool:
        """Whether the measurement's own margin reaches over the limit."""
        if not self.used or self.limit.counted not in phrases.FINE:
            return False
        margin = MARGIN if self.limit.is_ratio else MARGIN * self.total
        return abs(self.value - self.limit.max) <= margin


def measure(facts: Facts, limit: Limit) -> Measure:
    """The quantity that a limit is about."""
    return held(_amount(facts, limit), limit)


def held(amount: Amount, limit: Limit) -> Measure:
    """An amount as the limit sees it."""
    if limit.select is Select.LEADING:
        return Measure(amount.reach, amount.total, limit, amount.sure_reach)
    return Measure(amount.copied, amount.total, limit)


def _amount(facts: Facts, limit: Limit) -> Amount:
    side = facts.of_candidate if limit.of is Base.CANDIDATE else facts.of_original
    return side.of(limit.unit)


def undecided(found: Measure, facts: Facts) -> Judged | None:
    """Where the limit is kept or not by what counts as the article; None where that is the same."""
    possible = facts.possible.get(found.limit)
    if possible is None:
        return None
    least, most = held(possible.least, found.limit), held(possible.most, found.limit)
    if found.exceeded == least.exceeded == most.exceeded:
        return None
    # Aligned anew with other blocks, a few words more or fewer may be found than before.
    values = sorted((found.value, least.value, most.value))
    said = phrases.undecided(found.limit, values[0], values[-1], possible)
    return Status.UNVERIFIABLE, (said,), None


def unread(found: Measure, facts: Facts) -> Judged | None:
    """Where the limit would be exceeded if all that was not read were copied; else None."""
    if not facts.unread:
        return None
    words = sum(unread.words for unread in facts.unread)
    size = _LETTERS if found.limit.counted is Unit.CHARACTERS else 1
    if not replace(found, used=found.used + words * size).exceeded:
        return None
    return Status.UNVERIFIABLE, tuple(map(phrases.unread, facts.unread)), None


def doubts_on(limit: Limit, facts: Facts) -> tuple[str, ...]:
    """Why the reading may be wrong on the sides that the limit needs."""
    return facts.doubts + (facts.candidate_doubts if limit.of is Base.CANDIDATE else ())
