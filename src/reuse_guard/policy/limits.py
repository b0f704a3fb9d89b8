"""The most that may be copied."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import Annotated

from pydantic import BeforeValidator, Field, PlainSerializer, WithJsonSchema, model_validator

from reuse_guard.policy.terms import Terms
from reuse_guard.schema import format_ratio, parse_ratio


class Unit(StrEnum):
    """What a limit counts; a `fraction` is one of words."""

    FRACTION = "fraction"
    WORDS = "words"
    CHARACTERS = "characters"
    SENTENCES = "sentences"
    PARAGRAPHS = "paragraphs"
    ARTICLES = "articles"


class Base(StrEnum):
    """What a limit is measured against."""

    ORIGINAL = "original"
    CANDIDATE = "candidate"
    ABSOLUTE = "absolute"


class Select(StrEnum):
    """Which part of the original a limit leaves free: any, or only its beginning."""

    ANY = "any"
    LEADING = "leading"


class Over(StrEnum):
    """Whether a limit holds for each candidate by itself, or for all of them together."""

    EACH = "each"
    ALL = "all"


def parse_most(value: object) -> Fraction | int:
    """Read a count as an `int` and a part as a `Fraction`: one of them, or all of them.

    >>> parse_most(1), parse_most("100%"), parse_most("1/3"), parse_most(20.0)
    (1, Fraction(1, 1), Fraction(1, 3), 20)

    Raises:
        ValueError: it is neither.
    """
    number = parse_ratio(value)
    is_part = isinstance(value, str) and not value.strip().lstrip("-").isdigit()
    is_part |= isinstance(value, float | Decimal | Fraction) and number == 1
    return number if is_part or number.denominator != 1 else int(number)


def _print_most(value: Fraction | int) -> str | int:
    return value if isinstance(value, int) else format_ratio(value)


Most = Annotated[
    Fraction | int,
    BeforeValidator(parse_most),
    PlainSerializer(_print_most, return_type=str | int),
    WithJsonSchema(
        {
            "anyOf": [{"type": "number", "minimum": 0}, {"type": "string"}],
            "description": 'a percentage ("30%"), a fraction ("1/3") or a number of units (20)',
        }
    ),
]


class Limit(Terms):
    """The most that may be copied; the limit itself is allowed.

    `max` is a ratio where the unit is `fraction`, and where it is below 1 or written as a
    percentage or fraction of the original or of the candidate: `max = "20%"`,
    `unit = "characters"`, `of = "original"`. Otherwise it is a whole number of units: with another
    unit than `fraction`, `1` is one of them and `"100%"` all of them.

    Attributes:
        max: a ratio (`Fraction`) or a count (`int`), as above.
        unit: what is counted; characters include the spaces and marks between copied words.
        of: the whole that a ratio is a part of: the original's body, or the candidate's text.
            `original` for a fraction where nothing is said, else `absolute`.
        select: `leading` where only the beginning of the original may be used: then the place of
            the last copied unit is held against `max`.
        over: `all` where the limit holds for all candidates together, each original and each
            candidate once.
        days: for `over = "all"`, the length of the period in which the uses are added up; all
            time where nothing is said.
    """

    max: Most = Field(ge=0)
    unit: Unit = Unit.FRACTION
    of: Base = Base.ORIGINAL
    select: Select = Select.ANY
    over: Over = Over.EACH
    days: int | None = Field(default=None, ge=1, le=3660)

    @model_validator(mode="before")
    @classmethod
    def _base_follows_unit(cls, data: object) -> object:
        if (
            isinstance(data, dict)
            and "of" not in data
            and data.get("unit", "fraction") != "fraction"
        ):
            return {**data, "of": Base.ABSOLUTE}
        return data

    @model_validator(mode="after")
    def _parts_fit(self) -> Limit:
        problem = _number_problem(self) or _scope_problem(self)
        if problem:
            raise ValueError(problem)
        return self

    @property
    def is_ratio(self) -> bool:
        """Whether `max` is a part of a whole and not a count."""
        return self.unit is Unit.FRACTION or isinstance(self.max, Fraction)

    @property
    def part(self) -> Fraction:
        """`max` as a number to reckon with: a part of the whole where it is a ratio."""
        return Fraction(self.max)

    @property
    def counted(self) -> Unit:
        """What is counted: a fraction counts words."""
        return Unit.WORDS if self.unit is Unit.FRACTION else self.unit

    def __str__(self) -> str:
        if self.is_ratio:
            return f"{format_ratio(self.part)} of the {self.of}'s {self.counted}"
        unit = self.counted.removesuffix("s") if self.max == 1 else self.counted
        return f"{int(self.max):,} {unit}"


def _meant(part: Fraction) -> str:
    """What somebody meant who wrote more than the whole."""
    if 2 <= part <= 100:  # noqa: PLR2004 - per cent
        return f'write "{float(part):g}%" for {float(part):g} per cent, or add unit = "words"'
    return 'write a part such as "30%", or add unit = "words"'


def _number_problem(limit: Limit) -> str | None:
    if not limit.is_ratio:
        return None
    if limit.unit is not Unit.FRACTION and limit.of is Base.ABSOLUTE:
        if limit.max > 1:
            below = int(limit.max)
            return (
                f"max: {limit.max} {limit.unit} is not a whole number; write {below} or {below + 1}"
            )
        return (
            f"max: {format_ratio(limit.part)} is a part; say of what: add of = 'original' or"
            f" 'candidate', or write a whole number of {limit.unit}"
        )
    if limit.max > 1:
        return f"max: {float(100 * limit.part):g}% is above 100%; {_meant(limit.part)}"
    if limit.of is Base.ABSOLUTE:
        return "of: a fraction is of the original or of the candidate, never absolute"
    return None


def _scope_problem(limit: Limit) -> str | None:
    if limit.select is Select.LEADING and limit.of is Base.CANDIDATE:
        return "select: the beginning of the original is meant, so of = 'candidate' does not fit"
    if limit.over is Over.EACH and limit.days is not None:
        return "days: a period needs over = 'all'"
    if limit.over is Over.EACH and limit.unit is Unit.ARTICLES:
        return "unit: articles are counted over all candidates; add over = 'all'"
    if limit.over is Over.ALL and (limit.is_ratio or limit.select is Select.LEADING):
        return "over: 'all' adds up counts; a ratio or a leading part cannot be added up"
    return None
