"""The rules of a page's `<style>` elements, cut out cheaply and read only when an element asks.

Most rules of a page dress things and hide nothing. A sheet is cut into rules by its braces, and a
handful of searches find the declarations that could hide something; only the rules around those
are indexed by what their selectors ask for, as browsers do. The other rules wait until an element
that one of these (or its own `style`) touches needs to know what else applies to it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

from reuse_guard.documents.visibility.declarations import Declaration, parse_declarations
from reuse_guard.documents.visibility.media import applies

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reuse_guard.documents.visibility.selectors import Selector

# What ends or opens a rule; a brace inside a comment or a string does neither.
_BRACES = re.compile(
    r"""/\*.*?(?:\*/|\Z)|"(?:[^"\\\n]|\\.)*"?|'(?:[^'\\\n]|\\.)*'?|\\.|[{}]""", re.DOTALL
)
# Comments, and the signs that hid style sheets from the browsers of 1996.
_NO_SELECTOR = re.compile(r"/\*.*?(?:\*/|\Z)|<!--|-->", re.DOTALL)
_GROUPING: Final = frozenset({"@media", "@supports", "@layer", "@scope"})
_LONGEST_SELECTOR: Final = 2_000  # characters; nested rules can multiply
# Declarations that may hide, in lower case: each is one way of `seen.sealing_reason` and its kin.
# Ten searches for literal beginnings take a sixth of the time of one for all (measured on the
# styles of 181 news pages).
_HIDES: Final = tuple(
    re.compile(pattern)
    for pattern in (
        r"display\s*:\s*none",
        r"visibility\s*:\s*(?:hidden|collapse)",
        r"opacity\s*[:(]\s*\+?(?:0|\.0)",
        r"font(?:-size)?\s*:[^;}]*(?<![\w.#-])(?:0|[12]px|\.\d+px|0?\.[01]\d*r?em)(?![\d.])",
        r"clip(?:\s*:\s*rect|-path\s*:\s*[icep])",
        r"scale(?:x|y|3d)?\s*[(:]\s*\+?(?:0|\.0)",
        r"matrix\(\s*0",
        r"width\s*:\s*(?:0|1px|1(?![\d.\w%]))",
        r"height\s*:\s*(?:0|1px|1(?![\d.\w%]))",
        r"-size\s*:\s*(?:0|1px|1(?![\d.\w%]))",
        r"-\d{3}",
        r"-[\d.]+(?:v[wh]|r?em|ch|%)",
        r"left\s*:\s*\d{4}",
        r"right\s*:\s*\d{4}",
        r"translate(?:x|3d)?\(\s*\d{4}",
        r"\\",
    )
)
# What the other rules may say about the same properties, and show again.
_DECIDES: Final = """
    display visibility opacity filter font color background clip transform scale overflow position
    width height size top left right bottom inset margin indent \\
    """
_DECIDING: Final = tuple(_DECIDES.split())
_COLOUR = re.compile(r"color\s*:\s*([^;}!]+)")
_BACKGROUND = re.compile(r"background(?:-color)?\s*:\s*([^;}]+)")
_COLOUR_WORD = re.compile(r"#[0-9a-f]{3,8}|[a-z]+")
# White is the page itself where nothing paints it; near-white on it is not read either.
_ALWAYS_SUSPECT = re.compile(
    r"#f[0-9a-f]?f[0-9a-f]?f[0-9a-f]?\b|white|transparent|snow|ivory|\w+\("
)
# The last step of a selector, when its key can be read off without a parser.
_STEPS = re.compile(r"[^\s>+~]+")
_LAST_STEP = re.compile(r"[^:[]*?([.#]?)(-?[A-Za-z_][\w-]*)(?:\[[^\][\"'\\]*\]|::?[\w-]+)*\Z")
_NEVER_AT_REST = re.compile(
    r":(?:hover|focus|active|target|visited|before|after|:|-|placeholder|checked|first-l)"
)


class Piece(NamedTuple):
    """The declarations of one rule in a sheet.

    Attributes:
        selector: of the rule, nested ones written out.
        start: first character of the declarations.
        stop: one past the last.
        outside_layers: rules in a layer lose to those outside.
    """

    selector: str
    start: int
    stop: int
    outside_layers: bool


@dataclass
class Rule:
    """A selector with its declarations, both read when first asked for.

    Attributes:
        selector_text: its selectors, those of nested rules written out.
        text: its declarations.
        position: number among the page's rules.
        outside_layers: rules in a layer lose to those outside.
        may_hide: whether some declaration may hide something.
        refused: where a selector that cannot be applied is noted.
    """

    selector_text: str
    text: str
    position: int
    outside_layers: bool
    may_hide: bool
    refused: list[str] = field(repr=False)

    @cached_property
    def selectors(self) -> list[Selector]:
        """Its selectors; none when browsers would drop the rule, or when it is too costly."""
        from reuse_guard.documents.visibility import selectors  # noqa: PLC0415 - rarely needed

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

    @cached_property
    def decides(self) -> bool:
        """Whether it says anything about being seen."""
        lower = self.text.lower()
        return any(word in lower for word in _DECIDING)

    @cached_property
    def paints(self) -> bool:
        """Whether it may set a background."""
        return "background" in self.text.lower() or "\\" in self.text

    def keys(self) -> set[Key]:
        """What an element must have for a match, one of them for each selector."""
        keys = set()
        for selector in self.selector_text.split(","):
            steps = _STEPS.findall(selector)
            last = _LAST_STEP.match(steps[-1]) if steps and "(" not in selector else None
            if last is None:
                return {selector.key for selector in self.selectors}
            if not _NEVER_AT_REST.search(selector):
                kind = _KINDS[last[1]]
                keys.add((kind, last[2] if last[1] else last[2].lower()))
        return keys


