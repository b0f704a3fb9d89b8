"""Cutting a style sheet into its rules by the braces, and a list of selectors by its commas."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from reuse_guard.documents.visibility.media import applies

if TYPE_CHECKING:
    from collections.abc import Iterator

# What ends or opens a rule; a brace inside a comment or a string does neither.
_BRACES = re.compile(
    r"""/\*.*?(?:\*/|\Z)|"(?:[^"\\\n]|\\.)*"?|'(?:[^'\\\n]|\\.)*'?|\\.|[{}]""", re.DOTALL
)
# A rule in which no sign but its two braces has a meaning: nearly every one.
_PLAIN_RULE = re.compile(r"""([^{}@;"'\\/]*+)\{([^{}"'\\/]*+(?:/(?!\*)[^{}"'\\/]*+)*+)\}""")
# Comments, and the signs that hid style sheets from the browsers of 1996.
_NO_SELECTOR = re.compile(r"/\*.*?(?:\*/|\Z)|<!--|-->", re.DOTALL)
_GROUPING: Final = frozenset({"@media", "@supports", "@layer", "@scope"})
_LONGEST_LIST: Final = 20_000  # characters of selectors; nested rules can multiply
# One selector of a list; commas inside brackets and strings do not end it.
_SELECTOR = re.compile(
    r"""(?:[^,()\[\]"']|\[[^\]]*\]|\((?:[^()]|\([^()]*\))*\)|"[^"]*"|'[^']*')+"""
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


def split_selectors(text: str) -> list[str]:
    """The selectors of a list; the whole list as one when it is not well formed.

    >>> split_selectors("a, b:not(.c, .d) > i , [e=',']")
    ['a', ' b:not(.c, .d) > i ', " [e=',']"]
    """
    plain = "(" not in text and "[" not in text
    parts = text.split(",") if plain else _SELECTOR.findall(text)
    whole = ",".join(parts) == text and all(map(str.strip, parts))
    return parts if whole else [text]


def cut_rules(css: str, refused: list[str]) -> Iterator[Piece]:
    """Yield the declarations of every rule that may apply on a reader's screen.

    >>> css = "a{b:c} @media print{a{b:d}} @media screen{p{q:r;i &{s:t}}}"
    >>> [(piece.selector, css[piece.start : piece.stop]) for piece in cut_rules(css, [])]
    [('a', 'b:c'), ('p', 'q:r;'), ('i p', 's:t')]
    """
    return _Cutter(css, refused).cut()


class _Cutter:
    """Where the cutting of one sheet stands: inside which blocks, and what is cut off already."""

    def __init__(self, css: str, refused: list[str]) -> None:
        self._css = css
        self._refused = refused
        self._blocks: list[_Block] = [_Block("", applies=True, outside_layers=True)]
        self._last = 0

    def cut(self) -> Iterator[Piece]:
        """Yield the declarations of every rule, in order."""
        css = self._css
        at = 0
        while True:
            if at == self._last and not self._blocks[-1].selector:
                yield from self._plain_rules()
                at = self._last
            match = _BRACES.search(css, at)
            if match is None:
                break
            at = match.end()
            if match[0] == "{":
                yield from self._open(match.start())
            elif match[0] == "}" and len(self._blocks) > 1:
                yield from self._blocks.pop().declared(self._last, match.start())
                self._last = at
        # A sheet that breaks off is closed by its end. A brace too many became part of the next
        # selector, which is not well formed then.
        yield from self._blocks[-1].declared(self._last, len(css))

    def _plain_rules(self) -> Iterator[Piece]:
        """Cut off the rules that come next, as long as they are plain."""
        block = self._blocks[-1]
        while (rule := _PLAIN_RULE.match(self._css, self._last)) is not None:
            selector = _selector(rule[1])
            if len(selector) > _LONGEST_LIST:
                break
            self._last = rule.end()
            if block.applies and selector and rule[2]:
                yield Piece(selector, rule.start(2), rule.end(2), block.outside_layers)

    def _open(self, brace: int) -> Iterator[Piece]:
        """Begin a block; what stands before it may be declarations of the block around it."""
        block = self._blocks[-1]
        middle = max(self._last, self._css.rfind(";", self._last, brace) + 1)
        yield from block.declared(self._last, middle)
        self._blocks.append(block.open(_selector(self._css[middle:brace]), self._refused))
        self._last = brace + 1


def _selector(prelude: str) -> str:
    """What stands before a brace, without comments."""
    if "/*" in prelude or "--" in prelude:
        prelude = _NO_SELECTOR.sub(" ", prelude)
    return prelude.strip()


class _Block(NamedTuple):
    """A block whose end is not yet met; `selector` is empty outside rules."""

    selector: str
    applies: bool
    outside_layers: bool

    def declared(self, start: int, stop: int) -> Iterator[Piece]:
        """What stands in it from `start` to `stop`, if it holds for elements of the page."""
        if self.applies and self.selector and start < stop:
            yield Piece(self.selector, start, stop, self.outside_layers)

    def open(self, prelude: str, refused: list[str]) -> _Block:
        if prelude.startswith("@"):
            return self._open_at_rule(prelude)
        selector = _nested(self.selector, prelude) if self.selector else prelude
        if len(selector) > _LONGEST_LIST:
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
