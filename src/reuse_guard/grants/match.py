"""Which grants cover a use, and why the others do not."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from reuse_guard.urls.identity import host_of, same_address

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from reuse_guard.grants.model import Grant


class Coverage(StrEnum):
    """Whether a grant covers the use at hand."""

    COVERS = "covers"
    DOES_NOT = "does_not"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class GrantUse:
    """One grant held against the use at hand.

    Attributes:
        grant: the permission.
        coverage: whether it covers the use.
        reason: why, in words that follow the grant's name ("expired on 2026-01-31").
    """

    grant: Grant
    coverage: Coverage
    reason: str


def cover(
    grant: Grant, *, original_urls: Iterable[str], candidate_url: str | None, as_of: date
) -> GrantUse:
    """Hold a grant against a use.

    Args:
        grant: the permission.
        original_urls: every known address of the original.
        candidate_url: where the candidate is published; None when not known.
        as_of: the day of the use.
    """
    urls = tuple(original_urls)
    for coverage, reason in (
        _by_date(grant, as_of),
        _by_work(grant, urls),
        _by_host(grant, candidate_url),
    ):
        if coverage is not Coverage.COVERS:
            return GrantUse(grant, coverage, reason)
    return GrantUse(grant, Coverage.COVERS, f"given by {grant.publisher} to {grant.grantee}")


def _by_date(grant: Grant, as_of: date) -> tuple[Coverage, str]:
    if grant.valid_from and as_of < grant.valid_from:
        return Coverage.DOES_NOT, f"holds from {grant.valid_from} on, not yet on {as_of}"
    if grant.valid_to and as_of > grant.valid_to:
        return Coverage.DOES_NOT, f"expired on {grant.valid_to}"
    return Coverage.COVERS, ""


def _by_work(grant: Grant, original_urls: tuple[str, ...]) -> tuple[Coverage, str]:
    if not grant.works:
        return Coverage.COVERS, ""
    if not original_urls:
        return Coverage.UNKNOWN, "names works by address, and the original's address is not known"
    if any(_is_work(work, url) for work in grant.works for url in original_urls):
        return Coverage.COVERS, ""
    return Coverage.DOES_NOT, f"does not name {original_urls[0]}"


def _is_work(work: str, url: str) -> bool:
    if "*" not in work:
        return same_address(work, url)
    pattern = ".*".join(map(re.escape, work.split("*")))
    return re.fullmatch(pattern, url) is not None


def _by_host(grant: Grant, candidate_url: str | None) -> tuple[Coverage, str]:
    if not grant.grantee_hosts:
        return Coverage.COVERS, ""
    hosts = ", ".join(grant.grantee_hosts)
    if candidate_url is None:
        return Coverage.UNKNOWN, f"holds on {hosts}, and the candidate's address is not known"
    host = host_of(candidate_url)
    if any(host == h or host.endswith(f".{h}") for h in map(str.lower, grant.grantee_hosts)):
        return Coverage.COVERS, ""
    return Coverage.DOES_NOT, f"holds on {hosts}, not on {host or candidate_url}"
