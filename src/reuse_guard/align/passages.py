"""Passages: from the words of both sides to the stretches that were copied."""

from __future__ import annotations

from dataclasses import replace
from heapq import heappop, heappush
from typing import TYPE_CHECKING, Final

import numpy as np

from reuse_guard.align.among import stretches_between
from reuse_guard.align.copied import match_words
from reuse_guard.align.evidence import (
    Evidence,
    accept,
    near_mask,
    settle,
    worth_completing,
)
from reuse_guard.align.gaps import with_similar
from reuse_guard.align.groups import group, joined, linked
from reuse_guard.align.model import Passage, PassageKind
from reuse_guard.align.moved import moved_stretches
from reuse_guard.align.pair import Pair, Stretch
from reuse_guard.align.regions import strong_regions, weak_regions
from reuse_guard.align.reworded import find_reworded
from reuse_guard.align.same import pair_sentences
from reuse_guard.align.seeds import find_seeds
from reuse_guard.align.sentences import words_to_border
from reuse_guard.align.stretches import strongest
from reuse_guard.align.transposed import with_transposed
from reuse_guard.text.alphabets import alike, is_in_other_alphabet, lacks_letters
from reuse_guard.text.spans import Span, union

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from numpy.typing import NDArray

    from reuse_guard.align.regions import Region
    from reuse_guard.text.words import Words

# Of sentences that lie close together in another order, each round finds some.
_ROUNDS: Final = 4
# A stretch that tells so many times more than a region takes the words of both.
_FAR_STRONGER: Final = 1.5
# Words of the original that are looked at before all of them are compared.
_PROBES: Final = 9
# So many more words may be found between texts in two alphabets because words are spelled alike
# that are not the same. Where more are, they were copied. In one alphabet hardly any are.
_BY_CHANCE: Final = 9
_BY_CHANCE_IN_ONE: Final = 1
# Words of a sentence before or after the copied ones of an edited passage that belong to it. Tuned
# on even pairs, see docs/decisions/0018.
_EDITED_AT_AN_END: Final = 10


def align(original: Words, candidate: Words) -> tuple[Passage, ...]:
    """Find the passages of the candidate that come from the original, in the original's order.

    Args:
        original: the words that count (a subset by `Words.take` of the original's body).
        candidate: all words of the candidate.
    """
    if not len(original) or not len(candidate):
        return ()
    found = _align(original, candidate)
    in_another = is_in_other_alphabet(original, candidate)
    if not (in_another or lacks_letters(original, candidate)):
        return found
    others = _align(original.once(alike), candidate.once(alike))
    before, after = _counted(found), _counted(others)
    by_chance = _BY_CHANCE if in_another else _BY_CHANCE_IN_ONE
    return others if after > before + (by_chance if before else 0) else found


def _counted(passages: tuple[Passage, ...]) -> int:
    """How many copied words count for the share, each once."""
    copied = (span for one in passages if one.kind.counts for span in one.copied)
    return sum(span.size for span in union(copied))


def _align(original: Words, candidate: Words) -> tuple[Passage, ...]:
    pair = Pair.of(original, candidate)
    groups = [[stretch] for stretch in _whole(pair)] or _groups(pair)
    passages = [_passage(one) for one in groups]
    retold = list(find_reworded(pair, passages))
    passages = _without_parts(passages, retold)
    found = (_in_whole_sentences(pair, one) for one in (*passages, *retold))
    return tuple(sorted(found, key=lambda passage: passage.original))


def _without_parts(passages: list[Passage], retold: list[Passage]) -> list[Passage]:
    """The passages of which no retelling has all copied words."""
    homes: dict[Span, set[int]] = {}
    for number, one in enumerate(retold):
        for span in one.copied:
            homes.setdefault(span, set()).add(number)
    nowhere: set[int] = set()
    return [
        one
        for one in passages
        if not set.intersection(*(homes.get(span, nowhere) for span in one.copied))
    ]


def _in_whole_sentences(pair: Pair, passage: Passage) -> Passage:
    """An edited passage with the words that were edited at its ends; others as they are."""
    if passage.kind is not PassageKind.EDITED:
        return passage
    return replace(
        passage,
        original=_to_borders(pair.original, passage.original),
        candidate=_to_borders(pair.candidate, passage.candidate),
    )


