"""What was decided: the outcome, the clauses with their statuses, and which policy they are of."""

from __future__ import annotations

from enum import StrEnum

from reuse_guard.frozen import frozen
from reuse_guard.locale import Phrase  # noqa: TC001 - pydantic resolves the annotations


class Outcome(StrEnum):
    """What the verdict comes to."""

    ALLOWED = "allowed"
    VIOLATION = "violation"
    REVIEW = "review"


class Status(StrEnum):
    """How one clause of the policy fared."""

    MET = "met"
    VIOLATED = "violated"
    WAIVED = "waived"
    UNVERIFIABLE = "unverifiable"
    NOT_APPLICABLE = "not_applicable"


@frozen
class Clause:
    """One condition of the policy, judged.

    Attributes:
        id: which clause; `limit`, `limit-2`, `link`, ... in the order of the policy.
        status: how it fared.
        measured: what was found, in the clause's unit (a ratio 0..1, words, links); None where
            nothing could be measured.
        limit: what the policy allows or asks for, in the same unit.
        message: one or two plain sentences for a reader who does not know the policy.
        cure: what would mend a violated clause, or None.
        grant: id of the grant that cured or waived it, or None.
        borderline: the measurement is nearer to the limit than its own margin.
        sentences: `message`, to be said in another language.
        distance: how far from the limit, or None where there is none to be far from.
        definition: what was counted or sought, and how.
        cures: `cure`, to be said in another language; each by itself would mend the clause.
    """

    id: str
    status: Status
    measured: float | int | None
    limit: float | int | None
    message: str
    cure: str | None = None
    grant: str | None = None
    borderline: bool = False
    sentences: tuple[Phrase, ...] = ()
    distance: Phrase | None = None
    definition: Phrase | None = None
    cures: tuple[Phrase, ...] = ()


@frozen
class PolicyView:
    """Which policy was judged against."""

    id: str
    name: str
    version: str
    terms_url: str | None
