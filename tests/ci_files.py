"""Files for CI systems, on pages and in examples, held against what they call."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parent.parent
HOME = "https://github.com/reuse-guard/reuse-guard"


def commands_in(title: str, text: str) -> list[str]:
    """Check a file by its name; give the commands that its steps run.

    Raises:
        AssertionError: it names an input, hook or template that does not exist, or is of no kind
            that is known here.
    """
    content = yaml.safe_load(text)
    if title == ".pre-commit-config.yaml":
        return _pre_commit(content)
    if title.endswith(".gitlab-ci.yml"):
        return _gitlab(content)
    assert title.startswith(".github/workflows/"), f"{title}: a file of no known kind"
    return _github(content)


def _pre_commit(content: dict[str, Any]) -> list[str]:
    ours = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    known = {hook["id"] for hook in ours}
    for repository in content["repos"]:
        assert repository["repo"] == HOME
        assert {hook["id"] for hook in repository["hooks"]} <= known
    hooks = [hook for repository in content["repos"] for hook in repository["hooks"]]
    return [f"reuse-guard scan {' '.join(hook.get('args', []))}".strip() for hook in hooks]


def _gitlab(content: dict[str, Any]) -> list[str]:
    template = (ROOT / "ci" / "reuse-guard.gitlab-ci.yml").read_text("utf-8")
    for included in content["include"]:
        place = included.get("local") or included["remote"]
        assert place.endswith("ci/reuse-guard.gitlab-ci.yml")
    assert set(content["variables"]) <= set(yaml.safe_load(template)["variables"])
    return []


def _github(content: dict[str, Any]) -> list[str]:
    action = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
    steps = [step for job in content["jobs"].values() for step in job["steps"]]
    for step in steps:
        if step.get("uses", "").startswith("reuse-guard/"):
            assert set(step.get("with", {})) <= set(action["inputs"])
        outputs = re.findall(r"steps\.terms\.outputs\.([\w-]+)", str(step))
        assert set(outputs) <= set(action["outputs"])
    lines = [line for step in steps for line in step.get("run", "").splitlines()]
    return [line for line in lines if line.startswith(("reuse-guard", "pip"))]
