"""Everything measured about one pair; the rules judge these and measure nothing themselves."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reuse_guard.share import Share

    from reuse_guard.backlinks import Backlink
    from reuse_guard.documents.model import Format
    from reuse_guard.grants import GrantUse


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known about an original and a candidate.

    Attributes:
        share: copied words of the original's body against all its body words.
        candidate_share: candidate words from the original against the candidate's article words.
        served_words: words of the original whatever their role; the body cannot be larger.
        doubts: why the reading of the original's body may be wrong.
        links: for each link duty of the rule, in order, the backlinks as that duty sees them.
        original_urls: every known address of the original.
        candidate_links: how many addresses of any kind the candidate has.
        candidate_format: plain text cannot carry a hyperlink.
        grants: every grant held against this use.
    """

    share: Share
    candidate_share: Share
    served_words: int
    doubts: tuple[str, ...]
    links: tuple[tuple[Backlink, ...], ...]
    original_urls: tuple[str, ...]
    candidate_links: int
    candidate_format: Format
    grants: tuple[GrantUse, ...]
