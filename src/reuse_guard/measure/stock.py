"""What texts share without a copy: stock sentences, the facts of one event, quoted speech."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray

    from reuse_guard.align import Passage
    from reuse_guard.measure.outline import Outline
    from reuse_guard.text.spans import Span
    from reuse_guard.text.words import Words

# Stock sentences of news have up to so many words ("He was not available for comment.").
STOCK_WORDS = 8
# Two of them may follow each other ("The investigation is continuing. Police are asking witnesses
# to come forward."). One copied run of two sentences in a hundred is as short (decision 0064).
STOCK_SENTENCES_WORDS = 12
# Two reports of one event share names, titles and numbers: a few words here and there. A passage is
# close, and no such thing, that has so much in common, or more words in a row than a stock sentence
# has. Of 72 pairs of saved articles that share words no such report shares more than 40; of single
# sentences with 30% of their words edited one in 150 is not close (decision 0068).
SCATTERED_WORDS = 50
_CLOSE = 0.6


@dataclass(frozen=True, slots=True)
class Own:
    """Copied words that are the publisher's, as far as can be told.

    Attributes:
        words: all of them.
        close: those in passages that are closer than two reports of one event.
    """

    words: int
    close: int

    @property
    def may_be_facts(self) -> bool:
        """Whether two reports of one event may share them."""
        return self.words <= SCATTERED_WORDS and self.close <= STOCK_WORDS


def count_own(passages: Iterable[Passage], size: int, others: Iterable[Span] = ()) -> Own:
    """Count the copied words that both texts have from nobody else.

    Args:
        passages: between an original and a candidate.
        size: words of the original.
        others: those of them that are somebody else's: quoted speech, a common source.
    """
    is_own = np.ones(size, np.bool_)
    for start, stop in others:
        is_own[start:stop] = False
    words = close = 0
    for passage in passages:
        if passage.kind.counts:
            runs = [is_own[run.start : run.stop] for run in passage.copied]
            own = sum(int(run.sum()) for run in runs)
            there = max(run.size for run in passage.copied_candidate)
            longest = min(there, max(map(_longest, runs)))
            words += own
            close += own * (passage.similarity >= _CLOSE or longest > STOCK_WORDS)
    return Own(words, close)


def _longest(mask: NDArray[np.bool_]) -> int:
    """The most true values in a row."""
    others = np.flatnonzero(~mask)
    return int(np.diff(np.concatenate(([-1], others, [len(mask)]))).max()) - 1


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
