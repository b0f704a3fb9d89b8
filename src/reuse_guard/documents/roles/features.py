"""What a block shows by itself, as numbers from 0 to 1: its text, its links, its place.

Nothing here knows a language: sentences are told by their closing marks in any script, running
text by its length. Names of boxes (`hints.py`) and declarations of the page come second.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

import numpy as np

from reuse_guard.documents.roles.boxes import PROSE_LENGTH, PROSE_LINKED
from reuse_guard.documents.roles.headline import folded_title, is_part_of_title, likeness_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from reuse_guard.documents.html_runs import RawBlock
    from reuse_guard.documents.roles.boxes import Box, Boxes

# Closing marks and commas of many scripts.
_STOP = re.compile(r"[.!?…。！？।؟։။።۔។]['\"’”»›）」』)\]]*$")  # noqa: RUF001
_COMMA = re.compile(r"[,，、،؛;]")  # noqa: RUF001
_BAR_SIGN = re.compile(r"[|•·©►→›»]")  # noqa: RUF001 - most texts have none: quickly told
_BAR = re.compile(r"[|•·©►→›»]\s|\s[|•·›→]|^[©•►]")  # noqa: RUF001
_HANDLE = re.compile(r"(?<!\w)@\w|https?://|www\.|\w@\w+\.\w")
_CLAUSE = re.compile(r"[^:：]{2,40}[:：]")  # noqa: RUF001
_WORD = re.compile(r"\w+")
_SHORT = 25  # letters: a label, a date, a name
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
_BAD_NEAR = (
    "furniture", "author", "meta", "join", "caption", "picture", "share", "buttons", "related",
    "ad",
)  # fmt: skip
_BAD_AROUND = ("related", "author", "meta", "join", "share", "furniture", "ad")

SHAPE = ("short", "middling", "long", "stop", "commas", "capitals", "no_letters")
LINKS = ("linked", "mostly_linked", "wholly_linked", "bar", "handle", "label_and_link")
TAGS = (
    "paragraph_of_prose", "generic_of_prose", "item", "cell", "heading", "generic_beside_p",
    "quoted", "all_emphasis", "all_strong", "top_heading",
)  # fmt: skip
PLACE = (
    "apart", "in_header", "in_footer", "in_aside", "in_figure", "line_of_picture", "in_article",
    "other_article", "in_main", "in_article_body", "comments", "hidden", "prose_here",
    "prose_around", "prose_further",
    *(f"near_{name}" for name in _BAD_NEAR), "near_prose", "near_lead", "near_article",
    *(f"around_{name}" for name in _BAD_AROUND), "around_prose", "around_article",
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
    scale, folded = boxes.scale, boxes.folded
    relations = _Relations(blocks, declared, headline, scale)
    rows = []
    for index, (block, box) in enumerate(zip(blocks, boxes.of, strict=True)):
        stop = _STOP.search(block.text[-12:]) is not None
        rows.append(
            (
                *_shape(block.text, scale, stop=stop),
                *_links(block, stop=stop),
                *_tags(block, box, scale, paragraphs=boxes.paragraphs),
                *_place(
                    box,
                    boxes.prose or 1.0,
                    hidden=block.hidden is not None and not folded,
                    stop=stop,
                ),
                *relations.of(index, stop=stop),
            )
        )
    # Three times as fast as an array of the rows, a tenth of the time of all features.
    return np.fromiter(chain.from_iterable(rows), np.float64).reshape(-1, len(NAMES))


def _shape(text: str, scale: float, *, stop: bool) -> tuple[float, ...]:
    size = len(text) * scale
    start = text[:_LONG]
    letters = sum(map(str.isalpha, start))
    return (
        size < _SHORT,
        _SHORT <= size < PROSE_LENGTH,
        size >= _LONG,
        stop,
        min(3, len(_COMMA.findall(text))) / 3,
        sum(map(str.isupper, start)) > _MOSTLY * letters,
        letters <= 1,
    )


def _links(block: RawBlock, *, stop: bool) -> tuple[float, ...]:
    text = block.text
    linked = block.linked / len(text)
    return (
        linked,
        linked > _MOSTLY,
        linked > _WHOLLY and not stop,
        _BAR_SIGN.search(text) is not None and _BAR.search(text) is not None,
        ("@" in text or "//" in text or "www." in text) and _HANDLE.search(text) is not None,
        linked > PROSE_LINKED and not stop and _CLAUSE.match(text) is not None,
    )


def _tags(block: RawBlock, box: Box, scale: float, *, paragraphs: float) -> tuple[float, ...]:
    size = len(block.text) * scale
    tag = _kind(box)
    generic = tag in _GENERIC
    only = only_child(block)
    return (
        tag == "p" and size >= PROSE_LENGTH and block.linked < PROSE_LINKED * len(block.text),
        generic and size >= PROSE_LENGTH,
        tag == "li",
        tag in CELLS,
        tag in HEADINGS,
        generic * paragraphs,
        "blockquote" in box.inside,
        only in ("em", "i", "small"),
        only in ("strong", "b"),
        tag == "h1",
    )


def _kind(box: Box) -> str:
    """What an element is used as: columns of a page and custom elements are boxes like any."""
    is_box = "-" in box.tag or (box.tag in CELLS and box.in_layout)
    return "div" if is_box else box.tag


def only_child(block: RawBlock) -> str | None:
    """Name of the one inline element that holds the whole block."""
    element = block.element
    child = next(element.iterchildren(), None)
    if child is None or child.getnext() is not None or (element.text or "").strip():
        return None
    return None if (child.tail or "").strip() else str(child.tag)


def _place(box: Box, prose: float, *, hidden: bool, stop: bool) -> tuple[float, ...]:
    inside = box.inside
    outer = box.parent or box
    further = outer.parent or outer
    near, around = box.near, box.around
    return (
        not _APART.isdisjoint(inside),
        "header" in inside,
        "footer" in inside,
        "aside" in inside,
        "figure" in inside,
        not stop and (("figure" in inside and _FIGURES.isdisjoint(inside)) or "picture" in near),
        "article" in inside,
        box.in_other_article,
        "main" in inside,
        box.in_article_body,
        box.is_comments,
        hidden,
        box.prose / prose,
        outer.prose / prose,
        further.prose / prose,
        *[name in near for name in _BAD_NEAR],
        "prose" in near,
        "lead" in near,
        "article" in near,
        *[name in around for name in _BAD_AROUND],
        "prose" in around,
        "article" in around,
    )


class _Relations:
    """How blocks relate to the rest of the page: headline, copies, declared texts."""

    def __init__(
        self,
        blocks: Sequence[RawBlock],
        declared: Declared,
        headline: int | None,
        scale: float,
    ) -> None:
        self.blocks = blocks
        self.headline = headline
        self.scale = scale
        self.title = folded_title(declared.title)
        self.description = set(_words(declared.description[:_LONGEST]))
        body = _words(declared.article_body)
        self.body = set(_triples(body)) if len(body) >= _TELLING_BODY else set()
        self.places: dict[str, set[object]] = defaultdict(set)
        for block in blocks:
            if len(block.text) * scale >= PROSE_LENGTH:
                self.places[block.text].add(block.element.getparent())

    def of(self, index: int, *, stop: bool) -> tuple[float, ...]:
        """The features of one block, in the order of `PAGE`."""
        text = self.blocks[index].text
        size = len(text)
        headline = self.headline
        words = _words(text) if (self.body or self.description) and size >= _SHORT else []
        declared = self._declared(words)
        under = headline is not None and 0 < index - headline <= _UNDER_HEADLINE
        return (
            bool(self.title)
            and size <= len(self.title)
            and is_part_of_title(text.lower(), self.title),
            headline is not None and index < headline,
            under,
            under and not stop and size * self.scale < PROSE_LENGTH,
            size * self.scale >= PROSE_LENGTH and len(self.places[text]) > 1,
            declared,
            bool(self.body) and bool(words) and declared < _NOT_DECLARED,
            self._described(set(words)) if len(words) > _FEW_WORDS else 0.0,
        )

    def _declared(self, words: list[str]) -> float:
        triples = _triples(words) if self.body else []
        if not triples:
            return 0.0
        return sum(triple in self.body for triple in triples) / len(triples)

    def _described(self, words: set[str]) -> float:
        return likeness_of(words, self.description)


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower())


def _triples(words: list[str]) -> list[tuple[str, str, str]]:
    return list(zip(words, words[1:], words[2:], strict=False))
