"""CSS selectors on an lxml tree: cssselect2 reads them and tests single elements.

Its own matching of combinators retries every ancestor for every step, which a hostile page can
make take for ever; here each pair of element and step is tried once.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Any, Final, Protocol

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

from reuse_guard.documents.visibility.kin import key_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from reuse_guard.documents.visibility.kin import Family, Kin

__all__ = ["Node", "Selector", "SelectorError", "TooCostlyError", "compile_selectors"]

# Selectors of tags, classes and ids joined by combinators, in ASCII.
_COMPOUND = r"(?:\*|[A-Za-z][\w-]*)?(?:[.#]-?[A-Za-z_][\w-]*)*(?<=[\w*-])"
_PLAIN = rf"\s*{_COMPOUND}(?:(?:\s*[>+~]\s*|\s+){_COMPOUND})*\s*"
_PLAIN_LIST = re.compile(rf"{_PLAIN}(?:,{_PLAIN})*", re.ASCII)
_PLAIN_STEP = re.compile(r"(^|\s*[>+~]\s*|\s+)([\w.#*-]+)")
_NAME = re.compile(r"([.#]?)([\w-]+)")
_LONGEST: Final = 2_000  # characters of one selector
_AROUND: Final = frozenset({" ", ">"})  # combinators on whose left an element around stands
_MOST_STEPS: Final = 30  # of one selector; style guides ask for 3, preprocessors write 10

# What the parser says to `|`, `:lang()` and `:nth-child(+`, none of which CSS allows.
_DEFECTS: Final = (AttributeError, SyntaxError, StopIteration)


class TooCostlyError(ValueError):
    """A selector that could take time out of proportion on a hostile page."""


class Node(ElementWrapper):  # type: ignore[misc]
    """An lxml element as cssselect2 wants it, made without visiting the rest of the tree.

    Attributes:
        parent: the element around this one.
        names: tag, classes and id, as `Kin.names` has them.
        names_above: those of all elements around.
    """

    def __init__(
        self,
        element: etree._Element,
        parent: Node | None,
        known: dict[etree._Element, Node],
        family: Family,
    ) -> None:
        self.etree_element = element
        self.in_html_document = True
        self.transport_content_language = None
        self._known = known
        self._family = family
        self.parent = parent
        kin = family.of(element)
        self.names, self.names_above = kin.names, kin.names_above

    def _node(self, element: etree._Element | None) -> Node | None:
        return None if element is None else node_of(element, self._known, self._family)

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


def node_of(element: etree._Element, known: dict[etree._Element, Node], family: Family) -> Node:
    """The node of an element, made once a page with those of all elements around it."""
    if element not in known:
        missing = []
        above: etree._Element | None = element
        while above is not None and above not in known:
            missing.append(above)
            above = above.getparent()
        parent = None if above is None else known[above]
        for one in reversed(missing):
            parent = known[one] = Node(one, parent, known, family)
    return known[element]


class _Step(Protocol):
    """What one compound of a selector asks of an element."""

    def test(self, node: Any) -> bool: ...  # noqa: ANN401 - a node, or kin


@dataclass(frozen=True, slots=True)
class _NamesStep:
    """A compound of a tag, classes and ids alone, which most are."""

    names: frozenset[str]

    def test(self, node: Node | Kin) -> bool:
        return self.names <= node.names


class Selector:
    """One complex selector, such as `.notice > a:not(.x)`.

    Attributes:
        specificity: as CSS orders it.
        key: what an element must have for a match; browsers index rules so.
        asks_names_alone: whether names of an element and of those around it tell all, so that it
            may be asked of kin.
    """

    def __init__(
        self,
        steps: list[_Step],
        combinators: list[str],
        specificity: tuple[int, int, int],
        key: str,
    ) -> None:
        """Take the steps from right to left, with the combinators between them."""
        if len(steps) > _MOST_STEPS:
            msg = f"a selector of {len(steps)} steps"
            raise TooCostlyError(msg)
        self.specificity = specificity
        self.key = key
        self._steps = steps
        self._combinators = combinators
        self.asks_names_alone = _AROUND.issuperset(combinators) and all(
            isinstance(step, _NamesStep) for step in steps
        )
        self._above = frozenset(
            name
            for step, combinator in zip(steps[1:], combinators, strict=True)
            if isinstance(step, _NamesStep) and combinator in _AROUND
            for name in step.names
        )

    def matches(self, node: Node | Kin) -> bool:
        """Whether the element is a subject of this selector."""
        if self._above and not self._above <= node.names_above:
            return False
        if not self._steps[0].test(node):
            return False
        return not self._combinators or self._match(node, 0, set())

    def _match(self, node: Node | Kin, step: int, failed: set[tuple[int, int]]) -> bool:
        """Whether the steps after `step`, which `node` has passed, hold for elements about it."""
        last = step + 1 == len(self._combinators)
        asked = self._steps[step + 1]
        for other in _reach(node, self._combinators[step]):
            pair = (id(other), step)
            if step and pair in failed:  # the first step reaches every element but once
                continue
            if asked.test(other) and (last or self._match(other, step + 1, failed)):
                return True
            if step:
                failed.add(pair)
        return False


@lru_cache(maxsize=2048)
def compile_selectors(text: str) -> tuple[Selector, ...]:
    """Read a list of selectors; those for pseudo-elements and states at no rest are left out.

    Half of those that a page asks for it has asked for before, and pages of one site share theirs.

    Raises:
        SelectorError: not well formed; browsers drop the whole rule.
        TooCostlyError: it could take time out of proportion.
    """
    if len(text) > _LONGEST:
        msg = f"{len(text):,} characters"
        raise TooCostlyError(msg)
    if _PLAIN_LIST.fullmatch(text):
        return tuple(_read_plain(part) for part in text.split(","))
    try:
        read = [_read(parsed) for parsed in parse(text) if parsed.pseudo_element is None]
    except _DEFECTS as error:
        msg = "not well formed"
        raise SelectorError(msg) from error
    return tuple(selector for selector in read if selector is not None)


def _read_plain(text: str) -> Selector:
    """Read a selector of names alone, without the parser."""
    steps: list[_Step] = []
    combinators: list[str] = []
    kinds = {"": 0, ".": 0, "#": 0}
    for combinator, compound in _PLAIN_STEP.findall(text.strip()):
        names = [(mark, name if mark else name.lower()) for mark, name in _NAME.findall(compound)]
        for mark, _ in names:
            kinds[mark] += 1
        steps.append(_NamesStep(frozenset(mark + name for mark, name in names)))
        combinators.append(combinator.strip() or " ")
    return Selector(
        steps[::-1],
        combinators[:0:-1],
        (kinds["#"], kinds["."], kinds[""]),
        key_of(dict(names)),
    )


def _read(parsed: Any) -> Selector | None:  # noqa: ANN401
    """Compile what the parser read; None when some step holds for no element at rest."""
    compounds: list[Any] = []
    combinators: list[str] = []
    tree = parsed.parsed_tree
    while isinstance(tree, CombinedSelector):
        compounds.append(tree.right)
        combinators.append(tree.combinator)
        tree = tree.left
    compounds.append(tree)
    for compound in compounds:
        for simple in compound.simple_selectors:
            _refuse_costly(simple)
    steps = [CompiledSelector(ParsedSelector(compound)) for compound in compounds]
    if any(step.never_matches for step in steps):
        return None
    return Selector(list(steps), combinators, parsed.specificity, _key(compounds[0]))


def _reach(node: Any, combinator: str) -> Iterator[Any]:  # noqa: ANN401 - a node, or kin
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


def _key(compound: Any) -> str:  # noqa: ANN401
    """What an element must have to pass a compound."""
    keys: dict[str, str] = {}
    for simple in compound.simple_selectors:
        if isinstance(simple, IDSelector):
            keys["#"] = simple.ident
        elif isinstance(simple, ClassSelector):
            keys["."] = simple.class_name
        elif isinstance(simple, LocalNameSelector):
            keys[""] = simple.lower_local_name
        elif isinstance(simple, AttributeSelector):
            keys["["] = simple.lower_name
    return key_of(keys)
