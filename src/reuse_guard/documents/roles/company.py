"""What a block's company tells: neighbours, boxes it shares, and the region the body fills.

A first judgement of every block by itself is spread to its company: a short line between two
paragraphs of the body is likely body, a long paragraph in another corner of the page is not.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

import numpy as np

from reuse_guard.documents.roles.features import CELLS, side_by_side
from reuse_guard.documents.roles.features import NAMES as OWN
from reuse_guard.documents.roles.places import likes_of, place_of

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

    from numpy.typing import NDArray

    from reuse_guard.documents.html_runs import RawBlock
    from reuse_guard.documents.roles.boxes import Box, Boxes

    Column = NDArray[np.float64]
    Group = NDArray[np.intp]  # numbers, the same for blocks that belong together

NAMES = (
    "first_judgement", "judgement_in_region", "in_region", "outside_region", "beside_region",
    "share_of_region", "siblings", "same_box", "mates_elsewhere", "same_corner", "neighbours",
    "second_neighbours", "between_body", "heading_of_body", "linked_heading", "item_of_list",
    "linked_among_body", "linked_in_region", "unfinished_link", "linked_item", "short_in_region",
    "first_of_region", "last_of_region", "finished_in_region", "heading_at_end", "linked_at_end",
    "handle_at_end", "unfinished_at_end", "emphasis_at_end", "far", "path_linked", "table_mates",
    "lead_here",
)  # fmt: skip
_PATH = 4  # boxes that tell one kind of place from another
_LINE = 60  # letters of a line of text; shorter blocks decide no region
_EDGE = 0.01  # of the region's text at its start
_TAIL = 0.999
_END = 0.05  # of the region's text, after which nothing comes
_SURE, _LOW = 0.8, 0.3
_FAR = 1_000.0  # letters
_CERTAIN = 5.0  # log odds past which a judgement counts as certain


def company_features(
    blocks: Sequence[RawBlock], boxes: Boxes, own: NDArray[np.float64], chance: Column
) -> NDArray[np.float64]:
    """One row a block, one column for each of `NAMES`.

    Args:
        blocks: the page's blocks.
        boxes: the boxes around them.
        own: their own features.
        chance: of each block to be body, judged by itself.
    """
    sizes = boxes.scale * np.array([len(block.text) for block in blocks], dtype=np.float64)
    kinds = _numbers(_signatures(boxes.of))
    judged = _judged(boxes, kinds, sizes, chance)
    placed = _placed(boxes, kinds, own=own, sizes=sizes, chance=chance, judged=judged)
    return side_by_side([*judged.values(), *placed])


def _judged(boxes: Boxes, kinds: Group, sizes: Column, chance: Column) -> dict[str, Column]:
    """How the blocks around each one were judged, in the order of `NAMES`."""
    odds = np.clip(np.log((chance + 1e-4) / (1 - chance + 1e-4)), -_CERTAIN, _CERTAIN) / _CERTAIN
    region = _region(boxes, sizes, chance)
    parts = likes_of(region, boxes)
    within = np.array(boxes.within(parts), dtype=np.float64)
    beside = np.array(boxes.within({region.parent or region}), dtype=np.float64)
    holders = [box.holder or box for box in boxes.of]
    held_by = np.array([holder.number for holder in holders])
    around = [box.parent or box for box in boxes.of]
    told = {box: place_of(box) for box in set(around)}
    places = _numbers([told[one] or box.number for one, box in zip(around, boxes.of, strict=True)])
    further = np.array([(holder.holder or holder).number for holder in holders])
    tags = _numbers([box.tag for box in boxes.of])
    mass = chance * sizes * within

    def mean(group: Group) -> Column:
        return _mean_of_others(group, odds, sizes)

    return {
        "first_judgement": odds,
        "judgement_in_region": odds * within,
        "in_region": within,
        "outside_region": 1 - within,
        "beside_region": beside - within,
        "share_of_region": (
            np.maximum(_added(held_by, mass), _added(places, mass)) / (mass.sum() or 1.0)
        ),
        "siblings": mean(_both(held_by, tags)),
        "same_box": mean(held_by),
        "mates_elsewhere": _mean_elsewhere(kinds, held_by, odds, sizes),
        "same_corner": mean(further),
        "neighbours": (_shifted(odds, 1) + _shifted(odds, -1)) / 2,
        "second_neighbours": (_shifted(odds, 2) + _shifted(odds, -2)) / 2,
        "between_body": np.minimum(_best_of_three(odds, 1), _best_of_three(odds, -1)),
    }


def _placed(  # noqa: PLR0913 - what one page is judged by
    boxes: Boxes,
    kinds: Group,
    *,
    own: NDArray[np.float64],
    sizes: Column,
    chance: Column,
    judged: dict[str, Column],
) -> list[Column]:
    """What a block's own features say where it stands: the rest of `NAMES`."""
    of = dict(zip(OWN, own.T, strict=True))
    linked, item, heading, stop = of["linked"], of["item"], of["heading"], of["stop"]
    mostly, lead = of["mostly_linked"], np.maximum(of["near_lead"], of["declared_description"])
    odds, within = judged["first_judgement"], judged["in_region"]
    neighbours = judged["neighbours"]
    mass = chance * sizes * within
    total = mass.sum() or 1.0
    before = (np.cumsum(mass) - mass) / total
    end = within * np.clip(1 - (1 - before - mass / total) / _END, 0, 1)
    return [
        heading * (1 + _shifted(odds, -1)),
        heading * linked,
        item * judged["siblings"],
        linked * (1 + neighbours),
        linked * within,
        mostly * (1 - stop) * (1 - item),
        mostly * item,
        of["short"] * within,
        within * (before < _EDGE),
        within * (before + mass / total >= _TAIL),
        stop * within,
        end * heading,
        end * linked,
        end * of["handle"],
        end * (1 - stop),
        end * of["all_emphasis"],
        _far(sizes, chance, within),
        _mean_of_others(kinds, linked, sizes),
        of["cell"] * _mean_of_others(_tables(boxes), odds, sizes),
        of["after_headline"] * lead,
    ]


