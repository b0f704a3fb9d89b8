"""One walk over a page's tree: its text, cut into blocks, and everything link-like.

```
<p>Words <b>split</b>&shy;ted <a href="/x">link</a></p><ul><li>one ...
└─────────────── block 0 ─────────────────────────┘ └────── block 1 ──
```

A block ends where a browser begins a new box; inline elements, `<wbr>` and soft hyphens join.
Inline text that a reader does not see is set apart in a block of its own after the visible one,
so that the visible words around it join as they do on the screen.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeAlias

from lxml import etree

from reuse_guard.documents.attributes import data_document
from reuse_guard.documents.html_clicks import CLICKED, clicked_address, comes_later, is_speck
from reuse_guard.documents.html_places import Page
from reuse_guard.documents.html_runs import LINE, RawLink, Run, Runs, show_links, unless_shown
from reuse_guard.documents.html_tags import (
    BOX,
    CHOICE,
    ENCLOSED,
    FALLBACK,
    INLINE,
    LAYOUTS,
    LINE_BREAK,
    RAISED,
    READING,
    UNSERVED,
    VERBATIM,
    WORD_BREAK,
)
from reuse_guard.documents.html_tree import LAST_LINE, parse_html, source_line
from reuse_guard.documents.visibility import VISIBLE, Seen, Visibility
from reuse_guard.errors import ReadError
from reuse_guard.expressions import expression

if TYPE_CHECKING:
    from collections.abc import Sequence

_BLANK_LINE = expression(r"\n[ \t\r\f]*\n\s*")
_IMAGES = frozenset({"img", "amp-img", "svg"})
# What takes a picture away for good. Opacity is how pages fade it in, and sizes and colours of
# letters are none of its business: 100 linked pictures of 181 news pages have these.
_NO_PICTURE = frozenset({"display: none", "hidden attribute"})
_MOST_FRAMES = 3  # inside one another; of deeper ones the markup itself is the text


def walk(root: etree._Element, *, visibility: Visibility, depth: int = 0) -> Page:
    """Walk a tree once in document order.

    Args:
        root: of the tree.
        visibility: of the page.
        depth: of the frames around it.
    """
    walker = _Walker(visibility, depth)
    walker.walk(root)
    return Page(walker.runs)


_Frame: TypeAlias = "tuple[etree._Element, int, Seen, etree._Element]"
"""An element that changes where the walk stands, its layout, and the state and box around it."""


class _Walker:
    """Where the walk stands.

    Attributes:
        runs: the text gathered so far.
        line: the source line reached.
    """

    def __init__(self, visibility: Visibility, depth: int) -> None:
        self.runs = Runs()
        self._depth = depth
        self.line = 1
        self._enter = visibility.enter
        self._is_telling = visibility.is_telling
        self._are_plain = visibility.are_plain
        self._are_plain_but_classes = visibility.are_plain_but_classes
        self._tell = visibility.tell
        self._is_tiny = visibility.is_tiny
        self._seen: Seen = VISIBLE
        self._box: etree._Element
        self._frames: list[_Frame] = []
        self._set_aside: list[Run] = []
        self._links: list[RawLink] = []
        self._verbatim = 0
        self._choices = 0
        self._run: Run

    def walk(self, root: etree._Element) -> None:
        """Gather blocks and links."""
        self._box = root
        self._run = Run(root, None)
        begin, end, add, frames = self._open, self._close, self._add, self._frames
        frames.append((root, INLINE, VISIBLE, root))
        events = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
        for event, element in events:
            if event == "start":
                if begin(element):
                    events.skip_subtree()
                    continue
                text = element.text
            elif event == "end":
                if element is frames[-1][0]:
                    end(element)
                text = None if element is root else element.tail
            else:
                self.line = source_line(element) or self.line
                text = element.tail
            if text:
                if self._run.pieces or not text.isspace():
                    add(text)
                else:  # between boxes, as half of all text
                    self.line += text.count("\n")
        self._end_box()

    def _open(self, element: etree._Element) -> bool:
        """Begin an element; say whether to pass over what is in it."""
        tag = element.tag
        layout = LAYOUTS.get(tag, INLINE)
        line: Any = element.sourceline  # whose type lxml-stubs do not know
        self.line = line if line and line < LAST_LINE else self.line
        if layout == UNSERVED and element.get("shadowrootmode") is None:
            return True
        names = element.keys()
        around = seen = self._seen
        if around.sealed is None and (
            self._is_telling(tag)
            or around.hidden is not None
            or (
                not self._are_plain(names)  # by their classes alone as a rule
                and (not self._are_plain_but_classes(names) or self._tell(element.get("class")))
            )
        ):
            seen = self._seen = self._enter(element, around, names)
        if layout != INLINE or seen is not around:
            self._frames.append((element, layout, around, self._box))
        if layout == BOX:
            self._box = element
            self._turn_to(element, seen.hidden)
        elif self._open_inside(element, layout, seen):
            return True
        if names and not CLICKED.isdisjoint(names):
            self._open_link(element, names, seen)
        elif self._links and tag in _IMAGES:
            self._see_image(element)
        return False

    def _open_inside(self, element: etree._Element, layout: int, seen: Seen) -> bool:
        """Begin an element that is more, or less, than a box, as `_open` does."""
        if layout == INLINE:
            if seen.hidden != self._run.hidden:
                self._leave_line(element, seen.hidden)
            return False
        if layout == FALLBACK:
            seen = self._seen = unless_shown(element, seen)
        self._lay_out(element, layout, seen.hidden)
        if layout == ENCLOSED:
            self._take_enclosed(element)
            return True
        return False

    def _lay_out(self, element: etree._Element, layout: int, hidden: str | None) -> None:
        """End the block or the line that an element parts."""
        if layout >= BOX:
            self._box = element
            self._turn_to(element, hidden)
            self._verbatim += layout == VERBATIM
            self._choices += layout == CHOICE
        elif layout == LINE_BREAK:
            self._break_line()
        elif layout == WORD_BREAK:
            if self._run.pieces:
                self._run.pieces.append("")  # the parts on both sides are one word
        elif layout == READING or hidden != self._run.hidden:
            self._leave_line(element, hidden)
        if layout == RAISED:
            self._run.begin_raised()

    def _close(self, element: etree._Element) -> None:
        """End an element that changed where the walk stands."""
        _, layout, seen, box = self._frames.pop()
        self._seen = seen
        if self._links and self._links[-1].element is element:
            link = self._links.pop()
            link.run = None
            self._run.marks.append((len(self._run.pieces), link, False))
        if layout == RAISED:
            self._run.end_raised(element.tag)
        if layout >= BOX:
            self._box = box
            self._turn_to(box, seen.hidden)
            if layout > BOX:
                self._verbatim -= layout == VERBATIM
                self._choices -= layout == CHOICE
        elif layout == READING or seen.hidden != self._run.hidden:
            self._return_to_line()

    def _add(self, text: str) -> None:
        """Add characters to the block being gathered, which begins with no white space."""
        run = self._run
        if not run.pieces:
            run.line = self.line
        if (
            self._links
            and run.hidden is None
            and self._links[-1].seen.hidden is not None
            and any(map(str.isalnum, text))
        ):
            show_links(self._links, run)
        if self._verbatim:
            self._add_verbatim(text)
            return
        run.pieces.append(text)
        if "\n" in text:
            self.line += text.count("\n")

    def _add_verbatim(self, text: str) -> None:
        """Add preformatted text: lines stay lines, blank lines part blocks."""
        at = 0
        for blank in [*_BLANK_LINE.finditer(text), None]:
            part = text[at : blank.start() if blank else len(text)]
            if not self._run.pieces:
                self._run.line = self.line
            self._run.pieces.append(part.replace("\n", LINE))
            self.line += part.count("\n")
            if blank:
                at = blank.end()
                self._end_box()
                self.line += blank.group().count("\n")
                self._run = Run(self._box, self._run.hidden)

    def _take_enclosed(self, element: etree._Element) -> None:
        """Take the text that a field or a frame shows, all on the line of the element."""
        text = enclosed_text(element, self._depth)
        if text:
            line = self.line
            self._add_verbatim(text)
            self.line = line

    def _turn_to(self, element: etree._Element, hidden: str | None) -> None:
        """End a block and begin the next, of the box `element`.

        One that gathered nothing yet serves again, for most boxes hold boxes.
        """
        run = self._run
        if run.pieces or run.marks or self._set_aside or self.runs.unseen:
            self._end_box()
            self._run = Run(element, hidden)
        else:
            run.element = element
            run.hidden = hidden

    def _end_box(self) -> None:
        """Close the block being gathered, and those it interrupts."""
        if self._set_aside:
            for run in self._set_aside:
                run.is_set_aside = False
                self.runs.close(run, self.line)
            self._set_aside.clear()
        if self._run.pieces or self._run.marks:
            self.runs.close(self._run, self.line)
        if self.runs.unseen:
            self.runs.close_unseen(self.line)

    def _leave_line(self, element: etree._Element, hidden: str | None) -> None:
        """Begin inline text of another visibility, or a reading, apart from the line it stands in.

        The readings of one block are a text of their own.
        """
        self._set_aside.append(self._run)
        self._run.is_set_aside = True
        self._run = self.runs.go_on_reading(element, hidden) or Run(element, hidden)

    def _return_to_line(self) -> None:
        """Leave inline text of another visibility: back to the line it stands in."""
        if self._set_aside:
            self.runs.unseen.append(self._run)
            self._run = self._set_aside.pop()
            self._run.is_set_aside = False
        else:
            self._turn_to(self._box, self._seen.hidden)

    def _break_line(self) -> None:
        """A first `<br>` ends a line, a second one in a row the block."""
        run = self._run
        if run.broken_at and not any(piece.strip() for piece in run.pieces[run.broken_at :]):
            self._end_box()
            self._run = Run(run.element, run.hidden)
        elif run.pieces:
            run.pieces.append(LINE)
            run.broken_at = len(run.pieces)

    def _open_link(self, element: etree._Element, names: Sequence[str | bytes], seen: Seen) -> None:
        found = clicked_address(element, names)
        if found is None:
            return
        kind, href = found
        if seen.inert:
            seen = replace(seen, unclickable="inert")
        elif self._choices and self._choices > (LAYOUTS.get(element.tag) == CHOICE):  # not itself
            seen = replace(seen, unclickable="inside <select>")
        link = RawLink(element, kind, href, seen, self.line)
        self.runs.links.append(link)
        self._links.append(link)
        if self._frames[-1][0] is not element:
            self._frames.append((element, INLINE, self._seen, self._box))
        self._run.begin(link)
        if element.tag == "area" and not is_speck(element):
            self._see_image(element)

    def _see_image(self, image: etree._Element) -> None:
        """Note a picture, or an area of one, that is clicked in place of words, if it is seen."""
        link = self._links[-1]
        unseen = self._seen.sealed in _NO_PICTURE or self._is_tiny(image)
        if unseen and not comes_later(image):
            return
        if link.seen.hidden is not None and link.seen.sealed is None and self._seen.shows_pictures:
            link.seen = replace(link.seen, hidden=None)
        said = image.get("alt", image.get("aria-label", "")).strip()
        link.image_alt = " ".join(filter(None, (link.image_alt, said)))


def enclosed_text(element: etree._Element, depth: int) -> str:
    """What a text field or a frame with a page of its own shows; of a frame elsewhere nothing.

    Its links are none of the page's (`../backlinks`), so only the text is taken. What its own style
    sheets hide counts too: the time to apply them is bounded for a page, and a page may have
    thousands of frames. Where the frame cannot be read, its markup is the text.
    """
    if element.tag == "textarea":
        return etree.tostring(element, method="text", encoding="unicode", with_tail=False)
    markup = element.get("srcdoc") or data_document(element.get("src") or "")
    if not markup or depth >= _MOST_FRAMES:
        return markup
    try:
        root = parse_html(markup, source="srcdoc")
    except ReadError:
        return markup
    return walk(root, visibility=Visibility.unstyled(), depth=depth + 1).text
