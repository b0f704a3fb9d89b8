"""Where a page's readers may speak: below a heading such as "Comments (3)", in no box called so."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from reuse_guard.documents.calls_abroad import heads_comments
from reuse_guard.documents.model import Role

if TYPE_CHECKING:
    from reuse_guard.documents.model import Block, Document

_OF_THE_SITE: Final = frozenset({Role.NAVIGATION, Role.RELATED, Role.NOTICE})


def may_be_comment(block: Block, document: Document) -> bool:
    """Whether a block stands below a mere heading of comments, which a reader may have written.

    Args:
        block: of the document.
        document: a page; what is no article may follow the comments as well.
    """
    return block.start in starts_below_heading(document)


def starts_below_heading(document: Document) -> frozenset[int]:
    """The first characters of all blocks of a document that may be comments so."""
    return document.once(_starts_below_heading)


def _starts_below_heading(document: Document) -> frozenset[int]:
    begins = _comments_from(document)
    if begins is None:
        return frozenset()
    return frozenset(
        block.start
        for block in document.blocks
        if block.start > begins and block.role not in _OF_THE_SITE
    )


def _comments_from(document: Document) -> int | None:
    """The first character of the heading; a link of these words leads down to the comments.

    One in a box that is called after comments heads what is in that box.
    """
    last = max((i for i, block in enumerate(document.blocks) if block.role.is_body), default=None)
    if last is None:
        return None
    linked = {link.block for link in document.links}
    return next(
        (
            block.start
            for index, block in enumerate(document.blocks[last + 1 :], last + 1)
            if block.role is not Role.COMMENT and index not in linked and heads_comments(block.text)
        ),
        None,
    )
