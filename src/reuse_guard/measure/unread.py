"""Words that a reader of the candidate sees and that were not read, or not as words of an original.

Some ways to hide words show on the page itself. Others show only once an original is known: its
words are there by their letters (`respelt`), or close together in another order (`reordered`).
"""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING, Final

import numpy as np

from reuse_guard.align import align
from reuse_guard.documents.unread import Unread, UnreadKind, words_of
from reuse_guard.measure.reordered import reordered_words
from reuse_guard.measure.respelt import FEWEST, respelt_words
from reuse_guard.measure.stock import count_own
from reuse_guard.text.disguises import (
    flag_letters,
    joined_letters,
    reversed_letters,
    spaced_letters,
)
from reuse_guard.text.spans import union

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from reuse_guard.documents.model import Document
    from reuse_guard.text.spans import Span
    from reuse_guard.text.words import Words

# Of 32,580 pairs of saved articles none shares more than 30 words by their letters alone, nor more
# than 32 in another order (docs/decisions/0046). By their letters no brief of up to 130 words
# shares 30% of its own; in another order two reports of one event do.
_LEAST: Final = 40
_PART_OF_A_BRIEF: Final = 0.3
# Between words that are found so, others are too few or too short to be known: the ends of lines.
_GAP: Final = 64


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


def find_unshown(
    original: Document, candidate: Document, copied: tuple[Span, ...]
) -> tuple[Unread, ...]:
    """Words of an original that a candidate serves and that only a script of it may show.

    Args:
        original: the article.
        candidate: the page.
        copied: words of the original's body that were found copied.
    """
    words = original.body_words
    missing = len(words) - sum(span.size for span in union(copied))
    if missing < _LEAST or not candidate.unshown:
        return ()
    passages = align(words, candidate.unshown_words)
    own = count_own(passages, words, copied)
    if own.words < _LEAST or own.may_be_facts:
        return ()
    longest = max((run for passage in passages for run in passage.copied), key=attrgetter("size"))
    start, stop = words.characters(longest)
    return (Unread(UnreadKind.UNSHOWN, own.words, original.text[start:stop]),)


def find_disguised(
    original: Words,
    candidate: Words,
    *,
    copied: NDArray[np.bool_],
    known: NDArray[np.bool_],
) -> tuple[Unread, ...]:
    """Words of an original that a candidate shows and that were not found copied.

    Args:
        original: words of its body.
        candidate: all words of the candidate.
        copied: which words of the original were found copied.
        known: which of the candidate are these copies.
    """
    missing = (~copied).nonzero()[0]
    least = min(_LEAST, max(FEWEST, _PART_OF_A_BRIEF * len(original)))
    if len(missing) < least:
        return ()
    respelt = respelt_words(original, candidate, copied, known)
    reordered = np.zeros(len(original), np.bool_)
    reordered[missing] = reordered_words(original.take(missing), candidate, known)
    respelt = _closed(respelt & ~copied) & ~copied
    reordered = _closed(reordered) & ~copied & ~respelt
    found = (
        (least, Unread(UnreadKind.RESPELT, int(np.count_nonzero(respelt)))),
        (_LEAST, Unread(UnreadKind.REORDERED, int(np.count_nonzero(reordered)))),
    )
    return tuple(unread for enough, unread in found if unread.words >= enough)


def _closed(found: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """The words found, if they are many, and those that stand between them."""
    places = found.nonzero()[0]
    if len(places) < FEWEST:
        return np.zeros(len(found), np.bool_)
    begins = np.ones(len(places) + 1, np.bool_)  # and after the last place, as if one did there
    np.greater_equal(places[1:] - places[:-1], _GAP, out=begins[1:-1])
    closed = np.zeros(len(found) + 1, np.int8)
    closed[places[begins[:-1]]] += 1
    closed[places[begins[1:]] + 1] -= 1
    return closed[:-1].cumsum() > 0


def describe_unread(unread: Unread) -> str:
    """One that shows without an original, as a problem with its remedy, for messages."""
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
    UnreadKind.ATTRIBUTES: (
        "they are values of fields or stand inside addresses (data: ...)",
        "write them in the page itself",
    ),
}
