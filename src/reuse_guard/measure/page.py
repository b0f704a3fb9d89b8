"""What the candidate's page declares, loads and keeps of the original."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reuse_guard.documents.model import Format, LinkKind
from reuse_guard.urls.known import KnownAddresses
from reuse_guard.urls.wrappers import Wrapper, unwrap

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reuse_guard.documents.model import Document
    from reuse_guard.text.spans import Span

CANONICAL = "canonical"
# What a page loads, as signals of the reader name it.
EMBEDDED = frozenset({"image", "script", "frame"})
IMAGE = "image"


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What is known of the candidate's page.

    Attributes:
        is_seen: the page itself was read. Of Markdown only the text and what its front matter
            says of the page to come are known, so that nothing is known to be absent.
        canonical: addresses of its canonical tags.
        names_original: one of them is an address of the original.
        noindex: a robots tag keeps search engines out.
        embedded: addresses of the images, scripts and frames it loads.
        lost_links: addresses that the original links in words that were copied, and the
            candidate does not link.
        pictures: addresses of images of the original that the candidate loads.
        has_pictures: it loads any image.
    """

    is_seen: bool = True
    canonical: tuple[str, ...] = ()
    names_original: bool = False
    noindex: bool = False
    embedded: tuple[str, ...] = ()
    lost_links: tuple[str, ...] = ()
    pictures: tuple[str, ...] = ()
    has_pictures: bool = False


def read_page(
    original: Document,
    candidate: Document,
    original_urls: Iterable[str],
    copied: Iterable[Span],
    *,
    alike: frozenset[str] = frozenset(),
) -> PageFacts | None:
    """What the page tells; None for plain text.

    Args:
        original: the article.
        candidate: the page.
        original_urls: every known address of the original.
        copied: runs of copied words, characters of the original's text.
        alike: reasons for which most of the copied text is hidden, and links in it with it.
    """
    if candidate.format is Format.TEXT:
        return None
    canonical = _addresses(candidate, {CANONICAL})
    images = _addresses(candidate, {IMAGE})
    own, urls = KnownAddresses(_addresses(original, {IMAGE})), KnownAddresses(original_urls)
    return PageFacts(
        is_seen=candidate.format is Format.HTML,
        canonical=canonical,
        names_original=any(url in urls for url in canonical),
        noindex=bool({"noindex", "none"} & candidate.robots),
        embedded=_addresses(candidate, EMBEDDED),
        lost_links=tuple(
            url
            for url in _lost_links(original, candidate, tuple(copied), alike)
            if url not in urls  # to a note of its own, to its top
        ),
        pictures=tuple(image for image in images if image in own),
        has_pictures=bool(images),
    )


def _addresses(document: Document, kinds: Iterable[str]) -> tuple[str, ...]:
    wanted = frozenset(kinds)
    return tuple(dict.fromkeys(s.url for s in document.signals if s.kind in wanted))


def _lost_links(
    original: Document, candidate: Document, copied: tuple[Span, ...], alike: frozenset[str]
) -> tuple[str, ...]:
    sought = dict.fromkeys(
        link.url
        for link in original.links
        if link.kind is LinkKind.HYPERLINK
        and not link.hidden
        and original.blocks[link.block].role.is_body
        and any(run.start < link.stop and link.start < run.stop for run in copied)
    )
    shown = [
        link.url
        for link in candidate.links
        if link.kind.may_be_link and (not link.hidden or link.hidden in alike)
    ]
    missing = _without(sought, shown)
    return _without(missing, map(_behind_redirector, shown))


def _without(addresses: Iterable[str], others: Iterable[str]) -> tuple[str, ...]:
    """The addresses that are none of the others, which are looked at only where there are any."""
    sought = tuple(addresses)
    known = KnownAddresses(filter(None, others)) if sought else ()
    return tuple(url for url in sought if url not in known)


def _behind_redirector(url: str) -> str:
    """Where a link leads that a site counts clicks of; empty for any other."""
    wrapped = unwrap(url)
    return wrapped.url if wrapped and wrapped.wrapper is Wrapper.REDIRECTOR else ""
