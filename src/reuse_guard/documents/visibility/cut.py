"""Cutting a style sheet into its rules by the braces, and a list of selectors by its commas."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from reuse_guard.documents.visibility.layers import OUTSIDE, Layer, Layers
from reuse_guard.documents.visibility.media import applies, is_supported
from reuse_guard.expressions import expression

if TYPE_CHECKING:
    from collections.abc import Callable

# Comments, strings and escapes: a brace, a comma or a semicolon in one of them parts nothing.
_OPAQUE = expression(
    r"""/\*.*?(?:\*/|\Z)|"[^"\\\n]*+(?:\\.[^"\\\n]*+)*+"?|'[^'\\\n]*+(?:\\.[^'\\\n]*+)*+'?|\\.""",
    re.DOTALL,
)
# The signs that hid style sheets from the browsers of 1996.
_HIDING_SIGNS = expression(r"<!--|-->")
_STATEMENT = expression(r"\s*@[^;{}]*;")
_SCOPE = expression(r"\(([^()]*)\)")
_LONGEST_LIST: Final = 20_000  # characters of selectors; nested rules can multiply
_MOST_WRITTEN: Final = 10 * _LONGEST_LIST  # of those, with the white space that is taken away
# One selector of a list; commas inside brackets and strings do not end it.
_SELECTOR = expression(
    r"""(?:[^,()\[\]"']++|\[[^\]]*\]|\((?:[^()]++|\([^()]*\))*+\)|"[^"]*"|'[^']*')+"""
)


class Piece(NamedTuple):
    """The declarations of one rule in a sheet.

    Attributes:
        selectors: of the rule, nested ones written out.
        start: first character of the declarations.
        stop: one past the last.
        layer: around it.
        is_certain: whether nothing around it hangs on what only a browser can work out.
    """

    selectors: list[str]
    start: int
    stop: int
    layer: Layer
    is_certain: bool


def split_selectors(text: str) -> list[str]:
    """The selectors of a list; the whole list as one when it is not well formed.

    >>> split_selectors("a, b:not(.c, .d) > i , [e=',']")
    ['a', ' b:not(.c, .d) > i ', " [e=',']"]
    """
    plain = "(" not in text and "[" not in text
    parts = text.split(",") if plain else _SELECTOR.findall(text)
    whole = ",".join(parts) == text and all(map(str.strip, parts))
    return parts if whole else [text]


def cut_rules(
    css: str,
    refused: list[str],
    holding: Callable[[str], list[str]] = split_selectors,
    layers: Layers | None = None,
) -> list[Piece]:
    """The declarations of every rule that may apply on a reader's screen, in order.

    Args:
        css: without comments, as `without_comments` leaves it.
        refused: where a selector that is too long is noted.
        holding: takes a list of selectors apart; rules of which it leaves none are left out.
        layers: of the page; those of the sheet are added.

    Examples:
        >>> css = "a{b:c} @media print{a{b:d}} @media screen{p{q:r;i &{s:t}}}"
        >>> [(*piece.selectors, css[piece.start : piece.stop]) for piece in cut_rules(css, [])]
        [('a', 'b:c'), ('p', 'q:r;'), ('i p', 's:t')]
    """
    return _Cutter(css, refused, holding, layers or Layers()).cut()


def without_comments(css: str) -> str:
    """A sheet with spaces in the place of its comments."""
    return _OPAQUE.sub(_without_comment, css) if "/*" in css else css


def _without_comment(match: re.Match[str]) -> str:
    found = match[0]
    return _blank(match) if found[0] == "/" else found


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


class _Cutter:
    """Where the cutting of one sheet stands: inside which blocks, and what is cut off already."""

    def __init__(
        self,
        css: str,
        refused: list[str],
        holding: Callable[[str], list[str]],
        layers: Layers,
    ) -> None:
        self._css = css
        is_bare = '"' not in css and "'" not in css and "\\" not in css
        self._bare = css if is_bare else _OPAQUE.sub(_blank, css)
        self._refused = refused
        self._holding = holding
        self._layers = layers
        self._has_layers = "@layer" in css.lower()
        self._blocks: list[_Block] = [_Block("", applies=True, layer=OUTSIDE, is_certain=True)]
        self._conditions: dict[tuple[_Block, str], _Block] = {}  # large sheets repeat a few
        self._pieces: list[Piece] = []
        self._last = 0

    def cut(self) -> list[Piece]:
        """The declarations of every rule; a sheet that breaks off is closed by its end."""
        start = 0
        for part in self._bare.split("}"):
            stop = start + len(part)
            head, brace, body = part.partition("{")
            while "{" in body and not self._blocks[-1].selector:  # a rule inside a condition
                self._open(start + len(head))
                start = self._last
                head, brace, body = body.partition("{")
            block = self._blocks[-1]
            if start == self._last and not block.selector and _is_plain(head, brace):
                if block.applies and body:
                    self._keep(
                        block,
                        _selector(self._css[start : stop - len(body) - 1]),
                        stop - len(body),
                        stop,
                    )
                self._last = stop + 1
            else:
                self._follow(start, stop)
            start = stop + 1
        self._declare(self._blocks[-1], self._last, len(self._bare))
        return self._pieces

    def _follow(self, start: int, stop: int) -> None:
        """Open the blocks that open in a part of the sheet, and close one at its end.

        A brace too many becomes part of the next selector, which is not well formed then.
        """
        at = self._bare.find("{", start, stop)
        while at >= 0:
            self._open(at)
            at = self._bare.find("{", at + 1, stop)
        if len(self._blocks) > 1:
            self._declare(self._blocks.pop(), self._last, stop)
            self._last = stop + 1

    def _open(self, brace: int) -> None:
        """Begin a block; what stands before it may be declarations of the block around it."""
        block = self._blocks[-1]
        middle = max(self._last, self._bare.rfind(";", self._last, brace) + 1)
        if not block.selector and middle > self._last:
            middle = self._end_of_statements(middle)
        self._declare(block, self._last, middle)
        self._last = brace + 1
        prelude = _selector(self._css[middle:brace])
        if not prelude.startswith("@"):
            self._blocks.append(block.open(prelude, self._refused))
            return
        inner = self._conditions.get((block, prelude))
        if inner is None:
            inner = block.open_at_rule(prelude, self._layers)
            if prelude.lower() != "@layer":  # each of which is another one
                self._conditions[block, prelude] = inner
        self._blocks.append(inner)

    def _end_of_statements(self, stop: int) -> int:
        """Where those end that a block begins with, as `@layer reset, base;`.

        Any other semicolon there is part of a selector, which is not well formed then.
        """
        at = self._last
        while (statement := _STATEMENT.match(self._bare, at, stop)) is not None:
            at = statement.end()
        return at

    def _declare(self, block: _Block, start: int, stop: int) -> None:
        """Keep what stands in a block from `start` to `stop`, if it holds for elements."""
        if not block.applies or start >= stop:
            return
        if block.selector:
            self._keep(block, block.selector, start, stop)
        elif self._has_layers:
            self._layers.state(block.layer, self._bare[start:stop])

    def _keep(self, block: _Block, selector: str, start: int, stop: int) -> None:
        """Keep the declarations of a rule, if its selector may hold on the page."""
        selectors = self._holding(selector) if selector else None
        if selectors:
            self._pieces.append(Piece(selectors, start, stop, block.layer, block.is_certain))


def _is_plain(head: str, brace: str) -> bool:
    """Whether what stands before a brace are the selectors of a rule."""
    return bool(brace) and "@" not in head and ";" not in head and len(head) <= _LONGEST_LIST


def _selector(prelude: str) -> str:
    """What stands before a brace."""
    if "<!--" in prelude or "-->" in prelude:
        prelude = _HIDING_SIGNS.sub(" ", prelude)
    return prelude.strip()


class _Block(NamedTuple):
    """A block whose end is not yet met; `selector` is empty outside rules."""

    selector: str
    applies: bool
    layer: Layer
    is_certain: bool

    def open(self, prelude: str, refused: list[str]) -> _Block:
        """The block of a rule; in one that does not apply none does, so they need no selectors."""
        if not self.applies:
            return self
        selector = _nested(self.selector, prelude) if self.selector else prelude
        if selector is None or len(selector) > _LONGEST_LIST:
            refused.append((selector or prelude)[:100])
            return self._replace(selector="", applies=False)
        return self._replace(selector=selector, applies=";" not in prelude)

    def open_at_rule(self, prelude: str, layers: Layers) -> _Block:
        """The block of a condition, or of something else that holds for no element."""
        name, _, condition = prelude.replace("(", " (", 1).partition(" ")
        name, condition = name.lower(), condition.strip()
        if name == "@media":
            return self._replace(applies=self.applies and applies(condition))
        if name == "@supports":
            return self._replace(applies=self.applies and is_supported(condition))
        if name == "@layer":
            return self._replace(layer=layers.inside(self.layer, condition))
        if name == "@container":  # whose size only a browser knows
            return self._replace(is_certain=False)
        if name == "@scope":
            root = _SCOPE.fullmatch(condition)
            is_certain = self.is_certain and root is not None
            return self._replace(selector=root[1] if root else self.selector, is_certain=is_certain)
        return self._replace(applies=False)


def _nested(outer: str, inner: str) -> str | None:
    """The selectors of a nested rule, written out; `&` stands for the outer ones.

    None where those would be far too many: 10,000 in 8,000 more are six gigabytes.
    """
    inner = inner.replace(":scope", "&")
    times = inner.count(",") + inner.count("&") + 1
    is_whole = any(mark in outer + inner for mark in "([\"'")  # commas may stand in brackets
    copies = 1 if is_whole else outer.count(",") + 1
    if len(outer) * times + len(inner) * copies > _MOST_WRITTEN:
        return None
    return ", ".join(
        small.replace("&", large) if "&" in small else f"{large} {small.strip()}"
        for large in ([f":is({outer})"] if is_whole else map(str.strip, outer.split(",")))
        for small in split_selectors(inner)
    )
