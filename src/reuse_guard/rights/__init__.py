"""Terms in other forms: notices on pages, ODRL, ninjs, schema.org, licence identifiers."""

from reuse_guard.rights.disagreements import notice_disagreements
from reuse_guard.rights.notice import suggest_policy

__all__ = ["notice_disagreements", "suggest_policy"]
