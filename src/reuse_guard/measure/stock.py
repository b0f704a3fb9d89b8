"""What texts share without a copy: stock sentences, and the facts of one event."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray

    from reuse_guard.align import Passage
    from reuse_guard.measure.outline import Outline
    from reuse_guard.text.words import Words

# Stock sentences of news have up to so many words ("He was not available for comment.").
STOCK_WORDS = 8
# Two of them may follow each other ("The investigation is continuing. Police are asking witnesses
# to come forward."). One copied run of two sentences in a hundred is as short (decision 0064).
STOCK_SENTENCES_WORDS = 12
# Two reports of one event share names, titles and numbers: a few words here and there. A passage is
# close, and no such thing, that has so much in common, or more words in a row than a stock sentence
# has. Of 75 pairs of saved articles that share words no such report shares more than 40; of single
# sentences with 30% of their words edited one in 150 is not close (decision 0067).
SCATTERED_WORDS = 50
_CLOSE = 0.6


def close_words(passages: Iterable[Passage]) -> int:
    """The copied words of those passages that are closer than two reports of one event."""
    return sum(
        sum(run.size for run in passage.copied)
        for passage in passages
        if passage.kind.counts and (passage.similarity >= _CLOSE or _run(passage) > STOCK_WORDS)
    )


def _run(passage: Passage) -> int:
    """The most words in a row that are copied, on both sides."""
    runs = (passage.copied, passage.copied_candidate)
    return min(max(run.size for run in side) for side in runs)


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
