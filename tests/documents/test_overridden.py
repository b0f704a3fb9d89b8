"""Words that a page shows in another direction than their letters have."""

from __future__ import annotations

import pytest

from reuse_guard.documents.read import read
from reuse_guard.documents.unread import Unread, UnreadKind

WORDS = "The ferry between Akzhar and the right bank runs again from Monday."[::-1]
HEBREW = "\N{HEBREW LETTER ALEF}\N{HEBREW LETTER BET}\N{HEBREW LETTER GIMEL} " * 18
OVER = "<style>.t{unicode-bidi:bidi-override}</style>"
COUNT = 14  # words of four letters
RULE = "unicode-bidi:bidi-override;direction:rtl"


def unread(page: str) -> tuple[Unread, ...]:
    return read(page, format="html").unread


@pytest.mark.parametrize(
    "page",
    [
        f"<p><bdo dir=rtl>{WORDS}</bdo></p>",
        f"<p><bdo dir=rtl>{WORDS[:20]}<b>{WORDS[20:]}</b></bdo></p>",
        f"<p style='{RULE}'>{WORDS}</p>",
        f"<p style='{RULE.upper()}'>{WORDS}</p>",
        f"<p dir=rtl style='unicode-bidi:isolate-override'>{WORDS}</p>",
        f"<style>.r{{{RULE}}}</style><p class=r>{WORDS}</p>",
        f"<style>p{{unicode-b\\69 di:bidi-override;direction:rtl}}</style><p>{WORDS}</p>",
        f"<style>p{{--b:bidi-override;unicode-bidi:var(--b)}}</style><p dir=rtl>{WORDS}</p>",
        f"<style>div,p{{{RULE}}}</style><div><p>{WORDS}</p></div>",
        f"{OVER}<p class=t><b style='{RULE}'>{WORDS}</b></p>",
        f"<html dir=rtl>{OVER}<p class=t>{WORDS}</p>",
        f"<bdo>{HEBREW}</bdo>",
    ],
)
def test_they_are_counted_once(page: str) -> None:
    assert unread(page) == (Unread(UnreadKind.REVERSED, COUNT),)


@pytest.mark.parametrize(
    "page",
    [
        f"<p>Own words.</p><p dir=rtl>{WORDS}</p>",
        f"<p style='direction:rtl;unicode-bidi:embed'>{WORDS}</p>",
        f"<style>.r{{{RULE}}}</style><p>{WORDS}</p>",
        f"<style>.r{{{RULE}}} p.r{{unicode-bidi:normal}}</style><p class=r>{WORDS}</p>",
        f"{OVER}<p class=t>{WORDS[::-1]}</p>",
        f"<p>Own words.</p><bdo>{WORDS[::-1]}</bdo>",
        f"<p>Own words.</p><bdo dir=rtl>{HEBREW}</bdo>",
        f"<p>Own words.</p><bdo hidden>{WORDS}</bdo>",
        f"<p>Own words.</p><div style='display:none;{RULE}'>{WORDS}</div>",
        f"<p>Own words.</p><template style='{RULE}'>{WORDS}</template>",
    ],
)
def test_words_in_their_own_direction_and_hidden_ones_are_none(page: str) -> None:
    assert unread(page) == ()