def _to_borders(words: Words, span: Span) -> Span:
    """Some words, from and to the borders of sentences where these are not far off."""
    most = _EDITED_AT_AN_END
    before, after = (
        words_to_border(words, place, step, most=most)
        for place, step in ((span.start, -1), (span.stop, 1))
    )
    return Span(
        span.start - (before if before <= most else 0), span.stop + (after if after <= most else 0)
    )


def _whole(pair: Pair) -> Iterator[Stretch]:
    """The whole original standing in the candidate: even one word of one word is a copy."""
    original, candidate = pair.prepared.numbers, pair.vocabulary.candidate
    size = len(original)
    starts = np.flatnonzero(candidate[: max(len(candidate) - size + 1, 0)] == original[0])
    for probe in range(_PROBES, 0, -1):
        if not len(starts):
            return
        offset = (size - 1) * probe // _PROBES
        starts = starts[candidate[starts + offset] == original[offset]]
    ours, free = pair.original.hashes, 0
    for start in starts.tolist():
        if start >= free and np.array_equal(
            pair.candidate.hashes_in(Span(start, start + size)), ours
        ):
            free = start + size
            match = pair.equal(0, start, size)
            yield Stretch((match,), match.bits)


def _groups(pair: Pair) -> list[list[Stretch]]:
    """Stretches that tell enough, grouped to passages."""
    accepted = pair_sentences(pair, _strong_groups(pair))
    stretches = [stretch for each in accepted for stretch in each]
    between = [*stretches_between(pair, stretches)]
    moved = moved_stretches(pair, [*stretches, *between])
    return with_transposed(pair, joined(accepted, [*between, *moved]))


def _strong_groups(pair: Pair) -> list[list[Stretch]]:
    seeds = find_seeds(pair.vocabulary)
    if not len(seeds):
        return []
    evidence = Evidence(len(pair.original), len(pair.candidate))
    taken = np.zeros(len(pair.candidate), np.bool_)
    found = _settled(pair, strong_regions(pair, seeds, evidence), evidence, taken)
    if not found:
        return []
    near = near_mask(len(pair.candidate), (stretch.candidate for stretch in found))
    for _ in range(_ROUNDS):
        seeds = seeds.take((near & ~taken)[seeds.candidate])
        more = _settled(pair, weak_regions(pair, seeds, evidence), evidence, taken)
        if not more:
            break
        found += more
    hopeful = worth_completing(pair, group(linked(found)), evidence)
    stretches = [with_similar(pair, one, taken) for one in hopeful]
    return accept(pair, group(stretches), evidence)


def _settled(
    pair: Pair, regions: Iterable[Region], evidence: Evidence, taken: NDArray[np.bool_]
) -> list[Stretch]:
    """The stretches of regions, the strongest region first.

    A region is left out where its seeds stand in stretches that are far stronger than it can be.
    """
    found: list[Stretch] = []
    waiting: list[tuple[float, int]] = []  # the strongest first, by their places in `found`
    free = ~taken
    for region in regions:
        while waiting and -waiting[0][0] >= _FAR_STRONGER * region.score:
            for match in found[heappop(waiting)[1]].matches:
                free[slice(*match.candidate)] = False
        if region.told_by(free) < evidence.least:
            continue
        matches = match_words(pair, region.original, region.candidate, taken)
        for stretch in strongest(pair, matches, least=evidence.least):
            heappush(waiting, (-stretch.bits, len(found)))
            found.append(stretch)
    return list(settle(pair, found, evidence, taken))


def _passage(stretches: list[Stretch]) -> Passage:
    matches = [match for stretch in stretches for match in stretch.matches]
    copied = tuple(union(match.original for match in matches))
    copied_candidate = tuple(union(match.candidate for match in matches))
    original = Span(copied[0].start, copied[-1].stop)
    candidate = Span(copied_candidate[0].start, copied_candidate[-1].stop)
    size = sum(span.size for span in copied) + sum(span.size for span in copied_candidate)
    is_verbatim = len(copied) == len(copied_candidate) == 1 and all(
        match.exact
        and match.candidate.start - match.original.start == candidate.start - original.start
        for match in matches
    )
    return Passage(
        original=original,
        candidate=candidate,
        copied=copied,
        copied_candidate=copied_candidate,
        similarity=size / (original.size + candidate.size),
        kind=PassageKind.VERBATIM if is_verbatim else PassageKind.EDITED,
    )
