"""Where the data for measuring is, and a fingerprint of what was measured."""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterable
from pathlib import Path

_DEFAULT = Path(__file__).resolve().parents[1].parent / "shared" / "data"


def data_folder(argument: str | None) -> Path:
    """The folder named by the argument, by `REUSE_GUARD_DATA`, or beside the repository.

    Exits with a message when there is none: an evaluation without data measures nothing.
    """
    folder = Path(argument or os.environ.get("REUSE_GUARD_DATA") or _DEFAULT)
    if not folder.is_dir():
        sys.exit(f"no data folder at {folder}: name it as an argument or in REUSE_GUARD_DATA")
    return folder


def fingerprint(paths: Iterable[Path]) -> str:
    """SHA-256 over the names and contents of files, in order of their names."""
    digest = hashlib.sha256()
    for path in sorted(paths):
        digest.update(path.name.encode())
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()
