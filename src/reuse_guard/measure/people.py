"""Whose names an original gives as its authors'."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from reuse_guard.expressions import expression
from reuse_guard.measure.names import with_maria

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_BRACKETED = expression(r"\([^()]*\)|\[[^\[\]]*\]")
_SEPARATOR = expression(
    r"(?P<mark>\s*[,|/]\s*)|\s*;\s*|\s*&\s*|\s+(?:and|with|и|та|және|мен)\s+", re.IGNORECASE
)
_BEFORE = expression(
    r"^(?:(?:[^\W\d_]+\s+)?by|(?:мақала\s+)?автор(?:ы|лар|лары)?(?:\s+(?:статьи|текста|материала))?|authors?|текст|text|words|мәтін"
    r"|подготовил[аи]?|беседовал[аи]?|записал[аи]?|дайындаған)\b[\s:]+",
    re.IGNORECASE,
)
_TITLES = expression(
    r"^(?:(?:dr|prof|professor|mr|mrs|ms|sir|корр|проф|д-р|г-н|г-жа)\b\.?\s+)+", re.IGNORECASE
)
# Who made what stands beside the text, or had it from others, is no author of it.
_PICTURES = expression(
    r"^(?:(?:photo|picture|image|illustration|video|фото|видео|иллюстра|сурет)"
    r"|(?:edited|illustrated|photographed|filmed|translated)\s+by\b)",
    re.IGNORECASE,
)
# "Words and photos by Asel Nurlan": of the pictures too.
_OF_BOTH = expression(
    r"^(?:(?:words|text|story|текст)\s*(?:and|&|и|/|,)\s*(?:photo\w*|pictures|фото\w*)"
    r"|(?:photo\w*|pictures|фото\w*)\s*(?:and|&|и|/|,)\s*(?:words|text|story|текст))"
    r"(?:\s+by\b|\s*:)\s*",
    re.IGNORECASE,
)
_EDITORS = expression(r"^редакци[яи]\b|\bредакциясы$", re.IGNORECASE)
# What stands behind a name in one field: whom it was written for, or where its writer works.
_BEHIND = expression(
    r"\s+(?:special(?:ly)?\s+(?:to|for)|for|at|from|is|in(?!\s+['\u2019]t\b)|специально|для|арнайы)\s.*"
    r"|\s+[\u2013\u2014-]\s.*|(?<=\w{4})\.\s.*",
    re.IGNORECASE | re.DOTALL,
)


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# What people are at a newspaper. Of a name with such a word before or behind it the rest is meant.
_JOBS = _words(
    "writer writers columnist reporter reporters correspondent correspondents journalist"
    " contributor editor editors editorial staff team senior chief deputy special"
    " корреспондент корреспонденты журналист обозреватель редактор главный шеф специальный"
    " собственный спецкор соб корр тілші тілшісі журналисі бас меншікті"
)
# What stands behind a name and is left out as often: "Martin Luther King Jr."
_SUFFIXES = _words("jr sr ii iii iv phd md esq")
# What systems and newsrooms write where a name is asked for: nobody is named by it.
_NOBODY = _JOBS | _words(
    "admin administrator root user webmaster author authors newsroom news reports desk board guest"
    " the of in our own web online press service"
    " админ администратор автор авторы редакция редакции пресс служба редакциясы"
)
# A word of these beside a name makes where somebody works of it: "Business Insider", "AP Writer".
_OF_WORK = (_NOBODY - _words("the of in our own root guest")) | _words(
    "media business times post magazine agency bureau international large editor-at-large"
    " агентство газета бюро издание агенттігі газеті"
)
_DOMAIN = expression(r"(?:https?:\S*|[\w-]+(?:\.[\w-]+)*\.[a-z\u0430-\u044f]{2,6})", re.IGNORECASE)
_TWO = 2  # words of most names


class Authors(NamedTuple):
    """Names that the fields for authors hold.

    Attributes:
        sure: of people or agencies.
        perhaps: what may be another author's, and may be where one works or an account's.
    """

    sure: tuple[str, ...]
    perhaps: tuple[str, ...]


def authors_in(fields: Iterable[str], publisher: Iterable[str] = ()) -> Authors:
    """The names of people (or agencies) that the fields for authors hold.

    Of "Asel Nurlan, Steppe Weekly" nobody can tell by looks whether these are two authors.

    >>> authors_in(["By Asel Nurlan, Staff Writer and Ivan Petrov (Almaty)"]).sure
    ('Asel Nurlan', 'Ivan Petrov')
    >>> authors_in(["Asel Nurlan, Steppe Weekly", "kevin-r"])
    Authors(sure=('Asel Nurlan',), perhaps=('Steppe Weekly', 'kevin-r'))
    >>> authors_in(["admin", "desk@courier.example", "The Courier"], ["The Courier"])
    Authors(sure=(), perhaps=())
    """
    own = {_plain(name) for name in publisher}
    sure: dict[str, None] = {}
    perhaps: dict[str, None] = {}
    for field in fields:
        for name, is_sure in _names(_OF_BOTH.sub("", _BRACKETED.sub(" ", field).strip())):
            if _plain(name) not in own:
                (sure if is_sure else perhaps)[name] = None
    return Authors(tuple(sure), tuple(name for name in perhaps if name not in sure))


def _plain(name: str) -> str:
    return name.casefold().removeprefix("the ")


def _names(field: str) -> Iterator[tuple[str, bool]]:
    """The names in one field, and whether each is an author's for certain."""
    if "://" in field:
        return
    found = [*_SEPARATOR.finditer(field)]
    starts, stops = (
        [0, *(one.end() for one in found)],
        [*(one.start() for one in found), len(field)],
    )
    is_first = True
    for index, (start, stop) in enumerate(zip(starts, stops, strict=True)):
        piece = field[start:stop]
        name = _name(piece)
        if not name:
            continue
        # Marks part the names of a list that ends with "and"; else what follows may be anything.
        is_listed = index == 0 or any(one["mark"] is None for one in found[index - 1 :])
        if is_first or is_listed:
            yield name, not _is_account(name)
        elif not _is_of_work(piece):
            yield name, False
        is_first = False


def _name(piece: str) -> str:
    """A name without what stands around it; empty where nobody is named."""
    bare = with_maria(_BEFORE.sub("", piece.strip()))
    is_other = _PICTURES.match(piece.strip()) or _PICTURES.match(bare) or _EDITORS.search(bare)
    if "@" in bare or is_other:
        return ""
    words = _BEHIND.sub("", _TITLES.sub("", bare)).strip(" .-\u2013\u2014").split()
    while len(words) > _TWO and words[-1].casefold().replace(".", "") in _JOBS | _SUFFIXES:
        words.pop()
    while len(words) > _TWO and words[0].casefold() in _JOBS:
        words.pop(0)
    bare = " ".join(words)
    known = re.findall(r"\w+", bare.casefold())
    is_nobody = _NOBODY.issuperset(known) or bare.isdigit() or _DOMAIN.fullmatch(bare)
    return "" if is_nobody else bare


def _is_account(name: str) -> bool:
    """Whether it is one word in small letters, as people are called by systems."""
    return name == name.casefold() != name.upper() and " " not in name


def _is_of_work(piece: str) -> bool:
    """Whether what follows a name with a comma names a place, a degree, an office, a newspaper."""
    words = piece.split()
    return (
        len(words) < _TWO
        or not words[0][0].isupper()
        or any(word.casefold() in _OF_WORK for word in words)
    )
