"""Links that are seen by what stands inside them, whatever hides their own words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reuse_guard.documents.read import read

if TYPE_CHECKING:
    from reuse_guard.documents.model import Link

HREF = "href='https://courier.example/ferry'"


def link_in(markup: str) -> Link:
    (link,) = read(f"<div>Own words. {markup} and more.</div>", format="html").links
    return link


INSIDE = {
    "background": f"<a style='color:#fff' {HREF}><span style='background:#058'>Read</span></a>",
    "box": f"<a style='color:#fff' {HREF}><div style='background:#058'><p>Read</p></div></a>",
    "letters": f"<a style='font-size:0' {HREF}><span style='font-size:16px'>Read</span></a>",
    "shown": f"<a style='visibility:hidden' {HREF}><b style='visibility:visible'>Read</b></a>",
    "around": f"<i style='color:#fff'><a {HREF}><b style='background:#058'>Read</b></a></i>",
    "deep": f"<a style='color:#fff' {HREF}> <i> <b style='background:#058'>Read</b></i></a>",
}


@pytest.mark.parametrize("markup", INSIDE.values(), ids=INSIDE)
def test_words_that_are_seen_inside_a_link_are_its_words(markup: str) -> None:
    link = link_in(markup)
    assert (link.anchor, link.hidden) == ("Read", None)


@pytest.mark.parametrize(
    "around", ["<p style='font-size:0'>", "<p style='color:#fff'>", "<p style='color:transparent'>"]
)
def test_a_picture_is_seen_where_letters_are_not(around: str) -> None:
    link = link_in(f"{around}<a {HREF}><img src=a.png alt=Courier></a></p>")
    assert (link.image_alt, link.hidden) == ("Courier", None)


@pytest.mark.parametrize(
    "markup",
    [
        f"<a style='font-size:0' {HREF}>Read<span style='font-size:16px'> </span></a>",
        f"<a style='font-size:0' {HREF}>Read<span style='font-size:16px'>.</span></a>",
        f"<a style='font-size:0' {HREF}>Read<span>on</span></a><b style='font-size:16px'>and</b>",
        f"<a style='display:none' {HREF}><span style='display:inline'>Read</span></a>",
        f"<a style='color:#fff' {HREF}><span style='background:#fff'>Read</span></a>",
        f"<a style='visibility:hidden' {HREF}><img src=a.png alt=Courier></a>",
        f"<a style='text-indent:-9999px' {HREF}><img src=a.png alt=Courier></a>",
        f"<a style='display:none' {HREF}><img src=a.png alt=Courier></a>",
        f"<a style='font-size:0' {HREF}><img src=a.png width=1 height=1 alt=Courier></a>",
    ],
)
def test_a_link_stays_hidden_where_nothing_in_it_is_seen(markup: str) -> None:
    assert link_in(markup).hidden is not None


def test_links_around_keep_their_places_in_the_text() -> None:
    own = f"<a {HREF}>first</a>"
    page = (
        f"<p>{own} <a style='color:#fff' {HREF}><b style='background:#058'>Read</b></a> {own}</p>"
    )
    document = read(page, format="html")
    assert [link.anchor for link in document.links] == ["first", "Read", "first"]
    assert all(document.text[x.start : x.stop] == x.anchor for x in document.links)
