"""The size of a link's letters against that of the text, where a page tells it."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest
from tests.browser import needs_browser

from reuse_guard import read
from reuse_guard.documents.model import LinkKind

if TYPE_CHECKING:
    from selenium.webdriver import Chrome

TEXT = (
    "The ferry between Akzhar and the right bank runs again after two weeks, the harbour office"
    " said on Monday, and it will carry lorries too as soon as the ramp is mended. Tickets cost"
    " what they did in spring, and children below seven travel free until the school holidays end."
)
MORE = TEXT.replace("ferry", "boat").replace("Monday", "Friday")


def link(size: str = "", words: str = "the Courier") -> str:
    style = f' style="font-size:{size}"' if size else ""
    return f'<a id="x" href="https://orig.kz/news/1"{style}>{words}</a>'


def inside(linked: str, size: str = "1em", *, box: str = "1em") -> str:
    """An article with a link in its first paragraph."""
    return (
        f'<article style="font-size:{box}">'
        f'<p style="font-size:{size}">{TEXT} As {linked} wrote.</p>'
        f'<p style="font-size:{size}">{MORE}</p></article>'
    )


def page(body: str, css: str = "", head: str = "", doctype: str = "<!doctype html>") -> str:
    style = f"<style>{css}</style>" if css else ""
    return f"{doctype}<html><head><title>F</title>{head}{style}</head><body>{body}</body></html>"


def within(tag: str, linked: str, size: str = "") -> str:
    style = f' style="font-size:{size}"' if size else ""
    return f"<{tag}{style}>{linked}</{tag.partition(' ')[0]}>"


BARE = inside(link()).replace(' style="font-size:1em"', "")
SPANS = f"<p>{within('span', f'{TEXT} {link()}', '20px')}</p><p>{within('span', MORE, '20px')}</p>"

# Pages whose sizes are known, and the ratio.
KNOWN: dict[str, tuple[str, float]] = {
    "nothing said": (page(BARE), 1),
    "inline percentage": (page(inside(link("80%"))), 0.8),
    "inline em in larger paragraphs": (page(inside(link(".9em"), "20px")), 0.9),
    "pixels of a page whose text is as small": (page(inside(link("14px"), box="14px")), 1),
    "rem beside a root of its own": (
        page(BARE, "html{font-size:62.5%} p{font-size:1.6rem} a{font-size:1.2rem}"),
        0.75,
    ),
    "small": (page(inside(within("small", link()))), 5 / 6),
    "small inside the link": (page(inside(link("", "<small>the Courier</small>"))), 5 / 6),
    "large letters inside a small link": (
        page(inside(link("8px", within("b", "the Courier", "16px")))),
        1,
    ),
    "keyword": (page(inside(link("x-small"))), 10 / 16),
    "smaller in smaller": (page(inside(within("span", link("smaller"), "smaller"))), 25 / 36),
    "font tag": (page(inside(within("font size=2", link()))), 13 / 16),
    "shorthand": (page(BARE, "a{font: italic 12px/1.5 serif}"), 0.75),
    "a rule that insists": (page(inside(link("20px")), "a{font-size:8px!important}"), 0.5),
    "a rule for another medium": (page(BARE, "@media print{a{font-size:4px}}"), 1),
    "the more specific rule": (
        page(BARE, "#x{font-size:12px} article a{font-size:2px} a{font-size:3px}"),
        0.75,
    ),
    "in a heading": (page(f"<h2>{link()}</h2><p>{TEXT}</p><p>{MORE}</p>"), 1.5),
    "all text in spans": (page(SPANS), 1),
    "points": (page(inside(link("9pt"))), 0.75),
    "initial": (page(inside(link("initial"), box="32px")), 0.5),
}

LOADED = '<link rel="stylesheet" href="/site.css">'
# What a loaded style sheet, or the frame that a part of a page is put into, may turn.
UNKNOWN = {
    "a loaded sheet": page(BARE, head=LOADED),
    "an imported sheet": page(BARE, "@import '/site.css';"),
    "a part of a page": BARE,
    "a part of a page with pixels": BARE.replace("<a ", "<a style='font-size:14px' "),
    "pixels beside a loaded sheet": page(inside(link("14px")), head=LOADED),
    "rem beside a loaded sheet": page(inside(link("1rem")), head=LOADED),
    "small beside a loaded sheet": page(inside(within("small", link())), head=LOADED),
    "a variable": page(BARE, ":root{--s:8px} a{font-size:var(--s)}"),
    "a sum": page(inside(link("calc(1em - 2px)"))),
    "by the screen": page(inside(link("2vw"))),
    "code": page(inside(within("code", link()))),
    "a table without a doctype": page(
        f"<table><tr><td>{link()}</td></tr></table><p>{TEXT}</p><p>{MORE}</p>",
        "body{font-size:10px}",
        doctype="",
    ),
    "a picture alone": page(inside(link("", "<img src=a.png alt=Courier>"))),
}
# And what neither can.
TOLD = {
    "inline percentage beside a loaded sheet": (page(inside(link("60%")), head=LOADED), 0.6),
    "inline em in a part of a page": (inside(link("1em")), 1),
    "both in pixels": (inside(link("12px"), "16px"), 0.75),
}


def ratio(markup: str) -> float | None:
    document = read(markup, url="https://partner.example/a", format="html")
    (found,) = [one for one in document.links if one.kind is LinkKind.HYPERLINK]
    return document.font_ratio(found)


@pytest.mark.parametrize("name", [*KNOWN, *TOLD])
def test_the_size_is_told_where_the_page_tells_it(name: str) -> None:
    markup, expected = {**KNOWN, **TOLD}[name]
    assert ratio(markup) == pytest.approx(expected)


@pytest.mark.parametrize("name", UNKNOWN)
def test_what_something_else_may_turn_is_not_told(name: str) -> None:
    assert ratio(UNKNOWN[name]) is None


def test_a_document_that_let_its_page_go_tells_no_sizes() -> None:
    document = read(page(BARE), url="https://partner.example/a", format="html")
    document.settle()
    assert document.font_ratio(document.links[0]) is None


# The letters of the link's innermost element against those of most of the text.
MEASURE = """
const size = node => parseFloat(getComputedStyle(node).fontSize);
let link = document.getElementById("x");
while (link.firstElementChild) link = link.firstElementChild;
const last = [...document.querySelectorAll("p")].pop();
return size(link) / size(last.firstElementChild || last);
"""


@needs_browser
def test_chromium_shows_them_so(browser: Chrome) -> None:
    for name, (markup, expected) in KNOWN.items():
        browser.get("data:text/html;charset=utf-8," + quote(markup))
        shown = browser.execute_script(MEASURE)
        assert shown == pytest.approx(expected, abs=0.002), name
