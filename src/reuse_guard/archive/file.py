"""The file of an archive: opened, made, or refused with the reason."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from reuse_guard.archive import segments
from reuse_guard.archive.errors import ArchiveError, told_apart

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

APPLICATION_ID: Final = 0x52474152  # "RGAR"; the file's own mark (sqlite.org/pragma.html)
# Counts changes after which an older program must not use the file. In a file of format 1, which is
# used as it is, fingerprints are of the letters as they are; since 2, spelled alike in Cyrillic and
# in Latin.
FORMAT_VERSION: Final = 2
_BUSY_MS: Final = 10_000  # a batch of another writer is committed within a second or two
_CACHE_KB: Final = 64_000

_SCHEMA = f"""
CREATE TABLE policies (id INTEGER PRIMARY KEY, name TEXT NOT NULL, toml TEXT NOT NULL,
    UNIQUE (name, toml));
CREATE TABLE articles (id INTEGER PRIMARY KEY AUTOINCREMENT, key TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL, url TEXT, policy INTEGER REFERENCES policies);
CREATE TABLE versions (id INTEGER PRIMARY KEY AUTOINCREMENT,
    article INTEGER NOT NULL REFERENCES articles, since TEXT NOT NULL, added TEXT NOT NULL,
    words INTEGER NOT NULL, fingerprints INTEGER NOT NULL,
    source BLOB NOT NULL, content BLOB NOT NULL);
CREATE INDEX versions_of_article ON versions (article, since, id);
CREATE INDEX versions_by_source ON versions (source);
CREATE TABLE documents (version INTEGER PRIMARY KEY REFERENCES versions, packed BLOB NOT NULL);
CREATE TABLE removed (version INTEGER PRIMARY KEY);
CREATE TABLE reuses (id INTEGER PRIMARY KEY, page TEXT NOT NULL, host TEXT NOT NULL,
    seen TEXT NOT NULL, version INTEGER NOT NULL, article INTEGER NOT NULL, original TEXT NOT NULL,
    copied INTEGER NOT NULL, words INTEGER NOT NULL, outcome TEXT NOT NULL,
    UNIQUE (page, seen, article));
{segments.SCHEMA}
PRAGMA application_id = {APPLICATION_ID};
PRAGMA user_version = {FORMAT_VERSION};
"""


def open_file(path: Path, *, read_only: bool) -> sqlite3.Connection:
    """Open the file of an archive; make it where there is none, unless it is only to be read.

    Raises:
        ArchiveError: there is none to read, it is none, or this program must not use it.
    """
    if path.is_dir():
        msg = "is a folder; name the archive's file"
        raise ArchiveError(msg, source=str(path))
    if read_only and not path.exists():
        msg = "no such archive; make it with `archive add`"
        raise ArchiveError(msg, source=str(path))
    with told_apart(path):
        connection = _connect_to_read(path) if read_only else _connect(path, "rwc")
        try:
            if not read_only:
                _make(connection)
            _recognise(connection, path)
        except BaseException:
            connection.close()
            raise
    return connection


def _connect(path: Path, mode: str) -> sqlite3.Connection:
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?mode={mode}",
        uri=True,
        isolation_level=None,
        timeout=_BUSY_MS / 1000,
    )
    try:
        connection.execute(f"PRAGMA cache_size = -{_CACHE_KB}")
        connection.execute("PRAGMA foreign_keys = ON")
        # A commit is on the disk when it is reported, also after a power cut.
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except BaseException:
        connection.close()
        raise
    return connection


def _connect_to_read(path: Path) -> sqlite3.Connection:
    try:
        return _connect(path, "ro")
    except sqlite3.OperationalError:
        log = path.with_name(f"{path.name}-wal")
        if log.exists() and log.stat().st_size:
            raise
        # A reader has to make the index of the log beside the file, which a read-only folder
        # forbids. Without a log nobody is writing, and the file can be read as it stands.
        return _connect(path, "ro&immutable=1")


def _make(connection: sqlite3.Connection) -> None:
    """Make the tables in a file that has none."""
    if _mark(connection) != (0, 0) or _has_tables(connection):
        return
    connection.execute("PRAGMA journal_mode = WAL")
    with transaction(connection):
        if not _has_tables(connection):  # else another process was faster
            for statement in filter(str.strip, _SCHEMA.split(";")):
                connection.execute(statement)


def _recognise(connection: sqlite3.Connection, path: Path) -> None:
    application, version = _mark(connection)
    if application != APPLICATION_ID:
        msg = "is an SQLite file, but no archive; give a file that `archive add` made"
        raise ArchiveError(msg, source=str(path))
    if version > FORMAT_VERSION:
        msg = (
            f"was written by a newer reuse-guard (format {version}; this one knows"
            f" {FORMAT_VERSION}); upgrade reuse-guard to use it"
        )
        raise ArchiveError(msg, source=str(path))


def format_of(connection: sqlite3.Connection) -> int:
    """The format of a file that `open_file` opened."""
    return _mark(connection)[1]


def _mark(connection: sqlite3.Connection) -> tuple[int, int]:
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    return application, version


def _has_tables(connection: sqlite3.Connection) -> bool:
    return connection.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone() is not None


@contextmanager
def transaction(connection: sqlite3.Connection, kind: str = "IMMEDIATE") -> Iterator[None]:
    """Everything inside happens or nothing does."""
    connection.execute(f"BEGIN {kind}")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        # After some errors (a full disk) SQLite has rolled back by itself.
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
