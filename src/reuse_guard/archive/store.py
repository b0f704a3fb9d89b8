"""The tables of an archive: articles with their versions, policies, reuses on record."""

from __future__ import annotations

import json
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING

import numpy as np

from reuse_guard.archive import segments
from reuse_guard.archive.errors import ArchiveError, told_apart
from reuse_guard.archive.file import format_of, transaction
from reuse_guard.archive.fingerprints import fingerprint, fingerprint_alike
from reuse_guard.archive.model import Reuse, Version
from reuse_guard.archive.packed import pack, unpack
from reuse_guard.urls.identity import parse_address, site_of
from reuse_guard.verdict.model import Outcome

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    from reuse_guard.documents.model import Document
    from reuse_guard.text.words import Words

_VERSION_COLUMNS = "v.id, v.article, a.name, a.url, v.since, v.words, a.policy"


class Store:
    """The tables of one archive. Not to be shared between threads."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self.path = path
        self.connection = connection
        self._choose = fingerprint_alike if format_of(connection) > 1 else fingerprint

    def close(self) -> None:
        """Close the file; what was committed stays."""
        self.connection.close()

    @contextmanager
    def writing(self) -> Iterator[None]:
        """A transaction that writes: all of it is kept, or nothing.

        Raises:
            ArchiveError: the file cannot be written, or another process is writing to it.
        """
        with told_apart(self.path), transaction(self.connection):
            yield

    @contextmanager
    def reading(self) -> Iterator[None]:
        """A transaction that reads: one state of the archive, whoever writes meanwhile.

        Raises:
            ArchiveError: the file cannot be read.
        """
        with told_apart(self.path), transaction(self.connection, "DEFERRED"):
            yield

    # --- versions ---------------------------------------------------------------------------------
    def count_versions(self) -> int:
        """How many versions were ever added; to count those that are left would read them all."""
        (last,) = self.connection.execute("SELECT coalesce(max(id), 0) FROM versions").fetchone()
        return int(last)

    def is_empty(self) -> bool:
        """Whether no version is left."""
        return self.connection.execute("SELECT 1 FROM versions LIMIT 1").fetchone() is None

    def versions(self, ids: Iterable[int]) -> list[Version]:
        """These versions, without those that were removed."""
        rows = self.connection.execute(
            f"SELECT {_VERSION_COLUMNS} FROM json_each(?) AS wanted"  # noqa: S608 - our columns
            " JOIN versions AS v ON v.id = wanted.value JOIN articles AS a ON a.id = v.article",
            (json.dumps(list(ids)),),
        )
        return [_version(row) for row in rows]

    def versions_of(self, article: int) -> list[Version]:
        """All versions of an article, the one that stood first first."""
        rows = self.connection.execute(
            f"SELECT {_VERSION_COLUMNS} FROM versions AS v JOIN articles AS a ON a.id = v.article"  # noqa: S608
            " WHERE v.article = ? ORDER BY v.since, v.id",
            (article,),
        )
        return [_version(row) for row in rows]

    def all_versions(self) -> Iterator[Version]:
        """Every version in the order of their addition."""
        rows = self.connection.execute(
            f"SELECT {_VERSION_COLUMNS} FROM versions AS v"  # noqa: S608 - our columns
            " JOIN articles AS a ON a.id = v.article ORDER BY v.id"
        )
        return map(_version, rows)

    def document(self, version: int) -> Document:
        """What a version reads as.

        Raises:
            ArchiveError: it is damaged.
        """
        row = self.connection.execute(
            "SELECT packed FROM documents WHERE version = ?", (version,)
        ).fetchone()
        if row is None:
            msg = "holds an article without its text; bring the file back from a copy"
            raise ArchiveError(msg, source=str(self.path), where=f"version {version}")
        return unpack(row[0], source=f"{self.path}: version {version}")

    def version_from(self, source: bytes) -> int | None:
        """The version that was made of a record with this digest."""
        row = self.connection.execute(
            "SELECT id FROM versions WHERE source = ?", (source,)
        ).fetchone()
        return row and int(row[0])

    def contents_of(self, key: str) -> list[tuple[int, date, bytes]]:
        """Number, first day and digest of every version of an article, the first one first."""
        rows = self.connection.execute(
            "SELECT v.id, v.since, v.content FROM versions AS v"
            " JOIN articles AS a ON a.id = v.article WHERE a.key = ? ORDER BY v.since, v.id",
            (key,),
        )
        return [(number, date.fromisoformat(since), content) for number, since, content in rows]

    def add_article(self, key: str, *, name: str, url: str | None, policy: int | None) -> int:
        """The number of the article with this key, made if there is none; its policy is renewed."""
        self.connection.execute(
            "INSERT INTO articles (key, name, url, policy) VALUES (?, ?, ?, ?)"
            " ON CONFLICT (key) DO UPDATE SET policy = coalesce(excluded.policy, policy)",
            (key, _storable(name), url and _storable(url), policy),
        )
        row = self.connection.execute("SELECT id FROM articles WHERE key = ?", (key,)).fetchone()
        return int(row[0])

    def add_version(  # noqa: PLR0913 - one argument for each column
        self,
        article: int,
        document: Document,
        *,
        since: date,
        added: date,
        fingerprints: int,
        source: bytes,
        content: bytes,
    ) -> int:
        """Write a version and return its number.

        Raises:
            ArchiveError: all numbers are given.
        """
        cursor = self.connection.execute(
            "INSERT INTO versions (article, since, added, words, fingerprints, source, content)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)",
            (
                article,
                since.isoformat(),
                added.isoformat(),
                len(document.body_words),
                fingerprints,
                source,
                content,
            ),
        )
        version = cursor.lastrowid
        assert version is not None  # noqa: S101 - an INSERT has one
        if version >= segments.MOST_VERSIONS:
            msg = f"holds {version:,} versions, the most that fit; begin another archive"
            raise ArchiveError(msg, source=str(self.path))
        self.connection.execute("INSERT INTO documents VALUES (?, ?)", (version, pack(document)))
        return version

    def keys_named(self, name: str) -> list[str]:
        """Articles without a web address that are called so."""
        rows = self.connection.execute(
            "SELECT key FROM articles WHERE key LIKE 'sha256:%' AND ? IN (url, name)",
            (_storable(name),),
        )
        return [str(key) for (key,) in rows]

    def remove(self, key: str) -> int:
        """Remove an article with all its versions; how many those were."""
        found = [version for version, *_ in self.contents_of(key)]
        for version in found:
            self.connection.execute("INSERT INTO removed VALUES (?)", (version,))
            self.connection.execute("DELETE FROM documents WHERE version = ?", (version,))
            self.connection.execute("DELETE FROM versions WHERE id = ?", (version,))
        self.connection.execute("DELETE FROM articles WHERE key = ?", (key,))
        return len(found)

    # --- policies ---------------------------------------------------------------------------------
    def add_policy(self, name: str, toml: str) -> int:
        """The number of a policy; `toml` is "" for one that ships with the package."""
        self.connection.execute(
            "INSERT OR IGNORE INTO policies (name, toml) VALUES (?, ?)", (name, toml)
        )
        row = self.connection.execute(
            "SELECT id FROM policies WHERE name = ? AND toml = ?", (name, toml)
        ).fetchone()
        return int(row[0])

    def policy(self, number: int) -> tuple[str, str]:
        """Name and TOML of a policy."""
        row = self.connection.execute(
            "SELECT name, toml FROM policies WHERE id = ?", (number,)
        ).fetchone()
        return row[0], row[1]

    # --- reuses -----------------------------------------------------------------------------------
    def add_reuse(self, reuse: Reuse, version: Version) -> None:
        """Put a reuse on record; a page seen twice on one day is one reuse."""
        self.connection.execute(
            "INSERT OR REPLACE INTO reuses"
            " (page, host, seen, version, article, original, copied, words, outcome)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                _storable(reuse.page),
                reuse.host,
                reuse.seen.isoformat(),
                version.id,
                version.article,
                _storable(reuse.original),
                reuse.copied,
                reuse.words,
                reuse.outcome,
            ),
        )

    def reuses(self) -> Iterator[Reuse]:
        """All reuses on record, the first seen first."""
        rows = self.connection.execute(
            "SELECT page, host, seen, original, copied, words, outcome FROM reuses"
            " ORDER BY seen, page, id"
        )
        for page, host, seen, original, copied, words, outcome in rows:
            day = date.fromisoformat(seen)
            yield Reuse(page, host, day, original, copied, words, Outcome(outcome))

    # --- the index --------------------------------------------------------------------------------
    def fingerprints_of(self, words: Words) -> NDArray[np.uint64]:
        """The distinct fingerprints of a text, chosen as those of this file are."""
        return self._choose(words).distinct()

    def merge(self, chosen: Sequence[segments.Segment]) -> Iterator[float]:
        """Make one segment of some, in the transaction that is open; says how far it is, 0 to 1."""
        rows = self.connection.execute("SELECT version FROM removed")
        removed = np.array([version for (version,) in rows], np.uint64)
        yield from segments.merge(self.connection, chosen, removed)

    def look_up(
        self, fingerprints: NDArray[np.uint64]
    ) -> tuple[NDArray[np.int64], NDArray[np.uint64]]:
        """As `segments.look_up`, in all segments, without stock phrases."""
        wanted = np.setdiff1d(fingerprints, segments.stock_among(self.connection, fingerprints))
        found = [
            segments.look_up(self.connection, segment, wanted)
            for segment in segments.segments_of(self.connection)
        ]
        which = np.concatenate([np.zeros(0, np.int64), *(which for which, _ in found)])
        versions = np.concatenate([np.zeros(0, np.uint64), *(version for _, version in found)])
        return which, versions


def _version(row: tuple[int, int, str, str | None, str, int, int | None]) -> Version:
    number, article, name, url, since, words, policy = row
    return Version(number, article, name, url, date.fromisoformat(since), words, policy)


def _storable(text: str) -> str:
    r"""A name as SQLite takes it: names of files and JSON may hold halves of characters.

    >>> _storable("a\udcff.html"), _storable("ә.html")
    ('a\\udcff.html', 'ә.html')
    """
    return text.encode("utf-8", "backslashreplace").decode()


def article_key(url: str | None, content: bytes) -> str:
    """What tells an article: its address in one form, or its content where it has none.

    >>> article_key("http://www.orig.kz/a/?utm_source=x", b"")
    '["orig.kz","","/a",[],""]'
    """
    address = parse_address(url) if url else None
    if address is None:
        return f"sha256:{content.hex()}"
    bare = address.host.removeprefix("www.")
    host = bare if site_of(bare) == site_of(address.host) else address.host
    key = json.dumps([host, *address.key[1:]], ensure_ascii=False, separators=(",", ":"))
    return _storable(key)
