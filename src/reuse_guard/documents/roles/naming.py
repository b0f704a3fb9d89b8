"""From "is it body?" to the role a block has on its page."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from reuse_guard.documents.furniture import is_furniture
from reuse_guard.documents.model import Role
from reuse_guard.documents.notices import is_reuse_notice, speaks_of_reuse
from reuse_guard.documents.roles.features import CELLS
from reuse_guard.documents.roles.others import (
    CAPTIONS,
    SHORT,
    Place,
    comments_in,
    other_role,
    points_elsewhere,
)
from reuse_guard.documents.roles.prose import HEADINGS, STRONG
from reuse_guard.documents.roles.writers import names_writer_after_by
from reuse_guard.documents.signoffs import is_signoff, names_desk
from reuse_guard.expressions import expression
from reuse_guard.text.endings import ends_clause

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reuse_guard.documents.html_runs import RawBlock
    from reuse_guard.documents.roles.boxes import Box, Boxes

_LISTS = frozenset({"ul", "ol", "dl", "menu"})
_ENCLOSING = frozenset({"figure", "textarea", "iframe"})
_LINE = 60  # characters
_LABEL_LENGTH = 25
# A year, of other calendars too, or a time of day: "2025年3月12日", "١٢ مارس ٢٠٢٥", "12 มี.ค. 2568".
_DATED = expression(r"(?<!\d)(?:(?:19|20|25)\d\d|[^\D0-9]{4}|\d{1,2}:\d\d)(?![\da-z])")
# A day of a year, written in whatever order: "3 November 2026", "12.03.2025", "2025年3月12日".
_DAY = expression(
    r"(?<!\d)\d{1,2}(?!\d)\D{1,20}(?<!\d)\d{4}(?!\d)|(?<!\d)\d{4}\D{1,10}\d{1,2}(?![\d:])"
)
_PARTED = expression(r"\s[·•|—–/]\s")
_NAMED, _SIGNED = 6, 14  # words besides a day: a name; a name, a time and how long it takes to read
_CAPTION = 500  # characters; longer text in a box named so is more than a caption
_STANDFIRST = 0.35  # of the words shared with the page's own description
_FOOT = 3  # blocks of a body; terms stand before it, in its first block or in its last ones
_NEAR_HEADLINE = 6  # blocks; dates and names of authors stand so near


class OfPage(NamedTuple):
    """What was found of the blocks of a page.

    Attributes:
        is_body: whether each belongs to the body.
        may_be: whether it may; what only looks like a caption or a comment then is none for sure.
        described: how much of each the page's description repeats, from 0 to 1.
        headline: index of the headline.
    """

    is_body: Sequence[bool]
    may_be: Sequence[bool]
    described: Sequence[float]
    headline: int | None


def name_roles(blocks: Sequence[RawBlock], boxes: Boxes, page: OfPage) -> list[Role]:
    """The role of every block.

    Args:
        blocks: of one page, in order.
        boxes: around them.
        page: what was found of them.
    """
    is_body, headline = page.is_body, page.headline
    roles = []
    started = False
    body = [index for index, counts in enumerate(is_body) if counts and index != headline]
    edges = frozenset((*body[:1], *body[-_FOOT:]))
    comments = comments_in(blocks, boxes, after=body[-1]) if body else frozenset()
    beside = range(0)
    if headline is not None:
        beside = range(headline - _NEAR_HEADLINE, headline + _NEAR_HEADLINE + 1)
    for index, (block, box) in enumerate(zip(blocks, boxes.of, strict=True)):
        near_headline = index in beside and not (started and box.is_comments)
        is_caption = (
            boxes.under_picture[index]
            and 2 * block.linked <= len(block.text)
            and page.described[index] < _STANDFIRST
        )
        if index == headline:
            role = Role.HEADLINE
        elif _is_notice(block, box, is_body=is_body[index], at_edge=index in edges):
            role = Role.NOTICE
        elif near_headline and (
            _is_dateline(block, box) or (is_body[index] and not started and _is_label(block, box))
        ):
            role = Role.BYLINE
        elif not is_body[index] or is_caption or _never_body(block, box, folded=boxes.folded):
            is_sure = not page.may_be[index]
            pictured = boxes.below_picture[index] or _is_in_picture(block, box)
            place = Place(
                near_headline=near_headline,
                is_caption=is_caption or (is_sure and pictured),
                leads_on=boxes.is_titles[index] or (boxes.in_card[index] and not block.linked),
                is_comment=is_sure and index in comments,
            )
            role = other_role(block, box, place)
        elif not started and (
            _is_lead(box, boxes.prose)
            or (page.described[index] >= _STANDFIRST and _is_set_apart(index, body, boxes))
        ):
            role = Role.STANDFIRST
        else:
            role = _body_role(block, box, is_strong=boxes.emphasis[index] in STRONG)
        started = started or role in (Role.PARAGRAPH, Role.LIST, Role.QUOTE, Role.STANDFIRST)
        roles.append(role)
    return roles


def _is_lead(box: Box, prose: float) -> bool:
    """Whether a box is called so, or the one around it: a box around the text is no part of it.

    Drupal calls the field of every article's text "text with summary".
    """
    named = [one for one in islice(box.path(), 2) if "lead" in one.names]
    return "lead" in box.near and all(one.prose <= 0.5 * prose for one in named)


def _is_set_apart(index: int, body: Sequence[int], boxes: Boxes) -> bool:
    """Whether a block is in another dress, or in another place, than what follows it of the body.

    Many sites take the beginning of the first paragraph for the description of the page.
    """
    after = next((other for other in body if other > index), None)
    if after is None or boxes.emphasis[index] != boxes.emphasis[after]:
        return True
    paths = (islice(boxes.of[at].path(), 2) for at in (index, after))
    one, other = ([box.kind for box in path] for path in paths)
    return one != other


def _is_notice(block: RawBlock, box: Box, *, is_body: bool, at_edge: bool) -> bool:
    """Terms of reuse: what only may be some keeps its place where it stands in the text."""
    if 2 * block.linked > len(block.text) or box.is_comments:
        return False
    if is_body:
        return at_edge and is_reuse_notice(block.text)
    return speaks_of_reuse(block.text)


def _never_body(block: RawBlock, box: Box, *, folded: bool) -> bool:
    """Captions, comments, sidebars, text fields, frames and single hidden lines are never body.

    Nor are lines such as "You may also like", which are the same on many pages, and "Reporting by".
    """
    return (
        not CAPTIONS.isdisjoint(box.inside)
        or box.tag in _ENCLOSING
        or _is_caption(block, box)
        or box.is_comments
        or "aside" in box.inside
        or (block.hidden is not None and not folded)
        or points_elsewhere(block, box)
        or is_furniture(block.text)
        or is_signoff(block.text)
        or (not block.linked and names_desk(block.text))
    )


def _is_caption(block: RawBlock, box: Box) -> bool:
    """Words in a box called a caption."""
    return "caption" in box.near and len(block.text) < _CAPTION


def _is_in_picture(block: RawBlock, box: Box) -> bool:
    """A line in a box called a picture."""
    return "picture" in box.near and not block.linked and len(block.text) < SHORT


def _is_dateline(block: RawBlock, box: Box) -> bool:
    """A date, a rubric, a name: a short line without an end, by its digits or its box's name."""
    text = block.text
    if box.tag in HEADINGS or (box.tag in CELLS and not box.in_layout):
        return False
    if len(text) >= _LINE:
        return len(text) < SHORT and _is_signed(text)
    if _DATED.search(text) is not None and sum(map(str.isdigit, text)) * 4 >= len(text):
        return True
    if ends_clause(text):
        return False
    is_named = not box.names.isdisjoint(("meta", "author"))
    return is_named or _is_signed(text) or names_writer_after_by(text)


def _is_signed(text: str) -> bool:
    """Whether a line is a day and a few words, parted by signs where they are more."""
    day = _DAY.search(text)
    if day is None or ends_clause(text):
        return False
    others = len(text.replace(day[0], " ", 1).split())
    return others <= (_SIGNED if _PARTED.search(text) else _NAMED)


def _is_label(block: RawBlock, box: Box) -> bool:
    """A few words in a list, as who wrote an article; key points are sentences."""
    text = block.text
    return box.tag == "li" and len(text) < _LABEL_LENGTH and not ends_clause(text)


def _body_role(block: RawBlock, box: Box, *, is_strong: bool) -> Role:
    if box.tag in HEADINGS:
        return Role.SUBHEADING
    if "blockquote" in box.inside:
        return Role.QUOTE
    if box.tag in ("li", "dt", "dd") or (box.tag == "p" and not _LISTS.isdisjoint(_two_up(box))):
        return Role.LIST
    is_line = len(block.text) < SHORT and not ends_clause(block.text)
    return Role.SUBHEADING if is_line and is_strong else Role.PARAGRAPH


def _two_up(box: Box) -> set[str]:
    return {outer.tag for outer in islice(box.path(), 1, 3)}
