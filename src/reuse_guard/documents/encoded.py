"""Texts that are written in code: saved mail, JSON, character references.

A program made for such a file shows its words; as it stands it has none, and a copy in it would be
found nowhere. So it is refused, as binary files are.
"""

from __future__ import annotations

import base64
import json
import re
from contextlib import contextmanager
from typing import TYPE_CHECKING

from reuse_guard.errors import ReadError
from reuse_guard.expressions import expression
from reuse_guard.schema.syntax import json_mistake

if TYPE_CHECKING:
    from collections.abc import Iterator


def _bytes_as(encoding: str) -> str:
    """The signs that all bytes of a letter in UTF-8 but the first are read as, for a pattern."""
    return f"[\x80-\xbf{re.escape(bytes(range(0x80, 0xC0)).decode(encoding, 'replace'))}]"


# UTF-8 each of whose bytes was read as a letter: by a site that names no encoding, or another one,
# and by programs that take the Latin one then.
_AS_CYRILLIC = expression(f"(?:[РСТУ]{_bytes_as('cp1251')})+")
_AS_LATIN = expression(
    f"(?:[\xc2-\xdf]{_bytes_as('cp1252')}|[\xe0-\xef]{_bytes_as('cp1252')}{{2}})+"
)
# By what sign each kind begins, the most characters it takes for a letter, how it goes on, and what
# it is. Most texts have too few of the signs, which are counted a hundred times as fast as letters.
# In letters read as others it is the first half of some letters of one alphabet.
_KINDS = (
    ("\\", 6, expression(r"(?:\\u[0-9a-fA-F]{4})+"), r"as \u escapes, as in JSON"),
    ("&", 10, expression(r"(?:&#(?:\d{2,7}|[xX][0-9a-fA-F]{2,6});)+"), "as character references"),
    ("=", 3, expression(r"(?:=(?:[0-9A-F]{2}|\r?\n))+"), "as quoted-printable, as in saved mail"),
    ("Р", 4, _AS_CYRILLIC, "in UTF-8 that was read as windows-1251"),
    *(
        (sign, longest, _AS_LATIN, "in UTF-8 that was read as Latin letters")
        for sign, longest in (("Ð", 4), ("Ù", 5), ("Î", 4), ("à", 3), ("ã", 9), ("å", 12))
    ),
)
# Lines of a saved mail: base64 is cut at 76 characters, PGP's at 64; elsewhere it is one line.
_BASE64 = expression(r"(?=[^a-z]*[a-z])(?=[^A-Z]*[A-Z])(?=[^0-9]*[0-9])[A-Za-z0-9+/]{60,}={0,2}\r?")
_SHORTEST, _LONGEST = 60, 77
_LINES = 5
_LEAST = _LINES * _SHORTEST
_KEY = 1_000  # characters; keys and signatures that people publish below a text have fewer
# A message begins with lines such as "From: ..." and says in one of them how the rest is written.
_HEADER = expression(r"\s*(?:From [^\n]+\n)?(?:[A-Za-z][A-Za-z-]*:[^\n]*\n(?:[ \t][^\n]*\n)*){3}")
_CODED = expression(
    r"^content-transfer-encoding:[ \t]*(quoted-printable|base64)\b", re.IGNORECASE | re.MULTILINE
)
_HEADERS = 20_000  # characters; parts of a message have headers of their own
# Of the characters; a text about code quotes less. A Russian letter takes six in each kind, so that
# a tenth of the letters is over a third of the characters.
_MOST = 1 / 3
_FEW = 40  # characters: less is no article, and may be signs that somebody means


# An object whose first key is quoted, or a list of them; no article begins so.
_JSON = expression(r'\s*(?:\[\s*)?\{\s*"[^"\\\n]{0,200}"\s*:')


# A link whose quotation marks are escaped leads to another address.
_LINK_IN_JSON = expression(r'<a\s[^<>]*=\\"')


def refuse_json(text: str, *, source: str) -> None:
    """Refuse JSON that is damaged or cut off, or holds HTML, as the interfaces of sites give it.

    What it held is not all there: of HTML the links. Other JSON reads as its words, and so does
    JSON above an article, as Hugo takes it.

    Args:
        text: what a source holds.
        source: what messages call it.

    Raises:
        ReadError: the message says where it ends, or what to save.
    """
    if not _JSON.match(text):
        return
    with refused_mistakes(source):
        _, end = json.JSONDecoder().raw_decode(text, len(text) - len(text.lstrip()))
    if _LINK_IN_JSON.search(text, 0, end) and not text[end:].strip():
        problem = "is JSON that holds HTML; save the HTML in it, or the page as a browser shows it"
        raise ReadError(problem, source=source)


@contextmanager
def refused_mistakes(source: str) -> Iterator[None]:
    """Refuse what the parser of JSON inside cannot take.

    Raises:
        ReadError: the message says where it ends.
    """
    try:
        yield
    except ValueError as error:  # JSON that is none, and numbers of thousands of digits
        where, problem = json_mistake(error)
        problem = f"{problem}, or give the article as HTML or text"
        raise ReadError(problem, source=source, where=where) from None
    except RecursionError:
        problem = "is JSON nested too deep; give the article as HTML or text"
        raise ReadError(problem, source=source) from None


def refuse_mail(text: str, *, source: str) -> None:
    """Refuse a saved message, or a page saved as one, whose text is in code: its links are, too.

    Args:
        text: the file, decoded.
        source: what messages call it.

    Raises:
        ReadError: it begins with headers, and one of them names the code.
    """
    found = _CODED.search(text, 0, _HEADERS) if _HEADER.match(text) else None
    if found:
        problem = f"is a saved message in {found[1].lower()}; open it and save its text or HTML"
        raise ReadError(problem, source=source)


def refuse_encoded(text: str, *, source: str) -> None:
    """Refuse a text of which more than a third, and more than a line, is letters in code.

    Args:
        text: what a source serves: of a page the text, in which references are letters already.
        source: what messages call it.

    Raises:
        ReadError: the message names the code and what to do.
    """
    most = max(_MOST * len(text), _FEW)
    for beginning, longest, pattern, how in _KINDS:
        if beginning not in text:  # found out ten times as fast as it is counted
            continue
        if longest * text.count(beginning) > most and _length(pattern, text) > most:
            problem = f"has its letters written {how}; decode it, or save the article as HTML"
            raise ReadError(problem, source=source)
    lines = [
        line
        for line in text.split("\n")
        if len(line) >= _SHORTEST and " " not in line and _BASE64.fullmatch(line)
    ]
    if sum(map(len, lines)) > max(most, _LEAST) and not _is_key(lines):
        problem = "is written in base64, as in saved mail; decode it, or save the article as HTML"
        raise ReadError(problem, source=source)


def _is_key(lines: list[str]) -> bool:
    """Whether lines of base64 are no article: few, not cut as in mail, and no words when decoded.

    >>> _is_key([base64.b64encode(bytes([200] * 99)).decode()]), _is_key(["QSBmZXJyeSBzYWlscy4="])
    (True, False)
    """
    cut = sum(len(line) <= _LONGEST for line in lines)
    return cut < _LINES and sum(map(len, lines)) <= _KEY and not any(map(_has_words, lines))


def _has_words(line: str) -> bool:
    """Whether a line of base64 is text; of random bytes a hundred are hardly ever UTF-8."""
    try:
        base64.b64decode(f"{line}==").decode()
    except ValueError:
        return False
    return True


def _length(pattern: re.Pattern[str], text: str) -> int:
    return sum(len(found[0]) for found in pattern.finditer(text))
