"""What a run hands to the formats: verdicts, what was set aside, and what could not be checked."""

from __future__ import annotations

from collections import Counter, defaultdict
from datetime import date  # noqa: TC003 - pydantic resolves the annotations of what it holds
from enum import StrEnum
from typing import TYPE_CHECKING

from reuse_guard.expressions import expression
from reuse_guard.frozen import frozen
from reuse_guard.verdict.model import Outcome, Status
from reuse_guard.verdict.outcome import OUTCOMES, decide

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reuse_guard.locale import Phrase
    from reuse_guard.verdict.model import Clause, Verdict

_NUMBER = expression(r"-\d+$")
SEVERITY = tuple(outcome for _, outcome in OUTCOMES)  # the gravest first


def clause_kind(clause_id: str) -> str:
    """The kind of a clause, without the number of the second and later ones.

    >>> clause_kind("limit-2"), clause_kind("not-before")
    ('limit', 'not-before')
    """
    return _NUMBER.sub("", clause_id)


@frozen
class Exemption:
    """Findings that the project has set aside for a while.

    Attributes:
        reason: why, in the words of whoever set them aside.
        until: last day.
        clauses: kinds of clause it is for; empty for all.
    """

    reason: str
    until: date
    clauses: frozenset[str] = frozenset()

    def covers(self, kind: str) -> bool:
        """Whether a kind of clause is set aside."""
        return not self.clauses or kind in self.clauses


@frozen
class Judged:
    """One candidate held against one original.

    Attributes:
        verdict: what it came to.
        exemption: what of it is set aside, or None.
        item: what the candidate is called where its file holds several, else empty.
    """

    verdict: Verdict
    exemption: Exemption | None = None
    item: str = ""

    @property
    def candidate(self) -> tuple[str, str]:
        """File and item of the candidate, which may be held against several originals."""
        return self.verdict.candidate.source, self.item

    @property
    def outcome(self) -> Outcome:
        """The outcome without the clauses that are set aside."""
        return decide(c for c in self.verdict.clauses if not self.is_exempt(c))

    def is_exempt(self, clause: Clause) -> bool:
        """Whether the clause is set aside."""
        return self.exemption is not None and self.exemption.covers(clause_kind(clause.id))

    def open_clauses(self) -> tuple[Clause, ...]:
        """The clauses that are violated or cannot be verified, set aside or not."""
        statuses = (Status.VIOLATED, Status.UNVERIFIABLE)
        return tuple(clause for clause in self.verdict.clauses if clause.status in statuses)


class ProblemKind(StrEnum):
    """Why a candidate could not be checked."""

    UNREADABLE = "unreadable"
    NO_SNAPSHOT = "no-snapshot"
    ORIGINAL = "original"  # it was checked, and is the very page of an original
    DEFECT = "defect"  # of ours: it was read or judged by a step that failed


@frozen
class Problem:
    """What was not checked of a candidate, in full or against a source; or a hint what it is.

    Attributes:
        kind: why not.
        path: the candidate.
        message: the problem and its remedy.
        line: source line it concerns, counted from 1.
        exemption: why it is set aside, or None.
        item: what the candidate is called where its file holds several, else empty.
    """

    kind: ProblemKind
    path: str
    message: str
    line: int = 1
    exemption: Exemption | None = None
    item: str = ""

    @property
    def is_error(self) -> bool:
        """Whether nothing is known of the candidate, which nobody can set aside."""
        return self.kind in (ProblemKind.UNREADABLE, ProblemKind.DEFECT)


@frozen
class Extent:
    """How far a scan went.

    Attributes:
        candidates: how many were looked at, each item of a feed or an export one.
        originals: how many snapshots they were held against.
        remembered: how many results were known from an earlier run.
    """

    candidates: int
    originals: int
    remembered: int = 0


@frozen
class Report:
    """All that a run found.

    Attributes:
        judged: candidates with something to say about, in the order of their paths.
        problems: what could not be checked.
        extent: how far the scan went; None where one candidate was checked against one original.
        notes: what holds of several candidates together.
    """

    judged: tuple[Judged, ...]
    problems: tuple[Problem, ...] = ()
    extent: Extent | None = None
    notes: tuple[Phrase, ...] = ()

    @property
    def verdict(self) -> Verdict | None:
        """The one verdict of a check; None of a scan."""
        return self.judged[0].verdict if self.extent is None else None

    @property
    def outcome(self) -> Outcome:
        """The gravest of all outcomes; what was not checked in full is for review."""
        found = [each.outcome for each in self.judged]
        if self.has_no_original or any(not problem.exemption for problem in self.problems):
            found.append(Outcome.REVIEW)
        return gravest(found)

    @property
    def unchecked(self) -> frozenset[tuple[str, str]]:
        """File and item of every candidate that was not checked in full."""
        return frozenset(
            (problem.path, problem.item)
            for problem in self.problems
            if problem.kind is not ProblemKind.ORIGINAL
        )

    @property
    def others(self) -> int:
        """Candidates of a scan that have no text of an original and name none as their source."""
        candidates = self.extent.candidates if self.extent else len(self.judged)
        return max(0, candidates - len(self.unchecked | {each.candidate for each in self.judged}))

    def tally(self) -> Counter[Outcome]:
        """How many candidates came to which outcome, each by its gravest.

        One that was not checked in full is for review at least, unless that was set aside.
        """
        found: defaultdict[tuple[str, str], set[Outcome]] = defaultdict(set)
        for each in self.judged:
            found[each.candidate].add(each.outcome)
        for problem in self.problems:
            if not problem.exemption:
                found[problem.path, problem.item].add(Outcome.REVIEW)
        return Counter(map(gravest, found.values()))

    @property
    def has_no_original(self) -> bool:
        """Whether nothing was kept that the candidates of a scan could be held against."""
        return self.extent is not None and not self.extent.originals

    @property
    def has_nothing_checked(self) -> bool:
        """Whether a scan had no candidate, or nothing to hold one against."""
        return self.extent is not None and not (self.extent.candidates and self.extent.originals)

    @property
    def unreadable(self) -> tuple[Problem, ...]:
        """What could not be read at all."""
        return tuple(p for p in self.problems if p.kind is ProblemKind.UNREADABLE)

    @property
    def defects(self) -> tuple[Problem, ...]:
        """What could not be judged, by our own fault."""
        return tuple(p for p in self.problems if p.kind is ProblemKind.DEFECT)


def gravest(outcomes: Iterable[Outcome]) -> Outcome:
    """The gravest outcome; *allowed* of none."""
    return min(outcomes, key=SEVERITY.index, default=Outcome.ALLOWED)
