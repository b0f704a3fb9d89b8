"""What a candidate in another language comes to where translations or changes are not allowed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reuse_guard.locale import Phrase, say
from reuse_guard.verdict.clauses import Finding
from reuse_guard.verdict.model import Status

if TYPE_CHECKING:
    from reuse_guard.measure.facts import Facts
    from reuse_guard.measure.translated import SameItems


def of_translation(name: str, finding: Finding, facts: Facts) -> Finding | None:
    """How a clause fares by what is declared or seen of a translation; None for any other way.

    Hardly a word of one is found copied, so that without this nothing would be owed for it.

    Args:
        name: of the clause.
        finding: how it fares by what was copied.
        facts: what is known.
    """
    declared = facts.declared.translation
    if declared is False or name not in ("edits", "attest-translation"):
        return None
    if name == "attest-translation" and declared:
        return finding
    if finding.status is Status.VIOLATED or (declared and facts.share.copied):
        return None
    if declared:
        said = say(
            "The candidate is declared to be a translation, and the terms allow no changes: a"
            " person has to look whether they allow that."
        )
        return Finding(Status.UNVERIFIABLE, (said,))
    if facts.translated is None:
        return None
    seen = may_be_translation(facts.translated)
    asked = say("A person has to look, and declare it (translation=yes or no).")
    return Finding(Status.UNVERIFIABLE, (seen, asked))


def may_be_translation(same: SameItems) -> Phrase:
    """Why a candidate may be a translation."""
    return say(
        "The candidate is in another language, and names and numbers of the original stand in it in"
        " the same order ({count:n} of them, such as {examples}): it may be a translation.",
        count=same.names + same.numbers,
        examples=", ".join(same.examples[:3]),
    )
