"""Half-open ranges over characters or words, and the few operations verdicts need."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


class Span(NamedTuple):
    """Half-open range `start <= i < stop`, counted from 0.

    The unit (characters or words) is named by the field that holds the span.
    """

    start: int
    stop: int

    @property
    def size(self) -> int:
        """How many characters or words the span holds."""
        return self.stop - self.start


def union(spans: Iterable[Span]) -> Iterator[Span]:
    """Yield the same positions as `spans`, in order, each in exactly one span.

    Touching spans are joined; empty ones vanish.

    >>> list(union([Span(4, 9), Span(0, 2), Span(8, 12)]))
    [Span(start=0, stop=2), Span(start=4, stop=12)]
    """
    pending: Span | None = None
    for span in sorted(s for s in spans if s.start < s.stop):
        if pending is None:
            pending = span
        elif span.start <= pending.stop:
            pending = Span(pending.start, max(pending.stop, span.stop))
        else:
            yield pending
            pending = span
    if pending is not None:
        yield pending