def _region(boxes: Boxes, sizes: Column, chance: Column) -> Box:
    """The box that gathers the most likely body and the least else (maximal-scoring subtree)."""
    likely = chance[sizes >= _LINE]
    threshold = min(0.5, 0.6 * float(likely.max())) if likely.size else 0.5
    scores = boxes.gather(sizes * (chance - threshold))
    count = boxes.gather(np.ones_like(sizes))
    highest = max(scores)
    best = (number for number, score in enumerate(scores) if score == highest)
    return boxes.all[min(best, key=count.__getitem__)]


def _far(sizes: Column, chance: Column, within: Column) -> Column:
    """Letters of what is no body between a block and the nearest certain body, up to 1."""
    certain = np.flatnonzero((chance > _SURE) & (sizes >= _LINE) & (within > 0))
    if not certain.size:
        return np.zeros_like(sizes)
    gone = np.cumsum(sizes * (chance < _LOW))
    place = np.searchsorted(certain, np.arange(len(sizes)))
    following = certain[np.minimum(place, len(certain) - 1)]
    previous = certain[np.maximum(place - 1, 0)]
    gap = np.minimum(np.abs(gone - gone[following]), np.abs(gone - gone[previous]))
    far: Column = np.minimum(gap / _FAR, 1)
    return far


def _tables(boxes: Boxes) -> Group:
    """For each block the table around its cell, or its own box, by number."""
    return np.array([_table(box).number if box.tag in CELLS else box.number for box in boxes.of])


def _table(cell: Box) -> Box:
    return next((outer for outer in cell.path() if outer.tag == "table"), cell)


def _signatures(of: Sequence[Box]) -> list[str]:
    """The kind of each place: names of four boxes, with the classes of the inner two."""
    around = {outer: _outer_signature(outer) for outer in {box.parent for box in of}}
    return [box.kind + around[box.parent] for box in of]


def _outer_signature(box: Box | None) -> str:
    """What the box around a place and those around that one add to its kind."""
    if box is None:
        return ""
    further = [outer.tag for outer in islice(box.path(), 1, _PATH - 1)]
    return "/".join(["", box.kind, *further])


def _mean_of_others(group: Group, odds: Column, sizes: Column) -> Column:
    """For each block, the mean judgement of the others in its group, weighted by length."""
    weighted = _added(group, sizes * odds) - sizes * odds
    weight = _added(group, sizes) - sizes
    means: Column = np.divide(weighted, weight, out=np.zeros_like(odds), where=weight > 0)
    return means


def _mean_elsewhere(kinds: Group, held_by: Group, odds: Column, sizes: Column) -> Column:
    """The mean judgement of blocks of the same kind in other boxes, as in a list of entries."""
    both = _both(held_by, kinds)
    weighted = _added(kinds, sizes * odds) - _added(both, sizes * odds)
    weight = _added(kinds, sizes) - _added(both, sizes)
    means: Column = np.divide(weighted, weight, out=np.zeros_like(odds), where=weight > 0)
    return means


def means(keys: Sequence[Hashable], amounts: Column, sizes: Column) -> Column:
    """For each block, the mean of an amount over all blocks with its key, weighted by length."""
    group = _numbers(keys)
    mean: Column = _added(group, sizes * amounts) / _added(group, sizes)
    return mean


def _numbers(keys: Sequence[Hashable]) -> Group:
    """The same number for the same key."""
    numbers = {key: number for number, key in enumerate(dict.fromkeys(keys))}
    return np.array([numbers[key] for key in keys], dtype=np.intp)


def _both(one: Group, other: Group) -> Group:
    """The same number for the same pair."""
    both: Group = np.unique(one * (int(other.max()) + 1) + other, return_inverse=True)[1]
    return both


def _added(group: Group, amounts: Column) -> Column:
    """For each block, the sum of an amount over its group."""
    return np.bincount(group, amounts).astype(np.float64, copy=False)[group]


def _shifted(values: Column, by: int) -> Column:
    """Values of the block `by` places before; -1, certainly not body, past an end."""
    out = np.full_like(values, -1.0)
    if by > 0:
        out[by:] = values[:-by]
    else:
        out[:by] = values[-by:]
    return out


def _best_of_three(values: Column, direction: int) -> Column:
    best: Column = np.maximum.reduce([_shifted(values, direction * step) for step in (1, 2, 3)])
    return best
