"""Whether two names are those of one publisher."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reuse_guard.text.folding import fold_word
from reuse_guard.urls.hosts import covers_host, host_name
from reuse_guard.urls.identity import parse_address

if TYPE_CHECKING:
    from collections.abc import Iterable

_WORD = re.compile(r"\w+")


def is_of_publisher(name: str, urls: Iterable[str], publishers: Iterable[str]) -> bool:
    """Whether an article is of the publisher of this name, for certain.

    Args:
        name: of the publisher, as a letter has it: a brand, or the host of its site.
        urls: addresses of the article.
        publishers: names by which the article's publisher is known; what stands in brackets is
            another name of it.

    >>> is_of_publisher("QAZMONITOR", [], ["The Qazaqstan Monitor (QazMonitor)"])
    True
    >>> is_of_publisher("qazmonitor.com", ["https://m.qazmonitor.com/news/1"], [])
    True
    """
    own = set(_names(name))
    if any(own & set(_names(known)) for known in publishers):
        return True
    host = host_name(name.strip())
    if host is None or "." not in host:
        return False
    return any(covers_host(host, address.host) for address in map(parse_address, urls) if address)


def _names(name: str) -> list[str]:
    pieces = (_WORD.findall(piece) for piece in re.split(r"[()]", name))
    return [" ".join(map(fold_word, words)) for words in pieces if words]
