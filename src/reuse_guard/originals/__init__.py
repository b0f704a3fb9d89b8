"""Originals kept as snapshots in a folder, listed in `reuse-guard.lock`."""

from reuse_guard.originals.lock import Lock, Snapshot, SnapshotError
from reuse_guard.originals.store import Store

__all__ = ["Lock", "Snapshot", "SnapshotError", "Store"]
