"""What running text looks like: its length, and how little of it is linked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reuse_guard.expressions import expression
from reuse_guard.text.endings import ends_sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml import etree

    from reuse_guard.documents.html_runs import RawBlock

LABEL = 25  # letters: shorter texts are labels, dates, names
PROSE_LENGTH = 80  # letters of a line or more; headlines and link lists stay below
# Scripts that write a word in one or two letters.
DENSE = expression(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_DENSE_SCALE = 2.5
_MOSTLY_DENSE = 0.3
_SAMPLED_BLOCKS, _SAMPLE = 200, 20_000
_SIGN = expression(r"[|•·©►→›»]")  # noqa: RUF001
_BAR = expression(r"[|•·©►→]\s|\s[|•·›→]|^[©•►]")  # noqa: RUF001
_BAR_OR_CRUMB = expression(rf"{_BAR.pattern}|[›»]\s")  # noqa: RUF001
HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})
STRONG = frozenset({"strong", "b"})
LIGHT = frozenset({"em", "i", "small"})
_EMPHASIS = STRONG | LIGHT
PROSE_LINKED = 0.3  # running text seldom links more than this part of itself
PROSE_MOST_LINKED = 0.6  # and more than this is no sentence with links in it


def is_prose(block: RawBlock, scale: float) -> bool:
    """Whether a block looks like running text."""
    return block.hidden is None and has_prose_shape(block, scale)


def has_prose_shape(block: RawBlock, scale: float) -> bool:
    """Whether the text of a block, seen or not, is as long as running text and as little linked.

    Sentences with many links in them are running text where what is not linked is as long.
    """
    size, linked = len(block.text), block.linked
    if size * scale < PROSE_LENGTH:
        return False
    if linked < PROSE_LINKED * size:
        return True
    is_most = linked < PROSE_MOST_LINKED * size and (size - linked) * scale >= PROSE_LENGTH
    return is_most and ends_sentence(block.text)


def scale_of(blocks: Sequence[RawBlock]) -> float:
    """How many letters of an alphabet one letter of a page's script stands for."""
    sample = "".join([block.text for block in blocks[:_SAMPLED_BLOCKS]])[:_SAMPLE]
    return _DENSE_SCALE if len(DENSE.findall(sample)) > _MOSTLY_DENSE * len(sample) else 1.0


def is_barred(text: str) -> bool:
    """Whether signs part a text as in a trail or a menu; marks that close quotations do not.

    >>> is_barred("News » Town » Bridge"), is_barred("The «Volna» choir sang"), is_barred("A | B")
    (True, False, True)
    """
    if _SIGN.search(text) is None:  # most texts have none: quickly told
        return False
    is_quoted = "«" in text or "‹" in text  # noqa: RUF001
    return (_BAR if is_quoted else _BAR_OR_CRUMB).search(text) is not None


def emphases_of(blocks: Sequence[RawBlock]) -> list[str | None]:
    """Of each block the name of the one element that sets all of it in another type.

    Thousands of blocks may stand in one `<pre>`, of which this is asked once.
    """
    known = {element: _emphasis_in(element) for element in {block.element for block in blocks}}
    return [known[block.element] for block in blocks]


def _emphasis_in(element: etree._Element) -> str | None:
    if (element.text or "").strip():
        return None
    child = next(element.iterchildren("*"), None)  # a comment sets nothing in type
    if child is None or child.tag not in _EMPHASIS:
        return None
    is_whole = next(child.itersiblings("*"), None) is None and not any(
        (node.tail or "").strip() for node in element
    )
    return str(child.tag) if is_whole else None
