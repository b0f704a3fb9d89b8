"""Link duties: number, target, place, words, size, and what cannot be seen."""

from __future__ import annotations

import re
from fractions import Fraction

import pytest
from tests.verdict.build import URL, facts_of, grant, link, link_clause

from reuse_guard import check, read
from reuse_guard.backlinks import Attribution, BacklinkStatus, Flaw
from reuse_guard.documents.model import Format
from reuse_guard.grants import Coverage
from reuse_guard.policy import LinkDuty
from reuse_guard.urls.relation import Relation
from reuse_guard.verdict.flaws import describe

WARNING, INVALID, UNRESOLVED = (
    BacklinkStatus.WARNING,
    BacklinkStatus.INVALID,
    BacklinkStatus.UNRESOLVED,
)
PLAIN = LinkDuty()


TEXT = (
    "The ferry between the two towns runs again from Monday after seven months. It had been out of"
    " service since the spring flood, when a barge tore away the landing stage by night."
)


def test_a_valid_link_meets_the_duty() -> None:
    clause = link_clause(PLAIN, link())
    assert clause.status == "met"
    assert (clause.measured, clause.limit) == (1, 1)
    assert clause.message == "The link on line 7 leads there."
    assert clause.cure is None
    assert str(clause.definition) == (
        "Sought: a link that a reader sees and can click, to the original article,"
        " anywhere in the text."
    )


def test_a_link_with_a_warning_counts_and_says_what_to_look_at() -> None:
    clause = link_clause(PLAIN, link(WARNING, Flaw.ASIDE))
    assert clause.status == "met"
    assert clause.message == (
        "The link on line 7: it stands beside the text, in navigation, a footer or related links."
        " It counts all the same."
    )


def test_no_link_breaks_the_duty_and_the_cure_gives_the_address() -> None:
    clause = link_clause(PLAIN)
    assert clause.status == "violated"
    assert clause.measured == 0
    assert clause.message == "No hyperlink to the original article found."
    assert clause.cure == f"Put a visible link to {URL} anywhere in the text."


def test_an_invalid_link_is_named_with_its_flaw() -> None:
    clause = link_clause(PLAIN, link(INVALID, Flaw.HIDDEN))
    assert clause.status == "violated"
    assert clause.message == (
        "No link to the original article that counts. The link on line 7: a reader does not see it."
    )


def test_an_unresolved_link_asks_for_a_look() -> None:
    clause = link_clause(PLAIN, link(INVALID, Flaw.EMPTY), link(UNRESOLVED, Flaw.SHORTENED))
    assert clause.status == "unverifiable"
    assert "where it leads cannot be told" in clause.message


def test_an_unresolved_link_in_another_place_does_not() -> None:
    clause = link_clause(LinkDuty(where="lead"), link(UNRESOLVED, Flaw.SHORTENED, paragraph=5))
    assert clause.status == "violated"


def test_several_links_are_counted() -> None:
    duty = LinkDuty(count=2)
    assert link_clause(duty, link(), link()).status == "met"
    clause = link_clause(duty, link(), link(INVALID, Flaw.HIDDEN))
    assert clause.status == "violated"
    assert clause.message == "1 of 2 links to the original article found."
    assert link_clause(duty, link(), link(UNRESOLVED, Flaw.SHORTENED)).status == "unverifiable"
    clause = link_clause(LinkDuty(count=3), link(), link(UNRESOLVED, Flaw.SHORTENED))
    assert clause.status == "violated"


@pytest.mark.parametrize(
    ("target", "named", "address"),
    [
        ("article", "the original article", URL),
        ("home", "the publisher's home page", "https://orig.kz/"),
        ("either", "the original article or the publisher's home page", URL),
    ],
)
def test_the_target_is_named_and_its_address_given(target: str, named: str, address: str) -> None:
    clause = link_clause(LinkDuty(target=target))
    assert clause.message == f"No hyperlink to {named} found."
    assert clause.cure == f"Put a visible link to {address} anywhere in the text."


