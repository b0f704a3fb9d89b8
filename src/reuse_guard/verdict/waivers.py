"""What written permissions make of a clause that is not kept."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from reuse_guard.grants import Coverage, best_use
from reuse_guard.locale import say
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
    use = best_use(one for one in facts.grants if kind in one.grant.waives)
    if use is None:
        return finding
    grant = use.grant.id
    if use.coverage is Coverage.COVERS:
        status = Status.WAIVED
        said = say("Grant {grant} waives it: {reason}.", grant=grant, reason=use.why)
    else:
        status = Status.UNVERIFIABLE
        said = say("Grant {grant} may waive it: it {reason}.", grant=grant, reason=use.why)
    return replace(finding, status=status, said=(*finding.said, said), grant=grant)
