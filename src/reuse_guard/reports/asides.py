"""Other ways to count than the one that was judged, the same for every report to people."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reuse_guard.locale import Phrase, phrase_of, say_many

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reuse_guard.verdict.model import ShareView, Verdict


def asides(verdict: Verdict) -> Iterator[Phrase]:
    """What the share would be without quoted speech and common sources, and what is hidden.

    Only what differs is said; the share without the common sources wherever some were given.
    """
    if not verdict.share.copied:
        return
    if verdict.share_without_quotes != verdict.share:
        yield say_many(
            "Without quoted speech: {copied:n} of {count:n} word, {share:r}.",
            "Without quoted speech: {copied:n} of {count:n} words, {share:r}.",
            **counts(verdict.share_without_quotes),
        )
    if verdict.share_without_common_sources is not None:
        yield say_many(
            "Without words of the common sources: {copied:n} of {count:n} word, {share:r}.",
            "Without words of the common sources: {copied:n} of {count:n} words, {share:r}.",
            **counts(verdict.share_without_common_sources),
        )
    if verdict.hidden_share.copied:
        yield say_many(
            "{count:n} copied word stands only in text that no reader sees.",
            "{count:n} of the copied words stand only in text that no reader sees.",
            verdict.hidden_share.copied,
        )


def note_phrases(verdict: Verdict) -> tuple[Phrase, ...]:
    """The notes, in every language where the verdict keeps them so."""
    return verdict.note_sentences or tuple(map(phrase_of, verdict.notes))


def counts(share: ShareView) -> dict[str, Any]:
    """The values that a sentence about a share has; it is counted by all the words there are."""
    return {"count": share.total, "copied": share.copied, "share": f"{share.ratio:.1%}"}
