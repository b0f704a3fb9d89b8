"""Words that a page writes by its style sheets."""

from __future__ import annotations

import pytest

from reuse_guard.documents.model import Unread, UnreadKind
from reuse_guard.documents.read import read

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
    ],
)
def test_words_in_a_style_sheet_are_counted(css: str) -> None:
    assert unread(f"<style>{css}</style><p>Own words.</p>") == COUNT


def test_words_that_a_style_sheet_takes_from_attributes_are_counted() -> None:
    css = "p::before{content:attr(data-text)}"
    assert unread(f'<style>{css}</style><p data-text="{WORDS}">Own words.</p>') == COUNT
    assert unread(f'<p data-text="{WORDS}">Own words.</p>') == 0


@pytest.mark.parametrize(
    "css",
    [
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
