"""Numbers as notices write them: digits, numerals of three languages, fractions, ordinals."""

from __future__ import annotations

import re
from enum import Enum, StrEnum
from fractions import Fraction
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final

from reuse_guard.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Sequence

LONGEST: Final = 9  # characters of a number; no notice counts beyond


class NumberKind(StrEnum):
    """What a number is for."""

    CARDINAL = "cardinal"
    ORDINAL = "ordinal"
    FRACTION = "fraction"


@frozen
class Number:
    """A number in a row of words.

    Attributes:
        value: exact.
        kind: how many, the how-manieth, or which part.
        first: index of its first word.
        stop: one past its last word.
    """

    value: Fraction
    kind: NumberKind
    first: int
    stop: int


# Stems; what follows them is an ending (case, number, gender).
_UNITS: Final = (
    (1, r"one|a|an|single|один|одн(?:а|о|ой|ого|ому|им|у|ом)|бір(?:і|інен|ін|інің|ге|ден|інде)?"),
    (2, r"two|couple|дв(?:а|е|ух|ум|умя)|екі(?:ден|сін|нің|сінен)?"),
    (3, r"three|тр(?:и|ёх|ех|ём|ем|емя)|үш(?:тен|еуін)?"),
    (4, r"four|четыр(?:е|ёх|ех|ём|ем|ьмя)|төрт(?:тен)?"),
    (5, r"five|пят(?:ь|и|ью)|бес(?:тен)?"),
    (6, r"six|шест(?:ь|и|ью)|алты(?:дан)?"),
    (7, r"seven|сем(?:ь|и|ью)|жеті(?:ден)?"),
    (8, r"eight|вос(?:емь|ьми|емью|ьмью)|сегіз(?:ден)?"),
    (9, r"nine|девят(?:ь|и|ью)|тоғыз(?:дан)?"),
    (10, r"ten|десят(?:ь|и|ью)|он(?:нан|ы)?"),
    (11, r"eleven|одиннадцат(?:ь|и|ью)"),
    (12, r"twelve|двенадцат(?:ь|и|ью)"),
    (13, r"thirteen|тринадцат(?:ь|и|ью)"),
    (14, r"fourteen|четырнадцат(?:ь|и|ью)"),
    (15, r"fifteen|пятнадцат(?:ь|и|ью)"),
    (16, r"sixteen|шестнадцат(?:ь|и|ью)"),
    (17, r"seventeen|семнадцат(?:ь|и|ью)"),
    (18, r"eighteen|восемнадцат(?:ь|и|ью)"),
    (19, r"nineteen|девятнадцат(?:ь|и|ью)"),
    (20, r"twenty|двадцат(?:ь|и|ью)|жиырма(?:дан)?"),
    (30, r"thirty|тридцат(?:ь|и|ью)|отыз(?:дан)?"),
    (40, r"fou?rty|сорок(?:а)?|қырық(?:тан)?"),
    (50, r"fifty|пят(?:ь|и)десят(?:и)?|елу(?:ден)?"),
    (60, r"sixty|шест(?:ь|и)десят(?:и)?|алпыс(?:тан)?"),
    (70, r"seventy|сем(?:ь|и)десят(?:и)?|жетпіс(?:тен)?"),
    (80, r"eighty|вос(?:емь|ьми)десят(?:и)?|сексен(?:нен)?"),
    (90, r"ninety|девяност(?:о|а)|тоқсан(?:нан)?"),
    (100, r"сто|ста"),
    (200, r"двести|двухсот|двумстам"),
    (300, r"триста|тр[её]хсот"),
    (400, r"четыреста|четыр[её]хсот"),
    (500, r"пятьсот|пятисот"),
    (600, r"шестьсот|шестисот"),
    (700, r"семьсот|семисот"),
    (800, r"восемьсот|восьмисот"),
    (900, r"девятьсот|девятисот"),
)
_SCALES: Final = (
    (100, r"hundreds?|жүз(?:ден)?"),
    (1000, r"thousands?|тысяч(?:а|и|у|е|ей|ью)?|мың(?:нан)?"),
)
_ORDINALS: Final = (
    (1, r"first|1st|opening|перв(?:ый|ого|ом|ая|ой|ое|ую|ым|ому)|бірінші\w*|алғашқы"),
    (2, r"second|2nd|втор(?:ой|ого|ом|ая|ое|ую|ым|ому)|екінші\w*"),
    (3, r"third|3rd|трет(?:ий|ьего|ьем|ья|ье|ью|ьим|ьему)|үшінші\w*"),
    (4, r"fourth|4th|четв[её]рт(?:ый|ого|ом|ая|ой|ое|ую)|төртінші\w*"),
    (5, r"fifth|5th|пят(?:ый|ого|ом|ая|ой|ое|ую)|бесінші\w*"),
)
# "Половина", "треть", "четверть" are nouns; English names parts by ordinals, and Russian does so
# after "одна": "одной пятой".
_PARTS: Final = (
    (2, r"half|halves|полов(?:ина|ины|ину|ине)|жарт(?:ы|ысы|ысын|ысынан|ысына)"),
    (3, r"thirds?|трет(?:ь|и|ью|ей)"),
    (4, r"quarters?|четверт(?:ь|и|ью|ей)|ширек\w*|ширег\w*"),
    (4, r"fourths?|четв[её]рт(?:ая|ой|ую|ых)"),
    (5, r"fifths?|пят(?:ая|ой|ую|ых)"),
    (6, r"sixths?|шест(?:ая|ой|ую|ых)"),
    (8, r"eighths?|восьм(?:ая|ой|ую|ых)"),
    (10, r"tenths?|десят(?:ая|ой|ую|ых)"),
)
_GLYPHS: Final = {
    "½": Fraction(1, 2),
    "⅓": Fraction(1, 3),
    "⅔": Fraction(2, 3),
    "¼": Fraction(1, 4),
    "¾": Fraction(3, 4),
    "⅕": Fraction(1, 5),
}
_ARTICLES: Final = frozenset({"a", "an"})
_TENS, _HUNDRED, _THOUSAND = 20, 100, 1000
_LARGEST_BOTTOM: Final = 100  # of a fraction with a slash; 24/365 is none
_DIGITS = re.compile(r"\d{1,3}(?:[ \u00a0\u202f,.']\d{3})+|\d+(?:[.,]\d+)?")
_GROUPED = re.compile(r"\d{1,3}(?:[ \u00a0\u202f,.']\d{3})+")
_ABLATIVE = re.compile(r"\w+(?:тен|тан|ден|дан|нен|нан)")


