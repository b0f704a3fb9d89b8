"""Small pieces of HTML; everything from outside goes through `shown`."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from reuse_guard.reports.escape import xml

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reuse_guard.locale import Phrase


def shown(text: object) -> str:
    """Text as it is: markup is text, what cannot be seen is shown by its code point.

    >>> shown("<b>paid\u200b</b>")
    '&lt;b&gt;paid&lt;U+200B&gt;&lt;/b&gt;'
    """
    return xml(str(text))


def told(phrase: Phrase, language: str) -> str:
    """A sentence in the language of the report."""
    return shown(phrase.render(language))


def address(url: str) -> str:
    """An address, to be followed where it is a web address and only read where it is not."""
    if urlsplit(url).scheme not in ("http", "https"):
        return f'<span class="url">{shown(url)}</span>'
    return f'<a class="url" href="{shown(url)}" rel="noopener noreferrer">{shown(url)}</a>'


def table(heads: Iterable[str], rows: Iterable[Iterable[str]], *, named_by: str) -> str:
    """A table of finished pieces of HTML, wide ones to be scrolled by themselves.

    A narrow screen stacks the cells of a row, each under its head. The roles say what an element is
    also where a browser forgets it for one that is not laid out as a table.

    Args:
        heads: of the columns.
        rows: their cells.
        named_by: id of the heading above it.
    """
    names = tuple(heads)
    head = "".join(f'<th scope="col" role="columnheader">{each}</th>' for each in names)
    body = "".join(f'<tr role="row">{_cells(names, row)}</tr>\n' for row in rows)
    return (
        f'<div class="wide" tabindex="0" role="group" aria-labelledby="{named_by}">'
        f'<table role="table" aria-labelledby="{named_by}">'
        f'<thead role="rowgroup"><tr role="row">{head}</tr></thead>\n'
        f'<tbody role="rowgroup">\n{body}</tbody></table></div>\n'
    )


def _cells(names: tuple[str, ...], row: Iterable[str]) -> str:
    """The cells of a row, each with the name of its column for narrow screens."""
    return "".join(
        f'<td role="cell" data-head="{name}"><div>{cell}</div></td>'
        for name, cell in zip(names, row, strict=True)
    )


def pairs(rows: Iterable[tuple[str, str]]) -> str:
    """A list of names and values, both finished pieces of HTML."""
    listed = "".join(f"<div><dt>{name}</dt><dd>{value}</dd></div>\n" for name, value in rows)
    return f'<dl class="pairs">\n{listed}</dl>\n'


def section(anchor: str, heading: str, body: str) -> str:
    """A part of the page with its heading."""
    title = f'<h2 id="{anchor}">{heading}</h2>'
    return f'<section aria-labelledby="{anchor}">\n{title}\n{body}</section>\n'
