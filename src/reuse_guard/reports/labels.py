"""Names of roles, kinds and statuses in the words of the interface."""

from __future__ import annotations

from reuse_guard.align import PassageKind
from reuse_guard.backlinks import BacklinkStatus
from reuse_guard.documents.model import Role
from reuse_guard.locale import Phrase, say, say_many
from reuse_guard.verdict.model import Outcome, QuotedPassage, Status

# Shapes, so that nothing depends on colour.
OUTCOME_SIGNS = {Outcome.ALLOWED: "✓", Outcome.VIOLATION: "✕", Outcome.REVIEW: "?"}
STATUS_SIGNS = {
    Status.MET: "✓",
    Status.WAIVED: "✓",
    Status.VIOLATED: "✕",
    Status.UNVERIFIABLE: "?",
    Status.NOT_APPLICABLE: "–",
}


def role_name(role: Role) -> Phrase:
    """What a block is on its page."""
    return {
        Role.HEADLINE: say("headline"),
        Role.STANDFIRST: say("standfirst"),
        Role.PARAGRAPH: say("text paragraph"),
        Role.SUBHEADING: say("subheading"),
        Role.LIST: say("list"),
        Role.QUOTE: say("quotation"),
        Role.CAPTION: say("caption"),
        Role.BYLINE: say("byline"),
        Role.NOTICE: say("reuse notice"),
        Role.RELATED: say("related links"),
        Role.NAVIGATION: say("navigation"),
        Role.COMMENT: say("reader's comment"),
        Role.OTHER: say("other text of the page"),
    }[role]


def kind_name(kind: PassageKind) -> Phrase:
    """How close a passage is to its original."""
    return {
        PassageKind.VERBATIM: say("verbatim"),
        PassageKind.EDITED: say("edited"),
        PassageKind.REWORDED: say("reworded, not counted"),
    }[kind]


def link_name(status: BacklinkStatus) -> Phrase:
    """What a link counts for."""
    return {
        BacklinkStatus.VALID: say("the link counts"),
        BacklinkStatus.WARNING: say("the link needs a look"),
        BacklinkStatus.INVALID: say("the link does not count"),
        BacklinkStatus.UNRESOLVED: say("where the link leads cannot be told"),
    }[status]


def repeated_phrase(passage: QuotedPassage) -> Phrase:
    """What is said of a passage whose words stand in another one too."""
    return say_many(
        "{count:n} word counted with another passage",
        "{count:n} words counted with another passage",
        passage.repeated,
    )


def status_word(status: Status) -> Phrase | None:
    """What became of a clause, in a word of a column; None where a sign says it."""
    return {
        Status.MET: say("ok"),
        Status.WAIVED: say("ok"),
        Status.VIOLATED: say("NO"),
    }.get(status)


def outcome_word(outcome: Outcome) -> Phrase:
    """The outcome in a word."""
    return {
        Outcome.ALLOWED: say("allowed"),
        Outcome.VIOLATION: say("violation"),
        Outcome.REVIEW: say("review"),
    }[outcome]
