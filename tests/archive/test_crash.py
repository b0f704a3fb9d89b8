"""Killed at any moment, an archive opens again, is whole, and has all that was reported."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import IO

import pytest

from reuse_guard.archive import Archive

ROOT = Path(__file__).parents[2]
KILLS, ARTICLES = 100, 250


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the killed processes are forked")
def test_killed_at_100_random_moments_nothing_reported_is_lost(file: Path) -> None:
    command = [
        *(sys.executable, "-m", "tests.archive.crash_worker"),
        *(str(file), str(KILLS), str(ARTICLES), "1"),
    ]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT / "src"), str(ROOT)])}
    with subprocess.Popen(  # noqa: S603 - our own command
        command, stdout=subprocess.PIPE, text=True, cwd=ROOT, env=environment
    ) as worker:
        assert worker.stdout is not None
        reported, kills = read_reports(worker.stdout)
    assert worker.returncode == 0
    assert kills == KILLS
    assert len(reported) == ARTICLES
    with Archive(file, read_only=True) as archive:
        assert archive.verify() == ()
        assert archive.stats().versions == ARTICLES


def read_reports(lines: IO[str]) -> tuple[set[str], int]:
    """Names of the articles reported, none of them lost, and how many runs were killed."""
    reported: set[str] = set()
    kills = 0
    for line in lines:
        if line == "finished\n":
            break
        if line == "killed\n":
            kills += 1
            continue
        name, _, result = line.strip().partition(" ")
        if result == "added":
            assert name not in reported, f"{name} was reported as added, lost and added again"
        else:
            assert result == "unchanged"
        reported.add(name)
    return reported, kills
