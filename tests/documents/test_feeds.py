from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from tests.documents.reading_case import check_offsets, describe

from reuse_guard import Outcome, check
from reuse_guard.documents.feeds import read_feed
from reuse_guard.documents.html_tree import HtmlLimits
from reuse_guard.documents.limits import ReadLimits
from reuse_guard.documents.model import Format, Role
from reuse_guard.documents.read import read
from reuse_guard.errors import ReadError

if TYPE_CHECKING:
    from pathlib import Path

RSS = """<?xml version="1.0" encoding="{encoding}"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
     xmlns:dc="http://purl.org/dc/elements/1.1/"
     xmlns:media="http://search.yahoo.com/mrss/">
<channel><title>Example News</title><description>All the news</description>
<item>
 <title>Вода &amp; мосты</title>
 <link>https://partner.example/1</link>
 <pubDate>Fri, 12 Apr 2024 23:30:00 +0600</pubDate>
 <description>The river dropped on Friday…</description>
 <media:content url="https://partner.example/1.jpg"/>
 <dc:creator>Aigerim Sadyk</dc:creator>
 <source url="https://example-news.kz/rss">Example News</source>
 <content:encoded><![CDATA[<p>The river dropped on Friday, the akimat said.</p>
<p>See the <a href="/plan">plan</a>.</p>]]></content:encoded>
</item>
<item><title>Bridges</title>
<description>&lt;p&gt;Bridges open &amp;amp; close.&lt;/p&gt;</description>
<guid>https://partner.example/2</guid></item>
</channel></rss>
"""

ATOM = """<feed xmlns="http://www.w3.org/2005/Atom">
<entry xml:lang="kk"><title>Көпір ашылды</title>
<link rel="self" href="https://partner.example/self"/><link href="https://partner.example/3"/>
<link rel="via" href="https://example-news.kz/3"/>
<updated>2024-05-07T00:00:00Z</updated><published>2024-05-06T08:00:00+05:00</published>
<author><name>Данияр Ким</name></author>
<summary>Қысқаша.</summary>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Жаңа <b>көпір</b> ашылды.</p>
<p>Екінші абзац.</p></div></content>
</entry>
<entry><title>Plain</title><content type="text">1 &lt; 2 and so on.</content></entry>
</feed>"""

NINJS = """{
 "uri": "https://wire.example/4",
 "language": "en",
 "versioncreated": "2024-05-06T08:00:00Z",
 "byline": "Bolat Omarov",
 "headline": "Harvest begins",
 "body_text": "Farmers in the north started on Monday.\\n\\nRain is expected."
}"""

NINJS_3 = """[{"uri": "urn:x:5", "headlines": [{"role": "main", "value": "Harvest ends"}],
 "bodies": [{"contentType": "text/plain", "value": "Short."},
  {"contentType": "text/html", "value": "<p>The whole text of it.</p>"}]}]"""


def test_rss_items_are_documents_with_lines_of_the_feed() -> None:
    first, second = read_feed(RSS.format(encoding="UTF-8"), name="feed.xml")
    assert describe(first) == [
        "title: Вода & мосты",
        "published: 2024-04-12",
        "authors: Aigerim Sadyk",
        "signal source 13: https://example-news.kz/rss",
        "headline 14: Вода & мосты",
        "paragraph 14: The river dropped on Friday, the akimat said.",
        "paragraph 15: See the plan.",
        "hyperlink 15: https://partner.example/plan [plan]",
    ]
    assert (first.source, first.url) == ("feed.xml, item 1", "https://partner.example/1")
    assert (second.body_text, second.url) == ("Bridges open & close.", "https://partner.example/2")
    assert first.sha256 != second.sha256
    check_offsets(first)


def test_a_summary_with_words_of_its_own_is_kept() -> None:
    feed = RSS.format(encoding="UTF-8").replace("The river dropped on Friday…", "Own words.")
    assert read_feed(feed)[0].body_text.startswith("Own words.\nThe river dropped")


def test_a_feed_is_decoded_as_it_says(tmp_path: Path) -> None:
    file = tmp_path / "feed.xml"
    text = RSS.format(encoding="windows-1251")
    file.write_bytes(text.replace("…", "...").encode("windows-1251"))
    assert read_feed(file)[0].title == "Вода & мосты"


def test_atom_entries_are_documents() -> None:
    first, second = read_feed(ATOM)
    assert describe(first) == [
        "title: Көпір ашылды",
        "published: 2024-05-06",
        "authors: Данияр Ким",
        "language: kk",
        "signal via 4: https://example-news.kz/3",
        "headline 8: Көпір ашылды",
        "paragraph 8: Қысқаша.",
        "paragraph 8: Жаңа көпір ашылды.",
        "paragraph 9: Екінші абзац.",
    ]
    assert first.url == "https://partner.example/3"
    assert second.body_text == "1 < 2 and so on."


