"""Judging link duties: is the hyperlink there that the terms ask for?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reuse_guard.backlinks import Backlink, BacklinkStatus, best
from reuse_guard.documents.model import Format
from reuse_guard.grants import Coverage
from reuse_guard.grants.model import ClauseKind
from reuse_guard.policy.model import LinkDuty, LinkTarget, LinkWhen, Policy
from reuse_guard.verdict.model import Clause, Status

if TYPE_CHECKING:
    from reuse_guard.verdict.facts import Facts

COUNTS = frozenset({BacklinkStatus.VALID, BacklinkStatus.WARNING})
TARGET_NAMES = {
    LinkTarget.ARTICLE: "the original article",
    LinkTarget.HOME: "the publisher's home page",
    LinkTarget.EITHER: "the original article or the publisher's home page",
}


def judge_link(
    facts: Facts, duty: LinkDuty, backlinks: tuple[Backlink, ...], policy: Policy, clause_id: str
) -> Clause:
    """A hyperlink to the original, where anything was copied, unless a grant waives it."""
    counted = [link for link in backlinks if link.status in COUNTS]
    status, message, grant = _judge(facts, duty, backlinks, policy)
    return Clause(
        id=clause_id,
        status=status,
        measured=len(counted),
        limit=duty.count,
        message=message,
        cure=_cure(facts, duty, backlinks) if status is Status.VIOLATED else None,
        grant=grant,
    )


def _judge(
    facts: Facts, duty: LinkDuty, backlinks: tuple[Backlink, ...], policy: Policy
) -> tuple[Status, str, str | None]:
    if policy.link_when is LinkWhen.COPIED and not facts.share.copied:
        return Status.NOT_APPLICABLE, "Nothing was copied, so no link is owed.", None
    counted = [link for link in backlinks if link.status in COUNTS]
    if len(counted) >= duty.count:
        return _judge_found(facts, duty, counted)
    waiver = _waiver(facts)
    if waiver:
        return Status.WAIVED, f"Grant {waiver} waives the link.", waiver
    return *_judge_missing(facts, duty, backlinks, counted), None


def _judge_found(
    facts: Facts, duty: LinkDuty, counted: list[Backlink]
) -> tuple[Status, str, str | None]:
    found = best(counted)
    assert found is not None  # noqa: S101 - duty.count is at least 1
    if facts.candidate_format is Format.TEXT and not duty.written:
        text = (
            f"The address {found.url} is written out, but plain text cannot show whether the"
            " published page links it."
        )
        return Status.UNVERIFIABLE, text, None
    return Status.MET, found.reason, None


def _judge_missing(
    facts: Facts, duty: LinkDuty, backlinks: tuple[Backlink, ...], counted: list[Backlink]
) -> tuple[Status, str]:
    target = TARGET_NAMES[duty.target]
    unresolved = [link for link in backlinks if link.status is BacklinkStatus.UNRESOLVED]
    if not facts.original_urls and facts.candidate_links:
        return (
            Status.UNVERIFIABLE,
            "The original's address is not known, so no link can be recognised;"
            " give it with original_url (--original-url).",
        )
    if unresolved and len(unresolved) + len(counted) >= duty.count:
        return Status.UNVERIFIABLE, unresolved[0].reason
    if duty.count > 1 and counted:
        return Status.VIOLATED, f"{len(counted)} of {duty.count} links to {target} found."
    nearest = best(backlinks)
    if nearest is None:
        return Status.VIOLATED, f"No hyperlink to {target} found."
    return Status.VIOLATED, f"No link to {target} that counts: {nearest.reason}"


def _waiver(facts: Facts) -> str | None:
    for use in facts.grants:
        if use.coverage is Coverage.COVERS and ClauseKind.LINK in use.grant.waives:
            return use.grant.id
    return None


def _cure(facts: Facts, duty: LinkDuty, backlinks: tuple[Backlink, ...]) -> str:
    address = facts.original_urls[0] if facts.original_urls else "the original's address"
    nearest = best(backlinks)
    if nearest is not None and nearest.line:
        return f"Mend the link on line {nearest.line}, or add a visible link to {address}."
    return f"Add a visible link to {address}."
