"""A written permission as data: who may use which works, how much, from when until when."""

from __future__ import annotations

from datetime import date  # noqa: TC003 - pydantic resolves the annotation
from enum import StrEnum
from fractions import Fraction

from pydantic import Field, model_validator

from reuse_guard.schema import Ratio, Strict


class ClauseKind(StrEnum):
    """The kinds of clause that a grant can waive."""

    LIMIT = "limit"
    LINK = "link"
    CREDIT = "credit"
    WHOLE = "whole"
    EDITS = "edits"
    PAGE = "page"
    MEDIA = "media"
    THIRD_PARTY = "third_party"
    DATES = "dates"
    ATTEST = "attest"


class Overrides(Strict):
    """What a grant allows in place of the policy's own terms.

    Attributes:
        max_share: the most of the original that may be copied, as a ratio; 100% by default,
            which is the full text.
    """

    max_share: Ratio = Field(default=Fraction(1), ge=0, le=1)


class Grant(Strict):
    """A written permission.

    Attributes:
        id: name of the permission, as letters and reports cite it.
        publisher: who gave it.
        grantee: to whom, for people.
        grantee_hosts: where the grantee may publish; a host covers its subdomains; empty for
            anywhere.
        works: addresses of the originals it covers, `*` standing for any characters; empty for
            every work of the publisher.
        overrides: what it allows in place of the policy's limits.
        waives: kinds of clause that need not be kept (`"link"`); limits are overridden, not waived.
        valid_from: first day it holds.
        valid_to: last day it holds, inclusive.
        evidence: where the letter is kept, for people.
        evidence_sha256: hexadecimal digest of the letter's file.
    """

    id: str = Field(min_length=1, max_length=200)
    publisher: str = Field(min_length=1)
    grantee: str = Field(min_length=1)
    grantee_hosts: tuple[str, ...] = ()
    works: tuple[str, ...] = ()
    overrides: Overrides = Overrides()
    waives: frozenset[ClauseKind] = frozenset()
    valid_from: date | None = None
    valid_to: date | None = None
    evidence: str | None = None
    evidence_sha256: str | None = Field(default=None, pattern=r"^[0-9a-fA-F]{64}$")

    @model_validator(mode="after")
    def _ends_after_it_begins(self) -> Grant:
        if self.valid_from and self.valid_to and self.valid_to < self.valid_from:
            msg = f"valid_to: {self.valid_to} is before valid_from {self.valid_from}"
            raise ValueError(msg)
        return self
