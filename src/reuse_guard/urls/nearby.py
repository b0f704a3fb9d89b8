"""Addresses that are an article's but for something in their path, and what that is."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote

from reuse_guard.expressions import expression
from reuse_guard.urls.parameters import tells_article

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reuse_guard.urls.identity import Address

# Marks of a sentence, closing brackets and quotes, and spaces, also those that cannot be seen.
_MARKS = r".,:;!?)\]}>\"'«»“”„’‘…\s\u200b-\u200d\u2060\ufeff"
_ESCAPED = (
    r"%(?:2[0279C]|3[ABEF]|5D|7D|0[9AD]|C2%(?:A0|AB|BB)|E2%80%(?:8[B-D]|9[89C-E]|A6|AF)"
    r"|E2%81%A0|EF%BB%BF)"
)
_BEHIND = expression(rf"(?:[{_MARKS}]|{_ESCAPED})+/?\Z", re.IGNORECASE)
_TAIL = 40  # characters; looked for in a whole address, marks cost time by the square
_LANGUAGE = expression(
    r"^/(?:[a-z]{2}|kaz|rus|eng|qaz|uzb|kir)(?:[-_][a-z]{2,4})?(?=/)", re.IGNORECASE
)
_PRINT = expression(r"^/print(?=/)", re.IGNORECASE)
_PAGE = expression(r"/(?:page/)?\d{1,2}/?\Z", re.IGNORECASE)
# Parameters and ends of a path that name a page of an article: ?page=2, /2, /page/2, _2.html.
_PAGES = frozenset({"page", "paged", "pagenum", "pg"})
_LATER = expression(r"[2-9]|[1-9]\d")
_LATER_PATH = expression(
    r"(?:/(?:page[/-])?(?:[2-9]|[1-9]\d)/?|_[2-9](\.s?html?))\Z", re.IGNORECASE
)

# The number under which a site keeps an article, at either end of its path's last part or as the
# whole folder that part stands in, and what else such digits may be: a year, a month or a day in
# any order, or a round number in a title. In the midst of a title it is a thing's
# ("boeing-7378-crash").
_NUMBER = expression(r"(?<!\d)(?!\d*00(?!\d))\d{4,12}(?!\d)")
_ENDING = expression(r"\.[a-z]{3,5}\Z", re.IGNORECASE)
_BEFORE = 2  # letters: "n52134-river"
_TITLE = expression(r"[^\W_][-_]+[^\W_]")  # of two words, which no page below an article has
_DATE = expression(
    r"(?:(?:19|20)\d\d)?(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])|(?:19|20)\d\d(?:0[1-9]|1[0-2])?"
    r"|(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])(?:(?:19|20)?\d\d)?|\d\d(?:0[1-9]|1[0-2])\d\d"
)
_SCRIPTS = frozenset({"/", "/index.php"})


class _Numbered(NamedTuple):
    """An article's number in a path: the folders above it, and what it is the folder of."""

    folders: str
    number: str
    below: str


def is_punctuated(address: Address, article: Address) -> bool:
    """Whether an address is an article's with a mark of a sentence or a space behind it.

    They come of addresses that are copied out of a text: `https://orig.kz/news/1.`
    """
    if address.query:
        *others, (name, value) = address.query
        bare = replace(address, query=(*others, (name, _without_marks(value))))
    else:
        bare = replace(address, path=_without_marks(address.path))
    return bare.names_same(article)


def marks_behind(url: str) -> str:
    """The marks or spaces at the end of an address, to be read; empty where there are none.

    >>> marks_behind("https://orig.kz/news/1."), marks_behind("https://orig.kz/news/1%C2%BB/?a=1")
    ('.', '»')
    >>> marks_behind("https://orig.kz/news/1%20")
    '%20'
    """
    whole = url.partition("#")[0]
    ends = (_BEHIND.search(part[-_TAIL:]) for part in (whole, whole.partition("?")[0]))
    found = next(filter(None, ends), None)
    written = found[0].removesuffix("/") if found else ""
    plain = unquote(written)
    return plain if plain.isprintable() and not any(map(str.isspace, plain)) else written


def _without_marks(text: str) -> str:
    """The text without the marks at its end; of more than a few there, without the last ones."""
    return text[:-_TAIL] + _BEHIND.sub("", text[-_TAIL:])


