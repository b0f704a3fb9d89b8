"""What a copy comes to under the readings of a page that are still possible.

Some blocks may or may not be part of an article. A copy is then held against two articles: the
one that speaks most for the candidate, and the one that speaks most against it. Where both keep a
limit, or both break it, it does not matter what the blocks are.
"""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING, Final

import numpy as np

from reuse_guard.align import align
from reuse_guard.documents.model import Role
from reuse_guard.exclusions import words_in
from reuse_guard.frozen import frozen
from reuse_guard.measure.body import align_body
from reuse_guard.measure.stock import STOCK_WORDS
from reuse_guard.policy.limits import Base, Limit, Select, Unit
from reuse_guard.text.endings import ends_paragraph
from reuse_guard.text.spans import Span

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from numpy.typing import NDArray

    from reuse_guard.documents.model import Block, Document
    from reuse_guard.grants import Grant
    from reuse_guard.measure.amounts import Amount
    from reuse_guard.measure.pair import Pair
    from reuse_guard.policy import Rule
    from reuse_guard.share import Share
    from reuse_guard.text.words import Words


# A page's body is told from the rest by rules, which take 3 points of other text for it on average
# (see docs/explanation/share.md). So much may be missing of a page before a cut is certain.
BODY_MARGIN: Final = Fraction(3, 100)


@frozen
class Possible:
    """The least and the most that the amount of one limit may be.

    Attributes:
        least: by the reading that speaks most for the candidate.
        most: by the one that speaks most against it.
        words: words of the blocks that may be body or not.
        example: the text of the longest of them.
    """

    least: Amount
    most: Amount
    words: int
    example: str


@frozen
class PossibleShare:
    """The least and the most of the original that may have been used."""

    least: Share
    most: Share


def limit_of(grant: Grant) -> Limit:
    """How much a permission allows, as a limit of the terms would say it."""
    return Limit(max=grant.overrides.max_share)


# Words between two copied blocks that are found in one reading and not in another ("the", "them").
_BY_CHANCE: Final = 2


def possible_amount(pair: Pair, rule: Rule, limit: Limit) -> Possible | None:
    """What the amount of a limit may be; None where no block that is unsure could turn it.

    A block raises a ratio where more of it was copied than the limit allows of the whole, so the
    two readings are those with all such blocks and with all others: no third comes nearer to
    breaking the limit or to keeping it.
    """
    unsure, others = pair.original.unsure, _unsure_of_candidate(pair, limit)
    if not (unsure or others) or not _may_turn(pair, limit):
        return None
    against = _against(pair, limit)
    most = _with_candidate(_with_original(pair, against), others, ())
    least = _with_candidate(_with_original(pair, set(unsure) - against), others, others)
    words, example = _described((pair.original, unsure), (pair.candidate, others))
    return Possible(_amount(least, rule, limit), _amount(most, rule, limit), words, example)


def _unsure_of_candidate(pair: Pair, limit: Limit) -> frozenset[int]:
    """Blocks of the candidate that may add to the whole that a limit is a part of.

    Hidden text of one's own is one: a "read more" is part of an article, padding is not.
    """
    if limit.of is not Base.CANDIDATE:
        return frozenset()
    blocks = enumerate(pair.candidate.blocks)
    hidden = (index for index, block in blocks if block.hidden and block.role.is_body)
    return frozenset(pair.candidate.unsure).union(hidden)


def _against(pair: Pair, limit: Limit) -> set[int]:
    """The unsure blocks of the original that speak against the candidate if they are body."""
    if limit.select is Select.LEADING:  # each moves on what stands after it, copied or not
        return set(pair.original.unsure)
    # What is copied adds to the candidate's share, and the rest of the original changes nothing.
    is_part = limit.is_ratio and limit.of is not Base.CANDIDATE
    return _copied_past(pair, limit.max if is_part else 0)


def _amount(pair: Pair, rule: Rule, limit: Limit) -> Amount:
    of_original, of_candidate = pair.amounts(rule)
    return (of_candidate if limit.of is Base.CANDIDATE else of_original).of(limit.unit)


def _may_turn(pair: Pair, limit: Limit) -> bool:
    """Whether the unsure blocks could turn a limit, if all that is not known were at its worst.

    What of a block outside the body was copied takes an alignment to know. Few copies are near
    enough to a limit to need one: without this a check takes twice as long.
    """
    if limit.counted is not Unit.WORDS or limit.of is Base.CANDIDATE:
        return True
    if limit.select is Select.LEADING or pair.excluded:
        return True
    part, whole = limit.max.as_integer_ratio() if limit.is_ratio else (0, 1)
    total = part * pair.share.total if limit.is_ratio else int(limit.max)
    excess = whole * pair.share.copied - total
    counted = list(_counts(pair, pair.original.unsure))
    effects = [whole * copied - part * size for copied, size in counted]  # as it is read now
    served = _bounds(pair.original.words, pair.original, pair.original.unsure)
    outside = int(np.diff(served).sum()) - sum(size for _, size in counted)
    highest = excess - sum(one for one in effects if one < 0) + (whole - part) * outside
    lowest = excess - sum(one for one in effects if one > 0) - part * outside
    return highest + whole * _BY_CHANCE > 0 >= lowest - whole * _BY_CHANCE


def possible_share(pair: Pair, part: Fraction) -> PossibleShare | None:
    """Between what the share lies; None where all blocks of the original are sure.

    Args:
        pair: the original and the candidate.
        part: the share that is asked about: no other reading comes nearer to reaching it, nor to
            falling below it, than these two.
    """
    unsure = set(pair.original.unsure)
    if not unsure:
        return None
    used = _copied_past(pair, part)
    least, most = (_with_original(pair, blocks).share for blocks in (unsure - used, used))
    # A reading without any body is none of an article.
    return PossibleShare(*(share if share.total else pair.share for share in (least, most)))


