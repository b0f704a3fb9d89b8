"""Components of MDX pages that may become links: `<Link to="https://...">`.

Only the published page shows what a program makes of one, so each is written as a hyperlink with a
mark, by which its reader tells that a site generator may make a link of it.
"""

from __future__ import annotations

import re
from html import escape
from typing import Final

from reuse_guard.expressions import expression

MARK: Final = "x-component"  # a `rel` token
# A program in braces, with braces in it; an arrow in one (`=>`) ends no tag.
_BRACES = r"\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*+\})*+\})*+\}"
_ATTRIBUTES = rf"""(?:[^<>{{}}"']|"[^"]*+"|'[^']*+'|{_BRACES})*+"""
# Names of components have capitals and small letters; HTML is written in either of them.
_TAG = expression(rf"<(/?)([A-Z][\w.]*[a-z][\w.]*|a)((?:\s(?:{_ATTRIBUTES}|[^<>]*))?)>")
_ADDRESS = expression(
    r"""\s(?:href|to|url|link|source|src)\s*=\s*(\{?)\s*(["'`])(https?://[^\s"'`]+)\2""",
    re.IGNORECASE,
)
# An address that a variable holds; `templates` tells what is known of it.
_VARIABLE = expression(r"\s(?:href|to)\s*=\s*\{\s*([\w.?\[\]'\"-]+)\s*\}")
_LONGEST = 4000  # characters of a tag
# What they are called that show or load what stands at an address.
_SHOWN: Final = frozenset({"Img", "Image", "Iframe", "Video", "Audio", "Embed", "Script", "Figure"})


def end_of_component(text: str, start: int) -> int | None:
    """Where a tag ends that only MDX takes for one: with an address, and braces or a dotted name.

    >>> end_of_component("See <Link to={'https://orig.kz/1'}>Orig</Link>.", 4)
    35
    """
    tag = _TAG.match(text, start, start + _LONGEST)
    if tag is None or not ("{" in tag[3] or "." in tag[2]):
        return None
    found = _ADDRESS.search(tag[3])
    if found is None:
        return tag.end() if tag[1] or _VARIABLE.search(tag[3]) else None
    is_taken = tag[2] != "a" or found[1]
    return tag.end() if is_taken else None


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
        lines = "\n" * rest.count("\n")  # what follows stays on its line
        found = _ADDRESS.search(rest)
        variable = None if found else _VARIABLE.search(rest)
        if variable:
            opening = f'<a href="{{{{ {escape(variable[1])} }}}}"{lines}>'
        elif found is None or (name == "a" and not found[1]):
            return tag[0]
        elif name in _SHOWN:
            return f"<{name}{lines}>"
        else:
            opening = f'<a href="{escape(found[3])}" rel="{MARK}"{lines}>'
        if rest.endswith("/"):
            return f"{opening}</a>"
        if name != "a":
            self._open.append(name)
        return opening
