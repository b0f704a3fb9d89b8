"""From clauses to one outcome, and from a policy to the rule that applies."""

from __future__ import annotations

import re
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from tests.verdict.build import facts_of, link, policy_of

from reuse_guard.measure.readings import PossibleShare
from reuse_guard.policy import CreditDuty, Declared, Limit, LinkDuty, Policy, Rule, When
from reuse_guard.policy.conditions import Use
from reuse_guard.share import Share
from reuse_guard.verdict.choose import Choice, choose_rules
from reuse_guard.verdict.engine import decide, judge, judge_choice
from reuse_guard.verdict.model import Clause, Outcome, Status
from reuse_guard.verdict.outcome import OUTCOMES
from reuse_guard.verdict.wholeness import use_of

OUTCOMES_PAGE = Path(__file__).parents[2] / "docs" / "reference" / "outcomes.md"


def clause_of(status: Status) -> Clause:
    return Clause("x", status, None, None, "")


def subsets() -> list[tuple[Status, ...]]:
    return [chosen for size in range(6) for chosen in combinations(Status, size)]


@pytest.mark.parametrize("statuses", subsets(), ids=lambda s: "+".join(s) or "none")
def test_the_outcome_follows_the_table(statuses: tuple[Status, ...]) -> None:
    expected = next(o for status, o in OUTCOMES if status is None or status in statuses)
    assert decide(map(clause_of, statuses)) is expected


def test_the_table_is_the_one_in_the_documentation() -> None:
    rows = re.findall(r"^\| (.+?) \| \*(\w+)\* \|$", OUTCOMES_PAGE.read_text("utf-8"), re.MULTILINE)
    expected = [
        (f"any is *{status}*" if status else "none of these", outcome.value)
        for status, outcome in OUTCOMES
    ]
    assert rows == [(text.replace("_", " "), outcome) for text, outcome in expected]


def test_clauses_are_numbered_within_their_kind() -> None:
    rule = Rule(
        limits=[Limit(max=1), Limit(max="10%")], links=[LinkDuty(), LinkDuty()], edits="none"
    )
    facts = facts_of(links=((link(),), ()))
    clauses = judge(facts, policy_of(rule), rule)
    assert [(clause.id, clause.status) for clause in clauses] == [
        ("limit", "met"),
        ("limit-2", "met"),
        ("link", "met"),
        ("link-2", "violated"),
        ("edits", "met"),
    ]


# --- which rule ----------------------------------------------------------------
def chosen(
    *whens: dict[str, Any],
    use: Use | None = Use.EXCERPT,
    marked: bool | None = False,
    **declared: Any,  # noqa: ANN401
) -> tuple[list[int], tuple[str, ...], bool]:
    rules = [Rule(when=When(**when), edits="none") for when in whens]
    policy = Policy(id="p", name="P", rules=rules)
    choice = choose_rules(policy, Declared(**declared), use, lambda _: marked)
    return (
        [policy.rules.index(rule) for rule in choice.rules],
        choice.undeclared,
        choice.is_complete,
    )


def test_the_first_rule_that_fits_applies() -> None:
    assert chosen({"genre": "news"}, {"use": "excerpt"}, {}, genre="News") == ([0], (), True)
    assert chosen({"genre": "news"}, {"use": "excerpt"}, {}, genre="opinion") == ([1], (), True)
    assert chosen({"use": "full"}, {}, use=Use.FULL) == ([0], (), True)
    assert chosen({"use": "full"}, {}) == ([1], (), True)
    assert chosen({"use": "full"}, {}, use=None) == ([0, 1], ("use",), True)


@pytest.mark.parametrize("name", ["genre", "section", "medium"])
def test_one_of_several_values_fits(name: str) -> None:
    declared: dict[str, Any] = {name: "y"}
    other: dict[str, Any] = {name: "z"}
    assert chosen({name: ["x", "Y"]}, {}, **declared) == ([0], (), True)
    assert chosen({name: ["x", "Y"]}, {}, **other) == ([1], (), True)
    assert chosen({name: ["x", "Y"]}, {}) == ([0, 1], (name,), True)


def test_every_key_has_to_fit() -> None:
    when = {"genre": "news", "medium": "web"}
    assert chosen(when, {}, genre="news", medium="print") == ([1], (), True)
    assert chosen(when, {}, medium="print") == ([1], (), True)
    assert chosen(when, {}, medium="web") == ([0, 1], ("genre",), True)


def test_a_marker_fits_where_it_stands() -> None:
    assert chosen({"marker": "free"}, {}, marked=True) == ([0], (), True)
    assert chosen({"marker": "free"}, {}) == ([1], (), True)
    assert chosen({"marker": "free"}, {}, marked=None) == ([0, 1], ("marker",), True)


