"""`reuse-guard grant` as a user meets it."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from reuse_guard.cli.main import run

if TYPE_CHECKING:
    from pathlib import Path

KEYS = ["--key", "k.json", "--issuer", "steppe-courier.example"]
JWKS = ["--jwks", "jwks.json", "--host", "steppe-courier.example"]
DAY = ["--as-of", "2026-11-01"]


@pytest.fixture(autouse=True)
def _signed(quickstart: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copy(quickstart / "grant.toml", tmp_path)
    monkeypatch.chdir(tmp_path)
    assert run(["grant", "keygen", "--key", "k.json", "--jwks", "jwks.json", "--kid", "a"]) == 0
    assert run(["grant", "issue", "grant.toml", *KEYS, "--output", "g.jws"]) == 0


def test_a_genuine_grant_is_told_with_what_it_says(capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert run(["grant", "verify", "g.jws", *JWKS, *DAY]) == 0
    printed = capsys.readouterr().out
    assert printed.startswith("genuine: signed with key a\n  id = SC-2026-117\n")


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["--as-of", "2028-01-01"], "expired on 2027-10-14"),
        ([*DAY, "--candidate-url", "https://right.example/a"], "not on right.example"),
        ([*DAY, "--original-url", "https://steppe-courier.example/x"], "does not name"),
    ],
)
def test_a_grant_that_does_not_hold_is_refused_with_status_1(
    arguments: list[str], reason: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["grant", "verify", "g.jws", *JWKS, *arguments]) == 1
    assert reason in capsys.readouterr().out


def test_a_tampered_or_unsigned_file_is_refused_with_status_1(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    token = (tmp_path / "g.jws").read_text()
    (tmp_path / "g.jws").write_text(token[:-10] + "AAAA" + token[-6:])
    assert run(["grant", "verify", "g.jws", *JWKS]) == 1
    assert run(["grant", "verify", "grant.toml", *JWKS]) == 1
    printed = capsys.readouterr().out
    assert "refused: is not what was signed" in printed
    assert "refused: is no signed grant" in printed
    assert "ask the publisher for the signed file" in printed
    assert "what it says unsigned, as anyone could: reuse-guard grant show grant.toml" in printed


def test_whose_keys_are_genuine_has_to_be_said(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["grant", "verify", "g.jws"]) == 2
    assert "say whose keys are genuine" in capsys.readouterr().err


def test_show_says_that_nothing_was_verified(capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert run(["grant", "show", "g.jws"]) == 0
    printed = capsys.readouterr().out
    assert printed.startswith("NOT VERIFIED: says it is from steppe-courier.example, key 'a'\n")
    assert run(["grant", "show", "grant.toml"]) == 0
    assert "SC-2026-117" in capsys.readouterr().out


def test_a_revoked_grant_is_refused_by_who_reads_the_list(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    revoke = ["grant", "revoke", *KEYS, "--jwks", "jwks.json", "--list", "r.jws"]
    assert run([*revoke, "other", "--on", "2026-10-20"]) == 0
    assert run([*revoke, "SC-2026-117", "--on", "2026-10-31"]) == 0
    (tmp_path / "trust.toml").write_text(
        '[[publishers]]\nhosts = ["steppe-courier.example"]\nkeys = "jwks.json"\n'
        'revocations = "r.jws"\n'
    )
    assert run(["grant", "verify", "g.jws", "--trust", "trust.toml", *DAY]) == 1
    assert "was revoked on 2026-10-31" in capsys.readouterr().out


def test_a_name_cannot_steer_the_terminal(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "e.toml").write_text(
        'id = "1"\npublisher = "A\\u001b[2J"\ngrantee = "B\\u202e"\n', "utf-8"
    )
    assert run(["grant", "show", "e.toml"]) == 0
    assert "publisher = A<U+001B>[2J" in capsys.readouterr().out


def test_a_second_key_of_one_name_writes_nothing(tmp_path: Path) -> None:
    assert run(["grant", "keygen", "--key", "l.json", "--jwks", "jwks.json", "--kid", "a"]) == 2
    assert not (tmp_path / "l.json").exists()


@pytest.mark.parametrize(
    ("overrides", "told"),
    [
        ("", "  overrides.max_share = 100%, the full text\n"),
        ('[overrides]\nmax_share = "100%"\n', "  overrides.max_share = 100%, the full text\n"),
        ("[overrides]\nmax_share = 0.5\n", "  overrides.max_share = 50%\n"),
    ],
)
def test_show_says_how_much_may_be_copied(
    overrides: str, told: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    grant = f'id = "A-1"\npublisher = "P"\ngrantee = "G"\n{overrides}'
    (tmp_path / "share.toml").write_text(grant, "utf-8")
    capsys.readouterr()
    assert run(["grant", "show", "share.toml"]) == 0
    assert told in capsys.readouterr().out


@pytest.mark.parametrize("works", ['["https://other.example/1"]', '["https://other.example/*"]'])
def test_who_signs_for_the_articles_of_another_host_is_told(
    works: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    grant = f'id = "a"\npublisher = "Courier"\ngrantee = "Bank"\nworks = {works}\n'
    (tmp_path / "other.toml").write_text(grant, "utf-8")
    capsys.readouterr()
    assert run(["grant", "issue", "other.toml", *KEYS]) == 0
    printed = capsys.readouterr()
    assert "names articles on other.example, and a key of steppe-courier.example" in printed.err
    assert printed.out.count("\n") == 1


def test_no_host_that_the_key_speaks_for_is_told_of(capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert run(["grant", "issue", "grant.toml", *KEYS]) == 0
    assert capsys.readouterr().err == ""
