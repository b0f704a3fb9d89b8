"""Keeping what a command writes apart from what it reads."""

from __future__ import annotations

import os
import stat
import sys
from typing import TYPE_CHECKING

from reuse_guard.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

_STANDARD_INPUT = "-"


def require_apart(
    outputs: Iterable[Path], inputs: Iterable[Path | str | None], *, option: str = "--output"
) -> None:
    """Refuse to write over what is read, by whatever name and through whatever links.

    Args:
        outputs: files to write.
        inputs: files that are read, `-` for standard input; None stands for one not given.
        option: which names the outputs.

    Raises:
        UsageError: an output is an input.
    """
    written = {key: output for output in outputs if (key := _key(output)) is not None}
    if not written:  # nothing stands there, so nothing can be lost
        return
    for name in inputs:
        output = written.get(key) if (key := _key(name)) is not None else None
        if output is not None:
            said = "standard input" if name == _STANDARD_INPUT else name
            msg = (
                f"{option} {output}: is the same file as {said}, which is read here and would be"
                " lost; name another file"
            )
            raise UsageError(msg)


def _key(name: Path | str | None) -> tuple[int, int] | None:
    """Device and number of a file; None where it is missing, or a terminal or `/dev/null`."""
    if name is None:
        return None
    try:
        known = os.fstat(sys.stdin.fileno()) if name == _STANDARD_INPUT else os.stat(name)  # noqa: PTH116 - also of a str
    except (OSError, ValueError, AttributeError):  # for the reading to tell
        return None
    return (known.st_dev, known.st_ino) if stat.S_ISREG(known.st_mode) else None
