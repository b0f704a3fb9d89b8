"""Which sentences newsrooms write in the same words."""

from __future__ import annotations

from time import process_time

import pytest

from reuse_guard.exclusions import find_formulae

NEWS = "The river rose by a metre. Река поднялась на метр."


@pytest.mark.parametrize(
    "formula",
    [
        "If you or your child have been affected, call 116 123.",
        "THE MINISTRY DID NOT RESPOND TO A REQUEST FOR COMMENT.",
        "Reply to our messages for comment.",
        "This is a developing news story and will be updated, update 3.",
        "По данному факту начато досудебное расследование.",
        "Мнение автора может не совпадать с позицией редакции.",
        "The views expressed here are the author's own.",
        "Иные сведения в интересах следствия не сообщаются.",
        "Сотқа дейінгі тергеп-тексеру басталды.",
    ],
)
def test_a_formula_is_found_among_news_in_any_case(formula: str) -> None:
    text = f"{NEWS} {formula} {NEWS}"
    assert [text[start:stop] for start, stop in find_formulae(text)] == [formula]


@pytest.mark.parametrize(
    "text",
    [
        NEWS,
        "The factory told its views on rivers. Он автор книги о реках.",
        "Следователи сообщили, что по данному факту начато расследование.",
        f"If you are affected {'and so on and so on ' * 20}.",
    ],
)
def test_news_with_words_of_a_formula_are_none(text: str) -> None:
    assert find_formulae(text) == ()


@pytest.mark.parametrize("begins", ["licen", "создан", "движени", "шетел"])
def test_a_word_without_end_is_looked_through_in_time_linear_in_it(begins: str) -> None:
    begun = process_time()
    assert find_formulae(begins * 8_000) == ()
    assert process_time() - begun < 1  # some hundredths; many seconds where endings had no length
