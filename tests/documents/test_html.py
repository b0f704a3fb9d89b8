from __future__ import annotations

import gc
import pickle
import re
import string
import time
from dataclasses import replace
from html import escape
from types import CellType, FunctionType, ModuleType
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from tests.documents.reading_case import case_paths, describe, load_case

from reuse_guard.documents.html import read_html
from reuse_guard.documents.html_tree import HtmlLimits, _is_costly
from reuse_guard.documents.html_walk import enclosed_text
from reuse_guard.documents.model import Document, LinkKind, Role
from reuse_guard.errors import ReadError, UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

SENTENCE = "The river fell by a metre overnight, the regional akimat said in a statement on Monday."


def page(markup: str, *, url: str | None = None, selector: str | None = None) -> Document:
    return read_html(markup, source="page.html", url=url, sha256="", body_selector=selector)


def check_offsets(document: Document) -> None:
    end = -1
    for block in document.blocks:
        assert end < block.start < block.stop <= len(document.text)
        assert document.text[block.start : block.stop] == block.text
        assert 1 <= block.first_line <= block.last_line
        end = block.stop
    for link in document.links:
        assert document.text[link.start : link.stop] == link.anchor
        assert link.anchor == link.anchor.strip()
        assert not link.anchor or document.blocks[link.block].start <= link.start


@pytest.mark.parametrize("path", case_paths("html"), ids=lambda path: path.stem)
def test_scenario(path: Path) -> None:
    case = load_case(path)
    document = page(case.text)
    assert "\n".join(describe(document)).splitlines() == case.expected
    check_offsets(document)


inline = st.sampled_from(["b", "i", "span", "a href=/x", "em class=y", "font", "x-tag", "u", "wbr"])
letters = st.text(string.ascii_letters + "абвәғқ", min_size=1, max_size=6)


@given(st.lists(st.tuples(letters, inline), min_size=1, max_size=10))
def test_words_split_by_inline_tags_join(parts: list[tuple[str, str]]) -> None:
    markup = "".join(f"<{tag}>{text}</{tag.split()[0]}>" for text, tag in parts)
    text = page(f"<p>{markup}</p>").text
    assert text.replace(" ", "") == "".join(text for text, _ in parts)
    assert all(word[:1].isupper() for word in text.split(" ")[1:])


@given(st.lists(st.tuples(letters, st.sampled_from(["p", "div", "li", "td", "h2", "pre"]))))
def test_boxes_part_words_and_none_is_lost(parts: list[tuple[str, str]]) -> None:
    document = page("".join(f"<{tag}>{text}</{tag}>" for text, tag in parts))
    assert document.text.split("\n") == [text for text, _ in parts] or not parts
    check_offsets(document)


scraps = st.sampled_from(
    [
        *("<p>", "</p>", "<div hidden>", "</div>", "<a href=x>", "</a>", "<br>", "<b>", "</b>"),
        *("<table>", "<td>", "<!--", "-->", "<script>", "</script>", "<pre>", "<h1>", "<ul><li>"),
        *(
            "<span style='display:none'>",
            "</span>",
            "<template shadowrootmode=open>",
            "</template>",
        ),
        *("<img alt=x>", "<svg><title>", "<select><option>", "<video>", "<x:y>", "</html>"),
        *("<base href=//b.kz>", "https://a.kz/x", "word", "слово", "&shy;", "&nbsp;", "&#0;"),
        *("\n", " ", "\0", "\ud800", "\x1c", "<", ">", "&", '"'),
    ]
)


@given(st.lists(scraps, max_size=60))
def test_any_markup_is_read_with_true_offsets(parts: list[str]) -> None:
    check_offsets(page("".join(parts)))


