"""Compact JSON Web Signatures (RFC 7515) with Ed25519 (RFC 8037, RFC 9864), and nothing else."""

from __future__ import annotations

import base64
import binascii
import json
from functools import cache
from typing import TYPE_CHECKING, Any

from reuse_guard.errors import need
from reuse_guard.frozen import frozen
from reuse_guard.grants.signed.refusal import EXTRA, Reason, TokenRefusedError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from joserfc.jwk import OKPKey
    from joserfc.jws import JWSRegistry

    from reuse_guard.grants.signed.keys import PrivateKey

# RFC 9864 renamed EdDSA with this curve to Ed25519. EdDSA is what every library reads today, so
# it is what is written; both are read, and both mean this curve alone.
WRITTEN = "EdDSA"
ALGORITHMS = (WRITTEN, "Ed25519")
MAX_TOKEN_CHARACTERS = 100_000  # a grant is a page of text
_PARTS = 3


@frozen
class Unverified:
    """What a token says before anyone has looked at its signature: never to be relied on."""

    header: Mapping[str, Any]
    payload: bytes


def sign(payload: bytes, *, key: PrivateKey, kind: str) -> str:
    """Sign a payload.

    Args:
        payload: what is signed.
        key: the private half; its name goes into the header.
        kind: media type without `application/` (RFC 8725, 3.11), so that one kind of signed file
            is never taken for another.
    """
    header = {"alg": WRITTEN, "kid": key.kid, "typ": kind}
    token: str = need("joserfc.jws", extra=EXTRA).serialize_compact(
        header, payload, key.key, registry=_registry()
    )
    return token


def look_into(token: str, *, source: str) -> Unverified:
    """Take a token apart without verifying it.

    Raises:
        TokenRefusedError: it is not a compact JWS.
    """
    parts = token.split(".")
    if len(token) > MAX_TOKEN_CHARACTERS or len(parts) != _PARTS or not token.isascii():
        msg = (
            "is no signed grant: not three parts with dots between (compact JWS); ask the publisher"
            " for the signed file"
        )
        raise TokenRefusedError(msg, source=source, reason=Reason.MALFORMED)
    try:
        header = json.loads(_decode(parts[0]))
        payload = _decode(parts[1])
    except (ValueError, RecursionError) as error:
        msg = (
            "is no signed grant: its header or content is not base64url and JSON; ask the publisher"
            " for the signed file"
        )
        raise TokenRefusedError(msg, source=source, reason=Reason.MALFORMED) from error
    if not isinstance(header, dict):
        msg = "is no signed grant: its header is no object"
        raise TokenRefusedError(msg, source=source, reason=Reason.MALFORMED)
    return Unverified(header, payload)


def check_header(header: Mapping[str, Any], *, kind: str, source: str) -> str:
    """Check everything the header says before a key is touched; the name of the key.

    Raises:
        TokenRefusedError: it is unsigned, signed in another way, or another kind of file.
    """
    algorithm = header.get("alg")
    if not isinstance(algorithm, str) or algorithm not in ALGORITHMS:
        msg = f"is signed with the algorithm {algorithm!r}; only Ed25519 (EdDSA) is accepted"
        if isinstance(algorithm, str) and algorithm.lower() == "none":
            msg = "is not signed (its algorithm is 'none')"
        raise TokenRefusedError(msg, source=source, reason=Reason.ALGORITHM)
    if header.get("typ") != kind:
        msg = f"is a signed file of the kind {header.get('typ')!r}, not {kind!r}"
        raise TokenRefusedError(msg, source=source, reason=Reason.KIND)
    kid = header.get("kid")
    if not isinstance(kid, str):
        msg = "does not name the key that signed it (kid)"
        raise TokenRefusedError(msg, source=source, reason=Reason.UNKNOWN_KEY)
    return kid


def verify(token: str, key: OKPKey, *, source: str) -> bytes:
    """The payload of a token whose signature is the key's.

    Raises:
        TokenRefusedError: it is not.
    """
    jws = need("joserfc.jws", extra=EXTRA)
    errors = need("joserfc.errors", extra=EXTRA)
    try:
        found = jws.deserialize_compact(token, key, registry=_registry())
    except errors.UnsupportedAlgorithmError as error:
        msg = "is not signed with Ed25519 (EdDSA); nothing else is accepted"
        raise TokenRefusedError(msg, source=source, reason=Reason.ALGORITHM) from error
    except (errors.JoseError, ValueError, TypeError, KeyError) as error:
        msg = "is not what was signed: the signature does not fit; ask the publisher for it again"
        raise TokenRefusedError(msg, source=source, reason=Reason.TAMPERED) from error
    payload: bytes = found.payload
    return payload


@cache
def _registry() -> JWSRegistry:
    """Both names of the algorithm, held to one curve, and no other algorithm."""
    jws = need("joserfc.jws", extra=EXTRA)
    errors = need("joserfc.errors", extra=EXTRA)

    class Ed25519Only(jws.JWSRegistry):  # type: ignore[name-defined, misc]
        def get_alg(self, name: str) -> object:
            if name not in ALGORITHMS:
                raise errors.UnsupportedAlgorithmError(name)
            return self.algorithms["Ed25519"]

    registry: JWSRegistry = Ed25519Only(algorithms=ALGORITHMS)
    return registry


def _decode(part: str) -> bytes:
    try:
        return base64.b64decode(part + "=" * (-len(part) % 4), b"-_", validate=True)
    except binascii.Error as error:
        msg = "not base64url"
        raise ValueError(msg) from error
