"""Stretches: which copied words hold together, and which stand there by chance."""

from __future__ import annotations

from itertools import groupby, pairwise
from math import log2
from typing import TYPE_CHECKING, Final

from reuse_guard.align.pair import Match, Pair, Stretch
from reuse_guard.text.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    import numpy as np
    from numpy.typing import NDArray

# Bits lost for a word that one side lacks, and for going on into another sentence of the original.
# Two unrelated sentences in order share about one word in six, worth 4 to 5 bits each.
BITS_PER_GAP_WORD: Final = 2.0
BITS_PER_BREAK: Final = 8.0
# Matches parted by more, by four words or by the end of a sentence, must hold by themselves; then
# what tells less than two or three words do is thought to be there by chance.
_PARTING_BITS: Final = 6.0
_LOOSE_BITS: Final = 14.0
_MOST_STRAYS: Final = 3  # words that go on as the original does
_SHORT: Final = 5  # letters: "in", "les", "kendi" stand in any text
# Bits above log2 of the pairs of words that stand between two pieces. Tuned on even articles and
# pairs, see docs/decisions/0008.
_MARGIN_BETWEEN: Final = 7.0
# The very next word on both sides is one trial, not many: "The" tells 4 bits, a rare word 7.
NEXT_BITS: Final = 6.0


def strongest(pair: Pair, matches: list[Match], *, least: float) -> list[Stretch]:
    """Stretches of matches that hold together, without the chance matches around them.

    All maximal scoring subsequences (Ruzzo and Tompa 1999): a match scores its bits, the words
    missing before it cost `BITS_PER_GAP_WORD` each, a sentence begun costs `BITS_PER_BREAK`. Where
    they begin and end, what the original alone says of its words decides, so that more text in the
    candidate seldom takes a word away. Those that tell less than `least` are left out.
    """
    costs = [0.0] + [_cost(pair, *two) for two in pairwise(matches)]
    segments: list[tuple[int, int, float, float]] = []  # first, stop, total before, total after
    total = 0.0
    for index, match in enumerate(matches):
        before = total - costs[index]
        total = before + pair.own_bits(match)
        first, low = index, before
        while segments:
            place = next((k for k in range(len(segments) - 1, -1, -1) if segments[k][2] < low), -1)
            if place < 0 or segments[place][3] >= total:
                break
            first, low = segments[place][0], segments[place][2]
            del segments[place:]
        segments.append((first, index + 1, low, total))
    found: list[Stretch] = []
    for first, stop, _, _ in segments:
        told = sum(match.bits for match in matches[first:stop]) - sum(costs[first + 1 : stop])
        if told >= least and (kept := list(_without_loose(pair, matches[first:stop]))):
            found.append(Stretch(tuple(_without_strays(pair, kept)), told))
    return found


def _without_strays(pair: Pair, matches: list[Match]) -> list[Match]:
    """Leave out a short word or two beyond the end of a sentence or a line of the candidate alone.

    Where a copy breaks off inside a sentence, the "in" of the candidate's own next words stands
    where the original goes on; before a copy that begins inside one, likewise.
    """
    matches = [*matches[:-1], *_parted(pair, matches[-1])]
    for index in range(len(matches) - 1, 0, -1):
        if _is_broken_off(pair, *matches[index - 1 : index + 1]):
            if _are_strays(pair, matches[index:]):
                matches = matches[:index]
            break
    for index in range(1, len(matches)):
        if _is_broken_off(pair, *matches[index - 1 : index + 1]):
            if _are_strays(pair, matches[:index]):
                matches = matches[index:]
            break
    return matches


def _are_strays(pair: Pair, matches: list[Match]) -> bool:
    told = sum(map(pair.own_bits, matches))
    sizes = (pair.original.letter_counts[slice(*match.original)].max() for match in matches)
    return told < _LOOSE_BITS and max(sizes) <= _SHORT


def _parted(pair: Pair, match: Match) -> list[Match]:
    """A match, in two where a sentence of the candidate ends a few words before its end."""
    start, stop = match.candidate
    first = max(start, stop - 1 - _MOST_STRAYS)
    ends = pair.candidate.breaks[first : stop - 1].nonzero()[0]
    if not match.exact or not len(ends):
        return [match]
    size = first + int(ends[-1]) + 1 - start
    here = match.original.start
    return [
        pair.equal(here, start, size),
        pair.equal(here + size, start + size, stop - start - size),
    ]


def _ends_alone(pair: Pair, before: Match, after: Match) -> bool:
    """Whether a sentence ends between two matches in the candidate, and none in the original."""
    if not pair.candidate.breaks[before.candidate.stop - 1 : after.candidate.start].any():
        return False
    return not pair.has_break(before.original.stop - 1, after.original.start)


