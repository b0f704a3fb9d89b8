"""Parts of a copied sentence that were moved to its other end.

Only what is left of both sentences could have been paired, so they need not tell what is looked
for anywhere:

    original   The road is closed until Monday, the mayor said.
    candidate  The mayor said the road is closed until Monday.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from math import log2
from typing import TYPE_CHECKING, Final, NamedTuple, Self

from reuse_guard.align.copied import match_words
from reuse_guard.align.evidence import WINDOW, near_mask
from reuse_guard.align.stretches import strongest
from reuse_guard.text.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    import numpy as np
    from numpy.typing import NDArray

    from reuse_guard.align.pair import Match, Pair, Stretch
    from reuse_guard.align.sentences import Borders
    from reuse_guard.text.words import Words

# Bits above log2 of the pairs of words it could have been, as between copied words. See
# docs/decisions/0008.
_MARGIN: Final = 8.0


def moved_stretches(pair: Pair, stretches: Iterable[Stretch]) -> Iterator[Stretch]:
    """What stands before the rest of a copied sentence on one side and after it on the other."""
    matches = sorted((match for one in stretches for match in one.matches), key=_in_candidate)
    ours = _Side.of(pair.original, pair.prepared.borders, (match.original for match in matches))
    theirs = _Side.of(pair.candidate, pair.borders, (match.candidate for match in matches))
    for here, there in _sentences(matches, ours, theirs):
        for step in (-1, 1):
            original = ours.beside(here, step)
            candidate = theirs.beside(there, -step) if original.size else original
            if not candidate.size:
                continue
            least = log2(original.size * candidate.size) + _MARGIN
            moved = match_words(pair, original, candidate, theirs.copied)
            for found in strongest(pair, moved, least=least):
                for match in found.matches:
                    ours.copied[slice(*match.original)] = True
                    theirs.copied[slice(*match.candidate)] = True
                yield found


def _in_candidate(match: Match) -> Span:
    return match.candidate


def _sentences(matches: list[Match], ours: _Side, theirs: _Side) -> list[tuple[Span, Span]]:
    """From the first to the last copied word of each sentence of both texts, in the same order."""
    found: list[tuple[Span, Span]] = []
    for match in matches:
        here, there = match.original, match.candidate
        if found and ours.goes_on(found[-1][0], here) and theirs.goes_on(found[-1][1], there):
            before, earlier = found.pop()
            here, there = Span(before.start, here.stop), Span(earlier.start, there.stop)
        found.append((here, there))
    return found


class _Side(NamedTuple):
    """The words of one text.

    Attributes:
        borders: where its sentences begin, and its end.
        copied: which of them are copied.
    """

    borders: list[int]
    copied: NDArray[np.bool_]

    @classmethod
    def of(cls, words: Words, borders: Borders, copied: Iterable[Span]) -> Self:
        """A text, of which a body may be cut off inside a sentence."""
        size = len(words)
        places = borders.places if borders.places[-1] == size else [*borders.places, size]
        return cls(places, near_mask(size, copied, reach=0))

    def goes_on(self, one: Span, other: Span) -> bool:
        """Whether some words stand after others in one sentence."""
        return one.stop <= other.start < self.borders[bisect_left(self.borders, one.stop)]

    def beside(self, span: Span, step: int) -> Span:
        """The words of a sentence before (step -1) or after (1) some, up to the next copied one."""
        if step > 0:
            first = span.stop
            stop = min(self.borders[bisect_left(self.borders, first)], first + WINDOW)
        else:
            stop = span.start
            first = max(self.borders[bisect_right(self.borders, stop) - 1], stop - WINDOW)
        if first < stop and (taken := self.copied[first:stop].nonzero()[0].tolist()):
            first, stop = (first, first + taken[0]) if step > 0 else (first + taken[-1] + 1, stop)
        return Span(first, stop)
