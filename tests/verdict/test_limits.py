"""Limits: exact at the boundary, in every unit, with permissions and doubts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction
from math import inf
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.verdict.build import facts_of, grant, limit_clause, number_in

from reuse_guard.documents.unread import Unread, UnreadKind
from reuse_guard.grants import Coverage
from reuse_guard.measure.amounts import NONE, Amount, Amounts
from reuse_guard.measure.readings import Possible, limit_of
from reuse_guard.measure.together import OneUse, Uses
from reuse_guard.policy import Limit
from reuse_guard.share import Share
from reuse_guard.verdict.limit_phrases import percent

THIRTY = Limit(max="30%")
AMOUNTS = Amounts(
    words=Amount(100, 1000, 400),
    characters=Amount(600, 6000, 2400),
    sentences=Amount(5, 50, 20),
    paragraphs=Amount(2, 10, 4),
)

if TYPE_CHECKING:
    from reuse_guard.measure.facts import Facts
    from reuse_guard.verdict.model import Clause


@pytest.mark.parametrize(("copied", "status"), [(299, "met"), (300, "met"), (301, "violated")])
def test_exactly_the_limit_is_allowed(copied: int, status: str) -> None:
    assert limit_clause(THIRTY, facts_of(copied)).status == status


def leading(reach: int, sure: int | None, unit: str) -> Clause:
    amount = Amount(reach, 6000, reach, sure)
    facts = facts_of(100, of_original=Amounts(words=amount, characters=amount))
    return limit_clause(Limit(max=100, unit=unit, select="leading"), facts)


@pytest.mark.parametrize("unit", ["words", "characters"])
@pytest.mark.parametrize(
    ("reach", "sure", "status"),
    [
        (100, None, "met"),
        (101, None, "violated"),
        (102, 101, "violated"),
        (102, 100, "unverifiable"),
        (100, 90, "met"),
    ],
)
def test_the_beginning_is_measured_to_the_word_as_far_as_that_is_certain(
    reach: int, sure: int | None, status: str, unit: str
) -> None:
    clause = leading(reach, sure, unit)
    assert clause.status == status
    assert ("a few words beyond may be alike by chance" in clause.message) is (
        status == "unverifiable"
    )
    assert "exact, also inside a sentence" in str(clause.definition)


@given(st.integers(0, 400), st.integers(1, 400), st.fractions(0, 1, max_denominator=50))
def test_a_ratio_is_compared_exactly(copied: int, total: int, maximum: Fraction) -> None:
    copied = min(copied, total)
    clause = limit_clause(Limit(max=maximum), facts_of(copied, total))
    assert (clause.status == "violated") is (
        copied * maximum.denominator > maximum.numerator * total
    )


@given(
    st.integers(1, 400), st.integers(1, 400), st.fractions(0, Fraction(49, 50), max_denominator=50)
)
def test_removing_as_many_words_as_the_cure_says_is_enough_and_one_less_is_not(
    copied: int, total: int, maximum: Fraction
) -> None:
    copied = min(copied, total)
    clause = limit_clause(Limit(max=maximum), facts_of(copied, total))
    if clause.status != "violated":
        return
    excess = number_in(clause.cures[0])
    assert limit_clause(Limit(max=maximum), facts_of(copied - excess, total)).status == "met"
    assert (
        limit_clause(Limit(max=maximum), facts_of(copied - excess + 1, total)).status == "violated"
    )


def of_candidate(copied: int, total: int) -> Facts:
    return facts_of(max(copied, 1), 1000, of_candidate=Amounts(words=Amount(copied, total, copied)))


@given(
    st.integers(1, 200), st.integers(1, 400), st.fractions(0, Fraction(49, 50), max_denominator=50)
)
def test_both_cures_of_a_limit_on_the_new_text_are_enough_and_not_too_much(
    copied: int, total: int, maximum: Fraction
) -> None:
    total = max(copied, total)
    limit = Limit(max=maximum, of="candidate")
    clause = limit_clause(limit, of_candidate(copied, total))
    if clause.status != "violated":
        return
    *adding, removing, _ask = clause.cures
    out = number_in(removing)
    assert limit_clause(limit, of_candidate(copied - out, total - out)).status == "met"
    assert limit_clause(limit, of_candidate(copied - out + 1, total - out + 1)).status == "violated"
    assert bool(adding) is (maximum > 0)
    for phrase in adding:
        own = number_in(dict(phrase.values)["amount"])
        assert limit_clause(limit, of_candidate(copied, total + own)).status == "met"
        assert limit_clause(limit, of_candidate(copied, total + own - 1)).status == "violated"


@pytest.mark.parametrize(
    ("limit", "measured", "message", "cure"),
    [
        (
            Limit(max="9%"),
            0.1,
            "100 of the original's 1,000 words copied, 10.0%; at most 9% (90 words) may be.",
            "Remove 10 of the copied words.",
        ),
        (
            Limit(max=99, unit="words"),
            100,
            "100 words copied; at most 99 may be.",
            "Remove 1 copied word.",
        ),
        (
            Limit(max="5%", unit="characters", of="original"),
            0.1,
            "600 of the original's 6,000 characters copied, 10.0%; at most 5% (300 characters)"
            " may be.",
            "Remove copied words of at least 300 characters in all.",
        ),
        (
            Limit(max=3, unit="sentences"),
            5,
            "5 sentences copied; at most 3 may be.",
            "Remove 2 of the copied sentences.",
        ),
        (
            Limit(max=1, unit="paragraphs"),
            2,
            "2 paragraphs copied; at most 1 may be.",
            "Remove the copy of 1 paragraph.",
        ),
        (
            Limit(max=2, unit="paragraphs", select="leading"),
            4,
            "The copy reaches as far as number 4 of the original's 10 paragraphs; only the first 2"
            " may be copied.",
            "Remove what is copied from below the original's first 2 paragraphs.",
        ),
        (
            Limit(max=1, unit="sentences", select="leading"),
            20,
            "The copy reaches as far as number 20 of the original's 50 sentences; only the first"
            " may be copied.",
            "Remove what is copied from below the original's first sentence.",
        ),
        (
            Limit(max="10%", select="leading"),
            0.4,
            "The copy reaches as far as number 400 of the original's 1,000 words; only the first"
            " 100 may be copied.",
            "Remove what is copied from below the original's first 100 words.",
        ),
        (
            Limit(max=0, unit="characters", select="leading"),
            2400,
            "The copy reaches as far as number 2,400 of the original's 6,000 characters; nothing"
            " may be copied.",
            "Remove everything copied.",
        ),
    ],
)
def test_every_unit_is_measured_said_and_cured(
    limit: Limit, measured: float, message: str, cure: str
) -> None:
    clause = limit_clause(limit, facts_of(100, of_original=AMOUNTS))
    assert clause.status == "violated"
    assert clause.measured == measured
    assert clause.limit == float(limit.max)
    assert clause.message.startswith(message)
    assert (clause.cure or "").startswith(cure)
    assert (clause.cure or "").endswith("Or: Ask The Courier for permission.")


def test_a_limit_on_the_new_text_measures_the_candidate() -> None:
    facts = facts_of(100, of_candidate=Amounts(words=Amount(60, 200, 60)))
    clause = limit_clause(Limit(max="20%", of="candidate"), facts)
    assert clause.message == (
        "60 of the candidate's 200 words come from the original, 30.0%;"
        " at most 20% (40 words) may be."
    )
    assert clause.cure == (
        "Add text of your own: at least 100 words. Or: Remove 25 of the copied words."
        " Or: Ask The Courier for permission."
    )
    assert str(clause.definition).startswith("Counted: words of the candidate's article")


def test_nothing_copied_keeps_every_limit() -> None:
    facts = facts_of(0, of_original=Amounts(paragraphs=Amount(0, 10, 0)))
    assert limit_clause(Limit(max=0), facts).status == "met"
    clause = limit_clause(Limit(max=2, unit="paragraphs", select="leading"), facts)
    assert (
        clause.message
        == "None of the original's paragraphs copied; only the first 2 may be copied."
    )
    clause = limit_clause(THIRTY, facts_of(0, 0, doubts=("x",)))
    assert (clause.status, clause.measured) == ("met", 0)
    assert clause.message.startswith("0 of the original's 0 words copied, 0.0%;")


def test_the_distance_is_told_on_both_sides() -> None:
    assert str(limit_clause(THIRTY, facts_of(301)).distance) == "Over the limit by 1 word."
    assert str(limit_clause(THIRTY, facts_of(300)).distance) == "Left under the limit: 0 words."
    assert str(limit_clause(THIRTY, facts_of(100)).distance) == "Left under the limit: 200 words."


@pytest.mark.parametrize(
    ("limit", "copied", "borderline"),
    [
        (THIRTY, 289, False),
        (THIRTY, 290, True),
        (THIRTY, 310, True),
        (THIRTY, 311, False),
        (Limit(max=100, unit="words"), 90, True),
        (Limit(max=100, unit="words"), 89, False),
        (Limit(max=100, unit="words"), 110, True),
        (Limit(max=100, unit="words"), 111, False),
        (Limit(max=0), 0, False),
    ],
)
def test_near_the_limit_is_flagged_within_one_point(
    limit: Limit, copied: int, *, borderline: bool
) -> None:
    clause = limit_clause(limit, facts_of(copied))
    assert clause.borderline is borderline
    assert ("within the measurement's own margin" in clause.message) is borderline


def test_the_margin_is_one_point_to_the_word() -> None:
    five = Limit(max="5%")
    assert limit_clause(five, facts_of(400, 10_000)).borderline
    assert not limit_clause(five, facts_of(399, 10_000)).borderline


def test_sentences_and_paragraphs_have_no_margin() -> None:
    facts = facts_of(100, of_original=AMOUNTS)
    assert not limit_clause(Limit(max=5, unit="sentences"), facts).borderline


@pytest.mark.parametrize("copied", [295, 305])
def test_a_policy_may_ask_for_a_look_near_the_limit(copied: int) -> None:
    clause = limit_clause(THIRTY, facts_of(copied), borderline="review")
    assert clause.status == "unverifiable"
    assert "person's look" in clause.message
    assert "own margin" not in clause.message
    assert clause.cure is None


@pytest.mark.parametrize(("copied", "status"), [(200, "met"), (400, "violated")])
def test_far_from_the_limit_no_look_is_asked_for(copied: int, status: str) -> None:
    assert limit_clause(THIRTY, facts_of(copied), borderline="review").status == status


def test_a_doubtful_reading_decides_nothing_that_was_copied() -> None:
    clause = limit_clause(THIRTY, facts_of(100, doubts=("a.", "b")))
    assert clause.status == "unverifiable"
    assert clause.message.endswith("The text could not be read for certain: a; b.")


@pytest.mark.parametrize(
    ("limit", "served", "status"),
    [
        (THIRTY, 2000, "unverifiable"),
        (THIRTY, 1334, "unverifiable"),
        (THIRTY, 1333, "violated"),
        (THIRTY, inf, "unverifiable"),
        (Limit(max="0%"), inf, "violated"),
        (Limit(max=10, unit="words"), 1000, "unverifiable"),
        (Limit(max="1%", unit="characters", of="original"), 1000, "unverifiable"),
        (Limit(max="1%", select="leading"), 1000, "unverifiable"),
    ],
)
def test_a_doubtful_reading_still_convicts_where_no_reading_could_help(
    limit: Limit, served: float, status: str
) -> None:
    amounts = replace(AMOUNTS, words=Amount(400, 1000, 400))
    facts = facts_of(400, doubts=("a",), served_words=served, of_original=amounts)
    assert limit_clause(limit, facts).status == status


@pytest.mark.parametrize(
    ("doubts", "served", "status"),
    [
        ((), 500, "unverifiable"),
        ((), 600, "unverifiable"),
        ((), 499, "violated"),
        (("a",), 499, "unverifiable"),
    ],
)
def test_doubts_about_the_candidate_matter_for_limits_on_it(
    doubts: tuple[str, ...], served: int, status: str
) -> None:
    facts = facts_of(
        100,
        doubts=doubts,
        candidate_doubts=("b",),
        candidate_served_words=served,
        of_candidate=Amounts(words=Amount(100, 200, 100)),
    )
    assert limit_clause(Limit(max="20%", of="candidate"), facts).status == status


@pytest.mark.parametrize(("served", "status"), [(1300, "unverifiable"), (1299, "violated")])
def test_exactly_the_limit_of_all_that_is_served_is_no_certain_excess(
    served: int, status: str
) -> None:
    facts = facts_of(390, doubts=("a",), served_words=served)
    assert limit_clause(THIRTY, facts).status == status


@pytest.mark.parametrize("of", ["original", "candidate"])
def test_a_limit_of_everything_is_always_kept(of: str) -> None:
    assert limit_clause(Limit(max="100%", of=of), facts_of(1000)).status == "met"


def test_doubts_about_the_candidate_do_not_matter_for_the_original() -> None:
    assert limit_clause(THIRTY, facts_of(100, candidate_doubts=("b",))).status == "met"


def possibly(least: int, most: int, limit: Limit = THIRTY) -> dict[Limit, Possible]:
    """Between so many and so many of 1,000 words, by two words that may be part of the article."""
    return {limit: Possible(Amount(least, 1000, least), Amount(most, 1000, most), 2, "Read also")}


@pytest.mark.parametrize(
    ("copied", "least", "most", "status"),
    [
        (290, 280, 300, "met"),
        (290, 280, 301, "unverifiable"),
        (310, 301, 350, "violated"),
        (310, 300, 350, "unverifiable"),
    ],
)
def test_blocks_that_may_be_body_matter_where_they_would_turn_the_verdict(
    copied: int, least: int, most: int, status: str
) -> None:
    clause = limit_clause(THIRTY, facts_of(copied, possible=possibly(least, most)))
    assert clause.status == status
    assert ("cannot be told" in clause.message) is (status == "unverifiable")


def test_what_it_may_be_is_said_in_the_terms_of_the_limit() -> None:
    clause = limit_clause(THIRTY, facts_of(290, possible=possibly(280, 301)))
    assert clause.message.endswith(
        'It cannot be told whether 2 words belong to the article, among them "Read also": by that,'
        " the amount is 28.0% to 30.1%. A person has to look."
    )
    clause = limit_clause(THIRTY, facts_of(270, possible=possibly(280, 301)))
    assert "by that, the amount is 27.0% to 30.1%." in clause.message
    count = Limit(max=10, unit="words")
    facts = facts_of(9, of_original=replace(AMOUNTS, words=Amount(9, 1000, 9)))
    clause = limit_clause(count, replace(facts, possible=possibly(9, 11, count)))
    assert "by that, the amount is 9 words to 11 words." in clause.message
    first = Limit(max=10, unit="words", select="leading")
    clause = limit_clause(first, replace(facts, possible=possibly(9, 11, first)))
    assert clause.status == "unverifiable"


@pytest.mark.parametrize("copied", [290, 310])
def test_a_grant_for_the_full_text_makes_it_no_matter_what_is_body(copied: int) -> None:
    facts = facts_of(copied, possible=possibly(280, 350), grants=(grant(),))
    assert limit_clause(THIRTY, facts).status == "waived"


@pytest.mark.parametrize(
    ("least", "most", "status"),
    [(301, 400, "waived"), (301, 401, "unverifiable"), (401, 500, "violated")],
)
def test_what_a_grant_allows_is_held_against_both_readings_too(
    least: int, most: int, status: str
) -> None:
    forty = grant(share=Fraction(2, 5))
    possible = possibly(least, most, limit_of(forty.grant))
    facts = facts_of(390 if least < 401 else 450, possible=possible, grants=(forty,))
    assert limit_clause(THIRTY, facts).status == status


def test_a_grant_for_the_full_text_waives_the_limit_and_says_so() -> None:
    clause = limit_clause(THIRTY, facts_of(1000, grants=(grant(),)))
    assert clause.status == "waived"
    assert clause.grant == "letter"
    assert clause.message.endswith("Grant letter allows the full text: given by A to B.")
    assert clause.cure is None


@pytest.mark.parametrize(("copied", "status"), [(500, "waived"), (501, "violated")])
def test_a_grant_for_a_share_waives_up_to_that_share(copied: int, status: str) -> None:
    clause = limit_clause(THIRTY, facts_of(copied, grants=(grant(share=Fraction(1, 2)),)))
    assert clause.status == status
    told = "allows up to 50%: given" if status == "waived" else "Grant letter allows only 50%."
    assert told in clause.message


def test_a_grant_that_may_hold_asks_for_a_look() -> None:
    unknown = grant(Coverage.UNKNOWN, reason="names hosts", name="second")
    clause = limit_clause(THIRTY, facts_of(400, grants=(grant(share=0), unknown)))
    assert clause.status == "unverifiable"
    assert clause.grant == "second"
    assert clause.message.endswith("Grant second may allow it: it names hosts.")


def test_a_grant_that_holds_counts_before_one_that_may() -> None:
    uses = (grant(Coverage.UNKNOWN, name="first"), grant(name="second"))
    assert limit_clause(THIRTY, facts_of(400, grants=uses)).grant == "second"


def test_a_grant_that_does_not_hold_is_named_with_its_reason() -> None:
    expired = grant(Coverage.DOES_NOT, reason="expired on 2026-01-31")
    clause = limit_clause(THIRTY, facts_of(400, grants=(expired,)))
    assert clause.status == "violated"
    assert clause.message.endswith("Grant letter does not cover this: it expired on 2026-01-31.")


def test_a_grant_is_not_needed_below_the_limit() -> None:
    clause = limit_clause(THIRTY, facts_of(100, grants=(grant(),)))
    assert clause.status == "met"
    assert clause.grant is None


@pytest.mark.parametrize(
    ("policy", "asking"),
    [
        ({"permission": "the desk"}, "Ask for permission: the desk."),
        ({"terms_url": "https://a.kz/t"}, "Ask The Courier for permission (https://a.kz/t)."),
        ({}, "Ask The Courier for permission."),
    ],
)
def test_the_cure_says_whom_to_ask(policy: dict[str, str], asking: str) -> None:
    clause = limit_clause(THIRTY, facts_of(400), **policy)
    assert clause.cure == f"Remove 100 of the copied words. Or: {asking}"


@pytest.mark.parametrize(
    ("policy", "told"),
    [
        ({}, "Quoted speech counts. Text from common sources counts."),
        (
            {"quotes": "exclude", "common_sources": "exclude"},
            "Quoted speech is left out. Text from common sources is left out.",
        ),
    ],
)
def test_the_definition_says_what_counts(policy: dict[str, str], told: str) -> None:
    clause = limit_clause(THIRTY, facts_of(), **policy)
    assert str(clause.definition).endswith(f"{told} The limit itself is allowed.")


@given(st.fractions(0, 1, max_denominator=10_000), st.fractions(0, 1, max_denominator=100))
def test_a_printed_share_never_looks_like_the_limit_it_is_not(
    value: Fraction, limit: Fraction
) -> None:
    printed = Fraction(percent(value, limit).rstrip("%"))
    assert abs(printed - value * 100) < Fraction(1, 10)
    if value != limit:
        assert (printed > limit * 100) is (value > limit)


def test_a_share_hardly_above_the_limit_is_printed_exactly_enough() -> None:
    assert percent(Fraction(3, 10), Fraction(3, 10)) == "30.0%"
    assert percent(Fraction(1, 3), Fraction(1, 3)) == "33.3%"
    assert percent(Fraction(300_001, 1_000_000), Fraction(3, 10)) == "30.0001%"
    assert percent(Fraction(3, 10) + Fraction(1, 10**30), Fraction(3, 10)) == "30.0%"


# --- limits over all uses ------------------------------------------------------
HUNDRED = Limit(max=100, unit="words", over="all")
ONE_ARTICLE = Limit(max=1, unit="articles", over="all")
WEEKLY = Limit(max=1, unit="articles", over="all", days=7)
DAY = date(2026, 11, 1)


def used(words: int, original: str = "a", day: date | None = DAY) -> OneUse:
    return OneUse(original, Amounts(words=Amount(words, 1000, words)), day)


def together(limit: Limit, *uses: OneUse, **more: Any) -> Clause:  # noqa: ANN401
    return limit_clause(limit, facts_of(60, uses=Uses(uses), **more))


def test_one_use_alone_cannot_show_that_a_common_limit_is_kept() -> None:
    clause = limit_clause(HUNDRED, facts_of(60))
    assert clause.status == "unverifiable"
    assert clause.message == (
        "60 words used in all candidates together; at most 100 may be."
        " The limit is for all uses together: scan the whole project, or check them together"
        " (check_many)."
    )
    assert limit_clause(ONE_ARTICLE, facts_of(60)).status == "unverifiable"


def test_one_use_alone_can_show_that_a_common_limit_is_broken() -> None:
    clause = limit_clause(HUNDRED, facts_of(101))
    assert clause.status == "violated"
    assert clause.cure == "Remove 1 copied word. Or: Ask The Courier for permission."
    assert limit_clause(Limit(max=0, unit="articles", over="all"), facts_of(1)).status == "violated"


def test_nothing_copied_is_no_use() -> None:
    assert limit_clause(HUNDRED, facts_of(0)).status == "not_applicable"


def test_what_may_be_no_use_breaks_no_common_limit() -> None:
    for maybe in ({"may_be_stock": True}, {"may_be_facts": True}, {"perhaps_copied": "Rain."}):
        facts = facts_of(101, **maybe)
        clause = limit_clause(HUNDRED, facts)
        assert clause.status == "unverifiable"
        assert "Some of the uses may be none" in clause.message
        permitted = replace(facts, grants=(grant(),))
        assert limit_clause(HUNDRED, permitted).status == "waived"
    maybe_none = replace(used(8, "b"), is_certain=False)
    assert together(ONE_ARTICLE, used(60), maybe_none).status == "unverifiable"
    assert together(ONE_ARTICLE, used(60), used(60, "c"), maybe_none).status == "violated"
    assert together(WEEKLY, used(60), maybe_none).status == "unverifiable"


@pytest.mark.parametrize(("unread", "status"), [(200, "met"), (201, "unverifiable")])
def test_words_that_were_not_read_matter_where_they_would_break_the_limit(
    unread: int, status: str
) -> None:
    facts = facts_of(100, unread=(Unread(UnreadKind.STYLED, unread),))
    assert limit_clause(THIRTY, facts).status == status


def test_uses_together_are_added_up() -> None:
    assert together(HUNDRED, used(60), used(40, "b")).status == "met"
    clause = together(HUNDRED, used(60), used(41, "b"))
    assert clause.status == "violated"
    assert (clause.measured, clause.limit) == (101, 100)
    assert str(clause.distance) == "Over the limit by 1 word."


def test_articles_are_counted_once_each_and_only_where_something_was_copied() -> None:
    assert together(ONE_ARTICLE, used(5), used(9)).status == "met"
    assert together(ONE_ARTICLE, used(5), used(0, "b")).status == "met"
    clause = together(ONE_ARTICLE, used(5), used(9, "b"))
    assert clause.status == "violated"
    assert clause.message == "2 articles used in all candidates together; at most 1 may be."
    assert (clause.cure or "").startswith("Take down the copy of 1 article.")


@pytest.mark.parametrize(("apart", "status"), [(6, "violated"), (7, "met")])
def test_a_period_holds_so_many_days(apart: int, status: str) -> None:
    clause = together(WEEKLY, used(5), used(9, "b", DAY + timedelta(apart)))
    assert clause.status == status
    assert "in a period of 7 days" in clause.message


def test_every_period_with_the_use_in_it_is_looked_at_and_no_other() -> None:
    uses = tuple(
        used(5, name, DAY + timedelta(day)) for name, day in (("a", 0), ("b", 30), ("c", 33))
    )
    fared = [limit_clause(WEEKLY, facts_of(60, uses=Uses(uses, this))) for this in range(3)]
    assert [clause.measured for clause in fared] == [1, 2, 2]
    assert [clause.status for clause in fared] == ["met", "violated", "violated"]


def test_what_is_permitted_to_others_is_not_added_up() -> None:
    free, permitted = used(60), replace(used(90, "b"), is_permitted=True)
    assert together(HUNDRED, free, permitted).measured == 60
    assert together(HUNDRED, permitted, free).measured == 150
    assert together(ONE_ARTICLE, free, permitted).status == "met"
    maybe = replace(permitted, is_permitted=False, is_certain=False)
    assert together(ONE_ARTICLE, free, maybe).status == "unverifiable"


def test_uses_on_known_days_can_break_a_limit_though_others_have_no_day() -> None:
    soon, undated = used(9, "b", DAY + timedelta(2)), used(9, "c", None)
    assert together(WEEKLY, used(5), soon, undated).status == "violated"
    assert together(WEEKLY, undated, used(5), soon).status == "unverifiable"
    permitted = together(WEEKLY, undated, used(5), soon, grants=(grant(),))
    assert permitted.status == "waived"


def test_a_desk_with_hundreds_of_uses_sees_its_periods_too() -> None:
    uses = [used(5, str(day), DAY + timedelta(7 * day)) for day in range(300)]
    assert together(WEEKLY, *uses).status == "met"
    assert together(WEEKLY, *uses, used(5, "more", DAY)).status == "violated"


def test_an_unknown_day_leaves_a_period_open() -> None:
    clause = together(WEEKLY, used(5), used(9, "b", None))
    assert clause.status == "unverifiable"
    assert clause.limit == 1
    assert "days of use are not all known" in clause.message
    assert together(ONE_ARTICLE, used(5), used(9, "b", None)).status == "violated"


def test_a_single_use_needs_no_day() -> None:
    assert together(WEEKLY, used(5, day=None), used(0, "b", None)).status == "met"


def test_a_grant_waives_a_common_limit() -> None:
    clause = together(HUNDRED, used(60), used(60, "b"), grants=(grant(),))
    assert clause.status == "waived"
    assert clause.grant == "letter"
    refused = grant(Coverage.DOES_NOT, reason="expired")
    clause = together(HUNDRED, used(60), used(60, "b"), grants=(refused,))
    assert clause.message.endswith("Grant letter does not cover this: it expired.")


def test_no_amounts_are_none() -> None:
    assert NONE.words == Amount(0, 0, 0)
    assert Share(0, 0).fraction == 0


HALF = grant(share=Fraction(1, 2))
FULL = grant()


def test_a_grant_waives_no_limit_that_may_be_exceeded_by_what_was_not_read() -> None:
    unread = facts_of(280, unread=(Unread(UnreadKind.SPACED, 400),))
    for permission, status in ((HALF, "unverifiable"), (FULL, "waived")):
        assert limit_clause(THIRTY, replace(unread, grants=(permission,))).status == status


def test_nor_one_of_an_article_that_was_not_read_for_certain() -> None:
    doubtful = facts_of(400, doubts=("it may be cut",))
    for permission, status in ((HALF, "unverifiable"), (FULL, "waived")):
        assert limit_clause(THIRTY, replace(doubtful, grants=(permission,))).status == status
