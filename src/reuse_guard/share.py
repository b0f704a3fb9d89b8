"""Shares as exact word counts."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from reuse_guard.text.spans import Span, union

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reuse_guard.align import Passage


@dataclass(frozen=True, slots=True)
class Share:
    """Copied words out of all words of one side, kept as two counts.

    `fraction` is exact, so "at most 30%" is exact at the boundary; `ratio` is for people.

    >>> Share(30, 100).fraction <= Fraction(30, 100), Share(31, 100).fraction <= Fraction(30, 100)
    (True, False)
    """

    copied: int
    total: int

    def __post_init__(self) -> None:
        if not 0 <= self.copied <= self.total:
            msg = f"{self.copied} copied words of {self.total}: more than all, or fewer than none"
            raise ValueError(msg)

    @property
    def fraction(self) -> Fraction:
        """Copied part of the whole, from 0 to 1; 0 of nothing."""
        return Fraction(self.copied, self.total) if self.total else Fraction(0)

    @property
    def ratio(self) -> float:
        """`fraction` as a float."""
        return float(self.fraction)


def count_share(copied: Iterable[Span], *, total: int, excluded: Iterable[Span] = ()) -> Share:
    """Count the words that `copied` covers, each once; excluded words count on neither side.

    Args:
        copied: word spans; they may overlap.
        total: words of the side that is measured.
        excluded: word spans that do not count (quotations, words of a common source).

    Raises:
        ValueError: a span ends past `total`.
    """
    copied_words, excluded_words = list(union(copied)), list(union(excluded))
    for span in (*copied_words[-1:], *excluded_words[-1:]):
        if span.stop > total:
            msg = f"{span} ends past the {total} words counted"
            raise ValueError(msg)
    both = (
        _size(copied_words) + _size(excluded_words) - _size(union([*copied_words, *excluded_words]))
    )
    return Share(_size(copied_words) - both, total - _size(excluded_words))


def share_of_original(
    passages: Iterable[Passage], *, total: int, excluded: Iterable[Span] = ()
) -> Share:
    """How much of the original was copied, each of its words counted once.

    Args:
        passages: of one alignment; kinds that do not count (`reworded`) are left out.
        total: words of the original that count.
        excluded: word spans of the original that do not count.
    """
    runs = (run for passage in passages if passage.kind.counts for run in passage.copied)
    return count_share(runs, total=total, excluded=excluded)


def _size(spans: Iterable[Span]) -> int:
    return sum(span.size for span in spans)
