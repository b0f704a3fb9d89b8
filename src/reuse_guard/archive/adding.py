"""Adding articles: read, told from what is there, written batch by batch."""

from __future__ import annotations

import hashlib
import time
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Final

from reuse_guard.archive import segments
from reuse_guard.archive.errors import told_apart
from reuse_guard.archive.estimate import LEAST_SHINGLES
from reuse_guard.archive.fingerprints import SHINGLE
from reuse_guard.archive.model import Added, Addition, Record, Refused
from reuse_guard.archive.store import article_key
from reuse_guard.archive.terms import stored_policy
from reuse_guard.documents.answers import require_page
from reuse_guard.documents.model import Document
from reuse_guard.documents.read import read
from reuse_guard.errors import PolicyError, ReadError
from reuse_guard.urls.identity import parse_address

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    import numpy as np
    from numpy.typing import NDArray

    from reuse_guard.archive.store import Store
    from reuse_guard.documents.sites import Dialect

# A batch is one transaction: what a killed run has to read again, and a segment that has to be
# merged later. 1,000 articles of 500 words are read and written in about a second.
_BATCH = 1000
_BATCH_FINGERPRINTS: Final = 2_000_000  # 16 MB; fewer articles where they are long
_BATCH_SECONDS: Final = 5.0
LEAST_WORDS: Final = LEAST_SHINGLES + SHINGLE - 1


@dataclass(frozen=True, slots=True, eq=False)
class _Read:
    """A record ready to be written."""

    record: Record
    document: Document
    source: bytes
    content: bytes
    fingerprints: NDArray[np.uint64]


def add_many(
    store: Store, records: Iterable[Record | Refused], settling: Callable[[float], None]
) -> Iterator[Added]:
    """Add records; see `Archive.add_many`."""
    batch: list[_Read | Added] = []
    fingerprints, begun = 0, time.monotonic()
    for record in records:
        batch.append(item := _prepare(store, record))
        fingerprints += len(item.fingerprints) if isinstance(item, _Read) else 0
        late = time.monotonic() - begun > _BATCH_SECONDS
        if late or len(batch) >= _BATCH or fingerprints >= _BATCH_FINGERPRINTS:
            yield from _write(store, batch)
            batch, fingerprints, begun = [], 0, time.monotonic()
    yield from _write(store, batch)
    settle(store, settling)


def settle(store: Store, progress: Callable[[float], None]) -> None:
    """Merge the segments that additions left, so that a search looks into few."""
    with store.writing():
        chosen = segments.unsettled(store.connection)
        for done in store.merge(chosen) if chosen else ():
            progress(done)


def _prepare(store: Store, record: Record | Refused) -> _Read | Added:
    if isinstance(record, Refused):
        return refused(record)
    source = _digest_record(record)
    with told_apart(store.path):
        known = store.version_from(source)
    if known is not None:
        return Added(record.name, Addition.UNCHANGED, known)
    try:
        document = article_of(record)
        fingerprints = store.fingerprints_of(document.body_words)
        return _Read(record, document, source, digest(document), fingerprints)
    except Exception as error:  # noqa: BLE001 - whatever an article does, the others are added
        return refused(Refused.because(error, record.name))


def article_of(record: Record) -> Document:
    """What a record reads as.

    Raises:
        ReadError: it cannot be read, or is too short to be found again.
    """
    document = read_record(record)
    require_page(document)
    words = len(document.body_words)
    if words < LEAST_WORDS:
        raise ReadError(too_short(words), source=record.name)
    return document


def refused(record: Refused) -> Added:
    """What became of an input that is not added."""
    result = Addition.REFUSED if record.is_article else Addition.PASSED_OVER
    result = Addition.FAILED if record.is_defect else result
    return Added(record.name, result, problem=record.problem)


def too_short(words: int) -> str:
    """Why an article of so few words is refused."""
    counted = "1 word" if words == 1 else f"{words} words"
    return (
        f"has {counted} of article text, and one of fewer than {LEAST_WORDS} cannot be"
        " found again; give the article's own page or text"
    )


