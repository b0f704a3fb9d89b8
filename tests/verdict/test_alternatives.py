"""Conditions of which one is enough."""

from __future__ import annotations

import re
from itertools import combinations
from typing import TYPE_CHECKING, Any

import pytest
from tests.verdict.build import facts_of, grant, link, only_clause, policy_of
from tests.verdict.test_engine import OUTCOMES_PAGE

from reuse_guard.backlinks import BacklinkStatus
from reuse_guard.grants import Coverage
from reuse_guard.measure.credits import FoundCredit
from reuse_guard.measure.page import PageFacts
from reuse_guard.policy import Rule
from reuse_guard.verdict.engine import judge
from reuse_guard.verdict.outcome import ENOUGH, choose_status

if TYPE_CHECKING:
    from reuse_guard.verdict.model import Clause, Status

LINK: dict[str, dict[str, str]] = {"link": {}}
CREDIT = {"credit": {"template": "Source: The Courier"}}
CANONICAL = {"page": {"canonical": "require"}}
PHRASE = {"provided": "the set phrase is there"}

LINKED, UNLINKED = ((link(),),), ((),)
SHORTENED = ((link(BacklinkStatus.UNRESOLVED),),)
CREDITED = (FoundCredit((), (), elsewhere=False, expected="Source: The Courier", line=4),)
UNCREDITED = (
    FoundCredit(("Source: The Courier",), (), elsewhere=False, expected="Source: The Courier",
                line=None),
)  # fmt: skip
NAMED, UNNAMED = PageFacts(canonical=("x",), names_original=True), PageFacts()


def any_of(*conditions: dict[str, Any], copied: int = 100, **facts: Any) -> Clause:  # noqa: ANN401
    return only_clause(Rule(any_of=conditions), facts_of(copied, **facts))


def subsets() -> list[tuple[Status, ...]]:
    return [chosen for size in range(1, 5) for chosen in combinations(ENOUGH, size)]


@pytest.mark.parametrize("statuses", subsets(), ids="+".join)
def test_the_conditions_fare_together_as_the_table_says(statuses: tuple[Status, ...]) -> None:
    assert choose_status(statuses) is next(status for status in ENOUGH if status in statuses)


def test_the_table_of_conditions_is_the_one_in_the_documentation() -> None:
    page = OUTCOMES_PAGE.read_text("utf-8")
    rows = re.findall(r"^\| one is \*(\w+)\* \| (\w+) \|$", page, re.MULTILINE)
    assert rows == [(status.value, status.value) for status in ENOUGH]


@pytest.mark.parametrize(
    ("links", "credited", "page", "told"),
    [
        (LINKED, UNCREDITED, UNNAMED, "The link on line 7 leads there."),
        (UNLINKED, CREDITED, UNNAMED, "The credit stands on line 4."),
        (UNLINKED, UNCREDITED, NAMED, "The page's canonical tag names the original."),
        (LINKED, CREDITED, NAMED, "The link on line 7 leads there."),
    ],
)
def test_any_one_condition_is_enough(
    links: Any,  # noqa: ANN401
    credited: Any,  # noqa: ANN401
    page: PageFacts,
    told: str,
) -> None:
    clause = any_of(LINK, CREDIT, CANONICAL, links=links, credits=credited, page=page)
    assert clause.id == "any-of"
    assert clause.status == "met"
    assert clause.message == f"Any one of 3 conditions is enough. {told}"
    assert clause.definition is None
    assert clause.cures == ()


def test_how_many_conditions_are_kept_is_measured() -> None:
    both = any_of(LINK, CREDIT, CANONICAL, links=LINKED, credits=UNCREDITED, page=NAMED)
    none = any_of(LINK, CANONICAL, links=UNLINKED, page=UNNAMED)
    assert [(clause.measured, clause.limit) for clause in (both, none)] == [(2, 1), (0, 1)]


