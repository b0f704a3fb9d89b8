"""Writing a file so that whoever reads it sees the old content or the new, never a part."""

from __future__ import annotations

import os
import secrets
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

# Leftovers of a killed run are told by this ending, and by nothing else.
UNFINISHED = ".reuse-guard-unfinished"


def write_atomically(path: Path, content: bytes) -> None:
    """Write a file by way of a temporary one beside it: written, synced, then renamed.

    Something that is no regular file (a pipe, a terminal, `/dev/null`) is written to as it is.

    Raises:
        OSError: the file cannot be written; what stood there stands as before.
    """
    if path.exists() and not path.is_file():
        path.write_bytes(content)
        return
    target = _followed(path) if path.is_symlink() else path
    unfinished = target.with_name(f".{target.name}.{secrets.token_hex(4)}{UNFINISHED}")
    try:
        with unfinished.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        _keep_mode(target, unfinished)
        unfinished.replace(target)
    finally:
        unfinished.unlink(missing_ok=True)
    _sync_folder(target.parent)


def sweep(folder: Path) -> None:
    """Remove what killed runs left unfinished in a folder; nothing of it was ever in use."""
    for leftover in folder.glob(f".*{UNFINISHED}"):
        leftover.unlink(missing_ok=True)


def _followed(link: Path) -> Path:
    """Where a link leads, which need not be there yet.

    Raises:
        OSError: it leads in a circle, which `resolve` tells otherwise, or not at all.
    """
    with suppress(FileNotFoundError):
        link.stat()
    return link.resolve()


def _keep_mode(old: Path, new: Path) -> None:
    if old.exists():
        new.chmod(old.stat().st_mode)


def _sync_folder(folder: Path) -> None:
    """Make the new name last through a power cut, where the system can sync a folder."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
