"""How much may be copied: a number, a unit, of what, and whether that is the most or too much."""

from __future__ import annotations

import itertools
from enum import StrEnum
from typing import TYPE_CHECKING

from reuse_guard.frozen import frozen
from reuse_guard.notices.concepts import Concept
from reuse_guard.notices.numbers import NumberKind
from reuse_guard.notices.terms import Quantity, Whole

if TYPE_CHECKING:
    from fractions import Fraction

    from reuse_guard.notices.numbers import Number
    from reuse_guard.notices.tokens import Sentence

_UNITS = {
    Concept.PERCENT: "fraction",
    Concept.WORDS: "words",
    Concept.CHARACTERS: "characters",
    Concept.SENTENCES: "sentences",
    Concept.PARAGRAPHS: "paragraphs",
}
_JOINING = frozenset({"\u2014", "\u2013", ":"})
_COUNTED_PLACES = frozenset({"sentences", "paragraphs"})


class Bound(StrEnum):
    """What a quantity is for a use."""

    MOST = "most"  # it may be used, and no more
    TOO_MUCH = "too_much"  # more than it is spoken of: forbidden, or subject to permission
    LEAST = "least"  # no less than it
    PLAIN = "plain"  # nothing says


@frozen
class Amount:
    """A quantity in a sentence.

    Attributes:
        quantity: how much, of what.
        bound: whether it is the most.
        first: index of its first token.
        stop: one past its last token, the unit included.
    """

    quantity: Quantity
    bound: Bound
    first: int
    stop: int


def find_amounts(sentence: Sentence) -> list[Amount]:
    """Every quantity of text in a sentence, whatever is said of it."""
    found = []
    for number in sentence.numbers:
        amount = _amount(sentence, number)
        if amount is not None:
            found.append(amount)
    return found


def limits(sentence: Sentence) -> list[Amount]:
    """The quantities that a sentence makes a limit of copying."""
    names_use = sentence.has(Concept.USE, Concept.EXCERPT)
    if not (names_use or (sentence.has(Concept.ALLOW) and sentence.has(Concept.TEXT))):
        return _before_link(sentence)
    return [amount for amount in find_amounts(sentence) if _is_limit(sentence, amount)]


def _before_link(sentence: Sentence) -> list[Amount]:
    """`No more than two paragraphs, with a link`: what is meant but not said is the copying."""
    links = sentence.places(Concept.LINK)
    return [
        amount
        for amount in find_amounts(sentence)
        if amount.bound is Bound.MOST
        and any(index > sentence.clause(amount.first).stop for index in links[:1])
    ]


def _amount(sentence: Sentence, number: Number) -> Amount | None:
    unit, stop = _unit(sentence, number)
    if number.kind is NumberKind.FRACTION and unit is None:
        unit, stop = "fraction", number.stop
    if unit is None or (number.kind is NumberKind.ORDINAL and unit not in _COUNTED_PLACES):
        return None
    is_ratio = unit == "fraction"
    value = number.value
    if is_ratio and number.kind is not NumberKind.FRACTION:
        value /= 100
    elif not is_ratio and _is_excluded(sentence, number, stop):
        value -= 1
    if value <= 0 or (is_ratio and value > 1) or (not is_ratio and value.denominator != 1):
        return None
    if unit in _COUNTED_PLACES and _is_place(sentence, number, stop):
        return None
    quantity = _quantity(sentence, number, value, unit, stop)
    return Amount(quantity, _bound(sentence, number, stop), number.first, stop)


def _unit(sentence: Sentence, number: Number) -> tuple[str | None, int]:
    """The unit behind a number, over one adjective at the most ("120 consecutive words")."""
    start = number.stop + 2 * _or_more(sentence, number.stop)
    for index in sentence.after(start, 2):
        for concept, unit in _UNITS.items():
            if concept in sentence.tokens[index].concepts:
                return unit, index + 1
        if any(other.first <= index < other.stop for other in sentence.numbers):
            break
        if sentence.tokens[index].concepts:
            break
    return None, number.stop


def _quantity(
    sentence: Sentence, number: Number, value: Fraction, unit: str, stop: int
) -> Quantity:
    if unit == "fraction":
        if sentence.has(Concept.CHARACTERS, within=sentence.after(stop, 3)):
            unit = "characters"
        return Quantity(value, unit, _whole(sentence, number.first, stop))
    is_leading = number.kind is NumberKind.ORDINAL or sentence.has(
        Concept.FIRST, within=sentence.before(number.first, 2)
    )
    return Quantity(value, unit, Whole.ABSOLUTE, is_leading and unit in _COUNTED_PLACES)


def _whole(sentence: Sentence, first: int, stop: int) -> Whole:
    """What a ratio is a part of: what follows it, or, in Kazakh, what stands before it."""
    for index in sentence.after(stop, 6):
        concepts = sentence.tokens[index].concepts
        if Concept.NEW in concepts:
            return Whole.CANDIDATE
        if Concept.TEXT in concepts or concepts & {Concept.IN, Concept.LINK}:
            break
    behind = [sentence.tokens[index].concepts for index in sentence.before(first, 3)]
    if any(Concept.TEXT in near and Concept.NEW in far for near, far in itertools.pairwise(behind)):
        return Whole.CANDIDATE
    return Whole.ORIGINAL


