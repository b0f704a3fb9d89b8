"""Who has to be named."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reuse_guard.expressions import expression
from reuse_guard.notices.concepts import Concept
from reuse_guard.notices.terms import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reuse_guard.notices.terms import Value
    from reuse_guard.notices.tokens import Sentence

_CREDITING = expression(r"credit|attribut", re.IGNORECASE)
_SOURCES = ("source", "источник", "дереккөз", "первоисточник")
# What may ask without a word of duty: "Please name", "Упомяните", "көрсетіңіз", "көрсетілсін".
_IMPERATIVE = expression(r"please|always|\w+(?:йте|ите|ьте|[ңн][іы]з|с[іы]н)", re.IGNORECASE)
# It is not named where it is, nor what is taken from it.
_AWAY = frozenset("on in at from by with на в во с со из от у".split())  # noqa: SIM905
# A sentence about these names a publisher beside them, or for them.
_OF_OTHERS = (Concept.LINK, Concept.PHOTO, Concept.PERMISSION, Concept.FORBID, Concept.EDIT)


def read_credits(sentence: Sentence) -> Iterator[tuple[Kind, Value]]:
    """Whom a sentence wants to see credited."""
    asked = sentence.has(Concept.CREDIT, Concept.NAME, Concept.DUTY, Concept.CONNECTED)
    if asked and any(_is_named(sentence, index) for index in sentence.places(Concept.AUTHOR)):
        yield Kind.AUTHOR, None
    if any(
        tells(sentence, index) and not _is_denied(sentence, index)
        for concept, tells in (
            (Concept.NAME, _names_site),
            (Concept.CREDIT, _credits_source),
            (Concept.NAMING, _names_publisher),
        )
        for index in sentence.places(concept)
    ):
        yield Kind.SOURCE, None


def _is_named(sentence: Sentence, index: int) -> bool:
    """Whether the author is to be named, and not only spoken of."""
    is_byline = "byline" in sentence.tokens[index].text.lower()
    return is_byline or sentence.near(index, 6, Concept.CREDIT, Concept.NAME)


def _names_site(sentence: Sentence, index: int) -> bool:
    """`the name of the outlet`, `с указанием названия издания`, `портал атауы`."""
    owner = [*sentence.before(index, 1), *sentence.after(index + 1, 4)]
    return sentence.has(Concept.SITE, Concept.PUBLISHER, within=owner) and sentence.has(
        Concept.CREDIT, Concept.DUTY, Concept.CONNECTED
    )


def _credits_source(sentence: Sentence, index: int) -> bool:
    """`credit The Paper`, `указывается источник`, `дереккөзді көрсету`: named, not only linked."""
    around = sentence.after(index + 1, 3)
    if sentence.has(Concept.LINK, within=[*sentence.before(index, 5), *around]):
        return False
    if _CREDITING.match(sentence.tokens[index].text) and _names_somebody(sentence, index):
        return True
    words = [sentence.tokens[place].text for place in around]
    beside = [*words, *(sentence.tokens[place].text for place in sentence.before(index, 1))]
    return any(word.lower().startswith(_SOURCES) for word in beside)


def _names_somebody(sentence: Sentence, index: int) -> bool:
    """`credit Harbour Lines`, `attribute the text to The Post`: a proper name follows."""
    words = [sentence.tokens[place].text for place in sentence.after(index + 1, 6)]
    is_duty = sentence.has(Concept.USE, Concept.LINK, Concept.DUTY)
    return is_duty and any(word[0].isupper() for word in words)


def _names_publisher(sentence: Sentence, index: int) -> bool:
    """`the publication must be named`, `упомяните газету`, `Orig Courier must be credited`."""
    clause = sentence.clause(index)
    texts = [sentence.tokens[place].text for place in clause]
    if sentence.has(*_OF_OTHERS, within=clause):
        return False
    if not (sentence.has(Concept.DUTY, within=clause) or any(map(_IMPERATIVE.fullmatch, texts))):
        return False
    around = [*sentence.before(index, 5), *sentence.after(index + 1, 6)]
    named = sentence.places(Concept.PUBLISHER, within=around)
    return any(_is_goal(sentence, place) for place in named) or _is_by_name(sentence, index)


def _is_denied(sentence: Sentence, index: int) -> bool:
    """`need not be named`, `указывать не нужно`, `көрсетілмейді`."""
    reach = 2 if sentence.tokens[index].text.isascii() else 1
    near = sentence.has(Concept.NOT, within=sentence.before(index, reach))
    released = (
        sentence.has(Concept.DUTY, within=[place + 1])
        for place in sentence.places(Concept.NOT, within=sentence.clause(index))
    )
    return near or any(released) or Concept.NOT_SUFFIX in sentence.tokens[index].concepts


def _is_goal(sentence: Sentence, place: int) -> bool:
    before = (sentence.tokens[near].text.lower() for near in sentence.before(place, 2))
    return not _AWAY.intersection(before)


def _is_by_name(sentence: Sentence, index: int) -> bool:
    """Whether a proper name stands right behind it, or before a duty to name it."""
    if sentence.has(Concept.AUTHOR):
        return False
    beside = [*sentence.after(index + 1, 1), *sentence.before(index, 4)]
    return any(place and sentence.tokens[place].text.istitle() for place in beside)
