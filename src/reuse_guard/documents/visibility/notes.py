"""What could not be seen of a page's style sheets, as verdicts say it."""

from __future__ import annotations

from reuse_guard.locale import Phrase, say_many


def unread(count: int) -> Phrase:
    """That sheets outside the page were not read."""
    return say_many(
        "The page loads {count} external stylesheet, which was not read: what only it hides"
        " counts as visible.",
        "The page loads {count} external stylesheets, which were not read: what only they hide"
        " counts as visible.",
        count,
    )


def refused_rules(count: int, first: str) -> Phrase:
    """That rules were left aside that may hide something."""
    return say_many(
        "{count} style rule could not be applied to tell what is hidden, first {first}.",
        "{count} style rules could not be applied to tell what is hidden, first {first}.",
        count,
        first=first,
    )
