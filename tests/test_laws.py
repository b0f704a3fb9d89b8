"""What must hold for every pair of texts."""

from __future__ import annotations

import re
from pathlib import Path
from random import Random  # noqa: TC003 - hypothesis resolves it

from hypothesis import given
from hypothesis import strategies as st

from reuse_guard import check, read
from reuse_guard.text.words import split_words

WORDS = st.sampled_from(
    [
        *("river", "bridge", "council", "minister", "harvest", "night", "train", "school", "price"),
        *("река", "мост", "совет", "министр", "урожай", "өзен", "көпір", "кеңес", "егін"),
        *("2026", "310", "ё", "й"),
    ]
)
SENTENCES = st.lists(WORDS, min_size=3, max_size=20).map(lambda words: " ".join(words) + ".")
TEXTS = st.lists(SENTENCES, min_size=1, max_size=12).map(" ".join)
# A raised digit alone is the mark of a note and no word.
ANYTHING = st.text(max_size=300).filter(lambda text: len(split_words(text)) > 0)


@given(TEXTS)
def test_a_text_checked_against_itself_is_copied_wholly(text: str) -> None:
    assert check(text, text).share.ratio == 1


@given(ANYTHING)
def test_any_characters_checked_against_themselves_are_copied_wholly(text: str) -> None:
    """As plain text, for a lone `<H1>` is a page of which nothing is left."""
    document = read(text.encode("utf-8", "replace").decode(), format="text")
    verdict = check(document, document)
    assert verdict.share.copied == verdict.share.total


EXAMPLES = Path(__file__).parent.parent / "examples"
NEWS = [
    sentence
    for page in ("quickstart/original.html", "languages/original-ru.md", "languages/original-kk.md")
    for sentence in re.split(r"(?<=[.?!])\s+", read(EXAMPLES / page).body_text)
]
ARTICLES = st.lists(st.sampled_from(NEWS), min_size=1, max_size=20, unique=True).map(" ".join)
LONG_ARTICLES = st.lists(st.sampled_from(NEWS), min_size=15, max_size=40, unique=True)


@given(ARTICLES, ARTICLES, ARTICLES)
def test_more_text_in_the_candidate_never_lowers_the_share(
    original: str, candidate: str, more: str
) -> None:
    """Of sentences that people write; a text of one word repeated is another matter."""
    article = read(original)
    before = check(article, candidate).share.copied
    assert check(article, f"{candidate}\n\n{more}").share.copied >= before


def test_words_that_stand_beside_a_copy_by_chance_count_or_not_whatever_is_added() -> None:
    """What they tell was weighed by all of the candidate, and was too little once it was longer."""
    original, before, after = (
        "Впервые за девять лет на Степном озере загнездились кудрявые пеликаны. She expects nine"
        " hundred passengers a night, about as many as the last night bus carried in a week. Four"
        " routes will run until dawn from Friday, and the first month is free for nurses and"
        " bakers.",
        "За нарушение грозит штраф, но инспектор Ольга Ремизова надеется на другое: она поставила"
        " на берегу подзорную трубу, и посмотреть на пеликанов можно бесплатно. The driver will be"
        " Serik Akhmetov, who also drove the last one in 2014. Four routes will run until dawn from"
        " Friday, and the first month is free for nurses and bakers. Karasai will have night buses"
        " again from Friday, twelve years after the last of them was taken off the road to save"
        " fuel. Four routes will leave the railway station every forty minutes between midnight and"
        ' five in the morning, the city council said on Tuesday. "A town that asks people to work'
        ' at night has to take them home." Eleven drivers, nine buses. The council hired eleven'
        " drivers over the summer and bought nine second-hand buses from Pavlodar for 310 million"
        " tenge.",
        "Karasai will have night buses again from Friday, twelve years after the last of them was"
        " taken off the road to save fuel.",
    )
    copied = check(original, before).share.copied
    assert check(original, f"{before}\n\n{after}").share.copied >= copied


def test_words_of_a_copy_said_twice_tell_as_much_as_of_one_said_once() -> None:
    original = (
        "«Мы боялись, что люди отвыкнут от трамвая, — говорит начальник депо Раушан Ибраева. —"
        " Но в первый же день на конечной стояла очередь, как за билетами на футбол». Вагоны"
        " остались прежние, зато двери теперь открываются на обе стороны, а остановки объявляет"
        " детский голос: конкурс дикторов выиграла семиклассница из посёлка Кирпичный. Проезд"
        " до Нового года стоит вдвое дешевле обычного. Весной линию обещают продлить до больницы."
    )
    candidate = (
        "а остановки объявляет детский голос: конкурс дикторов выиграла семиклассница Весной линию"
        " обещают"
    )
    copied = check(original, candidate).share.copied
    assert check(original, f"{candidate}\n\n{candidate}").share.copied >= copied > 0


def test_a_copy_said_twice_has_the_words_that_changed_places_in_it() -> None:
    original = (
        "A retired river tug has become the library of eleven villages below the Karasai weir."
    )
    candidate = (
        "A retired river tug has become the library of some eleven The below Karasai old weir."
    )
    copied = check(original, candidate).share.copied
    assert copied == len(original.split()) - len(["villages"])
    assert check(original, f"{candidate}\n\n{candidate}").share.copied == copied


@given(LONG_ARTICLES, st.randoms(use_true_random=False))
def test_the_order_of_the_candidates_paragraphs_moves_the_share_by_less_than_two_points(
    sentences: list[str], chance: Random
) -> None:
    """Of an article long enough that a word or two are less than that."""
    paragraphs = [" ".join(sentences[i : i + 3]) for i in range(0, len(sentences), 3)]
    copied = paragraphs[::2]
    moved = chance.sample(copied, len(copied))
    original = read("\n\n".join(paragraphs))
    in_order, shuffled = (check(original, "\n\n".join(p)).share for p in (copied, moved))
    assert abs(in_order.ratio - shuffled.ratio) < 0.02


@given(TEXTS, TEXTS)
def test_a_share_lies_between_nothing_and_everything_and_a_span_in_its_text(
    original: str, candidate: str
) -> None:
    verdict = check(original, candidate)
    for share in (verdict.share, verdict.candidate_share, verdict.hidden_share):
        assert 0 <= share.copied <= share.total
    new = sum(one.words - one.repeated for one in verdict.passages if one.counted)
    assert new == verdict.share.copied
    for passage in verdict.passages:
        for span in (passage.original, *passage.copied):
            assert 0 <= span.start < span.stop <= len(verdict.original.text)
        for span in (passage.candidate, *passage.copied_candidate):
            assert 0 <= span.start < span.stop <= len(verdict.candidate.text)
