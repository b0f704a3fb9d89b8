"""A user's mistakes, one file each: what is done, and what the message has to say.

```
Why somebody does this, in a sentence.
FILE path            a file of the project; its lines follow, each after "| "
BYTES path 23 e4     a file of these bytes
REMOVE path          take a file of the project away
APPEND-SNAPSHOT x    change the kept original;  REMOVE-SNAPSHOT takes it away
LINK path other      make a symbolic link to another path
GIT                  make the project a git repository
HIDE module          as if a package were not installed
RUN arguments        what is typed after `reuse-guard`
EXPECT status        the exit status; lines after "> " have to stand in standard error
```
"""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from tests.reports.sample import ADDRESS, ALLOWED, ORIGINAL, TOO_LONG

from reuse_guard.cli.main import run
from reuse_guard.originals import Store

MISTAKES = sorted(Path(__file__).parent.glob("mistakes/*.txt"))


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with one original, one candidate that keeps the terms and one that does not."""
    root = tmp_path / "site"
    (root / "content").mkdir(parents=True)
    config = 'content = ["content/*.md"]\npolicy = "qazmonitor"\n'
    (root / "reuse-guard.toml").write_text(config, "utf-8")
    (root / "content" / "good.md").write_text(ALLOWED, "utf-8")
    (root / "content" / "bad.md").write_text(TOO_LONG, "utf-8")
    store = Store(root / "originals", root / "reuse-guard.lock")
    day = date(2026, 11, 1)
    store.add(ORIGINAL.encode(), suffix=".md", name="ferry", day=day, address=ADDRESS)
    monkeypatch.chdir(root)
    return root


def prepare(project: Path, name: str, rest: str, monkeypatch: pytest.MonkeyPatch) -> None:
    snapshot = next((project / "originals").rglob("*.md"))
    if name == "BYTES":
        path, *codes = rest.split()
        (project / path).write_bytes(bytes(int(code, 16) for code in codes))
    elif name == "LINK":
        path, other = rest.split()
        (project / path).symlink_to(other)
    elif name == "REMOVE":
        (project / rest).unlink()
    elif name == "APPEND-SNAPSHOT":
        snapshot.write_text(snapshot.read_text("utf-8") + rest, "utf-8")
    elif name == "REMOVE-SNAPSHOT":
        snapshot.unlink()
    elif name == "GIT":
        subprocess.run(["git", "init", "-q"], check=True)  # noqa: S607
    elif name == "HIDE":
        monkeypatch.setitem(sys.modules, rest, None)
    else:
        pytest.fail(f"{name} is no step of a scenario")


def write_files(project: Path, text: str) -> str:
    """Write the files of a scenario and return the rest of it."""
    pattern = re.compile(r"^FILE (\S+)\n((?:\|.*\n)*)", re.MULTILINE)
    for path, lines in pattern.findall(text):
        file = project / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(re.sub(r"^\| ?", "", lines, flags=re.MULTILINE), "utf-8")
    return pattern.sub("", text)


@pytest.mark.parametrize("path", MISTAKES, ids=lambda path: path.stem)
def test_a_mistake_is_told_with_its_remedy(
    path: Path, project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    why, *steps = write_files(project, path.read_text("utf-8")).splitlines()
    assert why.endswith("."), "a scenario explains itself"
    status, expected = None, []
    for step in steps:
        name, _, rest = step.partition(" ")
        if name == "RUN":
            status = run(shlex.split(rest))
        elif name == "EXPECT":
            assert status == int(rest), capsys.readouterr().err
        elif name == ">":
            expected.append(rest)
        else:
            prepare(project, name, rest, monkeypatch)
    message = capsys.readouterr().err
    assert "Traceback" not in message
    assert "a defect of ours" not in message
    for part in expected:
        assert part in message


def test_there_are_enough_of_them() -> None:
    assert len(MISTAKES) >= 60
