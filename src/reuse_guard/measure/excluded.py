"""What of a pair is quoted speech or of a common source, and the pair as its policy counts it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from reuse_guard.documents.model import Document, Format
from reuse_guard.exclusions import common_words, find_quotations, words_in
from reuse_guard.measure.readings import with_copied_blocks
from reuse_guard.policy.model import Counting
from reuse_guard.text.spans import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reuse_guard.measure.pair import Pair
    from reuse_guard.policy import Policy
    from reuse_guard.text.words import Words


def exclude(pair: Pair, policy: Policy, sources: Sequence[Words]) -> Pair:
    """Find quoted speech and words of common sources, and leave out what the policy leaves out.

    Args:
        pair: as aligned.
        policy: says whether either counts.
        sources: the words of each text that both sides may have quoted.
    """
    found = _leave_out(pair, policy, sources)
    again = with_copied_blocks(found)
    if again is found:
        return found
    return _leave_out(
        replace(pair, original=again.original, passages=again.passages), policy, sources
    )


def _leave_out(pair: Pair, policy: Policy, sources: Sequence[Words]) -> Pair:
    words = pair.original.body_words
    speech = pair.original.once(_quotations)
    shared = common_words(words, sources)
    pair = replace(pair, quoted=words_in(words, speech), shared=shared if sources else None)
    if policy.quotes is Counting.EXCLUDE:
        own = words_in(pair.candidate.words, pair.candidate.once(_quotations))
        pair = pair.without(speech, own)
    if policy.common_sources is Counting.EXCLUDE:
        whole = pair.original.words
        text = tuple(map(whole.characters, common_words(whole, sources)))
        pair = pair.without(text, common_words(pair.candidate.words, sources))
    return pair


def _quotations(document: Document) -> tuple[Span, ...]:
    # Lines of a plain text may be broken at its margin; those of a page are paragraphs.
    blocks = [Span(block.start, block.stop) for block in document.blocks]
    return find_quotations(document.text, blocks if document.format is Format.TEXT else None)
