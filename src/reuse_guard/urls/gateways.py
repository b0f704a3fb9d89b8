"""Addresses as Proofpoint's mail gateways rewrite them (`urldefense.com`), read back.

By Proofpoint's own decoder. Version 2 writes `%` as `-` and `/` as `_`. Version 3 keeps an address
as it is but for characters outside a set: `*` stands for one of them, `**` and a letter for as many
as the letter says; they follow in base64.
"""

from __future__ import annotations

import base64
import binascii
import re
from string import ascii_lowercase, ascii_uppercase, digits
from typing import Final
from urllib.parse import parse_qsl, unquote

from reuse_guard.expressions import expression

GATEWAYS: Final = frozenset({"urldefense.com", "urldefense.proofpoint.com", "urldefense.us"})
_SECOND = expression(r"https?://[^/]+/v2/url\?(.*)\Z", re.DOTALL)
_THIRD = expression(r"https?://[^/]+/v3/__(.+?)__;(.*?)!", re.DOTALL)
_TOKEN = expression(r"\*(?:\*(.))?")
_ONE_SLASH = expression(r"^(https?:/)(?=[^/])", re.IGNORECASE)
_LETTERS: Final = f"{ascii_uppercase}{ascii_lowercase}{digits}-_"
_LENGTHS: Final = {letter: length for length, letter in enumerate(_LETTERS, start=2)}
_SIGNS: Final = str.maketrans("-_", "%/")


def address_behind(url: str) -> str | None:
    """The address that a rewritten one stands for, None where it is none or is damaged.

    >>> address_behind("https://urldefense.com/v3/__https://orig.kz/news/1__;!!Ab!cd$")
    'https://orig.kz/news/1'
    >>> address_behind("https://urldefense.proofpoint.com/v2/url?u=https-3A__orig.kz_a-2Db&d=Dw")
    'https://orig.kz/a-b'
    """
    if second := _SECOND.match(url):
        written = dict(parse_qsl(second[1], errors="replace")).get("u", "")
        return unquote(written.translate(_SIGNS)) or None
    third = _THIRD.match(url)
    return None if third is None else _filled(_ONE_SLASH.sub(r"\1/", third[1]), third[2])


def _filled(text: str, encoded: str) -> str | None:
    """A text with the characters put in that its stars stand for."""
    try:
        missing = iter(base64.urlsafe_b64decode(encoded + "=" * (-len(encoded) % 4)).decode())
    except (binascii.Error, UnicodeDecodeError):
        return None

    def taken(token: re.Match[str]) -> str:
        count = _LENGTHS.get(token[1], 1) if token[1] else 1
        return "".join(character for _, character in zip(range(count), missing, strict=False))

    return _TOKEN.sub(taken, text)
