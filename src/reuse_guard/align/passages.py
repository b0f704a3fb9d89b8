"""Passages: from the words of both sides to the stretches that were copied."""

from __future__ import annotations

from math import log2
from typing import TYPE_CHECKING, Final

import numpy as np

from reuse_guard.align.clusters import cluster
from reuse_guard.align.copied import Match, Pair, match_words, strongest
from reuse_guard.align.model import Passage, PassageKind
from reuse_guard.align.seeds import find_seeds
from reuse_guard.align.vocabulary import share_vocabulary
from reuse_guard.text.spans import Span, union

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from reuse_guard.align.seeds import Seeds
    from reuse_guard.text.words import Words

_GAP: Final = 20
_DRIFT: Final = 8
_MARGIN_WORDS: Final = 12
_SAFETY_BITS: Final = 25.0
_LETTERS_OF_A_LONG_WORD: Final = 4
_JOINED_WITHIN: Final = 10


def align(original: Words, candidate: Words) -> tuple[Passage, ...]:
    """Find the passages of the candidate that come from the original, in the original's order.

    Args:
        original: the words that count (a subset by `Words.take` of the original's body).
        candidate: all words of the candidate.
    """
    if not len(original) or not len(candidate):
        return ()
    vocabulary = share_vocabulary(original, candidate)
    pair = Pair(original, candidate, vocabulary)
    whole = list(_whole(pair))
    if whole:
        return tuple(_passage(matches) for matches in whole)
    seeds = find_seeds(vocabulary, is_long=_long_words(original, vocabulary.original))
    if not len(seeds):
        return ()
    threshold = log2(len(original) * len(candidate)) + _SAFETY_BITS
    found = [
        matches
        for here, there in _regions(pair, seeds, threshold / 2)
        for matches in strongest(pair, match_words(pair, here, there))
        if sum(match.bits for match in matches) >= threshold
    ]
    found.sort(key=lambda matches: matches[0].original)
    return tuple(_passage(matches) for matches in _join(found))


def _whole(pair: Pair) -> Iterator[list[Match]]:
    """The whole original standing in the candidate: even one word of one word is a copy."""
    original, candidate = pair.vocabulary.original, pair.vocabulary.candidate
    size = len(original)
    starts = np.flatnonzero(candidate[: max(len(candidate) - size + 1, 0)] == original[0])
    for offset in (size - 1, *range(1, size - 1)):
        if not len(starts):
            break
        starts = starts[candidate[starts + offset] == original[offset]]
    free = 0
    for start in starts.tolist():
        if start >= free:
            free = start + size
            yield [Match(Span(0, size), Span(start, free), float(sum(pair.bits)), exact=True)]


def _long_words(original: Words, numbers: NDArray[np.int64]) -> NDArray[np.bool_]:
    is_long = np.zeros(int(numbers.max()) + 1, np.bool_)
    is_long[numbers] = original.letter_counts >= _LETTERS_OF_A_LONG_WORD
    return is_long


def _regions(pair: Pair, seeds: Seeds, least_bits: float) -> Iterator[tuple[Span, Span]]:
    """Stretches of both sides around each cluster of seeds that tells enough to be looked at."""
    labels = cluster(seeds, gap=_GAP, drift=_DRIFT)
    bits = pair.vocabulary.bits()[pair.vocabulary.original[seeds.original]]
    telling = np.bincount(labels, bits) >= least_bits
    order = np.argsort(labels, kind="stable")
    bounds = np.searchsorted(labels[order], np.arange(len(telling) + 1))
    for number in np.flatnonzero(telling).tolist():
        members = order[bounds[number] : bounds[number + 1]]
        yield (
            _around(seeds.original[members], len(pair.original)),
            _around(seeds.candidate[members], len(pair.candidate)),
        )


def _around(places: NDArray[np.int64], size: int) -> Span:
    return Span(
        max(0, int(places.min()) - _MARGIN_WORDS), min(size, int(places.max()) + 1 + _MARGIN_WORDS)
    )


def _join(found: list[list[Match]]) -> Iterator[list[Match]]:
    """Join what goes on in the same order on both sides within a few words."""
    open_: list[list[Match]] = []
    for matches in found:
        for earlier in open_:
            here = matches[0].original.start - earlier[-1].original.stop
            there = matches[0].candidate.start - earlier[-1].candidate.stop
            if 0 <= here <= _JOINED_WITHIN and 0 <= there <= _JOINED_WITHIN:
                earlier.extend(matches)
                break
        else:
            open_.append(list(matches))
    yield from open_


def _passage(matches: list[Match]) -> Passage:
    original = Span(matches[0].original.start, matches[-1].original.stop)
    candidate = Span(matches[0].candidate.start, matches[-1].candidate.stop)
    copied = tuple(union(match.original for match in matches))
    copied_candidate = tuple(union(match.candidate for match in matches))
    size = sum(span.size for span in copied) + sum(span.size for span in copied_candidate)
    is_verbatim = len(copied) == len(copied_candidate) == 1 and all(m.exact for m in matches)
    return Passage(
        original=original,
        candidate=candidate,
        copied=copied,
        copied_candidate=copied_candidate,
        similarity=size / (original.size + candidate.size),
        kind=PassageKind.VERBATIM if is_verbatim else PassageKind.EDITED,
    )
