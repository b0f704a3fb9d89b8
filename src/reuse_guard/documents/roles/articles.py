"""Other articles on the page of one: in an `<article>` of their own, or framed as the first is."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from reuse_guard.documents.roles.prose import is_prose

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reuse_guard.documents.html_runs import RawBlock
    from reuse_guard.documents.roles.boxes import Box, Boxes

_HEADLINE = "h1"
# Part of the running text of any other article that the article of the headline holds at least:
# where it is less, it frames a headline, and the text is beside it. It is held against each other
# one, not against all of them, for further articles and readers' comments may be many.
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
    if main is not None and not _may_hold_text(main, boxes):
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


def _may_hold_text(main: Box, boxes: Boxes) -> bool:
    """Whether the article of the headline holds more than a frame of it would."""
    around = set(main.path())
    others = (box.prose for box in boxes.all if box.tag == "article" and box not in around)
    return main.prose >= _LEAST * max(others, default=0.0)


def _own_articles(main: Box, boxes: Boxes) -> set[Box]:
    """The article, those around it, and those inside it where they hold its running text.

    Some pages set the headline in the outer one and the text, or each part of it, in inner ones.
    """
    inner = _articles_inside(boxes)
    own, waiting = set(main.path()), [main]
    while waiting:
        outer = waiting.pop()
        parts = inner[outer]
        if parts and _are_parts([part.prose for part in parts], outer.prose):
            own.update(parts)
            waiting += parts
    return own


def _are_parts(inner: Sequence[float], outer: float) -> bool:
    """Whether articles of so much running text are parts of the one around them.

    What stands before them is a standfirst, which is no longer than a part. Comments below a text
    may be most of it, but are shorter each.
    """
    beside = outer - sum(inner)
    return beside <= (1 - _NEARLY_ALL) * outer and beside <= max(inner)


def _articles_inside(boxes: Boxes) -> defaultdict[Box, list[Box]]:
    """For each article those with running text right inside it, in no other one between."""
    around: dict[Box, Box] = {}
    inner: defaultdict[Box, list[Box]] = defaultdict(list)
    for box in boxes.all:  # outer boxes first
        outer = box.parent
        if outer is not None and (outer.tag == "article" or outer in around):
            around[box] = outer if outer.tag == "article" else around[outer]
            if box.tag == "article" and box.prose:
                inner[around[box]].append(box)
    return inner


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
