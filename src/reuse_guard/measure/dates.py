"""Is a day named, in one of the ways in which people write days?"""

from __future__ import annotations

from datetime import date
from functools import cache
from itertools import permutations
from typing import TYPE_CHECKING

from reuse_guard.expressions import expression
from reuse_guard.text.months import MONTHS, SOLAR_MONTHS
from reuse_guard.text.words import split_words

if TYPE_CHECKING:
    import re

_SHORT = 3  # letters of an abbreviated month; of most two months in one language they differ
# "3rd", "3-го" (two words), "2026г", and the day of "2026-11-03T10:00".
_NUMBER = expression(r"(\d{1,4})(?:\D+|t\d\d)?")
# Words between the parts of a day: "3rd of November", "2026 жылғы 3 қараша", "3-го ноября".
_BETWEEN = (
    "of the year года г жылғы жылдың жылы жыл ж го ші шы de del den gada m ngày tháng năm 年 月 日"
)
# Figures may have the Korean word for a month behind them, in letters as folding leaves them.
_MONTH_IN_FIGURES = expression("(\\d\\d?)(?:\u110b\u116f\u11af)?")
_MONTHS_OF_A_YEAR = 12
# In figures with dots the day stands first, behind a year the month; so they name one day alone.
_IN_ORDER = expression(
    r"(?<![\d.])(?:(?P<day>\d\d?)\.\s?(\d\d?)\.(?:\s?\d{4}|\d\d)"
    r"|\d{4}([-./年년])\s?(\d\d?)(?:\3|[月월])\s?(\d\d?))(?!\d)"
)
# Two numbers with words between them, of which the first may begin the next two.
_NUMBERS = expression(r"(?<!\d)(\d{1,4})(?=(\D{2,30})(\d{1,4})(?!\d))")
_BUDDHIST = 543  # years that are counted more in Thailand
_SOLAR = (621, 622)  # years that are counted less in Iran, from March and before it


def names_day(words: list[str], day: date, text: str = "") -> bool:
    """Whether folded words name a day: its number, its month in figures or letters, its year.

    Day, month and year may stand in any order, as they do in the countries of the world; so in
    figures "03/11" and "11/03" are one day of November. Dots, and a year in front, leave one order.

    Args:
        words: of the text.
        day: what is sought.
        text: the text itself, which shows what stands between figures.

    >>> from datetime import date
    >>> names_day("by asel nov 3rd 2026".split(), date(2026, 11, 3))
    True
    >>> names_day("13 november 2026".split(), date(2026, 11, 3))
    False
    >>> names_day("11 03 2026".split(), date(2026, 11, 3), "11.03.2026")
    False
    """
    if not _are_in(words, day):
        return False
    left = _IN_ORDER.sub(lambda one: one[0] if _may_be(one, day) else " ", text)
    return left == text or _are_in([*_folded(left)], day)


def may_name_day(text: str, day: date) -> bool:
    """Whether a text has the day's number and year, and words that may be its month between them.

    In the Iranian calendar the names of the months are known, and no others may be its month.

    >>> from datetime import date
    >>> may_name_day("Diqqueya, 3 Kitkima 2026", date(2026, 11, 3))
    True
    >>> may_name_day("3 November 2026", date(2026, 3, 3))
    False
    """
    years = {day.year, day.year + _BUDDHIST}
    for first, words, second in _NUMBERS.findall(text):
        numbers = int(first), int(second)
        if _is_iranian(min(numbers), max(numbers), words, day):
            return True
        is_day = any(one == day.day and other in years for one, other in (numbers, numbers[::-1]))
        if not is_day:
            continue
        between = [word for word in _folded(words) if word not in _between()]
        if between and not any(_is_any_month(word) for word in between):
            return True
    return False


def _is_iranian(number: int, year: int, words: str, day: date) -> bool:
    """Whether a number and a year with a month of Iran between them are the day, or next to it.

    A year begins on 20 or 21 March; its first six months have 31 days, all others 30.
    """
    if day.year - year not in _SOLAR:
        return False
    passed = (day - date(year + _SOLAR[0], 3, 21)).days + 1 - number
    between = _folded(words)
    return any(
        abs(passed - 31 * month + max(0, month - 6)) <= 1 and not names.isdisjoint(between)
        for month, names in enumerate(_solar_months())
    )


def _may_be(written: re.Match[str], day: date) -> bool:
    """Whether figures in an order that is known are of this day, or in no order that is known."""
    number, month = map(int, written.groups()[:2] if written["day"] else written.groups()[:2:-1])
    return month > _MONTHS_OF_A_YEAR or (number, month) == (day.day, day.month)


def _are_in(words: list[str], day: date) -> bool:
    """Whether three words that follow one another are its number, its month and its year.

    Each word, and each three of them, are looked at once: a page may hold a hundred thousand.
    """
    between = _between()
    parts = [word for word in words if word not in between]
    numbers = {word: found[1] for word in {*parts} if (found := _NUMBER.fullmatch(word))}
    figures = f"{day.year:04}"
    years = {word for word, number in numbers.items() if number in (figures, figures[2:])}
    days = years and {word for word, number in numbers.items() if int(number) == day.day}
    return bool(days) and any(
        first in days and third in years and _is_month(second, day.month)
        for three in {*zip(parts, parts[1:], parts[2:], strict=False)}
        if not (days.isdisjoint(three) or years.isdisjoint(three))
        for first, second, third in permutations(three)
    )


def _is_month(word: str, month: int) -> bool:
    figures = _MONTH_IN_FIGURES.fullmatch(word)
    if figures:
        return int(figures[1]) == month
    names = _months()[month - 1]
    if word in names or any(word in others for others in _months()):
        return word in names
    return any(_is_form(word, name) for name in names)


def _is_any_month(word: str) -> bool:
    return any(_is_month(word, month) for month in range(1, _MONTHS_OF_A_YEAR + 1))


def _is_form(word: str, name: str) -> bool:
    """A month cut short, or with an ending: "3 қарашада". Cut short, "маусым" is "may" by looks."""
    if len(word) < len(name):
        return len(word) >= _SHORT and name.startswith(word)
    return len(name) > _SHORT and word.startswith(name)


@cache
def _months() -> tuple[frozenset[str], ...]:
    return tuple(frozenset(_folded(names)) for names in MONTHS)


@cache
def _solar_months() -> tuple[frozenset[str], ...]:
    return tuple(frozenset(_folded(names)) for names in SOLAR_MONTHS)


@cache
def _between() -> frozenset[str]:
    return frozenset(_folded(_BETWEEN))


def _folded(text: str) -> tuple[str, ...]:
    words = split_words(text)
    return tuple(words.folded(index) for index in range(len(words)))
