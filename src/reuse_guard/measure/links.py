"""Backlinks in the place where they stand in the candidate's text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reuse_guard.frozen import frozen

if TYPE_CHECKING:
    from reuse_guard.backlinks import Backlink
    from reuse_guard.measure.outline import Position


@frozen
class FoundLink:
    """A backlink as one link duty sees it, with what the duty may ask of it.

    Attributes:
        backlink: whether it leads to the original, and counts.
        position: how far down in the text it stands.
        anchor: its words.
        font_ratio: size of its letters against the body text's; None where not known.
    """

    backlink: Backlink
    position: Position
    anchor: str
    font_ratio: float | None
