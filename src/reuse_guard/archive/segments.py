"""The inverted index: from fingerprints to the versions that have them, in blocks of postings.

A posting is one number, `fingerprint << 24 | version`. A segment is a sorted set of postings cut
into blocks by the first `bits` bits of the fingerprint, about 128 postings (1 KB) a block, so the
block of a fingerprint is known without a directory and one row is read for it:

    segment 7, bits 3     block 0: 000…  block 1: 001…  …  block 7: 111…
                          [posting, posting, …] ascending, 8 bytes each

Additions write a small segment of their own; segments are merged as they get many, and what was
removed, and what became a stock phrase, is left out of the merged one.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

import numpy as np

from reuse_guard.archive.fingerprints import FINGERPRINT_BITS
from reuse_guard.frozen import frozen

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator, Sequence

    from numpy.typing import NDArray

    Postings = NDArray[np.uint64]

VERSION_BITS: Final = 24
MOST_VERSIONS: Final = 2**VERSION_BITS - 1
_LOW = np.uint64(VERSION_BITS)
_VERSION = np.uint64(MOST_VERSIONS)
_BLOCK: Final = 128  # postings wanted in a block
_BLOCK_BITS: Final = 24  # bits of a block's number in its row id
_MOST_HOLES: Final = 30_000  # SQLite takes 32,766 parameters in a statement
_AT_ONCE: Final = 13  # bits of blocks that a merge holds in memory: 8,192 blocks, 8 MB of postings
# A shingle in more versions than this is a stock phrase ("the end of the year") or furniture, tells
# nothing, and would make a search read ever more: it is struck when segments are merged.
STOCK: Final = 1000
_FAN_IN: Final = 8  # segments of one size before they are merged, while many articles are added
_STEP: Final = 4  # afterwards each segment is at least so many times as large as all smaller ones

SCHEMA = """
CREATE TABLE segments (id INTEGER PRIMARY KEY AUTOINCREMENT, bits INTEGER NOT NULL,
    postings INTEGER NOT NULL);
