"""What must hold of whatever a reader makes of any bytes."""

from __future__ import annotations

from contextlib import suppress

from reuse_guard import ReadError, check, read
from reuse_guard.documents.feeds import read_feed
from reuse_guard.documents.model import Document, Format

FORMATS = (Format.HTML, Format.MARKDOWN, Format.TEXT)


def read_every_way(data: bytes) -> None:
    """Read bytes as each format and judge what links to itself; a refusal is an answer.

    Raises:
        AssertionError: an offset of the document does not hold what it says.
    """
    for format in FORMATS:  # noqa: A001 - as `read` calls it
        with suppress(ReadError):
            document = read(data, url="https://example.kz/1", format=format)
            check_offsets(document)
            check("Boats carried bread.", document, original_url="https://example.kz/1")
    with suppress(ReadError):
        for document in read_feed(data):
            check_offsets(document)


def check_offsets(document: Document) -> None:
    """Blocks stand in order where they say, and links too."""
    stop = 0
    for block in document.blocks:
        assert stop <= block.start <= block.stop, block  # noqa: S101 - the engine wants crashes
        assert document.text[block.start : block.stop] == block.text, block  # noqa: S101
        assert 1 <= block.first_line <= block.last_line, block  # noqa: S101
        stop = block.stop
    for link in document.links:
        assert document.text[link.start : link.stop] == link.anchor, link  # noqa: S101
