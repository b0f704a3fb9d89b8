"""Reworded passages: summaries and paraphrases, found by the words they cannot do without.

Whoever retells an article uses its words, if not its sentences: nine in ten of the longer plain
words of a summary stand somewhere in its original, but only two to four in ten of other text. So
every such word of the candidate is a coin: it is known to the original or not. The stretch that
looks least like the rest of the candidate and most like a retelling is the one with the highest
likelihood ratio.

Names and numbers tell nothing here: texts on one subject share them without retelling each other.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import accumulate
from math import log2
from typing import TYPE_CHECKING, Final, NamedTuple, Self

import numpy as np

from reuse_guard.align.model import Passage, PassageKind
from reuse_guard.align.runs import starts_of_runs
from reuse_guard.text.spans import Span, union

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from numpy.typing import NDArray

    from reuse_guard.align.pair import Pair

# Letters of a word long enough to carry content; shorter ones are mostly particles.
_LETTERS: Final = 5
# Part of the words of a retelling that its original has, and the least and the most that other
# text is thought to have. Measured on the summaries of PAN 2013 (even pairs): 0.82 to 1.0;
# elsewhere 0.13 to 0.5.
_KNOWN_IN_RETELLING: Final = 0.88
_KNOWN_ELSEWHERE: Final = (0.1, 0.8)
# Bits above log2 of the words asked; from 10 to 17 the summaries of the even pairs lose 3 points.
_MARGIN: Final = 14.0
# A word the candidate has more often, though in one sentence said again, is its own subject, and
# tells nothing of a retelling.
_OFTEN: Final = 4
# A close copy of as many words stands by itself: it is no sentence borrowed by a retelling.
_LONG_COPY: Final = 40
_CLOSE: Final = 0.75
# Bits that words outside the borrowed sentences tell, unless several were borrowed.
_OWN_BITS: Final = 14.0
# Fewer words make no retelling: one sentence in other words is beyond this method.
_FEWEST_WORDS: Final = 18


def find_reworded(pair: Pair, passages: Sequence[Passage]) -> Iterator[Passage]:
    """Stretches of the original and the candidate that tell the same in other words.

    Args:
        pair: the two texts.
        passages: what was copied. Sentences copied into a retelling become part of it.
    """
    places = _telling_words(pair)
    if len(places) < _FEWEST_WORDS:
        return
    borrowed = _Borrowed.of(one for one in passages if not _stands_alone(one))
    explained = _mask(pair, passages)[places]
    scores = _scores(pair.vocabulary.candidate[places] != pair.prepared.absent, explained)
    own = np.where(explained, 0.0, scores)
    done = _mask(pair, [one for one in passages if _stands_alone(one)])[places]
    scores[done] = -float(np.abs(scores).sum()) - 1.0  # no stretch holds these
    for first, last in _best(scores, least=log2(len(places)) + _MARGIN):
        candidate = _sentences(pair, int(places[first]), int(places[last]))
        inside = borrowed.meeting(candidate)
        tells = len(inside) > 1 or own[first : last + 1].sum() >= _OWN_BITS
        if tells and last - first >= _FEWEST_WORDS:
            yield _retelling(_source(pair, places[first : last + 1]), candidate, inside)


def _telling_words(pair: Pair) -> NDArray[np.int64]:
    """The words of the candidate that are asked: long, no names or numbers, not its own subject."""
    words = pair.candidate
    places = ((words.letter_counts >= _LETTERS) & ~words.capitals).nonzero()[0]
    often = np.bincount(pair.vocabulary.candidate, minlength=pair.prepared.absent + 1) > _OFTEN
    often[-1] = False  # not those that the original lacks
    first = words.letters.take(words.letter_starts.take(places))
    left_out = (first >= ord("0")) & (first <= ord("9"))
    left_out |= often.take(pair.vocabulary.candidate.take(places))
    telling: NDArray[np.int64] = places[~left_out]
    return telling


def _stands_alone(passage: Passage) -> bool:
    copied = sum(span.size for span in passage.copied_candidate)
    return copied >= _LONG_COPY and passage.similarity >= _CLOSE


def _mask(pair: Pair, passages: Iterable[Passage]) -> NDArray[np.bool_]:
    inside = np.zeros(len(pair.candidate), np.bool_)
    for passage in passages:
        inside[slice(*passage.candidate)] = True
    return inside


class _Borrowed(NamedTuple):
    """Passages by where they begin in the candidate.

    Attributes:
        passages: in this order.
        reached: how far each of them and those before it reach.
    """

    passages: list[Passage]
    reached: list[int]

    @classmethod
    def of(cls, passages: Iterable[Passage]) -> Self:
        """Some passages in any order."""
        ordered = sorted(passages, key=_place)
        return cls(ordered, [*accumulate((one.candidate.stop for one in ordered), max)])

    def meeting(self, candidate: Span) -> list[Passage]:
        """Those that have words of a stretch of the candidate."""
        first = bisect_right(self.reached, candidate.start)
        stop = bisect_left(self.passages, candidate.stop, key=lambda one: one.candidate.start)
        around = self.passages[first:stop]
        return [one for one in around if one.candidate.stop > candidate.start]


def _place(passage: Passage) -> Span:
    return passage.candidate


def _retelling(original: Span, candidate: Span, inside: list[Passage]) -> Passage:
    """A passage told in other words, with the sentences copied into it."""
    originals = [original, *(one.original for one in inside)]
    candidates = [candidate, *(one.candidate for one in inside)]
    original = Span(min(span.start for span in originals), max(span.stop for span in originals))
    candidate = Span(min(span.start for span in candidates), max(span.stop for span in candidates))
    copied = tuple(union(span for one in inside for span in one.copied))
    copied_candidate = tuple(union(span for one in inside for span in one.copied_candidate))
    size = sum(span.size for span in (*copied, *copied_candidate))
    return Passage(
        original=original,
        candidate=candidate,
        copied=copied,
        copied_candidate=copied_candidate,
        similarity=size / (original.size + candidate.size),
        kind=PassageKind.EDITED if inside else PassageKind.REWORDED,
    )


def _scores(known: NDArray[np.bool_], explained: NDArray[np.bool_]) -> NDArray[np.float64]:
    """Log-likelihood ratio, in bits, of every word: in a retelling against elsewhere."""
    others = known[~explained]
    part = np.count_nonzero(others) / len(others) if len(others) else 1.0
    least, most = _KNOWN_ELSEWHERE
    elsewhere = min(max(part, least), most)
    gain = log2(_KNOWN_IN_RETELLING / elsewhere)
    loss = log2((1 - _KNOWN_IN_RETELLING) / (1 - elsewhere))
    return np.where(known, gain, loss)


def _best(scores: NDArray[np.float64], *, least: float) -> Iterator[tuple[int, int]]:
    """First and last words of the stretch with the highest sum, then of the best of the rest.

    All maximal scoring subsequences (Ruzzo and Tompa 1999). None of them passes a place where the
    sum of all words before it is lower than ever, so what such places part is searched by itself.

    Args:
        scores: what each word tells.
        least: what a stretch tells.
    """
    found: list[tuple[float, int, int]] = []
    waiting = [Span(0, len(scores))]
    while waiting:
        part = waiting.pop()
        total = np.append(0.0, scores[slice(*part)].cumsum())
        lowest = np.minimum.accumulate(total[:-1])
        edges = np.append(starts_of_runs(lowest), part.size)
        gained = total[1:] - lowest
        for place in np.flatnonzero(np.maximum.reduceat(gained, edges[:-1]) >= least).tolist():
            first, stop = edges[place : place + 2].tolist()
            last = first + int(gained[first:stop].argmax())
            found.append((-float(gained[last]), part.start + first, part.start + last))
            if last + 1 < stop:
                waiting.append(Span(part.start + last + 1, part.start + stop))
    return ((first, last) for _, first, last in sorted(found))


def _sentences(pair: Pair, first: int, last: int) -> Span:
    """The sentences of the candidate from one word to another."""
    edges = pair.borders.places
    before = edges[bisect_right(edges, first) - 1]
    return Span(before, edges[bisect_right(edges, last)])


def _source(pair: Pair, places: NDArray[np.int64]) -> Span:
    """The stretch of the original that has the words of a retelling."""
    numbers = pair.vocabulary.candidate[places]
    return pair.prepared.around(numbers[numbers != pair.prepared.absent])
