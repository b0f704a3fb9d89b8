"""Whose names an original gives as its authors', and is one of them named in a text?"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from rapidfuzz import fuzz

from reuse_guard.text.words import split_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

# Likeness of 100 at which a reader takes words for the same: one letter in seven may differ, which
# lets an inflected name or a small slip pass and not another name of the same length.
ALIKE = 86
_LONG = 4  # letters of a family name that an initial beside it makes a name of

_INITIAL = re.compile(
    r"(?<!\w)(?P<first>[^\W\d_])\.\s*(?:[^\W\d_]\.\s*)?(?P<family>\w{4,})"
    r"|(?P<before>\w{4,})\s+(?P<last>[^\W\d_])\."
)
_LATIN, _CYRILLIC = re.compile(r"[A-Za-z]{2}"), re.compile(r"[\u0400-\u04FF]{2}")
_BEFORE = re.compile(
    r"^(?:written\s+by|story\s+by|text\s+by|by|authors?|автор(?:ы|лар|лары)?|текст|мәтін)\b[\s:]+",
    re.IGNORECASE,
)
_BRACKETED = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_BETWEEN = re.compile(r"\s*[,;|/&]\s*|\s+(?:and|и|және|мен)\s+", re.IGNORECASE)
# What systems and newsrooms write where a name is asked for: nobody is named by it.
_OFFICES = (
    "admin administrator root user webmaster author authors editor editors editorial staff writer"
    " writers reporter reporters correspondent correspondents journalist contributor newsroom news"
    " desk team board senior chief deputy special guest the of in our own web online press service"
    " админ администратор автор авторы редактор редакция редакции корреспондент корреспонденты"
    " журналист обозреватель главный шеф специальный собственный спецкор соб корр пресс служба"
    " редакциясы тілші тілшісі журналисі бас меншікті"
)
_NOBODY = frozenset(_OFFICES.split())


def people(authors: Iterable[str], publisher: Iterable[str] = ()) -> tuple[str, ...]:
    """The names of people (or agencies) that the fields for authors hold.

    >>> people(["By Asel Nurlan, Staff Writer and Ivan Petrov (Almaty)"])
    ('Asel Nurlan', 'Ivan Petrov')
    >>> people(["admin", "desk@courier.example", "The Courier"], ["The Courier"])
    ()
    """
    own = {name.casefold() for name in publisher}
    bare = (_BEFORE.sub("", _BRACKETED.sub(" ", author).strip()) for author in authors)
    pieces = (piece.strip(" .-") for text in bare for piece in _BETWEEN.split(text))
    return tuple(
        dict.fromkeys(piece for piece in pieces if _is_name(piece) and piece.casefold() not in own)
    )


def _is_name(piece: str) -> bool:
    words = re.findall(r"\w+", piece.casefold())
    return bool(words) and "@" not in piece and not _NOBODY.issuperset(words)


def is_named(name: tuple[str, ...], found: list[str], text: str = "") -> bool:
    """Whether a text holds a name, its words in any order, or a family name with an initial.

    Args:
        name: its folded words.
        found: the folded words of the text.
        text: the text itself, where initials are known by their dots.

    >>> is_named(("asel", "nurlan"), ["text", "nurlan", "asel"])
    True
    >>> is_named(("asel", "nurlan"), ["by", "a", "nurlan"], "By A. Nurlan")
    True
    >>> is_named(("asel", "nurlan"), ["by", "b", "nurlan"], "By B. Nurlan")
    False
    """
    size = len(name)
    orders = {" ".join(name[at:] + name[:at]) for at in range(size)}
    windows = [" ".join(found[at : at + size]) for at in range(max(1, len(found) - size + 1))]
    return (
        any(fuzz.ratio(order, one, score_cutoff=ALIKE) for one in windows for order in orders)
        or _has_initial(name, text)
        or _writes_initial_out(name, found)
    )


def _has_initial(name: tuple[str, ...], text: str) -> bool:
    """Whether a family name stands beside an initial: "A. Nurlan" or "Nurlan A." for Asel Nurlan.

    The dot tells an initial from the words "a" and "и".
    """
    pairs = [
        (found["first"] or found["last"], found["family"] or found["before"])
        for found in _INITIAL.finditer(text)
    ]
    return any(
        _begins(initial, other) and _is_alike(family, own)
        for initial, family in pairs
        for own, others in _families(name)
        for other in others
    )


def _writes_initial_out(name: tuple[str, ...], found: list[str]) -> bool:
    """Whether the original's "A. Nurlan" is written as "Asel Nurlan"."""
    return any(
        _is_alike(family, own) and before[:1] == other
        for own, others in _families(name)
        for other in others
        if len(other) == 1
        for before, family in pairwise(found)
    )


def _families(name: tuple[str, ...]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each word that may be the family name, with the others: the last one, or the first."""
    if len(name) > 1:
        yield from (
            (family, others)
            for family, others in ((name[-1], name[:-1]), (name[0], name[1:]))
            if len(family) >= _LONG
        )


def _begins(initial: str, other: str) -> bool:
    return other.startswith(folded_words(initial))


def _is_alike(word: str, own: str) -> bool:
    return fuzz.ratio(" ".join(folded_words(word)), own) >= ALIKE


def is_of_other_letters(name: str, text: str) -> bool:
    """Whether a text has letters of the alphabet, Latin or Cyrillic, that a name is not written in.

    >>> is_of_other_letters("Asel Nurlan", "Асель Нурлан"), is_of_other_letters("Wu Li", "Wu Lu")
    (True, False)
    """
    return bool((_LATIN if _CYRILLIC.search(name) else _CYRILLIC).search(text))


@lru_cache(maxsize=1024)
def folded_words(text: str) -> tuple[str, ...]:
    """The words of a text, folded."""
    words = split_words(text)
    return tuple(words.folded(index) for index in range(len(words)))
