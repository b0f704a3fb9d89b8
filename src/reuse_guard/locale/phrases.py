"""A sentence with its values, kept apart until the reader's language is known.

The English sentence is the key of the gettext catalogues in `<language>/LC_MESSAGES`; what they
lack is said in English. `make messages` gathers the sentences and compiles the catalogues.

>>> found = say("{copied:n} of {total:n} words, {share:r}", copied=1234, total=5000, share="24.7%")
>>> str(found)
'1,234 of 5,000 words, 24.7%'
"""

from __future__ import annotations

import gettext
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias, Union

from reuse_guard.errors import UsageError
from reuse_guard.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Self

DOMAIN = "reuse_guard"
LANGUAGES = ("en", "ru", "kk")
_NO_BREAK = "\N{NO-BREAK SPACE}"

Value: TypeAlias = Union[int, str, "Phrase"]


@frozen
class Phrase:
    """A sentence and the values in it.

    Attributes:
        text: the English sentence, values in braces; `{x:n}` is a number of things, `{x:r}` a
            ratio already printed (`"24.7%"`), `{x:s}` is a sentence without its full stop, `{x}` is
            printed as it is.
        values: names and values; a value may be a phrase itself.
        plural: the English sentence for numbers other than one, where it differs.
        count: name of the value that decides which; empty where there is no `plural`.
    """

    text: str
    values: tuple[tuple[str, Value], ...] = ()
    plural: str | None = None
    count: str = ""

    def render(self, language: str = "en") -> str:
        """The sentence in `en`, `ru` or `kk`.

        Raises:
            UsageError: it is another language.
        """
        catalogue = _catalogue(language)
        values = dict(self.values)
        if self.plural is None:
            sentence = catalogue.gettext(self.text)
        else:
            number = values[self.count]
            assert isinstance(number, int)  # noqa: S101 - `say_many` takes no other
            sentence = catalogue.ngettext(self.text, self.plural, number)
        return sentence.format_map({name: _Said(v, language) for name, v in values.items()})

    def __str__(self) -> str:
        return self.render()


class Sentence(str):
    r"""An English sentence for whoever wants no more, that can be said in the other languages too.

    >>> found = Sentence(say("Words: {count:n}", count=1234))
    >>> found, phrase_of(found).render("ru"), phrase_of("It is {this}.").render("ru")
    ('Words: 1,234', 'Words: 1\xa0234', 'It is {this}.')
    """

    __slots__ = ("phrase",)
    phrase: Phrase

    def __new__(cls, phrase: Phrase) -> Self:
        """The sentence that a phrase is in English."""
        sentence = super().__new__(cls, phrase.render())
        sentence.phrase = phrase
        return sentence

    def __reduce__(self) -> tuple[type[Self], tuple[Phrase]]:
        """How it is copied: `str` alone would lose the phrase."""
        return type(self), (self.phrase,)


def phrase_of(text: str) -> Phrase:
    """What a `Sentence` is in every language; any other text stays as it is."""
    return text.phrase if isinstance(text, Sentence) else Phrase("{text}", (("text", text),))


def in_a_row(parts: Sequence[Phrase], mark: str, *, spec: str = "") -> Phrase:
    """Several phrases inside a sentence.

    Args:
        parts: the phrases.
        mark: what stands between them.
        spec: how each is printed; `s` for whole sentences, which lose their full stop.
    """
    names = [f"part{number}" for number in range(len(parts))]
    text = mark.join(f"{{{name}:{spec}}}" for name in names)
    return Phrase(text, tuple(zip(names, parts, strict=True)))


def say(text: str, /, **values: Value) -> Phrase:
    """A sentence with values."""
    return Phrase(text, tuple(values.items()))


def say_many(one: str, many: str, /, count: int, **values: Value) -> Phrase:
    """A sentence that differs by how many `count` there are."""
    return Phrase(one, (("count", count), *values.items()), many, "count")


class _Said:
    """A value in a sentence, printed as the language writes it."""

    __slots__ = ("language", "value")

    def __init__(self, value: Value, language: str) -> None:
        self.value = value
        self.language = language

    def __format__(self, spec: str) -> str:
        value = self.value
        if isinstance(value, Phrase):
            text = value.render(self.language)
            return text.rstrip(".") if spec == "s" else text
        if spec == "n":
            printed = f"{value:,}"
            return printed if self.language == "en" else printed.replace(",", _NO_BREAK)
        if spec == "r" and self.language != "en":
            return str(value).replace(".", ",").replace("%", f"{_NO_BREAK}%")
        return str(value)


@cache
def _catalogue(language: str) -> gettext.NullTranslations:
    if language not in LANGUAGES:
        msg = f"language {language!r} is not known; choose one of {', '.join(LANGUAGES)}"
        raise UsageError(msg)
    if language == "en":
        return gettext.NullTranslations()
    return gettext.translation(DOMAIN, Path(__file__).parent, [language])
