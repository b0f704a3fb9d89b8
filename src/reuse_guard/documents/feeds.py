"""RSS and Atom feeds and the JSON of news wires, one document an item."""

from __future__ import annotations

from dataclasses import replace
from email.utils import parsedate_to_datetime
from html import escape, unescape
from itertools import islice
from typing import TYPE_CHECKING

from reuse_guard.documents import wordpress
from reuse_guard.documents.formats import is_wire_item
from reuse_guard.documents.frontmatter import parse_date
from reuse_guard.documents.html_tags import TAG
from reuse_guard.documents.items import Item, as_document
from reuse_guard.documents.limits import DEFAULT_LIMITS, ReadLimits
from reuse_guard.documents.load import Content, label_of, load_bytes, load_text
from reuse_guard.documents.model import Document, Signal
from reuse_guard.documents.ninjs import refuse_other_json, wire_items
from reuse_guard.errors import ReadError
from reuse_guard.expressions import expression

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from lxml import etree

_CONTENT = "{http://purl.org/rss/1.0/modules/content/}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_XML = "{http://www.w3.org/XML/1998/namespace}"
_MARKUP = expression(r"</?[a-zA-Z][^<>]*>")  # and "x < 3 or y > 4" is none
_FEEDS = ("rss", "feed", "RDF")
_ITEMS = ("item", "entry")
# Children by local name, best first: the whole text before the summary.
_TEXTS = (f"{_CONTENT}encoded", "content", "description", "summary")
_FULL_TEXTS = frozenset({"full-text", "fulltext", "full_text"})
# Names that other extensions have for other things: `media:content` is a picture and its caption.
_FULL_TEXTS_OF = frozenset({"content", "body"})
_THEIRS = ("", "http://turbo.yandex.ru", "http://www.w3.org/1999/xhtml")
_PLAIN = frozenset({"full-text", "fulltext", "full_text"})  # without markup mostly
_DATES = ("pubDate", "published", "issued", f"{_DC}date", "updated")


def read_feed(
    source: Content,
    *,
    encoding: str | None = None,
    limits: ReadLimits = DEFAULT_LIMITS,
    name: str | None = None,
) -> tuple[Document, ...]:
    """Read every item of an RSS or Atom feed, or of a ninjs file, as a document.

    One item that cannot be read refuses the feed; `read_items` gives the others. Of an export of
    WordPress the posts and pages are read, without revisions, attachments and what is in the trash.

    Args:
        source: content as `str` or `bytes`, or a file as `Path`.
        encoding: what the sender says the bytes are in.
        limits: bounds on the input.
        name: what messages call content that is no file.

    Returns:
        Documents in the order of the feed; `url` is the item's own address, `source` names the
        feed and the item.

    Raises:
        ReadError: it is no feed, is broken, or passes a bound.
    """
    items = read_items(source, encoding=encoding, limits=limits, name=name)
    return tuple(map(_required, items))


def read_items(
    source: Content,
    *,
    encoding: str | None = None,
    limits: ReadLimits = DEFAULT_LIMITS,
    name: str | None = None,
) -> Iterator[Document | ReadError]:
    """Read the items of a feed one by one, as `read_feed` does.

    Yields:
        A document, or why the item cannot be read.

    Raises:
        ReadError: the feed as a whole cannot be read.
    """
    label = label_of(source, name)
    data = load_bytes(source, label=label, most=limits.source_bytes)
    decoded = load_text(source, data, label=label, encoding=encoding)
    yield from _documents(_items(decoded.text, label, limits), label, limits)


def _required(item: Document | ReadError) -> Document:
    if isinstance(item, ReadError):
        raise item
    return item


def read_only_item(
    text: str, *, source: str, url: str | None, sha256: str, limits: ReadLimits = DEFAULT_LIMITS
) -> Document:
    """Read a feed that holds a single item as that item.

    Raises:
        ReadError: there is not exactly one.
    """
    items = _items(text, source, limits)
    if not items:
        problem = "is a feed without items; give the page of an article"
        raise ReadError(problem, source=source)
    if len(items) != 1:
        problem = (
            f"is a feed of {len(items)} items; give the page of one item, check all of them"
            " with `reuse-guard archive check` or `scan`, or read them in Python with read_feed"
        )
        raise ReadError(problem, source=source)
    (document,) = map(_required, _documents(items, source, limits))
    return replace(document, source=source, sha256=sha256, url=url or document.url)


def _items(text: str, label: str, limits: ReadLimits) -> list[Item | ReadError]:
    every = wire_items(text, label) if is_wire_item(text) else _feed_items(text, label)
    items = list(islice(every, limits.feed_items + 1))
    if len(items) > limits.feed_items:
        problem = f"holds over {limits.feed_items:,} items (feed_items); split it"
        raise ReadError(problem, source=label)
    return items


def _documents(
    items: list[Item | ReadError], label: str, limits: ReadLimits
) -> Iterator[Document | ReadError]:
    for number, item in enumerate(items, 1):
        if isinstance(item, ReadError):
            yield item
            continue
        try:
            yield as_document(item, source=f"{label}, item {number}", limits=limits)
        except ReadError as error:
            yield error


def _feed_items(text: str, label: str) -> Iterator[Item]:
    refuse_other_json(text, label)
    root = _parse(text, label)
    if _local(root) not in _FEEDS:
        problem = f"is no RSS or Atom feed but <{_local(root)}>; read a page with read"
        raise ReadError(problem, source=label)
    for element in root.iter("*"):
        if _local(element) in _ITEMS and wordpress.is_content(element):
            yield _item(element)


def _parse(text: str, label: str) -> etree._Element:
    """The feed's tree; nothing outside it is fetched and no entity is expanded."""
    from lxml import etree  # noqa: PLC0415 - 20 ms, needed for feeds alone

    parser = etree.XMLParser(
        encoding="utf-8", resolve_entities=False, no_network=True, load_dtd=False, remove_pis=True
    )
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError as error:
        where = f"line {error.lineno}" if error.lineno else ""
        problem = f"is no well-formed feed: {error.msg}; mend it, or give the item's own page"
        raise ReadError(problem, source=label, where=where) from None
    # An entity is text that stands elsewhere; unread it would be missing from the item.
    entity = next(root.iter(etree.Entity), None)
    if entity is not None:
        problem = f"uses the entity {entity.text}, which is not expanded; write its text instead"
        raise ReadError(problem, source=label, where=f"line {_line(entity)}")
    return root


def _item(element: etree._Element) -> Item:
    texts = _texts(element)
    title = _child(element, "title")
    place = texts[0] if texts else element
    markup = _lead(texts) + _markup(texts[0]) if texts else ""
    is_exported = wordpress.is_of_export(element)
    if is_exported:
        markup = wordpress.with_paragraphs(wordpress.with_generated_links(markup))
    return Item(
        markup=markup,
        line=_line(place),
        title=" ".join(_all_text(title).split()) if title is not None else None,
        url=_address(element),
        language=element.get(f"{_XML}lang") or _text(element, f"{_DC}language") or None,
        published=next(filter(None, (_date(_text(element, tag)) for tag in _DATES)), None),
        authors=tuple(dict.fromkeys(filter(None, _authors(element)))),
        signals=tuple(_signals(element)),
        beside=tuple(_all_text(one) for one in element.iterchildren("*") if one not in texts),
        is_plain=not is_exported
        and not any(len(text) or _MARKUP.search(text.text or "") for text in texts),
    )


def _texts(element: etree._Element) -> list[etree._Element]:
    """What an item has of its text: the longest that is no summary, then the summaries.

    Aggregators ask for whole texts by names of theirs: Yandex' `yandex:full-text` and
    `turbo:content`, Rambler's `rambler:fulltext` and the like.
    """
    known = [child for tag in _TEXTS if (child := _child(element, tag)) is not None]
    full = [child for child in known[:1] if _local(child) in {"encoded", "content"}]
    summaries = known[len(full) :]
    full += [child for child in element.iterchildren("*") if _is_whole(child, known)]
    return [*sorted(full, key=lambda child: -len(_words(child)))[:1], *summaries]


def _is_whole(child: etree._Element, known: list[etree._Element]) -> bool:
    """Whether an element is what an aggregator takes for the whole text."""
    name = _local(child).lower()
    space = str(child.tag)[: -len(name)].strip("{}").rstrip("/")
    is_whole = name in _FULL_TEXTS or (name in _FULL_TEXTS_OF and space in _THEIRS)
    return is_whole and child not in known and bool(_all_text(child).strip())


def _child(element: etree._Element, tag: str) -> etree._Element | None:
    """The first child called `tag`, which without a namespace is in that of the item."""
    return next(_children(element, tag), None)


def _children(element: etree._Element, tag: str) -> Iterator[etree._Element]:
    namespace = "" if tag.startswith("{") else str(element.tag)[: -len(_local(element))]
    yield from element.iterchildren(namespace + tag)


def _local(element: etree._Element) -> str:
    """Name without namespace."""
    return element.tag.rpartition("}")[2]


def _text(element: etree._Element, tag: str) -> str:
    child = _child(element, tag)
    return "" if child is None else _all_text(child).strip()


def _all_text(element: etree._Element) -> str:
    return "".join(map(str, element.itertext()))


def _line(element: etree._Element) -> int:
    """The source line on which the element begins."""
    line: int | None = element.sourceline  # type: ignore[assignment] # the stubs leave it open
    return line or 1


def _markup(element: etree._Element) -> str:
    """A text construct as HTML: escaped markup, XHTML elements, or plain text."""
    if len(element):
        return "".join(map(_without_namespaces, element))
    text = element.text or ""
    if _local(element).lower() in _PLAIN and not TAG.search(text):
        return f"<p>{escape(text)}</p>".replace("\n\n", "</p>\n\n<p>")
    return f"<p>{escape(text)}</p>" if element.get("type") == "text" else text


def _without_namespaces(element: etree._Element) -> str:
    from lxml import etree  # noqa: PLC0415 - see `_parse`

    for inner in element.iter("*"):
        inner.tag = _local(inner)
    etree.cleanup_namespaces(element)
    return etree.tostring(element, encoding="unicode", method="html")


def _lead(texts: list[etree._Element]) -> str:
    """The summaries whose words the whole text does not repeat, as its first paragraphs."""
    words = _words(texts[0])
    return "".join(
        f"<div>{_markup(text)}</div>"
        for text in texts[1:]
        if (lead := _words(text).rstrip(".\u2026[] ")) and lead not in words
    )


def _words(element: etree._Element) -> str:
    return " ".join(unescape(TAG.sub(" ", _all_text(element))).split())


def _address(element: etree._Element) -> str | None:
    """The item's own page: the text of RSS' link, or Atom's alternate link."""
    for link in _children(element, "link"):
        href = link.get("href") if link.get("rel", "alternate") == "alternate" else None
        address = (href or link.text or "").strip()
        if address:
            return address
    guid = _child(element, "guid")
    if guid is None or guid.get("isPermaLink", "true") != "true":
        return None
    return (guid.text or "").strip() or None


def _authors(element: etree._Element) -> Iterator[str]:
    for author in _children(element, "author"):
        yield _text(author, "name") or (author.text or "").strip()
    for creator in _children(element, f"{_DC}creator"):
        yield (creator.text or "").strip()


def _signals(element: etree._Element) -> Iterator[Signal]:
    """Where the item says it comes from: RSS' source, Atom's via link, DC's source."""
    for link in _children(element, "link"):
        href = (link.get("href") or "").strip()
        if href and link.get("rel") in ("via", "canonical"):
            yield Signal(str(link.get("rel")), href, _line(link))
    for source in _children(element, "source"):
        if href := (source.get("url") or "").strip():
            yield Signal("source", href, _line(source))
    for source in _children(element, f"{_DC}source"):
        if (href := (source.text or "").strip()).startswith(("http://", "https://")):
            yield Signal("source", href, _line(source))


def _date(text: str) -> date | None:
    """The day of an RSS (RFC 822) or Atom (ISO 8601) time stamp."""
    if parsed := parse_date(text):
        return parsed
    try:
        return parsedate_to_datetime(text).date()
    except (ValueError, TypeError):
        return None
