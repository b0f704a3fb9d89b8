"""A grant as the claims of a signed token, and back.

```
iss  the publisher's host              jti  the grant's id
aud  the grantee's hosts               nbf, exp  its days, as seconds (UTC)
iat  when it was signed                grant  everything else the grant says
```
"""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta
from typing import Annotated, Any

from pydantic import Field, model_validator

from reuse_guard.errors import GrantError, UsageError
from reuse_guard.grants.model import Grant, Host
from reuse_guard.grants.signed.jws import sign
from reuse_guard.grants.signed.keys import PrivateKey  # noqa: TC001 - read by documentation tools
from reuse_guard.grants.signed.refusal import Reason, TokenRefusedError
from reuse_guard.schema import Strict, validate
from reuse_guard.urls.hosts import bare_host

KIND = "reuse-grant+jwt"
# Said by registered claims, or, where a grant is taken back, by the publisher's list.
_ELSEWHERE = frozenset({"id", "grantee_hosts", "valid_from", "valid_to", "revoked"})
_LAST_SECOND = 253_402_300_799  # of the year 9999, the last one that a date can have

Seconds = Annotated[int, Field(ge=0, le=_LAST_SECOND)]


class Claims(Strict):
    """What a signed grant says, as written into its token."""

    iss: Host
    jti: str
    iat: Seconds
    aud: tuple[str, ...] | str | None = None
    nbf: Seconds | None = None
    exp: Seconds | None = None
    grant: dict[str, Any]

    @model_validator(mode="after")
    def _said_once(self) -> Claims:
        twice = sorted(_ELSEWHERE & set(self.grant))
        if twice:
            msg = f"grant: {twice[0]} is said by a claim of its own"
            raise ValueError(msg)
        return self


def issue(grant: Grant, *, key: PrivateKey, issuer: str, now: datetime) -> str:
    """Sign a grant.

    Args:
        grant: the permission.
        key: the publisher's private key.
        issuer: the publisher's host, for which partners trust the key.
        now: the moment of signing.

    Raises:
        UsageError: the grant is revoked, or the issuer is no host.
        MissingExtraError: the extra `sign` is not installed.
    """
    if grant.revoked is not None:
        msg = f"grant {grant.id} was revoked on {grant.revoked}; a revoked grant is not signed"
        raise UsageError(msg)
    try:
        bare_host(issuer)
    except ValueError as error:
        msg = f"issuer: {error}"
        raise UsageError(msg) from error
    return sign(_payload(grant, issuer, now), key=key, kind=KIND)


def _payload(grant: Grant, issuer: str, now: datetime) -> bytes:
    data = grant.model_dump(mode="json", exclude_defaults=True)
    claims: dict[str, Any] = {"iss": issuer, "jti": grant.id, "iat": int(now.timestamp())}
    if grant.grantee_hosts:
        claims["aud"] = list(grant.grantee_hosts)
    if grant.valid_from:
        claims["nbf"] = _first_second(grant.valid_from)
    if grant.valid_to:
        claims["exp"] = _first_second(grant.valid_to + timedelta(days=1))
    claims["grant"] = {name: data[name] for name in sorted(data) if name not in _ELSEWHERE}
    return json.dumps(claims, ensure_ascii=False, separators=(",", ":")).encode()


def read_claims(payload: bytes, *, source: str) -> tuple[Grant, str]:
    """The grant that a payload says, and the host that issued it.

    Raises:
        TokenRefusedError: it does not say a grant.
    """
    try:
        claims = validate(Claims, as_object(payload), source=source, error=GrantError)
        return validate(Grant, _fields(claims), source=source, error=GrantError), claims.iss
    except GrantError as error:
        where = f"{error.where}: " if error.where else ""
        msg = f"does not say a grant: {where}{error.problem}"
        raise TokenRefusedError(msg, source=source, reason=Reason.CLAIMS) from error


def as_object(payload: bytes) -> dict[str, Any]:
    """The payload as a mapping; empty, and so refused by every model, where it is none."""
    try:
        data = json.loads(payload)
    except (ValueError, RecursionError):
        return {}
    return data if isinstance(data, dict) else {}


def _fields(claims: Claims) -> dict[str, Any]:
    fields = {**claims.grant, "id": claims.jti}
    if claims.aud is not None:
        fields["grantee_hosts"] = [claims.aud] if isinstance(claims.aud, str) else claims.aud
    if claims.nbf is not None:
        fields["valid_from"] = _day(claims.nbf)
    if claims.exp is not None:
        fields["valid_to"] = _day(max(claims.exp - 1, 0))
    return fields


def _first_second(day: date) -> int:
    return int(datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp())


def _day(seconds: int) -> date:
    return datetime.fromtimestamp(seconds, UTC).date()
