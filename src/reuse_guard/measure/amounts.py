"""How much of a text was copied, in every unit that terms count in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from reuse_guard.frozen import frozen
from reuse_guard.measure.reach import reach_of
from reuse_guard.policy.limits import Unit

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from reuse_guard.documents.model import Document
    from reuse_guard.measure.outline import Outline
    from reuse_guard.text.spans import Span
    from reuse_guard.text.words import Words

# A sentence or paragraph is used when half its words are copied, or so many: eight words in a row
# are rarely alike by chance, and a long paragraph can lend a sentence.
USED_WORDS = 8


@frozen
class Amount:
    """Units of one kind in one text.

    Attributes:
        copied: how many were copied.
        total: how many there are.
        reach: place of the last copied one, from 1; 0 where nothing was copied.
        sure_reach: the same of the last one that is not there by chance; None where it is `reach`.
    """

    copied: int
    total: int
    reach: int
    sure_reach: int | None = None


NOTHING = Amount(0, 0, 0)


@frozen
class Amounts:
    """The same copy, counted in four units."""

    words: Amount = NOTHING
    characters: Amount = NOTHING
    sentences: Amount = NOTHING
    paragraphs: Amount = NOTHING

    def of(self, unit: Unit) -> Amount:
        """The amount in one unit; a fraction is one of words."""
        if unit is Unit.CHARACTERS:
            return self.characters
        if unit is Unit.SENTENCES:
            return self.sentences
        if unit is Unit.PARAGRAPHS:
            return self.paragraphs
        return self.words


NONE = Amounts()


def count_amounts(
    document: Document, words: Words, copied: NDArray[np.bool_], outline: Outline
) -> Amounts:
    """Count what was copied of one text.

    Args:
        document: the text.
        words: the words of it that count.
        copied: which of them were copied; as long as `words`.
        outline: the sentences and paragraphs of it.
    """
    sentence_of = _numbers(words.starts, outline.sentences)
    paragraph_of = _numbers(words.starts, outline.paragraphs)
    used_sentences = _used(sentence_of, copied, len(outline.sentences))
    used_paragraphs = _used(paragraph_of, copied, len(outline.paragraphs))
    # What reaches far into a text is a copied sentence, not a word alike by chance.
    sure, last = reach_of(copied, copied & np.append(used_sentences, True)[sentence_of])
    sizes = _character_sizes(document, words)
    ends = np.cumsum(sizes)
    return Amounts(
        words=Amount(int(copied.sum()), len(words), last, None if sure == last else sure),
        characters=Amount(
            _copied_characters(words, copied, sizes),
            int(ends[-1]) if len(ends) else 0,
            int(ends[last - 1]) if last else 0,
            None if sure == last else int(ends[sure - 1]) if sure else 0,
        ),
        sentences=_amount(used_sentences),
        paragraphs=_amount(used_paragraphs),
    )


def _numbers(starts: NDArray[np.int64], spans: tuple[Span, ...]) -> NDArray[np.int64]:
    """For each word the index of its span, -1 for a word in none."""
    if not spans:
        return np.full(len(starts), -1, np.int64)
    bounds = np.array(spans, np.int64)
    numbers = np.searchsorted(bounds[:, 0], starts, "right") - 1
    numbers[starts >= bounds[numbers, 1]] = -1
    return numbers


def _used(numbers: NDArray[np.int64], copied: NDArray[np.bool_], count: int) -> NDArray[np.bool_]:
    inside = numbers >= 0
    total = np.bincount(numbers[inside], minlength=count)
    taken = np.bincount(numbers[inside & copied], minlength=count)
    used: NDArray[np.bool_] = (taken > 0) & ((2 * taken >= total) | (taken >= USED_WORDS))
    return used


def _amount(used: NDArray[np.bool_]) -> Amount:
    return Amount(int(used.sum()), len(used), _last(used))


def _last(flags: NDArray[np.bool_]) -> int:
    places = np.flatnonzero(flags)
    return int(places[-1]) + 1 if len(places) else 0


def _character_sizes(document: Document, words: Words) -> NDArray[np.int64]:
    """Characters of each word, with the spaces and marks up to the next one in its block."""
    sizes = words.stops - words.starts
    block_of = np.searchsorted([block.start for block in document.blocks], words.starts, "right")
    together = block_of[1:] == block_of[:-1]
    sizes[:-1] += np.where(together, words.starts[1:] - words.stops[:-1], 0)
    return sizes


def _copied_characters(words: Words, copied: NDArray[np.bool_], sizes: NDArray[np.int64]) -> int:
    """Characters of the copied words; what stands between counts where both sides are copied."""
    with_gap = copied.copy()
    with_gap[:-1] &= copied[1:]
    alone = copied & ~with_gap
    return int(sizes[with_gap].sum() + (words.stops - words.starts)[alone].sum())
