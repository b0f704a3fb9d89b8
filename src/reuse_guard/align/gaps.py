"""What equal stems leave out: nearly equal, joined and split words in the gaps of a stretch."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from reuse_guard.align.pair import Match, Pair, Stretch
from reuse_guard.align.sentences import words_to_border
from reuse_guard.align.similar import are_similar
from reuse_guard.text.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    import numpy as np
    from numpy.typing import NDArray

    from reuse_guard.text.words import Words

# Longest stretch without an equal word that is searched throughout; of a longer one only the two
# ends, half as long, are.
LONGEST_GAP: Final = 8


def with_similar(pair: Pair, stretch: Stretch, taken: NDArray[np.bool_]) -> Stretch:
    """The stretch with the nearly equal words in its gaps and at both its ends, marked as taken."""
    matches = [*_at_end(pair, stretch.matches[0], -1, taken)]
    for one, following in pairwise(stretch.matches):
        matches.append(one)
        if following.original.start > one.original.stop:
            matches += _between(pair, one, following, taken)
    last = stretch.matches[-1]
    matches += (last, *_at_end(pair, last, 1, taken))
    for match in matches:
        taken[slice(*match.candidate)] = True
    return Stretch(tuple(matches), stretch.bits + sum(m.bits for m in matches if not m.exact))


def _at_end(pair: Pair, match: Match, step: int, taken: NDArray[np.bool_]) -> Iterator[Match]:
    """Before (step -1) or after (1) all other matches, up to the borders of their sentences.

    A word beyond would make a sentence that was copied whole begin or end inside another one.
    """
    original, candidate = (
        _beside(words, side.stop if step > 0 else side.start, step)
        for words, side in ((pair.original, match.original), (pair.candidate, match.candidate))
    )
    return _similar(pair, original, candidate, taken)


def _beside(words: Words, place: int, step: int) -> Span:
    size = min(LONGEST_GAP // 2, words_to_border(words, place, step, most=LONGEST_GAP // 2))
    return Span(place, place + size) if step > 0 else Span(place - size, place)


def _between(pair: Pair, one: Match, following: Match, taken: NDArray[np.bool_]) -> Iterator[Match]:
    original = Span(one.original.stop, following.original.start)
    candidate = Span(one.candidate.stop, following.candidate.start)
    if max(original.size, candidate.size) <= LONGEST_GAP:
        yield from _similar(pair, original, candidate, taken)
    else:
        yield from _head(pair, one, following, taken)
        yield from _tail(pair, one, following, taken)


def _head(pair: Pair, one: Match, following: Match, taken: NDArray[np.bool_]) -> Iterator[Match]:
    """Right after one match."""
    here, there = one.original.stop, one.candidate.stop
    size = min(LONGEST_GAP, following.original.start - here, following.candidate.start - there) // 2
    return _similar(pair, Span(here, here + size), Span(there, there + size), taken)


def _tail(pair: Pair, one: Match, following: Match, taken: NDArray[np.bool_]) -> Iterator[Match]:
    """Right before the following match."""
    here, there = following.original.start, following.candidate.start
    size = min(LONGEST_GAP, here - one.original.stop, there - one.candidate.stop) // 2
    return _similar(pair, Span(here - size, here), Span(there - size, there), taken)


def _similar(
    pair: Pair, original: Span, candidate: Span, taken: NDArray[np.bool_]
) -> Iterator[Match]:
    if not original.size or not candidate.size or True in taken[slice(*candidate)].tolist():
        return
    words, others = pair.original.folded_in(original), pair.candidate.folded_in(candidate)
    if len(words) + len(others) > 2 and "".join(words) == "".join(others):  # noqa: PLR2004
        yield pair.similar(original, candidate)
        return
    free = 0
    for here, word in enumerate(words, original.start):
        for other in range(free, len(others)):
            # Equal words here were left out on purpose: they stand there by chance.
            if word != others[other] and are_similar(word, others[other]):
                there = candidate.start + other
                yield pair.similar(Span(here, here + 1), Span(there, there + 1))
                free = other + 1
                break
