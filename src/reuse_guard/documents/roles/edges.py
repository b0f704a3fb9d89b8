"""What stands around the text of an article and reads like its last lines: writers, terms, tags.

Each of these shapes may be body, so it keeps a chance that makes a verdict which hangs on it a
review; what its own words tell keeps none.
"""

from __future__ import annotations

from collections import Counter
from itertools import islice
from typing import TYPE_CHECKING

import numpy as np

from reuse_guard.documents.calls import is_call, is_cookie_notice, names_cookies
from reuse_guard.documents.calls_abroad import (
    heads_comments,
    is_offer_to_subscribe,
    is_rule_of_comments,
)
from reuse_guard.documents.furniture import is_furniture
from reuse_guard.documents.pointers import Pointer, pointer_of
from reuse_guard.documents.roles.cards import FORM, is_aside
from reuse_guard.documents.roles.others import points_elsewhere
from reuse_guard.documents.roles.prose import HEADINGS, STRONG, is_prose
from reuse_guard.documents.roles.releases import below_about
from reuse_guard.documents.roles.writers import (
    NAME_LENGTH,
    begins_byline,
    begins_note,
    names_job,
    names_site,
    names_writer,
)
from reuse_guard.documents.walls import is_wall
from reuse_guard.expressions import expression
from reuse_guard.text.endings import ends_clause

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from reuse_guard.documents.html_runs import RawBlock
    from reuse_guard.documents.roles.boxes import Box, Boxes

    Chances = NDArray[np.float64]

PERHAPS = 0.3
NEVER = 0.05
_LIKELY, _WORTH = 0.5, 1 / 8
_SOME = 0.15  # of the running text, from which on a kind of place holds the article's
_TAIL = 3  # long paragraphs from which on a line may be one below the text
_NEAR_HEADLINE = 6  # blocks
_LINE = 120  # characters
_NOTES = 2  # blocks at the end that may be on the writer
_BYLINE = 12  # words
_PROMOS = 2
_PARAGRAPHS = 2  # more than a standfirst, below which a count of comments may stand
_CONTACT = 60  # characters
_MAIL = expression(r"\w@\w[\w-]*\.\w")
_LINKED = 0.9
_LISTED = frozenset({"li", "td", "th", "dd", "dt", "h1", "h2", "h3", "h4", "h5", "h6"})
_CALLED = frozenset({"join", "related", "ad"})
_LABELLED = expression(r"[^:\uff1a.!?]{2,25}[:\uff1a]\s*\S")
_DATED = expression(r"(?<!\d)(?:19|20|25)\d\d(?!\d)|\d{1,2}[:.]\d\d|[^\D0-9]{4}")


def ceilings(
    blocks: Sequence[RawBlock], boxes: Boxes, chances: Chances, headline: int | None
) -> Chances:
    """The highest chance that each block may keep by what stands around it.

    Args:
        blocks: of one page, in order.
        boxes: around them.
        chances: of each to be body so far.
        headline: index of the page's headline.
    """
    highest = np.ones_like(chances)
    # Hidden text may be the folded rest of an article; where it stands tells nothing of that.
    worth = [at for at in np.flatnonzero(chances > _WORTH).tolist() if blocks[at].hidden is None]
    likely = [index for index in worth if chances[index] > PERHAPS]
    edges = {*likely[:1], *likely[-1:]}
    for index in _in_other_places(blocks, boxes, likely):
        highest[index] = PERHAPS
    for index in _below_the_article(boxes, worth):
        is_low = chances[index] < PERHAPS or boxes.in_card[index]
        highest[index] = NEVER if is_low else PERHAPS
    last = max((index for index in likely if not boxes.in_card[index]), default=0)
    highest[[index for index in worth if boxes.in_card[index] and index > last]] = NEVER
    for index in (
        *_at_the_end(blocks, boxes, likely, headline),
        *_below_comments(blocks, boxes, likely, headline),
        *below_about(blocks, boxes, likely),
    ):
        highest[index] = min(highest[index], PERHAPS)
    for index in likely[1:]:
        if _is_called_other(boxes.of[index]):
            is_sure = points_elsewhere(blocks[index], boxes.of[index])
            highest[index] = min(highest[index], NEVER if is_sure else PERHAPS)
    for index in worth:
        chance = min(chances[index], highest[index])
        most = _highest_by_words(blocks[index], boxes.of[index], chance, at_edge=index in edges)
        highest[index] = min(highest[index], most)
    highest[[*_links_to_others(blocks), *_asking(blocks, boxes, worth)]] = NEVER
    body = [index for index in likely if highest[index] > PERHAPS]
    highest[_linked_titles(boxes, body)] = PERHAPS
    highest[list(_heading_nothing(blocks, boxes, body))] = PERHAPS
    return highest


