"""Which lines belong to pictures: by the boxes that they share, by what stands right below them.

Captions have no element of their own on most pages. Nothing here reads a name or a word.
"""

from __future__ import annotations

from collections import Counter
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from reuse_guard.documents.roles.cards import FORM, HEADINGS, is_aside
from reuse_guard.documents.roles.prose import LIGHT, is_prose
from reuse_guard.expressions import expression
from reuse_guard.text.endings import ends_sentence

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml import etree

    from reuse_guard.documents.html_runs import RawBlock
    from reuse_guard.documents.roles.boxes import Box, Boxes

PICTURES = frozenset({"img", "picture", "video", "amp-img"})
# Boxes that a picture may fill with a line on it; signs in headings and items are no pictures.
_FRAMES = frozenset({"div", "td", "center", "span"})
_SMALL_SIZES = frozenset({"1", "-1", "-2", "-3"})
_CENTRED = expression(r"text-align\s*:\s*center")
_PICTURE = frozenset({"picture"})  # what the names of a picture's box say, and nothing else
_SOME = 0.15  # of the running text, below which it may be what stands beside an article
_CLIMB = 6  # boxes around a picture past which nothing is right below it
_DEEP = 6  # boxes around a line that tell one kind of place from another
_UNSHOWN = frozenset({"script", "style", "noscript", "template"})
_PIXEL = frozenset({"0", "1", "0px", "1px"})

_Followers: TypeAlias = "dict[etree._Element, etree._Element | None]"
"""The first element with text beside and after each that was asked of."""


def is_pixel(element: etree._Element) -> bool:
    """Whether an element is so small that it is there to count readers, and shows them nothing."""
    return element.get("width") in _PIXEL or element.get("height") in _PIXEL


class _Below(NamedTuple):
    """A line right below a picture.

    Attributes:
        at: index of its block.
        outer: the box beside the picture that begins with the line.
        shared: the box around the picture and that box.
    """

    at: int
    outer: Box
    shared: Box


def beside_pictures(blocks: Sequence[RawBlock], boxes: Boxes) -> list[bool]:
    """Which blocks share a box with a picture and with hardly any other text.

    None do where most of the page's running text does, as in an article of pictures, nor do those
    in one of several rows that hold text without a picture too.
    """
    aside = {box for box in boxes.all if box.pictures and is_aside(box)}
    around = {box.parent for box in aside}
    rows = {
        (box.parent, box.kind)
        for box in set(boxes.all).difference(boxes.of)
        if box.prose and not box.pictures and box.parent in around
    }
    within = boxes.within({box for box in aside if (box.parent, box.kind) not in rows})
    found = [is_in and not box.pictures for is_in, box in zip(within, boxes.of, strict=True)]
    return _unless_most(found, blocks, boxes)


class Captions(NamedTuple):
    """Which blocks are lines on pictures by their place alone, an entry a block.

    Attributes:
        sure: what is.
        perhaps: what may be: a standfirst below a picture looks no other.
    """

    sure: list[bool]
    perhaps: list[bool]


def captions(
    blocks: Sequence[RawBlock], boxes: Boxes, pictures: Sequence[etree._Element]
) -> Captions:
    """Tell the lines in one box with a picture, or set apart right below one.

    None are where most of the page's running text is so. What is bold there is a heading. Of 151
    such blocks on the pages of the data one is body.

    Args:
        blocks: of one page, in order.
        boxes: around them.
        pictures: all of the page.
    """
    sure = [
        (_is_filled(box) if box.pictures else type_ in LIGHT and _is_set_below(block))
        and boxes.scale * len(block.text) <= FORM
        and not box.holds_headline
        for block, box, type_ in zip(blocks, boxes.of, boxes.emphasis, strict=True)
    ]
    perhaps = [False] * len(blocks)
    below = [one for one in _lines_below(boxes, pictures) if _may_be_caption(one, blocks, boxes)]
    places = _Places(blocks, boxes, {one.at for one in below})
    for one in below:
        is_sure = _is_caption(one, blocks, boxes, places)
        sure[one.at] = sure[one.at] or bool(is_sure)
        perhaps[one.at] = is_sure is False
    found = _unless_most(sure, blocks, boxes)
    if found is not sure:
        beside = boxes.prose - _prose_in(sure, blocks, boxes)
        # Of a text beside so many they may be captions, as in a report in pictures.
        return Captions(found, sure if beside * boxes.scale >= FORM else found)
    return Captions(sure, _unless_most(perhaps, blocks, boxes))


class _Places:
    """The kinds of places that running text stands in, lines below pictures left out."""

    def __init__(self, blocks: Sequence[RawBlock], boxes: Boxes, below: set[int]) -> None:
        self._prose = [
            (block, box)
            for index, (block, box) in enumerate(zip(blocks, boxes.of, strict=True))
            if box.prose and index not in below and is_prose(block, boxes.scale)
        ]
        self._least = _SOME * sum(len(block.text) for block, _ in self._prose)
        self._known: dict[int, Counter[tuple[str, ...]]] = {}

    def holds(self, block: RawBlock, box: Box, depth: int) -> bool:
        """Whether a part of the running text stands in such a place, so many boxes deep."""
        known = self._known.get(depth)
        if known is None:
            known = self._known[depth] = Counter()
            for one, around in self._prose:
                known[_place(one, around, depth)] += len(one.text)
        return known[_place(block, box, depth)] > self._least


def _place(block: RawBlock, box: Box, depth: int) -> tuple[str, ...]:
    """The kinds of the boxes around a block, and whether it is set apart from text."""
    kinds = tuple(outer.kind for outer in islice(box.path(), depth))
    return ("apart", *kinds) if _is_set_apart(block) else kinds


