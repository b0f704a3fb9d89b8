"""What readers wrote on a page, for which its publisher may not answer."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from reuse_guard.documents.model import Role
from reuse_guard.measure.body import align_body

if TYPE_CHECKING:
    from reuse_guard.measure.pair import Pair


def without_comments(pair: Pair) -> tuple[Pair, int] | None:
    """The pair as if nothing stood in readers' comments.

    Returns:
        It and the line of the first comment that holds a copy; None where none does.
    """
    blocks, words = pair.candidate.blocks, pair.candidate.words
    if all(block.role is not Role.COMMENT for block in blocks):
        return None
    runs = (run for p in pair.passages if p.kind.counts for run in p.copied_candidate)
    copied = (block for run in runs for block in pair.candidate.blocks_in(*words.characters(run)))
    lines = [block.first_line for block in copied if block.role is Role.COMMENT]
    if not lines:
        return None
    others = [block for block in blocks if block.role is not Role.COMMENT]
    passages = align_body(pair.original, pair.candidate, blocks=others)
    return replace(pair, passages=passages), min(lines)
