"""Counting what was copied, in every unit."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reuse_guard import read
from reuse_guard.measure.amounts import Amount, Amounts, count_amounts
from reuse_guard.measure.outline import Position, outline
from reuse_guard.policy.limits import Unit

TEXT = """One two three. Four five six seven!

Eight nine ten eleven twelve, thirteen fourteen fifteen.

Sixteen seventeen. Eighteen nineteen twenty."""


def amounts(*copied: int, text: str = TEXT) -> Amounts:
    document = read(text)
    mask = np.zeros(len(document.words), np.bool_)
    mask[list(copied)] = True
    return count_amounts(document, document.words, mask, outline(document))


def test_nothing_copied_is_nothing_in_every_unit() -> None:
    assert amounts() == Amounts(
        Amount(0, 20, 0), Amount(0, len(TEXT) - 7, 0), Amount(0, 5, 0), Amount(0, 3, 0)
    )


def test_a_full_copy_is_everything_in_every_unit() -> None:
    found = amounts(*range(20))
    for unit in (Unit.WORDS, Unit.CHARACTERS, Unit.SENTENCES, Unit.PARAGRAPHS):
        amount = found.of(unit)
        assert amount.copied == amount.total == amount.reach > 0
    assert found.of(Unit.FRACTION) == found.words


def test_characters_hold_the_marks_and_spaces_between_copied_words() -> None:
    assert amounts(0, 1).characters.copied == len("One two")
    assert amounts(0, 2).characters.copied == len("One") + len("three")
    assert amounts(11, 12).characters.copied == len("twelve, thirteen")
    assert amounts(6, 7).characters.copied == len("seven") + len("Eight")


def test_a_sentence_is_used_when_half_its_words_are() -> None:
    assert amounts(0).sentences.copied == 0
    assert amounts(0, 1).sentences == Amount(1, 5, 1)
    assert amounts(3, 4).sentences == Amount(1, 5, 2)
    assert amounts(3).sentences.copied == 0


def test_a_paragraph_is_used_when_half_of_it_is_or_eight_words() -> None:
    long = " ".join(f"w{number}" for number in range(40)) + ".\n\nEnd of it."
    assert amounts(*range(7), text=long).paragraphs == Amount(0, 2, 0)
    assert amounts(*range(8), text=long).paragraphs == Amount(1, 2, 1)
    assert amounts(0, 1, 2, 3, text=TEXT).paragraphs == Amount(1, 3, 1)


def test_reach_is_the_place_of_the_last_copied_unit() -> None:
    found = amounts(*range(7, 15))
    assert found.paragraphs == Amount(1, 3, 2)
    assert found.sentences == Amount(1, 5, 3)
    assert found.words == Amount(8, 20, 15)
    assert (
        found.characters.reach
        == len(TEXT.split("\n\n", maxsplit=1)[0]) - 1 + len(TEXT.split("\n\n")[1]) - 1
    )


def test_a_word_alike_by_chance_does_not_reach() -> None:
    assert amounts(0, 1, 2, 19).words == Amount(4, 20, 3)


LONG = "\n\n".join(
    " ".join(f"w{paragraph}x{number}" for number in range(20)) + "." for paragraph in range(3)
)


@pytest.mark.parametrize(
    ("copied", "reach", "sure"),
    [
        # an excerpt that ends with a sentence, and one that goes on into the next
        (range(20), 20, None),
        (range(21), 21, 20),
        (range(22), 22, 20),
        (range(23), 23, None),
        (range(27), 27, None),
        (range(28), 28, None),
        # a word or two apart from the rest, at its end
        ([*range(30), 33], 34, 30),
        ([*range(30), 33, 35, 36], 37, 30),
        ([*range(30), 33, 34, 35], 36, None),
        # an edited copy has many of them
        ([*range(30), 31, 32, 34, 35, 37], 38, None),
        ([0, 1, 3, 4, 6, 7, 9, 10, 12], 13, None),
        # one alike by chance far off, in a sentence that is not used
        ([*range(20), 50], 20, None),
    ],
)
def test_a_copy_reaches_to_the_word(copied: list[int], reach: int, sure: int | None) -> None:
    found = amounts(*copied, text=LONG)
    assert (found.words.reach, found.words.sure_reach) == (reach, sure)
    last = LONG.replace("\n\n", "").find
    if sure is None:
        assert found.characters.sure_reach is None
    elif sure == 20:
        assert found.characters.sure_reach == last(".")


def test_a_word_outside_every_sentence_reaches_by_itself() -> None:
    document = read("<h1>News</h1><h2>Two words</h2><p>Some of the text of it.</p>", format="html")
    mask = np.zeros(len(document.words), np.bool_)
    mask[1] = True
    found = count_amounts(document, document.words, mask, outline(document))
    assert found.words.reach == 2


@given(st.sets(st.integers(0, 19)), st.integers(0, 19))
def test_one_more_word_never_lowers_an_amount(copied: set[int], more: int) -> None:
    before, after = amounts(*copied), amounts(*copied, more)
    for unit in (Unit.WORDS, Unit.CHARACTERS, Unit.SENTENCES, Unit.PARAGRAPHS):
        less, most = before.of(unit), after.of(unit)
        assert 0 <= less.copied <= most.copied <= most.total
        assert less.reach <= most.reach <= most.total


def test_an_empty_text_has_nothing() -> None:
    document = read("<p>x</p>", format="html")
    nothing = document.words.take(np.zeros(len(document.words), np.bool_))
    found = count_amounts(document, nothing, np.zeros(0, np.bool_), outline(document))
    assert found.characters == Amount(0, 0, 0)


# --- where things stand ---------------------------------------------------------
PAGE = """# Head

