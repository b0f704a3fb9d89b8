"""Signed grants in a verdict, from the files to the clause."""

from __future__ import annotations

import shutil
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest

from reuse_guard import check
from reuse_guard.cli.main import run
from reuse_guard.errors import GrantError
from reuse_guard.grants import load_grants
from reuse_guard.grants.signed.claims import issue
from reuse_guard.grants.signed.keys import add_to_key_set, generate_key
from reuse_guard.policy import load_policy
from reuse_guard.policy.model import Grants

if TYPE_CHECKING:
    from pathlib import Path

    from reuse_guard import Verdict

DAY = date(2026, 11, 1)


@pytest.fixture
def folder(quickstart: Path, tmp_path: Path) -> Path:
    """The example, its grant signed, and a trust file."""
    shutil.copytree(quickstart, tmp_path / "q")
    folder = tmp_path / "q"
    key = generate_key("2026-a")
    add_to_key_set(folder / "jwks.json", key)
    (presented,) = load_grants([folder / "grant.toml"])
    now = datetime(2026, 10, 15, tzinfo=UTC)
    token = issue(presented.grant, key=key, issuer="steppe-courier.example", now=now)
    (folder / "grant.jws").write_text(token)
    (folder / "trust.toml").write_text(
        '[[publishers]]\nhosts = ["steppe-courier.example"]\nkeys = "jwks.json"\n'
    )
    return folder


def judge(folder: Path, grant: str, *, signed_only: bool = False) -> Verdict:
    policy = load_policy("qazmonitor")
    if signed_only:
        policy = policy.model_copy(update={"grants": Grants.SIGNED})
    return check(
        folder / "original.html",
        folder / "whole.html",
        policy=policy,
        candidate_url="https://leftbank.example/whole",
        grants=[folder / grant],
        as_of=DAY,
        trust=folder / "trust.toml",
    )


@pytest.mark.parametrize("signed_only", [False, True])
def test_a_signed_grant_cures_a_full_copy_and_names_its_key(
    folder: Path, *, signed_only: bool
) -> None:
    verdict = judge(folder, "grant.jws", signed_only=signed_only)
    assert verdict.outcome == "allowed"
    assert "signed with key 2026-a" in verdict.clauses[0].message


def test_an_unsigned_grant_is_refused_where_the_policy_wants_signed_ones(folder: Path) -> None:
    assert judge(folder, "grant.toml").outcome == "allowed"
    verdict = judge(folder, "grant.toml", signed_only=True)
    assert verdict.outcome == "violation"
    assert "is not signed, and the policy takes signed grants alone" in verdict.clauses[0].message


def test_a_tampered_grant_is_an_error_that_names_the_file(folder: Path) -> None:
    token = (folder / "grant.jws").read_text()
    (folder / "grant.jws").write_text(token[:-8] + "AAAA" + token[-4:])
    with pytest.raises(GrantError, match=r"grant\.jws: is not what was signed"):
        judge(folder, "grant.jws")


@pytest.mark.parametrize("configured", [False, True])
def test_a_scan_takes_signed_grants_from_trusted_publishers(
    folder: Path, monkeypatch: pytest.MonkeyPatch, *, configured: bool
) -> None:
    lines = [
        'content = ["whole.html"]',
        'policy = "qazmonitor"',
        'site = "https://leftbank.example/"',
        'grants = ["grant.jws"]',
        *(['trust = "trust.toml"'] if configured else []),
    ]
    (folder / "reuse-guard.toml").write_text("\n".join(lines))
    monkeypatch.chdir(folder)
    assert run(["originals", "add", "original.html"]) == 0
    given = [] if configured else ["--trust", "trust.toml"]
    day = f"--as-of={DAY}"
    assert run(["scan", day, *given]) == 0
    (folder / "trust.toml").write_text(
        '[[publishers]]\nhosts = ["another.example"]\nkeys = "jwks.json"\n'
    )
    assert run(["scan", day, *given]) == 2
