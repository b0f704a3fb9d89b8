"""JSON Lines: one article a line, `{"url": …, "html" or "text" or "markdown": …, "date": …}`."""

from __future__ import annotations

import gzip
import json
import zlib
from codecs import BOM_UTF8
from typing import TYPE_CHECKING, Annotated, Any, BinaryIO, Final

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from reuse_guard.archive.errors import ArchiveError
from reuse_guard.archive.model import Record, Refused
from reuse_guard.archive.packed import from_json
from reuse_guard.documents.frontmatter import parse_date
from reuse_guard.documents.limits import DEFAULT_LIMITS
from reuse_guard.errors import PolicyError, ReadError, problem_of
from reuse_guard.policy.load import parse_policy
from reuse_guard.schema.files import MAX_FILE_BYTES
from reuse_guard.schema.mistakes import mistakes_in
from reuse_guard.schema.syntax import json_mistake

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_EXAMPLE: Final = '{"url": "...", "text": "..."}'
_CONTENTS: Final = ("document", "html", "markdown", "text")
_IS_PAGE: Final = (
    "is a page or a feed, where each line is read as one article in JSON; save it under a name that"
    " ends in .html or .xml and name that file, or give the address of one page to check (--url)"
)


class _Line(BaseModel):
    """One line; other keys are for other programs.

    Attributes:
        document: as `archive export` writes it; it says all that the other three can.
        policy_file: what a policy file holds, and no more than one may.
    """

    model_config = ConfigDict(extra="ignore", strict=True)

    url: str | None = None
    html: str | None = None
    markdown: str | None = None
    text: str | None = None
    document: dict[str, Any] | None = None
    title: str | None = None
    date: str | None = None
    policy: str | None = None
    policy_file: Annotated[str, Field(max_length=MAX_FILE_BYTES)] | None = None


def read_json_lines(path: Path) -> Iterator[Record | Refused]:
    """Read the articles of a file, which may be packed with gzip.

    Raises:
        ReadError: the file cannot be read.
    """
    try:
        with path.open("rb") as file:
            is_packed = path.suffix.lower() == ".gz"
            yield from (
                read_packed(file, source=str(path))
                if is_packed
                else records_of(file, source=str(path))
            )
    except OSError as error:
        raise ReadError(_problem(error), source=str(path)) from error


def read_packed(file: BinaryIO, *, source: str) -> Iterator[Record | Refused]:
    """Read the articles of an open file that is packed with gzip.

    Raises:
        ReadError: it is not, or is damaged; what stands before the damage was given.
    """
    try:
        with gzip.open(file) as unpacked:
            yield from records_of(unpacked, source=source)
    except (OSError, EOFError, zlib.error) as error:
        raise ReadError(_problem(error), source=source) from error


def _problem(error: Exception) -> str:
    return f"cannot be read: {getattr(error, 'strerror', None) or error}; check the file"


def records_of(file: BinaryIO | gzip.GzipFile, *, source: str) -> Iterator[Record | Refused]:
    """Read the articles of an open file line by line."""
    most = DEFAULT_LIMITS.source_bytes
    number = told = 0
    while line := file.readline(most + 1):
        number += 1
        name = f"{source}, line {number}"
        if len(line) > most:
            yield Refused(name, f"is longer than {most / 1e6:,.0f} MB; the rest was not read")
            return
        begins = line.removeprefix(BOM_UTF8).lstrip()[:1]
        if begins == b"<" and not told:
            yield Refused(source, _IS_PAGE)  # once, not for each of its lines
            return
        if begins:
            told += 1
            yield record_of(line, name)


def record_of(line: bytes, name: str) -> Record | Refused:
    """What one line says."""
    said = _keys_of(line, name)
    if isinstance(said, Refused):
        return said
    given = [key for key in _CONTENTS if getattr(said, key) is not None]
    if not given:
        return Refused(name, 'has none of "html", "text" and "markdown"; give one of them')
    day = parse_date(said.date) if said.date else None
    if said.date and day is None:
        return Refused(name, f"date: {said.date!r} is not a day; write it as 2026-11-23")
    content, form = getattr(said, given[0]), given[0]
    try:
        if isinstance(content, dict):
            content, form = from_json(content, source=name), "auto"
        terms = said.policy_file and parse_policy(said.policy_file, source=name)
    except ArchiveError:
        return Refused(name, 'document: is not what "archive export" writes; give "text"')
    except PolicyError as error:
        return Refused(name, f"policy_file: {problem_of(error, name=name)}")
    policy = terms or said.policy
    return Record(
        content, name, url=said.url, date=day, policy=policy, format=form, title=said.title
    )


def _keys_of(line: bytes, name: str) -> _Line | Refused:
    try:
        data = json.loads(line.rstrip())  # the end of the line is where it is cut off
        if isinstance(data, dict):
            return _Line.model_validate(data)
    except ValidationError as error:
        ((where, problem),), _ = mistakes_in(error, _Line, most=1)
        return Refused(name, f"{where}: {problem}")
    except (ValueError, RecursionError) as error:
        return Refused(name, _told(error))
    return Refused(name, f"is no JSON object but a {type(data).__name__}; write {_EXAMPLE}")


def _told(error: Exception) -> str:
    """What is wrong with a line that is no JSON; its number is told with it."""
    where, said = json_mistake(error)
    problem = said.removeprefix("not valid JSON: ").partition(";")[0]
    column = f" in {column}" if (column := where.rpartition(", ")[2]) else ""
    return f"is no JSON object of one line: {problem}{column}; write each article as one"
