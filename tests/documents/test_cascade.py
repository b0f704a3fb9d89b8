"""Layers, `all`, conditions and sums: which of the values that a page declares hold."""

from __future__ import annotations

import pytest

from reuse_guard.documents.read import read

CUT_OFF = "overflow:hidden"


def hidden(css: str, markup: str = "<p class='a b'>words</p>") -> str | None:
    page = f"<!doctype html><style>{css}</style><div><section>{markup}</section></div>"
    (block,) = (b for b in read(page, format="html").blocks if "words" in b.text)
    return block.hidden


@pytest.mark.parametrize(
    ("css", "is_hidden"),
    [
        # Layers stand in the order in which they are first named, whatever stands in them.
        ("@layer x,y;@layer y{p{display:none}}@layer x{p.a{display:block}}", True),
        ("@layer x, y ;@layer y{p{display:block}}@layer x{p.a{display:none}}", False),
        ("@layer x{p.a{display:block}}@layer y{p{display:none}}@layer x{p.a.b{color:red}}", True),
        (
            "@layer x,y;@layer x{p{display:none!important}}@layer y{.a{display:block!important}}",
            True,
        ),
        (
            "@layer x,y;@layer x{p{display:block!important}}@layer y{.a{display:none!important}}",
            False,
        ),
        ("@layer x{@layer y{p.a{display:none}}p{display:block}}", False),
        ("@layer x.y{p.a{display:none}}@layer x{p{display:block}}", False),
        ("@layer{p{display:none}}@layer{p{display:block}}", False),
        ("@media screen{@layer x,y;}@layer y{p{display:none}}@layer x{.a{display:block}}", True),
        ("</style><style>@layer x,y</style><style>@layer y{p{display:none}}", True),
        ("@layer x,y;@layer y{p{--k:none}}@layer x{.a{--k:block}}p{display:var(--k)}", True),
        # A semicolon behind a rule spoils the next one, and nothing else.
        ("q{};p{display:none}", False),
        ("q{};p{color:red}p{display:none}", True),
        ("q{};@media screen{p{display:none}}", False),
        ("@import 'x';@namespace url(x);p{display:none}", True),
        # `all` sets everything back.
        ("p{display:none}.a{all:unset}", False),
        (".a{all:unset;display:none}", True),
        ("p{visibility:hidden}.a{all:unset}", False),
        ("section{visibility:hidden}p{all:unset}", True),
        ("section{visibility:hidden}p{all:initial}", False),
        ("p{position:absolute;left:-9999px}.a{all:revert}", False),
        ("p{all:unset!important;opacity:0}", False),
        ("section{background:#000}p{color:#000}section{all:unset}", False),
        ("p{inset-inline-start:-9999px;position:absolute}.a{inset-inline-start:unset}", False),
        # What hangs on the size of a box may show, and hides nothing.
        ("p{display:none}@container (min-width:9px){p{display:block}}", False),
        ("@container side (min-width:9px){p{display:none}}", False),
        ("p{--k:none}@container (width>9px){p{--k:block}}p{display:var(--k)}", True),
        ("p{display:none}@container (width>9px){p{--k:block;display:var(--k)}}", False),
        # `@scope`
        ("@scope (section){:scope > p{display:none}}", True),
        ("@scope (p.a){:scope{display:none}}", True),
        ("@scope (section) to (p){p{display:none}}", False),
        ("@scope{p{display:none}}", False),
        # Combinators in brackets
        ("p:not(section .a){display:none}", False),
        ("p:not(.q *){display:none}", True),
        ("p:not(.q *, section > .b){display:none}", False),
        (":is(section p, .q){display:none}", True),
        (":where(div > section > p){display:none}p{color:red}", True),
        ("p:is(.q *, :not(div > *)){display:none}", True),
        ("p:not(:is(section *)):not(.q *){display:none}", False),
        ("p:not(:is(:not(:is(:not(.q *) .a) *))){display:none}", False),
        ("p:not(:has(.q) *){display:none}", False),
        ("p:is(.q, :has(.q)){display:none}", False),
        # Custom properties
        ("section{--k:none}p{--k:initial;display:var(--k,block)}", False),
        ("section{--k:block}p{--k:initial;display:var(--k,none)}", True),
        # Sums
        ("p{opacity:calc(1 - 1)}", True),
        ("p{--o:0;opacity:calc(var(--o) * 1)}", True),
        ("p{opacity:clamp(0,.5,1)}", False),
        ("p{opacity:max(0, .02)}", True),
        ("p{opacity:max(1)}", False),
        ("p{opacity:calc(1, 2)}", False),
        (f"p{{--u:.25rem;max-height:calc(var(--u)*0);{CUT_OFF}}}", True),
        (f"p{{height:calc((1px + 1px) * 0 / 2);{CUT_OFF}}}", True),
        (f"p{{height:calc(0px * 1px);{CUT_OFF}}}", False),
        (f"p{{height:calc(1px / 0);{CUT_OFF}}}", False),
        (f"p{{height:calc(1px +);{CUT_OFF}}}", False),
        (f"p{{height:min(0px, 1em);{CUT_OFF}}}", False),
        ("p{font-size:calc(1em*0)}", True),
        ("p{position:absolute;left:calc(-9999px * 1)}", True),
        ("p{position:absolute;left:calc(9999px + 50%)}", False),
    ],
)
def test_values_hold_as_in_a_browser(css: str, *, is_hidden: bool) -> None:
    assert (hidden(css) is not None) is is_hidden


