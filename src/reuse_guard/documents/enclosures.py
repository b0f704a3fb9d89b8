"""What stands around a place in a Markdown file and decides whether a link there is one.

Blocks of HTML, whose inside kramdown and Python-Markdown leave as it is, and pairs of commands to
a site generator: `{% highlight %}` shows code, `{% capture %}`, `{% if %}` and Hugo's
`{{< note >}}` may show their inside, or not, or elsewhere.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

from reuse_guard.documents.components import MARK
from reuse_guard.documents.marks import CODE, ENCLOSED
from reuse_guard.documents.sites import Dialect
from reuse_guard.expressions import expression

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from markdown_it.token import Token

_COMMAND = expression(
    r"\{%-?\s{0,3}(?P<end>end)?(?P<liquid>[a-z][\w-]*+)(?P<given>[^%]{0,400}+)%\}"
    r"|\{\{(?P<kind>[<%])\s{0,3}(?P<close>/?)\s{0,3}(?P<hugo>[a-zA-Z][\w/.-]*+)"
    r"(?=[^}]{0,404}\})(?:(?!\}\}).){0,400}?(?P<alone>/?)\s{0,3}[>%]\}\}"
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
# Those that Python-Markdown takes for blocks; others stand in a line for it.
_NAMES_OF_BLOCKS: Final = (
    "address article aside blockquote body canvas center colgroup dd details div dl dt fieldset"
    " figcaption figure footer form group h1 h2 h3 h4 h5 h6 header hgroup hr html iframe legend li"
    " main map math menu nav noscript object ol option output p pre progress script section"
    " style summary table tbody td textarea tfoot th thead tr ul video"
)
_BLOCKS: Final = frozenset(_NAMES_OF_BLOCKS.split())
# What the writer of a paragraph passes by: it makes no command of a tag.
_NOT_TEXT: Final = frozenset({"html_inline", "footnote_ref"})
_TAG = expression(r"<(?P<closes>/?)(?P<name>[a-zA-Z][\w:-]*+)(?P<rest>[^<>]*+)>")
_NO_TAGS = expression(
    r"<!--.*?(?:-->|\Z)|<(script|style|pre|textarea)\b.*?(?:</\1\s*>|\Z)", re.DOTALL | re.IGNORECASE
)
_WITH_MARKDOWN = expression(
    r"""\smarkdown\s*=\s*["']?+(?!0|off)|\smarkdown(?:\s|$)""", re.IGNORECASE
)


class _Opened:
    """What stands open, the inmost last, each with the mark of links inside."""

    def __init__(self) -> None:
        self._marks: list[tuple[str, str]] = []
        self._counts: Counter[str] = Counter()
        self._of_marks: Counter[str] = Counter()

    def push(self, name: str, mark: str) -> None:
        """Open one."""
        self._marks.append((name, mark))
        self._counts[name] += 1
        self._of_marks[mark] += 1

    def has(self, name: str) -> bool:
        """Whether one of this name is open."""
        return self._counts[name] > 0

    def close(self, name: str) -> None:
        """Close the inmost of this name, and what is open in it."""
        while self.has(name):
            inmost, mark = self._marks.pop()
            self._counts[inmost] -= 1
            self._of_marks[mark] -= 1
            if inmost == name:
                return

    def doubt(self) -> None:
        """Leave it open what Markdown in any of them is."""
        self._marks = [(name, mark and ENCLOSED) for name, mark in self._marks]
        self._of_marks = Counter(mark for _, mark in self._marks)

    @property
    def marks(self) -> list[str]:
        """All of them, each once."""
        return [mark for mark, count in self._of_marks.items() if mark and count]

    @property
    def inmost(self) -> str:
        """The mark of the inmost, if any."""
        return self._marks[-1][1] if self._marks else ""


class Enclosures:
    """Follows a file from its top and knows the marks of a link that stands where it has come to.

    A command counts as opened only where the file closes it further down.
    """

    def __init__(
        self, tokens: Iterable[Token], *, in_html: str, html: str, dialect: Dialect | None
    ) -> None:
        """Count what the file closes.

        Args:
            tokens: of the Markdown.
            in_html: mark of what Markdown makes in a block of HTML; "" where all of it is read.
            html: mark of an anchor of HTML; "" where all of them are kept.
            dialect: how the site reads Markdown; where it is not known, two `%%` may stand around
                a comment.
        """
        self._in_html, self._html = in_html, html
        self._commands, self._elements = _Opened(), _Opened()
        texts = filter(_has_commands, _texts(tokens))
        commands = [found for text in texts for found in _COMMAND.finditer(text)]
        self._closings = Counter(_name(found) for found in commands if _closes(found))
        percents = sum(bool(found["percent"]) for found in commands)
        self.has_percent = dialect is None and percents > 1
        self._closings[_PERCENT] = percents if self.has_percent else 0
        self._blocks = _BLOCKS if dialect is Dialect.PYTHON_MARKDOWN else None

    @property
    def around(self) -> str:
        """Marks of any link here."""
        return " ".join(self._commands.marks)

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
            self._see_command(found)

    def _see_command(self, found: re.Match[str]) -> None:
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

    def marks_along(self, markup: str) -> Callable[[int], str]:
        """Marks of the anchors in a block of HTML by their places, to be asked in their order.

        The last place to ask for is its end.
        """
        commands = list(_COMMAND.finditer(markup)) if _has_commands(markup) else []
        commands.reverse()

        def marks(place: int) -> str:
            while commands and commands[-1].start() < place:
                self._see_command(commands.pop())
            return self.of_html

        return marks

    def see_block(self, markup: str, *, is_inside: bool) -> None:
        """Go on over the elements of a block of HTML.

        Args:
            markup: the block.
            is_inside: it stands in a list or a quotation, where generators differ.
        """
        mark = self._in_html and (ENCLOSED if is_inside else self._in_html)
        for tag in _TAG.finditer(_NO_TAGS.sub("", markup)) if self._in_html else ():
            name = tag["name"].lower()
            if self._elements.inmost or self._blocks is None or name in self._blocks:
                self._see_tag(tag, name, mark)

    def see_inline(self, markup: str) -> None:
        """Go on over a tag in a line of text; it opens an element only in a block of HTML."""
        tag = _TAG.match(markup) if self._in_html else None
        if tag and (tag["closes"] or self._elements.inmost):
            self._see_tag(tag, tag["name"].lower(), self._elements.inmost)

    def see_code(self, text: str) -> None:
        """Go on over code, in which a tag closes a block of HTML for some generators."""
        if "</" in text and self._in_html != ENCLOSED and self._elements.inmost:
            names = (tag["name"].lower() for tag in _TAG.finditer(text) if tag["closes"])
            if any(map(self._elements.has, names)):
                self._in_html = ENCLOSED
                self._elements.doubt()

    def _see_tag(self, tag: re.Match[str], name: str, mark: str) -> None:
        if name in _IN_LINE or tag["rest"].endswith("/"):
            return
        if tag["closes"]:
            self._elements.close(name)
        else:
            self._elements.push(name, "" if _WITH_MARKDOWN.search(tag["rest"]) else mark)


def _texts(tokens: Iterable[Token]) -> Iterator[str]:
    """The texts that may hold commands, as they are gone over later: no code."""
    for token in tokens:
        if token.type in ("html_block", "comment"):
            yield token.content
        for child in token.children or ():
            if not child.tag and child.type not in _NOT_TEXT:
                yield child.content


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
