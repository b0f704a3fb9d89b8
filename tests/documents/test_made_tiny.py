"""Texts made so small, so faint or moved so far that nobody sees them."""

from __future__ import annotations

import pytest

from reuse_guard.documents.read import read

OUT_OF_LINE = "text-indent moves it off the screen"


def reason(page: str) -> str | None:
    document = read(page, format="html")
    (found,) = (block.hidden for block in document.blocks if "Courier" in block.text)
    return found


@pytest.mark.parametrize(
    ("style", "why"),
    [
        ("zoom:.01", "scaled to nothing"),
        ("zoom:5%", "scaled to nothing"),
        ("transform:scale(.01)", "scaled to nothing"),
        ("transform:translateX(2px) scale(1, -0.02)", "scaled to nothing"),
        ("transform:matrix(.01,0,0,.01,5,5)", "scaled to nothing"),
        ("transform:rotateX(90deg)", "scaled to nothing"),
        ("scale:.05", "scaled to nothing"),
        ("position:absolute;left:calc(-100vw - 500px)", "moved off the screen"),
        ("margin-left:calc(10px - 20em * 1 - 9999px)", None),
        ("margin-left:calc(100px - 2000px)", "moved off the screen"),
        ("margin-left:calc(-2000px + 50%)", None),
        ("width:calc(100vw - 20px);overflow:hidden", None),
        ("zoom:0", None),
        ("zoom:.5", None),
        ("transform:scale(.25)", None),
        ("transform:matrix(.25,0,0,.25,0,0)", None),
        ("transform:matrix(0,1,-1,0,0,0)", None),
        ("transform:rotateY(45deg)", None),
        ("opacity:.1", None),
        ("opacity:calc(0)", "opacity 0"),
        ("translate:-9999px", "moved off the screen"),
        ("translate:-9999px 2px", "moved off the screen"),
        ("translate:none", None),
        ("transform:translateX(-100%)", "moved off the screen"),
        ("text-indent:100%;white-space:nowrap;overflow:hidden", OUT_OF_LINE),
        ("text-indent:100%;overflow:hidden", None),
        ("text-indent:10%;white-space:nowrap;overflow:hidden", None),
        # What moves a box along one axis adds up.
        ("position:absolute;left:50%;margin-left:-960px", None),
        ("position:absolute;left:50%;margin-left:-9999px", "moved off the screen"),
        ("position:absolute;left:100%;transform:translateX(-100%)", None),
        ("position:relative;left:-2000px;margin-left:2000px", None),
        ("position:sticky;left:-9999px", None),
        # A box that is fixed stretches no page, and is moved by its own size.
        ("position:fixed;left:100%", "moved off the screen"),
        ("position:fixed;right:100%", "moved off the screen"),
        ("position:absolute;right:100%", None),
        ("position:fixed;right:0;transform:translateX(100%)", "moved off the screen"),
        ("position:fixed;right:0;translate:100%", "moved off the screen"),
        ("position:absolute;right:0;transform:translateX(100%)", None),
        ("position:fixed;top:0;transform:translateY(-100%)", "moved off the screen"),
        ("position:fixed;bottom:0;transform:translate(0, 100%)", "moved off the screen"),
        ("position:fixed;top:-100vh", "moved off the screen"),
        ("position:fixed;top:100%", "moved off the screen"),
        ("position:fixed;top:60%", None),
        ("position:fixed;bottom:90%", None),
        ("position:fixed;top:750px", None),
        ("position:fixed;left:1300px", None),
        ("position:absolute;top:100%", None),
        # Links past a menu stand above the page until they are reached by keys.
        ("position:absolute;top:0;transform:translateY(-100%)", "moved off the screen"),
        ("position:absolute;top:2em;transform:translateY(-100%)", None),
        # The left column of a layout that floats.
        ("float:left;margin-left:-100%", None),
        ("margin-left:-100%", "moved off the screen"),
        ("position:fixed;top:100%;transform:translateY(-100%)", None),
        ("position:fixed;top:50%;left:50%;transform:translate(-50%,-50%)", None),
        ("transform:translateY(-100%)", None),
    ],
)
def test_by_a_style_or_a_rule(style: str, why: str | None) -> None:
    assert reason(f"<p style='{style}'>Courier</p>") == why
    assert reason(f"<style>.a{{{style}}}</style><p class=a>Courier</p>") == why


@pytest.mark.parametrize(
    ("outer", "inner", "why"),
    [
        ("opacity:.1", "opacity:.1", "opacity 0.01"),
        ("opacity:20%", "filter:opacity(.2)", "opacity 0.04"),
        ("opacity:.2", "color:red", None),
        ("opacity:.2", "opacity:.9", None),
        ("opacity:.9", "opacity:.1", None),
    ],
)
def test_faint_boxes_inside_one_another_are_fainter(
    outer: str, inner: str, why: str | None
) -> None:
    page = f"<div style='{outer}'><p style='{inner}'>Courier</p></div>"
    assert reason(page) == why
    css = f"<style>.a{{{outer}}}.b{{{inner}}}</style>"
    assert reason(f"{css}<div class=a><p class=b>Courier</p></div>") == why


def link_is_hidden(body: str, inside: str = "", css: str = "") -> bool:
    page = f"<html><head><style>{css}</style></head><body {body}>{inside}"
    (link,) = read(f"{page}<a href='https://courier.example'>Courier</a>", format="html").links
    return link.hidden is not None


def test_links_in_the_colour_that_the_body_gives_them() -> None:
    assert link_is_hidden("bgcolor=white link=white")
    assert link_is_hidden("link=#ffffff")
    assert link_is_hidden("bgcolor=navy link=navy")
    assert not link_is_hidden("bgcolor=black link=white")
    assert not link_is_hidden("bgcolor=white vlink=white")
    assert not link_is_hidden("background=a.png link=white")
    assert not link_is_hidden("link=white", "<div style='background:#000'>")
    assert not link_is_hidden("link=white", css="a{color:blue}")
    assert not link_is_hidden("link='white}a{display:none'")
