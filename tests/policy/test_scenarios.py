"""Every preset lets through a page that keeps its terms, and names the clause that one breaks."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

import pytest
from tests.policy.scenario import all_scenarios, load

from reuse_guard.policy import load_policy, preset_ids
from reuse_guard.policy.conditions import Asked, Edits, Mode, Permission

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.policy.scenario import Change, Scenario

    from reuse_guard import Policy, Rule, Verdict

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
def test_every_clause_of_a_preset_is_shown_kept_and_broken(policy_id: str) -> None:
    shown = defaultdict(set)
    for scenario in (scenario for scenario in SCENARIOS if scenario.policy == policy_id):
        for page in (scenario.page, *map(scenario.changed, scenario.changes)):
            for clause in scenario.check(page).clauses:
                shown[clause.id].add(clause.status)
    assert shown, f"no scenario file for {policy_id}"
    wanted = as_stated(load_policy(policy_id))
    assert set(wanted) == set(shown) - {"when"}
    for clause_id, statuses in wanted.items():
        assert statuses <= shown[clause_id], clause_id


def as_stated(policy: Policy) -> dict[str, set[str]]:
    """How each clause of a policy can fare at its best and at its worst."""
    clauses: dict[str, set[str]] = {}
    for rule in policy.rules:
        clauses |= {name: {"met", "violated"} for name in _duties(rule)}
        if rule.mode is Mode.DENY:  # kept only by a page that copies nothing
            clauses["mode"] = {"not_applicable", "violated"}
        for number, credit in enumerate(rule.credits, start=1):
            if not credit.required:  # asked for and not demanded
                clauses[numbered("credit", number)] = {"met", "not_applicable"}
        clauses |= {name: {"met", "unverifiable"} for name in _for_a_person(rule)}
    return clauses


def _for_a_person(rule: Rule) -> Iterator[str]:
    """What only a person can look at where it is not met: guesses, conditions."""
    guessed = (number for number, credit in enumerate(rule.credits, start=1) if credit.guessed)
    yield from (numbered("credit", number) for number in guessed)
    yield from ["counter"] if rule.page.counter_guessed else []
    yield from (f"attest-{attest.about}" for attest in rule.attest if attest.provided)
    yield from ["any-of"] if any(one.provided for one in rule.any_of) else []


def _duties(rule: Rule) -> Iterator[str]:
    for name, stated in (("limit", rule.limits), ("link", rule.links), ("credit", rule.credits)):
        for number in range(1, len(stated) + 1):
            yield numbered(name, number)
    there = {
        "mode": rule.mode in (Mode.DENY, Mode.EXCERPT),
        "whole": rule.mode is Mode.FULL or rule.min_share is not None,
        "edits": rule.edits is Edits.NONE,
        "any-of": bool(rule.any_of),
        "canonical": rule.page.canonical is not Asked.IGNORE,
        "noindex": rule.page.noindex is not Asked.IGNORE,
        "counter": rule.page.counter is not Asked.IGNORE,
        "kept-links": rule.page.keep_links,
        "media": rule.media is Permission.FORBID,
        "third-party": bool(rule.third_party_markers),
        "not-before": rule.not_before is not None,
        "not-after": rule.not_after is not None,
        "remove-after": rule.remove_after is not None,
    }
    yield from (name for name, is_there in there.items() if is_there)
    yield from (f"attest-{attest.about}" for attest in rule.attest)


def numbered(name: str, number: int) -> str:
    return name if number == 1 else f"{name}-{number}"


def test_every_listed_publisher_says_where_and_when_its_terms_were_read() -> None:
    listed = [load_policy(name) for name in preset_ids() if load_policy(name).hosts]
    assert len(listed) >= 30
    for policy in listed:
        assert (policy.terms_url or "").startswith("https://"), policy.id
        assert policy.terms_read is not None, policy.id
