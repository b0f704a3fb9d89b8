"""Every error a caller may meet; the command line turns each into exit status 2.

A message always reads `input: place: problem; remedy`, so that a person who has
never seen this program knows what to do next.
"""

from __future__ import annotations

import importlib
import os
import traceback
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import ModuleType


# Of a defect, the innermost calls: enough to find the place, short enough for a line.
_FRAMES = 3


class ReuseGuardError(Exception):
    """Base of every error a caller may meet."""


class LocatedError(ReuseGuardError, ValueError):
    """Something in an input cannot be used; `source` names the input, `where` the place in it."""

    def __init__(self, problem: str, *, source: str, where: str = "") -> None:
        super().__init__(": ".join(part for part in (source, where, problem) if part))
        self.source = source
        self.where = where
        self.problem = problem


class ReadError(LocatedError):
    """A document cannot be read in full: missing, binary, garbled, too large or empty."""


class PolicyError(LocatedError):
    """A policy cannot be used; `where` is the key in it."""


class GrantError(LocatedError):
    """A grant cannot be used; `where` is the key in it."""


class UsageError(ReuseGuardError, ValueError):
    """An argument of a call or a command cannot be used as given."""


class MissingExtraError(ReuseGuardError, ImportError):
    """A function needs an optional package that is not installed."""

    def __init__(self, extra: str) -> None:
        super().__init__(f"this needs the {extra!r} extra: pip install 'reuse-guard[{extra}]'")
        self.extra = extra


def problem_of(error: Exception, *, name: str) -> str:
    """What is wrong with the input called `name`, without that name, which stands beside it.

    A run over many inputs tells this of the one that failed and goes on with the others.
    """
    if isinstance(error, LocatedError) and error.source == name:
        return ": ".join(filter(None, (error.where, error.problem)))
    if isinstance(error, ReuseGuardError):
        return str(error)
    if isinstance(error, MemoryError):
        return "needs more memory than there is; give the run more, or leave this input out"
    return f"{describe_defect(error)}; report it with this input, and leave it out until then"


def describe_defect(error: Exception) -> str:
    """An exception that nobody foresaw, and where it came from, on one line."""
    frames = traceback.extract_tb(error.__traceback__)[-_FRAMES:]
    # A bare name: the whole path would say whose machine this is, and no more.
    places = [f"{os.path.basename(frame.filename)}:{frame.lineno}" for frame in frames]  # noqa: PTH119
    said = " ".join(f"{type(error).__name__}: {error}".split())
    return f"a defect of ours, not yours: {said} (at {' > '.join(places)})"


def need(module: str, *, extra: str) -> ModuleType:
    """Import an optional package, or say which extra brings it.

    Raises:
        MissingExtraError: the package is not installed.
    """
    try:
        return importlib.import_module(module)
    except ModuleNotFoundError as error:
        if error.name != module.partition(".")[0]:
            raise
        raise MissingExtraError(extra) from error
