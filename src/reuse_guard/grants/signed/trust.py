"""Whose keys a partner takes for genuine, each for that publisher's hosts alone.

A trust file is a few lines of TOML; its paths are relative to it:

```toml
[[publishers]]
hosts = ["steppe-courier.example"]
keys = "steppe-courier.jwks.json"
revocations = "steppe-courier.revoked.jws"
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import Field

from reuse_guard.errors import GrantError
from reuse_guard.frozen import frozen
from reuse_guard.grants.model import Host  # noqa: TC001 - read by pydantic
from reuse_guard.grants.presented import Presented, Signature
from reuse_guard.grants.signed.claims import KIND, as_object, read_claims
from reuse_guard.grants.signed.jws import check_header, look_into, verify
from reuse_guard.grants.signed.keys import read_key_set
from reuse_guard.grants.signed.refusal import Reason, TokenRefusedError
from reuse_guard.grants.signed.revocations import read_revocations
from reuse_guard.schema import Strict, load_mapping, validate
from reuse_guard.urls.hosts import bare_host, host_name

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from pathlib import Path

    from joserfc.jwk import OKPKey


class _Entry(Strict):
    hosts: tuple[Host, ...] = Field(min_length=1)
    keys: str
    revocations: str | None = None


class _File(Strict):
    publishers: tuple[_Entry, ...] = Field(min_length=1)


@frozen
class TrustedPublisher:
    """A publisher whose signature is taken for genuine.

    Attributes:
        hosts: where its articles stand; its keys cannot speak for other hosts.
        keys: its public keys by their names.
        revoked: the days from which grants it took back no longer hold, by their ids.
    """

    hosts: tuple[str, ...]
    keys: Mapping[str, OKPKey]
    revoked: Mapping[str, date]


@frozen
class Trust:
    """The publishers that a partner trusts."""

    publishers: tuple[TrustedPublisher, ...]

    def publisher(self, host: str) -> TrustedPublisher | None:
        """The publisher of exactly this host."""
        name = host_name(host)
        for publisher in self.publishers:
            if name in map(host_name, publisher.hosts):
                return publisher
        return None


def load_trust(path: Path) -> Trust:
    """Read a trust file and every file it names.

    Raises:
        GrantError: one of them cannot be read or does not fit, or a host stands there twice.
        TokenRefusedError: a list of revocations is not what its publisher signed.
        MissingExtraError: the extra `sign` is not installed.
    """
    source = str(path)
    file = validate(_File, load_mapping(path, error=GrantError), source=source, error=GrantError)
    seen: set[str | None] = set()
    for index, entry in enumerate(file.publishers):
        for host in entry.hosts:
            if host_name(host) in seen:
                msg = f"{host} is pinned twice; a host has one publisher"
                raise GrantError(msg, source=source, where=f"publishers[{index}].hosts")
            seen.add(host_name(host))
    return Trust(tuple(_publisher(entry, path.parent) for entry in file.publishers))


def trust_keys(path: Path, *, host: str) -> Trust:
    """Trust the keys of one file for one host.

    Raises:
        GrantError: the file is no key set, or `host` is no host.
        MissingExtraError: the extra `sign` is not installed.
    """
    try:
        hosts = (bare_host(host),)
    except ValueError as error:
        raise GrantError(str(error), source=f"host {host!r}") from error
    return Trust((TrustedPublisher(hosts, read_key_set(path), {}),))


def _publisher(entry: _Entry, folder: Path) -> TrustedPublisher:
    keys = read_key_set(folder / entry.keys)
    revoked: dict[str, date] = {}
    if entry.revocations is not None:
        path = folder / entry.revocations
        revoked = read_revocations(path, keys=keys, issuer=entry.hosts[0]).days
    return TrustedPublisher(entry.hosts, keys, revoked)


def verify_grant(token: str, trust: Trust, *, source: str) -> Presented:
    """The grant that a token says, if a trusted publisher signed it.

    Its days, its works and its grantee are held against a use by `cover`, and so is whether it
    was taken back.

    Raises:
        TokenRefusedError: it is malformed, unsigned, signed in another way or by an unknown key,
            altered, or its issuer is not trusted.
        MissingExtraError: the extra `sign` is not installed.
    """
    unverified = look_into(token, source=source)
    kid = check_header(unverified.header, kind=KIND, source=source)
    publisher = _issuer(unverified.payload, trust, source=source)
    if kid not in publisher.keys:
        known = ", ".join(publisher.keys)
        msg = f"is signed with key {kid!r}; the keys of {publisher.hosts[0]} are {known}"
        raise TokenRefusedError(msg, source=source, reason=Reason.UNKNOWN_KEY)
    grant, _ = read_claims(verify(token, publisher.keys[kid], source=source), source=source)
    if grant.id in publisher.revoked:
        grant = grant.model_copy(update={"revoked": publisher.revoked[grant.id]})
    return Presented(grant, signature=Signature(kid, publisher.hosts))


def _issuer(payload: bytes, trust: Trust, *, source: str) -> TrustedPublisher:
    """The trusted publisher that a payload, not yet verified, says it is from."""
    issuer = as_object(payload).get("iss")
    found = trust.publisher(issuer) if isinstance(issuer, str) else None
    if found is None:
        known = ", ".join(host for publisher in trust.publishers for host in publisher.hosts)
        msg = f"is issued by {issuer!r}, and the keys given are those of {known}; trust it first"
        raise TokenRefusedError(msg, source=source, reason=Reason.UNTRUSTED)
    return found