def test_where_no_condition_is_kept_each_is_told_with_its_cure() -> None:
    clause = any_of(LINK, CREDIT, CANONICAL, links=UNLINKED, credits=UNCREDITED, page=UNNAMED)
    assert clause.status == "violated"
    assert clause.message == (
        "Any one of 3 conditions is enough; none is kept."
        " (1) No hyperlink to the original article found. (2) No credit found."
        " (3) The page has no canonical tag."
    )
    assert str(clause.definition) == (
        "Sought: a link that a reader sees and can click, to the original article, anywhere in the"
        ' text. Sought: words like "Source: The Courier", anywhere in the text.'
    )
    assert [str(cure)[:20] for cure in clause.cures] == [
        "Put a visible link t", 'Put the line "Source', 'Put <link rel="canon',
    ]  # fmt: skip


def test_of_two_links_either_is_enough_and_a_common_cure_is_told_once() -> None:
    lead, end = {"link": {"where": "lead"}}, {"link": {"where": "end"}}
    at_the_end = (link(paragraph=9, sentence=30, last=True),)
    assert any_of(lead, end, links=((), at_the_end)).status == "met"
    assert any_of(lead, end, links=(at_the_end, ())).status == "violated"
    assert len(any_of(LINK, LINK, links=((), ())).cures) == 1


def test_what_cannot_be_seen_leaves_a_condition_open() -> None:
    clause = any_of(LINK, CANONICAL, links=SHORTENED, page=UNNAMED)
    assert clause.status == "unverifiable"
    assert clause.message.startswith(
        "Any one of 2 conditions is enough; none is kept for certain. (1) "
    )
    assert any_of(LINK, CANONICAL, links=SHORTENED, page=NAMED).status == "met"


def test_what_only_a_person_can_tell_is_never_broken() -> None:
    clause = any_of(LINK, PHRASE, links=UNLINKED)
    assert clause.status == "unverifiable"
    assert clause.message.endswith("(2) A person has to check that the set phrase is there.")
    assert any_of(LINK, PHRASE, links=LINKED).status == "met"
    assert any_of(PHRASE, PHRASE).definition is None


@pytest.mark.parametrize("kind", ["link", "page"])
def test_a_grant_that_waives_one_condition_makes_up_for_all(kind: str) -> None:
    clause = any_of(LINK, CANONICAL, links=UNLINKED, page=UNNAMED, grants=(grant(waives=(kind,)),))
    assert clause.status == "waived"
    assert clause.grant == "letter"
    assert clause.message.endswith("Grant letter waives it: given by A to B.")


def test_a_grant_that_waives_another_kind_changes_nothing() -> None:
    clause = any_of(LINK, CREDIT, links=UNLINKED, credits=UNCREDITED, grants=(
        grant(waives=("page",)), grant(Coverage.DOES_NOT, waives=("link",)),
    ))  # fmt: skip
    assert clause.status == "violated"
    assert clause.grant is None


def test_a_grant_waives_what_a_person_would_have_to_check() -> None:
    assert any_of(PHRASE, PHRASE, grants=(grant(waives=("attest",)),)).status == "waived"


def test_demanded_links_and_credits_are_told_from_those_that_are_one_of_several() -> None:
    rule = Rule(links=[{}], credits=[{"template": "A"}], any_of=[CREDIT, LINK])
    facts = facts_of(links=((link(),), ()), credits=(*UNCREDITED, *CREDITED))
    clauses = judge(facts, policy_of(rule), rule)
    assert [(clause.id, clause.status) for clause in clauses] == [
        ("link", "met"), ("credit", "violated"), ("any-of", "met"),
    ]  # fmt: skip


def test_nothing_is_owed_where_nothing_was_copied_unless_the_terms_say_always() -> None:
    assert any_of(LINK, PHRASE, copied=0, links=UNLINKED).status == "not_applicable"
    rule = Rule(any_of=[LINK, CANONICAL])
    facts = facts_of(0, links=UNLINKED, page=UNNAMED)
    assert only_clause(rule, facts, link_when="always").status == "violated"
