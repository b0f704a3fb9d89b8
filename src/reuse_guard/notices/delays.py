"""How long after its publication an article may be used at the soonest."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from reuse_guard.expressions import expression
from reuse_guard.notices.concepts import Concept
from reuse_guard.notices.numbers import NumberKind
from reuse_guard.notices.terms import Wait

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reuse_guard.notices.tokens import Sentence

# Units of time, and how many days each is; of hours none.
_UNITS: Final = (
    (expression(r"hours?|час(?:а|ов|ам)?|сағат\w*"), 0),
    (expression(r"days?|день|дн(?:я|ей|ям)|сут(?:ок|ки|кам)|күн\w*|тәулі[кг]\w*"), 1),
    (expression(r"weeks?|недел(?:и|ю|ь|я|ям)|апта\w*"), 7),
)
_SOONER = expression(r"earlier|sooner|before|until|раньше|ранее")
# Kazakh says it behind: "24 сағаттан ерте".
_SOONER_BEHIND = expression(r"ерте|бұрын")
_PUBLISHED = expression(
    r"publish(?:ed)?|publication|appear\w*|posted|releas\w*|публикаци\w*|опублик\w*|выход\w*"
    r"|жариял\w*|шыққан\w*"
)
_AFTER = expression(r"after|спустя|через|после|өткен\w*|өткеннен")
_ALONE = expression(r"через|a|one")  # "через сутки", "a week": no numeral
_NEAR, _RIGHT_BEHIND = 5, 3  # tokens


def read_waits(sentence: Sentence) -> list[Wait]:
    """The time that a sentence asks to wait for; empty where it asks for none."""
    is_told = any(_PUBLISHED.fullmatch(token.text.lower()) for token in sentence.tokens)
    if not is_told or not sentence.has(Concept.USE):
        return []
    return [
        wait
        for wait, first, stop in _lengths(sentence)
        if _is_least(sentence, first, stop) or _is_only_after(sentence, first, stop)
    ][:1]


def _lengths(sentence: Sentence) -> Iterator[tuple[Wait, int, int]]:
    """Every length of time, with its first token and the one past its last."""
    for index, token in enumerate(sentence.tokens):
        days = next((d for unit, d in _UNITS if unit.fullmatch(token.text.lower())), None)
        if days is None:
            continue
        number, first = _number_before(sentence, index)
        if number:
            unit = "days" if days else "hours"
            yield Wait(number * (days or 1), unit), first, index + 1


def _number_before(sentence: Sentence, index: int) -> tuple[int, int]:
    """The number right before a unit, and where it begins."""
    for number in sentence.numbers:
        is_whole = number.kind is NumberKind.CARDINAL and number.value.denominator == 1
        if number.stop == index and is_whole:
            return int(number.value), number.first
    is_alone = index and _ALONE.fullmatch(sentence.tokens[index - 1].text.lower())
    return (1, index - 1) if is_alone else (0, index)


def _is_least(sentence: Sentence, first: int, stop: int) -> bool:
    """`not earlier than`, `forbidden sooner than`, `24 сағаттан ерте емес`."""
    ahead = _words(sentence, range(max(0, first - _NEAR), first))
    behind = _words(sentence, range(stop, min(len(sentence.tokens), stop + _RIGHT_BEHIND)))
    if not any(map(_SOONER.fullmatch, ahead)) and not any(map(_SOONER_BEHIND.fullmatch, behind)):
        return False
    return sentence.has(Concept.NOT, Concept.FORBID, Concept.NOT_SUFFIX)


def _is_only_after(sentence: Sentence, first: int, stop: int) -> bool:
    """`only 48 hours after`, `24 сағат өткен соң ғана`."""
    near = range(max(0, first - _RIGHT_BEHIND), min(len(sentence.tokens), stop + _NEAR))
    return sentence.has(Concept.ONLY, within=near) and any(
        map(_AFTER.fullmatch, _words(sentence, near))
    )


def _words(sentence: Sentence, places: Iterable[int]) -> list[str]:
    return [sentence.tokens[place].text.lower() for place in places]
