"""How a browser lays out each element, as far as its text is concerned."""

from __future__ import annotations

from typing import Final

from reuse_guard.expressions import expression

# What is in angle brackets, as text; it never goes on into the next one.
TAG: Final = expression(r"<[^<>]*>")

# What an element does to the text around and inside it. Numbers, not an Enum, whose members take
# Python 3.11 eight times as long to name and compare: two such questions to every element were a
# tenth of the time of reading a page.
INLINE: Final = 0
LINE_BREAK: Final = 1
WORD_BREAK: Final = 2  # where a long word may be broken
RAISED: Final = 3  # in the line, above or below it: marks of footnotes
READING: Final = 4  # above the line, and no part of it
UNSERVED: Final = 5
BOX: Final = 6  # from here on, a box of its own, which ends the block before it
VERBATIM: Final = 7
FALLBACK: Final = 8
ENCLOSED: Final = 9  # a box that shows text, in which nothing is an element of the page
CHOICE: Final = 10  # a box in which no link is followed

# A head is one of them: on a page without `<body>` the parser leaves an `<article>` in it.
_BOXES = (
    "address article aside blockquote body button caption center dd details dialog dir div dl dt"
    " fieldset figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html"
    " legend li main menu nav ol optgroup p search section summary table tbody td"
    " tfoot th thead tr ul"
)
# What a browser with scripts on never shows as text.
_UNSERVED = "script style template noscript title noembed noframes rp datalist"
# How the letters of a `<ruby>` are read, small above them; in the line it would part every word.
READINGS: Final = frozenset({"rt", "rtc"})
# Shown only where the browser cannot do better.
_FALLBACKS = "video audio canvas object progress meter"

# Elements not listed, custom ones included, are inline, as in a browser.
LAYOUTS: Final[dict[str, int]] = {
    **dict.fromkeys(_BOXES.split(), BOX),
    **dict.fromkeys(_UNSERVED.split(), UNSERVED),
    **dict.fromkeys(READINGS, READING),
    **dict.fromkeys(_FALLBACKS.split(), FALLBACK),
    **dict.fromkeys(("textarea", "iframe"), ENCLOSED),
    **dict.fromkeys(("select", "option"), CHOICE),
    **dict.fromkeys(("pre", "listing", "xmp", "plaintext"), VERBATIM),
    "br": LINE_BREAK,
    "wbr": WORD_BREAK,
    **dict.fromkeys(("sup", "sub"), RAISED),
}
