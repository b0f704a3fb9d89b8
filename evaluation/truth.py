"""Which blocks of a page are its true body: what annotators marked, and the standfirst.

The glossary counts a standfirst as body, and so do publishers. The data's annotators left out most
of those that stand between headline and text: on 44 of its 181 pages. So the fit and a second
table of the measures take them from the page itself: text in the few blocks after the headline and
before the body that the page's own description repeats, or that stands in a box called so.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from rapidfuzz.distance import Indel

from reuse_guard.documents.html import parse_page
from reuse_guard.documents.roles.features import NAMES
from reuse_guard.documents.roles.label import look_at
from reuse_guard.documents.roles.prose import DENSE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reuse_guard.documents.html_runs import RawBlock
    from reuse_guard.documents.roles.boxes import Box
    from reuse_guard.documents.roles.label import Look

MOST = 0.6  # of a block's words in the true body, to call it body
NEAR = 10  # blocks after the headline; authors, dates and buttons stand between
DESCRIBED = 0.5  # of the words in block or description in both
SAME = 0.9  # past which it is the description whatever its box is called
LETTERS = 40  # a sentence; a rubric or a date is shorter
DENSE_LETTERS = 16
LINKED = 0.3
_WORD = re.compile(r"\w+")


def counted_body(markup: str, body: str) -> str:
    """The true body with the standfirst before it, as the glossary counts."""
    page, declared = parse_page(markup, source="page")
    look = look_at(page.blocks, declared)
    lead = [page.blocks[index].text for index in standfirsts(look, annotated(look, body))]
    return "\n".join([*lead, body])


def true_blocks(look: Look, body: str) -> list[bool]:
    """For each block of a page, whether it is body: annotated so, or a standfirst."""
    is_body = annotated(look, body)
    for index in standfirsts(look, is_body):
        is_body[index] = True
    return is_body


def annotated(look: Look, body: str) -> list[bool]:
    """For each block of a page, whether most of its words stand in the annotated body."""
    return [part >= MOST for part in aligned([block.text for block in look.blocks], body)]


def standfirsts(look: Look, is_body: Sequence[bool]) -> list[int]:
    """Indices of the blocks of a standfirst that the annotated body does not hold."""
    known = {block.text for block, holds in zip(look.blocks, is_body, strict=True) if holds}
    found = []
    for index in _between(look, is_body):
        if _is_lead(look, index) and look.blocks[index].text not in known:
            known.add(look.blocks[index].text)
            found.append(index)
    return found


def _between(look: Look, is_body: Sequence[bool]) -> Iterator[int]:
    """The blocks after the headline and before the first sentence of the body."""
    if look.headline is None:
        return
    after = range(look.headline + 1, len(look.blocks))
    first = next((i for i in after if is_body[i] and _is_sentence(look.blocks[i])), 0)
    yield from after[: min(NEAR, max(0, first - look.headline - 1))]


def _is_lead(look: Look, index: int) -> bool:
    lead, described, other = (
        look.own[index, NAMES.index(name)]
        for name in ("near_lead", "declared_description", "other_article")
    )
    box = look.boxes.of[index]
    return bool(
        (lead or described >= DESCRIBED)
        and not other
        and _is_sentence(look.blocks[index])
        and _is_place(box, same=described >= SAME)
    )


def _is_place(box: Box, *, same: bool) -> bool:
    """Whether a standfirst may stand in a box; one that is the description may in more."""
    return (
        box.inside.isdisjoint(("figcaption", "figure", "aside", "nav", "form"))
        and "caption" not in box.near
        and (same or box.near.isdisjoint(("join", "related", "author")))
    )


def _is_sentence(block: RawBlock) -> bool:
    """Whether a block is seen, long enough for a sentence, little linked and no date."""
    text = block.text
    dense = len(DENSE.findall(text))
    digits = sum(map(str.isdigit, text))
    return (
        block.hidden is None
        and (len(text) >= LETTERS or dense >= DENSE_LETTERS)
        and block.linked < LINKED * len(text)
        and 4 * digits < len(text)
    )


def aligned(texts: Sequence[str], body: str) -> list[float]:
    """For each block, the part of its words that stand in the true body, in order."""
    words: list[str] = []
    owner: list[int] = []
    for index, text in enumerate(texts):
        found = _WORD.findall(text.lower())
        words += found
        owner += [index] * len(found)
    counts = Counter(owner)
    matched: Counter[int] = Counter()
    for step in Indel.opcodes(words, _WORD.findall(body.lower())):
        if step.tag == "equal":
            matched.update(owner[step.src_start : step.src_end])
    return [matched[i] / counts[i] if counts[i] else 0.0 for i in range(len(texts))]