First one. Second one of the first paragraph.

- Item one of the list.
- Item two of the list.

Third one."""


@pytest.mark.parametrize(
    ("words", "position"),
    [
        ("Head", Position(0, 0, last=False)),
        ("First one", Position(1, 1, last=False)),
        ("Second one", Position(2, 1, last=False)),
        ("Item one", Position(3, 2, last=False, perhaps_last=True)),
        ("Item two", Position(4, 2, last=False, perhaps_last=True)),
        ("Third one", Position(5, 3, last=True, perhaps_last=True)),
    ],
)
def test_positions_count_sentences_and_paragraphs_from_the_top(
    words: str, position: Position
) -> None:
    document = read(PAGE, format="markdown")
    assert outline(document).position(document.text.index(words)) == position


def test_a_list_at_the_end_is_the_last_paragraph() -> None:
    document = read(PAGE.replace("Third one.", ""), format="markdown")
    found = outline(document)
    assert len(found.paragraphs) == 2
    assert found.position(document.text.index("Item two")).last


def test_a_page_without_visible_text_has_no_sentences() -> None:
    document = read("<p hidden>Unseen words of it.</p>", format="html")
    everything = np.ones(len(document.words), np.bool_)
    found = count_amounts(document, document.words, everything, outline(document))
    assert found.sentences == Amount(0, 0, 0)
    assert found.words == Amount(4, 4, 4)


def test_wrapped_lines_of_plain_text_are_no_sentences() -> None:
    text = "The dam above\nKarabulak held, and the\nwater fell. So it was.\n\nNobody was hurt."
    document = read(text, format="text")
    found = outline(document)
    assert len(found.sentences) == 3
    assert found.position(text.index("fell")).sentence == 1


def test_a_sentence_that_may_go_on_is_counted_both_ways() -> None:
    document = read("<p>So says Yahoo! News of today.</p>", format="html")
    position = outline(document).position(document.text.index("today"))
    assert (position.sentence, position.least) == (2, 1)


def test_a_line_of_its_own_is_taken_with_the_paragraph_above() -> None:
    lines = "Ivan Petrov\n\nThe dam held.\n\nFirst published in the Courier\n\nNobody was hurt."
    document = read(lines, format="text")
    found = outline(document)
    source = found.position(document.text.index("Courier"))
    assert (source.sentence, source.paragraph, source.between) == (1, 1, True)
    assert found.position(document.text.index("Nobody")).paragraph == 3
