"""Why the reading of an article's body may be wrong, in sentences for the report."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reuse_guard.documents.roles.features import DENSE

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

    from reuse_guard.documents.html_runs import RawBlock
    from reuse_guard.documents.model import Role
    from reuse_guard.documents.roles.features import Declared

_FEW_WORDS = 40  # a body this short on a page of three times as much is a caption or a stub
_MUCH_LONGER = 1.5  # JSON-LD with half as many words again as the body found
_TELLING = 100  # words; shorter declared bodies are teasers
_UNSURE = 0.25  # of the words in blocks that could as well be something else
_LOW, _HIGH = 0.25, 0.75  # chances between them are no judgement
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
    if declared.is_paid:
        doubts.append("The page declares that its article is not free to read; it may be cut.")
    if declared_size >= _TELLING and declared_size > _MUCH_LONGER * body:
        doubts.append(
            f"The page's metadata holds {declared_size} words of the article, its text {body}."
        )
    if chances is not None and body >= _FEW_WORDS:
        unsure = sum(s for s, c in zip(sizes, chances, strict=True) if _LOW < c < _HIGH)
        if unsure > _UNSURE * body:
            doubts.append(
                f"{unsure} words could as well be body as not, beside {body} words of body found."
            )
    return tuple(doubts)


def _words(text: str) -> int:
    """Words, or half as many as letters where a script does not part them."""
    dense = len(DENSE.findall(text))
    return len(_WORD.findall(text)) + dense // 2
