"""The law of what cannot be seen: to know less never makes a clause met."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st
from tests.verdict.build import TODAY, URL, facts_of, grant, link, policy_of

from reuse_guard.backlinks import BacklinkStatus, Flaw
from reuse_guard.grants import Coverage
from reuse_guard.measure.amounts import Amount, Amounts
from reuse_guard.measure.credits import FoundCredit
from reuse_guard.measure.page import PageFacts
from reuse_guard.measure.readings import Possible
from reuse_guard.measure.together import OneUse, Uses
from reuse_guard.policy import Declared, Policy, Rule
from reuse_guard.verdict.engine import judge

if TYPE_CHECKING:
    from collections.abc import Callable

    from reuse_guard.measure.facts import Facts

RULE = Rule(
    limits=[
        {"max": "30%"},
        {"max": "20%", "of": "candidate"},
        {"max": 150, "unit": "words", "over": "all"},
        {"max": 1, "unit": "articles", "over": "all", "days": 7},
    ],
    mode="excerpt",
    edits="none",
    links=[{"min_font": 1.0}],
    credits=[{"template": "By {author}, {publisher}"}],
    page={
        "canonical": "require",
        "noindex": "require",
        "counter": "require",
        "counter_address": "count.example",
        "keep_links": True,
    },
    media="forbid",
    not_before="5 days",
    not_after="9 days",
    remove_after="5 days",
    attest=["commercial", "translation", "ai", {"about": "territory", "outside": ["US"]}],
)
BANS = RULE.model_copy(
    update={
        "page": RULE.page.model_copy(
            update={"canonical": "forbid", "noindex": "forbid", "counter": "forbid"}
        )
    }
)
days = st.integers(0, 15).map(lambda back: TODAY - timedelta(back))
said = st.booleans()


@st.composite
def all_known(draw: st.DrawFn) -> Facts:
    """Facts of a page of which everything is known."""
    copied, published = draw(st.integers(1, 1000)), draw(days)
    words = Amounts(words=Amount(copied, 1000, copied))
    taken = draw(st.sampled_from([(), (URL,)]))
    return facts_of(
        copied,
        links=(
            (link(draw(st.sampled_from(BacklinkStatus)), font=draw(st.sampled_from([0.5, 1.0]))),),
        ),
        credits=(
            FoundCredit(
                draw(st.sampled_from([(), ("{author}",)])),
                (),
                elsewhere=False,
                expected="By A, B",
                line=1,
            ),
        ),
        page=PageFacts(
            canonical=(URL,),
            names_original=draw(said),
            noindex=draw(said),
            embedded=draw(st.sampled_from([(), ("https://count.example/x",)])),
            lost_links=draw(st.sampled_from([(), (URL,)])),
            pictures=taken,
        ),
        published=published,
        candidate_published=draw(st.dates(published, TODAY)),
        declared=Declared(
            commercial=draw(said),
            translation=draw(said),
            ai=draw(said),
            pictures=bool(taken),  # who knows all does not declare what is not so
            territory=draw(st.sampled_from([("US",), ("KZ",)])),
        ),
        grants=draw(st.sampled_from([(), (grant(waives=("link", "dates", "attest", "page")),)])),
        uses=Uses((OneUse("a", words, TODAY), OneUse("b", words, draw(days)))),
    )


def _page_of_text(facts: Facts) -> Facts:
    """What front matter says of the page may be known, and nothing known to be absent."""
    if facts.page is None:
        return facts
    return replace(
        facts,
        page=replace(
            facts.page,
            is_seen=False,
            embedded=(),
            pictures=(),
            canonical=(),
            names_original=False,
            noindex=False,
        ),
    )


HIDE: dict[str, Callable[[Facts], Facts]] = {
    "page": lambda f: replace(f, page=None),
    "head of the page": _page_of_text,
    "pictures": lambda f: replace(
        f, page=replace(f.page, pictures=(), has_pictures=True) if f.page else None
    ),
    "original published": lambda f: replace(f, published=None),
    "candidate published": lambda f: replace(f, candidate_published=None),
    "declared": lambda f: replace(f, declared=Declared()),
    "address of the original": lambda f: replace(f, original_urls=(), links=((),)),
    "where the link leads": lambda f: replace(
        f, links=((link(BacklinkStatus.UNRESOLVED, Flaw.SHORTENED, font=1.0),),)
    ),
    "letters of the link": lambda f: replace(
        f, links=(tuple(replace(found, font_ratio=None) for found in f.links[0]),)
    ),
    "author": lambda f: replace(
        f, credits=(replace(f.credits[0], missing=(), unknown=("author",)),)
    ),
    "body of the original": lambda f: replace(f, doubts=("a",)),
    "body of the candidate": lambda f: replace(f, candidate_doubts=("a",)),
    "some blocks of the original": lambda f: replace(
        f,
        possible={
            limit: Possible(Amount(0, 1000, 0), Amount(1000, 1000, 1000), 9, "Read also")
            for limit in RULE.limits
        },
    ),
    "other uses": lambda f: replace(f, uses=None),
    "days of use": lambda f: replace(
        f, uses=Uses(tuple(replace(one, day=None) for one in f.uses.all)) if f.uses else None
    ),
    "whether the grant holds": lambda f: replace(
        f, grants=tuple(replace(use, coverage=Coverage.UNKNOWN) for use in f.grants)
    ),
}


def statuses(facts: Facts, policy: Policy, rule: Rule) -> dict[str, str]:
    return {clause.id: clause.status for clause in judge(facts, policy, rule)}


@given(
    all_known(),
    st.lists(st.sampled_from(sorted(HIDE)), min_size=1, unique=True),
    st.sampled_from([RULE, BANS]),
)
def test_to_know_less_never_makes_a_clause_met(facts: Facts, hidden: list[str], rule: Rule) -> None:
    policy = policy_of(rule)
    before = statuses(facts, policy, rule)
    for name in hidden:
        facts = HIDE[name](facts)
        after = statuses(facts, policy, rule)
        for clause_id, status in after.items():
            if before[clause_id] in {"violated", "unverifiable"}:
                assert status not in {"met", "waived"}, f"{clause_id} without {name}"
        before = after
