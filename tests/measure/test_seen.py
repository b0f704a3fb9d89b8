"""The share that no reader sees, also where a passage is hidden in part."""

from __future__ import annotations

import pytest

from reuse_guard import check, read

FIRST = "Repairs took seven months because the steel for the new stage arrived only in September."
SECOND = "A crossing costs 200 tenge, and pupils travel free until the end of the school year."
ORIGINAL = read(f"{FIRST}\n\n{SECOND}\n\nThe office expects nine hundred passengers a day.")


def hidden_words(page: str) -> int:
    return check(ORIGINAL, read(page, format="html")).hidden_share.copied


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        (f"<p hidden>{FIRST}</p><p>{SECOND}</p>", 15),
        (f"<p>{FIRST}</p><p hidden>{SECOND}</p>", 16),
        (f"<p hidden>{FIRST}</p><p hidden>{SECOND}</p>", 31),
        (f"<p>{FIRST}</p><p>{SECOND}</p>", 0),
        (f"<p hidden>{FIRST}</p><p>{FIRST}</p>", 0),
    ],
    ids=["first", "second", "both", "none", "seen-elsewhere"],
)
def test_words_that_stand_in_hidden_blocks_alone_are_counted(page: str, expected: int) -> None:
    assert hidden_words(page) == expected


def test_a_headline_that_is_seen_does_not_show_the_sentence_it_was_made_from() -> None:
    body = "The Korzhin dam will be lowered in March before the flood comes, engineers said."
    headline = "Korzhin dam will be lowered in March before the flood comes"
    page = f"<h1>{headline}</h1><p>{body}</p><p>Nobody objected at the hearing on Monday.</p>"
    seen = f"<h2>{headline}</h2><p hidden>{body}</p><p>Something of our own about the weather.</p>"
    verdict = check(read(page, format="html"), read(seen, format="html"))
    assert verdict.hidden_share.copied == verdict.share.copied == 14
