"""Scripts whose letters are words of their own."""

from __future__ import annotations

from typing import Final

from reuse_guard.expressions import expression

# Scripts written without spaces, as ranges of code points (Unicode blocks).
_WITHOUT_SPACES = (
    (0x0E00, 0x0EFF),  # Thai, Lao
    (0x1000, 0x109F),  # Burmese
    (0x1780, 0x17FF),  # Khmer
    (0x2E80, 0x2FDF),  # Han radicals
    (0x3005, 0x3007),  # Han iteration mark, zero
    (0x3040, 0x30FF),  # kana
    (0x31F0, 0x31FF),  # small kana
    (0x3400, 0x4DBF),  # Han
    (0x4E00, 0x9FFF),  # Han
    (0xA9E0, 0xA9FF),  # Burmese
    (0xAA60, 0xAA7F),  # Burmese
    (0xF900, 0xFAFF),  # Han
    (0xFF66, 0xFF9F),  # half-width kana
    (0x1B000, 0x1B16F),  # kana
    (0x20000, 0x3FFFF),  # Han
)
_RANGES: Final = "".join(f"{chr(low)}-{chr(high)}" for low, high in _WITHOUT_SPACES)
_ALONE = expression(rf"[{_RANGES}](?<![\W\d_])")
# A word of these scripts has two letters, in the mean.
_WORD = expression(rf"[^\W\d_{_RANGES}]+|(?:[{_RANGES}](?<![\W\d_])){{1,2}}")


def is_alone(code: int) -> bool:
    """Whether a code point belongs to a script written without spaces."""
    return any(low <= code <= high for low, high in _WITHOUT_SPACES)


def has_alone(text: str) -> bool:
    """Whether a text has a letter of a script written without spaces."""
    return not text.isascii() and _ALONE.search(text) is not None


def count_alone(text: str) -> int:
    """How many letters of a text are of such scripts.

    >>> count_alone("港口, 2026"), count_alone("harbour")
    (2, 0)
    """
    return 0 if text.isascii() else len(_ALONE.findall(text))


def words_in(text: str) -> list[str]:
    """The words of a text about as a reader counts them: two letters of such scripts are one.

    >>> words_in("Port 港口新闻 opens")
    ['Port', '港口', '新闻', 'opens']
    """
    return _WORD.findall(text)


def count_words(text: str) -> int:
    """How many words a text has as articles are counted: each such letter is one.

    >>> count_words("Port 港口新闻 opens")
    6
    """
    return len(words_in(text)) + count_alone(text) // 2