def _highest_by_words(block: RawBlock, box: Box, chance: float, *, at_edge: bool) -> float:
    """The highest chance of what speaks of cookies, or is furniture by its words."""
    if at_edge and names_cookies(block.text) and _fills_box(block, box):
        return NEVER if is_cookie_notice(block.text) else PERHAPS
    if chance > PERHAPS and is_cookie_notice(block.text):
        return PERHAPS
    return NEVER if chance < _LIKELY and is_furniture(block.text) else 1.0


def _is_called_other(box: Box) -> bool:
    """Whether a block stands in a small box that is called an offer, a teaser or an advertisement.

    Of 26 such blocks on the pages of the data seven are body: a disclaimer, credits of pictures.
    """
    return any(
        not _CALLED.isdisjoint(one.names) and one.letters <= FORM for one in islice(box.path(), 2)
    )


def _linked_titles(boxes: Boxes, body: Sequence[int]) -> list[int]:
    """The lines, in no `<p>`, that are a link to another page of the site and fill a box each.

    Where there are several, they are of a digest, which they are part of.
    """
    found = [
        index
        for index in body
        if boxes.leads_on[index]
        and boxes.of[index].tag != "p"
        and (outer := boxes.of[index].parent) is not None
        and outer.held == 1
    ]
    return found if len(found) <= _PROMOS else []


def _heading_nothing(
    blocks: Sequence[RawBlock], boxes: Boxes, body: Sequence[int]
) -> Iterator[int]:
    """The last lines of a text that are set as headings: no text is below them, so they are none.

    They are names of writers and places, or head what is no part of the article.
    """
    for index in reversed(body):
        block, box = blocks[index], boxes.of[index]
        is_heading = box.tag in HEADINGS or boxes.emphasis[index] in STRONG
        if not is_heading or len(block.text) >= _LINE or ends_clause(block.text):
            return
        yield index


def _fills_box(block: RawBlock, box: Box) -> bool:
    """Whether a block stands in a box of its own."""
    return box.parent is None or box.parent.prose <= len(block.text)


def _links_to_others(blocks: Sequence[RawBlock]) -> Iterator[int]:
    """The lines that are links alone, below one such as "Read also"."""
    is_link = [block.linked >= _LINKED * len(block.text) for block in blocks]
    is_below = False
    for index, before in enumerate(blocks[:-1], start=1):
        if not is_link[index]:
            is_below = False
        elif not is_link[index - 1]:
            is_below = len(before.text) < _LINE and (pointer_of(before.text) is Pointer.OTHERS)
        if is_below:
            yield index


def _asking(blocks: Sequence[RawBlock], boxes: Boxes, worth: Sequence[int]) -> Iterator[int]:
    """What stands beside a field or a button in a box that is called so, or below a call.

    Beside a field for an e-mail address that is told in any language, without words.
    """
    for index in worth:
        box = boxes.of[index]
        is_called_so = boxes.beside_control[index] and "join" in box.near | box.around
        if boxes.beside_mail[index] or is_called_so:
            yield index
            continue
        holder = box.holder or box
        if holder.letters > FORM or not is_aside(holder):
            continue
        if holder.first < index and is_call(blocks[holder.first].text):
            yield index


def _below_the_article(boxes: Boxes, worth: Sequence[int]) -> Iterator[int]:
    """Blocks after the box of the article, unless they are its next part, in a box like it.

    On the pages of the data, of seven such blocks one is body, and it lists addresses; where the
    chance is low besides, none is.
    """
    main = boxes.main
    if main is None or main.in_other_article:
        return
    within = boxes.within({main})
    last = max(index for index, is_in in enumerate(within) if is_in)
    kinds = {boxes.of[index].kind for index in worth if within[index]}
    path = {box.parent: box for box in main.path()}
    for index in worth:
        if index > last:
            box = boxes.of[index]
            beside = next(one for one in box.path() if one.parent in path)
            like = path[beside.parent]
            if not (beside.kind == like.kind and box.kind in kinds and _is_near(like)):
                yield index


def _is_near(main: Box) -> bool:
    """Whether boxes like the article's, beside it, are its next parts.

    They have a class, or its headline stands outside of them; others may be anything below.
    """
    return not main.kind.endswith(".") or not main.holds_headline


