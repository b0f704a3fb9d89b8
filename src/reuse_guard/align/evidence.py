"""Which stretches tell enough to be a passage.

Chance gives two texts of n and m words a match worth about log2(n m) bits (Karlin and Altschul
1990); what people write gives more, for phrases come ready-made. So a group of stretches needs
log2 of the places it could have been found in, and a margin for phrases on top. Whole sentences
are not phrases: each brings most of that margin with it. A sentence among copied ones needs
hardly more than chance.
"""

from __future__ import annotations

from dataclasses import dataclass
from heapq import heapify, heappop, heappush
from math import log2
from typing import TYPE_CHECKING, Final

import numpy as np

from reuse_guard.align.gaps import LONGEST_GAP
from reuse_guard.align.stretches import strongest, without_taken
from reuse_guard.align.wholes import (
    are_more_than_names,
    holds_plain_words,
    is_most,
    is_part_of_a_brief,
    missing_words,
    numbers_differ,
)
from reuse_guard.frozen import kept
from reuse_guard.text.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from numpy.typing import NDArray

    from reuse_guard.align.pair import Pair, Stretch

# Words between stretches that still belong to one passage, and around a passage where more is
# expected.
WINDOW: Final = 60
# Words around copied ones within which a heading that is run into the text is expected.
REACH: Final = 300
# Bits a phrase needs, a line in log2 of the places it may stand in: the longer two texts, the
# longer the longest phrase they share by habit. 200 words against 500 need 72 bits (9 words), 1,000
# against 2,000 need 111 (15 words). Tuned on even pairs, see docs/decisions/0010.
_PHRASES: Final = 12.0
_FEW_PHRASES: Final = 140.0
_LEAST_OF_PHRASES: Final = 55.0
# Bits above chance for the rest.
_MARGIN_OF_NAMES: Final = 180.0
_MARGIN_OF_SENTENCES: Final = 18.0
_MARGIN_IN_WINDOW: Final = 18.0
_MARGIN_IN_CONTEXT: Final = 8.0
_MARGIN_OF_A_HEADING: Final = 14.0
_MARGIN_BESIDE_A_HEADING: Final = 20.0
_MARGIN_OF_A_PART: Final = 50.0
# More bits for what states another number, fewer for each word edited at the ends of a sentence.
# Tuned on even articles, see docs/decisions/0018.
_MARGIN_OF_OTHER_NUMBERS: Final = 16.0
_BITS_PER_OTHER_NUMBER: Final = 8.0
_BITS_PER_MISSING_WORD: Final = 4.0
# What a sentence must tell for every end that no full stop and no line break marks.
_BITS_PER_LOOSE_END: Final = 4.0
# Part of what a stretch tells that counts where words of the original are paired already.
_TOLD_AGAIN: Final = 0.1
# Bits a word between the stretches of a group takes from what they tell together.
_BITS_PER_WORD_BETWEEN: Final = 1.0
# A cluster of seeds is looked at 10 bits before its exact words suffice: nearly equal words add
# some.
_MARGIN_OF_SEEDS: Final = 15.0
# What a stretch may tell when nearly equal words are added to it, for what it tells.
_COMPLETED: Final = 1.5
# Part of what a phrase needs that its seeds must tell; edited words around them add the rest.
_SEEDS_OF_A_PHRASE: Final = 0.5


