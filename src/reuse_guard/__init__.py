"""Tell whether a republication of a news article keeps the publisher's terms.

>>> from reuse_guard import check
>>> verdict = check("The river fell by a metre overnight.", "Nothing of the kind.")
>>> verdict.outcome
<Outcome.ALLOWED: 'allowed'>
"""

from typing import TYPE_CHECKING

from reuse_guard._version import __version__

if TYPE_CHECKING:
    from reuse_guard.api import check, check_many
    from reuse_guard.documents.model import Block, Document, Format, Link, Role
    from reuse_guard.documents.read import read
    from reuse_guard.errors import (
        GrantError,
        MissingExtraError,
        PolicyError,
        ReadError,
        ReuseGuardError,
        UsageError,
    )
    from reuse_guard.grants import Grant
    from reuse_guard.policy import Limit, LinkDuty, Policy, Rule
    from reuse_guard.verdict import Clause, Outcome, Status, Verdict

__all__ = [
    "Block",
    "Clause",
    "Document",
    "Format",
    "Grant",
    "GrantError",
    "Limit",
    "Link",
    "LinkDuty",
    "MissingExtraError",
    "Outcome",
    "Policy",
    "PolicyError",
    "ReadError",
    "ReuseGuardError",
    "Role",
    "Rule",
    "Status",
    "UsageError",
    "Verdict",
    "__version__",
    "check",
    "check_many",
    "read",
]

# Loaded at first use: a command that prints its version, or reads a feed, needs no alignment.
_HOMES = {
    "api": ("check", "check_many"),
    "documents.model": ("Block", "Document", "Format", "Link", "Role"),
    "documents.read": ("read",),
    "errors": (
        *("GrantError", "MissingExtraError", "PolicyError"),
        *("ReadError", "ReuseGuardError", "UsageError"),
    ),
    "grants": ("Grant",),
    "policy": ("Limit", "LinkDuty", "Policy", "Rule"),
    "verdict": ("Clause", "Outcome", "Status", "Verdict"),
}

if not TYPE_CHECKING:  # a checker sees the imports above, and still finds a misspelt name

    def __getattr__(name: str) -> object:
        """A public name, from the module that defines it."""
        from importlib import import_module  # noqa: PLC0415 - no name of ours in the package

        home = next((home for home, names in _HOMES.items() if name in names), None)
        if home is None:
            msg = f"module {__name__!r} has no attribute {name!r}"
            raise AttributeError(msg)
        value = getattr(import_module(f"{__name__}.{home}"), name)
        globals()[name] = value
        return value

    def __dir__() -> list[str]:
        """Every public name, loaded or not."""
        return sorted({*globals(), *__all__})
