"""Words that a page writes by its style sheets: `content: "..."`, before and after elements.

Strings are also shown as the signs of lists, as quotation marks and in the place of what is cut
off; they may stand in custom properties, and in attributes of the elements.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from reuse_guard.expressions import expression
from reuse_guard.text.scripts import count_words, words_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml import etree

_COMMENT = r"/\*(?s:.*?)(?:\*/|\Z)"
_STRING = r""""(?:[^"\\]|\\.)*+(?:"|\Z)|'(?:[^'\\]|\\.)*+(?:'|\Z)"""
_VALUE = rf"\s*+:((?:{_COMMENT}|{_STRING}|[^;}}\"'])*+)"
# Each is matched only where its name stands: the largest sheets of 181 news pages have a million
# characters, which an expression takes ten times as long to search as `str.find`.
_SHOWN: Final = tuple(
    (word, expression(rf"(?<![\w-]){word}{more}{_VALUE}", re.DOTALL))
    for word, more in (
        ("content", ""),
        ("list-style", "(?:-type)?"),
        ("quotes", ""),
        ("text-overflow", ""),
    )
)
_COUNTED: Final = tuple(
    (name, expression(rf"(?<![\w-]){name}{_VALUE}", re.DOTALL))
    for name in ("symbols", "prefix", "suffix", "negative", "pad")
)
_NAMED = expression(rf"--(?<![\w-]--)([\w-]++){_VALUE}", re.DOTALL)
_STRINGS = expression(rf"{_COMMENT}|url\((?:{_STRING}|[^)\"'])*+|({_STRING})", re.DOTALL)
_USED = expression(r"var\(\s*+--([\w-]++)")
_ATTRIBUTE = expression(r"attr\(\s*+([\w-]++)")
_ESCAPE = expression(r"\\(?:([0-9a-f]{1,6})\s?|(.))", re.DOTALL)
# A letter of a name that is written as a code, as nobody does but to hide the name.
_ESCAPED_LETTER = expression(r"\\(?:0{0,4}[4-7][0-9a-f]|[g-z])")
_COMMENT_START = expression(r"/\*")
_BETWEEN: Final = frozenset(";{}/,>")  # what ends what stands before a comment, another one too
_GAP: Final = 50  # characters that it is looked for in
_TOKEN = expression(rf"({_STRING})|{_COMMENT}|{_ESCAPE.pattern}", re.DOTALL)
_LAST_CODE: Final = 0x10FFFF
# Of 181 news pages 17 write words so: labels such as "click to enlarge", 38 words at most. Their
# attributes have up to 3 words each, which are labels too.
_LABELS: Final = 50
_LABEL: Final = 8


def generated_words(root: etree._Element, sheets: Iterable[str], styles: Iterable[str]) -> int:
    """How many words the styles of a page write; 0 where they are labels.

    Args:
        root: of the page.
        sheets: texts of its `<style>` elements, in lower case.
        styles: its `style` attributes that have strings, in lower case.
    """
    texts = [_plain(text) for text in (*sheets, *styles)]
    shown = [value for text in texts for value in _shown(text)]
    named: dict[str, list[str]] = {}
    for text in texts:
        if "--" in text:
            for name, value in _NAMED.findall(text):
                if '"' in value or "'" in value or "(" in value:
                    named.setdefault(name, []).append(value)
    _take_used(shown, named)
    said = list(map(_said, shown))
    # What is not seen to be used may be used by a sheet that is not in the page.
    rest = (_said(value) for values in named.values() for value in values)
    said += (text for text in rest if len(words_in(text)) >= _LABEL)
    names = {name for value in shown for name in _ATTRIBUTE.findall(value)}
    said += _in_attributes(root, names - {"href", "src"})
    text = "\n".join(said)
    return count_words(text) if len(words_in(text)) > _LABELS else 0


def _shown(text: str) -> Iterator[str]:
    """The values of declarations that show strings."""
    for word, declared in _SHOWN + _COUNTED if "@counter-style" in text else _SHOWN:
        at = text.find(word)
        while at >= 0:
            match = declared.match(text, at)
            if match:
                yield match[1]
            at = text.find(word, match.end() if match else at + len(word))


def _take_used(shown: list[str], named: dict[str, list[str]]) -> None:
    """Move what custom properties stand for to what is shown, where that uses their names."""
    for value in shown:  # grows on the way: a value may use names whose values use names
        if named and "--" in value:
            for name in _USED.findall(value):
                shown += named.pop(name, ())


def _said(value: str) -> str:
    """What the strings of a value say."""
    if '"' not in value and "'" not in value:
        return ""
    return "\n".join(_ESCAPE.sub(_unescaped, string) for string in _STRINGS.findall(value))


def _in_attributes(root: etree._Element, names: set[str]) -> list[str]:
    """What attributes say that are shown, unless they are labels said often."""
    if not names:
        return []
    long, short = [], []
    told: set[str] = set()
    for element in root.iter("*"):
        for name in names:
            value = element.get(name)
            if not value or _is_read(value, element):
                continue
            words = words_in(value)
            if len(words) >= _LABEL:
                long.append(value)
            else:
                short.append(value)
                told.update(words)
    return long + (short if len(told) > _LABELS else [])


def _is_read(value: str, element: etree._Element) -> bool:
    """Whether an element begins with this text too, as menus do to keep their width in bold."""
    return value.strip() == next(filter(str.strip, map(str, element.itertext())), "").strip()


def _plain(text: str) -> str:
    r"""A sheet whose names are written as they are read: `c\6fntent/**/:` is `content:`."""
    escaped = "\\" in text and _ESCAPED_LETTER.search(text)
    if not escaped and not any(map(_stands_inside, _COMMENT_START.finditer(text))):
        return text
    return _TOKEN.sub(lambda match: match[1] or _letter(match[2], match[3]), text).lower()


def _stands_inside(comment: re.Match[str]) -> bool:
    """Whether a comment stands inside a declaration, not between two as most do."""
    before = comment.string[max(0, comment.start() - _GAP) : comment.start()]
    return bool(before) and (before.rstrip() or "?")[-1] not in _BETWEEN


def _unescaped(match: re.Match[str]) -> str:
    return _letter(match[1], match[2])


def _letter(digits: str | None, escaped: str | None) -> str:
    code = int(digits, 16) if digits else 0
    return chr(code) if 0 < code <= _LAST_CODE else escaped or ""
