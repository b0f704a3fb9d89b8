"""Which words of an original a candidate shows without writing them as words."""

from __future__ import annotations

import numpy as np
import pytest
from tests.align.articles import ENGLISH

from reuse_guard import Outcome, check, read
from reuse_guard.documents.unread import Unread, UnreadKind
from reuse_guard.measure.reordered import reordered_words
from reuse_guard.measure.respelt import respelt_words
from reuse_guard.measure.unread import find_disguised, find_unshown
from reuse_guard.text.spans import Span
from reuse_guard.text.words import Words, split_words

TEXT = (
    "The ferry between Akzhar and the right bank runs again from Monday, the harbour office said."
    " It had been out of service since the spring flood, when a barge tore away the landing stage."
    " Repairs took seven months because the steel for the new stage arrived only in September."
    " Passengers crossed by motorboat meanwhile, and farmers drove a hundred kilometres around."
)
WORDS = split_words(TEXT)
OTHER = split_words("Own words about quite other things, of which nothing is taken from anybody.")


def none_of(words: Words) -> np.ndarray:
    return np.zeros(len(words), np.bool_)


def disguised(candidate: str, of: Words = WORDS) -> tuple[Unread, ...]:
    words = split_words(candidate)
    return find_disguised(of, words, copied=none_of(of), known=none_of(words))


def test_letters_in_the_other_direction_are_all_of_the_words() -> None:
    (unread,) = disguised(TEXT[::-1])
    assert unread == Unread(UnreadKind.RESPELT, len(WORDS))


def test_words_in_the_other_direction_are_all_of_the_words() -> None:
    (unread,) = disguised(" ".join(reversed(TEXT.split())))
    assert unread == Unread(UnreadKind.REORDERED, len(WORDS))


def test_the_words_as_they_are_are_no_disguise() -> None:
    assert not respelt_words(WORDS, WORDS, none_of(WORDS)).any()


@pytest.mark.parametrize("text", ["", "2026 2027 2028", "о о о", "Кы", "漢字"])
def test_texts_without_letters_that_tell_have_no_disguise(text: str) -> None:
    words = split_words(text)
    for one, other in ((words, WORDS), (WORDS, words), (words, words)):
        assert not respelt_words(one, other, none_of(one)).any()
        assert not reordered_words(one, other).any()


def test_fewer_than_forty_words_are_nothing_and_of_a_brief_three_in_ten_are_enough() -> None:
    brief, article = TEXT.split(), ENGLISH.split()
    assert not disguised(" ".join(article[:32])[::-1], of=split_words(ENGLISH))
    assert disguised(" ".join(article[:42])[::-1], of=split_words(ENGLISH))
    assert disguised(" ".join(brief[:24])[::-1])
    assert not disguised(" ".join(brief[:18])[::-1])


def test_what_was_found_copied_is_no_disguise() -> None:
    words = split_words(TEXT[::-1])
    copied = none_of(WORDS)
    copied[:20] = True
    (unread,) = find_disguised(WORDS, words, copied=copied, known=none_of(words))
    assert unread.words == len(WORDS) - 20
    assert not find_disguised(WORDS, words, copied=~none_of(WORDS), known=none_of(words))


def test_words_that_are_strewn_over_a_long_text_are_not_together() -> None:
    strewn = split_words(" ".join(f"{word} {'own text ' * 40}" for word in TEXT.split()[:30]))
    assert not reordered_words(WORDS, strewn).any()
    assert not reordered_words(WORDS, OTHER).any()


def test_nearly_all_words_of_an_article_are_too_many_wherever_they_stand() -> None:
    strewn = split_words(" ".join(f"{word} {'own text ' * 40}" for word in TEXT.split()))
    assert reordered_words(WORDS, strewn).all()


def test_words_said_often_tell_no_place() -> None:
    often = split_words(" ".join(sorted(TEXT.split())) * 4)
    assert not reordered_words(WORDS, often).any()


def page(shown: str, data: str) -> str:
    return (
        f"<html><body><nav>News Sport</nav><p>{shown}</p><script>d={data!r}</script></body></html>"
    )


def test_an_article_that_a_script_holds_is_unshown() -> None:
    (unread,) = find_unshown(read(TEXT), read(page("Loading ...", TEXT)), ())
    assert unread == Unread(UnreadKind.UNSHOWN, len(WORDS), TEXT.strip().rstrip("."))


def test_what_was_found_copied_is_not_unshown_as_well() -> None:
    assert not find_unshown(read(TEXT), read(page(TEXT, TEXT)), (Span(0, len(WORDS)),))
    (unread,) = find_unshown(read(TEXT), read(page("", TEXT)), (Span(0, 10),))
    assert unread.words == len(WORDS) - 10


def test_a_page_whose_script_holds_another_text_has_nothing_unshown() -> None:
    other = "Own words about quite other things, of which nothing is taken from anybody. " * 5
    assert not find_unshown(read(TEXT), read(page("Loading ...", other)), ())


def test_a_copy_that_only_a_script_may_show_is_for_review_and_says_so() -> None:
    verdict = check(f"<article><h1>Ferry</h1><p>{TEXT}</p></article>", page("Loading ...", TEXT))
    assert verdict.outcome is Outcome.REVIEW
    assert (
        "stand in scripts, templates, attributes, front matter or other fields" in verdict.explain()
    )


def test_own_words_between_copied_ones_are_no_disguise_of_what_an_original_repeats() -> None:
    plan = (
        "Zucchini noodles with sautéed chicken, grapefruit, cucumber and pepper dressing, vinegar."
    )
    original = split_words(f"{plan} " * 12)
    candidate = split_words(f"{plan} 2 is easy. " * 4)
    known = np.tile(np.append(np.ones(len(split_words(plan)), np.bool_), [False] * 3), 4)
    copied = none_of(original)
    copied[: 4 * len(split_words(plan))] = True
    assert not respelt_words(original, candidate, copied, known).any()


def test_what_is_over_its_limit_is_not_searched_for_more(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []

    def find(*words: Words, **_: np.ndarray) -> tuple[Unread, ...]:
        asked.append(words)
        return ()

    monkeypatch.setattr("reuse_guard.measure.pair.find_disguised", find)
    assert check(TEXT, TEXT[:30]).outcome is Outcome.ALLOWED
    assert len(asked) == 1
    assert check(TEXT, TEXT[:200]).outcome is Outcome.VIOLATION
    assert len(asked) == 1
