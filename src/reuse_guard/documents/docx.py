"""Word documents (.docx) as documents, through the extra `docx` (mammoth).

Mammoth turns the paragraphs, headings, lists, tables, notes, text boxes and links into HTML, which
the page reader then reads. A Word file has no lines; its paragraphs are counted instead.
"""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from typing import TYPE_CHECKING

from reuse_guard.documents.docx_fields import as_converted
from reuse_guard.documents.docx_runs import mark_unseen
from reuse_guard.documents.limits import DEFAULT_LIMITS, ReadLimits
from reuse_guard.documents.model import Document, Format
from reuse_guard.documents.unshown import Unshown
from reuse_guard.errors import ReadError, need
from reuse_guard.expressions import expression
from reuse_guard.locale import Sentence, say

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_STYLES = """
p[style-name='Title'] => h1:fresh
p[style-name='Subtitle'] => p:fresh
p[style-name='Quote'] => blockquote:fresh
p[style-name='Intense Quote'] => blockquote:fresh
p[style-name='Caption'] => figcaption:fresh
"""
_BLOCK_END = expression(r"</(?:p|h[1-6]|li|td|th|blockquote|figcaption)>")
_FIRST_PART = b"[Content_Types].xml"  # of every office file since 2007, near its beginning
_HEAD = 4_096
# As mammoth says it (mammoth/docx/body_xml.py).
_UNREAD_SIGN = expression(r"A w:sym element .* was ignored: char (\S+) in font (.*)", re.DOTALL)
_UNREAD_ELEMENT = expression(r"(?:An unrecognised element was ignored: |A )(\S+).*", re.DOTALL)
_MAIN_PART = "word/document.xml"
_SHOWN_PARTS = expression(
    r"word/(?:(?:document|header\d*|footer\d*|footnotes|endnotes)\.xml|.*\.(?:x?html?|txt))\Z"
)
_TEXT = expression(r"<(?:\w+:)?t(?:\s[^<>]*)?>([^<]*)")
_PARAGRAPH_END = expression(r"</(?:\w+:)?p>")


def is_docx(data: bytes) -> bool:
    """Whether the data is a Word document of the kind read here."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _MAIN_PART in archive.namelist()
    except (zipfile.BadZipFile, OSError, ValueError):
        return False


def is_damaged_office(data: bytes) -> bool:
    """Whether the data begins as an office file and does not end as a zip archive has to."""
    return _FIRST_PART in data[:_HEAD] and not zipfile.is_zipfile(io.BytesIO(data))


def read_docx(
    data: bytes,
    *,
    source: str,
    url: str | None,
    sha256: str,
    limits: ReadLimits = DEFAULT_LIMITS,
) -> Document:
    """Read a Word document; `first_line` and `last_line` of a block count its paragraphs.

    Raises:
        MissingExtraError: the extra `docx` is not installed.
        ReadError: the file is damaged, or larger than allowed once unpacked.
    """
    from reuse_guard.documents.html import read_html  # noqa: PLC0415 - its parsers are slow
    from reuse_guard.documents.html_tree import DEFAULT_HTML_LIMITS  # noqa: PLC0415 - likewise

    _bound(data, source, limits)
    markup, notes, served = _convert(data, source)
    page = read_html(
        f"<article>{_BLOCK_END.sub(_on_own_line, markup)}</article>",
        source=source,
        url=url,
        sha256=sha256,
        limits=limits.html or DEFAULT_HTML_LIMITS,
    )
    unshown = Unshown((), served).prose()
    return replace(page, format=Format.DOCX, notes=(*page.notes, *notes), unshown=unshown)


def _convert(data: bytes, source: str) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    """The document as HTML, what the converter could not read, and all paragraphs of its parts."""
    mammoth = need("mammoth", extra="docx")
    try:
        marked = mark_unseen(_texts_of(data))
        result = mammoth.convert_to_html(
            io.BytesIO(_packed(marked.parts)),
            style_map=f"{marked.mappings}\n{_STYLES}",
            convert_image=mammoth.images.img_element(lambda _image: {"src": ""}),
            external_file_access=False,
        )
        served = tuple(_paragraphs(data))
    except Exception as error:  # whatever its XML parser lets out
        problem = f"is a damaged Word file ({error}); open it and save it again"
        raise ReadError(problem, source=source) from error
    unread = {_note(item.message) for item in result.messages if "ignored" in item.message}
    markup = marked.with_styles(result.value)
    return markup, tuple(sorted(unread)), served


def _texts_of(data: bytes) -> dict[str, bytes]:
    """The parts of the file that are read, with fields as the converter reads them."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {n: as_converted(archive.read(n)) for n in archive.namelist() if _is_text(n)}


def _packed(texts: Mapping[str, bytes]) -> bytes:
    """A Word file of these parts, without its pictures."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        for name, text in texts.items():
            archive.writestr(name, text)
    return written.getvalue()


def _paragraphs(data: bytes) -> Iterator[str]:
    """The texts of all parts that a page or a printed sheet may show, as they stand there.

    The converter passes over formulas, ruby, text boxes without a fallback, headers
    and parts of other formats, some of them without a word.
    """
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in filter(_SHOWN_PARTS.match, archive.namelist()):
            part = archive.read(name).decode("utf-8", "replace")
            if not name.endswith(".xml"):
                yield part
            else:
                yield from ("".join(_TEXT.findall(one)) for one in _PARAGRAPH_END.split(part))


def _note(message: str) -> str:
    """What the converter passed over, in words for people; what it says else as it says it."""
    if found := _UNREAD_SIGN.fullmatch(message):
        said = say(
            "A sign of the Word file could not be read: {sign} of the font {font}.",
            sign=found[1],
            font=found[2],
        )
        return Sentence(said)
    if found := _UNREAD_ELEMENT.fullmatch(message):
        said = say("A part of the Word file could not be read ({element}).", element=found[1])
        return Sentence(said)
    return message


def _bound(data: bytes, source: str, limits: ReadLimits) -> None:
    """Refuse an archive that would unpack to too much, or takes the converter too long."""
    tags = 0
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = [item for item in archive.infolist() if _is_text(item.filename)]
            size = sum(item.file_size for item in parts)
            if size <= limits.unpacked_bytes:
                tags = sum(archive.read(item).count(b"<") for item in parts)
    except Exception as error:  # as of the converter
        problem = f"is a damaged Word file ({error}); open it and save it again"
        raise ReadError(problem, source=source) from error
    if size > limits.unpacked_bytes:
        most = f"{limits.unpacked_bytes / 1e6:,.0f} MB"
        problem = f"unpacks to over {most} (unpacked_bytes); give the article alone"
        raise ReadError(problem, source=source)
    if tags > limits.docx_tags:
        problem = f"holds over {limits.docx_tags:,} tags (docx_tags); give the article alone"
        raise ReadError(problem, source=source)


def _is_text(name: str) -> bool:
    """Whether a part is read; pictures are not."""
    return name.endswith((".xml", ".rels")) or _SHOWN_PARTS.match(name) is not None


def _on_own_line(end: re.Match[str]) -> str:
    return f"{end[0]}\n"
