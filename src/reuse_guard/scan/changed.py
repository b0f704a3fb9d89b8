"""Which files changed since a revision, as git tells it."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

from reuse_guard.errors import UsageError

if TYPE_CHECKING:
    from pathlib import Path

_SECONDS = 60


def changed_since(root: Path, revision: str) -> frozenset[str]:
    """Files of a folder that differ from a revision, as paths from the folder with `/`.

    What is committed since the two histories parted counts, and what is not committed yet, new
    files included; removed files do not.

    Raises:
        UsageError: git is missing, the folder is in no repository, or there is no such revision.
    """
    if revision.startswith("-"):
        msg = f"--changed-since {revision}: is not a revision; name a branch, tag or commit"
        raise UsageError(msg)
    _require(root, revision)
    base = _git(root, "merge-base", revision, "HEAD")
    start = base.stdout.strip() if base.returncode == 0 else revision
    shown = ("--name-only", "--relative", "--no-renames", "--diff-filter=d", "-z")
    tracked = _output(root, revision, "diff", *shown, start, "--")
    fresh = _output(root, revision, "ls-files", "--others", "--exclude-standard", "-z")
    return frozenset(filter(None, (*tracked.split("\0"), *fresh.split("\0"))))


def _require(root: Path, revision: str) -> None:
    inside = _git(root, "rev-parse", "--is-inside-work-tree")
    if inside.returncode:
        msg = f"--changed-since: {root} is in no git repository; leave the option out"
        raise UsageError(msg)
    if _git(root, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}").returncode:
        msg = (
            f"--changed-since {revision}: git knows no such revision; fetch it first (a checkout in"
            " CI is often shallow: set fetch-depth to 0)"
        )
        raise UsageError(msg)


def _output(root: Path, revision: str, *arguments: str) -> str:
    done = _git(root, *arguments)
    if done.returncode:
        msg = f"--changed-since {revision}: git {arguments[0]} failed: {done.stderr.strip()}"
        raise UsageError(msg)
    return done.stdout


def _git(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    try:
        return subprocess.run(  # noqa: S603 - a fixed program, the revision is checked above
            ["git", "-C", str(root), *arguments],  # noqa: S607 - wherever git is installed
            capture_output=True,
            check=False,
            encoding="utf-8",
            errors="surrogateescape",
            timeout=_SECONDS,
        )
    except FileNotFoundError as error:
        msg = "--changed-since needs git, which is not installed; install it, or leave it out"
        raise UsageError(msg) from error
    except subprocess.TimeoutExpired as error:
        msg = f"--changed-since: git did not answer within {_SECONDS} seconds; try without it"
        raise UsageError(msg) from error
