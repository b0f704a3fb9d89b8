"""Compact JWS with Ed25519: the vectors of RFC 8037, and everything that is refused."""

from __future__ import annotations

import base64
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from joserfc import jws
from joserfc.jwk import OctKey, OKPKey

from reuse_guard.grants.signed.claims import KIND
from reuse_guard.grants.signed.jws import check_header, look_into, sign, verify
from reuse_guard.grants.signed.keys import PrivateKey, generate_key
from reuse_guard.grants.signed.refusal import Reason, TokenRefusedError

# RFC 8037, appendix A: A.1 and A.2 the key, A.3 its thumbprint, A.4 and A.5 the signature.
RFC_KEY: dict[str, str | list[str]] = {
    "kty": "OKP",
    "crv": "Ed25519",
    "d": "nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A",
    "x": "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo",
}
RFC_THUMBPRINT = "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k"
RFC_PAYLOAD = b"Example of Ed25519 signing"
RFC_SIGNED = (
    "eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc"
    ".hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg"
)


def encode(data: object) -> str:
    raw = data if isinstance(data, bytes) else json.dumps(data).encode()
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


def public(key: OKPKey) -> OKPKey:
    shown = key.as_dict(private=False)
    return OKPKey.import_key({name: str(shown[name]) for name in ("kty", "crv", "x")})


def test_the_key_of_rfc_8037_has_its_thumbprint() -> None:
    assert OKPKey.import_key(RFC_KEY).thumbprint() == RFC_THUMBPRINT


def test_the_signature_of_rfc_8037_is_verified_and_made_again() -> None:
    key = OKPKey.import_key(RFC_KEY)
    assert verify(RFC_SIGNED, public(key), source="rfc") == RFC_PAYLOAD
    made = sign(RFC_PAYLOAD, key=PrivateKey("k", key), kind=KIND)
    header, _, _ = made.split(".")
    assert json.loads(base64.urlsafe_b64decode(header + "==")) == {
        "alg": "EdDSA",
        "kid": "k",
        "typ": KIND,
    }
    assert verify(made, public(key), source="ours") == RFC_PAYLOAD


@pytest.mark.parametrize("position", range(len(RFC_SIGNED)))
def test_altering_any_byte_of_the_rfc_token_refuses_it(position: int) -> None:
    key = public(OKPKey.import_key(RFC_KEY))
    for other in "Aa0-_.=":
        if other != RFC_SIGNED[position]:
            altered = RFC_SIGNED[:position] + other + RFC_SIGNED[position + 1 :]
            with pytest.raises(TokenRefusedError):
                verify(altered, key, source="altered")


def test_the_newer_name_of_the_algorithm_is_read_too(key: PrivateKey) -> None:
    header = {"alg": "Ed25519", "kid": key.kid, "typ": KIND}
    token = jws.serialize_compact(header, b"{}", key.key, algorithms=["Ed25519"])
    assert check_header(look_into(token, source="t").header, kind=KIND, source="t") == key.kid
    assert verify(token, public(key.key), source="t") == b"{}"


@pytest.mark.parametrize(
    ("header", "reason", "words"),
    [
        ({"alg": "none"}, Reason.ALGORITHM, "is not signed"),
        ({"alg": "None"}, Reason.ALGORITHM, "is not signed"),
        ({"alg": "HS256"}, Reason.ALGORITHM, "the algorithm 'HS256'; only Ed25519"),
        ({"alg": "ES256"}, Reason.ALGORITHM, "the algorithm 'ES256'"),
        ({"alg": ["EdDSA"]}, Reason.ALGORITHM, "only Ed25519"),
        ({}, Reason.ALGORITHM, "the algorithm None"),
        ({"alg": "EdDSA", "kid": "k", "typ": "JWT"}, Reason.KIND, "of the kind 'JWT'"),
        ({"alg": "EdDSA", "typ": KIND}, Reason.UNKNOWN_KEY, "does not name the key"),
        ({"alg": "EdDSA", "typ": KIND, "kid": 7}, Reason.UNKNOWN_KEY, "does not name the key"),
    ],
)
def test_a_header_that_is_not_ours_is_refused(
    header: dict[str, object], reason: Reason, words: str
) -> None:
    with pytest.raises(TokenRefusedError, match=words) as caught:
        check_header(header, kind=KIND, source="t")
    assert caught.value.reason is reason


def test_a_mac_with_the_public_key_is_no_signature(key: PrivateKey) -> None:
    """The oldest trick: the public key, which everyone has, used as the secret of HS256."""
    secret = OctKey.import_key(json.dumps(key.public))
    token = jws.serialize_compact({"alg": "HS256"}, b"{}", secret, algorithms=["HS256"])
    with pytest.raises(TokenRefusedError) as caught:
        verify(token, public(key.key), source="t")
    assert caught.value.reason is Reason.ALGORITHM


def test_an_unsigned_token_is_refused_by_the_library_as_well(key: PrivateKey) -> None:
    token = f"{encode({'alg': 'none'})}.{encode(b'{}')}."
    with pytest.raises(TokenRefusedError) as caught:
        verify(token, public(key.key), source="t")
    assert caught.value.reason is Reason.ALGORITHM


def test_another_key_does_not_verify(key: PrivateKey) -> None:
    token = sign(b"{}", key=generate_key(key.kid), kind=KIND)
    with pytest.raises(TokenRefusedError) as caught:
        verify(token, public(key.key), source="t")
    assert caught.value.reason is Reason.TAMPERED


def test_a_header_that_demands_what_we_do_not_know_is_refused(key: PrivateKey) -> None:
    """RFC 7515, 4.1.11: an extension named in "crit" that is not understood makes it invalid."""
    header = encode({"alg": "EdDSA", "kid": key.kid, "typ": KIND, "crit": ["b65"], "b65": 1})
    signed = f"{header}.{encode(b'{}')}"
    signature = key.key.get_op_key("sign").sign(signed.encode())  # type: ignore[union-attr]
    with pytest.raises(TokenRefusedError):
        verify(f"{signed}.{encode(signature)}", public(key.key), source="t")


@given(
    st.text(max_size=200)
    | st.binary(max_size=100).map(lambda raw: f"{encode(raw)}.{encode(raw)}.x")
)
def test_whatever_it_is_it_is_read_or_refused(token: str) -> None:
    try:
        look_into(token, source="t")
    except TokenRefusedError as refused:
        assert refused.reason is Reason.MALFORMED  # noqa: PT017 - it need not be raised
