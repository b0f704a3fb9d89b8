"""Shares: exact counts of words, each once."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reuse_guard.align import Passage, PassageKind
from reuse_guard.share import Share, count_share, share_of_original
from reuse_guard.text.spans import Span

spans = st.tuples(st.integers(0, 60), st.integers(0, 60)).map(lambda p: Span(min(p), max(p)))


def passage(kind: PassageKind, copied: Span, candidate: Span) -> Passage:
    return Passage(copied, candidate, (copied,), (candidate,), 1.0, kind)


@pytest.mark.parametrize(("copied", "allowed"), [(299, True), (300, True), (301, False)])
def test_the_limit_itself_is_allowed(copied: int, *, allowed: bool) -> None:
    assert (Share(copied, 1000).fraction <= Fraction(30, 100)) is allowed


def test_nothing_of_nothing_is_no_share() -> None:
    assert Share(0, 0).ratio == 0.0


@pytest.mark.parametrize(("copied", "total"), [(2, 1), (-1, 1)])
def test_more_than_the_whole_is_refused(copied: int, total: int) -> None:
    with pytest.raises(ValueError, match="copied words of"):
        Share(copied, total)


def test_a_span_past_the_end_is_refused() -> None:
    with pytest.raises(ValueError, match="past the 10 words"):
        count_share([Span(5, 11)], total=10)


@given(st.lists(spans), spans)
def test_one_more_match_never_lowers_the_share(many: list[Span], extra: Span) -> None:
    before = count_share(many, total=60).fraction
    assert 0 <= before <= count_share([*many, extra], total=60).fraction <= 1


@given(st.lists(spans), st.lists(spans))
def test_excluded_words_count_on_neither_side(copied: list[Span], excluded: list[Span]) -> None:
    left_out = {i for span in excluded for i in range(*span)}
    expected = {i for span in copied for i in range(*span)} - left_out
    share = count_share(copied, total=60, excluded=excluded)
    assert (share.copied, share.total) == (len(expected), 60 - len(left_out))


def test_a_passage_copied_twice_counts_once_for_the_original() -> None:
    twice = [
        passage(PassageKind.VERBATIM, Span(0, 20), Span(0, 20)),
        passage(PassageKind.VERBATIM, Span(0, 20), Span(50, 70)),
    ]
    assert share_of_original(twice, total=100) == Share(20, 100)


def test_reworded_passages_do_not_count() -> None:
    told = passage(PassageKind.REWORDED, Span(0, 20), Span(0, 20))
    assert share_of_original([told], total=100) == Share(0, 100)
