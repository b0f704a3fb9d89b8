"""Links that are seen by what stands inside them, whatever hides their own words."""

from __future__ import annotations

import time
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


LOGO = "display:block;width:120px;height:40px;text-indent:-9999px"
DRAWN = {
    "logo": f"<a style='{LOGO};background:url(a.png)' {HREF}>Courier</a>",
    "picture by a rule": (
        f"<style>.a{{font-size:0}}.a i{{background-image:url(a.png)}}</style>"
        f"<a class=a {HREF}>Courier<i></i></a>"
    ),
    "words by a rule": (
        f"<style>.a{{font-size:0}}.a::before{{content:'Source';font-size:1rem}}</style>"
        f"<a class=a {HREF}>Courier</a>"
    ),
    "icon by a rule": (
        f"<style>.a{{color:transparent}}p>.a:after{{background:url(a.png);content:''}}</style>"
        f"<p><a class=a {HREF}>Courier</a></p>"
    ),
}


@pytest.mark.parametrize("markup", DRAWN.values(), ids=DRAWN)
def test_a_style_may_draw_something_in_the_place_of_hidden_words(markup: str) -> None:
    link = link_in(markup)
    assert (bool(link.hidden), link.stand_in) == (True, "style")


OVER = {
    "sized": f"<a {HREF}><div style='position:absolute;width:90px;height:12px'></div></a>",
    "by its sides": f"<a style='position:absolute;inset:0' {HREF}></a>",
    "stretched": (
        f"<style>.s::after{{position:absolute;inset:0;content:''}}</style><a class=s {HREF}></a>"
    ),
    "table": f"<a {HREF}><table><tr><td>Read</td></tr></table></a>",
    "white table": f"<a style='color:#fff' {HREF}><table bgcolor=navy><tr><td>Read</table></a>",
}


@pytest.mark.parametrize("markup", OVER.values(), ids=OVER)
def test_an_empty_link_may_lie_over_words_or_hold_a_table(markup: str) -> None:
    link = link_in(markup)
    assert (link.anchor, link.hidden, link.stand_in) == ("", None, "box")


@pytest.mark.parametrize(
    "markup",
    [
        f"<a style='{LOGO}' {HREF}>Courier</a>",
        f"<a style='{LOGO};background:#eee' {HREF}>Courier</a>",
        f"<a style='display:none;background:url(a.png)' {HREF}>Courier</a>",
        f"<style>.a{{font-size:0}}.a::after{{content:''}}</style><a class=a {HREF}>Courier</a>",
        f"<style>.a{{font-size:0}}.b::after{{content:'x'}}</style><a class=a {HREF}>Courier</a>",
        f"<style>.a{{font-size:0}}.a::after{{content:none;background:red}}</style>"
        f"<a class=a {HREF}>Courier</a>",
        f"<a {HREF}></a>",
        f"<a {HREF}></a> now <table><tr><td>Read</td></tr></table>",
        f"<a hidden {HREF}></a><table><tr><td>Read</td></tr></table>",
        f"<a style='position:absolute;width:1px;height:12px' {HREF}></a>",
        f"<a style='width:90px;height:12px' {HREF}></a>",
    ],
)
def test_nothing_stands_in_for_words_that_are_just_hidden_or_missing(markup: str) -> None:
    assert link_in(markup).stand_in == ""


@pytest.mark.parametrize(
    ("script", "stops"),
    [
        ("return false", True),
        ("return false;", True),
        ("javascript: return !1;", True),
        ("event.preventDefault()", True),
        ("event.preventDefault(); return false;", True),
        ("return true", False),
        ("track(this); return false;", False),
        ("window.open(this.href); return false", False),
        ("", False),
    ],
)
def test_a_script_that_does_nothing_but_stop_the_click_is_told(script: str, *, stops: bool) -> None:
    link = link_in(f"<a onclick='{script}' {HREF}>Courier</a>")
    assert link.unclickable == (f'onclick="{script}"' if stops else None)


@pytest.mark.parametrize("many", [False, True])
@pytest.mark.parametrize(
    "selector",
    [
        *(r"a.s\72 c", r"a.\73rc", r".\73 rc", r"a.sr\63", r"a.sr\63 ", r"p > a.\73rc"),
        *(r"a.sm\+src", r"a.sm\:src", r".w-1\/2 + .src", r"a[class~=s\72 c]", r"\61.src"),
    ],
)
def test_a_link_is_hidden_by_a_name_with_an_escape(selector: str, many: bool) -> None:  # noqa: FBT001
    rules = "".join(f".u{number}{{color:red}}" for number in range(300 * many))
    markup = (
        f"<style>{selector}{{display:none}}{rules}</style><p>Text of it. <i class='w-1/2'>x</i>"
        "<a class='src sm+src sm:src' href='https://e.kz/1'>Courier</a></p>"
    )
    (link,) = read(markup, format="html").links
    assert link.hidden == "display: none"


@pytest.mark.parametrize("declared", ["transition: a ", "transform: a "])
def test_a_long_style_of_a_faded_link_costs_little_time(declared: str) -> None:
    style = f"opacity:0;{declared * 8_000}"
    document = read(f"<p>Text of it. <a style='{style}' href='https://e.kz/1'>w</a></p>")
    started = time.process_time()
    assert len(document.links) == 1
    assert time.process_time() - started < 3


def test_many_faded_links_in_boxes_of_many_classes_cost_little_time() -> None:
    boxes = f"<div class='{'a ' * 50_000}'>" * 9
    links = "<a href='https://e.kz/1' style='opacity:0'>w</a> " * 2_000
    document = read(f"<p>Text of it.</p>{boxes}{links}", format="html")
    started = time.process_time()
    assert len(document.links) == 2_000
    assert time.process_time() - started < 5


def test_many_hidden_controls_of_a_box_of_many_links_are_looked_at_once() -> None:
    controls = "<div hidden>" + "<button aria-controls=s>w</button>" * 1_000 + "</div>"
    links = "<div id=s hidden>" + "<a href='https://e.kz/1'>w</a> " * 1_000 + "</div>"
    document = read(f"<p>Text of it.</p>{controls}{links}", format="html")
    started = time.process_time()
    assert {link.stand_in for link in document.links} == {""}
    assert time.process_time() - started < 2  # one by one they took seven seconds