@pytest.mark.parametrize(
    ("css", "markup", "is_hidden"),
    [
        (
            ".k{display:none}#c:checked~.k{display:block}",
            "<input type=checkbox id=c checked>",
            False,
        ),
        (".k{display:none}#c:checked~.k{display:block}", "<input type=checkbox id=c>", True),
        ("#c:checked~.k{display:none}", "<input type=radio id=c checked>", True),
        ("p{all:unset}", "<p hidden>words</p>", False),
        ("dialog{display:revert}", "<dialog>words</dialog>", True),
        ("dialog{display:unset}", "<dialog>words</dialog>", False),
        ("a{color:#fff}.k a{color:revert}", "<p class=k><a href=/1>words</a></p>", False),
        ("p{font-size:0;visibility:hidden}", "<p style='all:initial'>words</p>", False),
    ],
)
def test_elements_are_seen_as_in_a_browser(css: str, markup: str, *, is_hidden: bool) -> None:
    if "words" not in markup:
        markup += "<p class=k>words</p>"
    assert (hidden(css, markup) is not None) is is_hidden


@pytest.mark.parametrize(
    ("style", "is_hidden"),
    [
        # What holds a box open that has no size of its own.
        ("flex:1;width:0;overflow:hidden", False),
        ("flex:1 1 0;height:0;overflow:auto", False),
        ("flex:auto;width:0;overflow:hidden", False),
        ("flex:none;width:0;overflow:hidden", True),
        ("flex-grow:0;width:0;overflow:hidden", True),
        ("flex:1;max-width:0;overflow:hidden", True),
        ("width:0;min-width:100%;overflow:hidden", False),
        ("max-height:0;min-height:3em;overflow:hidden", False),
        ("block-size:0;min-block-size:3em;overflow:hidden", False),
        ("height:0;min-height:0;overflow:hidden", True),
        ("display:table-cell;width:0;overflow:hidden", False),
        ("height:0;overflow:auto", True),
        ("max-height:0;overflow:hidden scroll", True),
        ("height:0;overflow:visible", False),
        # Clips
        ("clip-path:inset(0 0 100% 0)", True),
        ("clip-path:inset(0 40% 0 60%)", True),
        ("clip-path:inset(9999px)", True),
        ("clip-path:inset(0 0 90% round 3px)", False),
        ("clip-path:inset(0 calc(100% - 2em) 0 0)", False),
        ("clip-path:inset(0 0 0 0 0)", False),
        ("clip-path:circle(1px at 50% 50%)", True),
        ("clip-path:circle(50%)", False),
        ("clip-path:ellipse(50% 0)", True),
        ("clip-path:polygon(0 0, 0 0, 0 100%)", True),
        ("clip-path:polygon(0 0, 100% 0, 100% 100%)", False),
        ("clip-path:rect(0 0 0 0)", True),
        ("clip-path:rect(0 auto 100% 0)", False),
        ("clip-path:xywh(0 0 100% 0)", True),
        ("clip-path:xywh(0 0 100% 2em)", False),
        ("-webkit-clip-path:inset(50%)", True),
        # Moves
        ("transform:translateX(-500px) translateX(-500px)", True),
        ("transform:translate(-9999px) translate(9999px)", False),
        ("transform:matrix(1,0,0,1,-9999,0)", True),
        ("transform:matrix(1,0,0,1,-40,0)", False),
        ("transform:matrix(1,0,0,0,0,0)", True),
        ("transform:matrix3d(1,0,0,0,0,1,0,0,0,0,1,0,0,-9999,0,1)", True),
        ("transform:matrix3d(0,0,0,0,0,1,0,0,0,0,1,0,0,0,0,1)", True),
        ("transform:matrix(1,0,0)", False),
        ("transform:scaleZ(0)", True),
        ("transform:rotateY(.25turn)", True),
        ("transform:rotateX(-270deg)", True),
        ("transform:rotateX(180deg)", False),
        ("scale:1 0", True),
        ("-webkit-transform:scale(0)", True),
        ("-webkit-transform:scale(0);transform:none", False),
        ("text-indent:9999px;white-space:nowrap;overflow:hidden", True),
        ("text-indent:9999px;white-space:nowrap", False),
        # Letters
        ("filter:opacity(0);opacity:1", True),
        ("filter:opacity(.5) opacity(.01)", True),
        ("filter:blur(1px)", False),
        ("color:transparent;-webkit-text-stroke:1px #000", False),
        ("color:transparent;-webkit-text-stroke:0", True),
        ("color:#fff;-webkit-text-stroke:1px #000", False),
        ("color:#fff;-webkit-text-stroke:1px #fff", True),
        ("color:#fff;-webkit-text-stroke-width:1px", False),
        ("color:#fff;mix-blend-mode:difference", False),
        ("color:#fff;mix-blend-mode:normal", True),
    ],
)
def test_boxes_are_seen_as_in_a_browser_by_a_style_or_a_rule(
    style: str, *, is_hidden: bool
) -> None:
    inline = hidden("", f"<p style='{style}'>words</p>")
    assert (inline is not None) is is_hidden
    assert hidden(f"p{{{style}}}") == inline


@pytest.mark.parametrize(
    "selector",
    [
        "p:nth-last-child(1 of .a)",
        "p:nth-child(1 of .a)",
        "p:nth-of-type(1 OF :has(q))",
        "p:has(q)",
        "section :not(:nth-last-of-type(1 of .a))",
        "p:not(:is(:not(:is(:not(.q *) .a) *) .a) *)",
    ],
)
def test_selectors_that_are_not_followed_are_mentioned(selector: str) -> None:
    page = f"<style>{selector}{{display:none}}</style><section><p class=a>words</p></section>"
    document = read(page, format="html")
    assert "could not be applied" in "".join(document.notes)
    assert not any(block.hidden for block in document.blocks)


@pytest.mark.parametrize("tag", ["td", "th"])
def test_cells_are_as_large_as_what_they_hold(tag: str) -> None:
    markup = f"<table><tr><{tag} class=k>words</{tag}></tr></table>"
    cut_off = "max-width:0;overflow:hidden;text-overflow:ellipsis;white-space:nowrap"
    assert hidden(f".k{{{cut_off}}}", markup) is None
    assert hidden(f".k{{{cut_off};display:block}}", markup) is not None
