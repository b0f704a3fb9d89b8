"""One item of a feed or a news wire, before it is read as a document."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import date  # noqa: TC003 - users resolve the annotation
from html import escape
from typing import TYPE_CHECKING

from reuse_guard.documents.marks import settled
from reuse_guard.documents.model import Block, Document, Format, Role, Signal
from reuse_guard.documents.unshown import Unshown
from reuse_guard.frozen import frozen

if TYPE_CHECKING:
    from reuse_guard.documents.limits import ReadLimits


@frozen
class Item:
    """What a feed says of one article.

    Attributes:
        markup: the text as HTML.
        line: source line on which `markup` begins, counted from 1.
        title: the headline as plain text.
        url: the address of the item's own page.
        language: BCP 47 tag.
        published: date of publication.
        authors: names.
        signals: attributions to another article.
        is_plain: its text is without markup, of which its page makes what it will.
        beside: its other texts, which the page of the article may show as well.
    """

    markup: str
    line: int = 1
    title: str | None = None
    url: str | None = None
    language: str | None = None
    published: date | None = None
    authors: tuple[str, ...] = ()
    signals: tuple[Signal, ...] = ()
    is_plain: bool = False
    beside: tuple[str, ...] = ()


def as_document(item: Item, *, source: str, limits: ReadLimits) -> Document:
    """Read an item's markup; its digest is that of title and markup, so items differ.

    Raises:
        ReadError: the markup breaks a bound.
    """
    from reuse_guard.documents.html import read_html  # noqa: PLC0415 - its parsers are slow
    from reuse_guard.documents.html_tree import DEFAULT_HTML_LIMITS  # noqa: PLC0415 - likewise

    headline = f"<h1>{escape(item.title)}</h1>" if item.title else ""
    above = "\n" * (item.line - 1)
    content = f"{item.title or ''}\n{item.markup}".encode("utf-8", "surrogatepass")
    page = read_html(
        f"{above}<article>{headline}{item.markup}</article>",
        source=source,
        url=item.url,
        sha256=hashlib.sha256(content).hexdigest(),
        limits=limits.html or DEFAULT_HTML_LIMITS,
    )
    return replace(
        page,
        format=Format.TEXT if item.is_plain else page.format,
        blocks=tuple(_counted(block) for block in page.blocks),
        links=tuple(settled(link, bare_links=None) for link in page.links),
        title=item.title or page.title,
        language=item.language or page.language,
        published=item.published or page.published,
        authors=item.authors or page.authors,
        signals=(*item.signals, *page.signals),
        unshown=(*page.unshown, *Unshown((), item.beside).prose()),
    )


def _counted(block: Block) -> Block:
    """A feed's item is the article alone, so a block that looks like none of it is still text."""
    return replace(block, role=Role.PARAGRAPH) if block.role is Role.OTHER else block
