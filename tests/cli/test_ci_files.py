"""The files that CI systems read: the script of the action is run, the templates are read."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from reuse_guard.reports.registry import FORMATS

ROOT = Path(__file__).parents[2]
ACTION: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
GITLAB = (ROOT / "ci" / "reuse-guard.gitlab-ci.yml").read_text("utf-8")
SCAN = next(step for step in ACTION["runs"]["steps"] if step.get("id") == "scan")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return Path(shutil.copytree(ROOT / "examples" / "wordpress", tmp_path / "site"))


def run_action(site: Path, tmp_path: Path, **inputs: str) -> tuple[int, str, str, str]:
    """Run the action's script as the runner does: status, annotations, outputs, summary."""
    program = tmp_path / "reuse-guard"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m reuse_guard "$@"\n', "utf-8")
    program.chmod(0o755)
    given = {name: text.get("default", "") for name, text in ACTION["inputs"].items()} | inputs
    environment = {
        **os.environ,
        **{name.replace("-", "_").upper(): value for name, value in given.items()},
        "FOLDER": ".",
        "REUSE_GUARD": str(program),
        "RUNNER_TEMP": str(tmp_path),
        "GITHUB_OUTPUT": str(tmp_path / "output"),
        "GITHUB_STEP_SUMMARY": str(tmp_path / "summary"),
        "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}",
    }
    done = subprocess.run(  # noqa: S603
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", SCAN["run"]],  # noqa: S607
        cwd=site, env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip
    read = (Path(environment[name]) for name in ("GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY"))
    outputs, summary = (file.read_text("utf-8") if file.exists() else "" for file in read)
    return done.returncode, done.stdout, outputs, summary


def test_the_action_annotates_summarises_and_fails(site: Path, tmp_path: Path) -> None:
    status, annotations, outputs, summary = run_action(site, tmp_path)
    assert status == 1
    assert annotations.startswith("::error file=export.xml,line=22,")
    assert "outcome=violation\nsarif-file=./reuse-guard.sarif\n" in outputs
    assert summary.startswith("<!-- reuse-guard -->")
    assert (site / "reuse-guard.sarif").exists()


def test_the_action_takes_paths_with_spaces_and_a_fail_level(site: Path, tmp_path: Path) -> None:
    (site / "two words.xml").write_text((site / "export.xml").read_text("utf-8"), "utf-8")
    (site / "reuse-guard.toml").write_text('content = ["*.xml"]\npolicy = "qazmonitor"\n')
    given = {"paths": "two words.xml\n", "fail-on": "never", "sarif-file": "a b.sarif"}
    status, annotations, _, _ = run_action(site, tmp_path, **given)
    assert status == 0
    assert "file=two words.xml," in annotations
    assert "file=export.xml," not in annotations


def test_the_action_says_nothing_of_an_outcome_where_there_is_none(
    site: Path, tmp_path: Path
) -> None:
    (site / "reuse-guard.toml").unlink()
    status, _, outputs, summary = run_action(site, tmp_path)
    assert (status, outputs, summary) == (2, "", "")


def test_no_input_is_written_into_a_script() -> None:
    """An input in a script would be run: it reaches the script through its environment alone."""
    for step in ACTION["runs"]["steps"]:
        assert "${{" not in step.get("run", "")
        assert step.get("shell") == ("bash" if "run" in step else None)


def test_every_input_is_used_and_every_output_is_set() -> None:
    text = (ROOT / "action.yml").read_text("utf-8")
    for name, given in ACTION["inputs"].items():
        assert f"inputs.{name} " in text, name
        assert given["description"]
        assert "default" in given
    for name in ACTION["outputs"]:
        assert f'echo "{name}=' in SCAN["run"]


def test_every_input_is_on_the_page() -> None:
    page = (ROOT / "docs/how-to/ci-github.md").read_text("utf-8")
    assert all(f"`{name}`" in page for name in (*ACTION["inputs"], *ACTION["outputs"]))


def test_the_gitlab_template_asks_for_formats_that_exist() -> None:
    job = yaml.safe_load(GITLAB)["reuse-guard"]
    script = "\n".join(job["script"])
    formats = re.findall(r"--format (\w+)", script)
    assert formats == ["gitlab", "junit", "terminal"]
    assert set(formats) <= set(FORMATS)
    for report in job["artifacts"]["reports"].values():
        assert report in script


def test_the_hooks_run_commands_that_exist() -> None:
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    assert [hook["id"] for hook in hooks] == ["reuse-guard", "reuse-guard-project"]
    assert {hook["entry"] for hook in hooks} == {"reuse-guard scan"}
