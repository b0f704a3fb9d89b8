"""What a command writes never takes the place of what it reads."""

from __future__ import annotations

import io
import sys
from datetime import date
from typing import TYPE_CHECKING

import pytest
from tests.reports.sample import ADDRESS, ALLOWED, ORIGINAL

from reuse_guard.archive import Archive
from reuse_guard.cli.main import run
from reuse_guard.originals import Store

if TYPE_CHECKING:
    from pathlib import Path

GRANT = """\
id = "SC-1"
licensor = "The Steppe Courier"
licensee = "Left Bank Voice"
works = ["steppe-courier.example/*"]
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The files of a project and of single checks, and an archive."""
    monkeypatch.chdir(tmp_path)
    for name, text in {
        "original.md": ORIGINAL,
        "content/allowed.md": ALLOWED,
        "reuse-guard.toml": 'content = ["content/*.md"]\npolicy = "qazmonitor"\n'
        'grants = ["letter.toml", "backed.toml"]\ntrust = "trust.toml"\n'
        'common_sources = ["release.txt"]\n',
        "letter.toml": GRANT,
        "backed.toml": LETTER,
        "several.toml": "[[grants]]\n" + LETTER,
        "trust.toml": TRUST,
        **dict.fromkeys(["scan.pdf", "courier.jwks.json", "courier.revoked.jws"], "{}"),
        "release.txt": "The regional ministry gave the figures of the ferry in a release.",
    }.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    (tmp_path / "link.md").symlink_to("original.md")
    (tmp_path / "desk.link").symlink_to("desk.archive")
    store = Store(tmp_path / "originals", tmp_path / "reuse-guard.lock")
    day = date(2026, 11, 1)
    kept = store.add(ORIGINAL.encode(), suffix=".md", name="ferry", day=day, address=ADDRESS)
    (tmp_path / "kept.md").symlink_to(tmp_path / "originals" / kept.file)
    with Archive(tmp_path / "desk.archive") as archive:
        archive.add(ORIGINAL, url=ADDRESS)
    return tmp_path


LETTER = f'{GRANT}evidence_file = "scan.pdf"\nevidence_sha256 = "{"0" * 64}"\n'
TRUST = """\
[[publishers]]
hosts = ["steppe-courier.example"]
keys = "courier.jwks.json"
revocations = "courier.revoked.jws"
"""
REVOKE = ["grant", "revoke", "SC-1", "--issuer", "c.example"]
CHECK = ["check", "original.md", "content/allowed.md", "--format", "json"]


@pytest.mark.parametrize(
    ("arguments", "option", "output", "lost"),
    [
        (CHECK, "--output", "original.md", "original.md"),
        (CHECK, "--output", "link.md", "original.md"),
        (CHECK, "--output", "content/allowed.md", "content/allowed.md"),
        ([*CHECK, "--grants", "letter.toml"], "--output", "letter.toml", "letter.toml"),
        ([*CHECK, "--policy", "letter.toml"], "--output", "letter.toml", "letter.toml"),
        ([*CHECK, "--trust", "letter.toml"], "--output", "letter.toml", "letter.toml"),
        ([*CHECK, "--common-source", "release.txt"], "--output", "release.txt", "release.txt"),
        ([*CHECK, "--grants", "backed.toml"], "--output", "scan.pdf", "scan.pdf"),
        ([*CHECK, "--grants", "several.toml"], "--output", "scan.pdf", "scan.pdf"),
        ([*CHECK, "--trust", "trust.toml"], "--output", "courier.jwks.json", "jwks"),
        ([*CHECK, "--trust", "trust.toml"], "--output", "courier.revoked.jws", "revoked"),
        (["scan", "--format", "json"], "--output", "content/allowed.md", "allowed.md"),
        (["scan", "--format", "json"], "--output", "scan.pdf", "scan.pdf"),
        (["scan", "--format", "json"], "--output", "courier.jwks.json", "jwks"),
        (["scan", "--format", "json"], "--output", "reuse-guard.toml", "reuse-guard.toml"),
        (["scan", "--format", "json"], "--output", "reuse-guard.lock", "reuse-guard.lock"),
        (["scan", "--format", "json"], "--output", "letter.toml", "letter.toml"),
        (["scan", "--format", "json"], "--output", "release.txt", "release.txt"),
        (["scan", "--format", "json"], "--output", "kept.md", "originals"),
        (["archive", "export", "desk.archive"], "--output", "desk.archive", "desk.archive"),
        (["archive", "export", "desk.archive"], "--output", "desk.link", "desk.archive"),
        (["archive", "report", "desk.archive"], "--output", "desk.archive", "desk.archive"),
        (
            ["grant", "issue", "letter.toml", "--key", "letter.toml", "--issuer", "c.example"],
            "--output",
            "letter.toml",
            "letter.toml",
        ),
        (
            [*REVOKE, "--key", "letter.toml", "--jwks", "release.txt"],
            "--list",
            "release.txt",
            "release.txt",
        ),
    ],
)
def test_an_output_that_is_an_input_is_refused_and_the_input_stays(  # noqa: PLR0913 - a table
    folder: Path,
    capsys: pytest.CaptureFixture[str],
    *,
    arguments: list[str],
    option: str,
    output: str,
    lost: str,
) -> None:
    before = (folder / output).read_bytes()
    assert run([*arguments, option, output]) == 2
    said = capsys.readouterr().err
    assert f"{option} {output}: is the same file as" in said
    assert lost in said
    assert "name another file" in said
    assert (folder / output).read_bytes() == before


def test_pages_of_single_verdicts_do_not_take_the_place_of_candidates(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "reuse-guard.toml").write_text('content = ["**/*.html"]\n', "utf-8")
    page = folder / "site-verdicts" / "article.html"
    page.parent.mkdir()
    page.write_text(f"<p>{ALLOWED}", "utf-8")
    assert run(["scan", "--format", "html", "--output", "site.html"]) == 2
    assert "article.html" in capsys.readouterr().err
    assert page.read_text("utf-8") == f"<p>{ALLOWED}"


def test_what_standard_input_reads_from_is_not_written_over(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with (folder / "original.md").open("rb") as file:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(file))
        command = ["check", "-", "content/allowed.md", "--format", "json"]
        assert run([*command, "--output", "original.md"]) == 2
    assert "is the same file as standard input" in capsys.readouterr().err
    assert (folder / "original.md").read_text("utf-8") == ORIGINAL


def test_a_report_may_take_the_place_of_an_earlier_one(folder: Path) -> None:
    (folder / "report.json").write_text("old", "utf-8")
    assert run([*CHECK, "--output", "report.json"]) == 0
    assert (folder / "report.json").read_text("utf-8") != "old"


def test_one_file_for_both_halves_of_a_key_is_refused_and_none_is_made(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["grant", "keygen", "--key", "new.json", "--jwks", "./new.json"]) == 2
    assert "--jwks new.json: is the file of --key too" in capsys.readouterr().err
    assert not (folder / "new.json").exists()