@dataclass(frozen=True)
class Evidence:
    """Bits that stretches of one pair of texts need, by the words of both."""

    original: int
    candidate: int

    @kept
    def alone(self) -> float:
        """A group of stretches anywhere."""
        chance = log2(self.original * self.candidate)
        return max(_PHRASES * chance - _FEW_PHRASES, chance + _LEAST_OF_PHRASES)

    @kept
    def names(self) -> float:
        """A group of stretches of little more than names."""
        return log2(self.original * self.candidate) + _MARGIN_OF_NAMES

    @kept
    def sentence(self) -> float:
        """A whole sentence anywhere."""
        return log2(self.original * self.candidate) + _MARGIN_OF_SENTENCES

    @kept
    def bonus(self) -> float:
        """What a whole sentence tells beyond its words."""
        return self.alone - self.sentence

    @kept
    def seeds(self) -> float:
        """Clusters of seeds worth a look."""
        return log2(self.original * self.candidate) + _MARGIN_OF_SEEDS

    @kept
    def phrase(self) -> float:
        """Clusters of seeds worth a look though they hold no whole sentence."""
        return _SEEDS_OF_A_PHRASE * self.alone

    @kept
    def beside(self) -> float:
        """Part of a sentence beside others on both sides."""
        return self._window + _MARGIN_IN_WINDOW

    @kept
    def among(self) -> float:
        """A whole sentence from anywhere, among copied ones in the candidate."""
        return log2(self.original * min(self.candidate, WINDOW)) + _MARGIN_IN_CONTEXT

    @kept
    def run_in(self) -> float:
        """A heading run into the text within `REACH` of copied words."""
        return log2(self.original * min(self.candidate, REACH)) + _MARGIN_OF_A_HEADING

    @kept
    def least(self) -> float:
        """What tells less is not looked at."""
        return self._window + _MARGIN_IN_CONTEXT

    @kept
    def _window(self) -> float:
        return log2(min(self.original, WINDOW) * min(self.candidate, WINDOW))


def settle(
    pair: Pair, stretches: Iterable[Stretch], evidence: Evidence, taken: NDArray[np.bool_]
) -> Iterator[Stretch]:
    """Let every word of the candidate tell for the strongest stretch alone; weak ones vanish.

    Of places of the original that are as good, or nearly, one that nothing was paired with yet is
    taken: where both texts say something twice, both places were copied.
    """
    told = np.zeros(len(pair.original), np.bool_)
    waiting = [(-one.bits, False, number, one) for number, one in enumerate(stretches)]
    heapify(waiting)
    while waiting:
        _, has_waited, number, stretch = heappop(waiting)
        if not has_waited and (again := told[slice(*stretch.original)]).any():
            worth = stretch.bits * (1.0 - _TOLD_AGAIN * float(again.mean()))
            heappush(waiting, (-worth, True, number, stretch))
            continue
        for left in _untaken(pair, stretch, evidence, taken):
            for match in left.matches:
                taken[slice(*match.candidate)] = True
                told[slice(*match.original)] = True
            yield left


def _untaken(
    pair: Pair, stretch: Stretch, evidence: Evidence, taken: NDArray[np.bool_]
) -> list[Stretch]:
    if not taken[slice(*stretch.candidate)].any():
        return [stretch]
    return strongest(pair, without_taken(pair, stretch.matches, taken), least=evidence.least)


def worth_completing(pair: Pair, groups: list[list[Stretch]], evidence: Evidence) -> list[Stretch]:
    """The stretches, in the candidate's order, of the groups that may be accepted once completed.

    Nearly equal words, that are looked for next, may add half of what a group tells; and groups
    near others may be accepted beside them.
    """
    hopeful = [one for one in groups if _may_suffice(pair, one, evidence)]
    near = near_mask(len(pair.candidate), (each.candidate for one in hopeful for each in one))
    kept = [one for one in groups if any(near[slice(*each.candidate)].any() for each in one)]
    return sorted((each for one in kept for each in one), key=lambda each: each.candidate)


def _may_suffice(pair: Pair, stretches: list[Stretch], evidence: Evidence) -> bool:
    told = _COMPLETED * sum(one.bits for one in stretches)
    if told >= evidence.alone:
        return True
    whole = sum(_may_be_sentence(pair, one) for one in stretches)
    return told + evidence.bonus * whole >= evidence.alone


def _may_be_sentence(pair: Pair, stretch: Stretch) -> bool:
    """Whether a stretch may be whole sentences when words are added at both its ends."""
    original, candidate = (
        Span(max(0, side.start - LONGEST_GAP), side.stop + LONGEST_GAP)
        for side in (stretch.original, stretch.candidate)
    )
    return (
        is_most(pair, stretch)
        or pair.loose_ends(stretch) is not None
        or pair.may_hold_sentence(original, candidate)
    )


