"""What a block of a page says outside its links: a menu says nothing, a label little."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from reuse_guard.backlinks.sight import shows_something
from reuse_guard.documents.model import Document, LinkKind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reuse_guard.documents.model import Link


def outside_links(document: Document, index: int) -> str:
    """The text of a block without its links; empty where it shows nothing.

    Args:
        document: a page.
        index: of a block with a link.
    """
    return document.once(_outside)[index]


def _outside(document: Document) -> Mapping[int, str]:
    """Of all blocks with links at once: a page may be nothing but blocks that are asked for."""
    links: defaultdict[int, list[Link]] = defaultdict(list)
    for link in document.links:
        if 0 <= link.block < len(document.blocks):
            links[link.block].append(link)
    texts = {index: " ".join(_between(document, index, each)) for index, each in links.items()}
    return {index: text if shows_something(text) else "" for index, text in texts.items()}


def _between(document: Document, index: int, links: list[Link]) -> list[str]:
    block, texts = document.blocks[index], []
    at = block.start
    for link in links:
        if link.kind is LinkKind.HYPERLINK:
            texts.append(document.text[at : link.start])
            at = max(at, link.stop)
    return [*texts, document.text[at : block.stop]]
