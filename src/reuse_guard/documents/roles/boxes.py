"""The boxes around blocks: where on the page a block stands, found once for all its blocks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

import numpy as np

from reuse_guard.documents.roles import cards
from reuse_guard.documents.roles.hints import (
    UNFAVOURABLE,
    hints_of,
    is_note_of_editors,
    kind_of,
    names_of,
)
from reuse_guard.documents.roles.pictures import PICTURES, captions, is_pixel
from reuse_guard.documents.roles.places import share_kinds, void_words
from reuse_guard.documents.roles.prose import emphases_of, has_prose_shape, is_prose

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from lxml import etree
    from numpy.typing import ArrayLike

    from reuse_guard.documents.html_runs import RawBlock

_NEAR = 2  # boxes around a text whose names are taken as its own
_FAR = 5  # and those past which names say nothing of it
_MAIN = 2 / 3  # of the running text in the box of an article
_PARTS = frozenset({"ol", "ul", "dl", "blockquote"})  # after which an article may go on
# A folded rest of an article is several paragraphs long; a single hidden one is not for readers.
_FOLDED = 3
# Elements whose name says something of all that is in them.
_TELLING_TAGS = frozenset(
    "address article aside blockquote button caption dialog dl fieldset figcaption figure footer"  # noqa: SIM905
    " form header label main menu nav ol select table ul".split()
)
_CONTROLS = frozenset({"input", "select", "textarea"})
_NOT_FILLED_IN = frozenset({"hidden", "checkbox", "radio", "submit", "button", "image", "reset"})
_NO_NAMES: frozenset[str] = frozenset()
_WRAPPING = frozenset({"form", "label", "button"})


@dataclass(slots=True, eq=False)
class Box:
    """An element that holds blocks.

    Attributes:
        number: its place among the boxes of the page.
        tag: its name.
        parent: the box around it, None at the root.
        element: the element itself.
        kind: its element's name and classes: boxes of one kind hold parts of one kind.
        called: the names that its author gave it.
        in_article_body: inside schema.org `articleBody`.
        names: what they suggest.
        first: index of the first block in it.
        inside: names of the telling elements around its text, its own included.
        held: how many blocks stand in it, anywhere below.
        letters: of all text in it.
        pictures: how many stand in it.
        controls: how many fields to fill in do.
        mails: how many of those are for an e-mail address.
        prose: letters of running text in it, anywhere below.
        holds_headline: whether the page's headline stands in it.
        to_headline: the box in it that does, None where the headline is right in it.
        is_comments: whether comments of readers or editors fill it.
        in_layout: inside a `<table>` that holds most of the running text: columns of a page.
        holder: the nearest box around it that holds more, None at the root.
        in_other_article: in an article besides the headline's; see `articles.py`.
        highest: the most that the chance of what is in it may be; likewise.
        near: what its names and its parent's suggest; told where a block stands right in it.
        around: what the names of the three boxes further out do; likewise.
    """

    number: int
    tag: str
    parent: Box | None
    element: etree._Element
    kind: str
    called: str
    in_article_body: bool
    names: frozenset[str]
    first: int
    inside: frozenset[str] = frozenset()
    held: int = 0
    letters: float = 0.0
    pictures: int = 0
    controls: int = 0
    mails: int = 0
    prose: float = 0.0
    holds_headline: bool = False
    to_headline: Box | None = None
    is_comments: bool = False
    in_layout: bool = False
    in_other_article: bool = False
    highest: float = 1.0
    holder: Box | None = None
    near: frozenset[str] = frozenset()
    around: frozenset[str] = frozenset()

    @property
    def frame(self) -> tuple[str, str]:
        """Its kind and that of the box around it."""
        return self.kind, self.parent.kind if self.parent else ""

    def path(self) -> Iterator[Box]:
        """This box and those around it, innermost first."""
        box: Box | None = self
        while box is not None:
            yield box
            box = box.parent


class Boxes:
    """All boxes of a page.

    Attributes:
        of: the innermost box of each block.
        all: every box, each after the one around it.
        places: for every block, the number of its innermost box.
        outer: for every box, the number of the one around it, its own at the root.
        scale: letters of an alphabet that one letter of the page's script stands for.
        home: the host that the page stands on; empty where that is not known.
        folded: whether so much running text is hidden that it may be the folded rest of the
            article.
        under: the box that the headline stands in.
        leads_on: for every block, whether it is a link alone, to another page of the site.
        is_titles: the same where its links are as long as headlines, unlike those of menus.
        in_card: for every block, whether it is part of a teaser; see `cards.py`.
        in_item: for every block, whether it is part of what may be a teaser or of a list article.
        labels: the texts of short links that stand by themselves, and the box of each.
        in_entry: for every block, whether it is part of a reader's comment or a teaser.
        in_thread: for every block, whether it is part of what may be comments or a live blog.
        emphasis: for every block, the element that sets all of it in another type, by name.
        under_picture: for every block, whether it is a line on a picture by its place alone.
        below_picture: for every block, whether it may be one; see `pictures.py`.
        beside_control: for every block, whether it asks for something to be filled in.
        beside_mail: for every block, whether it asks for an e-mail address.
        main: the innermost box with most of the running text, None where there is no text.
        prose: letters of running text on the page.
        paragraphs: the part of them in `<p>`.
    """

    def __init__(
        self, blocks: Sequence[RawBlock], headline: int | None, scale: float, home: str
    ) -> None:
        self._known: dict[etree._Element, Box] = {}
        self._pictures: list[etree._Element] = []
        self.of = [self._box(block.element, index) for index, block in enumerate(blocks)]
        self.all = tuple(self._known.values())
        share_kinds(self.all)
        self.places = [box.number for box in self.of]
        self.outer = [(box.parent or box).number for box in self.all]
        self.scale = scale
        self.home = home
        self._count(blocks)
        self.under = self.of[headline].parent if headline is not None else None
        inner = None
        for box in self.of[headline].path() if headline is not None else ():
            box.holds_headline, box.to_headline, inner = True, inner, box
        for box in self.all:
            box.is_comments = _is_comments(box)
        self.folded = (
            sum(b.hidden is not None and has_prose_shape(b, scale) for b in blocks) >= _FOLDED
        )
        self.leads_on, self.is_titles = cards.leading_on(blocks, self)
        self.in_card, self.in_item = cards.in_cards(self)
        sizes = [
            len(block.text) if is_prose(block, scale) and not (box.is_comments or is_teaser) else 0
            for block, box, is_teaser in zip(blocks, self.of, self.in_card, strict=True)
        ]
        self._weigh(sizes)
        self.labels = cards.link_labels(blocks, self)
        self.in_entry, self.in_thread = cards.in_entries(blocks, self, headline)
        if any(self.in_entry) or any(self.in_thread):
            apart = zip(sizes, self.in_entry, self.in_thread, strict=True)
            self._weigh([0 if is_entry or may_be else size for size, is_entry, may_be in apart])
        self.main = self._main()
        self.beside_control = cards.beside_controls(self)
        self.beside_mail = cards.beside_mails(blocks, self)
        self.emphasis = emphases_of(blocks)
        self.under_picture, self.below_picture = captions(blocks, self, self._pictures)
        self._tell()

    def _weigh(self, sizes: Sequence[int]) -> None:
        """Find how much running text stands in each box, given how much each block is."""
        self.prose = float(sum(sizes))
        in_p = sum(size for size, box in zip(sizes, self.of, strict=True) if box.tag == "p")
        self.paragraphs = in_p / (self.prose or 1.0)
        for box, size in zip(self.all, self.gather(sizes), strict=True):
            box.prose = size

    def _main(self) -> Box | None:
        """The innermost box that holds most of the running text."""
        main = None
        for box in self.all if self.prose else ():  # outer boxes first
            if box.parent is main and box.prose >= _MAIN * self.prose and box.tag not in _PARTS:
                main = box
        return main

    def _tell(self) -> None:
        """Find what depends on where the running text stands; outer boxes first."""
        void = void_words(self)
        for box in self.all:
            box.inside = self._inside(box)
            box.in_layout = self._in_layout(box)
            if box.names:
                if void and not box.names.isdisjoint(UNFAVOURABLE):
                    box.names = hints_of(box.called, void)
                box.names = self._telling(box)
        around: dict[Box | None, frozenset[str]] = {}
        for box in dict.fromkeys(self.of):
            outer = box.parent
            if outer not in around:
                around[outer] = _names_around(outer)
            box.around = around[outer]
            box.near = box.names | outer.names if outer and outer.names else box.names

    def _count(self, blocks: Sequence[RawBlock]) -> None:
        """Count what boxes hold, and find what each stands in, wrappers around it left out."""
        for block, box in zip(blocks, self.of, strict=True):
            box.held += 1
            box.letters += self.scale * len(block.text)
        for element in self.all[0].element.iter(*PICTURES, *_CONTROLS) if self.all else ():
            held_by = None if is_pixel(element) else self.around(element)
            if held_by and element.tag in PICTURES:
                held_by.pictures += 1
                self._pictures.append(element)
            elif held_by and (asks := (element.get("type") or "").lower()) not in _NOT_FILLED_IN:
                held_by.controls += 1
                held_by.mails += asks == "email"
        for box in reversed(self.all):
            outer = box.parent
            if outer:
                outer.held += box.held
                outer.letters += box.letters
                outer.pictures += box.pictures
                outer.controls += box.controls
                outer.mails += box.mails
        for box in self.all:
            outer = box.parent
            holds_more = outer and (outer.held > box.held or outer.pictures > box.pictures)
            box.holder = outer if holds_more or outer is None else outer.holder

    def around(self, element: etree._Element) -> Box | None:
        """The innermost box around an element, or None where it holds no text."""
        node: etree._Element | None = element
        while node is not None and node not in self._known:
            node = node.getparent()
        return None if node is None else self._known[node]

    def gather(self, amounts: ArrayLike) -> list[float]:
        """For every box, the sum of an amount over all blocks in it, however deep."""
        sums: list[float] = np.bincount(self.places, amounts, len(self.all)).tolist()
        for number in range(len(sums) - 1, 0, -1):
            outer = self.outer[number]
            if outer != number:
                sums[outer] += sums[number]
        return sums

    def within(self, chosen: Collection[Box]) -> list[bool]:
        """For every block, whether one of the boxes around it is chosen."""
        if not chosen:
            return [False] * len(self.of)
        inside = [box in chosen for box in self.all]
        for number, outer in enumerate(self.outer):
            if inside[outer]:
                inside[number] = True
        return [inside[place] for place in self.places]

    def _box(self, element: etree._Element, first: int) -> Box:
        """The box of an element, made with all boxes around it where it is the first in them."""
        known = self._known
        missing = []
        node: etree._Element | None = element
        while node is not None and node not in known:
            missing.append(node)
            node = node.getparent()
        parent = known[node] if node is not None else None
        for one in reversed(missing):
            parent = known[one] = _make(one, parent, len(known), first)
        return known[element]

    def _inside(self, box: Box) -> frozenset[str]:
        """Names of the elements around a box that tell what is in it; asked of outer boxes first.

        Some systems put the whole page into one `<form>`, which then tells nothing.
        """
        inside = box.parent.inside if box.parent else frozenset()
        if box.tag not in _TELLING_TAGS or box.tag in inside:
            return inside
        if box.tag in _WRAPPING and box.prose > 0.5 * self.prose:
            return inside
        return inside | {box.tag}

    def _in_layout(self, box: Box) -> bool:
        """Whether the nearest table around a box is no table; asked of outer boxes first."""
        if box.tag == "table":
            return box.prose > 0.5 * self.prose
        return box.parent is not None and box.parent.in_layout

    def _telling(self, box: Box) -> frozenset[str]:
        """The names that tell blocks apart: a box around most of the prose says nothing bad."""
        if box.prose <= 0.5 * self.prose:
            return box.names
        keep = {"comment"} if not box.holds_headline else set()
        return box.names - (UNFAVOURABLE - keep)


def _make(element: etree._Element, parent: Box | None, number: int, first: int) -> Box:
    tag = str(element.tag)
    in_body = parent is not None and parent.in_article_body
    given = cast("list[tuple[str, str]]", element.items())
    if not given and "-" not in tag:  # as most paragraphs
        return Box(number, tag, parent, element, f"{tag}.", "", in_body, _NO_NAMES, first)
    if len(given) == 1 and given[0][0] == "class" and "-" not in tag:
        classes = given[0][1]
        called = classes.strip()
    else:
        attributes = dict(given)
        classes = attributes.get("class", "")
        called = names_of(attributes if "-" not in tag else {**attributes, "id": tag})
        in_body = in_body or attributes.get("itemprop") == "articleBody"
    kind = f"{tag}.{kind_of(classes) if classes else ''}"
    return Box(number, tag, parent, element, kind, called, in_body, hints_of(called), first)


def _is_comments(box: Box) -> bool:
    """Whether comments of readers or editors fill a box; asked of outer boxes first."""
    if box.holds_headline or box.tag in ("main", "body", "html"):
        return False
    around = box.parent is not None and box.parent.is_comments
    return around or "comment" in box.names or is_note_of_editors(box.element)


def _names_around(parent: Box | None) -> frozenset[str]:
    """What the names of the boxes around a parent suggest, as far as they say something."""
    around: frozenset[str] = frozenset()
    outer = parent
    for _ in range(_FAR - _NEAR):
        outer = outer.parent if outer else None
        if outer and outer.names:
            around = around | outer.names if around else outer.names
    return around
