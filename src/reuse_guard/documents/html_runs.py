"""The text of a page while it is gathered: runs of pieces that become blocks, with link offsets."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from reuse_guard.documents.model import LinkKind

if TYPE_CHECKING:
    from lxml import etree

    from reuse_guard.documents.visibility import Seen

# Stands for a forced line break inside a run; what a page writes as LINE SEPARATOR is one too.
LINE: Final = "\u2028"
# Named once: Python 3.11 takes as long to find a member of an Enum as to call a function.
_HYPERLINK: Final = LinkKind.HYPERLINK
# From Thai on, most scripts have no spaces.
_FIRST_WITHOUT_SPACES: Final = "\u0e00"


@dataclass(slots=True, eq=False)
class RawLink:
    """A link while the page is walked; its place is filled in when its block is closed.

    Attributes:
        element: the element that links.
        kind: how it does.
        href: the address as written.
        seen: whether a reader sees it.
        line: source line.
        start: first character of its text in the page's text; -1 while unknown.
        stop: one past the last.
        block: index of the block it begins in.
        image_alt: alternative text of images in it, None without an image.
    """

    element: etree._Element
    kind: LinkKind
    href: str
    seen: Seen
    line: int
    start: int = -1
    stop: int = -1
    block: int = -1
    image_alt: str | None = None


Mark = tuple[int, RawLink, bool]
"""Before which piece a link begins (True) or ends (False)."""


# Makes a named tuple in half the time that its own call takes, of which a page has hundreds.
_new_tuple = tuple.__new__


class RawBlock(NamedTuple):
    """A block before it has a role.

    Attributes:
        element: the innermost box around its text.
        text: its words, white space collapsed.
        start: first character in the page's text.
        stop: one past the last.
        first_line: source line it begins on.
        last_line: source line it ends on.
        hidden: why a reader does not see it, or None.
        linked: how many of its characters are in hyperlinks.
    """

    element: etree._Element
    text: str
    start: int
    stop: int
    first_line: int
    last_line: int
    hidden: str | None
    linked: int


class Run:
    """The pieces of a block to be.

    Attributes:
        element: the box around them.
        hidden: why a reader does not see them, or None.
        pieces: of text, white space as in the source.
        marks: where links begin and end among the pieces.
        line: source line of the first piece.
        broken_at: number of pieces up to the last `<br>`, 0 before one.
    """

    __slots__ = ("broken_at", "element", "hidden", "line", "marks", "pieces")

    def __init__(self, element: etree._Element, hidden: str | None) -> None:
        """Begin without pieces."""
        self.element = element
        self.hidden = hidden
        self.pieces: list[str] = []
        self.marks: list[Mark] = []
        self.line = 0
        self.broken_at = 0


class Runs:
    """The blocks closed so far.

    Attributes:
        links: all links opened so far.
        unseen: inline runs that a reader does not see, met inside the block being gathered.
        joined: borders of elements at which words meet without a space between them.
    """

    def __init__(self) -> None:
        self.links: list[RawLink] = []
        self.unseen: list[Run] = []
        self.joined = 0
        self._blocks: list[RawBlock] = []
        self._texts: list[str] = []
        self._length = 0
        self._open_links = 0
        self._waiting: list[Mark] = []

    def close_unseen(self, line: int) -> None:
        """Close what was set apart inside the block that ended."""
        unseen, self.unseen = self.unseen, []
        for run in unseen:
            self.close(run, line)

    def close(self, run: Run, last_line: int) -> None:
        """Turn a run into a block, unless it holds white space alone."""
        pieces, marks = run.pieces, run.marks
        if len(pieces) == 1:
            raw = pieces[0]
        else:
            raw = "".join(pieces)
            self.joined += _meetings(pieces)
        text = squeeze(raw)
        if not text and not raw.strip():
            self._waiting += marks
            return
        linked = 0
        if marks and self._wraps(pieces, marks):
            text = text.strip("\n")
            linked = len(text)
            self._wrap(marks[0][1], linked)
        elif marks or self._waiting:
            text, linked = self._placed(run)
        else:
            text = text.strip("\n")
            linked = len(text) if self._open_links else 0
        if not text:
            return
        first_line = run.line
        if "\n" in raw:
            first_line += raw[: len(raw) - len(raw.lstrip())].count("\n")
            last_line -= raw[len(raw.rstrip()) :].count("\n")
        self._texts.append(text)
        start = self._length
        stop = start + len(text)
        self._length = stop + 1
        last_line = last_line if last_line > first_line else first_line
        values = (run.element, text, start, stop, first_line, last_line, run.hidden, linked)
        self._blocks.append(_new_tuple(RawBlock, values))

    def _wraps(self, pieces: list[str], marks: list[Mark]) -> bool:
        """Whether one hyperlink holds all words of a run and none other is there, as in menus."""
        if len(marks) != 2 or self._waiting or self._open_links:  # noqa: PLR2004 - its ends
            return False
        (first, link, opens), (last, same, _) = marks
        if first or same is not link or not opens or link.kind is not _HYPERLINK:
            return False
        for piece in pieces[last:]:
            if piece and (not piece.isspace() or LINE in piece):
                return False
        return True

    def _wrap(self, link: RawLink, length: int) -> None:
        """Place the link that holds all of a run, as `_placed` would."""
        link.start, link.block = self._length, len(self._blocks)
        link.stop = self._length + length

    def _placed(self, run: Run) -> tuple[str, int]:
        """The text of a run with links, each given its offsets, and how much of it is linked."""
        pieces, marks = run.pieces, run.marks
        if self._waiting:
            marks = [(0, link, opens) for _, link, opens in self._waiting] + marks
            self._waiting = []
        text = _Squeezed()
        linked = at = 0
        placed: list[int] = []
        for stop, link, opens in marks:
            if stop > at:
                added = text.add(pieces[at] if stop == at + 1 else "".join(pieces[at:stop]))
                at = stop
                if self._open_links:
                    linked += added
            placed.append(text.length)
            if link.kind is _HYPERLINK:
                self._open_links += 1 if opens else -1
        added = text.add("".join(pieces[at:]))
        if self._open_links:
            linked += added
        whole = "".join(text.parts).rstrip("\n")
        for offset, (_, link, opens) in zip(placed, marks, strict=True):
            self._place(whole, offset, link, opens)
        return whole, linked

    def _place(self, text: str, offset: int, link: RawLink, opens: bool) -> None:  # noqa: FBT001 - as in a mark
        """Give one end of a link its offset; white space at its ends is not its text."""
        base = self._length
        if opens:
            while offset < len(text) and text[offset].isspace():
                offset += 1
            link.start, link.block = base + offset, len(self._blocks)
        elif offset:
            offset = min(offset, len(text))
            while offset and text[offset - 1].isspace():
                offset -= 1
            link.stop = max(link.start, base + offset)
        else:
            link.stop = max(link.start, base - 1)

    def finish(self) -> tuple[str, list[RawBlock], list[RawLink], int]:
        """Text, blocks, links and `joined`; links after the last text stand at its end."""
        text = "\n".join(self._texts)
        for _, link, opens in self._waiting:
            if not opens and link.start >= 0:
                link.stop = len(text)
        for link in self.links:
            if link.start < 0:
                link.start, link.block = len(text), len(self._blocks) - 1
            link.start = min(link.start, len(text))
            link.stop = min(max(link.start, link.stop), len(text))
        return text, self._blocks, self.links, self.joined


class _Squeezed:
    """Text whose white space is collapsed piece by piece, as if it were one."""

    __slots__ = ("_gap", "length", "parts")

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.length = 0
        self._gap = False

    def add(self, raw: str) -> int:
        """Add a piece; say by how much the text grows."""
        if not raw:
            return 0
        text = squeeze(raw)
        if not self.length:
            text = text.lstrip("\n")
        if not text:
            self._gap = True
            return 0
        spaced = self._gap or raw[0].isspace()
        if spaced and self.length and text[0] != "\n" and self.parts[-1][-1] != "\n":
            text = " " + text
        self.parts.append(text)
        self.length += len(text)
        self._gap = raw[-1].isspace()
        return len(text)


def squeeze(raw: str) -> str:
    r"""White space as a browser collapses it; soft hyphens vanish, forced line breaks stay.

    >>> squeeze(" re\u00adader \n of  news ")
    'reader of news'
    """
    if "\xad" in raw:
        raw = raw.replace("\xad", "")
    if LINE in raw:
        return "\n".join([" ".join(line.split()) for line in raw.split(LINE)])
    return " ".join(raw.split())


def _meetings(pieces: list[str]) -> int:
    """How often words meet between pieces, each with two letters or more there.

    A single letter is the beginning of a word in another dress.
    """
    found = 0
    for one, other in pairwise(pieces):
        if one[-1:].isalpha() and other[:1].isalpha() and _are_words(one[-2:], other[:2]):
            found += 1
    return found


def _are_words(end: str, start: str) -> bool:
    letters = end + start
    return len(letters) == 4 and letters.isalpha() and max(letters) < _FIRST_WITHOUT_SPACES  # noqa: PLR2004 - two of each
