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
    from collections.abc import Iterable, Iterator
    from importlib.resources.abc import Traversable
    from pathlib import Path

FOLDER = ".reuse-guard"
_LIBRARIES = (
    "beautifulsoup4",
    "lxml",
    "markdown-it-py",
    "numpy",
    "pydantic",
    "PyYAML",
    "rapidfuzz",
)
_KEPT_RUNS = 20  # an entry that so many runs did not use is forgotten
_TABLES = """
    CREATE TABLE IF NOT EXISTS found (
        key TEXT PRIMARY KEY, value TEXT NOT NULL, run INTEGER NOT NULL
    );
    CREATE TABLE IF NOT EXISTS runs (run INTEGER PRIMARY KEY);
"""


class Cache:
    """Findings by key, in one SQLite file; a killed run leaves it whole.

    Build it with `opened`.
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
        kept = _connect(root / FOLDER) if root else None
        with closing(kept or sqlite3.connect(":memory:")) as connection:
            yield cls(connection)

    def get(self, keys: Iterable[str]) -> dict[str, str]:
        """The values of the keys that are known."""
        found: dict[str, str] = {}
        for key in keys:
            row = self._connection.execute(
                "SELECT value FROM found WHERE key = ?", (key,)
            ).fetchone()
            if row:
                found[key] = row[0]
        rows = [(self._run, key) for key in found]
        self._connection.executemany("UPDATE found SET run = ? WHERE key = ?", rows)
        self._connection.commit()
        return found

    def put(self, entries: Iterable[tuple[str, str]]) -> None:
        """Remember findings, all of them or, when killed, none."""
        rows = [(key, value, self._run) for key, value in entries]
        self._connection.executemany("INSERT OR REPLACE INTO found VALUES (?, ?, ?)", rows)
        self._connection.commit()

    def forget(self) -> None:
        """Drop what the last runs did not use."""
        oldest = self._run - _KEPT_RUNS
        self._connection.execute("DELETE FROM found WHERE run < ?", (oldest,))
        self._connection.execute("DELETE FROM runs WHERE run < ?", (oldest,))
        self._connection.commit()


def _connect(folder: Path) -> sqlite3.Connection | None:
    """Open the file; a damaged one is begun anew."""
    file = folder / "cache.sqlite3"
    for _ in range(2):
        try:
            folder.mkdir(exist_ok=True)
            (folder / ".gitignore").write_text("*\n", encoding="utf-8")
            connection = sqlite3.connect(file, timeout=30)
            connection.executescript(_TABLES)
        except sqlite3.DatabaseError:
            with suppress(OSError):
                file.unlink(missing_ok=True)
        except OSError:
            return None
        else:
            return connection
    return None


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
