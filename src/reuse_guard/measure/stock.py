"""Short whole sentences, as every newsroom writes them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from reuse_guard.measure.outline import Outline
    from reuse_guard.text.words import Words

# Stock sentences of news have up to so many words ("He was not available for comment.").
STOCK_WORDS = 8
# Two of them may follow each other ("The investigation is continuing. Police are asking witnesses
# to come forward."). One copied run of two sentences in a hundred is as short (decision 0064).
STOCK_SENTENCES_WORDS = 12


def are_short_sentences(words: Words, copied: NDArray[np.bool_], outline: Outline) -> bool:
    """Whether nothing was copied but whole sentences of at most `STOCK_WORDS`.

    Args:
        words: the words of a text that count.
        copied: which of them were copied; as long as `words`.
        outline: the sentences of the text.
    """
    sentences = np.array(outline.sentences, np.int64).reshape(-1, 2)
    bounds = np.searchsorted(words.starts, sentences)
    sizes = np.diff(bounds)[:, 0]
    taken = np.diff(np.append(0, np.cumsum(copied))[bounds])[:, 0]
    is_short = (taken == sizes) & (sizes <= STOCK_WORDS)
    return int(taken[is_short].sum()) == int(copied.sum())
