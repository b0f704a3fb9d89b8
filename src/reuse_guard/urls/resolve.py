"""What address a browser opens for an `href`, by the WHATWG URL standard.

The parsing is that of `ada-url`, the parser of Node.js; it passes the published
web-platform tests but for host names that are broken punycode (see
docs/decisions/0030-addresses-by-ada.md).
"""

from __future__ import annotations

import re
from functools import lru_cache

from ada_url import join_url

from reuse_guard.expressions import expression

# RFC 2606 reserves `.invalid`, so no page that exists can be mistaken for this base.
_NOWHERE = "https://nowhere.invalid/"
# Most links of a page are written so plainly that the standard changes nothing about them, and
# this expression tells it in a third of the time that ada takes, which is called as foreign code.
_ORIGIN = expression(r"https?://(?:(?!xn-)[a-z0-9-]+\.)+[a-z]{2,}(?=/)")
_SIGNS = r"\w/.~%:+,;!$&()*=@-"
_PLAIN = expression(
    rf"(?:{_ORIGIN.pattern}|(?!//))/[{_SIGNS}]*(?:\?[?{_SIGNS}]*)?(?:#[{_SIGNS}]*)?", re.ASCII
)
# Parts of a path that lead up or nowhere: "..", also as "%2E.".
_DOTS = expression(r"/(?:\.|%2e)", re.IGNORECASE)


def resolve(href: str, base: str | None = None) -> str:
    r"""Give the absolute address that a browser opens for `href` on the page `base`.

    Args:
        href: the attribute's value, character references already decoded.
        base: the address of the page or of its `<base>`; None when it is not known. Then
            `//host/path` is taken as https, because a saved page was once served by http(s).

    Returns:
        The absolute address; `href` itself, stripped, when none can be made of it.

    >>> resolve(" /news/1\n?id=2 ", "https://orig.kz/a/b")
    'https://orig.kz/news/1?id=2'
    >>> resolve("//orig.kz/news/1")
    'https://orig.kz/news/1'
    >>> resolve("/news/1")
    '/news/1'
    """
    if _PLAIN.fullmatch(href) and not _DOTS.search(href):
        if href[0] != "/":
            return href
        if base is not None and (origin := _origin(base)):
            return origin + href
    written = _without_surrogates(href)
    if base is not None:
        try:
            return join_url(_without_surrogates(base), written)
        except ValueError:
            pass  # a base that is not absolute is no base: judge the href alone
    try:
        url = join_url(_NOWHERE, written)
    except ValueError:
        return written.strip()
    return written.strip() if url.startswith(_NOWHERE) else url


@lru_cache(maxsize=16)
def _origin(base: str) -> str | None:
    """Scheme and host of an address, where they are plain."""
    origin = _ORIGIN.match(base)
    return origin and origin.group()


def _without_surrogates(text: str) -> str:
    """Replace lone surrogates as the standard's USVString conversion does."""
    return (
        text
        if text.isascii()
        else text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    )
