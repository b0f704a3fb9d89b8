"""Alignment: laws that hold for any text, and the disguises of a copy."""

from __future__ import annotations

import re
from itertools import accumulate
from random import Random
from time import process_time
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.align.articles import ARTICLES, ENGLISH, OTHER

if TYPE_CHECKING:
    import random
    from collections.abc import Callable

from reuse_guard.align import Passage, PassageKind, align
from reuse_guard.share import count_share, share_of_original
from reuse_guard.text.words import split_words

words = st.lists(
    st.sampled_from(["flood", "river", "the", "of", "town", "rain", "dam", "mayor", "a", "in"]),
    min_size=1,
)
LANGUAGES = sorted(ARTICLES)


def passages(original: str, candidate: str) -> tuple[Passage, ...]:
    return align(split_words(original), split_words(candidate))


def share(original: str, candidate: str) -> float:
    found = passages(original, candidate)
    return share_of_original(found, total=len(split_words(original))).ratio


def sentences(language: str) -> list[str]:
    return re.split(r"(?<=\.) ", ARTICLES[language])


# --- laws ---
@given(st.text(min_size=1, max_size=60))
def test_a_text_is_a_whole_copy_of_itself(text: str) -> None:
    if len(split_words(text)):
        assert share(text, text) == 1


@settings(deadline=None)
@given(words, words)
def test_adding_text_never_lowers_the_share(copied: list[str], added: list[str]) -> None:
    candidate = " ".join(copied)
    assert share(ENGLISH, candidate) <= share(ENGLISH, f"{candidate}. {' '.join(added)}")


@settings(deadline=None)
@given(words, words)
def test_copied_words_are_equal_or_nearly_and_inside_their_passage(
    one: list[str], other: list[str]
) -> None:
    original, candidate = split_words(" ".join(one)), split_words(" ".join(other))
    for passage in align(original, candidate):
        for runs, whole in (
            (passage.copied, passage.original),
            (passage.copied_candidate, passage.candidate),
        ):
            assert all(whole.start <= run.start < run.stop <= whole.stop for run in runs)
        assert 0 <= passage.similarity <= 1


@settings(deadline=None, max_examples=25)
@given(st.sampled_from(LANGUAGES), st.randoms())
def test_the_order_of_paragraphs_moves_the_share_by_less_than_two_points(
    language: str, chance: random.Random
) -> None:
    copied = sentences(language)
    in_order = share(ARTICLES[language], "\n".join([*copied[::2], OTHER[language]]))
    shuffled = [*copied[::2], *re.split(r"(?<=\.) ", OTHER[language])]
    chance.shuffle(shuffled)
    assert abs(share(ARTICLES[language], "\n".join(shuffled)) - in_order) < 0.02


def test_chance_words_around_the_end_of_a_sentence_between_copied_ones_do_not_count() -> None:
    first = "The mayor asked people not to drink water from wells until tests are done."
    last = "Children drew pictures of the boats that carried them out."
    between = "The orchestra opened its season with a symphony nobody had heard for a century."
    between += " The hall was repaired last summer and sounds warmer now."
    assert share(ENGLISH, f"{first} {between} {last}") == share(ENGLISH, f"{first} {last}")


@pytest.mark.parametrize("language", LANGUAGES)
def test_unrelated_articles_share_nothing(language: str) -> None:
    assert passages(ARTICLES[language], OTHER[language]) == ()


# --- disguises ---
def full_width(text: str) -> str:
    return "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in text)


