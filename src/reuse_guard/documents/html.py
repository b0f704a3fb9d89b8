"""A web page as a document."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reuse_guard.documents.html_tree import parse
from reuse_guard.documents.html_walk import Page, walk
from reuse_guard.documents.metadata import read_metadata
from reuse_guard.documents.model import Block, Document, Format, Link, LinkKind
from reuse_guard.documents.roles import Declared, label_blocks
from reuse_guard.documents.visibility import Visibility
from reuse_guard.urls.resolve import resolve

if TYPE_CHECKING:
    from lxml import etree

    from reuse_guard.documents.html_walk import RawLink
_SCRIPT_CUES = re.compile(r"data-(?:href|url|link)|onclick|<span[^>]+href", re.IGNORECASE)
_MENTION = re.compile(r"https?://[^\s<>\"'«»]+|\bwww\.[^\s<>\"'«»]+", re.IGNORECASE)


def read_html(
    markup: str, *, source: str, url: str | None, sha256: str, body_selector: str | None = None
) -> Document:
    """Read a page in full.

    Raises:
        ReadError: the page breaks a bound, or holds nothing.
    """
    root = parse(markup, source=source)
    base = _base(root, url)
    visibility = Visibility.of(root)
    page = walk([root, *root.itersiblings()], visibility=visibility, scripted=bool(_SCRIPT_CUES.search(markup)))
    metadata = read_metadata(root, base=base)
    labels = label_blocks(page.blocks, Declared(metadata.title or "", metadata.description, metadata.article_body))
    blocks = tuple(
        Block(role, raw.text, raw.start, raw.stop, raw.first_line, raw.last_line, raw.hidden)
        for raw, role in zip(page.blocks, labels.roles, strict=True)
    )
    links = tuple(_link(raw, page.text, base) for raw in page.links)
    return Document(
        source=source, format=Format.HTML, sha256=sha256, text=page.text, blocks=blocks,
        links=links, signals=metadata.signals, title=metadata.title, url=url,
        canonical_urls=metadata.canonical_urls, language=metadata.language,
        published=metadata.published, authors=metadata.authors, robots=metadata.robots,
        doubts=labels.doubts, notes=visibility.notes,
    )


def parse_page(markup: str, *, source: str) -> tuple[Page, Declared]:
    """The raw blocks of a page and what it declares of its article, as the classifier needs them."""
    root = parse(markup, source=source)
    page = walk([root, *root.itersiblings()], visibility=Visibility.of(root), scripted=False)
    metadata = read_metadata(root, base=None)
    return page, Declared(metadata.title or "", metadata.description, metadata.article_body)


def _base(root: etree._Element, url: str | None) -> str | None:
    for element in root.iter("base"):
        if href := element.get("href"):
            return resolve(href, url)
    return url


def _link(raw: RawLink, text: str, base: str | None) -> Link:
    seen = raw.seen
    return Link(
        kind=raw.kind, href=raw.href, url=resolve(raw.href, base), anchor=text[raw.start : raw.stop],
        start=raw.start, stop=raw.stop, block=max(raw.block, 0), line=raw.line,
        rel=frozenset((raw.element.get("rel") or "").lower().split()), image_alt=raw.image_alt,
        hidden=seen.hidden, aria_hidden=seen.aria_hidden, noindex=seen.noindex, font_ratio=seen.font_ratio,
    )
