from __future__ import annotations

import time
from datetime import date
from json import dumps

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reuse_guard.documents.html import read_html
from reuse_guard.documents.linked_data import things_of
from reuse_guard.documents.metadata import parse_date, without_site
from reuse_guard.documents.model import Document, Signal
from reuse_guard.documents.read import read


def page(head: str, *, url: str | None = "https://a.kz/news/1", lang: str = "") -> Document:
    markup = f"<html {lang}><head>{head}</head><body><p>Text.</p></body></html>"
    return read_html(markup, source="page.html", url=url, sha256="")


def linked(json: str) -> str:
    return f'<script type="application/ld+json">{json}</script>'


TITLES = {
    "<meta property=og:title content='Flood'><title>Other | Site</title>": "Flood",
    "<meta property=og:site_name content=Post><meta property=og:title content='Up - Post'>": "Up",
    "<meta property=og:site_name content=Post><meta property=og:title content='A - Post'>": "A",
    "<title>Flood waters fall - at last</title>": "Flood waters fall - at last",
    "<title>Flood falls | Post</title><h1>Post</h1><h2>Flood falls</h2>": "Flood falls",
    "<title>Post</title><h1>Flood falls</h1><h2>Post</h2>": "Flood falls",
    "<title>Flood | Post</title><h1>River falls</h1><h2>Flood</h2>": "River falls",
    linked('{"@type": "NewsArticle", "headline": "Flood &amp; rain"}'): "Flood & rain",
    "": None,
}  # fmt: skip


@pytest.mark.parametrize(("head", "title"), TITLES.items())
def test_the_title_comes_without_the_site(head: str, title: str | None) -> None:
    assert page(head).title == title


@given(st.text(max_size=60), st.text(max_size=20))
def test_a_title_without_its_site_is_a_part_of_it(title: str, site: str) -> None:
    assert without_site(title, site) in title


def test_addresses_come_in_the_order_of_their_weight_and_once() -> None:
    document = page(
        "<link rel=alternate hreflang=kk href=/kk/1><link rel=amphtml href=/amp/1>"
        "<meta property=og:url content=https://a.kz/news/og><link rel=canonical href=/news/1>"
        "<link rel=alternate type=application/rss+xml href=/rss>"
    )
    assert document.canonical_urls == (
        "https://a.kz/news/1", "https://a.kz/news/og", "https://a.kz/amp/1", "https://a.kz/kk/1",
    )  # fmt: skip


ARTICLE = "https://a.kz/news/4711-bridge"


def ld(text: str) -> str:
    return f'<script type="application/ld+json">{text}</script>'


@pytest.mark.parametrize(
    ("head", "addresses"),
    [
        # WordPress writes one into the head of every post, relative or not.
        (
            f"<link rel=canonical href={ARTICLE}><link rel=shortlink href='/?p=4711'>",
            (ARTICLE, "https://a.kz/?p=4711"),
        ),
        (
            f"<link rel=canonical href={ARTICLE}><link rel=shortlink href='https://wp.me/pX-1'>",
            (ARTICLE, "https://wp.me/pX-1"),
        ),
        (
            f"<link rel=canonical href={ARTICLE}><link rel=shortlink href='https://a.kz/'>",
            (ARTICLE,),
        ),
        # A section, or the home page, of which another address is an article.
        (
            f"<link rel=canonical href=https://a.kz/news/><meta property=og:url content={ARTICLE}>",
            (ARTICLE,),
        ),
        (
            f"<link rel=canonical href=https://a.kz/kk/><meta property=og:url content={ARTICLE}>",
            (ARTICLE,),
        ),
        (
            "<link rel=canonical href=https://a.kz/bridge><link rel=amphtml href=https://a.kz/bridge/amp>"
            "<link rel=alternate hreflang=kk href=https://a.kz/bridge/kk>",
            ("https://a.kz/bridge", "https://a.kz/bridge/amp", "https://a.kz/bridge/kk"),
        ),
        # JSON-LD, where nothing better is there.
        (ld(f'{{"@type":"NewsArticle","url":"{ARTICLE}"}}'), (ARTICLE,)),
        (
            ld(f'{{"@type":"NewsArticle","mainEntityOfPage":{{"@id":"{ARTICLE}"}}}}'),
            (ARTICLE,),
        ),
        (
            ld(f'{{"@type":"NewsArticle","@id":"{ARTICLE}#article","mainEntityOfPage":true}}'),
            (f"{ARTICLE}#article",),
        ),
        (ld('{"@type":"NewsArticle","url":"https://a.kz/","@id":"https://a.kz/kk"}'), ()),
        (
            ld(
                f'{{"@type":"NewsArticle","url":"{ARTICLE}","mainEntityOfPage":"https://a.kz/news"}}'
            ),
            (ARTICLE,),
        ),
        (ld('{"@type":"WebSite","url":"https://a.kz/about-us/1234"}'), ()),
        (
            f"<meta property=og:url content={ARTICLE}>"
            + ld('{"@type":"NewsArticle","url":"https://a.kz/news/4712-other"}'),
            (ARTICLE,),
        ),
        # Of two articles it is the one that the page is headed with, or none.
        (
            ld(
                f'[{{"@type":"NewsArticle","headline":"Other","url":"{ARTICLE}2"}},'
                f'{{"@type":"NewsArticle","headline":"Bridge","url":"{ARTICLE}"}}]'
            )
            + "<body><h1>Bridge</h1>",
            (ARTICLE,),
        ),
        (
            ld(
                f'[{{"@type":"NewsArticle","headline":"Other","url":"{ARTICLE}2"}},'
                f'{{"@type":"NewsArticle","headline":"Bridge","url":"{ARTICLE}"}}]'
            ),
            (),
        ),
    ],
)
def test_a_page_has_the_addresses_that_tell_its_article(
    head: str, addresses: tuple[str, ...]
) -> None:
    assert read(f"<html><head>{head}", format="html").canonical_urls == addresses


