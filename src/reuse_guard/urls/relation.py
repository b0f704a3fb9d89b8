"""Where an address leads, seen from the original: the article, a variant, the home page ..."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING, Final

from reuse_guard.expressions import expression
from reuse_guard.frozen import frozen
from reuse_guard.urls.identity import Address, parse_address, site_of
from reuse_guard.urls.lookalike import lookalike_reason
from reuse_guard.urls.nearby import is_number_of, is_other_view, is_punctuated, is_renamed
from reuse_guard.urls.networks import is_page_of
from reuse_guard.urls.parameters import names_channel, names_page, names_view, tells_article
from reuse_guard.urls.shorteners import SHORTENERS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


class Relation(StrEnum):
    """Where an address leads, seen from the original."""

    ARTICLE = "article"
    RESPELT = "respelt"  # a slash doubled, or an index page named
    PUNCTUATED = "punctuated"  # with a mark of a sentence or a space behind it
    VARIANT = "variant"  # amp, mobile or print version that the original does not declare
    EXTENDED = "extended"  # with parameters that may name another page, or the reader's way there
    OTHER_VIEW = "other_view"  # in another language, in print or at another page, by its path
    RENAMED = "renamed"  # with its number and another title
    HOME = "home"
    SECTION = "section"  # a page above the article in its site
    SAME_SITE = "same_site"  # another page of the publisher
    NETWORK = "network"  # the publisher's page, or a post of it, on a social network
    LOOKALIKE = "lookalike"  # another site that looks like the publisher's
    UNRELATED = "unrelated"


@frozen
class Related:
    """A relation, and for a look-alike what makes it look so."""

    relation: Relation
    detail: str = ""


_MOBILE_HOST = expression(r"^(?:www\.)?(?:m|amp|mobile|wap|touch|lite|pda|3g)\.(?=[^.]+\.)")
_VARIANT_PATH = expression(
    r"^/(?:m|mobile)(?=/)|/amp(?=/)|[/.](?:amp|amphtml|print|mobile)(?:\.html?)?/?\Z"
    r"|/(?:index|default)\.(?:html?|php|aspx?)\Z|/+(?=/)",
    re.IGNORECASE,
)
_AMP_PAGE = expression(r"\.amp(?=\.html?\Z)", re.IGNORECASE)
_VARIANT_PARAMETERS: Final = frozenset(
    {"amp", "outputtype", "m", "mobile", "print", "view", "nowprocket", "tpl"}
)
_VARIANT_VALUES: Final = frozenset({"", "1", "amp", "true", "yes", "y", "mobile", "print"})
_LANGUAGE_HOME = expression(
    r"/(?:[a-z]{2}|kaz|rus|eng|qaz|uzb|kir)(?:[-_][a-z]{2})?/?\Z", re.IGNORECASE
)
_YEAR = expression(r"(?:19|20)\d\d")
_SLASHES = expression(r"/+(?=/)")
_INDEX = expression(r"/(?:index|default)\.(?:html?|php|aspx?)\Z", re.IGNORECASE)


@dataclass(frozen=True)
class Article:
    """The addresses of an original.

    Attributes:
        addresses: all that name the article, the best known first; empty when none is known.
        home: the publisher's home page where it is not the first page of the article's host.
    """

    addresses: tuple[Address, ...]
    home: Address | None = None

    @classmethod
    def of(cls, urls: Iterable[str], home: str | None = None) -> Article:
        """Gather what is known of an original's address.

        A page that declares its site's first page or a section as its own address (a common slip in
        og:url) does not make that page the article. The best known address is no section, whatever
        is declared below it: a live blog, a gallery, a translation.
        """
        parsed = [parse_address(url) for url in dict.fromkeys(urls)]
        known = [address for address in parsed if address is not None]
        best = next((address for address in known if not is_home(address)), None)
        articles = articles_among(known)
        if best is not None and best not in articles:
            articles.insert(0, best)
        return cls(tuple(articles), parse_address(home) if home else None)

    @property
    def is_known(self) -> bool:
        """Whether any address is known; without one no link can be recognised."""
        return bool(self.addresses)

    def relate(self, address: Address) -> Related:
        """How an address relates to this article."""
        if any(address.names_same(own) for own in self.addresses):
            return Related(Relation.ARTICLE)
        near = [
            own
            for own in self.addresses
            if same_site(address.host, own.host) and own.host not in SHORTENERS
        ]
        if self.home and address.names_same(self.home):
            return Related(Relation.HOME)
        if near:
            return Related(self._on_same_site(address, near))
        if any(is_page_of(address, own) for own in self.addresses):
            return Related(Relation.NETWORK)
        for own in self.addresses:
            detail = lookalike_reason(address, own)
            if detail:
                return Related(Relation.LOOKALIKE, detail)
        return Related(Relation.UNRELATED)

    @cached_property
    def _respelt_keys(self) -> frozenset[tuple[object, ...]]:
        return frozenset(map(_respelt_key, self.addresses))

    @cached_property
    def _variant_keys(self) -> frozenset[tuple[object, ...]]:
        return frozenset(map(_variant_key, self.addresses))

    def _on_same_site(self, address: Address, near: list[Address]) -> Relation:
        if _respelt_key(address) in self._respelt_keys:
            return Relation.RESPELT
        amp_page = replace(address, path=_AMP_PAGE.sub("", address.path))
        if not self._variant_keys.isdisjoint(map(_variant_key, (address, amp_page))):
            return Relation.VARIANT
        if any(is_punctuated(address, own) for own in near):
            return Relation.PUNCTUATED
        if any(_extends(address, own) for own in near):
            return Relation.EXTENDED
        if is_home(address):
            return Relation.HOME
        return self._in_its_tree(address, near)

    def _in_its_tree(self, address: Address, near: list[Address]) -> Relation:
        if any(is_other_view(address, own) for own in near):
            return Relation.OTHER_VIEW
        if any(is_renamed(address, own) or is_number_of(address, own) for own in near):
            return Relation.RENAMED
        if any(_is_above(address, own) for own in near):
            return Relation.SECTION
        return Relation.SAME_SITE


def articles_among(addresses: Sequence[Address]) -> list[Address]:
    """The addresses without home pages and sections that others of them stand below, if any do."""
    deep = [address for address in addresses if not is_home(address)] or list(addresses)
    return [one for one in deep if not any(_is_section_of(one, other) for other in deep)]


def _is_section_of(address: Address, article: Address) -> bool:
    """Whether a page above an article is a section: its last part tells no article.

    An AMP version and a translation stand below their article as well.
    """
    if not _is_above(address, article) or address.names_same(article):
        return False
    last = address.path.rstrip("/").rpartition("/")[2]
    below = article.path.rstrip("/")[len(address.path.rstrip("/")) :]
    if _variant_key(address) == _variant_key(article) or _LANGUAGE_HOME.fullmatch(below):
        return False
    return not tells_article(last) or _YEAR.fullmatch(last) is not None


def same_site(first: str, second: str) -> bool:
    """Whether two hosts belong to one registrable domain.

    >>> same_site("m.orig.kz", "www.orig.kz"), same_site("orig.kz", "evil.kz")
    (True, False)
    """
    if first == second:
        return True
    if first.split(".")[-2:] != second.split(".")[-2:]:
        return False  # a registrable domain has two labels at least
    site = site_of(first)
    return site is not None and site == site_of(second)


def is_home(address: Address) -> bool:
    """Whether an address is the first page of its host, or of a language of it."""
    if address.query or address.route:
        return False
    return bool(
        address.path == "/"
        or _LANGUAGE_HOME.fullmatch(address.path)
        or _INDEX.fullmatch(address.path)
    )


def may_be_article(url: str) -> bool:
    """Whether what a page declares is an address, and of no home page."""
    address = parse_address(url)
    return address is not None and not is_home(address)


def _is_above(address: Address, article: Address) -> bool:
    above = address.path.rstrip("/") + "/"
    return (
        not address.query
        and address.host.removeprefix("www.") == article.host.removeprefix("www.")
        and article.path.startswith(above)
    )


def _extends(address: Address, article: Address) -> bool:
    """Whether an address is the article's and has parameters more, of which none names a page.

    The article's own has to tell it from others: `/view?from=1` may be any article of `/view`.
    Where parameters of its own, or two parts of a path, do not look like an article's, it is not
    known; where they do, neither a language nor a page makes it certain that it is another.
    """
    own, extra = set(article.query), set(address.query) - set(article.query)
    if not extra or not own <= set(address.query):
        return False
    if replace(address, query=()).key != replace(article, query=()).key:
        return False
    names = {name for name, _ in own}
    is_told = tells_article(article.path) or any(tells_article(value) for _, value in own)
    if not names.isdisjoint(name for name, _ in extra):
        return False
    if any(_leads_elsewhere(*pair, is_told=is_told) for pair in extra):
        return False
    return is_told or bool(own) or article.path.strip("/").count("/") > 0


def _leads_elsewhere(name: str, value: str, *, is_told: bool) -> bool:
    """Whether a parameter names a page, or is what a button for sharing adds (`?share=twitter`)."""
    if name.lower() == "share":
        return names_channel(value)
    return names_page(name) and not (is_told and names_view(name))


def _respelt_key(address: Address) -> tuple[object, ...]:
    """The key of the article whose address this may be, spelt otherwise."""
    path = _INDEX.sub("", _SLASHES.sub("", address.path)).rstrip("/")
    host = address.host.removeprefix("www.")
    return host, address.port, path, tuple(sorted(address.query)), address.route


def _variant_key(address: Address) -> tuple[object, ...]:
    """The key of the article whose amp, mobile or print version this may be."""
    host = _MOBILE_HOST.sub("", address.host).removeprefix("www.")
    path = address.path
    for _ in range(3):  # /amp/index.html is two of them
        path = _VARIANT_PATH.sub("", path)
    query = tuple(sorted(pair for pair in address.query if not _marks_variant(*pair)))
    return host, address.port, path.rstrip("/"), query, address.route


def _marks_variant(name: str, value: str) -> bool:
    return name.lower() in _VARIANT_PARAMETERS and value.lower() in _VARIANT_VALUES
