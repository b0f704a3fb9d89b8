"""What the candidate has to carry: links and lines of credit, and where."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    PlainSerializer,
    WithJsonSchema,
)

from reuse_guard.expressions import expression
from reuse_guard.frozen import frozen
from reuse_guard.policy.terms import Terms


class Spot(StrEnum):
    """The kinds of place that terms name."""

    ANYWHERE = "anywhere"
    LEAD = "lead"
    SENTENCE = "sentence"
    PARAGRAPH = "paragraph"
    AFTER_PARAGRAPH = "after_paragraph"
    END = "end"


@frozen
class Where:
    """A place in the candidate's text.

    `sentence` and `paragraph` mean "no lower than that one", counted from 1; what stands above
    the first paragraph (headline, byline) is higher still. `lead` is everything down to the
    first paragraph, `end` the last paragraph and what follows it.
    """

    spot: Spot = Spot.ANYWHERE
    number: int | None = None

    def __str__(self) -> str:
        if self.spot in (Spot.SENTENCE, Spot.PARAGRAPH):
            return f"{self.spot}<={self.number}"
        return f"{self.spot} {self.number}" if self.number else str(self.spot)


_WITHOUT_NUMBER = frozenset({Spot.ANYWHERE, Spot.LEAD, Spot.END})
_PLACE = expression(r"(sentence|paragraph)\s*<=\s*(\d{1,3})|(after_paragraph)\s+(\d{1,3})")


def parse_where(value: object) -> Where:
    """Read a place as a policy spells it.

    >>> str(parse_where("paragraph <= 2")), str(parse_where("after_paragraph 1"))
    ('paragraph<=2', 'after_paragraph 1')

    Raises:
        ValueError: it is none of the spellings.
    """
    if isinstance(value, Where):
        return value
    text = str(value).strip()
    if text in _WITHOUT_NUMBER:
        return Where(Spot(text))
    found = _PLACE.fullmatch(text)
    if found is None or int(found[2] or found[4]) == 0:
        msg = (
            f"{text!r} is not a place; write 'anywhere', 'lead', 'sentence<=2', 'paragraph<=1',"
            " 'after_paragraph 1' or 'end'"
        )
        raise ValueError(msg)
    return Where(Spot(found[1] or found[3]), int(found[2] or found[4]))


Place = Annotated[
    Where,
    BeforeValidator(parse_where),
    PlainSerializer(str, return_type=str),
    WithJsonSchema(
        {
            "type": "string",
            "pattern": r"^(anywhere|lead|end|"
            r"(sentence|paragraph) *<= *[1-9]\d{0,2}|after_paragraph +[1-9]\d{0,2})$",
            "description": "a place in the candidate's text",
        }
    ),
]


class LinkTarget(StrEnum):
    """Where a required link may lead."""

    ARTICLE = "article"
    HOME = "home"
    EITHER = "either"


class Requirement(StrEnum):
    """Whether a property of a link is asked for."""

    ANY = "any"
    REQUIRED = "required"


def _worded(text: str) -> str:
    """A text that has a word to seek."""
    if not any(map(str.isalnum, text)):
        msg = f"{text!r} has no word to seek; write the words, or leave the key out"
        raise ValueError(msg)
    return text


class LinkDuty(Terms):
    """A hyperlink that the candidate has to carry.

    Attributes:
        target: the article itself, the publisher's home page, or either.
        count: how many such links.
        where: the place in the candidate's text.
        follow: `required` where the link must be open to search engines.
        direct: `required` where no redirector may stand between.
        anchor: words that the text of the link must have.
        min_font: smallest size of the link's letters, as a multiple of the body text's.
        written: whether the address written out as text is enough.
    """

    target: LinkTarget = LinkTarget.ARTICLE
    count: int = Field(default=1, ge=1, le=100)
    where: Place = Where()
    follow: Requirement = Requirement.ANY
    direct: Requirement = Requirement.ANY
    anchor: Annotated[str, Field(min_length=1, max_length=500), AfterValidator(_worded)] | None = (
        None
    )
    min_font: float | None = Field(default=None, gt=0, le=10)
    written: bool = False


class Part(StrEnum):
    """What a line of credit names besides its fixed words."""

    TITLE = "title"
    AUTHOR = "author"
    PUBLISHER = "publisher"
    URL = "url"
    DATE = "date"


_FIELD = expression(r"\{([^{}]*)\}")
_SOUGHT = expression(r"[^\W_]|©")  # what a reader would look for in fixed words


def _template(text: str) -> str:
    names = _FIELD.findall(text)
    unknown = sorted(set(names) - set(Part))
    if unknown or "{" in _FIELD.sub("", text) or "}" in _FIELD.sub("", text):
        known = ", ".join(f"{{{part}}}" for part in Part)
        msg = f"{text!r} has {unknown or 'a single brace'}; the parts are {known}"
        raise ValueError(msg)
    _worded(_FIELD.sub("x", text))
    return text


class CreditDuty(Terms):
    """A line of credit that the candidate has to carry.

    Attributes:
        template: its words, with `{title}`, `{author}`, `{publisher}`, `{url}`, `{date}` of the
            original in their places. The words are sought as a reader would recognise them: case,
            punctuation and small changes do not matter, nor does the order of the parts.
        where: the place in the candidate's text.
        required: false where the line is asked for and not demanded.
        guessed: whether the fixed words are a guess, since the terms do not spell them out: where
            they are not found a person has to look.
    """

    template: Annotated[str, Field(min_length=1, max_length=1000), AfterValidator(_template)]
    where: Place = Where()
    required: bool = True
    guessed: bool = False

    @property
    def pieces(self) -> tuple[str | Part, ...]:
        """Fixed words and parts in the order of the template.

        >>> CreditDuty(template="First published by {publisher}").pieces
        ('First published by', <Part.PUBLISHER: 'publisher'>)
        """
        split = _FIELD.split(self.template)
        pieces = [Part(text) if odd % 2 else text.strip() for odd, text in enumerate(split)]
        return tuple(piece for piece in pieces if _SOUGHT.search(piece))
