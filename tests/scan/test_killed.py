"""Runs killed at random moments: whatever the moment, the next run accepts what is there.

`REUSE_GUARD_KILLS=50 pytest tests/scan/test_killed.py` kills as often as a release is tested with.
"""

from __future__ import annotations

import hashlib
import os
import random
import signal
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.reports.sample import ADDRESS, NO_LINK, ORIGINAL, TOO_LONG

from reuse_guard.cli.main import run
from reuse_guard.originals import Store

if TYPE_CHECKING:
    from tests.forked import Forks, Running

KILLS = int(os.environ.get("REUSE_GUARD_KILLS", "3"))
CONFIG = 'content = ["content/*.md"]\npolicy = "qazmonitor"\n'


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "content").mkdir()
    (tmp_path / "reuse-guard.toml").write_text(CONFIG, "utf-8")
    # Enough for two processes, and more than are remembered at once.
    for number in range(60):
        text = (TOO_LONG, NO_LINK, "Own text.\n")[number % 3]
        (tmp_path / "content" / f"{number}.md").write_text(text, "utf-8")
    (tmp_path / "ferry.md").write_text(ORIGINAL, "utf-8")
    monkeypatch.chdir(tmp_path)
    assert run(["originals", "add", "ferry.md", "--url", ADDRESS]) == 0
    return tmp_path


def kill_after(seconds: float, started: Running) -> bool:
    """Kill a command with all its processes; whether it was still running."""
    time.sleep(seconds)
    os.killpg(started.pid, signal.SIGKILL)
    return started.wait() == -signal.SIGKILL


def how_long(started: Running) -> float:
    start = time.monotonic()
    started.wait()
    return time.monotonic() - start


def test_a_killed_scan_leaves_a_state_that_the_next_one_accepts(site: Path, forks: Forks) -> None:
    report = ("scan", "--format", "jsonl", "--output", "report.jsonl", "--jobs")
    before = how_long(forks.start(*report, "1"))
    whole = (site / "report.jsonl").read_bytes()
    chance = random.Random(70)  # noqa: S311 - not a secret
    killed = 0
    while killed < KILLS:
        (site / ".reuse-guard" / "cache.sqlite3").unlink(missing_ok=True)
        started = forks.start(*report, "2" if killed % 2 else "1")
        killed += kill_after(chance.uniform(0, before), started)
        assert (site / "report.jsonl").read_bytes() == whole, (
            "a report is there whole or not at all"
        )
        assert run([*report, "1"]) == 1
        assert (site / "report.jsonl").read_bytes() == whole


def test_killed_changes_of_the_originals_lose_nothing(site: Path, forks: Forks) -> None:
    store = Store(site / "originals", site / "reuse-guard.lock")
    chance = random.Random(71)  # noqa: S311 - not a secret
    add = ("originals", "add", "ferry.md", "--url", ADDRESS)
    took = how_long(forks.start(*add))
    versions = {hashlib.sha256(ORIGINAL.encode()).hexdigest()}
    for number in range(KILLS):
        text = ORIGINAL.replace("Monday", f"day {number}")
        versions.add(hashlib.sha256(text.encode()).hexdigest())
        (site / "ferry.md").write_text(text, "utf-8")
        while not kill_after(chance.uniform(0, took), forks.start(*add)):
            took *= 0.8  # it was done before, so the machine is faster now: sooner next time
        (kept,) = store.snapshots()
        assert hashlib.sha256(store.read(kept)).hexdigest() == kept.sha256
        assert kept.sha256 in versions
        assert run(["originals", "verify"]) == 0
    assert run(add) == 0
    assert store.read(store.snapshots()[0]) == (site / "ferry.md").read_bytes()
    assert not list(site.rglob("*unfinished"))


@pytest.mark.usefixtures("site")
def test_a_scan_that_is_killed_leaves_no_process_behind(forks: Forks) -> None:
    started = forks.start("scan", "--no-cache", "--jobs", "2")
    children = wait_for_children(started.pid)
    os.kill(started.pid, signal.SIGKILL)
    started.wait()
    deadline = time.monotonic() + 10
    while any(Path(f"/proc/{child}").exists() for child in children):
        assert time.monotonic() < deadline, "a process outlived the scan"
        time.sleep(0.05)


def wait_for_children(parent: int) -> list[int]:
    """Ids of the processes that another started, once there are any."""
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        found = Path(f"/proc/{parent}/task/{parent}/children").read_text("ascii").split()
        if len(found) > 1:
            return [int(each) for each in found]
        time.sleep(0.02)
    pytest.fail("the scan started no processes")


def test_ctrl_c_ends_a_scan_without_a_half_written_file(site: Path, forks: Forks) -> None:
    for number in range(100, 500):
        (site / "content" / f"{number}.md").write_text(TOO_LONG, "utf-8")
    options = ("--no-cache", "--jobs", "2", "--format", "sarif", "--output", "a.sarif")
    with (site / "said.txt").open("wb") as said:
        started = forks.start("scan", *options, stderr=said.fileno())
    wait_for_children(started.pid)
    os.killpg(started.pid, signal.SIGINT)
    assert started.wait() == 130
    message = (site / "said.txt").read_text("utf-8")
    assert "interrupted" in message
    assert "Traceback" not in message
    assert not (site / "a.sarif").exists()
    assert not list(site.glob(".*unfinished"))
