"""Whether a reader sees a link, and can follow it."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Final

from reuse_guard.backlinks.model import BacklinkStatus, Fault, Flaw

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reuse_guard.documents.model import Link

WARNING, INVALID, UNRESOLVED = (
    BacklinkStatus.WARNING,
    BacklinkStatus.INVALID,
    BacklinkStatus.UNRESOLVED,
)
# Letters by category that show nothing: Hangul fillers and the empty Braille pattern.
_BLANK: Final = frozenset("\u115f\u1160\u3164\uffa0\u2800")
# Those that Unicode counts among the signs of mathematics; the others are pictograms.
_ARROWS: Final = frozenset("\u2190\u2191\u2192\u2193\u2194\u27f5\u27f6\u2799\u21d2")
_DRAWN: Final = (
    "Its words are hidden ({why}), and a style sheet draws something in their place; only a"
    " browser shows what."
)
_FADES_IN: Final = (
    "It is hidden ({why}) and asks a script to fade it in; only a browser tells whether it does."
)
_FOLDED: Final = (
    "It is hidden ({why}) in a box that a control of the page names; only a browser tells whether"
    " that opens it."
)
_LAID_OVER: Final = (
    "It has no words of its own; only a browser shows whether it lies over words or a picture, or"
    " holds the table below it."
)
_STOPPED: Final = (
    "Its own script stops the click ({why}); only a browser shows whether it leads anywhere."
)
_WITH_COPY: Final = (
    "It is hidden in the same way as the copied text ({why}); only the page in a browser tells"
    " whether both show."
)
_MAY_BE_SEEN: Final = {
    "script": (Flaw.FADES_IN, _FADES_IN),
    "control": (Flaw.FOLDED, _FOLDED),
    "style": (Flaw.DRAWN, _DRAWN),
}


def sight_faults(link: Link, *, is_with_copy: bool) -> Iterator[Fault]:
    """What keeps a reader from seeing or following a link.

    Args:
        link: a hyperlink.
        is_with_copy: where it is hidden, most of what was copied is hidden in the same way.
    """
    if link.hidden and is_with_copy:
        yield Fault(Flaw.HIDDEN_WITH_COPY, UNRESOLVED, _WITH_COPY.format(why=link.hidden))
    elif link.hidden and link.stand_in:
        flaw, said = _MAY_BE_SEEN[link.stand_in]
        yield Fault(flaw, UNRESOLVED, said.format(why=link.hidden))
    elif link.hidden:
        yield Fault(Flaw.HIDDEN, INVALID, f"A reader does not see it ({link.hidden}).")
    elif link.unclickable and link.unclickable.startswith("onclick"):
        yield Fault(Flaw.STOPPED, UNRESOLVED, _STOPPED.format(why=link.unclickable))
    elif link.unclickable:
        text = f"A reader sees it and cannot follow it ({link.unclickable})."
        yield Fault(Flaw.UNCLICKABLE, INVALID, text)
    yield from _text_faults(link)
    if link.aria_hidden:
        yield Fault(Flaw.ARIA_HIDDEN, WARNING, "It is kept from screen readers (aria-hidden).")


def _text_faults(link: Link) -> Iterator[Fault]:
    if not shows_something(link.anchor):
        is_named = link.image_alt is None and shows_something(link.label)
        if is_named or link.stand_in == "style":
            text = "It has no text; only a browser shows whether a style sheet draws an icon there."
            yield Fault(Flaw.DRAWN, UNRESOLVED, text)
        elif link.image_alt is None and link.stand_in:
            yield Fault(Flaw.LAID_OVER, UNRESOLVED, _LAID_OVER)
        elif link.image_alt is None:
            yield Fault(Flaw.EMPTY, INVALID, "It has no text and no image to click.")
        elif not shows_something(link.image_alt):
            text = "It is an image without alternative text."
            yield Fault(Flaw.IMAGE_WITHOUT_TEXT, WARNING, text)


def shows_something(text: str) -> bool:
    r"""Whether a text has a letter, a digit, a pictogram or an arrow, which alone show something.

    >>> shows_something("QazMonitor"), shows_something(" \u200b… "), shows_something("🔗")
    (True, False, True)
    """
    return any(
        unicodedata.category(character)[0] in "LN"
        or unicodedata.category(character) == "So"
        or character in _ARROWS
        for character in text
        if character not in _BLANK
    )