@pytest.mark.parametrize(
    ("where", "good", "bad", "named"),
    [
        ("lead", {"paragraph": 1}, {"paragraph": 2}, "in the headline or lead"),
        ("lead", {"paragraph": 0}, {"paragraph": 3}, "in the headline or lead"),
        ("sentence<=1", {"sentence": 1}, {"sentence": 2}, "in the first sentence"),
        ("sentence<=2", {"sentence": 2}, {"sentence": 3}, "within the first 2 sentences"),
        ("paragraph<=1", {"paragraph": 1}, {"paragraph": 2}, "in the first paragraph"),
        ("paragraph<=2", {"paragraph": 2}, {"paragraph": 3}, "within the first 2 paragraphs"),
        ("after_paragraph 1", {"paragraph": 2}, {"paragraph": 1}, "below paragraph 1"),
        ("end", {"last": True}, {"last": False}, "in the last paragraph or below"),
    ],
)
def test_the_place_decides_and_the_cure_moves_the_link(
    where: str, good: dict[str, int], bad: dict[str, int], named: str
) -> None:
    duty = LinkDuty(where=where)
    assert link_clause(duty, link(**good)).status == "met"  # type: ignore[arg-type]
    clause = link_clause(duty, link(**bad))  # type: ignore[arg-type]
    assert clause.status == "violated"
    assert clause.measured == 0
    assert clause.message == (
        f"No link to the original article that counts. The link on line 7 does not stand {named}."
    )
    goal = re.sub(r"^(with)?in ", "into ", named)
    assert clause.cure == f"Move the link on line 7 {goal}."
    assert f"to the original article, {named}." in str(clause.definition)


def test_a_link_that_some_readers_count_into_the_place_is_for_a_person() -> None:
    duty = LinkDuty(where="sentence<=1", min_font=0.5)
    clause = link_clause(duty, link(sentence=2, least=1, font=1.0))
    assert clause.status == "unverifiable"
    assert clause.message.endswith("a person has to look whether it stands in the first sentence.")
    assert link_clause(duty, link(sentence=3, least=2, font=1.0)).status == "violated"
    assert link_clause(duty, link(sentence=2, least=1, font=0.1)).status == "violated"


def test_a_line_of_its_own_below_a_paragraph_is_below_it_and_taken_with_it() -> None:
    source = link(paragraph=1, between=True)
    for where in ("lead", "paragraph<=1", "after_paragraph 1"):
        assert link_clause(LinkDuty(where=where), source).status == "met"
    assert link_clause(LinkDuty(where="after_paragraph 2"), source).status == "violated"


def test_a_link_above_what_may_be_no_text_may_stand_at_the_end_of_it() -> None:
    duty = LinkDuty(where="end", min_font=Fraction(9, 10))
    clause = link_clause(duty, link(perhaps_last=True, font=1.0))
    assert clause.status == "unverifiable"
    assert clause.message.startswith("Below line 7 only short paragraphs stand")
    assert link_clause(duty, link(perhaps_last=True, font=0.5)).status == "violated"
    assert link_clause(duty, link(last=True, perhaps_last=True, font=1.0)).status == "met"


def test_the_words_of_the_link_decide() -> None:
    duty = LinkDuty(anchor="City Desk ABQ")
    assert link_clause(duty, link(anchor="From CITY DESK, ABQ")).status == "met"
    clause = link_clause(duty, link(anchor="another newsroom"))
    assert clause.status == "violated"
    assert clause.message.endswith(
        'The words of the link on line 7 are "another newsroom", not "City Desk ABQ".'
    )
    assert clause.cure == (
        f'Put a visible link to {URL} anywhere in the text, with the words "City Desk ABQ".'
    )


def test_the_size_of_the_letters_decides_where_it_is_known() -> None:
    duty = LinkDuty(min_font=1)
    assert link_clause(duty, link(font=1.0)).status == "met"
    clause = link_clause(duty, link(font=0.8))
    assert clause.status == "violated"
    assert clause.message.endswith(
        "The letters of the link on line 7 are 80% of the body text's size;"
        " at least 100% is asked for."
    )
    clause = link_clause(duty, link(font=None))
    assert clause.status == "unverifiable"
    assert clause.message == (
        "The size of the link's letters on line 7 cannot be seen, since style sheets that are not"
        " in the page may give it; it must be at least 100% of the body text's: compare them in a"
        " browser."
    )
    assert link_clause(duty, link(INVALID, Flaw.HIDDEN, font=None)).status == "violated"


def test_an_open_and_direct_link_is_asked_for_in_words() -> None:
    clause = link_clause(LinkDuty(follow="required", direct="required"))
    assert str(clause.definition).endswith(
        "anywhere in the text, open to search engines, not through a redirector."
    )
    assert clause.cure == f"Put a visible link to {URL} anywhere in the text, without rel nofollow."


