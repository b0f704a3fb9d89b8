"""The paragraphs of a text as its readers count them: "with a link in the first paragraph"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from reuse_guard.documents.furniture import kind_of
from reuse_guard.documents.model import Format, Role
from reuse_guard.text.begins import Begin, begins_in
from reuse_guard.text.endings import ends_paragraph
from reuse_guard.text.sentences import split_sentences
from reuse_guard.text.spans import Span

if TYPE_CHECKING:
    from reuse_guard.documents.model import Block, Document

# A standfirst stands above the first paragraph, a subheading between two.
_ROLES: Final = frozenset({Role.PARAGRAPH, Role.QUOTE, Role.LIST})
_LONG: Final = 8  # words; a shorter line above the text that ends no sentence is a name or a place
_LONG_LINE: Final = 60  # characters, where no spaces part words
_LOOKED_AT: Final = 50  # sentences; the listed terms place nothing below the second
_BREAKS: Final = dict.fromkeys(map(ord, "\n\v\f\r\x85\u2028\u2029"), " ")


def paragraphs_of(document: Document) -> list[Block]:
    """The visible paragraphs, from the first one of the text itself on; each item of a list is one.

    Above it stand names, places, "Listen to this article". Where no block is a paragraph, every
    visible block counts as one.
    """
    visible = [block for block in document.blocks if not block.hidden]
    blocks = [block for block in visible if block.role in _ROLES] or visible
    first = next((at for at, block in enumerate(blocks) if is_text(block.text)), 0)
    return blocks[first:]


class Sentences(NamedTuple):
    """The sentences of the paragraphs of a document, in characters of its text.

    Attributes:
        spans: each as limits count them.
        begins: where a reader who counts sentences sees them begin.
        sure_begins: those of them on which all readers agree.
    """

    spans: tuple[Span, ...]
    begins: tuple[int, ...]
    sure_begins: tuple[int, ...]


def sentences_of(document: Document) -> Sentences:
    """Find the sentences of a document; far down, where no terms place anything, all are sure."""
    spans, begins = list[Span](), list[Begin]()
    for block in paragraphs_of(document):
        text = _prose_of(block, document)
        found = split_sentences(text)
        spans += (Span(block.start + start, block.start + stop) for start, stop in found)
        looked_at = len(begins) < _LOOKED_AT
        counted = begins_in(text, found) if looked_at else (Begin(one.start) for one in found)
        begins += (Begin(block.start + start, is_sure) for start, is_sure in counted)
    return Sentences(
        tuple(spans),
        tuple(begin.start for begin in begins),
        tuple(begin.start for begin in begins if begin.is_sure),
    )


def _prose_of(block: Block, document: Document) -> str:
    """A block's text, where every line break ends something.

    The lines of one block of plain text are wrapped, so their breaks end nothing: spaces then.
    """
    return block.text.translate(_BREAKS) if document.format is Format.TEXT else block.text


def is_text(text: str) -> bool:
    """Whether it is no line by itself: a name, a place, a day.

    >>> is_text("Ivan Petrov"), is_text("It rained."), is_text("Source: The Courier")
    (False, True, False)
    """
    if kind_of(text):
        return False
    is_long = len(text) > _LONG_LINE or len(text.split(None, _LONG)) >= _LONG
    return is_long or ends_paragraph(text)
