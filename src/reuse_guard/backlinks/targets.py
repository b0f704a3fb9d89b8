"""Where a link leads, seen from the original, whatever stands in between."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from reuse_guard.documents.model import Link, LinkKind
from reuse_guard.urls.identity import parse_address
from reuse_guard.urls.relation import Article, Related, Relation
from reuse_guard.urls.resolve import resolve
from reuse_guard.urls.wrappers import Wrapper, unwrap

if TYPE_CHECKING:
    from collections.abc import Mapping

_ADDRESS_IN_SCRIPT = re.compile(r"https?:\\?/\\?/[^\s'\"<>]+", re.IGNORECASE)
_ELSEWHERE: Final = frozenset({Relation.UNRELATED, Relation.LOOKALIKE})
# Where the candidate stands is not always known, and a redirector of its own site tells all.
_SOMEWHERE: Final = "https://candidate.invalid/"
_SCHEME: Final = 12  # characters; an address inside another begins later


@dataclass(frozen=True, slots=True)
class Target:
    """A link that has to do with the original, and where it leads.

    Attributes:
        link: as the candidate has it.
        url: its address.
        related: how what it leads to is related to the original.
        leads_to: the address it ends at; `""` when it cannot be told.
        wrapper: what stands in between, or None.
        scripted: it takes a script to follow it.
        lacks_scheme: only with `https://` before it would it lead there.
    """

    link: Link
    url: str
    related: Related
    leads_to: str
    wrapper: Wrapper | None
    scripted: bool
    lacks_scheme: bool = False


def find_target(link: Link, article: Article, shorteners: Mapping[str, str]) -> Target | None:
    """Where a link leads; None when that has nothing to do with the original.

    Args:
        link: of the candidate.
        article: the original's addresses.
        shorteners: where shortened addresses lead, by address.
    """
    if _lacks_scheme(link, article):
        seeming = Related(Relation.LOOKALIKE)
        return Target(link, link.url, seeming, link.url, None, scripted=False, lacks_scheme=True)
    return _follow(link, article, shorteners)


def _follow(link: Link, article: Article, shorteners: Mapping[str, str]) -> Target | None:
    """As `find_target`, of a link that is written as its author means it."""
    url, scripted = link.url, link.kind is LinkKind.SCRIPTED
    if url[:11].lower() == "javascript:":
        inside = _ADDRESS_IN_SCRIPT.search(url)
        url, scripted = (inside[0].replace("\\", ""), True) if inside else ("", True)
    address = parse_address(url)
    outer = article.relate(address) if address else Related(Relation.UNRELATED)
    if outer.relation not in _ELSEWHERE:
        return Target(link, url, outer, url, None, scripted)
    wrapped = unwrap(url if "://" in url[:_SCHEME] else resolve(url, _SOMEWHERE), shorteners)
    if wrapped is not None and not wrapped.url and wrapped.wrapper is Wrapper.SHORTENER:
        if link.kind is not LinkKind.HYPERLINK:
            return None
        return Target(link, url, Related(Relation.UNRELATED), "", wrapped.wrapper, scripted)
    inner = parse_address(wrapped.url) if wrapped is not None else None
    if wrapped is not None and inner is not None:
        related = article.relate(inner)
        if related.relation is not Relation.UNRELATED:
            return Target(link, url, related, inner.url, wrapped.wrapper, scripted)
    if outer.relation is Relation.UNRELATED:
        return None
    return Target(link, url, outer, url, None, scripted)


def _lacks_scheme(link: Link, article: Article) -> bool:
    """Whether a browser looks on the page's own site for what begins with the publisher's host."""
    href = link.href.strip()
    host = href.partition("/")[0]
    if link.kind is not LinkKind.HYPERLINK or not host or not {":", "@", "#", "?"}.isdisjoint(host):
        return False
    meant = parse_address(f"https://{href}")
    return meant is not None and article.relate(meant).relation not in _ELSEWHERE
