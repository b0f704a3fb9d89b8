"""Every error a caller may meet; the command line turns each into exit status 2.

A message always reads `input: place: problem; remedy`, so that a person who has
never seen this program knows what to do next.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import ModuleType


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
