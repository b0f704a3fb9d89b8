"""Lists, tables and briefs: short pieces of text, where a few words more or less are points."""

from __future__ import annotations

import re

import pytest
from tests.align.articles import ENGLISH, OTHER

from reuse_guard.align import align
from reuse_guard.share import share_of_original
from reuse_guard.text.spans import Span
from reuse_guard.text.words import split_words

TOLD, OTHERS = (re.split(r"(?<=\.) ", text) for text in (ENGLISH, OTHER["English"]))
GAME = "• Marat Bekov — Aliya Omarova 0,5:0,5"
BRIEF = (
    "Fishermen found an anchor of a wooden ship under the old pier, and divers will raise it"
    " in spring, when its museum gets rooms that are dry enough."
)


def copied(original: str, candidate: str) -> int:
    """Words of the original that count as copied."""
    words = split_words(original)
    return share_of_original(align(words, split_words(candidate)), total=len(words)).copied


def test_lines_of_names_and_scores_count_within_three_hundred_words_of_copied_sentences() -> None:
    """Where lines were joined, bullets part them; alone they are names, which prove nothing."""
    article = f"{' '.join(TOLD[:6])} {GAME} • The last game is on Monday. {' '.join(TOLD[6:])}"
    far = [*OTHERS, GAME, "•", *OTHERS]
    assert copied(article, " ".join(far)) == 0
    assert copied(article, " ".join([TOLD[1], *far])) == len(split_words(f"{TOLD[1]} {GAME}"))
    assert copied(article, " ".join([TOLD[1], *OTHERS * 4, *far])) == len(split_words(TOLD[1]))


def test_what_is_run_into_a_list_counts_with_the_line_before_it() -> None:
    article = f"{' '.join(TOLD[:6])} {GAME} • 7 April, second game. {' '.join(TOLD[6:])}"
    line = f"{GAME} • 7 April, second game"
    mixed = " ".join([TOLD[1], *OTHERS, line, *OTHERS])
    assert copied(article, mixed) == len(split_words(f"{TOLD[1]} {line}"))


@pytest.mark.parametrize(
    ("start", "stop", "expected"),
    [(0, 8, 8), (0, 7, 0), (9, 18, 9), (9, 17, 8), (9, 16, 0)],
    ids=["its beginning", "too short", "a third", "a quarter", "less"],
)
def test_eight_words_in_a_row_count_of_a_brief(start: int, stop: int, expected: int) -> None:
    words = split_words(BRIEF)
    part = BRIEF[slice(*words.characters(Span(start, stop)))]
    said = f"They say {part} again, as was said."
    assert copied(BRIEF, " ".join([*OTHERS, said, *OTHERS])) == expected


def test_eight_words_in_a_row_are_a_phrase_in_a_longer_text() -> None:
    part = "Fishermen found an anchor of a wooden ship"
    candidate = " ".join([*OTHERS, "They say", part, "again, as was said.", *OTHERS])
    assert copied(f"{BRIEF} {ENGLISH}", candidate) == 0


def test_two_descriptions_with_other_numbers_are_no_copy() -> None:
    """The same units and names stand in all texts on cars; a copy has the same numbers."""
    one = (
        "It has 302 horsepower and 517 pounds of torque, in this form 0-60 mph could take 5"
        " seconds, and its top speed be an electronically limited 109 mph"
    )
    another = (
        "Its motors have 215 horsepower and 414 pounds of torque, and bring it to 0-62 mph in 7"
        " seconds. Top speed is an electronically limited 124 mph"
    )
    original = f"{ENGLISH} {one}, says the maker. {OTHER['Russian']}"
    assert copied(original, f"{OTHER['English']} {another}, as we hear. {OTHER['Kazakh']}") == 0
