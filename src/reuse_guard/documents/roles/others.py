"""What the blocks of a page are that belong to no body: captions, comments, links, menus."""

from __future__ import annotations

from collections import Counter
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from reuse_guard.documents.calls import is_call
from reuse_guard.documents.furniture import heads_related
from reuse_guard.documents.model import Role
from reuse_guard.documents.pointers import Pointer, pointer_of
from reuse_guard.documents.roles.cards import SIGNATURE, alike, are_signed
from reuse_guard.documents.roles.prose import LABEL
from reuse_guard.documents.signoffs import is_signoff
from reuse_guard.expressions import expression
from reuse_guard.text.endings import ends_clause

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml import etree

    from reuse_guard.documents.html_runs import RawBlock
    from reuse_guard.documents.roles.boxes import Box, Boxes

CAPTIONS = frozenset({"figcaption", "caption"})
SHORT = 120  # characters; a subheading or a byline is no longer
_FURNITURE = frozenset({"nav", "header", "footer", "form", "button", "select", "menu"})
_LABEL = expression(r"[^:：]{2,40}[:：]\s*\S")  # noqa: RUF001
_DEEP = 5  # boxes around a line that may be an entry


class Place(NamedTuple):
    """Where a block stands that is no body.

    Attributes:
        near_headline: whether that is a few blocks away.
        is_caption: whether a picture is right above.
        leads_on: whether it is titles of other pages of the site that link to them, and no menu.
        is_comment: whether it is part of an entry that a reader signed.
    """

    near_headline: bool
    is_caption: bool
    leads_on: bool
    is_comment: bool


def other_role(block: RawBlock, box: Box, place: Place) -> Role:
    """What a block is that is not body, by the strongest sign first."""
    if box.is_comments or place.is_comment:
        return Role.COMMENT
    if place.is_caption or not CAPTIONS.isdisjoint(box.inside) or "figure" in box.inside:
        return Role.CAPTION
    if not _FURNITURE.isdisjoint(box.inside) or "furniture" in box.near:
        return Role.NAVIGATION if "author" not in box.near else Role.BYLINE
    return _by_name(block, box, place)


def points_elsewhere(block: RawBlock, box: Box) -> bool:
    """A label and a link, no sentence: "Read also: another article"."""
    return (
        block.linked > 0.5 * len(block.text)
        and box.tag not in ("li", "td", "dd")
        and _LABEL.match(block.text) is not None
        and not ends_clause(block.text)
    )


def _by_name(block: RawBlock, box: Box, place: Place) -> Role:
    """The same for what stands among text."""
    short = len(block.text) < SHORT
    if 2 * block.linked > len(block.text) and _asks(block.text):
        return Role.OTHER
    if place.leads_on:
        return Role.RELATED
    if "caption" in box.near:
        return Role.CAPTION
    if (
        ("author" in box.near and short)
        or "address" in box.inside
        or ("meta" in box.near and place.near_headline and short)
        or is_signoff(block.text)
    ):
        return Role.BYLINE
    if points_elsewhere(block, box) or heads_related(block.text):
        return Role.RELATED
    return _by_box(block, box)


def _asks(text: str) -> bool:
    """Whether a linked line is a call to readers or an advertisement, and no title."""
    return pointer_of(text) is Pointer.ELSEWHERE or is_call(text)


def _by_box(block: RawBlock, box: Box) -> Role:
    """The same by the names of the boxes around it and by its links."""
    if "aside" in box.inside and block.linked > 0:
        return Role.NAVIGATION
    is_linked = block.linked > 0.5 * len(block.text)
    if "related" in box.near or "related" in box.around or (is_linked and "article" in box.inside):
        return Role.OTHER if not is_linked and is_call(block.text) else Role.RELATED
    return Role.OTHER


def comments_in(blocks: Sequence[RawBlock], boxes: Boxes, *, after: int) -> frozenset[int]:
    """The blocks below an article that stand in readers' comments whose boxes are not called so.

    Such entries are like boxes, each of which begins with another name and holds the same word
    ("Reply") or a date; teasers have no names, and titles that lead on. An entry with any other
    link is none for sure: lists of sources look so too, and a link in a comment is no credit.
    """
    start = after + 1
    marked = [
        (_mark(block.text), box)
        for block, box in zip(blocks[start:], boxes.of[start:], strict=True)
        if boxes.scale * len(block.text) < SIGNATURE and box.tag != "a"
    ]
    if len(marked) < 2 or max(Counter(mark for mark, _ in marked).values()) < 2:  # noqa: PLR2004
        return frozenset()
    entries: set[Box] = set()
    for group in alike(marked, fewest=2):
        if are_signed(group, blocks, boxes):
            entries |= group
    if not entries:
        return frozenset()
    within = boxes.within(entries)
    linked = [at for at in range(start, len(blocks)) if within[at] and blocks[at].linked]
    leaves = {one: _leaves_site(one) for one in {blocks[at].element for at in linked}}
    leading = {
        outer
        for index in linked
        if leaves[blocks[index].element] or not _is_label(blocks[index])
        for outer in islice(boxes.of[index].path(), _DEEP)
    }
    within = boxes.within(entries - leading)
    return frozenset(index for index in range(start, len(blocks)) if within[index])


def _leaves_site(element: etree._Element) -> bool:
    """Whether a link in an element has a host."""
    return any("//" in (link.get("href") or "") for link in element.iter("a"))


def _is_label(block: RawBlock) -> bool:
    """Whether a block is a short link alone, such as "Reply"."""
    return len(block.text) < LABEL and 2 * block.linked >= len(block.text)


def _mark(text: str) -> str:
    """What entries of one kind share: a word, or that they have a date."""
    return "" if any(map(str.isdigit, text)) else text[:LABEL]
