r"""Expressions for whole words, of which most are plain and need not be compiled.

A list of some hundred stems takes `re` 20 ms to compile and 16 µs for each word that is looked up.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, Final, Generic, TypeVar

from reuse_guard.expressions import expression

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_Key = TypeVar("_Key")

# A word, or one whose last letter may be missing; and a stem with any ending.
_PLAIN = expression(r"([\w%&'-]*)([\w%&'-])(\??)")
_STEM = expression(r"([\w'-]+)\\w\*")
_LAST_LETTERS = expression(r"\w*\Z")
# What `re` takes for the same when it ignores case, besides capitals.
_OTHER_SHAPES: Final = str.maketrans("\u0131\u017f", "is")


class Spellings(Generic[_Key]):
    r"""Tells which of some keys a word is a spelling of.

    >>> spellings = Spellings({"link": (r"links?", r"ссылк\w*"), "site": (r"(?:web)?sites?",)})
    >>> [spellings.of(word) for word in ("links", "ссылкой", "website", "linked")]
    [{'link'}, {'link'}, {'site'}, set()]
    """

    def __init__(self, words: Mapping[_Key, Iterable[str]]) -> None:
        """Take the expressions of each key, in small letters; all match whole words."""
        self._whole: defaultdict[str, set[_Key]] = defaultdict(set)
        self._stems: defaultdict[str, set[_Key]] = defaultdict(set)
        others: defaultdict[_Key, list[str]] = defaultdict(list)
        for key, expressions in words.items():
            for one in expressions:
                if plain := _PLAIN.fullmatch(one):
                    self._whole[plain[1] + plain[2]].add(key)
                    if plain[3]:
                        self._whole[plain[1]].add(key)
                elif stem := _STEM.fullmatch(one):
                    self._stems[stem[1]].add(key)
                else:
                    others[key].append(one)
        self._others = [
            (key, expression("|".join(expressions), re.IGNORECASE))
            for key, expressions in others.items()
        ]

    def of(self, word: str) -> set[_Key]:
        """The keys of a word in small letters."""
        found = {key for key, pattern in self._others if pattern.fullmatch(word)}
        word = word.translate(_OTHER_SHAPES)
        found.update(self._whole.get(word, ()))
        ending = _LAST_LETTERS.search(word)
        for stop in range(ending.start() if ending else len(word), len(word) + 1):
            found.update(self._stems.get(word[:stop], ()))
        return found
