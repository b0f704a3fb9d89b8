"""Letters that a reader puts together to words and this program does not."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final
from unicodedata import bidirectional

import numpy as np

from reuse_guard.expressions import expression

if TYPE_CHECKING:
    from reuse_guard.text.words import Words

# Words of one letter in a row. Initials, grades and the like have up to about ten; at twenty in a
# row only an alphabet is left, whose letters stand in their order.
_IN_A_ROW: Final = 20
_ORDERED: Final = 0.8
_FIRST_WITHOUT_SPACES: Final = 0x0E00  # from Thai on, each letter is a word of its own
# Words without a space between them, as where boxes set them apart. The longest of news in English,
# Russian and Kazakh have 25 letters; names of substances have digits or hyphens in them.
_LONGEST: Final = 30
_CODES: Final = 160  # letters; of 181 news pages two have such words, codes of 100 letters at most
# After U+202E and U+202D letters stand in the direction that these tell, up to U+202C or the end of
# a paragraph. Where more is opened in between, the line is not taken apart: all of it counts.
_OVERRIDDEN = expression("([\u202d\u202e])(?:([^\u202a-\u202e\n]*)(?:\u202c|\n|\\Z)|([^\n]*))")
_TURNED: Final = {"\u202e": {"L"}, "\u202d": {"R", "AL"}}  # letters of the other direction
_FLAG_LETTERS = expression("[\U0001f1e6-\U0001f1ff]+")


def spaced_letters(text: str, words: Words) -> int:
    """How many letters of a text stand apart from each other where words are expected.

    Args:
        text: any.
        words: of it.

    Examples:
        >>> from reuse_guard.text.words import split_words
        >>> text = "T h e  m i n i s t e r  o f  f i n a n c e"
        >>> spaced_letters(text, split_words(text))
        20
        >>> alphabet = " ".join("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
        >>> spaced_letters(alphabet, split_words(alphabet))
        0
    """
    firsts = words.letters[words.letter_starts]
    single = (words.letter_counts == 1) & (firsts > ord("9")) & (firsts < _FIRST_WITHOUT_SPACES)
    if int(np.count_nonzero(single)) < _IN_A_ROW:
        return 0
    bounds = np.flatnonzero(np.diff(single, prepend=False, append=False)).reshape(-1, 2)
    long = bounds[bounds[:, 1] - bounds[:, 0] >= _IN_A_ROW].tolist()
    runs = ([text[at] for at in words.starts[start:stop].tolist()] for start, stop in long)
    return sum(len(run) for run in runs if not _is_ordered(run))


def _is_ordered(letters: list[str]) -> bool:
    """Whether they stand as in an alphabet."""
    in_order = sum(one.lower() <= other.lower() for one, other in pairwise(letters))
    return in_order > _ORDERED * len(letters)


def joined_letters(words: Words) -> int:
    """How many letters stand in words too long to be one; 0 where a few codes have no more.

    >>> from reuse_guard.text.words import split_words
    >>> joined_letters(split_words("Theministeroffinanceannouncedonfriday " * 5))
    185
    >>> joined_letters(split_words("Theministeroffinanceannouncedonfriday again"))
    0
    """
    long = (words.letter_counts > _LONGEST).nonzero()[0].tolist()
    letters = sum(len(word) for word in map(words.folded, long) if word.isalpha())
    return letters if letters > _CODES else 0


def reversed_letters(text: str) -> int:
    """How many letters are written from the last to the first, and shown the right way round.

    >>> reversed_letters("\u202eretsinim eht\u202c said"), reversed_letters("the minister")
    (11, 0)
    """
    if not any(mark in text for mark in _TURNED):
        return 0
    found = _OVERRIDDEN.findall(text)
    turned = sum(bidirectional(one) in _TURNED[mark] for mark, run, _ in found for one in run)
    return turned + sum(map(str.isalpha, "".join(mixed for _, _, mixed in found)))


def flag_letters(text: str) -> int:
    """How many letters are written with the halves of flags; 0 where all of them make flags.

    >>> flag_letters("\U0001f1f0\U0001f1ff and \U0001f1f0\U0001f1ec"), flag_letters("\U0001f1e6")
    (0, 1)
    """
    if text.isascii() or len(text.encode("utf-16-le", "surrogatepass")) == 2 * len(text):
        return 0
    runs = [len(run) for run in _FLAG_LETTERS.findall(text)]
    return sum(runs) if any(run % 2 for run in runs) else 0
