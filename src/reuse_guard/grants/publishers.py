"""Whether two names are those of one publisher."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reuse_guard.expressions import expression
from reuse_guard.text.folding import fold_word
from reuse_guard.urls.hosts import covers_host, host_name, is_whole_host
from reuse_guard.urls.identity import parse_address

if TYPE_CHECKING:
    from collections.abc import Iterable

_WORD = expression(r"\w+")
_BRACKETED = expression(r"\(([^()]*)\)")
_SCHEME = expression(r"https?://", re.IGNORECASE)


def is_of_publisher(name: str, urls: Iterable[str], publishers: Iterable[str]) -> bool:
    """Whether an article is of the publisher of this name, for certain.

    Args:
        name: of the publisher, as a letter has it: a brand, or the host of its site. What stands in
            its brackets tells publishers of one name apart, and names none by itself: two of one
            country or of one legal form share it.
        urls: addresses of the article.
        publishers: names by which the article's publisher is known; what stands in brackets is
            another name of it.

    >>> is_of_publisher("QAZMONITOR", [], ["The Qazaqstan Monitor (QazMonitor)"])
    True
    >>> is_of_publisher("Other Media (Kazakhstan)", [], ["Steppe Courier (Kazakhstan)"])
    False
    >>> is_of_publisher("qazmonitor.com", ["https://m.qazmonitor.com/news/1"], [])
    True
    """
    own = _SCHEME.sub("", name.strip(), count=1).removesuffix("/")
    if any(_is_named(own, known) for known in publishers):
        return True
    host = host_name(own)
    if host is None or not is_whole_host(host):
        return False
    return any(covers_host(host, address.host) for address in map(parse_address, urls) if address)


def _is_named(own: str, known: str) -> bool:
    """Whether both are one name, or the one without its brackets is any name of the other."""
    if _folded(own) and _folded(own) == _folded(known):
        return True
    named = _folded(_BRACKETED.sub(" ", own))
    names = (_BRACKETED.sub(" ", known), *_BRACKETED.findall(known))
    return bool(named) and named in map(_folded, names)


def _folded(name: str) -> str:
    return " ".join(map(fold_word, _WORD.findall(name)))
