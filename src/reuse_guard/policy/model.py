"""A publisher's terms as data.

A policy reads like the sentence it stands for. "At most 30% of an article, with a
mandatory hyperlink to the original" is one rule with one limit and one link:

>>> policy = Policy(
...     id="thirty",
...     name="Thirty per cent with a link",
...     rules=(Rule(limits=(Limit(max="30%"),), links=(LinkDuty(),)),),
... )
>>> policy.rules[0].limits[0].max
Fraction(3, 10)
"""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field, model_validator

from reuse_guard.schema import Ratio, Strict, format_ratio


class Unit(StrEnum):
    """What a limit counts."""

    FRACTION = "fraction"
    WORDS = "words"


class Base(StrEnum):
    """What a limit is measured against."""

    ORIGINAL = "original"
    CANDIDATE = "candidate"
    ABSOLUTE = "absolute"


class Limit(Strict):
    """The most that may be copied; the limit itself is allowed.

    Attributes:
        max: a ratio for `unit="fraction"`, a whole number of units otherwise.
        unit: `fraction` of the words, or a count of `words`.
        of: for a fraction, the whole it is a part of: the original's body words, or the
            candidate's words; `absolute` for a count.
    """

    max: Ratio = Field(ge=0)
    unit: Unit = Unit.FRACTION
    of: Base = Base.ORIGINAL

    @model_validator(mode="after")
    def _max_fits_unit(self) -> Limit:
        if self.unit is Unit.FRACTION:
            if self.max > 1:
                msg = f"max: {format_ratio(self.max)} is above 100%"
                raise ValueError(msg)
            if self.of is Base.ABSOLUTE:
                msg = "of: a fraction is of the original or of the candidate, never absolute"
                raise ValueError(msg)
        elif self.max.denominator != 1:
            msg = f"max: {self.max} {self.unit} is not a whole number"
            raise ValueError(msg)
        return self

    def __str__(self) -> str:
        if self.unit is Unit.FRACTION:
            return f"{format_ratio(self.max)} of the {self.of}'s words"
        return f"{self.max:,} {self.unit}"


class LinkTarget(StrEnum):
    """Where a required link may lead."""

    ARTICLE = "article"
    HOME = "home"
    EITHER = "either"


class Requirement(StrEnum):
    """Whether a property of a link is asked for."""

    ANY = "any"
    REQUIRED = "required"


class LinkDuty(Strict):
    """A hyperlink that the candidate has to carry.

    Attributes:
        target: the article itself, the publisher's home page, or either.
        count: how many such links.
        follow: `required` where the link must be open to search engines.
        direct: `required` where no redirector may stand between.
        written: whether the address written out as text is enough.
    """

    target: LinkTarget = LinkTarget.ARTICLE
    count: int = Field(default=1, ge=1, le=100)
    follow: Requirement = Requirement.ANY
    direct: Requirement = Requirement.ANY
    written: bool = False


class Rule(Strict):
    """What one kind of use has to keep; all its clauses hold together.

    Attributes:
        limits: each the most that may be copied.
        links: each a hyperlink that has to be there where anything was copied.
    """

    limits: tuple[Limit, ...] = ()
    links: tuple[LinkDuty, ...] = ()


class Borderline(StrEnum):
    """What a measurement within its own margin of the limit gives."""

    STRICT = "strict"
    REVIEW = "review"


class LinkWhen(StrEnum):
    """When the link is owed."""

    COPIED = "copied"
    ALWAYS = "always"


class Counting(StrEnum):
    """Whether a kind of copied text counts for the share."""

    COUNT = "count"
    EXCLUDE = "exclude"


class Policy(Strict):
    """A publisher's terms.

    Attributes:
        id: short name, as `--policy` takes it.
        name: the publisher or the terms, for people.
        version: of this description of the terms; part of every verdict.
        hosts: whose articles it governs.
        terms_url: where the publisher states the terms.
        permission: whom to ask for more; printed in the cure.
        body_selector: CSS selector of the article's body on the publisher's pages; where
            given it decides what counts.
        borderline: near the limit, the strict outcome (default) or *review*.
        link_when: the link is owed where anything was copied (default), or always.
        quotes: whether quoted speech in copied text counts (default) or is excluded.
        common_sources: the same for text both sides took from a source the caller gave.
        rules: the first one applies.
    """

    id: str = Field(pattern=r"^[a-z0-9][a-z0-9-]*$", max_length=64)
    name: str = Field(min_length=1)
    version: str = "1"
    hosts: tuple[str, ...] = ()
    terms_url: str | None = None
    permission: str | None = None
    body_selector: str | None = None
    borderline: Borderline = Borderline.STRICT
    link_when: LinkWhen = LinkWhen.COPIED
    quotes: Counting = Counting.COUNT
    common_sources: Counting = Counting.COUNT
    rules: tuple[Rule, ...] = Field(min_length=1)
