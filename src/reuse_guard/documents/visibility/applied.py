"""Which rules of a page's style sheets apply to its elements, and what they come to."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from reuse_guard.documents.visibility.cascade import Match, explained, winning
from reuse_guard.documents.visibility.declarations import parse_declarations
from reuse_guard.documents.visibility.kin import Family
from reuse_guard.documents.visibility.variables import (
    MOST_LETTERS,
    MOST_STEPS,
    by_name,
    expand,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from reuse_guard.documents.visibility.declarations import Declaration
    from reuse_guard.documents.visibility.rules import Key, Rule
    from reuse_guard.documents.visibility.seen import Own, Seen
    from reuse_guard.documents.visibility.selectors import Node
    from reuse_guard.documents.visibility.sheets import Sheets

_WIDE: Final = frozenset({"inherit", "unset", "revert", "revert-layer"})
# Rules tried on elements, a page. Of 181 news pages the hungriest needs 43,000, nine in ten 3,500;
# the limit takes a second or two.
_MOST_TESTS: Final = 200_000


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
        self._family = Family()
        self._keys: dict[etree._Element, list[Key]] = {}
        self._named: dict[tuple[etree._Element, str], str | None] = {}
        self._inline: dict[str, dict[str, list[Declaration]]] = {}
        self._steps = 0

    def forget(self) -> None:
        """Let go of the elements, whose nodes refer to each other: so the tree is freed at once."""
        self._nodes.clear()
        self._family.forget()

    @property
    def is_exhausted(self) -> bool:
        """Whether the bound is reached, after which no rule applies any more."""
        return self._tests_left < 0

    def told_of_kin(self, element: etree._Element) -> dict[object, Seen] | None:
        """What was told of elements that selectors of names take for the same; None without any."""
        if not self._sheets.hiding:
            return None
        self.holds_for_kin = True
        return self._family.of(element).seen

    def hiding(self, element: etree._Element) -> list[Match]:
        """The rules for an element that may hide something, with their specificity."""
        hiding = self._sheets.hiding
        return self.matching(element, hiding.candidates(self._keys_of(element))) if hiding else []

    def cascade(self, element: etree._Element, matched: list[Match], stakes: frozenset[str]) -> Own:
        """The winning value of each property: by importance, origin, specificity and order.

        Args:
            element: any of the page.
            matched: rules that are known to match it, with their specificity.
            stakes: words of which another rule mentions one if it has a say in the matter.
        """
        explain = partial(self._explain, element)
        if self.is_exhausted:
            return winning(element, matched, explain)
        known = {id(rule) for rule, _ in matched}
        others = self._sheets.all.concerning(stakes, self._keys_of(element))
        unknown = [rule for rule in others if id(rule) not in known] if known else others
        return winning(element, matched + self.matching(element, unknown), explain)

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
                value = own
                break
            node = node.getparent()
        self._named.update(((node, name), value) for node in path)
        return value

    def _own_value(self, node: etree._Element, name: str) -> str | None:
        self._tests_left -= 1
        explaining = self._sheets.explaining(name)
        matched = self.matching(node, explaining.candidates(self._keys_of(node)))
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

    def matching(self, element: etree._Element, rules: list[Rule]) -> list[Match]:
        """Those of the rules that match an element, with their specificity."""
        if not rules or self.is_exhausted:
            return []
        names = self._family.of(element).names_to_root
        node = None
        tested = rules[: self._tests_left]
        self._tests_left -= len(rules)
        found = []
        for rule in tested:
            if not rule.needs <= names:
                continue
            if not rule.asks_names_alone:
                self.holds_for_kin = False
            node = node or self._node_of(element)
            fitting = [one.specificity for one in rule.selectors if one.matches(node)]
            if fitting:
                found.append((rule, max(fitting)))
        return found

    def _node_of(self, element: etree._Element) -> Node:
        from reuse_guard.documents.visibility.selectors import node_of  # noqa: PLC0415 - slow

        return node_of(element, self._nodes, self._family)

    def _keys_of(self, element: etree._Element) -> list[Key]:
        """Everything of an element that a rule may ask for, each once."""
        keys = self._keys.get(element)
        if keys is None:
            keys = self._keys[element] = list(dict.fromkeys(_keys(element)))
        return keys


def _keys(element: etree._Element) -> Iterator[Key]:
    yield ("any", "")
    yield ("tag", str(element.tag))
    for name, value in element.items():
        yield ("attribute", str(name))
        if name == "class":
            yield from [("class", one) for one in str(value).split()]
        elif name == "id":
            yield ("id", str(value))
