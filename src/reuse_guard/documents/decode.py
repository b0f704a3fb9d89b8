"""Bytes to text without loss: the encoding that fits, or an error that names the byte.

Order of trust: byte order mark, UTF-16 without one, strict UTF-8, the encoding the caller or the
server names, the one the page names, a detector. An 8-bit encoding fits any bytes, so what is
named is believed only when the text it gives looks like writing (see `legacy`).
"""

from __future__ import annotations

import codecs
import re

from reuse_guard.documents.labels import python_name
from reuse_guard.documents.lines import line_of
from reuse_guard.errors import ReadError
from reuse_guard.expressions import expression
from reuse_guard.frozen import frozen
from reuse_guard.locale import Sentence, say

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_WIDE = ("utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be")
# Browsers look for the declaration in the first 1,024 bytes; generators of old pages put it later.
_DECLARATION_WINDOW = 4096
_DECLARATION = expression(
    rb"""(?:<meta\b[^>]{0,400}?\bcharset\s*=|^\s*<\?xml\b[^>]{0,200}?\bencoding\s*=)"""
    rb"""\s*["']?\s*([A-Za-z0-9_.:\-]{1,40})""",
    re.IGNORECASE,
)
# Japanese and Korean mail: pure ASCII bytes, so UTF-8 would accept them too.
_ESCAPED = frozenset({"iso2022_jp", "iso2022_kr", "hz"})
# A page of ordinary text has no NUL; a damaged one has a few; a binary file has many.
_MOST_NULS_IN_TEXT = 0.01
# What ends lines and pages, shifts between alphabets or ends an old file stands in texts too.
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\f\r\x0e\x0f\x1a\x1b"))


@frozen
class Decoded:
    """Text and how it was got.

    Attributes:
        text: every character of the source, without the byte order mark.
        encoding: Python's name of the encoding used.
        note: what a reader of the report should know about it, or None.
    """

    text: str
    encoding: str
    note: str | None = None


def decode(data: bytes, *, source: str, encoding: str | None = None) -> Decoded:
    """Decode `data` without losing or replacing a single byte.

    Args:
        data: the source's bytes.
        source: what messages call it.
        encoding: what the caller or the server says; used where the bytes do not disprove it.

    Raises:
        ReadError: the encoding is unknown, or no encoding gives readable text.
    """
    named = _known(encoding, source)
    for mark, name in _BOMS:
        if data.startswith(mark):
            return Decoded(_strict(data[len(mark) :], name, source, skipped=len(mark)), name)
    if b"\0" in data:
        wide = _without_mark(data)
        if wide is not None:
            return wide
        _refuse_binary(data, source)
    claimed = named or _declared(data)
    declared = _credible(claimed, data)
    if declared in _ESCAPED:
        if declared != claimed:
            _refuse_other_escapes(data, declared, source)
        return Decoded(_strict(data, declared, source), declared)
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        return _decode_legacy(data, declared, error, source)


def _decode_legacy(
    data: bytes, declared: str | None, error: UnicodeDecodeError, source: str
) -> Decoded:
    """Text in an encoding older than UTF-8, or UTF-8 that is broken and therefore refused."""
    from reuse_guard.documents import legacy  # noqa: PLC0415 - its patterns, for old pages alone

    chosen = None if _mostly_utf8(data) else legacy.choose(data, declared)
    if chosen is None:
        raise _undecodable(data, error, source)
    text, name = chosen
    if declared in (None, name):
        return Decoded(text, name)
    said = say(
        "declared as {declared}, read as {name}: the bytes say so",
        declared=declared or "",
        name=name,
    )
    return Decoded(text, name, Sentence(said))


def _known(encoding: str | None, source: str) -> str | None:
    """Python's name of an encoding the caller gives."""
    if encoding is None:
        return None
    name = python_name(encoding)
    if name is None:
        problem = f"unknown encoding {encoding!r}; name one such as utf-8 or windows-1251"
        raise ReadError(problem, source=source)
    return name


