"""Why no reader sees a text, or can follow a link, in the language of a report.

Documents and verdicts keep the reason in English, also in an archive or a cache; what is a line of
CSS (`display: none`) is the same in every language.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Final

from reuse_guard.expressions import expression
from reuse_guard.locale import phrase_of, say

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reuse_guard.locale import Phrase

_VALUE: Final = expression(r"\d[\d.e+-]*|(?<=<)[\w-]+(?=>)")  # a size, or the name of an element


def hidden_phrase(reason: str) -> Phrase:
    """That a text is hidden from readers, and why.

    >>> hidden_phrase("font size 0.5px").render("ru")
    'скрыто от читателей: размер букв 0.5px'
    """
    return say("hidden from readers: {why}", why=why_phrase(reason))


def why_phrase(reason: str) -> Phrase:
    """Why a text is not seen, or a link cannot be followed.

    >>> why_phrase("inside <select>").render("ru"), why_phrase("display: none").render("ru")
    ('внутри <select>', 'display: none')
    """
    found = _VALUE.search(reason)
    known = _known().get(_VALUE.sub("{value}", reason, count=1))
    if known is None:
        return phrase_of(reason)
    return replace(known, values=(("value", found[0]),) if found else ())


@cache
def _known() -> Mapping[str, Phrase]:
    phrases = (
        say("opacity {value}"),
        say("scaled to nothing"),
        say("clipped to nothing"),
        say("a box of {value}px with what overflows cut off"),
        say("moved off the screen"),
        say("font size {value}px"),
        say("text-indent moves it off the screen"),
        say("transparent text"),
        say("text in the colour of its background"),
        say("hidden attribute"),
        say("a dialog that is not open"),
        say("a popover that is not open"),
        say("shown only where <{value}> does not work"),
        say("inside <{value}>"),
    )
    return {phrase.text: phrase for phrase in phrases}
