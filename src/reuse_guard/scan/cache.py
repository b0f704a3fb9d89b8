"""What earlier runs found, by everything it depends on.

The key of an entry is the digest of all that a verdict follows from: the candidate's bytes and
path, every original with its policy, permissions, common sources, the day, the configuration, this
program's own code and the libraries that read and compare. Whatever of these changes, the key is
another one; so nothing is ever invalidated, only forgotten when it was not used for a while.
"""

from __future__ import annotations

import hashlib
import sqlite3
from contextlib import closing, contextmanager, suppress
from functools import cache
from importlib import metadata, resources
from typing import TYPE_CHECKING, Self

from reuse_guard._version import __version__

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from importlib.resources.abc import Traversable
    from pathlib import Path

FOLDER = ".reuse-guard"
_LIBRARIES = (
    "ada-url",
    "cssselect2",
    "lxml",
    "markdown-it-py",
    "numpy",
    "pydantic",
    "PyYAML",
    "rapidfuzz",
    "tinycss2",
)
_SECONDS = 30  # to wait for another run that writes
_KEPT_RUNS = 20  # an entry that so many runs did not use is forgotten
_TABLES = """
    CREATE TABLE IF NOT EXISTS found (
        key TEXT PRIMARY KEY, value TEXT NOT NULL, run INTEGER NOT NULL
    );
    CREATE TABLE IF NOT EXISTS runs (run INTEGER PRIMARY KEY);
"""


class Cache:
    """Findings by key, in one SQLite file; a killed run leaves it whole.

    Build it with `opened`. A cache that fails (a damaged file, a full disk) costs time and never a
    result: what it cannot give is found anew, what it cannot take is not remembered.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        connection.executescript(_TABLES)
        self._run = connection.execute("INSERT INTO runs DEFAULT VALUES").lastrowid or 0
        connection.commit()

    @classmethod
    @contextmanager
    def opened(cls, root: Path | None) -> Iterator[Self]:
        """The cache of a project; one that ends with the run where none can be kept.

        Args:
            root: the project's folder; None to keep nothing.
        """
        kept = cls._kept(root / FOLDER) if root else None
        cache = kept or cls(sqlite3.connect(":memory:"))
        with closing(cache._connection):
            yield cache

    @classmethod
    def _kept(cls, folder: Path) -> Self | None:
        """The cache in a folder; a file that is no database is begun anew."""
        file = folder / "cache.sqlite3"
        try:
            folder.mkdir(exist_ok=True)
            (folder / ".gitignore").write_text("*\n", encoding="utf-8")
            try:
                return cls._in(file)
            except sqlite3.OperationalError:  # read only, or held by another run for too long
                return None
            except sqlite3.DatabaseError:
                file.unlink(missing_ok=True)
                return cls._in(file)
        except (OSError, sqlite3.Error):
            return None

    @classmethod
    def _in(cls, file: Path) -> Self:
        connection = sqlite3.connect(file, timeout=_SECONDS)
        try:
            return cls(connection)
        except sqlite3.Error:
            connection.close()
            raise

    def get(self, keys: Iterable[str]) -> dict[str, str]:
        """The values of the keys that are known."""
        found: dict[str, str] = {}
        query = "SELECT value FROM found WHERE key = ?"
        with suppress(sqlite3.DatabaseError):
            for key in keys:
                row = self._connection.execute(query, (key,)).fetchone()
                if row:
                    found[key] = row[0]
        used = [(self._run, key) for key in found]
        self._write("UPDATE found SET run = ? WHERE key = ?", used)
        return found

    def put(self, entries: Iterable[tuple[str, str]]) -> None:
        """Remember findings, all of them or, when killed, none."""
        rows = [(key, value, self._run) for key, value in entries]
        self._write("INSERT OR REPLACE INTO found VALUES (?, ?, ?)", rows)

    def forget(self) -> None:
        """Drop what the last runs did not use."""
        oldest = (self._run - _KEPT_RUNS,)
        self._write("DELETE FROM found WHERE run < ?", [oldest])
        self._write("DELETE FROM runs WHERE run < ?", [oldest])

    def _write(self, statement: str, rows: Sequence[tuple[object, ...]]) -> None:
        with suppress(sqlite3.DatabaseError), self._connection:
            self._connection.executemany(statement, rows)


def digest(*parts: str) -> str:
    """One digest of several texts, none of which can pass for two."""
    whole = hashlib.sha256()
    for part in parts:
        data = part.encode("utf-8", "surrogatepass")
        whole.update(len(data).to_bytes(8, "big") + data)
    return whole.hexdigest()


@cache
def program_digest() -> str:
    """This program as it is installed: its version, its code and data, its libraries."""
    code = hashlib.sha256()
    for file in _files(resources.files("reuse_guard")):
        code.update(file.read_bytes())
    libraries = [f"{name} {metadata.version(name)}" for name in _LIBRARIES]
    return digest(__version__, code.hexdigest(), *libraries)


def _files(folder: Traversable) -> Iterator[Traversable]:
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.is_dir():
            if entry.name != "__pycache__":
                yield from _files(entry)
        else:
            yield entry
