"""Verbatim copies are counted to the word: 30 of 100 words are allowed, 31 are not."""

from __future__ import annotations

import pytest

from reuse_guard.align import align
from reuse_guard.text.words import split_words

NUMBERS = [f"w{chr(97 + i // 26)}{chr(97 + i % 26)}{i}x" for i in range(100)]
IN_SENTENCES = ". ".join(" ".join(NUMBERS[i : i + 10]) for i in range(0, 100, 10)) + "."


@pytest.mark.parametrize("original", [" ".join(NUMBERS), IN_SENTENCES])
@pytest.mark.parametrize("count", [20, 21, 22, 29, 30, 31, 32, 50, 51, 99, 100])
@pytest.mark.parametrize("after", ["", ". As the Steppe Courier wrote.", " and so on, it said."])
def test_the_first_words_of_an_article_are_counted_to_the_word(
    original: str, count: int, after: str
) -> None:
    """Also where the copy stops one word into a sentence."""
    candidate = split_words(" ".join(NUMBERS[:count]) + after)
    passages = align(split_words(original), candidate)
    assert sum(run.size for p in passages for run in p.copied) == count


def test_a_copied_sentence_and_the_words_that_follow_it_are_counted_to_the_word() -> None:
    for count in (10, 11, 12, 13):
        candidate = split_words(" ".join(NUMBERS[:count]) + ". As the Steppe Courier wrote.")
        passages = align(split_words(IN_SENTENCES), candidate)
        assert sum(run.size for p in passages for run in p.copied) == count


def test_repeated_words_do_not_hide_a_copy_when_more_text_follows() -> None:
    """More text in the candidate never lowers the share, whatever words it repeats."""
    original = split_words(f"{'river ' * 6}. {'river ' * 4}.")
    shorter = align(original, split_words(f"{'river ' * 6}."))
    longer = align(original, split_words(f"{'river ' * 6}.\n\nriver river river."))
    copied = [sum(run.size for p in found for run in p.copied) for found in (shorter, longer)]
    assert copied[1] >= copied[0]


WALL = (
    "The crack in the old wall had been hidden under silt since the dam was built. Last year a"
    " young woman from the institute measured it with instruments that nobody in the valley had"
    " seen."
)


@pytest.mark.parametrize(
    ("before", "copied", "after"),
    [
        ("", WALL[: WALL.index(" with")], "\n\nInsurance with banks of such places is rare."),
        ("", WALL[: WALL.index(" with")], "\n\nWith banks such places find no insurance."),
        ("", WALL[: WALL.index(" since")], "\n\nThe insurance of such places is dear."),
        ("", WALL[: WALL.index(" dam")].replace(" since the", " since\nthe"), ""),
        ("", WALL[: WALL.index(" under")], ".\n\nHouses under a cliff are cheap."),
        ("Our own view is in short this.\n\n", WALL[WALL.index("the old") :], ""),
    ],
)
def test_a_word_of_the_next_paragraph_is_not_where_a_copy_breaks_off(
    before: str, copied: str, after: str
) -> None:
    candidate = split_words(f"{before}{copied}{after}")
    passages = align(split_words(WALL), candidate)
    assert sum(run.size for p in passages for run in p.copied) == len(split_words(copied))
