"""Written permissions as data: the model, loading, and which one covers a use."""

from reuse_guard.grants.load import load_grants
from reuse_guard.grants.match import Coverage, GrantUse, best_use, cover, may_be_of
from reuse_guard.grants.model import Grant
from reuse_guard.grants.presented import Presented

__all__ = [
    "Coverage",
    "Grant",
    "GrantUse",
    "Presented",
    "best_use",
    "cover",
    "load_grants",
    "may_be_of",
]
