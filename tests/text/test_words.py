"""Words: where they stand, and which spellings are one word."""

from __future__ import annotations

import copy
import pickle
import re
import sys
import unicodedata

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reuse_guard.text.folding import fold_word
from reuse_guard.text.spans import Span
from reuse_guard.text.words import Words, split_words

anything = st.text(st.characters(exclude_categories=["Cs"]), max_size=80)


def cut(text: str) -> list[str]:
    words = split_words(text)
    return [text[start:stop] for start, stop in zip(words.starts, words.stops, strict=True)]


def folded(text: str) -> list[str]:
    words = split_words(text)
    return [words.folded(index) for index in range(len(words))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It's the co-op_shop", ["It", "s", "the", "co", "op", "shop"]),
        ("naïve cafe\u0301, Ёлка!", ["naïve", "cafe\u0301", "Ёлка"]),
        ("first\r\nsecond", ["first", "second"]),
        ("зама\u00adна\u200bуи сөз", ["зама\u00adна\u200bуи", "сөз"]),
        ("漢字かな", ["漢", "字", "か", "な"]),
        ("กิน abc", ["กิ", "น", "abc"]),
        ("한국 뉴스", ["한국", "뉴스"]),
        ("🌊flood🌊 ok", ["flood", "ok"]),
        ("repub-\nlication", ["repub-\nlication"]),
        ("well-\r\n  known", ["well-\r\n  known"]),
        ("- \n- item", ["item"]),
        ("3.5% of £2bn", ["3", "5", "of", "2bn"]),
        ("The bridge¹² is 40 m² ⁷", ["The", "bridge", "is", "40", "m"]),
        ("", []),
        ("…—!", []),
    ],
)
def test_words_are_runs_of_letters_digits_and_marks(text: str, expected: list[str]) -> None:
    assert cut(text) == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("FLOOD", "flood"),
        ("flood¹", "flood"),
        ("flood₁₂", "flood"),
        ("CO₂", "CO2"),
        ("Fe₂O₃", "Fe2O3"),
        ("café", "cafe\u0301"),
        ("Ёлка", "елка"),
        ("ｆｌｏｏｄ", "flood"),
        ("ⓕⓛⓞⓞⓓ", "flood"),
        ("🄵🄻🄾🄾🄳", "flood"),
        ("🅕🅛🅞🅞🅓", "flood"),
        ("🅵🅻🅾🅾🅳", "flood"),
        ("⒡⒧⒪⒪⒟", "flood"),
        ("ꜰʟᴏᴏᴅ", "flood"),
        ("ᶠˡᵒᵒᵈ", "flood"),
        ("ᴨᴀᴩᴏʍ", "паром"),
        ("ᴙɜыᴋ", "язык"),
        ("fłøød", "flood"),
        ("\U0001e031\U0001e03e\U0001e030\U0001e040", "брат"),
        ("𝐟𝐥𝐨𝐨𝐝", "flood"),
        ("ﬁne", "fine"),
        ("STRASSE", "straße"),
        ("İSTANBUL", "istanbul"),
        ("fl\u200boo\u2060d", "flood"),
        ("flood\ufe0f\U000e0101", "flood"),
        ("fl\u17b4oo\u17b5d", "flood"),
        ("fl\u2065oo\ufff3\U000e0fffd", "flood"),
        ("рорulаtіоn", "population"),
        ("жoба", "жоба"),
        ("МОСКВА", "MOCКBA"),
        ("repub-\nlication", "republication"),
        ("й", "и\u0306"),
        ("한국", unicodedata.normalize("NFD", "한국")),
        ("٢٠٢٦", "2026"),
    ],
)
def test_these_are_one_word_in_two_spellings(one: str, other: str) -> None:
    assert split_words(one).hashes.tolist() == split_words(other).hashes.tolist()


@pytest.mark.parametrize(
    ("one", "other"),
    [("тур", "түр"), ("кала", "қала"), ("form", "from"), ("2025", "2026"), ("том", "дом")],
)
def test_these_are_two_words(one: str, other: str) -> None:
    assert split_words(one).hashes.tolist() != split_words(other).hashes.tolist()


@given(anything)
def test_spans_point_at_the_very_characters(text: str) -> None:
    words = split_words(text)
    for index, (start, stop) in enumerate(zip(words.starts, words.stops, strict=True)):
        assert 0 <= start < stop <= len(text)
        assert folded(text[start:stop]) == [words.folded(index)]


@given(anything)
def test_words_stand_in_order_and_never_overlap(text: str) -> None:
    words = split_words(text)
    edges = np.stack([words.starts, words.stops], axis=1).ravel()
    assert (np.diff(edges)[1::2] >= 0).all()


@given(anything)
def test_every_letter_and_digit_is_in_a_word(text: str) -> None:
    words = split_words(text)
    inside = {i for a, b in zip(words.starts, words.stops, strict=True) for i in range(a, b)}
    left = [c for i, c in enumerate(text) if i not in inside and unicodedata.category(c)[0] == "L"]
    assert all(fold_word(c) == "" for c in left)


@given(st.text("abcxyz", min_size=1, max_size=90), st.text("abcxyz", min_size=1, max_size=90))
def test_hashes_are_equal_just_when_words_are(one: str, other: str) -> None:
    assert (split_words(one).hashes == split_words(other).hashes).all() == (one == other)


