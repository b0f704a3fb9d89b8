"""Markdown files of site generators as documents: front matter, text, raw HTML, exact lines."""

from __future__ import annotations

import re
from dataclasses import replace
from html import escape
from typing import TYPE_CHECKING

from reuse_guard.documents import frontmatter
from reuse_guard.documents.frontmatter import LINKED_KEYS
from reuse_guard.documents.limits import DEFAULT_LIMITS, ReadLimits
from reuse_guard.documents.markdown_html import as_written, render
from reuse_guard.documents.marks import settled
from reuse_guard.documents.mdx import is_mdx, without_modules
from reuse_guard.documents.model import Block, Document, Format, Link, LinkKind, Role, Signal
from reuse_guard.documents.templates import filled_in, is_template
from reuse_guard.documents.unshown import Unshown
from reuse_guard.errors import ReadError
from reuse_guard.expressions import expression
from reuse_guard.locale import Sentence, say

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from reuse_guard.documents.frontmatter import FrontMatter
    from reuse_guard.documents.markdown_html import Rendered
    from reuse_guard.documents.sites import Dialect

_NEXT_KEY = expression(r"^[ \t-]*[\w-]+[ \t]*[:=](?=\s)", re.MULTILINE)
# Marks of the words themselves; they hold wherever Markdown puts the paragraph.
_TOLD_BY_WORDS = frozenset({Role.CAPTION, Role.BYLINE, Role.NOTICE})


def read_markdown(  # noqa: PLR0913 - as `read`
    text: str,
    *,
    source: str,
    url: str | None,
    sha256: str,
    limits: ReadLimits = DEFAULT_LIMITS,
    bare_links: bool | None = None,
    dialect: Dialect | None = None,
    linked_keys: Collection[str] | None = None,
    is_html: bool = False,
) -> Document:
    """Read CommonMark with tables, footnotes and strikethrough, and raw HTML as a browser would.

    The title of the front matter is the headline, on its own line of the source. `Document.text`
    is what the published page shows; markup characters are not in it. `bare_links` says whether
    the site makes links of addresses without brackets; None where that is not known. `dialect` says
    how it reads Markdown, likewise. `linked_keys` are the keys of front matter whose address the
    site may show as a link; None where they are not known. `is_html` says that the text under the
    front matter is HTML throughout, as in the posts of Hugo and Jekyll that are written so.

    Raises:
        ReadError: broken front matter, or a bound is passed.
    """
    from reuse_guard.documents.html import read_html  # noqa: PLC0415 - its parsers are slow
    from reuse_guard.documents.html_tree import DEFAULT_HTML_LIMITS  # noqa: PLC0415 - likewise

    parts = frontmatter.split(text, source=source, limits=limits)
    front = parts.front
    _check(parts.text, source, limits)
    body = _body(parts, source, limits, dialect=dialect, is_html=is_html)
    markup = f"<article>{_headline(front, parts.first_line)}{body.markup}</article>"
    bounds = limits.html or DEFAULT_HTML_LIMITS
    page = read_html(markup, source=source, url=url, sha256=sha256, limits=bounds)
    blocks = tuple(_relabelled(block, body, front) for block in page.blocks)
    headlines = (block.text for block in blocks if block.role is Role.HEADLINE)
    return replace(
        page,
        format=Format.MARKDOWN,
        blocks=blocks,
        links=tuple(_filled_in(link, front) for link in _links(page, body, bare_links=bare_links)),
        title=front.title or next(headlines, None),
        signals=(*_shown(front, linked_keys), *page.signals),
        source_urls=front.source_urls,
        canonical_urls=_own_addresses(front),
        language=front.language,
        published=front.published,
        authors=front.authors,
        doubts=(),
        unshown=(*page.unshown, *_unshown(front)),
        notes=(*page.notes, *_notes(body)),
    )


