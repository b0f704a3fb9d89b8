"""`read`: whatever a caller gives, as a `Document`, or an error that says what to do."""

from __future__ import annotations

import hashlib
import re
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, NoReturn, Protocol

from reuse_guard.documents import confluence, wordpress
from reuse_guard.documents.binary import is_zip, refuse_binary
from reuse_guard.documents.encoded import refuse_encoded, refuse_json, refuse_mail
from reuse_guard.documents.formats import (
    BY_SUFFIX,
    format_of,
    is_feed,
    is_page,
    is_post,
    is_wire_item,
)
from reuse_guard.documents.frontmatter import LINKED_KEYS, begins_with_front_matter
from reuse_guard.documents.limits import DEFAULT_LIMITS, ReadLimits
from reuse_guard.documents.load import Content, label_of, load_bytes, load_text
from reuse_guard.documents.model import Document, Format
from reuse_guard.documents.sites import Dialect, dialect_of
from reuse_guard.errors import ReadError, UsageError
from reuse_guard.expressions import expression
from reuse_guard.locale import Sentence, say

if TYPE_CHECKING:
    from collections.abc import Collection
    from types import UnionType

_LONGEST_NAME = 1_000  # characters of a path
_ADDRESS = expression(r"\s*https?://\S+\s*", re.IGNORECASE)


class _Site(NamedTuple):
    """What is known of how the site reads Markdown; see `read`."""

    bare_links: bool | None
    dialect: Dialect | None
    linked_keys: Collection[str] | None


class _Reader(Protocol):
    """What every format's reader is called with."""

    def __call__(self, text: str, /, *, source: str, url: str | None, sha256: str) -> Document:
        """Read one text."""


def read(  # noqa: PLR0913 - the arguments are the contract's
    source: Content | Document,
    url: str | None = None,
    format: str = "auto",  # noqa: A002 - the name is part of the contract
    encoding: str | None = None,
    *,
    limits: ReadLimits = DEFAULT_LIMITS,
    name: str | None = None,
    body_selector: str | None = None,
    bare_links: bool | None = None,
    dialect: Dialect | str | None = None,
    linked_keys: Collection[str] | None = None,
) -> Document:
    """Read an article or a page.

    Args:
        source: content as `str` or `bytes`, a file as `Path`, or a `Document`, which is returned
            as it is. A `str` is always content, never a path or an address.
        url: the address it stands at; relative links are resolved against it.
        format: "html", "markdown", "text" or "docx"; "auto" goes by the file's suffix, then by the
            content, and also takes a feed or a news wire's JSON that holds one item.
        encoding: what the sender says the bytes are in; UTF-8 is always recognised first.
        limits: bounds on the input.
        name: what messages call content that is no file.
        body_selector: CSS selector of the body on the publisher's HTML pages.
        bare_links: whether the site makes links of addresses that stand without brackets in its
            Markdown; None where that is not known.
        dialect: how the site reads Markdown (a `Dialect`, such as "kramdown"); None where that is
            not known.
        linked_keys: keys of front matter whose address the site may show as a link; None for all
            that name a source and are not for machines alone.

    Raises:
        ReadError: the input is missing, binary, garbled or past a bound.
        UsageError: the format or the dialect is unknown.
        MissingExtraError: it is a Word document, and the extra `docx` is not installed.
    """
    wanted = _wanted(format)
    _require("encoding", encoding, str | None, 'the name of one, such as "utf-8"')
    site = _site_of(bare_links, dialect, linked_keys)
    _require("limits", limits, ReadLimits, "ReadLimits(...)")
    if isinstance(source, Document):
        return source if url in (None, source.url) else replace(source, url=url)
    label = label_of(source, name)
    data = load_bytes(source, label=label, most=limits.source_bytes)
    sha256 = hashlib.sha256(data).hexdigest()
    if wanted is Format.DOCX or (wanted is None and not isinstance(source, str) and is_zip(data)):
        return _read_docx(data, source=label, url=url, sha256=sha256, limits=limits)
    decoded = load_text(source, data, label=label, encoding=encoding)
    refuse_mail(decoded.text, source=label)
    found = wanted or _detect(decoded.text, source)
    if wanted is None and found is not None and not _is_under_front_matter(decoded.text, source):
        refuse_json(decoded.text, source=label)
    reader = _reader(found, limits, body_selector, site)
    if found is Format.HTML:
        reader = _reader_of_drafts(reader, decoded.text, limits, site)
    document = reader(decoded.text, source=label, url=url, sha256=sha256)
    _bound_text(document, limits)
    refuse_encoded(document.text, source=label)
    notes = tuple(filter(None, (decoded.note, _slip(source))))
    return replace(document, notes=(*document.notes, *notes)) if notes else document


def _site_of(
    bare_links: bool | None,  # noqa: FBT001 - checked here as it was given
    dialect: Dialect | str | None,
    linked_keys: Collection[str] | None,
) -> _Site:
    """What was said of the site, or a refusal of what says nothing."""
    _require("bare_links", bare_links, bool | None, "True, False or None")
    _require("linked_keys", linked_keys, tuple | list | set | frozenset | None, "a list of keys")
    for key in linked_keys or ():
        if key not in LINKED_KEYS:
            _refuse("linked_keys", key, f"some of {', '.join(LINKED_KEYS)}")
    return _Site(bare_links, dialect_of(dialect), linked_keys)


