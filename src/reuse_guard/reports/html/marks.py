"""Cutting a document's text where something begins or ends: a passage, copied words, a link."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

from reuse_guard.frozen import frozen
from reuse_guard.verdict.model import CharSpan

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reuse_guard.backlinks import Backlink
    from reuse_guard.verdict.model import BlockView, Verdict


@frozen
class Layer:
    """One kind of mark on a text.

    Attributes:
        spans: by their starts; they may overlap.
        numbers: what each of them stands for.
        starts: their starts, ascending.
        reach: the furthest stop of each and all before it, ascending.
    """

    spans: tuple[CharSpan, ...]
    numbers: tuple[int, ...]
    starts: tuple[int, ...]
    reach: tuple[int, ...]

    def cuts(self, start: int, stop: int) -> Iterator[int]:
        """Where marks begin and end inside a stretch."""
        for span in self.spans[bisect_right(self.reach, start) : bisect_left(self.starts, stop)]:
            yield from (cut for cut in (span.start, span.stop) if start < cut < stop)

    def touches(self, start: int, stop: int) -> bool:
        """Whether a mark stands in a stretch."""
        first, last = bisect_right(self.reach, start), bisect_left(self.starts, stop)
        return any(span.stop > start for span in self.spans[first:last])

    def at(self, position: int) -> int | None:
        """What stands at a character; of several marks the one that begins first."""
        for index in range(bisect_right(self.reach, position), len(self.spans)):
            if self.starts[index] > position:
                break
            if self.spans[index].stop > position:
                return self.numbers[index]
        return None

    def begin(self, position: int) -> tuple[int, ...]:
        """What begins at a character."""
        first = bisect_left(self.starts, position)
        return self.numbers[first : bisect_right(self.starts, position)]


@frozen
class Piece:
    """A stretch of text that carries the same marks throughout.

    Attributes:
        start: first character.
        stop: one past the last.
        passage: index of the passage it belongs to, or None.
        copied: whether its words are copied.
        quoted: whether it is quoted speech.
        common: whether a common source has it too.
        begins: indices of the passages that begin here.
        link: index of the link it is the text of, or None.
        seam: whether a link of a menu meets the word before it here.
    """

    start: int
    stop: int
    passage: int | None
    copied: bool
    quoted: bool
    common: bool
    begins: tuple[int, ...]
    link: int | None
    seam: bool


@frozen
class Marked:
    """A document's text with all that is to be marked in it."""

    text: str
    blocks: tuple[BlockView, ...]
    passages: Layer
    copied: Layer
    quoted: Layer
    common: Layer
    links: Layer
    seams: tuple[int, ...]

    def pieces(self, start: int, stop: int) -> Iterator[Piece]:
        """Cut a stretch; the pieces follow each other and cover it."""
        layers = (self.passages, self.copied, self.quoted, self.common, self.links)
        cuts = {cut for layer in layers for cut in layer.cuts(start, stop)}
        seams = set(self.seams[bisect_right(self.seams, start) : bisect_left(self.seams, stop)])
        bounds = sorted({start, stop, *cuts, *seams})
        for first, last in pairwise(bounds):
            copied = self.copied.at(first)
            yield Piece(
                first,
                last,
                copied if copied is not None else self.passages.at(first),
                copied=copied is not None,
                quoted=self.quoted.at(first) is not None,
                common=self.common.at(first) is not None,
                begins=self.passages.begin(first),
                link=self.links.at(first),
                seam=first in seams,
            )

    def touched(self, block: BlockView) -> bool:
        """Whether a passage or a link stands in the block."""
        stop = max(block.stop, block.start + 1)
        return self.passages.touches(block.start, stop) or self.links.touches(block.start, stop)


def mark_original(verdict: Verdict) -> Marked:
    """The original, with quoted speech and the words of common sources."""
    return Marked(
        verdict.original.text,
        verdict.original.blocks,
        passages=_layer([(p.original, n) for n, p in enumerate(verdict.passages)]),
        copied=_layer([(run, n) for n, p in enumerate(verdict.passages) for run in p.copied]),
        quoted=_layer([(span, 0) for span in verdict.quoted]),
        common=_layer([(span, 0) for span in verdict.common]),
        links=_layer([]),
        seams=verdict.original.seams,
    )


def mark_candidate(verdict: Verdict) -> Marked:
    """The candidate, with its links."""
    return Marked(
        verdict.candidate.text,
        verdict.candidate.blocks,
        passages=_layer([(p.candidate, n) for n, p in enumerate(verdict.passages)]),
        copied=_layer(
            [(run, n) for n, p in enumerate(verdict.passages) for run in p.copied_candidate]
        ),
        quoted=_layer([]),
        common=_layer([]),
        links=_layer([(_place(link), n) for n, link in enumerate(verdict.backlinks)]),
        seams=verdict.candidate.seams,
    )


def _place(link: Backlink) -> CharSpan:
    return CharSpan(link.place.start, max(link.place.stop, link.place.start + 1))


def _layer(marks: Iterable[tuple[CharSpan, int]]) -> Layer:
    ordered = sorted(marks, key=lambda mark: (mark[0].start, mark[1]))
    return Layer(
        spans=tuple(span for span, _ in ordered),
        numbers=tuple(number for _, number in ordered),
        starts=tuple(span.start for span, _ in ordered),
        reach=tuple(accumulate((span.stop for span, _ in ordered), max)),
    )
