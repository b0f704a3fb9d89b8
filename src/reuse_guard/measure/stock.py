"""What texts share without a copy: stock sentences, the facts of one event, quoted speech."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from reuse_guard.align.prepared import PLAIN_LETTERS, Prepared
from reuse_guard.frozen import frozen

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
# "The ministry did not immediately respond to a request for comment." "The views expressed here are
# the author's own." Such sentences name nobody and tell no number; of the shortest runs of
# sentences that are a twentieth of an article one English in 110 is such, one Russian in 26. Of an
# article so short that they are over a tenth of it they are no chance (decision 0064).
STOCK_PHRASES_WORDS = 16
STOCK_PHRASES_PART = Fraction(1, 10)
# Two reports of one event share names, titles and numbers: a few words here and there. A passage is
# close, and no such thing, that has so much in common, or more words in a row than a stock sentence
# has. Of 71 pairs of saved articles that share words no such report shares more than 40; of single
# sentences with 30% of their words edited one in 150 is not close (decision 0068).
SCATTERED_WORDS = 50
# So many words may be formulae besides ("If you have been affected ... call the helpline on ...").
FORMULAE_WORDS = 100
_CLOSE = 0.6
_PLAIN = 3  # words in a phrase that are no names, numbers or particles
_LETTERS = PLAIN_LETTERS[1]


@frozen
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


def count_own(passages: Iterable[Passage], words: Words, others: Iterable[Span] = ()) -> Own:
    """Count the words of an original that are copied and that both texts have from nobody else.

    Args:
        passages: between the original and a candidate.
        words: of the original.
        others: those of them that are somebody else's: quoted speech, a common source.
    """
    is_own = np.ones(len(words), np.bool_)
    for start, stop in others:
        is_own[start:stop] = False
    copied, close = np.zeros((2, len(words)), np.bool_)
    for passage in passages:
        if passage.kind.counts:
            is_close = passage.similarity >= _CLOSE or _has_phrase(passage, words, is_own)
            for start, stop in passage.copied:
                copied[start:stop] = True
                close[start:stop] |= is_close
    return Own(int((copied & is_own).sum()), int((close & is_own).sum()))


def _has_phrase(passage: Passage, words: Words, is_own: NDArray[np.bool_]) -> bool:
    """Whether more own words stand in a row, on both sides, than a stock sentence has.

    The name of an institution with its town may be as long, but has few words that are no names.
    """
    if max(run.size for run in passage.copied_candidate) <= STOCK_WORDS:
        return False
    plain = words.once(Prepared.of).plain_before[_LETTERS]
    for start, stop in passage.copied:
        edges = [start - 1, *(np.flatnonzero(~is_own[start:stop]) + start).tolist(), stop]
        for before, after in pairwise(edges):
            if after - before - 1 > STOCK_WORDS and plain[after] - plain[before + 1] >= _PLAIN:
                return True
    return False


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


def name_something(words: Words, copied: NDArray[np.bool_], outline: Outline) -> bool:
    """Whether a copied word is a number or, by its capital, a name.

    A capital at the beginning of a sentence tells nothing, nor do capitals that most words have.

    Args:
        words: the words of a text that count.
        copied: which of them were copied; as long as `words`.
        outline: the sentences of the text.
    """
    is_named = np.diff(words.once(Prepared.of).numbers_before) > 0
    if words.is_cased:
        starts = np.array([sentence.start for sentence in outline.sentences], np.int64)
        begins = np.zeros(len(words) + 1, np.bool_)
        begins[np.searchsorted(words.starts, starts)] = True
        is_named |= words.capitals & ~begins[:-1]
    return bool((is_named & copied).any())
