"""How large an archive is, how it grew, and whether everything in it is in order."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import TYPE_CHECKING, Any

from reuse_guard.archive.model import Stats
from reuse_guard.archive.segments import segments_of
from reuse_guard.urls.identity import parse_address

if TYPE_CHECKING:
    from reuse_guard.archive.store import Store


def measure(store: Store) -> Stats:
    """Count everything; see `Archive.stats`."""
    versions, words, fingerprints = _row(
        store,
        "SELECT count(*), coalesce(sum(words), 0), coalesce(sum(fingerprints), 0) FROM versions",
    )
    page_size = _number(store, "PRAGMA page_size")
    log = store.path.with_name(f"{store.path.name}-wal")
    days = store.connection.execute(
        "SELECT added, count(*) FROM versions GROUP BY added ORDER BY added"
    )
    return Stats(
        articles=_number(store, "SELECT count(*) FROM articles"),
        versions=versions,
        words=words,
        file_bytes=page_size * _number(store, "PRAGMA page_count"),
        free_bytes=page_size * _number(store, "PRAGMA freelist_count"),
        log_bytes=log.stat().st_size if log.exists() else 0,
        segments=tuple(segment.postings for segment in segments_of(store.connection)),
        fingerprints=fingerprints,
        stock=_number(store, "SELECT count(*) FROM stock"),
        removed=_number(store, "SELECT count(*) FROM removed"),
        added=tuple((date.fromisoformat(day), count) for day, count in days),
        hosts=_hosts(store),
        reuses=_number(store, "SELECT count(*) FROM reuses"),
    )


def find_problems(store: Store) -> tuple[str, ...]:
    """What SQLite and the archive's own counts find wrong; see `Archive.verify`."""
    checked = store.connection.execute("PRAGMA integrity_check").fetchall()
    problems = [str(row[0]) for row in checked if row[0] != "ok"]
    missing = _number(
        store,
        "SELECT count(*) FROM versions WHERE id NOT IN (SELECT version FROM documents)",
    )
    if missing:
        problems.append(f"{missing} versions have no text")
    for segment in segments_of(store.connection):
        last = segment.first_row + (1 << segment.bits)
        (held,) = _row(
            store,
            "SELECT coalesce(sum(length(postings)), 0) / 8 FROM blocks WHERE id >= ? AND id < ?",
            segment.first_row,
            last,
        )
        if held != segment.postings:
            problems.append(
                f"part {segment.id} of the index has {held} postings, not {segment.postings}"
            )
    return tuple(problems)


def _hosts(store: Store) -> tuple[tuple[str, int], ...]:
    counts: Counter[str] = Counter()
    for (url,) in store.connection.execute("SELECT url FROM articles WHERE url IS NOT NULL"):
        address = parse_address(url)
        counts[address.unicode_host if address else url] += 1
    return tuple(counts.most_common())


def _number(store: Store, query: str) -> int:
    return int(_row(store, query)[0])


def _row(store: Store, query: str, *parameters: object) -> Any:  # noqa: ANN401 - as the query says
    return store.connection.execute(query, parameters).fetchone()
