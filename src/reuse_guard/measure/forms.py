"""Whether two texts may be reports in one form: of the weather, of rates, of two earthquakes.

Their sentences are the same but for dates, hours and amounts, and neither is taken from the other.
A copy keeps the numbers, and where its words were replaced at random, numbers were as seldom as
others.
"""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray

    from reuse_guard.align import Passage
    from reuse_guard.text.words import Words

_GAP: Final = 6  # words between two copied ones that stand where others of the original stood
_FEWEST: Final = 5  # numbers; fewer may have been replaced by chance
_MOST_COPIED: Final = 0.4  # of the numbers: some stay the same from day to day
_DENSE: Final = 12  # words for each number at most; an article has fewer numbers
# So much more of the other words is copied. See docs/decisions/0077.
_APART: Final = 0.25
_MOST_KEPT: Final = 0.9  # of the numbers, in any order: a degree or two is in both reports


def may_be_form(passages: Iterable[Passage], words: Words, candidate: Words) -> bool:
    """Whether most numbers in what was copied are others, and hardly any other word.

    Args:
        passages: between an original and a candidate.
        words: of the original.
        candidate: all words of the candidate.
    """
    are_numbers = _are_numbers(words)
    if np.count_nonzero(are_numbers) < _FEWEST:
        return False
    counted = [passage for passage in passages if passage.kind.counts]
    copied, inside = _copied_among(counted, len(words))
    is_number = are_numbers & inside
    places = is_number.nonzero()[0]
    # "04:17" and "1,250" are two words and one number.
    begins = (np.diff(places, prepend=-2) > 1).nonzero()[0]
    others = int(np.count_nonzero(inside)) - len(places)
    if len(begins) < _FEWEST or not others or others > _DENSE * len(begins):
        return False
    of_numbers = float(np.logical_and.reduceat(copied[places], begins).mean())
    of_others = int(np.count_nonzero(copied & ~is_number)) / others
    if of_numbers > _MOST_COPIED or of_others - of_numbers < _APART:
        return False
    return _kept(words, places, candidate, counted) <= _MOST_KEPT


def _kept(
    words: Words, places: NDArray[np.int64], candidate: Words, passages: list[Passage]
) -> float:
    """The part of these numbers that the candidate has in the passages, in any order.

    In a table of results some are matched with the wrong rows; a copy of it has them all the same.
    """
    theirs = np.zeros(len(candidate), np.bool_)
    for passage in passages:
        theirs[slice(*passage.candidate)] = True
    ours = Counter(words.take(places).hashes.tolist())
    return (ours & Counter(candidate.take(theirs).hashes.tolist())).total() / ours.total()


def _copied_among(
    passages: list[Passage], size: int
) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """Which words of an original were copied, and which are these or stand closely between."""
    copied, inside = np.zeros((2, size), np.bool_)
    for passage in passages:
        for run in passage.copied:
            copied[slice(*run)] = inside[slice(*run)] = True
        for before, after in pairwise(passage.copied):
            if after.start - before.stop <= _GAP:
                inside[before.stop : after.start] = True
    return copied, inside


def _are_numbers(words: Words) -> NDArray[np.bool_]:
    """Which words begin with a digit."""
    first = words.letters.take(words.letter_starts)
    return (first >= ord("0")) & (first <= ord("9"))
