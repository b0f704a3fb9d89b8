"""Which block is the article's headline."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from reuse_guard.documents.roles.prose import is_prose
from reuse_guard.expressions import expression
from reuse_guard.text.endings import ends_clause

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reuse_guard.documents.html_runs import RawBlock

# Headings that may be the headline, each with how like the title it must be.
_HEADLINES: Final = {"h1": 0.5, "h2": 0.8, "h3": 0.8}
_TITLE_PART = 15  # letters below which a piece of the title is chance
_LINES, _LINE = 4, 60  # of a date and a name below a headline in one block, and letters of each
_LONGEST = 2_000  # characters of a title that are looked at
_WORD = expression(r"\w+")


def find_headline(blocks: Sequence[RawBlock], title: str, scale: float) -> int | None:
    """Index of the block that is the article's headline.

    That is the heading most like the title; where none is like it, the first `<h1>`, which many
    sites give to their own name instead, or the first text that stands in the title.

    Args:
        blocks: of one page, in order.
        title: the page's own.
        scale: letters of an alphabet that one letter of the page's script stands for.
    """
    folded = folded_title(title)
    best, likeness = None, 0.0
    for index, alike, is_again in _like_the_title(blocks, folded, scale):
        if alike > likeness or (alike == likeness and is_again):
            best, likeness = index, alike
    if best is not None:
        return best
    first = next((i for i, block in enumerate(blocks) if block.element.tag == "h1"), None)
    if first and _is_named(blocks[first - 1], folded):  # the `<h1>` is the standfirst
        return first - 1
    return _title_part(blocks, folded) if first is None else first


def is_part_of_title(text: str, title: str) -> bool:
    """Whether a text in lower case is a folded title or a telling part of it."""
    return text == title or (len(text) > _TITLE_PART and text in title)


def folded_title(title: str) -> str:
    """A title in lower case with single spaces."""
    return " ".join(title[:_LONGEST].lower().split())


def likeness_of(some: set[str], others: set[str]) -> float:
    """How many of the words of both are in both."""
    common = len(some & others)
    return common / (len(some) + len(others) - common) if common else 0.0


def _like_the_title(
    blocks: Sequence[RawBlock], title: str, scale: float
) -> Iterator[tuple[int, float, bool]]:
    """Headings like the title: index, how like, and whether it is an `<h1>` before any text.

    A bar that stays in view may repeat the headline before the headline itself.
    """
    wanted = set(_WORD.findall(title))
    text_since = False
    for index, block in enumerate(blocks):
        tag = block.element.tag
        if tag not in _HEADLINES:
            text_since = text_since or is_prose(block, scale)
            continue
        alike = likeness_of(wanted, set(_WORD.findall(block.text[:_LONGEST].lower())))
        if alike >= _HEADLINES[tag]:
            yield index, alike, tag == "h1" and not text_since
            text_since = False


def _is_named(block: RawBlock, title: str) -> bool:
    """Whether a block is the title itself, and no link as in a trail of pages."""
    return (
        not block.linked
        and block.element.tag != "li"
        and len(title) > _TITLE_PART
        and folded_title(block.text) == title
    )


def _title_part(blocks: Sequence[RawBlock], title: str) -> int | None:
    return next((index for index, block in enumerate(blocks) if _is_in(title, block.text)), None)


def _is_in(title: str, text: str) -> bool:
    """Whether a text stands in the title: all of it, or its first line above a date and a name."""
    first, *rest = text.split("\n", _LINES)
    return (
        len(first) > _TITLE_PART
        and first.lower() in title
        and all(len(line) < _LINE and not ends_clause(line) for line in rest)
    )
