"""One walk over a page's tree: its text, cut into blocks, and everything link-like.

```
<p>Words <b>split</b>&shy;ted <a href="/x">link</a></p><ul><li>one ...
└─────────────── block 0 ─────────────────────────┘ └────── block 1 ──
```

A block ends where a browser begins a new box; inline elements, `<wbr>` and soft hyphens join.
Inline text a reader does not see is set apart in a block of its own after the visible one, so
that the visible words around it join as they do on the screen.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from lxml import etree

from reuse_guard.documents.model import LinkKind
from reuse_guard.documents.visibility import VISIBLE, Seen, Visibility

if TYPE_CHECKING:
    from collections.abc import Iterator

INLINE, BLOCK, SKIP, BREAK, LINK, MEDIA, PRE = range(7)

_BLOCKS = (
    "address article aside blockquote body button caption center dd details dialog dir div dl dt"
    " fieldset figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html"
    " legend li main menu nav ol optgroup option p search section select summary table tbody td"
    " tfoot th thead tr ul"
)
# What a browser with scripts on never shows as text.
_UNSERVED = "script style template noscript textarea iframe head title noembed noframes rp datalist"
KINDS: dict[str, int] = (
    dict.fromkeys(_BLOCKS.split(), BLOCK)
    | dict.fromkeys(_UNSERVED.split(), SKIP)
    | dict.fromkeys(("pre", "listing", "xmp", "plaintext"), PRE)
    | dict.fromkeys(("a", "area"), LINK)
    | dict.fromkeys(("video", "audio", "canvas", "object"), MEDIA)
    | {"br": BREAK}
)

# Stands for a line break inside a run until its white space is collapsed.
LINE = "\u2028"
_BLANK_LINE = re.compile(r"\n[ \t\r\f]*\n\s*")
_SCRIPTED = ("onclick", "data-href", "data-url", "data-link")


@dataclass(slots=True)
class RawLink:
    """A link while the page is walked; offsets are filled in when its block is closed."""

    element: etree._Element
    kind: LinkKind
    href: str
    seen: Seen
    line: int
    start: int = -1
    stop: int = -1
    block: int = -1
    image_alt: str | None = None


class RawBlock(NamedTuple):
    """A block before it has a role; `element` is the innermost box around its text."""

    element: etree._Element
    text: str
    start: int
    stop: int
    first_line: int
    last_line: int
    hidden: str | None
    linked: int


@dataclass(slots=True)
class Page:
    """What one walk gathers."""

    text: str
    blocks: list[RawBlock]
    links: list[RawLink]


@dataclass(slots=True)
class _Run:
    """The pieces of text of one block to be."""

    element: etree._Element
    seen: Seen
    pieces: list[str] = field(default_factory=list)
    marks: list[tuple[int, RawLink, bool]] = field(default_factory=list)
    line: int = 0
    paragraph: int = 0


def walk(tops: list[etree._Element], *, visibility: Visibility, scripted: bool) -> Page:
    """Walk the tree below `tops` once, in document order.

    Args:
        tops: the root element and its siblings.
        visibility: tells of every element whether a reader sees it.
        scripted: also look for addresses in scripts and data attributes.
    """
    walker = _Walker(visibility)
    for top in tops:
        walker.walk(top, scripted=scripted)
    return walker.finish()


class _Walker:
    """State of the walk; `run` is the block being gathered."""

    def __init__(self, visibility: Visibility) -> None:
        self.visibility = visibility
        self.blocks: list[RawBlock] = []
        self.links: list[RawLink] = []
        self.texts: list[str] = []
        self.length = 0
        self.open_links = 0
        self.line = 1
        self.carried: list[tuple[int, RawLink, bool]] = []
        self.aside: list[_Run] = []

    def walk(self, top: etree._Element, *, scripted: bool) -> None:
        """Gather blocks and links from one top-level element."""
        visibility = self.visibility
        enter = visibility.enter
        kinds = KINDS
        seen = VISIBLE
        states: list[Seen] = [seen]
        boxes: list[etree._Element] = [top]
        linked: list[RawLink] = []
        run = _Run(top, seen)
        runs: list[_Run] = []
        pieces = run.pieces
        line = self.line
        verbatim = 0
        events = etree.iterwalk(top, events=("start", "end", "comment", "pi"))
        for event, element in events:
            if event == "start":
                tag = element.tag
                kind = kinds.get(tag, INLINE)
                source_line = element.sourceline
                if source_line and source_line < 65535:
                    line = source_line
                seen = enter(element, seen)
                states.append(seen)
                if kind == SKIP and not _is_shadow_root(element):
                    events.skip_subtree()
                    continue
                if kind == INLINE or kind == LINK:
                    if seen.hidden != run.seen.hidden:
                        runs.append(run)
                        run = _Run(element, seen)
                        pieces = run.pieces
                elif kind == BREAK:
                    run = self.line_break(run)
                    pieces = run.pieces
                else:
                    for outer in runs:
                        self.close(outer, line)
                    runs.clear()
                    self.flush(run, line)
                    boxes.append(element)
                    run = _Run(element, seen)
                    pieces = run.pieces
                    if kind == PRE:
                        verbatim += 1
                if kind == LINK:
                    href = element.get("href")
                    if href is not None:
                        link = RawLink(element, LinkKind.HYPERLINK, href, seen, line)
                        self.links.append(link)
                        linked.append(link)
                        run.marks.append((len(pieces), link, True))
                elif scripted and (found := _scripted(element)):
                    link = RawLink(element, LinkKind.SCRIPTED, found, seen, line)
                    self.links.append(link)
                    linked.append(link)
                    run.marks.append((len(pieces), link, True))
                elif tag == "img" and linked:
                    linked[-1].image_alt = linked[-1].image_alt or element.get("alt", "")
                text = element.text
            elif event == "end":
                states.pop()
                tag = element.tag
                kind = kinds.get(tag, INLINE)
                if linked and linked[-1].element is element:
                    link = linked.pop()
                    run.marks.append((len(pieces), link, False))
                if kind == INLINE or kind == LINK:
                    if run.seen.hidden != states[-1].hidden:
                        if runs:
                            self.aside.append(run)
                            run = runs.pop()
                        else:
                            self.flush(run, line)
                            run = _Run(boxes[-1], states[-1])
                        pieces = run.pieces
                elif kind == BREAK or kind == SKIP:
                    pass
                else:
                    self.flush(run, line)
                    boxes.pop()
                    if kind == PRE:
                        verbatim -= 1
                    run = _Run(boxes[-1], states[-1])
                    pieces = run.pieces
                seen = states[-1]
                text = element.tail if element is not top else None
            else:
                if element.sourceline:
                    line = element.sourceline
                text = element.tail
            if text:
                if not pieces:
                    run.line = line
                if verbatim:
                    text = text.replace("\n", LINE)
                    line += text.count(LINE)
                else:
                    line += text.count("\n")
                pieces.append(text)
        self.flush(run, line)
        self.line = line

    def line_break(self, run: _Run) -> _Run:
        """A first `<br>` ends a line, a second one in a row the block."""
        pieces = run.pieces
        fresh = pieces[run.paragraph :]
        if run.paragraph and not any(piece.strip() for piece in fresh):
            self.flush(run, self.line)
            return _Run(run.element, run.seen)
        pieces.append(LINE)
        run.paragraph = len(pieces)
        return run

    def flush(self, run: _Run, line: int) -> None:
        """Close a block, and the unseen inline text met inside it."""
        self.close(run, line)
        if self.aside:
            aside, self.aside = self.aside, []
            for hidden in aside:
                self.close(hidden, line)

    def close(self, run: _Run, line: int) -> None:
        """Turn a run into a block, unless it holds white space alone."""
        marks = run.marks
        if self.carried:
            marks = [(0, link, opens) for _, link, opens in self.carried] + marks
            self.carried = []
        pieces = run.pieces
        if not pieces:
            self.carried = marks
            return
        linked = 0
        if marks:
            text, linked = self.place(pieces, marks)
            if not text:
                self.carried = marks
                return
        else:
            text = squeeze("".join(pieces)).strip("\n")
            if not text:
                return
            if self.open_links:
                linked = len(text)
        start = self.length
        stop = start + len(text)
        first_line = run.line
        if pieces[0][:1] == "\n":
            lead = "".join(pieces[:2])
            first_line += lead[: len(lead) - len(lead.lstrip())].count("\n")
        self.blocks.append(
            RawBlock(run.element, text, start, stop, first_line, max(first_line, line), run.seen.hidden, linked)
        )
        self.texts.append(text)
        self.length = stop + 1

    def place(self, pieces: list[str], marks: list[tuple[int, RawLink, bool]]) -> tuple[str, int]:
        """Collapse the white space of a run and give its links their offsets."""
        out: list[str] = []
        length = 0
        linked = 0
        gap = False
        at = 0
        open_links = self.open_links
        placed: list[tuple[RawLink, bool, int, bool]] = []
        for piece, link, opens in [*marks, (len(pieces), None, False)]:
            raw = "".join(pieces[at:piece])
            at = piece
            if raw:
                text = squeeze(raw)
                if text and not length:
                    text = text.lstrip("\n")
                if text:
                    if (gap or raw[0].isspace()) and length and text[0] != "\n" and out[-1][-1] != "\n":
                        text = " " + text
                    out.append(text)
                    length += len(text)
                    if open_links:
                        linked += len(text)
                    gap = raw[-1].isspace()
                else:
                    gap = True
            if link is not None:
                if link.kind is LinkKind.HYPERLINK:
                    open_links += 1 if opens else -1
                placed.append((link, opens, length, gap))
        text = "".join(out).rstrip("\n")
        if not text:
            return "", 0
        self.open_links = open_links
        base = self.length
        block = len(self.blocks)
        for link, opens, offset, _ in placed:
            if opens:
                while offset < len(text) and text[offset] in " \n":
                    offset += 1
                link.start = base + offset
                link.block = block
            elif not offset:
                link.stop = max(link.start, base - 1)
            else:
                while offset and text[offset - 1 : offset] in (" ", "\n"):
                    offset -= 1
                link.stop = max(link.start, base + min(offset, len(text)))
        return text, linked

    def finish(self) -> Page:
        """The page, with links that stand after the last text put at its end."""
        text = "\n".join(self.texts)
        last = len(self.blocks) - 1
        for link in self.links:
            if link.start < 0:
                link.start, link.block = len(text), last
            if link.stop < link.start:
                link.stop = link.start if link.block == last and link.start == len(text) else link.start
        return Page(text, self.blocks, self.links)


def squeeze(raw: str) -> str:
    """White space as a browser collapses it; soft hyphens vanish, forced line breaks stay.

    >>> squeeze(" re\\u00adader \\n of  news ")
    'reader of news'
    """
    if "\xad" in raw:
        raw = raw.replace("\xad", "")
    if LINE in raw:
        return "\n".join(" ".join(line.split()) for line in raw.split(LINE))
    return " ".join(raw.split())


def _is_shadow_root(element: etree._Element) -> bool:
    return element.tag == "template" and element.get("shadowrootmode") is not None


def _scripted(element: etree._Element) -> str | None:
    """The address a script would open on a click, where an attribute tells it."""
    href = element.get("href")
    if href is not None and element.tag not in ("link", "base"):
        return href
    for name in _SCRIPTED:
        value = element.get(name)
        if value and (match := re.search(r"https?://[^\s'\"<>]+", value)):
            return match.group()
    return None
