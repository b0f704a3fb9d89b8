"""Which characters of an article's body hold words that count for the share."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from reuse_guard.expressions import expression
from reuse_guard.text.endings import ends_sentence
from reuse_guard.text.spans import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reuse_guard.documents.model import Block

# Shorter lines are repeated for a reason, and so are the dishes of a plan for a week.
_LONG: Final = 80  # characters
# The hour of an entry of a live blog, the second of a line of a transcript.
_STAMP: Final = expression(r"[\[(]?\d{1,2}:[0-5]\d(?::[0-5]\d)?[\])]?[\s\u2013\u2014:,-]+(?=\w)")
_STAMPED: Final = 3  # blocks; one or two may begin with an hour because their sentences do


def counted_spans(body: Sequence[Block]) -> list[Span]:
    """Where the words of body blocks stand that count.

    A long paragraph that stands twice, for readers of two screens or in a teaser and in full, is
    one, the first. The times before lines of a transcript or of a live blog are no words of it.
    """
    first: dict[str, Block] = {}
    counted = [
        block
        for block in body
        if not _is_prose(block) or first.setdefault(block.text, block) is block
    ]
    stamps = [_STAMP.match(block.text) for block in counted]
    if sum(1 for stamp in stamps if stamp) < _STAMPED:
        stamps = [None] * len(counted)
    return [
        Span(block.start + (stamp.end() if stamp else 0), block.stop)
        for block, stamp in zip(counted, stamps, strict=True)
    ]


def _is_prose(block: Block) -> bool:
    return len(block.text) >= _LONG and ends_sentence(block.text)
