"""Scans of an export of WordPress: which of its items are candidates, and how reports name them."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

import pytest
from tests.reports.sample import ADDRESS, DAY, ORIGINAL

from reuse_guard.config import find_project
from reuse_guard.originals import Store
from reuse_guard.reports.registry import render
from reuse_guard.scan import Run, discover, scan

if TYPE_CHECKING:
    from pathlib import Path

    from reuse_guard.reports.report import Report

OWN = "The council of Akzhar met on Friday and chose a new chair by nine votes to two."
COPY = "\n\n".join(ORIGINAL.split("\n\n")[1:])
EXPORT = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
     xmlns:wp="http://wordpress.org/export/1.2/"><channel>{items}</channel></rss>
"""


@pytest.fixture(autouse=True)
def _in_the_project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def item(title: str, content: str, kind: str = "post", status: str = "publish") -> str:
    link = f"https://partner.example/{title.replace(' ', '-')}"
    return (
        f"<item><title>{title}</title><link>{link}</link>"
        f"<content:encoded>{escape(content)}</content:encoded><wp:status>{status}</wp:status>"
        f"<wp:post_type>{kind}</wp:post_type></item>\n"
    )


def scanned(root: Path, *items: str) -> Report:
    (root / "reuse-guard.toml").write_text(
        'content = ["export.xml"]\npolicy = "qazmonitor"\n', "utf-8"
    )
    (root / "export.xml").write_text(EXPORT.format(items="".join(items)), "utf-8")
    store = Store(root / "originals", root / "reuse-guard.lock")
    store.add(ORIGINAL.encode(), suffix=".md", name="kept", day=DAY, address=ADDRESS)
    project = find_project(root)
    return scan(project, discover(project), Run(DAY, 1))


def told(report: Report) -> dict[str, str]:
    return {each.item: str(each.outcome) for each in report.judged}


@pytest.mark.parametrize("status", ["publish", "draft", "pending", "future", "private", "pitch"])
def test_what_is_or_may_yet_be_published_is_a_candidate(tmp_path: Path, status: str) -> None:
    report = scanned(tmp_path, item("Own", OWN), item("Ferry", COPY, status=status))
    assert told(report) == {"Ferry": "violation"}


@pytest.mark.parametrize(
    ("kind", "status"),
    [
        ("post", "trash"),
        ("post", "auto-draft"),
        ("revision", "inherit"),
        ("attachment", "inherit"),
        ("nav_menu_item", "publish"),
        ("wp_template", "publish"),
    ],
)
def test_what_is_no_post_is_no_candidate(tmp_path: Path, kind: str, status: str) -> None:
    report = scanned(tmp_path, item("Own", OWN), item("Ferry", COPY, kind, status))
    assert not report.judged
    assert report.extent is not None
    assert report.extent.candidates == 1


def test_each_post_is_counted_and_named(tmp_path: Path) -> None:
    report = scanned(tmp_path, item("Own", OWN), item("Ferry runs", COPY), item("Ferry two", COPY))
    assert report.extent is not None
    assert report.extent.candidates == 3
    assert 'export.xml, "Ferry runs"' in render(report, "terminal")
    assert "export\\.xml: Ferry two" in render(report, "markdown")
    assert "3 candidates" in render(report, "markdown")
    assert "&quot;Ferry two&quot;: limit of" in render(report, "junit")
    assert '"description": "\\"Ferry two\\": ' in render(report, "gitlab")
    assert '::"Ferry runs": ' in render(report, "github")
    assert '"text": "\\"Ferry runs\\": ' in render(report, "sarif")
    assert "Candidates looked at: 3" in render(report, "html")
    assert "Neither using nor naming one: 1" in render(report, "html")


def test_a_post_alone_in_its_file_is_named_by_the_file(tmp_path: Path) -> None:
    report = scanned(tmp_path, item("Ferry", COPY), item("Bin", OWN, status="trash"))
    assert told(report) == {"": "violation"}
    assert render(report, "terminal").startswith("export.xml\n")


def test_a_post_without_a_title_is_named_by_its_address(tmp_path: Path) -> None:
    posts = (item("Own", OWN), item("Ferry", COPY).replace("<title>Ferry</title>", ""))
    assert told(scanned(tmp_path, *posts)) == {"https://partner.example/Ferry": "violation"}


LINK = f'<a href="{ADDRESS}">Source</a>'


@pytest.mark.parametrize(
    ("link", "outcome"),
    [
        (LINK, "allowed"),
        ("", "violation"),
        (f'[et_pb_button button_url="{ADDRESS}" button_text="Read" /]', "review"),
        (f"[embed]{ADDRESS}[/embed]", "review"),
        (f"\n\n{ADDRESS}\n", "review"),
        (f"<p>{ADDRESS}</p>", "review"),
        (
            f'<!-- wp:embed {{"url":"{ADDRESS}"}} -->\n<figure class="wp-block-embed"><div>\n'
            f"{ADDRESS}\n</div></figure><!-- /wp:embed -->",
            "review",
        ),
        (f'<!-- wp:partner/source {{"url":"{ADDRESS}"}} /-->', "review"),
        (f'<a href="{ADDRESS}">[icon name="link"] Source</a>', "allowed"),
        (f"The source is {ADDRESS} here.", "violation"),
    ],
)
def test_what_wordpress_makes_a_link_of_is_for_review(
    tmp_path: Path, link: str, outcome: str
) -> None:
    few = COPY.partition("\n\n")[0]
    post = item("Ferry", f"{OWN}\n\n{few}\n\n{link}")
    assert told(scanned(tmp_path, item("Own", OWN), post)) == {"Ferry": outcome}


def test_lines_are_those_of_the_file(tmp_path: Path) -> None:
    report = scanned(tmp_path, item("Own", OWN), item("Ferry", f"{OWN}\n\n\n{COPY}\n\n{ADDRESS}"))
    (found,) = report.judged
    lines = (tmp_path / "export.xml").read_text("utf-8").split("\n")
    (passage, *_) = found.verdict.passages
    text = found.verdict.candidate.text
    first = text[passage.candidate.start : passage.candidate.start + 30]
    assert first in lines[passage.candidate_lines.first - 1]
    (link,) = found.verdict.backlinks
    assert lines[link.line - 1].startswith(ADDRESS)