@pytest.mark.parametrize(
    "page",
    [
        f"<!DOCTYPE html>\n<!-- saved from url=(0029){ARTICLE} -->\n<html><body><p>Text.",
        f"<html><!--\n Page saved with SingleFile \n url: {ARTICLE} \n saved: x\n--><body>Text",
    ],
)
def test_a_page_that_was_saved_tells_where_it_stood(page: str) -> None:
    assert read(page, format="html").canonical_urls == (ARTICLE,)
    declared = page.replace("<body>", "<link rel=canonical href=https://a.kz/news/1-a><body>")
    assert read(declared, format="html").canonical_urls == ("https://a.kz/news/1-a",)
    at_home = page.replace("news/4711-bridge", "")
    assert read(at_home, format="html").canonical_urls == ()
    on_a_disk = page.replace("https://a.kz", "file:///home")
    assert read(on_a_disk, format="html").canonical_urls == ()


def test_a_base_element_moves_relative_addresses() -> None:
    assert page("<base href=//b.kz/x/><link rel=canonical href=1>").canonical_urls == (
        "https://b.kz/x/1",
    )


@pytest.mark.parametrize(
    ("head", "lang", "language"),
    [
        ("", "lang=kk", "kk"),
        ("<meta property=og:locale content=ru_KZ>", "", "ru-KZ"),
        ("<meta http-equiv=content-language content='en, ru'>", "", "en"),
        ("", "lang=''", None),
    ],
)
def test_the_language_is_a_tag(head: str, lang: str, language: str | None) -> None:
    assert page(head, lang=lang).language == language


DATES = {
    "2026-03-01T23:30:00+05:00": date(2026, 3, 1),
    "20260301": date(2026, 3, 1),
    "2026/03/01 08:00": date(2026, 3, 1),
    "1.3.2026": date(2026, 3, 1),
    "Sun, 01 Mar 2026 08:00:00 +0500": date(2026, 3, 1),
    "03/01/2026": None,
    "2026-02-30": None,
    "yesterday": None,
    "": None,
}


@pytest.mark.parametrize(("text", "day"), DATES.items())
def test_a_date_is_read_where_it_is_clear(text: str, day: date | None) -> None:
    assert parse_date(text) == day


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2099, 12, 31)))
def test_every_iso_date_is_read(day: date) -> None:
    assert parse_date(day.isoformat()) == day


@given(st.text(max_size=80))
def test_no_text_breaks_the_reading_of_dates(text: str) -> None:
    parse_date(text)


@pytest.mark.parametrize(
    "head",
    [
        linked('{"@graph": [{"@type": ["NewsArticle"], "datePublished": "2026-03-01"}]}'),
        "<meta property=article:published_time content=2026-03-01>",
        "<time datetime=2026-03-01>1 March</time>",
    ],
)
def test_the_date_of_publication_has_many_places(head: str) -> None:
    assert page(head).published == date(2026, 3, 1)


