"""A reader that closes early, as `head` does, is no defect and changes no outcome."""

from __future__ import annotations

import json
import os
import resource
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

# Commands and the status with which each ends, whether its output is read or not.
STATUSES = {
    "--help": 0,
    "--version": 0,
    "check --help": 0,
    "archive check --help": 0,
    "completion bash": 0,
    "policy list": 0,
    "policy show qazmonitor": 0,
    "policy export qazmonitor": 0,
    "grant show grant.toml": 0,
    "grant verify grant.toml --jwks jwks.json --host steppe-courier.example": 1,
    "check original.html allowed.html": 0,
    "check original.html too-long.html": 1,
    "check original.html too-long.html --format json": 1,
    "check original.html too-long.html --fail-on never": 0,
    "check original.html no-such.html": 2,
    "archive check desk.archive too-long.html allowed.html": 1,
    # A crawl takes hours: it is not checked on for nobody, unless its reuses are recorded.
    "archive check desk.archive allowed.html too-long.html": 0,
    "archive check desk.archive allowed.html too-long.html --record": 1,
    "archive search desk.archive too-long.html": 0,
    "archive stats desk.archive": 0,
    "archive export desk.archive": 0,
}


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory, quickstart: Path) -> Path:
    folder = tmp_path_factory.mktemp("place") / "place"
    shutil.copytree(quickstart, folder)
    for command in (
        ["grant", "keygen", "--key", "k.json", "--jwks", "jwks.json"],
        ["archive", "add", "desk.archive", "original.html", "--policy", "qazmonitor", "--quiet"],
    ):
        subprocess.run(  # noqa: S603
            [sys.executable, "-m", "reuse_guard", *command], cwd=folder, check=True
        )
    return folder


@pytest.fixture(scope="module")
def for_nobody(place: Path) -> Iterator[Callable[[str], tuple[int, str]]]:
    """Runs a command whose output nobody reads; its status, and what it says of that."""
    program = [sys.executable, str(Path(__file__).with_name("forked.py"))]
    with subprocess.Popen(  # noqa: S603
        program, cwd=place, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        asked, answers = process.stdin, process.stdout
        assert asked is not None
        assert answers is not None

        def run(command: str) -> tuple[int, str]:
            asked.write(f"{json.dumps(command.split())}\n")
            asked.flush()
            status, said = json.loads(answers.readline())
            return status, said

        yield run


@pytest.mark.parametrize("command", STATUSES)
def test_a_command_whose_reader_left_ends_quietly_with_its_own_status(
    command: str, for_nobody: Callable[[str], tuple[int, str]]
) -> None:
    status, said = for_nobody(command)
    assert status == STATUSES[command], said
    for word in ("Traceback", "defect", "Broken", "Exception ignored"):
        assert word not in said


@pytest.mark.parametrize(
    "command",
    ["--help", "policy list", "check original.html allowed.html", "archive export desk.archive"],
)
def test_output_that_finds_no_room_is_no_defect_of_ours(command: str, place: Path) -> None:
    """A file may grow by no byte: writing more is refused, as on a disk that is full."""
    with (place / "out.txt").open("wb") as out:
        done = subprocess.run(  # noqa: S603
            [sys.executable, "-m", "reuse_guard", *command.split()],
            cwd=place, stdout=out, stderr=subprocess.PIPE, text=True, check=False,
            env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
            preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0)),
        )  # fmt: skip
    assert done.returncode == 2, done.stderr
    assert done.stderr.startswith("reuse-guard: standard output: ")
    assert done.stderr.endswith("; check the path, its permissions and the room on its disk\n")


@pytest.mark.parametrize(
    ("closed", "command", "status", "said"),
    [
        (0, "check original.html -", 2, "standard input is closed; give - something to read"),
        (0, "archive add new.archive -", 2, "standard input is closed; give - something to read"),
        (1, "check original.html too-long.html", 1, ""),
        (2, "check original.html too-long.html", 1, ""),
        (2, "check original.html no-such.html", 2, ""),
    ],
)
def test_a_stream_that_the_caller_closed_is_no_defect(
    closed: int, command: str, status: int, said: str, place: Path
) -> None:
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-m", "reuse_guard", *command.split()],
        cwd=place, capture_output=True, text=True, check=False,
        preexec_fn=lambda: os.close(closed),
    )  # fmt: skip
    assert done.returncode == status, done.stderr
    assert said in done.stderr
    assert "defect" not in done.stderr
