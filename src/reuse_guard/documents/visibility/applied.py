"""Which rules of a page's style sheets apply to its elements, and what they come to."""

from __future__ import annotations

from functools import cached_property, partial
from typing import TYPE_CHECKING, Final, NamedTuple

from reuse_guard.documents.visibility.cascade import Match, explained, winning
from reuse_guard.documents.visibility.declarations import parse_declarations
from reuse_guard.documents.visibility.kin import ANY, Family
from reuse_guard.documents.visibility.seen import SHINES
from reuse_guard.documents.visibility.values import Colour
from reuse_guard.documents.visibility.variables import (
    MOST_LETTERS,
    MOST_STEPS,
    by_name,
    expand,
)

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

    from lxml import etree

    from reuse_guard.documents.visibility.declarations import Declaration
    from reuse_guard.documents.visibility.kin import Kin
    from reuse_guard.documents.visibility.nodes import Node
    from reuse_guard.documents.visibility.rules import Index, Rule
    from reuse_guard.documents.visibility.seen import Own, Seen
    from reuse_guard.documents.visibility.sheets import Sheets

_WIDE: Final = frozenset({"inherit", "unset", "revert", "revert-layer"})
# Rules tried on elements, a page. Of 181 news pages the hungriest needs 5,100, nine in ten 1,400;
# the limit takes a second or two.
_MOST_TESTS: Final = 200_000
# Elements in a row that are counted for `:nth-of-type()` and its kin in the time of one test.
_AS_LONG_AS_ONE: Final = 100


