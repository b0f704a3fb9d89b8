"""A web page as a document."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from reuse_guard.documents.attributes import attribute_words
from reuse_guard.documents.html_clicks import stopped_click
from reuse_guard.documents.html_stand_ins import with_stand_ins
from reuse_guard.documents.html_tree import DEFAULT_HTML_LIMITS, HtmlLimits, parse_html
from reuse_guard.documents.html_veils import with_what_is_hidden_alike
from reuse_guard.documents.html_walk import walk
from reuse_guard.documents.lines import with_newlines
from reuse_guard.documents.mentions import as_url, find_addresses
from reuse_guard.documents.metadata import Metadata, read_metadata
from reuse_guard.documents.model import (
    Block,
    Document,
    Format,
    Link,
    LinkKind,
    Unread,
    UnreadKind,
    words_of,
)
from reuse_guard.documents.roles import Declared, Labels, label_blocks
from reuse_guard.documents.templates import filled_in, is_template
from reuse_guard.documents.unshown import Unshown
from reuse_guard.documents.visibility import Visibility
from reuse_guard.documents.visibility.kin import Family
from reuse_guard.errors import UsageError
from reuse_guard.urls.resolve import resolve

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from lxml import etree

    from reuse_guard.documents.html_places import Page
    from reuse_guard.documents.html_runs import RawLink

# Words meet at the borders of elements in menus whose items only a style sheet sets apart: of 181
# news pages 75 have such words, 30 of them at most.
_JOINED: Final = 50
_NO_REL: Final[frozenset[str]] = frozenset()
_FOUND_LATER: Final = (
    *("links", "signals", "title", "canonical_urls", "language", "published", "authors", "robots"),
    *("blocks", "doubts", "unsure", "unshown"),
)


def read_html(  # noqa: PLR0913 - what every reader is called with, and the bounds
    markup: str,
    *,
    source: str,
    url: str | None,
    sha256: str,
    body_selector: str | None = None,
    limits: HtmlLimits = DEFAULT_HTML_LIMITS,
) -> Document:
    """Read a page in full.

    Args:
        markup: the page, decoded.
        source: what messages call it.
        url: the address it stands at; relative links are resolved against it.
        sha256: digest of its bytes.
        body_selector: CSS selector of the elements that hold the body, for a publisher's pages.
        limits: bounds on the page.

    Raises:
        ReadError: the page breaks a bound.
        UsageError: the selector cannot be used.
    """
    root = parse_html(with_newlines(markup), source=source, limits=limits)
    chosen = _choose(root, body_selector) if body_selector else None
    page, visibility = _walk(root)

    def tell() -> Told:
        base = _base(root, url)
        return Told(read_metadata(root, base=base), tuple(_links(page, base, visibility)))

    def ask(metadata: Metadata) -> Asked:
        labels = label_blocks(page.blocks, _declared(metadata), chosen=chosen)
        return Asked(labels, Unshown.of(root))

    return HtmlDocument.of(
        tell,
        ask,
        page,
        source=source,
        format=Format.HTML,
        sha256=sha256,
        text=page.text,
        url=url,
        notes=visibility.notes,
        unread=tuple(_unread(root, page, visibility)),
    )


class Told(NamedTuple):
    """What a page tells of itself, and its links."""

    metadata: Metadata
    links: tuple[Link, ...]


class Asked(NamedTuple):
    """What is found of a page when it is first asked for; then its tree is needed no more."""

    labels: Labels
    unshown: Unshown


def _of_metadata(name: str) -> Any:  # noqa: ANN401 - what is told of it
    """A field of what a page tells of itself."""
    return cached_property(lambda document: getattr(document._told.metadata, name))


class HtmlDocument(Document):
    """A page; what it tells of itself, its links and the roles of its blocks are found when asked.

    To search a candidate for copied text its text is enough, and most hold none; only an original
    needs its body. Where little of one is found in a candidate, it matters what the candidate does
    not show.
    """

    signals = _of_metadata("signals")
    title = _of_metadata("title")
    canonical_urls = _of_metadata("canonical_urls")
    language = _of_metadata("language")
    published = _of_metadata("published")
    authors = _of_metadata("authors")
    robots = _of_metadata("robots")

    @classmethod
    def of(
        cls,
        tell: Callable[[], Told],
        ask: Callable[[Metadata], Asked],
        page: Page,
        **facts: Any,  # noqa: ANN401
    ) -> HtmlDocument:
        """A document that takes its other fields from `tell` and `ask` when they are needed."""
        document = cls(blocks=(), **facts)
        for name in _FOUND_LATER:
            del document.__dict__[name]
        document.__dict__.update(_tell=tell, _ask=ask, _page=page)
        return document

    @cached_property
    def _told(self) -> Told:
        told: Told = self.__dict__.pop("_tell")()
        return told

    @cached_property
    def _asked(self) -> Asked:
        asked: Asked = self.__dict__.pop("_ask")(self._told.metadata)
        return asked

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """Everything link-like, in order."""
        return self._told.links

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """The pieces of `text`, with their roles."""
        page: Page = self.__dict__["_page"]
        roles = self._asked.labels.roles
        del self.__dict__["_page"]
        return tuple(
            Block(role, b.text, b.start, b.stop, b.first_line, b.last_line, b.hidden)
            for b, role in zip(page.blocks, roles, strict=True)
        )

    @cached_property
    def doubts(self) -> tuple[str, ...]:
        """Reasons why the reading of the body may be wrong."""
        return self._asked.labels.doubts

    @cached_property
    def unsure(self) -> tuple[int, ...]:
        """Indices of the blocks that may be body or not."""
        return self._asked.labels.unsure

    @cached_property
    def unshown(self) -> tuple[str, ...]:
        """Prose that the page serves and that only a script of it may show."""
        return self._asked.unshown.prose()

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickled as a plain document: a tree cannot be."""
        facts = {name: getattr(self, name) for name in self.__dataclass_fields__}
        return _plain, (facts,)


