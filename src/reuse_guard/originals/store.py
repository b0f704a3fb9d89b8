"""The folder of snapshots and its lock, changed so that a killed run loses nothing.

A new snapshot gets a name with its digest in it and is written first; then the lock is replaced;
then the old file goes. Whenever a run is killed, the lock names files that are there and whole, and
what is left over is a file that the lock does not name.
"""

from __future__ import annotations

import hashlib
import os
from contextlib import contextmanager
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from reuse_guard.atomic import sweep, write_atomically
from reuse_guard.documents.formats import BY_SUFFIX
from reuse_guard.expressions import expression
from reuse_guard.frozen import frozen
from reuse_guard.originals.lock import Lock, Snapshot, SnapshotError, load_lock
from reuse_guard.urls.identity import parse_address

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from pathlib import Path

_NOT_IN_NAMES = expression(r"[^a-z0-9]+")
_LONGEST_NAME = 60
_DIGITS = 12  # of the digest, in a file's name


@frozen
class Store:
    """The snapshots of a project.

    Attributes:
        folder: where they are kept.
        lock_file: the file that lists them.
    """

    folder: Path
    lock_file: Path

    def snapshots(self) -> tuple[Snapshot, ...]:
        """All snapshots, as the lock lists them.

        Raises:
            SnapshotError: the lock cannot be used.
        """
        return load_lock(self.lock_file).snapshots

    def find(self, target: str) -> Snapshot | None:
        """The snapshot of an address, or with this file's name."""
        wanted = parse_address(target)
        for snapshot in self.snapshots():
            if target in (snapshot.file, str(self.folder / snapshot.file)):
                return snapshot
            kept = parse_address(snapshot.address) if snapshot.address else None
            if wanted and kept and wanted.names_same(kept):
                return snapshot
        return None

    def read(self, snapshot: Snapshot) -> bytes:
        """The bytes of a snapshot, which are those the lock says.

        Raises:
            SnapshotError: the file is missing or was changed.
        """
        path = self.folder / snapshot.file
        try:
            content = path.read_bytes()
        except OSError as error:
            msg = (
                f"is listed in {self.lock_file.name} and cannot be read"
                f" ({error.strerror or error}); bring it back, or run: reuse-guard originals update"
            )
            raise SnapshotError(msg, source=str(path)) from error
        if hashlib.sha256(content).hexdigest() != snapshot.sha256:
            msg = (
                f"is not what {self.lock_file.name} lists: its sha256 differs; bring the file back,"
                " or take it anew with: reuse-guard originals update"
            )
            raise SnapshotError(msg, source=str(path))
        return content

    def add(
        self, content: bytes, *, suffix: str, name: str, day: date, **known: str | None
    ) -> Snapshot:
        """Keep an original, in place of the one with the same address.

        Args:
            content: its bytes.
            suffix: of its file, which tells the format.
            name: a few words for the file's name where it has no address.
            day: the day it was taken.
            known: address, encoding, etag, last_modified, as far as known.

        Raises:
            SnapshotError: the snapshot or the lock cannot be written.
        """
        digest = hashlib.sha256(content).hexdigest()
        file = _file_name(known.get("address"), name, digest, suffix)
        snapshot = Snapshot(file=file, sha256=digest, date=day, **known)
        with self._alone():
            path = self.folder / file
            path.parent.mkdir(parents=True, exist_ok=True)
            sweep(path.parent)
            write_atomically(path, content)
            self._list(snapshot)
        return snapshot

    def confirm(self, snapshot: Snapshot, *, day: date) -> None:
        """Note that a snapshot still is what its address serves."""
        with self._alone():
            self._list(snapshot.model_copy(update={"date": day}))

    def unlisted(self) -> tuple[str, ...]:
        """Files of the folder that the lock does not list."""
        listed = {snapshot.file for snapshot in self.snapshots()}
        found = (path for path in self.folder.rglob("*") if path.is_file())
        names = (path.relative_to(self.folder).as_posix() for path in found)
        return tuple(sorted(n for n in names if n not in listed and not _is_hidden(n)))

    def _list(self, snapshot: Snapshot) -> None:
        """Put a snapshot on the lock and remove the file it stands in place of."""
        before = self.snapshots()
        kept = tuple(s for s in before if not _same_work(s, snapshot))
        write_atomically(self.lock_file, Lock(snapshots=(*kept, snapshot)).dump())
        needed = {s.file for s in (*kept, snapshot)}
        for old in before:
            if old.file not in needed:
                (self.folder / old.file).unlink(missing_ok=True)

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """Keep other runs from changing the lock meanwhile; released even when killed.

        Windows has no such hold on a folder; there two runs at once must be avoided.

        Raises:
            SnapshotError: something cannot be written.
        """
        handle = None
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            handle = _hold(self.folder)
            sweep(self.lock_file.parent)
            yield
        except OSError as error:
            reason = error.strerror or error
            msg = f"cannot be written: {reason}; check its permissions and the room on its disk"
            raise SnapshotError(msg, source=str(self.folder)) from error
        finally:
            if handle is not None:
                os.close(handle)


def _hold(folder: Path) -> int | None:
    """Wait until no other run holds the folder, and hold it; None where the system has no such."""
    try:
        import fcntl  # noqa: PLC0415 - not on Windows
    except ImportError:
        return None
    handle = os.open(folder, os.O_RDONLY)
    fcntl.flock(handle, fcntl.LOCK_EX)
    return handle


def _same_work(kept: Snapshot, added: Snapshot) -> bool:
    if kept.file == added.file:
        return True
    if kept.address is None:  # the same file, given again with its address
        return kept.sha256 == added.sha256
    if added.address is None:
        return False
    first, second = parse_address(kept.address), parse_address(added.address)
    return bool(first and second and first.names_same(second))


def _file_name(address: str | None, name: str, digest: str, suffix: str) -> str:
    """A readable name: host and last part of the address, or the name, and the digest's start."""
    folder = ""
    if address:
        parts = urlsplit(address)
        folder = f"{_plain(parts.hostname or 'site')}/"
        name = unquote(parts.path.rstrip("/").rpartition("/")[2]) or "index"
    readable = _plain(name.removesuffix(suffix)) or "original"
    return f"{folder}{readable}-{digest[:_DIGITS]}{suffix}"


def _plain(text: str) -> str:
    return _NOT_IN_NAMES.sub("-", text.lower())[:_LONGEST_NAME].strip("-")


def _is_hidden(name: str) -> bool:
    return any(part.startswith(".") for part in name.split("/"))


def suffix_of(name: str) -> str:
    """The suffix that tells the format of a file, or `.txt` where it has none of them."""
    suffix = f".{name.rpartition('.')[2].lower()}"
    return suffix if suffix in BY_SUFFIX else ".txt"
