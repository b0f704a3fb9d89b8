"""The boxes around blocks: where on the page a block stands, found once for all its blocks."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from reuse_guard.documents.roles.hints import UNFAVOURABLE, hints_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml import etree

    from reuse_guard.documents.html_walk import RawBlock

PROSE_LENGTH = 80  # letters of a line or more; headlines and link lists stay below
PROSE_LINKED = 0.3  # running text seldom links more than this part of itself


@dataclass(slots=True, eq=False)
class Box:
    """An element that holds blocks.

    Attributes:
        tag: its name.
        parent: the box around it, None at the root.
        element: the element itself.
        inside: names of all elements around its text, its own included.
        in_article_body: inside schema.org `articleBody`.
        names: what its class and id suggest.
        prose: letters of running text in it, anywhere below.
        holds_headline: whether the page's headline stands in it.
        is_comments: whether readers' comments fill it.
    """

    tag: str
    parent: Box | None
    element: etree._Element
    inside: frozenset[str]
    in_article_body: bool
    names: frozenset[str]
    prose: float = 0.0
    holds_headline: bool = False
    is_comments: bool = False
    near: frozenset[str] = field(default=frozenset())
    around: frozenset[str] = field(default=frozenset())

    def path(self) -> Iterator[Box]:
        """This box and those around it, innermost first."""
        box: Box | None = self
        while box is not None:
            yield box
            box = box.parent


class Boxes:
    """All boxes of a page.

    Attributes:
        of: the innermost box of each block.
        prose: letters of running text on the page.
    """

    def __init__(self, blocks: Sequence[RawBlock], headline: int | None) -> None:
        self._known: dict[etree._Element, Box] = {}
        self.of = [self._box(block.element) for block in blocks]
        if headline is not None:
            for box in self.of[headline].path():
                box.holds_headline = True
        for box in self._known.values():
            box.is_comments = _is_comments(box)
        self.prose = 0.0
        for block, box in zip(blocks, self.of, strict=True):
            if is_prose(block) and not box.is_comments:
                self.prose += len(block.text)
                for outer in box.path():
                    outer.prose += len(block.text)
        for box in self._known.values():
            box.names = self._telling(box)
        for box in self._known.values():
            _gather(box)

    def _box(self, element: etree._Element) -> Box:
        """The box of an element, made with all boxes around it."""
        known = self._known
        missing = []
        node: etree._Element | None = element
        while node is not None and node not in known:
            missing.append(node)
            node = node.getparent()
        parent = known[node] if node is not None else None
        for one in reversed(missing):
            tag = str(one.tag)
            inside = parent.inside | {tag} if parent else frozenset({tag})
            in_body = (parent is not None and parent.in_article_body) or (
                one.get("itemprop") == "articleBody"
            )
            parent = known[one] = Box(tag, parent, one, inside, in_body, hints_of(one))
        return known[element]

    def _telling(self, box: Box) -> frozenset[str]:
        """The names that tell blocks apart: a box around most of the prose says nothing bad."""
        if box.prose <= 0.5 * self.prose or not box.names:
            return box.names
        keep = {"comment"} if not box.holds_headline else set()
        return box.names - (UNFAVOURABLE - keep)


def is_prose(block: RawBlock) -> bool:
    """Whether a block looks like running text."""
    size = len(block.text)
    return size >= PROSE_LENGTH and block.linked < PROSE_LINKED * size and block.hidden is None


def _is_comments(box: Box) -> bool:
    for outer in box.path():
        if outer.holds_headline or outer.tag in ("main", "body", "html"):
            return False
        if "comment" in outer.names:
            return True
    return False


def _gather(box: Box) -> None:
    """Collect the hints of a box's surroundings: its own and its parent's, and three further."""
    near: set[str] = set()
    around: set[str] = set()
    for distance, outer in enumerate(box.path()):
        if distance > 4:
            break
        (near if distance < 2 else around).update(outer.names)
    box.near, box.around = frozenset(near), frozenset(around)
