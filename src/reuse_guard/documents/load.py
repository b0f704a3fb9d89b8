"""What a caller gives, as bytes and as text."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from reuse_guard.documents.binary import refuse_binary
from reuse_guard.documents.decode import Decoded, decode
from reuse_guard.errors import ReadError, UsageError

NO_FILE: Final = "is a pipe or a device, not a file; leave it out"
NOT_ALLOWED: Final = "may not be read; check its permissions"
Content = str | bytes | Path


def label_of(source: Content, name: str | None) -> str:
    """What messages call the source: a file by its path, other content by its `name`."""
    return str(source) if isinstance(source, Path) else name or f"<{type(source).__name__}>"


def load_bytes(source: Content, *, label: str, most: int) -> bytes:
    """The bytes of the source, those of a `str` in UTF-8.

    Raises:
        ReadError: the file is missing or unreadable, or there are over `most` bytes.
        UsageError: the source is of no type that can be read.
    """
    if isinstance(source, Path):
        data = _file(source, label, most)
    elif isinstance(source, str):
        data = source.encode("utf-8", "surrogatepass")
    elif isinstance(source, bytes | bytearray | memoryview):
        data = bytes(source)
    else:
        msg = f"{label}: give content as str or bytes, a file as pathlib.Path, or a Document"
        raise UsageError(msg)
    if len(data) > most:
        problem = f"larger than {most / 1e6:,.0f} MB (source_bytes); give the article alone"
        raise ReadError(problem, source=label)
    return data


def load_text(source: Content, data: bytes, *, label: str, encoding: str | None) -> Decoded:
    """The text of the source, whose bytes are `data`; a `str` is its own text.

    Raises:
        ReadError: the bytes are no text, or cannot be decoded without loss.
    """
    if isinstance(source, str):
        return Decoded(source, "utf-8")
    refuse_binary(data, source=label)
    return decode(data, source=label, encoding=encoding)


def is_readable(path: Path) -> bool:
    """Whether what a folder holds may be opened: of a pipe nobody knows whether it ever ends."""
    return path.is_file() or path.is_dir() or not path.exists()


def _file(path: Path, label: str, most: int) -> bytes:
    """The bytes of a file, at most one more than allowed."""
    try:
        with path.open("rb") as file:
            return file.read(most + 1)
    except FileNotFoundError:
        problem = "no such file; check the path"
    except IsADirectoryError:
        problem = "is a folder; name a file in it"
    except PermissionError:
        problem = NOT_ALLOWED
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        problem = f"cannot be read: {reason}; check the path and its disk"
    raise ReadError(problem, source=label)
