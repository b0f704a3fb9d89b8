"""News items in ninjs, the IPTC's JSON for news wires (versions 1 to 3)."""

from __future__ import annotations

import json
from html import escape
from typing import TYPE_CHECKING, Any

from reuse_guard.documents.encoded import refused_mistakes
from reuse_guard.documents.frontmatter import parse_date
from reuse_guard.documents.items import Item
from reuse_guard.errors import ReadError
from reuse_guard.expressions import expression

if TYPE_CHECKING:
    from collections.abc import Iterator

# Version 1 has a property for each form of the text, later ones a list of bodies.
_MARKUP_KEYS = ("body_xhtml", "body_html")
_BEFORE = expression(r"\s*\[?\s*")
_BETWEEN = expression(r"\s*,?\s*")
_DATES = ("versioncreated", "versionCreated", "firstcreated", "firstCreated", "contentcreated")


def wire_items(text: str, source: str) -> Iterator[Item | ReadError]:
    """Read the items of a ninjs file: one object, or a list of them.

    Yields:
        An item, or why it is none.

    Raises:
        ReadError: it is no JSON.
    """
    with refused_mistakes(source):
        json.loads(text)  # which tells what is wrong between the items, too
        places = list(_places(text))
    line = last = 0
    for number, (item, start, stop) in enumerate(places, 1):
        if isinstance(item, dict):
            key, markup, is_plain = _body(item)
            at = max(start, text.find(f'"{key}"', start, stop))
            line, last = line + text.count("\n", last, at), at
            yield _item(item, markup, line + 1, is_plain=is_plain)
        else:
            problem = "is no ninjs item; give an object with a headline and a body"
            yield ReadError(problem, source=source, where=f"item {number}")


def refuse_other_json(text: str, source: str) -> None:
    """Refuse JSON where a feed or an item of news is asked for.

    Raises:
        ReadError: it is JSON, whole or broken.
    """
    if text.lstrip()[:1] not in ("{", "["):
        return
    with refused_mistakes(source):
        json.loads(text)
    problem = (
        'is JSON, but no news item in ninjs, which has its text under "body_html", "body_text" or'
        ' "bodies"; write it so, or give the article as HTML or text'
    )
    raise ReadError(problem, source=source)


def _places(text: str) -> Iterator[tuple[Any, int, int]]:
    """Each item of a list, or the only one, and where it stands."""
    decoder = json.JSONDecoder()
    at = _BEFORE.match(text).end()  # type: ignore[union-attr] # nothing fits, too
    while at < len(text) and text[at] != "]":
        item, stop = decoder.raw_decode(text, at)
        yield item, at, stop
        at = _BETWEEN.match(text, stop).end()  # type: ignore[union-attr]


def _item(item: dict[str, Any], markup: str, line: int, *, is_plain: bool) -> Item:
    return Item(
        # The value's own line ends are written as \n in JSON: in the file it is one line.
        markup=markup.replace("\r", " ").replace("\n", " "),
        line=line,
        title=_string(item, "headline") or _first(item, "headlines") or None,
        url=_string(item, "uri") if _string(item, "uri").startswith("http") else None,
        language=_string(item, "language") or None,
        published=next(filter(None, (parse_date(_string(item, key)) for key in _DATES)), None),
        authors=tuple(filter(None, [_string(item, "byline") or _first(item, "bylines")])),
        is_plain=is_plain,
        beside=tuple(_strings(item)),
    )


def _strings(item: dict[str, Any]) -> Iterator[str]:
    """All texts of an item, at whatever depth: descriptions, other bodies, associations."""
    waiting: list[Any] = [item]
    while waiting:
        value = waiting.pop()
        if isinstance(value, str):
            yield value
        elif isinstance(value, dict | list):
            waiting += value.values() if isinstance(value, dict) else value


def _body(item: dict[str, Any]) -> tuple[str, str, bool]:
    """The key of the fullest form of the text, this as HTML, and whether it is without markup."""
    for key in _MARKUP_KEYS:
        if _string(item, key):
            return key, _string(item, key), False
    for key in item:
        if key.startswith("body_") and _string(item, key):
            return key, _paragraphs(_string(item, key)), True
    bodies = [body for body in _list(item, "bodies") if isinstance(body, dict)]
    if not bodies:
        return "bodies", "", True
    body = max(bodies, key=lambda body: len(_string(body, "value")))
    value = _string(body, "value")
    is_plain = _string(body, "contentType") in ("text/plain", "")
    return "bodies", _paragraphs(value) if is_plain else value, is_plain


def _paragraphs(text: str) -> str:
    return "".join(f"<p>{escape(line)}</p>" for line in text.splitlines() if line.strip())


def _first(item: dict[str, Any], key: str) -> str:
    """The value of the first entry of a list of version 2 or 3."""
    return next(
        (_string(entry, "value") for entry in _list(item, key) if isinstance(entry, dict)), ""
    )


def _list(item: dict[str, Any], key: str) -> list[Any]:
    value = item.get(key)
    return value if isinstance(value, list) else []


def _string(item: dict[str, Any], key: str) -> str:
    value = item.get(key)
    return value.strip() if isinstance(value, str) else ""
