"""How the blocks of a page relate to the rest of it: headline, copies, declared texts."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

import numpy as np

from reuse_guard.documents.roles.headline import folded_title, is_part_of_title, likeness_of
from reuse_guard.documents.roles.prose import LABEL, PROSE_LENGTH
from reuse_guard.expressions import expression

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from reuse_guard.documents.roles.boxes import Box
    from reuse_guard.documents.roles.features import Column, Declared, Look

_WORD = expression(r"\w+")
_UNDER_HEADLINE = 6  # blocks that may stand between headline and body
_NOT_DECLARED = 0.2  # of a block's triples of words in the declared body
_FEW_WORDS = 4
# Declared texts under this many words are teasers: they say nothing of the body.
_TELLING_BODY = 100
_LONGEST = 2_000  # characters of a title or a description that are looked at

PAGE = (
    "is_title", "before_headline", "after_headline", "label_after_headline",
    "repeated_elsewhere", "declared_body", "not_declared_body", "declared_description",
)  # fmt: skip


class Relations:
    """How blocks relate to the rest of the page: headline, copies, declared texts."""

    def __init__(self, look: Look, declared: Declared, headline: int | None) -> None:
        self.look = look
        self.headline = headline
        self.title = folded_title(declared.title)
        self.description = set(_words(declared.description[:_LONGEST]))
        body = _words(declared.article_body)
        self.body = set(_triples(body)) if len(body) >= _TELLING_BODY else set()

    def columns(self) -> list[Column]:
        """In the order of `PAGE`."""
        look = self.look
        long = look.sizes >= PROSE_LENGTH
        in_title = look.lengths <= len(self.title)  # no text is empty, but a title may be
        after = np.arange(len(look.texts)) - (self.headline or 0)
        has_headline = self.headline is not None
        under = has_headline & (after > 0) & (after <= _UNDER_HEADLINE)
        return [
            look.asked(in_title, lambda text: is_part_of_title(text.lower(), self.title)),
            has_headline & (after < 0),
            under,
            under & ~look.stop & ~long,
            self._repeated(long),
            *self._declared_columns(),
        ]

    def _repeated(self, long: Column) -> Column:
        """Where a long text stands in several places of the page, but for the one amid most text.

        A sentence set large beside the text, or a summary in a menu, repeats the article's own.
        """
        repeated = np.zeros(len(long), dtype=np.bool_)
        places: dict[str, dict[Box | None, int]] = defaultdict(dict)
        for index in np.flatnonzero(long).tolist():
            places[self.look.texts[index]].setdefault(self.look.boxes.of[index].parent, index)
        for found in places.values():
            if len(found) > 1:
                *rest, most = sorted(found, key=lambda box: box.prose if box else 0.0)
                is_tied = (rest[-1].prose if rest[-1] else 0.0) == (most.prose if most else 0.0)
                repeated[[found[box] for box in (found if is_tied else rest)]] = True
        return repeated

    def _declared_columns(self) -> NDArray[np.float64]:
        """How much of each text is declared as body, whether none is, how much as description."""
        columns = np.zeros((3, len(self.look.texts)))
        long = np.flatnonzero(self.look.lengths >= LABEL)
        if long.size and (self.body or self.description):
            columns[:, long] = np.array([self._told(self.look.texts[at]) for at in long.tolist()]).T
        return columns

    def _told(self, text: str) -> tuple[float, bool, float]:
        words = _words(text)
        declared = self._declared(words)
        is_absent = bool(self.body) and bool(words) and declared < _NOT_DECLARED
        described = likeness_of(set(words), self.description) if len(words) > _FEW_WORDS else 0.0
        return declared, is_absent, described

    def _declared(self, words: list[str]) -> float:
        triples = _triples(words) if self.body else []
        if not triples:
            return 0.0
        return sum(triple in self.body for triple in triples) / len(triples)


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower())


def _triples(words: list[str]) -> list[tuple[str, str, str]]:
    return list(zip(words, words[1:], words[2:], strict=False))
