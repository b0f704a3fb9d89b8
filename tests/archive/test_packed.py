"""Documents as kept in an archive."""

from __future__ import annotations

import zlib
from dataclasses import fields
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reuse_guard import Document, read
from reuse_guard.archive import ArchiveError, packed

PAGES = sorted((Path(__file__).parents[2] / "examples" / "quickstart").glob("*.html"))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_page_comes_back_with_everything_but_links_outside_its_body(page: Path) -> None:
    document = read(page)
    facts = {field.name: getattr(document, field.name) for field in fields(Document)}
    in_body = [link for link in document.links if document.blocks[link.block].role.is_body]
    expected = Document(**{**facts, "links": tuple(in_body)})
    assert packed.unpack(packed.pack(document), source="test") == expected


@given(st.text(max_size=300))
def test_any_text_comes_back(text: str) -> None:
    document = read(text, format="text")
    assert packed.unpack(packed.pack(document), source="test").text == text


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"no zlib",
        zlib.compress(b"{}"),
        zlib.compress(b"[" * 200_000),
        zlib.compress(b'{"text": 3, "blocks": 4}'),
        zlib.compress(b'{"text": "x", "blocks": [{"start": "a", "stop": 1}]}'),
        zlib.compress(b'{"text": "x", "blocks": [7]}'),
    ],
)
def test_what_is_no_document_is_told(content: bytes) -> None:
    with pytest.raises(ArchiveError, match="holds an article that cannot be read"):
        packed.unpack(content, source="test")


def test_a_file_made_to_unpack_without_end_is_broken_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packed, "_MOST_BYTES", 1000)
    with pytest.raises(ArchiveError, match="cannot be read"):
        packed.unpack(zlib.compress(b" " * 10_000_000), source="test")
