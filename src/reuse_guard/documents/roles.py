"""Which block is what."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from reuse_guard.documents.model import Role
from reuse_guard.documents.notices import is_reuse_notice

if TYPE_CHECKING:
    from lxml import etree

    from reuse_guard.documents.html_walk import RawBlock

_OUT = frozenset({"nav", "footer", "aside", "header", "form", "button", "figcaption", "dialog", "select", "address"})
_BAD = re.compile(
    r"comment|related|promo|sidebar|footer|navbar|menu|share|social|caption|byline|author|newsletter|subscri|cookie|"
    r"consent|widget|recommend|breadcrumb|advert|sponsor|credit|timestamp|most-?read|popular|read-?more|also",
    re.I,
)


def assign_roles(blocks: list[RawBlock], *, title: str | None) -> list[Role]:
    """A role for every block of a page."""
    chains: dict[etree._Element, list[etree._Element]] = {}
    weight: Counter[etree._Element] = Counter()
    for block in blocks:
        chain = chains.get(block.element)
        if chain is None:
            chain = chains[block.element] = [block.element, *block.element.iterancestors()]
        if len(block.text) >= 80 and block.linked < 0.3 * len(block.text) and not _OUT & {e.tag for e in chain}:
            words = len(block.text)
            for depth, element in enumerate(chain[1:4]):
                weight[element] += words / (1, 2, 4)[depth]
    best = max(weight, key=lambda e: weight[e], default=None)
    roles = []
    for block in blocks:
        chain = chains[block.element]
        roles.append(_role(block, chain, best, title))
    return roles


def _role(block: RawBlock, chain: list[etree._Element], best: etree._Element | None, title: str | None) -> Role:
    tags = {e.tag for e in chain}
    if block.element.tag == "h1" or (title and block.text == title):
        return Role.HEADLINE
    if is_reuse_notice(block.text):
        return Role.NOTICE
    if best is None or best not in chain:
        return Role.NAVIGATION if tags & {"nav", "header", "footer"} else Role.OTHER
    inner = chain[: chain.index(best)]
    if "figcaption" in tags or "figure" in tags:
        return Role.CAPTION
    if any(_BAD.search((e.get("class") or "") + " " + (e.get("id") or "")) or e.tag in _OUT for e in inner):
        return Role.OTHER
    if block.linked > 0.5 * len(block.text):
        return Role.RELATED
    tag = block.element.tag
    if tag in ("h2", "h3", "h4", "h5", "h6"):
        return Role.SUBHEADING
    if "blockquote" in tags:
        return Role.QUOTE
    return Role.LIST if tag in ("li", "dd", "dt") else Role.PARAGRAPH
