"""Why the reading of an article's body may be wrong, in sentences for the report."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

    from reuse_guard.documents.html_walk import RawBlock
    from reuse_guard.documents.model import Role
    from reuse_guard.documents.roles.features import Declared

_FEW_WORDS = 40  # an article this short is a caption, a video page or a stub
_MUCH_LONGER = 1.5  # JSON-LD with half as many words again as the body found
_TELLING = 100  # words; shorter declared bodies are teasers
_UNSURE = 0.25  # of the words in blocks that could as well be something else
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
    sizes = [len(_WORD.findall(block.text)) for block in blocks]
    body = sum(size for size, role in zip(sizes, roles, strict=True) if role.is_body)
    declared_size = len(_WORD.findall(declared.article_body))
    doubts = []
    if body == 0:
        doubts.append("No body of an article was found on the page.")
    elif body < _FEW_WORDS:
        doubts.append(f"The body found has {body} words only.")
    if declared.is_paid:
        doubts.append("The page declares that its article is not free to read; it may be cut.")
    if declared_size >= _TELLING and declared_size > _MUCH_LONGER * body:
        doubts.append(
            f"The page's metadata holds {declared_size} words of the article, its text {body}."
        )
    if chances is not None and body:
        unsure = sum(s for s, c in zip(sizes, chances, strict=True) if 0.25 < c < 0.75)  # noqa: PLR2004
        if unsure > _UNSURE * body:
            doubts.append(
                f"{unsure} words could as well be body as not, beside {body} words of body found."
            )
    return tuple(doubts)
