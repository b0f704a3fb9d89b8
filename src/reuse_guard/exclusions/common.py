"""Words that a text has from a source given by the caller: a press release, a law, a speech."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reuse_guard.align import align
from reuse_guard.documents.read import read
from reuse_guard.errors import ReadError
from reuse_guard.text.spans import Span, union

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from reuse_guard.documents.model import Document
    from reuse_guard.text.words import Words


def common_words(words: Words, sources: Iterable[Words]) -> tuple[Span, ...]:
    """Spans of the words that stand in one of the sources as well.

    Ask it for the original and for the candidate: what both sides have from the same source,
    neither took from the other.
    """
    passages = (passage for source in sources for passage in align(words, source))
    return tuple(union(run for passage in passages for run in passage.copied))


def read_common_source(source: str | bytes | Path | Document) -> Document:
    """Read a text that both sides may have quoted.

    Raises:
        ReadError: it cannot be read, or holds no words: it would silently not count.
    """
    document = read(source, name="common source")
    if not len(document.words):
        msg = "holds no words, so nothing of it can be found; give its text, or leave it out"
        raise ReadError(msg, source=document.source)
    return document
