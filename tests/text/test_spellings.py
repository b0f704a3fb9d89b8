"""Words looked up by the beginnings of expressions, as expressions would match them."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from reuse_guard.notices.lexicon import _WORDS, concepts_of
from reuse_guard.text.spellings import Spellings

PATTERNS = {
    concept: re.compile("|".join(words.split()), re.IGNORECASE) for concept, words in _WORDS.items()
}
STEMS = sorted({re.split(r"\W", one)[0] for words in _WORDS.values() for one in words.split()})


@given(st.sampled_from(STEMS), st.text("abdeinstıſабвеийнсты'’.-?%1 \u0301", max_size=6))
def test_a_word_is_what_the_expressions_say(stem: str, ending: str) -> None:
    word = (stem + ending).lower()
    matched = {concept for concept, pattern in PATTERNS.items() if pattern.fullmatch(word)}
    _, hyphen, last = word.rpartition("-")
    assert concepts_of(word) == matched or (hyphen and concepts_of(word) == concepts_of(last))


def test_a_word_may_be_a_spelling_of_several() -> None:
    spellings = Spellings({1: (r"cop\w*", "read"), 2: ("copy", "reads?"), 3: ("c[ou]py",)})
    assert spellings.of("copy") == {1, 2, 3}
    assert spellings.of("copied") == {1}
    assert spellings.of("read") == {1, 2}
    assert spellings.of("reads") == {2}
    assert spellings.of("cop-y") == set()
    assert spellings.of("") == set()
