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
from typing import TYPE_CHECKING, Final, TypeAlias

from reuse_guard.documents.visibility.cut import cut_rules, split_selectors
from reuse_guard.documents.visibility.declarations import Declaration, parse_declarations
from reuse_guard.documents.visibility.media import applies
from reuse_guard.documents.visibility.seen import ALL_STAKES, PAINTS, stakes_of
from reuse_guard.documents.visibility.variables import (
    VAR,
    names_in,
    uses,
    values_in,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reuse_guard.documents.visibility.selectors import Selector

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
        r"events\s*:\s*none",
        r"-override",
        r"\\",
    )
)
_COLOUR = re.compile(r"color\s*:\s*([^;}!]+)")
_BACKGROUND = re.compile(r"background(?:-color)?\s*:\s*([^;}]+)")
_COLOUR_WORD = re.compile(r"#[0-9a-f]{3,8}|[a-z]+")
# White is the page itself where nothing paints it; near-white on it is not read either.
_ALWAYS_SUSPECT = re.compile(
    r"#f[0-9a-f]?f[0-9a-f]?f[0-9a-f]?\b|white|transparent|snow|ivory|\w+\("
)
# The last step of a selector, when its key can be read off without a parser.
_BRACKETS = re.compile(r"\([^()]*\)")
_ATTRIBUTE = re.compile(r"\[[^\][\"'\\]*(?:\"[^\"\\]*\"|'[^'\\]*')?\s*\]")
_PSEUDO = re.compile(r"::?[\w-]+")
_NAMES_ALONE = re.compile(r"[\w\s.#*>-]*", re.ASCII)
_NAME = re.compile(r"[.#]?[\w-]+", re.ASCII)
# One that is so plain is read in a third of the time.
_NAMES = re.compile(r"(?:-?[A-Za-z_][\w-]*)?(?:[.#]-?[A-Za-z_][\w-]*)*(?<=[\w-])")
_STEPS = re.compile(r"[^\s>+~]+")
_LAST_STEP = re.compile(r"[^:[]*?([.#]?)(-?[A-Za-z_][\w-]*)(?:\[[^\][\"'\\]*\]|::?[\w-]+)*\Z")
_NEVER_AT_REST = re.compile(
    r":(?:hover|focus|active|target|visited|before|after|:|-|placeholder|checked|first-l)"
)


_ALL: Final = ALL_STAKES | PAINTS

Key: TypeAlias = tuple[str, str]
_KINDS: Final = {"": "tag", ".": "class", "#": "id"}


@dataclass
class Body:
    """The declarations of a rule, shared by its selectors.

    Attributes:
        text: as written.
        position: number among the page's rules.
        outside_layers: rules in a layer lose to those outside.
        may_hide: whether some declaration may hide something.
    """

    text: str
    position: int
    outside_layers: bool
    may_hide: bool

    @cached_property
    def uses_names(self) -> bool:
        """Whether some value is that of a custom property."""
        return VAR in self.text.lower()

    @cached_property
    def declarations(self) -> tuple[Declaration, ...]:
        """What it declares about being seen."""
        return parse_declarations(self.text)

    @cached_property
    def told(self) -> frozenset[str]:
        """Words of the properties by which it may change what is seen."""
        if self.uses_names and self.may_hide:
            return self.stakes
        return stakes_of(self.declarations)

    @cached_property
    def stakes(self) -> frozenset[str]:
        """Which words of stakes stand in it; all of them where an escape may hide one."""
        lower = self.text.lower()
        return _ALL if "\\" in lower else frozenset(word for word in _ALL if word in lower)


@dataclass
class Rule:
    """One selector with its declarations, both read when first asked for.

    Attributes:
        text: the selector.
        body: what it declares.
        refused: where a selector that cannot be applied is noted.
    """

    text: str
    body: Body
    refused: list[str] = field(repr=False)

    @cached_property
    def selectors(self) -> tuple[Selector, ...]:
        """The selector; none when browsers would drop the rule, or when it is too costly."""
        from reuse_guard.documents.visibility import selectors  # noqa: PLC0415 - rarely needed

        try:
            return selectors.compile_selectors(self.text)
        except selectors.SelectorError:
            return ()
        except (selectors.TooCostlyError, RecursionError):
            if self.body.may_hide:
                self.refused.append(self.text.strip())
            return ()

    @cached_property
    def needs(self) -> frozenset[str]:
        """Names, as `Node.names` has them, that an element and those around it have for a match.

        Nearly all tests fail here, and most selectors need not be read any further.
        """
        text = _without_brackets(self.text)
        if "[" in text or ":" in text:
            text = _PSEUDO.sub("", _ATTRIBUTE.sub("", text))
        if "," not in text:
            text = text[max(text.rfind("+"), text.rfind("~")) + 1 :]  # before it, of siblings
        if not _NAMES_ALONE.fullmatch(text):
            return frozenset()
        names = _NAME.findall(text)
        return frozenset(name if name[0] in ".#" else name.lower() for name in names)

    def keys(self) -> set[Key]:
        """What an element must have for a match."""
        text = _without_brackets(self.text)
        step = "" if "(" in text else _last_step(text)
        if ":" not in text and _NAMES.fullmatch(step):
            at = max(step.rfind("."), step.rfind("#"))
            kind = _KINDS[step[at] if at >= 0 else ""]
            return {(kind, step[at + 1 :] if at >= 0 else step.lower())}
        last = _LAST_STEP.match(step)
        if last is None:
            return {selector.key for selector in self.selectors}
        if ":" in text and _NEVER_AT_REST.search(text):
            return set()
        return {(_KINDS[last[1]], last[2] if last[1] else last[2].lower())}


