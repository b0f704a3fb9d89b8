"""Where the data for measuring is, and what to do when it is not there."""

from __future__ import annotations

import os
import sys
from pathlib import Path

DEFAULT = Path(__file__).parent.parent.parent / "shared" / "data"


def find_data(argument: str | None = None) -> Path | None:
    """The data folder: the argument, else `REUSE_GUARD_DATA`, else beside the repository."""
    folder = Path(argument or os.environ.get("REUSE_GUARD_DATA") or DEFAULT)
    return folder if folder.is_dir() else None


def data_folder(argument: str | None = None) -> Path:
    """The same, ending the program with the remedy where there is none."""
    folder = find_data(argument)
    if folder is None:
        sys.exit("no data folder: give it as the argument or in REUSE_GUARD_DATA; nothing measured")
    return folder
