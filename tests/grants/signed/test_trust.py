"""Signed grants: what a partner who trusts a publisher accepts, and what is refused."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reuse_guard.errors import GrantError, UsageError
from reuse_guard.grants import Coverage, Grant, cover, load_grants
from reuse_guard.grants.signed import revocations
from reuse_guard.grants.signed.claims import KIND, issue
from reuse_guard.grants.signed.jws import sign
from reuse_guard.grants.signed.keys import (
    PrivateKey,
    add_to_key_set,
    generate_key,
    read_key_set,
    write_private_key,
)
from reuse_guard.grants.signed.refusal import Reason, TokenRefusedError
from reuse_guard.grants.signed.trust import (
    Trust,
    TrustedPublisher,
    load_trust,
    trust_keys,
    verify_grant,
)

if TYPE_CHECKING:
    from pathlib import Path

HOST = "courier.example"
NOW = datetime(2026, 10, 15, tzinfo=UTC)
KEY = generate_key("property")
TRUST = Trust((TrustedPublisher((HOST,), {KEY.kid: KEY.key}, {}),))
NAMES = st.text(st.characters(codec="utf-8"), min_size=1, max_size=40)
DAYS = st.dates(date(1971, 1, 1), date(9998, 12, 31))


def use(token: str, trust: Trust, **known: object) -> tuple[Coverage, str]:
    presented = verify_grant(token, trust, source="t")
    found = cover(
        presented,
        original_urls=[str(known.get("original", "https://courier.example/news/1"))],
        candidate_url=str(known.get("candidate", "https://weekly.example/a")),
        as_of=known.get("as_of", date(2026, 11, 1)),  # type: ignore[arg-type]
    )
    return found.coverage, found.reason


def refusal(token: str, trust: Trust) -> TokenRefusedError:
    with pytest.raises(TokenRefusedError) as caught:
        verify_grant(token, trust, source="letter.jws")
    assert str(caught.value).startswith("letter.jws: ")
    return caught.value


def test_what_was_signed_is_what_is_read(token: str, trust: Trust, grant: Grant) -> None:
    presented = verify_grant(token, trust, source="t")
    assert presented.grant == grant
    assert presented.signature is not None
    assert presented.signature.kid == "2026-a"


@given(
    st.builds(
        dict,
        id=NAMES,
        publisher=NAMES,
        grantee=NAMES,
        days=st.tuples(DAYS, DAYS),
        share=st.fractions(0, 1, max_denominator=1000),
        waives=st.sets(st.sampled_from(["link", "credit", "edits"])),
        hosts=st.lists(st.sampled_from(["a.example", "қазақ.kz"]), max_size=2),
    )
)
def test_every_grant_comes_back_from_its_token(claims: dict[str, object]) -> None:
    first, last = sorted(claims["days"])  # type: ignore[call-overload]
    grant = Grant.model_validate(
        {
            "id": claims["id"],
            "publisher": claims["publisher"],
            "grantee": claims["grantee"],
            "valid_from": first,
            "valid_to": last,
            "overrides": {"max_share": claims["share"]},
            "waives": claims["waives"],
            **({"grantee_hosts": claims["hosts"]} if claims["hosts"] else {}),
        }
    )
    token = issue(grant, key=KEY, issuer=HOST, now=NOW)
    assert verify_grant(token, TRUST, source="t").grant == grant


def test_every_single_altered_character_is_refused(token: str, trust: Trust) -> None:
    for position, character in enumerate(token):
        other = "A" if character != "A" else "B"
        refusal(token[:position] + other + token[position + 1 :], trust)


def test_every_single_flipped_bit_is_refused(token: str, trust: Trust) -> None:
    raw = token.encode()
    for position in range(len(raw)):
        for bit in range(8):
            altered = bytearray(raw)
            altered[position] ^= 1 << bit
            refusal(altered.decode("latin-1"), trust)


@pytest.mark.parametrize("cut", [0, 1, -1, 40])
def test_a_token_cut_short_or_made_longer_is_refused(token: str, trust: Trust, cut: int) -> None:
    refusal(token[:cut] if cut else token + "A", trust)


def test_the_claims_cannot_be_swapped_for_others(token: str, trust: Trust, key: PrivateKey) -> None:
    other = Grant(id="G-2", publisher="Courier", grantee="Other")
    theirs = issue(other, key=generate_key(key.kid), issuer=HOST, now=NOW)
    header, _, signature = token.split(".")
    swapped = f"{header}.{theirs.split('.')[1]}.{signature}"
    assert refusal(swapped, trust).reason is Reason.TAMPERED


def test_an_unknown_key_is_named(grant: Grant, trust: Trust) -> None:
    token = issue(grant, key=generate_key("1999-z"), issuer=HOST, now=NOW)
    error = refusal(token, trust)
    assert error.reason is Reason.UNKNOWN_KEY
    assert "'1999-z'; the keys of courier.example are 2026-a" in str(error)


def test_a_publisher_that_is_not_trusted_is_named(
    grant: Grant, key: PrivateKey, trust: Trust
) -> None:
    error = refusal(issue(grant, key=key, issuer="evil.example", now=NOW), trust)
    assert error.reason is Reason.UNTRUSTED
    assert "'evil.example'" in str(error)


def test_a_trusted_key_speaks_for_its_own_hosts_alone(key: PrivateKey) -> None:
    """Publisher A, trusted for itself, signs a grant for an article of B."""
    trust = Trust((TrustedPublisher((HOST,), {key.kid: key.key}, {}),))
    forged = Grant(id="1", publisher="B", grantee="W", works=("https://b.example/*",))
    token = issue(forged, key=key, issuer=HOST, now=NOW)
    assert use(token, trust, original="https://b.example/news/1") == (
        Coverage.DOES_NOT,
        "speaks for articles on courier.example, not for https://b.example/news/1",
    )


@pytest.mark.parametrize(
    ("known", "reason"),
    [
        ({"as_of": date(2027, 10, 15)}, "expired on 2027-10-14"),
        ({"as_of": date(2026, 10, 14)}, "holds from 2026-10-15 on, not yet on 2026-10-14"),
        ({"candidate": "https://daily.example/a"}, "holds on weekly.example, not on daily.example"),
    ],
)
def test_a_genuine_grant_for_another_use_does_not_cover(
    token: str, trust: Trust, known: dict[str, object], reason: str
) -> None:
    assert use(token, trust, **known) == (Coverage.DOES_NOT, reason)


@pytest.mark.parametrize("day", [date(2026, 10, 15), date(2027, 10, 14)])
def test_the_first_and_the_last_day_are_good(token: str, trust: Trust, day: date) -> None:
    assert use(token, trust, as_of=day)[0] is Coverage.COVERS


@pytest.mark.parametrize(
    "payload",
    [
        b"[]",
        b"not json",
        b'{"iss": "courier.example"}',
        b'{"iss": "courier.example", "jti": "1", "iat": 1, "grant": {"publisher": "P"}}',
        b'{"iss": "courier.example", "jti": "1", "iat": 1, "sub": "x", "grant": {}}',
        b'{"iss": "courier.example", "jti": "1", "iat": 1, "exp": 1e30, "grant": {}}',
        b'{"iss": "courier.example", "jti": "1", "iat": 1,'
        b' "grant": {"publisher": "P", "grantee": "G", "valid_to": "2099-01-01"}}',
    ],
)
def test_a_genuine_signature_under_something_else_is_refused(
    payload: bytes, key: PrivateKey, trust: Trust
) -> None:
    error = refusal(sign(payload, key=key, kind=KIND), trust)
    assert error.reason in (Reason.CLAIMS, Reason.UNTRUSTED)


def test_a_list_of_revocations_is_no_grant(key: PrivateKey, trust: Trust) -> None:
    entry = revocations.Revocation(id="G-1", on=date(2026, 10, 20))
    token = revocations.revoke(None, entry, key=key, issuer=HOST, now=NOW)
    assert refusal(token, trust).reason is Reason.KIND


def test_a_revoked_grant_is_not_signed(grant: Grant, key: PrivateKey) -> None:
    with pytest.raises(UsageError, match="a revoked grant is not signed"):
        issue(grant.model_copy(update={"revoked": date(2026, 1, 1)}), key=key, issuer=HOST, now=NOW)


@pytest.fixture
def publisher(tmp_path: Path, grant: Grant) -> tuple[Path, PrivateKey, str]:
    """A folder with a trust file and a key set, the key, and a grant it signed."""
    key = generate_key("2026-a")
    add_to_key_set(tmp_path / "courier.jwks.json", key)
    lines = f'[[publishers]]\nhosts = ["{HOST}"]\nkeys = "courier.jwks.json"\n'
    (tmp_path / "trust.toml").write_text(lines)
    (tmp_path / "grants").mkdir()
    token = issue(grant, key=key, issuer=HOST, now=NOW)
    (tmp_path / "grants" / "g.jws").write_text(f"{token}\n")
    return tmp_path, key, token


def test_a_signed_grant_is_loaded_like_any_other(publisher: tuple[Path, PrivateKey, str]) -> None:
    folder, _, _ = publisher
    (found,) = load_grants([folder / "grants"], trust=folder / "trust.toml")
    assert found.signature is not None
    with pytest.raises(GrantError, match="nobody's key is trusted; give a trust file"):
        load_grants([folder / "grants"])


def test_an_old_key_is_good_until_it_leaves_the_set(
    publisher: tuple[Path, PrivateKey, str],
) -> None:
    folder, _, token = publisher
    jwks = folder / "courier.jwks.json"
    add_to_key_set(jwks, generate_key("2027-a"))
    assert verify_grant(token, load_trust(folder / "trust.toml"), source="t").grant.id == "G-1"
    keys = [entry for entry in json.loads(jwks.read_text())["keys"] if entry["kid"] != "2026-a"]
    jwks.write_text(json.dumps({"keys": keys}))
    assert refusal(token, load_trust(folder / "trust.toml")).reason is Reason.UNKNOWN_KEY


def test_a_revoked_grant_ends_on_its_day(publisher: tuple[Path, PrivateKey, str]) -> None:
    folder, key, token = publisher
    entry = revocations.Revocation(id="G-1", on=date(2026, 11, 1))
    listed = revocations.revoke(None, entry, key=key, issuer=HOST, now=NOW)
    (folder / "r.jws").write_text(listed)
    with (folder / "trust.toml").open("a") as file:
        file.write('revocations = "r.jws"\n')
    trust = load_trust(folder / "trust.toml")
    assert use(token, trust, as_of=date(2026, 10, 31))[0] is Coverage.COVERS
    assert use(token, trust) == (Coverage.DOES_NOT, "was revoked on 2026-11-01")


@pytest.mark.parametrize("position", [5, 60, -5])
def test_an_altered_list_of_revocations_is_refused(
    publisher: tuple[Path, PrivateKey, str], position: int
) -> None:
    folder, key, _ = publisher
    entry = revocations.Revocation(id="G-1", on=date(2026, 11, 1))
    listed = list(revocations.revoke(None, entry, key=key, issuer=HOST, now=NOW))
    listed[position] = "A" if listed[position] != "A" else "B"
    (folder / "r.jws").write_text("".join(listed))
    keys = read_key_set(folder / "courier.jwks.json")
    with pytest.raises(TokenRefusedError):
        revocations.read_revocations(folder / "r.jws", keys=keys, issuer=HOST)


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (None, "but a signed file of another kind, such as a grant; name the list that"),
        ("", "but another file"),
        ('id = "G-1"\n', "but another file"),
        ("a.b.c", "but another file"),
    ],
)
def test_a_file_that_is_no_list_of_revocations_is_told_as_such(
    publisher: tuple[Path, PrivateKey, str], content: str | None, what: str
) -> None:
    folder, _, token = publisher
    (folder / "r.jws").write_text(token if content is None else content)
    keys = read_key_set(folder / "courier.jwks.json")
    with pytest.raises(TokenRefusedError, match=f"is no list of revoked grants {what}"):
        revocations.read_revocations(folder / "r.jws", keys=keys, issuer=HOST)


def test_the_list_of_another_publisher_is_refused(publisher: tuple[Path, PrivateKey, str]) -> None:
    folder, key, _ = publisher
    entry = revocations.Revocation(id="G-1", on=date(2026, 11, 1))
    (folder / "r.jws").write_text(
        revocations.revoke(None, entry, key=key, issuer="b.example", now=NOW)
    )
    keys = read_key_set(folder / "courier.jwks.json")
    with pytest.raises(TokenRefusedError, match=r"is the list of b\.example, not of"):
        revocations.read_revocations(folder / "r.jws", keys=keys, issuer=HOST)


def test_a_host_is_pinned_once(publisher: tuple[Path, PrivateKey, str]) -> None:
    folder, _, _ = publisher
    text = (folder / "trust.toml").read_text()
    (folder / "trust.toml").write_text(text + text.replace(HOST, f"www.{HOST}"))
    with pytest.raises(GrantError, match="is pinned twice"):
        load_trust(folder / "trust.toml")


def test_keys_can_be_trusted_without_a_file(publisher: tuple[Path, PrivateKey, str]) -> None:
    folder, _, token = publisher
    trust = trust_keys(folder / "courier.jwks.json", host=HOST)
    assert verify_grant(token, trust, source="t").grant.id == "G-1"
    with pytest.raises(GrantError, match="is not a bare host"):
        trust_keys(folder / "courier.jwks.json", host="https://courier.example/")


def test_a_private_key_among_the_public_ones_is_refused(tmp_path: Path) -> None:
    key = generate_key("k")
    write_private_key(tmp_path / "k.json", key)
    private = json.loads((tmp_path / "k.json").read_text())
    (tmp_path / "jwks.json").write_text(json.dumps({"keys": [private]}))
    with pytest.raises(GrantError, match="is a private key, and known to others now") as caught:
        read_key_set(tmp_path / "jwks.json")
    assert private["d"] not in str(caught.value)
