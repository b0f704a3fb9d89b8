"""The rules of a page's `<style>` elements, cut out cheaply and read only when an element asks.

Most rules of a page dress things and hide nothing. A sheet is cut into rules by its braces; the
declarations of each are looked over with one regular expression, and only a rule that could hide
something is indexed by what its selector asks for, as browsers do. The other rules wait until an
element that one of those (or its own `style`) touches needs to know what else applies to it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Final

from reuse_guard.documents.visibility import media
from reuse_guard.documents.visibility.declarations import Declaration, parse_declarations

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reuse_guard.documents.visibility.selectors import Selector

# What ends or opens a rule; a brace inside a comment or a string does neither.
_BRACES = re.compile(
    r"""/\*.*?(?:\*/|\Z)|"(?:[^"\\\n]|\\.)*"?|'(?:[^'\\\n]|\\.)*'?|\\.|[{}]""", re.DOTALL
)
_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
_GROUPING: Final = frozenset(
    {"@media", "@supports", "@layer", "@scope", "@document", "@starting-style"}
)
_LONGEST_SELECTOR: Final = 2_000  # characters; nested rules can multiply
# Declarations that may hide: each alternative is one way of `seen.sealing_reason` and its kin.
_HIDES = re.compile(
    r"""
      display\s*:\s*none
    | visibility\s*:\s*(?:hidden|collapse)
    | opacity\s*[:(]\s*\+?(?:0|\.0)
    | font(?:-size)?\s*:[^;}]*(?:\b0|(?<![\d.])[1-9](?:\.\d+)?(?:px|pt)|(?<![\d.])1[01](?:\.\d+)?px
        |(?<!\d)\.\d+(?:em|rem)|(?<!\d)[1-9]?\d(?:\.\d+)?%|small)
    | clip
    | scale
    | (?:width|height|-size)\s*:\s*(?:0|1px|1\b(?!\d|\.|\w|%))
    | -\s*\d{3,}|-\d+(?:\.\d+)?(?:vw|vh|r?em|ch|%)|\d{4,}\s*px
    | \\
    """,
    re.IGNORECASE | re.VERBOSE,
)
_DECIDES = re.compile(
    r"display|visibility|opacity|filter|font|color|background|clip|transform|scale|overflow"
    r"|position|width|height|size|top|left|right|bottom|inset|margin|indent|\\",
    re.IGNORECASE,
)
_COLOUR = re.compile(r"(?:(?<![\w-])color|text-fill-color)\s*:\s*([^;}!]+)", re.IGNORECASE)
_BACKGROUND = re.compile(r"background(?:-color)?\s*:\s*([^;}]+)", re.IGNORECASE)
_COLOUR_WORD = re.compile(r"#[0-9a-f]{3,8}|[a-z]+", re.IGNORECASE)
# White is the page itself where nothing paints it; near-white on it is not read either.
_ALWAYS_SUSPECT = re.compile(
    r"#f[0-9a-f]?f[0-9a-f]?f[0-9a-f]?\b|white|transparent|snow|ivory|\w+\(", re.IGNORECASE
)
# A selector of names, classes and ids alone: its key can be read off its end.
_SIMPLE = re.compile(r"[\w\s.#>+~-]+\Z")
_LAST_NAME = re.compile(r"([.#]?)([\w-]+)\Z")


@dataclass(frozen=True, slots=True)
class Order:
    """Where a rule stands in the cascade before specificity: layers lose to rules outside."""

    outside_layers: bool
    position: int


@dataclass
class Rule:
    """A selector with its declarations, both read when first asked for."""

    selector_text: str
    text: str
    order: Order
    refused: list[str] = field(repr=False)

    @cached_property
    def selectors(self) -> list[Selector]:
        """Its selectors; none when browsers would drop the rule, or when it is too costly."""
        from reuse_guard.documents.visibility import selectors  # noqa: PLC0415 - most pages need none

        try:
            return selectors.compile_selectors(self.selector_text)
        except selectors.SelectorError:
            return []
        except (selectors.TooCostlyError, RecursionError):
            self.refused.append(self.selector_text)
            return []

    @cached_property
    def declarations(self) -> tuple[Declaration, ...]:
        """What it declares about being seen."""
        return parse_declarations(self.text)


@dataclass(slots=True)
class Index:
    """Rules by what an element needs for a match: kind and name, as `Selector.key` gives them."""

    rules: dict[tuple[str, str], list[Rule]] = field(default_factory=dict)

    def add(self, rule: Rule) -> None:
        """File a rule under every key of its selectors."""
        for key in _keys(rule):
            self.rules.setdefault(key, []).append(rule)

    def names(self, kind: str) -> frozenset[str]:
        """The names under which rules of one kind are filed."""
        return frozenset(name for found, name in self.rules if found == kind)


