"""Where the answers of an archive go."""

from __future__ import annotations

import json
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, TextIO

from reuse_guard.archive.data import checked_data
from reuse_guard.archive.terminal import render_checked
from reuse_guard.cli.pipes import write_out
from reuse_guard.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from reuse_guard.archive import Checked


def write_checked(checked: Checked, *, name: str, format_: str) -> bool:
    """Write the verdicts on a page, as JSON on one line; whether anyone still reads them."""
    if format_ == "json":
        return write_json(checked_data(checked, page=name), indent=None)
    return write_out(render_checked(checked, name=name))


def write_json(data: object, *, indent: int | None = 2) -> bool:
    """Write data to standard output; whether anyone still reads it."""
    return write_out(json.dumps(data, ensure_ascii=False, indent=indent) + "\n")


@contextmanager
def opened(output: Path | None) -> Iterator[TextIO]:
    """A file to write to, or standard output.

    Raises:
        UsageError: the file cannot be written, at the beginning or later.
    """
    if output is None:
        sys.stdout.reconfigure(errors="surrogatepass")  # type: ignore[union-attr]
        yield sys.stdout
        return
    try:
        with output.open("w", encoding="utf-8", errors="surrogatepass", newline="\n") as file:
            yield file
    except OSError as error:
        msg = f"{output}: cannot be written: {error.strerror or error}; choose another --output"
        raise UsageError(msg) from error
