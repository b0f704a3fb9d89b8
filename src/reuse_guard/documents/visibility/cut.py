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
    blocks: list[_Block] = [_Block("", applies=True, outside_layers=True)]
    last = 0
    for match in _BRACES.finditer(css):
        brace = match[0]
        start, end = last, match.start()
        if brace == "{":
            block = blocks[-1]
            middle = max(start, css.rfind(";", start, end) + 1)
            if block.declares and start < middle:
                yield Piece(block.selector, start, middle, block.outside_layers)
            prelude = css[middle:end]
            if "/*" in prelude or "--" in prelude:
                prelude = _NO_SELECTOR.sub(" ", prelude)
            blocks.append(block.open(prelude.strip(), refused))
        elif brace == "}" and len(blocks) > 1:
            block = blocks.pop()
            if block.declares and start < end:
                yield Piece(block.selector, start, end, block.outside_layers)
        else:  # a brace too many becomes part of the next selector, which is not well formed then
            continue
        last = match.end()
    block = blocks[-1]
    if block.declares and last < len(css):  # a sheet that breaks off is closed by its end
        yield Piece(block.selector, last, len(css), block.outside_layers)


class _Block(NamedTuple):
    """A block whose end is not yet met; `selector` is empty outside rules."""

    selector: str
    applies: bool
    outside_layers: bool

    @property
    def declares(self) -> bool:
        """Whether what stands in it holds for elements of the page."""
        return self.applies and bool(self.selector)

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
