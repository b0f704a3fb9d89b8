"""What was copied of an original besides what is read as its body."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from reuse_guard.align import align
from reuse_guard.measure.stock import STOCK_WORDS, count_own
from reuse_guard.text.spans import Span

if TYPE_CHECKING:
    from reuse_guard.documents.model import Document
    from reuse_guard.text.words import Words


def is_copied_outside(original: Document, candidate: Words) -> bool:
    """Whether more was copied than is read as the original's body, and than chance explains.

    Where the reading is doubtful it may be the article after all; else it does not matter. Lines as
    short as stock sentences are most of what pages have around their articles.

    Args:
        original: the article.
        candidate: all words of the candidate.
    """
    if not original.doubts:
        return False
    beside = original.once(_long_blocks)
    return count_own(align(beside, candidate), beside).close > STOCK_WORDS


def _long_blocks(document: Document) -> Words:
    words = document.words
    blocks = np.array([(b.start, b.stop) for b in document.blocks], np.int64).reshape(-1, 2)
    sizes = np.diff(np.searchsorted(words.starts, blocks))[:, 0]
    return words.within([Span(*block) for block in blocks[sizes > STOCK_WORDS].tolist()])
