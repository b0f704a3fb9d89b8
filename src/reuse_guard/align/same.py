"""Sentences that stand word for word in both texts: each is paired with its like.

A few words in a row stand in many texts by chance; a whole sentence of them, from a full stop to
the next on both sides, hardly ever does, least of all beside sentences that were copied ("He
agreed."). So what it must tell is counted in pairs of sentences it could have been, not in pairs of
words. Whatever its words were paired with before, parts of sentences like it, is given up for it:

    original   Anna does not know where Timur is.  He knows where Timur is but is silent.
    candidate                                      Anna does not know where Timur is.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from math import ceil, log2
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from reuse_guard.align.evidence import REACH, WINDOW, near_mask
from reuse_guard.align.groups import joined
from reuse_guard.align.pair import Match, Pair, Stretch
from reuse_guard.align.prepared import PLAIN_LETTERS
from reuse_guard.align.prolonged import prolonged
from reuse_guard.align.sentences import shapes_of
from reuse_guard.align.stretches import strongest, without_taken
from reuse_guard.text.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from reuse_guard.text.words import Words

# Bits above log2 of the pairs of sentences it could have been, near copied words. Tuned on even
# articles, see docs/decisions/0013 and 0015.
_MARGIN: Final = 2.0
# The same of a sentence far from all copied ones, and its words of three letters and more that are
# no names. Unrelated news share no sentence with two such words in 15,000 pairs of texts
# (`python -m evaluation.chance`), see docs/decisions/0017.
_MARGIN_AFAR: Final = 14.0
_PLAIN_AFAR: Final = 2
_LETTERS_OF_A_PLAIN_WORD: Final = PLAIN_LETTERS[0]
# Rounds of looking for sentences beside those just found, and places that are tried for each; texts
# need two and one, the bounds are for hostile ones.
_ROUNDS: Final = 4
_PLACES: Final = 4
# Bits that must be left of a stretch some of whose words were given to such a sentence.
_LEAST_LEFT: Final = 8.0
# In place of the word of the original for a word of the candidate that is not paired with one.
_ALONE: Final = -2


def pair_sentences(pair: Pair, groups: list[list[Stretch]]) -> list[list[Stretch]]:
    """The groups of stretches with every sentence that stands in both texts paired with its like.

    Those that are found lead to others near them, so they are looked for until there is no more.
    """
    matches = [match for group in groups for stretch in group for match in stretch.matches]
    copied_words = near_mask(len(pair.original), (match.original for match in matches), reach=0)
    if copied_words.all():
        return groups
    waiting = _same_sentences(pair, matches, copied_words)
    if not waiting:
        return groups
    copied = sorted((match.candidate, match.original) for match in matches)
    found: list[Stretch] = []
    for _ in range(_ROUNDS):
        more = [*_telling_ones(pair, waiting, copied, copied_words)]
        if not more:
            break
        found += more
    if not found:
        return groups
    kept = _without(pair, groups, found)
    matches = [match for group in (*kept, found) for stretch in group for match in stretch.matches]
    return joined(kept, [*prolonged(pair, found, matches)])


def _without(pair: Pair, groups: list[list[Stretch]], found: list[Stretch]) -> list[list[Stretch]]:
    """The groups without the words of the candidate that are paired in these stretches."""
    taken = near_mask(len(pair.candidate), (stretch.candidate for stretch in found), reach=0)
    kept = ([left for one in group for left in _rest(pair, one, taken)] for group in groups)
    return [group for group in kept if group]


def _rest(pair: Pair, stretch: Stretch, taken: NDArray[np.bool_]) -> list[Stretch]:
    if not taken[slice(*stretch.candidate)].any():
        return [stretch]
    return strongest(pair, without_taken(pair, stretch.matches, taken), least=_LEAST_LEFT)


class _Same(NamedTuple):
    """A sentence of the candidate that the original has word for word.

    Attributes:
        candidate: the sentence.
        places: where the original has it; equal sentences share one list.
    """

    candidate: Span
    places: list[Span]


def _same_sentences(
    pair: Pair, matches: list[Match], copied_words: NDArray[np.bool_]
) -> list[_Same]:
    """The candidate's sentences that the original has word for word and not yet paired so."""
    paired = np.full(len(pair.candidate), _ALONE)
    for match in matches:
        if match.original.size == match.candidate.size:
            paired[slice(*match.candidate)] = np.arange(*match.original)
    starts, stops, may_stand = _known_sentences(pair)
    kept = ~_are_settled(pair, starts, stops, paired)
    if not kept.any():
        return []
    near = near_mask(len(pair.candidate), (match.candidate for match in matches))
    kept &= (stops - starts >= _PLAIN_AFAR) | near[starts]
    kept &= may_stand
    numbers, size = pair.vocabulary.candidate.tobytes(), pair.vocabulary.candidate.itemsize
    equal: dict[bytes, list[Span]] = {}
    for start, stop in zip(starts[kept].tolist(), stops[kept].tolist(), strict=True):
        if numbers[size * start : size * stop] in pair.prepared.sentence_numbers:
            sentence = Span(start, stop)
            equal.setdefault(pair.candidate.hashes_in(sentence).tobytes(), []).append(sentence)
    found: list[_Same] = []
    for key, sentences in equal.items():
        places = _free(pair.prepared.sentences.get(key, []), copied_words)[:_PLACES]
        if places:
            found += (_Same(sentence, places) for sentence in sentences)
    return sorted(found)


