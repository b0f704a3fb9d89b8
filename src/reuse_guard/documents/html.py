"""A web page as a document."""

from __future__ import annotations

from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from reuse_guard.documents.attributes import attribute_words
from reuse_guard.documents.further import Further, further_pages
from reuse_guard.documents.html_letters import LinkSizes, is_in_quirks, is_whole
from reuse_guard.documents.html_links import find_links
from reuse_guard.documents.html_tree import DEFAULT_HTML_LIMITS, HtmlLimits, parse_html
from reuse_guard.documents.html_walk import walk
from reuse_guard.documents.lines import with_newlines
from reuse_guard.documents.metadata import Metadata, read_metadata
from reuse_guard.documents.model import Block, Document, Format, Link, Signal, make_block
from reuse_guard.documents.roles import Declared, Labels, label_blocks
from reuse_guard.documents.unread import Unread, UnreadKind, words_of
from reuse_guard.documents.unshown import Unshown
from reuse_guard.documents.visibility import Visibility
from reuse_guard.documents.visibility.kin import Family
from reuse_guard.errors import UsageError
from reuse_guard.urls.resolve import resolve

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from lxml import etree

    from reuse_guard.documents.html_places import Page

# Words meet at the borders of elements in menus whose items only a style sheet sets apart: of 181
# news pages 75 have such words, 30 of them at most.
_JOINED: Final = 50
_MOST_FURTHER: Final = 50  # links to later pages that are looked at
_FOUND_LATER: Final = (
    *("links", "signals", "title", "canonical_urls", "language", "published", "authors", "robots"),
    *("is_date_shown", "crawlers", "site_name", "blocks", "doubts", "unsure"),
    *("may_go_on", "unshown"),
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

    def find_labels(metadata: Metadata) -> Labels:
        own = (*metadata.canonical_urls, *((url,) if url else ()))
        further = tuple(islice(further_pages(root, own, _base(root, url)), _MOST_FURTHER))
        return label_blocks(page.blocks, _declared(metadata, url, further), chosen=chosen)

    is_page, is_quirky = is_whole(markup), is_in_quirks(markup)

    def find_sizes(body: frozenset[int]) -> LinkSizes:
        return LinkSizes.of(page, body, visibility, is_page=is_page, is_quirky=is_quirky)

    later = Later(
        metadata=lambda: read_metadata(root, base=_base(root, url)),
        links=lambda: tuple(find_links(page, _base(root, url), visibility)),
        labels=find_labels,
        unshown=lambda: Unshown.of(root),
        sizes=find_sizes,
    )
    return HtmlDocument.of(
        later,
        page,
        source=source,
        format=Format.HTML,
        sha256=sha256,
        text=page.text,
        url=url,
        notes=visibility.notes,
        unread=tuple(_unread(root, page, visibility)),
    )


class Later(NamedTuple):
    """Finds what is not asked of every page; each holds the tree of the page, and is asked once.

    Attributes:
        metadata: what a page tells of itself, and what finds its signals.
        links: everything link-like, in order.
        labels: the roles of its blocks, given what it tells of itself.
        unshown: what it serves without showing it.
        sizes: those of its links' letters, given which blocks are its body.
    """

    metadata: Callable[[], tuple[Metadata, Callable[[], tuple[Signal, ...]]]]
    links: Callable[[], tuple[Link, ...]]
    labels: Callable[[Metadata], Labels]
    unshown: Callable[[], Unshown]
    sizes: Callable[[frozenset[int]], LinkSizes]


def _of_metadata(name: str) -> Any:  # noqa: ANN401 - what is told of it
    """A field of what a page tells of itself."""
    return cached_property(lambda document: getattr(document._metadata, name))


class HtmlDocument(Document):
    """A page; what it tells of itself, its links and the roles of its blocks are found when asked.

    To search a candidate for copied text its text is enough, and most hold none; only an original
    needs its body. Where little of one is found in a candidate, it matters what the candidate does
    not show.
    """

    title = _of_metadata("title")
    canonical_urls = _of_metadata("canonical_urls")
    language = _of_metadata("language")
    published = _of_metadata("published")
    is_date_shown = _of_metadata("is_date_shown")
    authors = _of_metadata("authors")
    robots = _of_metadata("robots")
    site_name = _of_metadata("site_name")
    crawlers = _of_metadata("crawlers")

    @classmethod
    def of(cls, later: Later, page: Page, **facts: Any) -> HtmlDocument:  # noqa: ANN401
        """A document whose other fields are found when they are needed."""
        document = cls(blocks=(), **facts)
        for name in _FOUND_LATER:
            del document.__dict__[name]
        document.__dict__.update(_later=later._asdict(), _page=page)
        return document

    def settle(self) -> None:
        """Find what else needs the tree of the page, so that this is let go of."""
        if "_later" in self.__dict__:  # one made of another one has all that it needs
            for name in ("signals", "links", "blocks", "_unshown"):
                getattr(self, name)
            self.__dict__["_later"].pop("sizes", None)  # asked of candidates alone

    @cached_property
    def _sizes(self) -> LinkSizes | None:
        if "sizes" not in self.__dict__.get("_later", {}):
            return None
        body = (index for index, block in enumerate(self.blocks) if block.role.is_body)
        sizes: LinkSizes = self._find("sizes")(frozenset(body))
        return sizes

    def font_ratio(self, link: Link) -> float | None:
        """The size of a link's letters against that of the text; None where it is not known."""
        return None if self._sizes is None else self._sizes.ratio(link)

    def _find(self, name: str) -> Callable[..., Any]:
        """What finds something, once."""
        finder: Callable[..., Any] = self.__dict__["_later"].pop(name)
        return finder

    @cached_property
    def _metadata(self) -> Metadata:
        metadata: Metadata
        metadata, self.__dict__["_later"]["signals"] = self._find("metadata")()
        return metadata

    @cached_property
    def signals(self) -> tuple[Signal, ...]:
        """Attributions that are not hyperlinks, and what the page loads."""
        _ = self._metadata  # by which they are found
        signals: tuple[Signal, ...] = self._find("signals")()
        return signals

    @cached_property
    def _labels(self) -> Labels:
        labels: Labels = self._find("labels")(self._metadata)
        return labels

    @cached_property
    def _unshown(self) -> Unshown:
        unshown: Unshown = self._find("unshown")()
        return unshown

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """Everything link-like, in order."""
        links: tuple[Link, ...] = self._find("links")()
        return links

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """The pieces of `text`, with their roles."""
        page: Page = self.__dict__["_page"]
        roles = self._labels.roles
        del self.__dict__["_page"]
        return tuple(
            make_block(role, b.text, b.start, b.stop, b.first_line, b.last_line, b.hidden)
            for b, role in zip(page.blocks, roles, strict=True)
        )

    @cached_property
    def doubts(self) -> tuple[str, ...]:
        """Reasons why the reading of the body may be wrong."""
        return self._labels.doubts

    @cached_property
    def unsure(self) -> tuple[int, ...]:
        """Indices of the blocks that may be body or not."""
        return self._labels.unsure

    @cached_property
    def may_go_on(self) -> bool:
        """Whether the article may be longer than all that the page serves."""
        return self._labels.may_go_on

    @cached_property
    def unshown(self) -> tuple[str, ...]:
        """Prose that the page serves and that only a script of it may show."""
        return self._unshown.prose()

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
    return page, _declared(read_metadata(root, base=None)[0])


def _walk(root: etree._Element) -> tuple[Page, Visibility]:
    visibility = Visibility.of(root)
    page = walk(root, visibility=visibility)
    visibility.forget()
    return page, visibility


def _declared(
    metadata: Metadata, url: str | None = None, further: tuple[Further, ...] = ()
) -> Declared:
    return Declared(
        title=metadata.title or "",
        description=metadata.description,
        article_body=metadata.article_body,
        is_paid=metadata.is_paid,
        address=next(iter(metadata.canonical_urls), url or ""),
        word_count=metadata.word_count,
        further=further,
    )


def _base(root: etree._Element, url: str | None) -> str | None:
    """The address that relative ones are resolved against: the first `<base href>`, else `url`."""
    for element in root.iter("base"):
        if href := element.get("href"):
            return resolve(href, url)
    return url


def _choose(root: etree._Element, selector: str) -> frozenset[etree._Element]:
    """The elements that a publisher's selector names."""
    from reuse_guard.documents.visibility.nodes import (  # noqa: PLC0415 - slow, seldom used
        Node,
        node_of,
    )
    from reuse_guard.documents.visibility.selectors import (  # noqa: PLC0415
        SelectorError,
        TooCostlyError,
        compile_selectors,
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
