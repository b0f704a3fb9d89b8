"""How far long work is, on standard error."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING, Self

import click

from reuse_guard.archive import Addition
from reuse_guard.cli.pipes import tell
from reuse_guard.reports.numbers import many
from reuse_guard.reports.visible import visible

if TYPE_CHECKING:
    from collections import Counter

_EVERY = 1.0  # seconds between two notes on a terminal
_EVERY_IN_A_LOG = 30.0


def said(counts: Counter[Addition]) -> str:
    """How many articles met each result."""
    return ", ".join(f"{counts[result]:,} {result}" for result in Addition if counts[result]) or (
        "no article in the input"
    )


class Progress:
    """One line that renews itself on a terminal, or a line now and then in a log."""

    def __init__(self, *, quiet: bool) -> None:
        self._quiet = quiet
        self._renews = sys.stderr.isatty()
        self._begun = self._said = time.monotonic()
        self._shown = False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.clear()

    def show(self, counts: Counter[Addition]) -> None:
        """Say how many articles are done."""
        done = counts.total()
        seconds = max(time.monotonic() - self._begun, 0.001)
        self.note(f"{many(done, 'article')}, {done / seconds:,.0f} a second: {said(counts)}")

    def settle(self, done: float) -> None:
        """Say how far the merging of the index is."""
        self.note(f"merging the index: {done:.0%}")

    def note(self, line: str) -> None:
        """Say something that the next note replaces, if it is time."""
        now = time.monotonic()
        if self._quiet or now - self._said < (_EVERY if self._renews else _EVERY_IN_A_LOG):
            return
        self._said = now
        self.clear()
        click.echo(line, err=True, nl=not self._renews)
        self._shown = self._renews

    def warn(self, line: str) -> None:
        """Say something that stays."""
        self.clear()
        tell(visible(line))

    def clear(self) -> None:
        """Take the line that renews itself away."""
        if self._shown:
            click.echo("\r\x1b[K", err=True, nl=False)
            self._shown = False
