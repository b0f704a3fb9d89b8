"""Articles and pages of a command line: files, folders and standard input."""

from __future__ import annotations

import sys
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from reuse_guard.archive import Record, Refused, read_records
from reuse_guard.archive.adding import read_record
from reuse_guard.archive.inputs.jsonlines import records_of
from reuse_guard.documents.read import read
from reuse_guard.errors import ReadError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from reuse_guard.cli.archive.progress import Progress
    from reuse_guard.documents.model import Document


@dataclass(frozen=True, slots=True)
class Page:
    """A page to check, read.

    Attributes:
        content: what it reads as.
        name: its address, or what messages call it.
        date: when it was published, as the input says.
    """

    content: Document
    name: str
    date: date | None


def read_articles(
    inputs: tuple[Path, ...], base_url: str | None, policy: str | None
) -> Iterator[Record | Refused]:
    """Articles to add, those without terms under `policy`."""
    terms = None if policy is None else policy_of(policy)
    for record in _read_all(inputs, base_url):
        if isinstance(record, Record) and record.policy is None and terms is not None:
            yield replace(record, policy=terms)
        else:
            yield record


def read_pages(inputs: tuple[Path, ...], progress: Progress) -> Iterator[Page | None]:
    """Pages that could be read, and None for each that could not, which is told."""
    for record in _read_all(inputs, None):
        if isinstance(record, Refused):
            if record.is_article:
                progress.warn(f"{record.name}: {record.problem}")
                yield None
            continue
        try:
            content = read_record(record)
        except ReadError as error:
            progress.warn(str(error))
            yield None
        else:
            yield Page(content, record.url or content.url or record.name, record.date)


def read_page(argument: str, url: str | None) -> Document:
    """One page, of a file or of standard input.

    Raises:
        ReadError: it cannot be read.
    """
    if argument == "-":
        return read(sys.stdin.buffer.read(), url, name="standard input")
    return read(Path(argument), url)


def policy_of(argument: str) -> str | Path:
    """A file where it looks like one, else the id of a preset."""
    is_file = argument.endswith(".toml") or "/" in argument or "\\" in argument
    return Path(argument) if is_file else argument


def _read_all(inputs: Iterable[Path], base_url: str | None) -> Iterator[Record | Refused]:
    for path in inputs:
        if str(path) == "-":
            yield from records_of(sys.stdin.buffer, source="standard input")
        else:
            yield from read_records([path], base_url=base_url)
