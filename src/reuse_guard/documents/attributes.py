"""Words that a page shows though they are the values of attributes.

Fields show their values, or their hints while they are empty, and lists the names of their choices;
frames, objects and pictures show a document that is written into their address
(`data:text/html,...`). What stands in a template, for browsers without scripts, or where the page
hides it, and the choices of a list that is closed, are not shown.
"""

from __future__ import annotations

import base64
import binascii
import re
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote, unquote_to_bytes

from reuse_guard.documents.html_tags import ENCLOSED, FALLBACK, INLINE, LAYOUTS, TAG, UNSERVED
from reuse_guard.documents.visibility import VISIBLE, Seen, Visibility
from reuse_guard.expressions import expression
from reuse_guard.text.scripts import count_words, words_in

if TYPE_CHECKING:
    from lxml import etree

_FIELDS: Final = ("input", "textarea")
_CHOICES: Final = ("option", "optgroup")
# Fields whose value is no text that is seen.
_UNSEEN: Final = frozenset({"hidden", "checkbox", "radio", "password", "color", "range", "file"})
# Shown where a browser cannot do better, or not as elements of the page.
_OTHERWISE: Final = frozenset({FALLBACK, ENCLOSED})
_HOLDERS: Final = {"object": "data", "embed": "src", "img": "src"}
_DATA = expression(r"\s*data:([^,]*),(.*)\Z", re.DOTALL | re.IGNORECASE)
# Neither goes on past the next tag, so that a million unclosed ones take no longer than others.
_SVG_TEXT = expression(r"<(?:text|tspan)\b[^<>]*>([^<]*)", re.IGNORECASE)
# Of 181 news pages none shows more than 46 words so: names of buttons and hints.
_LABELS: Final = 50


def attribute_words(root: etree._Element) -> int:
    """How many words the attributes of a page show; 0 where they are labels.

    >>> from lxml.html import fromstring
    >>> attribute_words(fromstring(f'<input value="{"words " * 60}">'))
    60
    """
    found = [
        (element, text)
        for element in root.iter(*_FIELDS, *_CHOICES, *_HOLDERS)
        if (text := TAG.sub(" ", "\n".join(_texts(element))))
    ]
    if len(words_in("\n".join(text for _, text in found))) <= _LABELS:
        return 0  # nearly every page, so none but the others are asked what they hide
    sight = _Sight(root)
    shown = "\n".join(text for element, text in found if sight.shows(element))
    return count_words(shown) if len(words_in(shown)) > _LABELS else 0


class _Sight:
    """Tells of single elements of a page whether they are shown, and their ancestors only once."""

    def __init__(self, root: etree._Element) -> None:
        self._visibility = Visibility.of(root)
        self._inside: dict[etree._Element, Seen | None] = {}

    def shows(self, element: etree._Element) -> bool:
        """Whether a reader sees what an element shows."""
        path = []
        node = element.getparent()
        while node is not None and node not in self._inside:
            path.append(node)
            node = node.getparent()
        around = VISIBLE if node is None else self._inside[node]
        for node in reversed(path):
            around = self._inside[node] = self._enter(node, around)
        if around is None:
            return False
        return self._visibility.enter(element, around).hidden is None

    def _enter(self, element: etree._Element, around: Seen | None) -> Seen | None:
        """The state inside an element, None where nothing that stands there is shown."""
        layout = LAYOUTS.get(str(element.tag), INLINE)
        served = layout != UNSERVED or element.get("shadowrootmode") is not None
        if around is None or not served or layout in _OTHERWISE:
            return None
        return self._visibility.enter(element, around)


def _texts(element: etree._Element) -> list[str]:
    tag = str(element.tag)
    if tag in _CHOICES:
        return [element.get("label") or ""] if _is_offered(element) else []
    if tag == "textarea":  # whose own text is read with the page
        return [] if element.text else [element.get("placeholder") or ""]
    if tag == "input":
        is_text = (element.get("type") or "").lower() not in _UNSEEN
        return [element.get("value") or element.get("placeholder") or ""] if is_text else []
    document = data_document(element.get(_HOLDERS[tag]) or "")
    return _SVG_TEXT.findall(document) if tag == "img" else [document]


def _is_offered(choice: etree._Element) -> bool:
    """Whether a choice is seen before its list is opened: of a closed one, what is chosen."""
    holder = next(choice.iterancestors("select"), None)
    if holder is None or holder.get("multiple") is not None:
        return True
    if (holder.get("size") or "1").strip() not in {"0", "1"}:
        return True
    return choice.tag == "option" and (choice.get("selected") is not None or _is_first(choice))


def _is_first(choice: etree._Element) -> bool:
    """Whether no other choice of its list stands before it: the one that a page chooses itself."""
    group = choice.getparent()
    outer = [] if group is None or group.tag != "optgroup" else [group]
    return not any(
        any(True for _ in one.itersiblings(*_CHOICES, preceding=True)) for one in [choice, *outer]
    )


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
