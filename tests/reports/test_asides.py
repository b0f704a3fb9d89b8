"""Other ways to count stand in every report to people, in the same words."""

from __future__ import annotations

import html
import re

import pytest

from reuse_guard import Verdict, check
from reuse_guard.locale import LANGUAGES
from reuse_guard.reports.asides import asides
from reuse_guard.reports.html import render_html
from reuse_guard.reports.report import Judged, Report
from reuse_guard.reports.terminal import render_terminal

SPEECH = '"We will rebuild the quay before the spring floods come again," said the harbour master.'
PRESS = "The port authority signed the contract for the new crane on Friday in the town hall."
HIDDEN = "Nobody was hurt when the old crane fell into the basin in the night of the storm."
ORIGINAL = f"<article><p>{SPEECH}</p><p>{PRESS}</p><p>{HIDDEN}</p></article>"


def verdict_on(*shown: str, hidden: str = "", sources: tuple[str, ...] = ()) -> Verdict:
    body = "".join(f"<p>{text}</p>" for text in shown)
    page = f"<article>{body}<p style='display:none'>{hidden}</p></article>"
    return check(ORIGINAL, page, common_sources=sources)


ALL = verdict_on(SPEECH, PRESS, hidden=HIDDEN, sources=(PRESS,))


def test_what_differs_is_said_with_its_numbers() -> None:
    total = ALL.share.total
    assert ALL.share.copied == total
    assert [str(aside).split(":")[0] for aside in asides(ALL)] == [
        "Without quoted speech",
        "Without words of the common sources",
        f"{len(HIDDEN.split())} of the copied words stand only in text that no reader sees.",
    ]


@pytest.mark.parametrize(
    ("sources", "said"), [((), []), ((PRESS,), ["Without words of the common sources"])]
)
def test_what_says_nothing_new_is_left_out(sources: tuple[str, ...], said: list[str]) -> None:
    unquoted = f"<article><p>{PRESS}</p><p>{HIDDEN}</p></article>"
    verdict = check(unquoted, f"<p>{HIDDEN}</p>", common_sources=sources)
    assert [str(aside).split(":")[0] for aside in asides(verdict)] == said


def test_nothing_is_said_where_nothing_was_copied() -> None:
    assert list(asides(verdict_on("Of other things.", sources=(PRESS,)))) == []


def test_terminal_and_page_say_the_same() -> None:
    terminal = spaced(render_terminal(ALL, width=200))
    for language in LANGUAGES:
        page = render_html(Report((Judged(ALL),)), language=language)
        text = spaced(html.unescape(re.sub(r"<[^>]+>", "", page)))
        for aside in asides(ALL):
            assert spaced(aside.render(language)) in text
            assert str(aside) in terminal


def spaced(text: str) -> str:
    return " ".join(text.split())
