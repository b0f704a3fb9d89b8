"""What is kept of every article and page: text, fingerprints, or why it cannot be used."""

from __future__ import annotations

import json
import zlib
from datetime import date
from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING, Any, Final

from reuse_guard.archive.adding import (
    LEAST_WORDS,
    address_of,
    digest,
    first_day,
    holding,
    read_record,
    too_short,
)
from reuse_guard.archive.fingerprints import fingerprint_alike
from reuse_guard.archive.model import Record, Refused
from reuse_guard.archive.packed import pack, unpack
from reuse_guard.archive.store import article_key
from reuse_guard.archive.terms import kept_policy
from reuse_guard.documents.model import Document
from reuse_guard.documents.read import require_words
from reuse_guard.errors import problem_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from reuse_guard.archive.spark.inputs import Numbered
    from reuse_guard.archive.spark.session import Row, Rows
    from reuse_guard.text.words import Words

_DOCUMENT: Final = "document"


def read_originals(records: Numbered) -> Rows:
    """A row of `schemas.READ` for every article."""
    return _each(records, _original)


def read_pages(records: Numbered, **site: Any) -> Rows:  # noqa: ANN401 - of `read`
    """A row of `schemas.PAGES` for every page; `site` is what `read` is told of it."""
    return _each(records, partial(_page, **site))


def _each(records: Numbered, make: Callable[[Record], Row]) -> Rows:
    for number, record in records:
        row = {"id": number, "name": record.name}
        if isinstance(record, Refused):
            if record.is_article:
                yield {**row, "problem": record.problem}
            continue
        try:
            yield {**row, **make(record)}
        except Exception as error:  # noqa: BLE001 - whatever a page does, the job goes on
            yield {**row, "problem": problem_of(error, name=record.name)}


def _original(record: Record) -> Row:
    document = read_record(record)
    words = document.body_words
    if len(words) < LEAST_WORDS:
        return {"problem": too_short(len(words))}
    named = kept_policy(record.policy)
    content, url = digest(document), address_of(record, document)
    return {
        "key": article_key(url, content),
        "url": url,
        "day": record.date,
        "published": document.published,
        "words": len(words),
        "policy": named and (named[1] or named[0]),
        "content": content,
        "document": pack(document),
        "fingerprints": _fingerprints(words),
    }


def tell_versions(rows: Rows, *, today: date) -> Rows:
    """Tell the versions of each article; what says nothing new is left out.

    Args:
        rows: of `schemas.READ`, ordered by `key` and `id`.
        today: the day of versions that say none.

    Yields:
        Rows of `schemas.ORIGINALS`.
    """
    for key, group in groupby(rows, key=lambda row: row["key"]):
        yield from group if key is None else _versions(list(group), today)  # noqa: B031 - one of two


def _versions(rows: list[Row], today: date) -> Iterator[Row]:
    known: list[tuple[int, date, bytes]] = []
    kept: list[Row] = []
    for row in rows:
        if holding(known, row["content"], row["day"]) is not None:
            continue
        since = row["day"] or first_day(row["published"], known, today)
        known.append((row["id"], since, row["content"]))
        known.sort(key=lambda version: (version[1], version[0]))
        kept.append({key: row[key] for key in row if key not in ("day", "published", "content")})
        kept[-1]["since"] = since
    by_id = {row["id"]: row for row in kept}
    siblings = [
        {"id": number, "since": since, "words": by_id[number]["words"]}
        for number, since, _ in known
    ]
    named = [row["policy"] for row in kept if row["policy"] is not None]
    shared = {
        "name": kept[0]["name"],
        "url": kept[0]["url"],
        "policy": named[-1] if named else None,
    }
    for row in kept:
        yield {**row, **shared, "siblings": siblings}


def _page(record: Record, **site: Any) -> Row:  # noqa: ANN401 - as above
    document = record.dated(read_record(record, **site))
    require_words(len(document.words), source=record.name)
    return {
        "name": record.url or document.url or record.name,
        "day": document.published or record.date,
        **_kept(record),
        "fingerprints": _fingerprints(document.words),
    }


def _kept(record: Record) -> Row:
    """The record itself, to be read once more if an original of it is found."""
    content = record.content
    if isinstance(content, Document):
        kind, source = _DOCUMENT, pack(content)
    elif isinstance(content, str):
        kind, source = "text", zlib.compress(content.encode("utf-8", "surrogatepass"))
    else:
        kind, source = "bytes", zlib.compress(content)
    day = None if record.date is None else record.date.isoformat()
    facts = (kind, record.name, record.url, day, record.format, record.encoding, record.title)
    return {"source": source, "reading": json.dumps([*facts, record.is_fetched])}


def read_again(row: Row, **site: Any) -> Document:  # noqa: ANN401 - as above
    """The page of a row of `schemas.PAGES`."""
    kind, name, url, day, *facts = json.loads(row["reading"])
    content: str | bytes | Document
    if kind == _DOCUMENT:
        content = unpack(row["source"], source=name)
    else:
        content = zlib.decompress(row["source"])
        content = content.decode("utf-8", "surrogatepass") if kind == "text" else content
    format_, encoding, title, is_fetched = facts
    record = Record(
        *(content, name, url, date.fromisoformat(day) if day else None),
        format=format_,
        encoding=encoding,
        title=title,
        is_fetched=is_fetched,
    )
    return record.dated(read_record(record, **site))


def _fingerprints(words: Words) -> list[int]:
    distinct: list[int] = fingerprint_alike(words).distinct().tolist()
    return distinct
