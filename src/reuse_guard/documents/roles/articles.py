"""Other articles on the page of one: in an `<article>` of their own, or framed as the first is."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from reuse_guard.documents.roles.cards import FORM, HEADINGS
from reuse_guard.documents.roles.edges import NEVER, PERHAPS
from reuse_guard.documents.roles.hints import UNFAVOURABLE
from reuse_guard.documents.roles.prose import is_prose
from reuse_guard.expressions import expression

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reuse_guard.documents.html_runs import RawBlock
    from reuse_guard.documents.roles.boxes import Box, Boxes

# Part of the running text of any other article that the article of the headline holds at least:
# where it is less, it frames a headline, and the text is beside it. It is held against each other
# one, not against all of them, for further articles and readers' comments may be many.
_LEAST = 0.1

# Part of the running text of an article in those inside it that are parts of it; a standfirst may
# stand before them. Where a fifth and more does, they are comments or other articles.
_NEARLY_ALL = 0.8
# A further article is so many times as long as the page's own at most: what is far longer than a
# standfirst below the headline is the text of the same article, with a heading in it, or likely so.
_LONGER = 4
_LIKELY = 0.8
_TOP = 3  # blocks of an article in which its heading stands; a rubric or a date may come first
_ENTRIES = 3  # of a live blog
_LINE = 60  # characters of a line with a time
_CLOCK = expression(r"(?<!\d)\d{1,2}[:.h]\d\d(?!\d|\.\d)")
_FEWEST = 2  # paragraphs below a headline that are more than a standfirst


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
    highest = _further_articles(boxes, headline)
    beside = _articles_beside(blocks, boxes, headline)
    main = None if beside else _main_article(blocks, boxes, headline)
    if main is not None and not _may_hold_text(main, boxes):
        main = None
    own = _own_articles(main, boxes) if main else set()
    if main is not None and not main.holds_headline:
        own |= _entries_like(main, blocks, boxes)
    if main is not None:
        highest |= _set_in(main, own, boxes)
    highest |= beside
    for box in boxes.all:  # outer boxes first
        is_other = box.tag == "article" and (bool(beside) or (main is not None and box not in own))
        outer = box.parent
        box.highest = min(highest.get(box, 1.0), outer.highest if outer is not None else 1.0)
        in_other = outer is not None and outer.in_other_article and box is not main
        box.in_other_article = is_other or in_other


def _entries_like(main: Box, blocks: Sequence[RawBlock], boxes: Boxes) -> set[Box]:
    """The entries of a live blog, of which one was taken for the article below the headline.

    Like articles side by side that begin with a time of the day each are parts of one; teasers
    begin with a linked title.
    """
    like = [
        box
        for box in boxes.all
        if box.tag == "article" and box.parent is main.parent and box.kind == main.kind
    ]
    stamped = [box for box in like if _begins_with_time(box, blocks, boxes)]
    return set(like) if len(stamped) >= _ENTRIES and 2 * len(stamped) > len(like) else set()


def _begins_with_time(entry: Box, blocks: Sequence[RawBlock], boxes: Boxes) -> bool:
    """Whether an entry has a time of the day in its first lines, and no linked title."""
    top = range(entry.first, entry.first + min(_TOP, entry.held))
    if any(boxes.leads_on[at] for at in top):
        return False
    return any(len(blocks[at].text) < _LINE and _CLOCK.search(blocks[at].text) for at in top)


def _set_in(main: Box, own: set[Box], boxes: Boxes) -> dict[Box, float]:
    """The articles inside the headline's that have a heading of their own, and so are others.

    Where the heading is a link to another page, there is no doubt.
    """
    inside: set[Box | None] = {main}
    for box in boxes.all:  # outer boxes first
        if box.parent in inside:
            inside.add(box)
    others = (box for box in boxes.all if box.tag == "article" and box in inside and box not in own)
    headed = ((box, _heading_in(box, boxes)) for box in others)
    return {box: NEVER if boxes.leads_on[at] else PERHAPS for box, at in headed if at is not None}


def _heading_in(article: Box, boxes: Boxes) -> int | None:
    """Index of the heading that an article begins with, or of a link in its place."""
    for index in range(article.first, article.first + min(_TOP, article.held)):
        if boxes.leads_on[index] or boxes.of[index].tag in HEADINGS:
            return index
    return None


def _articles_beside(blocks: Sequence[RawBlock], boxes: Boxes, headline: int) -> dict[Box, float]:
    """The `<article>`s beside a headline that has its text with it in no such element.

    A standfirst may stand so too, but is shorter, and its article has no linked heading. What
    stands before the headline is none of its text.
    """
    around = _without_articles(boxes, headline)
    if around is None or around.prose * boxes.scale < FORM:
        return {}
    within = boxes.within({around})
    texts = [
        len(blocks[at].text) * boxes.scale
        for at in range(headline + 1, len(blocks))
        if within[at] and is_prose(blocks[at], boxes.scale) and _is_running(boxes, at)
    ]
    if len(texts) < _FEWEST or sum(texts) < FORM:
        return {}
    is_long = len(texts) > _FEWEST and sum(texts) >= 2 * FORM
    found = {}
    for box in boxes.all:
        at = _heading_in(box, boxes) if box.tag == "article" and box.prose else None
        if at is not None and (is_long or at < headline or boxes.leads_on[at]):
            found[box] = NEVER if at < headline and boxes.leads_on[at] else PERHAPS
    return found


def _is_running(boxes: Boxes, at: int) -> bool:
    """Whether nothing about the place of a block says that it is beside a text."""
    box = boxes.of[at]
    return (
        bool(box.prose)
        and not (boxes.under_picture[at] or boxes.below_picture[at] or boxes.in_card[at])
        and box.near.isdisjoint(UNFAVOURABLE)
        and box.inside.isdisjoint(("figure", "figcaption", "aside", "header", "footer", "form"))
    )


def _without_articles(boxes: Boxes, headline: int) -> Box | None:
    """The largest box around the headline that no `<article>` stands in; None inside of one."""
    if "article" in boxes.of[headline].inside:
        return None
    holding: set[Box | None] = set()
    for box in reversed(boxes.all):  # inner boxes first
        if box.tag == "article" or box in holding:
            holding.update((box, box.parent))
    largest = None
    for box in boxes.of[headline].path():
        if box in holding:
            break
        largest = box
    return largest if holding else None


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


def _further_articles(boxes: Boxes, headline: int) -> dict[Box, float]:
    """Boxes that hold another article each, set as the one of the page's headline is.

    Pages that go on with the next article when a reader comes to the end repeat the whole frame.
    """
    own = list(boxes.of[headline].path())
    tag = own[0].tag
    if tag not in HEADINGS:
        return {}
    heads = (box for box in boxes.of[headline + 1 :] if box.tag == tag)
    frames = filter(None, (_frame_like(head, own) for head in heads))
    further = {
        frame: PERHAPS if frame.prose <= _LONGER * other.prose else _LIKELY
        for frame, other in frames
        if frame.prose and (frame.prose <= _LONGER * other.prose or _is_text(other, boxes))
    }
    return further | dict.fromkeys(_under_links(boxes, own, headline), PERHAPS)


def _under_links(boxes: Boxes, own: Sequence[Box], headline: int) -> Iterator[Box]:
    """Boxes like the one of the page's article that begin with a heading that leads to another.

    Pages of a day's news go on so below the one that was asked for.
    """
    for index in range(headline + 1, len(boxes.of)):
        head = boxes.of[index]
        if head.tag in HEADINGS and boxes.leads_on[index]:
            frame, other = _frame_like(head, own) or (None, None)
            if frame and other and frame.first == index and frame.prose and _is_text(other, boxes):
                yield frame


def _is_text(box: Box, boxes: Boxes) -> bool:
    """Whether a box holds more than a standfirst, and so may be an article by itself."""
    return 2 * box.prose * boxes.scale >= 3 * FORM


def _frame_like(head: Box, own: Sequence[Box]) -> tuple[Box, Box] | None:
    """The box around a heading that is like the one around the page's headline, and that one.

    None where both stand in one `<article>`, whose sections may have such a heading each.
    """
    frame = head
    for outer in head.path():
        if outer in own:
            place = own.index(outer)
            other = own[max(place - 1, 0)]
            is_one = "article" in outer.inside or outer.in_article_body
            is_like = frame is not head and other.kind == frame.kind and not is_one
            return (frame, other) if is_like else None
        frame = outer
    return None
