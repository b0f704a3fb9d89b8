"""Single words of a copied sentence that changed places with a few others.

    original   Rain fell heavily on Monday in the hills.
    candidate  Rain on Monday fell heavily in the hills.

A longest common subsequence pairs words in one order: where neighbours changed places, it pairs
one of them. What was moved and tells more is found by `moved`.
"""

from __future__ import annotations

from bisect import bisect_right
from itertools import pairwise
from typing import TYPE_CHECKING, Final

import numpy as np

from reuse_guard.align.evidence import WINDOW, near_mask
from reuse_guard.align.pair import Stretch
from reuse_guard.align.sentences import words_to_border
from reuse_guard.align.similar import are_similar
from reuse_guard.text.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from numpy.typing import NDArray

    from reuse_guard.align.pair import Match, Pair
    from reuse_guard.text.words import Words

# How many words a word may have passed. Short ones stand everywhere: of these only a neighbour is
# known again. See docs/decisions/0007.
_FAR: Final = 3
_NEAR: Final = 1
_SHORT: Final = 3  # letters
_LONGEST_GAP: Final = 4  # words left out together
# Words of a sentence that are copied, out of all: a summary has fewer, and its words no place.
_COPIED: Final = 0.5


def with_transposed(pair: Pair, groups: list[list[Stretch]]) -> list[list[Stretch]]:
    """Groups of stretches, each with the words of its sentences that changed places."""
    matches = [sorted(match for one in group for match in one.matches) for group in groups]
    gaps = [_all_gaps(pair, each) for each in matches]
    if not any(gaps):
        return groups
    found = [match for each in matches for match in each]
    ours = near_mask(len(pair.original), (match.original for match in found), reach=0)
    theirs = near_mask(len(pair.candidate), (match.candidate for match in found), reach=0)
    return [
        [*group, *_stretch(_transposed(pair, each, ours, theirs))]
        for group, each in zip(groups, gaps, strict=True)
    ]


def _stretch(matches: Iterable[Match]) -> Iterator[Stretch]:
    if found := tuple(matches):
        yield Stretch(found, sum(match.bits for match in found))


def _all_gaps(pair: Pair, matches: list[Match]) -> list[tuple[Span, Span]]:
    """The gaps of matches in the original's order, and in the candidate's where that is another.

    Where the candidate says a sentence twice, those of both copies alternate in the original's.
    """
    gaps = [*_gaps(pair, matches)]
    in_candidate = sorted(matches, key=lambda match: match.candidate)
    if in_candidate != matches:
        gaps += _gaps(pair, in_candidate)
    return gaps


def _gaps(pair: Pair, matches: list[Match]) -> Iterator[tuple[Span, Span]]:
    """Words of the original that are left out, and where the candidate has the ones around."""
    first, last = matches[0], matches[-1]
    here, there = first.original.start, first.candidate.start
    if before := _to_border(pair.original, here, -1):
        yield Span(here - before, here), Span(there, there + 1)
    for one, following in pairwise(matches):
        if not 0 < following.original.start - one.original.stop <= _LONGEST_GAP:  # as most
            continue
        around = Span(one.candidate.stop - 1, following.candidate.start + 1)
        if 0 < around.size <= _LONGEST_GAP + 2:
            yield Span(one.original.stop, following.original.start), around
    here, there = last.original.stop, last.candidate.stop
    if after := _to_border(pair.original, here, 1):
        yield Span(here, here + after), Span(there - 1, there)


def _to_border(words: Words, place: int, step: int) -> int:
    return min(_FAR, words_to_border(words, place, step, most=_FAR))


def _transposed(
    pair: Pair,
    gaps: Iterable[tuple[Span, Span]],
    ours: NDArray[np.bool_],
    theirs: NDArray[np.bool_],
) -> Iterator[Match]:
    """Words of gaps in copied sentences that stand near their place in the candidate.

    Args:
        pair: both texts.
        gaps: words of the original, and where the candidate has the copied ones around them.
        ours: which words of the original are copied.
        theirs: which words of the candidate are taken; those found are taken then.
    """
    for gap, around in gaps:
        if not _is_copied(pair, gap, ours):
            continue
        first = around.start - _to_border(pair.candidate, around.start, -1)
        stop = around.stop + _to_border(pair.candidate, around.stop, 1)
        others = pair.vocabulary.candidate[first:stop].tolist()
        numbers = pair.prepared.numbers[slice(*gap)].tolist()
        for here, number in enumerate(numbers, gap.start):
            if number in others and not ours[here]:
                places = [at for at, other in enumerate(others, first) if other == number]
                yield from _nearest(pair, here, around, places, theirs)


def _is_copied(pair: Pair, gap: Span, ours: NDArray[np.bool_]) -> bool:
    """Whether so many words of a gap's sentence are copied that the others have a place in it.

    Of a text without sentences the words around are looked at, so that its length costs nothing.
    """
    places = pair.prepared.borders.places
    first = bisect_right(places, gap.start) - 1
    stop = max([gap.stop, *places[first + 1 : first + 2]])  # a body may end inside a sentence
    sentence = ours[max(places[first], gap.start - WINDOW) : min(stop, gap.stop + WINDOW)]
    return bool(np.count_nonzero(sentence) >= _COPIED * len(sentence))


def _nearest(
    pair: Pair, here: int, around: Span, places: list[int], taken: NDArray[np.bool_]
) -> Iterator[Match]:
    """A word of the original with the nearest of these places of the candidate that is free."""
    word = pair.original.folded(here)
    reach = _NEAR if len(word) <= _SHORT else _FAR
    for there in sorted(places, key=lambda at: abs(at - around.start)):
        is_near = around.start - reach <= there < around.stop + reach
        if is_near and not taken[there] and (match := _match(pair, here, there, word)):
            taken[there] = True
            yield match
            return


def _match(pair: Pair, here: int, there: int, word: str) -> Match | None:
    other = pair.candidate.folded(there)
    if word == other:
        return pair.equal(here, there, 1)
    if are_similar(word, other):
        return pair.similar(Span(here, here + 1), Span(there, there + 1))
    return None
