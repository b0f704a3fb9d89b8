"""Pairs of addresses that name one article or two, and the laws behind them."""

from __future__ import annotations

import re
import time
from pathlib import Path
from urllib.parse import urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reuse_guard.urls.identity import parse_address, same_address, site_of
from reuse_guard.urls.parameters import TRACKERS, is_tracker

PAIRS = Path(__file__).parent / "pairs.txt"
hosts = st.sampled_from(
    [
        "orig.kz",
        "www.orig.kz",
        "m.orig.kz",
        "orig.com",
        "gov.kz",
        "www.gov.kz",
        "алатау.қаз",
        "co.uk",
    ]
)
segments = st.text(alphabet="abcя1-._~%/ ", max_size=12)
names = st.sampled_from(["id", "newsid", "p", "page", "lang", "sid", "utm", "ref", "from", "q"])
parameters = st.lists(st.tuples(names, st.text(alphabet="ab1я &=+%", max_size=5)), max_size=3)
trackers = st.lists(
    st.tuples(
        st.sampled_from([*sorted(TRACKERS), "utm_source", "utm_x", "pk_kwd", "hsa_acc"]),
        st.text(alphabet="ab1&=", max_size=5),
    ),
    max_size=4,
)


@st.composite
def addresses(draw: st.DrawFn) -> str:
    """An address that a news site may have."""
    query = urlencode(draw(parameters))
    scheme = draw(st.sampled_from(["http", "https"]))
    path = draw(segments).strip()  # white space at the end is no part of an address
    return f"{scheme}://{draw(hosts)}/{path}" + (f"?{query}" if query else "")


def rows() -> list[list[str]]:
    lines = PAIRS.read_text("utf-8").splitlines()
    return [re.split(r" {2,}", line) for line in lines if line and not line.startswith("#")]


@pytest.mark.parametrize(("verdict", "first", "second", "why"), rows(), ids=lambda text: text)
def test_pair(verdict: str, first: str, second: str, why: str) -> None:
    assert same_address(first, second) is (verdict == "same"), why
    assert same_address(second, first) is (verdict == "same"), why


def test_there_are_pairs_enough() -> None:
    assert len(rows()) >= 80


@given(addresses())
def test_every_address_names_its_own_article(address: str) -> None:
    assert same_address(address, address)


@given(addresses(), addresses())
def test_it_does_not_matter_which_comes_first(first: str, second: str) -> None:
    assert same_address(first, second) == same_address(second, first)


@given(addresses(), addresses(), addresses())
def test_the_same_as_the_same_is_the_same(first: str, second: str, third: str) -> None:
    if same_address(first, second) and same_address(second, third):
        assert same_address(first, third)


@given(addresses(), trackers, trackers, st.randoms())
def test_trackers_and_their_order_change_nothing(
    address: str, some: list[tuple[str, str]], others: list[tuple[str, str]], random: object
) -> None:
    mixed = [*some, *others]
    random.shuffle(mixed)  # type: ignore[attr-defined]
    assert same_address(with_parameters(address, some), with_parameters(address, mixed))


def with_parameters(address: str, pairs: list[tuple[str, str]]) -> str:
    if not pairs:
        return address
    return f"{address}{'&' if '?' in address else '?'}{urlencode(pairs)}"


@given(addresses(), addresses())
def test_no_two_sites_share_an_article(first: str, second: str) -> None:
    one, other = parse_address(first), parse_address(second)
    assert one is not None
    assert other is not None
    if same_address(first, second):
        assert one.host == other.host or site_of(one.host) == site_of(other.host)


@given(
    addresses(), st.text(alphabet="abdinprsu_", min_size=1, max_size=8), st.text("12", min_size=1)
)
def test_a_parameter_on_no_list_tells_articles_apart(address: str, name: str, value: str) -> None:
    if not is_tracker(name):
        assert not same_address(address, with_parameters(address, [(name, value)]))


@given(st.text())
def test_any_text_may_be_asked_about(text: str) -> None:
    assert same_address(text, text)
    assert not same_address(text, "https://orig.kz/never/met")


@pytest.mark.parametrize(
    ("query", "same"),
    [
        ("ref=partner.com", True),
        ("ref=news.partner.kz&utm_source=x", True),
        ("ref=xn--80ak6aa92e.xn--p1ai", True),
        ("ref=partner", False),
        ("ref=12", False),
        ("ref=v1.2", False),
        ("ref=page.html", False),
        ("ref=1.2.3.4", False),
        ("id=partner.com", False),
        ("ref=partner.com/page", False),
    ],
)
def test_the_host_that_links_names_no_article(query: str, same: bool) -> None:  # noqa: FBT001
    assert same_address("https://orig.kz/news/1", f"https://orig.kz/news/1?{query}") is same


def test_marks_by_the_ten_thousand_cost_little_time() -> None:
    marks = "%CC%81%CC%A3" * 40_000
    started = time.process_time()
    assert parse_address(f"https://orig.kz/a{marks}") is not None
    assert parse_address(f"https://orig.kz/?a={marks}") is not None
    assert time.process_time() - started < 2