class _Numerals(Enum):
    """The lists of numerals."""

    UNITS = _UNITS
    SCALES = _SCALES
    ORDINALS = _ORDINALS
    PARTS = _PARTS


@cache
def _compiled(numerals: _Numerals) -> tuple[tuple[int, re.Pattern[str]], ...]:
    """The patterns of a list; made when the first notice is read."""
    return tuple((value, re.compile(pattern, re.IGNORECASE)) for value, pattern in numerals.value)


@lru_cache(maxsize=8192)
def _look_up(word: str, numerals: _Numerals) -> int | None:
    return next((value for value, pattern in _compiled(numerals) if pattern.fullmatch(word)), None)


def find_numbers(words: Sequence[str]) -> list[Number]:
    """Every number in a row of words, from left to right, none within another.

    >>> [str(number.value) for number in find_numbers("не более одной трети".split())]
    ['1/3']
    >>> [str(number.value) for number in find_numbers("a hundred and twenty words".split())]
    ['120']
    """
    found: list[Number] = []
    at = 0
    while at < len(words):
        number = _number_at(words, at)
        if number is None:
            at += 1
        else:
            found.append(number)
            at = number.stop
    return found


def _number_at(words: Sequence[str], at: int) -> Number | None:
    return _fraction(words, at) or _ordinal(words, at) or _cardinal(words, at)


def _fraction(words: Sequence[str], at: int) -> Number | None:
    word = words[at].lower()
    if word in _GLYPHS:
        return Number(_GLYPHS[word], NumberKind.FRACTION, at, at + 1)
    return _slashed(words, at) or _kazakh_part(words, at) or _named_part(words, at)


def _slashed(words: Sequence[str], at: int) -> Number | None:
    """`1/3`: two numbers with a slash between."""
    if at + 2 < len(words) and words[at + 1] == "/":
        top, bottom = words[at], words[at + 2]
        if not (top.isdecimal() and bottom.isdecimal() and len(top) <= len(bottom) <= LONGEST):
            return None
        if 0 < int(top) < int(bottom) <= _LARGEST_BOTTOM:
            return Number(Fraction(int(top), int(bottom)), NumberKind.FRACTION, at, at + 3)
    return None


def _kazakh_part(words: Sequence[str], at: int) -> Number | None:
    """`үштен бір`: the whole in the ablative, then the part."""
    if at + 1 >= len(words) or not _ABLATIVE.fullmatch(words[at].lower()):
        return None
    whole, part = _look_up(words[at], _Numerals.UNITS), _look_up(words[at + 1], _Numerals.UNITS)
    if whole is None or part is None or part >= whole:
        return None
    return Number(Fraction(part, whole), NumberKind.FRACTION, at, at + 2)


