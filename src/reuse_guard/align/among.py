"""Whole sentences, and short ones among copied ones: "He agreed." tells too little alone.

A few words in a row stand in many texts by chance; a whole sentence of them, from a full stop to
the next on both sides, hardly ever does, least of all beside sentences that were copied. So what it
must tell is counted in pairs of sentences it could have been, not in pairs of words. Between two
copied words that follow each other, only the few words between could have been paired.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from itertools import pairwise
from math import ceil, log2
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from reuse_guard.align.copied import match_words
from reuse_guard.align.evidence import WINDOW, near_mask
from reuse_guard.align.pair import Match, Pair, Stretch
from reuse_guard.align.prepared import PLAIN_LETTERS
from reuse_guard.align.stretches import strongest
from reuse_guard.text.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from numpy.typing import NDArray

    from reuse_guard.text.words import Words

# Bits above log2 of the pairs it could have been, of a sentence and of words between copied ones.
# Tuned on even articles, see docs/decisions/0013 and 0015.
_MARGIN: Final = 2.0
_MARGIN_BETWEEN: Final = 8.0
# The same of a sentence far from all copied ones, and its words of three letters and more that are
# no names. Unrelated news share no sentence with two such words in 15,000 pairs of texts
# (`python -m evaluation.chance`), see docs/decisions/0017.
_MARGIN_AFAR: Final = 14.0
_PLAIN_AFAR: Final = 2
_LETTERS_OF_A_PLAIN_WORD: Final = PLAIN_LETTERS[0]
# A single word between two others is compared with them.
_FEWEST_BETWEEN: Final = 2
# Rounds of looking for sentences beside those just found, and places that are tried for each; texts
# need two and one, the bounds are for hostile ones.
_ROUNDS: Final = 4
_PLACES: Final = 4


def sentences_among(pair: Pair, stretches: Iterable[Stretch]) -> list[Stretch]:
    """Sentences that stand whole and unchanged in both texts, and are in none of these stretches.

    Those that are found lead to others near them, so they are looked for until there is no more.
    """
    matches = [match for stretch in stretches for match in stretch.matches]
    copied_words = _mask(len(pair.original), (match.original for match in matches))
    if copied_words.all():
        return []
    waiting = _same_sentences(pair, copied_words, [match.candidate for match in matches])
    copied = sorted((match.candidate, match.original) for match in matches)
    found: list[Stretch] = []
    for _ in range(_ROUNDS):
        more = [*_telling_ones(pair, waiting, copied, copied_words)]
        if not more:
            break
        found += more
    return found


class _Same(NamedTuple):
    """A sentence of the candidate that the original has word for word.

    Attributes:
        candidate: the sentence.
        places: where the original has it; equal sentences share one list.
    """

    candidate: Span
    places: list[Span]


def _same_sentences(pair: Pair, copied_words: NDArray[np.bool_], copied: list[Span]) -> list[_Same]:
    """The candidate's sentences that the original has word for word, none of them copied yet."""
    taken = _mask(len(pair.candidate), copied)
    stops = np.flatnonzero(pair.candidate.breaks) + 1
    starts = np.concatenate(([0], stops[:-1]))
    other = taken | (pair.vocabulary.candidate == pair.prepared.absent)
    kept = ~np.logical_or.reduceat(other, starts)
    kept &= (stops - starts >= _PLAIN_AFAR) | near_mask(len(taken), copied)[starts]
    numbers, size = pair.vocabulary.candidate.tobytes(), pair.vocabulary.candidate.itemsize
    equal: dict[bytes, list[Span]] = {}
    for start, stop in zip(starts[kept].tolist(), stops[kept].tolist(), strict=True):
        # Most sentences end here, before their words are hashed whole.
        if numbers[size * start : size * stop] in pair.prepared.sentence_numbers:
            sentence = Span(start, stop)
            equal.setdefault(pair.candidate.hashes_in(sentence).tobytes(), []).append(sentence)
    found: list[_Same] = []
    for key, sentences in equal.items():
        places = _free(pair.prepared.sentences.get(key, []), copied_words)[:_PLACES]
        if places:
            found += (_Same(sentence, places) for sentence in sentences)
    return sorted(found)


def _free(places: list[Span], copied_words: NDArray[np.bool_]) -> list[Span]:
    return [place for place in places if not copied_words[slice(*place)].any()]


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


def _is_near(candidate: Span, copied: list[tuple[Span, Span]]) -> bool:
    """Whether copied words stand within `WINDOW` of a sentence of the candidate."""
    place = bisect_left(copied, (candidate, candidate))
    around = copied[max(0, place - 1) : place + 1]
    return any(
        candidate.start - one.stop < WINDOW and one.start - candidate.stop < WINDOW
        for one, _ in around
    )


def stretches_between(pair: Pair, stretches: Iterable[Stretch]) -> Iterator[Stretch]:
    """What was copied between two copied words that follow each other closely on both sides."""
    matches = sorted(
        (match for stretch in stretches for match in stretch.matches),
        key=lambda match: match.candidate,
    )
    copied = _mask(len(pair.original), (match.original for match in matches))
    taken = _mask(len(pair.candidate), (match.candidate for match in matches))
    for before, after in pairwise(matches):
        original = Span(before.original.stop, after.original.start)
        candidate = Span(before.candidate.stop, after.candidate.start)
        sizes = original.size, candidate.size
        if min(sizes) < _FEWEST_BETWEEN or max(sizes) > WINDOW or copied[slice(*original)].any():
            continue
        least = log2(original.size * candidate.size) + _MARGIN_BETWEEN
        yield from strongest(pair, match_words(pair, original, candidate, taken), least=least)


def _mask(size: int, spans: Iterable[Span]) -> NDArray[np.bool_]:
    inside = np.zeros(size, np.bool_)
    for span in spans:
        inside[slice(*span)] = True
    return inside


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
    if match.bits < log2(pairs) + margin or not (is_near or _is_plain(pair, original)):
        return None
    return Stretch((match,), match.bits)


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