class Applied:
    """The cascade of one page, within a bound on what it takes.

    Attributes:
        holds_for_kin: until the next `told_of_kin`, whether all that was answered since holds for
            whatever element looks alike.
    """

    def __init__(self, sheets: Sheets) -> None:
        self._sheets = sheets
        self.holds_for_kin = False
        self._tests_left = _MOST_TESTS
        self._letters_left = MOST_LETTERS
        self._nodes: dict[etree._Element, Node] = {}
        self._named: dict[tuple[etree._Element, str], str | None] = {}
        self._inline: dict[str, dict[str, list[Declaration]]] = {}
        self._steps = 0
        self._rules_for: dict[Hashable, list[Rule]] = {}

    @cached_property
    def _family(self) -> Family:
        return Family(self._sheets.mentioned)

    def forget(self) -> None:
        """Let go of the elements, whose nodes refer to each other: so the tree is freed at once."""
        self._nodes.clear()
        self._family.forget()

    @property
    def is_exhausted(self) -> bool:
        """Whether the bound is reached, after which no rule applies any more."""
        return self._tests_left < 0

    def told_of_kin(self, element: etree._Element) -> dict[object, Seen]:
        """What was told of elements that selectors of names take for the same."""
        self.holds_for_kin = True
        return self._family.of(element).seen

    def is_shared(self, told: Seen) -> bool:
        """Whether neither letters nor what is behind them had a say, in which kin may differ."""
        if told.overridden is not None:
            return False
        return not isinstance(told.colour, Colour) or self._paints_by_names

    @cached_property
    def _paints_by_names(self) -> bool:
        """Whether no rule paints by attributes, in which kin may differ."""
        every = self._sheets.all
        return not every.filed([f"[{name}" for name in every.attributes], SHINES)

    def hiding(self, element: etree._Element) -> list[Match]:
        """The rules for an element that may hide something, with their specificity."""
        return self._filed(element, self._sheets.hiding, None)

    def concerning(self, element: etree._Element, stakes: frozenset[str]) -> list[Match]:
        """The rules for an element that mention one of these words, with their specificity."""
        return self._filed(element, self._sheets.all, stakes)

    def cascade(self, element: etree._Element, matched: list[Match], stakes: frozenset[str]) -> Own:
        """The winning value of each property: by importance, origin, specificity and order.

        Args:
            element: any of the page.
            matched: rules that are known to match it, with their specificity.
            stakes: words of which another rule mentions one if it has a say in the matter.
        """
        others = self._filed(element, self._sheets.all, stakes)
        if matched:
            known = {id(rule) for rule, _ in matched}
            others = matched + [match for match in others if id(match[0]) not in known]
        return winning(element, others, partial(self._explain, element))

    def _explain(self, element: etree._Element, text: str) -> str:
        """Declarations with the values that custom properties have on an element."""
        self.holds_for_kin = False
        self._letters_left -= len(text)
        if self._letters_left < 0:
            self._tests_left = -1
            return text
        return expand(text, partial(self._value, element))

    def _value(self, element: etree._Element, name: str) -> str | None:
        """What a custom property is on an element: its own, or that of the nearest above it."""
        path: list[etree._Element] = []
        value: str | None = None
        node: etree._Element | None = element
        while node is not None:
            if (node, name) in self._named:
                value = self._named[node, name]
                break
            path.append(node)
            self._named[node, name] = None  # a value that needs itself is none
            own = self._own_value(node, name)
            if own is not None:
                value = None if own.lower() == "initial" else own  # which is as good as none
                break
            node = node.getparent()
        self._named.update(((node, name), value) for node in path)
        return value

    def _own_value(self, node: etree._Element, name: str) -> str | None:
        self._tests_left -= 1
        matched = self._filed(node, self._sheets.explaining(name), name)
        style = node.get("style") or ""
        inline = self._declared_in(style) if name in style else {}
        value = explained(matched, inline, name) if matched or inline else None
        if not isinstance(value, str) or value.lower() in _WIDE:
            return None
        if self._steps > MOST_STEPS:
            return value
        self._steps += 1
        value = self._explain(node, value)
        self._steps -= 1
        return value

    def _declared_in(self, style: str) -> dict[str, list[Declaration]]:
        """What a style declares by the names, taken apart once however many are asked for."""
        if style not in self._inline:
            self._inline[style] = by_name(parse_declarations(style))
        return self._inline[style]

    def matching(self, element: etree._Element, rules: Sequence[Rule]) -> list[Match]:
        """Those of the rules that match an element, with their specificity."""
        self._tests_left -= len(rules)
        if not rules or self.is_exhausted:
            return []
        names = self._family.of(element).names_to_root
        needed = [rule for rule in rules if rule.needs <= names]
        return self._matching(element, needed) if needed else []

    def _filed(self, element: etree._Element, index: Index, stakes: Hashable) -> list[Match]:
        """Those rules of an index that match an element.

        Args:
            element: any of the page.
            index: of the rules.
            stakes: what is asked for of it, by which it is known what was told of kin.
        """
        if not index or self.is_exhausted:
            return []
        kin = self._family.of(element)
        told: _Told = kin.told.get(stakes) or self._tell(kin, index, stakes)
        self._tests_left -= len(told.others)
        matched = told.matched
        if told.others:
            matched = matched + self._matching(element, told.others)
        if index.attributes and not index.attributes.isdisjoint(element.keys()):
            known = {id(rule) for rule, _ in matched}
            more = index.filed([f"[{name!s}" for name in element.keys()], _stakes(stakes))  # noqa: SIM118
            unknown = [rule for rule in more if id(rule) not in known]
            matched = matched + self.matching(element, unknown)
        return matched

    def _tell(self, kin: Kin, index: Index, stakes: Hashable) -> _Told:
        """Which rules match all elements of some kin, and which may match some."""
        asked = kin.names, stakes
        rules = self._rules_for.get(asked)
        if rules is None:
            rules = index.filed((ANY, *kin.names), _stakes(stakes))
            self._rules_for[asked] = rules
        self._tests_left -= len(rules)
        needed = [rule for rule in rules if rule.needs <= kin.names_to_root]
        matched, others = [], []
        for rule in needed:
            if not rule.asks_names_alone:
                others.append(rule)
            elif specificity := rule.matches(kin):
                matched.append((rule, specificity))
        told = kin.told[stakes] = _Told(matched, others)
        return told

    def _matching(self, element: etree._Element, rules: Sequence[Rule]) -> list[Match]:
        """Those of some rules that match an element, whatever its kin are."""
        self.holds_for_kin = False
        node = self._node_of(element)
        counting = sum([rule.counts_siblings for rule in rules])
        if counting:
            self._tests_left -= counting * len(node.etree_siblings) // _AS_LONG_AS_ONE
            if self.is_exhausted:
                return []
        found = ((rule, rule.matches(node)) for rule in rules)
        return [(rule, specificity) for rule, specificity in found if specificity]

    def _node_of(self, element: etree._Element) -> Node:
        from reuse_guard.documents.visibility.nodes import node_of  # noqa: PLC0415 - slow

        return node_of(element, self._nodes, self._family)


class _Told(NamedTuple):
    """What is told of the rules for elements of some kin.

    Attributes:
        matched: those that match all, with their specificity.
        others: those that may match some.
    """

    matched: list[Match]
    others: list[Rule]


def _stakes(asked: Hashable) -> frozenset[str] | None:
    return asked if isinstance(asked, frozenset) else None
