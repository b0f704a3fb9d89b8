"""Boxes of one kind side by side: page builders take a text apart and put each part into one."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from reuse_guard.documents.roles.hints import UNFAVOURABLE, unfavourable_words
from reuse_guard.expressions import expression

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reuse_guard.documents.roles.boxes import Box, Boxes

    Place = tuple[Box | None, str]

_DIGIT = expression("[0-9]")


def share_kinds(boxes: Sequence[Box]) -> None:
    """Take the classes that no other box has out of the kinds of boxes that have others.

    Builders give every box a class of its own to hang its style on ("element-3f2a1b9").
    """
    numbered = [box for box in boxes if " " in box.kind and _DIGIT.search(box.kind)]
    times = Counter(name for box in numbered for name in box.kind.split())
    for box in numbered:
        first, *names = box.kind.split()
        shared = [name for name in names if times[name] > 1 or not _DIGIT.search(name)]
        box.kind = " ".join([first, *shared])


def place_of(box: Box) -> Place | None:
    """The box that holds one and more, and the kinds of all boxes from it inwards.

    None where none of these has a class: boxes without one may be anything.
    """
    kinds = []
    for one in box.path():
        if one is box.holder:
            break
        kinds.append(one.kind)
    return None if all(kind.endswith(".") for kind in kinds) else (box.holder, "/".join(kinds))


def prose_of_likes(boxes: Boxes) -> dict[Box, float]:
    """For each box right around a block, the running text in it and in those like it."""
    around = dict.fromkeys(box.parent or box for box in boxes.of)
    places = {box: place_of(box) for box in around}
    sums: defaultdict[Place | None, float] = defaultdict(float)
    for box, place in places.items():
        sums[place] += box.prose
    return {box: box.prose if (at := places[box]) is None else sums[at] for box in around}


def likes_of(box: Box, boxes: Boxes) -> set[Box]:
    """A box and those like it."""
    place = place_of(box)
    if place is None:
        return {box}
    return {one for one in boxes.all if one.kind == box.kind and place_of(one) == place}


def void_words(boxes: Boxes) -> frozenset[str]:
    """Words that stand around most of the running text, box by box, and so tell nothing.

    Page builders put every paragraph into a "widget" of its own, or most of the text into one and
    the rest into the next.
    """
    half = 0.5 * boxes.prose
    sums: defaultdict[str, float] = defaultdict(float)
    counted: dict[Box, frozenset[str]] = {}
    most = {(box.parent, box.kind) for box in boxes.all if box.prose > half}
    for box in boxes.all:
        outer = counted[box.parent] if box.parent else frozenset()
        counted[box] = outer
        if 0 < box.prose <= half and not box.names.isdisjoint(UNFAVOURABLE):
            new = unfavourable_words(box.called) - outer
            for word in new:
                sums[word] += boxes.prose if (box.parent, box.kind) in most else box.prose
            counted[box] = outer | new
    return frozenset(word for word, prose in sums.items() if prose > half)
