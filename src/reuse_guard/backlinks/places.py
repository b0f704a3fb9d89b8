"""Where a link stands: its paragraph and sentence, before or after what was copied."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property
from typing import TYPE_CHECKING

from reuse_guard.backlinks.model import Place
from reuse_guard.documents.model import Block, Document, Link, Role
from reuse_guard.documents.paragraphs import paragraphs_of, sentences_of

if TYPE_CHECKING:
    from collections.abc import Iterator


class Places:
    """Numbers the paragraphs and sentences a reader sees; does so when first asked."""

    def __init__(self, candidate: Document, *, first_copied: int | None) -> None:
        self._candidate = candidate
        self._first_copied = first_copied

    def of(self, link: Link) -> Place:
        """Where a link stands."""
        copied = self._first_copied
        return Place(
            line=link.line,
            block=link.block,
            paragraph=bisect_right(self._paragraphs, link.start),
            sentence=bisect_right(self._candidate.once(sentences_of).begins, link.start),
            start=link.start,
            stop=link.stop,
            after_copied=None if copied is None else link.start >= copied,
        )

    @cached_property
    def _blocks(self) -> list[Block]:
        return paragraphs_of(self._candidate)

    @cached_property
    def _paragraphs(self) -> list[int]:
        return list(self._paragraph_starts())

    def _paragraph_starts(self) -> Iterator[int]:
        """The items of one list are one paragraph."""
        in_list = False
        for block in self._blocks:
            if block.role is not Role.LIST or not in_list:
                yield block.start
            in_list = block.role is Role.LIST
