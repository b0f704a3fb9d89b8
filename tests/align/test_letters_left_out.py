"""Kazakh and its kin on a Russian keyboard, and letters that keyboards write in several ways."""

from __future__ import annotations

import pytest

from reuse_guard import check
from reuse_guard.text.alphabets import lacks_letters
from reuse_guard.text.words import split_words

KAZAKH = (
    "Өңірдегі ескі бөгеттің суы көктемгі тасқынға "
    "дейін төрт метрге түсіріледі, деп хабарлады облыс.\n"
    "Сүңгуірлер бетон қабырғаның түбінен он бір метрлік "
    "жарықшақ тапты, оны көп жыл лай жауып жатқан.\n"
    "Төмендегі үш ауылда үш мың төрт жүз адам "
    "тұрады, дүйсенбіде сол жерде дабыл қағу құрылғысы сыналды.\n"
    "Шаруалар шілдеде қызылша алқабына су жетпей қала "
    "ма деп қорқады, серіктестік тұқым алмай қойды.\n"
    "Министрлік әзірге қаржы бөлген жоқ, жөндеу бюджеті қаңтарда талқыланады, деді өкілі.\n"
    "Балықшылар солтүстік шығанақтағы ауларын оныншы желтоқсанға дейін жинап алуы тиіс.\n"
)
ON_A_RUSSIAN_KEYBOARD = str.maketrans("әіңғүұқөһӘІҢҒҮҰҚӨҺ", "аингуукохАИНГУУКОХ")
RUSSIAN = (
    "Город открыл новую библиотеку у реки, и в первый день туда пришли две тысячи человек.\n"
    "Читальный зал работает до полуночи, а книги можно вернуть в ящик у входа в любое время.\n"
    "Директор обещала, что осенью начнутся занятия для детей и встречи с писателями области.\n"
)
LINES = KAZAKH.strip().split("\n")


@pytest.mark.parametrize("before", ["", RUSSIAN, "Жаңа кітапхана өзеннің жағасында ашылды. " * 4])
@pytest.mark.parametrize("count", [2, 3, 6])
def test_kazakh_without_its_own_letters_is_the_same_kazakh(count: int, before: str) -> None:
    copied = "\n".join(LINES[:count])
    usual = check(KAZAKH, f"{before}\n{copied}").share
    without = check(KAZAKH, f"{before}\n{copied.translate(ON_A_RUSSIAN_KEYBOARD)}").share
    assert without.copied == usual.copied >= len(split_words(copied)) - 1


def test_russian_beside_a_kazakh_original_has_nothing_of_it() -> None:
    assert lacks_letters(split_words(KAZAKH), split_words(RUSSIAN))
    assert check(KAZAKH, RUSSIAN).share.copied == 0


def test_texts_with_their_own_letters_are_aligned_once() -> None:
    assert not lacks_letters(split_words(KAZAKH), split_words(KAZAKH))
    assert not lacks_letters(split_words(RUSSIAN), split_words(RUSSIAN))


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("می‌گوید کتاب یک", "مي‌گويد كتاب يك"),
        ("المدرسة القديمة", "المدرسه القديمه"),
        ("مستشفى على", "مستشفي علي"),
        ("كتاب جديد", "كـتـاب جديـد"),
        ("Oʻzbekiston maʼlumoti", "O'zbekiston ma’lumoti"),
        ("пʼять", "п'ять"),
    ],
)
def test_what_keyboards_write_in_several_ways_is_one(text: str, other: str) -> None:
    assert split_words(text).hashes.tolist() == split_words(other).hashes.tolist()
