"""Folding: what makes two spellings of one word equal.

Every character folds to no letter, one letter or several, so that a copy is seen through capitals,
accents, full-width and mathematical letters, ligatures, invisible characters and look-alike letters
of another alphabet, letters in circles and squares, small capitals. The fold of a text keeps, for
every folded letter, the character it came from.

    text      C  a  f  é  ZWSP  ﬁ     Ⅷ
    folded    c  a  f  e        f  i  v  i  i  i
    source    0  1  2  3        5  5  6  6  6  6

Nothing is stored: a page of 256 code points is built from `unicodedata` when a text first needs it.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING, Final

import numpy as np

from reuse_guard.expressions import expression
from reuse_guard.text.endings import STOPS
from reuse_guard.text.scripts import is_alone

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

# What a character that is not a letter of a word folds to. Real letters start far above. Those that
# part words are white space as `str.split` knows it; only the first of them does nothing else.
SEPARATOR: Final = 9
SENTENCE_END: Final = 10  # a separator that ends a sentence or a line
HYPHEN: Final = 11  # a separator that breaks words at the end of a line
FULL_STOP: Final = 12  # ends a sentence unless a small letter or a digit follows at once
MARK: Final = 14  # an accent folded away: belongs to the letter before it
DROPPED: Final = 15  # invisible: does not split a word
_UNKNOWN: Final = 0  # not looked up yet
FIRST_LETTER: Final = 16

# Flags above the 16 bits of a letter.
CAPITAL: Final = 1 << 16
ALONE: Final = 1 << 17  # a letter of a script without spaces: a word of its own
ATTACHED: Final = 1 << 18  # a vowel sign of such a script: belongs to the word before it
SEVERAL: Final = 1 << 19  # folds to several letters, kept in `Page.several`
LETTER: Final = (1 << 16) - 1
_NARROW_CAPITAL: Final = 1 << 7
_WIDE: Final = 1  # in a byte: letters that do not fit

_CODE_POINTS: Final = 0x110000

# Unicode's Default_Ignorable_Code_Point, but those that their category tells: fillers, vowels and
# selectors that no reader sees, and what is kept for more of them.
_UNSEEN = frozenset(
    chain(
        (0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x2065, 0x3164, 0xFFA0),
        *(range(0x180B, 0x1810), range(0xFE00, 0xFE10), range(0xFFF0, 0xFFF9)),
        range(0xE0000, 0xE1000),
    )
)
# Marks of footnotes, set behind a word and no part of it; of "km²" the letters are left.
_RAISED_DIGITS = frozenset("⁰¹²³⁴⁵⁶⁷⁸⁹")
_LOWERED_DIGITS = "₀₁₂₃₄₅₆₇₈₉"  # marks too behind a word, digits in a formula
_SMALL_BEFORE_MARK = 2  # letters: in formulae ("Fe₂O₃") the second one is a capital
# Unicode's letters for what keyboards write as an apostrophe (Uzbek, Ukrainian), which is none, and
# the stroke that makes an Arabic word longer.
_APOSTROPHES = frozenset("\u02b9\u02bb\u02bc\u02bd\u02be\u02bf")
_TATWEEL = "\u0640"
_LINE_BREAKS = frozenset("\n\v\f\r\x85\u2028\u2029")
# What begins an item of a list, or a cell of a table: where lines were joined, it alone shows where
# the one before it ends.
_BULLETS = frozenset("•‣◦●○▪▫■□◆◇►▶")
_SIGNS: Final = (
    dict.fromkeys(STOPS | _LINE_BREAKS | _BULLETS, SENTENCE_END)
    | dict.fromkeys(".\uff0e", FULL_STOP)
    | dict.fromkeys("-\u2010\u2011", HYPHEN)
)

# Cyrillic and Greek letters and the Latin letters they are mistaken for, in either case: all three
# spell one skeleton, so a look-alike hides nothing in either direction. Only pairs that look the
# same in print stand here; и/u, п/n or г/r (alike in cursive alone) would equate real words. The
# capitals of Cherokee and Lisu and a few letters of Armenian look like Latin ones, too. Keyboards
# for Arabic and for Persian have other characters for ya and kaf, and ta marbuta is written as ha.
# Small capitals of Cyrillic are put together of letters of three alphabets.
_LOOK_ALIKES = dict(
    zip(
        "авекмнорстухіјѕһԛԝӏ" + "αβεζηικμνορτυχ" + "\u0131\u0251\u0261" + "օոսհցյ"
        "ᎪᏴᏟᎠᎬᏀᎻᎥᎫᏦᏞᎷᏢᎡᏚᎢᏙᎳᎩᏃ" + "ꓮꓐꓚꓓꓰꓝꓖꓧꓲꓙꓗꓡꓟꓠꓳꓑꓣꓢꓔꓴꓦꓪꓫꓬꓜ"  # noqa: RUF001
        "\u064a\u0649\u0643\u0629\u06c1\u06c3" + "ᴦɜᴎᴫᴧʍᴨᴩɸɯᴙĸ",
        "abekmhopctyxijshqwi" + "abezhikmvoptyx" + "iag" + "onuhgj"
        "abcdeghijklmprstvwyz" + "abcdefghijklmnoprstuvwxyz"
        "\u06cc\u06cc\u06a9\u0647\u0647\u0647" + "гзиллmпpфшяk",
        strict=True,
    )
)

# Letters that Unicode calls symbols or letters of their own, by their names: in circles, squares
# and brackets, small capitals, with a stroke or a hook. Emoji are among them (a blood group, a car
# park), and are letters too; flags are not, of which each takes two letters.
_DRESSED = expression(
    r"LATIN LETTER SMALL CAPITAL ([A-Z])\Z"
    r"|LATIN (?:SMALL|CAPITAL) LETTER ([A-Z]) WITH (?!SMALL LETTER )"  # "ǈ" is two
    r"|(?:NEGATIVE )?(?:CIRCLED|SQUARED|PARENTHESIZED) LATIN (?:SMALL|CAPITAL) LETTER ([A-Z])\Z"
)
# Raised and lowered Cyrillic letters from U+1E030 on, which older Pythons do not know.
_RAISED = "абвгдежзиклмопрстуфхцчшыэюꚉәіјөүӏабвгдежзиклопсуфхцчшъыґіѕџҫꙑұ"
_FIRST_RAISED = 0x1E030


@dataclass(frozen=True, slots=True, eq=False)
class Page:
    """The folds of 256 code points.

    Attributes:
        values: `uint32[256]`, a UTF-16 unit with flags, or a constant below `FIRST_LETTER`.
        several: letters of the characters that fold to more than one.
    """

    values: NDArray[np.uint32]
    several: dict[int, tuple[int, ...]]


@dataclass(frozen=True, slots=True, eq=False)
class Folded:
    """A folded text.

    Attributes:
        values: one for each folded letter: `uint32`, as in `Page`, or where all letters fit `uint8`
            with no other flag than that of a capital.
        sources: character each value came from; None when it is its own index.
    """

    values: NDArray[np.uint32] | NDArray[np.uint8]
    sources: NDArray[np.int64] | None

    @property
    def capital(self) -> int:
        """The flag of a capital, above all letters."""
        return _NARROW_CAPITAL if self.values.dtype == np.uint8 else CAPITAL

    @property
    def has_lone_letters(self) -> bool:
        """Whether letters of a script without spaces are among them."""
        values = self.values
        return values.dtype != np.uint8 and bool(len(values)) and int(values.max()) >= ALONE


def fold(text: str) -> Folded:
    """Fold every character of a text; lone surrogates are separators."""
    narrow = _narrow(text)
    if narrow is not None:
        return Folded(np.frombuffer(narrow, np.uint8), None)
    codes = np.array([text]).view(np.uint32)
    values = _look_up(codes)
    return _spread(codes, values) if values.max() >= SEVERAL else Folded(values, None)


def _narrow(text: str) -> bytes | None:
    """The folds of a text that fit in a byte each; None where they do not.

    Half the time of a look-up of numbers, and a quarter of the memory.
    """
    if text.isascii():
        return text.encode("ascii").translate(_narrow_folds())
    try:
        folds = text.encode("latin-1").translate(_narrow_folds())
    except UnicodeEncodeError:
        return None
    return None if _WIDE in folds else folds


@cache
def _narrow_folds() -> bytes:
    """The folds of the first 256 code points, for `bytes.translate`."""
    values = _page(0).values
    is_letter = values >= FIRST_LETTER
    letters = values & LETTER
    flags = np.where(values & CAPITAL, _NARROW_CAPITAL, 0)
    is_wide = is_letter & ((values >= ALONE) | (letters >= _NARROW_CAPITAL))
    return np.where(is_wide, _WIDE, letters | flags).astype(np.uint8).tobytes()


def fold_word(word: str) -> str:
    """The folded letters of one word.

    >>> fold_word("Straße"), fold_word("ﬁne"), fold_word("Ёлка") == fold_word("елка")
    ('strasse', 'fine', True)
    """
    folded = fold(word)
    letters = folded.values & (folded.capital - 1)
    return letters[letters >= FIRST_LETTER].astype("<u2").tobytes().decode("utf-16-le")


def _look_up(codes: NDArray[np.uint32]) -> NDArray[np.uint32]:
    values = _table().take(codes)
    if values.min() == _UNKNOWN:
        # `np.unique` would load masked arrays, a fiftieth of the time of a short run.
        for number in set((codes[values == _UNKNOWN] >> 8).tolist()):
            _table()[number << 8 : (number + 1) << 8] = _page(number).values
        values = _table().take(codes)
    return values


@cache
def _table() -> NDArray[np.uint32]:
    """The folds of all code points, `_UNKNOWN` until a text needs their page.

    4 MB that the system gives when they are first written to: a page of memory for each script.
    """
    return np.zeros(_CODE_POINTS, np.uint32)


def _spread(codes: NDArray[np.uint32], values: NDArray[np.uint32]) -> Folded:
    """Give every letter of a ligature and the like a place of its own."""
    places = np.flatnonzero(values & SEVERAL)
    letters = [
        (DROPPED,) if is_mark else _page(code >> 8).several[code]
        for code, is_mark in zip(codes[places].tolist(), _marks(codes, places), strict=True)
    ]
    counts = np.ones(len(values), np.int64)
    counts[places] = [len(of_one) for of_one in letters]
    sources = np.repeat(np.arange(len(values)), counts)
    spread = values[sources]
    inside = np.repeat(values & SEVERAL != 0, counts)
    spread[inside] = np.array([value for of_one in letters for value in of_one], np.uint32)
    return Folded(spread, sources)


def _marks(codes: NDArray[np.uint32], places: NDArray[np.int64]) -> Iterator[bool]:
    """Whether the characters at these places are lowered digits set behind a word as marks."""
    last, is_mark = -2, False
    for place in places.tolist():
        if chr(codes[place]) not in _LOWERED_DIGITS:
            yield False
            continue
        if place != last + 1:  # else it is what the digit before it is
            before = "".join(map(chr, codes[max(place - _SMALL_BEFORE_MARK, 0) : place].tolist()))
            is_mark = len(before) == _SMALL_BEFORE_MARK and all(map(str.islower, before))
        last = place
        yield is_mark


@cache
def _page(number: int) -> Page:
    values = np.empty(256, np.uint32)
    several: dict[int, tuple[int, ...]] = {}
    for low in range(256):
        code = number << 8 | low
        value = _value(chr(code))
        if isinstance(value, tuple):
            several[code] = value
            value = value[0] | SEVERAL
        values[low] = value
    values.setflags(write=False)
    return Page(values, several)


def _value(character: str) -> int | tuple[int, ...]:
    character = _undressed(character)
    category = unicodedata.category(character)
    if _is_unseen(character, category):
        return DROPPED
    if category[0] in "LN":
        return _letters(character, category)
    if category[0] == "M":
        return _mark(character)
    return _SIGNS.get(character, SEPARATOR)


def _is_unseen(character: str, category: str) -> bool:
    """Whether no reader sees a character; C2PA hides a manifest in selectors."""
    is_control = category in {"Cf", "Cc"} and not character.isspace()
    return is_control or ord(character) in _UNSEEN


def _undressed(character: str) -> str:
    """The letter that a character shows in other clothes, or the character itself."""
    raised = ord(character) - _FIRST_RAISED
    if 0 <= raised < len(_RAISED):
        return _RAISED[raised]
    name = unicodedata.name(character, "")
    dressed = _DRESSED.match(name)
    # Letters with accents are taken apart by Unicode itself.
    if dressed is None or unicodedata.normalize("NFD", character) != character:
        return character
    letter = dressed[dressed.lastindex or 0]
    return letter if " CAPITAL LETTER " in name else letter.lower()


def _letters(character: str, category: str) -> int | tuple[int, ...]:
    if character in _RAISED_DIGITS or character == _TATWEEL:
        return DROPPED
    if character in _APOSTROPHES:
        return SEPARATOR
    letters = [unit for letter in _decompose(character) for unit in _units(letter)]
    if not letters:
        return SEPARATOR
    alone = category[0] == "L" and is_alone(ord(character))
    letters[0] |= (CAPITAL if category in {"Lu", "Lt"} else 0) | (ALONE if alone else 0)
    rest = [letter | ATTACHED if alone else letter for letter in letters[1:]]
    return (letters[0], *rest) if rest or character in _LOWERED_DIGITS else letters[0]


def _decompose(character: str) -> str:
    """Compatibility letters in lower case, without their accents; digits in ASCII."""
    digit = unicodedata.decimal(character, None)
    if digit is not None:
        return str(digit)
    spelled = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", character).casefold())
    return "".join(c for c in spelled if c.isalnum() or (_is_mark(c) and not _is_accent(c)))


def _units(letter: str) -> list[int]:
    """UTF-16 units of a letter's skeleton: four letters fill the 8 bytes hashed at a time."""
    skeleton = _LOOK_ALIKES.get(letter, letter).encode("utf-16-le")
    return [low | high << 8 for low, high in zip(skeleton[::2], skeleton[1::2], strict=True)]


def _mark(character: str) -> int | tuple[int, ...]:
    if _is_accent(character):
        return MARK
    units = _units(character)
    if is_alone(ord(character)):
        units = [unit | ATTACHED for unit in units]
    return units[0] if len(units) == 1 else tuple(units)


def _is_mark(character: str) -> bool:
    return unicodedata.category(character)[0] == "M"


def _is_accent(character: str) -> bool:
    """Marks that may be left out of a word and leave it the same word.

    By canonical combining class: accents of Latin, Cyrillic and Greek (202 to 240), points of
    Hebrew and Arabic (10 to 36), enclosing marks. Vowel signs, viramas and the voicing of kana
    are letters.
    """
    combining = unicodedata.combining(character)
    enclosing = unicodedata.category(character) == "Me"
    return enclosing or combining == 1 or 10 <= combining <= 36 or combining >= 200  # noqa: PLR2004
