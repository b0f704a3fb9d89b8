"""A document as a few kilobytes, and back: what an archive keeps of each version."""

from __future__ import annotations

import json
import zlib
from dataclasses import fields
from functools import cache
from typing import TYPE_CHECKING, Any

from pydantic import TypeAdapter

from reuse_guard.archive.errors import ArchiveError
from reuse_guard.documents.limits import DEFAULT_LIMITS
from reuse_guard.documents.model import Document

if TYPE_CHECKING:
    from reuse_guard.documents.model import Link

# 500 words of English with their blocks take 1.9 KB at any level from 1 to 9; 6 takes 0.05 ms.
_LEVEL = 6
# Four times the largest source that is read; a file made to unpack to more breaks off there.
_MOST_BYTES = 4 * DEFAULT_LIMITS.source_bytes


def pack(document: Document) -> bytes:
    """The document as compressed JSON."""
    content = json.dumps(to_json(document), ensure_ascii=False, separators=(",", ":"))
    return zlib.compress(content.encode("utf-8", "surrogatepass"), _LEVEL)


def unpack(content: bytes, *, source: str) -> Document:
    """Build the document again.

    Raises:
        ArchiveError: the bytes are not those of a document.
    """
    unpacking = zlib.decompressobj()
    try:
        data = json.loads(
            unpacking.decompress(content, _MOST_BYTES).decode("utf-8", "surrogatepass")
        )
    except (zlib.error, ValueError, RecursionError) as error:
        msg = "holds an article that cannot be read; bring the file back from a copy"
        raise ArchiveError(msg, source=source) from error
    return from_json(data, source=source)


def to_json(document: Document) -> dict[str, Any]:
    """Everything of a document that a verdict on its reuse looks at.

    Links outside the body are left out: of an original no clause asks for them, and a page has
    hundreds. Texts of blocks are left out because they stand in the text of the document.
    """
    body_links = tuple(link for link in document.links if _is_in_body(document, link))
    # A page finds the roles of its blocks when they are asked for: here they are.
    facts = {field.name: getattr(document, field.name) for field in fields(Document)}
    data: dict[str, Any] = _adapter().dump_python(
        Document(**{**facts, "links": body_links}), mode="json", exclude_defaults=True
    )
    for block in data["blocks"]:
        del block["text"]
    return data


def from_json(data: dict[str, Any], *, source: str) -> Document:
    """Build a document from what `to_json` made.

    Raises:
        ArchiveError: the data are not those of a document.
    """
    try:
        blocks = [
            {**block, "text": data["text"][block["start"] : block["stop"]]}
            for block in data["blocks"]
        ]
        return _adapter().validate_python({**data, "blocks": blocks})
    except (ValueError, KeyError, TypeError) as error:
        msg = "holds an article that cannot be read; bring the file back from a copy"
        raise ArchiveError(msg, source=source) from error


@cache
def _adapter() -> TypeAdapter[Document]:
    return TypeAdapter(Document)


def _is_in_body(document: Document, link: Link) -> bool:
    return document.blocks[link.block].role.is_body
