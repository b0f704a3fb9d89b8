"""Is a publisher named in a text in another form of its name: inflected, or written as one word?"""

from __future__ import annotations

import re
from typing import Final

from reuse_guard.align.similar import are_similar
from reuse_guard.measure.names import folded_words

_CYRILLIC = re.compile(r"[\u0400-\u04FF]{2}")
_WORD = re.compile(r"[^\W_]+")
_LEAST: Final = 8  # letters of a name written as one word


def names_otherwise(name: str, found: list[str], text: str) -> bool:
    """Whether a text names a publisher of several words in another form than its own.

    Russian and Kazakh inflect names («Степным курьером»); handles and logos join them.

    Args:
        name: of the publisher.
        found: the folded words of the text.
        text: the text itself: a name begins with a capital, which other words need not.

    >>> def is_named(name, text):
    ...     return names_otherwise(name, [*folded_words(text)], text)
    >>> is_named("Степной курьер", "Опубликовано «Степным курьером»")
    True
    >>> is_named("Новая газета", "Вышли новые газеты"), is_named("Orda", "order")
    (False, False)
    >>> is_named("Steppe Courier", "via @SteppeCourier")
    True
    """
    words = folded_words(name)
    if len(words) < 2:  # noqa: PLR2004 - one word alone has too many that are like it
        return False
    joined = "".join(words)
    if len(joined) >= _LEAST and joined in found:
        return True
    return _CYRILLIC.search(name) is not None and _is_inflected(words, found, text)


def _is_inflected(words: tuple[str, ...], found: list[str], text: str) -> bool:
    if not any(are_similar(words[0], word) for word in found):
        return False
    written = _WORD.findall(text)
    return any(
        written[at][:1].isupper() and all(map(_are_forms, words, written[at : at + len(words)]))
        for at in range(len(written) - len(words) + 1)
    )


def _are_forms(word: str, written: str) -> bool:
    """Whether a word of the text is one of the name's, whatever its ending."""
    folded = folded_words(written)
    return len(folded) == 1 and are_similar(word, folded[0])
