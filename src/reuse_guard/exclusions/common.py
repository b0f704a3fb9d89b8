"""Words that a text has from a source given by the caller: a press release, a law, a speech."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reuse_guard.align import align
from reuse_guard.text.spans import Span, union

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reuse_guard.text.words import Words


def common_words(words: Words, sources: Iterable[Words]) -> tuple[Span, ...]:
    """Spans of the words that stand in one of the sources as well.

    Ask it for the original and for the candidate: what both sides have from the same source,
    neither took from the other.
    """
    passages = (passage for source in sources for passage in align(words, source))
    return tuple(union(run for passage in passages for run in passage.copied))
