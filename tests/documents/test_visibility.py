"""What a reader sees: the cascade, inheritance, and what cannot be known from the page alone."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from reuse_guard.documents.visibility import VISIBLE, Seen, Visibility, applied
from reuse_guard.documents.visibility.bodies import Body
from reuse_guard.documents.visibility.cut import cut_rules
from reuse_guard.documents.visibility.declarations import parse_declarations
from reuse_guard.documents.visibility.kin import Family
from reuse_guard.documents.visibility.layers import OUTSIDE
from reuse_guard.documents.visibility.media import applies
from reuse_guard.documents.visibility.nodes import node_of
from reuse_guard.documents.visibility.rules import Rule
from reuse_guard.documents.visibility.selectors import (
    SelectorError,
    TooCostlyError,
    compile_selectors,
)


def parse(page: str) -> etree._Element:
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True)
    return etree.fromstring(page.encode("utf-8", "replace"), parser)


def look(page: str) -> tuple[dict[str, Seen], tuple[str, ...]]:
    """The state inside every element with an id, and the notes."""
    root = parse(page)
    visibility = Visibility.of(root)
    seen: dict[str, Seen] = {}
    pending = [(root, VISIBLE)]
    while pending:
        element, around = pending.pop()
        inside = visibility.enter(element, around)
        seen[element.get("id", "")] = inside
        pending += [(child, inside) for child in element.iterchildren("*")]
    return seen, visibility.notes


def hidden(page: str) -> str | None:
    return look(page)[0]["x"].hidden


@pytest.mark.parametrize(
    ("css", "is_hidden"),
    [
        ("#x{display:none}", True),
        ("#X{display:none}", False),
        ("P#x.a{display:none}", True),
        ("p.a.b{display:none}", True),
        ("p.a.c{display:none}", False),
        ("div p{display:none}", True),
        ("div > p{display:none}", False),
        ("section>p{display:none}", True),
        ("h1 + p{display:none}", True),
        ("h1 ~ p{display:none}", True),
        ("h2 ~ p{display:none}", False),
        ("div section > h1 + p{display:none}", True),
        ("div div div section p{display:none}", False),
        ("p:first-of-type{display:none}", True),
        ("p:nth-child(1){display:none}", False),
        ("p:nth-child(2){display:none}", True),
        ("section p:last-child{display:none}", True),
        ("[data-k]{display:none}", True),
        ('[data-k="v w"]{display:none}', True),
        ("[data-k~=w]{display:none}", True),
        ("[data-k^=w]{display:none}", False),
        (":is(h1, .a):not(.c){display:none}", True),
        ("p:not(.a){display:none}", False),
        ("*{visibility:hidden}", True),
        ("html body *{visibility:hidden}", True),
        ("p:hover{display:none}", False),
        ("p::after{display:none}", False),
        ("p{display:none}p.a{display:block}", False),
        ("p.a{display:block}p{display:none}", False),
        ("p{display:none!important}p.a{display:block}", True),
        ("p{display:none!important}p.a{display:block!important}", False),
        ("@layer x{p.a{display:block}}p{display:none}", True),
        ("@layer x{p.a{display:none}}p{display:block}", False),
        ("@layer x{p{display:none!important}}p.a{display:block!important}", True),
        ("@media screen{p{display:none}}", True),
        ("@media print{p{display:none}}", False),
        ("@media print{p{display:none}}p{color:red}", False),
        ("@media screen{@media (min-width:1px){p{display:none}}}", True),
        ("@supports (display:grid){p{display:none}}", True),
        ("@supports not (display:grid){p{display:none}}", False),
        ("@font-face{font-family:x;src:url(x)}p{display:none}", True),
        ("@keyframes k{from{opacity:0}to{opacity:1}}", False),
        ("@charset 'utf-8';p{display:none}", True),
        ("section{color:red;p{display:none}}", True),
        ("section{& > .a{display:none}}", True),
        ("p{&:hover{display:none}}", False),
        ("div, section{.a, .q{display:none}}", True),
        ("p{color:red;;display:none;}", True),
        ("p{display:none", True),
        ("} p{display:none}", False),
        ("q{a:b}} p{display:none}", False),
        ("p{display:none} } ", True),
        ("p!{display:none}", False),
        ("p,,a{display:none}", False),
        ("p{DISPLAY:NONE}", True),
        ("\\70{display:none}", True),
        (".\\61{display:none}", True),
        ("p{dis\\70lay:none}", True),
        ("/* p{display:none} */", False),
        ("p{/* } */display:none}", True),
        ("/* a; b */p{display:none}", True),
        ("@media screen{/* a; { */p{display:none}}", True),
        ("p{display/**/:none}", True),
        ("p{dis/**/play:none}", False),
        ("[data-k='v w'],[title='a;b}']{display:none}", True),
        ("q{content:'}'}p{display:none}", True),
        ("<!-- p{display:none} -->", True),
        ("p{--x:none;display:var(--x)}", True),
        (":root{--x:none}p{display:var(--x)}", True),
        ("p{display:VAR( --x )}div{--x:none}", True),
        (":root{--x:none}section{--x:block}p{display:var(--x)}", False),
        (":root{--x:block}section{--x:none}p{display:var(--x)}", True),
        (":root{--x:none}p{--x:inherit;display:var(--x)}", True),
        (":root{--x:none!important}*{--x:block}p{display:var(--x)}", False),
        (":root{--x:var(--y);--y:none}p{display:var(--x)}", True),
        (":root{--x:var(--y);--y:var(--x)}p{display:var(--x,none)}", False),
        ("p{display:var(--x)}", False),
        ("p{display:var(--x,none)}", True),
        ("p{display:var(--x,var(--y,none))}", True),
        ("p{--o:0;opacity:var(--o)}", True),
        ("p{--o:.5;opacity:var(--o)}", False),
        ("p{--far:-9999px;text-indent:var(--far)}", True),
        ("p{--far:-9999px;position:absolute;left:calc(var(--far))}", True),
        ("p{--n:1px;height:var(--n);overflow:hidden}", True),
        ("p{--small:0;font:var(--small) serif}", True),
        ("body{--paper:#123456;background:var(--paper)}p{color:#123456}", True),
        ("body{--ink:#fff}p{color:var(--ink)}", True),
        ("body{--ink:#fff;background:var(--night)}p{color:var(--ink)}", False),
        ("p{--x:none;display:var(--x);display:block!important}", False),
        ("p{display:none;display:var(--x)}", False),
        ("p{opacity:0}", True),
        ("p{opacity:0;}#x{opacity:1}", False),
        ("p{filter:opacity(0)}", True),
        ("p{height:1px;overflow:hidden}", True),
        ("p{height:1px}.a{overflow:hidden}", True),
        ("p{height:1px;overflow:hidden}#x{height:auto}", False),
        ("p{position:absolute}.a{left:-9999px}", True),
        ("p{inset:0 auto auto -9999px;position:fixed}", True),
        ("p{left:calc(-9999px);position:fixed}", True),
        ("p{left:calc(-100vw - 1px);position:fixed}", True),
        ("p:not([open]){display:none}", True),
        ("p{left:calc(-100vw - 1%);position:fixed}", False),
        ("p{left:-100%;position:absolute}", True),
        ("p{left:-50px;position:absolute}", False),
        ("p{content-visibility:hidden}", True),
        ("p{-webkit-text-fill-color:transparent}", True),
        ("p{color:transparent;background-clip:text}", True),
        ("p{color:transparent;background-clip:text;background-image:url(a.png)}", False),
        ("p{scale:0}", True),
        ("p{transform:scaleY(0)}", True),
        ("p{transform:matrix(0,0,0,0,0,0)}", True),
        ("p{color:#fff}", True),
        ("p{color:#fff}body{background:#000}", False),
        ("p{color:#fff}body{background:#000}section{background:#fff}", True),
        ("p{color:#fff}body{background:#000}section{background:rgba(255,255,255,.5)}", False),
        ("p{color:#fff}body{background:#000}section{background:transparent}", False),
        ("p{color:#fff}body{background-image:linear-gradient(red,blue)}", False),
        ("p{color:oklch(1 0 0)}", False),
    ],
)
def test_rules_apply_as_in_a_browser(css: str, *, is_hidden: bool) -> None:
    page = (
        f"<style>{css}</style><div><section><h1>t</h1><p id=x class='a b' data-k='v w'>words</p>"
        "</section></div>"
    )
    assert (hidden(page) is not None) is is_hidden
    # Of hundreds of rules those are left aside that ask for names which the page has not.
    beside = "<style>" + ".gone i, #gone{display:none}" * 200 + "</style>"
    assert hidden(beside + page) == hidden(page)


@pytest.mark.parametrize(
    ("query", "holds"),
    [
        ("", True),
        ("all", True),
        ("screen", True),
        ("print", False),
        ("print, screen", True),
        ("not print", True),
        ("not screen", False),
        ("only screen and (min-width: 40em)", True),
        ("screen and (max-width: 40em)", False),
        ("(min-width:600px) and (max-width:1400px)", True),
        ("(width >= 600px)", True),
        ("(width < 600px)", False),
        ("(400px <= width <= 700px)", False),
        ("(not (max-width:600px))", True),
        ("not (min-width:600px)", False),
        ("((min-width:600px) and (max-width:2000px))", True),
        ("(min-width:600px) or (max-width:2px)", True),
        ("(max-width:2px) or (print)", False),
        ("(width > 2px) and (not (bogus))", False),
        ("(width > 2px) or (bogus)", True),
        ("(width > 2px) and (height > 2px) or (color)", False),
        ("not screen and (max-width:600px)", True),
        ("not screen and (bogus)", False),
        ("screen and (hover)", True),
        ("(prefers-reduced-motion)", False),
        ("(prefers-contrast: no-preference)", True),
        ("(min-aspect-ratio: 1/1)", True),
        ("(aspect-ratio: 1/0)", False),
        ("(min-resolution: 2dppx)", False),
        ("(max-resolution: 120dpi)", True),
        ("(-webkit-min-device-pixel-ratio:0)", True),
        ("(min--moz-device-pixel-ratio:0)", False),
        ("(monochrome)", False),
        ("(color: 8)", True),
        ("(width)", True),
        ("(width > wide)", False),
        ("(width", False),
        ("(" * 30 + "color" + ")" * 30, False),
        ("(400px < width < 2000px)", True),
        ("(orientation: portrait)", False),
        ("(prefers-color-scheme: dark)", False),
        ("(prefers-reduced-motion: reduce)", False),
        ("(hover)", True),
        ("(unheard-of: 1)", False),
        ("speech", False),
        ("(", False),
    ],
)
def test_media_queries_are_asked_of_a_screen(query: str, *, holds: bool) -> None:
    assert applies(query) is holds


@pytest.mark.parametrize(
    "css",
    [
        "div + div p{display:none}",
        "div ~ div > .a{display:none}",
        "div:nth-child(2) .a{display:none}",
        "div:last-child .a{display:none}",
        "div:not(:first-child) .a{display:none}",
        "[data-k]{display:none}",
        "[data-k] .a{display:none}",
        ".a{display:none}div:first-child .a{display:block}",
        ".a{display:none}[data-h] .a{display:block}",
        "[data-k]{--x:none}.a{display:var(--x)}",
        "div + div{background:#000}.a{color:#000}",
        "[data-k]{visibility:hidden}.a{visibility:inherit}",
    ],
)
def test_one_of_two_that_look_alike_may_be_hidden(css: str) -> None:
    seen, _ = look(
        f"<style>{css}</style><section><div data-h><p class=a><i id=one>words</i></p></div>"
        "<div data-k><p class=a><i id=two>words</i></p></div></section>"
    )
    assert seen["one"].hidden is None
    assert seen["two"].hidden is not None


@pytest.mark.parametrize(
    "css",
    [
        ".b{background:#000}",
        "section[data-k]{background:#000}",
        "section:first-of-type{background:#000}",
        "#s{background:#000}",
        "h1 + section{background:#000}",
    ],
)
def test_what_is_behind_one_of_two_that_look_alike_shows_its_letters(css: str) -> None:
    inside = "><p class=a>words<p class=a id={}>words</section>"
    dark = "<h1>t</h1><section class=b id=s data-k" + inside.format("y")
    light = "<section" + inside.format("x")
    for markup in (dark + light, "<section" + inside.format("z") + dark + light):
        if css.startswith("section:") and not markup.startswith("<h1>"):
            continue
        seen = look(f"<style>.a{{color:#fff}}{css}</style>{markup}")[0]
        assert seen["x"].hidden == "text in the colour of its background"
        assert seen["y"].hidden is None


def test_a_picture_behind_one_of_two_cells_shows_its_letters() -> None:
    cell = "<td{}><p class=a id={}>words</td>"
    table = f"<table><tr>{cell.format('', 'x')}{cell.format(' background=/i', 'y')}</table>"
    seen = look(f"<style>.a{{color:#fff}}</style>{table}")[0]
    assert seen["x"].hidden == "text in the colour of its background"
    assert seen["y"].hidden is None


def test_one_of_two_may_be_hidden_by_what_its_attributes_say() -> None:
    seen, _ = look(
        "<style>.a{display:none}</style>"
        "<section><amp-list layout=fill><i id=x>words</i></amp-list>"
        "<amp-list layout=nodisplay><i id=y>words</i></amp-list>"
        "<b aria-hidden=false><i id=z>words</i></b><b aria-hidden=true><i id=w>words</i></b>"
    )
    assert seen["x"].hidden is None
    assert seen["y"].hidden == "a popover that is not open"
    assert not seen["z"].aria_hidden
    assert seen["w"].aria_hidden


def test_a_rule_that_changes_nothing_leaves_the_state_as_it_is() -> None:
    root = parse("<style>.a{color:#fff}</style><body bgcolor=red><p class=a><i class=a>words")
    visibility = Visibility.of(root)
    outer, inner = root.iterfind(".//*[@class]")
    around = visibility.enter(outer, VISIBLE)
    assert around.colour is not None
    assert visibility.enter(inner, around) is around


def test_a_state_is_handed_down_unchanged_where_nothing_is_said() -> None:
    root = parse("<div class=c><p id=x title=t>words")
    visibility = Visibility.of(root)
    inner = Seen(noindex=True)
    assert all(visibility.enter(element, inner) is inner for element in root.iter())


def test_what_hides_is_told() -> None:
    assert hidden("<p style='display:none'><a id=x>") == "display: none"
    assert hidden("<p hidden><a id=x>") == "hidden attribute"
    assert hidden("<a id=x style='color:#fff'>") == "text in the colour of its background"


def test_sheets_that_are_not_in_the_page_are_mentioned_once() -> None:
    _, notes = look(
        "<link rel=stylesheet href=a.css><link rel='preload stylesheet' href=b.css>"
        "<link rel=stylesheet media=print href=c.css><link rel='alternate stylesheet' href=d.css>"
        "<link rel=icon href=e.png><style>@import 'f.css';</style><p>words"
    )
    assert notes == (
        "The page loads 3 external stylesheets, which were not read:"
        " what only they hide counts as visible.",
    )
    assert look("<style>p{color:red}</style><p>words")[1] == ()


def test_a_rule_that_is_too_costly_is_mentioned() -> None:
    seen, notes = look("<style>p:has(a){display:none}</style><p id=x><a>")
    assert seen["x"].hidden is None
    assert len(notes) == 1
    assert "p:has(a)" in notes[0]


def test_unclosed_and_nested_noindex_comments_hold_to_the_end() -> None:
    seen, _ = look(
        "<p><a id=a></a><!--noindex--><a id=b></a></p><p><a id=c></a><!-- /NoIndex --><a id=d>"
    )
    assert [seen[name].noindex for name in "abcd"] == [False, True, True, False]


@pytest.mark.parametrize(
    "page",
    [
        "<style>" + "div " * 25 + ".x{display:none}</style>" + "<div>" * 240 + "<p class=x id=x>",
        "<style>" + "a:not(" * 300 + "b" + ")" * 300 + "{display:none}</style><a id=x>",
        "<style>" + "a{" * 5000 + "display:none" + "}" * 5000 + "</style><a id=x>",
        "<style>" + "&," * 500 + "a{&,&{&,&{&,&{display:none}}}}</style><a id=x>",
        "<style>" + "* ~ * ~ *{opacity:0}" * 50 + "</style>" + "<i></i>" * 400 + "<a id=x>",
        "<style>" + ".a{display:none}" * 5000 + "</style>" + "<b class=a></b>" * 500 + "<a id=x>",
        "<style>" + " " * 300_000 + "{display:none}</style><a id=x>",
        "<style>" + "/*" * 100_000 + "</style><a id=x>",
        "<style>" + "a" * 300_000 + "{display:none}</style><a id=x>",
        "<style>a{" + "-" * 300_000 + "display:var(--x)}</style><a id=x>",
        "<style>a{" + "display:var(" * 30_000 + "</style><a id=x>",
        "<style>" + "a{display:var(--x)}" * 10_000 + "a{--x:none}</style><a id=x>",
        "<style>a{"
        + "".join(f"--x{n}:var(--x{n + 1})var(--x{n + 1});" for n in range(2000))
        + "display:var(--x0)}</style><a id=x>",
        "<style>"
        + "".join(f"a{{--x:{n}px;width:calc({n} + var(--x))}}" for n in range(1500))
        + "</style>"
        + "<a>" * 300
        + "<a id=x>",
        "<style>"
        + "".join(f"a{{--x:{n}px;width:var(--x)}}" for n in range(1500))
        + "</style>"
        + "<a>" * 300
        + "<a id=x>",
        "<style>a{" + "font:" * 20_000 + "}</style><a id=x>",
        "<style>a{" + "scale:1 " * 20_000 + "}</style><a id=x>",
        "<style>" + "@layer a{" * 20_000 + "a{opacity:0}</style><a id=x>",
        "<style>@layer a" + ".a" * 40_000 + "{a{opacity:0}}</style><a id=x>",
        "<style>a{opacity:0}" + "@layer a " * 20_000 + "</style><a id=x>",
        "<style>" + "a," * 5_000 + "a{" + "c," * 8_000 + "b{opacity:0}}</style><a id=x>",
        "<style>.b ~ .a{opacity:0}</style>" + "<p class=a></p>" * 10_000 + "<a id=x>",
        "<style>.a ~ .b ~ .a{opacity:0}</style>" + "<p class=a></p>" * 10_000 + "<a id=x>",
        "<style>.a:not(.b ~ .a *) .c{opacity:0}</style>"
        + "<p class=a></p>" * 5_000
        + "<div class=a>" * 200
        + "<p class=c></p>" * 1_000
        + "<a id=x>",
        "<style>@media " + "(" * 40_000 + "{a{opacity:0}}</style><a id=x>",
        "<style>"
        + "".join(f"b{{--x{n}:1;display:var(--x{n})}}" for n in range(2000))
        + "</style>"
        + "<b>" * 500
        + "<a id=x>",
        "<a id=x style='" + "a:b;" * 50_000 + "'>",
        "<a id=x style='" + "display:none;" * 20_000 + "'>",
        "<a id=x style='transform:" + "scale(1," * 5000 + "'>",
        "<a id=x style='background:" + "(" * 20_000 + "'>",
        "<a id=x class='" + "c " * 100_000 + "'>",
        "<style>" + ":nth-child(2n+1){opacity:0}" * 20 + "</style>" + "<i></i>" * 3000 + "<a id=x>",
    ],
    ids=lambda page: page[:30],
)
def test_a_hostile_page_is_read_in_bounded_time(page: str) -> None:
    start = time.process_time()
    look(page)
    assert time.process_time() - start < 5, "minutes would be a way to stall a checker"


def test_elements_that_are_counted_again_for_each_of_them_use_up_the_bound(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(applied, "_MOST_TESTS", 5_000)
    page = "<style>.a:{}(3){{opacity:0}}</style>" + "<p class=a></p>" * 1_000
    assert look(page.format("nth-child"))[1] == ()
    assert len(look(page.format("nth-of-type"))[1]) == 1


@pytest.mark.parametrize(
    ("css", "selectors"),
    [
        (".m{&:not(.o),.c{a:b}}", [":is(.m):not(.o)", ":is(.m) .c"]),
        (".m{[d],.c{a:b}}", [":is(.m) [d]", ":is(.m) .c"]),
        (
            ".m:not(.x),.n{:is(.d,.e),.c{a:b}}",
            [f":is(.m:not(.x),.n) {s}" for s in (":is(.d,.e)", ".c")],
        ),
    ],
)
def test_every_selector_of_a_nested_list_stands_below_the_outer_ones(
    css: str, selectors: list[str]
) -> None:
    assert [s.strip() for piece in cut_rules(css, []) for s in piece.selectors] == selectors


@given(st.text(alphabet="{}:;@&.#>~+,*[]()'\"\\/!-% \nabpx019", max_size=80))
def test_any_text_may_be_a_style_sheet(css: str) -> None:
    look(f"<style>{css.replace('</', '')}</style><p class=a id=x>words<b>more")
    list(cut_rules(css, []))


@given(st.text(alphabet=":;()!%'\"\\/,.-# \nadeilnopsxy019", max_size=60))
def test_any_text_may_be_a_style_attribute(style: str) -> None:
    look(f'<p id=x style="{style.replace(chr(34), "")}">words')


@given(st.text(alphabet=".#>~+,*[]():=\"' abpn1", max_size=30))
def test_any_text_may_be_a_selector(text: str) -> None:
    node = node_of(parse("<p class=a><b id=b>")[0][0], {}, Family())
    try:
        selectors = compile_selectors(text)
    except (SelectorError, TooCostlyError):
        return
    assert all(selector.matches(node) in {True, False} for selector in selectors)


@given(
    st.lists(
        st.sampled_from(["p", "b", ".a", "#k", "p.a", "b#k", "i", ".z"]), min_size=1, max_size=4
    ),
    st.lists(st.sampled_from([" ", " > ", " + ", " ~ "]), min_size=3, max_size=3),
)
def test_plain_selectors_match_as_the_parser_says(compounds: list[str], joints: list[str]) -> None:
    text = compounds[0] + "".join(j + c for j, c in zip(joints, compounds[1:], strict=False))
    root = parse("<p class=a><i></i><b id=k></b><b class='a z'></b></p><p><b id=q></b></p>")
    through_parser = compile_selectors(f":is({text})") if len(compounds) == 1 else None
    plain = compile_selectors(text)
    escaped = compile_selectors(text.replace("p", "\\70 "))  # the space ends the escape
    for element in root.iter():
        node = node_of(element, {}, Family())
        found = any(selector.matches(node) for selector in plain)
        assert found == any(selector.matches(node) for selector in escaped)
        if through_parser is not None:
            assert found == any(selector.matches(node) for selector in through_parser)


@given(
    st.lists(
        st.sampled_from(
            [
                "p",
                "B",
                ".a",
                "#k",
                "*",
                "p:not(.z)",
                "b[id]",
                "[id='k']:first-child",
                ".--w",
                ":is(p, .a)",
                "p::before",
                "[id=')'],[id='(']",
                ".a,.z",
            ]
        ),
        min_size=1,
        max_size=4,
    ),
    st.lists(st.sampled_from([" ", " > ", "+", " ~ ", ","]), min_size=3, max_size=3),
)
def test_an_element_that_a_rule_matches_has_the_names_it_needs(
    compounds: list[str], joints: list[str]
) -> None:
    text = compounds[0] + "".join(j + c for j, c in zip(joints, compounds[1:], strict=False))
    rule = Rule(text, Body("", 0, layer=OUTSIDE, may_hide=False), [])
    root = parse("<p class='a --w'><i></i><b id=k></b><b class='a z'></b></p><p><b id=q></b></p>")
    for element in root.iter():
        node = node_of(element, {}, Family())
        matches = any(selector.matches(node) for selector in rule.selectors)
        assert rule.needs <= node.names | node.names_above or not matches


@pytest.mark.parametrize(
    "selector",
    ["|", ":lang()", ":lang(en [])", "p:nth-child(+", "#x:lang("],
)
def test_a_rule_with_a_selector_that_nobody_can_read_hides_nothing_and_stops_no_other(
    selector: str,
) -> None:
    page = "<style>{}{{display:none}} .y{{display:none}}</style><p id=x>one</p><p class=y id=z>two"
    seen = look(page.format(selector))[0]
    assert seen["x"].hidden is None
    assert seen["z"].hidden == "display: none"


def test_rules_past_the_bound_on_tests_leave_text_visible_and_a_note(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("reuse_guard.documents.visibility.applied._MOST_TESTS", 439)
    rules = "".join(f"p:not(b){{display:none;width:{number}px}}" for number in range(20))
    seen, notes = look(f"<style>{rules}</style>" + "".join(f"<p id=e{i}>x" for i in range(20)))
    assert [state.hidden for state in seen.values()].count("display: none") == 10
    assert any("too many style rules" in note for note in notes)


def test_declarations_that_are_one_are_read_once_in_the_place_of_the_last() -> None:
    read = parse_declarations(
        "opacity: 1; opacity: 0;" * 1000 + "opacity: 1; opacity: 1 !important"
    )
    assert [(one.value, one.important) for one in read] == [(0.0, False), (1.0, False), (1.0, True)]
