"""Everything link-like of a page, as it stands in the text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from reuse_guard.documents.html_clicks import stopped_click
from reuse_guard.documents.html_stand_ins import with_stand_ins
from reuse_guard.documents.html_veils import with_what_is_hidden_alike
from reuse_guard.documents.mentions import as_url, find_addresses
from reuse_guard.documents.model import Link, LinkKind
from reuse_guard.documents.templates import filled_in, is_template
from reuse_guard.urls.resolve import resolve

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from reuse_guard.documents.html_places import Page
    from reuse_guard.documents.html_runs import RawLink
    from reuse_guard.documents.visibility import Visibility

_NO_REL: Final[frozenset[str]] = frozenset()


def find_links(page: Page, base: str | None, visibility: Visibility) -> Iterator[Link]:
    """All links in the order of their text, addresses in running text among them."""
    last = max(0, len(page.blocks) - 1)
    linked = [_link(raw, page.text, base, last) for raw in page.links]
    linked = with_what_is_hidden_alike(linked, page, visibility)
    linked = with_stand_ins(linked, page, visibility)
    mentions = list(_mentions(page, linked))
    yield from sorted(linked + mentions, key=lambda link: link.start) if mentions else linked


def _link(raw: RawLink, text: str, base: str | None, last: int) -> Link:
    """A link; one without words below the last block is counted to that."""
    seen = raw.seen
    start, block = raw.start, raw.block
    anchor = text[start : raw.stop]
    if anchor[:1].isspace():  # a link may begin in the gap before a block
        anchor = anchor.lstrip()
        start = raw.stop - len(anchor) if anchor else start
        block += "\n" in text[raw.start : start]
    rel = raw.element.get("rel")
    return Link(
        raw.kind,
        raw.href,
        _address(raw.href, base),
        anchor,
        start,
        start + len(anchor),
        min(block, last),
        raw.line,
        frozenset(rel.lower().split()) if rel else _NO_REL,
        raw.image_alt,
        seen.hidden,
        seen.aria_hidden,
        seen.noindex,
        seen.unclickable or stopped_click(raw.element),
        "" if anchor or raw.image_alt is not None else _label(raw.element),
    )


def _address(href: str, base: str | None) -> str:
    """Where a link leads; what a site generator fills in stays as it is, if not written out."""
    if is_template(href):
        return filled_in(href, {}) or href
    return resolve(href, base)


def _label(element: etree._Element) -> str:
    """What a link is called that only an empty element in it can show."""
    return (element.get("aria-label") or element.get("title") or "") if len(element) else ""


def _mentions(page: Page, linked: list[Link]) -> Iterator[Link]:
    """Addresses in the text of no link."""
    taken = iter(sorted((link.start, link.stop) for link in linked if link.start < link.stop))
    start, stop = next(taken, (len(page.text), len(page.text)))
    block = 0
    for span in find_addresses(page.text):
        while stop <= span.start:
            start, stop = next(taken, (len(page.text) + 1, len(page.text) + 1))
        if start < span.stop:
            continue
        while page.blocks[block].stop <= span.start:
            block += 1
        raw = page.blocks[block]
        address = page.text[span.start : span.stop]
        yield Link(
            kind=LinkKind.MENTION,
            href=address,
            url=as_url(address),
            anchor=address,
            start=span.start,
            stop=span.stop,
            block=block,
            line=raw.first_line,
            hidden=raw.hidden,
        )
