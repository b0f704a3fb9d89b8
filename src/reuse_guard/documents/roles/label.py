"""The roles of all blocks of a page, and the doubts about them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from reuse_guard.documents.html_tags import READINGS
from reuse_guard.documents.roles.articles import mark_other_articles
from reuse_guard.documents.roles.body import body_chances
from reuse_guard.documents.roles.boxes import Boxes
from reuse_guard.documents.roles.cards import host_of
from reuse_guard.documents.roles.doubts import (
    UNSURE,
    doubts_about,
    further_of_text,
    is_walled,
    may_go_on,
    unsure_blocks,
)
from reuse_guard.documents.roles.features import NAMES, own_features
from reuse_guard.documents.roles.headline import find_headline
from reuse_guard.documents.roles.naming import OfPage, name_roles
from reuse_guard.documents.roles.prose import scale_of
from reuse_guard.frozen import frozen

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
    "near_furniture", "near_author", "near_meta", "near_related", "mostly_linked",
)  # fmt: skip
EVEN = 0.5  # chance from which a block is taken for body


@frozen
class Labels:
    """What the blocks of a page are.

    Attributes:
        roles: one a block.
        doubts: reasons why the body may be wrong, as sentences.
        unsure: indices of the blocks that may be body or not.
        may_go_on: whether the article may be longer than all that the page serves.
    """

    roles: tuple[Role, ...] = ()
    doubts: tuple[str, ...] = ()
    unsure: tuple[int, ...] = ()
    may_go_on: bool = False


@frozen
class Look:
    """A page before judgement.

    Attributes:
        blocks: of the page, in order.
        headline: index of the headline.
        boxes: around the blocks.
        own: their own features, a row each.
    """

    blocks: Sequence[RawBlock]
    headline: int | None
    boxes: Boxes
    own: NDArray[np.float64]


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
        return Labels(doubts=doubts_about([], [], declared))
    look = look_at(blocks, declared)
    if chosen is not None:
        boxes = look.boxes
        is_body = boxes.within({box for box in boxes.all if box.element in chosen})
        return _labels(blocks, _roles(look, is_body, is_body), declared)
    chances = body_chances(blocks, look.boxes, look.own, look.headline)
    chances[[_is_reading(block) for block in blocks]] = 0
    roles = judged_roles(look, chances)
    return _labels(blocks, roles, declared, unsure_blocks(roles, chances))


def _labels(
    blocks: Sequence[RawBlock], roles: list[Role], declared: Declared, unsure: tuple[int, ...] = ()
) -> Labels:
    """What blocks are, with the doubts about it; what a page says in words is declared too."""
    declared = replace(
        declared,
        is_paid=declared.is_paid or is_walled(blocks, roles),
        further=declared.further and further_of_text(declared.further, blocks, roles),
    )
    doubts = doubts_about(blocks, roles, declared)
    return Labels(tuple(roles), doubts, unsure, may_go_on(blocks, declared, doubts))


def _is_reading(block: RawBlock) -> bool:
    """Whether a block tells how letters of another one are read."""
    return block.element.tag in READINGS


def look_at(blocks: Sequence[RawBlock], declared: Declared) -> Look:
    """What the blocks of a page show, each by itself and by where it stands."""
    scale = scale_of(blocks)
    headline = find_headline(blocks, declared.title, scale)
    boxes = Boxes(blocks, headline, scale, host_of(declared.address))
    mark_other_articles(blocks, boxes, headline)
    return Look(blocks, headline, boxes, own_features(blocks, boxes, declared, headline))


def judged_roles(look: Look, chances: NDArray[np.float64]) -> list[Role]:
    """The role of every block, given the chance of each to be body."""
    is_body = _likely_body(look.own, chances, has_prose=look.boxes.prose > 0)
    return _roles(look, is_body, (chances > UNSURE).tolist())


def _roles(look: Look, is_body: Sequence[bool], may_be: Sequence[bool]) -> list[Role]:
    is_body = [one and not _is_reading(b) for one, b in zip(is_body, look.blocks, strict=True)]
    described = look.own[:, NAMES.index("declared_description")].tolist()
    of_page = OfPage(is_body, may_be, described, look.headline)
    return name_roles(look.blocks, look.boxes, of_page)


def _likely_body(
    own: NDArray[np.float64], chances: NDArray[np.float64], *, has_prose: bool
) -> list[bool]:
    """Blocks more likely body than not; on a page without them, whatever is nothing else."""
    likely = chances >= EVEN
    if not (has_prose and likely.any()):
        columns = [NAMES.index(name) for name in _SOMETHING_ELSE]
        return [not any(row) for row in own[:, columns]]
    return [bool(one) for one in likely]
