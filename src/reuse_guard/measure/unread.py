"""Words that a reader of the candidate sees and that were not read."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING, Final

from reuse_guard.documents.model import Unread, UnreadKind, words_of
from reuse_guard.text.disguises import (
    flag_letters,
    joined_letters,
    reversed_letters,
    spaced_letters,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reuse_guard.documents.model import Document


def find_unread(document: Document) -> tuple[Unread, ...]:
    """What was not read of a document, the most for each reason; mostly nothing."""
    found = sorted((*document.unread, *_in_text(document)), key=attrgetter("words"))
    return tuple({unread.kind: unread for unread in found}.values())


def _in_text(document: Document) -> Iterator[Unread]:
    found = (
        (UnreadKind.SPACED, spaced_letters(document.text, document.words)),
        (UnreadKind.FLAGS, flag_letters(document.text)),
        (UnreadKind.JOINED, joined_letters(document.words)),
        (UnreadKind.REVERSED, reversed_letters(document.text)),
    )
    for kind, letters in found:
        if letters:
            yield Unread(kind, words_of(letters))


def describe_unread(unread: Unread) -> str:
    """One of them as a problem with its remedy, for messages."""
    problem, remedy = _SAID[unread.kind]
    return f"about {unread.words:,} words cannot be read: {problem}; {remedy}"


_SAID: Final = {
    UnreadKind.SPACED: ("their letters stand apart from each other", "write the words together"),
    UnreadKind.FLAGS: ("their letters are halves of flags", "write them in letters"),
    UnreadKind.JOINED: ("there is no space between them", "part them by spaces"),
    UnreadKind.REVERSED: (
        "they are written backwards and shown forwards (U+202E, bdo, unicode-bidi)",
        "write them as they are read",
    ),
    UnreadKind.STYLED: (
        "the page writes them by its style sheets (content: ...)",
        "write them in the page itself",
    ),
}
