"""What was copied between two copied words that follow each other closely on both sides.

Only the few words between could have been paired, so it need not tell what is looked for anywhere.
"""

from __future__ import annotations

from itertools import pairwise
from math import log2
from typing import TYPE_CHECKING, Final

from reuse_guard.align.copied import match_words
from reuse_guard.align.evidence import WINDOW, near_mask
from reuse_guard.align.stretches import strongest
from reuse_guard.text.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reuse_guard.align.pair import Match, Pair, Stretch

# Bits above log2 of the pairs of words it could have been. Tuned on even articles, see
# docs/decisions/0013.
_MARGIN: Final = 8.0
# A single word between two others is compared with them.
_FEWEST_WORDS: Final = 2


def stretches_between(pair: Pair, stretches: Iterable[Stretch]) -> Iterator[Stretch]:
    """What was copied between two copied words that follow each other closely on both sides."""
    matches = sorted(
        (match for stretch in stretches for match in stretch.matches),
        key=lambda match: match.candidate,
    )
    between = [*_between(matches)]
    if not between:
        return
    copied = near_mask(len(pair.original), (match.original for match in matches), reach=0)
    taken = near_mask(len(pair.candidate), (match.candidate for match in matches), reach=0)
    for original, candidate in between:
        if copied[slice(*original)].any():
            continue
        least = log2(original.size * candidate.size) + _MARGIN
        yield from strongest(pair, match_words(pair, original, candidate, taken), least=least)


def _between(matches: Iterable[Match]) -> Iterator[tuple[Span, Span]]:
    """The words of both texts between neighbours, where there are some and not too many."""
    for before, after in pairwise(matches):
        ours = after.original.start - before.original.stop
        if not _FEWEST_WORDS <= ours <= WINDOW:  # as most, which follow each other
            continue
        if _FEWEST_WORDS <= after.candidate.start - before.candidate.stop <= WINDOW:
            yield (
                Span(before.original.stop, after.original.start),
                Span(before.candidate.stop, after.candidate.start),
            )