def test_words_and_sizes_that_are_asked_for_are_told() -> None:
    clause = link_clause(LinkDuty(anchor="The Courier", min_font=1.2, follow="required"))
    asked = ', with the words "The Courier", in letters of at least 120% of the body text\'s size'
    assert f"anywhere in the text{asked}, open to search engines." in str(clause.definition)
    assert f"anywhere in the text{asked}, without rel nofollow." in (clause.cure or "")


def test_the_link_nearest_to_the_duty_is_the_one_told_of() -> None:
    duty = LinkDuty(where="lead", anchor="News")
    below = link(paragraph=4, line=9)
    clause = link_clause(duty, link(INVALID, Flaw.HIDDEN, line=1), below, link(line=3))
    assert "on line 3" in clause.message
    clause = link_clause(duty, link(INVALID, Flaw.HIDDEN, line=1), below)
    assert "on line 9" in clause.message
    clause = link_clause(
        duty, link(INVALID, Flaw.HIDDEN, line=1), link(INVALID, Flaw.ASIDE, line=2)
    )
    assert "on line 1" in clause.message


def test_only_a_link_that_lacks_nothing_but_its_place_is_to_be_moved() -> None:
    duty = LinkDuty(where="lead", anchor="News", min_font=1)
    low = link(paragraph=4, line=9, anchor="News", font=1.0)
    assert link_clause(duty, low).cure == "Move the link on line 9 into the headline or lead."
    put = (
        f'Put a visible link to {URL} in the headline or lead, with the words "News",'
        " in letters of at least 100% of the body text's size."
    )
    for other in (
        link(paragraph=4, anchor="Other", font=1.0),
        link(paragraph=4, anchor="News", font=0.5),
        link(paragraph=4, anchor="News"),
        link(INVALID, Flaw.HIDDEN, paragraph=4, anchor="News", font=1.0),
    ):
        assert link_clause(duty, other).cure == put


def test_as_many_links_are_asked_for_as_are_missing() -> None:
    duty = LinkDuty(count=3, where="lead")
    assert (link_clause(duty, link()).cure or "").startswith("Put 2 visible links to ")
    assert (link_clause(duty, link(), link()).cure or "").startswith("Put a visible link to ")
    below = link_clause(duty, link(), link(), link(paragraph=4, line=9))
    assert (below.cure or "").startswith("Move the link on line 9 ")
    below = link_clause(duty, link(), link(paragraph=4, line=9))
    assert (below.cure or "").startswith("Put 2 visible links to ")


def test_an_unknown_address_of_the_original_recognises_no_link() -> None:
    clause = link_clause(PLAIN, facts=facts_of(original_urls=()))
    assert clause.status == "unverifiable"
    assert "give it with original_url" in clause.message


def test_a_candidate_without_any_link_has_none_to_the_original() -> None:
    clause = link_clause(PLAIN, facts=facts_of(original_urls=(), candidate_links=0))
    assert clause.status == "violated"
    assert clause.cure == "Put a visible link to the original's address anywhere in the text."


def test_an_address_that_only_machines_read_is_told_to_be_no_hyperlink() -> None:
    original = read(f"<p>{TEXT}</p>", url=URL)
    part = "The ferry between the two towns runs again from Monday after seven months."
    text = f"---\nsource: {URL}\n---\n\n{part}\n"
    front = check(original, read(text, format="markdown", linked_keys=[]))
    page = check(original, f'<head><link rel=canonical href="{URL}"></head><p>{part}</p>')
    other = check(original, read("---\nsource: https://x.example/\n---\n\nOur own.\n"))
    said = [next(c.message for c in v.clauses if c.id == "link") for v in (front, page, other)]
    assert said[0].endswith("on line 2 (source), which makes no hyperlink in the text.")
    assert said[1].endswith("for machines alone, on line 1 (canonical).")
    assert "names its address" not in said[2]


def test_a_slip_behind_an_address_is_named() -> None:
    original = read(f"<p>{TEXT}</p>", url=URL)
    said = [
        describe(check(original, f'<p>Says <a href="{URL}{slip}">a paper</a>.</p>').backlinks[0])
        for slip in (".", "%20", "%C2%BB")
    ]
    assert f'with "." behind it ({URL}.); take that out.' in str(said[0])
    assert 'with "%20" behind it' in str(said[1])
    assert 'with "»" behind it' in str(said[2])


