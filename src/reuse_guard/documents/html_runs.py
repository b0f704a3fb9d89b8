"""The text of a page while it is gathered: runs of pieces that become blocks, with their links."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import TYPE_CHECKING, Final, NamedTuple

from reuse_guard.documents.html_tags import READINGS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml import etree

    from reuse_guard.documents.model import LinkKind
    from reuse_guard.documents.visibility import Seen

# Stands for a forced line break inside a run; what a page writes as LINE SEPARATOR is one too.
LINE: Final = "\u2028"
# From Thai on, most scripts have no spaces.
_FIRST_WITHOUT_SPACES: Final = "\u0e00"
# One character for each, so that no offset changes.
_RAISED: Final = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_LOWERED: Final = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")
# Unicode's categories of what a mark stands close behind: letters, accents, digits, what is not
# seen, and what closes (German quotations with what opens others).
_CLOSE_BEHIND: Final = ("L", "M", "N", "Cf", "Pe", "Pf", "Pi", "Po")
_LONGEST_MARK: Final = 3  # digits of the mark of a note
_MOST_EMPTY: Final = 4  # pieces without a character, as `<wbr>` leaves them, that are looked past


@dataclass(slots=True, eq=False)
class RawLink:
    """A link while the page is walked; its place is told when the page's blocks are found.

    Attributes:
        element: the element that links.
        kind: how it does.
        href: the address as written.
        seen: whether a reader sees it.
        line: source line.
        image_alt: alternative text of images in it, None without an image.
        run: the run that it begins in, while it is open.
        start: first character of its text in the page's text.
        stop: one past the last.
        block: index of the block it begins in.
    """

    element: etree._Element
    kind: LinkKind
    href: str
    seen: Seen
    line: int
    image_alt: str | None = None
    run: Run | None = None
    start: int = field(init=False)
    stop: int = field(init=False)
    block: int = field(init=False)


Mark = tuple[int, RawLink, bool]
"""Before which piece a link begins (True) or ends (False)."""


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
        is_set_aside: whether a run of another visibility interrupts it.
        raised_at: number of pieces before `<sup>` or `<sub>`, inside one; None elsewhere.
        broken_at: number of pieces up to the last `<br>`, 0 before one.
        text: the words, once it is closed.
        last_line: source line that was reached then.
    """

    __slots__ = (
        "broken_at",
        "element",
        "hidden",
        "is_set_aside",
        "last_line",
        "line",
        "marks",
        "pieces",
        "raised_at",
        "text",
    )

    def __init__(self, element: etree._Element, hidden: str | None) -> None:
        """Begin without pieces."""
        self.element = element
        self.hidden = hidden
        self.pieces: list[str] = []
        self.marks: list[Mark] = []
        self.line = self.last_line = 0
        self.broken_at = 0
        self.is_set_aside = False
        self.raised_at: int | None = None
        self.text = ""

    def begin(self, link: RawLink) -> None:
        """Let a link begin here."""
        link.run = self
        self.marks.append((len(self.pieces), link, True))

    def forget(self, link: RawLink) -> None:
        """Let an open link begin elsewhere; of those that began here it is among the last."""
        marks = self.marks
        at = next(at for at in range(len(marks) - 1, -1, -1) if marks[at][1] is link)
        del marks[at]

    def begin_raised(self) -> None:
        """Let raised text begin here, unless it has begun."""
        if self.raised_at is None:
            if self.pieces:
                self.pieces.append("")  # what is raised is the word's
            self.raised_at = len(self.pieces)

    def end_raised(self, tag: str) -> None:
        """Write a raised number close behind a word as Unicode does, whose digits fold to nothing.

        `word<sup>1</sup>` is a word with a mark of a footnote, and "word1" would be another word.
        So is a unit (`m<sup>2</sup>`, "m²") or a power; raised letters (`21<sup>st</sup>`) are the
        word's. A lowered number is written so where no formula (`CO<sub>2</sub>`) can have one.
        """
        at, self.raised_at = self.raised_at, None
        if at is None:
            return
        raised = self.pieces[at:]
        text = "".join(raised)
        if unicodedata.category(text[:1] or " ") not in {"Nd", "Cf"} or any(map(str.isalpha, text)):
            return
        pieces = islice(reversed(self.pieces), len(raised), len(raised) + _MOST_EMPTY)
        behind = "".join([piece[-2:] for piece in pieces][::-1])[-2:]
        digits = _digits_behind(behind, tag)
        self.pieces[at:] = [piece.translate(digits) for piece in raised]


