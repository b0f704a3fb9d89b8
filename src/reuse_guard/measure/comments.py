"""What readers wrote on a page, for which its publisher may not answer."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from reuse_guard.documents.model import Role
from reuse_guard.documents.threads import starts_below_heading
from reuse_guard.measure.body import align_body

if TYPE_CHECKING:
    from reuse_guard.measure.pair import Pair


def without_comments(pair: Pair) -> tuple[Pair, int] | None:
    """The pair as if nothing stood in readers' comments, nor below a mere heading of them.

    Returns:
        It and the line of the first comment that holds a copy; None where none does.
    """
    blocks, words = pair.candidate.blocks, pair.candidate.words
    said = {block.start for block in blocks if block.role is Role.COMMENT}
    said |= starts_below_heading(pair.candidate)
    if not said:
        return None
    runs = (run for p in pair.passages if p.kind.counts for run in p.copied_candidate)
    copied = (block for run in runs for block in pair.candidate.blocks_in(*words.characters(run)))
    lines = [block.first_line for block in copied if block.start in said]
    if not lines:
        return None
    others = [block for block in blocks if block.start not in said]
    passages = align_body(pair.original, pair.candidate, blocks=others)
    return replace(pair, passages=passages), min(lines)
