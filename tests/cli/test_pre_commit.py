"""The hooks as pre-commit itself runs them, on a repository made here.

pre-commit builds an environment for the hook. Its dependencies are those of the environment that
the tests run in, so that nothing is downloaded.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sysconfig
from datetime import date
from pathlib import Path

import pytest
import yaml
from tests.reports.sample import ADDRESS, ALLOWED, ORIGINAL, TOO_LONG

from reuse_guard.config.generators import GENERATORS, PLAIN, Generator
from reuse_guard.originals import Store

ROOT = Path(__file__).parents[2]
PARTS = ("pyproject.toml", "README.md", "LICENSE", ".pre-commit-hooks.yaml")


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Pip installs the package alone, with what is installed here."""
    return {
        **os.environ,
        "PRE_COMMIT_HOME": str(tmp_path_factory.mktemp("pre-commit")),
        "PIP_NO_DEPS": "1",
        "PIP_NO_BUILD_ISOLATION": "0",  # pip reads 0 as "no isolation"
        "PIP_NO_INDEX": "1",
        "PYTHONPATH": sysconfig.get_path("purelib"),
        "GIT_CONFIG_COUNT": "3",
        "GIT_CONFIG_KEY_0": "user.name",
        "GIT_CONFIG_VALUE_0": "Desk",
        "GIT_CONFIG_KEY_1": "user.email",
        "GIT_CONFIG_VALUE_1": "desk@partner.example",
        "GIT_CONFIG_KEY_2": "protocol.file.allow",
        "GIT_CONFIG_VALUE_2": "always",
    }


@pytest.fixture(scope="module")
def hooks(tmp_path_factory: pytest.TempPathFactory, environment: dict[str, str]) -> Path:
    """The hooks' repository, as it is in this working tree."""
    folder = tmp_path_factory.mktemp("hooks")
    for part in PARTS:
        shutil.copy(ROOT / part, folder)
    shutil.copytree(ROOT / "src", folder / "src", ignore=shutil.ignore_patterns("__pycache__"))
    commit(folder, environment)
    return folder


@pytest.fixture(scope="module")
def site(
    tmp_path_factory: pytest.TempPathFactory, hooks: Path, environment: dict[str, str]
) -> Path:
    """A content repository with an original, two candidates and both hooks."""
    root = tmp_path_factory.mktemp("site")
    (root / "content").mkdir()
    command = ["git", "-C", str(hooks), "rev-parse", "HEAD"]
    revision = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603
    (root / ".pre-commit-config.yaml").write_text(
        f"repos:\n- repo: {hooks}\n  rev: {revision.stdout.strip()}\n"
        "  hooks: [{id: reuse-guard}, {id: reuse-guard-project}]\n"
    )
    config = 'content = ["content/*.md"]\npolicy = "qazmonitor"\n'
    (root / "reuse-guard.toml").write_text(config, "utf-8")
    store = Store(root / "originals", root / "reuse-guard.lock")
    day = date(2026, 11, 1)
    store.add(ORIGINAL.encode(), suffix=".md", name="ferry", day=day, address=ADDRESS)
    (root / "content" / "good.md").write_text(ALLOWED, "utf-8")
    (root / "content" / "bad.md").write_text(TOO_LONG, "utf-8")
    commit(root, environment)
    return root


@pytest.mark.parametrize("generator", [*GENERATORS, PLAIN], ids=lambda each: each.name)
def test_the_hook_for_changed_files_runs_for_every_text_that_init_names(
    generator: Generator,
) -> None:
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    (of_files,) = (hook["files"] for hook in hooks if "files" in hook)
    missed = [end for end in generator.endings if not re.search(of_files, f"content/a{end}")]
    assert missed == []


def commit(folder: Path, environment: dict[str, str]) -> None:
    for arguments in (["init", "-q"], ["add", "."], ["commit", "-qm", "everything"]):
        subprocess.run(["git", "-C", folder, *arguments], check=True, env=environment)  # noqa: S603, S607


@pytest.mark.parametrize(
    ("hook", "files", "status", "said"),
    [
        ("reuse-guard", ["content/good.md"], 0, "Passed"),
        ("reuse-guard", ["content/bad.md", "content/good.md"], 1, "RG101"),
        ("reuse-guard-project", ["content/good.md"], 1, "content/bad.md"),
    ],
)
def test_pre_commit_runs_the_hook(  # noqa: PLR0913 - three cases, three fixtures
    hook: str, files: list[str], status: int, said: str, *, site: Path, environment: dict[str, str],
) -> None:  # fmt: skip
    command = ["pre-commit", "run", hook, "--files", *files]
    done = subprocess.run(  # noqa: S603
        [os.fspath(Path(sysconfig.get_path("scripts")) / command[0]), *command[1:]],
        cwd=site, env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == status, done.stdout + done.stderr
    assert said in done.stdout
