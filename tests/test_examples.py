"""The worked examples do what their pages say."""

from __future__ import annotations

import os
import runpy
import shutil
import sys
from pathlib import Path

import pytest
from tests.ci_files import commands_in

from reuse_guard.cli.main import run

EXAMPLES = Path(__file__).parent.parent / "examples"
BUSES = "https://steppe-courier.example/news/night-buses-return"
WHOLE = ["--original-url", BUSES, "--candidate-url", "https://leftbank.example/whole"]


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the partner's site, which is the folder of the run."""
    folder = Path(shutil.copytree(EXAMPLES / "hugo", tmp_path / "site"))
    monkeypatch.chdir(folder)
    return folder


@pytest.mark.usefixtures("site")
def test_the_partner_site_has_one_text_too_many_and_says_where(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run(["scan"]) == 1
    printed = " ".join(capsys.readouterr().out.split())
    assert "content/news/tram-five.ru.md NO line 11 RG101" in printed
    assert "4 candidates against 3 originals: 1 in violation, 0 for review, 2 allowed" in printed


def test_the_partner_site_is_in_order_once_the_text_is_cut_as_advised(site: Path) -> None:
    text = site / "content" / "news" / "tram-five.ru.md"
    before, middle, after = text.read_text("utf-8").partition("Вагоны остались прежние")
    assert middle
    text.write_text(before + after.partition("\n\n")[2], "utf-8")
    assert run(["scan", "--fail-on", "review"]) == 0


@pytest.mark.usefixtures("site")
def test_the_partner_site_keeps_its_originals_as_the_lock_says(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run(["originals", "verify"]) == 0
    assert "3 of 3 snapshots" in capsys.readouterr().err


@pytest.mark.parametrize(
    "name", [".pre-commit-config.yaml", ".gitlab-ci.yml", ".github/workflows/terms.yml"]
)
def test_the_partner_site_calls_hooks_and_actions_that_exist(name: str) -> None:
    assert isinstance(commands_in(name, (EXAMPLES / "hugo" / name).read_text("utf-8")), list)


def test_the_rights_desk_lists_the_gravest_use_first_and_writes_reports(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["desk.py", os.fspath(tmp_path)])
    runpy.run_path(os.fspath(EXAMPLES / "rights-desk" / "desk.py"))
    table = capsys.readouterr().out.partition("page -> article\n")[2].splitlines()[:3]
    assert [row.split()[0] for row in table] == ["violation", "violation", "allowed"]
    assert [row.split()[3] for row in table] == [
        "2026-10-22-riverside-daily",
        "2026-11-05-gorod-segodnya",
        "2026-10-23-harbour-blog",
    ]
    written = {path.stem: path.read_text("utf-8") for path in tmp_path.iterdir()}
    assert sorted(written) == ["2026-10-22-riverside-daily", "2026-11-05-gorod-segodnya"]
    assert "старый купеческий подвал" in written["2026-11-05-gorod-segodnya"]


def test_the_custom_policy_tells_the_kept_page_from_the_broken_one(
    capsys: pytest.CaptureFixture[str],
) -> None:
    runpy.run_path(os.fspath(EXAMPLES / "policy" / "check.py"), run_name="__main__")
    printed = capsys.readouterr().out
    kept, broken = printed.split("broken.html: ")
    assert kept.startswith("kept.html: allowed")
    assert broken.startswith("violation")
    statuses = {row.split()[0]: row.split()[1] for row in broken.splitlines()[1:]}
    assert statuses == {
        "limit": "violated",
        "link": "violated",
        "credit": "violated",
        "attest-commercial": "met",
    }


def test_the_signed_permission_is_genuine(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(EXAMPLES / "signed")
    assert run(["grant", "verify", "SC-2026-140.jws", "--trust", "trust.toml", *WHOLE]) == 0
    assert "genuine: signed with key 2026-a" in capsys.readouterr().out


@pytest.mark.parametrize(("permission", "status"), [("SC-2026-140.jws", 0), ("permission.toml", 1)])
def test_terms_that_ask_for_a_signature_take_the_signed_permission_alone(
    permission: str, status: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(EXAMPLES / "signed")
    pair = ["../quickstart/original.html", "../quickstart/whole.html", *WHOLE]
    terms = ["--policy", "signed-only.toml", "--grants", permission, "--trust", "trust.toml"]
    assert run(["check", *pair, *terms]) == status


def test_every_example_is_on_the_page_of_examples() -> None:
    page = (EXAMPLES / "README.md").read_text("utf-8")
    for folder in EXAMPLES.iterdir():
        assert not folder.is_dir() or f"`{folder.name}/`" in page, folder.name
