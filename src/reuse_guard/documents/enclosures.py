"""What stands around a place in a Markdown file and decides whether a link there is one.

Blocks of HTML, whose inside kramdown and Python-Markdown leave as it is, and pairs of commands to
a site generator: `{% highlight %}` shows code, `{% capture %}`, `{% if %}` and Hugo's
`{{< note >}}` may show their inside, or not, or elsewhere.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import Final

from reuse_guard.documents.components import MARK
from reuse_guard.documents.marks import CODE

_COMMAND = re.compile(
    r"\{%-?\s{0,3}(?P<end>end)?(?P<liquid>[a-z][\w-]*)(?P<given>[^%]{0,400})%\}"
    r"|\{\{(?P<kind>[<%])\s{0,3}(?P<close>/?)\s{0,3}(?P<hugo>[a-zA-Z][\w/.-]*)"
    r"(?:(?!\}\}).){0,400}?(?P<alone>/?)\s{0,3}[>%]\}\}"
    r"|\\(?P<tex>begin|end)\{(?P<name>\w+\*?)\}"
    r"|(?P<percent>%%)",
    re.DOTALL,
)
_SIGNS: Final = ("{%", "{{", "\\", "%%")
_PERCENT: Final = "%%"
# Their inside is code on the page. `raw` keeps it from Liquid alone, and Hexo's quotations show it.
_CODE: Final = frozenset({"highlight", "codeblock", "code"})
_SHOWN: Final = frozenset({"raw", "blockquote", "quote", "pullquote", "verbatim"})
# Elements that stand in a line of text, inside which Markdown is read everywhere, and empty ones.
_NAMES: Final = (
    "a abbr acronym b bdi bdo big br button cite code data del dfn em font i img input ins kbd"
    " label map mark nobr noindex output picture q ruby s samp select small source span strike"
    " strong sub sup svg time tt u var wbr area base col embed hr link meta param track"
)
_IN_LINE: Final = frozenset(_NAMES.split())
_TAG = re.compile(r"<(?P<closes>/?)(?P<name>[a-zA-Z][\w:-]*)(?P<rest>[^<>]*)>")
_NO_TAGS = re.compile(
    r"<!--.*?(?:-->|\Z)|<(script|style|pre|textarea)\b.*?(?:</\1\s*>|\Z)", re.DOTALL | re.IGNORECASE
)
_WITH_MARKDOWN = re.compile(
    r"""\smarkdown\s*=\s*["']?+(?!0|off)|\smarkdown(?:\s|$)""", re.IGNORECASE
)


class _Opened:
    """What stands open, the inmost last, each with the mark of links inside."""

    def __init__(self) -> None:
        self._marks: list[tuple[str, str]] = []
        self._counts: Counter[str] = Counter()

    def push(self, name: str, mark: str) -> None:
        """Open one."""
        self._marks.append((name, mark))
        self._counts[name] += 1

    def has(self, name: str) -> bool:
        """Whether one of this name is open."""
        return self._counts[name] > 0

    def close(self, name: str) -> None:
        """Close the inmost of this name, and what is open in it."""
        while self.has(name):
            inmost, _ = self._marks.pop()
            self._counts[inmost] -= 1
            if inmost == name:
                return

    @property
    def marks(self) -> list[str]:
        """From the outermost to the inmost."""
        return [mark for _, mark in self._marks if mark]

    @property
    def inmost(self) -> str:
        """The mark of the inmost, if any."""
        return self._marks[-1][1] if self._marks else ""


class Enclosures:
    """Follows a file from its top and knows the marks of a link that stands where it has come to.

    A command counts as opened only where the file closes it further down.
    """

    def __init__(self, text: str, *, in_html: str, html: str, has_percent: bool) -> None:
        """Count what the file closes.

        Args:
            text: the Markdown.
            in_html: mark of what Markdown makes in a block of HTML; "" where all of it is read.
            html: mark of an anchor of HTML; "" where all of them are kept.
            has_percent: two `%%` may stand around a comment.
        """
        self._in_html, self._html = in_html, html
        self._commands, self._elements = _Opened(), _Opened()
        commands = list(_COMMAND.finditer(text)) if _has_commands(text) else []
        self._closings = Counter(_name(found) for found in commands if _closes(found))
        percents = sum(bool(found["percent"]) for found in commands)
        self.has_percent = has_percent and percents > 1
        self._closings[_PERCENT] = percents if self.has_percent else 0

    @property
    def around(self) -> str:
        """Marks of any link here."""
        return " ".join(dict.fromkeys(self._commands.marks))

    @property
    def of_html(self) -> str:
        """Marks of an anchor of HTML here."""
        return " ".join(filter(None, (self._html, self.around)))

    @property
    def of_markdown(self) -> str:
        """Marks of a link that Markdown makes here."""
        return " ".join(filter(None, (self._elements.inmost, self.around)))

    def see(self, text: str) -> None:
        """Go on over text with commands."""
        for found in _COMMAND.finditer(text) if _has_commands(text) else ():
            name = _name(found)
            if _closes(found):
                self._closings[name] -= 1
                self._commands.close(name)
            elif self._closings[name] > 0 and not found["alone"]:
                self._open(name, _mark_of(found))

    def _open(self, name: str, mark: str) -> None:
        """Open a command; which of many `%%` are the two of a comment nobody knows."""
        if name != _PERCENT:
            self._commands.push(name, mark)
            return
        self._closings[name] -= 1
        if self._closings[name] == 0:
            self._commands.close(name)
        elif not self._commands.has(name):
            self._commands.push(name, mark)

    def see_html(self, markup: str) -> None:
        """Go on over a block of HTML."""
        self.see(markup)
        for tag in _TAG.finditer(_NO_TAGS.sub("", markup)) if self._in_html else ():
            name = tag["name"].lower()
            if name in _IN_LINE or tag["rest"].endswith("/"):
                continue
            if tag["closes"]:
                self._elements.close(name)
            else:
                reads = _WITH_MARKDOWN.search(tag["rest"])
                self._elements.push(name, "" if reads else self._in_html)


def _has_commands(text: str) -> bool:
    return any(sign in text for sign in _SIGNS)


def _name(found: re.Match[str]) -> str:
    if found["percent"]:
        return _PERCENT
    if found["liquid"]:
        return f"% {found['liquid']}"
    return f"{found['kind']} {found['hugo']}" if found["hugo"] else f"\\ {found['name']}"


def _closes(found: re.Match[str]) -> bool:
    return bool(found["end"] or found["close"] or found["tex"] == "end")


def _mark_of(found: re.Match[str]) -> str:
    """The mark of links between a command and its end."""
    name = found["liquid"] or found["hugo"]
    if name in _CODE:
        return CODE
    # What stands between `{{% note %}}` and its end is Markdown of the page.
    is_shown = name in _SHOWN or (found["kind"] == "%" and name != "comment")
    return "" if is_shown else MARK
