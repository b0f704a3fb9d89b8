"""Grants that were taken back: a list that the publisher signs and keeps where partners find it."""

from __future__ import annotations

import json
from datetime import date, datetime  # noqa: TC003 - pydantic resolves the annotation
from typing import TYPE_CHECKING, Annotated

from pydantic import AfterValidator, Field

from reuse_guard.errors import GrantError
from reuse_guard.grants.signed.claims import as_object
from reuse_guard.grants.signed.jws import check_header, look_into, sign, verify
from reuse_guard.grants.signed.refusal import Reason, TokenRefusedError
from reuse_guard.schema import Day, Strict, read_text, validate
from reuse_guard.urls.hosts import bare_host, covers_host

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from joserfc.jwk import OKPKey

    from reuse_guard.grants.signed.keys import PrivateKey

KIND = "reuse-grant-revocations+jwt"
MAX_ENTRIES = 1_000  # what a signed file can hold


class Revocation(Strict):
    """One grant that was taken back, and the day from which it no longer holds."""

    id: str = Field(min_length=1, max_length=200)
    on: Day


class Revocations(Strict):
    """The claims of a list.

    Attributes:
        iss: the publisher's host.
        iat: when it was signed, in seconds.
        revoked: the grants taken back; of two entries with one id the earlier day counts.
    """

    iss: Annotated[str, AfterValidator(bare_host)]
    iat: int = Field(ge=0)
    revoked: tuple[Revocation, ...] = Field(max_length=MAX_ENTRIES)

    @property
    def days(self) -> dict[str, date]:
        """The day for each id."""
        days: dict[str, date] = {}
        for entry in self.revoked:
            days[entry.id] = min(entry.on, days.get(entry.id, entry.on))
        return days


def read_revocations(path: Path, *, keys: Mapping[str, OKPKey], issuer: str) -> Revocations:
    """Read a list and verify its signature.

    Raises:
        GrantError: the file cannot be read.
        TokenRefusedError: it is not what the publisher signed.
    """
    token, source = read_text(path, error=GrantError).strip(), str(path)
    kid = _key_of(token, source)
    if kid not in keys:
        msg = (
            f"is signed with key {kid!r}, which is not one of the publisher's; give the public keys"
            " that have it"
        )
        raise TokenRefusedError(msg, source=source, reason=Reason.UNKNOWN_KEY)
    payload = as_object(verify(token, keys[kid], source=source))
    found = validate(Revocations, payload, source=source, error=GrantError)
    if not covers_host(found.iss, issuer):
        msg = f"is the list of {found.iss}, not of {issuer}; name the list of {issuer}"
        raise TokenRefusedError(msg, source=source, reason=Reason.UNTRUSTED)
    return found


def _key_of(token: str, source: str) -> str:
    """The name of the key that signed a list.

    Raises:
        TokenRefusedError: the file is no list, whatever else it is.
    """
    try:
        return check_header(look_into(token, source=source).header, kind=KIND, source=source)
    except TokenRefusedError as refused:
        if refused.reason not in (Reason.MALFORMED, Reason.KIND):
            raise
        is_grant = refused.reason is Reason.KIND
        what = "a signed file of another kind, such as a grant" if is_grant else "another file"
        msg = (
            f"is no list of revoked grants but {what}; name the list that `reuse-guard grant"
            " revoke` wrote, or a file that is not there yet for a first list"
        )
        raise TokenRefusedError(msg, source=source, reason=refused.reason) from refused


def revoke(
    known: Revocations | None, entry: Revocation, *, key: PrivateKey, issuer: str, now: datetime
) -> str:
    """Sign the list with one more entry.

    Raises:
        GrantError: the list is full.
    """
    entries = (*(known.revoked if known else ()), entry)
    if len(entries) > MAX_ENTRIES:
        msg = f"would have {len(entries):,} entries, over the bound of {MAX_ENTRIES:,}; begin anew"
        raise GrantError(msg, source="revocation list")
    listed = Revocations(iss=issuer, iat=int(now.timestamp()), revoked=entries)
    payload = json.dumps(listed.model_dump(mode="json"), ensure_ascii=False).encode()
    return sign(payload, key=key, kind=KIND)
