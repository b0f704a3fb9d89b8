"""The page of charts: what stands in it, and that a browser draws it without loading anything."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

import pytest
from tests.archive.articles import FERRY, part
from tests.archive.conftest import FERRY_URL
from tests.browser import needs_browser, severe, show_as

from reuse_guard.archive import Archive, Reuse
from reuse_guard.archive.page import render_page
from reuse_guard.cli.main import run
from reuse_guard.verdict import Outcome

if TYPE_CHECKING:
    from pathlib import Path

    from selenium.webdriver import Chrome

HOSTILE = "</script><script>document.title = 'taken over'</script><img src=x onerror=alert(1)>"


def reuse(host: str, day: int, outcome: Outcome, original: str = FERRY_URL) -> Reuse:
    return Reuse(f"https://{host}/a", host, date(2026, 11, day), original, 80, 160, outcome)


@pytest.fixture
def page(archive: Archive) -> str:
    reuses = [
        reuse("partner.example", 1, Outcome.ALLOWED),
        reuse("thief.example", 1, Outcome.VIOLATION),
        reuse("thief.example", 3, Outcome.VIOLATION, HOSTILE),
        reuse(HOSTILE, 4, Outcome.REVIEW),
    ]
    return render_page(reuses, archive.stats(), name="desk.archive")


def test_the_page_names_hosts_and_articles_in_tables_too(page: str) -> None:
    assert "4 reuses on 3 hosts of 2 articles; the archive holds 24 articles." in page
    row = (
        r"<td>thief\.example</td><td class=\"n\">2</td><td class=\"n\">0</td><td class=\"n\">0</td>"
    )
    assert re.search(row, page)


def test_what_a_page_wrote_into_its_address_is_text(page: str) -> None:
    assert HOSTILE not in page
    assert "<img" not in page.partition("<body>")[2]
    assert "document.title = 'taken over'</script>" not in page


def test_the_command_writes_what_checks_recorded(
    archive: Archive, file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive.record(archive.check(part(FERRY, 0, 80)), page="https://partner.example/a")
    monkeypatch.chdir(tmp_path)
    assert run(["archive", "report", str(file), "--output", "report.html"]) == 0
    assert "partner.example" in (tmp_path / "report.html").read_text("utf-8")
    assert run(["archive", "report", str(file), "--output", "none/report.html"]) == 2


def test_an_archive_without_reuses_has_a_page_too(archive: Archive) -> None:
    assert "0 reuses on 0 hosts" in render_page([], archive.stats(), name="desk.archive")


@needs_browser
def test_a_browser_draws_every_chart_and_loads_nothing(
    page: str, tmp_path: Path, browser: Chrome
) -> None:
    file = tmp_path / "report.html"
    file.write_text(page, "utf-8")
    browser.get(file.as_uri())
    assert browser.title == "Who reuses what: desk.archive"
    bars = {
        chart: browser.execute_script(
            "return document.querySelectorAll(`#chart-${arguments[0]} .bars .point path`).length",
            chart,
        )
        for chart in ("time", "hosts", "articles")
    }
    assert bars == {"time": 9, "hosts": 9, "articles": 6}
    shown = browser.execute_script(
        "return [...document.querySelectorAll('#chart-hosts .ytick text')].map(t => t.textContent)"
    )
    assert "thief.example" in shown
    assert any("onerror=alert(1)" in label for label in shown), "shown as text"
    heights = browser.execute_script(
        "return [...document.querySelectorAll('.chart svg.main-svg')].map(s => s.clientHeight)"
    )
    assert heights
    assert min(heights) > 100
    assert browser.execute_script("return performance.getEntriesByType('resource').length") == 0
    assert severe(browser) == []


@needs_browser
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_the_page_is_of_the_theme_that_the_reader_prefers(
    page: str, tmp_path: Path, browser: Chrome, *, dark: bool
) -> None:
    file = tmp_path / "report.html"
    file.write_text(page, "utf-8")
    show_as(browser, width=360, dark=dark)
    browser.get(file.as_uri())

    def brightness(query: str, part: str) -> int:
        color = browser.execute_script(
            "return getComputedStyle(document.querySelector(arguments[0]))[arguments[1]]",
            query,
            part,
        )
        return max(map(int, re.findall(r"\d+", color)[:3]))

    paper = brightness("html", "backgroundColor")
    letters = [
        brightness(query, part)
        for query, part in (
            ("h1", "color"),
            (".xtick text", "fill"),
            (".ytitle", "fill"),
            (".legendtext", "fill"),
        )
    ]
    assert (paper < 64, min(letters) > 192) == (dark, dark)
    assert (paper > 192, max(letters) < 64) == (not dark, not dark)
    show_as(browser, width=1280)