@given(
    st.lists(st.sampled_from(["word ", "\n", "<b>", "</b>", "<p>", "<br>", "<i\n>", "<!--\n-->"]))
)
def test_a_word_stands_on_its_line(parts: list[str]) -> None:
    source = "".join(f"w{n}w " if part == "word " else part for n, part in enumerate(parts))
    document = page(f"<body><div>{source}")
    for match in re.finditer(r"w\d+w", source):
        block = next(block for block in document.blocks if match.group() in block.text.split())
        line = source[: match.start()].count("\n") + 1
        assert block.first_line <= line <= block.last_line


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_lines_count_whatever_ends_them(ends: str) -> None:
    document = page(f"<p>one</p>{ends}{ends}<p>two{ends}three</p>")
    assert [(b.first_line, b.last_line) for b in document.blocks] == [(1, 1), (3, 4)]


def test_lines_count_past_the_parsers_counter() -> None:
    document = page("<p>early</p>" + "\n" * 70_000 + "<p>late</p>")
    assert document.blocks[1].first_line == 70_001


@pytest.mark.parametrize("depth", [255, 2_100, 10_000])
def test_text_is_read_however_deep_it_stands(depth: int) -> None:
    document = page("<div>a\n" * depth + "<p>deep text</p>" + "</div>" * depth + "<p>after</p>")
    assert "deep text" in document.text
    assert document.text.endswith("after")
    assert len(document.blocks) == depth + 2
    deep = next(block for block in document.blocks if block.text == "deep text")
    assert abs(deep.first_line - (depth + 1)) <= 1


HOSTILE = {
    "100,000 attributes": "<p " + " ".join(f"a{n}=1" for n in range(100_000)) + ">text</p>end",
    "an attribute of 11 MB": f"<p title='{'x' * 11_000_000}'>text</p>end",
    "200,000 comments": "<!-- x -->" * 200_000 + "text<p>end",
    "NUL bytes": "\0<p>\0text</p>\0end",
    "unclosed everything": "<table><tr><td><b><i><a href=x>text<ul><li>" * 200 + "end",
    "an entity storm": "&amp;&#x41;&nbsp;" * 100_000 + "text end",
    "text after the end": "<html><body>text</body></html><p>end",
    "5,000 empty links": "<div><a href=/x></a></div>" * 5_000 + "text end",
    "deeply nested JSON-LD": f"<script type=application/ld+json>{'[' * 100_000}</script>text end",
    "a large title": f"<title>{'word ' * 100_000}</title>" + "<p>text</p>" * 500 + "end",
    "one long line of breaks": "<div>text" + "<br> <br>x" * 5_000 + "end",
}


