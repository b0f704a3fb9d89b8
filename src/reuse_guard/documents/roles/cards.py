"""What the shape of a page tells of a block: teasers side by side, entries, forms.

Nothing here reads a name or a word: pages whose boxes are called `css-1x2y3z` show their cards as
well as others do.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from itertools import islice, takewhile
from typing import TYPE_CHECKING

from reuse_guard.documents.roles.prose import PROSE_LENGTH
from reuse_guard.expressions import expression
from reuse_guard.text.endings import ends_sentence

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

    from lxml import etree

    from reuse_guard.documents.html_runs import RawBlock
    from reuse_guard.documents.roles.boxes import Box, Boxes

_CARD = 500  # letters of a teaser at most: its headline and a few sentences
FORM = 250  # letters around a field that belong to it
_BLOCKS_OF_A_CARD = 6
_BLOCKS_OF_A_CALL = 3
_TITLE = 15  # letters of a linked headline at least; shorter ones are labels
_SHORT_TITLE = 12  # letters of one at least where several are in a line
_LINKED = 0.9
_LABEL = 25
SIGNATURE = 60  # letters of a name and a time
_THREAD = 3  # entries
_DIGIT = expression(r"\d")
_CLOCK = expression(r"\W*\d{1,2}[:.h]\d\d(?!\d|\.\d)")
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_HOST = expression(r"(?:https?:)?//([^/?#]+)", re.I)
_DEEP = 4  # boxes around a link that may be the entry


def leading_on(blocks: Sequence[RawBlock], boxes: Boxes) -> tuple[list[bool], list[bool]]:
    """Which blocks are links alone, as long as a headline, the first to a page of the same site.

    Those whose links are as long as headlines in the mean come second: of menus they are shorter.
    """
    known: dict[etree._Element, tuple[bool, int]] = {}
    leads, titles = [False] * len(blocks), [False] * len(blocks)
    for index, block in enumerate(blocks):
        if _may_be_title(block, boxes.scale):
            if block.element not in known:
                known[block.element] = _links_in(block.element, boxes.home)
            stays, links = known[block.element]
            leads[index] = stays
            titles[index] = stays and len(block.text) * boxes.scale >= links * _SHORT_TITLE
    return leads, titles


def _links_in(element: etree._Element, home: str) -> tuple[bool, int]:
    """Whether the first link in an element stays on the site, and how many there are."""
    links = [element] if element.tag == "a" else list(element.iter("a"))
    return _stays((links[0].get("href") or "") if links else "", home), len(links)


def in_cards(boxes: Boxes) -> tuple[list[bool], list[bool]]:
    """Which blocks stand in one of several like boxes, each little more than a linked headline.

    Those that follow the page's headline itself may be cards or the items of a list article, and
    come second.

    The headline links to a page of the same site: those of a list article ("Ten best lamps") lead
    to shops.
    """
    titled: dict[Box, None] = {}
    for leads_on, box in zip(boxes.leads_on, boxes.of, strict=True):
        if leads_on:
            around = [one for one in _cards_around(box, titled) if one.held > 1]
            titled.update(dict.fromkeys(around))
    like: defaultdict[tuple[Box | None, str], set[Box]] = defaultdict(set)
    for box in titled:
        like[box.parent, box.kind].add(box)
    cards: set[Box] = set()
    items: set[Box] = set()
    for group in like.values():
        if len(group) == 1:
            continue
        may_be_items = _is_under_headline(group, boxes) or _outweighs(group)
        (items if may_be_items else cards).update(_apart(group) or _beside_text(group, boxes))
    return boxes.within(cards), boxes.within(items)


def in_entries(
    blocks: Sequence[RawBlock], boxes: Boxes, headline: int | None
) -> tuple[list[bool], list[bool]]:
    """Which blocks stand in one of several like boxes that are signed, or hold the same short link.

    Readers' comments have a name and a time or "Reply", teasers "Read more"; no language is asked.
    Where such entries hold most of the page's running text, they are a live blog, or comments on a
    short article. If text follows the headline before them, either may be: these come second.
    """
    linked = [_with_others(one, boxes) for one in alike(boxes.labels, fewest=2)]
    apart = [one for one in linked if not _is_most(one, boxes)]
    most = [one for one in linked if _is_most(one, boxes)] + _signed(blocks, boxes)
    doubtful = [
        one
        for one in most
        if _follow_text(one, blocks, boxes, headline) and not _are_timed(one, blocks, boxes)
    ]
    return boxes.within(set().union(*apart)), boxes.within(set().union(*doubtful))


def _with_others(group: set[Box], boxes: Boxes) -> set[Box]:
    """The same boxes with all that have their class and stand beside them.

    Of a live blog some entries end with "Share" alone, and others with a time beside it.
    """
    one = next(iter(group))
    if one.kind.endswith("."):  # no class
        return group
    return group | {
        box
        for box in boxes.all
        if box.parent is one.parent and box.kind == one.kind and box.held > 1
    }


def _are_timed(group: set[Box], blocks: Sequence[RawBlock], boxes: Boxes) -> bool:
    """Whether each entry begins with a time of the day, and no name: those of a live blog do."""
    return all(
        one.held > 1
        and len(blocks[one.first].text) < _LABEL
        and _CLOCK.match(blocks[one.first].text) is not None
        and _says_more(blocks[one.first + 1], boxes.of[one.first + 1])
        for one in group
    )


def _says_more(block: RawBlock, box: Box) -> bool:
    """Whether a block is a heading or longer than a name."""
    return box.tag in HEADINGS or len(block.text) >= SIGNATURE


def _signed(blocks: Sequence[RawBlock], boxes: Boxes) -> list[set[Box]]:
    """Like boxes that are dated and signed, and hold most of the running text."""
    like = Counter(
        (box.parent, box.kind)
        for box in boxes.all
        if box.prose and box.held > 1 and box.parent and box.parent.prose > boxes.prose / 2
    )
    if max(like.values(), default=0) < _THREAD:  # as on most pages
        return []
    dated = [
        ("", box)
        for block, box in zip(blocks, boxes.of, strict=True)
        if len(block.text) < SIGNATURE and _DIGIT.search(block.text)
    ]
    return [
        group
        for group in alike(dated, fewest=_THREAD)
        if _is_most(group, boxes) and are_signed(group, blocks, boxes)
    ]


def _is_most(group: set[Box], boxes: Boxes) -> bool:
    """Whether most of the page's running text stands in these boxes."""
    return sum(one.prose for one in group) > boxes.prose / 2


