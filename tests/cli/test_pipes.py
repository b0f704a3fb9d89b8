"""A reader that closes early, as `head` does, is no defect and changes no outcome."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.forked import Forks

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
def run(
    tmp_path_factory: pytest.TempPathFactory, quickstart: Path, forks: Forks
) -> Callable[..., tuple[int, str]]:
    """Runs a command in a folder where there is something for it; its status and its errors."""
    folder = tmp_path_factory.mktemp("place") / "place"
    shutil.copytree(quickstart, folder)
    for command in (
        ["grant", "keygen", "--key", "k.json", "--jwks", "jwks.json"],
        ["archive", "add", "desk.archive", "original.html", "--policy", "qazmonitor", "--quiet"],
    ):
        assert forks.run(*command, cwd=folder) == (0, "")
    return partial(forks.run, cwd=folder)


@pytest.fixture
def pipe_without_reader() -> Iterator[int]:
    reading, writing = os.pipe()
    os.close(reading)
    yield writing
    os.close(writing)


@pytest.mark.parametrize("command", STATUSES)
def test_a_command_whose_reader_left_ends_quietly_with_its_own_status(
    command: str, run: Callable[..., tuple[int, str]], pipe_without_reader: int
) -> None:
    status, said = run(*command.split(), stdout=pipe_without_reader)
    assert status == STATUSES[command], said
    for word in ("Traceback", "defect", "Broken", "Exception ignored"):
        assert word not in said


@pytest.mark.parametrize(
    "command",
    ["--help", "policy list", "check original.html allowed.html", "archive export desk.archive"],
)
def test_output_that_finds_no_room_is_no_defect_of_ours(
    command: str, run: Callable[..., tuple[int, str]]
) -> None:
    with Path("/dev/full").open("wb") as full_disk:
        status, said = run(*command.split(), stdout=full_disk.fileno())
    assert status == 2, said
    assert said.startswith("reuse-guard: standard output: ")
    assert said.endswith("; check the path, its permissions and the room on its disk\n")


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
    closed: int, command: str, status: int, said: str, run: Callable[..., tuple[int, str]]
) -> None:
    done, heard = run(*command.split(), closed=closed)
    assert done == status, heard
    assert said in heard
    assert "defect" not in heard


def test_a_command_starts_without_any_stream() -> None:
    command = f"{shlex.quote(sys.executable)} -m reuse_guard policy list <&- >&- 2>&-"
    assert subprocess.run(command, shell=True, check=False).returncode == 0  # noqa: S602
