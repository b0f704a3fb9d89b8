"""Where a link leads, seen from the original, whatever stands in between."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from reuse_guard.backlinks.model import Flaw
from reuse_guard.backlinks.sentences import TO_ARTICLE
from reuse_guard.documents.mentions import as_url, prolonged
from reuse_guard.documents.model import Format, Link, LinkKind
from reuse_guard.documents.templates import is_template, leads_home
from reuse_guard.expressions import expression
from reuse_guard.frozen import frozen
from reuse_guard.text.spans import Span
from reuse_guard.urls.identity import parse_address
from reuse_guard.urls.relation import Article, Related, Relation
from reuse_guard.urls.resolve import resolve
from reuse_guard.urls.shorteners import may_lead_to
from reuse_guard.urls.sieve import Sieve
from reuse_guard.urls.slips import mended
from reuse_guard.urls.wrappers import Wrapper, unwrap

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from reuse_guard.documents.model import Document
    from reuse_guard.urls.identity import Address
    from reuse_guard.urls.wrappers import Wrapped

_ADDRESS_IN_SCRIPT = expression(r"https?:\\?/\\?/[^\s'\"<>]+", re.IGNORECASE)
_ONE_SLASH = expression(r"https?:(?![/\\]{2})", re.IGNORECASE)
_ELSEWHERE: Final = frozenset({Relation.UNRELATED, Relation.LOOKALIKE, Relation.NETWORK})
# Where the candidate stands is not always known, and a redirector of its own site tells all.
_SOMEWHERE: Final = "https://candidate.invalid/"
_ABSOLUTE = expression(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)


@frozen
class Target:
    """A link that has to do with the original, and where it leads.

    Attributes:
        link: as the candidate has it.
        url: its address.
        related: how what it leads to is related to the original.
        leads_to: the address it ends at; `""` when it cannot be told.
        wrapper: what stands in between, or None.
        scripted: it takes a script to follow it.
        slip: what is mistyped about it, so that it does not lead there, or not from every page.
    """

    link: Link
    url: str
    related: Related
    leads_to: str
    wrapper: Wrapper | None
    scripted: bool
    slip: Flaw | None = None


def find_target(link: Link, article: Article, shorteners: Mapping[str, str]) -> Target | None:
    """Where a link leads; None when that has nothing to do with the original.

    Args:
        link: of the candidate.
        article: the original's addresses.
        shorteners: where shortened addresses lead, by address.
    """
    if is_template(link.href):
        return _templated(link, article, shorteners)
    found = _follow(link, article, shorteners)
    if link.kind is not LinkKind.HYPERLINK:
        return found
    is_elsewhere = found is None or found.related.relation in _ELSEWHERE
    slip = _slip(link.href.strip(), article, is_elsewhere=is_elsewhere)
    if slip is not None:
        seeming = Related(Relation.LOOKALIKE)
        return Target(link, link.url, seeming, link.url, None, scripted=False, slip=slip)
    # Only where the page itself stands on http does one slash lead to another site.
    if found is not None and not is_elsewhere and _ONE_SLASH.match(found.url):
        return replace(found, slip=Flaw.MISTYPED)
    return found


def unbroken(link: Link, candidate: Document, article: Article) -> Link:
    """An address in plain text with the lines that it was broken over, where that is the article's.

    Args:
        link: of the candidate.
        candidate: the page or text.
        article: the original's addresses.
    """
    if candidate.format is not Format.TEXT or _is_article(link.url, article):
        return link
    longer = map(as_url, prolonged(candidate.text, Span(link.start, link.stop)))
    whole = next((url for url in longer if _is_article(url, article)), None)
    return link if whole is None else link._replace(href=whole, url=whole, anchor=whole)


def _is_article(url: str, article: Article) -> bool:
    address = parse_address(url)
    return address is not None and article.relate(address).relation is Relation.ARTICLE


def _templated(link: Link, article: Article, shorteners: Mapping[str, str]) -> Target | None:
    """The target of a link whose address a site generator fills in, as far as it can be told."""
    if not is_template(link.url):
        found = _follow(link, article, shorteners)
        return found and replace(found, slip=Flaw.TEMPLATED)
    host = parse_address(link.href.partition("{")[0].partition("<")[0])
    is_elsewhere = host is not None and article.relate(host).relation in _ELSEWHERE
    if not link.kind.may_be_link or leads_home(link.href) or is_elsewhere:
        return None
    nowhere = Related(Relation.UNRELATED)
    return Target(link, link.href, nowhere, "", None, scripted=False, slip=Flaw.TEMPLATED)


def is_served(candidate: Document) -> bool:
    """Whether a candidate is a page as its readers get it, where nothing is filled in any more.

    A project's templates have an address as well, that of its site, and other commands in them.
    """
    address = parse_address(candidate.url or "")
    if candidate.format is not Format.HTML or address is None or address.path in {"", "/"}:
        return False
    return not (candidate.text.startswith("---") or is_template(candidate.text))


def links_to(candidate: Document, urls: Iterable[str]) -> bool:
    """Whether a candidate has, or may have, a hyperlink to an article, seen by a reader or not.

    Args:
        candidate: the page or text.
        urls: addresses of the article.
    """
    article = Article.of(urls)
    sieve = Sieve(article)
    links = (link for link in candidate.links if link.kind.may_be_link)
    targets = (find_target(link, article, {}) for link in links if sieve.passes(link.url))
    return any(
        target.related.relation in TO_ARTICLE and target.wrapper is not Wrapper.SHARE
        for target in targets
        if target is not None
    )


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
    wrapped = _wrapped(url, address, article, shorteners)
    if wrapped is not None and not wrapped.url and wrapped.wrapper is Wrapper.SHORTENER:
        hosts = [own.host for own in article.addresses]
        may_lead = address is None or may_lead_to(address.host, link.anchor, hosts)
        if link.kind is not LinkKind.HYPERLINK or not may_lead:
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


def _wrapped(
    url: str, address: Address | None, article: Article, shorteners: Mapping[str, str]
) -> Wrapped | None:
    """What an address stands for; nothing where it has one in its path and a disguise before it."""
    wrapped = unwrap(url if _ABSOLUTE.match(url) else resolve(url, _SOMEWHERE), shorteners)
    if wrapped is None or wrapped.wrapper is not Wrapper.PATH or address is None:
        return wrapped
    before_path = replace(address, path="/", query=(), route="")
    is_disguised = article.relate(before_path).relation is Relation.LOOKALIKE
    return None if is_disguised else wrapped


def _slip(href: str, article: Article, *, is_elsewhere: bool) -> Flaw | None:
    """What makes a browser look elsewhere for what is meant to be the publisher's address."""
    host = href.partition("/")[0]
    if host and {":", "@", "#", "?"}.isdisjoint(host) and _is_known(f"https://{href}", article):
        return Flaw.NO_SCHEME
    meant = mended(href) if is_elsewhere else None
    return Flaw.MISTYPED if meant and _is_known(meant, article) else None


def _is_known(url: str, article: Article) -> bool:
    address = parse_address(url)
    return address is not None and article.relate(address).relation not in _ELSEWHERE
