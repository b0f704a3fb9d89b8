"""A cheap first look at an address: can it have to do with the original at all?

A news page links to a hundred places that have not. Taking each of their addresses apart costs
more than parsing the page, so most are let go by their host and a search for telling marks.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from reuse_guard.expressions import expression
from reuse_guard.urls.identity import parse_address
from reuse_guard.urls.networks import network_of
from reuse_guard.urls.relation import Article, Relation
from reuse_guard.urls.shorteners import SHORTENERS
from reuse_guard.urls.wrappers import coded_paths

if TYPE_CHECKING:
    from collections.abc import Iterable

# An address inside another one: written out, escaped, in base64, without its protocol, or after
# the name of a user.
_INSIDE: Final = r"http|ahr0c|=//|%2f%2f|@"
_HOST = expression(r"https?://([^/?#]+)", re.IGNORECASE)


class Sieve:
    """Lets pass every address that may lead to an article, and few others."""

    def __init__(self, article: Article, shortened: Iterable[str] = ()) -> None:
        """Prepare for one article and the shortened addresses that the caller knows."""
        self._article = article
        names = {own.host.removeprefix("www.") for own in article.addresses}
        # A host in other letters stands escaped in a path.
        escaped = ("%[cd]", "xn--") if any("xn--" in name for name in names) else ()
        self._marks = expression("|".join([_INSIDE, *map(re.escape, sorted(names)), *escaped]))
        self._known: dict[str, bool] = {}
        for address in filter(None, map(parse_address, shortened)):
            self._known[address.host] = True

    def passes(self, url: str) -> bool:
        """Whether it is worth while to take the address apart.

        Args:
            url: as `resolve` gives it.
        """
        match = _HOST.match(url)
        if match is None and url.startswith("/"):
            return self._marks.search(url.lower()) is not None
        if match is None:
            return not url.startswith(("#", "mailto:", "tel:"))
        host = match[1]
        telling = self._known.get(host)
        if telling is None:
            telling = self._known[host] = self._is_telling(host)
        return telling or self._marks.search(url.lower(), match.end()) is not None

    def _is_telling(self, host: str) -> bool:
        """Whether the host alone says that the address may matter."""
        address = parse_address(f"https://{host}/-")
        if address is None or "@" in host:
            return True
        name = address.host.removeprefix("www.")
        if name in SHORTENERS or coded_paths(name) or name.endswith(".translate.goog"):
            return True
        if network_of(name):
            return True
        return self._article.relate(address).relation is not Relation.UNRELATED
