"""What running text looks like: its length, and how little of it is linked."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reuse_guard.documents.html_runs import RawBlock

LABEL = 25  # letters: shorter texts are labels, dates, names
PROSE_LENGTH = 80  # letters of a line or more; headlines and link lists stay below
# Scripts that write a word in one or two letters.
DENSE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_DENSE_SCALE = 2.5
_MOSTLY_DENSE = 0.3
_SAMPLED_BLOCKS, _SAMPLE = 200, 20_000
# Marks of many scripts that end sentences, those that end clauses, and what may stand after them.
_STOPS = frozenset(
    ".!?\u2026\u2025\u203c\u203d\u2047\u2048\u2049"
    "\u3002\uff61\uff0e\uff01\uff1f"  # Chinese and Japanese, half and full width
    "\u0964\u0965\u061f\u06d4\u1362\u1367"  # Indian, Arabic, Ethiopic
    "\u0589\u055c\u055e\u037e\u104b\u17d4\u17d5\u0f0d\u0f0e\u1803"  # Armenian to Mongolian
)
_PAUSES = frozenset(":;,\uff1a\uff1b\uff0c\u3001\u060c\u061b\u1363\u1364")
_CLOSING = "'\"’“”»›）」』》〉】〕)] \u00a0\u202f"  # noqa: RUF001 - « Oui. » has a space in it
_TAIL = 12  # letters in which a sentence is seen to end
_SIGN = re.compile(r"[|•·©►→›»]")  # noqa: RUF001
_BAR = re.compile(r"[|•·©►→]\s|\s[|•·›→]|^[©•►]")  # noqa: RUF001
_BAR_OR_CRUMB = re.compile(rf"{_BAR.pattern}|[›»]\s")  # noqa: RUF001
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


def ends_sentence(text: str) -> bool:
    """Whether a text ends as a sentence does, in whatever script.

    >>> ends_sentence("« Oui. »"), ends_sentence("Er sagte: „Nein.“"), ends_sentence("Page 3")
    (True, True, False)
    """
    return text[-_TAIL:].rstrip(_CLOSING)[-1:] in _STOPS


def ends_clause(text: str) -> bool:
    """The same, or with a mark that more is to follow, as before a list.

    >>> ends_clause("They ask:"), ends_clause("Town news")
    (True, False)
    """
    last = text[-_TAIL:].rstrip(_CLOSING)[-1:]
    return last in _STOPS or last in _PAUSES


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


def emphasis_of(block: RawBlock) -> str | None:
    """Name of the one element that sets all of a block in another type, as `<strong>` does."""
    element = block.element
    if (element.text or "").strip():
        return None
    child = next(element.iterchildren(), None)
    if child is None or child.tag not in _EMPHASIS:
        return None
    is_whole = child.getnext() is None and not (child.tail or "").strip()
    return str(child.tag) if is_whole else None
