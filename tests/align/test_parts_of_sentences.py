"""What belongs to a copied sentence: words moved within it, beyond it, and parts farther off."""

from __future__ import annotations

import re

import pytest
from tests.align.articles import ENGLISH, OTHER

from reuse_guard.align import PassageKind, align
from reuse_guard.share import share_of_original
from reuse_guard.text.words import split_words

TOLD, OTHERS = (re.split(r"(?<=\.) ", text) for text in (ENGLISH, OTHER["English"]))


def copied(original: str, candidate: str) -> int:
    """Words of the original that count as copied."""
    words = split_words(original)
    return share_of_original(align(words, split_words(candidate)), total=len(words)).copied


def with_sentence(sentence: str) -> str:
    """The English article with one more sentence."""
    return " ".join([*TOLD[:6], sentence, *TOLD[6:]])


def among_others(*sentences: str) -> str:
    """Some sentences in the middle of another article."""
    return " ".join([*OTHERS, *sentences, *OTHERS])


@pytest.mark.parametrize(
    ("said", "moved"),
    [
        (
            "The road to the station is closed until Monday, Marat said.",
            "Marat said the road to the station is closed until Monday.",
        ),
        (
            "After the storm, workers cleared three roads and the old bridge.",
            "Workers cleared three roads and the old bridge after the storm.",
        ),
    ],
)
def test_what_was_moved_to_the_other_end_of_a_copied_sentence_counts(said: str, moved: str) -> None:
    copy = among_others(TOLD[5], moved, TOLD[6])
    assert copied(with_sentence(said), copy) == len(split_words(f"{TOLD[5]} {said} {TOLD[6]}"))


def test_what_stands_in_another_sentence_was_not_moved_there() -> None:
    said = "The road to the station is closed until Monday, Marat said."
    others = "Nobody heard what Marat said.", said.replace(", Marat said", "")
    copy = among_others(TOLD[5], *others, TOLD[6])
    assert copied(with_sentence(said), copy) == copied(with_sentence(said), " ".join(TOLD[5:7])) + 9


def test_nothing_beyond_the_full_stop_before_an_edited_sentence_counts_with_it() -> None:
    """There the other text has a form of the word that stands there in the original."""
    copy = "They are dones. Neighbours cook soup for everyone who sleeps in the gym."
    assert copied(ENGLISH, among_others(copy)) == 9


def test_a_sentence_is_whole_though_the_next_one_begins_with_the_same_word() -> None:
    original = with_sentence("Hungry people quarrelled loudly. Teachers left.")
    copy = "Hungry people, it seems, quarrelled loudly. Teachers saw nothing."
    assert copied(original, among_others(copy)) >= 4


def test_a_few_copied_words_farther_off_take_nothing_from_what_was_copied() -> None:
    part = "We saw that to the coast will not run before the weekend because of ours."
    candidate = " ".join([OTHERS[0], part, *OTHERS[1:4]])
    more = "Later farmers expect to lose something else."
    assert copied(ENGLISH, f"{candidate} {more}") >= copied(ENGLISH, candidate) == 10


def test_two_rare_words_between_copied_ones_count_in_their_place_and_one_does_not() -> None:
    """Where few words could have been paired, little is by chance."""
    original, around = with_sentence("Old dogs bark."), " ".join(TOLD[5:7])
    for said, words in (("Few dogs bark.", 2), ("Few dogs run.", 0)):
        copy = " ".join([TOLD[5], said, TOLD[6]])
        assert copied(original, copy) == copied(original, around) + words


def found_in(text: str) -> tuple[str, str]:
    """The stretches of the article and of a text of its only passage."""
    original, candidate = split_words(ENGLISH), split_words(text)
    (passage,) = align(original, candidate)
    return (
        ENGLISH[slice(*original.characters(passage.original))],
        text[slice(*candidate.characters(passage.candidate))],
    )


def edited_at_its_ends(before: str) -> str:
    """Two sentences of the article after other words, one word left out and the last replaced."""
    first = TOLD[5].rstrip(".").replace("of the wheat ", "of wheat ")
    return f"{before} {first}. {TOLD[6].rsplit(' ', 1)[0]} over"


def test_an_edited_passage_reaches_to_the_borders_of_its_sentences() -> None:
    edited = edited_at_its_ends("Our paper has learned:")
    assert found_in(among_others(f"{edited}.")) == (" ".join(TOLD[5:7]).rstrip("."), edited)


def test_a_verbatim_passage_is_the_copied_words_alone() -> None:
    copy = "to lose half of the wheat in the lower fields. The mayor asked people not to drink"
    assert found_in(among_others(f"They had {copy} there.")) == (copy, copy)


def test_a_far_border_of_a_sentence_is_not_reached_for() -> None:
    before = "Late on the evening of that day people said in both of the squares:"
    edited = edited_at_its_ends(before)
    assert found_in(among_others(f"{edited}."))[1] == edited.removeprefix(f"{before} ")


RAIN = "Heavy rain flooded several streets near the northern market on Sunday evening."


def test_a_passage_with_words_that_changed_places_is_edited() -> None:
    moved = RAIN.replace("Heavy rain", "Rain heavy")
    (found,) = align(split_words(RAIN), split_words(moved))
    assert (found.kind, found.similarity) == (PassageKind.EDITED, 1.0)


@pytest.mark.parametrize(
    ("moved", "words"),
    [
        ("Heavy rain several flooded streets the near northern market evening on Sunday.", 12),
        ("Heavy rain near streets flooded several the northern market on Sunday evening.", 12),
        # "On" is a word of two letters and has passed more than one; "streets" has passed four.
        ("Heavy rain flooded several streets on near the northern market Sunday evening.", 11),
        ("Streets heavy rain flooded several near the northern market on Sunday evening.", 11),
        # A word of the candidate stands for one of the original.
        ("Heavy rain flooded flooded several streets near the market on Sunday evening.", 11),
        ("Heavy rain flooded several streets near the northern market on evening. Sunday", 11),
    ],
)
def test_words_that_changed_places_with_others_count(moved: str, words: int) -> None:
    without = copied(with_sentence(RAIN), among_others(*TOLD))
    assert copied(with_sentence(RAIN), among_others(*TOLD[:6], moved, *TOLD[6:])) == without + words
