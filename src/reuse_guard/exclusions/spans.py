"""From characters to words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from reuse_guard.text.spans import Span, union

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reuse_guard.text.words import Words


def words_in(words: Words, characters: Iterable[Span]) -> tuple[Span, ...]:
    """Spans of the words that begin inside these characters.

    >>> from reuse_guard.text.words import split_words
    >>> words_in(split_words("He said: “We won.”"), [Span(9, 18)])
    (Span(start=2, stop=4),)
    """
    spans = list(characters)
    if not spans:
        return ()
    bounds = words.starts.searchsorted(np.array(spans, np.int64).reshape(-1, 2))
    return tuple(union(Span(start, stop) for start, stop in bounds.tolist()))
