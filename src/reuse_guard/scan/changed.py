"""Which files changed since a revision, as git tells it."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

from reuse_guard.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

_SECONDS = 60


def changed_since(root: Path, revision: str) -> frozenset[Path]:
    """What differs from a revision in the repository of a folder.

    What is committed since the two histories parted counts, and what is not committed yet, new and
    removed files included. Of a submodule the folder alone is told.

    Raises:
        UsageError: git is missing, the folder is in no repository, or there is no such revision.
    """
    if revision.startswith("-"):
        msg = f"--changed-since {revision}: is not a revision; name a branch, tag or commit"
        raise UsageError(msg)
    _require(root, revision)
    base = _git(root, "merge-base", revision, "HEAD")
    start = base.stdout.strip() if base.returncode == 0 else revision
    top = Path(_output(root, revision, "rev-parse", "--show-toplevel").removesuffix("\n"))
    shown = ("--name-only", "--no-relative", "--no-renames", "--ignore-submodules=none", "-z")
    tracked = _output(top, revision, "diff", *shown, start, "--")
    fresh = _output(top, revision, "ls-files", "--others", "--exclude-standard", "-z")
    names = filter(None, (*tracked.split("\0"), *fresh.split("\0")))
    return frozenset(top / name for name in names)


def is_among(root: Path, path: str, changed: AbstractSet[Path]) -> bool:
    """Whether a file of a folder changed: by itself, as what it is a link to, or with a folder.

    Folders are told of where they are submodules or links.
    """
    named = Path(os.path.normpath(root.resolve() / path))
    ways = (named, named.resolve())
    return any(one in changed for way in ways for one in (way, *way.parents))


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
