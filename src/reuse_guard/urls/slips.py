"""Addresses whose beginning is mistyped, and what was meant: `htps://`, `https//`, `http:/`."""

from __future__ import annotations

import difflib
import re
from typing import Final

from reuse_guard.expressions import expression

# Quotes and brackets that were pasted along; a word; colons and slashes in any order.
_BEGINNING = expression(
    r"""[\s"'“”„«<(\[]*(?:([a-z]{2,8})\s*)?((?:[:;,]\s*)?[/\\]*(?:[:;]\s*)?[/\\]*)""",
    re.IGNORECASE,
)
_PASTED_ALONG: Final = " \t\n\"'“”»>)]"
_SCHEMES: Final = ("http", "https")
# Of the letters of both words; `ftp` has a ratio of 0.57, `htp` one of 0.86.
_ALIKE: Final = 0.75


def mended(href: str) -> str | None:
    """The address that an author means, where it does not begin as one; None where nothing shows.

    What is meant is a guess: whoever asks has to know the address that comes of it.

    >>> mended("htps//orig.kz/news/1"), mended("https://https://orig.kz/")
    ('https://orig.kz/news/1', 'https://orig.kz/')
    >>> mended("news/1"), mended("mailto:desk@orig.kz")
    (None, None)
    """
    start = 0
    for _ in ("a scheme", "and another one before it"):
        found = _BEGINNING.match(href, start)
        if found is None:
            break
        word, marks = found.groups()
        if word is None:
            start = found.end()
            break
        if not (marks and _is_scheme(word.lower())):
            start = found.start(1)
            break
        start = found.end()
    return f"https://{href[start:].rstrip(_PASTED_ALONG)}" if start else None


def _is_scheme(word: str) -> bool:
    """Whether a word is meant for one of the schemes; most are one."""
    return word in _SCHEMES or bool(difflib.get_close_matches(word, _SCHEMES, 1, _ALIKE))
