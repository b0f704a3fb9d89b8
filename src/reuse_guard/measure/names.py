"""Is somebody of this name named in a text?"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from rapidfuzz import fuzz

from reuse_guard.expressions import expression
from reuse_guard.measure.cases import are_cases, capitals_in_rows
from reuse_guard.text.folding import fold_word
from reuse_guard.text.spans import Span
from reuse_guard.text.words import split_words

if TYPE_CHECKING:
    from collections.abc import Iterator

# Likeness of 100 at which a reader takes words for the same: one letter in seven may differ, which
# lets an inflected name or a small slip pass and not another name of the same length.
ALIKE = 86
_EACH_ALIKE = 75  # each word of a name by itself: "Ann" for "Anne", not "Aigerim" for "Aigul"
_FULL = 2  # words of a name without one in the middle
_LONG = 4  # letters of a family name that an initial beside it makes a name of

# "A. Nurlan", "Nurlan A.": the same dot may belong to either.
_INITIAL_FIRST = expression(r"(?<!\w)([^\W\d_])\.\s*(?:[^\W\d_]\.\s*)?(\w{4,})")
_INITIAL_LAST = expression(r"(?<!\w)(\w{4,}+)\s+([^\W\d_])\.")
# And all that follows it, for names behind their first word: "L. van der Berg".
_INITIAL_AND_REST = expression(
    r"(?<!\w)([^\W\d_])\.\s*(?:[^\W\d_]\.\s*)?(?=((?:\w++[\s'\u2019-]++){0,4}\w++))"
)
_MARIA = expression(r"\b[mM]\.?\u00aa\.?\s*")
_LATIN, _CYRILLIC = expression(r"[A-Za-z]{2}"), expression(r"[\u0400-\u04FF]{2}")
# Cyrillic letters that Russian has none of: Kazakh names are spelled without them too.
_BESIDE_RUSSIAN = expression("[әғқңөұүһі]", re.IGNORECASE)
_PATRONYMICS = ("вич", "вна", "ична", "ұлы", "қызы", "улы", "кызы", "uly", "kyzy", "qyzy")


def is_named(name: tuple[str, ...], found: list[str], text: str = "") -> bool:
    """Whether a text holds a name, its words in any order, or a family name with an initial.

    Args:
        name: its folded words.
        found: the folded words of the text.
        text: the text itself, where initials are known by their dots and names by their capitals.

    >>> is_named(("asel", "nurlan"), ["text", "nurlan", "asel"])
    True
    >>> is_named(("asel", "nurlan"), ["by", "a", "nurlan"], "By A. Nurlan")
    True
    >>> is_named(("asel", "nurlan"), ["by", "b", "nurlan"], "By B. Nurlan")
    False
    """
    if "\u00aa" in text:
        text = with_maria(text)
        found = [*folded_words(text)]
    size = len(name)
    orders = [name[at:] + name[:at] for at in range(size)]
    windows = rows_of(size, found)
    return (
        any(_are_alike(order, one) for one in windows for order in orders)
        or _has_initial(name, text)
        or _has_all_but_first(name, text)
        or (_begins_of(name, found) and _is_inflected(name, text))
        or _writes_initial_out(name, found)
    )


def with_maria(text: str) -> str:
    """A text with the usual short form of María in Spanish names written out.

    >>> with_maria("Por M.ª José Núñez")
    'Por María José Núñez'
    """
    return _MARIA.sub("María ", text)


def rows_of(size: int, found: list[str]) -> set[tuple[str, ...]]:
    """The different rows of as many words in a text, where a page may say one a thousand times.

    >>> sorted(rows_of(2, ["a", "b", "a", "b"]))
    [('a', 'b'), ('b', 'a')]
    """
    return {*zip(*(found[at:] for at in range(size)), strict=False)}


def _are_alike(name: tuple[str, ...], words: tuple[str, ...]) -> bool:
    """Whether words are a name, small slips aside; a long family name makes no other first one."""
    return fuzz.ratio(" ".join(name), " ".join(words), score_cutoff=ALIKE) > 0 and all(
        fuzz.ratio(own, word) >= _EACH_ALIKE for own, word in zip(name, words, strict=True)
    )


def _begins_of(name: tuple[str, ...], found: list[str]) -> bool:
    """Whether two words of a name, or its only one, may stand there in a case; most pages end here.

    An ending has three letters, and a vowel before it may be gone.
    """
    begins = (own[: max(1, len(own) - 3)] for own in name)
    begun = (any(word.startswith(begin) for word in found) for begin in begins)
    return sum(begun) >= min(len(name), _FULL)


def _is_inflected(name: tuple[str, ...], text: str) -> bool:
    """Whether a name stands in another case, or with or without one in the middle.

    "Марии Ивановой" is Мария Иванова, and so is "Мария Сергеевна Иванова".
    """
    rows = [*capitals_in_rows(text)]
    cases = {  # asked once of a word, which stands in the windows of all orders
        word: frozenset(own for own in name if _is_case(own, word))
        for word in frozenset().union(*rows)
    }
    return any(
        all(own in cases[word] for own, word in zip(order, words, strict=True))
        for row in rows
        for order in _orders(name)
        for words in _windows(row, len(order))
    )


def _orders(name: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """The words of a name as they may stand, those in the middle left out or not."""
    yield from (name[at:] + name[:at] for at in range(len(name)))
    if len(name) > _FULL:
        yield from ((name[0], name[-1]), (name[-1], name[0]))
        if _is_patronymic(name[-1]):  # "Иванова Мария Сергеевна"
            yield from ((name[0], name[1]), (name[1], name[0]))


def _is_patronymic(word: str) -> bool:
    return word.endswith(_patronymics())


@cache
def _patronymics() -> tuple[str, ...]:
    return tuple(map(fold_word, _PATRONYMICS))


def _windows(row: list[str], size: int) -> Iterator[list[str]]:
    """As many words side by side; of two also those with another one between."""
    yield from (row[at : at + size] for at in range(len(row) - size + 1))
    if size == _FULL:
        yield from (row[at : at + 3 : 2] for at in range(len(row) - size))


def _is_case(own: str, word: str) -> bool:
    folded = fold_word(word)
    return folded == own or (_CYRILLIC.search(word) is not None and are_cases(own, folded))


def _has_initial(name: tuple[str, ...], text: str) -> bool:
    """Whether a family name stands beside an initial: "A. Nurlan" or "Nurlan A." for Asel Nurlan.

    The dot tells an initial from the words "a" and "и".
    """
    pairs = [
        *_INITIAL_FIRST.findall(text),
        *((initial, family) for family, initial in _INITIAL_LAST.findall(text)),
    ]
    return any(
        _begins(initial, other) and _is_alike(family, own)
        for initial, family in pairs
        for own, others in _families(name)
        for other in others
    )


def _has_all_but_first(name: tuple[str, ...], text: str) -> bool:
    """Whether a name stands there with an initial for its first word alone.

    A family name may be short, end as a patronymic does or have several words: "О. Ким",
    "А. Серікқызы", "L. van der Berg" for Ольга Ким, Айгүл Серікқызы, Ludwig van der Berg.
    """
    rest = name[1:]
    return any(
        _begins(initial, name[0]) and rest == folded_words(behind)[: len(rest)]
        for initial, behind in _INITIAL_AND_REST.findall(text if rest else "")
    )


def _writes_initial_out(name: tuple[str, ...], found: list[str]) -> bool:
    """Whether the original's "A. Nurlan" is written as "Asel Nurlan"."""
    return any(
        _is_alike(family, own) and before[:1] == other
        for own, others in _families(name)
        for other in others
        if len(other) == 1
        for before, family in pairwise(found)
    )


