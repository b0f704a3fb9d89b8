"""What is an edit, what is a cut, and what is the candidate's own."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.verdict.build import TODAY

from reuse_guard import read
from reuse_guard.align import Passage, PassageKind, align
from reuse_guard.measure.changes import ChangeKind, find_changes, find_cuts
from reuse_guard.measure.pair import Pair
from reuse_guard.text.spans import Span

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


@pytest.mark.parametrize(
    "other", ["battery-boat", "battery-\nboat", "batteryboat", "battery\nboat"]
)
def test_what_parts_words_is_typography(other: str) -> None:
    assert changes(ORIGINAL.replace("battery boat", other)) == []


def test_the_last_word_of_a_line_is_not_taken_for_a_heading() -> None:
    original = read(f"Winter\n\n{ORIGINAL[:-1]} of the boat in the long winter.")
    page = read(original.text.replace("long winter", "long\nwinter"))
    passages = align(original.body_words, page.words)
    assert find_changes(passages, original, page) == ()


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


@pytest.mark.parametrize(
    "label", ["Advertisement", "advertisement", "Advertisement - Continue Reading Below", "ANZEIGE"]
)
def test_the_label_of_an_advertisement_in_a_sentence_is_no_edit(label: str) -> None:
    assert changes(ORIGINAL.replace("the quiet", f"the {label} quiet")) == []


@pytest.mark.parametrize("word", ["Share", "Anzeige", "реклама"])
def test_what_may_be_a_word_of_a_sentence_is_an_edit_there(word: str) -> None:
    assert changes(ORIGINAL.replace("the quiet", f"the {word} quiet")) == [("added", "", word)]


def test_a_sentence_left_out_is_a_cut_and_no_edit() -> None:
    assert (
        changes(ORIGINAL.replace("Passengers travel free for the whole month of the trial.", ""))
        == []
    )


def test_a_sentence_put_in_is_the_candidate_s_own_and_no_edit() -> None:
    assert changes(ORIGINAL.replace("December. ", "December. We think that is late. ")) == []


SENTENCE = "Passengers travel free for the whole month of the trial."


@pytest.mark.parametrize(
    ("put_in", "kind"),
    [("Nobody knows why.", "replaced"), ("\n\nRead also: our guide.\n\n", "displaced")],
)
def test_a_sentence_in_the_place_of_another_is_an_edit_unless_it_is_a_paragraph(
    put_in: str, kind: str
) -> None:
    (change,) = changes(ORIGINAL.replace(SENTENCE, put_in))
    assert change == (kind, SENTENCE.strip("."), put_in.strip("\n."))


def test_a_paragraph_that_goes_on_with_the_words_of_the_original_is_an_edit() -> None:
    old = "The boat was built in a yard"
    assert changes(ORIGINAL.replace(old, "It came from a yard"))[0][0] == "replaced"


FIRST, SECOND = ORIGINAL.split("\n\n")


@pytest.mark.parametrize(
    "own",
    [
        "The boat broke down twice on the first morning, the readers of this site have written us.",
        "The boat, say our readers, is a toy.",
    ],
)
def test_a_paragraph_of_its_own_that_begins_like_the_next_of_the_original_is_no_edit(
    own: str,
) -> None:
    assert changes(f"{FIRST}\n\n{own}") == []
    ((kind, *_),) = changes(ORIGINAL.replace(SECOND.split(". ")[0] + ".", f"{own}\n\n"))
    assert kind == "displaced"


def test_a_paragraph_of_its_own_that_ends_like_the_one_before_in_the_original_is_no_edit() -> None:
    own = "Our readers of the shore say that all of them walk in the trial."
    assert changes(f"{own}\n\n{SECOND}") == []


def test_a_word_put_for_another_in_a_short_sentence_at_the_edge_is_an_edit() -> None:
    original = read(f"{ORIGINAL} He said no.")
    page = read(f"{ORIGINAL} He said yes.")
    run = (Span(0, 61),)
    passage = Passage(Span(0, 62), Span(0, 62), run, run, 1.0, PassageKind.EDITED)
    (change,) = find_changes([passage], original, page)
    assert (change.original, change.candidate) == ("no", "yes")


def test_a_passage_in_another_alphabet_is_one_change() -> None:
    text = (
        "Жаңа кеме желтоқсан айында көлдегі ең қысқа бағытқа шығады. Жолаушылар сынақ айы бойы"
        " тегін жүреді, ал балықшылар жылдамдықты азайтуды сұрады."
    )
    latin = (
        "Jaña keme jeltoqsan aiynda köldegı eñ qysqa bağytqa şyğady. Jolauşylar synaq aiy boiy"
        " tegın jüredı, al balyqşylar jyldamdyqty azaituy sūrady."
    )
    original, page = read(text), read(f"Own words first.\n\n{latin}")
    (change,) = find_changes(align(original.body_words, page.words), original, page)
    assert (change.kind, change.line) == (ChangeKind.RESPELT, 3)
    assert text.startswith(change.original[:50])
    assert latin.startswith(change.candidate[:50])
    same = read(
        f"{text}\n\nAl {latin[:20]} in Latin: quite other words in English {'stand here ' * 30}"
    )
    assert find_changes(align(original.body_words, same.words), original, same) == ()


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


def test_a_sentence_begun_late_is_an_edit() -> None:
    (change,) = changes(ORIGINAL.replace("Its captain said that the", "The"))
    assert change == (ChangeKind.REMOVED, "Its captain said that", "")


def test_a_passage_that_begins_and_ends_inside_sentences_is_widened_to_them() -> None:
    original, page = read("One two three four five. Six seven."), read("Two three four.")
    run = (Span(1, 4),), (Span(0, 3),)
    passage = Passage(run[0][0], run[1][0], *run, 1.0, PassageKind.VERBATIM)
    found = find_changes([passage], original, page)
    assert [change.original for change in found] == ["One", "five"]


def test_reworded_passages_are_not_looked_at() -> None:
    original, page = read("One two three."), read("Something else.")
    passage = Passage(Span(0, 3), Span(0, 2), (), (), 0.4, PassageKind.REWORDED)
    assert find_changes([passage], original, page) == ()


@pytest.mark.parametrize("left_out", [0, 1, 2, 3])
def test_a_sentence_left_out_is_a_cut_also_among_sentences_that_begin_and_end_alike(
    left_out: int,
) -> None:
    sentences = [
        f"The ferry number {number} sails past the {place} of the lake in the winter."
        for number, place in (
            ("one", "head"),
            ("two", "tail"),
            ("three", "reeds"),
            ("four", "pier"),
        )
    ]
    original = read(" ".join(sentences))
    kept = [sentence for place, sentence in enumerate(sentences) if place != left_out]
    for shorter, longer in ((" ".join(kept), original.text), (original.text, " ".join(kept))):
        first, second = read(longer), read(shorter)
        passage = Passage(
            Span(0, len(first.body_words)),
            Span(0, len(second.words)),
            (),
            (),
            1.0,
            PassageKind.EDITED,
        )
        assert find_changes([passage], first, second) == ()


SENTENCES = [
    "The ferry company of the lake puts a battery boat on its shortest line in December.",
    "The passengers of the ferry travel free for the whole month of the trial.",
    "The boat was built in a yard at the southern end of the lake.",
    "The captain of the boat said that the quiet engine took some getting used to.",
    "The company of the yard has built a second boat for the line.",
]


@given(st.permutations(SENTENCES))
def test_sentences_in_another_order_are_unchanged(sentences: list[str]) -> None:
    original, page = read(" ".join(SENTENCES)), read(" ".join(sentences))
    passages = align(original.body_words, page.words)
    assert find_changes(passages, original, page) == ()


@given(st.permutations(SENTENCES), st.integers(0, 4))
def test_of_sentences_in_another_order_the_changed_one_is_found(
    sentences: list[str], which: int
) -> None:
    edited = list(sentences)
    edited[which] = edited[which].replace("The ", "Quite another ", 1)
    original, page = read(" ".join(SENTENCES)), read("\n\n".join(edited))
    (change,) = find_changes(align(original.body_words, page.words), original, page)
    assert (change.original, change.candidate) == ("The", "Quite another")
    assert change.line == 2 * which + 1


def test_a_change_is_quoted_up_to_a_sentence_that_stands_in_both_texts() -> None:
    first, second, third = SENTENCES[:3]
    original = read(f"{first} {second} {third}")
    page = read(f"{first[:-1]} of all years. {second} Never did so. {third}")
    found = find_changes(align(original.body_words, page.words), original, page)
    assert [(change.original, change.candidate) for change in found] == [("", "of all years")]
