"""Why the reading of an article's body may be wrong, in sentences for the report."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reuse_guard.documents.roles.boxes import DENSE

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

    from reuse_guard.documents.html_runs import RawBlock
    from reuse_guard.documents.model import Role
    from reuse_guard.documents.roles.features import Declared

_FEW_WORDS = 40  # a body this short on a page of three times as much is a caption or a stub
_MUCH_LONGER = 1.5  # JSON-LD with half as many words again as the body found
_CUT = 250  # words; paid articles that are served longer are served whole, as in the data of 0021
_TELLING = 100  # words; shorter declared bodies are teasers
# Words likely wrong, as a part of the body's, past which the reading is doubted.
# Measured by `evaluation/extraction_fit.py` on pages of sites not seen: see decision 0021.
_WRONG = 0.08
_SENTENCE = 15  # words; fewer are no reason to doubt, however short the body
# A word left out errs less than one too many: of the first 30% it leaves both copy and whole.
_LEFT_OUT = 0.3
_EVEN = 0.5
_WORD = re.compile(r"\w+")


def doubts_about(
    blocks: Sequence[RawBlock],
    roles: Sequence[Role],
    declared: Declared,
    *,
    chances: NDArray[np.float64] | None,
) -> tuple[str, ...]:
    """Sentences, none when the reading is sure.

    Args:
        blocks: of one page.
        roles: theirs.
        declared: what the page says of its article.
        chances: of each block to be body; None when the publisher's selector decided.
    """
    sizes = [_words(block.text) for block in blocks]
    body = sum(size for size, role in zip(sizes, roles, strict=True) if role.is_body)
    declared_size = _words(declared.article_body)
    doubts = []
    if body == 0:
        doubts.append("No body of an article was found on the page.")
    elif body < _FEW_WORDS and 3 * body < sum(sizes):
        doubts.append(f"The body found has {body} words only.")
    if declared.is_paid and body < _CUT:
        doubts.append("The page declares that its article is not free to read; it may be cut.")
    if declared_size >= _TELLING and declared_size > _MUCH_LONGER * body:
        doubts.append(
            f"The page's metadata holds {declared_size} words of the article, its text {body}."
        )
    if chances is not None and body >= _FEW_WORDS:
        wrong = round(_likely_wrong(sizes, roles, chances))
        if wrong > max(_WRONG * body, _SENTENCE):
            doubts.append(
                f"Some {wrong} words may be wrongly in the body or missing from it,"
                f" beside {body} words of body found."
            )
    return tuple(doubts)


def _likely_wrong(
    sizes: Sequence[int], roles: Sequence[Role], chances: NDArray[np.float64]
) -> float:
    """Words expected to be read wrongly, by the chances; what rules decided is certain."""
    wrong = 0.0
    for size, role, chance in zip(sizes, roles, chances.tolist(), strict=True):
        if role.is_body:
            wrong += size * (1 - chance)
        elif chance < _EVEN:
            wrong += _LEFT_OUT * size * chance
    return wrong


def _words(text: str) -> int:
    """Words, or half as many as letters where a script does not part them."""
    dense = len(DENSE.findall(text))
    return len(_WORD.findall(text)) + dense // 2