def _families(name: tuple[str, ...]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each word that may be the family name, with the others: the last one, or the first."""
    if len(name) > 1:
        yield from (
            (family, others)
            for family, others in ((name[-1], name[:-1]), (name[0], name[1:]))
            if len(family) >= _LONG and not _is_patronymic(family)
        )


def _begins(initial: str, other: str) -> bool:
    return other.startswith(folded_words(initial))


def _is_alike(word: str, own: str) -> bool:
    return fuzz.ratio(fold_word(word), own) >= ALIKE or _is_case(own, word)


def is_of_other_letters(name: str, text: str) -> bool:
    """Whether a text may spell a name in letters that the name is not written in.

    Those of the other alphabet, Latin or Cyrillic, or without those that Kazakh has and Russian
    lacks.

    >>> is_of_other_letters("Asel Nurlan", "Асель Нурлан"), is_of_other_letters("Wu Li", "Wu Lu")
    (True, False)
    >>> is_of_other_letters("Айгүл", "Айгуль"), is_of_other_letters("Иванова", "Иваново")
    (True, False)
    """
    if not _CYRILLIC.search(name):
        return _CYRILLIC.search(text) is not None
    return bool(_LATIN.search(text) or _BESIDE_RUSSIAN.search(name) or _BESIDE_RUSSIAN.search(text))


@lru_cache(maxsize=1024)
def folded_words(text: str) -> tuple[str, ...]:
    """The words of a text, folded."""
    words = split_words(text)
    return tuple(words.folded_in(Span(0, len(words))))
