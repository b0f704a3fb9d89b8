"""Tell whether a republication of a news article keeps the publisher's terms.

>>> from reuse_guard import check
>>> verdict = check("The river fell by a metre overnight.", "Nothing of the kind.")
>>> verdict.outcome
<Outcome.ALLOWED: 'allowed'>
"""

from reuse_guard._version import __version__
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
