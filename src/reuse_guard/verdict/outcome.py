"""How the outcome follows from the clauses: one table, for the engine, its tests and its page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reuse_guard.verdict.model import Outcome, Status

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reuse_guard.verdict.model import Clause

# The first row whose status any clause has decides; without any such clause the last row does.
OUTCOMES: tuple[tuple[Status | None, Outcome], ...] = (
    (Status.VIOLATED, Outcome.VIOLATION),
    (Status.UNVERIFIABLE, Outcome.REVIEW),
    (None, Outcome.ALLOWED),
)

# Of conditions of which one is enough, the first status here that any of them has.
ENOUGH: tuple[Status, ...] = (
    Status.MET,
    Status.WAIVED,
    Status.UNVERIFIABLE,
    Status.VIOLATED,
)


def decide(clauses: Iterable[Clause]) -> Outcome:
    """Come to the outcome by `OUTCOMES`."""
    statuses = {clause.status for clause in clauses}
    return next(outcome for status, outcome in OUTCOMES if status is None or status in statuses)


def choose_status(statuses: Iterable[Status]) -> Status:
    """How conditions of which one is enough fared together, by `ENOUGH`."""
    there = frozenset(statuses)
    return next(status for status in ENOUGH if status in there)
