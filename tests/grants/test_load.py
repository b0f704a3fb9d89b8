"""Grants from files and folders."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

import pytest

from reuse_guard.errors import GrantError
from reuse_guard.grants import Grant, load_grants
from reuse_guard.grants.model import DUTIES, ClauseKind

if TYPE_CHECKING:
    from pathlib import Path

PLAIN = 'id = "{id}"\npublisher = "Courier"\ngrantee = "Weekly"\n'


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path


def test_a_file_holds_one_grant_or_several_in_toml_or_json(tmp_path: Path) -> None:
    one = write(tmp_path / "one.toml", PLAIN.format(id="1"))
    two = write(
        tmp_path / "two.json",
        json.dumps({"grants": [{"id": i, "publisher": "P", "grantee": "G"} for i in ("2", "3")]}),
    )
    assert [found.grant.id for found in load_grants([one, two])] == ["1", "2", "3"]


def test_a_folder_stands_for_every_grant_in_it_and_in_its_folders(tmp_path: Path) -> None:
    write(tmp_path / "b.toml", PLAIN.format(id="b"))
    write(tmp_path / "2026" / "a.toml", PLAIN.format(id="a"))
    write(tmp_path / "letter.pdf", "%PDF")
    assert {found.grant.id for found in load_grants([tmp_path])} == {"a", "b"}


def test_a_folder_without_grants_is_a_mistake(tmp_path: Path) -> None:
    with pytest.raises(GrantError, match=r"holds no grant \(.*\.toml\)"):
        load_grants([tmp_path])


def test_a_grant_object_is_taken_as_it_is() -> None:
    grant = Grant(id="1", publisher="P", grantee="G")
    assert [found.grant for found in load_grants([grant])] == [grant]


def test_the_letter_is_verified_by_its_digest(tmp_path: Path) -> None:
    letter = tmp_path / "letters" / "1.pdf"
    write(letter, "You may.")
    digest = hashlib.sha256(b"You may.").hexdigest().upper()
    lines = f'evidence_file = "letters/1.pdf"\nevidence_sha256 = "{digest}"\n'
    path = write(tmp_path / "g.toml", PLAIN.format(id="1") + lines)
    (found,) = load_grants([path])
    assert found.has_letter
    assert found.refusal is None
    write(letter, "You may not.")
    (other,) = load_grants([path])
    assert not other.has_letter
    assert other.refusal is not None
    assert "letters/1.pdf is another one" in other.refusal
    letter.unlink()
    with pytest.raises(GrantError, match="no such file; put the letter there"):
        load_grants([path])


@pytest.mark.parametrize("path", ["/etc/hostname", "../letter.pdf", "a/../../b", "c\\\\d", ""])
def test_a_letter_stands_beside_its_grant(tmp_path: Path, path: str) -> None:
    lines = f'evidence_file = "{path}"\nevidence_sha256 = "{"0" * 64}"\n'
    with pytest.raises(GrantError, match="is not a file beside the grant"):
        load_grants([write(tmp_path / "g.toml", PLAIN.format(id="1") + lines)])


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        ('waves = ["link"]', "waves: unknown key; did you mean 'waives'?"),
        ('waives = ["limit"]', "limits are neither waived nor kept but overridden"),
        ('waives = ["link"]\nkeeps = ["link"]', "keeps: link is waived as well"),
        ("valid_from = 2026-02-01\nvalid_to = 2026-01-01", "valid_to: 2026-01-01 is before"),
        ('evidence_file = "a.pdf"', "evidence_file: needs evidence_sha256"),
        ("valid_to = 2026", "valid_to: 2026 is not a day; write it as 2027-01-31"),
        ('valid_to = "20261231"', "valid_to: 20261231 is not a day; write it as 2027-01-31"),
        ("valid_to = 0", "valid_to: 0 is not a day"),
        ("revoked = true", "revoked: True is not a day"),
        ("[[grants]]\n" + PLAIN.format(id="2"), "stands beside [[grants]], and belongs to none"),
        ('works = ["https://a.kz*b/"]', "is not a pattern of addresses"),
        ('grantee_hosts = ["https://a.kz"]', "is not a bare host"),
        (
            "works = []",
            "works: is empty; leave the key out for every work of the publisher, or name at least"
            " one",
        ),
        ("grantee_hosts = []", "grantee_hosts: is empty; leave the key out for use anywhere, or"),
        ("publisher_hosts = []", "publisher_hosts: is empty; leave the key out for those of works"),
    ],
)
def test_a_mistake_names_file_key_and_remedy(tmp_path: Path, lines: str, message: str) -> None:
    path = write(tmp_path / "g.toml", PLAIN.format(id="1") + lines + "\n")
    with pytest.raises(GrantError) as caught:
        load_grants([path])
    assert str(caught.value).startswith(f"{path}: ")
    assert message in str(caught.value)


def test_an_empty_name_that_must_stand_there_is_not_to_be_left_out(tmp_path: Path) -> None:
    path = write(tmp_path / "g.toml", 'id = "1"\npublisher = ""\ngrantee = "G"\n')
    with pytest.raises(GrantError) as caught:
        load_grants([path])
    assert str(caught.value) == f"{path}: publisher: is empty; write something"


def test_an_empty_list_in_python_is_no_permission_for_all() -> None:
    with pytest.raises(GrantError, match="works: is empty; leave the key out"):
        Grant(id="1", publisher="P", grantee="G", works=())


def test_all_duties_may_be_waived_but_those_that_are_kept() -> None:
    grant = Grant.model_validate(
        {"id": "1", "publisher": "P", "grantee": "G", "waives": "all", "keeps": ["link"]}
    )
    assert grant.waives == DUTIES - {ClauseKind.LINK}
    listed = Grant.model_validate({"id": "1", "publisher": "P", "grantee": "G", "waives": ["all"]})
    assert listed.waives == DUTIES


def test_a_key_of_json_stands_there_once(tmp_path: Path) -> None:
    text = '{"id": "1", "publisher": "P", "grantee": "G", "id": "2"}'
    with pytest.raises(GrantError, match=r"the key 'id' stands there twice; keep one of the two$"):
        load_grants([write(tmp_path / "g.json", text)])
