"""Does something stand where terms want it?"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from reuse_guard.policy.duties import Spot

if TYPE_CHECKING:
    from reuse_guard.documents.model import Document
    from reuse_guard.measure.outline import Outline, Position
    from reuse_guard.policy.duties import Where


def fits(position: Position, where: Where) -> bool:
    """Whether something at this position stands where terms want it."""
    if where.spot is Spot.ANYWHERE:
        return True
    if where.spot is Spot.END:
        return position.last
    number = where.number or 1
    if where.spot is Spot.SENTENCE:
        return position.sentence <= number
    if where.spot is Spot.AFTER_PARAGRAPH:
        return position.paragraph > number or (position.paragraph == number and position.between)
    return position.paragraph <= number


def may_fit(position: Position, where: Where) -> bool:
    """The same where no sentence before it ends that may go on, and what may be no text is none."""
    if where.spot is Spot.END and position.perhaps_last:
        return True
    least = position.sentence if position.least is None else position.least
    return fits(replace(position, sentence=least), where)


def stop_of(where: Where, outline: Outline) -> int | None:
    """The character at which the sentence below a place begins; None where there is none."""
    number = where.number or 1
    if where.spot is not Spot.SENTENCE or len(outline.begins) <= number:
        return None
    return outline.begins[number]


def down_to(candidate: Document, stop: int) -> Document:
    """The candidate down to a character: a paragraph goes on below the sentence that is meant."""
    blocks = tuple(
        replace(b, text=b.text[: stop - b.start], stop=stop) if b.start < stop < b.stop else b
        for b in candidate.blocks
    )
    above = replace(
        candidate, blocks=blocks, links=tuple(link for link in candidate.links if link.start < stop)
    )
    above.__dict__["words"] = candidate.words  # of the whole text, which is the same
    return above
