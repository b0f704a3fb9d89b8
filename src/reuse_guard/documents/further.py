"""Whether an article goes on at another page of its site."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from reuse_guard.expressions import expression
from reuse_guard.urls.identity import parse_address
from reuse_guard.urls.nearby import is_further_page
from reuse_guard.urls.resolve import resolve

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml import etree


class Further(NamedTuple):
    """A link to a later page of an article.

    Attributes:
        element: the link.
        url: its address.
    """

    element: etree._Element
    url: str


# What few links of a page have. Comments go on at further pages too, and leave the article whole.
_PERHAPS = expression(
    r"(?:[/_-]|[?&](?:page|paged|pagenum|pg)=)(?:[2-9]|[1-9]\d)(?:/?|\.s?html?|&.*)(?:#.*)?\s*\Z",
    re.IGNORECASE,
)
# No "responsive", "correspondent" or "preview", which boxes around whole articles are called.
_COMMENTS = expression(
    r"comment|kommentar|disqus|discuss|repl(?:y|ies)|(?<!cor)respond(?!e)|responses?(?![a-z])"
    r"|(?<!p)review|otzyv",
    re.IGNORECASE,
)


def further_pages(root: etree._Element, own: Sequence[str], base: str | None) -> Iterator[Further]:
    """The links of a page to later pages of its article.

    Args:
        root: of the page.
        own: its addresses.
        base: what relative addresses are resolved against.
    """
    articles = [address for url in own if (address := parse_address(url))]
    for element in root.iter("a", "link"):
        href = element.get("href") or ""
        if not _PERHAPS.search(href) or _COMMENTS.search(href):
            continue
        url = resolve(href, base or next(iter(own), None))
        address = parse_address(url)
        if (
            address
            and any(is_further_page(address, article) for article in articles)
            and not _is_in_comments(element)
        ):
            yield Further(element, url)


def _is_in_comments(element: etree._Element) -> bool:
    return any(
        _COMMENTS.search(f"{box.get('class') or ''} {box.get('id') or ''}")
        for box in element.iterancestors()
        if box.tag not in {"html", "body"}
    )
