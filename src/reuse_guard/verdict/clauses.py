"""Building clauses, and the sentences that every kind of clause shares."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from reuse_guard.frozen import frozen
from reuse_guard.locale import Phrase, in_a_row, phrase_of, say
from reuse_guard.verdict.clause import Clause, Status

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reuse_guard.verdict.cures import Cure

MOST_CHARACTERS = 60  # of a quotation inside a sentence
_PART_OF_WORD = 14  # characters of a word cut in two that may go; of a longer one they stay


@frozen
class Finding:
    """How one clause fared, before it has an id and before permissions are looked at.

    Attributes:
        status: how it fared.
        said: what was found, in plain sentences.
        cures: what would mend it, each by itself.
        measured: what was found, as a number.
        limit: what is allowed or asked for, in the same unit.
        distance: how far from the limit.
        definition: what was counted or sought, and how.
        borderline: the measurement is nearer to the limit than its own margin.
        grant: id of the grant that decided.
    """

    status: Status
    said: tuple[Phrase, ...]
    cures: tuple[Cure, ...] = ()
    measured: float | int | None = None
    limit: float | int | None = None
    distance: Phrase | None = None
    definition: Phrase | None = None
    borderline: bool = False
    grant: str | None = None

    def as_clause(self, clause_id: str) -> Clause:
        """The clause as the verdict keeps it; only a violated one has cures."""
        cures = self.cures if self.status is Status.VIOLATED else ()
        return Clause(
            id=clause_id,
            status=self.status,
            measured=self.measured,
            limit=self.limit,
            message=in_english(self.said),
            cure=in_english(join_cures(cures)) or None,
            grant=self.grant,
            borderline=self.borderline,
            sentences=self.said,
            distance=self.distance,
            definition=self.definition,
            cures=cures,
        )


def in_english(sentences: Iterable[Phrase]) -> str:
    """The sentences one after another."""
    return " ".join(map(str, sentences))


def join_cures(cures: tuple[Phrase, ...]) -> tuple[Phrase, ...]:
    """The first cure, then every other one as what may be done instead."""
    return (*cures[:1], *(say("Or: {cure}", cure=cure) for cure in cures[1:]))


def guessed() -> Phrase:
    """Why what was not found may be there all the same."""
    return say(
        "How the terms word it is not known to the policy, which guesses; a person has to look."
    )


def nothing_copied() -> Finding:
    """What a clause comes to where nothing was copied."""
    said = say("Nothing was copied, so nothing is owed.")
    return Finding(Status.NOT_APPLICABLE, (said,))


def unless_by_readers(
    clauses: tuple[Clause, ...], others: tuple[Clause, ...], line: int
) -> tuple[Clause, ...]:
    """The clauses, none violated that readers' comments alone violate.

    Args:
        clauses: as judged.
        others: the same without what stands in readers' comments.
        line: of the first comment that holds a copy.
    """
    violated = {clause.id for clause in others if clause.status is Status.VIOLATED}
    said = say(
        "Text in readers' comments alone violates this (from line {line}); a person has to look.",
        line=line,
    )
    return tuple(
        replace(
            clause,
            status=Status.UNVERIFIABLE,
            message=in_english((*clause.sentences, said)),
            sentences=(*clause.sentences, said),
            cure=None,
            cures=(),
            distance=None,
        )
        if clause.status is Status.VIOLATED and clause.id not in violated
        else clause
        for clause in clauses
    )


def doubtful(doubts: Iterable[str]) -> Phrase:
    """Why a measurement may be wrong."""
    return say(
        "The text could not be read for certain: {doubts}.",
        doubts=in_a_row(tuple(map(phrase_of, doubts)), "; ", spec="s"),
    )


def shorten(text: str) -> str:
    """One line of at most `MOST_CHARACTERS`, the middle left out, between words where that can be.

    >>> shorten("The ferry between Akzhar and the right bank runs again, the harbour office said.")
    'The ferry between Akzhar ... the harbour office said.'
    """
    line = " ".join(text.split())
    if len(line) <= MOST_CHARACTERS:
        return line
    half = MOST_CHARACTERS // 2 - 2
    # With the character that follows, which is the border where it is a space.
    end = line.rfind(" ", half - _PART_OF_WORD, half + 1)
    start = line.find(" ", len(line) - half - 1, len(line) - half + _PART_OF_WORD)
    head = line[: end if end > 0 else half]
    tail = line[start + 1 :] if start > 0 else line[-half:]
    return f"{head} ... {tail}"
