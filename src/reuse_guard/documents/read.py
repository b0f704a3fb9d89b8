"""`read`: whatever a caller gives, as a `Document`, or an error that says what to do."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Protocol

from reuse_guard.documents.binary import refuse_binary
from reuse_guard.documents.decode import Decoded, decode
from reuse_guard.documents.formats import BY_SUFFIX, format_of, is_page
from reuse_guard.documents.limits import DEFAULT_LIMITS, ReadLimits
from reuse_guard.documents.model import Document, Format
from reuse_guard.documents.plain import read_text
from reuse_guard.errors import ReadError, UsageError


class _Reader(Protocol):
    """What every format's reader is called with."""

    def __call__(self, text: str, /, *, source: str, url: str | None, sha256: str) -> Document:
        """Read one text."""


Source = str | bytes | Path | Document


def read(  # noqa: PLR0913 - the arguments are the contract's
    source: Source,
    url: str | None = None,
    format: str = "auto",  # noqa: A002 - the name is part of the contract
    encoding: str | None = None,
    *,
    limits: ReadLimits = DEFAULT_LIMITS,
    name: str | None = None,
    body_selector: str | None = None,
) -> Document:
    """Read an article or a page.

    Args:
        source: content as `str` or `bytes`, a file as `Path`, or a `Document`, which is returned
            as it is. A `str` is always content, never a path or an address.
        url: the address it stands at; relative links are resolved against it.
        format: "html", "markdown" or "text"; "auto" goes by the file's suffix, then by the content.
        encoding: what the sender says the bytes are in; UTF-8 is always recognised first.
        limits: bounds on the input.
        name: what messages call content that is no file.
        body_selector: CSS selector of the body on the publisher's HTML pages.

    Raises:
        ReadError: the input is missing, binary, garbled or past a bound.
        UsageError: the format is unknown.
    """
    wanted = _wanted(format)
    if isinstance(source, Document):
        return source if url in (None, source.url) else replace(source, url=url)
    label = str(source) if isinstance(source, Path) else name or f"<{type(source).__name__}>"
    data = _data(source, label, limits)
    if isinstance(source, str):
        decoded = Decoded(source, "utf-8")
    else:
        refuse_binary(data, source=label)
        decoded = decode(data, source=label, encoding=encoding)
    if wanted is None:
        wanted = _detect(decoded.text, source)
    reader = _reader(wanted, limits, body_selector)
    sha256 = hashlib.sha256(data).hexdigest()
    document = reader(decoded.text, source=label, url=url, sha256=sha256)
    return _with_note(document, decoded.note)


def _wanted(format: str) -> Format | None:  # noqa: A002
    """The format asked for, or None for "auto"."""
    if format == "auto":
        return None
    try:
        return Format(format)
    except ValueError:
        names = ", ".join(["auto", *Format])
        msg = f"unknown format {format!r}; one of {names}"
        raise UsageError(msg) from None


def _data(source: str | bytes | Path, label: str, limits: ReadLimits) -> bytes:
    """The bytes of the source, those of a `str` in UTF-8."""
    if isinstance(source, Path):
        data = _file(source, label, limits.source_bytes)
    elif isinstance(source, str):
        data = source.encode("utf-8", "surrogatepass")
    elif isinstance(source, bytes | bytearray | memoryview):
        data = bytes(source)
    else:
        msg = f"{label}: give content as str or bytes, a file as pathlib.Path, or a Document"
        raise UsageError(msg)
    if len(data) > limits.source_bytes:
        megabytes = limits.source_bytes / 1e6
        problem = f"larger than {megabytes:,.0f} MB (source_bytes); give the article alone"
        raise ReadError(problem, source=label)
    return data


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
        problem = "may not be read; check its permissions"
    except (OSError, ValueError) as error:
        problem = f"cannot be read: {getattr(error, 'strerror', None) or error}"
    raise ReadError(problem, source=label)


def _detect(text: str, source: str | bytes | Path) -> Format:
    """The format by the file's suffix, then by the content."""
    named = BY_SUFFIX.get(source.suffix.lower()) if isinstance(source, Path) else None
    if named is Format.TEXT and is_page(text):
        return Format.HTML
    return named or format_of(text)


def _reader(wanted: Format, limits: ReadLimits, body_selector: str | None) -> _Reader:
    """The reader of a format; the parsers are slow to import, so only the one that is needed."""
    if wanted is Format.TEXT:
        return read_text
    if wanted is Format.HTML:
        from reuse_guard.documents.html import read_html  # noqa: PLC0415 - see above

        return partial(read_html, body_selector=body_selector)
    from reuse_guard.documents.markdown import read_markdown  # noqa: PLC0415 - see above

    return partial(read_markdown, limits=limits)


def _with_note(document: Document, note: str | None) -> Document:
    return replace(document, notes=(*document.notes, note)) if note else document