def test_ninjs_items_are_documents() -> None:
    (item,) = read_feed(NINJS)
    assert describe(item) == [
        "title: Harvest begins",
        "published: 2024-05-06",
        "authors: Bolat Omarov",
        "language: en",
        "headline 7: Harvest begins",
        "paragraph 7: Farmers in the north started on Monday.",
        "paragraph 7: Rain is expected.",
    ]
    (later,) = read_feed(NINJS_3)
    assert (later.title, later.body_text) == ("Harvest ends", "The whole text of it.")


def test_each_ninjs_item_of_a_list_tells_the_line_of_its_own_text() -> None:
    feed = f'[{NINJS},\n {{"headline": "No text"}},\n {NINJS.strip()}]'
    first, without, last = read_feed(feed)
    lines = [document.blocks[0].first_line for document in (first, without, last)]
    assert lines == [7, 9, 16]


def test_read_takes_a_feed_of_one_item_and_refuses_more() -> None:
    assert read(NINJS).title == "Harvest begins"
    with pytest.raises(ReadError, match="page: is a feed of 2 items; give the page of one"):
        read(ATOM, name="page")
    with pytest.raises(ReadError, match="is a feed of 2 items"):  # told before any is read
        read(ATOM, limits=ReadLimits(html=HtmlLimits(tags=0)))


BROKEN = [
    ("<rss><channel><item>", "line 1: is no well-formed feed: "),
    ("<p>a page</p>", "feed: is no RSS or Atom feed but <p>; read a page with read"),
    ('{"body_html": ', "line 1, column 15: not valid JSON: "),
    ('{"title": ', "line 1, column 11: not valid JSON: "),
    (
        '{"title": "The ferry", "text": "It runs again."}',
        'feed: is JSON, but no news item in ninjs, which has its text under "body_html",'
        ' "body_text" or "bodies"; write it so, or give the article as HTML or text',
    ),
    ("[1, 2]", "feed: is JSON, but no news item in ninjs, "),
    ('["body_html", {"body_html": "x"}]', "feed: item 1: is no ninjs item"),
    (
        '<!DOCTYPE r [<!ENTITY x "lost">]><rss><channel><item><title>a</title>'
        "<description>b &x; c</description></item></channel></rss>",
        "line 1: uses the entity &x;, which is not expanded",
    ),
]


@pytest.mark.parametrize(("text", "message"), BROKEN, ids=range(len(BROKEN)))
def test_what_cannot_be_read_in_full_is_refused(text: str, message: str) -> None:
    with pytest.raises(ReadError, match=message):
        read_feed(text, name="feed")


def test_a_storm_of_entities_is_not_expanded() -> None:
    entities = '<!ENTITY e0 "ha">' + "".join(
        f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 20)
    )
    storm = f"<!DOCTYPE rss [{entities}]><rss><item><description>&e19;</description></item></rss>"
    with pytest.raises(ReadError, match="feed: "):
        read_feed(storm, name="feed")


def test_too_many_items_are_refused() -> None:
    with pytest.raises(ReadError, match=r"holds over 1 items \(feed_items\)"):
        read_feed(ATOM, limits=ReadLimits(feed_items=1))


def test_no_block_of_an_item_is_left_aside() -> None:
    text = "<description>&lt;div&gt;Short.&lt;/div&gt;</description>"
    feed = f"<rss><item><title>t</title>{text}</item></rss>"
    (item,) = read_feed(feed)
    assert [block.role for block in item.blocks] == [Role.HEADLINE, Role.PARAGRAPH]


ESCAPED = "&lt;p&gt;The river fell.&lt;/p&gt;&lt;p&gt;The ferry sails again.&lt;/p&gt;"


@pytest.mark.parametrize(
    ("element", "space", "text"),
    [
        ("y:full-text", "http://news.yandex.ru", "The river fell.\n\nThe ferry sails again."),
        ("y:content", "http://turbo.yandex.ru", ESCAPED),
        ("y:fulltext", "http://news.rambler.ru", ESCAPED),
    ],
)
def test_a_text_that_aggregators_ask_for_by_another_name_is_read(
    element: str, space: str, text: str
) -> None:
    name = element.partition(":")[2]
    feed = (
        f'<rss version="2.0" xmlns:y="{space}"><channel><title>P</title><item><title>River</title>'
        f"<description>Short.</description><y:{name}>{text}</y:{name}></item></channel></rss>"
    )
    (document,) = read_feed(feed)
    assert [block.text for block in document.blocks] == [
        *("River", "Short.", "The river fell.", "The ferry sails again.")
    ]