def _named_part(words: Sequence[str], at: int) -> Number | None:
    """`a quarter`, `two-thirds`, `одной трети`, `половины`."""
    first, hyphen, second = words[at].partition("-")
    if hyphen:
        top, bottom = _look_up(first, _Numerals.UNITS), _look_up(second, _Numerals.PARTS)
        if top is not None and bottom is not None and top < bottom:
            return Number(Fraction(top, bottom), NumberKind.FRACTION, at, at + 1)
        return None
    top = _look_up(words[at], _Numerals.UNITS)
    if top is not None and at + 1 < len(words):
        bottom = _look_up(words[at + 1], _Numerals.PARTS)
        if bottom is not None and top < bottom and not _is_place(words, at + 2):
            return Number(Fraction(top, bottom), NumberKind.FRACTION, at, at + 2)
    bottom = _look_up(words[at], _Numerals.PARTS)
    # Alone, only a noun is a part: "fifth" and "пятой" are ordinals, "quarters" are lodgings.
    is_plural = words[at].lower().endswith("s")
    if bottom in (2, 3, 4) and not is_plural and _look_up(words[at], _Numerals.ORDINALS) is None:
        return Number(Fraction(1, bottom), NumberKind.FRACTION, at, at + 1)
    return None


def _is_place(words: Sequence[str], at: int) -> bool:
    """Whether a place follows that is counted: "a third paragraph" is no third."""
    return at < len(words) and words[at].lower().startswith(
        ("paragraph", "sentence", "абзац", "part")
    )


def _ordinal(words: Sequence[str], at: int) -> Number | None:
    value = _look_up(words[at], _Numerals.ORDINALS)
    if value is None and re.fullmatch(r"\d{1,2}-?(?:й|го|м|ый|ом|ші|шы)", words[at].lower()):
        value = int(re.sub(r"\D", "", words[at]))
    if value is None:
        return None
    return Number(Fraction(value), NumberKind.ORDINAL, at, at + 1)


def _cardinal(words: Sequence[str], at: int) -> Number | None:
    digits = _digits(words[at])
    if digits is not None:
        scale = _look_up(words[at + 1], _Numerals.SCALES) if at + 1 < len(words) else None
        stop = at + 1 if scale is None else at + 2
        return Number(digits * (scale or 1), NumberKind.CARDINAL, at, stop)
    return _spelt_out(words, at)


def _spelt_out(words: Sequence[str], at: int) -> Number | None:
    """A number written as words: thousands, then hundreds, tens and ones."""
    thousands, rest, stop = 0, 0, at
    while stop < len(words):
        word = words[stop].lower()
        unit, scale = _spelt(word), _look_up(word, _Numerals.SCALES)
        if unit is not None and _adds_to(rest, unit):
            rest += unit
        elif scale == _THOUSAND:
            thousands, rest = thousands + (rest or 1) * scale, 0
        elif scale is not None:
            rest = (rest or 1) * scale
        elif word != "and" or rest < _HUNDRED or not _follows(words, stop):
            break
        stop += 1
    value = thousands + rest
    if not value or (stop == at + 1 and words[at].lower() in _ARTICLES):
        return None
    return Number(Fraction(value), NumberKind.CARDINAL, at, stop)


def _adds_to(rest: int, unit: int) -> bool:
    """Whether a numeral goes on from another: "hundred twenty", "twenty five", not "two three"."""
    if rest % _HUNDRED == 0:
        return unit < _HUNDRED or not rest
    return rest % 10 == 0 and rest % _HUNDRED >= _TENS and unit < 10  # noqa: PLR2004


def _spelt(word: str) -> int | None:
    """A numeral below a thousand, also with a hyphen (`twenty-five`)."""
    tens, hyphen, ones = word.partition("-")
    if hyphen:
        first, second = _look_up(tens, _Numerals.UNITS), _look_up(ones, _Numerals.UNITS)
        return first + second if first and second and second < 10 < first else None  # noqa: PLR2004
    return _look_up(word, _Numerals.UNITS)


def _follows(words: Sequence[str], at: int) -> bool:
    return at + 1 < len(words) and _spelt(words[at + 1].lower()) is not None


def _digits(word: str) -> Fraction | None:
    if not _DIGITS.fullmatch(word) or len(word) > LONGEST:
        return None
    if _GROUPED.fullmatch(word):
        return Fraction(re.sub(r"\D", "", word))
    return Fraction(word.replace(",", "."))
