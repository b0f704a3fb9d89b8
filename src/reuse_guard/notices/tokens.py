"""A sentence as words that stand for something, in clauses."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

from reuse_guard.expressions import expression
from reuse_guard.frozen import frozen
from reuse_guard.notices.lexicon import concepts_of
from reuse_guard.notices.numbers import Number, find_numbers

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reuse_guard.notices.concepts import Concept
    from reuse_guard.text.spans import Span

_TOKEN = expression(
    r"\w[\w-]{0,62}(?:\.[\w-]{1,63}){0,3}\.[a-z]{2,}(?:-[^\W\d_]+)?\b"
    r"|\d{1,3}(?:[ \u00a0\u202f,.']\d{3})+(?!\d)"
    r"|\d+(?:[.,]\d+)?(?:-?(?:й|го|м|ый|ом|ші|шы|st|nd|rd|th)\b)?"
    r"|[^\W\d_]+(?:[-‐.’'][^\W\d_]+)*|[%½⅓⅔¼¾⅕/&,;:()\u2013\u2014|]"
)
_BREAKS: Final = frozenset(",;:()\u2013\u2014|")
_NO_WORDS = expression(r"\bhttps?://|[\w.+-]{1,64}@[\w.-]+", re.IGNORECASE)  # "permission@..."
_PER_CENT = expression(r"\bper\s+cent\b", re.IGNORECASE)


@frozen
class Token:
    """A word, number or mark of a sentence.

    Attributes:
        text: as it stands there.
        concepts: what it may stand for.
    """

    text: str
    concepts: frozenset[Concept]


@dataclass(frozen=True)
class Sentence:
    """One sentence of a notice.

    Attributes:
        text: as the notice has it.
        span: where it stands, in characters of the text that was read.
    """

    text: str
    span: Span

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """Its words and marks."""
        text = _PER_CENT.sub("percent", _NO_WORDS.sub("", self.text.replace("’", "'")))
        words = (match[0] for match in _TOKEN.finditer(text))
        return tuple(Token(word, concepts_of(word.lower())) for word in words)

    @cached_property
    def numbers(self) -> tuple[Number, ...]:
        """The numbers in it, in order."""
        return tuple(find_numbers([token.text for token in self.tokens]))

    def has(self, *concepts: Concept, within: Iterable[int] | None = None) -> bool:
        """Whether one of the concepts stands there, in the whole sentence or at these places."""
        return bool(self.places(*concepts, within=within))

    def places(self, *concepts: Concept, within: Iterable[int] | None = None) -> list[int]:
        """Where one of the concepts stands, as indices of tokens."""
        wanted = frozenset(concepts)
        where = range(len(self.tokens)) if within is None else within
        return [
            index
            for index in where
            if 0 <= index < len(self.tokens) and wanted & self.tokens[index].concepts
        ]

    def before(self, index: int, most: int) -> range:
        """Up to so many tokens before one, not past a mark; the nearest comes first."""
        low = index
        while low > 0 and index - low < most and self.tokens[low - 1].text not in _BREAKS:
            low -= 1
        return range(index - 1, low - 1, -1)

    def after(self, index: int, most: int) -> range:
        """Up to so many tokens from one on, not past a mark."""
        high = index
        while (
            high < len(self.tokens)
            and high - index < most
            and self.tokens[high].text not in _BREAKS
        ):
            high += 1
        return range(index, high)

    def clause(self, index: int) -> range:
        """The tokens between the marks around one."""
        size = len(self.tokens)
        return range(index - len(self.before(index, size)), index + len(self.after(index, size)))

    def near(self, index: int, most: int, *concepts: Concept) -> bool:
        """Whether one of the concepts stands at most so far from a token, marks between or not."""
        return self.has(*concepts, within=range(index - most, index + most + 1))
