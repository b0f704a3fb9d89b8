"""What the candidate's page declares, loads and keeps of the original."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from reuse_guard.backlinks import directives
from reuse_guard.documents.model import BELOW_HEAD, Format, LinkKind
from reuse_guard.expressions import expression
from reuse_guard.frozen import frozen
from reuse_guard.urls.identity import parse_address
from reuse_guard.urls.known import KnownAddresses
from reuse_guard.urls.resolve import resolve
from reuse_guard.urls.wrappers import Wrapper, unwrap

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from reuse_guard.documents.model import Document
    from reuse_guard.text.spans import Span

CANONICAL = "canonical"
# What a page loads, as signals of the reader name it.
EMBEDDED = frozenset({"image", "script", "frame"})
IMAGE = "image"
_FULL = expression(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)


@frozen
class PageFacts:
    """What is known of the candidate's page.

    Attributes:
        is_seen: the page itself was read. Of Markdown only the text and what its front matter
            says of the page to come are known, so that nothing is known to be absent.
        canonical: addresses of its canonical tags.
        names_original: they are addresses of the original; None where only some are, or where one
            outside of the head is, which search engines may ignore.
        noindex: a robots tag keeps search engines out; None where only single ones are told.
        embedded: addresses of the images, scripts and frames it loads.
        lost_links: addresses that the original links in words that were copied, and the
            candidate does not link.
        unsure_links: such addresses of which this cannot be told, since one of the two links
            is relative and nobody knows to what.
        pictures: addresses of images of the original that the candidate loads.
        has_pictures: it loads any image.
    """

    is_seen: bool = True
    canonical: tuple[str, ...] = ()
    names_original: bool | None = False
    noindex: bool | None = False
    embedded: tuple[str, ...] = ()
    lost_links: tuple[str, ...] = ()
    unsure_links: tuple[str, ...] = ()
    pictures: tuple[str, ...] = ()
    has_pictures: bool = False


def read_page(  # noqa: PLR0913 - a pair and what is known of it
    original: Document,
    candidate: Document,
    original_urls: Iterable[str],
    copied: Iterable[Span],
    *,
    alike: frozenset[str] = frozenset(),
    headers: Mapping[str, str] | None = None,
) -> PageFacts | None:
    """What the page tells; None for plain text.

    Args:
        original: the article.
        candidate: the page.
        original_urls: every known address of the original.
        copied: runs of copied words, characters of the original's text.
        alike: reasons for which most of the copied text is hidden, and links in it with it.
        headers: of the candidate's HTTP response.
    """
    if candidate.format is Format.TEXT:
        return None
    urls = KnownAddresses(known := tuple(original_urls))
    canonical = _addresses(candidate, {CANONICAL})
    images = _addresses(candidate, {IMAGE})
    bases = _Bases.of(known, candidate)
    own = KnownAddresses(_full(_addresses(original, {IMAGE}), bases.original))
    lost, unsure = _lost_links(original, candidate, tuple(copied), alike, bases)
    return PageFacts(
        is_seen=candidate.format is Format.HTML,
        canonical=canonical,
        names_original=_all_or_none(
            [url in urls for url in canonical],
            is_below=any(url in urls for url in _addresses(candidate, {BELOW_HEAD})),
        ),
        noindex=directives(candidate, headers).told("noindex"),
        embedded=_addresses(candidate, EMBEDDED),
        # To a note of its own, to its top.
        lost_links=tuple(url for url in lost if url not in urls),
        unsure_links=tuple(url for url in unsure if url not in urls),
        pictures=tuple(image for image in _full(images, bases.candidate) if image in own),
        has_pictures=bool(images),
    )


def _all_or_none(in_head: list[bool], *, is_below: bool) -> bool | None:
    """Whether the canonical links name the original; None where search engines may see it so."""
    if in_head and all(in_head):
        return True
    return None if any(in_head) or is_below else False


class _Bases(NamedTuple):
    """What relative addresses of the two are resolved against; those of two sites never compare.

    Attributes:
        original: its address.
        candidate: its address, or the one that it declares on a site of its own: a page that
            names the original as canonical does not stand there.
    """

    original: str | None
    candidate: str | None

    @classmethod
    def of(cls, urls: tuple[str, ...], candidate: Document) -> _Bases:
        """Those of a pair; `urls` are the addresses of the original."""
        known = [address for url in urls if (address := parse_address(url))]
        hosts = {address.host for address in known}
        declared = filter(None, map(parse_address, candidate.canonical_urls))
        own = (address.url for address in declared if address.host not in hosts)
        return cls(known[0].url if known else None, candidate.url or next(own, None))


def _full(urls: Iterable[str], base: str | None) -> tuple[str, ...]:
    """The addresses in full; those of which no page is known stay away."""
    resolved = (url if _FULL.match(url) else resolve(url, base) for url in urls)
    return tuple(url for url in resolved if _FULL.match(url))


def _addresses(document: Document, kinds: Iterable[str]) -> tuple[str, ...]:
    wanted = frozenset(kinds)
    return tuple(dict.fromkeys(s.url for s in document.signals if s.kind in wanted))


def _lost_links(
    original: Document,
    candidate: Document,
    copied: tuple[Span, ...],
    alike: frozenset[str],
    bases: _Bases,
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The links that were not kept, and those of which it cannot be told."""
    linked = dict.fromkeys(
        link.url
        for link in original.links
        if link.kind is LinkKind.HYPERLINK
        and not link.hidden
        and original.blocks[link.block].role.is_body
        and any(run.start < link.stop and link.start < run.stop for run in copied)
    )
    sought = _full(linked, bases.original)
    if not linked:
        return (), ()
    links = [
        link.url
        for link in candidate.links
        if link.kind.may_be_link and (not link.hidden or link.hidden in alike)
    ]
    shown = _full(links, bases.candidate)
    missing = _without(_without(sought, shown), map(_behind_redirector, shown))
    # Elsewhere than on the candidate's site these lead to other pages.
    loose = set(links) if bases.candidate is None else set()
    unsure = [url for url in missing if _path_of(url) in loose]
    lost = tuple(url for url in missing if url not in unsure)
    if bases.original is None:
        unsure += [url for url in linked if not _FULL.match(url) and url[:1] not in ("", "#")]
    return lost, tuple(unsure)


def _path_of(url: str) -> str:
    """An address without its site."""
    return "/" + "".join(url.split("/", 3)[3:])


def _without(addresses: Iterable[str], others: Iterable[str]) -> tuple[str, ...]:
    """The addresses that are none of the others, which are looked at only where there are any."""
    sought = tuple(addresses)
    known = KnownAddresses(filter(None, others)) if sought else ()
    return tuple(url for url in sought if url not in known)


def _behind_redirector(url: str) -> str:
    """Where a link leads that a site counts clicks of; empty for any other."""
    wrapped = unwrap(url)
    return wrapped.url if wrapped and wrapped.wrapper is Wrapper.REDIRECTOR else ""
