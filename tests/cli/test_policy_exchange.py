"""`reuse-guard policy export|import` as a user meets them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from reuse_guard.cli.main import run
from reuse_guard.policy import load_policy

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("form", ["odrl", "ninjs"])
def test_a_policy_goes_out_and_comes_back(
    form: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["policy", "export", "qmonitor", "--to", form]) == 0
    (tmp_path / "terms.json").write_text(capsys.readouterr().out, "utf-8")
    assert run(["policy", "import", str(tmp_path / "terms.json")]) == 0
    printed = capsys.readouterr()
    assert printed.err == ""
    (tmp_path / "back.toml").write_text(printed.out, "utf-8")
    assert load_policy(tmp_path / "back.toml") == load_policy("qmonitor")


def test_a_shipped_policy_is_checked_by_its_id(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["policy", "check", "qmonitor"]) == 0
    assert capsys.readouterr().out.startswith("qmonitor: policy qmonitor ")


def test_what_cannot_be_said_goes_to_standard_error(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    permission = {"action": "reproduce", "duty": {"action": "compensate"}}
    (tmp_path / "o.json").write_text(json.dumps({"permission": permission}))
    assert run(["policy", "import", str(tmp_path / "o.json")]) == 0
    printed = capsys.readouterr()
    assert "permission[0].duty[0]: the duty to compensate cannot be said" in printed.err
    assert "[[rules]]" in printed.out


def test_a_file_that_is_no_policy_is_a_mistake(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "o.json").write_text("{}")
    assert run(["policy", "import", str(tmp_path / "o.json")]) == 2
    assert "permits and forbids nothing" in capsys.readouterr().err
