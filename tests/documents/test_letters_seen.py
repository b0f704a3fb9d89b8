"""Letters that are seen although their colour or their box says otherwise."""

from __future__ import annotations

import pytest

from reuse_guard.documents.read import read

CUT = "background:linear-gradient(red,blue);{}background-clip:text;"


def reason(page: str) -> str | None:
    document = read(page, format="html")
    (found,) = (block.hidden for block in document.blocks if "Courier" in block.text)
    return found


SEEN = {
    "cut to letters": f"<p style='{CUT.format('')}color:transparent'>",
    "cut by its older name": f"<p style='{CUT.format('-webkit-')}color:transparent'>",
    "filled": f"<p style='{CUT.format('-webkit-')}-webkit-text-fill-color:transparent'>",
    "cut in the shorthand": "<p style='background:url(a.png) text;color:transparent'>",
    "cut of a colour": "<p style='background:red;background-clip:text;color:transparent'>",
    "cut of what a sheet elsewhere may paint": (
        "<link rel=stylesheet href=a.css><p style='background-clip:text;color:transparent'>"
    ),
    "cut of a gradient with white in it": (
        "<p style='background:linear-gradient(#fff,red);background-clip:text;color:transparent'>"
    ),
    "cut of a gradient that fades": (
        "<p style='background:linear-gradient(#fff,#0000);background-clip:text;color:transparent'>"
    ),
    "cut of a white gradient on a black box": (
        "<div style='background:#000'><p style='background:linear-gradient(#fff,#fff);"
        "background-clip:text;color:transparent'>"
    ),
    "letters of a colour over what is cut to them": (
        "<p style='background:#fff;background-clip:text;color:#000'>"
    ),
    "letters in the colour of what is cut to them": (
        "<p style='background:#000;background-clip:text;color:#000'>"
    ),
    "letters on a gradient of another colour": (
        "<p style='background:linear-gradient(#000,#111);color:#fff'>"
    ),
    "letters above a line of their colour": (
        "<p style='background:linear-gradient(#000,#000) no-repeat 0 100%/100% 2px;color:#000'>"
    ),
    "letters above a line that is drawn when they are pointed at": (
        "<p style='background:linear-gradient(to right,#111,#111);background-size:0 2px;"
        "color:#111'>"
    ),
    "letters above a line of another rule": (
        "<style>p{background-image:linear-gradient(#000,#000)}.a{background-size:100% 1px}</style>"
        "<p class=a style='color:#000'>"
    ),
    "letters on a gradient of a colour that is not known": (
        "<p style='background:linear-gradient(color-mix(in srgb,#000,#111),#fff);color:#fff'>"
    ),
    "letters on a picture above a gradient": (
        "<p style='background:url(a.png),linear-gradient(#fff,#fff);color:#fff'>"
    ),
    "cut in a box around": f"<p style='{CUT.format('-webkit-')}'><i style='color:transparent'>",
    "shadow": "<p style='color:transparent;text-shadow:0 0 0 #06c'>",
    "shadow of a box around": "<p style='text-shadow:0 0 0 #06c'><i style='color:transparent'>",
    "two shadows": "<p style='color:transparent;text-shadow:0 0 red,1px 1px blue'>",
    "shadow from another rule": (
        "<style>.a{color:transparent}p{text-shadow:0 0 0 #06c}</style><p class=a>"
    ),
    "picture behind a cell": "<table><tr><td background=a.jpg><i style='color:#fff'>",
    "box held open": "<div style='height:0;overflow:hidden;padding-bottom:20%'>",
    "box held open by another rule": (
        "<style>.a{max-height:0;overflow:hidden}div{padding:10px 0}</style><div class=a>"
    ),
    "box held open sideways": "<div style='width:0;overflow:hidden;padding-left:9em'>",
}


@pytest.mark.parametrize("markup", SEEN.values(), ids=SEEN)
def test_what_is_painted_in_another_way_is_seen(markup: str) -> None:
    assert reason(f"{markup}Courier") is None