def alike(marked: Sequence[tuple[str, Box]], *, fewest: int) -> Iterator[set[Box]]:
    """Like boxes side by side around blocks with the same mark, apart from the headline."""
    times = Counter(mark for mark, _ in marked)
    like: defaultdict[tuple[Box | None, str, str], set[Box]] = defaultdict(set)
    for mark, box in marked:
        for outer in islice(box.path(), _DEEP) if times[mark] >= fewest else ():
            if outer.held > 1:
                like[outer.parent, outer.kind, mark].add(outer)
    groups = (group for group in like.values() if len(group) >= fewest)  # most are of one
    return (found for group in groups if len(found := _apart(group)) >= fewest)


def are_signed(group: set[Box], blocks: Sequence[RawBlock], boxes: Boxes) -> bool:
    """Whether most entries begin with a name: a short line, another one in each.

    A live blog has times there, or the names of few reporters.
    """
    lines = [one.first for one in group if boxes.of[one.first].tag not in HEADINGS]
    texts = [blocks[at].text for at in lines]
    names = {"".join(filter(str.isalpha, text)) for text in texts if len(text) < SIGNATURE}
    return 2 * len(names - {""}) > len(group)


def _follow_text(
    group: set[Box], blocks: Sequence[RawBlock], boxes: Boxes, headline: int | None
) -> bool:
    """Whether an article's worth of text stands between the headline and the first of these."""
    letters = 0.0
    start = 0 if headline is None else headline + 1
    within = boxes.within(group)
    for index in range(start, len(blocks)):
        if within[index]:
            return letters >= FORM
        if boxes.of[index].prose and not boxes.in_card[index]:
            letters += boxes.scale * len(blocks[index].text)
    return False


def beside_controls(boxes: Boxes) -> list[bool]:
    """Which blocks share a box with a field to fill in or a button, and with hardly any other text.

    A link of a word or two is a button where no other box of the page is like its own, as entries
    are. A box that is called after what is asked for may say more.
    """
    fields = {
        box
        for box in boxes.all
        if box.controls and is_aside(box) and (box.letters <= FORM or "join" in box.names)
    }
    buttons = set(_around_buttons(boxes))
    within = boxes.within(fields | buttons)
    return [is_in and not box.controls for is_in, box in zip(within, boxes.of, strict=True)]


