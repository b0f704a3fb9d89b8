"""The export file of WordPress (WXR): its published posts and pages.

The file of a newspaper has gigabytes, so its items are read one by one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from reuse_guard.archive.model import Record, Refused
from reuse_guard.documents.frontmatter import parse_date
from reuse_guard.documents.items import Item, as_document
from reuse_guard.documents.limits import DEFAULT_LIMITS
from reuse_guard.documents.wordpress import own, with_paragraphs
from reuse_guard.errors import ReadError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from lxml import etree

_MARK: Final = b"wordpress.org/export/"
_HEAD: Final = 65_536  # bytes in which the root element stands
_KINDS: Final = ("post", "page")
_CONTENT: Final = "{http://purl.org/rss/1.0/modules/content/}encoded"
_CREATOR: Final = "{http://purl.org/dc/elements/1.1/}creator"


def is_wordpress(path: Path) -> bool:
    """Whether a file is an export of WordPress.

    Raises:
        ReadError: it cannot be read.
    """
    try:
        with path.open("rb") as file:
            return _MARK in file.read(_HEAD)
    except OSError as error:
        problem = f"cannot be read: {error.strerror or error}; check the path and its permissions"
        raise ReadError(problem, source=str(path)) from error


def read_wordpress(path: Path) -> Iterator[Record | Refused]:
    """Read the posts and pages of an export.

    Raises:
        ReadError: it is not well formed.
    """
    from lxml import etree  # noqa: PLC0415 - 20 ms, needed for exports alone

    try:
        with path.open("rb") as file:
            parsing = etree.iterparse(
                file, events=("end",), tag="item", resolve_entities=False, no_network=True
            )
            for number, (_, element) in enumerate(parsing, 1):
                yield _record(element, f"{path}, item {number}")
                _forget(element)
    except etree.XMLSyntaxError as error:
        problem = f"is not well formed: {error.msg}; export it again"
        raise ReadError(problem, source=str(path), where=f"line {error.lineno}") from error


def _forget(element: etree._Element) -> None:
    """Free an item that was read, and what stands before it."""
    element.clear()
    while (before := element.getprevious()) is not None:
        before.getparent().remove(before)  # type: ignore[union-attr] # it has a parent: the channel


def _record(element: etree._Element, name: str) -> Record | Refused:
    kind = own(element, "post_type") or "post"
    status = own(element, "status") or "publish"
    if kind not in _KINDS:
        return Refused(name, f"{kind} is no article", is_article=False)
    if status != "publish":
        return Refused(name, f"{status} is not published", is_article=False)
    url = (element.findtext("link") or "").strip() or None
    item = Item(
        markup=with_paragraphs(element.findtext(_CONTENT) or ""),
        title=(element.findtext("title") or "").strip() or None,
        url=url,
        published=parse_date(own(element, "post_date")),
        authors=tuple(filter(None, [(element.findtext(_CREATOR) or "").strip()])),
    )
    try:
        return Record(as_document(item, source=name, limits=DEFAULT_LIMITS), name, url=url)
    except ReadError as error:
        return Refused(name, error.problem)
