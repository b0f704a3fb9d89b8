"""A sentence with its values, kept apart until the reader's language is known.

The English sentence is the key of the gettext catalogues in `<language>/LC_MESSAGES`; what they
lack is said in English. `make messages` gathers the sentences and compiles the catalogues.

>>> found = say("{copied:n} of {total:n} words, {share:r}", copied=1234, total=5000, share="24.7%")
>>> str(found)
'1,234 of 5,000 words, 24.7%'
"""

from __future__ import annotations

import gettext
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TypeAlias, Union

from reuse_guard.errors import UsageError

DOMAIN = "reuse_guard"
LANGUAGES = ("en", "ru", "kk")
_NO_BREAK = "\N{NO-BREAK SPACE}"

Value: TypeAlias = Union[int, str, "Phrase"]


@dataclass(frozen=True, slots=True)
class Phrase:
    """A sentence and the values in it.

    Attributes:
        text: the English sentence, values in braces; `{x:n}` is a number of things, `{x:r}` a
            ratio already printed (`"24.7%"`), `{x}` is printed as it is.
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
            return value.render(self.language)
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
