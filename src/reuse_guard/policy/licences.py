"""Creative Commons licences as people name them: by code, in words, by address."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from reuse_guard.expressions import expression

if TYPE_CHECKING:
    from collections.abc import Iterator


class Licence(NamedTuple):
    """A licence.

    Attributes:
        parts: what it adds to naming the author: some of `nc`, `nd`, `sa`; `?` where a part is
            not known.
        version: such as `4.0`; None where it is not said.
    """

    parts: frozenset[str]
    version: str | None

    def is_named_by(self, other: Licence) -> bool:
        """Whether another one is this, or this without its version."""
        is_version = None in (self.version, other.version) or self.version == other.version
        return self.parts == other.parts and is_version


# English, Russian, Kazakh, Ukrainian, German, French, Spanish, Portuguese, Italian, Turkish: as the
# licences' own pages and their users write them. Dashes are "-" and spaces single.
_ATTRIBUTION = (
    r"attribution|атрибуци[яюие]|(?:с|із|з) (?:указанием|зазначенням) авторства"
    r"|зазначення авторства|авторлы(?:ғын|қты) көрсету|namensnennung|atribuci[oó]n|reconocimiento"
    r"|atribui[cç][aã]o|attribuzione|at[\u0131i]f"
)
_PARTS = (
    (
        "nc",
        r"non-? ?commercial|некоммерческ\w+(?: использование)?|некомерційн\w+"
        r"|коммерциялық емес(?: пайдалану)?|nicht-? ?kommerziell|keine kommerzielle nutzung"
        r"|pas d['\u2019] ?utilisation commerciale|no ?comercial|n[aã]o ?comercial"
        r"|non commerciale|gayri ?ticari",
    ),
    (
        "nd",
        r"no-? ?deriv(?:ative)?s?(?: works)?|без производных(?: произведений)?"
        r"|без похідних(?: творів)?|туынды\w*(?: шығармалар\w*)? ?жасауға болмайды|туындыларсыз"
        r"|keine bearbeitung(?:en)?|pas de modification|sin ?(?:obra ?)?derivadas?"
        r"|sem ?deriva[cç][oõ]es|non opere derivate|t[üu]retilemez",
    ),
    (
        "sa",
        r"share-? ?alike|с сохранением условий|на тех же условиях"
        r"|поширення на тих самих умовах|сол шарттармен тарату"
        r"|weitergabe unter gleichen bedingungen|partage dans les m[eê]mes conditions"
        r"|compartir ?igual|compartilha ?igual|condividi allo stesso modo"
        r"|ayn[\u0131i] ?lisansla ?payla[şs]",
    ),
)
_PART = expression("[ ,/-]*(?:" + "|".join(f"(?P<{name}>{text})" for name, text in _PARTS) + r")\b")
_NAME = expression(rf"\b(?:{_ATTRIBUTION})\b")
_CODE = expression(
    r"\b(?:cc|creative commons)[ :)-]*\(?by(?P<parts>(?:[ /-]+(?:nc|nd|sa)\b)*)(?!\w)"
)
_ADDRESS = expression(
    r"creativecommons\.org/licenses/by(?P<parts>(?:-(?:nc|nd|sa))*)(?![\w-])(?:/(?P<version>\d\.\d))?"
)
_VERSION = expression(r"[ ,\"'\u00bb\u201c\u201d)-]*(?:version |v\.? ?|версия )?(\d\.\d)\b")
# What goes on with a hyphen is another part, unless it says what all this is.
_OTHER_PART = expression(r"-(?!li[cz]en|лиценз|ліценз)[^\W\d_]{2}")
_NEAR = 30  # characters: «лицензия Creative Commons "С указанием авторства"»
_OF_THESE = expression(r"creative ?commons|\bcc\b")
_DASHES = expression(r" ?[\u2010-\u2015\u2212] ?| - ")
_LIKE_LATIN = str.maketrans("сву", "cby")


def licence_of(words: str) -> Licence | None:
    """The licence that fixed words of a credit are the name of; None where they name none.

    >>> licence_of("CC BY 4.0").version, licence_of("KFF")
    ('4.0', None)
    """
    found = next(iter(licences_in(words)), None)
    return found if len(words.split()) <= _MOST_WORDS else None


_MOST_WORDS = 8


@lru_cache(maxsize=256)
def licences_in(text: str) -> tuple[Licence, ...]:
    """Every licence that a text names.

    >>> [sorted(one.parts) for one in licences_in("CC BY-NC-ND, or CC BY")]
    [['nc', 'nd'], []]
    """
    plain = _DASHES.sub("-", " ".join(text.casefold().split()))
    named = _named(plain)
    return (*_coded(plain), *_addressed(plain), *named)


def _coded(plain: str) -> Iterator[Licence]:
    """By code, also in Cyrillic letters that look the same."""
    latin = re.sub(r"\b[cс]{2}\b[ -]*[bв][yу]", lambda m: m[0].translate(_LIKE_LATIN), plain)
    for found in _CODE.finditer(latin):
        parts = frozenset(re.findall(r"nc|nd|sa", found["parts"]))
        yield _licence(latin, found.end(), parts)


def _addressed(plain: str) -> Iterator[Licence]:
    for found in _ADDRESS.finditer(plain):
        yield Licence(frozenset(re.findall(r"nc|nd|sa", found["parts"])), found["version"])


def _named(plain: str) -> Iterator[Licence]:
    """In words; "attribution" alone is one like others if not right behind "Creative Commons"."""
    for found in _NAME.finditer(plain):
        parts: set[str] = set()
        end = found.end()
        while (part := _PART.match(plain, end)) is not None:
            parts.add(str(part.lastgroup))
            end = part.end()
        licence = _licence(plain, end, frozenset(parts))
        before = plain[max(0, found.start() - _NEAR) : found.start()]
        if parts or licence.version or _OF_THESE.search(before):
            yield licence


def _licence(plain: str, end: int, parts: frozenset[str]) -> Licence:
    if _OTHER_PART.match(plain, end):
        return Licence(frozenset({"?"}), None)
    version = _VERSION.match(plain, end)
    return Licence(parts, version[1] if version else None)
