"""Sentences and paragraphs of a document, and where in them a character stands."""

from __future__ import annotations

from bisect import bisect_right
from itertools import takewhile
from typing import TYPE_CHECKING, Final

from reuse_guard.documents.model import Role
from reuse_guard.documents.paragraphs import is_text, paragraphs_of, sentences_of
from reuse_guard.frozen import frozen
from reuse_guard.text.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reuse_guard.documents.model import Block, Document

# A name, a place and a day may stand at the end; more lines are a list, or the text itself.
_LINES_BELOW: Final = 3
# Characters: a source in a paragraph of its own, and a site's own words below it, are no longer.
_SOURCE: Final = 80
_SHORT: Final = 120


@frozen
class Position:
    """How far down in the text something stands.

    Attributes:
        sentence: number of the sentence it stands in or after, from 1; 0 above the first.
        paragraph: the same for paragraphs.
        last: it stands in the last paragraph or below.
        perhaps_last: it stands between paragraphs or in a short one, not the first, and only a few
            short ones stand below, which the site itself may say: "Support our newsroom".
        between: it stands in no paragraph, or in a line of its own ("First published in the
            Courier"), but below the one it is numbered by.
        least: number of the sentence where none ends that may go on; None where it is `sentence`.
    """

    sentence: int
    paragraph: int
    last: bool
    between: bool = False
    least: int | None = None
    perhaps_last: bool = False


@frozen
class Outline:
    """Where sentences and paragraphs stand; characters of `Document.text`.

    Attributes:
        sentences: of the paragraphs.
        begins: where a reader who counts sentences sees them begin.
        sure_begins: those of them on which all readers agree.
        paragraphs: text blocks; the items of one list are one paragraph.
        lines_below: how many of them, at the end, are lines such as a name and no text; three at
            most.
        short_below: how many are short, at the end; three at most.
        lines: first characters of the paragraphs that are such lines.
    """

    sentences: tuple[Span, ...]
    begins: tuple[int, ...]
    sure_begins: tuple[int, ...]
    paragraphs: tuple[Span, ...]
    lines_below: int = 0
    short_below: int = 0
    lines: frozenset[int] = frozenset()

    def position(self, offset: int) -> Position:
        """How far down a character stands; a line of its own is taken with the paragraph above."""
        paragraph = _begun(self.paragraphs, offset)
        within = self.paragraphs[paragraph - 1] if paragraph else Span(0, 0)
        between = paragraph > 0 and offset >= within.stop
        is_line = between or (paragraph > 1 and within.stop - within.start <= _SOURCE)
        is_own = paragraph > 1 and not between and within.start in self.lines
        if is_own:
            offset = self.paragraphs[paragraph - 2].stop
        sentence = bisect_right(self.begins, offset)
        least = bisect_right(self.sure_begins, offset)
        return Position(
            sentence=sentence,
            paragraph=paragraph - is_own,
            last=paragraph >= len(self.paragraphs) - self.lines_below,
            between=between or is_own,
            least=None if least == sentence else least,
            perhaps_last=is_line and len(self.paragraphs) - paragraph <= self.short_below,
        )


def outline(document: Document) -> Outline:
    """Find the sentences and paragraphs that a reader sees as the article."""
    blocks = paragraphs_of(document)
    return Outline(
        *document.once(sentences_of),
        tuple(_paragraphs(blocks)),
        _lines_below(blocks),
        _short_below(blocks),
        frozenset(block.start for block in blocks if _is_line(block)),
    )


def _is_line(block: Block) -> bool:
    return block.role is not Role.LIST and not is_text(block.text)


def _lines_below(blocks: list[Block]) -> int:
    """How many lines stand below the text, three at most; a text of nothing else has none."""
    lines = sum(1 for _ in takewhile(_is_line, reversed(blocks)))
    return min(lines, _LINES_BELOW) if lines < len(blocks) else 0


def _short_below(blocks: list[Block]) -> int:
    """How many short paragraphs stand at the end, three at most; a list is the text's."""
    last = reversed(blocks[-_LINES_BELOW:])
    is_short = (block.role is not Role.LIST and len(block.text) <= _SHORT for block in last)
    return sum(1 for _ in takewhile(bool, is_short))


def _begun(spans: tuple[Span, ...], offset: int) -> int:
    return bisect_right(spans, offset, key=lambda span: span.start)


def _paragraphs(blocks: list[Block]) -> Iterator[Span]:
    """One span for each block, and one for all items of a list."""
    pending: Span | None = None
    for block in blocks:
        if block.role is Role.LIST:
            pending = Span(pending.start if pending else block.start, block.stop)
            continue
        if pending:
            yield pending
            pending = None
        yield Span(block.start, block.stop)
    if pending:
        yield pending
