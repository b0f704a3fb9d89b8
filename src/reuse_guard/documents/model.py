r"""What a text or page is once read: text, blocks with roles, links, metadata.

```
Document.text   "Flood waters fall in Oskemen\nThe river dropped by a metre ...\nRead also ..."
                 └──── block 0, headline ────┘ └──── block 1, standfirst ────┘ └ block 2, related
Document.links                                        └ link 0 ┘
```

Offsets count the characters of `Document.text`; lines count from 1 in the source file.
Nothing that is served is left out of `text`: what does not count has a role that says so.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field, replace
from datetime import date  # noqa: TC003 - users resolve the annotation
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING, Final, NamedTuple, TypeVar

from reuse_guard.documents.counted import counted_spans
from reuse_guard.documents.unread import Unread  # noqa: TC001 - archives resolve the annotation
from reuse_guard.frozen import Made, frozen, kept, maker_of
from reuse_guard.text.spans import Span
from reuse_guard.text.words import Words, split_words
from reuse_guard.urls.relation import may_be_article

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

T = TypeVar("T")


class Format(StrEnum):
    """How the source is written."""

    HTML = "html"
    MARKDOWN = "markdown"
    TEXT = "text"
    DOCX = "docx"


class Role(StrEnum):
    """What a block is on its page."""

    HEADLINE = "headline"
    STANDFIRST = "standfirst"
    PARAGRAPH = "paragraph"
    SUBHEADING = "subheading"
    LIST = "list"
    QUOTE = "quote"
    CAPTION = "caption"
    BYLINE = "byline"
    NOTICE = "notice"
    RELATED = "related"
    NAVIGATION = "navigation"
    COMMENT = "comment"
    OTHER = "other"

    @kept
    def is_body(self) -> bool:
        """Whether the words of such a block count for the share."""
        return self in BODY_ROLES


BODY_ROLES = frozenset({Role.STANDFIRST, Role.PARAGRAPH, Role.SUBHEADING, Role.LIST, Role.QUOTE})


@frozen
class Block:
    """A paragraph-sized piece of a document.

    Attributes:
        role: what it is on its page.
        text: its words as a reader sees them; `Document.text[start:stop]`.
        start: first character in `Document.text`.
        stop: one past its last character.
        first_line: source line it begins on, counted from 1.
        last_line: source line it ends on.
        hidden: why a reader does not see it (`"display: none"`), or None when visible.
    """

    role: Role
    text: str
    start: int
    stop: int
    first_line: int
    last_line: int
    hidden: str | None = None


make_block: Final[Callable[..., Block]] = maker_of(Block)


class LinkKind(StrEnum):
    """How an address stands in the candidate."""

    HYPERLINK = "hyperlink"  # <a href>, <area href>, a Markdown link or autolink
    MENTION = "mention"  # the address written out as plain text, not linked
    SCRIPTED = "scripted"  # onclick, data-href, javascript:, href on another element
    GENERATED = "generated"  # in a shortcode, which a site generator may make a link of
    LEFT_OUT = "left_out"  # in a footnote that nothing refers to
    IN_HTML = "in_html"  # of Markdown inside a block of HTML, which some sites do not read
    RAW_HTML = "raw_html"  # of HTML in Markdown, which Hugo may leave out
    UNLINKED = "unlinked"  # an address that Hugo makes no link of where it stands

    @kept
    def may_be_link(self) -> bool:
        """Whether readers of the published page have a hyperlink, or may have one."""
        return self not in {LinkKind.MENTION, LinkKind.SCRIPTED}


class Link(NamedTuple):
    """One link-like thing, with the facts a judge of backlinks needs.

    A page has hundreds. A frozen dataclass of so many fields takes eight times as long to make.

    Attributes:
        kind: how the address stands in the document.
        href: the address as written.
        url: the absolute address a browser would open; `href` when it cannot be resolved.
        anchor: the visible text of the link.
        start: first character of the anchor in `Document.text`.
        stop: one past its last character (`start` for a link without text).
        block: index in `Document.blocks` of the block it stands in.
        line: source line, counted from 1.
        rel: lower-case tokens of the `rel` attribute.
        image_alt: alternative text when an image is in the link; None without an image.
        hidden: why a reader does not see the link (`"display: none"`), or None.
        aria_hidden: kept from screen readers alone.
        noindex: inside Yandex' `<noindex>`.
        unclickable: why a click on the link, seen or not, does nothing (`"inert"`), or None.
        label: what a link without text or image is called, where an element in it may be an icon
            that a style sheet draws; else `""`.
        hidden_with: for a hidden link the runs of `Document.text` that are hidden in the same way,
            so that they and the link are shown together or not at all.
        stand_in: what may be seen where its words are hidden or missing: `"style"`, something that
            a style sheet draws; `"box"`, a box over other words or a table that it holds;
            `"script"`, itself, where it asks to be faded in; `"control"`, itself, where a control
            of the page names what hides it; or `""`.
        bare: an address without brackets in Markdown, of which some sites make a link.
    """

    kind: LinkKind
    href: str
    url: str
    anchor: str
    start: int
    stop: int
    block: int
    line: int
    rel: frozenset[str] = frozenset()
    image_alt: str | None = None
    hidden: str | None = None
    aria_hidden: bool = False
    noindex: bool = False
    unclickable: str | None = None
    label: str = ""
    hidden_with: tuple[Span, ...] = ()
    stand_in: str = ""
    bare: bool = False


BELOW_HEAD: Final = "canonical outside of the head"  # a `Signal.kind`


@frozen
class Signal:
    """An attribution that is not a hyperlink: canonical, JSON-LD isBasedOn, meta original-source.

    Attributes:
        kind: what says it, e.g. `"canonical"`, `"isBasedOn"`, `"original-source"`, `"cite"`;
            `"canonical outside of the head"` where search engines may not take it.
        url: the absolute address it names.
        line: source line, counted from 1.
        may_show: whether the published page may show it as a link, as themes do of front matter.
    """

    kind: str
    url: str
    line: int
    may_show: bool = False


@dataclass(frozen=True)
class Document:
    """A text or page once read; build it with `reuse_guard.read`.

    Attributes:
        source: what the caller gave, as messages name it (`"article.html"`, `"<str>"`).
        format: how the source is written.
        sha256: hexadecimal digest of the source's bytes.
        text: everything the source serves a reader, block after block.
        blocks: the pieces of `text`, in order, not overlapping.
        links: everything link-like, in order.
        signals: attributions that are not hyperlinks.
        title: the headline, or the page's title.
        url: the address the caller gave for it.
        canonical_urls: addresses the document declares as its own (canonical, og:url, else JSON-LD
            and where it was saved from; amphtml, hreflang alternates, shortlink), in that order.
        source_urls: addresses the document declares it was taken from (front matter).
        language: BCP 47 tag the document declares.
        published: date of publication the document declares.
        is_date_shown: whether it only shows that date (`<time>`), which may be of something else.
        authors: names the document declares.
        site_name: what it calls its site, or the publisher.
        robots: lower-case tokens of meta robots (`"nofollow"`, `"noindex"`).
        crawlers: those of the tags that speak to one crawler (`googlebot`, `yandex` ...).
        doubts: reasons why the whole reading of the body may be wrong; mostly none.
        unsure: indices of the blocks that may be body or not, whatever their role says.
        may_go_on: whether the article may be longer than all that is served, as one to be paid for.
        notes: things a reader of the report should know once (an external stylesheet).
        unread: words that the page shows and that are not in `text`; mostly none.
        unshown: prose that the page serves and that only a script of it, or a theme, may show.
    """

    source: str
    format: Format
    sha256: str
    text: str
    blocks: tuple[Block, ...]
    links: tuple[Link, ...] = ()
    signals: tuple[Signal, ...] = ()
    title: str | None = None
    url: str | None = None
    canonical_urls: tuple[str, ...] = ()
    source_urls: tuple[str, ...] = ()
    language: str | None = None
    published: date | None = None
    authors: tuple[str, ...] = ()
    site_name: str | None = None
    robots: frozenset[str] = frozenset()
    crawlers: frozenset[str] = frozenset()
    is_date_shown: bool = False
    doubts: tuple[str, ...] = ()
    unsure: tuple[int, ...] = ()
    may_go_on: bool = False
    notes: tuple[str, ...] = field(default=())
    unread: tuple[Unread, ...] = ()
    unshown: tuple[str, ...] = ()

    def font_ratio(self, _link: Link) -> float | None:
        """The size of a link's letters against that of the text; None where it is not known."""
        return None

    def settle(self) -> None:
        """Let go of what is held to find the rest of it, before a document is kept for long."""

    def once(self, make: Callable[[Document], T]) -> T:
        """What `make` makes of this document, made when first asked for and kept with it.

        One original is checked with many candidates; what is made of it alone is made once.
        """
        made: Made = self.__dict__.setdefault("_made", Made())
        return made.of(self, make)

    @property
    def body(self) -> tuple[Block, ...]:
        """The blocks whose words count."""
        return tuple(block for block in self.blocks if block.role.is_body)

    @property
    def article_urls(self) -> tuple[str, ...]:
        """Its canonical addresses, or none where all are home pages: some themes name no other."""
        return self.canonical_urls if any(map(may_be_article, self.canonical_urls)) else ()

    @property
    def body_text(self) -> str:
        """The text of the body blocks, joined by newlines."""
        return "\n".join(block.text for block in self.body)

    def read_as(self, body: Collection[int]) -> Document:
        """The document with just these blocks as its body, all of whose blocks are sure."""
        blocks = tuple(
            block if block.role.is_body == (index in body) else replace(block, role=role)
            for index, block in enumerate(self.blocks)
            for role in [Role.PARAGRAPH if index in body else Role.OTHER]
        )
        document = replace(self, blocks=blocks, unsure=())
        if "words" in self.__dict__:  # of the whole text, which is the same
            document.__dict__["words"] = self.words
        return document

    def blocks_in(self, start: int, stop: int) -> tuple[Block, ...]:
        """The blocks that hold any of the characters `start <= i < stop`."""
        first = max(bisect_right(self.blocks, start, key=lambda block: block.start) - 1, 0)
        last = bisect_left(self.blocks, stop, lo=first, key=lambda block: block.start)
        return tuple(block for block in self.blocks[first:last] if block.stop > start)

    def hidden_at(self, start: int, stop: int) -> str | None:
        """Why no reader sees any of these characters, or None where some of them are seen."""
        reasons = [block.hidden for block in self.blocks_in(start, stop)]
        return reasons[0] if reasons and all(reasons) else None

    def line_at(self, offset: int, *, last: bool = False) -> int:
        """The source line of a character of `text`, counted from 1.

        In plain text it is exact. Elsewhere the block tells its lines: the first one, or the
        last one where `last` is true.
        """
        holding = self.blocks_in(offset, offset + 1)
        if not holding:
            return 1
        block = holding[0]
        if self.format is Format.TEXT:
            ends = self._line_ends
            return block.first_line + bisect_left(ends, offset) - bisect_left(ends, block.start)
        return block.last_line if last else block.first_line

    @cached_property
    def _line_ends(self) -> list[int]:
        """Where the lines of `text` end: a page may hold thousands of passages."""
        return [match.start() for match in re.finditer("\n", self.text)]

    @cached_property
    def words(self) -> Words:
        """The words of `text`, prepared for alignment once and kept."""
        return split_words(self.text)

    @cached_property
    def unshown_words(self) -> Words:
        """The words of all that is unshown."""
        return split_words("\n".join(self.unshown))

    @cached_property
    def body_words(self) -> Words:
        """The words of the body blocks that count: what the share is measured on."""
        spans = counted_spans(self.body)
        if spans == [Span(block.start, block.stop) for block in self.blocks]:
            return self.words
        return self.words.within(spans)
