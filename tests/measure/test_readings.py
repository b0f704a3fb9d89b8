"""What a copy comes to where blocks of a page may be part of the article or not."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from itertools import combinations
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reuse_guard.align import align
from reuse_guard.documents.model import Block, Document, Format, Role
from reuse_guard.measure.pair import Pair
from reuse_guard.measure.readings import (
    PossibleShare,
    perhaps_copied,
    possible_amount,
    possible_share,
    whole_share,
    with_copied_blocks,
)
from reuse_guard.policy import Limit, Rule
from reuse_guard.share import Share
from reuse_guard.text.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reuse_guard.align import Passage

SENTENCES = (
    "The river at Semey rose by half a metre on Tuesday after two days of heavy rain.",
    "Divers closed the ferry crossing and moved eleven boats to the upper harbour.",
    "Schools along the embankment will teach from home until the water has gone.",
    "The mayor promised sandbags to every household that asks for them by Friday.",
    "An engineer from the waterworks said the old pumps could not keep up any more.",
    "Farmers downstream drove three hundred sheep to pastures above the valley road.",
)
OWN = "We asked our readers what they saw from their windows, and forty of them wrote to us."
RULE = Rule()


def document(
    roles: list[Role], unsure: tuple[int, ...] = (), texts: tuple[str, ...] = SENTENCES
) -> Document:
    text, blocks = "", []
    for role, sentence in zip(roles, texts, strict=False):
        start = len(text)
        text += sentence + "\n"
        blocks.append(Block(role, sentence, start, start + len(sentence), 1, 1, None))
    return Document(
        source="made", format=Format.HTML, sha256="", text=text, blocks=tuple(blocks), unsure=unsure
    )


def pair_of(original: Document, copied: list[int], candidate: Document | None = None) -> Pair:
    text = "\n".join([OWN, *(SENTENCES[index] for index in copied)])
    candidate = candidate or Document(
        source="copy",
        format=Format.TEXT,
        sha256="",
        text=text,
        blocks=(Block(Role.PARAGRAPH, text, 0, len(text), 1, 1, None),),
    )
    return Pair(original, candidate, aligned(original, candidate), as_of=date(2026, 11, 25))


ALIGNED: dict[tuple[object, ...], tuple[Passage, ...]] = {}


def aligned(original: Document, candidate: Document) -> tuple[Passage, ...]:
    """The passages; the laws below meet the same few texts thousands of times."""
    key = (original.text, original.body, candidate.text)
    if key not in ALIGNED:
        ALIGNED[key] = align(original.body_words, candidate.words)
    return ALIGNED[key]


def readings(original: Document) -> Iterator[Document]:
    """Every document that the unsure blocks leave possible."""
    sure = {
        i
        for i, block in enumerate(original.blocks)
        if block.role.is_body and i not in original.unsure
    }
    for size in range(len(original.unsure) + 1):
        for chosen in combinations(original.unsure, size):
            yield original.read_as(sure.union(chosen))


ROLES = st.lists(st.sampled_from([Role.PARAGRAPH, Role.OTHER]), min_size=6, max_size=6)
SOME = st.sets(st.integers(0, 5)).map(sorted)
UNSURE = st.sets(st.integers(0, 5), max_size=4).map(sorted)  # each one more doubles the readings


@given(
    ROLES,
    UNSURE,
    SOME,
    st.sampled_from([Limit(max="30%"), Limit(max="55%"), Limit(max=20, unit="words")]),
)
# Found when "water" was a form of "waterworks".
@example(
    [Role.PARAGRAPH] * 2 + [Role.OTHER] * 2 + [Role.PARAGRAPH] * 2,
    [0],
    [0, 2, 5],
    Limit(max="30%"),
)
# Found when "them" of the fourth was "the" of the second: 13 of 40 words as the page was read.
@example(
    [Role.PARAGRAPH] + [Role.OTHER] * 2 + [Role.PARAGRAPH, Role.OTHER, Role.PARAGRAPH],
    [0, 4],
    [0, 1, 5],
    Limit(max="30%"),
)
def test_the_two_readings_decide_as_all_readings_together_do(
    roles: list[Role], unsure: list[int], copied: list[int], limit: Limit
) -> None:
    original = document(roles, tuple(unsure))
    possible = possible_amount(pair_of(original, copied), RULE, limit)
    shares = [pair_of(one, copied).share for one in readings(original)]
    values = [share.fraction if limit.is_ratio else Fraction(share.copied) for share in shares]
    if possible is None:
        assert len({value > limit.max for value in values}) == 1
        return
    least, most = (
        Fraction(one.copied, one.total or 1) if limit.is_ratio else Fraction(one.copied)
        for one in (possible.least, possible.most)
    )
    assert (most > limit.max) is any(value > limit.max for value in values)
    assert (least > limit.max) is all(value > limit.max for value in values)


@given(ROLES, UNSURE, SOME, st.sampled_from(["words", "paragraphs"]), st.integers(1, 60))
def test_how_far_a_copy_reaches_lies_between_the_two_readings(
    roles: list[Role], unsure: list[int], copied: list[int], unit: str, most: int
) -> None:
    limit = Limit(max=most, unit=unit, select="leading")
    rule = Rule(limits=[limit])
    original = document(roles, tuple(unsure))
    possible = possible_amount(pair_of(original, copied), rule, limit)
    reached = [
        pair_of(one, copied).of_original.of(limit.unit).reach
        for one in readings(original)
        if one.body  # of a page without a body every block is a paragraph
    ]
    if possible is not None and len(reached) == 2 ** len(unsure):
        assert possible.least.reach <= min(reached)
        assert possible.most.reach >= max(reached)


@given(ROLES, UNSURE, SOME, st.fractions(Fraction(1, 10), 1))
def test_a_share_is_reached_by_the_most_if_by_any_reading_and_by_the_least_if_by_all(
    roles: list[Role], unsure: list[int], copied: list[int], part: Fraction
) -> None:
    original = document(roles, tuple(unsure))
    possible = possible_share(pair_of(original, copied), part)
    shares = [pair_of(one, copied).share for one in readings(original)]
    assert (possible is None) is (not unsure)
    if possible and all(share.total for share in shares):
        reached = [share.fraction >= part for share in shares]
        assert (possible.most.fraction >= part) is any(reached)
        assert (possible.least.fraction >= part) is all(reached)


@given(ROLES, UNSURE, SOME)
def test_something_is_copied_where_a_reading_says_so_and_perhaps_where_another_says_not(
    roles: list[Role], unsure: list[int], copied: list[int]
) -> None:
    original = document(roles, tuple(unsure))
    pair = with_copied_blocks(pair_of(original, copied))
    possible = list(readings(original))
    found = any(pair_of(one, copied).share.copied for one in possible)
    assert bool(pair.share.copied) is found
    assert pair.original.unsure == original.unsure
    body = {block.start for block in pair.original.body}
    kept = [one for one in possible if body & {block.start for block in one.body}]
    certain = all(pair_of(one, copied).share.copied for one in kept)
    assert (perhaps_copied(pair) is None) is (certain or not found)


def test_of_what_may_not_be_the_article_the_longest_copied_block_is_named() -> None:
    original = document([Role.PARAGRAPH] + [Role.OTHER] * 3, unsure=(1, 2, 3))
    pair = with_copied_blocks(pair_of(original, [1, 2]))
    assert [block.text for block in pair.original.body] == list(SENTENCES[:3])
    assert perhaps_copied(pair) == SENTENCES[1]


def test_a_word_found_by_chance_between_two_such_blocks_makes_nothing_certain() -> None:
    roles = [Role.PARAGRAPH] * 3 + [Role.OTHER] * 2 + [Role.PARAGRAPH]
    pair = with_copied_blocks(pair_of(document(roles, unsure=(1, 5)), [1, 3, 5]))
    assert pair.share.copied == 26  # of 13 and 12 words, and a "the"
    assert perhaps_copied(pair) == SENTENCES[5]


def test_stock_sentences_beside_the_article_are_not_read_into_it() -> None:
    stock = "No injuries were reported."
    original = document([Role.PARAGRAPH, Role.OTHER], unsure=(1,), texts=(SENTENCES[0], stock))
    text = f"{OWN} {stock}"
    candidate = document([Role.PARAGRAPH], texts=(text,))
    pair = pair_of(original, [], candidate)
    assert with_copied_blocks(pair) is pair


def test_the_words_in_doubt_are_counted_and_the_longest_block_is_named() -> None:
    original = document([Role.PARAGRAPH] * 4, unsure=(1, 3))
    possible = possible_amount(pair_of(original, [0]), RULE, Limit(max="35%"))
    assert possible is not None
    assert possible.words == 13 + 13
    assert possible.example == SENTENCES[1]


def test_words_left_out_stay_left_out_in_every_reading() -> None:
    original = document([Role.PARAGRAPH, Role.PARAGRAPH, Role.OTHER], unsure=(2,))
    pair = pair_of(original, [0, 2])
    first = len(SENTENCES[0].split())
    possible = possible_amount(
        pair.without((Span(0, len(SENTENCES[0])),), ()), RULE, Limit(max="30%")
    )
    assert possible is not None
    assert possible.least.copied == 0
    assert possible.most.total == len(original.words) - first


@pytest.mark.parametrize(
    ("roles", "unsure", "least", "most"),
    [
        # The copied sentence and the candidate's own have 17 words each, the third 13.
        ([Role.PARAGRAPH, Role.PARAGRAPH, Role.PARAGRAPH], (2,), 47, 34),
        ([Role.PARAGRAPH, Role.PARAGRAPH, Role.OTHER], (2,), 47, 34),
        ([Role.PARAGRAPH, Role.PARAGRAPH, Role.OTHER], (), 34, 34),
    ],
)
def test_of_a_candidate_unsure_blocks_add_to_the_whole_alone(
    roles: list[Role], unsure: tuple[int, ...], least: int, most: int
) -> None:
    original = document([Role.PARAGRAPH, Role.PARAGRAPH], unsure=(1,))
    candidate = document(roles, unsure, texts=(OWN, SENTENCES[0], SENTENCES[2]))
    pair = pair_of(original, [], candidate)
    possible = possible_amount(pair, RULE, Limit(max="30%", of="candidate"))
    assert possible is not None
    assert (possible.least.total, possible.most.total) == (least, most)
    assert possible.least.copied == possible.most.copied == 17


@pytest.mark.parametrize("role", [Role.PARAGRAPH, Role.OTHER])
def test_a_line_that_may_be_of_the_page_is_no_part_of_the_whole(role: Role) -> None:
    roles = [*[Role.PARAGRAPH] * len(SENTENCES), role]
    original = document(roles, (6,), (*SENTENCES, "Read more"))
    possible = whole_share(pair_of(original, [0, 1, 2, 3, 4, 5]), Fraction(1))
    assert possible == PossibleShare(Share(83, 83), Share(83, 83))
    part = whole_share(pair_of(original, [0, 1, 2, 3, 4]), Fraction(1))
    assert part is not None
    assert part.most.fraction < 1


@pytest.mark.parametrize("line", ["The river may rise again by Friday.", "Read on, " * 9])
def test_a_sentence_or_many_lines_may_be_part_of_it(line: str) -> None:
    original = document([Role.PARAGRAPH] * 7, (6,), (*SENTENCES, line))
    possible = whole_share(pair_of(original, [0, 1, 2, 3, 4, 5]), Fraction(1))
    assert possible is not None
    assert possible.least.fraction < possible.most.fraction == 1