HEADER = "<header><h1>Flood</h1><time datetime=2026-03-01>1 March</time></header>"
TICKER = (
    "<div class=ticker><ul><li><time datetime=2026-03-20>20</time> <a href=/t>Storm</a></ul></div>"
)
TEXT = f"<p>{'The river dropped, and boats carry bread until May. ' * 4}</p>"
SAID = (
    "our office in the valley, published on <time datetime=2026-03-01>1 March</time>, for all.</p>"
)
TEASER = "<article><h2>Bridge</h2><time datetime=2026-02-02>2 Feb</time></article>"


@pytest.mark.parametrize(
    ("body", "day"),
    [
        (f"{TICKER}<article>{HEADER}<p>Text.</p></article>", 1),
        (f"{TICKER}<div><div>{HEADER}</div><p>Text.</p></div>", 1),
        (f"{TICKER}<article><h1>Flood</h1><p>Text.</p></article>", None),
        (f"{TEASER}<article><h1>Flood</h1><time datetime=2026-03-01>1</time>{TEASER}</article>", 1),
        (f"<h1>The Post</h1>{TICKER}<article>{HEADER}</article>", 1),
        (f"<article>{TEASER}<p>Text.</p><time datetime=2026-03-01>1</time></article>", None),
        (f"<aside>{TICKER}</aside><p>Text.</p><time datetime=2026-03-01>1</time>", 1),
        ("<h1>Flood</h1><time class=modified datetime=2026-03-09>9</time>", 9),
        (f"<h1>Flood</h1>{TEXT}<time datetime=2026-03-01>1</time>{TEXT * 2}{TICKER}", 1),
        (f"<h1>Flood</h1>{TEXT * 3}<div><time datetime=2026-03-01>1</time> Fair</div>", None),
        (f"<h1>Flood</h1>{TEXT * 3}<time itemprop=datePublished datetime=2026-03-01>1</time>", 1),
        (f"<h1>Flood</h1>{TEXT * 3}<h1>Flood</h1><time datetime=2026-03-01>1</time>", 1),
        (f"<ul><li><h1>Flood</h1><div><time datetime=2026-03-01>1</time></div>{TEXT}</ul>", 1),
        (f"<h1>Flood</h1><p>By Asel Nurlan of {SAID}", 1),
        (f"<h1>Flood</h1><p>Опубликовано {SAID}", 1),
        (f"<h1>Flood</h1><p>By 3 May the council had published its plans. {SAID}", None),
        (f"<h1>Flood</h1><p>The river was mentioned by every newspaper of ours {SAID}", None),
        (f"<header><time datetime=2026-03-20>20</time></header><h1>Flood</h1>{TEXT}", None),
        (f"<h1>Flood</h1>{TEXT.replace('May', '<time datetime=2026-05-01>May</time>')}", None),
        (
            "<h1>Flood</h1><time class=updated datetime=2026-03-09>9</time>"
            "<time class='published updated' datetime=2026-03-01>1</time>",
            1,
        ),
        (
            "<h1>Flood</h1><time datetime=2026-03-09>9</time>"
            "<time itemprop=datePublished datetime=2026-03-01>1</time>",
            1,
        ),
        (
            "<h1>Flood</h1><time datetime=2026-03-09>9</time><time datetime=2026-03-01>1</time>",
            None,
        ),
    ],
)
def test_of_the_dates_that_a_page_shows_that_beside_its_headline_is_its_own(
    body: str, day: int | None
) -> None:
    document = read(f"<html><head><title>Flood</title></head><body>{body}", format="html")
    assert document.published == (date(2026, 3, day) if day else None)


BROKEN = {
    "a comma too many": '{"@type": "NewsArticle", "headline": "Flood",}',
    "a line end in a string": '{"@type": "NewsArticle", "headline": "Flood", "x": "a\nb"}',
    "a comment around": '<!-- {"@type": "NewsArticle", "headline": "Flood"} -->',
    "CDATA around": '//<![CDATA[\n{"@type": "NewsArticle", "headline": "Flood"}\n//]]>',
    "two values": '{"@type": "Organization"} {"@type": "NewsArticle", "headline": "Flood"}',
    "cut off": '{"@type": "NewsArticle", "headline": "Flood", "author": {"name": "A',
    "a quote inside": '{"@type": "NewsArticle", "headline": "Flood", "x": "say "no""}',
}