def show_links(links: Sequence[RawLink], seen_in: Run) -> None:
    """Let words that are seen inside links, which by themselves hide them, be the links'.

    A button may have its background inside the link; `font-size: 0` closes gaps of boxes.

    Args:
        links: the open ones, the innermost last.
        seen_in: the run of the words.
    """
    for link in links:
        if link.seen.hidden is not None:
            link.seen = replace(link.seen, hidden=None)
        if link.run is not None and link.run.is_set_aside:
            link.run.forget(link)
            seen_in.begin(link)


def _digits_behind(before: str, tag: str) -> dict[int, int]:
    """How the digits in an element are written behind these two characters."""
    if tag == "sub":
        return _LOWERED if len(before) > 1 and all(map(str.islower, before)) else {}
    is_close = unicodedata.category(before[-1:] or " ").startswith(_CLOSE_BEHIND)
    return _RAISED if is_close else {}


def unless_shown(element: etree._Element, seen: Seen) -> Seen:
    """The state inside an element whose content is for browsers that cannot show it."""
    if seen.hidden is not None:
        return seen
    reason = f"shown only where <{element.tag}> does not work"
    return replace(seen, hidden=reason, sealed=reason)


class Runs:
    """The runs closed so far.

    Attributes:
        closed: in order; each with a text is a block.
        links: all links opened so far.
        unseen: inline runs that a reader does not see in the line, met inside the block being
            gathered.
        joined: borders of elements at which words meet without a space between them.
    """

    def __init__(self) -> None:
        self.closed: list[Run] = []
        self.links: list[RawLink] = []
        self.unseen: list[Run] = []
        self.joined = 0

    def go_on_reading(self, element: etree._Element, hidden: str | None) -> Run | None:
        """The run of the readings so far, if the element is one more, seen or not as they are."""
        if element.tag not in READINGS or not self.unseen:
            return None
        last = self.unseen[-1]
        if last.element.tag not in READINGS or last.hidden != hidden:
            return None
        last.pieces.append(" ")
        return self.unseen.pop()

    def close_unseen(self, line: int) -> None:
        """Close what was set apart inside the block that ended."""
        unseen, self.unseen = self.unseen, []
        for run in unseen:
            self.close(run, line)

    def close(self, run: Run, last_line: int) -> None:
        """Find the words of a run."""
        pieces = run.pieces
        if len(pieces) == 1:
            raw = pieces[0]
        else:
            self.joined += _part_words(pieces)
            raw = "".join(pieces)
        run.text = squeeze(raw).strip("\n")
        run.last_line = last_line
        self.closed.append(run)


class Squeezed:
    """Text whose white space is collapsed piece by piece, as if it were one."""

    __slots__ = ("_gap", "length", "parts")

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.length = 0
        self._gap = False

    def add(self, raw: str) -> int:
        """Add a piece; say by how much the text grows."""
        raw = raw.replace("\xad", "")
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


def _part_words(pieces: list[str]) -> int:
    """Part words that meet between pieces where a new one begins; say how many others meet so.

    `<span>Asel Nurlan</span><span>26 March</span><span>Courier</span>` has no spaces in pages that
    a style sheet lays out; a piece of a word neither begins with a capital nor is a number. A short
    number alone may be the mark of a note.
    """
    found = 0
    for at in range(1, len(pieces)):
        end, start = pieces[at - 1][-2:], pieces[at][:2]
        if not (end[-1:].isalnum() and start[:1].isalnum()):
            continue
        is_mark = pieces[at].isdecimal() and len(pieces[at]) <= _LONGEST_MARK
        if not is_mark and _begins_anew(end, start):
            pieces[at] = f" {pieces[at]}"
        elif _are_words(end, start):
            found += 1
    return found


def _begins_anew(end: str, start: str) -> bool:
    """Whether a capital follows a small letter or a digit, or a digit a word."""
    if start[0].isdecimal():
        return len(end) > 1 and end.isalpha()
    is_capital = len(start) > 1 and start.isalpha() and start[0].isupper()
    return is_capital and (
        end[-1].isdecimal() or (len(end) > 1 and end.isalpha() and end[-1].islower())
    )


def _are_words(end: str, start: str) -> bool:
    """Whether both have two letters or more; a single one begins a word in another dress."""
    letters = end + start
    return len(letters) == 4 and letters.isalpha() and max(letters) < _FIRST_WITHOUT_SPACES  # noqa: PLR2004 - two of each