def _is_excluded(sentence: Sentence, number: Number, stop: int) -> bool:
    """Whether a number is itself too much: `fewer than three`, `three or more`."""
    ends = (number.stop, stop)
    return bool(_less(sentence, number, stop)) or any(_or_more(sentence, end) for end in ends)


def _less(sentence: Sentence, number: Number, stop: int) -> list[int]:
    """`fewer than three`, `үш абзацтан аз`."""
    beside = [*sentence.before(number.first, 2), *sentence.after(stop, 1)]
    return sentence.places(Concept.LESS, within=beside)


def _or_more(sentence: Sentence, index: int) -> bool:
    joins = sentence.has(Concept.OR, Concept.AND, within=sentence.after(index, 1))
    return joins and sentence.has(Concept.MORE, within=sentence.after(index + 1, 1))


def _bound(sentence: Sentence, number: Number, stop: int) -> Bound:
    less = _less(sentence, number, stop)
    if less and _is_negated(sentence, less[0]):
        return Bound.LEAST
    if not less and _is_excluded(sentence, number, stop):
        return Bound.TOO_MUCH
    return _governed(sentence, number.first, stop)


def _governed(sentence: Sentence, first: int, stop: int) -> Bound:
    before, after = _before(sentence, first), sentence.after(stop, 4)
    for index in [*before, *after]:
        concepts = sentence.tokens[index].concepts
        if Concept.NOT_EXCEEDING in concepts and index >= stop:
            return Bound.MOST
        if concepts & {Concept.MORE, Concept.EXCEED}:
            return Bound.MOST if _is_negated(sentence, index) else Bound.TOO_MUCH
    if sentence.has(Concept.UP_TO_AFTER, within=after) or _up_to(sentence, first):
        return Bound.MOST
    if sentence.has(Concept.ONLY, Concept.AT_MOST, within=[*before, *after]):
        return Bound.MOST
    return Bound.PLAIN


def _before(sentence: Sentence, first: int) -> range:
    """The words that govern a number; a dash or a colon right before it parts nothing."""
    near = sentence.before(first, 4)
    is_behind_mark = not near and first > 1 and sentence.tokens[first - 1].text in _JOINING
    return sentence.before(first - 1, 4) if is_behind_mark else near


def _is_negated(sentence: Sentence, index: int) -> bool:
    """Whether "more" or "exceed" stands with a "not": before it, or, in Kazakh, behind it."""
    reach = 3 if Concept.EXCEED in sentence.tokens[index].concepts else 1
    if sentence.has(Concept.NOT, within=sentence.before(index, reach)):
        return True
    behind = sentence.after(index + 1, 2)
    return sentence.has(Concept.NOT_SUFFIX, within=behind) or any(
        sentence.tokens[place].text.lower() == "емес" for place in behind
    )


def _up_to(sentence: Sentence, first: int) -> bool:
    """`up to 30%`, `до 30%`, `объёмом до 30%`."""
    near = [sentence.tokens[index].text.lower() for index in sentence.before(first, 2)]
    return near[:1] == ["до"] or near[:2] == ["to", "up"] or near[:1] == ["within"]


def _is_limit(sentence: Sentence, amount: Amount) -> bool:
    clause = sentence.clause(amount.first)
    if amount.bound in (Bound.MOST, Bound.LEAST):
        return amount.bound is Bound.MOST
    forbids = sentence.has(Concept.FORBID) or (
        sentence.has(Concept.NOT, within=clause)
        and sentence.has(Concept.ALLOW, Concept.DUTY, within=clause)
    )
    if amount.bound is Bound.TOO_MUCH:
        return forbids or sentence.has(Concept.PERMISSION)
    return sentence.has(Concept.ALLOW, within=clause) and not forbids


def _is_place(sentence: Sentence, number: Number, stop: int) -> bool:
    """Whether paragraphs or sentences are named as a place and not as an amount."""
    unit = stop - 1
    if sentence.has(Concept.MORE, Concept.NOT_EXCEEDING, within=sentence.after(stop, 1)):
        return False  # "екі абзацтан артық": the case goes with "more"
    if _is_excluded(sentence, number, stop):
        return False
    if Concept.LOCATIVE in sentence.tokens[unit].concepts:
        return True
    if sentence.has(Concept.LOCATIVE, within=sentence.after(stop, 1)):
        return True
    before = sentence.before(number.first, 3)
    joined = sentence.places(Concept.HEAD, Concept.START, within=before)
    if joined:  # "in the subheading or first paragraph"
        before = sentence.before(joined[0], 3)
    named = sentence.places(Concept.IN, Concept.BELOW, Concept.AFTER, within=before)
    if any(not sentence.has(Concept.AT_MOST, within=[place + 1]) for place in named):
        return True  # but not "at most five sentences"
    clause = sentence.clause(number.first)
    is_amount = sentence.has(Concept.USE, Concept.AT_MOST, Concept.ONLY, within=clause)
    return sentence.has(Concept.LINK, within=clause) and not is_amount
