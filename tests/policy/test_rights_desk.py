"""What a rights desk meets: quotas, embargoes, letters with odd dates, hosts of one publisher."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from reuse_guard import Document, Grant, Policy, Verdict, check, check_many, read
from reuse_guard.policy import Declared

HERE = Path(__file__).parent / "articles"
TITLE, *NEWS = (HERE / "en.txt").read_text("utf-8").strip().split("\n")
_, *OTHER_NEWS = (HERE / "ru.txt").read_text("utf-8").strip().split("\n")
OWN = (HERE / "own.txt").read_text("utf-8").strip()
URL = "https://courier.kz/news/ferry"
OTHER_URL = "https://courier.kz/news/bread"
WEEKLY = "https://weekly.kz/a"
DAY = date(2026, 11, 20)
PICTURE = '<img src="https://courier.kz/img/boat.jpg" alt="boat">'


def original(url: str | None = URL, news: list[str] = NEWS, **more: str) -> Document:
    author = more.get("author", "Asel Nurlan")
    body = "".join(f"<p>{paragraph}</p>" for paragraph in news)
    return read(
        f'<html lang="en"><head><title>{TITLE}</title><meta name="author" content="{author}">'
        '<meta property="article:published_time" content="2026-11-10"></head>'
        f"<body><main><article><h1>{TITLE}</h1>{body}{more.get('extra', '')}</article></main>",
        url=url,
        format="html",
    )


def page(*paragraphs: str, published: str = "", url: str | None = WEEKLY) -> Document:
    day = f'<meta property="article:published_time" content="{published}">' if published else ""
    body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return read(
        f"<html><head><title>Our page</title>{day}</head>"
        f"<body><main><article><h1>Our page</h1>{body}</article></main></body></html>",
        url=url,
        format="html",
    )


def link(url: str = URL) -> str:
    return f'As <a href="{url}">the Courier</a> wrote.'


def terms(*rules: dict[str, Any], **more: Any) -> Policy:  # noqa: ANN401
    known = {"id": "courier", "name": "The Courier", "hosts": ["courier.kz"]}
    return Policy.model_validate({**known, "rules": list(rules), **more})


def letter(**fields: Any) -> Grant:  # noqa: ANN401
    known = {"id": "L1", "publisher": "The Courier", "grantee": "Weekly"}
    return Grant.model_validate({**known, **fields})


THIRTY = terms({"limits": [{"max": "30%"}], "links": [{}]})
WHOLE = (link(), *NEWS)
EXCERPT = (link(), *NEWS[:2])


def outcome(verdict: Verdict) -> str:
    return str(verdict.outcome)


# --- quotas ----------------------------------------------------------------------
@pytest.mark.parametrize(
    ("limit", "days", "expected", "told"),
    [
        ({"max": 1, "unit": "articles", "days": 1}, ("12", "12"), "violation", "period of 1 day"),
        ({"max": 1, "unit": "articles", "days": 1}, ("12", "13"), "allowed", ""),
        ({"max": 1, "unit": "articles", "days": 1}, ("12", ""), "review", "the day of its public"),
        ({"max": 100, "unit": "words", "days": 30}, ("01", "28"), "violation", "period of 30 days"),
        ({"max": 100, "unit": "words", "days": 14}, ("01", "28"), "allowed", ""),
        ({"max": 100, "unit": "words"}, ("01", "28"), "violation", "all candidates together"),
    ],
)  # fmt: skip
def test_a_quota_holds_for_its_period(
    limit: dict[str, Any], days: tuple[str, str], expected: str, told: str
) -> None:
    first, second = (f"2026-11-{day}" if day else "" for day in days)
    uses = [
        (original(), page(link(), *NEWS[:2], published=first)),
        (original(OTHER_URL, OTHER_NEWS), page(link(OTHER_URL), *OTHER_NEWS[:2], published=second)),
    ]
    policy = terms({"limits": [{**limit, "over": "all"}], "links": [{}]})
    found = check_many(uses, policy=policy, as_of=date(2026, 11, 29))[1]
    assert outcome(found) == expected
    assert told in found.clauses[0].message


# --- days --------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("rule", "published", "as_of", "expected", "told"),
    [
        ({"not_before": "24 hours"}, "2026-11-10", DAY, "violation", "Publish it on 2026-11-12 or"),
        ({"not_before": "24 hours"}, "2026-11-11", DAY, "review", "compare the hours of publicat"),
        ({"not_before": "24 hours"}, "2026-11-12", DAY, "allowed", ""),
        ({"not_before": "24 hours"}, "", DAY, "review", "write the day into it"),
        ({"not_before": "2 days"}, "2026-11-12T00:10:00+05:00", DAY, "allowed", ""),
        ({"not_after": "5 days"}, "2026-11-15", DAY, "allowed", ""),
        ({"not_after": "5 days"}, "2026-11-16", DAY, "violation", "taken up until 2026-11-15"),
        ({"remove_after": "30 days"}, "2026-11-11", date(2026, 12, 11), "allowed", ""),
        ({"remove_after": "30 days"}, "2026-11-11", date(2026, 12, 12), "violation", "Take it"),
        ({"remove_after": "30 days"}, "", date(2026, 12, 12), "review", "write the day into it"),
    ],
)  # fmt: skip
def test_days_of_use_are_held_against_the_terms(
    rule: dict[str, Any], published: str, as_of: date, expected: str, told: str
) -> None:
    policy = terms({**rule, "links": [{}]})
    found = check(original(), page(*EXCERPT, published=published), policy=policy, as_of=as_of)
    assert outcome(found) == expected
    assert told in " ".join(f"{clause.message} {clause.cure}" for clause in found.clauses)


# --- letters -------------------------------------------------------------------------
LETTERS: dict[str, tuple[list[dict[str, Any]], str | None, str]] = {
    "none": ([], WEEKLY, "violation"),
    "by the publisher's name": ([{}], WEEKLY, "allowed"),
    "by a company's name": ([{"publisher": "Courier Media LLP"}], WEEKLY, "review"),
    "by a company for its host": (
        [{"publisher": "Courier Media LLP", "publisher_hosts": ["courier.kz"]}],
        WEEKLY,
        "allowed",
    ),
    "for half of it": ([{"overrides": {"max_share": "50%"}}], WEEKLY, "violation"),
    "two halves are no whole": (
        [{"id": name, "overrides": {"max_share": "50%"}} for name in "AB"],
        WEEKLY,
        "violation",
    ),
    "one of three covers": (
        [{"id": "A", "valid_to": "2026-01-01"}, {"id": "B", "grantee_hosts": ["x.kz"]}, {}],
        WEEKLY,
        "allowed",
    ),
    "none of two covers": (
        [{"id": "A", "valid_to": "2026-01-01"}, {"id": "B", "grantee_hosts": ["x.kz"]}],
        WEEKLY,
        "violation",
    ),
    "for today alone": ([{"valid_from": DAY, "valid_to": DAY}], WEEKLY, "allowed"),
    "until yesterday": ([{"valid_to": "2026-11-19"}], WEEKLY, "violation"),
    "from tomorrow": ([{"valid_from": "2026-11-21"}], WEEKLY, "violation"),
    "revoked today": ([{"revoked": DAY}], WEEKLY, "violation"),
    "revoked tomorrow": ([{"revoked": "2026-11-21"}], WEEKLY, "allowed"),
    "for a host above": ([{"grantee_hosts": ["weekly.kz"]}], "https://m.weekly.kz/a", "allowed"),
    "for a host below": ([{"grantee_hosts": ["news.weekly.kz"]}], WEEKLY, "violation"),
    "used by a third": ([{"grantee_hosts": ["weekly.kz"]}], "https://friend.kz/a", "violation"),
    "used nobody knows where": ([{"grantee_hosts": ["weekly.kz"]}], None, "review"),
    "shown by a cache": (
        [{"grantee_hosts": ["weekly.kz"]}],
        "https://weekly-kz.cdn.ampproject.org/c/s/weekly.kz/a",
        "allowed",
    ),
    "for a section": ([{"works": ["https://courier.kz/news/*"]}], WEEKLY, "allowed"),
    "for another section": ([{"works": ["https://courier.kz/sport/*"]}], WEEKLY, "violation"),
    "for phones": ([{"works": ["https://m.courier.kz/news/ferry"]}], WEEKLY, "allowed"),
}  # fmt: skip


@pytest.mark.parametrize("name", LETTERS)
def test_a_letter_covers_what_it_says(name: str) -> None:
    fields, url, expected = LETTERS[name]
    found = check(
        original(),
        page(*WHOLE, url=url),
        policy=THIRTY,
        grants=[letter(**one) for one in fields],
        as_of=DAY,
    )
    assert outcome(found) == expected


def test_what_was_put_up_while_its_letter_held_is_for_a_person() -> None:
    candidate = page(*WHOLE, published="2026-11-12")
    given = [letter(valid_to="2026-11-15")]
    found = check(original(), candidate, policy=THIRTY, grants=given, as_of=DAY)
    assert outcome(found) == "review"
    assert "look into the letter whether that may stay up" in found.clauses[0].message


# --- links to hosts of one publisher ---------------------------------------------------
@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://www.courier.kz/news/ferry", "allowed"),
        ("http://courier.kz/news/ferry", "allowed"),
        ("https://courier.kz:443/news/ferry", "allowed"),
        ("https://amp.courier.kz/news/ferry", "allowed"),
        ("https://m.courier.kz/news/ferry", "allowed"),
        ("https://courier.kz/news/ferry/amp", "allowed"),
        ("https://www.google.com/amp/s/courier.kz/news/ferry", "allowed"),
        ("https://courier-kz.cdn.ampproject.org/c/s/courier.kz/news/ferry", "allowed"),
        ("https://courier.kz/kk/news/ferry", "review"),
        ("https://sport.courier.kz/news/ferry", "violation"),
        ("https://courier.kz.evil.com/news/ferry", "violation"),
        ("https://courier.kz/", "violation"),
    ],
)
def test_a_link_leads_to_the_article_by_any_of_its_hosts(address: str, expected: str) -> None:
    found = check(original(), page(link(address), *NEWS[:2]), policy=THIRTY, as_of=DAY)
    assert outcome(found) == expected


def test_an_international_host_is_one_in_both_spellings() -> None:
    host = "xn--e1ajsbm9c.xn--80ao21a"
    article = original("https://курьер.қаз/жаңалық/1")
    policy = terms({"limits": [{"max": "30%"}], "links": [{}]}, hosts=["курьер.қаз"])
    candidate = page(link(f"https://{host}/жаңалық/1"), *NEWS[:2])
    assert outcome(check(article, candidate, policy=policy, as_of=DAY)) == "allowed"


# --- pictures, agencies, aggregators -----------------------------------------------------
AGGREGATED = terms(
    {"when": {"medium": ["aggregator"]}, "limits": [{"max": 200, "unit": "characters"}]},
    {"limits": [{"max": "30%"}]},
)


@pytest.mark.parametrize(
    ("paragraphs", "medium", "expected"),
    [
        ((f'<a href="{URL}">{TITLE}</a>', OWN), "aggregator", "allowed"),
        ((link(), NEWS[0][:150]), "aggregator", "allowed"),
        ((link(), *NEWS[:2]), "aggregator", "violation"),
        ((link(), NEWS[0][:150]), None, "allowed"),
        ((link(), *NEWS[:2]), None, "review"),
        ((link(), *NEWS[:2]), "newspaper", "allowed"),
    ],
)
def test_an_aggregator_may_take_less(
    paragraphs: tuple[str, ...], medium: str | None, expected: str
) -> None:
    declared = Declared(medium=medium)
    found = check(original(), page(*paragraphs), policy=AGGREGATED, declared=declared, as_of=DAY)
    assert outcome(found) == expected
    if expected == "review":
        assert found.clauses[-1].message.endswith("is not declared: medium. Declare it.")


@pytest.mark.parametrize(
    ("paragraphs", "expected"),
    [
        ((*EXCERPT, PICTURE), "violation"),
        ((*EXCERPT, PICTURE.replace("courier.kz/img", "weekly.kz/up")), "review"),
        (EXCERPT, "allowed"),
        ((OWN, PICTURE), "review"),
        ((OWN, PICTURE.replace("courier.kz/img", "weekly.kz/up")), "allowed"),
    ],
)
def test_pictures_that_are_barred_are_seen(paragraphs: tuple[str, ...], expected: str) -> None:
    policy = terms({"media": "forbid", "links": [{}]})
    found = check(original(extra=PICTURE), page(*paragraphs), policy=policy, as_of=DAY)
    assert outcome(found) == expected


@pytest.mark.parametrize(
    ("author", "expected"),
    [("Asel Nurlan", "allowed"), ("Reuters", "violation"), ("AFP", "violation")],
)
def test_an_agencys_article_is_not_the_publishers_to_give(author: str, expected: str) -> None:
    policy = terms({"third_party_markers": ["Reuters", "AFP"], "links": [{}]})
    found = check(original(author=author), page(*EXCERPT), policy=policy, as_of=DAY)
    assert outcome(found) == expected


# --- the whole, in other words -------------------------------------------------------------
NOT_CUT = {"mode": "full", "links": [{}]}
CHANGED = (link(), NEWS[0].replace("shortest", "longest"), *NEWS[1:])
CUT = (link(), NEWS[0].replace("shortest ", ""), *NEWS[1:-1])


@pytest.mark.parametrize(
    ("rule", "paragraphs", "grants", "expected", "told"),
    [
        (NOT_CUT, CHANGED, [], "allowed", "in other words. The terms allow changes."),
        (NOT_CUT, CUT, [], "violation", 'Left out: "shortest"'),
        ({**NOT_CUT, "edits": "none"}, CHANGED, [], "violation", 'Left out: "shortest"'),
        (
            {**NOT_CUT, "edits": "none"},
            CHANGED,
            [{"waives": ["edits"]}],
            "allowed",
            "Grant L1 allows changes: given by The Courier to Weekly",
        ),
        ({**NOT_CUT, "edits": "none"}, CHANGED, [{"waives": ["link"]}], "violation", "Left out"),
        (
            {**NOT_CUT, "edits": "none"},
            CHANGED,
            [{"waives": ["edits"], "grantee_hosts": ["weekly.kz"]}],
            "review",
            "Grant L1 may allow changes: it holds on weekly.kz",
        ),
        ({**NOT_CUT, "edits": "none"}, CUT, [{"waives": ["edits"]}], "violation", "Left out"),
    ],
)
def test_words_that_are_replaced_are_not_cut(
    rule: dict[str, Any],
    paragraphs: tuple[str, ...],
    grants: list[dict[str, Any]],
    expected: str,
    told: str,
) -> None:
    bound = any("grantee_hosts" in one for one in grants)
    found = check(
        original(),
        page(*paragraphs, url=None if bound else WEEKLY),
        policy=terms(rule),
        grants=[letter(**one) for one in grants],
        as_of=DAY,
    )
    assert outcome(found) == expected
    whole = next(clause for clause in found.clauses if clause.id == "whole")
    assert told in whole.message
