"""Words that a page shows though they are the values of attributes.

Fields show their values, their hints and the names of their choices; frames, objects and pictures
show a document that is written into their address (`data:text/html,...`).
"""

from __future__ import annotations

import base64
import binascii
import re
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote, unquote_to_bytes

if TYPE_CHECKING:
    from lxml import etree

_SHOWN: Final = {
    "input": ("value", "placeholder"),
    "textarea": ("placeholder",),
    "option": ("label",),
    "optgroup": ("label",),
}
# Fields whose value is no text that is seen.
_UNSEEN: Final = frozenset({"hidden", "checkbox", "radio", "password", "color", "range", "file"})
_HOLDERS: Final = {"object": "data", "embed": "src", "img": "src"}
_DATA = re.compile(r"\s*data:([^,]*),(.*)\Z", re.DOTALL | re.IGNORECASE)
# Neither goes on past the next tag, so that a million unclosed ones take no longer than others.
_SVG_TEXT = re.compile(r"<(?:text|tspan)\b[^<>]*>([^<]*)", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]*>")
_WORD = re.compile(r"[^\W\d_]+")
# Of 181 news pages none shows more than 46 words so: names of buttons and hints.
_LABELS: Final = 50


def attribute_words(root: etree._Element) -> int:
    """How many words the attributes of a page show; 0 where they are labels.

    >>> from lxml.html import fromstring
    >>> attribute_words(fromstring(f'<input value="{"words " * 60}">'))
    60
    """
    words = 0
    for element in root.iter(*_SHOWN, *_HOLDERS):
        if (element.get("type") or "").lower() not in _UNSEEN:
            words += sum(map(_words_in, _texts(element)))
    return words if words > _LABELS else 0


def _texts(element: etree._Element) -> list[str]:
    tag = str(element.tag)
    if tag in _SHOWN:
        return [element.get(name) or "" for name in _SHOWN[tag]]
    document = data_document(element.get(_HOLDERS[tag]) or "")
    return _SVG_TEXT.findall(document) if tag == "img" else [document]


def _words_in(text: str) -> int:
    return len(_WORD.findall(_TAG.sub(" ", text)))


def data_document(address: str) -> str:
    """The document that is written into an address, if it is markup or text; else nothing.

    >>> data_document("data:text/html,%3Cp%3EHello"), data_document("data:image/png;base64,AA==")
    ('<p>Hello', '')
    """
    match = _DATA.match(address)
    if match is None or not re.match(r"text/|image/svg|application/xhtml|;|\Z", match[1], re.I):
        return ""
    if not match[1].lower().endswith(";base64"):
        return unquote_to_bytes(match[2]).decode("utf-8", "replace")
    try:
        packed = "".join(unquote(match[2]).split())
        return base64.b64decode(packed + "=" * (-len(packed) % 4)).decode("utf-8", "replace")
    except (binascii.Error, ValueError):
        return ""
