"""`reuse-guard policy from-notice` as a user meets it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reuse_guard.cli.main import run

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_what_is_printed_is_a_policy_that_checks(
    quickstart: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["policy", "from-notice", str(quickstart / "original.html")]) == 0
    printed = capsys.readouterr()
    assert printed.err == ""
    (tmp_path / "ours.toml").write_text(printed.out, "utf-8")
    assert run(["policy", "check", str(tmp_path / "ours.toml")]) == 0


def test_a_page_of_terms_is_read_whole_when_asked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = tmp_path / "terms.txt"
    page.write_text(
        "Our terms.\n\n" + "Readers write to us. " * 60 + "\n\nUp to 10% of a text may be copied.\n"
    )
    assert run(["policy", "from-notice", str(page), "--whole-page", "--id", "ours"]) == 0
    printed = capsys.readouterr().out
    assert 'id = "ours"' in printed
    assert 'max = "10%"' in printed


def test_a_page_without_terms_is_a_mistake(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.txt").write_text("It rained for three days.")
    assert run(["policy", "from-notice", str(tmp_path / "a.txt")]) == 2
    assert "--whole-page" in capsys.readouterr().err