@pytest.mark.parametrize("json", BROKEN.values(), ids=BROKEN.keys())
def test_broken_linked_data_still_tells_the_headline(json: str) -> None:
    assert page(linked(json)).title == "Flood"


@given(st.text(max_size=200))
def test_no_text_breaks_the_reading_of_linked_data(text: str) -> None:
    things_of(text)


def test_authors_are_named_once() -> None:
    names = '[{"name": "A. Sadyk"}, "N. Omarov", {"name": "A. Sadyk"}]'
    json = f'{{"@type": "NewsArticle", "author": {names}}}'
    assert page(linked(json)).authors == ("A. Sadyk", "N. Omarov")
    assert page("<meta name=author content='A. Sadyk'>").authors == ("A. Sadyk",)
    assert page("<meta property=article:author content=https://f.example/a>").authors == ()


MAIN = {
    "@type": "NewsArticle",
    "headline": "Flood",
    "url": "https://a.kz/flood-1",
    "datePublished": "2026-03-01",
    "author": {"name": "A. Sadyk"},
}
OTHER = {
    "@type": "NewsArticle",
    "headline": "Bridge",
    "url": "https://a.kz/bridge-2",
    "datePublished": "2026-02-02",
    "author": {"name": "B. Omarov"},
}
LIST = {"@type": "ItemList", "itemListElement": [{"@type": "ListItem", "item": OTHER}]}
CALLED = "<meta property=og:title content='Flood - Post'><meta property=og:site_name content=Post>"
AT = "<link rel=canonical href=https://a.kz/flood-1>"


@pytest.mark.parametrize("head", [CALLED, AT, "<title>Flood | Post</title>"])
@pytest.mark.parametrize(
    "data",
    [
        [MAIN, OTHER],
        [OTHER, MAIN],
        {"@graph": [LIST, MAIN]},
        {**MAIN, "citation": OTHER},
        {**MAIN, "headline": "Flood: our blog", "liveBlogUpdate": [OTHER]},
        {**MAIN, "isBasedOn": {**MAIN, "author": {"name": "C"}}},
    ],
)
def test_date_and_authors_are_those_of_the_pages_own_article(head: str, data: object) -> None:
    document = page(head + linked(dumps(data)))
    assert (document.authors, document.published) == (("A. Sadyk",), date(2026, 3, 1))


def test_of_two_articles_none_of_which_is_the_pages_nothing_is_taken() -> None:
    document = page("<title>Storm</title>" + linked(dumps([MAIN, OTHER])))
    assert (document.authors, document.published) == ((), None)
    assert document.title == "Storm"


def test_what_all_robots_are_told_is_apart_from_what_single_ones_are() -> None:
    head = "<meta name=ROBOTS content='NoIndex, follow'><meta name=googlebot content=nofollow>"
    assert page(head).robots == {"noindex", "follow"}
    assert page(head).crawlers == {"nofollow"}


def test_signals_say_where_they_stand() -> None:
    document = page(
        "\n<link rel=canonical href=https://o.kz/1>\n<meta name=original-source content=https://o.kz/2>\n"
        + linked(
            '{"@type": "NewsArticle", "isBasedOn": {"@id": "https://o.kz/3"}, "citation": "A book"}'
        )
        + "\n<blockquote cite=/4>Quoted.</blockquote>"
    )
    assert document.signals == (
        Signal("canonical", "https://o.kz/1", 2),
        Signal("original-source", "https://o.kz/2", 3),
        Signal("isBasedOn", "https://o.kz/3", 4),
        Signal("cite", "https://a.kz/4", 5),
    )


def test_the_text_of_a_box_is_read_once_however_many_dates_stand_in_it() -> None:
    dates = ("water " * 25 + '<time datetime="2026-11-13">13 November</time> ') * 2500
    text = f"</head><body><h1>River falls</h1><ul><li>{dates}</ul>"
    start = time.process_time()
    assert page(text).published == date(2026, 11, 13)
    assert time.process_time() - start < 2


@pytest.mark.parametrize("tag", ["h1", "h2"])
def test_headings_in_one_another_are_not_read_to_their_ends(tag: str) -> None:
    inside = "<b>two metres of water</b> " * 4_000
    date_below = "<time datetime=2026-11-13>13 November</time>"
    text = f"</head><body><h1>River falls</h1>{f'<{tag}>' * 600}{inside}{f'</{tag}>' * 600}"
    document = page(text + date_below)
    start = time.process_time()
    assert document.published == date(2026, 11, 13)
    assert time.process_time() - start < 2
