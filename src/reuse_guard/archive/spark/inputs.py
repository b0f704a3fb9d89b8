"""Records of JSON Lines, parquet and WARC files, numbered in the order of the input.

Lines and rows are split among the machines within a file. Of a WARC file and of a packed one a
machine reads the whole, so it must have less than 2 GB, and a third of an executor's memory.
"""

from __future__ import annotations

import re
from functools import partial, reduce
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final

from reuse_guard.archive.inputs.jsonlines import read_packed, record_of
from reuse_guard.archive.inputs.warc import pages_of
from reuse_guard.archive.model import Refused
from reuse_guard.archive.spark.session import map_rows
from reuse_guard.documents.limits import DEFAULT_LIMITS
from reuse_guard.errors import UsageError
from reuse_guard.expressions import expression

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from pyspark.sql import DataFrame, SparkSession

    from reuse_guard.archive.model import Record
    from reuse_guard.archive.spark.files import File
    from reuse_guard.archive.spark.session import Row, Rows

    Numbered = Iterator[tuple[int, Record | Refused]]

_PLACE_BITS: Final = 40  # of a line's number in its id: a million million lines in a file
_PLACE: Final = 2**_PLACE_BITS - 1
_KINDS: Final = {
    "lines": expression(r"\.(jsonl|ndjson)$", re.IGNORECASE),
    "rows": expression(r"\.parquet$", re.IGNORECASE),
    "whole": expression(r"(\.warc(\.gz)?|\.(jsonl|ndjson)\.gz)$", re.IGNORECASE),
}
_WARC: Final = expression(r"\.warc(\.gz)?$", re.IGNORECASE)
_COLUMNS: Final = ("url", "html", "markdown", "text", "title", "date", "policy", "policy_file")


def read_all(
    spark: SparkSession, files: Sequence[File], function: Callable[[Numbered], Rows], columns: str
) -> DataFrame:
    """Send all records of some files through a function.

    Args:
        spark: the session.
        files: in the order in which their records count.
        function: is given a record, or what is none, with its number.
        columns: of what it gives.

    Raises:
        UsageError: the name of a file says nothing known.
    """
    kinds: dict[str, dict[str, int]] = {kind: {} for kind in _KINDS}
    for number, file in enumerate(files):
        kinds[_kind(file)].setdefault(file.address, number << _PLACE_BITS)
    read = {"lines": _lines, "rows": _rows, "whole": _whole}
    frames = [
        map_rows(read[kind](spark, first), partial(_through, kind=kind, function=function), columns)
        for kind, first in kinds.items()
        if first
    ]
    return reduce(lambda one, other: one.unionByName(other), frames)


def is_whole(file: File) -> bool:
    """Whether one machine has to read all of it."""
    return _kind(file) == "whole"


def _kind(file: File) -> str:
    for kind, pattern in _KINDS.items():
        if pattern.search(file.address):
            return kind
    msg = f"{file.address}: is none of .jsonl, .ndjson, .parquet and .warc; rename or leave it out"
    raise UsageError(msg)


# --- on the driver: rows of (id, file, content) ---------------------------------------------------
def _lines(spark: SparkSession, first: dict[str, int]) -> DataFrame:
    # Bytes: what is no UTF-8 is told apart later. Only \n ends a line, as in the embedded path.
    lines = spark.read.option("lineSep", "\n").text(list(first))
    return _numbered(spark, lines, "CAST(value AS BINARY)", first)


def _rows(spark: SparkSession, first: dict[str, int]) -> DataFrame:
    rows = spark.read.parquet(*first)
    known = [name for name in _COLUMNS if name in rows.columns]
    as_json = f"to_json(struct({', '.join(known)}))" if known else "'{}'"
    return _numbered(spark, rows, f"CAST({as_json} AS BINARY)", first)


def _whole(spark: SparkSession, first: dict[str, int]) -> DataFrame:
    files = spark.read.format("binaryFile").load(list(first))
    starts = [(_plain(file), 0, number) for file, number in first.items()]
    placed = files.selectExpr("content", _plain_column("path")).join(_table(spark, starts), "file")
    return placed.selectExpr("first AS id", "file", "content")


def _numbered(
    spark: SparkSession, rows: DataFrame, content: str, first: dict[str, int]
) -> DataFrame:
    """Number the rows of each file from 1; it counts them first, which reads them once more."""
    placed = rows.selectExpr(
        f"{content} AS content",
        _plain_column("_metadata.file_path"),
        "_metadata.file_block_start AS block",
        "monotonically_increasing_id() AS row",
    )
    blocks = placed.groupBy("file", "block").agg({"row": "min", "*": "count"}).collect()
    following = {_plain(file): number + 1 for file, number in first.items()}
    starts = []
    for file, block, least, count in sorted(
        (row["file"], row["block"], row["min(row)"], row["count(1)"]) for row in blocks
    ):
        starts.append((file, block, following[file] - least))
        following[file] += count
    joined = placed.join(_table(spark, starts), ["file", "block"])
    return joined.selectExpr("first + row AS id", "file", "content")


def _table(spark: SparkSession, starts: list[tuple[str, int, int]]) -> DataFrame:
    table = spark.createDataFrame(starts, "file STRING, block BIGINT, first BIGINT")
    return table.hint("broadcast")


def _plain(address: str) -> str:
    """A local file by its path: Spark writes one, two or three slashes before it."""
    return re.sub("^file:/+", "/", address)


def _plain_column(column: str) -> str:
    # `_metadata` has addresses with %20 for a space, `path` has them plain.
    plain = f"url_decode(replace({column}, '+', '%2B'))" if column[0] == "_" else column
    return f"regexp_replace({plain}, '^file:/+', '/') AS file"


# --- on the executors: records --------------------------------------------------------------------
def _through(rows: Rows, *, kind: str, function: Callable[[Numbered], Rows]) -> Rows:
    return function(_of_whole(rows) if kind == "whole" else _of_lines(rows, unit=kind[:-1]))


def _of_lines(rows: Rows, *, unit: str) -> Numbered:
    for row in rows:
        content, number = row["content"], row["id"]
        if not content.strip():
            continue
        name = f"{row['file']}, {unit} {number & _PLACE}"
        if len(content) > DEFAULT_LIMITS.source_bytes:
            most = DEFAULT_LIMITS.source_bytes / 1e6
            yield number, Refused(name, f"is longer than {most:,.0f} MB")
        else:
            yield number, record_of(content, name)


def _of_whole(rows: Rows) -> Numbered:
    for row in rows:
        number = row["id"]
        try:
            for record in _unpacked(row):
                number += 1
                yield number, record
        except Exception as error:  # noqa: BLE001 - whatever a file does, the job goes on
            yield number + 1, Refused.because(error, row["file"])


def _unpacked(row: Row) -> Iterator[Record | Refused]:
    read: Any = pages_of if _WARC.search(row["file"]) else read_packed
    records: Iterator[Record | Refused] = read(BytesIO(row["content"]), source=row["file"])
    return records
