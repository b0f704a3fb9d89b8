"""What ends a sentence, in whatever script."""

from __future__ import annotations

from typing import Final

# Marks that end sentences (Unicode's Sentence_Terminal for the scripts of today's news), those that
# announce more, those that end clauses, and what may stand after them.
STOPS: Final = frozenset(
    ".!?\u2026\u2025\u203c\u203d\u2047\u2048\u2049"
    "\u3002\uff61\uff0e\uff01\uff1f"  # Chinese and Japanese, half and full width
    "\u0964\u0965\u061f\u06d4\u1362\u1367"  # Indian, Arabic, Ethiopic
    "\u0589\u104b\u17d4\u17d5\u0f0d\u0f0e\u1803"  # Armenian, Burmese, Khmer, Tibetan, Mongolian
)
# An Armenian question is marked on the word that is stressed, a Greek one with a semicolon.
_ALSO_LAST: Final = frozenset("\u055c\u055e\u037e")
_COLONS: Final = frozenset(":;\uff1a\uff1b\u061b\u1364\u1365")
_COMMAS: Final = frozenset(",\uff0c\u3001\u060c\u1363")
_CLOSING: Final = "'\"’“”»›）」』》〉】〕)] \u00a0\u202f"  # noqa: RUF001 - « Oui. » has a space in it
_TAIL: Final = 12  # letters in which a sentence is seen to end


def ends_sentence(text: str) -> bool:
    """Whether a text ends as a sentence does.

    >>> ends_sentence("« Oui. »"), ends_sentence("Er sagte: „Nein.“"), ends_sentence("Page 3")
    (True, True, False)
    """
    last = _last(text)
    return last in STOPS or last in _ALSO_LAST


def ends_paragraph(text: str) -> bool:
    """The same, or with a colon or a semicolon, as before a list and in one.

    >>> ends_paragraph("They ask:"), ends_paragraph("On Monday,"), ends_paragraph("Town news")
    (True, False, False)
    """
    return _last(text) in _COLONS or ends_sentence(text)


def ends_clause(text: str) -> bool:
    """The same, or with a comma.

    >>> ends_clause("On Monday,"), ends_clause("Town news")
    (True, False)
    """
    return _last(text) in _COMMAS or ends_paragraph(text)


def _last(text: str) -> str:
    return text[-_TAIL:].rstrip(_CLOSING)[-1:]
