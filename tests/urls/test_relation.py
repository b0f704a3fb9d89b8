"""Where an address leads, seen from the original."""

from __future__ import annotations

import pytest

from reuse_guard.urls.identity import parse_address
from reuse_guard.urls.relation import Article, Relation, same_site

NEWS = "https://orda-press.kz/news/2026/flood-1"


def relate(url: str, *urls: str, home: str | None = None) -> Relation:
    address = parse_address(url)
    assert address is not None
    return Article.of(urls or (NEWS,), home).relate(address).relation


@pytest.mark.parametrize(
    ("url", "relation"),
    [
        ("http://www.orda-press.kz/news/2026/flood-1/", Relation.ARTICLE),
        ("https://m.orda-press.kz/news/2026/flood-1", Relation.VARIANT),
        ("https://orda-press.kz/amp/news/2026/flood-1", Relation.VARIANT),
        ("https://orda-press.kz/news/2026/flood-1.amp", Relation.VARIANT),
        ("https://orda-press.kz/news/2026/flood-1?amp", Relation.VARIANT),
        ("https://orda-press.kz/news/2026/flood-1?outputType=amp", Relation.VARIANT),
        ("https://orda-press.kz/news/2026/flood-1/index.php", Relation.RESPELT),
        ("https://orda-press.kz//news/2026//flood-1", Relation.RESPELT),
        ("https://m.orda-press.kz//news/2026/flood-1", Relation.VARIANT),
        ("https://orda-press.kz/news/2026/flood-1/print/", Relation.VARIANT),
        ("https://orda-press.kz/news/2026/flood-1?m=2", Relation.SAME_SITE),
        ("https://orda-press.kz", Relation.HOME),
        ("https://m.orda-press.kz/", Relation.HOME),
        ("https://orda-press.kz/kz/", Relation.HOME),
        ("https://orda-press.kz/index.html", Relation.HOME),
        ("https://orda-press.kz/news/", Relation.SECTION),
        ("https://orda-press.kz/news/2026", Relation.SECTION),
        ("https://orda-press.kz/news/2026/flood-2", Relation.SAME_SITE),
        ("https://orda-press.kz/sport/", Relation.SAME_SITE),
        ("https://orda-press.kz/?s=flood", Relation.SAME_SITE),
        ("https://orda-press.com/news/2026/flood-1", Relation.LOOKALIKE),
        ("https://ordapress.kz/news/2026/flood-1", Relation.LOOKALIKE),
        ("https://orda-pres.kz/", Relation.LOOKALIKE),
        ("https://orda-prеss.kz/", Relation.LOOKALIKE),
        ("https://orda-press.kz.example.com/", Relation.LOOKALIKE),
        ("https://mirror.example.com/orda-press.kz/news/1", Relation.LOOKALIKE),
        ("https://example.com/news/2026/flood-1", Relation.UNRELATED),
        ("https://kz/", Relation.UNRELATED),
        ("https://127.0.0.1/orda", Relation.UNRELATED),
    ],
)
def test_relation(url: str, relation: Relation) -> None:
    assert relate(url) is relation


def test_short_names_have_honest_neighbours() -> None:
    assert relate("https://abb.kz/", "https://abc.kz/1") is Relation.UNRELATED
    assert relate("https://tengi.kz/", "https://orda.kz/1") is Relation.UNRELATED


def test_whatever_the_original_declares_is_the_article() -> None:
    declared = (NEWS, "https://orda.example/1", "https://amp.orda-press.kz/1")
    assert relate("https://orda.example/1", *declared) is Relation.ARTICLE
    assert relate("https://amp.orda-press.kz/1", *declared) is Relation.ARTICLE


def test_a_home_page_is_no_article_unless_nothing_else_is_known() -> None:
    assert relate("https://orda-press.kz/", NEWS, "https://orda-press.kz/") is Relation.HOME
    assert relate("https://orda-press.kz/", "https://orda-press.kz/") is Relation.ARTICLE


def test_a_section_is_no_article_where_one_stands_below_it() -> None:
    section, year = "https://orda-press.kz/news/", "https://orda-press.kz/news/2026"
    assert relate(section, NEWS, section) is Relation.SECTION
    assert relate(year, NEWS, year) is Relation.SECTION
    assert relate(section, section) is Relation.ARTICLE
    # What the caller names is the article, whatever the page declares below it.
    live = "https://orda-press.kz/election"
    assert relate(live, live, f"{live}/live-2026") is Relation.ARTICLE
    bridge = "https://orda-press.kz/bridge"
    assert relate(bridge, bridge, f"{bridge}/amp", f"{bridge}/kk") is Relation.ARTICLE


def test_a_declared_short_address_makes_no_site_of_its_shortener() -> None:
    short = "https://wp.me/pX-1"
    assert relate(short, NEWS, short) is Relation.ARTICLE
    assert relate("https://wp.me/pX-2", NEWS, short) is Relation.UNRELATED


def test_the_home_page_may_be_elsewhere() -> None:
    assert relate("https://orda.example/", NEWS, home="https://orda.example") is Relation.HOME


def test_without_an_address_nothing_is_known() -> None:
    assert not Article.of([]).is_known
    assert not Article.of(["not an address", ""]).is_known


def test_sites_end_where_owners_do() -> None:
    assert same_site("a.orig.com.kz", "b.orig.com.kz")
    assert not same_site("a.com.kz", "b.com.kz")
    assert not same_site("a.github.io", "b.github.io")
    assert not same_site("com", "com.kz")