def test_a_written_address_in_plain_text_is_not_called_a_link() -> None:
    text = facts_of(candidate_format=Format.TEXT)
    written = link(WARNING, Flaw.WRITTEN)
    clause = link_clause(PLAIN, written, facts=text)
    assert clause.status == "unverifiable"
    assert clause.message == (
        f"The address {URL} is written out, but plain text cannot show whether the published page"
        " links it."
    )
    assert link_clause(LinkDuty(written=True), link(), facts=text).status == "met"


@pytest.mark.parametrize("stock", [False, True])
def test_every_copied_word_owes_a_link_but_stock_sentences_accuse_nobody(*, stock: bool) -> None:
    facts = facts_of(1, may_be_stock=stock)
    clause = link_clause(PLAIN, facts=facts)
    assert clause.status == ("unverifiable" if stock else "violated")
    assert clause.message.startswith("No hyperlink to the original article found.")
    assert ("may be by chance; a person has to look" in clause.message) is stock
    assert link_clause(PLAIN, facts=facts, link_when="always").status == "violated"


def test_scattered_words_of_one_event_accuse_nobody() -> None:
    facts = facts_of(24, may_be_facts=True)
    clause = link_clause(PLAIN, facts=facts)
    assert clause.status == "unverifiable"
    assert clause.message == (
        "No hyperlink to the original article found. 24 words stand in both texts, but never many"
        " together, as in two reports of one event; a person has to look."
    )
    assert link_clause(PLAIN, facts=facts, link_when="always").status == "violated"


def test_nothing_copied_owes_no_link_unless_the_policy_says_so() -> None:
    clause = link_clause(PLAIN, facts=facts_of(0))
    assert clause.status == "not_applicable"
    assert clause.message == "Nothing was copied, so nothing is owed."
    assert link_clause(PLAIN, facts=facts_of(0), link_when="always").status == "violated"


def test_a_grant_waives_the_link() -> None:
    facts = facts_of(grants=(grant(waives=("link",)),))
    clause = link_clause(PLAIN, facts=facts)
    assert clause.status == "waived"
    assert clause.grant == "letter"
    assert clause.message.endswith("Grant letter waives it: given by A to B.")
    assert clause.cure is None
    assert link_clause(PLAIN, link(), facts=facts).status == "met"


def test_a_grant_that_may_hold_may_waive_the_link() -> None:
    unknown = grant(Coverage.UNKNOWN, waives=("link",), reason="names hosts", name="second")
    refused = grant(Coverage.DOES_NOT, waives=("link",))
    clause = link_clause(PLAIN, facts=facts_of(grants=(refused, unknown)))
    assert clause.status == "unverifiable"
    assert clause.grant == "second"
    assert clause.message.endswith("Grant second may waive it: it names hosts.")
    facts = facts_of(grants=(unknown, grant(waives=("link",))))
    assert link_clause(PLAIN, facts=facts).grant == "letter"


@pytest.mark.parametrize("use", [grant(), grant(Coverage.DOES_NOT, waives=("link",))])
def test_a_grant_that_does_not_waive_the_link_leaves_it_owed(use: object) -> None:
    clause = link_clause(PLAIN, facts=facts_of(grants=(use,)))
    assert clause.status == "violated"
    assert clause.grant is None


@pytest.mark.parametrize("flaw", list(Flaw))
def test_every_flaw_has_a_sentence(flaw: Flaw) -> None:
    told = str(describe(link(INVALID, flaw).backlink))
    assert told.startswith("The link on line 7: ")
    assert told.endswith(".")


@pytest.mark.parametrize(("target", "status"), [("article", "unverifiable"), ("home", "violated")])
def test_the_article_s_address_in_front_matter_says_nothing_of_the_home_page(
    target: str, status: str
) -> None:
    named = Attribution("source_url", URL, 2, Relation.ARTICLE)
    facts = facts_of(candidate_format=Format.MARKDOWN, named_at=named, named_may_show=True)
    duty = LinkDuty.model_validate({"target": target})
    assert link_clause(duty, facts=facts).status == status


@pytest.mark.parametrize(("place", "status"), [("end", "unverifiable"), ("lead", "violated")])
def test_a_shortened_address_in_front_matter_is_not_said_to_be_the_article_s(
    place: str, status: str
) -> None:
    named = Attribution("source_url", "https://bit.ly/3river", 2)
    facts = facts_of(candidate_format=Format.MARKDOWN, named_at=named, named_may_show=True)
    clause = link_clause(LinkDuty.model_validate({"where": place}), facts=facts)
    assert clause.status == status
    assert ("a shortened address on line 2" in clause.message) == (place == "end")
    assert "its address" not in clause.message
