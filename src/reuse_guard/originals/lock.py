"""`reuse-guard.lock`: which originals are kept, from where, since when, and their digests.

Written by the program, read by people in a diff: TOML, one table for each snapshot, in the order of
the files, so that two branches that add different originals merge.
"""

from __future__ import annotations

import json
from datetime import date  # noqa: TC003 - pydantic resolves the annotation
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import AfterValidator, Field

from reuse_guard.errors import LocatedError
from reuse_guard.schema import Strict, load_mapping, validate

if TYPE_CHECKING:
    from pathlib import Path

HEADING = "# The originals kept here. Written by reuse-guard originals; do not edit by hand.\n"


class SnapshotError(LocatedError):
    """A snapshot or the lock that lists it cannot be used."""


def _inside(file: str) -> str:
    if not file or file.startswith("/") or "\\" in file or ".." in file.split("/") or ":" in file:
        msg = f"{file!r} leads out of the originals' folder"
        raise ValueError(msg)
    return file


class Snapshot(Strict):
    """One original as it was on a day.

    Attributes:
        file: where it is kept, from the originals' folder, with `/`.
        sha256: hexadecimal digest of its bytes.
        date: the day it was taken.
        address: where it is published; None where that is not known.
        encoding: as the server named it, or None.
        etag: what the server calls this version, for asking whether there is a newer one.
        last_modified: the same by date.
    """

    file: Annotated[str, AfterValidator(_inside)]
    sha256: str = Field(pattern=r"^[0-9a-f]{64}$", description="64 digits from 0 to f")
    date: date
    address: str | None = None
    encoding: str | None = None
    etag: str | None = None
    last_modified: str | None = None


class Lock(Strict):
    """All snapshots, in the order of their files.

    Attributes:
        version: of this format.
        snapshots: the originals.
    """

    version: Literal[1] = 1
    snapshots: tuple[Snapshot, ...] = ()

    def dump(self) -> bytes:
        """The lock as TOML."""
        tables = (_table(s) for s in sorted(self.snapshots, key=lambda s: s.file))
        return "\n".join([f"{HEADING}version = {self.version}\n", *tables]).encode()


def load_lock(path: Path) -> Lock:
    """Read a lock; an empty one where there is no file yet.

    Raises:
        SnapshotError: it cannot be read or does not fit the model.
    """
    if not path.exists():
        return Lock()
    data = load_mapping(path, error=SnapshotError)
    if data.get("version", 1) != 1:
        msg = (
            "another version of reuse-guard wrote it; install that one, or bring an older file back"
        )
        raise SnapshotError(msg, source=str(path), where="version")
    lock = validate(Lock, data, source=str(path), error=SnapshotError)
    files = [snapshot.file for snapshot in lock.snapshots]
    twice = next((file for file in files if files.count(file) > 1), None)
    if twice:
        msg = f"{twice} is listed twice; keep the table that fits the file"
        raise SnapshotError(msg, source=str(path))
    return lock


def _table(snapshot: Snapshot) -> str:
    fields = snapshot.model_dump(exclude_none=True)
    day = fields.pop("date")
    lines = [f"{name} = {_quoted(value)}\n" for name, value in fields.items()]
    return "".join(["[[snapshots]]\n", *lines, f"date = {day.isoformat()}\n"])


def _quoted(text: str) -> str:
    """A TOML basic string: as in JSON, and DEL escaped too."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007F")
