"""Text from outside, made safe to show: nothing in it can steer a terminal or reorder a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reuse_guard.expressions import expression

if TYPE_CHECKING:
    import re

# Control characters (a terminal would obey them), bidirectional controls (they reorder what is
# read) and characters that take no room (they hide in words).
_UNSAFE = expression(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]"
)
# A number stays on one line: "1 234", "30 %" in Russian and Kazakh.
_SPACE = expression(r"(?!(?<=\d)\xa0[\d%])\s+")


def visible(text: str) -> str:
    r"""Replace what cannot be seen by its code point, and white space runs by one space.

    >>> visible("paid\u200b\u202enews\n now")
    'paid<U+200B><U+202E>news now'
    >>> visible("1\xa0234 \xa0words, 30\xa0%")
    '1\xa0234 words, 30\xa0%'
    """
    return _UNSAFE.sub(_code_point, _SPACE.sub(" ", text))


def _code_point(match: re.Match[str]) -> str:
    return f"<U+{ord(match.group()):04X}>"
