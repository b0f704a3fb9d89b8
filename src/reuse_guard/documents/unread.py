"""Words that a reader of a page sees and that are not in its text."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from reuse_guard.frozen import frozen


class UnreadKind(StrEnum):
    """Why words that a reader sees are not read."""

    SPACED = "spaced"  # their letters stand apart from each other
    FLAGS = "flags"  # their letters are halves of flags
    JOINED = "joined"  # there is no space between them
    REVERSED = "reversed"  # written backwards, shown forwards
    STYLED = "styled"  # a style sheet writes them
    ATTRIBUTES = "attributes"  # values of fields, documents inside addresses
    RESPELT = "respelt"  # the original's, by their letters but not as words
    REORDERED = "reordered"  # the original's, close together but in another order
    UNSHOWN = "unshown"  # the original's, in scripts, attributes, front matter, other fields


# Letters of a word at least, in the mean: English news has 4.7, Russian and Kazakh over 5. So no
# word is left out of what might have been copied.
_LETTERS: Final = 4


def words_of(letters: int) -> int:
    """How many words so many letters are at most, in a text that can only be counted in letters."""
    return -(-letters // _LETTERS)


@frozen
class Unread:
    """Words that a reader sees and that are not in `Document.text`, or not as words.

    Attributes:
        kind: why they are not read.
        words: about how many.
        example: some of them as the original has them; `""` where none can be given.
    """

    kind: UnreadKind
    words: int
    example: str = ""
