"""Policies as ODRL 2.2 in the RightsML profile, and back."""

from reuse_guard.rights.odrl.export import to_odrl
from reuse_guard.rights.odrl.read import Imported, from_odrl

__all__ = ["Imported", "from_odrl", "to_odrl"]
