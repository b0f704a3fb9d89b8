"""How large the letters of a page's links are against those of its text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple, Self

from reuse_guard.documents.visibility.letters import Letters

if TYPE_CHECKING:
    from collections.abc import Collection

    from reuse_guard.documents.html_places import Page
    from reuse_guard.documents.model import Link
    from reuse_guard.documents.visibility import Visibility

_WHOLE = re.compile(r"<(?:!doctype|html|head|body)\b", re.IGNORECASE)
_MODERN = re.compile(r"\s*(?:<!--.*?-->\s*)*<!doctype html>", re.IGNORECASE | re.DOTALL)


def is_whole(markup: str) -> bool:
    """Whether it is a page, and not a part of one that a site puts into a frame of its own."""
    return _WHOLE.search(markup) is not None


def is_in_quirks(markup: str) -> bool:
    """Whether browsers may lay it out as they did before there were standards."""
    return _MODERN.match(markup) is None


class LinkSizes(NamedTuple):
    """The sizes of one page.

    Attributes:
        letters: tells them.
        page: with the links.
    """

    letters: Letters
    page: Page

    @classmethod
    def of(
        cls,
        page: Page,
        body: Collection[int],
        visibility: Visibility,
        *,
        is_page: bool,
        is_quirky: bool,
    ) -> Self:
        """Those of a page.

        Args:
            page: as it was walked.
            body: which of its blocks are its text.
            visibility: of the page, which has its style sheets.
            is_page: whether it is whole.
            is_quirky: as `is_in_quirks` tells it.
        """
        boxes = tuple(block.element for at, block in enumerate(page.blocks) if at in body)
        applied, is_all = visibility.sheets
        return cls(Letters(applied, is_page and is_all, is_quirky, boxes), page)

    def ratio(self, link: Link) -> float | None:
        """The size of a link's letters against that of the text; None where it is not known."""
        same = (
            raw
            for raw in self.page.links
            if (raw.href, raw.kind, raw.line) == (link.href, link.kind, link.line)
            and raw.start <= link.start <= link.stop <= max(raw.stop, link.start)
        )
        raw = next(same, None)
        if raw is None:
            return None
        return self.letters.ratio(raw.element, self.page.blocks[link.block].element)
