"""What an alignment finds."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from reuse_guard.frozen import frozen

if TYPE_CHECKING:
    from reuse_guard.text.spans import Span


class PassageKind(StrEnum):
    """How close a passage is to its original."""

    VERBATIM = "verbatim"  # every word of it stands in the original, in the same order
    EDITED = "edited"  # words were replaced, dropped, inserted or moved
    REWORDED = "reworded"  # the same content in other words: reported, not counted

    @property
    def counts(self) -> bool:
        """Whether its copied words count for the share."""
        return self is not PassageKind.REWORDED


@frozen
class Passage:
    """A stretch of the original aligned with a stretch of the candidate.

    Spans count words of the two `Words` that were aligned.

    Attributes:
        original: the stretch of the original. Of an edited passage it begins and ends with a
            sentence where that is a few words off.
        candidate: the stretch of the candidate, likewise.
        copied: runs of copied words in the original, in order.
        copied_candidate: the same words where they stand in the candidate, in order.
        similarity: copied words out of all words, on both sides, from the first copied one to the
            last, 0 to 1.
        kind: verbatim, edited or reworded.
    """

    original: Span
    candidate: Span
    copied: tuple[Span, ...]
    copied_candidate: tuple[Span, ...]
    similarity: float
    kind: PassageKind
