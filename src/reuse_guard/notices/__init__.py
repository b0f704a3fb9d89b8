"""Reading the terms that a page states at its foot, in English, Russian and Kazakh."""

from reuse_guard.notices.read import notice_blocks, read_notice, read_terms, unread_sentences
from reuse_guard.notices.terms import Consent, Kind, Link, Quantity, Scope, Term, Wait, Whole

__all__ = [
    "Consent",
    "Kind",
    "Link",
    "Quantity",
    "Scope",
    "Term",
    "Wait",
    "Whole",
    "notice_blocks",
    "read_notice",
    "read_terms",
    "unread_sentences",
]