def require_words(words: int, *, source: str) -> None:
    """Refuse a page without a word: that is a slip, or a page that a script fills.

    Raises:
        ReadError: it has none.
    """
    if not words:
        problem = (
            "holds no words, so nothing can be found in it; save the page as a browser shows it, or"
            " give its text"
        )
        raise ReadError(problem, source=source)


def _require(name: str, given: object, kind: type | UnionType, remedy: str) -> None:
    if not isinstance(given, kind):
        _refuse(name, given, remedy)


def _refuse(name: str, given: object, remedy: str) -> NoReturn:
    msg = f"{name}: {given!r} cannot be used; give {remedy}"
    raise UsageError(msg)


def _slip(source: Content) -> str | None:
    """A note where a `str` is an address, or the name of a file that is there: it is the text."""
    if not isinstance(source, str) or len(source) > _LONGEST_NAME or "\n" in source.strip():
        return None
    if _ADDRESS.fullmatch(source):
        return Sentence(
            say(
                "{address} was taken as the text itself; fetch the page and give what it holds",
                address=source.strip(),
            )
        )
    try:
        is_file = Path(source).is_file()
    except (OSError, ValueError):
        return None
    if not is_file:
        return None
    return Sentence(
        say("{name} was taken as the text itself; to read the file give its Path", name=source)
    )


def _bound_text(document: Document, limits: ReadLimits) -> None:
    if len(document.text) > limits.text:
        problem = f"over {limits.text:,} characters of text (text); give the article alone"
        raise ReadError(problem, source=document.source)


def _wanted(format: str) -> Format | None:  # noqa: A002 - as in `read`
    """The format asked for, or None for "auto"."""
    if format == "auto":
        return None
    try:
        return Format(format)
    except ValueError:
        names = ", ".join(["auto", *Format])
        msg = f"unknown format {format!r}; one of {names}"
        raise UsageError(msg) from None


def _detect(text: str, source: Content) -> Format | None:
    """The format by the file's suffix, then by the content; None for a feed."""
    named = BY_SUFFIX.get(source.suffix.lower()) if isinstance(source, Path) else None
    if named is Format.TEXT and is_page(text):
        return Format.HTML
    if named is None and (is_feed(text) or is_wire_item(text)):
        return None
    return named or format_of(text)


def _is_under_front_matter(text: str, source: Content) -> bool:
    """Whether a file of Markdown begins with JSON about itself; its reader tells what ails that."""
    is_file = isinstance(source, Path) and BY_SUFFIX.get(source.suffix.lower()) is Format.MARKDOWN
    return is_file and begins_with_front_matter(text)


def _reader(
    wanted: Format | None,
    limits: ReadLimits,
    body_selector: str | None,
    site: _Site,
) -> _Reader:
    """The reader of a format; the parsers are slow to import, so only the one that is needed."""
    if wanted is Format.TEXT:
        from reuse_guard.documents.plain import read_text  # noqa: PLC0415 - see above

        return partial(read_text, limits=limits)
    if wanted is Format.HTML:
        from reuse_guard.documents.html import read_html  # noqa: PLC0415 - see above
        from reuse_guard.documents.html_tree import DEFAULT_HTML_LIMITS  # noqa: PLC0415

        bounds = limits.html or DEFAULT_HTML_LIMITS
        return partial(read_html, body_selector=body_selector, limits=bounds)
    if wanted is Format.MARKDOWN:
        from reuse_guard.documents.markdown import read_markdown  # noqa: PLC0415 - see above

        return partial(read_markdown, limits=limits, **site._asdict())
    from reuse_guard.documents.feeds import read_only_item  # noqa: PLC0415 - see above

    return partial(read_only_item, limits=limits)


def _reader_of_drafts(reader: _Reader, text: str, limits: ReadLimits, site: _Site) -> _Reader:
    """The reader of HTML that is no page yet: as an editor stores it, or a post of a generator."""
    if wordpress.is_of_editor(text):
        return partial(wordpress.read_from_editor, reader)
    if confluence.is_stored(text):
        return partial(confluence.read_stored, reader)
    if is_post(text):
        from reuse_guard.documents.markdown import read_markdown  # noqa: PLC0415 - see above

        return partial(read_markdown, limits=limits, is_html=True, **site._asdict())
    return reader


def _read_docx(
    data: bytes, *, source: str, url: str | None, sha256: str, limits: ReadLimits
) -> Document:
    from reuse_guard.documents.docx import (  # noqa: PLC0415 - for Word alone
        is_damaged_office,
        is_docx,
        read_docx,
    )

    if is_docx(data):
        document = read_docx(data, source=source, url=url, sha256=sha256, limits=limits)
        _bound_text(document, limits)
        return document
    if is_damaged_office(data):
        problem = "is a damaged office file, perhaps cut off; get it anew, or save it again"
        raise ReadError(problem, source=source)
    refuse_binary(data, source=source)
    problem = "is no Word document (.docx); leave the format to be found"
    raise ReadError(problem, source=source)
