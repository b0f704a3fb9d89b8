"""Bounds on what a reader takes in; past one of them the input is refused, never cut."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reuse_guard.frozen import frozen

if TYPE_CHECKING:
    from reuse_guard.documents.html_tree import HtmlLimits


@frozen
class ReadLimits:
    """How large an input may be.

    The largest article page of a sample of 181 news pages has 1.5 MB; the defaults leave room
    for live blogs and archives and keep a reading below a gigabyte of memory.

    Attributes:
        source_bytes: the source as given, in bytes.
        front_matter: the front matter of a Markdown file, in characters.
        text: the text that is read, in characters; words of one letter take 50 bytes a character.
        paragraphs: paragraphs of plain text; a block takes about 400 bytes of memory.
        markdown_characters: a Markdown file without its front matter, in characters; the parser
            takes 2 to 10 seconds for a million.
        markdown_lines: its lines; each may be a block, which takes a tenth of a millisecond.
        markdown_brackets: its opening square brackets; for each the end of a link is looked for,
            which takes up to a tenth of a millisecond.
        markdown_pipes: its upright bars; between two may be a cell of a table, which is a block.
        nesting: quotes and lists inside one another in Markdown; a list counts twice.
        feed_items: items in a feed.
        unpacked_bytes: the text part of an office document once unpacked, in bytes.
        docx_tags: tags in its parts; the converter takes up to a tenth of a millisecond for each.
        html: bounds on markup, wherever it comes from; None for the page reader's own.
    """

    source_bytes: int = 50_000_000
    text: int = 20_000_000
    front_matter: int = 100_000
    paragraphs: int = 500_000
    markdown_characters: int = 1_000_000
    markdown_lines: int = 50_000
    markdown_brackets: int = 50_000
    markdown_pipes: int = 25_000
    nesting: int = 30
    feed_items: int = 10_000
    unpacked_bytes: int = 100_000_000
    docx_tags: int = 200_000
    html: HtmlLimits | None = None


DEFAULT_LIMITS = ReadLimits()
