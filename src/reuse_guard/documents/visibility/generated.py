"""Words that a page writes by its style sheets: `content: "..."`, before and after elements."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml import etree

_CONTENT = re.compile(
    r"""\bcontent\s*+:((?:"(?:[^"\\]|\\.)*+"|'(?:[^'\\]|\\.)*+'|[^;}"'])*+)""",
    re.IGNORECASE | re.DOTALL,
)
_STRING = re.compile(r""""(?:[^"\\]|\\.)*+"|'(?:[^'\\]|\\.)*+'""", re.DOTALL)
_ESCAPE = re.compile(r"\\(?:([0-9a-fA-F]{1,6})\s?|(.))", re.DOTALL)
_ATTRIBUTE = re.compile(r"attr\(\s*([\w-]+)")
_WORD = re.compile(r"[^\W\d_]+")
_LAST_CODE: Final = 0x10FFFF
# Of 181 news pages 17 write words so: labels such as "click to enlarge", 38 words at most. Their
# attributes have up to 3 words each, which are labels too.
_LABELS: Final = 50
_LABEL: Final = 8


def generated_words(root: etree._Element, sheets: Iterable[str]) -> int:
    """How many words the style sheets of a page write; 0 where they are labels.

    Args:
        root: of the page.
        sheets: texts of its `<style>` elements.
    """
    values = [match[1] for text in sheets if "content" in text for match in _CONTENT.finditer(text)]
    strings = (string for value in values for string in _STRING.findall(value))
    words = sum(len(_WORD.findall(_ESCAPE.sub(_unescaped, string))) for string in strings)
    names = {name for value in values for name in _ATTRIBUTE.findall(value)} - {"href", "src"}
    words += sum(_in_attributes(root, names)) if names else 0
    return words if words > _LABELS else 0


def _in_attributes(root: etree._Element, names: Iterable[str]) -> Iterator[int]:
    for element in root.iter("*"):
        for name in names:
            value = element.get(name)
            words = len(_WORD.findall(value)) if value else 0
            if words >= _LABEL:
                yield words


def _unescaped(match: re.Match[str]) -> str:
    code = int(match[1], 16) if match[1] else 0
    return chr(code) if 0 < code <= _LAST_CODE else match[2] or ""
