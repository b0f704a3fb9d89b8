"""From markup to a tree that holds all of it, or an error that says which bound it broke.

libxml2 drops what is nested deeper than 2,047 elements, and whatever follows, and tells nobody
but its error log; and a tag with 100,000 attributes takes it minutes. Such a page is read by the
same tokenizer without a tree of its own: the tree is built here, elements past a depth become
siblings of the last one above it, and a tag keeps its first attributes. No character is lost, and
no walk over the tree meets unbounded depth. See docs/decisions/0020-one-parser-twice.md.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from lxml import etree

from reuse_guard.errors import ReadError
from reuse_guard.expressions import expression
from reuse_guard.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Mapping

_NOT_XML = expression("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_NAME = expression(r"[A-Za-z_][\w.-]*")
# libxml2 keeps 16 bits for a line; past it the walk counts the line ends in the text.
LAST_LINE: Final = 65_535
LONGEST_TEXT: Final = 2_000  # characters that `text_in` gives; no heading has a quarter of them
_LONG_TAG: Final = 3_000  # bytes between two "<"
# libxml2 compares each attribute of a tag with all before it: 1.5 ns a pair, so half a second.
_MOST_PAIRS: Final = 300_000_000


@frozen
class HtmlLimits:
    """How large a page may be; docs/explanation/reading.md says what the bounds cost.

    Attributes:
        characters: of markup.
        tags: opening angle brackets, which bound the elements.
        depth: elements inside one another, in a tree built here.
        attributes: kept of one tag, in a tree built here.
    """

    characters: int = 50_000_000
    tags: int = 1_000_000
    depth: int = 1_000
    attributes: int = 300


DEFAULT_HTML_LIMITS: Final = HtmlLimits()


def parse_html(
    markup: str, *, source: str, limits: HtmlLimits = DEFAULT_HTML_LIMITS
) -> etree._Element:
    """The root element of a page, which holds what follows `</html>` too, as in a browser.

    Raises:
        ReadError: a bound of `limits` is broken.
    """
    _bound(len(markup), "characters", limits.characters, source)
    data = markup.encode("utf-8", "replace")
    if len(data) > limits.tags:  # a short page has fewer, uncounted
        _bound(data.count(b"<"), "tags", limits.tags, source)
    if b"\0" in data:
        data = data.replace(b"\0", "\ufffd".encode())
    if not _is_costly(data):
        parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, collect_ids=False)
        root = _parse(data, parser)
        if not parser.error_log.filter_types(etree.ErrorTypes.ERR_RESOURCE_LIMIT):
            return root
    return _parse_flat(data, limits)


def source_line(element: etree._Element) -> int:
    """The line an element begins on, counted from 1; 0 when unknown."""
    line: Any = element.sourceline  # whose type lxml-stubs do not know
    return line or 0


def text_in(element: etree._Element) -> str:
    """What is written in an element, with one space for white space, no more than a heading holds.

    Elements may stand in one another a thousand deep, each with all the text of the page.
    """
    parts, size = list[str](), 0
    for part in element.itertext():
        parts.append(str(part))
        size += len(parts[-1])
        if size > LONGEST_TEXT:
            break
    return " ".join("".join(parts).split())[:LONGEST_TEXT]


def _bound(count: int, what: str, most: int, source: str) -> None:
    if count > most:
        problem = f"has {count:,} {what}, the bound is {most:,}; give the article's own page"
        raise ReadError(problem, source=source)


def _is_costly(data: bytes) -> bool:
    """Whether some tag may have so many attributes that libxml2 takes over half a second."""
    pairs = 0
    start = 0
    while start + _LONG_TAG < len(data):
        stop = data.rfind(b"<", start, start + _LONG_TAG)
        if stop < 0:  # a long tag, or a long text, from `start` on
            stop = data.find(b"<", start)
            stop = len(data) if stop < 0 else stop
            pairs += len(data[start:stop].split()) ** 2
        start = stop + 1
    return pairs > _MOST_PAIRS


def _parse(data: bytes, parser: etree.HTMLParser) -> etree._Element:
    """The root of what a parser makes of a page; an empty one for a page without content."""
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError:  # what lxml says to a page of white space
        root = None
    if root is None:
        return etree.Element("html")
    for after in list(root.itersiblings()):
        root.append(after)
    return root


def _parse_flat(data: bytes, limits: HtmlLimits) -> etree._Element:
    """Read a page nested or attributed past all measure into a tree of bounded depth."""
    builder = _FlatBuilder(limits)
    target: Any = builder  # lxml-stubs ask for more than lxml calls
    parser = etree.HTMLParser(target=target, encoding="utf-8", huge_tree=True)
    for line in data.splitlines(keepends=True):
        parser.feed(line)
        builder.line += 1
    root: etree._Element = parser.close()
    return root


class _FlatBuilder:
    """Builds a tree from a parser's events; what is too deep follows instead of nesting.

    Attributes:
        line: source line being fed.
    """

    def __init__(self, limits: HtmlLimits) -> None:
        self.line = 1
        self._limits = limits
        self._builder: Any = etree.TreeBuilder()  # lxml-stubs have its results wrong
        self._depth = 0
        self._open_hoisted = ""
        self._root = ""

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""
        self._depth += 1
        name = tag if _NAME.fullmatch(tag) else "span"
        if self._depth > self._limits.depth:
            self._end_hoisted()
            self._open_hoisted = name
        self._root = self._root or name
        element = self._builder.start(name, self._kept(attributes))
        element.sourceline = min(self.line, LAST_LINE)

    def end(self, tag: str) -> None:
        """An element ends; the root ends last, for what follows `</html>` is shown too."""
        if self._depth <= 1:
            return
        if self._depth > self._limits.depth:
            self._end_hoisted()
        else:
            self._builder.end(tag if _NAME.fullmatch(tag) else "span")
        self._depth -= 1

    def data(self, text: str) -> None:
        """Characters between tags."""
        self._builder.data(_NOT_XML.sub("\ufffd", text))

    def close(self) -> etree._Element:
        """The root."""
        if not self._root:
            return etree.Element("html")
        self._builder.end(self._root)
        root: etree._Element = self._builder.close()
        return root

    def _end_hoisted(self) -> None:
        if self._open_hoisted:
            self._builder.end(self._open_hoisted)
            self._open_hoisted = ""

    def _kept(self, attributes: Mapping[str, str]) -> dict[str, str]:
        names = [name for name in attributes if _NAME.fullmatch(name)][: self._limits.attributes]
        return {name: _NOT_XML.sub("\ufffd", attributes[name]) for name in names}
