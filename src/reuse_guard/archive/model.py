"""What an archive is given and what it answers."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date  # noqa: TC003 - users resolve the annotations
from enum import StrEnum
from pathlib import Path  # noqa: TC003 - as above
from typing import TYPE_CHECKING

from reuse_guard.text.spans import Span  # noqa: TC001 - as above

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reuse_guard.documents.model import Document
    from reuse_guard.verdict.model import Verdict


@dataclass(frozen=True, slots=True)
class Record:
    """One article to add.

    Attributes:
        content: what it reads as; bytes and text are read when it is added.
        name: what messages call it.
        url: its address; without one it is told by its content alone.
        date: the day from which this content stood; today, or the day it says, when left out.
        policy: id of a shipped policy, `"auto"` for the one that governs the address, or a policy
            file; None leaves it to the check.
        format: as in `reuse_guard.read`.
        encoding: what the sender says the bytes are in.
        title: its headline, where the content does not say it.
    """

    content: str | bytes | Document
    name: str
    url: str | None = None
    date: date | None = None
    policy: str | Path | None = None
    format: str = "auto"
    encoding: str | None = None
    title: str | None = None


@dataclass(frozen=True, slots=True)
class Refused:
    """Something in the input that is not added.

    Attributes:
        name: what messages call it.
        problem: why not.
        is_article: it should have been one and cannot be read; else it is of another kind, such as
            a picture, and passed over.
    """

    name: str
    problem: str
    is_article: bool = True


class Addition(StrEnum):
    """What became of a record."""

    ADDED = "added"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
    REFUSED = "refused"
    PASSED_OVER = "passed over"


@dataclass(frozen=True, slots=True)
class Added:
    """What became of a record, said after it is safe on disk.

    Attributes:
        name: of the record.
        result: what became of it.
        version: number of the version that holds its content; None when none does.
        problem: why none does, else "".
    """

    name: str
    result: Addition
    version: int | None = None
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Version:
    """One content of an article.

    Attributes:
        id: number in the archive, never given twice.
        article: number of the article.
        name: its address, or what it was called when it was added.
        url: its address, if it has one.
        since: the day from which it stood.
        words: words of its body.
        policy: number of the policy it was added under, or None.
    """

    id: int
    article: int
    name: str
    url: str | None
    since: date
    words: int
    policy: int | None


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of an original that stands again in a page, estimated from word shingles.

    Attributes:
        original: characters of the original's text.
        candidate: characters of the page's text.
        words: words of the original that were found in it.
    """

    original: Span
    candidate: Span
    words: int


@dataclass(frozen=True, slots=True)
class Hit:
    """An original that a page draws on.

    Attributes:
        version: of the article, the one that stood at the page's date.
        copied: words of its body estimated to stand in the page.
        own: words of the page that stand in this original and in none before it in the list.
        bits: how telling the shared fingerprints are; rarer ones tell more.
        runs: where they stand, in the order of the page.
    """

    version: Version
    copied: int
    own: int
    bits: float
    runs: tuple[Run, ...]

    @property
    def share(self) -> float:
        """Estimated share of the original, 0 to 1."""
        return self.copied / self.version.words if self.version.words else 0.0


@dataclass(frozen=True, slots=True)
class Found:
    """What a page is made of.

    Attributes:
        hits: the originals, those most was taken from first.
        repeated: articles that have some of the same words, all of which stand in `hits` already.
        more: articles that share fingerprints but were not looked into, past the bound.
        words: words of the page.
    """

    hits: tuple[Hit, ...]
    repeated: tuple[Hit, ...]
    more: int
    words: int


@dataclass(frozen=True, slots=True)
class Checked:
    """Verdicts on the originals of a page, and the page as a whole.

    Attributes:
        found: what the search gave.
        verdicts: of the best hits, in their order; by number of the version.
        words: words of the page.
        taken: words of the page that come from any of the originals judged.
        spans: characters of the page that come from each, by number of the version.
    """

    found: Found
    verdicts: Mapping[int, Verdict]
    words: int
    taken: int
    spans: Mapping[int, tuple[Span, ...]] = field(default_factory=dict)
