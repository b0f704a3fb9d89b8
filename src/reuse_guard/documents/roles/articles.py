"""Other articles on the page of one: in an `<article>` of their own, or framed as the first is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reuse_guard.documents.roles.prose import is_prose

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reuse_guard.documents.html_runs import RawBlock
    from reuse_guard.documents.roles.boxes import Box, Boxes

_HEADLINE = "h1"


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
    around_main = set(main.path()) if main else set()
    for box in boxes.all:  # outer boxes first
        is_other = main is not None and box.tag == "article" and box not in around_main
        outer = box.parent
        box.in_further_article = box in further or (outer is not None and outer.in_further_article)
        in_other = outer is not None and outer.in_other_article and box is not main
        box.in_other_article = is_other or in_other


def _main_article(blocks: Sequence[RawBlock], boxes: Boxes, headline: int) -> Box | None:
    """The `<article>` of the headline, or the first with running text after it."""
    for box in boxes.of[headline].path():
        if box.tag == "article":
            return box
    for block, box in zip(blocks[headline:], boxes.of[headline:], strict=True):
        if "article" in box.inside and is_prose(block, boxes.scale):
            return next(outer for outer in box.path() if outer.tag == "article")
    return None


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
            return frame if is_like and other.prose and frame.prose else None
        frame = outer
    return None
