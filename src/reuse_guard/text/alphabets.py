"""Words of two alphabets made alike: Kazakh and Russian are written in Cyrillic and in Latin.

Each word gets the letters of one plain spelling that both alphabets lead to, so that a copy is
found whichever table it was spelled by: the Kazakh ones of 2018 and 2021, passports, or a keyboard
without accents. What the tables differ in is left out of it: `sh`, `ş` and `ш` are all `s`.

    words     Шымкенттің    Shymkenttiń    Shimkentting
    alike     simkentin     simkentin      simkentin

Words keep their places, so what is found among such words stands at the same words of the text.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

import numpy as np

from reuse_guard.expressions import expression
from reuse_guard.text.hashing import PADDING, stems_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

    from reuse_guard.text.words import Words

    Units = NDArray[np.uint16]  # folded letters
    Mask = NDArray[np.bool_]

_LATIN, _CYRILLIC = 1, 2
# Letters of one alphabet that fold to no letter of the other: к and k are one folded letter.
_OWN_LATIN = "dfgjlnqrsuvwz"
_OWN_CYRILLIC = "бгджзийлпфцчшщъыьэюяәғқңөұү"
_ALPHABETS: Final = np.zeros(1 << 16, np.uint8)
_ALPHABETS[[ord(letter) for letter in _OWN_LATIN]] = _LATIN
_ALPHABETS[[ord(letter) for letter in _OWN_CYRILLIC]] = _CYRILLIC
_ALPHABETS.setflags(write=False)
# Of longer texts as many words tell which alphabets they are in: of all 10,000 it would take a
# fiftieth of an alignment.
_SAMPLE: Final = 1000
# An article in the other alphabet may be in a page of which a quarter is in it, by words that begin
# with a letter of one alphabet alone, about half of all. A part of it may be in any page that has a
# tenth as many words in it side by side as the original has, or eighty.
_PART_OF_PAGE: Final = 4
_PART_OF_ORIGINAL: Final = 10
_LONG: Final = 800  # words
_RUN: Final = 5  # words with none of the other alphabet between: more than names have
# The same by first letters, for a first look: the bytes are alphabets of words.
_RUNS: Final = {kind: expression(b"[^%c]{%d,}" % (kind, _RUN)) for kind in (_LATIN, _CYRILLIC)}
_FEWEST: Final = 60  # in so many words one begins so, or no tenth is in it: in Kazakh a sixth do
# Letters of Kazakh and its kin that Russian keyboards lack. In Kazakh they are a tenth of all
# letters, in Kyrgyz a twentieth; і is not among them, as it folds to the Latin i.
_BESIDE_RUSSIAN: Final = np.zeros(1 << 16, np.bool_)
_BESIDE_RUSSIAN[[ord(letter) for letter in "әғқңөұү"]] = True
_BESIDE_RUSSIAN.setflags(write=False)
_PART_BESIDE: Final = 50  # one letter in so many
# Two places of six words without any of them stand in one Kazakh article out of eight too, which is
# then aligned once more.
_FEW: Final = 6  # words
_FEW_PLACES: Final = 2
_LOST: Final = 6  # letters: as many as a Kazakh sentence has; endings and typing errors cost fewer

# The table of 2018 spells у as ý and ы as y, which are one without accents, so у, ұ, ү, ы, і, и
# and й are all one letter. Told apart, they left 1.97 points of error in inflected copies instead
# of 0.23, and gained nothing (even articles, see docs/decisions/0047).
_FROM_CYRILLIC: Final = dict(
    zip("bhpcyx" + "бгджзийлпфшщыэәғқңөұү", "vnrsih" + "bgdjziilpfssieagknoii", strict=True)
) | {"ц": "ts", "ч": "c", "ъ": "", "ь": "", "ю": "i", "я": "ia"}
_FROM_LATIN: Final = dict(zip("yuwqx", "iiikh", strict=True))
_BEFORE_H: Final = {"s": "s", "z": "j", "k": "h", "g": "g", "c": "c"}  # what each is with its h
_A, _C, _G, _H, _N, _S, _Z = map(ord, "acghnsz")


def _table(letters: Mapping[str, str], *, at: int = 0, default: Units) -> Units:
    """What each letter becomes, or the letter at a place of it; 0 is none."""
    table = default.copy()
    for letter, plain in letters.items():
        table[ord(letter)] = ord(plain[at]) if len(plain) > at else 0
    table.setflags(write=False)
    return table


_SAME: Final = np.arange(1 << 16, dtype=np.uint16)
_NONE: Final = np.zeros(1 << 16, np.uint16)
_CYRILLIC_PLAIN: Final = _table(_FROM_CYRILLIC, default=_SAME)
_CYRILLIC_SECOND: Final = _table(_FROM_CYRILLIC, at=1, default=_NONE)
_LATIN_PLAIN: Final = _table(_FROM_LATIN, default=_SAME)
_LATIN_BEFORE_H: Final = _table(_BEFORE_H, default=_NONE)


def is_spelled_otherwise(original: Words, candidate: Words) -> bool:
    """Whether much of the candidate may be the original's language in other letters."""
    return is_in_other_alphabet(original, candidate) or lacks_letters(original, candidate)