UNSEEN = {
    "cut to a box": "<p style='background:red;background-clip:border-box;color:transparent'>",
    "nothing to cut": "<p style='background-clip:text;color:transparent'>",
    "nothing to cut, filled": (
        "<p style='-webkit-background-clip:text;-webkit-text-fill-color:transparent'>"
    ),
    "cut of white": "<p style='background:#fff;background-clip:text;color:transparent'>",
    "cut of a white gradient": (
        "<p style='background:linear-gradient(90deg,#fff 0%,rgb(255,255,255) 100%);"
        "background-clip:text;color:transparent'>"
    ),
    "cut of a white picture": (
        "<p style='background-image:radial-gradient(circle at 50%,white,#fefefe);"
        "background-clip:text;color:transparent'>"
    ),
    "cut once, then painted anew": (
        "<p style='background-clip:text;background:linear-gradient(red,blue);color:transparent'>"
    ),
    "letters on a gradient of their colour": (
        "<p style='background:linear-gradient(#000,#010101);color:#000'>"
    ),
    "letters on a gradient of their colour on all of a box": (
        "<p style='background:linear-gradient(rgb(0 0 0/1),#000) fixed;"
        "background-size:cover;color:#000'>"
    ),
    "white letters over what is cut to them": (
        "<p style='background:linear-gradient(red,blue);background-clip:text;color:#fff'>"
    ),
    "letters on a colour that takes the place of a picture": (
        "<style>p{background:url(a.png) 0/9px}.a{background:#fff}</style>"
        "<p class=a style='color:#fff'>"
    ),
    "no shadow": "<p style='color:transparent;text-shadow:none'>",
    "faint shadow": "<p style='color:transparent;text-shadow:0 0 0 rgba(0,0,0,.01)'>",
    "white shadow": "<p style='color:transparent;text-shadow:0 0 0 #fff'>",
    "shadow far away": "<p style='color:transparent;text-shadow:9999px 0 #000'>",
    "blurred shadow": "<p style='color:transparent;text-shadow:#000 0 0 12px'>",
    "shadow taken away": (
        "<p style='text-shadow:0 0 0 red'><i style='color:transparent;text-shadow:none'>"
    ),
    "picture in front": "<p background=a.jpg style='color:#fff'>",
    "box padded at its sides": "<div style='height:0;overflow:hidden;padding:0 20px'>",
    "box padded a little": "<div style='height:0;overflow:hidden;padding:2px 0 0'>",
}


@pytest.mark.parametrize("markup", UNSEEN.values(), ids=UNSEEN)
def test_what_nothing_paints_is_not(markup: str) -> None:
    assert reason(f"{markup}Courier") is not None


WHITE = "<p style='color:#fff'>Courier"
DARK = {
    "root": "<style>:root{color-scheme:dark}</style>",
    "html, dark alone": "<style>html{color-scheme:only dark}</style>",
    "later rule": "<style>html{color-scheme:light}html{color-scheme:dark}</style>",
    "style of the root": "<html style='color-scheme:dark'>",
    "meta": "<meta name=Color-Scheme content=dark>",
    "meta, and no word in styles": "<meta name=color-scheme content=dark><style>a{top:0}</style>",
    "meta, and styles that leave it": (
        "<meta name=color-scheme content=dark><style>:root{color-scheme:normal}</style>"
    ),
    "a name for it": "<style>:root{--a:dark;color-scheme:var(--a)}</style>",
}
LIGHT = {
    "nothing": "",
    "another element": "<style>.menu{color-scheme:dark}</style>",
    "comment": "<style>/* :root{color-scheme:dark} */</style>",
    "print": "<style>@media print{:root{color-scheme:dark}}</style>",
    "dark readers": "<style>@media(prefers-color-scheme:dark){html{color-scheme:dark}}</style>",
    "overridden": "<style>:root{color-scheme:dark}html:root{color-scheme:light}</style>",
    "both": "<style>:root{color-scheme:light dark}</style>",
    "meta of both": "<meta name=color-scheme content='dark light'>",
    "meta overridden": (
        "<meta name=color-scheme content=dark><style>:root{color-scheme:light}</style>"
    ),
    "second meta": ("<meta name=color-scheme content=light><meta name=color-scheme content=dark>"),
    "painted": "<style>:root{color-scheme:dark}body{background:#fff}</style>",
}


@pytest.mark.parametrize("head", DARK.values(), ids=DARK)
def test_white_letters_are_seen_on_a_page_that_asks_to_be_dark(head: str) -> None:
    assert reason(head + WHITE) is None


@pytest.mark.parametrize("head", LIGHT.values(), ids=LIGHT)
def test_white_letters_are_not_seen_on_a_page_that_is_light(head: str) -> None:
    assert reason(head + WHITE) is not None