def read_record(
    record: Record, *, bare_links: bool | None = None, dialect: Dialect | str | None = None
) -> Document:
    """What a record reads as.

    Args:
        record: an article or a page.
        bare_links: as for `reuse_guard.read`, of all pages.
        dialect: likewise.

    Raises:
        ReadError: it cannot be read, or its address is none.
    """
    if record.url and parse_address(record.url) is None:
        msg = f"{record.url!r} is no web address; write it in full, as https://news.example/article"
        raise ReadError(msg, source=record.name, where="url")
    if isinstance(record.content, Document):
        document = read(record.content, record.url)
    else:
        document = read(
            record.content,
            record.url,
            format=record.format,
            encoding=record.encoding,
            name=record.name,
            bare_links=bare_links,
            dialect=dialect,
        )
    return replace(document, title=record.title) if record.title else document


def _digest_record(record: Record) -> bytes:
    """Equal for records that say the same in the same words: the second need not be read."""
    content = record.content
    if isinstance(content, Document):
        content = content.sha256
    if isinstance(content, str):
        content = content.encode("utf-8", "surrogatepass")
    hashed = hashlib.blake2b(content, digest_size=16)
    hashed.update(
        repr((record.url, record.date, record.format, record.policy, record.title)).encode()
    )
    return hashed.digest()


def digest(document: Document) -> bytes:
    """Equal for articles of the same headline and words."""
    text = f"{document.title or ''}\n{document.body_text}"
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).digest()


def _write(store: Store, batch: list[_Read | Added]) -> list[Added]:
    """Write a batch in one transaction; what it returns is safe on disk."""
    if not any(isinstance(item, _Read) for item in batch):
        return [item for item in batch if isinstance(item, Added)]
    today = datetime.now(UTC).astimezone().date()
    fresh: list[tuple[int, NDArray[np.uint64]]] = []
    with store.writing():
        done = [
            item if isinstance(item, Added) else _write_one(store, item, fresh, today)
            for item in batch
        ]
        if fresh:
            segments.add_segment(store.connection, fresh)
        while chosen := segments.crowded(store.connection):
            for _ in store.merge(chosen):
                pass
    return done


def _write_one(
    store: Store, item: _Read, fresh: list[tuple[int, NDArray[np.uint64]]], today: date
) -> Added:
    record, document = item.record, item.document
    url = address_of(record, document)
    key = article_key(url, item.content)
    known = store.contents_of(key)
    same = holding(known, item.content, record.date)
    if same is not None:
        return Added(record.name, Addition.UNCHANGED, same)
    try:
        policy = stored_policy(store, record.policy)
    except PolicyError as error:
        return Added(record.name, Addition.REFUSED, problem=str(error))
    version = store.add_version(
        store.add_article(key, name=record.name, url=url, policy=policy),
        document,
        since=record.date or first_day(document.published, known, today),
        added=today,
        fingerprints=len(item.fingerprints),
        source=item.source,
        content=item.content,
    )
    fresh.append((version, item.fingerprints))
    return Added(record.name, Addition.UPDATED if known else Addition.ADDED, version)


def address_of(record: Record, document: Document) -> str | None:
    """Where an article stands: as the record says, else as the article does."""
    known = (record.url, document.url, *document.article_urls)
    return next((url for url in known if url and parse_address(url)), None)


def first_day(published: date | None, known: list[tuple[int, date, bytes]], today: date) -> date:
    """The day of a version whose record has none: what it says, of a further version today."""
    return published if published and not known else today


def holding(known: list[tuple[int, date, bytes]], content: bytes, day: date | None) -> int | None:
    """The version that says this already: any of them, or on a day the one that stood then."""
    if day is None:
        return next((version for version, _, held in known if held == content), None)
    for version, since, held in known:
        if since == day and held == content:
            return version
    standing = [(version, held) for version, since, held in known if since <= day]
    return standing[-1][0] if standing and standing[-1][1] == content else None
