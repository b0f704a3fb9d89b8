"""Articles and pages of a command line: files, folders and standard input."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reuse_guard.archive import Archive, Record, Refused, read_records
from reuse_guard.archive.adding import article_of, read_record, refused
from reuse_guard.archive.inputs.jsonlines import records_of
from reuse_guard.archive.terms import check_policy
from reuse_guard.cli.parameters import policy_of
from reuse_guard.cli.pipes import standard_input
from reuse_guard.documents.read import read, require_words
from reuse_guard.errors import UsageError
from reuse_guard.frozen import frozen
from reuse_guard.urls.identity import parse_address

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import date

    from reuse_guard.archive import Added
    from reuse_guard.documents.model import Document


@frozen
class Page:
    """A page to check, read.

    Attributes:
        content: what it reads as.
        name: its address, or what messages call it.
        seen: when it was fetched or published, as the input says.
    """

    content: Document
    name: str
    seen: date | None = None


def read_articles(
    inputs: tuple[Path, ...], base_url: str | None, policy: str | None
) -> Iterator[Record | Refused]:
    """Articles to add, those without terms under `policy`.

    Raises:
        PolicyError: there is no such policy, or it is not well formed.
    """
    terms = None if policy is None else policy_of(policy)
    check_policy(terms)
    for record in _read_all(inputs, base_url):
        if isinstance(record, Record) and record.policy is None and terms is not None:
            yield replace(record, policy=terms)
        else:
            yield record


def add_all(
    archive_file: Path, records: Iterable[Record | Refused], settling: Callable[[float], None]
) -> Iterator[Added]:
    """Add records; no archive is made where all are refused, as what a misspelt name names is."""
    records = iter(records)
    if not archive_file.exists():
        for record in records:
            if (why := _why_refused(record)) is None:
                records = chain([record], records)
                break
            yield refused(why)
        else:
            return
    with Archive(archive_file) as archive:
        yield from archive.add_many(records, settling=settling)


def _why_refused(record: Record | Refused) -> Refused | None:
    """Why nothing comes of a record; None of an article, which is read again when it is added."""
    if isinstance(record, Refused):
        return record
    try:
        article_of(record)
    except Exception as error:  # noqa: BLE001 - whatever an article does, the others are added
        return Refused.because(error, record.name)
    return None


def read_pages(
    inputs: tuple[Path, ...],
    *,
    url: str | None = None,
    **site: Any,  # noqa: ANN401 - of `read`
) -> Iterator[Page | Refused]:
    """Pages that could be read, and why each of the others could not.

    Args:
        inputs: files, folders, or standard input.
        url: where the page stands; only for one.
        site: `bare_links` and `dialect`, as for `reuse_guard.read`.

    Raises:
        UsageError: an address is given for several pages.
        ReadError: the page with an address cannot be read.
    """
    if url is not None:
        yield _at(inputs, url, **site)
        return
    is_empty = True
    for record in _read_all(inputs, None):
        if not isinstance(record, Refused):
            is_empty = False
            yield _page(record, **site)
        elif record.is_article:
            is_empty = False
            yield record
    if is_empty and any(path.is_dir() for path in inputs):
        yield Refused(
            ", ".join(map(str, inputs)), "holds no pages; name files, or a folder of some"
        )


def _page(record: Record, **site: Any) -> Page | Refused:  # noqa: ANN401 - as above
    try:
        content = record.dated(read_record(record, **site))
        require_words(len(content.words), source=content.source)
    except Exception as error:  # noqa: BLE001 - whatever a page does, the others are checked
        return Refused.because(error, record.name)
    return Page(content, record.url or content.url or record.name, record.date)


def _at(inputs: tuple[Path, ...], url: str, **site: Any) -> Page:  # noqa: ANN401 - as above
    if len(inputs) > 1:
        msg = (
            f"--url is the address of one page, and {len(inputs)} are given; check them one by one"
        )
        raise UsageError(msg)
    return Page(read_page(str(inputs[0]), url, **site), url)


def read_page(argument: str, url: str | None, **site: Any) -> Document:  # noqa: ANN401 - as above
    """One page, of a file or of standard input.

    Raises:
        UsageError: the address is none.
        ReadError: it cannot be read, or has no words.
    """
    if url is not None and parse_address(url) is None:
        msg = f"--url: {url!r} is no web address; write it as https://partner.example/page"
        raise UsageError(msg)
    if argument == "-":
        page = read(standard_input().read(), url, name="standard input", **site)
    else:
        page = read(Path(argument), url, **site)
    require_words(len(page.words), source=page.source)
    return page


def _read_all(inputs: Iterable[Path], base_url: str | None) -> Iterator[Record | Refused]:
    for path in inputs:
        if str(path) == "-":
            yield from records_of(standard_input(), source="standard input")
        else:
            yield from read_records([path], base_url=base_url)
