"""Files that are no text: what they are, told by their first bytes, and what to do about it."""

from __future__ import annotations

from reuse_guard.errors import ReadError

_AS_TEXT = "give the article as HTML, Markdown or plain text"
_UNPACK = "unpack it first"
_MEDIA = ("a media file", _AS_TEXT)
_SIGNATURES: tuple[tuple[bytes, str, str], ...] = (
    (b"%PDF-", "a PDF", "export its text, for instance with pdftotext"),
    (b"PK\x03\x04", "a zip or office file", f"{_UNPACK}, or save the article as text"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old office file", "save it as .docx or as text"),
    (b"{\\rtf", "an RTF file", "save it as .docx or as text"),
    (b"\x89PNG\r\n", "a PNG image", _AS_TEXT),
    (b"\xff\xd8\xff", "a JPEG image", _AS_TEXT),
    (b"GIF87a", "a GIF image", _AS_TEXT),
    (b"GIF89a", "a GIF image", _AS_TEXT),
    (b"RIFF", *_MEDIA),
    (b"OggS", *_MEDIA),
    (b"ID3", *_MEDIA),
    (b"\x1f\x8b\x08", "a gzip file", _UNPACK),
    (b"BZh", "a bzip2 file", _UNPACK),
    (b"\xfd7zXZ\x00", "an xz file", _UNPACK),
    (b"(\xb5/\xfd", "a zstd file", _UNPACK),
    (b"7z\xbc\xaf\x27\x1c", "a 7-zip file", _UNPACK),
    (b"Rar!\x1a\x07", "a RAR file", _UNPACK),
    (b"\x7fELF", "a program", _AS_TEXT),
    (b"MZ\x90\x00", "a program", _AS_TEXT),
    (b"SQLite format 3\x00", "a database", _AS_TEXT),
)
# Signatures made of letters alone open ordinary texts too ("RIFF is ...", "ID3 tags"); what
# follows them in the real file does not.
_LETTERS = frozenset({b"RIFF", b"OggS", b"ID3", b"BZh"})


def refuse_binary(data: bytes, *, source: str) -> None:
    """Refuse data that is a known binary format.

    Raises:
        ReadError: the first bytes are those of such a file; the message names the format.
    """
    head = data[:64]
    if head[4:8] == b"ftyp":
        raise _no_text(*_MEDIA, source)
    for signature, what, remedy in _SIGNATURES:
        if head.startswith(signature) and (signature not in _LETTERS or _has_controls(head)):
            raise _no_text(what, remedy, source)


def is_zip(data: bytes) -> bool:
    """Whether the data is a zip archive, as office documents are."""
    return data.startswith(b"PK\x03\x04")


def _has_controls(head: bytes) -> bool:
    return any(byte < ord(" ") and byte not in b"\t\n\f\r\x1b" for byte in head)


def _no_text(what: str, remedy: str, source: str) -> ReadError:
    return ReadError(f"is {what}, not a text; {remedy}", source=source)
