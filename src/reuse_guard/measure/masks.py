"""Which words of a text are meant, as arrays of one truth value for each word."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from reuse_guard.documents.model import BODY_ROLES
from reuse_guard.text.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray

    from reuse_guard.documents.model import Document


def mask_of(spans: Iterable[Span], size: int) -> NDArray[np.bool_]:
    """Which of so many words stand in these spans of words.

    >>> mask_of([Span(1, 3)], 4).tolist()
    [False, True, True, False]
    """
    mask = np.zeros(size, np.bool_)
    for start, stop in spans:
        mask[start:stop] = True
    return mask


def words_in_body(document: Document) -> NDArray[np.bool_]:
    """Which words of the document are of its body, of all its paragraphs."""
    starts = document.words.starts
    if {block.role for block in document.blocks} <= BODY_ROLES:
        return np.ones(len(starts), np.bool_)
    places = [(block.start, block.stop) for block in document.body]
    bounds = np.searchsorted(starts, np.array(places, np.int64).reshape(-1, 2)).tolist()
    return mask_of((Span(*bound) for bound in bounds), len(starts))
