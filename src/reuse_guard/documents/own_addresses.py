"""Where a page says that it stands: its links, its JSON-LD, what browsers note that save it."""

from __future__ import annotations

import re
from itertools import chain, islice, takewhile
from typing import TYPE_CHECKING, Final

from lxml import etree

from reuse_guard.documents.html_tree import source_line
from reuse_guard.documents.linked_data import OF_A_THING, addresses_of, text_of
from reuse_guard.documents.model import BELOW_HEAD
from reuse_guard.expressions import expression
from reuse_guard.urls.identity import parse_address
from reuse_guard.urls.relation import articles_among, may_be_article
from reuse_guard.urls.resolve import resolve

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from reuse_guard.documents.linked_data import Thing

Linked = dict[str, list[tuple[str, int]]]
"""Absolute addresses of `<link>` elements by what they link to, with their lines."""

# Of browsers ("Save page as") and of SingleFile; both stand before the head.
_SAVED = expression(
    r"\s*(?:saved from url=\(\d+\)|Page saved with SingleFile(?: Lite)?\s+url:)\s*(https?://\S+)",
    re.IGNORECASE,
)
_CANONICAL_IN: Final = {"canonical": ("head", "html"), BELOW_HEAD: ("body",)}
_MOST_COMMENTS: Final = 5
_MOST_DECLARED: Final = 100  # each is held against each; of 181 news pages none has ten


def linked_addresses(elements: Iterable[etree._Element], base: str | None) -> Linked:
    """Where the `<link>` elements lead that tell of the page's own address."""
    found: Linked = {"canonical": [], "amphtml": [], "alternate": [], "shortlink": []}
    for element in elements:
        href = element.get("href")
        rel = element.get("rel")
        if not href or not rel:
            continue
        for kind in found.keys() & rel.lower().split():
            if kind != "alternate" or element.get("hreflang"):
                found[kind].append((resolve(href, base), source_line(element)))
    return found


def canonical_addresses(
    elements: Sequence[etree._Element], base: str | None
) -> Iterator[tuple[str, str, int]]:
    """The kind, address and line of canonical links where search engines may take them.

    That is in the head. Right in the body stand those of 7 of 164 saved pages, whose heads end at
    an element that belongs to no head; deeper ones are ignored by all.
    """
    for kind, places in _CANONICAL_IN.items():
        inside = [one for one in elements if next(one.iterancestors(), one).tag in places]
        for address, line in linked_addresses(inside, base)["canonical"]:
            yield kind, address, line


def own_addresses(
    root: etree._Element,
    linked: Linked,
    named: Sequence[str],
    things: Sequence[Thing],
    titles: Sequence[str],
) -> tuple[str, ...]:
    """Every address that a page declares as its own, the best first.

    A home page or a section among them is none where an article below it is declared as well. What
    stands in JSON-LD, and where the page was saved from, count where neither a canonical link nor
    og:url names an article: on a page of several articles JSON-LD may be of another one.

    Args:
        root: of the page.
        linked: what its `<link>` elements say.
        named: what its og:url says.
        things: its articles in JSON-LD.
        titles: what it calls its article.
    """
    declared = [*(address for address, _ in linked["canonical"]), *named]
    if not any(map(may_be_article, declared)):
        weaker = (*_saved_from(root), *_told(things, titles))
        declared += filter(may_be_article, weaker)
    own = list(_without_sections(declared))
    # What stands below the article makes no section of it: an AMP version, a translation.
    own += [address for kind in ("amphtml", "alternate") for address, _ in linked[kind]]
    short = (_absolute(address, own) for address, _ in linked["shortlink"])
    own += filter(may_be_article, short)
    return tuple(dict.fromkeys(own))


def _without_sections(urls: Iterable[str]) -> tuple[str, ...]:
    parsed = {url: parse_address(url) for url in islice(dict.fromkeys(urls), _MOST_DECLARED)}
    known = articles_among([address for address in parsed.values() if address])
    return tuple(url for url, address in parsed.items() if address is None or address in known)


def _absolute(url: str, declared: Iterable[str]) -> str:
    """An address as it is on the site of those that are known: WordPress has `/?p=4711`."""
    base = next(filter(parse_address, declared), None) if url.startswith("/") else None
    return resolve(url, base)


def _saved_from(root: etree._Element) -> Iterator[str]:
    inside = takewhile(lambda child: isinstance(child, etree._Comment), root)
    comments = chain(root.itersiblings(etree.Comment, preceding=True), inside)
    for comment in islice(comments, _MOST_COMMENTS):
        if found := _SAVED.match(comment.text or ""):
            yield found[1]


def _told(things: Sequence[Thing], titles: Sequence[str]) -> tuple[str, ...]:
    """What JSON-LD calls the address of the page's article; nothing where it names several."""
    named = [thing for thing in things if text_of(thing, "headline") in titles]
    for chosen in (things, named):
        urls = [url for thing in chosen for name in OF_A_THING for url in addresses_of(thing, name)]
        found = filter(None, map(parse_address, filter(may_be_article, dict.fromkeys(urls))))
        articles = list(found)
        kept = articles_among(articles) if len(articles) <= _MOST_DECLARED else []
        if len({address.key for address in kept}) == 1:
            return (kept[0].url,)
    return ()
