"""How large the letters of a page's links are against those of its text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple, Self

from reuse_guard.documents.visibility.letters import Letters
from reuse_guard.expressions import expression

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from reuse_guard.documents.html_places import Page
    from reuse_guard.documents.html_runs import RawLink
    from reuse_guard.documents.model import Link
    from reuse_guard.documents.visibility import Visibility

_WHOLE = expression(r"<(?:!doctype|html|head|body)\b", re.IGNORECASE)
_MODERN = expression(r"<!doctype\s+html\s*>", re.IGNORECASE)
_HEAD = 4096  # characters, of comments and an XML declaration before a doctype


def is_whole(markup: str) -> bool:
    """Whether it is a page, and not a part of one that a site puts into a frame of its own."""
    return _WHOLE.search(markup) is not None


def is_in_quirks(markup: str) -> bool:
    """Whether browsers may lay it out as they did before there were standards."""
    return _MODERN.search(markup, 0, _HEAD) is None


class LinkSizes(NamedTuple):
    """The sizes of one page.

    Attributes:
        letters: tells them.
        page: with the links.
        ending: the links of the page by where they end.
    """

    letters: Letters
    page: Page
    ending: Mapping[int, Sequence[RawLink]]

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
        ending: dict[int, list[RawLink]] = {}
        for raw in page.links:
            ending.setdefault(raw.stop, []).append(raw)
        return cls(Letters(applied, is_page and is_all, is_quirky, boxes), page, ending)

    def ratio(self, link: Link) -> float | None:
        """The size of a link's letters against that of the text; None where it is not known."""
        near = self.ending.get(link.stop, ())
        raw = next((raw for raw in near if (raw.href, raw.kind) == (link.href, link.kind)), None)
        if raw is None:
            return None
        return self.letters.ratio(raw.element, self.page.blocks[link.block].element)
