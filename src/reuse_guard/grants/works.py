"""Which works a grant names: addresses, patterns of addresses."""

from __future__ import annotations

import re
from functools import lru_cache

from reuse_guard.expressions import expression
from reuse_guard.urls.hosts import covers_host, host_name, is_whole_host
from reuse_guard.urls.identity import parse_address
from reuse_guard.urls.relation import Article, Relation

ANY = "*"
_SAME = frozenset({Relation.ARTICLE, Relation.RESPELT, Relation.VARIANT})
_PATTERN = expression(
    r"(?:https?://)?(?P<any>\*\.)?(?P<host>[^/?#*:\s]+|\*)(?P<rest>[/?]\S*)?", re.IGNORECASE
)

# A path alone, such as `/news/1`, would be read as an address on the host `news`.
_HOST_FIRST = expression(r"(?:https?://)?[^/]", re.IGNORECASE)


def check_work(work: str) -> str:
    """An address or a pattern of addresses, if it can match anything.

    Raises:
        ValueError: it is neither.
    """
    work = work.strip()
    if ANY in work:
        found = _PATTERN.fullmatch(work)
        if found and (found["host"] == ANY or is_whole_host(found["host"])):
            return work
        msg = (
            f"{work!r} is not a pattern of addresses; write https://news.example/politics/*"
            " (in the host, * may only stand for what comes before it: *.news.example)"
        )
    elif _HOST_FIRST.match(work) and is_whole_host(host_of(work) or ""):
        return work
    else:
        msg = f"{work!r} is not the address of a work; write it as https://news.example/article"
    raise ValueError(msg)


def names_work(work: str, url: str) -> bool:
    """Whether an address is the work that a grant names, or fits its pattern.

    A pattern is held against host and path apart, so that `*` never reaches into another host.

    >>> names_work("https://orig.kz/news/*", "http://www.orig.kz/news/1?utm_source=x")
    True
    >>> names_work("https://orig.kz/*", "https://orig.kz.evil.com/1")
    False
    """
    if ANY not in work:
        return _is_article(_with_scheme(work), url)
    address, found = parse_address(url), _PATTERN.fullmatch(work)
    if address is None or found is None:
        return False
    if not _host_fits(found["host"], address.host, under=bool(found["any"])):
        return False
    query = "&".join(f"{name}={value}" for name, value in address.query)
    path = f"{address.path}?{query}" if query else address.path
    pieces = _pieces(found["rest"] or "/*")
    bare = path.rstrip("/")  # a slash at the end tells no articles apart
    return _fits(pieces, bare) or _fits(pieces, f"{bare}/")


def _is_article(work: str, url: str) -> bool:
    """Whether both are addresses of one article, such as its page for phones."""
    address = parse_address(work)
    return address is not None and Article.of([url]).relate(address).relation in _SAME


def host_of(work: str) -> str | None:
    """The host of a work or of a pattern of works; None where that is any host.

    >>> host_of("https://orig.kz/news/*"), host_of("*.orig.kz/*"), host_of("*/news/*")
    ('orig.kz', 'orig.kz', None)
    """
    found = _PATTERN.fullmatch(work) if ANY in work else None
    if found is not None:
        return None if found["host"] == ANY else found["host"]
    address = parse_address(_with_scheme(work))
    return address.host if address else None


def _host_fits(named: str, host: str, *, under: bool) -> bool:
    if named == ANY:
        return True
    return covers_host(named, host) if under else host_name(named) == host_name(host)


@lru_cache(maxsize=1024)
def _pieces(rest: str) -> tuple[str, ...]:
    """What stands between the stars of a pattern, escaped as `parse_address` escapes paths."""
    return tuple(_escaped(piece) for piece in rest.split(ANY))


def _escaped(piece: str) -> str:
    path, mark, query = piece.partition("?")
    address = parse_address(f"https://x/{path.removeprefix('/')}")
    escaped = address.path if address and path else "/"
    return escaped[not path.startswith("/") :] + mark + query


def _fits(pieces: tuple[str, ...], path: str) -> bool:
    """Whether the pieces stand in the path in order, the first and the last at its ends.

    Takes time linear in the path, whatever the pattern; a regular expression would not.
    """
    if len(pieces) == 1:
        return path == pieces[0]
    first, *inner, last = pieces
    if not path.startswith(first):
        return False
    place = len(first)
    for piece in inner:
        found = path.find(piece, place)
        if found < 0:
            return False
        place = found + len(piece)
    return len(path) - len(last) >= place and path.endswith(last)


def _with_scheme(work: str) -> str:
    return work if "://" in work else f"https://{work}"