def whole_share(pair: Pair, part: Fraction) -> PossibleShare | None:
    """The same where the whole must be used, of which lines that are no sentences are no part.

    They are among the blocks that may be body or not, and so few that a page may have them around
    an article; verses and lists have more.

    Args:
        pair: the original and the candidate.
        part: the share that must be used.
    """
    original = pair.original
    lines = {i for i in original.unsure if _is_line(original.blocks[i])}
    if sum(size for _, size in _counts(pair, lines)) > BODY_MARGIN * pair.share.total:
        lines = set()
    rest = tuple(i for i in original.unsure if i not in lines)
    pair = _reading(pair, replace(_with_body(original, lines, ()), unsure=rest))
    return possible_share(pair, part) or (PossibleShare(pair.share, pair.share) if lines else None)


def _is_line(block: Block) -> bool:
    """Whether a block is no sentence ("Photo: AP"); a standfirst may end without a stop."""
    return block.role is not Role.STANDFIRST and not ends_paragraph(block.text)


def with_copied_blocks(pair: Pair) -> Pair:
    """The pair with the blocks as body, of those that may be, that alone were copied from.

    So whoever copies nothing but what may not be the article is not told that nothing was copied.
    The pair itself where something of the body was copied, or so little that it may be by chance.
    """
    original = pair.original
    beside = [i for i in original.unsure if not original.blocks[i].role.is_body]
    if not beside or pair.share.copied or not _is_copied(pair, beside):
        return pair
    as_read = [i for i in original.unsure if original.blocks[i].role.is_body]
    again = _with_original(pair, _copied_past(pair, 0).union(as_read))
    if again.may_be_stock or again.may_be_facts:
        return pair
    return replace(again, original=replace(again.original, unsure=original.unsure))


def _is_copied(pair: Pair, blocks: Iterable[int]) -> bool:
    """Whether any of these blocks was copied, by themselves: far cheaper than the whole article."""
    places = [Span(pair.original.blocks[i].start, pair.original.blocks[i].stop) for i in blocks]
    passages = align(pair.original.words.within(places), pair.candidate.words)
    return any(passage.kind.counts for passage in passages)


def perhaps_copied(pair: Pair) -> str | None:
    """The text of the longest copied block, where all that was copied may not be the article.

    None where something was copied that is of the article for certain, and not by chance: between
    two copied blocks a few words of what stands there are found in any text.
    """
    blocks = [pair.original.blocks[i] for i in pair.original.unsure]
    if not blocks:
        return None
    rest, copied = int(pair.copied.sum()), []
    for block, (count, size) in zip(blocks, _counts(pair, pair.original.unsure), strict=True):
        if count > min(STOCK_WORDS, size // 2):
            copied.append(block)
            rest -= count
    # Of the readings without these blocks, one with no body at all is none of an article.
    if not copied or rest > STOCK_WORDS or len(copied) == len(pair.original.body):
        return None
    return max((block.text for block in copied), key=len)


def _copied_past(pair: Pair, part: Fraction | int) -> set[int]:
    """The unsure blocks of the original of which more than this part of the words was copied."""
    unsure = pair.original.unsure
    counted = zip(unsure, _counts(_with_original(pair, unsure), unsure), strict=True)
    return {index for index, (copied, size) in counted if copied > part * size}


def _counts(pair: Pair, unsure: Collection[int]) -> Iterator[tuple[int, int]]:
    """How many words of each of these blocks are of the body and copied, and of the body."""
    bounds = _bounds(pair.original.body_words, pair.original, unsure)
    before = np.append(0, np.cumsum(pair.copied))
    copied, sizes = np.diff(before[bounds])[:, 0], np.diff(bounds)[:, 0]
    return zip(copied.tolist(), sizes.tolist(), strict=True)


def _bounds(words: Words, document: Document, blocks: Collection[int]) -> NDArray[np.int64]:
    """For each block the first of the words in it, and one past the last."""
    places = [(document.blocks[i].start, document.blocks[i].stop) for i in blocks]
    return np.searchsorted(words.starts, np.array(places, np.int64).reshape(-1, 2))


def _with_original(pair: Pair, chosen: Collection[int]) -> Pair:
    """The pair with the original read so that of its unsure blocks just these are body."""
    original = _with_body(pair.original, pair.original.unsure, chosen)
    return pair if original.body == pair.original.body else _reading(pair, original)


def _reading(pair: Pair, original: Document) -> Pair:
    """The pair with its original read in another way."""
    if original.body == pair.original.body:
        return replace(pair, original=original)
    words = original.body_words
    return replace(
        pair,
        original=original,
        passages=align_body(original, pair.candidate),
        excluded=words_in(words, pair.left_out),
    )


def _with_candidate(pair: Pair, unsure: Collection[int], chosen: Collection[int]) -> Pair:
    """The pair with the candidate read so; whatever was copied counts there all the same."""
    return replace(pair, candidate=_with_body(pair.candidate, unsure, chosen)) if unsure else pair


def _with_body(document: Document, unsure: Collection[int], chosen: Collection[int]) -> Document:
    body = {i for i, block in enumerate(document.blocks) if block.role.is_body}
    return document.read_as(body.difference(unsure).union(chosen))


def _described(*unsure: tuple[Document, Collection[int]]) -> tuple[int, str]:
    """How many words the unsure blocks have, and the text of the longest."""
    count, longest = 0, ""
    for document, indices in unsure:
        blocks = [document.blocks[index] for index in indices]
        count += len(document.words.within([Span(block.start, block.stop) for block in blocks]))
        longest = max([longest, *(block.text for block in blocks)], key=len)
    return count, longest