CREATE TABLE blocks (id INTEGER PRIMARY KEY, postings BLOB NOT NULL);
CREATE TABLE stock (fingerprint INTEGER PRIMARY KEY);
"""


@frozen
class Segment:
    """One part of the index: its number, the bits that tell the block, and how many postings."""

    id: int
    bits: int
    postings: int

    @property
    def first_row(self) -> int:
        """Row of its block 0."""
        return self.id << _BLOCK_BITS


def segments_of(connection: sqlite3.Connection) -> list[Segment]:
    """All segments, the smallest first."""
    rows = connection.execute("SELECT id, bits, postings FROM segments ORDER BY postings, id")
    return [Segment(*row) for row in rows]


def add_segment(
    connection: sqlite3.Connection, fingerprints: Sequence[tuple[int, NDArray[np.uint64]]]
) -> None:
    """Write the distinct fingerprints of some new versions as a segment of their own."""
    parts = [values << _LOW | np.uint64(version) for version, values in fingerprints]
    postings = np.sort(np.concatenate([np.zeros(0, np.uint64), *parts]))
    bits = _bits_for(len(postings))
    segment = _new_segment(connection, bits)
    _write(connection, segment, postings, of=range(1 << bits))
    _finish(connection, segment, len(postings))


def look_up(
    connection: sqlite3.Connection, segment: Segment, fingerprints: NDArray[np.uint64]
) -> tuple[NDArray[np.int64], NDArray[np.uint64]]:
    """Find fingerprints in a segment.

    Args:
        connection: to the archive.
        segment: where to look.
        fingerprints: distinct, ascending.

    Returns:
        Indices into `fingerprints`, and a version that has each.
    """
    blocks = np.unique(fingerprints >> np.uint64(FINGERPRINT_BITS - segment.bits))
    rows = (blocks.astype(np.int64) + segment.first_row).tolist()
    postings = _joined(
        blob
        for first in range(0, len(rows), _MOST_HOLES)
        for (blob,) in _blocks(connection, rows[first : first + _MOST_HOLES])
    )
    known = postings >> _LOW
    first = np.searchsorted(known, fingerprints, "left")
    counts = np.searchsorted(known, fingerprints, "right") - first
    which = np.repeat(np.arange(len(fingerprints)), counts)
    within = np.arange(len(which)) - np.repeat(np.cumsum(counts) - counts, counts)
    return which, postings[first[which] + within] & _VERSION


def _blocks(connection: sqlite3.Connection, rows: list[int]) -> sqlite3.Cursor:
    holes = ",".join("?" * len(rows))
    return connection.execute(
        f"SELECT postings FROM blocks WHERE id IN ({holes}) ORDER BY id",  # noqa: S608 - holes alone
        rows,
    )


def stock_among(
    connection: sqlite3.Connection, fingerprints: NDArray[np.uint64]
) -> NDArray[np.uint64]:
    """Those of the fingerprints that are known as stock phrases."""
    rows = connection.execute(
        "SELECT fingerprint FROM stock WHERE fingerprint IN (SELECT value FROM json_each(?))",
        (json.dumps(fingerprints.tolist()),),
    )
    return np.array(sorted(value for (value,) in rows), np.uint64)


# --- merging --------------------------------------------------------------------------------------
def crowded(connection: sqlite3.Connection) -> list[Segment]:
    """The segments to merge while articles keep coming: `_FAN_IN` or more of about one size."""
    chosen: list[Segment] = []
    for segment in segments_of(connection):
        if chosen and segment.postings > _FAN_IN // 2 * chosen[0].postings:
            if len(chosen) >= _FAN_IN:
                return chosen
            chosen = []
        chosen.append(segment)
    return chosen if len(chosen) >= _FAN_IN else []


def unsettled(connection: sqlite3.Connection) -> list[Segment]:
    """The segments to merge at the end of an addition, so that a search looks into few."""
    segments = segments_of(connection)
    total, last = 0, 0
    for number, segment in enumerate(segments):
        if number and segment.postings < _STEP * total:
            last = number
        total += segment.postings
    return segments[: last + 1] if last else []


def merge(
    connection: sqlite3.Connection, segments: Sequence[Segment], removed: NDArray[np.uint64]
) -> Iterator[float]:
    """Make one segment of some; runs in the caller's transaction.

    Args:
        connection: to the archive.
        segments: what to merge.
        removed: versions whose postings are dropped.

    Yields:
        How much is done, 0 to 1.
    """
    total = sum(segment.postings for segment in segments)
    bits = _bits_for(total)
    target = _new_segment(connection, bits)
    parts = 1 << max(bits - _AT_ONCE, 0)
    readers = [_Reader(connection, segment, parts) for segment in segments]
    written = 0
    for part in range(parts):
        postings = np.sort(np.concatenate([reader.take(part) for reader in readers]))
        lowest = part * (2**FINGERPRINT_BITS // parts)
        kept = _worth_keeping(connection, postings, removed, lowest, parts)
        width = (1 << bits) // parts
        _write(connection, target, kept, of=range(part * width, (part + 1) * width))
        written += len(kept)
        yield (part + 1) / parts
    _finish(connection, target, written)
    for segment in segments:
        _delete(connection, segment)
        connection.execute("DELETE FROM segments WHERE id = ?", (segment.id,))


def _worth_keeping(
    connection: sqlite3.Connection,
    postings: Postings,
    removed: NDArray[np.uint64],
    lowest: int,
    parts: int,
) -> Postings:
    """The postings without those of removed versions and those of stock phrases, new ones noted."""
    if len(removed):
        postings = postings[~np.isin(postings & _VERSION, removed)]
    fingerprints = postings >> _LOW
    starts = np.flatnonzero(np.diff(fingerprints, prepend=np.uint64(2**FINGERPRINT_BITS)))
    counts = np.diff(starts, append=len(postings))
    values = fingerprints[starts]
    known = _stock(connection, lowest, lowest + 2**FINGERPRINT_BITS // parts)
    is_stock = counts > STOCK
    connection.executemany(
        "INSERT OR IGNORE INTO stock VALUES (?)", ((value,) for value in values[is_stock].tolist())
    )
    is_stock |= np.isin(values, known)
    return postings[np.repeat(~is_stock, counts)] if is_stock.any() else postings


class _Reader:
    """Takes a segment part by part; one with fewer blocks than parts is read at once."""

    def __init__(self, connection: sqlite3.Connection, segment: Segment, parts: int) -> None:
        self._connection = connection
        self._segment = segment
        self._parts = parts
        self._width = (1 << segment.bits) // parts  # blocks in a part
        self._all = None if self._width else self._read(0, 1 << segment.bits)

    def take(self, part: int) -> Postings:
        if self._all is None:
            return self._read(part * self._width, (part + 1) * self._width)
        step = 2 ** (FINGERPRINT_BITS + VERSION_BITS) // self._parts
        bounds = [part * step, (part + 1) * step - 1]
        first, last = np.searchsorted(self._all, np.array(bounds, np.uint64))
        # The last number of a part is not a posting: version 2^24 - 1 is never given.
        return self._all[first:last]

    def _read(self, first: int, stop: int) -> Postings:
        row = self._segment.first_row
        found = self._connection.execute(
            "SELECT postings FROM blocks WHERE id >= ? AND id < ? ORDER BY id",
            (row + first, row + stop),
        )
        return _joined(blob for (blob,) in found)


def _joined(blobs: Iterable[bytes]) -> Postings:
    return np.frombuffer(b"".join(blobs), "<u8").astype(np.uint64, copy=False)


def _stock(connection: sqlite3.Connection, first: int, stop: int) -> NDArray[np.uint64]:
    rows = connection.execute(
        "SELECT fingerprint FROM stock WHERE fingerprint >= ? AND fingerprint < ?", (first, stop)
    )
    return np.array([value for (value,) in rows], np.uint64)


def _bits_for(postings: int) -> int:
    return min(max(postings // _BLOCK, 1).bit_length(), _BLOCK_BITS)


def _new_segment(connection: sqlite3.Connection, bits: int) -> Segment:
    row = connection.execute("INSERT INTO segments (bits, postings) VALUES (?, 0)", (bits,))
    assert row.lastrowid is not None  # noqa: S101 - an INSERT has one
    return Segment(row.lastrowid, bits, 0)


def _write(
    connection: sqlite3.Connection, segment: Segment, postings: Postings, *, of: range
) -> None:
    """Write these blocks of a segment; the postings are all of theirs, ascending."""
    shift = FINGERPRINT_BITS + VERSION_BITS - segment.bits
    inner = (np.arange(of.start + 1, of.stop, dtype=np.uint64)) << np.uint64(shift)
    bounds = [0, *np.searchsorted(postings, inner).tolist(), len(postings)]
    content = memoryview(postings.astype("<u8", copy=False).tobytes())
    rows = (
        (segment.first_row + block, content[8 * first : 8 * stop])
        for block, first, stop in zip(of, bounds, bounds[1:], strict=False)
        if stop > first
    )
    connection.executemany("INSERT INTO blocks VALUES (?, ?)", rows)


def _finish(connection: sqlite3.Connection, segment: Segment, postings: int) -> None:
    connection.execute("UPDATE segments SET postings = ? WHERE id = ?", (postings, segment.id))


def _delete(connection: sqlite3.Connection, segment: Segment) -> None:
    first = segment.first_row
    connection.execute(
        "DELETE FROM blocks WHERE id >= ? AND id < ?", (first, first + (1 << _BLOCK_BITS))
    )
