"""When a rule applies, and what else it asks: page signals, dates, what the caller attests."""

from __future__ import annotations

import re
from enum import StrEnum
from fractions import Fraction
from typing import Annotated

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    StringConstraints,
    WithJsonSchema,
    model_validator,
)

from reuse_guard.policy.terms import Terms


class Mode(StrEnum):
    """How much of an original a rule lets be used."""

    EXCERPT = "excerpt"
    FULL = "full"
    ANY = "any"
    DENY = "deny"


# From this share on a use is one of the full text: nine words in ten are more than any excerpt that
# the terms read allow, and a republication that lost its last paragraph is still one.
WHOLE = Fraction(9, 10)


class Use(StrEnum):
    """How much of an original is used."""

    EXCERPT = "excerpt"
    FULL = "full"


class Edits(StrEnum):
    """Whether copied text may be changed."""

    NONE = "none"
    ANY = "any"


class Permission(StrEnum):
    """Whether something may be taken along."""

    ANY = "any"
    FORBID = "forbid"


class Asked(StrEnum):
    """What terms say of a thing on the candidate's page."""

    REQUIRE = "require"
    FORBID = "forbid"
    IGNORE = "ignore"


def as_texts(value: object) -> object:
    """One text or several: `genre = "analysis"` means `genre = ["analysis"]`."""
    return (value,) if isinstance(value, str) else value


Texts = Annotated[
    tuple[Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)], ...],
    BeforeValidator(as_texts),
]


# Codes that people write and that are no country's: one name of it, or many countries.
_MEANT = {"UK": "GB", "EU": "the codes of its countries, such as DE and FR"}


def country(code: str) -> str:
    """The two-letter code of a country, in capitals.

    Raises:
        ValueError: it is none.
    """
    upper = code.strip().upper()
    if upper in _MEANT:
        msg = f"{code!r} is no country's code; write {_MEANT[upper]}"
        raise ValueError(msg)
    if re.fullmatch(r"[A-Z]{2}", upper) is None:
        msg = f"{code!r} is not the two-letter code of a country; write it as KZ"
        raise ValueError(msg)
    return upper


Country = Annotated[
    str, AfterValidator(country), WithJsonSchema({"type": "string", "pattern": "^[A-Za-z]{2}$"})
]
Countries = Annotated[tuple[Country, ...], BeforeValidator(as_texts)]


class When(Terms):
    """The uses a rule is for; every key that is given has to fit, with one of its values.

    Attributes:
        genre: of the original (`news`, `analysis`, `interview`, ...), as the caller declares it.
        section: of the publisher's site, as the caller declares it.
        marker: words that mark the original, outside its body; as declared, else as its page shows.
        medium: where it is reused (`web`, `print`, `ai`, `aggregator`, ...), as declared.
        use: `excerpt` or `full`; as declared, else as measured.
    """

    genre: Texts = ()
    section: Texts = ()
    marker: Texts = ()
    medium: Texts = ()
    use: Use | None = None


class Declared(Terms):
    """What only the caller can know about a use; None and empty where nothing is declared.

    Attributes:
        genre: of the original.
        section: of the publisher's site that the original stands in.
        medium: where it is reused.
        marker: whether the original carries the mark that the terms speak of.
        use: whether an excerpt or the full text is meant.
        commercial: whether the use is commercial.
        translation: whether the candidate is a translation.
        ai: whether the text is used by or for an AI system.
        pictures: whether pictures of the original are taken along.
        territory: countries in which the use is offered, as two-letter codes.
    """

    genre: str | None = None
    section: str | None = None
    medium: str | None = None
    marker: bool | None = None
    use: Use | None = None
    commercial: bool | None = None
    translation: bool | None = None
    ai: bool | None = None
    pictures: bool | None = None
    territory: Countries = ()


NOTHING_DECLARED = Declared.model_construct()


class PageDuties(Terms):
    """What terms say of the candidate's page.

    Attributes:
        canonical: a canonical tag with the original's address.
        noindex: a robots tag that keeps search engines out.
        counter: the publisher's view counter.
        counter_address: words in the address of the counter's image or script, by which it is
            known.
        counter_guessed: whether that is a guess, since the terms do not tell the address.
        keep_links: whether the links in copied text must stay.
    """

    canonical: Asked = Asked.IGNORE
    noindex: Asked = Asked.IGNORE
    counter: Asked = Asked.IGNORE
    counter_address: str | None = Field(default=None, min_length=3)
    counter_guessed: bool = False
    keep_links: bool = False

    @model_validator(mode="after")
    def _counter_is_known(self) -> PageDuties:
        if (self.counter is Asked.IGNORE) != (self.counter_address is None):
            msg = "counter and counter_address belong together: what is asked, and how it is known"
            raise ValueError(msg)
        if self.counter_guessed and self.counter is not Asked.REQUIRE:
            msg = "counter_guessed: only a counter that is required may be missed; drop it"
            raise ValueError(msg)
        return self


class About(StrEnum):
    """What a caller attests."""

    COMMERCIAL = "commercial"
    TERRITORY = "territory"
    TRANSLATION = "translation"
    AI = "ai"


class Attest(Terms):
    """Something that only the caller can declare; `"commercial"` means `{about = "commercial"}`.

    Attributes:
        about: what is asked. Without more, the use may not be commercial, a translation, or for AI.
        provided: what must hold where it is so; a person has to check it.
        within: for territory, the only countries allowed.
        outside: for territory, the countries not allowed.
    """

    about: About
    provided: str | None = Field(default=None, min_length=1)
    within: Countries = ()
    outside: Countries = ()

    @model_validator(mode="before")
    @classmethod
    def _from_name(cls, data: object) -> object:
        return {"about": data} if isinstance(data, str) else data

    @model_validator(mode="after")
    def _countries_for_territory(self) -> Attest:
        has_countries = bool(self.within) != bool(self.outside)
        if self.about is About.TERRITORY and (not has_countries or self.provided):
            msg = "territory needs either within or outside, lists of country codes, and no more"
            raise ValueError(msg)
        if self.about is not About.TERRITORY and (self.within or self.outside):
            msg = f"within and outside are for territory, not for {self.about}"
            raise ValueError(msg)
        return self