def is_other_view(address: Address, article: Address) -> bool:
    """Whether an address is an article's in another language, in print or at another page of it.

    Such a path may show another text, or nothing: a number may be a page of a list as well, so the
    article's own has to tell it from others, or has two parts at least.
    """
    plain = (article, *_without_language(article))
    return any(own.names_same(other) for own in (address, *_plainer(address)) for other in plain)


def _plainer(address: Address) -> Iterator[Address]:
    """The addresses whose other view this may be."""
    yield from _without_language(address)
    path = _PRINT.sub("", address.path)
    if path != address.path:
        yield replace(address, path=path)
    path = _PAGE.sub("", address.path)
    if path != address.path and tells_article(path.rpartition("/")[2]):
        yield replace(address, path=path)


def _without_language(address: Address) -> Iterator[Address]:
    path = _LANGUAGE.sub("", address.path)
    if path != address.path and (path.strip("/").count("/") or tells_article(path)):
        yield replace(address, path=path)


def is_further_page(address: Address, article: Address) -> bool:
    """Whether an address is that of the second or a later page of an article.

    >>> from reuse_guard.urls.identity import parse_address
    >>> article = parse_address("https://orig.kz/news/river-falls.html?id=7")
    >>> is_further_page(parse_address("https://orig.kz/news/river-falls.html?id=7&page=2"), article)
    True
    >>> is_further_page(parse_address("https://orig.kz/news/river-falls_2.html?id=7"), article)
    True
    """
    if article.is_home:
        return False
    pages = [(name, value) for name, value in address.query if name.lower() in _PAGES]
    if len(pages) == 1 and _LATER.fullmatch(pages[0][1]):
        query = tuple(pair for pair in address.query if pair != pages[0])
        return replace(address, query=query).names_same(article)
    path = _LATER_PATH.sub(r"\1", address.path)
    name = unquote(path).rpartition("/")[2]
    is_later = path != address.path and bool(tells_article(name) or _TITLE.search(name))
    return is_later and replace(address, path=path).names_same(article)


def is_renamed(address: Address, article: Address) -> bool:
    """Whether an address has the number of an article at the same place, and another title.

    Editors change titles, and most sites lead from the old address to the new one.
    """
    is_of_host = address.host.removeprefix("www.") == article.host.removeprefix("www.")
    if not is_of_host or (address.port, address.query) != (article.port, article.query):
        return False
    if unquote(address.path).endswith("…"):
        return False
    own, other = _number_in(article.path), _number_in(address.path)
    if own is None or other is None or own[:2] != other[:2]:
        return False
    return not other.below or bool(own.below and _TITLE.search(unquote(other.below)))


def is_number_of(address: Address, article: Address) -> bool:
    """Whether an address is that of a site with nothing but the number of an article.

    Systems that keep articles under numbers lead on from it, and show it as the short address:
    `/?p=2481`, `/index.php?newsid=2481`, `/2481` of `/news/river-falls-2481`.
    """
    is_of_host = address.host.removeprefix("www.") == article.host.removeprefix("www.")
    own = _number_in(article.path)
    if not is_of_host or address.port != article.port or article.query or own is None:
        return False
    values = [value for _, value in address.query]
    if address.path in _SCRIPTS:
        return values == [own.number]
    return not values and address.path.strip("/") == own.number


def _number_in(path: str) -> _Numbered | None:
    """The number of an article in a path, which is no date.

    >>> tuple(_number_in("/news/2481-river")), tuple(_number_in("/news/4512/river"))
    (('/news', '2481', ''), ('/news', '4512', 'river'))
    >>> _number_in("/2026/1120/river"), _number_in("/news/5000-boats")
    (None, None)
    """
    folders, _, last = path.rstrip("/").rpartition("/")
    number = _at_an_end(_ENDING.sub("", last))
    if number:
        return _Numbered(folders, number, "")
    above, _, folder = folders.rpartition("/")
    return _Numbered(above, folder, last) if folder and folder == _at_an_end(folder) else None


def _at_an_end(part: str) -> str | None:
    """The last number at an end of a part of a path that is no date."""
    numbers = [
        found[0]
        for found in _NUMBER.finditer(part)
        if found.start() <= _BEFORE or found.end() == len(part)
    ]
    return next((one for one in reversed(numbers) if not _DATE.fullmatch(one)), None)
