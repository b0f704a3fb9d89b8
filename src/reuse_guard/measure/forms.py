"""Whether two texts may be reports in one form: of the weather, of rates, of two court cases.

Their sentences are the same but for dates, hours, amounts and names, and neither is taken from the
other. A copy keeps these facts, and where its words were replaced at random, facts were as seldom
as others.
"""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray

    from reuse_guard.align import Passage
    from reuse_guard.text.words import Words


class _Least(NamedTuple):
    """What facts must come to; see docs/decisions/0077.

    Attributes:
        facts: so many; fewer may have been replaced by chance.
        dense: other words for each fact at most; an article has fewer numbers.
        apart: so much more of the other words is copied.
    """

    facts: int
    dense: int
    apart: float


_GAP: Final = 6  # words between two copied ones that stand where others of the original stood
_MANY: Final = _Least(facts=5, dense=12, apart=0.25)
_FEW: Final = _Least(facts=3, dense=25, apart=0.6)
_MOST_COPIED: Final = 0.4  # of the facts: some stay the same from day to day
_MOST_WORDS: Final = 0.8  # of their words: of a date the day alone may be another
_MOST_KEPT: Final = 0.9  # of the facts, in any order: a degree or two is in both reports
_LEAST_NEW: Final = 0.5  # for each that is not kept; "he" in the place of a name is no other name


def may_be_form(passages: Iterable[Passage], words: Words, candidate: Words) -> bool:
    """Whether most facts in what was copied are others, and hardly any other word.

    Facts are numbers by themselves, or numbers and names.

    Args:
        passages: between an original and a candidate.
        words: of the original.
        candidate: all words of the candidate.
    """
    counted = [passage for passage in passages if passage.kind.counts]
    if not counted:
        return False
    copied, inside = _copied_among(counted, len(words))
    numbers, names = (are_facts(words) & inside for are_facts in (_are_numbers, _are_names))
    facts = numbers | names
    return any(
        _are_apart(is_fact, copied, inside, leasts)
        and _are_others(words, is_fact, candidate, counted)
        for is_fact, leasts in ((numbers, (_MANY,)), (facts, (_MANY, _FEW)))
    )


def _are_apart(
    is_fact: NDArray[np.bool_],
    copied: NDArray[np.bool_],
    inside: NDArray[np.bool_],
    leasts: tuple[_Least, ...],
) -> bool:
    """Whether few facts were copied, and far more of the other words."""
    places = is_fact.nonzero()[0]
    is_copied = copied[places]
    if np.count_nonzero(is_copied) > _MOST_WORDS * len(places):  # as in nearly all copies
        return False
    # "04:17" and "1,250" are two words and one number.
    begins = (np.diff(places, prepend=-2) > 1).nonzero()[0]
    others = int(np.count_nonzero(inside)) - len(places)
    if not len(begins) or not others:
        return False
    of_facts = float(np.logical_and.reduceat(is_copied, begins).mean())
    apart = int(np.count_nonzero(copied & ~is_fact)) / others - of_facts
    return of_facts <= _MOST_COPIED and any(
        least.facts <= len(begins) and others <= least.dense * len(begins) and apart >= least.apart
        for least in leasts
    )


def _are_others(
    words: Words, is_fact: NDArray[np.bool_], candidate: Words, passages: list[Passage]
) -> bool:
    """Whether the candidate states other facts in these passages, and lacks most of the original's.

    In a table of results some are matched with the wrong rows; a copy of it has them all the same.
    """
    inside = np.zeros(len(candidate), np.bool_)
    for passage in passages:
        inside[slice(*passage.candidate)] = True
    ours, theirs = _words(words, is_fact), _words(candidate, inside)
    lost = (ours - theirs).total()
    are_facts = _are_numbers(candidate) | _are_names(candidate)
    new = (_words(candidate, inside & are_facts) - ours).total()
    return ours.total() - lost <= _MOST_KEPT * ours.total() and new >= _LEAST_NEW * lost


def _words(words: Words, chosen: NDArray[np.bool_]) -> Counter[int]:
    """How often each of some words stands among them."""
    return Counter(words.hashes[chosen].tolist())


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


def _are_names(words: Words) -> NDArray[np.bool_]:
    """Which words have a capital that begins no sentence, where capitals tell anything."""
    names: NDArray[np.bool_] = words.capitals & words.is_cased
    names[:1] = False
    names[1:] &= ~words.breaks[:-1]
    return names
