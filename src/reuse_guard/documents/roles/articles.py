"""Other articles on the page of one: in an `<article>` of their own, or framed as the first is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reuse_guard.documents.roles.prose import is_prose

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reuse_guard.documents.html_runs import RawBlock
    from reuse_guard.documents.roles.boxes import Box, Boxes

_HEADLINE = "h1"
# Part of a page's running text that the article of its headline holds at least: where it is less,
# the text is beside it, in boxes of whatever name. On 90 pages whose every teaser was made an
# <article> the mean error of the share fell by it from 2.5 points to 1.3.
_LEAST = 0.1

# Part of the running text of an article in those inside it that are parts of it; a standfirst may
# stand before them. Where a fifth and more does, they are comments or other articles.
_NEARLY_ALL = 0.8
# A further article is so many times as long as the page's own at most: what is far longer than a
# standfirst below the headline is the text of the same article, with a heading in it.
_LONGER = 4


def mark_other_articles(blocks: Sequence[RawBlock], boxes: Boxes, headline: int | None) -> None:
    """Mark the boxes in an article that is not the one of the page's headline.

    What only is framed as another article is not sure to be one: a page may be built of frames.

    Args:
        blocks: of one page, in order.
        boxes: around them.
        headline: index of the page's headline.
    """
    if headline is None:
        return
    further = _further_articles(blocks, boxes, headline)
    main = _main_article(blocks, boxes, headline)
    if main is not None and main.prose < _LEAST * boxes.prose:
        main = None
    own = _own_articles(main, boxes) if main else set()
    for box in boxes.all:  # outer boxes first
        is_other = main is not None and box.tag == "article" and box not in own
        outer = box.parent
        box.in_further_article = box in further or (outer is not None and outer.in_further_article)
        in_other = outer is not None and outer.in_other_article and box is not main
        box.in_other_article = is_other or in_other


def _main_article(blocks: Sequence[RawBlock], boxes: Boxes, headline: int) -> Box | None:
    """The `<article>` of the headline, or the first after it with half as much text as any."""
    for box in boxes.of[headline].path():
        if box.tag == "article":
            return box
    telling = [
        next(outer for outer in box.path() if outer.tag == "article")
        for block, box in zip(blocks[headline:], boxes.of[headline:], strict=True)
        if "article" in box.inside and is_prose(block, boxes.scale)
    ]
    most = max((one.prose for one in telling), default=0.0)
    return next((one for one in telling if 2 * one.prose >= most), None)


def _own_articles(main: Box, boxes: Boxes) -> set[Box]:
    """The article, those around it, and those inside it where they hold its running text.

    Some pages set the headline in the outer one and the text, or each part of it, in inner ones.
    """
    inside, prose = {main}, 0.0
    parts: list[Box] = []
    in_parts: set[Box] = set()
    for box in boxes.all[main.number + 1 :]:  # outer boxes first
        if box.parent not in inside:
            continue
        inside.add(box)
        is_part = box.tag == "article" and box.prose > 0
        if is_part:
            parts.append(box)
        if box.parent in in_parts:
            in_parts.add(box)
        elif is_part:
            in_parts.add(box)
            prose += box.prose
    return {*main.path(), *(parts if prose >= _NEARLY_ALL * main.prose else ())}


def _further_articles(blocks: Sequence[RawBlock], boxes: Boxes, headline: int) -> set[Box]:
    """Boxes that hold another article each, set as the one of the page's headline is.

    Pages that go on with the next article when a reader comes to the end repeat the whole frame.
    """
    if blocks[headline].element.tag != _HEADLINE:
        return set()
    own = list(boxes.of[headline].path())
    heads = (box for box in boxes.of[headline + 1 :] if box.tag == _HEADLINE)
    return {frame for head in heads if (frame := _frame_like(head, own)) is not None}


def _frame_like(head: Box, own: Sequence[Box]) -> Box | None:
    """The box around a heading that is like the one around the page's headline, both with text.

    None where both stand in one `<article>`, whose sections may have such a heading each.
    """
    frame = head
    for outer in head.path():
        if outer in own:
            place = own.index(outer)
            other = own[max(place - 1, 0)]
            is_one = "article" in outer.inside or outer.in_article_body
            is_like = frame is not head and other.kind == frame.kind and not is_one
            return frame if is_like and 0 < frame.prose <= _LONGER * other.prose else None
        frame = outer
    return None
