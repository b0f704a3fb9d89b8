"""What an archive is given and what it answers."""

from __future__ import annotations

from dataclasses import replace
from datetime import date  # noqa: TC003 - users resolve the annotations
from enum import StrEnum
from pathlib import Path  # noqa: TC003 - as above
from typing import TYPE_CHECKING, Self

from reuse_guard.errors import ReuseGuardError, problem_of
from reuse_guard.frozen import frozen
from reuse_guard.text.spans import Span  # noqa: TC001 - as above
from reuse_guard.verdict.model import Outcome

if TYPE_CHECKING:
    from reuse_guard.documents.model import Document
    from reuse_guard.policy import Policy
    from reuse_guard.verdict.model import Verdict


@frozen
class Record:
    """One article to add.

    Attributes:
        content: what it reads as; bytes and text are read when it is added.
        name: what messages call it.
        url: its address; without one it is told by its content alone.
        date: the day from which this content stood; today, or the day it says, when left out.
        policy: a policy, the id of a shipped one, `"auto"` for the one that governs the address,
            or a policy file; None leaves it to the check.
        format: as in `reuse_guard.read`.
        encoding: what the sender says the bytes are in.
        title: its headline, where the content does not say it.
        is_fetched: the date is that on which a crawler fetched it; it may have stood before.
    """

    content: str | bytes | Document
    name: str
    url: str | None = None
    date: date | None = None
    policy: str | Path | Policy | None = None
    format: str = "auto"
    encoding: str | None = None
    title: str | None = None
    is_fetched: bool = False

    def dated(self, page: Document) -> Document:
        """A page that was read from it, published on the day that the record says, if any."""
        if self.date is None or self.is_fetched:
            return page
        return replace(page, published=self.date, is_date_shown=False)


@frozen
class Refused:
    """Something in the input that is not added.

    Attributes:
        name: what messages call it.
        problem: why not.
        is_article: it should have been one and cannot be read; else it is of another kind, such as
            a picture, and passed over.
        is_defect: it may be a good article, and a step of ours failed.
    """

    name: str
    problem: str
    is_article: bool = True
    is_defect: bool = False

    @classmethod
    def because(cls, error: Exception, name: str) -> Self:
        """What to say of an input over which this happened, so that the others go on."""
        return cls(
            name, problem_of(error, name=name), is_defect=not isinstance(error, ReuseGuardError)
        )


class Addition(StrEnum):
    """What became of a record."""

    ADDED = "added"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
    REFUSED = "refused"
    FAILED = "failed"
    PASSED_OVER = "passed over"


@frozen
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


@frozen
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

    @property
    def name_or_url(self) -> str:
        """What a person knows it by."""
        return self.url or self.name


@frozen
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


@frozen
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


@frozen
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


@frozen
class Judged:
    """A verdict on one original of a page.

    Attributes:
        hit: what the search said of it.
        verdict: under the original's own policy.
        taken: characters of the page that were copied from it.
        words: how many words of the page those are.
    """

    hit: Hit
    verdict: Verdict
    taken: tuple[Span, ...]
    words: int


@frozen
class Unjudged:
    """An original of a page that has no terms to be judged under.

    Attributes:
        hit: what the search said of it.
        problem: why it has none, and what to do.
    """

    hit: Hit
    problem: str


@frozen
class Checked:
    """A page against the archive.

    Attributes:
        found: what the search gave; originals past the best are in it without a verdict.
        judged: the best originals with their verdicts, in the order of the search.
        words: words of the page.
        taken: words of the page copied from any of the originals judged, each counted once.
        unread: words that the page shows and that were not read, each kind as a sentence.
        unjudged: those of the best originals that no terms could be found for.
    """

    found: Found
    judged: tuple[Judged, ...]
    words: int
    taken: int
    unread: tuple[str, ...] = ()
    unjudged: tuple[Unjudged, ...] = ()

    @property
    def beyond(self) -> int:
        """How many originals were named by the search and not judged."""
        return len(self.found.hits) - len(self.judged) - len(self.unjudged)

    @property
    def outcome(self) -> Outcome:
        """The gravest of the verdicts; allowed where nothing of the archive was found.

        A page without words, with some that were not read, with an original that has no terms, or
        with more originals named than were judged, was not wholly judged: that is for *review*.
        """
        outcomes = {one.verdict.outcome for one in self.judged}
        if not self.words or self.unread or self.unjudged or self.beyond:
            outcomes.add(Outcome.REVIEW)
        gravest = (Outcome.VIOLATION, Outcome.REVIEW)
        return next((outcome for outcome in gravest if outcome in outcomes), Outcome.ALLOWED)


@frozen
class Stats:
    """Size, growth and health of an archive.

    Attributes:
        articles: addresses (or contents without one).
        versions: contents of them.
        words: words of all versions' bodies.
        file_bytes: size of the file.
        free_bytes: of those, room that the next additions use.
        log_bytes: size of the log beside it, until it is worked into the file.
        segments: postings of each part of the index; a search looks into all of them.
        fingerprints: postings that the versions should have in the index.
        stock: fingerprints struck from it because too many versions have them.
        removed: versions removed, whose postings go when their part of the index is merged.
        added: versions by the day of their addition, in order.
        hosts: articles by the host of their address, most first.
        reuses: reuses on record.
    """

    articles: int
    versions: int
    words: int
    file_bytes: int
    free_bytes: int
    log_bytes: int
    segments: tuple[int, ...]
    fingerprints: int
    stock: int
    removed: int
    added: tuple[tuple[date, int], ...]
    hosts: tuple[tuple[str, int], ...]
    reuses: int


@frozen
class Reuse:
    """One article found on one page, on record.

    Attributes:
        page: address of the page, or what it was called.
        host: host of that address, or "".
        seen: the day of the check.
        original: address or name of the article.
        copied: copied words of the article.
        words: words of the article.
        outcome: of the verdict.
    """

    page: str
    host: str
    seen: date
    original: str
    copied: int
    words: int
    outcome: Outcome
