"""Which blocks are the article's body: two passes of a logistic model, readable by its weights."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from reuse_guard.documents.roles import company, features
from reuse_guard.documents.roles.edges import PERHAPS, ceilings
from reuse_guard.documents.roles.weights import ALONE, ALONE_BIAS, TOGETHER, TOGETHER_BIAS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from reuse_guard.documents.html_runs import RawBlock
    from reuse_guard.documents.roles.boxes import Box, Boxes

_ITEMS = frozenset({"li", "dt", "dd"})
_ALONE = np.array([ALONE.get(name, 0.0) for name in features.NAMES])
_TOGETHER = np.array([TOGETHER.get(name, 0.0) for name in (*features.NAMES, *company.NAMES)])


def body_chances(
    blocks: Sequence[RawBlock], boxes: Boxes, own: NDArray[np.float64], headline: int | None
) -> NDArray[np.float64]:
    """The chance of each block to belong to the body, from 0 to 1.

    Args:
        blocks: of one page, in order.
        boxes: around them.
        own: their own features.
        headline: index of the page's headline.
    """
    alone = _logistic(own @ _ALONE + ALONE_BIAS)
    more = company.company_features(blocks, boxes, own, alone)
    chances = _logistic(np.hstack([own, more]) @ _TOGETHER + TOGETHER_BIAS)
    return as_a_whole(blocks, boxes, chances, headline)


def as_a_whole(
    blocks: Sequence[RawBlock], boxes: Boxes, chances: NDArray[np.float64], headline: int | None
) -> NDArray[np.float64]:
    """The same chances, one for all cells of a table and one for all items of a list.

    A table of numbers is in the article or not; by themselves its cells tell nothing. What seems to
    be a further article, a teaser, a form, a caption or comments may be body, but hardly is; see
    `edges.py` for more.
    """
    wholes = [_table_or_list(box) or index for index, box in enumerate(boxes.of)]
    sizes = np.array([len(block.text) for block in blocks], dtype=np.float64)
    means = company.means(wholes, chances, sizes)
    for index in np.flatnonzero(means > PERHAPS).tolist():
        if (
            boxes.in_item[index]
            or boxes.beside_control[index]
            or (boxes.below_picture[index] and "lead" not in boxes.of[index].near)
        ):
            means[index] = PERHAPS
    means[boxes.in_thread] = PERHAPS
    means = np.minimum(means, [box.highest for box in boxes.of])
    highest: NDArray[np.float64] = np.minimum(means, ceilings(blocks, boxes, means, headline))
    return highest


def _table_or_list(box: Box) -> Box | None:
    """What a cell or an item is part of; None for anything else."""
    if box.tag in features.CELLS and not box.in_layout:
        return next((outer for outer in box.path() if outer.tag == "table"), None)
    return box.parent if box.tag in _ITEMS else None


def _logistic(odds: NDArray[np.float64]) -> NDArray[np.float64]:
    chance: NDArray[np.float64] = 1 / (1 + np.exp(-odds))
    return chance
