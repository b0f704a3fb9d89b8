"""Judging lines of credit: who wrote it, who published it, and where."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from reuse_guard.locale import Phrase, say
from reuse_guard.policy.duties import Part, Spot
from reuse_guard.verdict.clauses import Finding, guessed
from reuse_guard.verdict.cures import put_line
from reuse_guard.verdict.flaws import perhaps_at_the_end
from reuse_guard.verdict.hiding import why_phrase
from reuse_guard.verdict.model import Status
from reuse_guard.verdict.places import place_name

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reuse_guard.measure.credits import FoundCredit
    from reuse_guard.policy.duties import CreditDuty

_AROUND_WORDS = " ,.;:|/-\N{EN DASH}\N{EM DASH}"  # marks of a template that nobody would seek


def judge_credit(duty: CreditDuty, found: FoundCredit) -> Finding:
    """A line of credit with all its parts, in the place asked for."""
    pieces = len(duty.pieces)
    definition = say(
        'Sought: words like "{line}", {place}.',
        line=found.expected,
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
    unseen = _why_open(duty, found) if duty.required else None
    if unseen:
        return Status.UNVERIFIABLE, (unseen,)
    if found.missing:
        said = _what_credit_lacks(duty, found)
        if duty.required:
            may_be_there = duty.guessed and not any(one.startswith("{") for one in found.missing)
            return _broken_or_guessed(said, may_be_there=may_be_there)
        return Status.NOT_APPLICABLE, (*said, say("The terms ask for it and do not demand it."))
    if found.perhaps:
        return Status.UNVERIFIABLE, (_perhaps(found.perhaps),)
    if found.unknown:
        untold = say(
            "The original does not tell {parts}, so that part of the credit cannot be sought.",
            parts=_listed(_part_name(Part(part)) for part in found.unknown),
        )
        return Status.UNVERIFIABLE, (untold,)
    return Status.MET, (say("The credit stands on line {line:n}.", line=found.line or 1),)


def _why_open(duty: CreditDuty, found: FoundCredit) -> Phrase | None:
    """Why what is missing may be there, and in the place asked for; None where it is not."""
    if found.may_fit and duty.where.spot is Spot.END:
        return perhaps_at_the_end(found.may_fit)
    if found.may_fit:
        return say(
            "Readers may count the sentences before the credit on line {line:n} differently (quoted"
            " speech, short words, names with a mark); a person has to look whether it stands"
            " {place}.",
            line=found.may_fit,
            place=place_name(duty.where),
        )
    if found.may_be_day:
        return say(
            "What stands on line {line:n} may be the day of publication, with the month in a"
            " language that is not known; a person has to look.",
            line=found.may_be_day,
        )
    return _why_unseen(found)


def _why_unseen(found: FoundCredit) -> Phrase | None:
    """Why what is missing may be there all the same; None where it is not."""
    if found.missing and found.hidden:
        return say(
            "The credit on line {line:n} is hidden as the copied text is ({why}); open the page and"
            " see whether it shows where the text does.",
            line=found.line or 1,
            why=why_phrase(found.hidden),
        )
    if found.may_credit:
        return say(
            "Line {line:n} names what the credit has to; a person has to look whether it says there"
            " where the text comes from.",
            line=found.may_credit,
        )
    if found.in_front_matter:
        return say(
            "The front matter names the author; whether the published page shows that cannot be"
            " seen."
        )
    if found.pictured_at:
        return say(
            "What the credit lacks is the description of the picture on line {line:n}; open the"
            " page and see whether the picture shows it.",
            line=found.pictured_at,
        )
    if found.other_version:
        return say(
            "The licence is named in version {version}; a person has to look which version the"
            " original is offered under.",
            version=found.other_version,
        )
    return None


def _broken_or_guessed(
    said: tuple[Phrase, ...], *, may_be_there: bool
) -> tuple[Status, tuple[Phrase, ...]]:
    """What the terms do not spell out may stand there in other words."""
    return (Status.UNVERIFIABLE, (*said, guessed())) if may_be_there else (Status.VIOLATED, said)


def _what_credit_lacks(duty: CreditDuty, found: FoundCredit) -> tuple[Phrase, ...]:
    if found.elsewhere:
        return (say("The credit does not stand {place}.", place=place_name(duty.where)),)
    in_copy = () if found.in_copy is None else (_named_in_copy(found.in_copy),)
    if len(found.missing) + len(found.unknown) == len(duty.pieces):
        return (say("No credit found."), *in_copy)
    lacks = say("The credit lacks {missing}.", missing=_listed(map(_piece, found.missing)))
    return lacks, *in_copy


def _named_in_copy(line: int) -> Phrase:
    return say(
        "On line {line:n} it stands in the copied text itself, is said of a picture alone, or is"
        " denied; none of that tells where the text comes from.",
        line=line,
    )


def _perhaps(name: str) -> Phrase:
    return say(
        'The original gives "{name}" where its author is named, and the candidate does not have it:'
        " it may be another author, where the author works, or an account; a person has to look.",
        name=name,
    )


def _piece(piece: str) -> Phrase:
    """A part of a template in words, or its fixed words in quotes."""
    if piece.startswith("{"):
        return _part_name(Part(piece.strip("{}")))
    return say('"{words}"', words=piece.strip(_AROUND_WORDS))


@cache
def _part_name(part: Part) -> Phrase:
    return {
        Part.TITLE: say("the original's title"),
        Part.AUTHOR: say("the author's name"),
        Part.PUBLISHER: say("the publisher's name"),
        Part.URL: say("the original's address"),
        Part.DATE: say("the day of publication"),
    }[part]


def _listed(phrases: Iterable[Phrase]) -> Phrase:
    first, *others = phrases
    for other in others:
        first = say("{first}, {second}", first=first, second=other)
    return first
