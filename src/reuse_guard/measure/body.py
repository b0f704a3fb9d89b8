"""The passages of an article's body in a candidate, without its headline and captions there.

A partner keeps the headline over an excerpt, or links by it. Its words often stand in the first
sentence too, in twos and threes, and would count as copied from there:

    headline of both      Korzhin dam to be lowered before the flood
    body of the original  The Korzhin dam will be lowered in March, before the flood comes.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING, Final

import numpy as np

from reuse_guard.align import align
from reuse_guard.documents.model import Role
from reuse_guard.text.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from numpy.typing import NDArray

    from reuse_guard.align import Passage
    from reuse_guard.documents.model import Block, Document
    from reuse_guard.text.words import Words

_BESIDE: Final = frozenset({Role.HEADLINE, Role.CAPTION})
_FEWEST: Final = 4  # words: shorter lines are in any text
_LONG: Final = 16  # words: of a longer line no part of six words may be the body's too
_RUN: Final = 6
_MOST: Final = 40  # lines; no article has more pictures


def align_body(
    original: Document, candidate: Document, *, blocks: Iterable[Block] | None = None
) -> tuple[Passage, ...]:
    """The passages of the original's body in the candidate, or in some blocks of it alone.

    Whole headlines and captions of the original are none of them, wherever they stand. Where the
    body has a headline too, word for word, it was copied from there unless it stands by itself;
    and what is a paragraph of the body, or a long line with a part of one, is the body's.
    """
    words = candidate.words
    is_left = np.ones(len(words), np.bool_) if blocks is None else _words_in(blocks, words)
    for place in _places_beside(original, candidate):
        is_left[slice(*place)] = False
    if is_left.all():
        return align(original.body_words, words)
    left = is_left.nonzero()[0]
    return tuple(_moved(one, left) for one in align(original.body_words, words.take(left)))


def _words_in(blocks: Iterable[Block], words: Words) -> NDArray[np.bool_]:
    """Which of the words begin in one of these blocks."""
    chosen = np.zeros(len(words), np.bool_)
    for block in blocks:
        chosen[slice(*np.searchsorted(words.starts, (block.start, block.stop)))] = True
    return chosen


def _places_beside(original: Document, candidate: Document) -> Iterator[Span]:
    """The words of the candidate that are a headline or a caption of the original."""
    lines = {block.text: block for block in original.blocks if block.role in _BESIDE}
    for block in islice(lines.values(), _MOST):
        line = original.words.within([Span(block.start, block.stop)])
        places = _places_of(line, candidate.words) if len(line) >= _FEWEST else []
        if not places or _is_of_body(line, original):
            continue
        in_body = bool(_places_of(line, original.body_words))
        for start in places:
            place = Span(start, start + len(line))
            if not in_body or (block.role is Role.HEADLINE and _is_block(candidate, place)):
                yield place


def _is_of_body(line: Words, original: Document) -> bool:
    """Whether a line is a paragraph of the body, or a long one that has a part of one."""
    body = original.body_words
    if len(line) > _LONG:
        own, others = line.hashes.tolist(), body.hashes.tolist()
        runs = {tuple(others[at : at + _RUN]) for at in range(len(others) - _RUN + 1)}
        return any(tuple(own[at : at + _RUN]) in runs for at in range(len(own) - _RUN + 1))
    wholes = (place for place in _places_of(line, body))
    return any(_is_block(original, _among_all(original, place, len(line))) for place in wholes)


def _among_all(original: Document, place: int, size: int) -> Span:
    """Some words of the body as words of the whole text."""
    start = int(np.searchsorted(original.words.starts, original.body_words.starts[place]))
    return Span(start, start + size)


def _is_block(document: Document, place: Span) -> bool:
    """Whether these words are all of a block."""
    start, stop = document.words.characters(place)
    block = document.blocks_in(start, stop)[0]
    starts = document.words.starts[max(0, place.start - 1) : place.stop + 1]
    return int(((starts >= block.start) & (starts < block.stop)).sum()) == place.size


def _places_of(line: Words, words: Words) -> list[int]:
    """Where all words of a line stand side by side."""
    size, room = len(line), max(0, len(words) - len(line) + 1)
    found = np.flatnonzero(words.stems[:room] == line.stems[0])
    for at in range(1, size):
        if not len(found):
            break
        found = found[words.stems[found + at] == line.stems[at]]
    return [
        place
        for place in found.tolist()
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