def _unread(root: etree._Element, page: Page, visibility: Visibility) -> Iterator[Unread]:
    """Words that styles or attributes write, set apart, or show in another direction."""
    if generated := visibility.generated(root):
        yield Unread(UnreadKind.STYLED, generated)
    if shown := attribute_words(root):
        yield Unread(UnreadKind.ATTRIBUTES, shown)
    if visibility.overridden:
        yield Unread(UnreadKind.REVERSED, words_of(visibility.overridden))
    if page.joined > _JOINED:
        yield Unread(UnreadKind.JOINED, 2 * page.joined)


def _plain(facts: dict[str, Any]) -> Document:
    return Document(**facts)


def parse_page(markup: str, *, source: str) -> tuple[Page, Declared]:
    """The blocks of a page and what it declares of its article: what roles are found from."""
    root = parse_html(with_newlines(markup), source=source)
    page, _ = _walk(root)
    return page, _declared(read_metadata(root, base=None))


def _walk(root: etree._Element) -> tuple[Page, Visibility]:
    visibility = Visibility.of(root)
    page = walk(root, visibility=visibility)
    visibility.forget()
    return page, visibility


def _declared(metadata: Metadata) -> Declared:
    return Declared(
        title=metadata.title or "",
        description=metadata.description,
        article_body=metadata.article_body,
        is_paid=metadata.is_paid,
    )


def _base(root: etree._Element, url: str | None) -> str | None:
    """The address that relative ones are resolved against: the first `<base href>`, else `url`."""
    for element in root.iter("base"):
        if href := element.get("href"):
            return resolve(href, url)
    return url


def _choose(root: etree._Element, selector: str) -> frozenset[etree._Element]:
    """The elements that a publisher's selector names."""
    from reuse_guard.documents.visibility.selectors import (  # noqa: PLC0415 - slow, seldom used
        Node,
        SelectorError,
        TooCostlyError,
        compile_selectors,
        node_of,
    )

    try:
        selectors = compile_selectors(selector)
    except (SelectorError, TooCostlyError) as error:
        msg = f"the selector of the body, {selector!r}, cannot be used: {error.args[-1]}"
        raise UsageError(msg) from error
    known: dict[etree._Element, Node] = {}
    family = Family()
    return frozenset(
        element
        for element in root.iter("*")
        if any(one.matches(node_of(element, known, family)) for one in selectors)
    )


def _links(page: Page, base: str | None, visibility: Visibility) -> Iterator[Link]:
    """All links in the order of their text, addresses in running text among them."""
    last = max(0, len(page.blocks) - 1)
    linked = [_link(raw, page.text, base, last) for raw in page.links]
    linked = with_what_is_hidden_alike(linked, page, visibility)
    linked = with_stand_ins(linked, page, visibility)
    mentions = list(_mentions(page, linked))
    yield from sorted(linked + mentions, key=lambda link: link.start) if mentions else linked


def _link(raw: RawLink, text: str, base: str | None, last: int) -> Link:
    """A link; one without words below the last block is counted to that."""
    seen = raw.seen
    start, block = raw.start, raw.block
    anchor = text[start : raw.stop]
    if anchor[:1].isspace():  # a link may begin in the gap before a block
        anchor = anchor.lstrip()
        start = raw.stop - len(anchor) if anchor else start
        block += "\n" in text[raw.start : start]
    rel = raw.element.get("rel")
    return Link(
        raw.kind,
        raw.href,
        _address(raw.href, base),
        anchor,
        start,
        start + len(anchor),
        min(block, last),
        raw.line,
        frozenset(rel.lower().split()) if rel else _NO_REL,
        raw.image_alt,
        seen.hidden,
        seen.aria_hidden,
        seen.noindex,
        seen.font_ratio,
        seen.unclickable or stopped_click(raw.element),
        "" if anchor or raw.image_alt is not None else _label(raw.element),
    )


def _address(href: str, base: str | None) -> str:
    """Where a link leads; what a site generator fills in stays as it is, if not written out."""
    if is_template(href):
        return filled_in(href, {}) or href
    return resolve(href, base)


def _label(element: etree._Element) -> str:
    """What a link is called that only an empty element in it can show."""
    return (element.get("aria-label") or element.get("title") or "") if len(element) else ""


def _mentions(page: Page, linked: list[Link]) -> Iterator[Link]:
    """Addresses in the text of no link."""
    taken = iter(sorted((link.start, link.stop) for link in linked if link.start < link.stop))
    start, stop = next(taken, (len(page.text), len(page.text)))
    block = 0
    for span in find_addresses(page.text):
        while stop <= span.start:
            start, stop = next(taken, (len(page.text) + 1, len(page.text) + 1))
        if start < span.stop:
            continue
        while page.blocks[block].stop <= span.start:
            block += 1
        raw = page.blocks[block]
        address = page.text[span.start : span.stop]
        yield Link(
            kind=LinkKind.MENTION,
            href=address,
            url=as_url(address),
            anchor=address,
            start=span.start,
            stop=span.stop,
            block=block,
            line=raw.first_line,
            hidden=raw.hidden,
        )