def _known_sentences(
    pair: Pair,
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.bool_]]:
    """Where the candidate's sentences begin and end that have no word the original lacks.

    And which of them may stand in the original, by their first words, last words and lengths; the
    others are left out where that can be.
    """
    numbers = pair.vocabulary.candidate
    stops = pair.candidate.breaks.nonzero()[0] + 1
    starts = np.concatenate(([0], stops))[:-1]
    known = ~np.logical_or.reduceat(numbers == pair.prepared.absent, starts)
    starts, stops = starts[known], stops[known]
    may_stand = pair.prepared.may_have(shapes_of(numbers, starts, stops))
    if not len(pair.prepared.repeated):  # else it matters which others are settled
        starts, stops, may_stand = starts[may_stand], stops[may_stand], may_stand[may_stand]
    return starts, stops, may_stand


def _are_settled(
    pair: Pair, starts: NDArray[np.int64], stops: NDArray[np.int64], paired: NDArray[np.int64]
) -> NDArray[np.bool_]:
    """Which sentences are paired with a sentence, or as a part of a longer run of words.

    Of two sentences that are paired with the same one, where the original has it again, the second
    is not settled.

    Args:
        pair: both texts.
        starts: where the sentences begin.
        stops: where they end.
        paired: the word of the original of every word of the candidate, or `_ALONE`.
    """
    if not len(starts):
        return np.zeros(0, np.bool_)
    sizes = stops - starts
    offsets = sizes.cumsum() - sizes
    words = np.repeat(starts - offsets, sizes) + np.arange(int(sizes.sum()))
    shifts = paired[words] - words
    first, last = paired[starts], paired[stops - 1]
    in_a_row = np.minimum.reduceat(shifts, offsets) == np.maximum.reduceat(shifts, offsets)
    breaks = pair.original.breaks  # of what is alone any will do: it is not settled
    is_sentence = breaks[np.maximum(last, 0)]
    is_sentence &= (first == 0) | breaks[np.maximum(first - 1, 0)]
    goes_on = (starts > 0) & (paired[starts - 1] == first - 1)
    goes_on |= (stops < len(paired)) & (paired[np.minimum(stops, len(paired) - 1)] == last + 1)
    settled: NDArray[np.bool_] = (first != _ALONE) & in_a_row & (is_sentence | goes_on)
    if len(pair.prepared.repeated):
        again = np.ones(len(starts), np.bool_)
        again[np.unique(np.where(settled, first, _ALONE), return_index=True)[1]] = False
        settled &= ~(again & np.isin(first, pair.prepared.repeated))
    return settled


def _free(places: list[Span], copied_words: NDArray[np.bool_]) -> list[Span]:
    return [place for place in places if not copied_words[slice(*place)].all()]


def _telling_ones(
    pair: Pair,
    waiting: list[_Same],
    copied: list[tuple[Span, Span]],
    copied_words: NDArray[np.bool_],
) -> Iterator[Stretch]:
    """The sentences that tell enough, added to what is copied; those that do not wait on."""
    trying, waiting[:] = [*waiting], []
    for same in trying:
        same.places[:] = _free(same.places, copied_words)
        if not same.places:
            continue
        stretch = _telling(pair, same, copied)
        if stretch is None:
            waiting.append(same)
            continue
        copied_words[slice(*stretch.original)] = True
        insort(copied, (stretch.candidate, stretch.original))
        yield stretch


def _telling(pair: Pair, same: _Same, copied: list[tuple[Span, Span]]) -> Stretch | None:
    """The sentence as a stretch if it tells more than one of so many would by chance."""
    candidate = same.candidate
    original = min(same.places, key=lambda place: not _goes_on(place, candidate, copied))
    match = Match(original, candidate, pair.bits(original), exact=True)
    is_near = _is_near(candidate, copied)
    ours, theirs, margin = len(pair.original), WINDOW, _MARGIN
    if not is_near:
        theirs, margin = len(pair.candidate), _MARGIN_AFAR
    elif _goes_on(original, candidate, copied):
        ours = WINDOW
    pairs = _how_many(pair.original, ours) * _how_many(pair.candidate, theirs)
    if match.bits < log2(pairs) + margin:
        return None
    if not (is_near or _is_plain(pair, original) or _is_near(candidate, copied, REACH)):
        return None
    return Stretch((match,), match.bits)


def _is_near(candidate: Span, copied: list[tuple[Span, Span]], reach: int = WINDOW) -> bool:
    """Whether copied words stand within `reach` of a sentence of the candidate, or in it."""
    place = bisect_left(copied, (candidate, candidate))
    around = copied[max(0, place - 1) : place + 1]
    return any(
        candidate.start - one.stop < reach and one.start - candidate.stop < reach
        for one, _ in around
    )


def _is_plain(pair: Pair, original: Span) -> bool:
    """Whether a sentence is more than names, titles and dates."""
    return pair.plain_words(original, letters=_LETTERS_OF_A_PLAIN_WORD) >= _PLAIN_AFAR


def _how_many(words: Words, size: int) -> int:
    """Sentences in so many words of a text."""
    return ceil(min(size, len(words)) * words.once(_sentences) / len(words))


def _sentences(words: Words) -> int:
    return int(np.count_nonzero(words.breaks))


def _goes_on(original: Span, candidate: Span, copied: list[tuple[Span, Span]]) -> bool:
    """Whether a sentence follows what is copied before it, or precedes what is copied after it."""
    place = bisect_left(copied, (candidate, original))
    before, after = copied[max(0, place - 1) : place], copied[place : place + 1]
    return any(
        0 <= later.start - earlier.stop <= WINDOW
        for earlier, later in [
            *((there, original) for _, there in before),
            *((original, there) for _, there in after),
        ]
    )