@dataclass(frozen=True, slots=True)
class Sheets:
    """All rules of a page: those that may hide, the others, and the selectors not applied."""

    hiding: Index
    others: Index
    refused: list[str]


def read_sheets(sheets: list[tuple[str, str]]) -> Sheets:
    """Cut and index the rules of a page.

    Args:
        sheets: for each `<style>` in order, its `media` attribute and its text.
    """
    refused: list[str] = []
    found = Sheets(Index(), Index(), refused)
    css = "\n".join(text for _, text in sheets)
    suspect = _suspect_colours(css)
    position = 0
    for query, text in sheets:
        if query.strip() and not media.applies(query):
            continue
        for selector, body, outside in cut(text, refused):
            position += 1
            rule = Rule(selector, body, Order(outside, position), refused)
            if _HIDES.search(body) or _has_suspect(body, suspect):
                found.hiding.add(rule)
            elif _DECIDES.search(body):
                found.others.add(rule)
    return found


def cut(css: str, refused: list[str]) -> Iterator[tuple[str, str, bool]]:
    """Yield selector, declarations and whether outside layers, of every rule that may apply.

    >>> list(cut("a{b:c} @media print{a{b:d}} @media screen{p{q:r;i &{s:t}}}", []))
    [('a', 'b:c', True), ('p', 'q:r;', True), ('i p', 's:t', True)]
    """
    open_rules: list[_Open] = [_Open("", applies=True, outside_layers=True)]
    last = 0
    for match in _BRACES.finditer(css):
        brace = match[0]
        if brace not in {"{", "}"}:
            continue
        text = css[last : match.start()]
        last = match.end()
        current = open_rules[-1]
        if brace == "}":
            if len(open_rules) > 1:
                open_rules.pop()
                yield from current.declare(text)
            continue
        before, semicolon, prelude = text.rpartition(";")
        yield from current.declare(before + semicolon)
        open_rules.append(current.open(_COMMENT.sub(" ", prelude).strip(), refused))
    for unclosed in reversed(open_rules):  # a sheet that breaks off is closed by its end
        yield from unclosed.declare(css[last:])
        last = len(css)


@dataclass(frozen=True, slots=True)
class _Open:
    """A block whose end is not yet met; `selector` is empty outside rules."""

    selector: str
    applies: bool
    outside_layers: bool

    def declare(self, text: str) -> Iterator[tuple[str, str, bool]]:
        if self.applies and self.selector and text and not text.isspace():
            yield self.selector, text, self.outside_layers

    def open(self, prelude: str, refused: list[str]) -> _Open:
        if prelude.startswith("@"):
            return self._open_at_rule(prelude)
        selector = _nested(self.selector, prelude) if self.selector else prelude
        if len(selector) > _LONGEST_SELECTOR:
            refused.append(selector[:100])
            return _Open("", applies=False, outside_layers=self.outside_layers)
        return _Open(selector, self.applies, self.outside_layers)

    def _open_at_rule(self, prelude: str) -> _Open:
        name, _, condition = prelude.replace("(", " (", 1).partition(" ")
        name = name.lower()
        holds = name in _GROUPING and name not in {"@starting-style", "@document"}
        if name == "@media":
            holds = media.applies(condition)
        elif name == "@supports":
            holds = not condition.strip().lower().startswith("not")
        return _Open(
            self.selector,
            applies=self.applies and holds,
            outside_layers=self.outside_layers and name != "@layer",
        )


def _nested(outer: str, inner: str) -> str:
    """The selectors of a nested rule, written out; `&` stands for the outer ones."""
    if any(mark in outer + inner for mark in "([\"'"):
        return f":is({outer}) {inner}" if "&" not in inner else inner.replace("&", f":is({outer})")
    return ", ".join(
        small.replace("&", large.strip()) if "&" in small else f"{large.strip()} {small.strip()}"
        for large in outer.split(",")
        for small in inner.split(",")
    )


def _keys(rule: Rule) -> set[tuple[str, str]]:
    keys: set[tuple[str, str]] = set()
    kinds = {"": "tag", ".": "class", "#": "id"}
    for selector in rule.selector_text.split(","):
        last = _LAST_NAME.search(selector.rstrip()) if _SIMPLE.match(selector) else None
        if last is None:
            return {selector.key for selector in rule.selectors}
        name = last[2] if last[1] else last[2].lower()
        keys.add((kinds[last[1]], name))
    return keys


def _suspect_colours(css: str) -> frozenset[str]:
    """Every colour, as written, that something in the sheets has behind it."""
    return frozenset(
        word.lower() for value in _BACKGROUND.findall(css) for word in _COLOUR_WORD.findall(value)
    )


def _has_suspect(body: str, suspect: frozenset[str]) -> bool:
    return any(
        _ALWAYS_SUSPECT.match(value) or value.strip().lower() in suspect
        for value in _COLOUR.findall(body)
    )
