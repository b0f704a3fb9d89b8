"""What a notice can say, and where it says it."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

from reuse_guard.frozen import frozen

if TYPE_CHECKING:
    from fractions import Fraction

    from reuse_guard.text.spans import Span


class Kind(StrEnum):
    """The kinds of term that are read."""

    LIMIT = "limit"
    LINK = "link"
    PERMISSION = "permission"
    EDITS = "edits"
    TRANSLATION = "translation"
    COMMERCIAL = "commercial"
    AUTHOR = "author"
    SOURCE = "source"
    PHOTOS = "photos"
    DENIED = "denied"
    EMBARGO = "embargo"


class Whole(StrEnum):
    """What a quantity is measured against."""

    ORIGINAL = "original"
    CANDIDATE = "candidate"
    ABSOLUTE = "absolute"


@frozen
class Quantity:
    """The most that may be copied.

    Attributes:
        value: a ratio where `whole` is the original or the candidate, else a count.
        unit: `fraction`, `words`, `characters`, `sentences` or `paragraphs`.
        whole: what it is a part of.
        is_leading: whether only the beginning of the original is meant.
    """

    value: Fraction
    unit: str
    whole: Whole
    is_leading: bool = False


@frozen
class Link:
    """A hyperlink that is asked for.

    Attributes:
        target: `article`, `home` or `either`; None where it is not said.
        where: a place as policies spell it (`lead`, `paragraph<=2`); None where it is not said.
        follow: whether it must be open to search engines.
        direct: whether nothing may stand between.
        in_words: whether the outlet may be referred to without a hyperlink: «ссылка» is both.
    """

    target: str | None = None
    where: str | None = None
    follow: bool = False
    direct: bool = False
    in_words: bool = False


class Scope(StrEnum):
    """What needs a permission, or is forbidden without one."""

    ANY = "any"  # every use
    MORE = "more"  # the full text, or more than the notice allows
    NEVER = "never"  # no permission is spoken of: it is forbidden


@frozen
class Consent:
    """A permission that is needed.

    Attributes:
        scope: for what.
        is_written: whether it has to be in writing.
    """

    scope: Scope
    is_written: bool = False


@frozen
class Wait:
    """How long after publication an article may be used at the soonest.

    Attributes:
        number: of hours or days.
        unit: `hours` or `days`.
    """

    number: int
    unit: str


Value: TypeAlias = Quantity | Link | Consent | Wait | None


@frozen
class Term:
    """One term and the sentence it stands in.

    Attributes:
        kind: what it is about.
        value: what it says; None where the kind says it all.
        sentence: the sentence, as the notice has it.
        span: where it stands, in characters of the text that was read.
    """

    kind: Kind
    value: Value
    sentence: str
    span: Span
