"""Run every clause of a rule and come to one outcome.

The outcome follows from the clauses by this table, first row that fits:

| clauses | outcome |
|---|---|
| any is violated | violation |
| any is unverifiable | review |
| all are met, waived or not applicable | allowed |
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reuse_guard.verdict.limits import judge_limit
from reuse_guard.verdict.links import judge_link
from reuse_guard.verdict.model import Clause, Outcome, Status

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reuse_guard.policy import Policy, Rule
    from reuse_guard.verdict.facts import Facts


def judge(facts: Facts, policy: Policy, rule: Rule) -> tuple[Clause, ...]:
    """Judge every clause of the rule, in the order it states them."""
    limits = [
        judge_limit(facts, limit, policy, _clause_id("limit", number))
        for number, limit in enumerate(rule.limits, start=1)
    ]
    links = [
        judge_link(facts, duty, backlinks, policy, _clause_id("link", number))
        for number, (duty, backlinks) in enumerate(
            zip(rule.links, facts.links, strict=True), start=1
        )
    ]
    return (*limits, *links)


def decide(clauses: Iterable[Clause]) -> Outcome:
    """Come to the outcome by the table above."""
    statuses = {clause.status for clause in clauses}
    if Status.VIOLATED in statuses:
        return Outcome.VIOLATION
    if Status.UNVERIFIABLE in statuses:
        return Outcome.REVIEW
    return Outcome.ALLOWED


def _clause_id(kind: str, number: int) -> str:
    """`limit` for the first of its kind, then `limit-2`, so that one clause has a plain name."""
    return kind if number == 1 else f"{kind}-{number}"
