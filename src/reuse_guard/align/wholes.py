"""Which stretches are whole sentences, and more than names, titles and dates.

What begins and ends with a sentence on both sides is no phrase. One or two words may have been
edited at its ends; but a sentence that states another number is another one:

    The whole project costs 32 billion tenge and ends in 2027.
    The whole project costs 7 billion tenge and ends in 2030.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from reuse_guard.align.pair import Stretch
from reuse_guard.align.prepared import PLAIN_LETTERS
from reuse_guard.align.sentences import words_to_border
from reuse_guard.text.spans import Span

if TYPE_CHECKING:
    from reuse_guard.align.pair import Pair
    from reuse_guard.text.words import Words

# Plain words of so many letters, beyond names, titles and dates, that a whole sentence and a phrase
# must have: names of institutions have two or three ("по чрезвычайным ситуациям").
PLAIN_IN_A_SENTENCE: Final = 3
PLAIN_IN_A_PHRASE: Final = 4
_LETTERS_IN_A_SENTENCE, _LETTERS_IN_A_PHRASE = PLAIN_LETTERS
# Words that may be missing at the four ends of a sentence with as many plain words as a phrase must
# have, or may be copied before and after whole ones. Tuned on even articles, see
# docs/decisions/0018.
_MOST_MISSING: Final = 2
# Words of an original so short that a copied half of it is no phrase.
_SHORT_ORIGINAL: Final = 20
# Words of a brief, and of an unbroken run of them that is no phrase where it begins the brief or is
# a quarter of it. See docs/decisions/0009.
_BRIEF: Final = 40
_RUN_OF_A_BRIEF: Final = 8
_PARTS_OF_A_BRIEF: Final = 4
# Plain words and words of an unbroken run that is more than names. In 600,000 pairs of articles of
# one newsroom 13 runs of 16 words have fewer than four plain words: line-ups with one or none,
# which are no copy, and the job of one author.
_LONG_RUNS: Final = ((2, 20), (3, 16))


def missing_words(pair: Pair, stretch: Stretch) -> int | None:
    """Words that a stretch lacks at its ends to be whole sentences; None if it is no sentence."""
    if not holds_plain_words(pair, stretch):
        return None
    if is_most(pair, stretch):
        return 0
    missing = 0
    for words, span in (pair.original, stretch.original), (pair.candidate, stretch.candidate):
        missing += words_to_border(words, span.start, -1, most=_MOST_MISSING)
        missing += words_to_border(words, span.stop, 1, most=_MOST_MISSING)
        if missing > _MOST_MISSING:
            return _missing_within(pair, stretch)
    if missing and plain_words(pair, stretch) < PLAIN_IN_A_PHRASE:
        return _missing_within(pair, stretch)
    return None if numbers_differ(pair, stretch) else missing


def _missing_within(pair: Pair, stretch: Stretch) -> int | None:
    """None missing if a stretch is whole sentences but for a word or two before or after them."""
    matches = stretch.matches
    first = next((at for at, match in enumerate(matches) if pair.begins(match)), len(matches))
    stop = next((at for at in range(len(matches), first, -1) if pair.ends(matches[at - 1])), first)
    beyond = sum(match.original.size for match in (*matches[:first], *matches[stop:]))
    if first == stop or beyond > _MOST_MISSING:
        return None
    inner = Stretch(matches[first:stop], 0.0)
    return 0 if holds_plain_words(pair, inner) and not numbers_differ(pair, inner) else None


def numbers_differ(pair: Pair, stretch: Stretch) -> int:
    """How many numbers each side of a stretch states that the other does not."""
    before = pair.prepared.numbers_before
    ours = before[stretch.original.stop] - before[stretch.original.start]
    for match in stretch.matches:
        ours -= before[match.original.stop] - before[match.original.start]
    if not ours:
        return 0
    theirs = _numbers(pair.candidate, stretch.candidate)
    return min(ours, theirs - sum(_numbers(pair.candidate, m.candidate) for m in stretch.matches))


def holds_plain_words(pair: Pair, stretch: Stretch) -> bool:
    """Whether a stretch is more than names, titles and dates."""
    plain = _plain_words(pair, stretch, letters=_LETTERS_IN_A_SENTENCE)
    return plain >= PLAIN_IN_A_SENTENCE


def plain_words(pair: Pair, stretch: Stretch) -> int:
    """The words of a stretch that make it more than a phrase of names, titles and dates."""
    return _plain_words(pair, stretch, letters=_LETTERS_IN_A_PHRASE)


def are_more_than_names(pair: Pair, stretches: list[Stretch]) -> bool:
    """Whether stretches are no phrase of names, titles and dates, or one that runs on for long."""
    if sum(plain_words(pair, one) for one in stretches) >= PLAIN_IN_A_PHRASE:
        return True
    return any(
        run.size >= size and pair.plain_words(run, letters=_LETTERS_IN_A_PHRASE) >= plain
        for one in stretches
        for run in _runs(one)
        for plain, size in _LONG_RUNS
    )


def is_most(pair: Pair, stretch: Stretch) -> bool:
    """Whether a stretch is half of a very short original or more."""
    if len(pair.original) >= _SHORT_ORIGINAL:
        return False
    return 2 * sum(match.original.size for match in stretch.matches) >= len(pair.original)


def is_part_of_a_brief(pair: Pair, stretch: Stretch) -> bool:
    """Whether a stretch holds an unbroken run of a brief, its beginning or a quarter of it.

    A whole sentence does not count for more here: stock sentences end briefs and stand inside them.
    """
    size = len(pair.original)
    if size >= _BRIEF or plain_words(pair, stretch) < PLAIN_IN_A_PHRASE:
        return False
    is_part = not pair.is_whole(stretch)
    return any(
        run.start == 0 or (is_part and run.size * _PARTS_OF_A_BRIEF >= size)
        for run in _runs(stretch)
        if run.size >= _RUN_OF_A_BRIEF
    )


def _runs(stretch: Stretch) -> list[Span]:
    """The unbroken runs of copied words of a stretch, as words of the original."""
    runs: list[Span] = []
    shift = None
    for match in stretch.matches:
        last, shift = shift, match.candidate.start - match.original.start
        if runs and shift == last and runs[-1].stop == match.original.start:
            runs[-1] = Span(runs[-1].start, match.original.stop)
        else:
            runs.append(match.original)
    return runs


def _plain_words(pair: Pair, stretch: Stretch, *, letters: int) -> int:
    return sum(pair.plain_words(match.original, letters=letters) for match in stretch.matches)


def _numbers(words: Words, part: Span) -> int:
    """How many of some words begin with a digit."""
    first = words.letters[words.letter_starts[part.start : part.stop]]
    return int(((first >= ord("0")) & (first <= ord("9"))).sum())
