"""The boxes around blocks: where on the page a block stands, found once for all its blocks."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from reuse_guard.documents.roles.hints import UNFAVOURABLE, hints_of

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Sequence

    from lxml import etree

    from reuse_guard.documents.html_runs import RawBlock

PROSE_LENGTH = 80  # letters of a line or more; headlines and link lists stay below
_NEAR = 2  # boxes around a text whose names are taken as its own
_FAR = 5  # and those past which names say nothing of it
# A folded rest of an article is several paragraphs long; a single hidden one is not for readers.
_FOLDED = 3
# Elements whose name says something of all that is in them.
_TELLING_TAGS = frozenset(
    "address article aside blockquote button caption dialog dl fieldset figcaption figure footer"  # noqa: SIM905
    " form header label main menu nav ol select table ul".split()
)
PROSE_LINKED = 0.3  # running text seldom links more than this part of itself


@dataclass(slots=True, eq=False)
class Box:
    """An element that holds blocks.

    Attributes:
        tag: its name.
        parent: the box around it, None at the root.
        element: the element itself.
        inside: names of the telling elements around its text, its own included.
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
        all: every box, each after the one around it.
        prose: letters of running text on the page.
    """

    def __init__(self, blocks: Sequence[RawBlock], headline: int | None) -> None:
        self._known: dict[etree._Element, Box] = {}
        self.of = [self._box(block.element) for block in blocks]
        self.all = tuple(self._known.values())
        if headline is not None:
            for box in self.of[headline].path():
                box.holds_headline = True
        for box in self.all:
            box.is_comments = _is_comments(box)
        counted = [is_prose(b) and not x.is_comments for b, x in zip(blocks, self.of, strict=True)]
        sizes = [
            len(block.text) if counts else 0 for block, counts in zip(blocks, counted, strict=True)
        ]
        self.prose = float(sum(sizes))
        for box, size in self.gather(sizes).items():
            box.prose = size
        for box in self.all:
            box.names = self._telling(box)
        for box in self.all:
            _gather_names(box)

    def gather(self, amounts: Iterable[float]) -> dict[Box, float]:
        """For every box, the sum of an amount over all blocks in it, however deep."""
        sums = dict.fromkeys(self.all, 0.0)
        for box, amount in zip(self.of, amounts, strict=True):
            sums[box] += amount
        for box in reversed(self.all):
            if box.parent:
                sums[box.parent] += sums[box]
        return sums

    def within(self, chosen: Container[Box]) -> list[bool]:
        """For every block, whether one of the boxes around it is chosen."""
        inside: dict[Box, bool] = {}
        for box in self.all:
            inside[box] = box in chosen or (box.parent is not None and inside[box.parent])
        return [inside[box] for box in self.of]

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
            parent = known[one] = _make(one, parent)
        return known[element]

    def _telling(self, box: Box) -> frozenset[str]:
        """The names that tell blocks apart: a box around most of the prose says nothing bad."""
        if box.prose <= 0.5 * self.prose or not box.names:
            return box.names
        keep = {"comment"} if not box.holds_headline else set()
        return box.names - (UNFAVOURABLE - keep)


def _make(element: etree._Element, parent: Box | None) -> Box:
    tag = str(element.tag)
    inside = parent.inside if parent else frozenset()
    if tag in _TELLING_TAGS and tag not in inside:
        inside |= {tag}
    in_body = element.get("itemprop") == "articleBody" or (
        parent is not None and parent.in_article_body
    )
    return Box(tag, parent, element, inside, in_body, hints_of(element))


def is_prose(block: RawBlock) -> bool:
    """Whether a block looks like running text."""
    return block.hidden is None and has_prose_shape(block)


def has_prose_shape(block: RawBlock) -> bool:
    """Whether the text of a block, seen or not, is as long as running text and as little linked."""
    size = len(block.text)
    return size >= PROSE_LENGTH and block.linked < PROSE_LINKED * size


def is_folded(blocks: Sequence[RawBlock]) -> bool:
    """Whether so much running text is hidden that it may be the folded rest of the article."""
    hidden = (block for block in blocks if block.hidden is not None)
    return sum(map(has_prose_shape, hidden)) >= _FOLDED


def _is_comments(box: Box) -> bool:
    """Whether readers' comments fill a box; asked of outer boxes first."""
    if box.holds_headline or box.tag in ("main", "body", "html"):
        return False
    return "comment" in box.names or (box.parent is not None and box.parent.is_comments)


def _gather_names(box: Box) -> None:
    """Collect the hints of a box's surroundings: its own and its parent's, and three further."""
    near: set[str] = set()
    around: set[str] = set()
    for distance, outer in enumerate(box.path()):
        if distance == _FAR:
            break
        (near if distance < _NEAR else around).update(outer.names)
    box.near, box.around = frozenset(near), frozenset(around)