def _is_caption(
    one: _Below, blocks: Sequence[RawBlock], boxes: Boxes, places: _Places
) -> bool | None:
    """Whether a line right below a picture is a caption: None is no, False is perhaps.

    On the pages of the data, of 12 lines that fill a box with a picture and are no sentences one is
    body; of those in a box of their own kind beside it, one of seven; of others, nearly all.
    """
    block, box = blocks[one.at], boxes.of[one.at]
    is_whole = one.shared.held == 1
    around = one.shared if is_whole else one.outer
    depth = 1 + sum(1 for _ in _up_to(box, around))
    if places.holds(block, box, depth):
        # Of nameless boxes one kind holds all; a line that fills one with a picture may be of it.
        return False if box.tag == "td" or (is_whole and box.tag == "div") else None
    if _is_set_apart(block) or (is_whole and one.shared.names == _PICTURE):
        return True
    if one.outer.tag == "p":  # as in a guide with a picture after each paragraph
        return None
    return is_whole and (box.tag != "p" or not ends_sentence(block.text))


def _up_to(box: Box, outer: Box) -> Iterator[Box]:
    """The boxes from one to another around it, the last left out."""
    for one in islice(box.path(), _DEEP):
        if one is outer:
            return
        yield one


def _may_be_caption(one: _Below, blocks: Sequence[RawBlock], boxes: Boxes) -> bool:
    """Whether a line is short, alone, and neither a heading nor a link."""
    block, box = blocks[one.at], boxes.of[one.at]
    return (
        one.outer.held == 1
        and boxes.scale * len(block.text) <= FORM
        and 2 * block.linked <= len(block.text)
        and box.tag not in HEADINGS
        and not box.holds_headline
        and not one.outer.pictures
    )


def _is_set_apart(block: RawBlock) -> bool:
    """Whether all of a block is set in small type, or in the middle of its line."""
    if block.element.get("align") == "center" or _CENTRED.search(block.element.get("style") or ""):
        return True
    child = next(block.element.iterchildren("*"), None)
    if child is None or (block.element.text or "").strip() or (child.tail or "").strip():
        return False
    return child.tag == "small" or (child.tag == "font" and child.get("size") in _SMALL_SIZES)


def _lines_below(boxes: Boxes, pictures: Sequence[etree._Element]) -> list[_Below]:
    """What stands right below each picture of the article, nothing in between."""
    found: dict[Box, _Below] = {}
    article = _article(boxes)
    known: _Followers = {}
    for picture in pictures:
        around = boxes.around(picture)
        if around and (article is None or article in around.path()):
            below = _box_below(picture, boxes, known)
            if below is not None and below.parent is not None:
                found.setdefault(below, _Below(below.first, below, below.parent))
    return list(found.values())


def _article(boxes: Boxes) -> Box | None:
    """The box around most of the running text and the headline, where there are both."""
    if boxes.main is None or boxes.under is None:
        return None
    return next((box for box in boxes.main.path() if box.holds_headline), None)


def _box_below(picture: etree._Element, boxes: Boxes, known: _Followers) -> Box | None:
    """The box right below a picture, beside it or beside what it stands in."""
    for node in islice(_with_ancestors(picture), _CLIMB):
        after = _after(node, known)
        if after is not None:
            box = boxes.around(after)
            return box if box and box.element is after else None
        if (node.tail or "").strip():
            return None
    return None


def _with_ancestors(element: etree._Element) -> Iterator[etree._Element]:
    """An element and those around it, up to the page's body."""
    node: etree._Element | None = element
    while node is not None and node.getparent() is not None:
        yield node
        node = node.getparent()


def _after(node: etree._Element, known: _Followers) -> etree._Element | None:
    """The first element after another, beside it, that holds text; None where there is none.

    It is that of all that stands in between, too, so that a gallery is passed but once.
    """
    passed: list[etree._Element] = []
    found: etree._Element | None = None
    one: etree._Element | None = node
    while one is not None and one not in known:
        passed.append(one)
        if (one.tail or "").strip():
            break
        one = one.getnext()
        if one is not None and _holds_text(one):
            found = one
            break
    else:
        found = None if one is None else known[one]
    known.update(dict.fromkeys(passed, found))
    return found


def _holds_text(element: etree._Element) -> bool:
    """Whether a reader sees text in an element; comments have none."""
    if callable(element.tag) or element.tag in _UNSHOWN:
        return False
    return any(str(text).strip() for text in element.itertext())


def _is_filled(box: Box) -> bool:
    """Whether a picture and a line fill a box; into a `<p>` without a break one is set."""
    is_frame = box.tag in _FRAMES
    is_broken = box.tag == "p" and next(box.element.iter("br"), None) is not None
    return box.held == 1 and (is_frame or is_broken)


def _is_set_below(block: RawBlock) -> bool:
    """Whether a line that is no sentence comes right after a picture."""
    before = next(block.element.itersiblings("*", preceding=True), None)
    if before is None or ends_sentence(block.text):
        return False
    text = str(before.xpath("string()")) + (before.tail or "")
    return next(before.iter(*PICTURES), None) is not None and not text.strip()


def _unless_most(found: list[bool], blocks: Sequence[RawBlock], boxes: Boxes) -> list[bool]:
    """The same, and nothing at all where most of the page's running text is found."""
    if not any(found):
        return found
    prose = _prose_in(found, blocks, boxes)
    return found if prose <= boxes.prose / 2 else [False] * len(found)


def _prose_in(found: list[bool], blocks: Sequence[RawBlock], boxes: Boxes) -> int:
    """Letters of running text among what was found."""
    return sum(
        len(block.text)
        for block, box, is_found in zip(blocks, boxes.of, found, strict=True)
        if is_found and box.prose
    )
