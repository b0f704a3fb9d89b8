"""The standard streams, which a caller may have closed.

Readers of our output that close early, as `head` does: nothing is wrong, and we end quietly.
"""

from __future__ import annotations

import os
import sys
from typing import BinaryIO

import click

from reuse_guard.errors import UsageError


def open_streams() -> None:
    """Let output go nowhere where the caller has closed it; Python has no stream at all then."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: PTH123, SIM115


def standard_input() -> BinaryIO:
    """The bytes that the caller gives.

    Raises:
        UsageError: the stream is closed.
    """
    if sys.stdin is None:
        msg = "standard input is closed; give - something to read, or name a file"
        raise UsageError(msg)
    return sys.stdin.buffer


def tell(message: str) -> None:
    """Say it on standard error, where it is no part of a report."""
    click.echo(f"reuse-guard: {message}", err=True)


def write_out(text: str) -> bool:
    """Write to standard output; whether anyone still reads it.

    For commands whose status tells an outcome: they go on to it, read or not.
    """
    sys.stdout.reconfigure(errors="replace")  # type: ignore[union-attr]
    try:
        click.echo(text, nl=False)
    except BrokenPipeError:
        hush()
        return False
    return True


def hush() -> None:
    """Let the rest of the output go nowhere, also what the interpreter writes as it ends."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
