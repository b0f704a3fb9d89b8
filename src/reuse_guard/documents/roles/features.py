"""What a block shows by itself, as numbers from 0 to 1: its text, its links, its place.

Nothing here knows a language: sentences are told by their closing marks in any script, running
text by its length. Names of boxes (`hints.py`) and declarations of the page come second.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar

import numpy as np

from reuse_guard.documents.roles.cards import beside_pictures, in_entries
from reuse_guard.documents.roles.headline import folded_title, is_part_of_title, likeness_of
from reuse_guard.documents.roles.letters import Letters
from reuse_guard.documents.roles.prose import PROSE_LENGTH, PROSE_LINKED, is_barred

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Sequence

    from numpy.typing import NDArray

    from reuse_guard.documents.html_runs import RawBlock
    from reuse_guard.documents.roles.boxes import Box, Boxes

    Column: TypeAlias = NDArray[Any]  # of truth values or numbers, one a block

_Key = TypeVar("_Key", bound="Hashable")
# Closing marks and commas of many scripts.
_STOPS = frozenset(".!?…。！？।؟։။።۔។")  # noqa: RUF001
_CLOSING = "'\"’”»›）」』)]"  # noqa: RUF001
_TAIL = 12  # letters in which a sentence is seen to end
_COMMAS = frozenset(",，、،؛;")  # noqa: RUF001
_HANDLE = re.compile(r"(?<!\w)@\w|https?://|www\.|\w@\w+\.\w")
_CLAUSE = re.compile(r"[^:：]{2,40}[:：]")  # noqa: RUF001
_WORD = re.compile(r"\w+")
_SHORT = 25  # letters: a label, a date, a name
_LINE = 60  # letters: a line of text
_LONG = 200  # letters: two sentences or more
_UNDER_HEADLINE = 6  # blocks that may stand between headline and body
_MOSTLY = 0.5
_WHOLLY = 0.9
_NOT_DECLARED = 0.2  # of a block's triples of words in the declared body
_FEW_WORDS = 4

CELLS = frozenset({"td", "th"})
HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})
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
    *(f"near_{name}" for name in _NEAR), *(f"around_{name}" for name in _AROUND),
)  # fmt: skip
PAGE = (
    "is_title", "before_headline", "after_headline", "label_after_headline",
    "repeated_elsewhere", "declared_body", "not_declared_body", "declared_description",
)  # fmt: skip
NAMES = (*SHAPE, *LINKS, *TAGS, *PLACE, *PAGE)
# Declared texts under this many words are teasers: they say nothing of the body.
_TELLING_BODY = 100
_LONGEST = 2_000  # characters of a title or a description that are looked at


@dataclass(frozen=True, slots=True)
class Declared:
    """What the page says of its article.

    Attributes:
        title: its headline.
        description: its summary for search engines and social media.
        article_body: its text in JSON-LD, often cut or missing.
        is_paid: whether it says that the article is not free to read.
    """

    title: str = ""
    description: str = ""
    article_body: str = ""
    is_paid: bool = False


def own_features(
    blocks: Sequence[RawBlock], boxes: Boxes, declared: Declared, headline: int | None
) -> NDArray[np.float64]:
    """One row a block, one column for each of `NAMES`."""
    look = _Look(blocks, boxes)
    relations = _Relations(look, declared, headline)
    return np.column_stack(
        [*_shape(look), *_links(look), *_tags(look), *_place(look), *relations.columns()]
    )


class _Look:
    """What several features are made of, an entry a block.

    Attributes:
        blocks: of the page.
        boxes: around them.
        texts: theirs.
        lengths: of the texts.
        sizes: the same in letters of an alphabet.
        stop: whether they end as sentences do.
        linked: how much of each is linked, from 0 to 1.
    """

    def __init__(self, blocks: Sequence[RawBlock], boxes: Boxes) -> None:
        self.blocks = blocks
        self.boxes = boxes
        self.texts = [block.text for block in blocks]
        self.lengths = np.array([len(text) for text in self.texts])
        self.sizes = self.lengths * boxes.scale
        self.stop = np.array([_ends_sentence(text) for text in self.texts])
        self.linked = np.array([block.linked for block in blocks]) / self.lengths

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


def _ends_sentence(text: str) -> bool:
    return text[-_TAIL:].rstrip(_CLOSING)[-1:] in _STOPS


def _shape(look: _Look) -> list[Column]:
    sizes = look.sizes
    letters = Letters(look.texts)
    alphabetic = letters.count(str.isalpha, first=_LONG)
    return [
        sizes < _SHORT,
        (sizes >= _SHORT) & (sizes < PROSE_LENGTH),
        sizes >= _LONG,
        look.stop,
        np.minimum(3, letters.count(_COMMAS.__contains__)) / 3,
        letters.count(str.isupper, first=_LONG) > _MOSTLY * alphabetic,
        alphabetic <= 1,
    ]


def _links(look: _Look) -> list[Column]:
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


def _tags(look: _Look) -> list[Column]:
    of = look.boxes.of
    tag, generic, item, cell, heading, top = told([_kind(box) for box in of], _tag_facts).T
    only, strong = told([only_child(block) for block in look.blocks], _only_facts).T
    long = look.sizes >= PROSE_LENGTH
    return [
        tag * long * (look.linked * look.lengths < PROSE_LINKED * look.lengths),
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
    known: dict[_Key, int] = {}
    places = [known.setdefault(key, len(known)) for key in keys]
    return np.array([tell(key) for key in known], dtype=np.float64)[places]


def _tag_facts(tag: str) -> tuple[bool, ...]:
    generic = tag in _GENERIC
    return tag == "p", generic, tag == "li", tag in CELLS, tag in HEADINGS, tag == "h1"


def _only_facts(tag: str | None) -> tuple[bool, ...]:
    return tag in ("em", "i", "small"), tag in ("strong", "b")


def _kind(box: Box) -> str:
    """What an element is used as: columns of a page and custom elements are boxes like any."""
    is_box = "-" in box.tag or (box.tag in CELLS and box.in_layout)
    return "div" if is_box else box.tag


def only_child(block: RawBlock) -> str | None:
    """Name of the one inline element that holds the whole block."""
    element = block.element
    if (element.text or "").strip():
        return None
    child = next(element.iterchildren(), None)
    if child is None or child.getnext() is not None or (child.tail or "").strip():
        return None
    return str(child.tag)


def _place(look: _Look) -> list[Column]:
    of = look.boxes.of
    outer = [box.parent or box for box in of]
    further = [box.parent or box for box in outer]
    inside = told([box.inside for box in of], _inside_facts).T
    near = told([box.near for box in of], lambda names: [name in names for name in _NEAR]).T
    around = told([box.around for box in of], lambda names: [name in names for name in _AROUND]).T
    pictured = inside[5].astype(np.bool_) | near[_NEAR.index("picture")].astype(np.bool_)
    hides = not look.boxes.folded
    prose = look.boxes.prose or 1.0
    return [
        *inside[:5],
        ~look.stop & pictured,
        inside[6],
        np.array([box.in_other_article for box in of]),
        inside[7],
        np.array([box.in_article_body for box in of]),
        np.array([box.is_comments for box in of]),
        np.array([block.hidden is not None and hides for block in look.blocks]),
        *(np.array([box.prose for box in boxes]) / prose for boxes in (of, outer, further)),
        np.array(look.boxes.in_card),
        np.array(in_entries(look.blocks, look.boxes)),
        np.array(beside_pictures(look.blocks, look.boxes)),
        *near,
        *around,
    ]


def _inside_facts(inside: frozenset[str]) -> tuple[bool, ...]:
    in_figure = "figure" in inside
    return (
        not _APART.isdisjoint(inside),
        "header" in inside,
        "footer" in inside,
        "aside" in inside,
        in_figure,
        in_figure and _FIGURES.isdisjoint(inside),
        "article" in inside,
        "main" in inside,
    )


class _Relations:
    """How blocks relate to the rest of the page: headline, copies, declared texts."""

    def __init__(self, look: _Look, declared: Declared, headline: int | None) -> None:
        self.look = look
        self.headline = headline
        self.title = folded_title(declared.title)
        self.description = set(_words(declared.description[:_LONGEST]))
        body = _words(declared.article_body)
        self.body = set(_triples(body)) if len(body) >= _TELLING_BODY else set()

    def columns(self) -> list[Column]:
        """In the order of `PAGE`."""
        look = self.look
        long = look.sizes >= PROSE_LENGTH
        in_title = look.lengths <= len(self.title)  # no text is empty, but a title may be
        after = np.arange(len(look.texts)) - (self.headline or 0)
        has_headline = self.headline is not None
        under = has_headline & (after > 0) & (after <= _UNDER_HEADLINE)
        return [
            look.asked(in_title, lambda text: is_part_of_title(text.lower(), self.title)),
            has_headline & (after < 0),
            under,
            under & ~look.stop & ~long,
            self._repeated(long),
            *self._declared_columns(),
        ]

    def _repeated(self, long: Column) -> Column:
        """Where a long text stands in several places of the page."""
        places: dict[str, set[object]] = defaultdict(set)
        for index in np.flatnonzero(long).tolist():
            places[self.look.texts[index]].add(self.look.blocks[index].element.getparent())
        return self.look.asked(long, lambda text: len(places[text]) > 1)

    def _declared_columns(self) -> NDArray[np.float64]:
        """How much of each text is declared as body, whether none is, how much as description."""
        columns = np.zeros((3, len(self.look.texts)))
        if self.body or self.description:
            for index in np.flatnonzero(self.look.lengths >= _SHORT).tolist():
                words = _words(self.look.texts[index])
                declared = self._declared(words)
                absent = bool(self.body) and bool(words) and declared < _NOT_DECLARED
                described = len(words) > _FEW_WORDS and likeness_of(set(words), self.description)
                columns[:, index] = declared, absent, described
        return columns

    def _declared(self, words: list[str]) -> float:
        triples = _triples(words) if self.body else []
        if not triples:
            return 0.0
        return sum(triple in self.body for triple in triples) / len(triples)


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower())


def _triples(words: list[str]) -> list[tuple[str, str, str]]:
    return list(zip(words, words[1:], words[2:], strict=False))
