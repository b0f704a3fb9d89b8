"""Where a notice wants the link to stand."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reuse_guard.expressions import expression
from reuse_guard.frozen import frozen
from reuse_guard.notices.amounts import limits
from reuse_guard.notices.concepts import Concept
from reuse_guard.notices.numbers import NumberKind

if TYPE_CHECKING:
    from reuse_guard.notices.numbers import Number
    from reuse_guard.notices.tokens import Sentence

LEAD, END = "lead", "end"
_KAZAKH_IN = expression(r"\w+(?:да|де|та|те|нда|нде)", re.IGNORECASE)
_CONDITION = expression(
    r"if|when|where|for|при|если|для|случае|\w+[ғгкқ](?:анда|енде)|\w+(?:са|се)", re.IGNORECASE
)
_MOST = 20  # a place further down is no place
_BETWEEN = 3  # tokens between two numbers of one place


@frozen
class _Place:
    """A place and the tokens that name it."""

    where: str
    first: int
    stop: int


def link_places(sentence: Sentence) -> list[str]:
    """The places a sentence names, one for each link; several joined by "or" are one.

    Returns:
        Places as policies spell them: `lead`, `sentence<=2`, `paragraph<=1`,
        `after_paragraph 1`, `end`.
    """
    if _is_of_whole(sentence):
        return []
    places = sorted([*_counted(sentence), *_named(sentence)], key=lambda place: place.first)
    joined: list[list[_Place]] = []
    for place in places:
        if joined and not _is_both(sentence, joined[-1][-1], place):
            joined[-1].append(place)
        else:
            joined.append([place])
    return list(dict.fromkeys(_widest([place.where for place in group]) for group in joined))


def has_cases(sentence: Sentence) -> bool:
    """Whether a place is named for a copy of the whole text alone, which no clause can say."""
    return _is_of_whole(sentence) and bool([*_counted(sentence), *_named(sentence)])


def _is_of_whole(sentence: Sentence) -> bool:
    """`при полной перепечатке`, `if you republish the whole article`; not "in full or in part"."""
    return any(
        _is_of_use(sentence, index)
        and not sentence.near(index, 3, Concept.PART)
        and not sentence.near(index, 6, Concept.FORBID, Concept.PERMISSION)
        for index in sentence.places(Concept.FULL)
    )


def _is_of_use(sentence: Sentence, index: int) -> bool:
    """Whether a condition is that the use be in full, and no link leads to a full text there."""
    before, behind = sentence.before(index, 6), sentence.after(index + 1, 1)
    if sentence.has(Concept.LINK, within=before):
        return False
    words = (sentence.tokens[place].text for place in [*before, *behind])
    is_condition = any(_CONDITION.fullmatch(word) for word in words)
    return is_condition and sentence.has(Concept.USE, within=[*before, *behind])


def _is_both(sentence: Sentence, one: _Place, other: _Place) -> bool:
    """Whether two places are asked for together: "at the start and at the end"."""
    between = range(one.stop, other.first)
    return sentence.has(Concept.AND, within=between) and not sentence.has(
        Concept.OR, within=between
    )


def _widest(places: list[str]) -> str:
    """Of places joined by "or", the one that covers the others as well."""
    numbers = [place for place in places if "<=" in place]
    if numbers and len(set(places)) > 1:
        lowest = max(numbers, key=lambda place: int(place.partition("<=")[2]))
        return LEAD if lowest == "paragraph<=1" and LEAD in places else lowest
    return places[0]


def _counted(sentence: Sentence) -> list[_Place]:
    """Paragraphs and sentences named by number."""
    found = []
    numbers = sentence.numbers
    limited = {amount.first for amount in limits(sentence)}
    for index, number in enumerate(numbers):
        unit = _unit(sentence, number)
        if unit is None or not 0 < number.value <= _MOST or number.first in limited:
            continue
        run = _run(sentence, numbers[: index + 1])
        where = _where(sentence, run[0].first, unit, int(max(n.value for n in run)))
        if where:
            found.append(_Place(where, run[0].first, unit + 1))
    return found


def _run(sentence: Sentence, numbers: tuple[Number, ...]) -> list[Number]:
    """The last number and those joined to it: "the first or second"."""
    run = [numbers[-1]]
    for number in reversed(numbers[:-1]):
        between = range(number.stop, run[0].first)
        is_joined = not between or sentence.has(Concept.OR, Concept.AND, within=between)
        if not is_joined or len(between) > _BETWEEN or number.kind is NumberKind.FRACTION:
            break
        run.insert(0, number)
    return run


def _unit(sentence: Sentence, number: Number) -> int | None:
    if number.kind is NumberKind.FRACTION:
        return None
    found = sentence.places(
        Concept.PARAGRAPHS, Concept.SENTENCES, within=sentence.after(number.stop, 1)
    )
    return found[0] if found else None


def _where(sentence: Sentence, first: int, unit: int, number: int) -> str | None:
    kind = "paragraph" if Concept.PARAGRAPHS in sentence.tokens[unit].concepts else "sentence"
    before, behind = sentence.before(first, 4), sentence.after(unit + 1, 2)
    # Behind the place only Kazakh says "not": "абзацтан төмен емес". What follows elsewhere is of
    # something else: "after the first paragraph and not closed to search engines".
    is_upper = sentence.has(Concept.NOT, within=before) or any(
        sentence.tokens[place].text.lower() == "емес" for place in behind
    )
    if sentence.has(Concept.AFTER, within=sentence.before(first, 2)) and not is_upper:
        return f"after_paragraph {number}" if kind == "paragraph" else None
    if sentence.has(Concept.BELOW, within=[*before, *behind]):
        is_upper = is_upper or sentence.has(Concept.NOT_SUFFIX, within=sentence.after(unit + 1, 3))
        if not is_upper:
            return f"after_paragraph {number}" if kind == "paragraph" else None
    return f"{kind}<={number}"


def _named(sentence: Sentence) -> list[_Place]:
    """Heading, lead, top and end."""
    found: list[_Place] = []
    for index, token in enumerate(sentence.tokens):
        if not token.concepts & {Concept.HEAD, Concept.START, Concept.END}:
            continue
        before = sentence.before(index, 3)
        is_end = Concept.END in token.concepts
        is_in = sentence.has(Concept.IN, within=before) or _KAZAKH_IN.fullmatch(token.text)
        is_next = found and sentence.has(Concept.OR, Concept.AND, within=sentence.before(index, 2))
        if is_in or is_next or (is_end and sentence.has(Concept.AFTER, within=before)):
            found.append(_Place(END if is_end else LEAD, index, index + 1))
    for index in sentence.places(Concept.AFTER):
        under = sentence.tokens[index].text.lower() in {"under", "beneath", "под", "below"}
        if under and sentence.has(Concept.TEXT, within=sentence.after(index + 1, 3)):
            found.append(_Place(END, index, index + 1))
    return found