CODES = st.text("ab19", min_size=5, max_size=20)


@given(CODES, CODES)
def test_a_word_with_a_digit_has_a_stem_of_its_own(one: str, other: str) -> None:
    first, second = split_words(one), split_words(other)
    if set(one) & set(other) & set("19"):
        assert (first.stems == second.stems).all() == (one == other)
        assert (first.stems == first.hashes).all()


@given(st.text("abcde19 ", max_size=90))
def test_words_without_a_digit_keep_their_first_four_letters_for_a_stem(text: str) -> None:
    words = split_words(text)
    stems: dict[str, set[int]] = {}
    for index, stem in enumerate(words.stems.tolist()):
        word = words.folded(index)
        stems.setdefault(word if set(word) & set("19") else word[:4], set()).add(stem)
    assert all(len(found) == 1 for found in stems.values())


@given(st.text("abc1 d.\nÀéß漢", max_size=60), st.data())
def test_a_subset_keeps_the_words_chosen(text: str, data: st.DataObject) -> None:
    words = split_words(text)
    chosen = data.draw(st.lists(st.booleans(), min_size=len(words), max_size=len(words)))
    taken = words.take(np.array(chosen, np.bool_))
    assert [taken.folded(i) for i in range(len(taken))] == [
        words.folded(i) for i in range(len(words)) if chosen[i]
    ]
    assert taken.hashes.tolist() == words.hashes[np.array(chosen, np.bool_)].tolist()


def test_a_sentence_ends_after_its_last_word() -> None:
    assert split_words("He left. Why? Fine\nand so on").breaks.tolist() == [
        *(False, True, True, True),
        *(False, False, True),
    ]


def test_words_within_characters_begin_there() -> None:
    words = split_words("one two three four")
    assert [words.within([Span(4, 9)]).folded(i) for i in range(2)] == ["two", "three"]


@given(st.data())
def test_some_words_have_the_hashes_they_have_among_all(data: st.DataObject) -> None:
    text = data.draw(st.text("abé1\ud835\udc00 -\n", max_size=300)) + " tail of words" * 200
    stop = data.draw(st.integers(0, 600))
    part = Span(data.draw(st.integers(0, stop)), stop)
    assert (
        split_words(text).hashes_in(part).tolist()
        == split_words(text).hashes[slice(*part)].tolist()
    )


@given(anything, st.data())
def test_folded_words_of_a_stretch_are_those_of_each_word(text: str, data: st.DataObject) -> None:
    words = split_words(text + " 𝔞𐐀 end")
    stop = data.draw(st.integers(0, len(words)))
    part = Span(data.draw(st.integers(0, stop)), stop)
    assert words.folded_in(part) == [words.folded(index) for index in range(*part)]


def test_what_is_made_of_words_is_made_once() -> None:
    words, made = split_words("one two"), []

    def count(own: Words) -> int:
        made.append(own)
        return len(own)

    assert words.once(count) == words.once(count) == 2
    assert made == [words]


def test_a_hash_is_the_same_on_every_machine() -> None:
    assert split_words("republication").hashes.tolist() == [KNOWN_HASH]


KNOWN_HASH = 17725210712576019455  # changing it makes every stored fingerprint worthless


def test_every_code_point_can_be_folded() -> None:
    """Each that means something, and some of the nine in ten that mean nothing."""
    every = [chr(c) for c in range(sys.maxunicode + 1) if not 0xD800 <= c < 0xE000]
    text = "".join(c for c in every if unicodedata.category(c) not in {"Cn", "Co"})
    # What is learnt of one is learnt of the 256 around it.
    assert len(split_words("".join([text, *every[::10_111]]))) > 40_000


def test_lone_surrogates_separate_words() -> None:
    assert cut("one\ud800two") == ["one", "two"]


def test_ascii_words_are_those_of_a_regular_expression() -> None:
    text = "".join(map(chr, range(32, 127))) * 3
    assert cut(text) == re.findall(r"[a-zA-Z0-9]+", text)


@pytest.mark.parametrize(
    "text", ["Example.com paid 3.5 mln", "Ｅｘａｍｐｌｅ．ｃｏｍ paid 3．5 mln"]
)
def test_a_full_stop_inside_a_name_or_a_number_ends_no_sentence(text: str) -> None:
    words = split_words(text)
    assert words.breaks.tolist() == [False] * 5 + [True]


def test_a_full_stop_without_a_space_ends_a_sentence_before_a_capital() -> None:
    assert split_words("He left.Why he did.\u200bfine.\nand").breaks.tolist() == [
        *[False, True],
        *[False, False, False, True],
        True,
    ]


def test_bullets_part_the_items_of_a_list_whose_lines_were_joined() -> None:
    assert split_words("Fixtures • Bekov 1:0 ▪ Omarova").breaks.tolist() == [
        True,
        *(False, False, True),
        True,
    ]


def test_words_are_copied_and_pickled_without_what_was_made_of_them() -> None:
    words = split_words("The river rose by a metre.")
    made = words.once(lambda of: memoryview(bytes(len(of))))
    for copied in (pickle.loads(pickle.dumps(words)), copy.deepcopy(words)):  # noqa: S301
        assert copied.stems.tolist() == words.stems.tolist()
        assert copied.once(len) == len(made)
