"""What a block shows by itself, as numbers from 0 to 1: its text, its links, its place.

Nothing here knows a language: sentences are told by their closing marks in any script, running
text by its length. Names of boxes (`hints.py`) and declarations of the page come second.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar

import numpy as np

from reuse_guard.documents.roles.letters import Letters
from reuse_guard.documents.roles.pictures import beside_pictures
from reuse_guard.documents.roles.places import prose_of_likes
from reuse_guard.documents.roles.prose import (
    HEADINGS,
    LABEL,
    LIGHT,
    PROSE_LENGTH,
    PROSE_LINKED,
    PROSE_MOST_LINKED,
    STRONG,
    is_barred,
)
from reuse_guard.documents.roles.relations import PAGE, Relations
from reuse_guard.expressions import expression
from reuse_guard.frozen import frozen
from reuse_guard.text.endings import ends_sentence

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Sequence

    from numpy.typing import NDArray

    from reuse_guard.documents.further import Further
    from reuse_guard.documents.html_runs import RawBlock
    from reuse_guard.documents.roles.boxes import Box, Boxes

    Column: TypeAlias = NDArray[Any]  # of truth values or numbers, one a block

_Key = TypeVar("_Key", bound="Hashable")
# Commas of many scripts.
_COMMAS = frozenset(",，、،؛;")  # noqa: RUF001
_HANDLE = expression(r"(?<!\w)@\w|https?://|www\.|\w@\w+\.\w")
_CLAUSE = expression(r"[^:：]{2,40}[:：]")  # noqa: RUF001
_LINE = 60  # letters: a line of text
_LONG = 200  # letters: two sentences or more
_PARAGRAPHS, _MARKED = 3, 0.1  # so many tell whether ends are marked: fewer than one in ten is no
_MOSTLY = 0.5
_WHOLLY = 0.9

CELLS = frozenset({"td", "th"})
_GENERIC = frozenset({"div", "section", "article", "main", "span", "center", "body"})
_APART = frozenset(
    "nav footer aside form button figcaption dialog select address label menu caption".split()  # noqa: SIM905
)
# What a figure may hold besides a picture and words about it.
_FIGURES = frozenset({"table", "blockquote", "ul", "ol", "dl"})
_NEAR = (
    "furniture", "author", "meta", "join", "caption", "picture", "share", "buttons", "related",
    "ad", "prose", "lead", "article",
)  # fmt: skip
_AROUND = (
    "related", "author", "meta", "join", "share", "furniture", "ad", "prose", "article",
)  # fmt: skip

SHAPE = ("short", "middling", "long", "stop", "commas", "capitals", "no_letters")
LINKS = (
    "linked",
    "mostly_linked",
    "wholly_linked",
    "bar",
    "handle",
    "label_and_link",
    "heads_links",
)
TAGS = (
    "paragraph_of_prose", "generic_of_prose", "item", "cell", "heading", "generic_beside_p",
    "quoted", "all_emphasis", "all_strong", "top_heading",
)  # fmt: skip
PLACE = (
    "apart", "in_header", "in_footer", "in_aside", "in_figure", "line_of_picture", "in_article",
    "other_article", "in_main", "in_article_body", "comments", "hidden", "prose_here",
    "prose_around", "prose_further", "in_card", "in_entry", "beside_picture",
    "under_picture",
    *(f"near_{name}" for name in _NEAR), *(f"around_{name}" for name in _AROUND),
)  # fmt: skip
NAMES = (*SHAPE, *LINKS, *TAGS, *PLACE, *PAGE)


@frozen
class Declared:
    """What the page says of its article.

    Attributes:
        title: its headline.
        description: its summary for search engines and social media.
        article_body: its text in JSON-LD, often cut or missing.
        is_paid: whether it says that the article is not free to read.
        address: where it says that it stands, else where it was found.
        word_count: how many words it says that the article has; 0 where it does not.
        further: its links to addresses of later pages of the article.
    """

    title: str = ""
    description: str = ""
    article_body: str = ""
    is_paid: bool = False
    address: str = ""
    word_count: int = 0
    further: tuple[Further, ...] = ()


def own_features(
    blocks: Sequence[RawBlock], boxes: Boxes, declared: Declared, headline: int | None
) -> NDArray[np.float64]:
    """One row a block, one column for each of `NAMES`."""
    look = Look(blocks, boxes)
    relations = Relations(look, declared, headline)
    return side_by_side(
        [*_shape(look), *_links(look), *_tags(look, headline), *_place(look), *relations.columns()]
    )


def side_by_side(columns: Sequence[Column]) -> NDArray[np.float64]:
    """Columns as one array; `np.column_stack` makes arrays of each of a hundred first."""
    table = np.empty((len(columns[0]), len(columns)))
    for place, column in enumerate(columns):
        table[:, place] = column
    return table


class Look:
    """What several features are made of, an entry a block.

    Attributes:
        blocks: of the page.
        boxes: around them.
        texts: theirs.
        lengths: of the texts.
        sizes: the same in letters of an alphabet.
        stop: whether they end as sentences do.
        linked: how much of each is linked, from 0 to 1.
        prose: whether they look like running text; see `prose.py`.
    """

    def __init__(self, blocks: Sequence[RawBlock], boxes: Boxes) -> None:
        self.blocks = blocks
        self.boxes = boxes
        self.texts = [block.text for block in blocks]
        self.lengths = np.array([len(text) for text in self.texts])
        self.sizes = self.lengths * boxes.scale
        self.linked = np.array([block.linked for block in blocks]) / self.lengths
        long = self.sizes >= PROSE_LENGTH
        self.stop = _ended(self.texts, long & (self.linked < PROSE_LINKED))
        unlinked = self.sizes * (1 - self.linked)
        is_sentence = self.stop & (self.linked < PROSE_MOST_LINKED) & (unlinked >= PROSE_LENGTH)
        self.prose = long & ((self.linked < PROSE_LINKED) | is_sentence)

    def asked(self, worth: Column, holds: Callable[[str], object]) -> Column:
        """Where a text that is worth the question holds what is asked."""
        found = np.zeros(len(self.texts), dtype=np.bool_)
        for index in np.flatnonzero(worth).tolist():
            found[index] = bool(holds(self.texts[index]))
        return found


def _followed(holds: Column) -> Column:
    """Where something holds of both of the next two blocks."""
    padded = np.append(holds, [False, False])
    both: Column = padded[1:-1] & padded[2:]
    return both


def _ended(texts: Sequence[str], is_prose: Column) -> Column:
    """Which texts end as sentences do; where no script or habit marks that, those of prose do.

    Thai and Lao have no stops, and some editors set none at the end of a paragraph.
    """
    ended = np.array([ends_sentence(text) for text in texts])
    paragraphs = np.count_nonzero(is_prose)
    is_unmarked = np.count_nonzero(ended & is_prose) < _MARKED * paragraphs
    return ended | is_prose if is_unmarked and paragraphs >= _PARAGRAPHS else ended


def _shape(look: Look) -> list[Column]:
    sizes = look.sizes
    letters = Letters(look.texts)
    alphabetic = letters.count(str.isalpha, first=_LONG)
    return [
        sizes < LABEL,
        (sizes >= LABEL) & (sizes < PROSE_LENGTH),
        sizes >= _LONG,
        look.stop,
        np.minimum(3, letters.count(_COMMAS.__contains__)) / 3,
        letters.count(str.isupper, first=_LONG) > _MOSTLY * alphabetic,
        alphabetic <= 1,
    ]


def _links(look: Look) -> list[Column]:
    linked, ended = look.linked, look.stop
    handled = np.array(["@" in text or "//" in text or "www." in text for text in look.texts])
    return [
        linked,
        linked > _MOSTLY,
        (linked > _WHOLLY) & ~ended,
        np.array([is_barred(text) for text in look.texts]),
        look.asked(handled, _HANDLE.search),
        look.asked((linked > PROSE_LINKED) & ~ended, _CLAUSE.match),
        (look.sizes < _LINE) & ~ended & (linked < PROSE_LINKED) & _followed(linked > _WHOLLY),
    ]


def _tags(look: Look, headline: int | None) -> list[Column]:
    of = look.boxes.of
    tag, generic, item, cell, heading, top = told([_kind(box) for box in of], _tag_facts).T
    only, strong = told(look.boxes.emphasis, lambda tag: (tag in LIGHT, tag in STRONG)).T
    long = look.sizes >= PROSE_LENGTH
    if headline is not None and of[headline].tag not in HEADINGS:
        top[headline + 1 : headline + 2] = 0  # the standfirst is the `<h1>`
    return [
        tag * look.prose,
        generic * long,
        item,
        cell,
        heading,
        generic * look.boxes.paragraphs,
        np.array(["blockquote" in box.inside for box in of]),
        only,
        strong,
        top,
    ]


def told(keys: Sequence[_Key], tell: Callable[[_Key], Sequence[float]]) -> NDArray[np.float64]:
    """A row of facts for each key; what is told of one key is told once."""
    numbers = {key: number for number, key in enumerate(dict.fromkeys(keys))}
    facts = np.array([tell(key) for key in numbers], dtype=np.float64)
    return facts[[numbers[key] for key in keys]]


def _tag_facts(tag: str) -> tuple[bool, ...]:
    generic = tag in _GENERIC
    return tag == "p", generic, tag == "li", tag in CELLS, tag in HEADINGS, tag == "h1"


def _kind(box: Box) -> str:
    """What an element is used as: columns of a page and custom elements are boxes like any."""
    is_box = "-" in box.tag or (box.tag in CELLS and box.in_layout)
    return "div" if is_box else box.tag


def _place(look: Look) -> list[Column]:
    boxes = look.boxes
    told_apart = [
        (box.inside, box.near, box.around, box.in_other_article, box.in_article_body)
        for box in boxes.of
    ]
    facts = told(told_apart, lambda place: _place_facts(*place)).T
    inside, near, around = facts[:8], facts[10 : 10 + len(_NEAR)], facts[10 + len(_NEAR) :]
    pictured = (inside[5] + near[_NEAR.index("picture")]).astype(np.bool_)
    prose = np.array([box.prose for box in boxes.all]) / (boxes.prose or 1.0)
    outer = np.array(boxes.outer)
    likes = prose_of_likes(boxes)
    alike = np.array([likes[box.parent or box] for box in boxes.of]) / (boxes.prose or 1.0)
    hides = not boxes.folded
    return [
        *inside[:5],
        ~look.stop & pictured,
        inside[6],
        facts[8],
        inside[7],
        facts[9],
        np.array([box.is_comments for box in boxes.of]),
        np.array([block.hidden is not None and hides for block in look.blocks]),
        prose[boxes.places],
        np.maximum(prose[outer[boxes.places]], alike),
        np.maximum(prose[outer[outer[boxes.places]]], alike),
        np.array(boxes.in_card),
        np.array(boxes.in_entry) | np.array(boxes.in_thread),
        np.array(beside_pictures(look.blocks, boxes)),
        np.array(boxes.under_picture),
        *near,
        *around,
    ]


def _place_facts(
    inside: frozenset[str],
    near: frozenset[str],
    around: frozenset[str],
    *of_articles: bool,
) -> list[bool]:
    in_figure = "figure" in inside
    return [
        not _APART.isdisjoint(inside),
        "header" in inside,
        "footer" in inside,
        "aside" in inside,
        in_figure,
        in_figure and _FIGURES.isdisjoint(inside),
        "article" in inside,
        "main" in inside,
        *of_articles,
        *(name in near for name in _NEAR),
        *(name in around for name in _AROUND),
    ]