def _is_broken_off(pair: Pair, before: Match, after: Match) -> bool:
    """Whether a sentence of the candidate alone ends between two matches.

    Where no word stands between them a line may end, unless a capital says that a sentence does.
    """
    here, there = after.original.start, after.candidate.start
    if pair.has_break(before.original.stop - 1, here):
        return False
    adjoin = (before.original.stop, before.candidate.stop) == (here, there)
    if adjoin and pair.candidate.capitals[there] <= pair.original.capitals[here]:
        return False
    return bool(pair.candidate.breaks[before.candidate.stop - 1 : there].any())


def _without_loose(pair: Pair, matches: list[Match]) -> Iterator[Match]:
    """Leave out pieces that a long gap or the end of a sentence parts from the rest.

    "The", "in the", "of a" stand in any two sentences, in this order; a whole sentence stands there
    because it was copied.
    """
    pieces = _pieces(pair, matches)
    for index, (piece, bits) in enumerate(pieces):
        neighbours = pieces[max(0, index - 1) : index] + pieces[index + 1 : index + 2]
        goes_on = any(_adjoin(piece, other) for other, _ in neighbours)
        is_whole = pair.begins(piece[0]) and pair.ends(piece[-1])
        if is_whole or bits >= (NEXT_BITS if goes_on else _least(pieces, index)):
            yield from piece


def _least(pieces: list[tuple[list[Match], float]], index: int) -> float:
    """What a piece must tell that does not directly go on: between two others, few words could."""
    if index in (0, len(pieces) - 1):
        return _LOOSE_BITS
    before, after = pieces[index - 1][0][-1], pieces[index + 1][0][0]
    ours = after.original.start - before.original.stop
    theirs = after.candidate.start - before.candidate.stop
    return log2(ours * theirs) + _MARGIN_BETWEEN


def _pieces(pair: Pair, matches: list[Match]) -> list[tuple[list[Match], float]]:
    """Matches that nothing parts, and what each piece tells.

    It tells the same whatever else stands in the candidate: more text there takes none away. A
    sentence that ends in the candidate alone costs as much as a break: "as a guest. The hall" holds
    "a", "the" and "hall" of "a desk in the town hall" by chance.
    """
    pieces: list[list[Match]] = []
    told: list[float] = []
    for match in _sentence_by_sentence(pair, matches):
        cost = _cost(pair, pieces[-1][-1], match) if pieces else _PARTING_BITS + 1.0
        if cost > _PARTING_BITS:
            pieces.append([match])
            told.append(pair.own_bits(match))
        else:
            pieces[-1].append(match)
            ends = _ends_alone(pair, pieces[-1][-2], match)
            told[-1] += pair.own_bits(match) - cost - (BITS_PER_BREAK if ends else 0.0)
    return list(zip(pieces, told, strict=True))


def _adjoin(one: list[Match], other: list[Match]) -> bool:
    """Whether one piece goes on where the other ends, on both sides."""
    first, second = (one, other) if one[0].original < other[0].original else (other, one)
    last, following = first[-1], second[0]
    return (last.original.stop, last.candidate.stop) == (
        following.original.start,
        following.candidate.start,
    )


def _sentence_by_sentence(pair: Pair, matches: list[Match]) -> Iterator[Match]:
    """The same matches, cut where a sentence of the original ends."""
    for match in matches:
        breaks = pair.breaks_in(Span(match.original.start, match.original.stop - 1))
        if not breaks:
            yield match
            continue
        edges = [match.original.start, *(place + 1 for place in breaks), match.original.stop]
        shift = match.candidate.start - match.original.start
        for start, stop in pairwise(edges):
            yield pair.equal(start, start + shift, stop - start)


def _cost(pair: Pair, before: Match, after: Match) -> float:
    stop, start = before.original.stop, after.original.start
    missing = max(start - stop, after.candidate.start - before.candidate.stop)
    has_break = pair.has_break(stop - 1, start)
    return BITS_PER_GAP_WORD * missing + (BITS_PER_BREAK if has_break else 0.0)


def without_taken(pair: Pair, matches: Iterable[Match], taken: NDArray[np.bool_]) -> list[Match]:
    """Matches less the words of the candidate that are taken already."""
    free: list[Match] = []
    for match in matches:
        used = taken[match.candidate.start : match.candidate.stop].tolist()
        if True not in used:
            free.append(match)
        elif match.original.size == match.candidate.size:
            free += _free_parts(pair, match, used)
    return free


def _free_parts(pair: Pair, match: Match, used: list[bool]) -> Iterator[Match]:
    first, other = match.original.start, match.candidate.start
    for is_used, words in groupby(range(len(used)), used.__getitem__):
        if not is_used:
            start, *rest = words
            yield pair.equal(first + start, other + start, 1 + len(rest))
