"""The command writes a scan as an overview and, beside it, a page for each verdict."""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING

from tests.conftest import ROOT

from reuse_guard.cli.main import run

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_every_link_of_the_overview_leads_to_a_written_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(ROOT / "examples" / "wordpress", tmp_path / "site")
    monkeypatch.chdir(tmp_path / "site")
    assert run(["scan", "--format", "html", "--output", "reuse.html"]) == 1
    overview = (tmp_path / "site" / "reuse.html").read_text("utf-8")
    links = re.findall(r'href="(reuse-verdicts/[^"]+)"', overview)
    assert len(links) == 2
    for link in links:
        assert "<h1>" in (tmp_path / "site" / link).read_text("utf-8")
    capsys.readouterr()
    assert run(["scan", "--format", "html"]) == 1
    assert "reuse-verdicts" not in capsys.readouterr().out


def test_a_folder_that_cannot_be_made_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(ROOT / "examples" / "wordpress", tmp_path / "site")
    monkeypatch.chdir(tmp_path / "site")
    (tmp_path / "site" / "reuse-verdicts").write_text("a file", "utf-8")
    assert run(["scan", "--format", "html", "--output", "reuse.html"]) == 2
    assert "reuse-verdicts: cannot be written" in capsys.readouterr().err


def test_the_overview_counts_every_candidate_and_names_the_permission_that_allows_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(ROOT / "examples" / "hugo", tmp_path / "site")
    monkeypatch.chdir(tmp_path / "site")
    (tmp_path / "site" / "content" / "news" / "cut-off.md").write_text("---\ntitle: x\n", "utf-8")
    assert run(["scan", "--format", "html"]) == 2
    overview = capsys.readouterr().out
    assert "Candidates looked at: 5." in overview
    assert "Neither using nor naming one: 1. Not checked in full: 1." in overview
    assert "<div>permission SC-2026-131</div></td>" in overview
