"""The passages of an article's body in a candidate, without its headline and captions there.

A partner keeps the headline over an excerpt, or links by it. Its words often stand in the first
sentence too, in twos and threes, and would count as copied from there:

    headline of both      Korzhin dam to be lowered before the flood
    body of the original  The Korzhin dam will be lowered in March, before the flood comes.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

import numpy as np

from reuse_guard.align import align
from reuse_guard.documents.model import Role
from reuse_guard.text.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from reuse_guard.align import Passage
    from reuse_guard.documents.model import Document
    from reuse_guard.text.words import Words

_BESIDE: Final = frozenset({Role.HEADLINE, Role.CAPTION})
_FEWEST: Final = 4  # words: shorter lines are in any text
_MOST: Final = 100  # places of a line: no page repeats one more often


def align_body(original: Document, candidate: Document) -> tuple[Passage, ...]:
    """The passages of the original's body in the candidate.

    Whole headlines and captions of the original are none of them, wherever they stand. Where the
    body has such a line too, word for word, it was copied from there unless it stands by itself.
    """
    words = candidate.words
    is_beside = np.zeros(len(words), np.bool_)
    for place in _places_beside(original, candidate):
        is_beside[slice(*place)] = True
    if not is_beside.any():
        return align(original.body_words, words)
    left = (~is_beside).nonzero()[0]
    return tuple(_moved(one, left) for one in align(original.body_words, words.take(left)))


def _places_beside(original: Document, candidate: Document) -> Iterator[Span]:
    """The words of the candidate that are a headline or a caption of the original."""
    for block in original.blocks:
        if block.role not in _BESIDE:
            continue
        line = original.words.within([Span(block.start, block.stop)])
        if len(line) < _FEWEST:
            continue
        in_body = bool(_places_of(line, original.body_words))
        for start in _places_of(line, candidate.words):
            place = Span(start, start + len(line))
            if not in_body or _is_block(candidate, place):
                yield place


def _is_block(document: Document, place: Span) -> bool:
    """Whether these words are all of a block."""
    start, stop = document.words.characters(place)
    block = document.blocks_in(start, stop)[0]
    starts = document.words.starts[max(0, place.start - 1) : place.stop + 1]
    return int(((starts >= block.start) & (starts < block.stop)).sum()) == place.size


def _places_of(line: Words, words: Words) -> list[int]:
    """Where all words of a line stand side by side."""
    size = len(line)
    begins = np.flatnonzero(words.stems[: max(0, len(words) - size + 1)] == line.stems[0])
    return [
        place
        for place in begins[:_MOST].tolist()
        if np.array_equal(words.hashes_in(Span(place, place + size)), line.hashes)
    ]


def _moved(passage: Passage, left: NDArray[np.int64]) -> Passage:
    """A passage of the words that are left, at their places among all words."""
    spans = [span for one in passage.copied_candidate for span in _runs(left[slice(*one)])]
    start, stop = left[passage.candidate.start], left[passage.candidate.stop - 1] + 1
    return replace(passage, candidate=Span(int(start), int(stop)), copied_candidate=tuple(spans))


def _runs(places: NDArray[np.int64]) -> Iterator[Span]:
    """The runs of neighbours among some ascending places."""
    edges = np.flatnonzero(np.diff(places) > 1) + 1
    for part in np.split(places, edges):
        yield Span(int(part[0]), int(part[-1]) + 1)