def _body(
    parts: frontmatter.Parts,
    source: str,
    limits: ReadLimits,
    *,
    dialect: Dialect | None,
    is_html: bool,
) -> Rendered:
    """What stands under the front matter, as HTML."""
    if is_html:
        return as_written(parts.text, first_line=parts.first_line)
    return render(
        without_modules(parts.text) if is_mdx(source) else parts.text,
        source=source,
        first_line=parts.first_line,
        limits=limits,
        titled=parts.front.title is not None,
        dialect=dialect,
    )


def _shown(front: FrontMatter, linked_keys: Collection[str] | None) -> Iterator[Signal]:
    """The addresses of sources, with what the published page may make of them."""
    keys = LINKED_KEYS if linked_keys is None else linked_keys
    return (replace(signal, may_show=signal.kind in keys) for signal in front.signals)


def _unshown(front: FrontMatter) -> tuple[str, ...]:
    """The texts in the front matter, of which a theme may show a description, or a whole article.

    Builders of pages and some editors keep the article itself there (`blocks:`, `body: |`).
    """
    return Unshown(tuple(_NEXT_KEY.split(front.raw)), ()).prose()


def _notes(body: Rendered) -> Iterator[str]:
    """What a reader of the report should know of the reading."""
    if body.has_percent:
        yield Sentence(
            say(
                "what stands between two {sign} was read as text; Obsidian and Quartz leave it out,"
                " so name the dialect obsidian where the site is of one of them",
                sign="%%",
            )
        )


def _check(text: str, source: str, limits: ReadLimits) -> None:
    """Refuse what the parser would take long for."""
    sizes = len(text), len(text.splitlines()), text.count("["), text.count("|")
    for name, size in zip(("characters", "lines", "brackets", "pipes"), sizes, strict=True):
        most: int = getattr(limits, f"markdown_{name}")
        if size > most:
            problem = f"Markdown of over {most:,} {name} (markdown_{name}); give one article"
            raise ReadError(problem, source=source)


def _headline(front: FrontMatter, first_line: int) -> str:
    """The title as markup on its line, then line ends down to where the text begins."""
    if front.title is None:
        return "\n" * (first_line - 1)
    below = max(0, first_line - front.title_line)
    return "\n" * (front.title_line - 1) + f"<h1>{escape(front.title)}</h1>" + "\n" * below


def _relabelled(block: Block, body: Rendered, front: FrontMatter) -> Block:
    """The block with the role Markdown gives it; raw HTML keeps the one its reader gave."""
    role = body.roles.get(block.first_line, block.role)
    if front.title is not None and block.first_line == front.title_line:
        role = Role.HEADLINE
    elif block.text in body.captions:
        role = Role.CAPTION
    elif role.is_body and block.role in _TOLD_BY_WORDS:
        role = block.role
    return block if role is block.role else replace(block, role=role)


def _links(page: Document, body: Rendered, *, bare_links: bool | None) -> Iterator[Link]:
    """The links of the page, and the addresses that a site generator may make links of."""
    for found in page.links:
        link = settled(found, bare_links=bare_links)
        if link.kind is LinkKind.HYPERLINK and link.line in body.left_out:
            yield link._replace(kind=LinkKind.LEFT_OUT)
        elif link.rel != found.rel or not _stands_in_code(link, body):
            yield link
        else:
            text = page.blocks[link.block].text
            commands = body.shortcodes.get(link.href, ())
            if any(one == link.href or one in text for one in commands):
                yield link._replace(kind=LinkKind.GENERATED)


def _filled_in(link: Link, front: FrontMatter) -> Link:
    """The link with the address of the front matter that a site generator fills in."""
    if not is_template(link.href):
        return link
    return link._replace(url=filled_in(link.href, front.addresses) or link.url)


def _stands_in_code(link: Link, body: Rendered) -> bool:
    """Whether an address is code: outside it and raw HTML, Markdown has made it a hyperlink."""
    written = link.href.lower().startswith(("http:", "https:", "www."))
    return link.kind is LinkKind.MENTION and written and link.line in body.roles


def _own_addresses(front: FrontMatter) -> tuple[str, ...]:
    """What the published page will name as canonical."""
    named = (signal.url for signal in front.signals if signal.kind == "canonical")
    return tuple(dict.fromkeys(named))
