"""When two addresses name one article.

They do when they differ only in what no server uses to tell its articles apart: http or https,
`www.`, a trailing slash, the default port, the fragment, the way a character is escaped, and
parameters that are known to track readers. Everything else counts: `?id=1` and `?id=2`, `?p=` and
`?newsid=` are articles, so a parameter is dropped only when `parameters` knows that it names none.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property, lru_cache
from urllib.parse import parse_qsl, quote, unquote

from ada_url import URL, idna_to_unicode

from reuse_guard.expressions import expression
from reuse_guard.urls.parameters import is_tracker, names_origin, suffixes
from reuse_guard.urls.resolve import resolve

_UNRESERVED_ESCAPE = expression(
    r"%(?:2[dD]|2[eE]|3\d|4[1-9a-fA-F]|5[0-9aAfF]|6[1-9a-fA-F]|7[0-9aAeE])"
)
_OTHER_LETTERS = expression(r"(?:%[89a-fA-F][0-9a-fA-F])+")
# Marks of Latin, Greek and Cyrillic letters (U+0300 to U+036F), of kana, and Korean letters.
_MARKED = expression(r"%[cC][cCdD]%|%[eE]3%82%9[9aA]|%[eE]1%8[4-7]%")
_ASCII = "".join(map(chr, range(128)))
# Marks are put in order two by two, so time goes with the square of their number in a row; servers
# refuse longer addresses.
_LONGEST = 8_192
_ESCAPE = expression(r"%[0-9a-fA-F]{2}")
_SESSION = expression(r";jsessionid=[^/;]*", re.IGNORECASE)


@dataclass(frozen=True)
class Address:
    """An http(s) address taken apart, with what names its article in one form.

    Attributes:
        url: absolute, as a browser opens it.
        host: in lower case, punycode, without the dot at its end.
        port: `""` for the default one of the scheme.
        path: unreserved characters unescaped, session ids removed; at least `"/"`.
        query: names and values in their order, trackers left out.
        route: a fragment that a script takes as the path (`#!/news/1`), else `""`.
        user: what stands before an `@` in front of the host, unescaped.
    """

    url: str
    host: str
    port: str
    path: str
    query: tuple[tuple[str, str], ...]
    route: str
    user: str

    @cached_property
    def key(self) -> tuple[object, ...]:
        """Equal for two addresses of one article; see `names_same` for the one exception."""
        path = self.path.rstrip("/") or "/"
        host = self.host.removeprefix("www.")
        return host, self.port, path, tuple(sorted(self.query)), self.route

    def names_same(self, other: Address) -> bool:
        """Whether both name one article."""
        if self.key != other.key:
            return False
        return self.host == other.host or site_of(self.host) == site_of(other.host)

    @cached_property
    def unicode_host(self) -> str:
        """The host as a browser shows it."""
        return idna_to_unicode(self.host) if "xn--" in self.host else self.host

    @property
    def is_home(self) -> bool:
        """Whether it is the first page of its host."""
        return self.path in {"/", ""} and not self.query and not self.route


@lru_cache(maxsize=4096)
def parse_address(url: str) -> Address | None:
    """Take an absolute address apart; None when it is not http or https.

    >>> parse_address("HTTP://WWW.Orig.kz:80/%7Ea/?utm_source=x&id=1").key
    ('orig.kz', '', '/~a', (('id', '1'),), '')
    """
    parsed = _parse(url)
    if parsed is None:
        return None
    if parsed.protocol not in {"http:", "https:"}:
        return None
    fragment = parsed.hash
    return Address(
        url=parsed.href,
        host=parsed.hostname.rstrip("."),
        port=parsed.port,
        path=_SESSION.sub("", _plain_path(parsed.pathname)),
        query=_identifying(parsed.search.removeprefix("?"), parsed.pathname),
        route=fragment if fragment.startswith(("#!", "#/")) and len(fragment) > 2 else "",  # noqa: PLR2004
        user=f"{parsed.username} {parsed.password}".strip(),
    )


def same_address(first: str, second: str) -> bool:
    """Whether two addresses name one article.

    >>> same_address("https://www.orig.kz/news/1/", "http://orig.kz/news/1?fbclid=a#top")
    True
    >>> same_address("https://orig.kz/news/1", "https://orig.kz/news/1?ref=partner.com")
    True
    >>> same_address("https://orig.kz/?id=1", "https://orig.kz/?id=2")
    False
    """
    if first == second:
        return True
    one, other = parse_address(first), parse_address(second)
    return one is not None and other is not None and one.names_same(other)


@lru_cache(maxsize=4096)
def site_of(host: str) -> str | None:
    """The registrable domain of a host, None for a public suffix; a numeric host is its own site.

    >>> site_of("sport.orig.com.kz"), site_of("com.kz"), site_of("127.0.0.1")
    ('orig.com.kz', None, '127.0.0.1')
    """
    if host.startswith("[") or host.rpartition(".")[2].isdigit() or "." not in host:
        return host
    site: str | None = suffixes(unknown=True).privatesuffix(host)
    return site


def _parse(url: str) -> URL | None:
    """Most addresses are absolute already; what is not gets the help of `resolve`."""
    try:
        return URL(url)
    except ValueError:
        pass
    try:
        return URL(resolve(url))
    except ValueError:
        return None


def _plain_path(path: str) -> str:
    """Unreserved characters as themselves, other escapes in capitals (RFC 3986, 6.2.2).

    A letter and its marks are one character, also where they are written as two, as on Macs
    (RFC 3987, 5.3.2.2).
    """
    if "%" not in path:
        return path
    path = _UNRESERVED_ESCAPE.sub(lambda match: chr(int(match[0][1:], 16)), path)
    if _MARKED.search(path):
        path = _composed(path)
    return _ESCAPE.sub(lambda match: match[0].upper(), path)


def _composed(text: str) -> str:
    """An escaped text in which every letter and its marks are one character, if there is one."""
    if len(text) > _LONGEST:
        return text
    plain = _OTHER_LETTERS.sub(lambda match: unquote(match[0], errors="surrogateescape"), text)
    return quote(unicodedata.normalize("NFC", plain), safe=_ASCII, errors="surrogateescape")


def _identifying(query: str, path: str) -> tuple[tuple[str, str], ...]:
    if not query:
        return ()
    if _MARKED.search(query):
        query = _composed(query)
    pairs = parse_qsl(query, keep_blank_values=True, errors="surrogateescape")
    return tuple(
        pair for pair in pairs if not (is_tracker(pair[0]) or names_origin(*pair, path=path))
    )
