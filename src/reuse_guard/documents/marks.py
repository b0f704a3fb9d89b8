"""Marks of links in Markdown that sites read differently, as tokens of `rel` on their way.

Markdown becomes HTML, and one reader makes links of that; a mark tells it what a link was before.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from reuse_guard.documents.components import MARK
from reuse_guard.documents.model import LinkKind
from reuse_guard.expressions import expression

if TYPE_CHECKING:
    from collections.abc import Callable

    from reuse_guard.documents.model import Link

BARE: Final = "x-bare"  # an address that stands without brackets
UNLINKED: Final = "x-unlinked"  # likewise, where Hugo makes no link of it
ENCLOSED: Final = "x-enclosed"  # made by Markdown in a block of HTML, which some sites do not read
RAW: Final = "x-raw"  # an anchor of HTML, which Hugo may leave out
CODE: Final = "x-code"  # in what is shown as code or not at all
# The first of them that a link has says what it is; none of them makes a hidden link a seen one.
_KINDS: Final = {
    CODE: LinkKind.MENTION,
    MARK: LinkKind.GENERATED,
    ENCLOSED: LinkKind.IN_HTML,
    RAW: LinkKind.RAW_HTML,
    UNLINKED: LinkKind.UNLINKED,
}
_ALL: Final = frozenset({BARE, *_KINDS})
_ANCHOR = expression(r"<a\b([^<>]*)", re.IGNORECASE)
_REL = expression(r"""\srel\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'/]+))""", re.IGNORECASE)


def marked(markup: str, marks: str) -> str:
    """The markup with marks on its anchors.

    >>> marked('<a href="/x">one</a> <a rel="nofollow" href="/y">two</a>', "x-raw")
    '<a rel="x-raw" href="/x">one</a> <a rel="x-raw nofollow" href="/y">two</a>'
    """
    return marked_each(markup, lambda _: marks) if marks else markup


def marked_each(markup: str, marks_at: Callable[[int], str]) -> str:
    """The markup with the marks on its anchors that are told for their places."""
    return _ANCHOR.sub(lambda anchor: _written(anchor, marks_at(anchor.start())), markup)


def _written(anchor: re.Match[str], marks: str) -> str:
    if not marks:
        return anchor[0]
    rel = _REL.search(anchor[1])
    if rel is None:
        return f'<a rel="{marks}"{anchor[1]}'
    tokens = next(filter(None, rel.groups()), "")
    rest = anchor[1][: rel.start()] + anchor[1][rel.end() :]
    return f'<a rel="{f"{marks} {tokens}".strip()}"{rest}'


def settled(link: Link, *, bare_links: bool | None) -> Link:
    """The link as the site shows it, without its marks.

    Args:
        link: as it was read.
        bare_links: whether the site makes links of addresses without brackets; None: not known.
    """
    marks = link.rel & _ALL
    if not marks:
        return link
    told = next((kind for mark, kind in _KINDS.items() if mark in marks), link.kind)
    if BARE in marks and bare_links is False:
        told = LinkKind.MENTION
    is_sure = link.hidden is None or told in {LinkKind.MENTION, LinkKind.GENERATED}
    kind = told if is_sure else link.kind
    is_bare = BARE in marks and bare_links is None and kind is LinkKind.HYPERLINK
    return link._replace(kind=kind, rel=link.rel - marks, bare=is_bare)
