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

    from reuse_guard.align.pair import Pair, Stretch

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
    copied = near_mask(len(pair.original), (match.original for match in matches), reach=0)
    taken = near_mask(len(pair.candidate), (match.candidate for match in matches), reach=0)
    for before, after in pairwise(matches):
        original = Span(before.original.stop, after.original.start)
        candidate = Span(before.candidate.stop, after.candidate.start)
        sizes = original.size, candidate.size
        if min(sizes) < _FEWEST_WORDS or max(sizes) > WINDOW or copied[slice(*original)].any():
            continue
        least = log2(original.size * candidate.size) + _MARGIN
        yield from strongest(pair, match_words(pair, original, candidate, taken), least=least)
