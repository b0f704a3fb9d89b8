"""The measures of the PAN text-alignment competition, exactly.

Potthast, Stein, Barrón-Cedeño, Rosso: An Evaluation Framework for Plagiarism Detection (COLING
2010); PAN 2013 ranks by the macro-averaged form, where every case and every detection weighs the
same.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import log2
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


class Aligned(NamedTuple):
    """A stretch of an original and of a candidate, in characters of one pair of documents."""

    pair: int
    original: tuple[int, int]
    candidate: tuple[int, int]

    @property
    def size(self) -> int:
        """Characters of both stretches."""
        return _size(self.original) + _size(self.candidate)


@dataclass(frozen=True, slots=True)
class Scores:
    """What a detector achieved.

    Attributes:
        precision: mean part of a detection that is true.
        recall: mean part of a case that was detected.
        granularity: mean number of detections of one detected case; 1 is best.
    """

    precision: float
    recall: float
    granularity: float

    @property
    def plagdet(self) -> float:
        """Harmonic mean of precision and recall over log2(1 + granularity).

        >>> Scores(1.0, 1.0, 1.0).plagdet, round(Scores(1.0, 1.0, 3.0).plagdet, 2)
        (1.0, 0.5)
        """
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both / log2(1 + self.granularity) if both else 0.0


def score(cases: Sequence[Aligned], detections: Sequence[Aligned]) -> Scores:
    """Macro-averaged scores of detections against the true cases.

    >>> case = Aligned(0, (0, 100), (0, 100))
    >>> score([case], [Aligned(0, (0, 50), (0, 50)), Aligned(0, (50, 100), (50, 100))])
    Scores(precision=1.0, recall=1.0, granularity=2.0)
    """
    counts = [sum(_detects(detection, case) for detection in detections) for case in cases]
    detected = [count for count in counts if count]
    return Scores(
        precision=_mean(_covered(detection, cases) for detection in detections),
        recall=_mean(_covered(case, detections) for case in cases),
        granularity=_mean(detected) if detected else 1.0,
    )


def _detects(first: Aligned, second: Aligned) -> bool:
    return (
        first.pair == second.pair
        and _overlap(first.original, second.original) > 0
        and _overlap(first.candidate, second.candidate) > 0
    )


def _covered(one: Aligned, others: Iterable[Aligned]) -> float:
    """Part of one, of its characters on both sides, that lies in those others that detect it."""
    touching = [other for other in others if _detects(other, one)]
    covered = _union(one.original, [other.original for other in touching])
    covered += _union(one.candidate, [other.candidate for other in touching])
    return covered / one.size


def _union(one: tuple[int, int], others: list[tuple[int, int]]) -> int:
    """Characters of `one` in at least one of `others`."""
    covered, reached = 0, one[0]
    for start, stop in sorted(others):
        covered += max(0, min(stop, one[1]) - max(start, reached))
        reached = max(reached, min(stop, one[1]))
    return covered


def _overlap(first: tuple[int, int], second: tuple[int, int]) -> int:
    return min(first[1], second[1]) - max(first[0], second[0])


def _size(span: tuple[int, int]) -> int:
    return span[1] - span[0]


def _mean(values: Iterable[float]) -> float:
    listed = list(values)
    return sum(listed) / len(listed) if listed else 0.0
