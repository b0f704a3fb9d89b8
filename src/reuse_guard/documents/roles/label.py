"""The roles of all blocks of a page, and the doubts about them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reuse_guard.documents.roles import features
from reuse_guard.documents.roles.body import body_chances
from reuse_guard.documents.roles.boxes import Boxes
from reuse_guard.documents.roles.doubts import doubts_about
from reuse_guard.documents.roles.naming import name_roles

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    import numpy as np
    from lxml import etree
    from numpy.typing import NDArray

    from reuse_guard.documents.html_runs import RawBlock
    from reuse_guard.documents.model import Role
    from reuse_guard.documents.roles.features import Declared


# What tells that a block is something else, on a page too small for judgement.
_SOMETHING_ELSE = (
    "apart", "in_header", "in_footer", "comments", "hidden", "top_heading", "is_title",
    "near_furniture", "near_author", "near_meta", "near_related",
)  # fmt: skip
EVEN = 0.5  # chance from which a block is taken for body


@dataclass(frozen=True, slots=True)
class Labels:
    """What the blocks of a page are.

    Attributes:
        roles: one a block.
        doubts: reasons why the body may be wrong, as sentences.
    """

    roles: tuple[Role, ...] = ()
    doubts: tuple[str, ...] = ()


def label_blocks(
    blocks: Sequence[RawBlock],
    declared: Declared,
    *,
    chosen: Collection[etree._Element] | None = None,
) -> Labels:
    """Give every block a role.

    Args:
        blocks: of one page, in order.
        declared: what the page says of its article.
        chosen: elements that hold the body by the publisher's own selector; it then decides.
    """
    if not blocks:
        return Labels(doubts=doubts_about([], [], declared, chances=None))
    headline = features.find_headline(blocks, declared.title)
    boxes = Boxes(blocks, headline)
    own = features.own_features(blocks, boxes, declared, headline)
    chances = body_chances(blocks, boxes, own)
    if chosen is None:
        is_body = _likely_body(own, chances, has_prose=boxes.prose > 0)
    else:
        is_body = boxes.within({box for box in boxes.all if box.element in chosen})
    described = own[:, features.NAMES.index("declared_description")]
    roles = name_roles(blocks, boxes.of, is_body, headline=headline, described=described.tolist())
    doubts = doubts_about(blocks, roles, declared, chances=None if chosen is not None else chances)
    return Labels(tuple(roles), doubts)


def _likely_body(
    own: NDArray[np.float64], chances: NDArray[np.float64], *, has_prose: bool
) -> list[bool]:
    """Blocks more likely body than not; on a page without them, whatever is nothing else."""
    likely = chances >= EVEN
    if not (has_prose and likely.any()):
        columns = [features.NAMES.index(name) for name in _SOMETHING_ELSE]
        return [not any(row) for row in own[:, columns]]
    return [bool(one) for one in likely]