LOOK_ALIKES = str.maketrans("аеорсухАВЕКМНОРСТХ", "aeopcyxABEKMHOPCTX")
TO_CYRILLIC = str.maketrans("aeopcyxABEKMHOPCTX", "аеорсухАВЕКМНОРСТХ")
DISGUISES: dict[str, Callable[[str], str]] = {
    "capitals": str.upper,
    "full width": full_width,
    "zero width": "\u200b".join,
    "soft hyphens": lambda text: re.sub(r"(\w{3})(?=\w)", "\\1\u00ad", text),
    "accents": lambda text: re.sub(r"(\w\w)", "\\1\u0301", text),
    "Latin look-alikes": lambda text: text.translate(LOOK_ALIKES),
    "Cyrillic look-alikes": lambda text: text.translate(TO_CYRILLIC),
    "broken lines": lambda text: text.replace(" ", "\r\n"),
    "broken words": lambda text: re.sub(r"(\w{4})(?=\w{3})", "\\1-\n", text),
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("disguise", DISGUISES)
def test_a_disguise_hides_no_word(language: str, disguise: str) -> None:
    article = ARTICLES[language]
    copied = DISGUISES[disguise](" ".join(sentences(language)[1:4]))
    plain = share(article, f"{OTHER[language]}\n{' '.join(sentences(language)[1:4])}")
    assert share(article, f"{OTHER[language]}\n{copied}\n{OTHER[language]}") == plain > 0.2


@pytest.mark.parametrize("language", LANGUAGES)
def test_sentences_between_others_count_word_for_word(language: str) -> None:
    copied, others = sentences(language)[::2], re.split(r"(?<=\.) ", OTHER[language])
    mixed = " ".join(s for pair in zip(copied, others, strict=False) for s in pair)
    expected = sum(len(split_words(s)) for s in copied[: len(others)])
    total = len(split_words(ARTICLES[language]))
    assert abs(share(ARTICLES[language], mixed) - expected / total) < 0.01


# --- single cases ---
def test_a_single_copied_sentence_counts() -> None:
    (found,) = passages(ENGLISH, f"{OTHER['English']} {sentences('English')[7]}")
    assert (found.kind, found.original.size) == (PassageKind.VERBATIM, 10)


def test_a_short_sentence_counts_whole_among_copied_ones_and_not_alone() -> None:
    told = sentences("English")
    article = " ".join([*told[:3], "Nobody slept.", *told[3:]])
    total = len(split_words(article))
    among = " ".join([OTHER["English"], *told[:2], "Nobody slept.", told[4]])
    without = " ".join([OTHER["English"], *told[:2], told[4]])
    assert share(article, among) == pytest.approx(share(article, without) + 2 / total)
    assert share(article, f"{OTHER['English']} Nobody slept. {OTHER['English']}") == 0


def test_a_whole_sentence_of_plain_words_counts_wherever_it_stands() -> None:
    """Also where nothing else was copied, and far from what was."""
    sentence = "Hungry neighbours quarrelled loudly."
    told = sentences("English")
    article = " ".join([*told[:6], sentence, *told[6:]])
    alone = f"{OTHER['English']} {sentence} {OTHER['English']}"
    words = split_words(article)
    assert share(article, alone) == 4 / len(words)
    far = f"{told[1]} {OTHER['English']} {alone}"
    assert share(article, far) == (4 + 11) / len(words)


@pytest.mark.parametrize("sentence", ["Nobody slept.", "Marat Bekov, Aliya Omarova."])
def test_a_sentence_of_two_words_or_of_names_does_not_count_alone(sentence: str) -> None:
    told = sentences("English")
    article = " ".join([*told[:6], sentence, *told[6:]])
    assert share(article, f"{OTHER['English']} {sentence} {OTHER['English']}") == 0


@pytest.mark.parametrize(
    ("edited", "copied"),
    [
        ("Neighbours cook soup for everyone who sleeps in the gym.", 9),
        ("Volunteers cook soup for everyone who sleeps in the barracks.", 9),
        ("Neighbours cook soup for everyone who sleeps in the barracks.", 0),
    ],
    ids=["at its beginning", "at its end", "at both"],
)
def test_a_sentence_edited_at_one_end_counts_alone(edited: str, copied: int) -> None:
    candidate = f"{OTHER['English']} {edited} {OTHER['English']}"
    assert share(ENGLISH, candidate) == copied / len(split_words(ENGLISH))


@pytest.mark.parametrize(
    ("stated", "copied"),
    [("costs 32 million tenge", 7), ("costs 7 million tenge", 0), ("drank 32 million tenge", 6)],
    ids=["the same", "another number", "another word"],
)
def test_a_sentence_that_states_another_number_is_another_sentence(
    stated: str, copied: int
) -> None:
    told = sentences("English")
    article = " ".join([*told[:6], "The whole repair costs 32 million tenge.", *told[6:]])
    candidate = f"{OTHER['English']} The whole repair {stated}. {OTHER['English']}"
    assert share(article, candidate) == copied / len(split_words(article))


def test_numbers_changed_throughout_do_not_hide_a_copy() -> None:
    parts = ["The {} workers laid {} bricks on Monday.", "Then {} trucks brought {} tons of sand."]
    original, candidate = (
        " ".join(part.format(first + at, first + at + 1) for at, part in enumerate(parts * 3))
        for first in (30, 50)
    )
    assert share(original, f"{OTHER['English']} {candidate}") > 0.7


def test_a_heading_run_into_the_text_counts_near_copied_sentences() -> None:
    """No full stop parts it from the sentence after it, in the original or in the copy."""
    told = sentences("English")
    heading = "Swollen river empties four northern villages"
    article = f"{heading} {ENGLISH}"
    others = re.split(r"(?<=\.) ", OTHER["English"])
    candidate = " ".join([heading, *others[:4], *told[1:3], *others[4:]])
    words = split_words(article)
    copied = [run for one in align(words, split_words(candidate)) for run in one.copied]
    assert copied[0] == (0, 6)
    not_far = f"{heading} {' '.join([OTHER['English']] * 3)} {told[1]}"
    assert (0, 6) in [run for one in align(words, split_words(not_far)) for run in one.copied]
    far = f"{heading} {' '.join([OTHER['English']] * 5)} {told[1]}"
    assert all(run.start for one in align(words, split_words(far)) for run in one.copied)


def test_words_taken_from_the_middle_of_a_sentence_are_aligned() -> None:
    """A body may be cut anywhere: then no sentence ends within it."""
    original = split_words(ENGLISH).take(range(2, 12))
    found = align(original, split_words(f"{ENGLISH[:40]}, {ENGLISH[10:60]} {OTHER['English']}"))
    assert all(run.stop <= len(original) for one in found for run in one.copied)
    (whole,) = align(split_words(ENGLISH), original)
    assert whole.copied == ((2, 12),)


@pytest.mark.parametrize("cut", range(20, 140, 5))
def test_words_that_changed_places_are_found_in_a_sentence_that_the_body_cuts_off(cut: int) -> None:
    words = ENGLISH.split()
    for place in range(0, len(words) - 1, 7):
        words[place : place + 2] = reversed(words[place : place + 2])
    original = split_words(ENGLISH).take(range(cut))
    found = align(original, split_words(f"{OTHER['English']} {' '.join(words)}"))
    assert share_of_original(found, total=cut).ratio > 0.85


def test_part_of_a_sentence_between_copied_ones_counts_in_its_place() -> None:
    told = sentences("English")
    article = " ".join([*told[:3], "Teachers brought warm blankets.", *told[3:]])
    edited = " ".join([*told[:3], "Neighbours brought warm pullovers.", *told[3:]])
    total = len(split_words(article))
    assert share(article, edited) == pytest.approx((total - 2) / total)


@pytest.mark.parametrize("text", ["Flood", "Water fell today", "The mayor asked people to leave"])
def test_a_very_short_original_wholly_copied_counts_in_full(text: str) -> None:
    assert share(text, f"{OTHER['English']} So it was: {text.lower()}, they said.") == 1


def test_the_same_article_pasted_again_counts_once_for_it_and_each_time_for_the_candidate() -> None:
    original = split_words(ENGLISH)
    candidate = split_words("\n".join([ENGLISH, OTHER["English"], ENGLISH]))
    found = align(original, candidate)
    assert share_of_original(found, total=len(original)).ratio == 1
    runs = [run for passage in found for run in passage.copied_candidate]
    assert count_share(runs, total=len(candidate)).copied == 2 * len(original)


def test_one_word_of_the_candidate_tells_for_one_word_of_the_original() -> None:
    lead = "The river dropped by a metre overnight after the rain had stopped at last. "
    middle = "Nobody was hurt when the bridge to the station fell into the brown water below. "
    assert share(lead + middle + lead, lead) == pytest.approx(14 / 43)


def test_a_sentence_that_stands_twice_in_both_texts_was_copied_twice() -> None:
    lead = "The river dropped by a metre overnight after the rain had stopped at last. "
    middle = "Nobody was hurt when the bridge to the station fell into the brown water below. "
    assert share(lead + middle + lead, f"{lead}{OTHER['English']} {lead}") == pytest.approx(28 / 43)


def test_one_sentence_said_over_and_over_is_no_retelling() -> None:
    said = "Every bakery closed after working hours wrote letters about bread. "
    found = align(split_words(said + OTHER["English"]), split_words(said * 50))
    assert {passage.kind for passage in found} == {PassageKind.EDITED}


def test_edited_copies_of_a_sentence_that_stands_twice_are_paired_with_both_places() -> None:
    lead = "The river dropped by a metre overnight after the rain had stopped at last. "
    middle = "Nobody was hurt when the bridge to the station fell into the brown water below. "
    edited = OTHER["English"].join(lead.replace("rain", new) for new in ("heavy rain", "long rain"))
    assert share(lead + middle + lead, edited) == pytest.approx(28 / 43)


@pytest.mark.parametrize("before", ["", "The rain fell. ", "Rain fell on the hills. "])
def test_the_first_word_of_an_edited_sentence_is_copied_whatever_stands_before(before: str) -> None:
    ferry = "The ferry was due for scrap when its last captain asked the villages to keep it."
    edited = ferry.replace("The ferry", "The old ferry")
    assert share(f"{ferry} Now it carries books.", f"{before}{edited}") == 16 / 20


ALIKE = [
    "Aliya does not know where Marat is.",
    "Serik knows where Marat is but keeps silent.",
    "Aliya looks for Marat behind the old school.",
    "Marat sits behind the old school and waits.",
    "Nobody told Serik that Aliya is coming.",
    "Nobody waits where the old school was.",
]


@given(st.permutations(range(len(ALIKE))), st.integers(1, len(ALIKE)))
def test_sentences_much_alike_are_paired_each_with_its_own(order: list[int], count: int) -> None:
    """Whatever else their words might have been paired with, in whatever order they stand."""
    others = re.split(r"(?<=\.) ", OTHER["English"])
    chosen = order[:count]
    mixed = [part for at, other in zip(chosen, others, strict=False) for part in (ALIKE[at], other)]
    original, candidate = split_words(" ".join(ALIKE)), split_words(" ".join(mixed + others))
    found = {
        word for one in align(original, candidate) for run in one.copied for word in range(*run)
    }
    starts = [0, *accumulate(len(split_words(sentence)) for sentence in ALIKE)]
    assert found == {word for at in chosen for word in range(starts[at], starts[at + 1])}


def test_a_changed_word_is_not_copied_and_an_inflected_one_is() -> None:
    edited = "Rescue workers moved sixty families to schools on higher ground."
    (found,) = passages(ENGLISH, edited)
    original = split_words(ENGLISH)
    copied = [original.folded(i) for run in found.copied for i in range(*run)]
    assert found.kind is PassageKind.EDITED
    assert copied == [
        "rescue",
        "workers",
        "moved",
        "families",
        "to",
        "school",
        "on",
        "higher",
        "ground",
    ]


def test_names_titles_and_datelines_alone_are_no_passage() -> None:
    original = (
        "ASTANA, November 12, 2026. The river fell overnight, rescue workers said. The Ministry of"
        " Foreign Affairs of the Republic of Kazakhstan issued a statement. President of the"
        " Republic of Kazakhstan Kassym-Jomart Tokayev visited the flooded districts."
    )
    candidate = (
        "ASTANA, November 12, 2026. Schools open a week later because of repairs. According to the"
        " Ministry of Foreign Affairs of the Republic of Kazakhstan, visas are issued faster."
        " President of the Republic of Kazakhstan Kassym-Jomart Tokayev signed the budget law."
    )
    assert passages(original, candidate) == ()


def test_twenty_words_in_a_row_are_a_copy_though_nearly_all_are_names() -> None:
    report = (
        "Aliya Serik\nVeteran stage actress Aliya Serik, who in 2019 won the Turan Film Academy"
        " Award for Best Supporting Role in Winter at Lake Balkhash, has shown guests her house."
        " It has a garden with apple trees and a small theatre in the cellar for thirty people."
    )
    (found,) = passages(report, report[: report.index(" at Lake")])
    assert sum(span.size for span in found.copied) == 22


def test_passages_come_in_the_order_of_the_original() -> None:
    first, last = sentences("English")[0], sentences("English")[-1]
    found = passages(ENGLISH, f"{last}\n{OTHER['English']}\n{first}")
    assert [passage.original.start for passage in found] == sorted(p.original.start for p in found)
    assert len(found) == 2


def test_a_summary_is_reported_and_only_its_copied_words_count() -> None:
    summary = (
        "With waters falling after heavy rain, a school took in families whom workers had moved."
        " Whether cracks run through the dam, engineers now check; damaged bridges stop all trains"
        " until the weekend. In lower fields wheat may be lost by half, farmers expect. Drink"
        " nothing from wells, people hear, until there are tests. Soup for everyone in the gym is"
        " what volunteers cook, the pumping station failed and works, insurance companies have"
        " their desk, and children drew boats in pictures."
    )
    candidate = f"{OTHER['English']}\n{summary}\n{OTHER['English']}"
    (found,) = passages(ENGLISH, candidate)
    assert found.candidate.size > 0.9 * len(split_words(summary))
    assert found.original.size > 0.8 * len(split_words(ENGLISH))
    assert share(ENGLISH, candidate) < 0.2


@pytest.mark.parametrize(
    ("original", "candidate", "expected"),
    [
        ("word " * 1000, "word " * 100_000, 1.0),
        (ENGLISH, "the " * 100_000, 0.0),
        (ENGLISH, f"{ENGLISH}\n" * 300, 1.0),
        ("a b c d " * 50, "a b c d " * 20_000, 1.0),
        ("x" * 100_000, "x" * 100_000, 1.0),
    ],
)
def test_hostile_repetition_is_answered(original: str, candidate: str, expected: float) -> None:
    assert share(original, candidate) == expected


def test_a_page_of_hundreds_of_retellings_is_compared_in_time_linear_in_it() -> None:
    drawn = Random(1)  # noqa: S311 - repeatable, not secret
    made = ["".join(drawn.choices("abdegiklmnoprstu", k=8)) for _ in range(60_000)]
    words, others = made[:20_000], made[20_000:]
    retold = drawn.sample(words, len(words))
    told = (
        f"{' '.join(retold[at : at + 40])}.\n{' '.join(others[2 * at : 2 * at + 80])}.\n"
        for at in range(0, len(words), 40)
    )
    original, candidate = split_words(" ".join(words)), split_words("".join(told))
    begun = process_time()
    assert len(align(original, candidate)) > 400
    assert process_time() - begun < 1  # a tenth; three where each was looked for among all words


@pytest.mark.parametrize(
    ("original", "candidate"), [("", ""), ("", "a b"), ("a b", ""), ("!", "?")]
)
def test_without_words_there_is_nothing_to_find(original: str, candidate: str) -> None:
    assert passages(original, candidate) == ()


def test_numbered_words_that_begin_alike_are_told_apart() -> None:
    codes = [f"KZ00{number:04}" for number in range(300)]
    rows = [", ".join(codes[i : i + 6]) + "." for i in range(0, len(codes), 6)]
    assert share(" ".join(rows), " ".join(rows[20:30])) == pytest.approx(0.2)
