"""What grants make of a limit that is exceeded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reuse_guard.grants import Coverage, GrantUse, best_use
from reuse_guard.locale import Phrase, say
from reuse_guard.measure.readings import limit_of
from reuse_guard.schema import format_ratio
from reuse_guard.verdict.clauses import doubtful
from reuse_guard.verdict.measures import Judged, Measure, doubts_on, undecided, unread
from reuse_guard.verdict.model import Status

if TYPE_CHECKING:
    from reuse_guard.measure.facts import Facts


def _unsure(granted: Measure, facts: Facts) -> Judged | None:
    """Why it cannot be told whether a grant allows this much; None where it can."""
    doubts = doubts_on(granted.limit, facts) if granted.limit.max != 1 else ()
    if doubts:
        return Status.UNVERIFIABLE, (doubtful(doubts),), None
    return undecided(granted, facts) or unread(granted, facts)


def permission(facts: Facts) -> Judged | None:
    """What a grant makes of a limit that is exceeded; None where none allows this much."""
    use = best_use(one for one in facts.grants if _allows(one, facts))
    if use is None:
        return None
    if use.coverage is Coverage.COVERS:
        allowed = Status.WAIVED, (_allowed_by(use),), use.grant.id
        return _unsure(_granted(use, facts), facts) or allowed
    may = say("Grant {grant} may allow it: it {reason}.", grant=use.grant.id, reason=use.why)
    return Status.UNVERIFIABLE, (may,), use.grant.id


def _allows(use: GrantUse, facts: Facts) -> bool:
    """Whether the grant, where it holds, allows this much of the original, or may allow it."""
    granted = _granted(use, facts)
    return not granted.exceeded or undecided(granted, facts) is not None


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


def down_to_grant(facts: Facts) -> int | None:
    """How many copied words too many there are for the largest grant that covers the use."""
    granted = [_granted(use, facts) for use in facts.grants if use.coverage is Coverage.COVERS]
    excess = [one.used - one.allowed for one in granted if one.exceeded and one.allowed]
    return min(excess, default=None)


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
