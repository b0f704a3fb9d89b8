"""What can be added to an archive: files, folders, JSON Lines, feeds, WordPress exports, WARC."""

from reuse_guard.archive.inputs.records import read_records

__all__ = ["read_records"]
