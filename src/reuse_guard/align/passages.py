"""Passages: from the words of both sides to the stretches that were copied."""

from __future__ import annotations

from math import log2
from typing import TYPE_CHECKING, Final

import numpy as np

from reuse_guard.align.clusters import cluster
from reuse_guard.align.copied import Match, Pair, Stretch, match_words, strongest, without_taken
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
_DRIFTS: Final = (8, 1)
_MARGIN_WORDS: Final = 12
_SAFETY_BITS: Final = 45.0
_ALIGNED_BITS: Final = 2.0
_LETTERS_OF_A_LONG_WORD: Final = 4
_JOINED_WITHIN: Final = 60


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
        return tuple(_passage([stretch]) for stretch in whole)
    seeds = find_seeds(vocabulary, is_long=_long_words(original, vocabulary.original))
    if not len(seeds):
        return ()
    least = log2(len(original) * len(candidate))
    taken = np.zeros(len(candidate), np.bool_)
    accepted: list[Stretch] = []
    for drift in _DRIFTS:
        seeds = seeds.take(~taken[seeds.candidate])
        stretches = [
            stretch
            for here, there in _regions(pair, seeds, least, drift)
            for stretch in strongest(pair, match_words(pair, here, there, taken))
            if stretch.bits >= least
        ]
        accepted += _accept(pair, stretches, least, taken)
    return tuple(_passage(group) for group in _join(accepted))


def _accept(
    pair: Pair, stretches: list[Stretch], least: float, taken: NDArray[np.bool_]
) -> Iterator[Stretch]:
    """The stretches that tell enough; each word of the candidate tells for the strongest alone."""
    for stretch in sorted(stretches, key=lambda stretch: -stretch.bits):
        for left in strongest(pair, without_taken(pair, stretch.matches, taken)):
            if left.bits < least + (_ALIGNED_BITS if _is_aligned(pair, left) else _SAFETY_BITS):
                continue
            for match in left.matches:
                taken[match.candidate.start : match.candidate.stop] = True
            yield left


def _is_aligned(pair: Pair, stretch: Stretch) -> bool:
    """Whether a stretch is whole sentences on both sides."""
    return all(
        (span.start == 0 or breaks[span.start - 1]) and breaks[span.stop - 1]
        for span, breaks in (
            (stretch.original, pair.original.breaks),
            (stretch.candidate, pair.candidate.breaks),
        )
    )


def _whole(pair: Pair) -> Iterator[Stretch]:
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
            bits = sum(pair.bits)
            yield Stretch((Match(Span(0, size), Span(start, free), bits, exact=True),), bits)


def _long_words(original: Words, numbers: NDArray[np.int64]) -> NDArray[np.bool_]:
    is_long = np.zeros(int(numbers.max()) + 1, np.bool_)
    is_long[numbers] = original.letter_counts >= _LETTERS_OF_A_LONG_WORD
    return is_long


def _regions(pair: Pair, seeds: Seeds, least_bits: float, drift: int) -> Iterator[tuple[Span, Span]]:
    """Stretches of both sides around each cluster of seeds that tells enough to be looked at."""
    if not len(seeds):
        return
    labels = cluster(seeds, gap=_GAP, drift=drift)
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


def _join(stretches: list[Stretch]) -> list[list[Stretch]]:
    """Group what stands close together on both sides, in whatever order."""
    groups: list[list[Stretch]] = []
    for stretch in sorted(stretches, key=lambda stretch: stretch.candidate):
        near = [group for group in groups if any(_is_near(stretch, other) for other in group)]
        for group in near:
            groups.remove(group)
        groups.append([*(other for group in near for other in group), stretch])
    return sorted(groups, key=lambda group: min(stretch.original for stretch in group))


def _is_near(one: Stretch, other: Stretch) -> bool:
    return all(
        max(first.start, second.start) - min(first.stop, second.stop) <= _JOINED_WITHIN
        for first, second in (
            (one.original, other.original),
            (one.candidate, other.candidate),
        )
    )


def _passage(stretches: list[Stretch]) -> Passage:
    matches = [match for stretch in stretches for match in stretch.matches]
    copied = tuple(union(match.original for match in matches))
    copied_candidate = tuple(union(match.candidate for match in matches))
    original = Span(copied[0].start, copied[-1].stop)
    candidate = Span(copied_candidate[0].start, copied_candidate[-1].stop)
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