CAPTION = "Dana waits for the ferry."


@pytest.mark.parametrize("space", ["http://search.yahoo.com/mrss/", "http://e.kz/other"])
@pytest.mark.parametrize("name", ["description", "c:encoded"])
def test_the_caption_of_a_picture_is_no_text_of_an_item(space: str, name: str) -> None:
    media = f"<m:content url='a.jpg'><m:description>{CAPTION}</m:description></m:content>"
    feed = (
        f'<rss xmlns:m="{space}" xmlns:c="http://purl.org/rss/1.0/modules/content/"><channel>'
        f"<item><title>River</title><{name}>{ESCAPED}</{name}>{media}</item></channel></rss>"
    )
    (document,) = read_feed(feed)
    assert CAPTION not in document.text
    assert "The ferry sails again." in document.text


@pytest.mark.parametrize("whole", ["first", "second"])
def test_of_two_whole_texts_of_an_item_the_longer_one_is_read(whole: str) -> None:
    texts = [ESCAPED, "The river fell here."]
    first, second = texts if whole == "first" else texts[::-1]
    feed = (
        '<rss xmlns:c="http://purl.org/rss/1.0/modules/content/" xmlns:y="http://news.yandex.ru">'
        f"<channel><item><title>River</title><c:encoded>{first}</c:encoded>"
        f"<y:full-text>{second}</y:full-text></item></channel></rss>"
    )
    (document,) = read_feed(feed)
    assert document.body_text == "The river fell.\nThe ferry sails again."


def test_an_item_without_markup_is_plain_text_of_which_a_page_may_make_links() -> None:
    def format_of(described: str) -> Format:
        item = f"<item><title>Bridges</title>{described}</item>"
        return read(f"<rss><channel>{item}</channel></rss>").format

    plain = "<description>The river fell if 3 &lt; 4 &amp;amp; 5 &gt; 2.</description>"
    marked = "<description>&lt;b&gt;The river&lt;/b&gt; fell.</description>"
    assert format_of(plain) is Format.TEXT
    assert format_of(marked) is Format.HTML
    assert [one.format for one in read_feed(ATOM)] == [Format.HTML, Format.TEXT]
    assert [one.format for one in read_feed(NINJS)] == [Format.TEXT]
    assert [one.format for one in read_feed(NINJS_3)] == [Format.HTML]


def test_a_wire_item_with_a_number_that_python_refuses_to_read_is_refused() -> None:
    item = f'{{"headline": "Ferry", "id": {"9" * 5_000}, "body_html": "<p>It sails.</p>"}}'
    with pytest.raises(ReadError, match=r"exceeds the limit .* or give the article as HTML"):
        read(item)


SAID = "The harbour office expects no ferry before Monday, the mayor said on Friday evening."


@pytest.mark.parametrize(
    "element",
    [
        "<description>Short.</description><description>{}</description>",
        "<m:group xmlns:m='http://search.yahoo.com/mrss/'><m:description>{}</m:description></m:group>",
        "<content>Short, but the whole text of it.</content><story>&lt;p&gt;{}&lt;/p&gt;</story>",
    ],
    ids=["second", "media", "unknown"],
)
def test_what_else_an_item_says_is_served_and_not_shown(element: str) -> None:
    feed = f"<rss><channel><item><title>Ferry</title>{element.format(SAID)}</item></channel></rss>"
    (document,) = read_feed(feed)
    assert SAID not in document.text
    assert document.unshown == (SAID,)


def test_a_summary_that_is_read_as_text_is_not_unshown_as_well() -> None:
    (document,) = read_feed(
        f"<rss><channel><item><description>{SAID}</description></item></channel></rss>"
    )
    assert (document.text, document.unshown) == (SAID, ())


def test_other_texts_of_a_wire_item_are_served_and_not_shown() -> None:
    item = {
        "headline": "Ferry",
        "body_html": "<p>It sails.</p>",
        "body_text": SAID,
        "associations": {"map": {"headline": "Pier", "description_text": SAID.upper()}},
    }
    document = read(json.dumps(item))
    assert document.body_text == "It sails."
    assert sorted(document.unshown) == sorted((SAID, SAID.upper()))


def test_a_copy_in_another_field_of_an_item_is_for_review() -> None:
    text = " ".join(f"{SAID} At pier {n} {n} boats wait for {n} crews." for n in range(3, 8))
    item = {"headline": "Ferry", "body_html": "<p>It sails.</p>", "body_text": text}
    assert check(text, json.dumps(item)).outcome is Outcome.REVIEW
