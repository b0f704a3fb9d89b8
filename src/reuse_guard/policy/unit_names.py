"""Units and amounts as sentences name them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reuse_guard.locale import Phrase, say, say_many
from reuse_guard.policy.limits import Base, Unit
from reuse_guard.schema import format_ratio

if TYPE_CHECKING:
    from reuse_guard.policy.limits import Limit


def unit_name(unit: Unit, count: int = 2) -> Phrase:
    """What is counted, without the number: in the singular where there is one, else the plural."""
    if count == 1:
        return {
            Unit.WORDS: say("word"),
            Unit.CHARACTERS: say("character"),
            Unit.SENTENCES: say("sentence"),
            Unit.PARAGRAPHS: say("paragraph"),
            Unit.ARTICLES: say("article"),
        }[unit]
    return {
        Unit.WORDS: say("words"),
        Unit.CHARACTERS: say("characters"),
        Unit.SENTENCES: say("sentences"),
        Unit.PARAGRAPHS: say("paragraphs"),
        Unit.ARTICLES: say("articles"),
    }[unit]


def amount_of(unit: Unit, count: int) -> Phrase:
    """A number of units."""
    return {
        Unit.WORDS: say_many("{count:n} word", "{count:n} words", count),
        Unit.CHARACTERS: say_many("{count:n} character", "{count:n} characters", count),
        Unit.SENTENCES: say_many("{count:n} sentence", "{count:n} sentences", count),
        Unit.PARAGRAPHS: say_many("{count:n} paragraph", "{count:n} paragraphs", count),
        Unit.ARTICLES: say_many("{count:n} article", "{count:n} articles", count),
    }[unit]


def amount_left(limit: Limit) -> Phrase:
    """What a limit leaves free to be copied."""
    unit = limit.counted
    if not limit.is_ratio:
        return amount_of(unit, int(limit.max))
    share = format_ratio(limit.part)
    if limit.of is Base.CANDIDATE:
        return say("{share:r} of the candidate's {unit}", share=share, unit=unit_name(unit))
    return say("{share:r} of the original's {unit}", share=share, unit=unit_name(unit))
