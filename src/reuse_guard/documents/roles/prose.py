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
_SIGN = re.compile(r"[|•·©►→›»]")  # noqa: RUF001
_BAR = re.compile(r"[|•·©►→]\s|\s[|•·›→]|^[©•►]")  # noqa: RUF001
_BAR_OR_CRUMB = re.compile(rf"{_BAR.pattern}|[›»]\s")  # noqa: RUF001
PROSE_LINKED = 0.3  # running text seldom links more than this part of itself


def is_prose(block: RawBlock, scale: float) -> bool:
    """Whether a block looks like running text."""
    return block.hidden is None and has_prose_shape(block, scale)


def has_prose_shape(block: RawBlock, scale: float) -> bool:
    """Whether the text of a block, seen or not, is as long as running text and as little linked."""
    size = len(block.text)
    return size * scale >= PROSE_LENGTH and block.linked < PROSE_LINKED * size


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