def _in_other_places(
    blocks: Sequence[RawBlock], boxes: Boxes, likely: Sequence[int]
) -> Iterator[int]:
    """Blocks after the last one that stands where running text does, in boxes of another kind.

    Lists, quotations, headings and paragraphs beside the others may end an article. On the pages of
    the data 3 of 14 such blocks are body, and those are disclaimers and sources.
    """
    running: Counter[tuple[str, str]] = Counter()
    beside = set()
    for index in likely:
        if boxes.of[index].prose and is_prose(blocks[index], boxes.scale):
            running[boxes.of[index].frame] += len(blocks[index].text)
            beside.add(boxes.of[index].parent)
    least = _SOME * running.total()
    last = max((index for index in likely if running[boxes.of[index].frame] > least), default=0)
    for index in likely:
        box = boxes.of[index]
        is_paragraph = box.tag == "p" and box.parent in beside
        if index > last and not (
            is_paragraph or box.tag in _LISTED or "blockquote" in box.inside or "li" in box.inside
        ):
            yield index


def _at_the_end(
    blocks: Sequence[RawBlock], boxes: Boxes, likely: Sequence[int], headline: int | None
) -> Iterator[int]:
    """Lines with a label, and words on writer, publisher or corrections, among the last ones."""
    prose = [index for index in likely if is_prose(blocks[index], boxes.scale)]
    if not prose:
        return
    start = prose[max(0, len(prose) - _TAIL)]
    last = [index for index in likely if index > start]
    labelled = [index for index in last if _is_labelled(blocks[index], boxes.of[index])]
    yield from labelled if len(labelled) <= _TAIL else ()
    yield from (index for index in last if _is_for_readers(blocks[index].text))
    yield from (index for index in last[-_NOTES:] if names_job(blocks[index].text))
    yield from (index for index in last if names_site(blocks[index].text, boxes.home))
    yield from (index for index in last if begins_note(blocks[index].text))
    bylines = "\n".join(_bylines(blocks, boxes, headline))
    for index in last if bylines else ():
        before = blocks[index - 1].text
        if "blockquote" in boxes.of[index - 1].inside:  # who is quoted signs so
            continue
        if names_writer(blocks[index].text, bylines) or (
            len(before) < NAME_LENGTH and names_writer(before, bylines)
        ):
            yield index


def _below_comments(
    blocks: Sequence[RawBlock], boxes: Boxes, likely: Sequence[int], headline: int | None
) -> Iterator[int]:
    """A line such as "Comments (4)" under an article's worth of text, and what is below it.

    A link of these words leads down to them, from above the text too. Of the 181 pages of the data
    44 have such a line; on one of them, where it is a link, body stands below it.
    """
    texts = set(likely)
    above: list[float] = []
    for index in range((headline or 0) + 1, likely[-1] if likely else 0):
        block = blocks[index]
        is_enough = len(above) >= _PARAGRAPHS and sum(above) >= FORM
        if is_enough and not block.linked and heads_comments(block.text):
            yield from (at for at in likely if at >= index)
            return
        if not is_enough and index in texts and is_prose(block, boxes.scale):
            above.append(len(block.text) * boxes.scale)


def _is_for_readers(text: str) -> bool:
    """Whether a line holds a reporter's address, rules of comments, or an offer to subscribe."""
    if len(text) < _CONTACT and _MAIL.search(text) and not ends_clause(text):
        return True
    return is_rule_of_comments(text) or is_offer_to_subscribe(text) or is_wall(text)


def _is_labelled(block: RawBlock, box: Box) -> bool:
    """Whether a line is a label and no sentence after it: "Topics: bridges, rivers"."""
    return (
        len(block.text) < _LINE
        and box.tag not in _LISTED
        and not ends_clause(block.text)
        and _LABELLED.match(block.text) is not None
    )


def _bylines(blocks: Sequence[RawBlock], boxes: Boxes, headline: int | None) -> Iterator[str]:
    """Lines beside the headline that say who wrote an article, or when."""
    if headline is None:
        return
    for index in range(max(0, headline - _NEAR_HEADLINE), headline + _NEAR_HEADLINE + 1):
        text = blocks[index].text if index < len(blocks) and index != headline else ""
        if (
            0 < len(text.split(None, _BYLINE)) <= _BYLINE
            and not ends_clause(text)
            and ("author" in boxes.of[index].near or begins_byline(text) or _DATED.search(text))
        ):
            yield text
