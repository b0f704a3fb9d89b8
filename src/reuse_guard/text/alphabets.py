"""Words of two alphabets made alike: Kazakh and Russian are written in Cyrillic and in Latin.

Each word gets the letters of one plain spelling that both alphabets lead to, so that a copy is
found whichever table it was spelled by: the Kazakh ones of 2018 and 2021, passports, or a keyboard
without accents. What the tables differ in is left out of it: `sh`, `ş` and `ш` are all `s`.

    words     Шымкенттің    Shymkenttiń    Shimkentting
    alike     simkentin     simkentin      simkentin

Words keep their places, so what is found among such words stands at the same words of the text.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Final

import numpy as np

from reuse_guard.text.hashing import PADDING, stems_of
from reuse_guard.text.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reuse_guard.text.words import Words

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
# An article in the other alphabet may be in a page of which a quarter is in it, and in any that has
# so many words in it side by side, or a third as many as the original has. They are words that
# begin with a letter of one alphabet alone, about half of all.
_PART_OF_PAGE: Final = 4
_PART_OF_ORIGINAL: Final = 3
_MANY: Final = 40
_STRETCH: Final = 16  # words
_LATIN_WORD, _CYRILLIC_WORD = frozenset(_OWN_LATIN), frozenset(_OWN_CYRILLIC)

# The table of 2018 spells у as ý and ы as y, which are one without accents, so у, ұ, ү, ы, і, и
# and й are all one letter. Told apart, they left 1.97 points of error in inflected copies instead
# of 0.23, and gained nothing (even articles, see docs/decisions/0047).
_FROM_CYRILLIC = str.maketrans(
    dict(zip("bhpcyx" + "бгджзийлпфшщыэәғқңөұү", "vnrsih" + "bgdjziilpfssieagknoii", strict=True))
    | {"ц": "ts", "ч": "c", "ъ": None, "ь": None, "ю": "i", "я": "ia"}
)
_FROM_LATIN = str.maketrans("yuwqx", "iiikh")
_DIGRAPHS = re.compile("shch|sh|zh|kh|gh|ch")
_OF_DIGRAPHS = {"shch": "s", "sh": "s", "zh": "j", "kh": "h", "gh": "g", "ch": "c"}
_REPEATED = re.compile(r"([a-z])\1+")


def is_in_other_alphabet(original: Words, candidate: Words) -> bool:
    """Whether much of the candidate is in Latin and the original in Cyrillic, or the reverse."""
    ours, theirs = original.once(_counts), candidate.once(_counts)
    if ours[_LATIN] == ours[_CYRILLIC]:
        return False
    own, other = (_CYRILLIC, _LATIN) if ours[_CYRILLIC] > ours[_LATIN] else (_LATIN, _CYRILLIC)
    found = theirs[other]
    if _PART_OF_PAGE * found > theirs[own] + found:
        return True
    many = min(ours[own], _PART_OF_ORIGINAL * _MANY)
    return (
        _PART_OF_ORIGINAL * found > many
        and _PART_OF_ORIGINAL * _in_stretches(candidate, own, other) > many
    )


def _in_stretches(words: Words, own: int, other: int) -> int:
    """How many words of an alphabet stand among their like; names stand among the others."""
    kinds = _ALPHABETS.take(words.letters.take(words.letter_starts))
    edges = np.arange(0, len(kinds), _STRETCH)
    found, others = (np.add.reduceat(kinds == kind, edges, dtype=np.int64) for kind in (other, own))
    return int(found[found > 2 * others].sum())


def alike(words: Words) -> Words:
    """The same words in the spelling that both alphabets lead to.

    >>> from reuse_guard.text.words import split_words
    >>> [alike(split_words(word)).folded(0) for word in ("Шымкенттің", "Shymkentting")]
    ['simkentin', 'simkentin']
    """
    spelled = [_units(word) for word in _spellings(words)]
    counts = np.array([len(units) // 2 for units in spelled], np.int64)
    letters = np.frombuffer(b"".join(spelled) + bytes(2 * PADDING), "<u2")
    first = np.cumsum(counts) - counts
    return replace(
        words,
        stems=stems_of(letters, first, counts),
        letters=letters,
        letter_starts=first,
        letter_counts=counts,
    )


def _counts(words: Words) -> list[int]:
    """About how many words begin with a letter of both or of neither, of Latin, of Cyrillic."""
    step = 1 + len(words) // _SAMPLE
    kinds = _ALPHABETS.take(words.letters.take(words.letter_starts[::step]))
    counts: list[int] = (step * np.bincount(kinds, minlength=3)).tolist()
    return counts


def _spellings(words: Words) -> Iterator[str]:
    """Each word spelled alike; one that both alphabets could spell is as the one before it."""
    counts = words.once(_counts)
    is_cyrillic = counts[_CYRILLIC] > counts[_LATIN]
    spelled = cache(_spelled)  # most words of a long text are in it again
    for word in words.folded_in(Span(0, len(words))):
        if not _CYRILLIC_WORD.isdisjoint(word):
            is_cyrillic = True
        elif not _LATIN_WORD.isdisjoint(word):
            is_cyrillic = False
        yield spelled(word, is_cyrillic=is_cyrillic) or word


def _spelled(word: str, *, is_cyrillic: bool) -> str:
    if is_cyrillic:
        plain = word.translate(_FROM_CYRILLIC)
    else:
        plain = _DIGRAPHS.sub(lambda found: _OF_DIGRAPHS[found[0]], word).translate(_FROM_LATIN)
    return _REPEATED.sub(r"\1", plain.replace("ng", "n"))


def _units(word: str) -> bytes:
    return word.encode("utf-16-le", "surrogatepass")
