"""What a page says of itself: title, addresses, language, date, authors, robots, signals."""

from __future__ import annotations

from datetime import date
from email.utils import parsedate
from typing import TYPE_CHECKING

from reuse_guard.documents.embedded import loaded_by
from reuse_guard.documents.html_tree import source_line, text_in
from reuse_guard.documents.linked_data import (
    addresses_of,
    articles_of,
    names_of,
    own_of,
    text_of,
)
from reuse_guard.documents.model import Signal
from reuse_guard.documents.own_addresses import (
    canonical_addresses,
    linked_addresses,
    own_addresses,
)
from reuse_guard.documents.shown_dates import times_of_article
from reuse_guard.expressions import expression
from reuse_guard.frozen import frozen
from reuse_guard.urls.resolve import resolve

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from lxml import etree

    from reuse_guard.documents.linked_data import Thing

_DATES = (
    "article:published_time", "og:article:published_time", "datepublished", "publish-date",
    "publishdate", "pubdate", "published_date", "parsely-pub-date", "sailthru.date",
    "dc.date.issued", "dc.date", "dcterms.date", "date", "cxenseparse:recs:publishtime",
)  # fmt: skip
_LANGUAGES = ("og:locale", "content-language", "language", "dc.language", "inlanguage")
_CRAWLERS = ("googlebot", "googlebot-news", "yandex", "bingbot")
_SOURCES = ("original-source", "syndication-source")
_BASES = ("isBasedOn", "isBasedOnUrl", "citation")
_YEAR_FIRST = expression(r"((?:19|20)\d\d)([-/.]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?!\d)")
_DAY_FIRST = expression(r"(?<!\d)(0?[1-9]|[12]\d|3[01])\.(0?[1-9]|1[0-2])\.((?:19|20)\d\d)(?!\d)")
# Between the headline and the name of the site, in either order.
_SITE_BAR = expression(r"\s+[|\u2013\u2014\u00b7\u2022»:-]\s+")
_COUNT = expression(r"[0-9]{1,6}")
_LANGUAGE = expression(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")

_MOST_TIMES = 200  # below a page may stand a thousand comments
_MOST_HEADINGS = 200  # of a rank; the one of the article is among the first
_CITING = ("blockquote", "q", "ins", "del")
_TAGS = ("meta", "link", "h1", "h2", "title", "time", "script", *_CITING)

Elements = dict[str, list["etree._Element"]]
"""The elements that declare something, by tag, in order."""

Metas = dict[str, list[tuple[str, int]]]
"""Contents of the `<meta>` elements by lower-case name, each with its source line."""


@frozen
class Metadata:
    """What a page declares about itself; every address is absolute.

    Attributes:
        title: the headline, without the name of the site.
        canonical_urls: as `own_addresses` finds them.
        language: BCP 47 tag.
        published: date of publication.
        is_date_shown: whether only a `<time>` says so, which may be that of something else.
        authors: their names.
        site_name: what the site is called, or its publisher.
        robots: lower-case tokens for all robots.
        crawlers: those for single ones.
        description: summary for search engines and social media.
        article_body: text of the article in JSON-LD, empty when missing.
        is_paid: whether the page says that its article is not free to read.
        word_count: how many words it says that its article has; 0 where it does not.
    """

    title: str | None = None
    canonical_urls: tuple[str, ...] = ()
    language: str | None = None
    published: date | None = None
    is_date_shown: bool = False
    authors: tuple[str, ...] = ()
    site_name: str | None = None
    robots: frozenset[str] = frozenset()
    crawlers: frozenset[str] = frozenset()
    description: str = ""
    article_body: str = ""
    is_paid: bool = False
    word_count: int = 0


def read_metadata(
    root: etree._Element, *, base: str | None
) -> tuple[Metadata, Callable[[], tuple[Signal, ...]]]:
    """Collect what the head, JSON-LD and microdata of a page declare.

    Args:
        root: of the page.
        base: what relative addresses are resolved against.

    Returns:
        What it says, and what finds its attributions that are not hyperlinks, and what it loads:
        only a candidate is asked for these, and they are as long to find as all else.
    """
    elements = _by_tag(root)
    metas = _metas(elements["meta"])
    articles = articles_of(elements["script"])
    things = [thing for thing, _ in articles]
    linked = linked_addresses(elements["link"], base)
    canonical = linked["canonical"]
    named = [resolve(address, base) for address, _ in metas.get("og:url", [])]
    titles = (_first(metas, "og:title", "twitter:title"), _title(elements, metas, ()) or "")
    called = {*titles, *(text for text, _ in _headings(elements, "h1"))}
    own = own_of(things, called, [*(address for address, _ in canonical), *named])

    declared = _declared_date(metas, own)
    shown = None if declared else _shown_date(elements, metas, own)

    def find_signals() -> tuple[Signal, ...]:
        attributed = _signals(elements, metas, articles, base)
        return *attributed, *loaded_by(root, base)

    metadata = Metadata(
        title=_title(elements, metas, own),
        canonical_urls=own_addresses(root, linked, named, things, titles),
        language=_language(root, metas),
        published=declared or shown,
        is_date_shown=shown is not None,
        authors=_authors(metas, own),
        site_name=_site_name(metas, own),
        robots=_told(metas, "robots"),
        crawlers=_told(metas, *_CRAWLERS),
        description=_first(metas, "og:description", "description", "twitter:description"),
        article_body=max((text_of(thing, "articleBody") for thing in things), key=len, default=""),
        is_paid=any(
            str(thing.get("isAccessibleForFree", "")).lower() == "false" for thing in things
        ),
        word_count=max(map(_word_count, own), default=0),
    )
    return metadata, find_signals


def _word_count(thing: Thing) -> int:
    """How many words an article in JSON-LD is said to have."""
    said = str(thing.get("wordCount", ""))
    return int(said) if _COUNT.fullmatch(said) else 0


def _by_tag(root: etree._Element) -> Elements:
    elements: Elements = {tag: [] for tag in _TAGS}
    for element in root.iter(*_TAGS):
        elements[element.tag].append(element)
    return elements


def _metas(elements: Iterable[etree._Element]) -> Metas:
    metas: Metas = {}
    for element in elements:
        content = (element.get("content") or "").strip()
        if not content:
            continue
        for attribute in ("property", "name", "itemprop", "http-equiv"):
            key = element.get(attribute)
            if key and (key := key.strip().lower()):
                metas.setdefault(key, []).append((content, source_line(element)))
    return metas


def _first(metas: Metas, *names: str) -> str:
    return next((" ".join(metas[name][0][0].split()) for name in names if name in metas), "")


def _title(elements: Elements, metas: Metas, things: Sequence[Thing]) -> str | None:
    """The headline as the page declares it, else its heading, else its `<title>`."""
    site = _first(metas, "og:site_name", "application-name")
    declared = _first(metas, "og:title", "twitter:title")
    if declared:
        return without_site(declared, site)
    headline = next(filter(None, (text_of(thing, "headline") for thing in things)), "")
    named = _text(elements["title"])
    return headline or _heading_in(named, elements) or without_site(named, site) or None


def _heading_in(title: str, elements: Elements) -> str:
    """The first `<h1>`, which may be the site's name: then a longer heading stands in the title.

    So it is on 6 of 181 news pages.
    """
    first = _text(elements["h1"])
    headings = (text for tag in ("h1", "h2") for text, _ in _headings(elements, tag))
    return max((first, *(each for each in headings if each in title)), key=len)


def _headings(elements: Elements, tag: str) -> Iterator[tuple[str, etree._Element]]:
    """The first headings of a rank that have words, and these words."""
    for element in elements[tag][:_MOST_HEADINGS]:
        if text := text_in(element):
            yield text, element


def without_site(title: str, site: str) -> str:
    """A title without the name of the site that stands before or after a bar in it.

    >>> without_site("Flood waters fall | The Steppe Post", "")
    'Flood waters fall'
    >>> without_site("Steppe Post - Flood waters fall - at last", "Steppe Post")
    'Flood waters fall - at last'
    """
    bars = list(_SITE_BAR.finditer(title))
    if not bars:
        return title
    head, tail = title[: bars[-1].start()], title[bars[-1].end() :]
    if site and title[: bars[0].start()].casefold() == site.casefold():
        return title[bars[0].end() :]
    if site and tail.casefold() == site.casefold():
        return head
    # A dash may belong to the headline; a bar parts it from the site, whose name is shorter.
    return head if "|" in bars[-1].group() and len(tail) < len(head) else title


def _text(elements: Iterable[etree._Element]) -> str:
    """The words of the first element that has any."""
    for element in elements:
        if text := text_in(element):
            return text
    return ""


def _language(root: etree._Element, metas: Metas) -> str | None:
    for value in (root.get("lang"), root.get("xml:lang"), *(_first(metas, n) for n in _LANGUAGES)):
        if value and (match := _LANGUAGE.match(value.strip())):
            return match.group().replace("_", "-")
    return None


def _declared_date(metas: Metas, things: Sequence[Thing]) -> date | None:
    """The first readable date of publication in JSON-LD, else in `<meta>`."""
    said = [text_of(thing, name) for thing in things for name in ("datePublished", "dateCreated")]
    said += [metas[name][0][0] for name in _DATES if name in metas]
    return next(filter(None, map(parse_date, said)), None)


def _shown_date(elements: Elements, metas: Metas, things: Sequence[Thing]) -> date | None:
    """The date beside the headline; None where several stand there, or none."""
    days = {
        time: day
        for time in elements["time"][:_MOST_TIMES]
        if (day := parse_date(time.get("datetime") or ""))
    }
    if not days:
        return None
    headlines = (text_of(thing, "headline") for thing in things)
    called = (_first(metas, "og:title", "twitter:title"), _text(elements["title"]), *headlines)
    titles = " ".join(called).strip()
    # The name of the site may be one too, and so may what the page recommends.
    headings = _headings(elements, "h1")
    named = [(text, heading) for text, heading in headings if not titles or text in titles]
    _, headline = max(named, key=lambda pair: len(pair[0]), default=("", None))
    shown = {days[time] for time in times_of_article(tuple(days), headline)}
    return shown.pop() if len(shown) == 1 else None


def parse_date(text: str) -> date | None:
    """The day that a machine-readable or unambiguous date names, in the time zone it is written in.

    >>> parse_date("2026-03-01T23:30:00+05:00"), parse_date("01.03.2026"), parse_date("03/01/2026")
    (datetime.date(2026, 3, 1), datetime.date(2026, 3, 1), None)
    """
    text = text.strip()[:64]
    if match := _YEAR_FIRST.match(text):
        parts = match[1], match[3], match[4]
    elif match := _DAY_FIRST.match(text):
        parts = match[3], match[2], match[1]
    else:
        parsed = parsedate(text)
        parts = tuple(map(str, parsed[:3])) if parsed else ("0", "0", "0")  # type: ignore[assignment]
    try:
        return date(*map(int, parts))
    except ValueError:
        return None


def _authors(metas: Metas, things: Sequence[Thing]) -> tuple[str, ...]:
    declared = next(filter(None, (names_of(thing, "author") for thing in things)), [])
    if not declared:
        names = [
            value
            for key in ("author", "article:author", "dc.creator")
            for value, _ in metas.get(key, ())
        ]
        declared = [" ".join(name.split()) for name in names if "://" not in name]
    return tuple(dict.fromkeys(declared))


def _site_name(metas: Metas, things: Sequence[Thing]) -> str | None:
    """The name of the site, a slogan behind a bar aside, else that of the publisher.

    In this order: of 181 news pages 5 name the agency as publisher that the article came from.
    """
    said = [_first(metas, "og:site_name"), *(n for t in things for n in names_of(t, "publisher"))]
    return next((_SITE_BAR.split(name)[0] for name in said if name and "://" not in name), None)


def _told(metas: Metas, *names: str) -> frozenset[str]:
    values = ",".join(value for name in names for value, _ in metas.get(name, ()))
    return frozenset(token for part in values.split(",") if (token := part.strip().lower()))


def _signals(
    elements: Elements,
    metas: Metas,
    articles: Sequence[tuple[Thing, int]],
    base: str | None,
) -> Iterator[Signal]:
    """Attributions that a reader does not click on."""
    for kind, address, line in canonical_addresses(elements["link"], base):
        yield Signal(kind, address, line)
    named = [(kind, *pair) for kind in _SOURCES for pair in metas.get(kind, ())]
    named += [
        (kind, address, line)
        for thing, line in articles
        for kind in _BASES
        for address in addresses_of(thing, kind)
    ]
    named += [
        ("cite", cited, source_line(element))
        for tag in _CITING
        for element in elements[tag]
        if (cited := element.get("cite"))
    ]
    for kind, address, line in named:
        yield Signal(kind, resolve(address, base), line)
