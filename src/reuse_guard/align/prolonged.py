"""What goes on right before or after a sentence that stands in both texts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reuse_guard.align.evidence import WINDOW, near_mask
from reuse_guard.align.pair import Match, Pair, Stretch
from reuse_guard.align.stretches import NEXT_BITS

if TYPE_CHECKING:
    from collections.abc import Iterator

    import numpy as np
    from numpy.typing import NDArray


def prolonged(pair: Pair, found: list[Stretch], matches: list[Match]) -> Iterator[Stretch]:
    """The sentences with the words right before and after them that both texts have.

    A heading may be run into the text behind a sentence, and a list behind its first line.

    Args:
        pair: both texts.
        found: the sentences.
        matches: all that was copied, these sentences among it.
    """
    ours = near_mask(len(pair.original), (match.original for match in matches), reach=0)
    theirs = near_mask(len(pair.candidate), (match.candidate for match in matches), reach=0)
    for stretch in found:
        (match,) = stretch.matches
        first, stop = -_fits(pair, match, ours, theirs, -1), _fits(pair, match, ours, theirs, 1)
        more = [
            pair.equal(match.original.start + first, match.candidate.start + first, -first),
            match,
            pair.equal(match.original.stop, match.candidate.stop, stop),
        ]
        kept = tuple(one for one in more if one is match or pair.own_bits(one) >= NEXT_BITS)
        for one in kept:
            ours[slice(*one.original)] = theirs[slice(*one.candidate)] = True
        yield Stretch(kept, sum(one.bits for one in kept))


def _fits(
    pair: Pair, match: Match, ours: NDArray[np.bool_], theirs: NDArray[np.bool_], step: int
) -> int:
    """How many words before or after a match are equal, of one sentence and copied nowhere."""
    here, there = (side.stop if step > 0 else side.start - 1 for side in match[:2])
    size, is_ended = 0, False
    while (
        size < WINDOW
        and not is_ended
        and 0 <= here < len(ours)
        and 0 <= there < len(theirs)
        and not (ours[here] or theirs[there])
        and pair.original.folded(here) == pair.candidate.folded(there)
    ):
        last, other = (here, there) if step > 0 else (here - 1, there - 1)
        is_ended = bool(pair.original.breaks[last] or pair.candidate.breaks[other])
        size, here, there = size + 1, here + step, there + step
    return size
