"""Components of MDX pages that may become links: `<Link to="https://...">`.

Only the published page shows what a program makes of one, so each is written as a hyperlink with a
mark, by which its reader tells that a site generator may make a link of it.
"""

from __future__ import annotations

import re
from html import escape
from typing import Final

MARK: Final = "x-component"  # a `rel` token
# Names of components have capitals and small letters; HTML is written in either of them.
_TAG = re.compile(r"<(/?)([A-Z]\w*[a-z]\w*)((?:\s[^<>]*)?)>")
_ADDRESS = re.compile(
    r"""\s(?:href|to|url|link|source|src)\s*=\s*\{?\s*(["'`])(https?://[^\s"'`]+)\1""",
    re.IGNORECASE,
)
# What they are called that show or load what stands at an address.
_SHOWN: Final = frozenset({"Img", "Image", "Iframe", "Video", "Audio", "Embed", "Script", "Figure"})


class Components:
    """Writes the components of a page as hyperlinks, as its raw HTML comes in pieces."""

    def __init__(self) -> None:
        """Begin at the top of a page."""
        self._open: list[str] = []

    def as_links(self, markup: str) -> str:
        """The markup with every component that has an address as a marked hyperlink.

        >>> Components().as_links('<Link to="https://orig.kz/1">Orig</Link> <Note>one</Note>')
        '<a href="https://orig.kz/1" rel="x-component">Orig</a> <Note>one</Note>'
        """
        return _TAG.sub(self._written, markup)

    def _written(self, tag: re.Match[str]) -> str:
        closes, name, rest = tag.groups()
        if closes:
            if name not in self._open:
                return tag[0]
            self._open.remove(name)
            return "</a>"
        found = None if name in _SHOWN else _ADDRESS.search(rest)
        if found is None:
            return tag[0]
        opening = f'<a href="{escape(found[2])}" rel="{MARK}">'
        if rest.endswith("/"):
            return f"{opening}</a>"
        self._open.append(name)
        return opening