def _declared(data: bytes) -> str | None:
    """Python's name of the encoding the page itself names, if it names one that exists."""
    found = _DECLARATION.search(data[:_DECLARATION_WINDOW])
    return python_name(found[1].decode("ascii")) if found else None


def _credible(declared: str | None, data: bytes) -> str | None:
    """What is declared, unless the bytes alone disprove it."""
    if b"\x1b$" in data:
        return declared if declared in _ESCAPED else "iso2022_jp"
    return None if declared in _WIDE else declared  # UTF-16 text holds NUL bytes


def _without_mark(data: bytes) -> Decoded | None:
    """UTF-16 or UTF-32 without a byte order mark, told by where its NUL bytes stand."""
    from reuse_guard.documents.legacy import reads_as_writing  # noqa: PLC0415 - as above

    for name in _WIDE:
        width = 4 if "32" in name else 2
        if len(data) % width:
            continue
        high = data[width - 1 :: width] if name.endswith("le") else data[::width]
        low = data[::width] if name.endswith("le") else data[width - 1 :: width]
        # Spaces and marks of any script have a zero high byte; zero low bytes are rare.
        if high.count(0) * 25 < len(high) or low.count(0) * 20 > high.count(0):
            continue
        try:
            text = data.decode(name)
        except UnicodeDecodeError:
            continue
        if reads_as_writing(text):
            return Decoded(text, name)
    return None


def _refuse_binary(data: bytes, source: str) -> None:
    if data.count(0) > _MOST_NULS_IN_TEXT * len(data):
        where = f"byte {data.index(0)}"
        problem = "not a text: it is full of NUL bytes; give the page or article as HTML or text"
        raise ReadError(problem, source=source, where=where)


def _refuse_other_escapes(data: bytes, name: str, source: str) -> None:
    """Refuse data that has the signs of an encoding and neither says that it is in it nor is."""
    try:
        data.decode(name)
    except UnicodeDecodeError as error:
        if _has_controls(data):
            raise _no_text(source) from None
        problem = f"has the escape signs of {name} and is not in it; save it as UTF-8"
        where = f"line {_line_at(data, error)}, byte {error.start}"
        raise ReadError(problem, source=source, where=where) from None


def _has_controls(data: bytes) -> bool:
    """Whether so many bytes are control characters that it is some file of another kind."""
    controls = len(data) - len(data.translate(None, _CONTROLS))
    return controls > _MOST_NULS_IN_TEXT * len(data)


def _no_text(source: str) -> ReadError:
    problem = (
        "not a text: it is full of bytes that stand in no text; give the page or article as HTML"
        " or text"
    )
    return ReadError(problem, source=source)


def _line_at(data: bytes, error: UnicodeDecodeError) -> int:
    return line_of(data[: error.start].decode("latin-1"), error.start)


def _strict(data: bytes, name: str, source: str, *, skipped: int = 0) -> str:
    try:
        return data.decode(name)
    except UnicodeDecodeError as error:
        before = data[: error.start].decode(name, "replace")
        line = line_of(before, len(before))
        problem = f"not {name}, which it claims to be ({error.reason}); save it as UTF-8"
        where = f"line {line}, byte {error.start + skipped}"
        raise ReadError(problem, source=source, where=where) from None


def _mostly_utf8(data: bytes) -> bool:
    """Whether `data` is UTF-8 with damage: in 8-bit text valid sequences are rare accidents."""
    text = data.decode("utf-8", "replace")
    damaged = text.count("\ufffd")
    return sum(char > "\x7f" for char in text) - damaged >= damaged


def _undecodable(data: bytes, error: UnicodeDecodeError, source: str) -> ReadError:
    if _has_controls(data):
        return _no_text(source)
    problem = (
        f"byte 0x{data[error.start]:02x} is not UTF-8 and no other encoding makes sense of the"
        " text; save it as UTF-8, or in Python name its encoding"
    )
    return ReadError(
        problem, source=source, where=f"line {_line_at(data, error)}, byte {error.start}"
    )