def accept(pair: Pair, groups: list[list[Stretch]], evidence: Evidence) -> list[list[Stretch]]:
    """The groups that tell enough by themselves, and the sentences among them."""
    telling = [
        some for group in groups if (some := [one for one in group if _tells(pair, one, evidence)])
    ]
    accepted: list[list[Stretch]] = []
    rest: list[list[Stretch]] = []
    for one in telling:
        (accepted if _suffices(pair, one, evidence) else rest).append(one)
    near = near_mask(len(pair.candidate), (each.candidate for one in accepted for each in one))
    wide = near_mask(
        len(pair.candidate), (each.candidate for one in accepted for each in one), reach=REACH
    )
    return accepted + [
        one
        for one in rest
        if all(_is_among(pair, each, evidence, near) for each in one)
        or all(_is_run_in(pair, each, evidence, wide) for each in one)
    ]


def _tells(pair: Pair, stretch: Stretch, evidence: Evidence) -> bool:
    """Whether a stretch tells enough to be looked at among others."""
    if stretch.bits >= evidence.beside + _MARGIN_OF_OTHER_NUMBERS:
        return True
    if missing_words(pair, stretch) is not None:
        return True
    tells = stretch.bits >= evidence.beside or pair.is_whole(stretch)
    return tells and not numbers_differ(pair, stretch)


def _suffices(pair: Pair, stretches: list[Stretch], evidence: Evidence) -> bool:
    """Whether the stretches of one group tell enough together, and more than names and titles."""
    if any(is_part_of_a_brief(pair, one) for one in stretches):
        return True
    missing = [missing_words(pair, one) for one in stretches]
    whole = sum(words is not None for words in missing)
    told = _told_together(stretches, missing, evidence)
    if not whole:
        told -= _BITS_PER_OTHER_NUMBER * sum(numbers_differ(pair, one) for one in stretches)
    if whole or are_more_than_names(pair, stretches):
        return told >= evidence.alone
    if any(_may_run_in(pair, one) for one in stretches):
        return told >= evidence.alone + _MARGIN_BESIDE_A_HEADING
    return told >= evidence.names


def _told_together(
    stretches: list[Stretch], missing: list[int | None], evidence: Evidence
) -> float:
    """What those of one group tell that stand closest together, the words between them less.

    The best run of them in the candidate's order (Kadane's algorithm): one far off takes nothing.

    Args:
        stretches: of one group.
        missing: words that each lacks to be whole sentences; None of what is no sentence.
        evidence: what is needed.
    """
    best, told, reached = 0.0, 0.0, 0
    pairs = zip(stretches, missing, strict=True)
    for one, words in sorted(pairs, key=lambda two: two[0].candidate):
        between = max(0, one.candidate.start - reached)
        told = max(0.0, told - _BITS_PER_WORD_BETWEEN * between) + one.bits
        if words is not None:
            told += evidence.bonus - _BITS_PER_MISSING_WORD * words
        best, reached = max(best, told), one.candidate.stop
    return best


def _may_run_in(pair: Pair, stretch: Stretch) -> bool:
    """Whether a stretch may be a heading run into the text, or a sentence beside one."""
    return pair.loose_ends(stretch) is not None and holds_plain_words(pair, stretch)


def _is_among(pair: Pair, stretch: Stretch, evidence: Evidence, near: NDArray[np.bool_]) -> bool:
    loose = None if numbers_differ(pair, stretch) else pair.loose_ends(stretch)
    margin = _MARGIN_OF_A_PART if loose is None else _BITS_PER_LOOSE_END * loose
    return stretch.bits >= evidence.among + margin and bool(near[slice(*stretch.candidate)].any())


def _is_run_in(pair: Pair, stretch: Stretch, evidence: Evidence, wide: NDArray[np.bool_]) -> bool:
    """Whether a stretch is such a heading or sentence, not far from copied words."""
    if not wide[slice(*stretch.candidate)].any() or not _may_run_in(pair, stretch):
        return False
    least = evidence.run_in + _BITS_PER_LOOSE_END * (pair.loose_ends(stretch) or 0)
    return stretch.bits >= least


def near_mask(size: int, spans: Iterable[Span], *, reach: int = WINDOW) -> NDArray[np.bool_]:
    """The words within `reach` of any of these spans."""
    near = np.zeros(size, np.bool_)
    for span in spans:
        near[max(0, span.start - reach) : span.stop + reach] = True
    return near
