"""How a browser lays out each element, as far as its text is concerned."""

from __future__ import annotations

from enum import IntEnum
from typing import Final


class Layout(IntEnum):
    """What an element does to the text around and inside it.

    Those from `BOX` on begin a box of their own and so end the block before them.
    """

    INLINE = 0
    LINK = 1
    LINE_BREAK = 2
    UNSERVED = 3
    BOX = 4
    VERBATIM = 5
    FALLBACK = 6


_BOXES = (
    "address article aside blockquote body button caption center dd details dialog dir div dl dt"
    " fieldset figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html"
    " legend li main menu nav ol optgroup option p search section select summary table tbody td"
    " tfoot th thead tr ul"
)
# What a browser with scripts on never shows as text.
_UNSERVED = "script style template noscript textarea iframe head title noembed noframes rp datalist"
# Shown only where the browser cannot do better.
_FALLBACKS = "video audio canvas object"

# Elements not listed, custom ones included, are inline, as in a browser.
LAYOUTS: Final[dict[str, Layout]] = {
    **dict.fromkeys(_BOXES.split(), Layout.BOX),
    **dict.fromkeys(_UNSERVED.split(), Layout.UNSERVED),
    **dict.fromkeys(_FALLBACKS.split(), Layout.FALLBACK),
    **dict.fromkeys(("pre", "listing", "xmp", "plaintext"), Layout.VERBATIM),
    **dict.fromkeys(("a", "area"), Layout.LINK),
    "br": Layout.LINE_BREAK,
}
