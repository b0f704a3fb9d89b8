"""Words in grammatical cases: Russian, Ukrainian and Kazakh inflect the names of people."""

from __future__ import annotations

from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING, Final

from reuse_guard.expressions import expression
from reuse_guard.text.folding import fold_word

if TYPE_CHECKING:
    from collections.abc import Iterator

# Endings of nouns and adjectives: a name may lose one and get another.
_ENDINGS: Final = (
    "а я о е и ы у ю ь ом ем ым им ой ей ою ею ью ий ый ая яя ую юю ого его ому ему ои еи ові еві"
    " єві ої ій ія"
    " ам ям ах ях ами ями"
)
# Endings that Kazakh adds to a whole name.
_ADDED: Final = (
    "ның нің дың дің тың тің ға ге қа ке на не ны ні ды ді ты ті да де та те нда нде дан ден тан"
    " тен нан нен мен бен пен"
)
_SHORTEST: Final = 2  # letters of a stem: "Ян", "Ева"
_LONGEST: Final = 3  # letters of an ending
_FLEETING = expression(r"(?<=\w)[eо]([^\W\d_])$")  # "Павел", "Лев": "Павла", "Льва"; e is folded
_WORD = expression(r"[^\W_]+")
_MARKS = expression(r"[^\w\s.'\u2019-]|\s-\s")


def are_cases(name: str, word: str) -> bool:
    """Whether a folded word is a name in one of its cases.

    >>> def are(name, word):
    ...     return are_cases(fold_word(name), fold_word(word))
    >>> are("Иванова", "Ивановой"), are("Павел", "Павла"), are("Серікқызы", "Серікқызының")
    (True, True, True)
    >>> are("Иван", "Иванов"), are("Мария", "Марина")
    (False, False)
    """
    stems = {name, *(_FLEETING.sub(rf"{vowel}\1", name) for vowel in ("", "ь"))}
    return any(_is_one(stem, word) for stem in stems)


def _is_one(name: str, word: str) -> bool:
    if name == word or (word.startswith(name) and word[len(name) :] in _folded(_ADDED)):
        return True
    endings = _folded(_ENDINGS) | {""}
    return any(
        name[:stem] == word[:stem] and name[stem:] in endings and word[stem:] in endings
        for stem in range(max(_SHORTEST, len(name) - _LONGEST), len(name) + 1)
    )


@cache
def _folded(endings: str) -> frozenset[str]:
    return frozenset(map(fold_word, endings.split()))


def capitals_in_rows(text: str) -> Iterator[list[str]]:
    """The words with a capital that stand side by side, no mark between them.

    >>> list(capitals_in_rows("They asked Anna Kim, who knew Ivan"))
    [['They'], ['Anna', 'Kim'], ['Ivan']]
    """
    for piece in _MARKS.split(text):
        words = _WORD.findall(piece)
        for is_capital, row in groupby(words, key=lambda word: word[0].isupper()):
            if is_capital:
                yield list(row)
