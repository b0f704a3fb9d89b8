"""Judging lines of credit: who wrote it, who published it, and where."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reuse_guard.locale import Phrase, say
from reuse_guard.verdict.clauses import Finding
from reuse_guard.verdict.cures import put_line
from reuse_guard.verdict.model import Status
from reuse_guard.verdict.places import place_name

if TYPE_CHECKING:
    from reuse_guard.measure.credits import FoundCredit
    from reuse_guard.policy.duties import CreditDuty


def judge_credit(duty: CreditDuty, found: FoundCredit) -> Finding:
    """A line of credit with all its parts, in the place asked for."""
    pieces = len(duty.pieces)
    definition = say(
        'Sought: words like "{line}", {place}.',
        line=duty.template,
        place=place_name(duty.where),
    )
    status, said = _judge_credit(duty, found)
    return Finding(
        status=status,
        said=said,
        cures=(put_line(found.expected, duty.where),),
        measured=pieces - len(found.missing) - len(found.unknown),
        limit=pieces,
        definition=definition,
    )


def _judge_credit(duty: CreditDuty, found: FoundCredit) -> tuple[Status, tuple[Phrase, ...]]:
    if found.missing:
        said = _what_credit_lacks(duty, found)
        if duty.required:
            return Status.VIOLATED, said
        return Status.NOT_APPLICABLE, (*said, say("The terms ask for it and do not demand it."))
    if found.unknown:
        untold = say(
            "The original does not tell its {parts}, so that part of the credit cannot be sought.",
            parts=", ".join(found.unknown),
        )
        return Status.UNVERIFIABLE, (untold,)
    return Status.MET, (say("The credit stands on line {line:n}.", line=found.line or 1),)


def _what_credit_lacks(duty: CreditDuty, found: FoundCredit) -> tuple[Phrase, ...]:
    if found.elsewhere:
        return (
            say("The credit stands in another place than {place}.", place=place_name(duty.where)),
        )
    missing = ", ".join(f'"{piece}"' for piece in found.missing)
    if len(found.missing) + len(found.unknown) == len(duty.pieces):
        return (say("No credit found."),)
    return (say("The credit lacks {missing}.", missing=missing),)
