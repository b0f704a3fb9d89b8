"""Every other clause: met, violated, not to be seen; and whichever cure its message names."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.verdict.build import URL, facts_of, grant, number_in, only_clause, policy_of

from reuse_guard.documents.model import Format
from reuse_guard.documents.unread import Unread, UnreadKind
from reuse_guard.grants import Coverage
from reuse_guard.locale import say
from reuse_guard.measure.changes import Change, ChangeKind
from reuse_guard.measure.credits import FoundCredit
from reuse_guard.measure.markers import FoundMarker, MarkerPlace
from reuse_guard.measure.page import PageFacts
from reuse_guard.measure.readings import PossibleShare
from reuse_guard.policy import Attest, CreditDuty, Declared, Limit, PageDuties, Rule
from reuse_guard.policy.conditions import WHOLE
from reuse_guard.share import Share
from reuse_guard.verdict.clauses import shorten
from reuse_guard.verdict.engine import judge

if TYPE_CHECKING:
    from reuse_guard.verdict.model import Clause

ASK = "Ask The Courier for permission."


def told(clause: Clause) -> tuple[str, str]:
    return clause.status, clause.message


# --- mode --------------------------------------------------------------------
def test_denied_means_nothing_without_permission() -> None:
    clause = only_clause(Rule(mode="deny"), facts_of(9))
    assert told(clause) == (
        "violated",
        "The terms allow no use without permission; 9 words were copied.",
    )
    assert clause.cure == f"{ASK} Or: Remove everything copied."
    assert clause.measured == 9
    assert clause.definition is None
    assert only_clause(Rule(mode="deny"), facts_of(0)).status == "not_applicable"


def test_few_words_in_both_texts_may_be_chance_where_none_may_be_copied() -> None:
    clause = only_clause(Rule(mode="deny"), facts_of(1, may_be_stock=True))
    assert told(clause) == (
        "unverifiable",
        "The terms allow no use without permission; 1 word was copied."
        " Only 1 word stands in both texts, which may be by chance; a person has to look.",
    )
    stock = facts_of(1, may_be_stock=True)
    assert only_clause(Rule(limits=[Limit(max=0)]), stock).status == "violated"


def test_what_may_not_be_the_article_accuses_nobody() -> None:
    facts = facts_of(90, perhaps_copied="Read more about bridges.")
    assert told(only_clause(Rule(mode="deny"), facts)) == (
        "unverifiable",
        "The terms allow no use without permission; 90 words were copied. It cannot be told whether"
        ' what was copied belongs to the article ("Read more about bridges."); a person has to'
        " look.",
    )
    assert only_clause(Rule(limits=[Limit(max=0)]), facts).status == "violated"
    assert only_clause(Rule(mode="deny"), replace(facts, grants=(grant(),))).status == "waived"


def test_where_nothing_of_a_doubtful_article_was_copied_what_stands_beside_it_counts() -> None:
    facts = facts_of(0, doubts=("a",), copied_outside=True)
    for rule in (Rule(mode="deny"), Rule(edits="none")):
        assert told(only_clause(rule, facts)) == (
            "unverifiable",
            "The text could not be read for certain: a.",
        )


@pytest.mark.parametrize(
    ("unseen", "status"),
    [
        ({"candidate_unread": say("It holds nothing.")}, "unverifiable"),
        ({"unread": (Unread(UnreadKind.SPACED, 9),)}, "unverifiable"),
        ({"unread": (Unread(UnreadKind.SPACED, 8),)}, "not_applicable"),
    ],
)
def test_what_was_not_read_may_be_a_copy(unseen: dict[str, Any], status: str) -> None:
    facts = facts_of(0, **unseen)
    assert only_clause(Rule(mode="deny"), facts).status == status
    assert only_clause(Rule(edits="none"), facts).status == status


def test_a_grant_opens_what_is_denied() -> None:
    clause = only_clause(Rule(mode="deny"), facts_of(1000, grants=(grant(),)))
    assert clause.status == "waived"
    assert clause.grant == "letter"
    assert clause.measured == 1000
    refused = grant(Coverage.DOES_NOT, reason="expired")
    clause = only_clause(Rule(mode="deny"), facts_of(9, grants=(refused,)))
    assert clause.message.endswith("Grant letter does not cover this: it expired.")


@pytest.mark.parametrize(("copied", "status"), [(899, "met"), (900, "violated")])
def test_an_excerpt_is_less_than_nine_tenths(copied: int, status: str) -> None:
    clause = only_clause(Rule(mode="excerpt"), facts_of(copied))
    assert clause.status == status
    assert str(clause.definition) == "A use of 90% or more is one of the full text."


@pytest.mark.parametrize("copied", [900, 901, 1000])
def test_removing_as_many_words_as_said_makes_an_excerpt(copied: int) -> None:
    clause = only_clause(Rule(mode="excerpt"), facts_of(copied))
    excess = number_in(clause.cures[0])
    assert only_clause(Rule(mode="excerpt"), facts_of(copied - excess)).status == "met"
    assert only_clause(Rule(mode="excerpt"), facts_of(copied - excess + 1)).status == "violated"
    assert clause.message == "The terms allow a part of the original, not the full text."


def test_a_declared_use_counts_before_a_measured_one() -> None:
    declared = Declared(use="full")
    clause = only_clause(Rule(mode="excerpt"), facts_of(9, declared=declared))
    assert clause.status == "violated"
    assert (clause.cure or "").startswith("Remove 1 copied word.")


@pytest.mark.parametrize(
    ("copied", "doubts", "status"),
    [
        (899, (), "met"),
        (900, (), "unverifiable"),
        (999, (), "unverifiable"),
        (1000, (), "violated"),
        (1000, ("a",), "met"),
    ],
)
def test_a_declared_excerpt_is_none_where_the_whole_is_measured(
    copied: int, doubts: tuple[str, ...], status: str
) -> None:
    facts = facts_of(copied, declared=Declared(use="excerpt"), doubts=doubts)
    clause = only_clause(Rule(mode="excerpt"), facts)
    assert clause.status == status
    told_so = "An excerpt is declared, but" in clause.message
    assert told_so is (status == "unverifiable")
    assert only_clause(Rule(mode="excerpt"), replace(facts, grants=(grant(),))).status != "violated"


# --- whole -------------------------------------------------------------------
def test_the_whole_has_every_word() -> None:
    clause = only_clause(Rule(mode="full"), facts_of(1000))
    assert told(clause) == (
        "met",
        "1,000 of the original's 1,000 words used, 100.0%; at least 100% must be.",
    )
    assert clause.distance is None
    clause = only_clause(Rule(mode="full"), facts_of(998, cuts=("by  the\nlake",)))
    assert told(clause) == (
        "violated",
        "998 of the original's 1,000 words used, 99.8%; at least 100% must be."
        ' Left out: "by the lake".',
    )
    assert clause.cure == f"Put back 2 words that were left out. Or: {ASK}"
    assert str(clause.distance) == "Short by 2 words."
    assert (clause.measured, clause.limit) == (0.998, 1.0)


@pytest.mark.parametrize(("copied", "status"), [(500, "met"), (499, "violated")])
def test_a_least_share_is_compared_exactly(copied: int, status: str) -> None:
    clause = only_clause(Rule(min_share="50%"), facts_of(copied, cuts=("x",)))
    assert clause.status == status
    assert ("Left out" in clause.message) is (status == "violated")


@pytest.mark.parametrize(("copied", "status"), [(970, "unverifiable"), (969, "violated")])
def test_a_little_missing_of_a_page_may_not_be_of_the_article(copied: int, status: str) -> None:
    facts = facts_of(copied, original_format=Format.HTML)
    assert only_clause(Rule(mode="full"), facts).status == status
    assert only_clause(Rule(mode="full"), facts_of(copied)).status == "violated"


def test_a_doubtful_reading_cannot_show_a_cut() -> None:
    clause = only_clause(Rule(mode="full"), facts_of(10, doubts=("a",)))
    assert clause.status == "unverifiable"
    assert "could not be read for certain: a." in clause.message
    assert only_clause(Rule(mode="full"), facts_of(1000, doubts=("a",))).status == "met"
    more = facts_of(1000, doubts=("a",), served_words=1001)
    assert only_clause(Rule(mode="full"), more).status == "unverifiable"


def between(least: int, most: int) -> PossibleShare:
    return PossibleShare(Share(least, 1000), Share(most, 1000))


@pytest.mark.parametrize(("best", "status"), [(899, "violated"), (900, "unverifiable")])
def test_what_may_not_be_body_need_not_be_there(best: int, status: str) -> None:
    facts = facts_of(800, possible_shares={Fraction(9, 10): between(700, best)})
    clause = only_clause(Rule(min_share="90%"), facts)
    assert clause.status == status
    assert ("may not be part of the article" in clause.message) is (status == "unverifiable")


def test_lines_of_the_page_may_be_missing_where_all_sentences_are_there() -> None:
    facts = facts_of(
        990, possible_shares={Fraction(1): PossibleShare(Share(980, 980), Share(985, 985))}
    )
    clause = only_clause(Rule(mode="full"), facts)
    assert clause.status == "met"
    assert "may be lines of the page" in clause.message
    assert clause.distance is None
    assert clause.cure is None


@pytest.mark.parametrize(("worst", "status"), [(870, "met"), (869, "unverifiable")])
def test_what_may_be_body_may_have_been_cut(worst: int, status: str) -> None:
    facts = facts_of(950, possible_shares={Fraction(9, 10): between(worst, 960)})
    clause = only_clause(Rule(min_share="90%"), facts)
    assert clause.status == status
    assert ("may be part of the article too" in clause.message) is (status == "unverifiable")


@pytest.mark.parametrize(
    ("copied", "least", "most", "status"),
    [
        (800, 700, 899, "met"),
        (800, 700, 900, "unverifiable"),
        (950, 899, 960, "unverifiable"),
        (950, 900, 960, "violated"),
    ],
)
def test_an_excerpt_is_certain_where_every_reading_makes_it_one(
    copied: int, least: int, most: int, status: str
) -> None:
    facts = facts_of(copied, possible_shares={WHOLE: between(least, most)})
    clause = only_clause(Rule(mode="excerpt"), facts)
    assert clause.status == status
    assert ("Whether this is a part or the whole" in clause.message) is (status == "unverifiable")
    granted = replace(facts, grants=(grant(),))
    assert only_clause(Rule(mode="excerpt"), granted).status in ("met", "waived")
    declared = replace(facts, declared=Declared(use="excerpt"))
    said = "unverifiable" if status == "violated" else "met"
    assert only_clause(Rule(mode="excerpt"), declared).status == said


@pytest.mark.parametrize("copied", [100, 950])
def test_a_doubtful_reading_cannot_tell_an_excerpt(copied: int) -> None:
    clause = only_clause(Rule(mode="excerpt"), facts_of(copied, doubts=("a",)))
    assert clause.status == "unverifiable"
    assert "could not be read for certain: a." in clause.message


def test_many_cuts_are_listed_in_part() -> None:
    clause = only_clause(Rule(mode="full"), facts_of(900, cuts=tuple("abcdefg")))
    assert clause.message.endswith('Left out: "e". And 2 more.')
    clause = only_clause(Rule(mode="full"), facts_of(900, cuts=tuple("abcde")))
    assert clause.message.endswith('Left out: "e".')
    clause = only_clause(Rule(mode="full"), facts_of(900, cuts=tuple("abcdef")))
    assert clause.message.endswith("And 1 more.")


def test_long_stretches_are_shortened_in_the_middle() -> None:
    assert shorten("a" * 60) == "a" * 60
    assert shorten("a" * 61) == f"{'a' * 28} ... {'a' * 28}"
    words = f"{'a' * 20} {'b' * 20} {'c' * 20} {'d' * 20}"
    assert shorten(words) == f"{'a' * 20} ... {'d' * 20}"
    assert shorten(f"{'a' * 28} {'b' * 9} {'c' * 28}") == f"{'a' * 28} ... {'c' * 28}"


@given(st.text(st.sampled_from("ab "), max_size=200))
def test_what_is_left_of_a_shortened_text_is_whole_words_of_it(text: str) -> None:
    line = " ".join(text.split())
    shown = shorten(text)
    assert len(shown) <= 60
    head, dots, tail = shown.partition(" ... ")
    assert line.startswith(head)
    assert line.endswith(tail)
    assert not dots or (len(head) > 0 and len(tail) > 0)
    if dots and max(map(len, line.split())) < 14:
        assert line[len(head)] == " " == line[-len(tail) - 1]


# --- edits -------------------------------------------------------------------
def test_changes_are_listed_with_their_lines() -> None:
    changes = (
        Change(ChangeKind.REPLACED, "old", "new", 3),
        Change(ChangeKind.ADDED, "", "more", 4),
        Change(ChangeKind.REMOVED, "less", "", 1234),
    )
    clause = only_clause(Rule(edits="none"), facts_of(changes=changes))
    assert told(clause) == (
        "violated",
        '3 changes inside what was copied. Line 3: "old" became "new". Line 4: added "more".'
        ' Line 1,234: removed "less".',
    )
    assert (clause.measured, clause.limit) == (3, 0)
    assert clause.cure == "Restore the words of the original in these places."
    clause = only_clause(Rule(edits="none"), facts_of(changes=changes[:1] * 7))
    assert clause.message.endswith("And 2 more.")
    clause = only_clause(Rule(edits="none"), facts_of())
    assert told(clause) == ("met", "Nothing was changed inside what was copied.")
    assert clause.measured == 0


@pytest.mark.parametrize(
    ("kind", "why"),
    [(ChangeKind.DISPLACED, "or in its place"), (ChangeKind.RESPELT, "another alphabet")],
)
def test_a_change_that_may_be_none_asks_for_a_person(kind: ChangeKind, why: str) -> None:
    unsure, certain = Change(kind, "old", "own", 3), Change(ChangeKind.ADDED, "", "more", 9)
    clause = only_clause(Rule(edits="none"), facts_of(changes=(unsure,)))
    assert clause.status == "unverifiable"
    assert why in clause.message
    clause = only_clause(Rule(edits="none"), facts_of(changes=(unsure, certain)))
    assert told(clause) == (
        "violated",
        '2 changes inside what was copied. Line 9: added "more". Line 3: "old" became "own".',
    )


# --- credits -----------------------------------------------------------------
LINE = CreditDuty(template="By {author}, Courier", where="lead")
FOUND = FoundCredit((), (), elsewhere=False, expected="By Asel, Courier", line=4)


def credit(duty: CreditDuty = LINE, **more: Any) -> Clause:  # noqa: ANN401
    found = replace(FOUND, **more)
    return only_clause(Rule(credits=[duty]), facts_of(credits=(found,)))


def test_a_credit_with_all_its_parts_is_met() -> None:
    clause = credit()
    assert told(clause) == ("met", "The credit stands on line 4.")
    assert (clause.measured, clause.limit) == (3, 3)
    assert str(clause.definition) == (
        'Sought: words like "By Asel, Courier", in the headline or lead.'
    )
    assert credit(line=None).message == "The credit stands on line 1."


def test_a_credit_that_may_stand_at_the_end_is_for_a_person() -> None:
    duty = CreditDuty(template="By {author}, Courier", where="end")
    clause = credit(duty, missing=("By",), elsewhere=True, may_fit=9)
    assert clause.status == "unverifiable"
    assert clause.message.startswith("Below line 9 only short paragraphs stand")


def test_a_credit_says_what_it_lacks() -> None:
    clause = credit(missing=("{author}",))
    assert told(clause) == ("violated", "The credit lacks the author's name.")
    assert clause.measured == 2
    assert clause.cure == 'Put the line "By Asel, Courier" in the headline or lead.'
    for part, name in (
        ("{author}", "the author's name"),
        ("{title}", "the original's title"),
        ("{publisher}", "the publisher's name"),
        ("{url}", "the original's address"),
        ("{date}", "the day of publication"),
        (", Courier:", '"Courier"'),
    ):
        assert credit(missing=("By", part)).message == f'The credit lacks "By", {name}.'
    assert credit(missing=("By", "{author}", ", Courier")).message == "No credit found."
    assert credit(missing=("By", ", Courier"), unknown=("author",)).message == "No credit found."


def test_what_only_the_front_matter_or_a_guess_tells_is_for_a_person() -> None:
    clause = credit(missing=("{author}",), in_front_matter=True)
    assert clause.status == "unverifiable"
    assert clause.message.startswith("The front matter names the author;")
    clause = credit(missing=(", Courier",), pictured_at=9)
    assert clause.status == "unverifiable"
    assert clause.message.startswith("What the credit lacks is the description of the picture on")
    clause = credit(missing=("{date}",), may_be_day=7)
    assert told(clause)[0] == "unverifiable"
    assert clause.message.startswith("What stands on line 7 may be the day of publication,")
    guess = LINE.model_copy(update={"guessed": True})
    clause = credit(guess, missing=("By", ", Courier"))
    assert clause.status == "unverifiable"
    assert clause.message.startswith('The credit lacks "By", "Courier". How the terms word it is')
    assert credit(guess, missing=("By", "{author}")).status == "violated"


def test_a_credit_in_another_place_says_so() -> None:
    clause = credit(missing=("By",), elsewhere=True)
    assert told(clause) == (
        "violated",
        "The credit does not stand in the headline or lead.",
    )
    clause = credit(missing=("By",), elsewhere=True, may_fit=3)
    assert clause.status == "unverifiable"
    assert clause.message.startswith("Readers may count the sentences before the credit on line 3")


def test_a_part_that_the_original_does_not_tell_cannot_be_sought() -> None:
    clause = credit(unknown=("author",))
    assert told(clause) == (
        "unverifiable",
        "The original does not tell the author's name,"
        " so that part of the credit cannot be sought.",
    )
    assert clause.measured == 2


def test_a_credit_that_is_only_asked_for_breaks_nothing() -> None:
    wish = CreditDuty(template="By {author}, Courier", required=False)
    clause = credit(wish, missing=("By",))
    assert told(clause) == (
        "not_applicable",
        'The credit lacks "By". The terms ask for it and do not demand it.',
    )
    assert credit(wish).status == "met"


def test_nothing_copied_owes_no_credit() -> None:
    rule = Rule(credits=[LINE])
    facts = facts_of(0, credits=(replace(FOUND, missing=("By",)),))
    assert only_clause(rule, facts).status == "not_applicable"
    assert only_clause(rule, facts, link_when="always").status == "violated"


# --- page --------------------------------------------------------------------
def page(duties: dict[str, Any], seen: PageFacts | None, **more: Any) -> Clause:  # noqa: ANN401
    return only_clause(Rule(page=PageDuties(**duties)), facts_of(page=seen, **more))


COUNTER = {"counter_address": "count.example"}
MARKDOWN = PageFacts(is_seen=False)
OWN = PageFacts(canonical=("https://us.example/1",))
ORIGINALS = PageFacts(canonical=(URL,), names_original=True)
SEVERAL = PageFacts(canonical=(URL, "https://us.example/1"), names_original=None)
PARTLY = PageFacts(noindex=None)
CLOSED = PageFacts(noindex=True)
COUNTED = PageFacts(embedded=("https://count.example/1.gif",))


@pytest.mark.parametrize(
    ("duties", "seen", "status", "said", "cure"),
    [
        ({"canonical": "require"}, ORIGINALS, "met", "names the original.", None),
        (
            {"canonical": "require"},
            OWN,
            "violated",
            "names https://us.example/1, not the original.",
            f'Put <link rel="canonical" href="{URL}"> into the head.',
        ),
        (
            {"canonical": "require"},
            PageFacts(),
            "violated",
            "The page has no canonical tag.",
            f'Put <link rel="canonical" href="{URL}"> into the head.',
        ),
        ({"canonical": "require"}, MARKDOWN, "unverifiable", "page is not known", None),
        ({"canonical": "require"}, SEVERAL, "unverifiable", "Keep one canonical tag", None),
        ({"canonical": "require"}, replace(ORIGINALS, is_seen=False), "met", "names", None),
        ({"canonical": "require"}, replace(OWN, is_seen=False), "violated", "names", "Put <link"),
        (
            {"canonical": "forbid"},
            ORIGINALS,
            "violated",
            "which the terms do not want.",
            "Let the canonical tag name the page itself.",
        ),
        ({"canonical": "forbid"}, SEVERAL, "violated", "the terms do not want", "Let the"),
        ({"canonical": "forbid"}, OWN, "met", "No canonical tag names the original.", None),
        ({"canonical": "forbid"}, MARKDOWN, "unverifiable", "page is not known", None),
        ({"noindex": "require"}, CLOSED, "met", "A robots tag keeps", None),
        (
            {"noindex": "require"},
            PageFacts(),
            "violated",
            "No robots tag keeps",
            'Put <meta name="robots" content="noindex"> into the head.',
        ),
        (
            {"noindex": "forbid"},
            CLOSED,
            "violated",
            "A robots tag keeps",
            "Take noindex out of the page's robots tag.",
        ),
        ({"noindex": "forbid"}, PageFacts(), "met", "No robots tag keeps", None),
        ({"noindex": "forbid"}, MARKDOWN, "unverifiable", "page is not known", None),
        ({"noindex": "require"}, PARTLY, "unverifiable", "keeps out single search", None),
        ({"noindex": "forbid"}, PARTLY, "unverifiable", "keeps out single search", None),
        ({"noindex": "require"}, replace(CLOSED, is_seen=False), "met", "A robots tag", None),
        ({"counter": "require", **COUNTER}, COUNTED, "met", "The page loads", None),
        (
            {"counter": "require", "counter_guessed": True, **COUNTER},
            PageFacts(),
            "unverifiable",
            "The page does not load the publisher's counter (count.example). How the terms word it",
            None,
        ),
        (
            {"counter": "require", **COUNTER},
            PageFacts(embedded=("https://a.example/1.gif",)),
            "violated",
            "The page does not load the publisher's counter (count.example).",
            "Put the publisher's counter (count.example) on the page.",
        ),
        (
            {"counter": "forbid", **COUNTER},
            COUNTED,
            "violated",
            "The page loads the publisher's counter (count.example).",
            "Take the publisher's counter (count.example) off the page.",
        ),
        ({"counter": "forbid", **COUNTER}, PageFacts(), "met", "does not load", None),
        ({"counter": "forbid", **COUNTER}, MARKDOWN, "unverifiable", "page is not known", None),
        ({"keep_links": True}, PageFacts(), "met", "All links in copied text were kept.", None),
        (
            {"keep_links": True},
            PageFacts(lost_links=("https://a.example/", "https://b.example/")),
            "violated",
            "2 links in copied text were not kept: https://a.example/, https://b.example/.",
            "Put back the links to https://a.example/, https://b.example/.",
        ),
        ({"canonical": "require"}, None, "unverifiable", "page is not known", None),
        ({"keep_links": True}, None, "unverifiable", "page is not known", None),
    ],
)
def test_the_page_is_what_the_terms_want(
    duties: dict[str, Any], seen: PageFacts | None, status: str, said: str, cure: str | None
) -> None:
    clause = page(duties, seen)
    assert clause.status == status
    assert said in clause.message
    assert (clause.cure or "").startswith(cure or "")
    assert bool(clause.cure) is bool(cure)


def test_links_lost_are_counted() -> None:
    clause = page({"keep_links": True}, PageFacts(lost_links=("https://a.example/",)))
    assert (clause.measured, clause.limit) == (1, 0)
    assert page({"keep_links": True}, PageFacts()).measured == 0


def test_a_canonical_tag_cannot_be_recognised_without_the_original_s_address() -> None:
    clause = page({"canonical": "require"}, OWN, original_urls=())
    assert clause.status == "unverifiable"
    clause = page({"canonical": "require"}, PageFacts(), original_urls=())
    assert clause.status == "violated"
    assert 'href="the original\'s address"' in (clause.cure or "")


def test_each_duty_of_the_page_is_a_clause() -> None:
    rule = Rule(
        page=PageDuties(
            canonical="require", noindex="require", counter="require", keep_links=True, **COUNTER
        )
    )
    clauses = judge(facts_of(page=PageFacts()), policy_of(rule), rule)
    assert [clause.id for clause in clauses] == ["canonical", "noindex", "counter", "kept-links"]


# --- media and third parties -------------------------------------------------
@pytest.mark.parametrize(
    ("seen", "status", "measured"),
    [
        (None, "unverifiable", None),
        (PageFacts(), "met", 0),
        (MARKDOWN, "unverifiable", None),
        (PageFacts(has_pictures=True), "unverifiable", None),
        (PageFacts(has_pictures=True, pictures=("https://orig.kz/a.jpg",)), "violated", 1),
    ],
)
def test_pictures(seen: PageFacts | None, status: str, measured: int | None) -> None:
    clause = only_clause(Rule(media="forbid"), facts_of(page=seen))
    assert (clause.status, clause.measured) == (status, measured)
    cure = "Remove the picture https://orig.kz/a.jpg." if status == "violated" else None
    assert clause.cure == cure


@pytest.mark.parametrize(
    ("seen", "declared", "status"),
    [
        (None, False, "met"),
        (None, True, "violated"),
        (MARKDOWN, False, "met"),
        (PageFacts(has_pictures=True), False, "met"),
        (PageFacts(has_pictures=True), True, "violated"),
        (PageFacts(has_pictures=True, pictures=("https://orig.kz/a.jpg",)), False, "violated"),
        (PageFacts(), True, "met"),
    ],
)
def test_whose_pictures_they_are_can_be_declared_where_it_cannot_be_seen(
    seen: PageFacts | None, status: str, *, declared: bool
) -> None:
    facts = facts_of(page=seen, declared=Declared(pictures=declared))
    assert only_clause(Rule(media="forbid"), facts).status == status


def test_a_clause_that_takes_a_declaration_says_how_it_is_written() -> None:
    clause = only_clause(Rule(media="forbid"), facts_of(page=PageFacts(has_pictures=True)))
    assert clause.message.endswith("cannot be seen. Declare it (pictures=yes or no).")


@pytest.mark.parametrize(
    ("place", "status", "said"),
    [
        (MarkerPlace.BYLINE, "violated", "The original is credited to AP (line 3)"),
        (MarkerPlace.LINE, "unverifiable", "A line of the original names AP (line 3)"),
        (MarkerPlace.COPIED, "unverifiable", "The copied text names AP (line 3 of the original)"),
        (MarkerPlace.CANDIDATE, "unverifiable", "The candidate names AP (line 3)"),
    ],
)
def test_third_parties_material(place: MarkerPlace, status: str, said: str) -> None:
    rule = Rule(third_party_markers=["AP", "Getty"])
    clause = only_clause(rule, facts_of(markers=(FoundMarker("AP", place, 3),)))
    assert clause.status == status
    assert clause.message.startswith(said)
    assert (clause.measured, clause.limit) == (1, 0)
    assert str(clause.definition) == "Sought: AP, Getty."
    cure = f"Remove everything copied. Or: {ASK}" if status == "violated" else None
    assert clause.cure == cure


def test_no_marker_is_no_third_party() -> None:
    clause = only_clause(Rule(third_party_markers=["AP"]), facts_of())
    assert told(clause) == ("met", "No marker of a third party's material found.")
    assert clause.measured == 0


# --- days --------------------------------------------------------------------
DAY = date(2026, 11, 20)
DRAFT = {"candidate_format": Format.TEXT}


@pytest.mark.parametrize(
    ("rule", "more", "status", "message"),
    [
        ({"not_before": 10}, DRAFT, "met", "May be used from 2026-11-20 on; used on 2026-11-20."),
        ({"not_before": 11}, {}, "violated", "May be used from 2026-11-21 on; used on 2026-11-20."),
        (
            {"not_before": DAY},
            {"published": None, **DRAFT},
            "met",
            "May be used from 2026-11-20 on;",
        ),
        (
            {"not_before": 2},
            {"candidate_published": date(2026, 11, 11)},
            "violated",
            "May be used from 2026-11-12 on; used on 2026-11-11.",
        ),
        ({"not_before": 10}, {}, "unverifiable", "The candidate does not tell when"),
        ({"not_before": 2}, {"published": None}, "unverifiable", "The original does not tell when"),
        ({"not_after": 10}, {}, "met", "May be taken up until 2026-11-20; used on 2026-11-20."),
        (
            {"not_after": 9},
            DRAFT,
            "violated",
            "May be taken up until 2026-11-19; used on 2026-11-20.",
        ),
        (
            {"not_after": 9},
            {"candidate_format": Format.MARKDOWN},
            "unverifiable",
            "The candidate does not tell when it was published: write the day into it",
        ),
        ({"not_before": 10}, {"candidate_format": Format.MARKDOWN}, "met", "May be used from"),
        ({"not_after": 9}, {"candidate_published": date(2026, 11, 19)}, "met", "May be taken up"),
        ({"not_after": 9}, {}, "unverifiable", "The candidate does not tell when"),
        ({"not_after": 9}, {"published": None}, "unverifiable", "The original does not tell when"),
        (
            {"remove_after": 5},
            {"candidate_published": date(2026, 11, 15)},
            "met",
            "May stay up until 2026-11-20; still there on 2026-11-20.",
        ),
        (
            {"remove_after": 4},
            {"candidate_published": date(2026, 11, 15)},
            "violated",
            "May stay up until 2026-11-19; still there on 2026-11-20.",
        ),
        ({"remove_after": 4}, DRAFT, "unverifiable", "The candidate does not tell when"),
        ({"remove_after": DAY}, {}, "met", "May stay up until 2026-11-20;"),
        ({"remove_after": 10}, {}, "met", "May stay up until 2026-11-20 at the least."),
        ({"remove_after": 9}, {}, "unverifiable", "The candidate does not tell when"),
        ({"remove_after": 9}, {"published": None}, "unverifiable", "The candidate does not tell"),
    ],
)
def test_days_are_counted_and_both_ends_are_allowed(
    rule: dict[str, Any], more: dict[str, Any], status: str, message: str
) -> None:
    clause = only_clause(Rule(**rule), facts_of(**more))
    assert clause.status == status
    assert clause.message.startswith(message)


SHOWN = {"is_candidate_date_shown": True}
OLD = {"candidate_published": date(2009, 5, 3)}
LATE = {"candidate_published": date(2026, 12, 3)}


@pytest.mark.parametrize(
    ("rule", "more", "status"),
    [
        ({"not_before": 2}, OLD, "violated"),
        ({"not_before": 2}, OLD | SHOWN, "unverifiable"),
        ({"not_before": 2}, LATE | SHOWN, "met"),
        ({"not_before": DAY}, OLD | SHOWN, "unverifiable"),
        ({"not_before": 40}, LATE | {"is_date_shown": True}, "unverifiable"),
        ({"not_before": date(2026, 12, 24)}, LATE | {"is_date_shown": True}, "violated"),
        ({"not_after": 9}, LATE, "violated"),
        ({"not_after": 9}, LATE | SHOWN, "unverifiable"),
        ({"not_after": 9}, LATE | {"is_date_shown": True}, "unverifiable"),
        ({"remove_after": 9}, OLD | SHOWN, "unverifiable"),
        ({"remove_after": date(2026, 11, 19)}, OLD | SHOWN, "violated"),
    ],
)
def test_a_day_that_a_page_only_shows_breaks_nothing_for_sure(
    rule: dict[str, Any], more: dict[str, Any], status: str
) -> None:
    clause = only_clause(Rule(**rule), facts_of(**more))
    assert clause.status == status
    assert ("That day is only shown on a page" in clause.message) == (status == "unverifiable")


@pytest.mark.parametrize(
    ("key", "written", "days", "status"),
    [
        # published on the 10th, at an hour that is not known
        ("not_before", "24 hours", 10, "violated"),
        ("not_before", "24 hours", 11, "unverifiable"),
        ("not_before", "24 hours", 12, "met"),
        ("not_before", "12 hours", 10, "unverifiable"),
        ("not_before", "12 hours", 11, "unverifiable"),
        ("not_before", "12 hours", 12, "met"),
        ("not_before", "0 hours", 10, "unverifiable"),
        ("not_after", "48 hours", 11, "met"),
        ("not_after", "48 hours", 12, "unverifiable"),
        ("not_after", "48 hours", 13, "violated"),
        ("not_after", "36 hours", 12, "unverifiable"),
    ],
)
def test_hours_of_days_alone_are_for_a_person_where_they_may_end_that_day(
    key: str, written: str, days: int, status: str
) -> None:
    facts = facts_of(candidate_published=date(2026, 11, days))
    clause = only_clause(Rule(**{key: written}), facts)
    assert clause.status == status
    if status == "unverifiable":
        assert f"The terms count {written}, which end" in clause.message
    if status == "violated" and key == "not_before":
        assert clause.cure == "Publish it on 2026-11-12 or later."


@pytest.mark.parametrize(
    ("put_up", "status"), [(18, "violated"), (19, "unverifiable"), (20, "met"), (None, "met")]
)
def test_hours_that_a_text_may_stay_up_are_counted_so_too(put_up: int | None, status: str) -> None:
    day = date(2026, 11, put_up) if put_up else None
    facts = facts_of(candidate_published=day, published=date(2026, 11, 20))
    assert only_clause(Rule(remove_after="24 hours"), facts).status == status


@pytest.mark.parametrize(
    ("rule", "cure"),
    [
        ({"not_before": 11}, "Publish it on 2026-11-21 or later."),
        ({"not_after": 9}, ASK),
        ({"remove_after": date(2026, 11, 19)}, "Take it down."),
    ],
)
def test_a_broken_day_has_a_cure(rule: dict[str, Any], cure: str) -> None:
    assert only_clause(Rule(**rule), facts_of(candidate_format=Format.TEXT)).cure == cure


# --- what is declared ---------------------------------------------------------
@pytest.mark.parametrize(
    ("about", "undeclared", "so", "not_so"),
    [
        (
            "commercial",
            "Whether the use is commercial cannot be seen. Declare it (commercial=yes or no).",
            "The use is declared to be commercial.",
            "The use is declared not to be commercial.",
        ),
        (
            "translation",
            "Whether the candidate is a translation cannot be seen. Declare it (translation=yes"
            " or no).",
            "The candidate is declared to be a translation.",
            "The candidate is declared not to be a translation.",
        ),
        (
            "ai",
            "Whether the text is used for an AI system cannot be seen. Declare it (ai=yes or no).",
            "The use is declared to be for an AI system.",
            "The use is declared not to be for an AI system.",
        ),
    ],
)
def test_what_only_the_caller_knows_is_taken_from_the_caller(
    about: str, undeclared: str, so: str, not_so: str
) -> None:
    rule = Rule(attest=[about])
    clause = only_clause(rule, facts_of())
    assert clause.id == f"attest-{about}"
    assert told(clause) == ("unverifiable", undeclared)
    assert told(only_clause(rule, facts_of(declared=Declared(**{about: False})))) == ("met", not_so)
    clause = only_clause(rule, facts_of(declared=Declared(**{about: True})))
    assert told(clause) == ("violated", f"{so} The terms do not allow that.")
    assert clause.cure == ASK


def test_a_condition_on_what_is_declared_needs_a_person() -> None:
    rule = Rule(attest=[Attest(about="translation", provided="it is accurate")])
    clause = only_clause(rule, facts_of(declared=Declared(translation=True)))
    assert told(clause) == (
        "unverifiable",
        "The candidate is declared to be a translation. A person has to check that it is accurate.",
    )


@pytest.mark.parametrize(
    ("attest", "territory", "status", "message"),
    [
        ({"outside": ["US"]}, (), "unverifiable", "In which countries the candidate is offered"),
        ({"outside": ["US"]}, ("KZ", "de"), "met", "Offered in DE, KZ, as the terms allow."),
        ({"outside": ["us"]}, ("KZ", "US"), "violated", "Offered in US, where the terms do not"),
        ({"within": ["KZ"]}, ("kz",), "met", "Offered in KZ, as the terms allow."),
        ({"within": ["KZ"]}, ("KZ", "US"), "violated", "Offered in US, where the terms do not"),
    ],
)
def test_countries(
    attest: dict[str, Any], territory: tuple[str, ...], status: str, message: str
) -> None:
    rule = Rule(attest=[Attest(about="territory", **attest)])
    clause = only_clause(rule, facts_of(declared=Declared(territory=territory)))
    assert clause.status == status
    assert clause.message.startswith(message)
    cure = f"Do not offer it in US. Or: {ASK}" if status == "violated" else None
    assert clause.cure == cure


# --- nothing copied, and waivers ----------------------------------------------
EVERY_KIND = [
    ("whole", {"mode": "full"}),
    ("edits", {"edits": "none"}),
    ("page", {"page": {"noindex": "require"}}),
    ("media", {"media": "forbid"}),
    ("third_party", {"third_party_markers": ["AP"]}),
    ("dates", {"not_before": 99}),
    ("dates", {"not_after": 1}),
    ("dates", {"remove_after": date(2026, 1, 1)}),
    ("attest", {"attest": ["ai"]}),
]
BROKEN: dict[str, Any] = {
    "changes": (Change(ChangeKind.ADDED, "", "x", 1),),
    "page": PageFacts(pictures=("a",)),
    "markers": (FoundMarker("AP", MarkerPlace.BYLINE, 1),),
    "declared": Declared(ai=True),
    "candidate_format": Format.TEXT,
}


@pytest.mark.parametrize(("kind", "rule"), EVERY_KIND)
def test_each_kind_of_clause_can_be_waived_and_binds_no_use_that_copies_nothing(
    kind: str, rule: dict[str, Any]
) -> None:
    assert only_clause(Rule(**rule), facts_of(**BROKEN)).status == "violated"
    waived = facts_of(grants=(grant(waives=(kind,), share=Fraction(0)),), **BROKEN)
    assert only_clause(Rule(**rule), waived).status == "waived"
    other = facts_of(grants=(grant(waives=("link",), share=Fraction(0)),), **BROKEN)
    assert only_clause(Rule(**rule), other).status == "violated"
    bound = "unverifiable" if kind == "media" else "not_applicable"  # pictures may be taken alone
    assert only_clause(Rule(**rule), facts_of(0, **BROKEN)).status == bound


def test_a_credit_can_be_waived() -> None:
    found = replace(FOUND, missing=("By",))
    facts = facts_of(credits=(found,), grants=(grant(waives=("credit",)),))
    assert only_clause(Rule(credits=[LINE]), facts).status == "waived"


def test_what_cannot_be_seen_is_waived_too() -> None:
    facts = facts_of(grants=(grant(waives=("attest",)),))
    assert only_clause(Rule(attest=["ai"]), facts).status == "waived"
