"""What written permissions make of a clause that is not kept."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from reuse_guard.grants import Coverage
from reuse_guard.locale import Phrase, say
from reuse_guard.verdict.model import Status

if TYPE_CHECKING:
    from reuse_guard.grants.model import ClauseKind
    from reuse_guard.measure.facts import Facts
    from reuse_guard.verdict.clauses import Finding

_OPEN = frozenset({Status.VIOLATED, Status.UNVERIFIABLE})


def waived(finding: Finding, kind: ClauseKind, facts: Facts) -> Finding:
    """The finding after grants that waive this kind of clause."""
    if finding.status not in _OPEN:
        return finding
    waiving = [use for use in facts.grants if kind in use.grant.waives]
    for use in waiving:
        if use.coverage is Coverage.COVERS:
            said = say(
                "Grant {grant} waives it: {reason}.",
                grant=use.grant.id,
                reason=use.why,
            )
            return _decided(finding, Status.WAIVED, said, use.grant.id)
    for use in waiving:
        if use.coverage is Coverage.UNKNOWN:
            said = say(
                "Grant {grant} may waive it: it {reason}.",
                grant=use.grant.id,
                reason=use.why,
            )
            return _decided(finding, Status.UNVERIFIABLE, said, use.grant.id)
    return finding


def _decided(finding: Finding, status: Status, said: Phrase, grant: str) -> Finding:
    return replace(finding, status=status, said=(*finding.said, said), grant=grant)
