"""Articles of any files and folders, one record each, read as they are asked for."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Final
from urllib.parse import quote, urljoin

from reuse_guard.archive.inputs.jsonlines import read_json_lines
from reuse_guard.archive.inputs.warc import read_warc
from reuse_guard.archive.inputs.wordpress import is_wordpress, read_wordpress
from reuse_guard.archive.model import Record, Refused
from reuse_guard.arguments import require_address
from reuse_guard.documents.feeds import read_items
from reuse_guard.documents.formats import BESIDE_TEXTS, BY_SUFFIX
from reuse_guard.documents.limits import DEFAULT_LIMITS
from reuse_guard.documents.load import NO_FILE, NOT_ALLOWED, is_readable, load_bytes
from reuse_guard.errors import ReadError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    Records = Iterator[Record | Refused]

_JSON_LINES: Final = (".jsonl", ".ndjson", ".jsonl.gz", ".ndjson.gz")
_WARC: Final = (".warc", ".warc.gz")
_FEEDS: Final = (".xml", ".rss", ".atom", ".json")
_ARTICLES: Final = (*BY_SUFFIX, ".docx")
_NOT_MEANT: Final = (".", *BESIDE_TEXTS)


def read_records(paths: Iterable[Path], *, base_url: str | None = None) -> Records:
    """Read files, and all files of folders in the order of their names.

    Args:
        paths: HTML, Markdown, text and Word files, JSON Lines, RSS, Atom and ninjs, exports of
            WordPress, WARC files, and folders of them.
        base_url: where a folder stands on the web; the address of a file in it is made of it and of
            the path within the folder.

    Raises:
        UsageError: `base_url` is no web address.

    Yields:
        Articles, and what is none or cannot be read, each with the reason.
    """
    require_address("base_url", base_url)
    for path in paths:
        if path.is_dir():
            shut: list[OSError] = []
            for file in _files(path, shut):
                yield from _read_file(file, _address(base_url, file.relative_to(path)))
            yield from (Refused(str(error.filename), NOT_ALLOWED) for error in shut)
        else:
            yield from _read_file(path, _address(base_url, Path(path.name)), is_named=True)


def _files(folder: Path, shut: list[OSError]) -> Iterator[Path]:
    """Files in order, but for hidden ones and what programs leave beside them.

    Why a folder in it cannot be read is added to `shut`.
    """
    for parent, folders, names in os.walk(folder, onerror=shut.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (Path(parent, name) for name in sorted(names) if not name.startswith(_NOT_MEANT))


def _address(base_url: str | None, path: Path) -> str | None:
    return urljoin(base_url, quote(path.as_posix())) if base_url else None


def _read_file(path: Path, url: str | None, *, is_named: bool = False) -> Records:
    """The articles of one file; one that was named on purpose is read whatever its name."""
    if not is_named and not is_readable(path):
        yield Refused(str(path), NO_FILE)
        return
    reader = _reader(path.name.lower())
    if reader is not None:
        try:
            yield from reader(path)
        except Exception as error:  # noqa: BLE001 - whatever a file does, the others are read
            name = error.source if isinstance(error, ReadError) else str(path)
            yield Refused.because(error, name)
    elif is_named or path.suffix.lower() in _ARTICLES:
        yield _article(path, url)
    else:
        yield Refused(str(path), f"{path.suffix or 'no suffix'} is no article", is_article=False)


def _reader(name: str) -> Callable[[Path], Records] | None:
    if name.endswith(_JSON_LINES):
        return read_json_lines
    if name.endswith(_WARC):
        return read_warc
    return _read_feed if name.endswith(_FEEDS) else None


def _read_feed(path: Path) -> Records:
    if path.suffix.lower() == ".xml" and is_wordpress(path):
        yield from read_wordpress(path)
        return
    for item in read_items(path):
        if isinstance(item, ReadError):
            yield Refused.because(item, item.source)
        else:
            yield Record(item, item.source, url=item.url)


def _article(path: Path, url: str | None) -> Record | Refused:
    try:
        content = load_bytes(path, label=str(path), most=DEFAULT_LIMITS.source_bytes)
    except ReadError as error:
        return Refused(str(path), error.problem)
    known = BY_SUFFIX.get(path.suffix.lower())
    return Record(content, str(path), url=url, format=known or "auto")