@pytest.mark.parametrize("markup", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_pages_are_read_in_full(markup: str) -> None:
    document = page(markup)
    assert "text" in document.text
    assert document.text.endswith("end")
    check_offsets(document)


def test_a_page_past_a_bound_is_refused_with_the_bound_named() -> None:
    limits = HtmlLimits(characters=1_000, tags=10)
    with pytest.raises(ReadError, match=r"page\.html: has 2,000 characters, the bound is 1,000"):
        read_html(" " * 2_000, source="page.html", url=None, sha256="", limits=limits)
    with pytest.raises(ReadError, match=r"page\.html: has 11 tags, the bound is 10"):
        read_html("<b>" * 11, source="page.html", url=None, sha256="", limits=limits)


@pytest.mark.parametrize("markup", ["", "  \n", "<!-- only a comment -->", "<!doctype html>"])
def test_a_page_without_text_has_no_blocks_and_says_so(markup: str) -> None:
    document = page(markup)
    assert document.text == ""
    assert document.blocks == ()
    assert document.doubts


def test_a_publishers_selector_decides_what_the_body_is() -> None:
    markup = f"<div class=a><p>{SENTENCE}</p></div><div class=b><p>Chosen.</p></div>"
    assert page(markup, selector=".b").body_text == "Chosen."
    assert SENTENCE in page(markup).body_text


def test_a_selector_that_cannot_be_used_is_an_error_of_usage() -> None:
    with pytest.raises(UsageError, match="'p >', cannot be used: expected"):
        page("<p>x</p>", selector="p >")


def test_a_page_survives_copying_and_pickling() -> None:
    document = page(f"<h1>News</h1><p>{SENTENCE} <a href=/x>More</a></p>", url="https://a.kz/1")
    copies = [pickle.loads(pickle.dumps(document)), replace(document, url="https://a.kz/1")]  # noqa: S301
    for copy in copies:
        assert copy.blocks == document.blocks
        assert copy.links == document.links
        assert copy.doubts == document.doubts
        assert copy.unsure == document.unsure


def test_a_page_read_with_another_body_is_the_same_page_otherwise() -> None:
    document = page(f"<h1>News</h1><p>{SENTENCE}</p><p>{SENTENCE} <a href=/x>More</a></p>")
    words = document.words
    other = document.read_as({0, 1})
    assert [block.role.is_body for block in other.blocks] == [True, True, False]
    assert other.blocks[1] == document.blocks[1]
    assert other.words is words
    assert (other.text, other.links, other.unsure) == (document.text, document.links, ())


def test_an_address_in_a_link_is_no_mention_too() -> None:
    document = page("<p><a href='https://a.kz/1'>https://a.kz/1</a>, https://a.kz/2</p>")
    assert [(link.kind, link.url) for link in document.links] == [
        (LinkKind.HYPERLINK, "https://a.kz/1"),
        (LinkKind.MENTION, "https://a.kz/2"),
    ]


def test_a_hidden_link_keeps_the_reason() -> None:
    (link,) = page("<p>x <span style='display:none'><a href='https://a.kz'>y</a></span></p>").links
    assert link.hidden == "display: none"
    assert link.anchor == "y"


def test_a_folded_rest_of_an_article_is_body_but_one_hidden_line_is_not() -> None:
    shown = "".join(f"<p>{n} {SENTENCE}</p>" for n in range(4))
    rest = "".join(f"<p>{n} {SENTENCE}</p>" for n in range(4, 8))
    folded = page(f"<h1>News</h1><div>{shown}<div style='display:none'>{rest}</div></div>")
    assert sum(block.hidden is not None for block in folded.body) == 4
    line = page(f"<h1>News</h1>{shown}<p hidden>{SENTENCE} Not for readers.</p>")
    assert [block.role for block in line.blocks][-1] is Role.OTHER


def test_many_long_tags_are_weighed_together() -> None:
    tag = f"<p {' '.join(f'a{number}' for number in range(1_500))}>text</p>".encode()
    assert not _is_costly(tag * 100)
    assert _is_costly(tag * 150)
    assert not _is_costly(b"word " * 10_000 + b"<p>text</p>")


ELEMENTS = re.findall(
    r"\S+",
    "a article aside b body button caption center dd details dialog div dl em fieldset figcaption"
    " figure footer form frameset h1 h2 head header html label legend li main mark my-element nav"
    " ol optgroup option output p pre ruby rt section select slot span summary svg table tbody td"
    " textarea tr ul video",
)
BEGINNINGS = (
    "", "<!doctype html>", "<title>News</title>", "<script>let x</script>", "<html><head><base>",
    "<head></head>", "<html><head><title>News</title></head><body>", "Text. ",
)  # fmt: skip
pieces = st.recursive(
    st.sampled_from(["WORD", "WORD ", "<br>", "<img>", "<meta>"]),
    lambda inner: st.tuples(st.sampled_from(ELEMENTS), st.lists(inner, max_size=3), st.booleans()),
    max_leaves=12,
)


def written(piece: Any) -> str:  # noqa: ANN401 - a string, or an element's name, content and end
    if not isinstance(piece, tuple):
        return str(piece)
    name, inside, ends = piece
    end = f"</{name}>" if ends else ""
    return f"<{name}>{''.join(map(written, inside))}{end}"


@given(st.sampled_from(BEGINNINGS), st.lists(pieces, max_size=4))
def test_no_word_is_lost_however_elements_stand_in_one_another(
    beginning: str, content: list[Any]
) -> None:
    parts = "".join(map(written, content)).split("WORD")
    numbered = "".join(f"{part}word{number}x" for number, part in enumerate(parts[:-1]))
    text = page(beginning + numbered + parts[-1]).text
    assert [n for n in range(len(parts) - 1) if f"word{n}x" not in text] == []


def framed(markup: str, times: int) -> str:
    for _ in range(times):
        markup = f'<iframe srcdoc="{escape(markup)}"></iframe>'
    return f"<h1>News</h1>{markup}"


@pytest.mark.parametrize("times", [1, 3, 4, 9])
def test_text_in_frames_in_frames_is_found(times: int) -> None:
    assert (
        "rose by half a metre" in page(framed("<p>The river rose by half a metre.</p>", times)).text
    )


def test_a_frame_past_the_bounds_of_a_page_is_text_as_it_is_written() -> None:
    markup = "<b>" * 2_000_001 + "The river rose."
    assert "The river rose." in enclosed_text(etree.Element("iframe", srcdoc=markup), 0)


def test_frames_with_many_style_rules_take_no_longer_than_their_text() -> None:
    rules = "".join(f"div div .c{n % 7} span:not(.x){{display:none}}" for n in range(300))
    inside = "".join(
        f'<div><div class="c{n % 7}"><span>w{n}</span></div></div>' for n in range(150)
    )
    markup = framed(f"<style>{rules}</style>{inside}", 1) * 20
    started = time.process_time()
    assert page(markup).text.count("w149") == 20
    assert time.process_time() - started < 2


@pytest.mark.parametrize(
    "markup",
    [
        "<img src=/x>" * 8_000,
        f"<a href=//x.kz/>{'<img src=/x alt=a>' * 8_000}</a>",
        "<div style=font-size:0>"
        + "<a href=//x.kz/><i style=font-size:9px>w</i></a>" * 4_000
        + "</div>",
        f"<style>:root{{{''.join(f'--v{n}:var(--v{n + 1});' for n in range(3_000))}}}"
        "p{color:var(--v0)}</style>",
        "".join(f"<link rel=canonical href=/{n}>" for n in range(4_000)),
    ],
    ids=["gallery", "gallery in a link", "closed gap", "custom properties", "canonical links"],
)
def test_what_stands_on_a_page_thousands_of_times_is_read_in_proportion(markup: str) -> None:
    started = time.process_time()
    document = page(f"<h1>Flood</h1><p>{SENTENCE}</p>{markup}<p>{SENTENCE}</p>")
    assert document.body_text
    assert len(document.links) < 10_000
    assert time.process_time() - started < 2


@pytest.mark.parametrize(
    "ending",
    [
        "",
        "</p>",
        "</body></html>",
        "</html><p>After.</p>",
        "</body><p>After.",
        "</html>After.",
        "</html><html><p>After.",
        "</body></html><!-- note --><div>After.</div></html><p>And after that.",
    ],
)
@pytest.mark.parametrize("beginning", BEGINNINGS)
def test_a_costly_page_is_read_in_full_whatever_follows_its_end(
    beginning: str, ending: str
) -> None:
    """It is read by another way than others; what followed `</html>` stood in for the whole."""
    inside = "".join(f"<{element}>In {element}.</{element}>" for element in ELEMENTS)
    markup = f"{beginning}{inside}<p>Between.{ending}"
    costly = f"{markup}<p>{'1 ' * 20_000}</p>"
    assert _is_costly(costly.encode())
    plain = page(f"{markup}<p>1</p>")
    assert page(costly).text.replace("1 ", "").split() == plain.text.replace("1 ", "").split()


def test_what_follows_the_end_of_a_page_is_part_of_it() -> None:
    markup = "<p>Seen.</p><p class=x>Hidden.</p></body></html><style>.x { display: none }</style>"
    hidden = [block.hidden for block in page(markup).blocks]
    assert hidden == [None, "display: none"]
    framed_page = "<p>Own.</p><iframe srcdoc='<html><p>In.</p></html><p>After.</p>'></iframe>"
    assert page(framed_page).text.split() == ["Own.", "In.", "After."]


def test_a_page_is_freed_as_soon_as_it_is_dropped() -> None:
    markup = "<style>p + .a{display:none}</style><div><p>One</p><p class=a>two</p></div>"

    def read_and_drop() -> str:
        return read_html(markup, source="page", url=None, sha256="").text

    read_and_drop()  # makes what is kept for all pages
    gc.collect()
    gc.disable()
    try:
        assert read_and_drop()
        assert gc.collect() == 0
    finally:
        gc.enable()


@pytest.mark.parametrize("first", ["title", "robots", "links", "blocks", "unshown", "language"])
def test_what_a_page_tells_is_the_same_whatever_of_it_is_asked_for_first(first: str) -> None:
    markup = (
        '<html lang="kk"><meta name="robots" content="nofollow"><base href="/b/">'
        f'<title>Flood</title><h1>Flood</h1><p>{SENTENCE} <a href="c">More</a></p>'
        f"<template>{SENTENCE}</template>"
    )
    document = page(markup, url="https://a.kz/x")
    getattr(document, first)
    assert [link.url for link in document.links] == ["https://a.kz/b/c"]
    assert (document.title, document.language) == ("Flood", "kk")
    assert document.robots == {"nofollow"}
    assert document.unshown == (SENTENCE,)
    assert [block.text for block in document.body] == [f"{SENTENCE} More"]


def test_a_page_that_is_kept_for_long_lets_go_of_its_tree() -> None:
    document = page(f"<h1>Flood</h1><p>{SENTENCE}</p>")
    assert document.body_text == SENTENCE
    assert any(isinstance(held, etree._Element) for held in reached_from(document))
    document.settle()
    assert not any(isinstance(held, etree._Element) for held in reached_from(document))


def test_what_is_made_of_a_page_is_made_once_and_anew_for_a_copy_of_it() -> None:
    document, made = page(f"<h1>Flood</h1><p>{SENTENCE}</p>"), list[Document]()

    def count(own: Document) -> int:
        made.append(own)
        return len(own.blocks)

    assert document.once(count) == document.once(count) == 2
    copy = pickle.loads(pickle.dumps(replace(document, url="https://a.kz/1")))  # noqa: S301
    assert copy.once(count) == 2
    assert made == [document, copy]


def reached_from(document: Document) -> list[object]:
    """What a document holds, and what that holds, but for modules, classes and globals."""
    found: dict[int, object] = {}
    waiting: list[object] = [*document.__dict__.values()]
    while waiting:
        held = waiting.pop()
        if id(held) not in found:
            found[id(held)] = held
            waiting += [
                cell.cell_contents if isinstance(cell, CellType) else cell
                for cell in _held_by(held)
                if not isinstance(cell, type | ModuleType)
            ]
    return list(found.values())


def _held_by(held: object) -> Iterable[object]:
    return held.__closure__ or () if isinstance(held, FunctionType) else gc.get_referents(held)


@pytest.mark.parametrize(
    ("markup", "text", "anchors"),
    [
        ("<p><a href=/x>wo</a>\xadrd", "word", ["wo"]),
        ("<p><a href=/x>wo</a>\xad<a href=/y>rd</a>", "word", ["wo", "rd"]),
        ("<p>One <a href=/x>two\xad</a>\xad three", "One two three", ["two"]),
    ],
)
def test_soft_hyphens_at_the_ends_of_links_neither_part_words_nor_join_them(
    markup: str, text: str, anchors: list[str]
) -> None:
    document = page(markup)
    check_offsets(document)
    assert document.text == text
    assert [link.anchor for link in document.links] == anchors


def test_an_empty_link_below_all_blocks_stands_in_the_last_one() -> None:
    markup = "<p>The ferry runs again.</p><p>&shy;<a href=https://orig.kz/1></a></p>"
    document = read_html(markup, source="page", url=None, sha256="")
    assert [link.block for link in document.links] == [0]
