"""What goes wrong in fetching."""

from __future__ import annotations

from reuse_guard.errors import LocatedError


class FetchError(LocatedError):
    """An address cannot or may not be fetched; `source` is the address."""


class PassingError(FetchError):
    """The same, for a reason that may pass: it is worth another try."""
