"""Addresses written out in running text: what a reader could type, not what they can click."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from reuse_guard.expressions import expression
from reuse_guard.text.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

# What an address in running text cannot hold; quotes and angle brackets stand around addresses.
_TOKEN = expression(r"[^\s<>\"«»“”„|\\^`]+")
_SCHEME = expression(r"https?://(?=[^\W_])", re.IGNORECASE)
# An address without a scheme needs a host with a dot and then a path, or "www."; "and/or",
# "1/2", "km/h" and a file name such as "report.pdf" are none.
_BARE = expression(
    r"www\.[^\W_][\w-]*\.\w|(?:[^\W_](?:[\w-]{0,61}[^\W_])?\.){1,6}[^\W\d_]{2,24}(?::\d{2,5})?/",
    re.IGNORECASE,
)
# One of these stands in every address; looking for them is all that most texts take.
_SIGNS = ("/", "www.")
_CAPITAL_SIGN = expression(r"W(?:ww|WW)\.")
_AFTER_ADDRESS = ".,;:!?…'’*_~"  # a hyphen may well end an address: /news/pulled-into-the-
# The end of a line behind some of an address, and what the next begins with, in a quoted mail too.
_BREAK = expression(r"(\S*)[ \t]*\r?\n[ \t>]*(\S+)")
_MOST_BREAKS = 4  # addresses in other letters are escaped, and long
_LONGEST_ADDRESS = 4096  # characters; servers refuse longer ones
_LONGEST_HOST = 300  # characters before the first slash; DNS allows 253
_OPENING = {")": "(", "]": "[", "}": "{"}
_BRACKETS = expression(r"[()\[\]{}]")
# In an address brackets name fields of a query (`?filter[year]=2026`).
_FIELD = expression(r"\[[^\s\[\]]{0,60}\](?=[=\[&])")
# What follows an address in markup that makes links of its own: `URL[Orig]`, `URL]Orig[/url]`,
# `URL][Orig]]`, `URL|Orig]]`, `URL}{Orig}`.
_MARKUP = expression(r"\[|[\]}][\w\[{]|\|[^\s|]")


def find_addresses(text: str) -> Iterator[Span]:
    """Yield the spans of the addresses written in `text`, in order.

    >>> text = "See qazmonitor.com/news/1 (and https://example.kz/a_(b))."
    >>> [text[span.start : span.stop] for span in find_addresses(text)]
    ['qazmonitor.com/news/1', 'https://example.kz/a_(b)']
    """
    for token in _tokens(text):
        found = _leading(text, token) or _SCHEME.search(text, token.start, token.stop)
        if found:
            start = found.start()
            stop = _before_markup(text, start, min(token.stop, start + _LONGEST_ADDRESS))
            yield Span(start, _end(text, start, stop))


def prolonged(text: str, address: Span) -> Iterator[str]:
    r"""What an address may be if the margin broke it: with the next line, with the next two, ...

    >>> text = "See orig.kz/news/\nriver-\nfalls."
    >>> [*prolonged(text, next(find_addresses(text)))]
    ['orig.kz/news/river-', 'orig.kz/news/river-falls']
    """
    longer, stop = text[slice(*address)], address.stop
    for _ in range(_MOST_BREAKS):
        found = _BREAK.match(text, stop)
        if found is None or "://" in found[2]:  # an address of its own, as in lists of them
            return
        longer, stop = f"{longer}{found[1]}{found[2]}", found.end()
        yield from (longer[slice(*span)] for span in islice(find_addresses(longer), 1))


def as_url(address: str) -> str:
    """The absolute address a written one stands for."""
    return address if _SCHEME.match(address) else f"https://{address}"


def stands_in_markup(text: str, stop: int) -> bool:
    """Whether an address that ends at `stop` is part of a link in BBCode, AsciiDoc, Org or LaTeX.

    >>> text = "link:https://orig.kz/1[Orig]"
    >>> [stands_in_markup(text, span.stop) for span in find_addresses(text)]
    [True]
    """
    return _MARKUP.match(text, stop) is not None


def _tokens(text: str) -> Iterator[Span]:
    """Runs without white space that hold a sign of an address, the only ones worth a look."""
    stop = 0
    hits = (hit for sign in _SIGNS for hit in _hits(text, sign))
    for hit in sorted((*hits, *_capital_hits(text))):
        if hit.start < stop:
            continue
        start = hit.start
        first = max(stop, start - _LONGEST_HOST)
        while start > first and _TOKEN.match(text[start - 1]):
            start -= 1
        end = _TOKEN.match(text, start)
        stop = end.end() if end else hit.stop
        yield Span(start, stop)


def _hits(text: str, sign: str) -> Iterator[Span]:
    """Where a sign stands; slashes only after a host or beside another, lest they are too many."""
    stop = 0
    while (start := text.find(sign, stop)) >= 0:
        stop = start + len(sign)
        if sign != "/" or text[start - 1 : start].isalnum() or text[stop : stop + 1] == "/":
            yield Span(start, stop)


def _capital_hits(text: str) -> Iterator[Span]:
    """Where "Www." or "WWW." stands."""
    if "W" in text:  # one letter is found twenty times as fast
        yield from (Span(*found.span()) for found in _CAPITAL_SIGN.finditer(text))


def _leading(text: str, token: Span) -> re.Match[str] | None:
    """A bare address at the head of the token, brackets and quotes before it aside."""
    start = token.start
    while start < token.stop and text[start] in "([{'‘":
        start += 1
    return _BARE.match(text, start, token.stop)


def _before_markup(text: str, start: int, stop: int) -> int:
    """Where an address ends at a bracket: one that closes what was open before, or begins a text.

    Brackets that close within a part of a path are its own (`/a_(b)`), save square ones.
    """
    opened: list[str] = []
    fields = 0
    for bracket in _BRACKETS.finditer(text, start, stop):
        sign, at = bracket[0], bracket.start()
        if at < fields:
            continue
        if sign == "[":
            field = _FIELD.match(text, at, stop)
            if field is None:
                return at
            fields = field.end()
        elif sign in "({":
            opened.append(sign)
        elif not opened or opened.pop() != _OPENING[sign]:
            return at
    return stop


def _end(text: str, start: int, stop: int) -> int:
    """One past the address: marks of the sentence and unpaired brackets after it are not its."""
    while stop > start:
        last = text[stop - 1]
        opening = _OPENING.get(last)
        unpaired = opening and text.count(last, start, stop) > text.count(opening, start, stop)
        if last not in _AFTER_ADDRESS and not unpaired:
            break
        stop -= 1
    return stop