def _last_step(selector: str) -> str:
    """What follows the last combinator; empty where nothing does."""
    step = next(iter(selector.split()[-1:]), "")
    if ">" in step or "+" in step or "~" in step:
        return next(iter(_STEPS.findall(selector)[-1:]), "")
    return step


def _without_brackets(selector: str) -> str:
    """A selector without what stands in brackets, as far as they pair."""
    while "(" in selector:
        shorter = _BRACKETS.sub("", selector)
        if shorter == selector:
            break
        selector = shorter
    return selector


class Index:
    """Rules by what an element needs for a match: kind and name, as `Selector.key` gives them."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self._rules: dict[Key, list[Rule]] = {}
        self._by_stakes: dict[Key, dict[frozenset[str], list[Rule]]] = {}
        self._concerning: dict[tuple[frozenset[str], Key], list[Rule]] = {}
        self._filed_once = True
        for rule in rules:
            keys = rule.keys()
            self._filed_once &= len(keys) <= 1
            for key in keys:
                self._rules.setdefault(key, []).append(rule)

    def __bool__(self) -> bool:
        """Whether it holds any rule."""
        return bool(self._rules)

    def names(self, kind: str) -> frozenset[str]:
        """The names under which rules of one kind are filed."""
        return frozenset(name for found, name in self._rules if found == kind)

    def candidates(self, keys: Iterable[Key]) -> list[Rule]:
        """The rules filed under any of the keys, each once."""
        return self._joined([rules for key in keys if (rules := self._rules.get(key))])

    def concerning(self, stakes: frozenset[str], keys: Iterable[Key]) -> list[Rule]:
        """Of the candidates those that mention any of the words in `stakes`."""
        return self._joined([rules for key in keys if (rules := self._filed(stakes, key))])

    def _joined(self, found: list[list[Rule]]) -> list[Rule]:
        if len(found) == 1:
            return found[0]
        joined = [rule for rules in found for rule in rules]
        return joined if self._filed_once else list({id(rule): rule for rule in joined}.values())

    def _filed(self, stakes: frozenset[str], key: Key) -> list[Rule]:
        """The rules of one key that mention any of the words in `stakes`."""
        found = self._concerning.get((stakes, key))
        if found is None:
            groups = self._grouped(key).items()
            found = [
                rule for words, rules in groups if not stakes.isdisjoint(words) for rule in rules
            ]
            self._concerning[stakes, key] = found
        return found

    def _grouped(self, key: Key) -> dict[frozenset[str], list[Rule]]:
        """The rules of one key by the words they mention: few groups, however many rules."""
        groups = self._by_stakes.get(key)
        if groups is None:
            groups = self._by_stakes[key] = {}
            for rule in self._rules.get(key, ()):
                groups.setdefault(rule.body.stakes, []).append(rule)
        return groups


_NONE: Final = Index(())


class Sheets:
    """All rules of a page.

    Attributes:
        hiding: the rules that may hide something.
        lower: texts of those that may apply on a reader's screen, in lower case.
        refused: selectors that were not applied.
    """

    def __init__(self, sheets: list[tuple[str, str]], styles: Iterable[str] = ()) -> None:
        """Read the sheets of a page.

        Args:
            sheets: for each `<style>` in order, its `media` attribute and its text.
            styles: the `style` attributes that explain custom properties.
        """
        self.refused: list[str] = []
        self._texts = [text for query, text in sheets if not query.strip() or applies(query)]
        self.lower = [text.lower() for text in self._texts]
        together = "\n".join(self.lower)
        self._explained = values_in([together, *styles]) if VAR in together else {}
        self._suspect = _suspect_colours(together, self._explained)
        self._found = [sorted(self._hits(text)) for text in self.lower]
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
        rules: list[Rule] = []
        for text, hits in zip(self._texts, self._found, strict=True):
            for piece in cut_rules(text, self.refused):
                at = bisect_left(hits, piece.start)
                body = Body(
                    text=text[piece.start : piece.stop],
                    position=len(rules),
                    outside_layers=piece.outside_layers,
                    may_hide=at < len(hits) and hits[at] < piece.stop,
                )
                rules += [Rule(one, body, self.refused) for one in split_selectors(piece.selector)]
        return rules

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
