"""Telling short whole sentences from copies."""

from __future__ import annotations

import numpy as np
import pytest

from reuse_guard import read
from reuse_guard.measure.outline import outline
from reuse_guard.measure.stock import are_short_sentences

# Sentences of three, eight, nine and two words.
TEXT = """One two three. Four five six seven eight nine ten eleven.

Twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty. The end."""


@pytest.mark.parametrize(
    ("copied", "short"),
    [
        ([*range(3)], True),
        ([*range(11)], True),
        ([*range(3, 11), 20, 21], True),
        ([*range(2)], False),
        ([*range(12)], False),
        ([*range(11, 20)], False),
        ([*range(11), *range(11, 20)], False),
    ],
)
def test_whole_sentences_of_up_to_eight_words_are_short(copied: list[int], *, short: bool) -> None:
    document = read(TEXT)
    mask = np.zeros(len(document.words), np.bool_)
    mask[copied] = True
    assert are_short_sentences(document.words, mask, outline(document)) is short


def test_words_outside_every_sentence_are_no_short_sentence() -> None:
    page = read("<article><h1>Four words of headline</h1><p>One two three.</p></article>")
    mask = np.zeros(len(page.words), np.bool_)
    mask[0] = True
    assert not are_short_sentences(page.words, mask, outline(page))
