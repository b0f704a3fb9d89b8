"""What a page says of itself: title, addresses, language, date, authors, robots, signals."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from reuse_guard.documents.model import Signal
from reuse_guard.urls.resolve import resolve as resolve_address

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from lxml import etree

ARTICLE_TYPES = frozenset(
    "Article NewsArticle ReportageNewsArticle AnalysisNewsArticle OpinionNewsArticle BackgroundNewsArticle"
    " ReviewNewsArticle BlogPosting LiveBlogPosting TechArticle ScholarlyArticle Report SocialMediaPosting".split()
)


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a page declares about itself; every address is absolute."""

    title: str | None = None
    canonical_urls: tuple[str, ...] = ()
    language: str | None = None
    published: date | None = None
    authors: tuple[str, ...] = ()
    robots: frozenset[str] = frozenset()
    signals: tuple[Signal, ...] = ()
    article_body: str = ""
    description: str = ""
    is_paid: bool = False


def read_metadata(root: etree._Element, *, base: str | None) -> Metadata:
    """Collect what the head, JSON-LD and microdata declare."""

    def resolve(href: str) -> str:
        return resolve_address(href, base)

    metas: dict[str, list[tuple[str, int]]] = {}
    for element in root.iter("meta"):
        key = element.get("property") or element.get("name") or element.get("itemprop") or element.get("http-equiv")
        content = element.get("content")
        if key and content:
            metas.setdefault(key.strip().lower(), []).append((content.strip(), element.sourceline or 1))
    canonical: list[str] = []
    alternates: list[str] = []
    signals: list[Signal] = []
    for element in root.iter("link"):
        rel = (element.get("rel") or "").lower().split()
        href = element.get("href")
        if not href:
            continue
        if "canonical" in rel:
            canonical.append(resolve(href))
            signals.append(Signal("canonical", resolve(href), element.sourceline or 1))
        elif "amphtml" in rel or ("alternate" in rel and element.get("hreflang")):
            alternates.append(resolve(href))
    articles = [item for item in _linked_data(root) if ARTICLE_TYPES & set(_types(item))]
    first = articles[0] if articles else {}
    og = [resolve(v) for v, _ in metas.get("og:url", ())]

    def meta(*names: str) -> str | None:
        return next((metas[n][0][0] for n in names if n in metas), None)

    for kind in ("original-source", "syndication-source"):
        signals.extend(Signal(kind, resolve(v), line) for v, line in metas.get(kind, ()))
    signals.extend(_embedded(root, resolve))
    headline = first.get("headline") if isinstance(first.get("headline"), str) else None
    h1 = next((" ".join("".join(e.itertext()).split()) for e in root.iter("h1")), None)
    title = next((" ".join("".join(e.itertext()).split()) for e in root.iter("title")), None)
    body = max((a["articleBody"] for a in articles if isinstance(a.get("articleBody"), str)), key=len, default="")
    return Metadata(
        title=meta("og:title") or headline or h1 or title or None,
        canonical_urls=tuple(dict.fromkeys([*canonical, *og, *alternates])),
        language=root.get("lang") or meta("og:locale", "content-language", "language"),
        published=_date(str(first.get("datePublished", ""))) or _date(meta("article:published_time", "datepublished", "date", "dc.date") or ""),
        authors=tuple(_names(first.get("author"))) or tuple(v for v, _ in metas.get("author", ())),
        robots=frozenset(t.strip() for n in ("robots", "googlebot") for v, _ in metas.get(n, ()) for t in v.lower().split(",")),
        signals=tuple(signals),
        article_body=body,
        description=meta("og:description", "description", "twitter:description") or "",
    )


# What a page loads, by what it is: terms ask for view counters and forbid pictures.
EMBEDDED = {"img": "image", "script": "script", "iframe": "frame"}


def _embedded(root: etree._Element, resolve: Callable[[str], str]) -> Iterator[Signal]:
    for element in root.iter(*EMBEDDED):
        source = element.get("src") or element.get("data-src")
        if source and not source.lstrip().lower().startswith("data:"):
            yield Signal(EMBEDDED[str(element.tag)], resolve(source), element.sourceline or 1)


def _linked_data(root: etree._Element) -> Iterator[dict[str, Any]]:
    for script in root.iter("script"):
        if "ld+json" in (script.get("type") or ""):
            try:
                yield from _objects(json.loads(script.text or "", strict=False))
            except (ValueError, RecursionError):
                continue


def _objects(data: Any) -> Iterator[dict[str, Any]]:
    stack = [data]
    while stack:
        item = stack.pop()
        if isinstance(item, dict):
            yield item
            stack.extend(reversed(list(item.values())))
        elif isinstance(item, list):
            stack.extend(reversed(item))


def _types(item: dict[str, Any]) -> list[str]:
    kind = item.get("@type")
    return [k for k in (kind if isinstance(kind, list) else [kind]) if isinstance(k, str)]


def _names(author: Any) -> Iterator[str]:
    for item in author if isinstance(author, list) else [author]:
        name = item.get("name") if isinstance(item, dict) else item
        if isinstance(name, str) and name.strip():
            yield name.strip()


def _date(text: str) -> date | None:
    match = re.search(r"(\d{4})-(\d\d)-(\d\d)", text)
    if not match:
        return None
    try:
        return date(*map(int, match.groups()))
    except ValueError:
        return None
