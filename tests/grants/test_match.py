"""Whether a grant covers a use, and the words in which it does not."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reuse_guard.grants import Coverage, Grant, GrantUse, Presented, cover, may_be_of
from reuse_guard.grants.presented import Signature

DAY = date(2026, 11, 1)
ORIGINAL = "https://courier.example/news/1"
CANDIDATE = "https://weekly.example/a"


def a_grant(**fields: object) -> Grant:
    return Grant.model_validate(
        {"id": "G-1", "publisher": "Courier", "grantee": "Weekly", **fields}
    )


def use(grant: Grant | Presented, **fields: Any) -> GrantUse:  # noqa: ANN401 - as `cover` takes
    known: dict[str, Any] = {
        "original_urls": [ORIGINAL],
        "candidate_url": CANDIDATE,
        "as_of": DAY,
        "publishers": ["The Steppe Courier (Courier)"],
        **fields,
    }
    return cover(grant, **known)


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"valid_to": date(2026, 10, 31)}, "expired on 2026-10-31"),
        ({"valid_from": date(2026, 11, 2)}, "holds from 2026-11-02 on, not yet on 2026-11-01"),
        ({"revoked": DAY}, "was revoked on 2026-11-01"),
        ({"works": ["https://courier.example/news/2"]}, f"does not name {ORIGINAL}"),
        ({"works": ["https://courier.example/sport/*"]}, f"does not name {ORIGINAL}"),
        ({"grantee_hosts": ["daily.example"]}, "holds on daily.example, not on weekly.example"),
        (
            {"publisher_hosts": ["other.example"]},
            f"speaks for articles on other.example, not for {ORIGINAL}",
        ),
    ],
)
def test_a_grant_that_does_not_cover_says_why(fields: dict[str, Any], reason: str) -> None:
    found = use(a_grant(**fields))
    assert (found.coverage, found.reason) == (Coverage.DOES_NOT, reason)


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"valid_from": DAY, "valid_to": DAY},
        {"revoked": date(2026, 11, 2)},
        {"works": ["https://courier.example/news/*"], "publisher_hosts": ["courier.example"]},
        {"grantee_hosts": ["weekly.example"]},
    ],
)
def test_a_grant_covers_the_use_it_describes(fields: dict[str, Any]) -> None:
    found = use(a_grant(**fields))
    assert found.coverage is Coverage.COVERS
    assert found.reason.startswith("given by Courier to Weekly")


AHEAD = date(2026, 11, 9)  # of a post that is scheduled


@pytest.mark.parametrize(
    ("fields", "coverage", "reason"),
    [
        ({"valid_from": AHEAD}, "covers", "given by Courier to Weekly"),
        ({"valid_to": AHEAD}, "covers", "given by Courier to Weekly"),
        (
            {"valid_from": date(2026, 11, 10)},
            "does_not",
            "holds from 2026-11-10 on, not yet on 2026-11-09",
        ),
        ({"valid_to": date(2026, 11, 8)}, "does_not", "expired on 2026-11-08"),
        ({"revoked": AHEAD}, "does_not", "was revoked on 2026-11-09"),
    ],
)
def test_what_is_dated_ahead_needs_a_grant_that_holds_on_that_day(
    fields: dict[str, Any], coverage: str, reason: str
) -> None:
    found = use(a_grant(**fields), published=AHEAD)
    assert found.coverage == coverage
    assert found.reason.startswith(reason)


def test_the_letter_behind_a_grant_is_named_with_its_digest() -> None:
    digest = "ab" * 32
    grant = a_grant(evidence="letter of 15 October", evidence_sha256=digest.upper())
    assert use(grant).reason == (
        "given by Courier to Weekly, for all that Courier publishes, letter of 15 October;"
        f" SHA-256 {digest} (not verified: its file was not given)"
    )
    assert use(Presented(grant, has_letter=True)).reason.endswith(f"SHA-256 {digest} (verified)")


@pytest.mark.parametrize(
    ("fields", "known", "covers"),
    [
        ({"publisher": "COURIER"}, ["The Steppe Courier (Courier)"], True),
        ({"publisher": "Курьер"}, ["Courier", "«Курьер»"], True),
        ({"publisher": "courier.example"}, [], True),
        ({"publisher": "courier.example"}, ["courier"], True),
        ({"publisher": "https://www.courier.example/"}, [], True),
        ({"publisher": "HTTP://courier.example"}, [], True),
        ({"publisher": "Courier (Kazakhstan)"}, ["COURIER (Kazakhstan)"], True),
        ({"publisher": "Courier (licensees)"}, ["The Steppe Courier (Courier)"], True),
        ({"works": ["*/news/*"]}, ["Courier"], True),
        ({"works": ["*/news/*", ORIGINAL]}, [], True),
        # A company's name, another paper of the same name, nothing known: a person has to look.
        ({"publisher": "Courier Media LLP"}, ["Courier"], False),
        ({"publisher": "courier.kz"}, [], False),
        ({"publisher": "Courier"}, ["The Daily (Daily)"], False),
        ({"publisher": "Courier"}, [], False),
        ({"publisher": "..."}, ["..."], False),
        # What several share in brackets: a country, a legal form, for whom the terms are.
        ({"publisher": "Other (Kazakhstan)"}, ["Courier (Kazakhstan)"], False),
        ({"publisher": "Other (Courier)"}, ["Courier"], False),
        ({"publisher": "(Kazakhstan)"}, ["Courier (Kazakhstan)"], False),
        ({"publisher": "https://courier.example/news/"}, [], False),
        ({"works": ["*/news/*"]}, [], False),
        ({"works": ["*/news/*", "https://other.example/*"]}, [], False),
    ],
)
def test_a_grant_without_addresses_is_for_its_own_publisher(
    fields: dict[str, Any], known: list[str], *, covers: bool
) -> None:
    found = use(a_grant(**fields), publishers=known)
    assert found.coverage is (Coverage.COVERS if covers else Coverage.UNKNOWN)
    assert ("write publisher_hosts or works into it" in found.reason) is not covers


@pytest.mark.parametrize("suffix", ["com.kz", "kz", "blogspot.com", "https://com.kz/"])
def test_a_suffix_that_many_share_is_no_publisher(suffix: str) -> None:
    under = [f"https://paper.{suffix.removeprefix('https://').rstrip('/')}/news/1"]
    found = use(a_grant(publisher=suffix), original_urls=under, publishers=["Paper"])
    assert found.coverage is Coverage.UNKNOWN


def test_a_grant_without_addresses_may_be_for_an_article_without_one() -> None:
    assert use(a_grant(), original_urls=[]).coverage is Coverage.COVERS
    assert use(a_grant(), original_urls=[], publishers=[]).coverage is Coverage.UNKNOWN


def test_an_unknown_address_leaves_it_open() -> None:
    grant = a_grant(works=[ORIGINAL], grantee_hosts=["weekly.example"])
    assert use(grant, candidate_url=None).coverage is Coverage.UNKNOWN
    assert use(grant, original_urls=[]).coverage is Coverage.UNKNOWN


def test_what_is_sure_not_to_cover_is_said_before_what_cannot_be_told() -> None:
    grant = a_grant(works=["https://courier.example/other"], grantee_hosts=["daily.example"])
    found = use(grant, original_urls=[])
    assert (found.coverage, found.reason) == (
        Coverage.DOES_NOT,
        "holds on daily.example, not on weekly.example",
    )


def test_a_policy_may_take_signed_grants_alone() -> None:
    grant = a_grant()
    found = use(grant, signed_only=True)
    assert (found.coverage, found.reason) == (
        Coverage.DOES_NOT,
        "is not signed, and the policy takes signed grants alone",
    )
    signed = Presented(grant, signature=Signature("2026-a", ("courier.example",)))
    assert use(signed, signed_only=True).coverage is Coverage.COVERS
    assert "signed with key 2026-a" in use(signed).reason


def test_a_key_does_not_speak_for_the_articles_of_others() -> None:
    signed = Presented(a_grant(), signature=Signature("k", ("other.example",)))
    assert use(signed).coverage is Coverage.DOES_NOT


def test_one_address_of_the_original_on_the_publishers_host_is_enough() -> None:
    grant = a_grant(publisher_hosts=["courier.example"], works=[ORIGINAL])
    assert use(grant, original_urls=["https://amp.example/1", ORIGINAL]).coverage is Coverage.COVERS


@pytest.mark.parametrize(
    ("published", "fields", "coverage"),
    [
        (date(2026, 10, 20), {"valid_to": date(2026, 10, 31)}, Coverage.UNKNOWN),
        (date(2026, 10, 31), {"valid_to": date(2026, 10, 31)}, Coverage.UNKNOWN),
        (date(2026, 11, 1), {"valid_to": date(2026, 10, 31)}, Coverage.DOES_NOT),
        (None, {"valid_to": date(2026, 10, 31)}, Coverage.DOES_NOT),
        (
            date(2026, 10, 1),
            {"valid_from": date(2026, 10, 2), "valid_to": date(2026, 10, 31)},
            Coverage.DOES_NOT,
        ),
        (date(2026, 10, 20), {"revoked": date(2026, 10, 31)}, Coverage.DOES_NOT),
        (date(2026, 10, 20), {"valid_to": date(2026, 11, 30)}, Coverage.COVERS),
    ],
)
def test_what_was_put_up_while_a_grant_held_is_for_a_person_after_its_end(
    published: date | None, fields: dict[str, Any], coverage: Coverage
) -> None:
    found = use(a_grant(**fields), published=published)
    assert found.coverage is coverage
    if coverage is Coverage.UNKNOWN:
        assert found.reason.endswith("look into the letter whether that may stay up")


@pytest.mark.parametrize(
    "work",
    [
        "https://m.courier.example/news/1",
        "https://courier.example/news/1/amp",
        "https://courier.example/news/1/?utm_source=letter",
        "courier.example/news/1",
    ],
)
def test_a_work_may_be_named_by_any_address_of_the_article(work: str) -> None:
    assert use(a_grant(works=[work])).coverage is Coverage.COVERS


@pytest.mark.parametrize(
    "shown",
    [
        "https://weekly-example.cdn.ampproject.org/c/s/weekly.example/a",
        "https://web.archive.org/web/2026/https://weekly.example/a",
    ],
)
def test_a_cache_shows_the_grantees_own_page(shown: str) -> None:
    grant = a_grant(grantee_hosts=["weekly.example"])
    assert use(grant, candidate_url=shown).coverage is Coverage.COVERS
    other = shown.replace("weekly.example", "other.example")
    assert use(grant, candidate_url=other).coverage is Coverage.DOES_NOT


@given(start=st.integers(-5, 5), length=st.integers(0, 5), revoked=st.none() | st.integers(-5, 5))
def test_a_grant_holds_on_its_days_and_on_no_other(
    start: int, length: int, revoked: int | None
) -> None:
    first, last = DAY + timedelta(start), DAY + timedelta(start + length)
    ended = None if revoked is None else DAY + timedelta(revoked)
    grant = a_grant(valid_from=first, valid_to=last, revoked=ended)
    holds = first <= DAY <= last and (ended is None or ended > DAY)
    assert (use(grant).coverage is Coverage.COVERS) is holds


@pytest.mark.parametrize(
    ("fields", "hosts", "expected"),
    [
        ({}, ["courier.example"], True),
        ({"publisher_hosts": ["courier.example"]}, ["m.courier.example"], True),
        ({"publisher_hosts": ["m.courier.example"]}, ["courier.example"], True),
        ({"publisher_hosts": ["courier.example"]}, ["other.example"], False),
        ({"publisher_hosts": ["courier.example"]}, ["other.example", "courier.example"], True),
        ({"publisher_hosts": ["courier.example"]}, [], True),
        ({"works": ["courier.example/news/1"]}, ["courier.example"], True),
        ({"works": ["https://*.courier.example/*"]}, ["other.example"], False),
        ({"works": ["*/news/*"]}, ["other.example"], True),
        (
            {"publisher_hosts": ["courier.example"], "works": ["https://other.example/1"]},
            ["other.example"],
            False,
        ),
    ],
)
def test_whose_a_grant_may_be_goes_by_the_hosts_it_names(
    fields: dict[str, Any], hosts: list[str], *, expected: bool
) -> None:
    assert may_be_of(Presented(a_grant(**fields)), hosts) is expected


@pytest.mark.parametrize(
    ("fields", "others", "expected"),
    [
        ({}, ["The Daily (Courier)"], False),
        ({}, ["The Daily"], True),
        ({"publisher_hosts": ["courier.example"]}, ["Courier"], True),
        ({"works": ["*/news/*"]}, ["Courier"], False),
    ],
)
def test_a_grant_without_hosts_is_not_of_whoever_is_known_by_another_name(
    fields: dict[str, Any], others: list[str], *, expected: bool
) -> None:
    assert may_be_of(Presented(a_grant(**fields)), ["courier.example"], others=others) is expected


def test_a_key_speaks_for_its_hosts_and_no_others() -> None:
    signed = Presented(
        a_grant(publisher_hosts=["other.example"]),
        signature=Signature(kid="a", hosts=("courier.example",)),
    )
    assert may_be_of(signed, ["courier.example"])
    assert not may_be_of(signed, ["other.example"])
