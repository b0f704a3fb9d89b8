"""The terminal report: golden files, 80 columns, nothing that steers a terminal."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from reuse_guard import check
from reuse_guard.reports.terminal import render_terminal
from reuse_guard.reports.visible import visible
from reuse_guard.verdict.model import Verdict

GOLDEN = Path(__file__).parent / "golden"
DAY = date(2026, 11, 1)


@pytest.fixture(autouse=True)
def _in_the_example(quickstart: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(quickstart)


def golden_path(language: str) -> Path:
    return GOLDEN / f"too-long.{language}.txt"


def report(name: str, *, width: int = 80, color: bool = False, language: str = "en") -> str:
    grants = [Path("grant.toml")] if name == "whole" else []
    url = "https://leftbank.example/whole"
    verdict = check(
        Path("original.html"), Path(f"{name}.html"), grants=grants, candidate_url=url, as_of=DAY
    )
    return render_terminal(verdict, width=width, color=color, language=language)


@pytest.mark.parametrize("name", ["allowed", "too-long", "no-link", "hidden-link", "whole"])
def test_the_report_is_the_golden_one(name: str) -> None:
    """After a wanted change: `python -m tests.reports.golden`, then read the difference."""
    assert report(name) == (GOLDEN / f"{name}.txt").read_text("utf-8")


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_the_report_in_another_language_is_the_golden_one(language: str) -> None:
    assert report("too-long", language=language) == golden_path(language).read_text("utf-8")


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_clauses_begin_in_one_column_whatever_their_marks(language: str) -> None:
    lines = report("too-long", language=language).splitlines()
    rows = [line for line in lines if re.match(r"\S+ +(?:limit|link) ", line)]
    assert len({re.search(r"limit|link", row).start() for row in rows}) == 1  # type: ignore[union-attr]
    assert len({row.split()[0] for row in rows}) == 2


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (
            "ru",
            ("НАРУШЕНИЕ", "Скопировано слов оригинала: 186 из 411", "Уберите 63", "строки 33–45"),
        ),
        ("kk", ("БҰЗУШЫЛЫҚ", "Көшірілгені: 186 сөз", "63 сөзді алып тастаңыз", "33–45-жолдар")),
    ],
)
def test_a_verdict_is_told_in_the_language_asked_for(language: str, said: tuple[str, ...]) -> None:
    text = " ".join(report("too-long", language=language).split())
    for words in (*said, "[Karasai will have night buses again"):
        assert words in text
    for words in (
        "VIOLATION",
        "copied",
        "Remove",
        "original,",
        "similarity",
        "brackets",
        "NO ",
        "ok ",
    ):
        assert words not in text


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_a_verdict_read_back_from_json_is_told_alike(language: str) -> None:
    verdict = check(Path("original.html"), Path("too-long.html"), as_of=DAY)
    read_back = Verdict.model_validate_json(verdict.model_dump_json())
    told = render_terminal(verdict, language=language)
    assert render_terminal(read_back, language=language) == told


def test_a_clause_without_its_sentences_is_told_in_english() -> None:
    verdict = check(Path("original.html"), Path("too-long.html"), as_of=DAY)
    bare = tuple(replace(clause, sentences=(), cures=()) for clause in verdict.clauses)
    told = render_terminal(verdict.model_copy(update={"clauses": bare}), language="ru")
    assert "186 of the original's 411 words copied" in " ".join(told.split())
    assert "-> Remove 63 of the copied words." in " ".join(told.split())


@pytest.mark.parametrize("width", [40, 60, 80, 120])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    assert max(map(len, report("too-long", width=width).splitlines())) <= width


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_a_number_and_what_belongs_to_it_are_on_one_line_at_every_width(language: str) -> None:
    whole = "15,4\N{NO-BREAK SPACE}%"
    verdict = check(Path("original.html"), Path("allowed.html"), as_of=DAY)
    for width in range(40, 100):
        text = render_terminal(verdict, width=width, language=language)
        assert whole in text
        assert not re.search(r"^\s*%", text, re.MULTILINE)


@pytest.mark.parametrize("width", [40, 60, 80])
def test_a_long_address_is_shown_in_full(width: int) -> None:
    folder = "a-long-name-of-a-section/" * 5
    url = f"https://steppe-courier.example/{folder}buses"
    page = Path("no-link.html").read_text("utf-8")
    candidate = page.replace("</article>", f"<p><a href='{url}'>Buses</a></p></article>")
    assert url in candidate
    verdict = check(Path("original.html"), candidate, as_of=DAY)
    text = render_terminal(verdict, width=width)
    assert "\N{HORIZONTAL ELLIPSIS}" not in text
    assert f"{url}." in "".join(text.split())


def test_the_outcome_comes_first_then_the_clauses_then_the_passages() -> None:
    text = report("too-long")
    places = [text.index(part) for part in ("VIOLATION", "limit", "link", "passage", "[Karasai")]
    assert places == sorted(places)


def test_copied_words_that_no_reader_sees_are_shown_in_their_passage_too() -> None:
    seen, hidden = "The ferry sails at noon from the east quay.", "Tickets are sold in the red hut."
    page = f"<p>{seen}</p><div hidden><p>{hidden}</p></div><p>We took it twice in May.</p>"
    shown = render_terminal(check(f"{seen}\n\n{hidden}", page), width=200)
    assert shown.count("Tickets are sold in the red hut") == 2


def test_colour_marks_words_without_brackets() -> None:
    text = report("too-long", color=True)
    assert "\x1b[" in text
    assert "[Karasai" not in text
    assert "\x1b[" not in report("too-long", color=False)


def test_text_from_outside_cannot_steer_the_terminal() -> None:
    text = "The river fell by a metre overnight and the bridge was opened again at noon."
    hostile = f"\x1b]0;title\x07\x1b[31m{text}\u202e <script>"
    printed = render_terminal(check(text, hostile), color=False)
    assert "\x1b" not in printed
    assert "\x07" not in printed
    assert "<U+001B>" in printed or "<U+001B>" in visible(hostile)