def lacks_letters(original: Words, candidate: Words) -> bool:
    """Whether much of the candidate is in Russian letters alone and the original in more.

    So one writes Kazakh on a Russian keyboard: қала as кала. Russian text is no other, to this.
    """
    if not original.once(_has_letters_beside):
        return False
    words = np.searchsorted(candidate.letter_starts, _places_beside(candidate), "right") - 1
    kinds = _ALPHABETS.take(candidate.letters.take(candidate.letter_starts))
    edges = np.arange(0, len(kinds), _FEW)
    has_letters = np.zeros(len(edges), np.bool_)
    has_letters[words // _FEW] = True
    cyrillic = np.add.reduceat(kinds == _CYRILLIC, edges, dtype=np.int64)
    return int(np.count_nonzero(~has_letters & (4 * cyrillic > _FEW))) >= _FEW_PLACES


def may_lose_letters(original: Words) -> bool:
    """Whether a text has so many letters that Russian keyboards lack; of most it is soon told."""
    return len(original.once(_places_beside)) >= _LOST


def loses_letters(original: Words, candidate: Words) -> bool:
    """Whether copied words lack letters in the candidate that Russian keyboards lack.

    Args:
        original: its copied words.
        candidate: the words that they stand in again.
    """
    return _letters_beside(original) - _letters_beside(candidate) >= _LOST


def _has_letters_beside(words: Words) -> bool:
    return _PART_BESIDE * len(words.once(_places_beside)) > int(words.letter_counts.sum())


def _letters_beside(words: Words) -> int:
    """How many letters of these words, of all that their text has, Russian lacks."""
    if not len(words):
        return 0
    places, starts = _places_beside(words), words.letter_starts
    at = np.maximum(np.searchsorted(starts, places, "right") - 1, 0)
    offsets = places - starts.take(at)
    return int(np.count_nonzero((offsets >= 0) & (offsets < words.letter_counts.take(at))))


def _places_beside(words: Words) -> NDArray[np.int64]:
    """Where the letters that Russian lacks stand, among the letters of these words' text."""
    return _BESIDE_RUSSIAN.take(words.letters).nonzero()[0]


def is_in_other_alphabet(original: Words, candidate: Words) -> bool:
    """Whether much of the candidate is in Latin and the original in Cyrillic, or the reverse."""
    ours, theirs = original.once(_counts), candidate.once(_counts)
    if ours[_LATIN] == ours[_CYRILLIC]:
        return False
    own, other = (_CYRILLIC, _LATIN) if ours[_CYRILLIC] > ours[_LATIN] else (_LATIN, _CYRILLIC)
    found, size = theirs[other], min(len(original), _LONG)
    if _PART_OF_PAGE * found > theirs[own] + found:
        return True
    return _FEWEST * found > size and _are_in_runs(size, candidate, own, other)


def _are_in_runs(size: int, words: Words, own: int, other: int) -> bool:
    """Whether words of an alphabet stand among their like; names stand among the others.

    Args:
        size: of the original, of which a tenth has to.
        words: of the candidate.
        own: the alphabet of the original.
        other: the other one.
    """
    begin = _ALPHABETS.take(words.letters.take(words.letter_starts)).tobytes()
    found = [run for run in _RUNS[own].finditer(begin) if other in run[0]]
    if _FEWEST * sum(run[0].count(other) for run in found) <= size:
        return False
    # Each with the word of the other alphabet before it, which parts it from the one before.
    places = np.concatenate([np.arange(max(run.start() - 1, 0), run.end()) for run in found])
    kinds = _kinds(*_units(words.take(places)))
    counts = np.bincount((kinds == own).cumsum()[kinds == other])
    return _PART_OF_ORIGINAL * int(counts[counts >= _RUN].sum()) > size


def alike(words: Words) -> Words:
    """The same words in the spelling that both alphabets lead to.

    A word that both alphabets could spell is as the one before it.

    >>> from reuse_guard.text.words import split_words
    >>> [alike(split_words(word)).folded(0) for word in ("Шымкенттің", "Shymkentting")]
    ['simkentin', 'simkentin']
    """
    if not len(words):
        return words
    plain, begins = _spelled(words)
    letters = np.append(plain, np.zeros(PADDING, "<u2"))
    starts = begins.nonzero()[0]
    counts = np.diff(starts, append=len(plain))
    return replace(
        words,
        stems=stems_of(letters, starts, counts),
        letters=letters,
        letter_starts=starts,
        letter_counts=counts,
    )


def _counts(words: Words) -> list[int]:
    """About how many words begin with a letter of both or of neither, of Latin, of Cyrillic."""
    step = 1 + len(words) // _SAMPLE
    kinds = _ALPHABETS.take(words.letters.take(words.letter_starts[::step]))
    counts: list[int] = (step * np.bincount(kinds, minlength=3)).tolist()
    return counts


def _spelled(words: Words) -> tuple[Units, Mask]:
    """The letters of all words in the plain spelling, and which of them begin a word."""
    units, starts = _units(words)
    begins = np.zeros(len(units), np.bool_)
    begins[starts] = True
    are_cyrillic = _are_cyrillic(words, _kinds(units, starts))
    plain = _from_latin(units, begins)
    if are_cyrillic.any():
        is_cyrillic = np.repeat(are_cyrillic, words.letter_counts)
        plain = np.where(is_cyrillic, _CYRILLIC_PLAIN.take(units), plain)
        _begin_aloud(plain, begins, units, starts)
        second = np.where(is_cyrillic, _CYRILLIC_SECOND.take(units), 0)
        longer = second.nonzero()[0]
        plain = np.insert(plain, longer + 1, second[longer])
        begins = np.insert(begins, longer + 1, False)
    is_spelled = plain != 0
    plain, begins = plain[is_spelled], begins[is_spelled]
    plain, begins = _without(plain, begins, (plain[1:] == _G) & (plain[:-1] == _N))
    is_letter = plain[1:] - _A <= _Z - _A
    return _without(plain, begins, (plain[1:] == plain[:-1]) & is_letter)


def _units(words: Words) -> tuple[Units, NDArray[np.int64]]:
    """The letters of all words, one after another, and where each word begins in them."""
    counts = words.letter_counts
    starts = np.cumsum(counts) - counts
    places = np.arange(counts.sum()) + np.repeat(words.letter_starts - starts, counts)
    return words.letters[places], starts


def _kinds(units: Units, starts: NDArray[np.int64]) -> NDArray[np.uint8]:
    """Of which alphabet each word has letters that the other one lacks, if of any."""
    kinds: NDArray[np.uint8] = np.maximum.reduceat(_ALPHABETS.take(units), starts)
    return kinds


def _begin_aloud(plain: Units, begins: Mask, units: Units, starts: NDArray[np.int64]) -> None:
    """Let words that begin with a silent letter begin with the next one; no word is left empty."""
    silent = starts[plain[starts] == 0]
    if not len(silent):
        return
    empty = starts[np.maximum.reduceat(plain, starts) == 0]
    plain[empty] = units[empty]
    spelled = plain.nonzero()[0]
    begins[silent] = False
    begins[spelled[np.searchsorted(spelled, silent)]] = True


def _are_cyrillic(words: Words, kinds: NDArray[np.uint8]) -> Mask:
    """Which words are in Cyrillic, by the alphabet whose letters each has, if of one."""
    told = np.maximum.accumulate(np.where(kinds > 0, np.arange(len(kinds)), -1))
    counts = words.once(_counts)
    begins_cyrillic = counts[_CYRILLIC] > counts[_LATIN]
    are: Mask = np.where(told < 0, begins_cyrillic, kinds[told] == _CYRILLIC)
    return are


def _from_latin(units: Units, begins: Mask) -> Units:
    """The plain letters of words in Latin, `shch`, `sh`, `zh`, `kh`, `gh` and `ch` as one."""
    plain = _LATIN_PLAIN.take(units)
    h = 1 + ((units[1:] == _H) & ~begins[1:]).nonzero()[0]
    before_h = _LATIN_BEFORE_H.take(units[h - 1])
    h, before_h = h[before_h != 0], before_h[before_h != 0]
    plain[h - 1] = before_h
    plain[h] = 0
    ch = h[1:][np.diff(h) == 2] - 1  # noqa: PLR2004 - two letters on
    plain[ch[(units[ch] == _C) & (units[ch - 2] == _S) & ~begins[ch]]] = 0
    return plain


def _without(plain: Units, begins: Mask, is_dropped: Mask) -> tuple[Units, Mask]:
    """The letters without some that follow another one of their word."""
    kept = np.append(True, ~is_dropped | begins[1:])
    return plain[kept], begins[kept]
