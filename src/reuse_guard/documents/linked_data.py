"""JSON-LD of a page, read as far as it can be: much of it on the web is not JSON."""

from __future__ import annotations

import json
import re
from html import unescape
from typing import TYPE_CHECKING, Any, Final

from reuse_guard.documents.html_tree import source_line
from reuse_guard.expressions import expression

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from lxml import etree

Thing = dict[str, Any]

_WRAPPING = expression(
    r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[|/\*.*?\*/)|(?:-->|//\s*\]\]>|\]\]>)\s*;?\s*$"
)
_TRAILING_COMMA = expression(r",(\s*[}\]])")
_FIELD = expression(
    r'"(@type|headline|datePublished|isBasedOn|isBasedOnUrl|isAccessibleForFree)"'
    r'\s*:\s*(?:"((?:[^"\\]|\\.)*)"|(true|false))'
)
_ARTICLE = expression(r"(?:Article|Posting|Report|NewsItem)$")
OF_A_THING: Final = ("mainEntityOfPage", "url", "@id")  # where its address stands
_DEEPEST: Final = 50  # objects inside one another; articles stand in the first few


def articles_of(scripts: Iterable[etree._Element]) -> list[tuple[Thing, int]]:
    """The article-like objects in the `<script>` elements of a page, each with its source line."""
    found = []
    for script in scripts:
        if "ld+json" not in (script.get("type") or "").lower():
            continue
        line = source_line(script)
        found += [(thing, line) for thing in things_of(script.text or "") if is_article(thing)]
    return found


def own_of(
    articles: Iterable[Thing], titles: Collection[str], urls: Collection[str]
) -> list[Thing]:
    """Those that tell of the page's own article; the others are of what it lists or cites.

    One that stands inside another is cited, or an update of it. Of several the page's own have its
    headline, or else its address; where none does nobody knows which it is.

    Args:
        articles: of the page, outer ones first.
        titles: what the page calls its article.
        urls: addresses that it declares as its own.
    """
    outer, inner = [], set[int]()
    for thing in articles:
        if id(thing) not in inner:
            outer.append(thing)
            inner.update(map(id, _objects(list(thing.values()))))
    if len(outer) <= 1:
        return outer
    named = [thing for thing in outer if text_of(thing, "headline") in filter(None, titles)]
    return named or [thing for thing in outer if _stands_at(thing, urls)]


def _stands_at(thing: Thing, urls: Collection[str]) -> bool:
    return any(url in urls for name in OF_A_THING for url in addresses_of(thing, name))


def is_article(thing: Thing) -> bool:
    """Whether an object is a schema.org Article or one of its kinds."""
    kind = thing.get("@type")
    kinds = kind if isinstance(kind, list) else [kind]
    return any(isinstance(one, str) and _ARTICLE.search(one) for one in kinds)


def things_of(text: str) -> list[Thing]:
    r"""The objects in a script, outer ones first; of what is no JSON, the few fields that matter.

    >>> things_of('{"@type": "NewsArticle", "headline": "Flood",}')[0]["headline"]
    'Flood'
    >>> things_of('{"@type": "NewsArticle", "headline": "A "no"", "isBasedOn": "https://a.kz/1"')
    [{'@type': 'NewsArticle', 'headline': 'A ', 'isBasedOn': 'https://a.kz/1'}]
    """
    clean = _WRAPPING.sub("", _WRAPPING.sub("", text)).strip()
    for attempt in (clean, _TRAILING_COMMA.sub(r"\1", clean)):
        try:
            return list(_objects(_values(attempt)))
        except (ValueError, RecursionError):
            continue
    fields: Thing = {}
    for name, string, literal in _FIELD.findall(clean):
        fields.setdefault(name, unescape(string) if not literal else literal == "true")
    return [fields] if fields else []


def _values(text: str) -> list[Any]:
    """The JSON values of a text, which may hold several one after the other.

    Raises:
        ValueError: some of it is no JSON.
    """
    decoder = json.JSONDecoder(strict=False)
    values = []
    at = 0
    while at < len(text):
        value, at = decoder.raw_decode(text, at)
        values.append(value)
        while at < len(text) and (text[at].isspace() or text[at] in ";,"):
            at += 1
    return values


def _objects(value: Any) -> Iterator[Thing]:  # noqa: ANN401 - JSON
    """Every object in a value, outer ones first."""
    level = [value]
    for _ in range(_DEEPEST):
        inner: list[Any] = []
        for item in level:
            if isinstance(item, dict):
                yield item
                inner += item.values()
            elif isinstance(item, list):
                inner += item
        level = inner


def text_of(thing: Thing, name: str) -> str:
    """A field that should be text; empty when it is not there or something else."""
    value = thing.get(name)
    if isinstance(value, list) and value:
        value = value[0]
    return " ".join(unescape(value).split()) if isinstance(value, str) else ""


def names_of(thing: Thing, name: str) -> list[str]:
    """Names of the people or organisations in a field."""
    value = thing.get(name)
    names = []
    for item in value if isinstance(value, list) else [value]:
        text = text_of(item, "name") if isinstance(item, dict) else item
        if isinstance(text, str) and text.strip():
            names.append(" ".join(unescape(text).split()))
    return names


def addresses_of(thing: Thing, name: str) -> list[str]:
    """Addresses in a field: written out, or of the objects in it."""
    value = thing.get(name)
    found = []
    for item in value if isinstance(value, list) else [value]:
        address = (item.get("url") or item.get("@id")) if isinstance(item, dict) else item
        if isinstance(address, str) and re.match(r"https?://|//?\w", address.strip()):
            found.append(address.strip())
    return found
