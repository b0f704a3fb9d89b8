"""What can go wrong with an archive, and what SQLite's messages mean for its owner."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING

from reuse_guard.errors import LocatedError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


class ArchiveError(LocatedError):
    """An archive file cannot be used; `where` is the part of it, where known."""


# The primary result codes of SQLite (sqlite.org/rescode.html): the low byte of an error code.
_PROBLEMS = {
    sqlite3.SQLITE_BUSY: "another process is writing to it; try again when that has ended",
    sqlite3.SQLITE_LOCKED: "another process is writing to it; try again when that has ended",
    sqlite3.SQLITE_FULL: "the disk is full; make room and run the same command again: what was"
    " reported as added is kept",
    sqlite3.SQLITE_READONLY: "may only be read; change the permissions of the file and its folder",
    sqlite3.SQLITE_PERM: "may not be opened; change the permissions of the file and its folder",
    sqlite3.SQLITE_CANTOPEN: "cannot be opened; check the path and the permissions of its folder",
    sqlite3.SQLITE_NOTADB: "is not an archive; give a file that `archive add` made",
    sqlite3.SQLITE_CORRUPT: "is damaged; bring it back from a copy, or make it anew from its"
    " articles",
    sqlite3.SQLITE_IOERR: "the disk refuses to read or write; is it full, or past a quota? What"
    " was reported as added is kept",
}


@contextmanager
def told_apart(path: Path) -> Iterator[None]:
    """Turn SQLite's errors into one that names the file and the remedy.

    Raises:
        ArchiveError: whatever SQLite meets inside.
    """
    try:
        yield
    except sqlite3.DatabaseError as error:
        code = getattr(error, "sqlite_errorcode", None)
        problem = _PROBLEMS.get(code & 0xFF) if code is not None else None
        if problem is None:
            raise
        raise ArchiveError(problem, source=str(path)) from error
