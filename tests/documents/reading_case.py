"""Scenario files of the readers: why, what is expected line by line, and the input.

```
A reference link stands where its text stands.
EXPECT:
paragraph 1: See the article.
hyperlink 1: https://example.kz/a [article]
INPUT:
See the [article][a].
```
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reuse_guard.documents.model import Document

LOADED = ("image", "script", "frame")  # what a page loads is the page reader's matter
FOLDER = Path(__file__).parent / "scenarios_reading"


@dataclass(frozen=True)
class Case:
    """One scenario."""

    why: str
    expected: list[str]
    text: str


def case_paths(kind: str) -> list[Path]:
    paths = sorted((FOLDER / kind).glob("*.txt"))
    assert paths, f"no scenarios for {kind}"
    return paths


def load_case(path: Path) -> Case:
    why, _, rest = path.read_text("utf-8").partition("EXPECT:\n")
    expected, _, text = rest.partition("INPUT:\n")
    assert why.strip(), "a scenario explains itself"
    return Case(why.strip(), expected.splitlines(), text)


def describe(document: Document) -> list[str]:
    """Everything a reader found, a line each."""
    return [*_head(document), *_blocks(document), *_links(document)]


def _head(document: Document) -> Iterator[str]:
    if document.title:
        yield f"title: {document.title}"
    if document.published:
        yield f"published: {document.published}"
    if document.authors:
        yield f"authors: {', '.join(document.authors)}"
    if document.language:
        yield f"language: {document.language}"
    for url in document.source_urls:
        yield f"source: {url}"
    for signal in document.signals:
        if signal.kind in LOADED:
            continue
        yield f"signal {signal.kind} {signal.line}: {signal.url}"


def _blocks(document: Document) -> Iterator[str]:
    for block in document.blocks:
        lines = str(block.first_line)
        if block.last_line > block.first_line:
            lines += f"-{block.last_line}"
        hidden = f" ({block.hidden})" if block.hidden else ""
        text = block.text.replace("\n", " / ")
        yield f"{block.role} {lines}{hidden}: {text}"


def _links(document: Document) -> Iterator[str]:
    for link in document.links:
        hidden = f" ({link.hidden})" if link.hidden else ""
        anchor = f" [{link.anchor}]" if link.anchor != link.href else ""
        yield f"{link.kind} {link.line}{hidden}: {link.url}{anchor}"


def check_offsets(document: Document) -> None:
    """Blocks and links stand where they say, in order and apart."""
    end = 0
    for block in document.blocks:
        assert end <= block.start < block.stop <= len(document.text)
        assert document.text[block.start : block.stop] == block.text
        assert 1 <= block.first_line <= block.last_line
        end = block.stop
    for link in document.links:
        assert document.text[link.start : link.stop] == link.anchor
        if link.anchor:
            block = document.blocks[link.block]
            assert block.start <= link.start <= block.stop  # and may go on in the next ones
