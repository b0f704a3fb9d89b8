"""Files of any file system that Spark reads."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reuse_guard.errors import UsageError
from reuse_guard.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pyspark.sql import SparkSession


@frozen
class File:
    """A file.

    Attributes:
        address: as Spark names it, e.g. `file:///data/a.jsonl`.
        size: bytes.
        changed: when, in milliseconds.
    """

    address: str
    size: int
    changed: int


class FileSystem:
    """Hadoop's file system, as far as a job needs it."""

    def __init__(self, spark: SparkSession) -> None:
        context: Any = spark.sparkContext
        self._path = context._jvm.org.apache.hadoop.fs.Path
        self._streams = context._jvm.org.apache.commons.io.IOUtils
        self._configuration = context._jsc.hadoopConfiguration()

    def files(self, addresses: Iterable[str]) -> list[File]:
        """The files of folders and of the folders in them, of patterns, and single ones.

        Raises:
            UsageError: there is none at one of the addresses.
        """
        return [file for address in addresses for file in self._files(address)]

    def _files(self, address: str) -> list[File]:
        path, system = self._at(address)
        found: list[File] = []
        for status in system.globStatus(path) or ():
            listed = system.listFiles(status.getPath(), True)  # noqa: FBT003 - Java's
            while listed.hasNext():
                found += _file(listed.next(), below=str(status.getPath().toString()))
        if not found:
            msg = f"{address}: no such file, or a folder of none; give files or folders"
            raise UsageError(msg)
        return sorted(found, key=lambda file: file.address)

    def exists(self, address: str) -> bool:
        """Whether a file or a folder stands there."""
        path, system = self._at(address)
        return bool(system.exists(path))

    def read(self, address: str) -> str | None:
        """The text of a small file; None where there is none."""
        path, system = self._at(address)
        if not system.exists(path):
            return None
        stream = system.open(path)
        try:
            return str(self._streams.toString(stream, "UTF-8"))
        finally:
            stream.close()

    def write(self, address: str, text: str) -> None:
        """Write a small file, in place of what was there."""
        path, system = self._at(address)
        stream = system.create(path, True)  # noqa: FBT003 - Java's
        try:
            stream.write(bytearray(text.encode()))
        finally:
            stream.close()

    def remove(self, address: str) -> None:
        """Remove a file, if it is there."""
        path, system = self._at(address)
        system.delete(path, False)  # noqa: FBT003 - Java's

    def _at(self, address: str) -> tuple[Any, Any]:
        path = self._path(address)
        return path, path.getFileSystem(self._configuration)


def _file(status: Any, *, below: str) -> list[File]:  # noqa: ANN401 - Java's
    address = str(status.getPath().toString())
    if any(part.startswith((".", "_")) for part in address[len(below) :].split("/")):
        return []  # not meant for anybody, such as _SUCCESS
    return [File(address, status.getLen(), status.getModificationTime())]
