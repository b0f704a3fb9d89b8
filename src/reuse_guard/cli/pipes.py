"""Readers of our output that close early, as `head` does: nothing is wrong, and we end quietly."""

from __future__ import annotations

import os
import sys

import click


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
