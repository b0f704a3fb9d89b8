"""Where the blocks and links of a page stand in its text, found when they are asked for."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Final

from reuse_guard.documents.html_runs import LINE, RawBlock, Squeezed
from reuse_guard.documents.model import LinkKind

if TYPE_CHECKING:
    from reuse_guard.documents.html_runs import Mark, RawLink, Run, Runs

# Named once: Python 3.11 takes as long to find a member of an Enum as to call a function.
_HYPERLINK: Final = LinkKind.HYPERLINK
# Makes a named tuple in half the time that its own call takes, of which a page has hundreds.
_new_tuple = tuple.__new__


class Page:
    """What one walk gathers.

    Attributes:
        text: all blocks, joined by newlines.
        joined: borders of elements at which words meet without a space between them.
    """

    def __init__(self, runs: Runs) -> None:
        """Take the runs of a whole page."""
        self.text = "\n".join([run.text for run in runs.closed if run.text])
        self.joined = runs.joined
        self._runs = runs

    @property
    def blocks(self) -> list[RawBlock]:
        """In order."""
        return self._places.blocks

    @property
    def links(self) -> list[RawLink]:
        """Hyperlinks and scripted ones, in order; addresses in running text are not here."""
        return self._places.links

    @cached_property
    def _places(self) -> Places:
        return Places(self.__dict__.pop("_runs"))


class Places:
    """Where the blocks and links of a page stand in its text, found once all runs are closed.

    Attributes:
        blocks: in order.
        links: in order.
    """

    def __init__(self, runs: Runs) -> None:
        """Place everything."""
        self.blocks: list[RawBlock] = []
        self.links = runs.links
        self._length = 0
        self._open_links = 0
        self._waiting: list[Mark] = []
        for link in self.links:
            link.start = link.stop = link.block = -1  # unknown
        for run in runs.closed:
            self._place_run(run)
        self._place_rest(max(self._length - 1, 0))

    def _place_run(self, run: Run) -> None:
        """Turn a run into a block, unless it holds white space alone."""
        pieces, marks, text = run.pieces, run.marks, run.text
        raw = pieces[0] if len(pieces) == 1 else "".join(pieces)
        if not text and LINE not in raw and not raw.strip():
            self._waiting += marks
            return
        linked = 0
        if marks and self._wraps(pieces, marks):
            linked = len(text)
            self._wrap(marks[0][1], linked)
        elif marks or self._waiting:
            linked = self._place_links(run)
        elif self._open_links:
            linked = len(text)
        if not text:
            return
        first_line, last_line = run.line, run.last_line
        if "\n" in raw:
            first_line += raw[: len(raw) - len(raw.lstrip())].count("\n")
            last_line -= raw[len(raw.rstrip()) :].count("\n")
        start = self._length
        stop = start + len(text)
        self._length = stop + 1
        last_line = last_line if last_line > first_line else first_line
        values = (run.element, text, start, stop, first_line, last_line, run.hidden, linked)
        self.blocks.append(_new_tuple(RawBlock, values))

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
        """Place the link that holds all of a run, as `_place_links` would."""
        link.start, link.block = self._length, len(self.blocks)
        link.stop = self._length + length

    def _place_links(self, run: Run) -> int:
        """Give the links of a run their offsets; say how much of its text is linked."""
        pieces, marks = run.pieces, run.marks
        if self._waiting:
            marks = [(0, link, opens) for _, link, opens in self._waiting] + marks
            self._waiting = []
        text = Squeezed()
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
        if self._open_links:
            linked += text.add("".join(pieces[at:]))
        for offset, (_, link, opens) in zip(placed, marks, strict=True):
            self._place(run.text, offset, link, opens)
        return linked

    def _place(self, text: str, offset: int, link: RawLink, opens: bool) -> None:  # noqa: FBT001 - as in a mark
        """Give one end of a link its offset; white space at its ends is not its text."""
        base = self._length
        if opens:
            while offset < len(text) and text[offset].isspace():
                offset += 1
            link.start, link.block = base + offset, len(self.blocks)
        elif offset:
            offset = min(offset, len(text))
            while offset and text[offset - 1].isspace():
                offset -= 1
            link.stop = max(link.start, base + offset)
        else:
            link.stop = max(link.start, base - 1)

    def _place_rest(self, length: int) -> None:
        """Place links after the last text at its end."""
        for _, link, opens in self._waiting:
            if not opens and link.start >= 0:
                link.stop = length
        for link in self.links:
            if link.start < 0:
                link.start, link.block = length, len(self.blocks) - 1
            link.start = min(link.start, length)
            link.stop = min(max(link.start, link.stop), length)
