"""Why a signed file is not honoured."""

from __future__ import annotations

from enum import StrEnum

from reuse_guard.errors import GrantError

EXTRA = "sign"


class Reason(StrEnum):
    """What is wrong with a signed file."""

    MALFORMED = "malformed"
    ALGORITHM = "algorithm"
    KIND = "kind"
    UNTRUSTED = "untrusted"
    UNKNOWN_KEY = "unknown_key"
    TAMPERED = "tampered"
    CLAIMS = "claims"


class TokenRefusedError(GrantError):
    """A signed file cannot be honoured, whatever the use; `reason` says why."""

    def __init__(self, problem: str, *, source: str, reason: Reason) -> None:
        super().__init__(problem, source=source)
        self.reason = reason
