"""The rules of a page's `<style>` elements, cut out cheaply and read only when an element asks.

Most rules of a page dress things and hide nothing. A sheet is cut into rules by its braces, and a
handful of searches find the declarations that could hide something; only the rules around those
are indexed by what their selectors ask for, as browsers do. The other rules wait until an element
that one of these (or its own `style`) touches needs to know what else applies to it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cached_property
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

from lxml import etree

from reuse_guard.documents.visibility.animated import last_frames
from reuse_guard.documents.visibility.bodies import Body
from reuse_guard.documents.visibility.cut import (
    Piece,
    cut_rules,
    split_selectors,
    without_comments,
)
from reuse_guard.documents.visibility.layers import Layers
from reuse_guard.documents.visibility.media import applies
from reuse_guard.documents.visibility.rules import (
    Index,
    Rule,
    marks_in,
    those_that_may_hold,
)
from reuse_guard.documents.visibility.variables import (
    VAR,
    names_in,
    uses,
    values_in,
)
from reuse_guard.expressions import expression

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from reuse_guard.documents.visibility.seen import Own


# Declarations that may hide, in lower case: each is one way of `seen.sealing_reason` and its kin.
# Ten searches for literal beginnings take a sixth of the time of one for all (measured on the
# styles of 181 news pages).
_HIDES: Final = tuple(
    expression(pattern)
    for pattern in (
        r"display\s*:\s*none",
        r"visibility\s*:\s*(?:hidden|collapse)",
        r"opacity\s*[:(]\s*(?:(?:calc|min|max|clamp)\(|\+?(?:0|\.[0-2]|[12]?\d(?:\.\d+)?%))",
        r"font(?:-size)?\s*:[^;}]{0,99}(?<![\w.#-])(?:0|[12]px|\.\d+px|0?\.[01]\d*r?em)(?![\d.])",
        r"clip(?:\s*:\s*rect|-path\s*:\s*[iceprx])",
        r"scale(?:x|y|z|3d)?\s*[(:](?:[^;})]{0,99}[,\s])?\s*[+-]?(?:0|\.0)",
        r"matrix(?:3d)?\(",
        r"rotate[xy]\(\s*[+-]?(?:90|270|100|300|[.\d]+(?:tu|ra))",
        r"zoom\s*:\s*(?:0|\.0|[0-5](?:\.\d+)?%)",
        r"width\s*:\s*(?:0|1px|1(?![\d.\w%])|(?:min|clamp|calc)\(\s*0|calc\([^;}]{0,99}\*\s*0(?![.\d]))",
        r"height\s*:\s*(?:0|1px|1(?![\d.\w%])|(?:min|clamp|calc)\(\s*0|calc\([^;}]{0,99}\*\s*0(?![.\d]))",
        r"-size\s*:\s*(?:0|1px|1(?![\d.\w%]))",
        r"- ?\d{3}",
        r"-[\d.]+(?:v[wh]|r?em|ch|%)",
        r"left\s*:\s*\d{4}",
        r"right\s*:\s*\d{4}",
        r"indent\s*:\s*\d{3}",
        r"(?:left|right|top|bottom|inset)\s*:\s*\d{3}[\d.]*(?:%|v)",
        r"translate(?:[xy]|3d)?\s*[(:]\s*(?:0\w*[\s,]+)?\d{3}",
        r"events\s*:\s*(?:none|auto|all|vis)",
        r"-override",
        r"\\",
    )
)
# What a closed `<details>` hides is served, and opens at a click, whether a rule says so or not.
_CLOSED = expression(r"\bdetails[\w.#-]*:not\(\s*\[open\]\s*\)", re.IGNORECASE)
_BESIDE = expression(r"::?(?:before|after)\s*\Z", re.IGNORECASE)
_CONTENT = expression(r"content\s*:\s*(?!none|normal)")
# Words, or a box without any that something paints or lays over others.
_SHOWN = expression(
    r"content\s*:\s*(?:\"[^\"]+\"|'[^']+'|[^;\"']*(?:url|attr|counter)s?\()|background|mask|absolute"
)
_COLOUR = expression(r"color\s*:\s*([^;}!]+)")
_BACKGROUND = expression(r"background(?:-color)?\s*:\s*([^;}]+)")
_ONE_COLOUR = expression(r"#?\w+")
_COLOUR_WORD = expression(r"#[0-9a-f]{3,8}|[a-z]+")
# White is the page itself where nothing paints it; near-white on it is not read either.
_ALWAYS_SUSPECT = expression(
    r"#f[0-9a-f]?f[0-9a-f]?f[0-9a-f]?\b|#[0-9a-f]{3}0\b|#[0-9a-f]{6}0[0-9a-f]\b|white|transparent|snow|ivory|\w+\("
)

_Cut: TypeAlias = "tuple[str, list[Piece]]"
"""A text, and where rules stand in it."""

_NONE: Final = Index(())
# From so many on, it is worth a look which of them the page has elements for at all.
_MANY_RULES: Final = 200
_CLASSES = etree.XPath("//@class", smart_strings=False)
_IDS = etree.XPath("//@id", smart_strings=False)


class Sheet(NamedTuple):
    """A `<style>` of a page.

    Attributes:
        query: its `media` attribute.
        text: as written.
        lower: the same in lower case.
    """

    query: str
    text: str
    lower: str

    @classmethod
    def of(cls, query: str, text: str) -> Sheet:
        """A sheet, put into lower case."""
        return cls(query, text, in_lower_case(text))


def in_lower_case(text: str) -> str:
    """The ASCII letters of a text in lower case, as CSS does it: no letter changes its place.

    For other texts than ASCII it takes a third of the time of `str.lower`.
    """
    if text.isascii():
        return text.lower()
    return text.encode("utf-8", "surrogatepass").lower().decode("utf-8", "surrogatepass")


class Sheets:
    """All rules of a page.

    Attributes:
        hiding: the rules that may hide something.
        lower: texts of those that may apply on a reader's screen, in lower case.
        refused: selectors that were not applied.
    """

    def __init__(
        self,
        sheets: Sequence[Sheet],
        styles: Iterable[str] = (),
        marks: frozenset[str] | None = None,
    ) -> None:
        """Read the sheets of a page.

        Args:
            sheets: its `<style>` elements, in order.
            styles: the `style` attributes that explain custom properties.
            marks: classes and ids of the page (`.news`, `#top`), where they are known.
        """
        self._marks = marks
        self.refused: list[str] = []
        self._layers = Layers()
        applied = [sheet for sheet in sheets if not sheet.query.strip() or applies(sheet.query)]
        self.lower = [sheet.lower for sheet in applied]
        self._texts = [without_comments(sheet.text) for sheet in applied]
        self._cut = None if marks is None else [self._sieved(text) for text in self._texts]
        lower = (
            [without_comments(text) for text in self.lower]
            if self._cut is None
            else [in_lower_case(text) for text, _ in self._cut]
        )
        together = "\n".join(lower)
        self._explained = values_in([together, *styles]) if VAR in together else {}
        self._suspect = _suspect_colours("\n".join(self.lower), self._explained)
        self._found = [sorted(self._hits(text)) for text in lower]
        self.hiding = (
            Index(rule for rule in self._rules if rule.body.may_hide)
            if any(self._found)
            else Index(())
        )

    @cached_property
    def all(self) -> Index:
        """Every rule; most pages never ask for it."""
        return Index(self._rules)

    def explaining(self, name: str) -> Index:
        """The rules that explain a custom property."""
        return self._explaining.get(name, _NONE)

    @cached_property
    def _explaining(self) -> dict[str, Index]:
        found: dict[str, list[Rule]] = {}
        for rule in self._rules:
            if "--" in rule.body.text:
                for name in names_in(rule.body.text):
                    found.setdefault(name, []).append(rule)
        return {name: Index(rules) for name, rules in found.items()}

    @cached_property
    def _rules(self) -> list[Rule]:
        """Those that may hold for some element of the page."""
        rules: list[Rule] = []
        for (text, pieces), hits in zip(self._cut or self._all_cut(), self._found, strict=True):
            for selectors, start, stop, layer, is_certain in pieces:
                at = bisect_left(hits, start)
                body = Body(
                    text=text[start:stop],
                    position=len(rules),
                    layer=layer,
                    may_hide=is_certain and at < len(hits) and hits[at] < stop,
                    is_certain=is_certain,
                )
                rules += [Rule(one, body, self.refused) for one in selectors]
        return rules

    def _all_cut(self) -> Iterator[_Cut]:
        """The sheets with their rules."""
        for text in self._texts:
            yield text, self._pieces_of(text)

    def _pieces_of(self, text: str) -> list[Piece]:
        return cut_rules(text, self.refused, self._holding, self._layers)

    def _sieved(self, text: str) -> _Cut:
        """Of a large sheet the declarations that may hold, one after the other: a twentieth."""
        kept: list[str] = []
        pieces: list[Piece] = []
        at = 0
        for piece in self._pieces_of(text):
            body = text[piece.start : piece.stop]
            kept.append(body)
            pieces.append(piece._replace(start=at, stop=at + len(body)))
            at += len(body) + 1
        return "}".join(kept), pieces

    @cached_property
    def mentioned(self) -> frozenset[str]:
        """The classes and ids that a rule may ask for."""
        return marks_in(self._rules)

    @cached_property
    def last_frames(self) -> Mapping[str, Own]:
        """What animations of the page end in."""
        return last_frames(self._texts)

    @cached_property
    def generating(self) -> list[Rule]:
        """The rules that put something before or after an element, as if they were for it."""
        found = []
        for rule in self._rules:
            element, count = _BESIDE.subn("", rule.text)
            body = rule.body.text.lower() if count else ""
            if _CONTENT.search(body) and _SHOWN.search(body):
                found.append(Rule(element if element.strip() else "*", rule.body, []))
        return found

    def _holding(self, selectors: str) -> list[str]:
        """Those of a list of selectors that may hold on the page: of large sheets a fifth."""
        marks = self._marks
        parts = (
            split_selectors(selectors) if marks is None else those_that_may_hold(selectors, marks)
        )
        if parts and "[open]" in selectors:
            parts = [part for part in parts if not _CLOSED.search(part)]
        return parts

    def _hits(self, lower: str) -> Iterator[int]:
        """Where declarations begin that may hide something."""
        yield from self._plain_hits(lower)
        if VAR in lower:
            for start, readings in uses(lower, self._explained):
                if not readings or next(self._plain_hits(";".join(readings)), None) is not None:
                    yield start

    def _plain_hits(self, lower: str) -> Iterator[int]:
        for pattern in _HIDES:
            for match in pattern.finditer(lower):
                yield match.start()
        for match in _COLOUR.finditer(lower):
            value = _canonical(match[1].strip())
            behind = lower.endswith(("background-", "border-"), 0, match.start())
            if not behind and (_ALWAYS_SUSPECT.match(value) or value in self._suspect):
                yield match.start()


def marks_of(root: etree._Element, sheets: Sequence[Sheet]) -> frozenset[str] | None:
    """The classes and ids of a page, as selectors write them; None where its rules are few."""
    if sum(sheet.text.count("{") for sheet in sheets) < _MANY_RULES:
        return None
    classes: list[str] = _CLASSES(root)  # type: ignore[assignment]
    ids: list[str] = _IDS(root)  # type: ignore[assignment]
    names = set(" ".join(classes).split())
    return frozenset([*(f".{name}" for name in names), *(f"#{name}" for name in ids)])


def coloured_links(root: etree._Element) -> Iterator[str]:
    """The colours of links and of the page that attributes of `<body>` tell, as a style sheet."""
    body = next(root.iterchildren("body"), None)
    if body is None or body.get("link") is None:
        return
    for rule, name in (("a{color:%s}", "link"), ("body{background-color:%s}", "bgcolor")):
        if _ONE_COLOUR.fullmatch(body.get(name, "")):
            yield rule % body.get(name)


def is_external(link: etree._Element, query: str) -> bool:
    """Whether a `<link>` loads a style sheet for media that a reader's screen is one of."""
    rel = set((link.get("rel") or "").lower().split())
    is_sheet = "stylesheet" in rel and "alternate" not in rel and bool(link.get("href"))
    return is_sheet and (not query.strip() or applies(query))


def is_css(style: etree._Element) -> bool:
    """Whether a `<style>` is one that browsers apply."""
    kind = (style.get("type") or "text/css").strip().lower()
    if kind != "text/css":
        return False
    return all(ancestor.tag not in {"noscript", "template"} for ancestor in style.iterancestors())


def _suspect_colours(css: str, explained: dict[str, list[str]]) -> frozenset[str]:
    """Every colour, as written, that something in the sheets has, or may have, behind it."""
    painted = _BACKGROUND.findall(css)
    named = (value for values in explained.values() for value in values)
    return frozenset(
        _canonical(word) for value in (*painted, *named) for word in _COLOUR_WORD.findall(value)
    )


def _canonical(colour: str) -> str:
    """One spelling for `#ccc` and `#cccccc`, `black` and `#000`."""
    if colour == "black":
        return "#000000"
    if len(colour) == 4 and colour.startswith("#"):  # noqa: PLR2004 - a digit for each part
        return "#" + "".join(digit * 2 for digit in colour[1:])
    return colour
