"""Text that a page serves without showing it itself: a script may show it, and none has to.

Pages made by frameworks hold their articles as data (`__NEXT_DATA__`, `window.__NUXT__`) or in a
`<template>`, and a script makes the page of it. Only a browser can tell what comes of that.
"""

from __future__ import annotations

import html
import json
import re
from typing import TYPE_CHECKING, Final, NamedTuple, Self

from lxml import etree

from reuse_guard.documents.html_tags import TAG
from reuse_guard.expressions import expression
from reuse_guard.text.scripts import count_alone, has_alone

if TYPE_CHECKING:
    from collections.abc import Iterator

# Shorter ones are names and settings; of a paragraph a line is as long.
_SHORTEST: Final = 60  # characters
_FEWEST_ALONE: Final = 20  # letters of a script without spaces, which say as much
# Prose has a space every six or seven characters, in any language that has spaces; in the others
# each letter is a word.
_CHARACTERS_OF_A_WORD: Final = 15
_VALUES = etree.XPath("//@*", smart_strings=False)
_ASIDE: Final = ("template", "noscript", "noembed", "noframes")
_SHADOW: Final = "shadowrootmode"  # a template that browsers show without a script
# Strings stand between quotation marks, escaped ones too: data in strings of a script is quoted
# twice. Of single ones these, no apostrophes: a letter is missing before or after them.
_SINGLE_QUOTE = expression(r"'(?:(?<![^\W\d_]')|(?![^\W\d_]))")
_TIMES_ESCAPED: Final = 2
# Thai to Burmese, Khmer, kana and Han, roughly: what is decoded is asked again.
_CODE_ALONE = expression(r"\\u(?:0[eE]|1[07]|[3-9])")
_CODE = expression(r"\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|(.))", re.DOTALL)
_BREAKS: Final = {"n": "\n", "r": "\n", "t": " "}
_CODE_SIGNS: Final = frozenset("{}()[];=|")


class Unshown(NamedTuple):
    """What a page serves without showing it, as it stands there.

    Attributes:
        scripts: the scripts written in the page.
        others: texts of templates and the like, and long values of attributes.
    """

    scripts: tuple[str, ...]
    others: tuple[str, ...]

    @classmethod
    def of(cls, root: etree._Element) -> Self:
        """That of a page."""
        scripts = tuple(filter(None, [script.text for script in root.iter("script")]))
        values: list[str] = _VALUES(root)  # type: ignore[assignment]
        long = [
            value
            for value in values
            if (len(value) > _SHORTEST and " " in value) or count_alone(value) >= _FEWEST_ALONE
        ]
        return cls(scripts, (*long, *_aside(root)))

    def prose(self) -> tuple[str, ...]:
        r"""The texts among it, in no order.

        >>> from lxml.html import fromstring
        >>> said = "The council opened a new bridge over the river, and buses run again at night."
        >>> page = fromstring(f"<div><script>show('<p>{said}<\\/p>')</script></div>")
        >>> Unshown.of(page).prose()
        ('The council opened a new bridge over the river, and buses run again at night.',)
        """
        found = (*map(_said_by, self.scripts), *map(_shown, self.others))
        return tuple(text for text in found if _is_long(text))


def _aside(root: etree._Element) -> Iterator[str]:
    titles = (
        title for title in root.iter("title") if next(title.iterancestors("svg"), None) is not None
    )
    yield from (" ".join(map(str, title.itertext())) for title in titles)
    for element in root.iter(*_ASIDE):
        # Of nested ones the outermost holds all text; a million of them would be read as often.
        if _SHADOW not in element.attrib and next(element.iterancestors(*_ASIDE), None) is None:
            yield " ".join(map(str, element.itertext()))


def _said_by(script: str) -> str:
    """What the strings of a script say together.

    Editors' formats and minifiers part a paragraph into strings of a few words.
    """
    parted = _SINGLE_QUOTE.sub('"', script).replace("`", '"').split('"')
    is_alone = _may_be_alone(script)
    strings = [
        string.rstrip("\\")
        for string in parted
        if " " in string or (is_alone and _may_be_alone(string))
    ]
    return " ".join(filter(None, map(_shown, map(_decoded, filter(_has_words, strings)))))


def _has_words(string: str) -> bool:
    """Whether a piece of a script may be a string of several words; most are names and code."""
    if " " not in string.strip() and not _may_be_alone(string):
        return False
    return _is_long(string) or _CODE_SIGNS.isdisjoint(string)


def _may_be_alone(string: str) -> bool:
    """Whether a script or a piece of it has letters that are words of their own, or their codes."""
    return has_alone(string) or ("\\u" in string and _CODE_ALONE.search(string) is not None)


def _decoded(string: str) -> str:
    """A string of a script without its escapes."""
    for _ in range(_TIMES_ESCAPED):
        if "\\" not in string:
            break
        try:
            string = str(json.loads(f'"{string}"', strict=False))
        except ValueError:  # JavaScript has more escapes than JSON
            string = _CODE.sub(_character, string)
    return string


def _character(escape: re.Match[str]) -> str:
    code = escape[1] or escape[2]
    return chr(int(code, 16)) if code else _BREAKS.get(escape[3], escape[3])


def _shown(raw: str) -> str:
    """A text as a page would show it, nothing where it is no prose."""
    if not _is_prose(raw):
        return ""
    text = " ".join(TAG.sub(" ", html.unescape(raw)).split())
    return text if _is_prose(text) else ""


def _is_prose(text: str) -> bool:
    """Whether a text may be prose: addresses and code have few spaces, or none."""
    words = text.count(" ") + 1
    fewest = len(text) / _CHARACTERS_OF_A_WORD
    return words >= fewest or words + count_alone(text) >= fewest


def _is_long(text: str) -> bool:
    return len(text) >= _SHORTEST or count_alone(text) >= _FEWEST_ALONE
