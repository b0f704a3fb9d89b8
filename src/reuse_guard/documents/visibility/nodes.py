"""The elements of a page as cssselect2 wants them."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from cssselect2 import ElementWrapper  # type: ignore[import-untyped] # it has no types

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from reuse_guard.documents.visibility.kin import Family


class Node(ElementWrapper):  # type: ignore[misc]
    """An lxml element as cssselect2 wants it, made without visiting the rest of the tree.

    Attributes:
        parent: the element around this one.
        names: tag, classes and id, as `Kin.names` has them.
        names_above: those of all elements around.
        about: whether steps of selectors hold for elements around or before, by selector and step.
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
        self.about: dict[object, bool] = {}
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
