"""What is an edit, what is a cut, and what is the candidate's own."""

from __future__ import annotations

import pytest
from tests.verdict.build import TODAY

from reuse_guard import read
from reuse_guard.align import align
from reuse_guard.measure.changes import ChangeKind, find_changes, find_cuts
from reuse_guard.measure.gather import Pair

ORIGINAL = """The ferry company of the lake puts a battery boat on its shortest line in December. \
Passengers travel free for the whole month of the trial.

The boat was built in a yard at the southern end of the lake, and passed its first run in October. \
Its captain said that the quiet engine took some getting used to."""


def changes(candidate: str) -> list[tuple[str, str, str]]:
    original, page = read(ORIGINAL), read(candidate)
    passages = align(original.body_words, page.words)
    assert passages
    found = find_changes(passages, original, page)
    return [(change.kind.value, change.original, change.candidate) for change in found]


def test_a_full_copy_has_no_change() -> None:
    assert changes(ORIGINAL) == []


def test_case_marks_and_typography_are_no_change() -> None:
    assert changes(ORIGINAL.upper().replace(",", " –")) == []


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("battery boat", "diesel boat", ("replaced", "battery", "diesel")),
        ("the whole month", "the month", ("removed", "whole", "")),
        ("the quiet engine", "the very quiet engine", ("added", "", "very")),
    ],
)
def test_a_changed_word_inside_a_sentence_is_an_edit(
    old: str, new: str, expected: tuple[str, str, str]
) -> None:
    assert changes(ORIGINAL.replace(old, new)) == [expected]


def test_a_sentence_left_out_is_a_cut_and_no_edit() -> None:
    assert (
        changes(ORIGINAL.replace("Passengers travel free for the whole month of the trial.", ""))
        == []
    )


def test_a_sentence_put_in_is_the_candidate_s_own_and_no_edit() -> None:
    assert changes(ORIGINAL.replace("December. ", "December. We think that is late. ")) == []


def test_a_sentence_cut_short_is_an_edit() -> None:
    (change,) = changes(ORIGINAL.replace(" for the whole month of the trial.", "."))
    assert change == (ChangeKind.REMOVED, "for the whole month of the trial", "")


def test_a_change_knows_its_line() -> None:
    original, page = read(ORIGINAL), read("Ours.\n\n" + ORIGINAL.replace("southern", "northern"))
    (change,) = find_changes(align(original.body_words, page.words), original, page)
    assert change.line == 5


def test_cuts_are_the_stretches_that_were_not_copied() -> None:
    original = read(ORIGINAL)
    page = read(ORIGINAL.replace("Passengers travel free for the whole month of the trial.", ""))
    pair = Pair(original, page, align(original.body_words, page.words), TODAY)
    assert find_cuts(original, original.body_words, pair.copied) == (
        "Passengers travel free for the whole month of the trial",
    )
