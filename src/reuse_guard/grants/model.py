"""A written permission as data: who may use which works, how much, from when until when."""

from __future__ import annotations

from enum import StrEnum
from fractions import Fraction
from pathlib import PurePath
from types import MappingProxyType
from typing import Annotated, ClassVar

from pydantic import AfterValidator, Field, ValidationInfo, field_validator, model_validator

from reuse_guard.errors import GrantError, LocatedError
from reuse_guard.grants.works import check_work
from reuse_guard.schema import Day, Ratio, Strict
from reuse_guard.urls.hosts import bare_host


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


DUTIES = frozenset(ClauseKind) - {ClauseKind.LIMIT}
ALL_DUTIES = "all"

# What a grant without these keys covers.
_WITHOUT = MappingProxyType(
    {
        "works": "every work of the publisher",
        "grantee_hosts": "use anywhere",
        "publisher_hosts": "those of works or of the policy",
    }
)

Host = Annotated[str, AfterValidator(bare_host)]
Work = Annotated[str, AfterValidator(check_work)]


class Overrides(Strict):
    """What a grant allows in place of the policy's own terms.

    Attributes:
        max_share: the most of the original that may be copied, as a ratio; 100% by default,
            which is the full text.
    """

    refusal: ClassVar[type[LocatedError]] = GrantError

    max_share: Ratio = Field(default=Fraction(1), ge=0, le=1)


def _inside(path: str) -> str:
    pure = PurePath(path)
    if pure.is_absolute() or ".." in pure.parts or "\\" in path or not pure.name:
        msg = f"{path!r} is not a file beside the grant or in a folder there; move the letter there"
        raise ValueError(msg)
    return path


class Grant(Strict):
    """A written permission.

    Attributes:
        id: name of the permission, as letters and reports cite it.
        publisher: who gave it: the name that the policy has, or the host of the site.
        publisher_hosts: where the publisher's own articles stand; only works there are covered.
            Left out where `works` says it all.
        grantee: to whom, for people.
        grantee_hosts: where the grantee may publish; a host covers its subdomains; left out for
            anywhere.
        works: addresses of the originals it covers, `*` standing for any characters of the path;
            left out for every work of the publisher.
        overrides: what it allows in place of the policy's limits.
        waives: kinds of duty that need not be kept (`["link"]`), or `"all"`.
        keeps: kinds of duty that must be kept all the same; with `waives = "all"`.
        valid_from: first day it holds.
        valid_to: last day it holds, inclusive.
        revoked: day from which it no longer holds, because the publisher took it back.
        evidence: where the letter is kept, for people.
        evidence_file: the letter's file, relative to the grant's; its digest is verified.
        evidence_sha256: hexadecimal digest of the letter's file.
    """

    refusal: ClassVar[type[LocatedError]] = GrantError

    id: str = Field(min_length=1, max_length=200)
    publisher: str = Field(min_length=1, max_length=500)
    publisher_hosts: tuple[Host, ...] = ()
    grantee: str = Field(min_length=1, max_length=500)
    grantee_hosts: tuple[Host, ...] = ()
    works: tuple[Work, ...] = ()
    overrides: Overrides = Overrides.model_construct()  # validating it would build the model
    waives: frozenset[ClauseKind] = frozenset()
    keeps: frozenset[ClauseKind] = frozenset()
    valid_from: Day | None = None
    valid_to: Day | None = None
    revoked: Day | None = None
    evidence: str | None = None
    evidence_file: Annotated[str, AfterValidator(_inside)] | None = None
    evidence_sha256: str | None = Field(
        default=None, pattern=r"^[0-9a-fA-F]{64}$", description="64 digits from 0 to f"
    )

    @model_validator(mode="before")
    @classmethod
    def _all_duties(cls, data: object) -> object:
        """Write `waives = "all"` out, less what is kept."""
        if not isinstance(data, dict) or data.get("waives") not in (ALL_DUTIES, [ALL_DUTIES]):
            return data
        keeps = data.get("keeps") or ()
        kept = set(keeps) if isinstance(keeps, list | tuple | set | frozenset) else set()
        return {**data, "waives": sorted(DUTIES - kept)}

    @field_validator(*_WITHOUT, mode="before")
    @classmethod
    def _names_something(cls, value: object, key: ValidationInfo) -> object:
        """Refuse a list of nothing: who writes one means none, and without the key it is all."""
        if isinstance(value, list | tuple) and not value:
            everything = _WITHOUT[str(key.field_name)]
            msg = f"is empty; leave the key out for {everything}, or name at least one"
            raise ValueError(msg)
        return value

    @model_validator(mode="after")
    def _makes_sense(self) -> Grant:
        problem = self._problem()
        if problem:
            raise ValueError(problem)
        return self

    def _problem(self) -> str | None:
        if self.valid_from and self.valid_to and self.valid_to < self.valid_from:
            days = f"{self.valid_to} is before valid_from {self.valid_from}"
            return f"valid_to: {days}; write a later day, or leave one of the two out"
        if ClauseKind.LIMIT in self.waives | self.keeps:
            return "limits are neither waived nor kept but overridden; set overrides.max_share"
        both = sorted(self.waives & self.keeps)
        if both:
            return f"keeps: {both[0]} is waived as well; name it in one of the two"
        if self.evidence_file and not self.evidence_sha256:
            return "evidence_file: needs evidence_sha256 beside it, the digest of that file"
        return None