def test_what_is_declared_of_a_marker_counts_for_more_than_the_page() -> None:
    assert chosen({"marker": "free"}, {}, marked=True, marker=False) == ([1], (), True)
    assert chosen({"marker": "free"}, {}, marked=None, marker=True) == ([0], (), True)


def test_without_a_rule_that_fits_for_certain_none_may() -> None:
    assert chosen({"genre": "news"}) == ([0], ("genre",), False)
    assert chosen({"genre": "news"}, genre="opinion") == ([], (), False)


@pytest.mark.parametrize(("copied", "use"), [(899, Use.EXCERPT), (900, Use.FULL)])
def test_the_use_is_measured_where_it_is_not_declared(copied: int, use: Use) -> None:
    assert use_of(Declared(), Share(copied, 1000)) is use
    assert use_of(Declared(use="full"), Share(1, 1000)) is Use.FULL


@pytest.mark.parametrize(
    ("least", "most", "use"),
    [(800, 899, Use.EXCERPT), (800, 900, None), (900, 950, Use.FULL)],
)
def test_the_use_is_known_where_every_reading_agrees(
    least: int, most: int, use: Use | None
) -> None:
    possible = PossibleShare(Share(least, 1000), Share(most, 1000))
    assert use_of(Declared(), Share(most, 1000), possible) is use
    assert use_of(Declared(use="full"), Share(most, 1000), possible) is Use.FULL


HARD, SOFT, OPEN = Rule(mode="deny"), Rule(limits=[Limit(max=1)]), Rule(attest=["ai"])


def judged(*rules: Rule, complete: bool = True) -> tuple[Outcome, list[str]]:
    choice = Choice(rules, ("genre",), is_complete=complete)
    clauses = judge_choice(policy_of(), choice, [facts_of() for _ in rules])
    return decide(clauses), [clause.id for clause in clauses]


def test_a_certain_rule_is_judged_alone() -> None:
    assert judged(HARD) == (Outcome.VIOLATION, ["mode"])
    assert judged(SOFT) == (Outcome.ALLOWED, ["limit"])


def test_rules_that_agree_need_no_declaration() -> None:
    assert judged(HARD, HARD) == (Outcome.VIOLATION, ["mode"])
    assert judged(SOFT, SOFT) == (Outcome.ALLOWED, ["limit"])


def test_of_rules_that_agree_the_first_is_shown() -> None:
    whole = Rule(min_share="1%")
    assert judged(whole, SOFT) == (Outcome.ALLOWED, ["whole"])
    assert judged(SOFT, whole) == (Outcome.ALLOWED, ["limit"])


@pytest.mark.parametrize("rules", [(HARD, SOFT), (SOFT, HARD)])
def test_rules_that_disagree_ask_for_a_declaration(rules: tuple[Rule, ...]) -> None:
    assert judged(*rules) == (Outcome.REVIEW, ["limit", "when"])


@pytest.mark.parametrize("rules", [(HARD, OPEN), (OPEN, HARD)])
def test_the_mildest_of_rules_that_disagree_is_shown(rules: tuple[Rule, ...]) -> None:
    assert judged(*rules) == (Outcome.REVIEW, ["attest-ai", "when"])


def test_no_rule_for_a_use_is_a_matter_for_a_person() -> None:
    choice = Choice((), (), is_complete=False)
    (clause,) = judge_choice(policy_of(), choice, [])
    assert clause.status == "unverifiable"
    assert clause.message == (
        "None of the policy's rules is for this use. Ask The Courier for permission."
    )
    assert judged(SOFT, complete=False) == (Outcome.REVIEW, ["limit", "when"])
    assert judged(HARD, complete=False) == (Outcome.REVIEW, ["when", "when"])


def test_what_to_declare_is_named() -> None:
    choice = Choice((HARD, SOFT), ("genre", "medium"), is_complete=True)
    clauses = judge_choice(policy_of(), choice, [facts_of(), facts_of()])
    assert clauses[-1].message == (
        "Which of the policy's rules applies depends on what is not declared: genre, medium."
        " Declare it."
    )


@pytest.mark.parametrize(
    "rule", [Rule(links=[LinkDuty()]), Rule(credits=[CreditDuty(template="A")])]
)
def test_facts_that_were_gathered_for_another_rule_are_refused(rule: Rule) -> None:
    with pytest.raises(ValueError, match="zip"):
        judge(facts_of(), policy_of(rule), rule)


def test_facts_that_were_not_gathered_for_every_rule_are_refused() -> None:
    choice = Choice((HARD, SOFT), (), is_complete=True)
    for given in ([facts_of()], [facts_of()] * 3):
        with pytest.raises(ValueError, match="zip"):
            judge_choice(policy_of(), choice, given)
