"""Keys that sign grants: Ed25519 as JSON Web Keys (RFC 8037), in files.

The private half is a file that its owner alone can read; the public halves stand together in a
key set (JWKS) that the publisher gives to partners. A new key gets a new name (`kid`) beside the
old one, so that what the old one signed stays good until it is taken out of the set.
"""

from __future__ import annotations

import json
import os
import stat
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from reuse_guard.atomic import write_atomically
from reuse_guard.errors import GrantError, need
from reuse_guard.grants.signed.refusal import EXTRA
from reuse_guard.schema import load_json

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from joserfc.jwk import OKPKey

CURVE = "Ed25519"
OWNER_ONLY = 0o600
_MEMBERS = {"kty", "crv", "x", "d", "kid", "use", "alg", "key_ops"}


@dataclass(frozen=True, slots=True)
class PrivateKey:
    """The half of a key that signs; it never shows in a report or a message.

    Attributes:
        kid: name of the key.
        key: the key itself.
    """

    kid: str
    key: OKPKey = field(repr=False)

    @property
    def public(self) -> dict[str, str]:
        """The half that verifies, as a JSON Web Key."""
        shown = self.key.as_dict(private=False)
        return {"kty": "OKP", "crv": CURVE, "x": str(shown["x"]), "kid": self.kid, "use": "sig"}


def generate_key(kid: str | None = None) -> PrivateKey:
    """Make a new key.

    Args:
        kid: its name; its thumbprint (RFC 7638) where none is given.

    Raises:
        MissingExtraError: the extra `sign` is not installed.
    """
    key = need("joserfc.jwk", extra=EXTRA).OKPKey.generate_key(CURVE)
    return PrivateKey(kid or key.thumbprint(), key)


def write_private_key(path: Path, key: PrivateKey) -> None:
    """Write the private half into a new file that its owner alone can read.

    Raises:
        GrantError: the file exists already, or cannot be written.
    """
    content = json.dumps(key.key.as_dict(private=True, kid=key.kid), indent=2) + "\n"
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0)
    try:
        handle = os.open(path, flags, OWNER_ONLY)
    except FileExistsError as problem:
        msg = "is there already; a key is never written over: name another file"
        raise GrantError(msg, source=str(path)) from problem
    except OSError as problem:
        msg = f"cannot be written: {problem.strerror or problem}; choose another file"
        raise GrantError(msg, source=str(path)) from problem
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write(content)


def read_private_key(path: Path) -> PrivateKey:
    """Read what `write_private_key` wrote.

    Raises:
        GrantError: it cannot be read, others than its owner can read it, or it is no private key.
        MissingExtraError: the extra `sign` is not installed.
    """
    data = load_json(path, error=GrantError)
    if os.name == "posix" and stat.S_IMODE(path.stat().st_mode) & 0o077:
        msg = f"can be read by others than its owner; run: chmod 600 {path.name}"
        raise GrantError(msg, source=str(path))
    key = _key(data, source=str(path), where="")
    if not key.is_private:
        msg = "holds the public half of a key; signing needs the private one"
        raise GrantError(msg, source=str(path))
    return PrivateKey(str(data["kid"]), key)


def read_key_set(path: Path) -> dict[str, OKPKey]:
    """Read a publisher's public keys, by their names.

    Raises:
        GrantError: it cannot be read, is no key set, holds a private or another kind of key, or
            two keys of one name.
        MissingExtraError: the extra `sign` is not installed.
    """
    source = str(path)
    entries = load_json(path, error=GrantError).get("keys")
    if not isinstance(entries, list) or not entries:
        msg = 'is no key set; it has the form {"keys": [...]}, with at least one key'
        raise GrantError(msg, source=source)
    keys: dict[str, OKPKey] = {}
    for index, entry in enumerate(entries):
        where = f"keys[{index}]"
        key = _key(entry, source=source, where=where)
        if key.is_private:
            msg = (
                "is a private key, and known to others now; make a new key, and give partners its"
                " public half alone"
            )
            raise GrantError(msg, source=source, where=where)
        if entry["kid"] in keys:
            msg = f"kid {entry['kid']!r} stands there twice; each key has a name of its own"
            raise GrantError(msg, source=source, where=where)
        keys[entry["kid"]] = key
    return keys


def add_to_key_set(path: Path, key: PrivateKey) -> None:
    """Put the public half into a key set; the file is made where there is none.

    Raises:
        GrantError: the file is no key set, has a key of that name, or cannot be written.
    """
    entries: list[Any] = []
    if path.exists():
        known = read_key_set(path)
        if key.kid in known:
            msg = f"has a key named {key.kid!r} already; give the new one another name (--kid)"
            raise GrantError(msg, source=str(path))
        entries = load_json(path, error=GrantError)["keys"]
    content = json.dumps({"keys": [*entries, key.public]}, indent=2) + "\n"
    try:
        write_atomically(path, content.encode())
    except OSError as problem:
        msg = f"cannot be written: {problem.strerror or problem}; choose another file"
        raise GrantError(msg, source=str(path)) from problem


def _key(data: object, *, source: str, where: str) -> OKPKey:
    """One Ed25519 key with a name."""
    jwk = need("joserfc.jwk", extra=EXTRA)
    errors = need("joserfc.errors", extra=EXTRA)
    problem = _key_problem(data)
    if problem:
        raise GrantError(problem, source=source, where=where)
    try:
        key: OKPKey = jwk.OKPKey.import_key(data)
        key.public_key  # noqa: B018 - decodes the key, so that a broken one is found here
    except (errors.JoseError, ValueError, TypeError) as error:
        # The library's message may quote the key.
        msg = "is no Ed25519 key: its x or d is not the base64url form of 32 bytes"
        raise GrantError(msg, source=source, where=where) from error
    return key


def _key_problem(data: object) -> str | None:
    if not isinstance(data, dict):
        return "is no JSON Web Key; it is an object with kty, crv, x and kid"
    if (data.get("kty"), data.get("crv")) != ("OKP", CURVE):
        kind = data.get("crv") or data.get("kty")
        return f"is a key of the kind {kind!r}; grants are signed with Ed25519 alone"
    if not isinstance(data.get("kid"), str) or not data["kid"]:
        return "has no name (kid); give it one"
    return _odd_member(data)


def _odd_member(data: Mapping[str, object]) -> str | None:
    odd = sorted(set(data) - _MEMBERS)
    return f"has members a signing key does not need: {', '.join(odd)}" if odd else None
