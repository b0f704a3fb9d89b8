"""Inputs for the tests of Spark: articles with versions, pages that copy them, and bad ones."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from tests.archive.articles import BAKERY, FERRY, KAZAKH, RUSSIAN, filler, part

from reuse_guard.archive import Archive, Checked, Refused
from reuse_guard.archive.spark.judging import verdict_rows
from reuse_guard.cli.archive.inputs import read_pages

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from pathlib import Path

    Lines = Iterable[dict[str, Any]]

HOST = "https://courier.example"


def articles() -> Lines:
    """Articles in three languages; one has two versions, one comes twice, one names a policy."""
    yield {"url": f"{HOST}/ferry", "text": FERRY, "date": "2026-11-01"}
    yield {"url": f"{HOST}/bakery", "text": BAKERY, "date": "2026-11-02", "policy": "cc-by"}
    yield {"url": f"{HOST}/ru/voda", "text": RUSSIAN}
    yield {"url": f"{HOST}/kk/kopir", "text": KAZAKH, "title": "Жаңа көпір"}
    yield {"url": f"{HOST}/ferry?utm_source=x", "text": f"{FERRY}\n\n{filler(90, seed=1)}"}
    yield {"url": f"{HOST}/copy", "text": f"{BAKERY}\n\n{filler(40, seed=2)}"}
    yield {"url": f"{HOST}/ru/voda", "text": RUSSIAN}
    for number in range(30):
        yield {"url": f"{HOST}/made/{number}", "text": filler(150, seed=number)}


def pages() -> Lines:
    """Pages that copy one article, several, a part, all, or none; as text and as HTML."""
    texts = (FERRY, BAKERY, RUSSIAN, KAZAKH)
    for number in range(24):
        one, other = texts[number % 4], texts[(number // 4) % 4]
        words = [part(one, number, 25 + 4 * number), filler(50, seed=900 + number)]
        words.append(part(other, 0, 20 + number))
        page: dict[str, Any] = {"url": f"https://partner.example/{number}"}
        if number % 3 == 0:
            page["date"] = f"2026-11-0{1 + number % 9}"
        if number % 2:
            link = f'<p>Source: <a href="{HOST}/ferry">The Courier</a></p>'
            body = "".join(f"<p>{text}</p>" for text in words)
            page["html"] = f"<html><body><nav><a href='/'>Home</a></nav>{body}{link}</body></html>"
        else:
            page["text"] = "\n\n".join(words)
        yield page
    yield {"text": filler(80, seed=77)}


def write_lines(path: Path, lines: Lines) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), "utf-8")
    return path


def embedded(file: Path, originals: Path, candidates: Path, as_of: date) -> list[dict[str, Any]]:
    """The same rows by the archive in one file."""
    from reuse_guard.archive import read_records  # noqa: PLC0415

    with Archive(file) as archive:
        list(archive.add_many(read_records([originals])))
        rows: list[dict[str, Any]] = []
        for page in read_pages((candidates,)):
            if not isinstance(page, Refused):
                checked: Checked = archive.check(page.content, seen=page.seen, as_of=as_of)
                rows += verdict_rows(checked, page=page.name)
    return ordered(rows)


def ordered(rows: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """Rows in one order, whichever machine wrote them."""
    return sorted(rows, key=lambda row: (row["page"] or "", row["rank"] or 0))
