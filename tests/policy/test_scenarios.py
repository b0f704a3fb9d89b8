"""Every preset lets through a page that keeps its terms, and names the clause that one breaks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.policy.scenario import all_scenarios, load

from reuse_guard.policy import load_policy, preset_ids

if TYPE_CHECKING:
    from tests.policy.scenario import Change, Scenario

    from reuse_guard import Verdict

SCENARIOS = [load(path) for path in all_scenarios()]
CHANGES = [
    pytest.param(scenario, change, id=f"{scenario.path.stem}: {change.outcome} {number}")
    for scenario in SCENARIOS
    for number, change in enumerate(scenario.changes, start=1)
]
DECIDING = {"violation": "violated", "review": "unverifiable"}


def deciding(verdict: Verdict) -> frozenset[str]:
    """The clauses that made the outcome what it is."""
    status = DECIDING.get(verdict.outcome)
    return frozenset(clause.id for clause in verdict.clauses if clause.status == status)


def told(verdict: Verdict) -> str:
    return "\n".join(f"{c.id} {c.status}: {c.message}" for c in verdict.clauses)


@pytest.mark.parametrize("scenario", SCENARIOS, ids=lambda scenario: scenario.path.stem)
def test_a_page_that_keeps_the_terms_is_allowed(scenario: Scenario) -> None:
    verdict = scenario.check()
    assert verdict.outcome == "allowed", told(verdict)


@pytest.mark.parametrize(("scenario", "change"), CHANGES)
def test_a_change_breaks_the_clauses_it_should_and_no_other(
    scenario: Scenario, change: Change
) -> None:
    verdict = scenario.check(scenario.changed(change))
    assert verdict.outcome == change.outcome, told(verdict)
    assert deciding(verdict) == change.clauses, told(verdict)


@pytest.mark.parametrize("policy_id", preset_ids())
def test_every_clause_of_a_preset_is_shown_broken(policy_id: str) -> None:
    own = [scenario for scenario in SCENARIOS if scenario.policy == policy_id]
    assert own, f"no scenario file for {policy_id}"
    seen = {
        clause.id
        for scenario in own
        for page in (scenario.page, *map(scenario.changed, scenario.changes))
        for clause in scenario.check(page).clauses
        if clause.status != "not_applicable"
    }
    broken = {clause for scenario in own for c in scenario.changes for clause in c.clauses}
    asked = {
        credit.template
        for r in load_policy(policy_id).rules
        for credit in r.credits
        if not credit.required
    }
    optional = {"credit-2"} if asked else set()
    assert seen - optional <= broken