Key: TypeAlias = tuple[str, str]
_KINDS: Final = {"": "tag", ".": "class", "#": "id"}


class Index:
    """Rules by what an element needs for a match: kind and name, as `Selector.key` gives them."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self._rules: dict[Key, list[Rule]] = {}
        for rule in rules:
            for key in rule.keys():  # noqa: SIM118 - a rule is no mapping
                self._rules.setdefault(key, []).append(rule)

    def names(self, kind: str) -> frozenset[str]:
        """The names under which rules of one kind are filed."""
        return frozenset(name for found, name in self._rules if found == kind)

    def candidates(self, keys: Iterable[Key]) -> list[Rule]:
        """The rules filed under any of the keys, each once."""
        found = {id(rule): rule for key in keys for rule in self._rules.get(key, ())}
        return list(found.values())


class Sheets:
    """All rules of a page.

    Attributes:
        hiding: the rules that may hide something.
        refused: selectors that were not applied.
    """

    def __init__(self, sheets: list[tuple[str, str]]) -> None:
        """Read the sheets: for each `<style>` in order, its `media` attribute and its text."""
        self.refused: list[str] = []
        self._texts = [text for query, text in sheets if not query.strip() or applies(query)]
        lower = [text.lower() for text in self._texts]
        self._suspect = _suspect_colours("\n".join(lower))
        self._found = [sorted(self._hits(text)) for text in lower]
        self.hiding = (
            Index(rule for rule in self._rules if rule.may_hide) if any(self._found) else Index(())
        )

    @cached_property
    def others(self) -> Index:
        """All rules, for what else they say about the same properties."""
        return Index(self._rules)

    @cached_property
    def _rules(self) -> list[Rule]:
        rules: list[Rule] = []
        for text, hits in zip(self._texts, self._found, strict=True):
            for piece in cut_rules(text, self.refused):
                at = bisect_left(hits, piece.start)
                rules.append(
                    Rule(
                        selector_text=piece.selector,
                        text=text[piece.start : piece.stop],
                        position=len(rules),
                        outside_layers=piece.outside_layers,
                        may_hide=at < len(hits) and hits[at] < piece.stop,
                        refused=self.refused,
                    )
                )
        return rules

    def _hits(self, lower: str) -> Iterator[int]:
        """Where declarations begin that may hide something."""
        for pattern in _HIDES:
            for match in pattern.finditer(lower):
                yield match.start()
        for match in _COLOUR.finditer(lower):
            value = _canonical(match[1].strip())
            behind = lower.endswith(("background-", "border-"), 0, match.start())
            if not behind and (_ALWAYS_SUSPECT.match(value) or value in self._suspect):
                yield match.start()


def cut_rules(css: str, refused: list[str]) -> Iterator[Piece]:
    """Yield the declarations of every rule that may apply on a reader's screen.

    >>> css = "a{b:c} @media print{a{b:d}} @media screen{p{q:r;i &{s:t}}}"
    >>> [(piece.selector, css[piece.start : piece.stop]) for piece in cut_rules(css, [])]
    [('a', 'b:c'), ('p', 'q:r;'), ('i p', 's:t')]
    """
    blocks: list[_Block] = [_Block("", applies=True, outside_layers=True)]
    last = 0
    for match in _BRACES.finditer(css):
        brace = match[0]
        if brace not in {"{", "}"}:
            continue
        if brace == "}" and len(blocks) == 1:
            continue  # it becomes part of the next selector, which is not well formed then
        start, last = last, match.end()
        if brace == "}":
            yield from blocks.pop().declare(start, match.start())
            continue
        middle = max(start, css.rfind(";", start, match.start()) + 1)
        yield from blocks[-1].declare(start, middle)
        prelude = css[middle : match.start()]
        blocks.append(blocks[-1].open(_NO_SELECTOR.sub(" ", prelude).strip(), refused))
    yield from blocks[-1].declare(last, len(css))  # a sheet that breaks off is closed by its end


@dataclass(frozen=True, slots=True)
class _Block:
    """A block whose end is not yet met; `selector` is empty outside rules."""

    selector: str
    applies: bool
    outside_layers: bool

    def declare(self, start: int, stop: int) -> Iterator[Piece]:
        if self.applies and self.selector and start < stop:
            yield Piece(self.selector, start, stop, self.outside_layers)

    def open(self, prelude: str, refused: list[str]) -> _Block:
        if prelude.startswith("@"):
            return self._open_at_rule(prelude)
        selector = _nested(self.selector, prelude) if self.selector else prelude
        if len(selector) > _LONGEST_SELECTOR:
            refused.append(selector[:100])
            return _Block("", applies=False, outside_layers=self.outside_layers)
        return _Block(selector, self.applies, self.outside_layers)

    def _open_at_rule(self, prelude: str) -> _Block:
        name, _, condition = prelude.replace("(", " (", 1).partition(" ")
        name = name.lower()
        holds = name in _GROUPING
        if name == "@media":
            holds = applies(condition)
        elif name == "@supports":
            holds = not condition.strip().lower().startswith("not")
        return _Block(
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


def _suspect_colours(css: str) -> frozenset[str]:
    """Every colour, as written, that something in the sheets has behind it."""
    return frozenset(
        _canonical(word)
        for value in _BACKGROUND.findall(css)
        for word in _COLOUR_WORD.findall(value)
    )


def _canonical(colour: str) -> str:
    """One spelling for `#ccc` and `#cccccc`, `black` and `#000`."""
    if colour == "black":
        return "#000000"
    if len(colour) == 4 and colour.startswith("#"):  # noqa: PLR2004 - a digit for each part
        return "#" + "".join(digit * 2 for digit in colour[1:])
    return colour
