"""An archive of articles: which of them is a page made of, and were their terms kept?"""

from reuse_guard.archive.archive import Archive
from reuse_guard.archive.errors import ArchiveError
from reuse_guard.archive.inputs import read_records
from reuse_guard.archive.model import (
    Added,
    Addition,
    Checked,
    Found,
    Hit,
    Judged,
    Record,
    Refused,
    Reuse,
    Run,
    Stats,
    Unjudged,
    Version,
)

__all__ = [
    "Added",
    "Addition",
    "Archive",
    "ArchiveError",
    "Checked",
    "Found",
    "Hit",
    "Judged",
    "Record",
    "Refused",
    "Reuse",
    "Run",
    "Stats",
    "Unjudged",
    "Version",
    "read_records",
]
