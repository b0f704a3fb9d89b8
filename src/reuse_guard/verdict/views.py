"""From documents and aligned words to what a verdict keeps of them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import pairwise
from typing import TYPE_CHECKING, Final

import numpy as np

from reuse_guard.documents.model import BODY_ROLES, LinkKind
from reuse_guard.frozen import maker_of
from reuse_guard.locale import phrase_of
from reuse_guard.text.spans import Span
from reuse_guard.verdict.model import (
    BlockView,
    CharSpan,
    DocumentView,
    GrantView,
    LineSpan,
    PolicyView,
    QuotedPassage,
    ShareView,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from reuse_guard.align import Passage
    from reuse_guard.documents.model import Document
    from reuse_guard.grants import GrantUse
    from reuse_guard.policy import Policy
    from reuse_guard.share import Share
    from reuse_guard.text.words import Words

_MAKE_BLOCK: Final[Callable[..., BlockView]] = maker_of(BlockView)


def quote_passages(
    passages: Iterable[Passage], original: Document, original_words: Words, candidate: Document
) -> tuple[QuotedPassage, ...]:
    """Give aligned passages their places in both texts.

    Args:
        passages: in indices of `original_words` and of `candidate.words`.
        original: the document that `original_words` were taken from.
        original_words: the words of the original that were aligned.
        candidate: the document whose words were all aligned.
    """
    counted = bytearray(len(original_words))
    quoted = []
    for passage in passages:
        repeated = _take(passage.copied, counted) if passage.kind.counts else 0
        one = _quote_passage(passage, original, original_words, candidate, repeated=repeated)
        quoted.append(one)
    return tuple(quoted)


def _take(copied: Iterable[Span], counted: bytearray) -> int:
    """How many of these words were counted; all of them are from now on."""
    repeated = 0
    for run in copied:
        repeated += counted.count(1, run.start, run.stop)
        counted[run.start : run.stop] = b"\1" * run.size
    return repeated


def _quote_passage(
    passage: Passage,
    original: Document,
    original_words: Words,
    candidate: Document,
    *,
    repeated: int,
) -> QuotedPassage:
    quoted = _characters(original_words, passage.original)
    found = _characters(candidate.words, passage.candidate)
    return QuotedPassage(
        original=quoted,
        candidate=found,
        copied=body_places(original, original_words, passage.copied),
        copied_candidate=places(candidate.words, passage.copied_candidate),
        words=sum(run.size for run in passage.copied),
        repeated=repeated,
        similarity=passage.similarity,
        kind=passage.kind,
        counted=passage.kind.counts,
        original_lines=_lines(original, quoted),
        candidate_lines=_lines(candidate, found),
        hidden=candidate.hidden_at(found.start, found.stop),
    )


def places(words: Words, spans: Iterable[Span]) -> tuple[CharSpan, ...]:
    """Where spans of words stand in their text."""
    return tuple(_characters(words, span) for span in spans)


def body_places(document: Document, words: Words, spans: Iterable[Span]) -> tuple[CharSpan, ...]:
    """Where spans of a document's body words stand in it, cut where text of no body stands between.

    The last word before a caption and the first after it follow each other among the body words;
    the caption is none of them.
    """
    wholes = tuple(spans)
    if not wholes or {block.role for block in document.blocks} <= BODY_ROLES:
        return places(words, wholes)
    edges = [
        after.start
        for before, after in pairwise(document.blocks)
        if after.role.is_body and not before.role.is_body
    ]
    # `np.unique` would load masked arrays, a fiftieth of the time of a short run.
    cuts = sorted(set(np.searchsorted(words.starts, edges).tolist()))
    return places(words, (piece for span in wholes for piece in _cut(span, cuts)))


def _cut(span: Span, cuts: list[int]) -> Iterator[Span]:
    """The parts of a span of words; each of the ascending cuts begins a new one."""
    inside = cuts[bisect_right(cuts, span.start) : bisect_left(cuts, span.stop)]
    for start, stop in pairwise((span.start, *inside, span.stop)):
        yield Span(start, stop)


def _characters(words: Words, span: Span) -> CharSpan:
    return CharSpan(*words.characters(span))


def _lines(document: Document, span: CharSpan) -> LineSpan:
    return LineSpan(document.line_at(span.start), document.line_at(span.stop - 1, last=True))


def share_view(share: Share) -> ShareView:
    """A share as the verdict prints it."""
    return ShareView(copied=share.copied, total=share.total)


def document_view(document: Document, url: str | None) -> DocumentView:
    """What the verdict keeps of a document; `url` is its best known address."""
    return DocumentView(
        source=document.source,
        format=document.format,
        title=document.title,
        url=url,
        sha256=document.sha256,
        words=len(document.words),
        language=document.language,
        published=document.published,
        text=document.text,
        blocks=document.once(_blocks),
        doubts=document.doubts,
        unsure=document.unsure,
        doubt_sentences=tuple(map(phrase_of, document.doubts)),
        seams=document.once(_seams),
    )


def _blocks(document: Document) -> tuple[BlockView, ...]:
    return tuple(
        _MAKE_BLOCK(b.role, b.start, b.stop, b.first_line, b.last_line, b.hidden)
        for b in document.blocks
    )


def _seams(document: Document) -> tuple[int, ...]:
    """Where links of a menu meet letter to letter.

    The text keeps them joined, as it is served: who cuts copied words by links hides nothing so.
    """
    text, blocks = document.text, document.blocks
    borders = {
        border
        for link in document.links
        if link.kind is LinkKind.HYPERLINK and not blocks[link.block].role.is_body
        for border in (link.start, link.stop)
        if blocks[link.block].start < border < blocks[link.block].stop
    }
    return tuple(sorted(at for at in borders if text[at - 1 : at + 1].isalnum()))


def policy_view(policy: Policy) -> PolicyView:
    """Which policy was judged against."""
    return PolicyView(policy.id, policy.name, policy.version, policy.terms_url)


def grant_views(uses: Iterable[GrantUse]) -> tuple[GrantView, ...]:
    """Every grant and whether it covered the use."""
    return tuple(
        GrantView(
            id=use.grant.id,
            publisher=use.grant.publisher,
            grantee=use.grant.grantee,
            coverage=use.coverage,
            reason=use.reason,
            evidence_sha256=use.grant.evidence_sha256,
            reason_sentence=use.why,
        )
        for use in uses
    )
