"""Spark itself: a session, and rows through Python."""

from __future__ import annotations

import os
import re
import shutil
import sys
from contextlib import contextmanager
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, Any, Final

from reuse_guard.errors import ReadError, UsageError, need
from reuse_guard.expressions import expression

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pyspark.sql import DataFrame, SparkSession

    Row = dict[str, Any]
    Rows = Iterator[Row]

_UNREADABLE: Final = expression(
    r"\[FAILED_READ_FILE\b[^]]*\] Encountered error while reading file"
    r" (?:file:/*(?=/))?(.+?\.parquet)\b",
    re.IGNORECASE,
)
_BATCH: Final = 64  # rows; a page's source is 10 KB as a rule, 16 MB at most
_SUBMITTED: Final = "PYSPARK_GATEWAY_PORT"  # set by spark-submit, which has chosen the master
_SETTINGS: Final = {
    "spark.sql.session.timeZone": "UTC",
    "spark.sql.execution.arrow.maxRecordsPerBatch": str(_BATCH),
    "spark.ui.showConsoleProgress": "false",
}
_OWN: Final = {"spark.ui.enabled": "false", "spark.log.level": "ERROR"}
# Nobody else has to reach a session on this machine.
_LOCAL: Final = {"spark.driver.host": "127.0.0.1", "spark.driver.bindAddress": "127.0.0.1"}


def open_session(master: str | None = None, *, memory: str = "2g") -> SparkSession:
    """Start Spark, or join the session that spark-submit started.

    Args:
        master: address of a cluster; all processors of this machine when left out.
        memory: of this process, where it is not spark-submit that starts it.

    Raises:
        MissingExtraError: the extra `spark` is not installed.
        UsageError: there is no Java.
    """
    builder = need("pyspark.sql", extra="spark").SparkSession.builder.appName("reuse-guard")
    need("pyarrow", extra="spark")
    if not (os.environ.get("JAVA_HOME") or shutil.which("java")):
        msg = "Spark needs Java 17 or newer: on Debian, apt-get install default-jre-headless"
        raise UsageError(msg)
    settings = dict(_SETTINGS)
    if _SUBMITTED not in os.environ:
        os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
        settings |= _OWN | {"spark.master": master or "local[*]", "spark.driver.memory": memory}
        settings |= _LOCAL if settings["spark.master"].startswith("local") else {}
    for key, value in settings.items():
        builder = builder.config(key, value)
    session: SparkSession = builder.getOrCreate()
    return session


@contextmanager
def files_named() -> Iterator[None]:
    """Turn Spark's error over a file that it cannot read into one that says what to do.

    Raises:
        ReadError: a file is not of the kind that its name says, or is damaged.
    """
    try:
        yield
    except Exception as error:
        found = _UNREADABLE.search(str(error))
        if found is None:
            raise
        problem = "is no parquet file, or is damaged; write it anew, or leave it out"
        raise ReadError(problem, source=found[1]) from error


def map_rows(frame: DataFrame, function: Callable[[Rows], Rows], columns: str) -> DataFrame:
    """Send the rows of each partition through a function.

    Args:
        frame: the rows; those of a partition come in its order.
        function: a plain one, which the executors import.
        columns: of what it gives.
    """
    from pyspark.sql.pandas.types import to_arrow_schema  # noqa: PLC0415 - the extra
    from pyspark.sql.types import StructType  # noqa: PLC0415

    schema: Any = StructType.fromDDL(columns)
    batches = partial(_map_batches, function=function, schema=to_arrow_schema(schema))
    return frame.mapInArrow(batches, schema)


def _map_batches(
    batches: Iterator[Any],
    *,
    function: Callable[[Rows], Rows],
    schema: Any,  # noqa: ANN401 - pyarrow has no types
) -> Iterator[Any]:
    from pyarrow import RecordBatch  # noqa: PLC0415 - the extra

    rows = function(row for batch in batches for row in batch.to_pylist())
    while chunk := list(islice(rows, _BATCH)):
        yield RecordBatch.from_pylist([_clean(row) for row in chunk], schema=schema)


def _clean(row: Row) -> Row:
    """Half of a surrogate pair, which JSON can bring, has no place in UTF-8."""
    return {
        key: value.encode("utf-8", "replace").decode() if isinstance(value, str) else value
        for key, value in row.items()
    }
