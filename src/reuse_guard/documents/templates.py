"""Addresses that a site generator fills in: `{{ page.source }}`, `{% ... %}`, `<%= ... %>`.

Liquid, Nunjucks, Handlebars, Go templates, EJS, ERB and PHP write them so. Only the published page
shows where such a link leads, unless the front matter has what is filled in.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import unquote

from reuse_guard.expressions import expression

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_OPENING = expression(r"\{\{|\{%|<%|<\?|\$\{|%7B(?:%7B|%25|%(?!\w))", re.IGNORECASE)
_ADDRESS = expression(r"https?://[^\s\"'<>{}|\\]+", re.IGNORECASE)
_NAME = expression(r"[^\W\d][\w-]*")
# Pages of the site itself: a path in quotes, helpers that look one up, the address of a page.
_OWN = expression(
    r"""
      ["'](?:/|\#|\.{1,2}/|[\w/-]+\.(?:md|html?|mdx)\b)
    | \{[{%][<%-]?\s*(?:ref|relref|link|post_url|url|static|asset)\s
    | \b(?:rel|abs)(?:Lang)?URL\b | \b(?:relative|absolute)_url\b | \b(?:url_for|pathto|route)\b
    | \b[Ss]ite\.(?!data\b|Data\b) | \b(?:base_?url|[Rr]el[Pp]ermalink|[Pp]ermalink)\b
    | \b(?:page|post|item|entry|this|tag|category|prev|previous|next)\.(?:url|path|slug)\b
    """,
    re.VERBOSE,
)


def is_template(href: str) -> bool:
    """Whether a site generator fills in an address, or a part of it.

    >>> is_template("{{ page.source }}"), is_template("https://orig.kz/news/1")
    (True, False)
    """
    return _OPENING.search(href) is not None


def leads_home(href: str) -> bool:
    """Whether what is filled in is a page of the site itself.

    >>> leads_home("{{ '/about' | relative_url }}"), leads_home('{{< ref "about.md" >}}')
    (True, True)
    >>> leads_home("{{ page.source }}"), leads_home("/tags/{{ tag }}")
    (False, True)
    """
    return href.startswith(("/", "#", "?", "mailto:", "tel:")) or _OWN.search(href) is not None


def filled_in(href: str, addresses: Mapping[str, Iterable[str]]) -> str | None:
    """The address that is filled in, where it is written out or a name of it is known.

    Args:
        href: as `is_template` knows it.
        addresses: those of the front matter by their keys.

    >>> filled_in("{{ page.source }}", {"source": ["https://orig.kz/1"]})
    'https://orig.kz/1'
    """
    if "%7b" in href[:3].lower():
        href = unquote(href)
    opening = _OPENING.search(href)
    if opening is None:
        return None
    if written := _ADDRESS.search(href, opening.end()):
        return written[0]
    names = _NAME.findall(href, opening.end())
    return next((url for name in names for url in addresses.get(name, ())), None)
