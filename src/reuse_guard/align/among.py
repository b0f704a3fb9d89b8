"""Short sentences among copied ones: "He agreed." tells too little to be found alone.

A few words in a row stand in many texts by chance; a whole sentence of them, from a full stop to
the next on both sides, rarely does, and most rarely beside sentences that were copied. So what it
must tell is counted in pairs of sentences it could have been, not in pairs of words. Between two
copied words that follow each other, only the few words between could have been paired.
"""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise
from math import ceil, log2
from typing import TYPE_CHECKING, Final

import numpy as np

from reuse_guard.align.copied import match_words
from reuse_guard.align.evidence import WINDOW
from reuse_guard.align.pair import Match, Pair, Stretch
from reuse_guard.align.sentences import sentences_in
from reuse_guard.align.stretches import strongest
from reuse_guard.text.spans import Span, union

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from numpy.typing import NDArray

    from reuse_guard.text.words import Words

# Bits above log2 of the pairs it could have been, of a sentence and of words between copied ones.
# Tuned on even articles, see docs/decisions/0013 and 0015.
_MARGIN: Final = 2.0
_MARGIN_BETWEEN: Final = 8.0
# A single word between two others is compared with them.
_FEWEST_BETWEEN: Final = 2


def sentences_among(pair: Pair, stretches: Iterable[Stretch]) -> list[Stretch]:
    """Whole sentences that stand unchanged near copied ones, and are in none of these stretches."""
    matches = [match for stretch in stretches for match in stretch.matches]
    copied_words = _mask(len(pair.original), (match.original for match in matches))
    if copied_words.all():
        return []
    copied = sorted((match.candidate, match.original) for match in matches)
    found: list[Stretch] = []
    for candidate in _sentences_near(pair, [span for span, _ in copied]):
        key = pair.candidate.hashes_in(candidate).tobytes()
        free = [
            place
            for place in pair.prepared.sentences.get(key, ())
            if not copied_words[slice(*place)].any()
        ]
        originals = sorted(free, key=lambda place: not _goes_on(place, candidate, copied))
        if originals and (stretch := _telling(pair, originals[0], candidate, copied)):
            copied_words[slice(*originals[0])] = True
            found.append(stretch)
    return found


def _sentences_near(pair: Pair, copied: list[Span]) -> Iterator[Span]:
    """The candidate's sentences that stand whole within `WINDOW` of copied words, and hold none."""
    near = union(Span(max(0, one.start - WINDOW), one.stop + WINDOW) for one in copied)
    taken = [*union(copied)]
    number = 0
    for part in near:
        for sentence in sentences_in(pair.candidate, part):
            while number < len(taken) and taken[number].stop <= sentence.start:
                number += 1
            if number == len(taken) or taken[number].start >= sentence.stop:
                yield sentence


def stretches_between(pair: Pair, stretches: Iterable[Stretch]) -> Iterator[Stretch]:
    """What was copied between two copied words that follow each other closely on both sides."""
    matches = sorted(
        (match for stretch in stretches for match in stretch.matches),
        key=lambda match: match.candidate,
    )
    copied = _mask(len(pair.original), (match.original for match in matches))
    taken = _mask(len(pair.candidate), (match.candidate for match in matches))
    for before, after in pairwise(matches):
        original = Span(before.original.stop, after.original.start)
        candidate = Span(before.candidate.stop, after.candidate.start)
        sizes = original.size, candidate.size
        if min(sizes) < _FEWEST_BETWEEN or max(sizes) > WINDOW or copied[slice(*original)].any():
            continue
        least = log2(original.size * candidate.size) + _MARGIN_BETWEEN
        yield from strongest(pair, match_words(pair, original, candidate, taken), least=least)


def _mask(size: int, spans: Iterable[Span]) -> NDArray[np.bool_]:
    inside = np.zeros(size, np.bool_)
    for span in spans:
        inside[slice(*span)] = True
    return inside


def _telling(
    pair: Pair, original: Span, candidate: Span, copied: list[tuple[Span, Span]]
) -> Stretch | None:
    """The sentence as a stretch if it tells more than one of so many would by chance."""
    match = Match(original, candidate, pair.bits(original), exact=True)
    ours = WINDOW if _goes_on(original, candidate, copied) else len(pair.original)
    pairs = _how_many(pair.original, ours) * _how_many(pair.candidate, WINDOW)
    return Stretch((match,), match.bits) if match.bits >= log2(pairs) + _MARGIN else None


def _how_many(words: Words, size: int) -> int:
    """Sentences in so many words of a text."""
    return ceil(min(size, len(words)) * int(np.count_nonzero(words.breaks)) / len(words))


def _goes_on(original: Span, candidate: Span, copied: list[tuple[Span, Span]]) -> bool:
    """Whether a sentence follows what is copied before it, or precedes what is copied after it."""
    place = bisect_left(copied, (candidate, original))
    before, after = copied[max(0, place - 1) : place], copied[place : place + 1]
    return any(
        0 <= later.start - earlier.stop <= WINDOW
        for earlier, later in [
            *((there, original) for _, there in before),
            *((original, there) for _, there in after),
        ]
    )
