"""Key files: owner-only, never printed, and every mistake named."""

from __future__ import annotations

import json
import os
import stat
from typing import TYPE_CHECKING

import pytest

from reuse_guard.errors import GrantError
from reuse_guard.grants.signed.keys import (
    add_to_key_set,
    generate_key,
    read_key_set,
    read_private_key,
    write_private_key,
)

if TYPE_CHECKING:
    from pathlib import Path

PUBLIC = {
    "kty": "OKP",
    "crv": "Ed25519",
    "kid": "k",
    "x": "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo",
}


@pytest.mark.parametrize("umask", [0o000, 0o022, 0o077])
def test_a_private_key_is_readable_by_its_owner_alone(tmp_path: Path, umask: int) -> None:
    before = os.umask(umask)
    try:
        write_private_key(tmp_path / "k.json", generate_key("k"))
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "k.json").stat().st_mode) == 0o600
    assert read_private_key(tmp_path / "k.json").kid == "k"


def test_a_key_others_can_read_is_not_used(tmp_path: Path) -> None:
    write_private_key(tmp_path / "k.json", generate_key("k"))
    (tmp_path / "k.json").chmod(0o640)
    with pytest.raises(GrantError, match=r"run: chmod 600 k\.json"):
        read_private_key(tmp_path / "k.json")


def test_a_key_file_is_never_written_over(tmp_path: Path) -> None:
    write_private_key(tmp_path / "k.json", generate_key("k"))
    before = (tmp_path / "k.json").read_bytes()
    with pytest.raises(GrantError, match="a key is never written over"):
        write_private_key(tmp_path / "k.json", generate_key("k"))
    assert (tmp_path / "k.json").read_bytes() == before


def test_a_link_laid_in_the_way_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "k.json").symlink_to(tmp_path / "elsewhere.json")
    with pytest.raises(GrantError):
        write_private_key(tmp_path / "k.json", generate_key("k"))
    assert not (tmp_path / "elsewhere.json").exists()


def test_a_private_key_shows_nowhere(tmp_path: Path) -> None:
    key = generate_key("k")
    write_private_key(tmp_path / "k.json", key)
    secret = json.loads((tmp_path / "k.json").read_text())["d"]
    assert secret not in repr(key)
    assert secret not in str(key)
    assert "d" not in key.public
    (tmp_path / "k.json").write_text(json.dumps({**PUBLIC, "d": secret[:-5]}))
    (tmp_path / "k.json").chmod(0o600)
    with pytest.raises(GrantError) as caught:
        read_private_key(tmp_path / "k.json")
    assert secret[:-5] not in str(caught.value)


def test_a_key_without_a_name_given_is_named_by_its_thumbprint() -> None:
    key = generate_key()
    assert key.kid == key.key.thumbprint()


def test_keys_of_one_name_do_not_stand_in_one_set(tmp_path: Path) -> None:
    add_to_key_set(tmp_path / "s.json", generate_key("k"))
    add_to_key_set(tmp_path / "s.json", generate_key("l"))
    assert list(read_key_set(tmp_path / "s.json")) == ["k", "l"]
    with pytest.raises(GrantError, match="has a key named 'k' already"):
        add_to_key_set(tmp_path / "s.json", generate_key("k"))


@pytest.mark.parametrize(
    ("keys", "message"),
    [
        ([], "is no key set"),
        ("x", "is no key set"),
        ([7], r"keys\[0\]: is no JSON Web Key"),
        ([PUBLIC, {**PUBLIC, "kty": "oct", "k": "AA"}], r"keys\[1\]: is a key of the kind"),
        ([{**PUBLIC, "crv": "Ed448"}], "of the kind 'Ed448'; grants are signed with Ed25519 alone"),
        ([{**PUBLIC, "kid": ""}], "has no name"),
        ([{**PUBLIC, "x": "AAAA"}], "is no Ed25519 key"),
        ([{**PUBLIC, "x": 7}], "is no Ed25519 key"),
        ([{name: value for name, value in PUBLIC.items() if name != "x"}], "is no Ed25519 key"),
        ([{**PUBLIC, "exp": 1}], "members a signing key does not need: exp"),
        ([PUBLIC, PUBLIC], "kid 'k' stands there twice"),
    ],
)
def test_a_set_of_something_else_is_refused(tmp_path: Path, keys: object, message: str) -> None:
    (tmp_path / "s.json").write_text(json.dumps({"keys": keys}))
    with pytest.raises(GrantError, match=message):
        read_key_set(tmp_path / "s.json")


def test_the_public_half_does_not_sign(tmp_path: Path) -> None:
    (tmp_path / "k.json").write_text(json.dumps(PUBLIC))
    (tmp_path / "k.json").chmod(0o600)
    with pytest.raises(GrantError, match="signing needs the private one"):
        read_private_key(tmp_path / "k.json")
