"""A copy in the other alphabet: Kazakh and Russian in Cyrillic and in Latin."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.align.articles import ARTICLES, ENGLISH, KAZAKH, OTHER, RUSSIAN

from reuse_guard import check
from reuse_guard.align import align
from reuse_guard.share import share_of_original
from reuse_guard.text.alphabets import alike, is_in_other_alphabet
from reuse_guard.text.spans import Span
from reuse_guard.text.words import split_words

CYRILLIC = "а ә б в г ғ д е ё ж з и й к қ л м н ң о ө п р с т у ұ ү ф х ц ч ш щ ъ ы і ь э ю я"
# What each letter becomes; "-" is nothing.
TABLES = {
    "2021": (
        "a ä b v g ğ d e e j z i i k q l m n ñ o ö p r s t u ū ü f h ts ch ş şş - y ı - e iu ia"
    ),
    "2018": (
        "a á b v g ǵ d e e j z ı ı k q l m n ń o ó p r s t ý u ú f h ts ch sh sh - y i - e iý ia"
    ),
    "keyboard": (
        "a a b v g g d e yo zh z i y k k l m n n o o p r s t u u u f kh c ch sh sh - y i - e yu ya"
    ),
    "passport": (
        "a - b v g - d e e zh z i i k - l m n - o - p r s t u - -"
        " f kh ts ch sh shch ie y - - e iu ia"
    ),
}
COPIES = [
    *((KAZAKH, table) for table in ("2021", "2018", "keyboard")),
    *((RUSSIAN, table) for table in ("keyboard", "passport")),
]


def in_latin(text: str, table: str) -> str:
    """The text in one of the tables, capitals kept."""
    letters = dict(zip(CYRILLIC.split(), TABLES[table].split(), strict=True))
    return "".join(_in_latin(letters, letter) for letter in text)


def _in_latin(letters: dict[str, str], letter: str) -> str:
    latin = letters.get(letter.lower(), letter)
    if latin == "-" and letter != "-":
        return ""
    return latin.capitalize() if letter.isupper() else latin


def share(original: str, candidate: str) -> float:
    words = split_words(original)
    return share_of_original(align(words, split_words(candidate)), total=len(words)).ratio


@pytest.mark.parametrize(("article", "table"), COPIES)
def test_a_copy_in_latin_is_found_whole(article: str, table: str) -> None:
    assert share(article, in_latin(article, table)) > 0.97


@pytest.mark.parametrize(("article", "table"), COPIES)
def test_a_copy_in_cyrillic_of_an_article_in_latin_is_found_whole(article: str, table: str) -> None:
    assert share(in_latin(article, table), article) > 0.97


def test_a_copy_from_one_table_of_latin_letters_is_no_concern_of_the_other() -> None:
    assert not is_in_other_alphabet(
        split_words(in_latin(KAZAKH, "2021")), split_words(in_latin(KAZAKH, "2018"))
    )


def test_three_copied_sentences_among_others_are_found_alone() -> None:
    sentences = KAZAKH.split(". ")
    copied = ". ".join(sentences[2:5]) + "."
    page = in_latin(OTHER["Kazakh"] + " " + copied, "2021")
    expected = len(split_words(copied)) / len(split_words(KAZAKH))
    assert share(KAZAKH, page) == pytest.approx(expected, abs=0.01)


def test_a_copy_in_latin_is_found_below_a_menu_in_cyrillic() -> None:
    menu = "Басты бет\nСаясат\nҚоғам\nЭкономика\nӘлем\nСпорт\nМәдениет\nБайланыс\n\n" * 4
    assert share(KAZAKH, menu + in_latin(KAZAKH, "2021")) > 0.97


def test_a_copy_in_latin_is_found_however_much_cyrillic_text_is_around_it() -> None:
    padding = " ".join([OTHER["Kazakh"], RUSSIAN, OTHER["Russian"]]) * 3
    assert share(KAZAKH, padding + "\n" + in_latin(KAZAKH, "2021") + "\n" + padding) > 0.97


@pytest.mark.parametrize(
    ("language", "table"), [("Kazakh", "2021"), ("Kazakh", "keyboard"), ("Russian", "passport")]
)
def test_sentences_in_latin_are_found_each_between_others_in_cyrillic(
    language: str, table: str
) -> None:
    sentences = ARTICLES[language].split(". ")[1:7:2]
    others = OTHER[language].split(". ")
    parts = [
        f"{one}. {in_latin(two, table)}. " for one, two in zip(others, sentences, strict=False)
    ]
    article = ARTICLES[language]
    expected = sum(len(split_words(one)) for one in sentences) / len(split_words(article))
    assert share(article, "".join(parts) + ". ".join(others[3:])) == pytest.approx(
        expected, abs=0.03
    )


def test_passages_stand_at_the_very_characters_of_both_texts() -> None:
    edited = in_latin(KAZAKH, "2021").replace("qyryq", "elu")
    verdict = check("Кіріспе. " + KAZAKH, "«" + edited)
    (passage,) = verdict.passages
    original, candidate = verdict.original.text, verdict.candidate.text
    assert candidate[passage.candidate.start : passage.candidate.stop] == edited[:-1]
    copied = [original[span.start : span.stop] for span in passage.copied]
    assert copied == KAZAKH[:-1].split(" қырық ")


def test_a_copy_in_the_other_alphabet_breaks_the_terms() -> None:
    article = " ".join([KAZAKH, OTHER["Kazakh"]])
    verdict = check(
        article, in_latin(article, "2021"), original_url="https://qazmonitor.com/news/1"
    )
    assert verdict.outcome == "violation"
    assert verdict.share.ratio > 0.97
    assert any("another alphabet" in note for note in verdict.notes)


def test_no_note_on_alphabets_stands_where_nothing_is_copied_or_one_alphabet_is_used() -> None:
    for original, candidate in ((RUSSIAN, ENGLISH), (KAZAKH, KAZAKH), (ENGLISH, ENGLISH)):
        notes = check(original, candidate).notes
        assert not any("another alphabet" in note for note in notes)


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("language", ["Kazakh", "Russian"])
def test_another_article_in_the_other_alphabet_shares_nothing(language: str, table: str) -> None:
    candidate = in_latin(OTHER[language], table)
    assert share(ARTICLES[language], candidate) == share(candidate, ARTICLES[language]) == 0


def test_a_report_of_the_same_event_in_english_shares_nothing() -> None:
    assert share(RUSSIAN, ENGLISH) == share(ENGLISH, RUSSIAN) == share(KAZAKH, ENGLISH) == 0


def test_names_in_latin_do_not_make_a_text_one_in_latin() -> None:
    words = split_words(RUSSIAN)
    assert not is_in_other_alphabet(words, split_words(RUSSIAN + " Google, YouTube, Reuters."))
    # As many as an article has of them, strewn over a long text.
    strewn = f"{RUSSIAN} Google, Windows, Reuters. " * 60
    assert not is_in_other_alphabet(words, split_words(strewn))
    assert is_in_other_alphabet(words, split_words(strewn + "Google Windows Reuters " * 40))
    assert not is_in_other_alphabet(split_words("2026 310"), words)


@pytest.mark.parametrize(
    "spellings",
    [
        "Қазақстан Qazaqstan Qazaqstań Kazakstan",
        "шаңырақ şañyraq shanyraq shangyraq",
        "щенки şşenki shchenki",
        "юрий iurii yuriy yury iýri",
        "хабар habar khabar xabar",
        "ьхабар habar",
        "ъьхабар habar",
    ],
)
def test_every_table_leads_to_one_spelling(spellings: str) -> None:
    cyrillic, *others = spellings.split()
    expected = alike(split_words(cyrillic + " жыл")).folded(0)
    found = {alike(split_words(other + " jyl")).folded(0) for other in others}
    assert found == {expected}


def test_numbers_and_a_lone_soft_sign_stay_as_they_are() -> None:
    words = alike(split_words("2000 ь ьъ 2200"))
    assert words.folded_in(Span(0, 4)) == ["2000", "ь", "ь", "2200"]


@given(st.text(max_size=80))
def test_words_keep_their_places_and_have_letters(text: str) -> None:
    words = split_words(text)
    made = alike(words)
    assert made.starts is words.starts
    assert made.stops is words.stops
    assert len(made) == len(words)
    assert (made.letter_counts > 0).all()
