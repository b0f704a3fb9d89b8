"""The rules of a style sheet, read no further than an element asks, and found by what they need."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Final, TypeAlias

from reuse_guard.documents.visibility.cut import split_selectors
from reuse_guard.documents.visibility.remembered import remembered
from reuse_guard.expressions import expression

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from reuse_guard.documents.visibility.bodies import Body
    from reuse_guard.documents.visibility.kin import Kin
    from reuse_guard.documents.visibility.nodes import Node
    from reuse_guard.documents.visibility.selectors import Selector

# The last step of a selector, when its key can be read off without a parser.
_BRACKETS = expression(r"\([^()]*\)")
_ATTRIBUTE = expression(r"\[[^\][\"'\\]*(?:\"[^\"\\]*\"|'[^'\\]*')?\s*\]")
_PSEUDO = expression(r"::?[\w-]+")
_NAMES_ALONE = expression(r"[\w\s.#*>-]*", re.ASCII)
_CLEAR = expression(r"[\w\s.#*>+~:,-]*", re.ASCII)
_NAME = expression(r"[.#]?[\w-]+", re.ASCII)
_MARK = expression(r"[.#][\w-]+", re.ASCII)
# One that is so plain is read in a third of the time.
_NAMES = expression(r"(?:-?[A-Za-z_][\w-]*)?(?:[.#]-?[A-Za-z_][\w-]*)*(?<=[\w-])")
_STEPS = expression(r"[^\s>+~]+")
_LAST_STEP = expression(r"[^:[]*?([.#]?)(-?[A-Za-z_][\w-]*)(?:\[[^\][\"'\\]*\]|::?[\w-]+)*\Z")
_ASKED = expression(r"\[\s*([A-Za-z_][\w-]*)\s*(?:[~|^$*]?=|\])", re.ASCII)
_ROOT: Final = frozenset({"html"})  # of every page that a parser makes
_NEVER_AT_REST = expression(
    r":(?:hover|focus|active|target|visited|before|after|:|-|placeholder|first-l)"
)
_COUNTING = expression(r"-of-type", re.IGNORECASE)
_MARKS: Final = frozenset(".#[*")

Specificity: TypeAlias = tuple[int, int, int]


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
        """Names, as `Kin.names` has them, that an element and those around it have for a match.

        Nearly all tests fail here, and most selectors need not be read any further.
        """
        return _needs_of(self.text)

    @cached_property
    def asks_names_alone(self) -> bool:
        """Whether names of an element and of those around it tell all."""
        return all(selector.asks_names_alone for selector in self.selectors)

    @cached_property
    def counts_siblings(self) -> bool:
        """Whether it may look at all elements in a row for each of them."""
        return _COUNTING.search(self.text) is not None

    def matches(self, node: Node | Kin) -> Specificity | None:
        """How specific it is for an element; None where it is not for it."""
        found: Specificity | None = None
        for one in self.selectors:  # mostly a single one
            if (found is None or one.specificity > found) and one.matches(node):
                found = one.specificity
        return found

    @cached_property
    def keys(self) -> frozenset[str]:
        """What an element must have for a match, any of these: as `key_of` gives them."""
        keys = _keys_of(self.text)
        return frozenset(selector.key for selector in self.selectors) if keys is None else keys


@remembered
def _needs_of(selector: str) -> frozenset[str]:
    names = _NAME.findall(_names_alone(selector))
    return frozenset(name if name[0] in ".#" else name.lower() for name in names)


@remembered
def _keys_of(selector: str) -> frozenset[str] | None:
    """The keys of a selector; None where only the parser reads it, as a name with an escape."""
    text = _without_brackets(selector)
    step = "" if "(" in text or "\\" in selector else _last_step(text)
    if ":" not in text and _NAMES.fullmatch(step):
        at = max(step.rfind("."), step.rfind("#"))
        return frozenset([step[at:] if at >= 0 else step.lower()])
    last = _LAST_STEP.match(step)
    if last is None:
        return _ROOT if step == ":root" else None
    if ":" in text and _NEVER_AT_REST.search(text):
        return frozenset()
    if last[1]:
        return frozenset([last[1] + last[2]])
    asked = _ASKED.search(step)
    return frozenset([f"[{asked[1].lower()}" if asked else last[2].lower()])


def marks_in(rules: Sequence[Rule]) -> frozenset[str]:
    """The classes and ids that rules may ask for."""
    found = set(_MARK.findall("\n".join(rule.text for rule in rules)))
    for rule in rules:
        if "\\" in rule.text or not rule.text.isascii():
            found |= rule.keys
    return frozenset(found)


def those_that_may_hold(selectors: str, marks: frozenset[str]) -> list[str]:
    """Those of a list of selectors that may hold on a page that has just these classes and ids.

    >>> those_that_may_hold(".news p:not(.x), #x > p, [href] i", frozenset({".news"}))
    ['.news p:not(.x)', ' [href] i']
    """
    clear = _is_clear(selectors)
    if clear and "," not in selectors:  # as most in large sheets
        return [selectors] if marks.issuperset(_MARK.findall(selectors)) else []
    parts = selectors.split(",") if clear else split_selectors(selectors)
    if len(parts) > 1 and not all(map(str.strip, parts)):
        return []
    if clear:
        return [part for part in parts if marks.issuperset(_MARK.findall(part))]
    return [part for part in parts if marks.issuperset(_MARK.findall(_outside_brackets(part)))]


def _is_clear(selectors: str) -> bool:
    """Whether all classes and ids in selectors are asked for, and commas part them."""
    brackets = "(" in selectors or "[" in selectors
    return not brackets and "\\" not in selectors and selectors.isascii()


def _outside_brackets(selector: str) -> str:
    """What an element and those about it must have for a match; empty if unclear."""
    if "(" in selector or "[" in selector:
        selector = _ATTRIBUTE.sub("", _without_brackets(selector))
    return selector if _CLEAR.fullmatch(selector) else ""


def _names_alone(selector: str) -> str:
    """The part of a selector whose names an element and those around it have; empty if unclear."""
    if _NAMES_ALONE.fullmatch(selector):
        return selector
    if "\\" in selector:
        return ""
    text = _without_brackets(selector)
    if "[" in text or ":" in text:
        text = _PSEUDO.sub("", _ATTRIBUTE.sub("", text))
    if "," not in text:
        text = text[max(text.rfind("+"), text.rfind("~")) + 1 :]  # before it, of siblings
    return text if _NAMES_ALONE.fullmatch(text) else ""


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
    """Rules by what an element must have for a match.

    Attributes:
        attributes: names of attributes under which rules are filed.
    """

    def __init__(self, rules: Iterable[Rule]) -> None:
        self._rules: dict[str, list[Rule]] = {}
        self._concerning: dict[frozenset[str], _Concerning] = {}
        self._grouped = _Grouped(self._rules)
        self._filed_once = True
        for rule in rules:
            keys = rule.keys
            self._filed_once &= len(keys) <= 1
            for key in keys:
                self._rules.setdefault(key, []).append(rule)
        self.attributes = frozenset(key[1:] for key in self._rules if key[0] == "[")

    def __bool__(self) -> bool:
        """Whether it holds any rule."""
        return bool(self._rules)

    def names(self, mark: str) -> frozenset[str]:
        """The names under which rules are filed that begin with a mark, without it."""
        return frozenset(key[1:] for key in self._rules if key[0] == mark)

    @property
    def tags(self) -> frozenset[str]:
        """The tags under which rules are filed."""
        return frozenset(key for key in self._rules if key[0] not in _MARKS)

    def filed(self, keys: Iterable[str], stakes: frozenset[str] | None) -> list[Rule]:
        """The rules filed under any of the keys, each once.

        Args:
            keys: of an element.
            stakes: words of which a rule mentions one; None for all rules.
        """
        if stakes is None:
            found = [rules for key in keys if (rules := self._rules.get(key))]
        else:
            filed = self._concerning.get(stakes)
            if filed is None:
                filed = self._concerning[stakes] = _Concerning(stakes, self._grouped)
            found = [rules for key in keys if (rules := filed[key])]
        if len(found) == 1:
            return found[0]
        joined = [rule for rules in found for rule in rules]
        return joined if self._filed_once else list({id(rule): rule for rule in joined}.values())


class _Grouped(dict[str, dict[frozenset[str], list[Rule]]]):
    """The rules of each key by the words they mention: few groups, however many rules."""

    def __init__(self, rules: Mapping[str, Iterable[Rule]]) -> None:
        super().__init__()
        self._rules = rules

    def __missing__(self, key: str) -> dict[frozenset[str], list[Rule]]:
        groups: dict[frozenset[str], list[Rule]] = {}
        for rule in self._rules.get(key, ()):
            groups.setdefault(rule.body.stakes, []).append(rule)
        self[key] = groups
        return groups


class _Concerning(dict[str, list[Rule]]):
    """Rules that mention any of some words, found for each key when it is first asked for."""

    def __init__(self, stakes: frozenset[str], grouped: _Grouped) -> None:
        super().__init__()
        self._stakes = stakes
        self._grouped = grouped

    def __missing__(self, key: str) -> list[Rule]:
        groups = self._grouped[key].items()
        found = [rules for words, rules in groups if not self._stakes.isdisjoint(words)]
        rules = self[key] = [rule for rules in found for rule in rules]
        return rules
