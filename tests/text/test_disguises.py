"""Letters that a reader puts together to words and this program does not."""

from __future__ import annotations

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reuse_guard.text.disguises import flag_letters, reversed_letters, spaced_letters
from reuse_guard.text.words import split_words

SENTENCE = "The ferry between Akzhar and the right bank runs again from Monday."
RUSSIAN = "Паром между Акжаром и правым берегом снова ходит с понедельника."
FLAG_A = 0x1F1E6


def apart(text: str) -> int:
    return spaced_letters(text, split_words(text))


@pytest.mark.parametrize("text", [SENTENCE, RUSSIAN])
@pytest.mark.parametrize("between", [" ", "  ", ".", "-", "\n", "\u00a0", "_", " | "])
def test_letters_that_stand_apart_are_counted(text: str, between: str) -> None:
    letters = [letter for letter in text if letter.isalpha()]
    assert apart(between.join(letters)) == len(letters)


@pytest.mark.parametrize(
    "text",
    [
        SENTENCE,
        " ".join(string.ascii_uppercase),
        "А Б В Г Д Е Ж З И К Л М Н О П Р С Т У Ф Х Ц Ч Ш Щ Э Ю Я",
        "Score: 1 2 3 4 5 6 7 8 9 1 2 3 4 5 6 7 8 9 1 2 3 4 5",
        "J. R. R. and A. B. C. of the U. S. A.",
        "Вечером и в дождь я с другом шёл к реке, а он и я о ней и пели у воды",
        "漢字" * 20,
        "",
    ],
)
def test_ordinary_text_has_none(text: str) -> None:
    assert apart(text) == 0


@given(st.text(max_size=60))
def test_no_more_letters_are_counted_than_there_are_words(text: str) -> None:
    assert 0 <= apart(text) <= len(split_words(text))


@pytest.mark.parametrize("between", ["", "\u200b", " "])
def test_words_in_halves_of_flags_are_counted(between: str) -> None:
    letters = [letter for letter in SENTENCE.lower() if letter.isalpha()]
    text = between.join(chr(FLAG_A + ord(letter) - ord("a")) for letter in letters)
    assert flag_letters(f"{text} {chr(FLAG_A)}") == len(letters) + 1


@pytest.mark.parametrize(
    "text", ["🇰🇿 beat 🇺🇿 in Almaty", "🇰🇿🇷🇺🇰🇬", "a wave 🌊 and no flag", "plain", "Паром"]
)
def test_flags_are_no_letters(text: str) -> None:
    assert flag_letters(text) == 0


RLO, LRO, RLE, POP = "\u202e", "\u202d", "\u202b", "\u202c"
HEBREW = "\u05d0\u05d1\u05d2"


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        (f"{RLO}{RUSSIAN[::-1]}{POP} and on", 54),
        (f"{RLO}{SENTENCE[::-1]}", 55),
        (f"{RLO}dne eht\nnext line", 6),
        (f"{RLO}a{POP} b {RLO}c{POP}", 2),
        (f"{RLO}{RLE}{POP}retsinim", 8),  # the end is that of the second mark
        (f"{LRO}{RLO}retsinim{POP} eht", 11),
        (f"{RLO}{HEBREW}{POP}", 0),
        (f"{LRO}{HEBREW}{POP} {LRO}plain{POP}", 3),
        (SENTENCE, 0),
    ],
)
def test_letters_after_marks_of_another_direction_are_counted(text: str, letters: int) -> None:
    assert reversed_letters(text) == letters
