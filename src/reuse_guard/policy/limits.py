"""The most that may be copied."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from pydantic import Field, model_validator

from reuse_guard.policy.terms import Terms
from reuse_guard.schema import Ratio, format_ratio

if TYPE_CHECKING:
    from fractions import Fraction


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


class Limit(Terms):
    """The most that may be copied; the limit itself is allowed.

    `max` is a ratio where the unit is `fraction`, and where it is below 1 or written as a
    percentage of the original or of the candidate: `max = "20%"`, `unit = "characters"`,
    `of = "original"`. Otherwise it is a whole number of units.

    Attributes:
        max: a ratio or a count, as above.
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

    max: Ratio = Field(ge=0)
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
        return self.unit is Unit.FRACTION or (self.of is not Base.ABSOLUTE and self.max < 1)

    @property
    def counted(self) -> Unit:
        """What is counted: a fraction counts words."""
        return Unit.WORDS if self.unit is Unit.FRACTION else self.unit

    def __str__(self) -> str:
        if self.is_ratio:
            return f"{format_ratio(self.max)} of the {self.of}'s {self.counted}"
        return f"{int(self.max):,} {self.counted}"


def _number_problem(limit: Limit) -> str | None:
    maximum: Fraction = limit.max
    if limit.unit is Unit.FRACTION:
        if maximum > 1:
            return f"max: {format_ratio(maximum)} is above 100%"
        if limit.of is Base.ABSOLUTE:
            return "of: a fraction is of the original or of the candidate, never absolute"
    elif not limit.is_ratio and maximum.denominator != 1:
        return f"max: {maximum} {limit.unit} is not a whole number"
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
