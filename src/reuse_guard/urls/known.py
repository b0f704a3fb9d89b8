"""Addresses that many others are held against."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from reuse_guard.urls.identity import Address, parse_address

if TYPE_CHECKING:
    from collections.abc import Iterable


class KnownAddresses:
    """Some addresses, and whether another names the same as one of them; see `same_address`.

    A page loads a hundred pictures: each held against each takes longer than the rest of a check.

    >>> known = KnownAddresses(["https://www.orig.kz/1.jpg", "https://orig.kz/2.jpg"])
    >>> "http://orig.kz/1.jpg?fbclid=a" in known, "https://orig.kz/3.jpg" in known
    (True, False)
    """

    def __init__(self, urls: Iterable[str]) -> None:
        """Take every address apart once."""
        self._urls = frozenset(urls)
        self._by_key: defaultdict[tuple[object, ...], list[Address]] = defaultdict(list)
        for address in filter(None, map(parse_address, self._urls)):
            self._by_key[address.key].append(address)

    def __contains__(self, url: str) -> bool:
        """Whether an address names the same as one of these."""
        if url in self._urls:
            return True
        address = parse_address(url)
        if address is None:
            return False
        return any(address.names_same(one) for one in self._by_key.get(address.key, ()))
