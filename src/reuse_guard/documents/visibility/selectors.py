"""CSS selectors on an lxml tree: cssselect2 reads them and tests single elements.

Its own matching of combinators retries every ancestor for every step, which a hostile page can
make take for ever; here each pair of element and step is tried once.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

# cssselect2 has no types.
from cssselect2 import ElementWrapper, SelectorError  # type: ignore[import-untyped]
from cssselect2.compiler import CompiledSelector  # type: ignore[import-untyped]
from cssselect2.parser import (  # type: ignore[import-untyped]
    AttributeSelector,
    ClassSelector,
    CombinedSelector,
    IDSelector,
    LocalNameSelector,
    MatchesAnySelector,
    NegationSelector,
    RelationalSelector,
    SpecificityAdjustmentSelector,
    parse,
)
from cssselect2.parser import Selector as ParsedSelector

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

__all__ = ["Node", "Selector", "SelectorError", "TooCostlyError", "compile_selectors"]

_MOST_STEPS: Final = 30  # of one selector; style guides ask for 3, preprocessors write 10


class TooCostlyError(ValueError):
    """A selector that could take time out of proportion on a hostile page."""


class Node(ElementWrapper):  # type: ignore[misc]
    """An lxml element as cssselect2 wants it, made without visiting the rest of the tree."""

    def __init__(self, element: etree._Element, known: dict[etree._Element, Node]) -> None:
        self.etree_element = element
        self.in_html_document = True
        self.transport_content_language = None
        self._known = known

    def _node(self, element: etree._Element | None) -> Node | None:
        return None if element is None else node_of(element, self._known)

    @cached_property
    def parent(self) -> Node | None:
        """The element around this one."""
        return self._node(self.etree_element.getparent())

    @cached_property
    def previous(self) -> Node | None:
        """The element before this one in the same parent."""
        return self._node(next(self.etree_element.itersiblings("*", preceding=True), None))

    @property
    def ancestors(self) -> Iterator[Node]:
        """From the parent to the root."""
        node = self.parent
        while node is not None:
            yield node
            node = node.parent

    @property
    def previous_siblings(self) -> Iterator[Node]:
        """From the previous one to the first."""
        node = self.previous
        while node is not None:
            yield node
            node = node.previous

    @cached_property
    def etree_siblings(self) -> list[etree._Element]:
        """The parent's elements."""
        return [self.etree_element] if self.parent is None else self.parent.etree_children

    @cached_property
    def index(self) -> int:
        """Position among the parent's elements, counted from 0."""
        return 0 if self.parent is None else self.parent.positions[self.etree_element]

    @cached_property
    def positions(self) -> dict[etree._Element, int]:
        """Where each of its elements stands."""
        return {child: place for place, child in enumerate(self.etree_children)}


def node_of(element: etree._Element, known: dict[etree._Element, Node]) -> Node:
    """The node of an element, made once a page."""
    node = known.get(element)
    if node is None:
        node = known[element] = Node(element, known)
    return node


class Selector:
    """One complex selector, such as `.notice > a:not(.x)`.

    Attributes:
        specificity: as CSS orders it.
        key: kind and name without which an element cannot match; browsers index rules so.
    """

    def __init__(self, parsed: ParsedSelector) -> None:
        self.specificity: tuple[int, int, int] = parsed.specificity
        self._steps: list[Any] = []
        self._combinators: list[str] = []
        tree = parsed.parsed_tree
        while isinstance(tree, CombinedSelector):
            self._add(tree.right)
            self._combinators.append(tree.combinator)
            tree = tree.left
        self._add(tree)
        if len(self._steps) > _MOST_STEPS:
            msg = f"a selector of {len(self._steps)} steps"
            raise TooCostlyError(msg)
        self.key = _key(parsed.parsed_tree)

    def _add(self, compound: Any) -> None:  # noqa: ANN401
        for simple in compound.simple_selectors:
            _refuse_costly(simple)
        self._steps.append(CompiledSelector(ParsedSelector(compound)))

    @property
    def never_matches(self) -> bool:
        """Whether some step holds for no element at rest, such as `:hover`."""
        return any(step.never_matches for step in self._steps)

    def matches(self, node: Node) -> bool:
        """Whether the element is a subject of this selector."""
        return self._match(node, 0, set())

    def _match(self, node: Node, step: int, failed: set[tuple[int, int]]) -> bool:
        if not self._steps[step].test(node):
            return False
        if step == len(self._combinators):
            return True
        for other in _reach(node, self._combinators[step]):
            pair = (id(other), step + 1)
            if pair in failed:
                continue
            if self._match(other, step + 1, failed):
                return True
            failed.add(pair)
        return False


def compile_selectors(text: str) -> list[Selector]:
    """Read a list of selectors; those for pseudo-elements and states at no rest are left out.

    Raises:
        SelectorError: not well formed; browsers drop the whole rule.
        TooCostlyError: it could take time out of proportion.
    """
    read = [Selector(parsed) for parsed in parse(text) if parsed.pseudo_element is None]
    return [selector for selector in read if not selector.never_matches]


def _reach(node: Node, combinator: str) -> Iterator[Node]:
    """The elements that may stand on the left of a combinator."""
    if combinator == " ":
        yield from node.ancestors
    elif combinator == "~":
        yield from node.previous_siblings
    else:
        other = node.parent if combinator == ">" else node.previous
        if other is not None:
            yield other


def _refuse_costly(simple: Any) -> None:  # noqa: ANN401
    """`:has()` visits whole subtrees, and combinators inside `:not()` retry without memory."""
    if isinstance(simple, RelationalSelector):
        msg = "a selector with :has()"
        raise TooCostlyError(msg)
    if isinstance(simple, NegationSelector | MatchesAnySelector | SpecificityAdjustmentSelector):
        for inner in simple.selector_list:
            if isinstance(inner.parsed_tree, CombinedSelector):
                msg = "a selector with a combinator inside brackets"
                raise TooCostlyError(msg)
            for part in inner.parsed_tree.simple_selectors:
                _refuse_costly(part)


def _key(tree: Any) -> tuple[str, str]:  # noqa: ANN401
    """Kind (`id`, `class`, `tag`, `attribute`, `any`) and name of the rarest thing asked for."""
    compound = tree.right if isinstance(tree, CombinedSelector) else tree
    keys: dict[str, str] = {}
    for simple in compound.simple_selectors:
        if isinstance(simple, IDSelector):
            keys["id"] = simple.ident
        elif isinstance(simple, ClassSelector):
            keys["class"] = simple.class_name
        elif isinstance(simple, LocalNameSelector):
            keys["tag"] = simple.lower_local_name
        elif isinstance(simple, AttributeSelector):
            keys["attribute"] = simple.lower_name
    for kind in ("id", "class", "attribute", "tag"):
        if kind in keys:
            return kind, keys[kind]
    return "any", ""
