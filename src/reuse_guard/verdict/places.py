"""Places in a candidate's text, and how to say them."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from reuse_guard.locale import Phrase, say, say_many
from reuse_guard.policy.duties import Spot

if TYPE_CHECKING:
    from reuse_guard.policy.duties import Where


@cache
def place_name(where: Where) -> Phrase:
    """A place in the candidate's text."""
    number = where.number or 1
    if where.spot is Spot.SENTENCE:
        return say_many("in the first sentence", "within the first {count:n} sentences", number)
    if where.spot is Spot.PARAGRAPH:
        return say_many("in the first paragraph", "within the first {count:n} paragraphs", number)
    if where.spot is Spot.AFTER_PARAGRAPH:
        return say("below paragraph {number:n}", number=number)
    return {
        Spot.LEAD: say("in the headline or lead"),
        Spot.END: say("in the last paragraph or below"),
        Spot.ANYWHERE: say("anywhere in the text"),
    }[where.spot]


@cache
def into_place(where: Where) -> Phrase:
    """The same as the goal of a move; what may stand anywhere is never moved."""
    number = where.number or 1
    if where.spot is Spot.SENTENCE:
        return say_many("into the first sentence", "into the first {count:n} sentences", number)
    if where.spot is Spot.PARAGRAPH:
        return say_many("into the first paragraph", "into the first {count:n} paragraphs", number)
    if where.spot is Spot.AFTER_PARAGRAPH:
        return place_name(where)
    return {
        Spot.LEAD: say("into the headline or lead"),
        Spot.END: say("into the last paragraph or below"),
    }[where.spot]
