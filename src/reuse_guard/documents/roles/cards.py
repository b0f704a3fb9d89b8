"""What the shape of a page tells of a block: teasers side by side, pictures with a few words.

Nothing here reads a name or a word: pages whose boxes are called `css-1x2y3z` show their cards as
well as others do.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from itertools import islice, takewhile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

    from reuse_guard.documents.html_runs import RawBlock
    from reuse_guard.documents.roles.boxes import Box, Boxes

_CARD = 500  # letters of a teaser at most: its headline and a few sentences
_FORM = 250  # letters around a field that belong to it
_BLOCKS_OF_A_CARD = 6
_TITLE = 15  # letters of a linked headline at least; shorter ones are labels
_LINKED = 0.9
_LABEL = 25
_HOST = re.compile(r"(?:https?:)?//([^/?#]+)", re.I)
_DEEP = 4  # boxes around a link that may be the entry


def in_cards(blocks: Sequence[RawBlock], boxes: Boxes) -> tuple[list[bool], list[bool]]:
    """Which blocks stand in one of several like boxes, each little more than a linked headline.

    Those that follow the page's headline itself may be cards or the items of a list article, and
    come second.

    The headline links to a page of the same site: those of a list article ("Ten best lamps") lead
    to shops.
    """
    home = _home(boxes)
    titled: dict[Box, None] = {}
    for block, box in zip(blocks, boxes.of, strict=True):
        if _may_be_title(block, boxes.scale):
            around = [one for one in _cards_around(box, titled) if one.held > 1]
            if around and _stays(_address(block), home):
                titled.update(dict.fromkeys(around))
    alike: defaultdict[tuple[Box | None, str], set[Box]] = defaultdict(set)
    for box in titled:
        alike[box.parent, box.kind].add(box)
    cards: set[Box] = set()
    items: set[Box] = set()
    for group in alike.values():
        (items if _is_under_headline(group, boxes) else cards).update(_apart(group))
    return boxes.within(cards), boxes.within(items)


def in_entries(blocks: Sequence[RawBlock], boxes: Boxes) -> list[bool]:
    """Which blocks stand in one of several like boxes that hold the same short link each.

    Readers' comments have "Reply", teasers "Read more"; no language is asked. Entries that hold
    most of the page's running text are those of a live blog.
    """
    labels = [
        (block.text, box)
        for block, box in zip(blocks, boxes.of, strict=True)
        if _is_link_label(block, boxes.scale)
    ]
    times = Counter(text for text, _ in labels)
    alike: defaultdict[tuple[Box | None, str, str], set[Box]] = defaultdict(set)
    for text, box in labels:
        for outer in islice(box.path(), _DEEP) if times[text] > 1 else ():
            if outer.held > 1:
                alike[outer.parent, outer.kind, text].add(outer)
    entries = (
        _apart(group)
        for group in alike.values()
        if len(group) > 1 and sum(one.prose for one in group) <= boxes.prose / 2
    )
    return boxes.within({box for group in entries for box in group})


def beside_pictures(blocks: Sequence[RawBlock], boxes: Boxes) -> list[bool]:
    """Which blocks share a box with a picture and with hardly any other text.

    None do where most of the page's running text does, as in an article of pictures.
    """
    within = boxes.within({box for box in boxes.all if box.pictures and _is_aside(box)})
    found = [is_in and not box.pictures for is_in, box in zip(within, boxes.of, strict=True)]
    prose = sum(
        len(block.text)
        for block, box, is_beside in zip(blocks, boxes.of, found, strict=True)
        if is_beside and box.prose
    )
    return found if prose <= boxes.prose / 2 else [False] * len(found)


def beside_controls(boxes: Boxes) -> list[bool]:
    """Which blocks share a box with a field to fill in, and with hardly any other text."""
    within = boxes.within(
        {box for box in boxes.all if box.controls and box.letters <= _FORM and _is_aside(box)}
    )
    return [is_in and not box.controls for is_in, box in zip(within, boxes.of, strict=True)]


def _apart(alike: set[Box]) -> set[Box]:
    """Several like boxes that stand apart from the headline; none where they are beside it."""
    parent = next(iter(alike)).parent
    return alike if len(alike) > 1 and parent and not parent.holds_headline else set()


def _is_under_headline(alike: set[Box], boxes: Boxes) -> bool:
    """Whether a list of like boxes follows the headline itself: then it may be the article."""
    parent = next(iter(alike)).parent
    return parent is not None and parent.parent is not None and parent.parent is boxes.under


def _is_aside(box: Box) -> bool:
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


def _is_link_label(block: RawBlock, scale: float) -> bool:
    """Whether a block is a short link and nothing else."""
    size = len(block.text)
    return block.linked >= _LINKED * size and size * scale < _LABEL


def _home(boxes: Boxes) -> str:
    """The host that a page says it stands on; empty where it does not."""
    if not boxes.all:
        return ""
    links = boxes.all[0].element.getroottree().iter("link")
    own = (one.get("href") or "" for one in links if one.get("rel") == "canonical")
    return _host(next(own, ""))


def _address(block: RawBlock) -> str:
    """Where the first link in a block leads."""
    element = block.element
    links = (element,) if element.tag == "a" else element.iter("a")
    return next((link.get("href") or "" for link in links), "")


def _stays(address: str, home: str) -> bool:
    """Whether a link leads to another page of the same site."""
    return not address.startswith("#") and _host(address) in ("", home)


def _host(address: str) -> str:
    """The host that an address names; empty where it stays on the site."""
    found = _HOST.match(address)
    return found[1] if found else ""
