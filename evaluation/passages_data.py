"""Where the data for measuring is, and a fingerprint of what was measured."""

from __future__ import annotations

import hashlib
import json
import os
import sys
from collections.abc import Iterable
from pathlib import Path

_FLOORS = Path(__file__).resolve().parent / "floors"
_DEFAULT = Path(__file__).resolve().parents[1].parent / "shared" / "data"


def data_folder(argument: str | None) -> Path:
    """The folder named by the argument, by `REUSE_GUARD_DATA`, or beside the repository.

    Exits with a message when there is none: an evaluation without data measures nothing.
    """
    folder = Path(argument or os.environ.get("REUSE_GUARD_DATA") or _DEFAULT)
    if not folder.is_dir():
        sys.exit(f"no data folder at {folder}: name it as an argument or in REUSE_GUARD_DATA")
    return folder


def check_floors(name: str, data: str, measured: dict[str, float], *, lowest: bool) -> int:
    """Compare figures with those on record; print what fell short.

    Args:
        name: of the record in `evaluation/floors`, without its ending.
        data: fingerprint of the data measured.
        measured: figures by name.
        lowest: whether the record is the least allowed (scores), or the most (errors).

    Returns:
        An exit status: 1 when a figure is worse than its record, 0 otherwise.
    """
    record = json.loads((_FLOORS / f"{name}.json").read_text("utf-8"))
    if record["data"] != data:
        print(f"{name}: other data than the record's, nothing to compare")
        return 0
    sign = 1 if lowest else -1
    short = {
        key: (measured[key], limit)
        for key, limit in record["figures"].items()
        if sign * measured[key] < sign * limit
    }
    for key, (figure, limit) in short.items():
        print(f"{name}: {key}: {figure:.3f}, on record {limit:.3f}")
    return 1 if short else 0


def fingerprint(paths: Iterable[Path]) -> str:
    """SHA-256 over the names and contents of files, in order of their names."""
    digest = hashlib.sha256()
    for path in sorted(paths):
        digest.update(path.name.encode())
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()
