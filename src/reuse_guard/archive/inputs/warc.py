"""WARC files, as crawlers write them (ISO 28500): the pages in them, each with its address."""

from __future__ import annotations

import gzip
import zlib
from contextlib import nullcontext
from typing import TYPE_CHECKING, Any, BinaryIO, Final

from reuse_guard.archive.model import Record, Refused
from reuse_guard.documents.frontmatter import parse_date
from reuse_guard.documents.limits import DEFAULT_LIMITS
from reuse_guard.errors import ReadError, need
from reuse_guard.urls.identity import parse_address

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_FORMATS: Final = {
    "text/html": "html",
    "application/xhtml+xml": "html",
    "text/plain": "text",
    "text/markdown": "markdown",
}
_FETCHED: Final = "200"
_MARK: Final = b"WARC/"
_GZIP: Final = b"\x1f\x8b"


def read_warc(path: Path) -> Iterator[Record | Refused]:
    """Read the pages of a WARC file, packed or not.

    Raises:
        MissingExtraError: the extra `warc` is not installed.
        ReadError: the file is no WARC file, or is cut off.
    """
    try:
        with path.open("rb") as file:
            yield from pages_of(file, source=str(path))
    except OSError as error:
        problem = f"cannot be read: {error.strerror or error}; check the file"
        raise ReadError(problem, source=str(path)) from error


def pages_of(file: BinaryIO, *, source: str) -> Iterator[Record | Refused]:
    """Read the pages of an open file; see `read_warc`."""
    if not _begins_as_warc(file, source):
        problem = "is no WARC file; a page is read under the suffix .html"
        raise ReadError(problem, source=source)
    iterator = need("warcio.archiveiterator", extra="warc").ArchiveIterator
    broken = need("warcio.exceptions", extra="warc").ArchiveLoadFailed
    try:
        for entry in iterator(file):
            if entry.rec_type in ("response", "resource"):
                yield _record(entry, source)
    except (broken, OSError, EOFError, ValueError) as error:
        problem = f"is no whole WARC file: {error}; what stands before that place was read"
        raise ReadError(problem, source=source) from error


def _begins_as_warc(file: BinaryIO, source: str) -> bool:
    """Whether the first record begins as one; warcio takes any text for an older format."""
    try:
        head = file.read(len(_GZIP))
        file.seek(0)
        with gzip.open(file) if head == _GZIP else nullcontext(file) as unpacked:
            begin = unpacked.read(len(_MARK))
        file.seek(0)
    except (OSError, EOFError, zlib.error) as error:
        problem = f"cannot be read: {getattr(error, 'strerror', None) or error}; check the file"
        raise ReadError(problem, source=source) from error
    return begin == _MARK


def _record(entry: Any, source: str) -> Record | Refused:  # noqa: ANN401 - warcio has no types
    url = entry.rec_headers.get_header("WARC-Target-URI") or ""
    name = f"{source}: {url}"
    kind, _, rest = _content_type(entry).partition(";")
    format_ = _FORMATS.get(kind.strip().lower())
    if format_ is None:
        return Refused(name, f"{kind or 'no content type'} is no article", is_article=False)
    status = entry.http_headers.get_statuscode() if entry.http_headers else _FETCHED
    if status != _FETCHED:
        return Refused(name, f"status {status} is no article", is_article=False)
    content = entry.content_stream().read(DEFAULT_LIMITS.source_bytes + 1)
    if len(content) <= DEFAULT_LIMITS.source_bytes and _is_cut_off(entry):
        return Refused(name, "is cut off; fetch it again")
    day = parse_date(entry.rec_headers.get_header("WARC-Date") or "")
    # Of what was never on the web, such as a `urn:` of the crawler's, the name tells the address.
    address = url if parse_address(url) else None
    return Record(
        *(content, name, address, day),
        format=format_,
        encoding=_charset(rest),
        is_fetched=True,
    )


def _is_cut_off(entry: Any) -> bool:  # noqa: ANN401
    """Whether the file ends before the record does: warcio gives what there is without a word."""
    entry.raw_stream.read()
    return bool(entry.raw_stream.limit > 0)


def _content_type(entry: Any) -> str:  # noqa: ANN401
    headers = entry.http_headers or entry.rec_headers
    return headers.get_header("Content-Type") or ""


def _charset(parameters: str) -> str | None:
    for parameter in parameters.split(";"):
        name, _, value = parameter.partition("=")
        if name.strip().lower() == "charset":
            return value.strip().strip("\"'") or None
    return None
