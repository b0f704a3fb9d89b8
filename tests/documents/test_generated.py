"""Words that a page writes by its style sheets."""

from __future__ import annotations

import pytest

from reuse_guard.documents.read import read
from reuse_guard.documents.unread import Unread, UnreadKind

WORDS = "The ferry between Akzhar and the right bank runs again from Monday. " * 5
COUNT = 60


def unread(page: str) -> int:
    found = read(page, format="html").unread
    assert all(each.kind is UnreadKind.STYLED for each in found)
    return sum(each.words for each in found)


@pytest.mark.parametrize(
    "css",
    [
        f'p::before{{content:"{WORDS}"}}',
        f"p:after {{ CONTENT : '{WORDS}' }}".replace("CONTENT", "content"),
        "".join(f"p:nth-child({n})::before{{content:'{w}'}}" for n, w in enumerate(WORDS.split())),
        'p::before{content:"' + "".join(f"\\{ord(letter):06x}" for letter in WORDS) + '"}',
        "p::before{content:'};{' '" + WORDS + "'}",
        f'p::before{{CONTENT:"{WORDS}"}}',
        f'p::before{{content/**/:/*"*/"{WORDS}"}}',
        f'p::before{{c\\6fntent:"{WORDS}"}}',
        f'p::before{{content:"{WORDS}',
        f'p::before{{content:open-quote;quotes:"{WORDS}" ""}}',
        f'li{{list-style-type:"{WORDS}"}}',
        f'li{{LIST-STYLE:inside "{WORDS}"}}',
        f'p{{width:0;overflow:hidden;text-overflow:"{WORDS}"}}',
        f'@counter-style x{{system:cyclic;symbols:"{WORDS}"}}',
        f':root{{--t:"{WORDS}"}} p::before{{content:var(--t)}}',
        f':root{{--t:"{WORDS}"}} p::before{{content:VAR( --T )}}',
        "".join(f':root{{--w{n}:"{w}"}}' for n, w in enumerate(WORDS.split()))
        + f"p::before{{content:{''.join(f'var(--w{n})' for n in range(COUNT))}}}",
        f':root{{--a:var(--b) "";--b:"{WORDS}"}} p::before{{content:var(--a)}}',
    ],
)
def test_words_in_a_style_sheet_are_counted(css: str) -> None:
    assert unread(f"<style>{css}</style><p>Own words.</p>") == COUNT


def test_letters_of_a_script_without_spaces_are_words() -> None:
    text = "渡轮周五在浓雾中被货船撞坏修理要一个月" * 6
    assert unread(f"<style>p::before{{content:'{text}'}}</style><p>Own words.</p>") == len(text)
    attribute = f"<style>p::before{{content:attr(title)}}</style><p title={text}>Own words.</p>"
    assert unread(attribute) == len(text)
    labels = "".join(f".l{n}::after{{content:'展开'}}" for n in range(40))
    assert unread(f"<style>{labels}</style><p>Own words.</p>") == 0


def test_words_that_a_style_sheet_takes_from_attributes_are_counted() -> None:
    css = "p::before{content:attr(data-text)}"
    assert unread(f'<style>{css}</style><p data-text="{WORDS}">Own words.</p>') == COUNT
    assert unread(f'<p data-text="{WORDS}">Own words.</p>') == 0


@pytest.mark.parametrize(
    "attr", ["attr(DATA-TEXT)", "attr(/**/data-text)", "ATTR( data-text )", "attr(data-text, '')"]
)
def test_attributes_are_told_however_they_are_named(attr: str) -> None:
    page = f'<style>p::before{{content:{attr}}}</style><p data-text="{WORDS}">Own words.</p>'
    assert unread(page) == COUNT
    named = page.replace("content:", "--t:").replace(
        "</style>", "p:before{content:var(--t)}</style>"
    )
    assert unread(named) == COUNT


def test_words_in_attributes_of_one_element_each_are_counted_unless_they_are_labels() -> None:
    many = [
        f"{one}{other}" for one in ("ferry", "bank", "river") for other in "abcdefghijklmnopqrs"
    ]
    css = "<style>i::before{content:attr(data-w)}</style>"
    assert unread(css + "".join(f"<i data-w='{word}'></i> " for word in many)) == len(many)
    assert unread(css + "".join(f"<i data-w='{word}'></i> " for word in ["price", "day"] * 90)) == 0
    menu = "".join(f"<li data-w='{word}'><a href=/x>{word}</a></li>" for word in many)
    assert unread(css.replace("i::", "li::") + menu) == 0


@pytest.mark.parametrize(
    "markup",
    [
        f"<ul><li style='list-style-type:\"{WORDS}\"'></ul>",
        f"<style>p::before{{content:var(--t)}}</style><p style='--t:\"{WORDS}\"'></p>",
        f"<link rel=stylesheet href=/x.css><p style='--t:\"{WORDS}\"'></p>",
    ],
)
def test_words_in_the_style_of_an_element_are_counted(markup: str) -> None:
    assert unread(markup) == COUNT


@pytest.mark.parametrize(
    "css",
    [
        ":root{--f:'Open Sans',\"Segoe UI\"} p{font-family:var(--f),'Times New Roman'}" * 50,
        "p{--i:url('https://example.kz/a-picture-of-the-ferry-at-the-right-bank.jpg')}" * 20,
        '.t\\:x--content:hover{grid-template-areas:"head head" "foot foot"}' * 50,
        'a::after{content:"click to enlarge"}',
        ".icon:before{content:'\\e900'}" * 300,
        "a::after{content:' (' attr(href) ')'}",
        'p::before{content:"',
        "p{content:none;align-content:center}",
    ],
)
def test_labels_and_icons_are_none(css: str) -> None:
    assert read(f"<style>{css}</style><p>Own <a href=/x>words</a>.</p>", format="html").unread == ()


def test_a_document_keeps_what_was_not_read() -> None:
    page = read(f"<style>p::before{{content:'{WORDS}'}}</style><p>Own words.</p>", format="html")
    assert page.unread == (Unread(UnreadKind.STYLED, COUNT),)