def beside_mails(blocks: Sequence[RawBlock], boxes: Boxes) -> list[bool]:
    """Which blocks share a box with a field for an e-mail address and hardly any other text.

    A call is a title and a sentence; with more than a line of sentences it may be a part of the
    text. Where other boxes like it have no such field, they hold paragraphs, and so may this one.
    """
    found = {
        box
        for box in boxes.all
        if box.mails and box.letters <= FORM and is_aside(box) and 2 * box.prose < boxes.prose
    }
    if found:
        said = boxes.gather([_said(block, boxes.scale) for block in blocks])
        found = {box for box in found if said[box.number] < PROSE_LENGTH}
        others = {box.frame for box in boxes.all if (box.held > 1 or box.prose) and not box.mails}
        found = {box for box in found if box.frame not in others}
    return boxes.within(found)


def _said(block: RawBlock, scale: float) -> float:
    """Letters of a block that is a sentence, or as long as one."""
    size = scale * len(block.text)
    return size if size >= PROSE_LENGTH or ends_sentence(block.text) else 0.0


def _around_buttons(boxes: Boxes) -> Iterator[Box]:
    """Boxes that hold little more than a line or two and a short link below."""
    found = {
        holder
        for _, box in boxes.labels
        if (holder := box.holder) is not None
        and 1 < holder.held <= _BLOCKS_OF_A_CALL
        and holder.letters <= FORM
        and is_aside(holder)
    }
    if found:
        times = Counter(box.frame for box in boxes.all if box.held > 1)
        yield from (box for box in found if times[box.frame] == 1)


def _apart(alike: set[Box]) -> set[Box]:
    """Several like boxes that stand apart from the headline; none where they are beside it.

    Beside a box that holds the headline and an article's worth of text they stand apart.
    """
    parent = next(iter(alike)).parent
    if parent is None:
        return set()
    article = parent.to_headline
    if parent.holds_headline and not article:
        return set()
    return alike if not article or article.letters >= 2 * FORM else set()


def _beside_text(alike: set[Box], boxes: Boxes) -> set[Box]:
    """The same where a box beside them has an article's worth of text, and more than they have."""
    parent = next(iter(alike)).parent
    texts = (one.letters for one in boxes.all if one.parent is parent and one not in alike)
    least = max(2 * FORM, sum(one.letters for one in alike))
    return alike if max(texts, default=0.0) >= least else set()


def _outweighs(alike: set[Box]) -> bool:
    """Whether like boxes hold more text than the box of the headline beside them."""
    parent = next(iter(alike)).parent
    article = parent.to_headline if parent else None
    return article is not None and article.letters < sum(one.letters for one in alike)


def _is_under_headline(alike: set[Box], boxes: Boxes) -> bool:
    """Whether a list of like boxes follows the headline itself: then it may be the article."""
    parent = next(iter(alike)).parent
    return parent is not None and parent.parent is not None and parent.parent is boxes.under


def is_aside(box: Box) -> bool:
    """Whether a box holds little, and neither the headline nor the whole page."""
    return box.letters <= _CARD and box.parent is not None and not box.holds_headline


def _cards_around(title: Box, known: Container[Box]) -> Iterator[Box]:
    """The boxes around a title that are small enough for a card, up to one that is known."""
    return takewhile(
        lambda box: box.letters <= _CARD and box.held <= _BLOCKS_OF_A_CARD and box not in known,
        title.path(),
    )


def _may_be_title(block: RawBlock, scale: float) -> bool:
    """Whether a block is all link, and long enough for a headline."""
    size = len(block.text)
    return block.linked >= _LINKED * size and size * scale >= _TITLE


def link_labels(blocks: Sequence[RawBlock], boxes: Boxes) -> list[tuple[str, Box]]:
    """The blocks that are a short link and nothing else: their texts, and where they stand.

    One without a word ("#") beside a heading leads to that heading.
    """
    longest = _LABEL / boxes.scale
    return [
        (block.text, box)
        for block, box in zip(blocks, boxes.of, strict=True)
        if block.linked
        and len(block.text) < longest
        and block.linked >= _LINKED * len(block.text)
        and any(map(str.isalnum, block.text))
    ]


def _stays(address: str, home: str) -> bool:
    """Whether a link leads to another page of the same site."""
    return not address.startswith("#") and host_of(address) in ("", home)


def host_of(address: str) -> str:
    """The host that an address names; empty where it stays on the site."""
    found = _HOST.match(address)
    return found[1] if found else ""
