"""`reuse-guard check` as a user meets it: exit statuses, streams, messages."""

from __future__ import annotations

import io
import json
import runpy
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from reuse_guard.cli import main
from reuse_guard.cli.main import run

if TYPE_CHECKING:
    from tests.forked import Forks

ORIGINAL = "original.html"
BARE = """\
# Night buses

Karasai will have night buses again from Friday, twelve years after the last of them was taken off.

The routes reach the hospital quarter, the grain terminal, the new housing on the left bank.

Source: https://steppe-courier.example/news/night-buses-return
"""
GRANTED = [
    *("--grants", "grant.toml", "--as-of", "2026-11-01"),
    *("--candidate-url", "https://leftbank.example/whole"),
]


@pytest.fixture(autouse=True)
def _in_the_example(quickstart: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(quickstart)


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (["allowed.html"], 0),
        (["too-long.html"], 1),
        (["too-long.html", "--fail-on", "never"], 0),
        (["no-link.html"], 1),
        (["hidden-link.html", "--fail-on", "review"], 1),
        (["whole.html", "--grants", "grant.toml", "--as-of", "2026-11-01"], 0),
        (
            [
                "whole.html",
                "--grants",
                "grant.toml",
                "--as-of",
                "2026-11-01",
                "--fail-on",
                "review",
            ],
            1,
        ),
        (["whole.html", *GRANTED, "--fail-on", "review"], 0),
    ],
)
def test_the_exit_status_follows_the_outcome(arguments: list[str], status: int) -> None:
    assert run(["check", ORIGINAL, *arguments]) == status


def test_a_dash_as_output_is_standard_output(
    quickstart: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(["check", ORIGINAL, "allowed.html", "--format", "json", "--output", "-"])
    assert json.loads(capsys.readouterr().out)["outcome"] == "allowed"
    assert not (quickstart / "-").exists()
    twice = ["--format", "json", "--output", "-", "--format", "markdown"]
    assert run(["check", ORIGINAL, "allowed.html", *twice]) == 2
    assert "only one report can go to standard output" in capsys.readouterr().err


def test_the_report_goes_to_standard_output_alone(capsys: pytest.CaptureFixture[str]) -> None:
    run(["check", ORIGINAL, "too-long.html"])
    captured = capsys.readouterr()
    assert captured.out.startswith("VIOLATION")
    assert captured.err == ""


def test_json_is_the_verdict(capsys: pytest.CaptureFixture[str]) -> None:
    run(["check", ORIGINAL, "allowed.html", "--format", "json"])
    verdict = json.loads(capsys.readouterr().out)
    assert verdict["outcome"] == "allowed"
    assert verdict["candidate"]["source"] == "allowed.html"


def test_a_report_can_go_to_a_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "verdict.json"
    run(["check", ORIGINAL, "allowed.html", "--format", "json", "--output", str(file)])
    assert json.loads(file.read_text("utf-8"))["ok"] is True
    assert capsys.readouterr().out == ""


def test_a_dash_reads_standard_input(forks: Forks, tmp_path: Path) -> None:
    told = tmp_path / "told"
    with Path("too-long.html").open("rb") as page, told.open("wb") as out:
        command = forks.start("check", ORIGINAL, "-", stdin=page.fileno(), stdout=out.fileno())
        assert command.wait() == 1
    assert told.read_bytes().startswith(b"VIOLATION")


@pytest.mark.parametrize(
    ("options", "status", "said"),
    [
        ([], 0, "write [source](address)"),
        (["--bare-links"], 0, "leads there"),
        (["--no-bare-links"], 1, "the address is only text"),
    ],
)
@pytest.mark.parametrize("given", ["a.md", "-"])
def test_whether_a_bare_address_is_a_link_can_be_said(  # noqa: PLR0913 - cases of four values
    given: str, options: list[str], status: int, said: str,
    *, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    (tmp_path / "a.md").write_text(BARE, "utf-8")
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(BARE.encode())))
    candidate = given if given == "-" else str(tmp_path / given)
    assert run(["check", ORIGINAL, candidate, *options]) == status
    assert said in " ".join(capsys.readouterr().out.split())


MISTAKES = {
    "a missing file": (["check", ORIGINAL, "nowhere.html"], ["nowhere.html", "no such file"]),
    "a folder": (["check", ORIGINAL, "."], ["folder"]),
    "a missing argument": (["check", ORIGINAL], ["CANDIDATE"]),
    "standard input twice": (["check", "-", "-"], ["cannot both", "name a file"]),
    "an unknown policy": (
        ["check", ORIGINAL, "allowed.html", "--policy", "qazmonitr"],
        ["qazmonitr", "did you mean 'qazmonitor'"],
    ),
    "a missing policy file": (
        ["check", ORIGINAL, "allowed.html", "--policy", "no-such.toml"],
        ["no-such.toml", "no such file"],
    ),
    "a bad day": (
        ["check", ORIGINAL, "allowed.html", "--as-of", "23.11.2026"],
        ["23.11.2026", "2026-11-23"],
    ),
    "a day that is not in the calendar": (
        ["check", ORIGINAL, "allowed.html", "--as-of", "2026-02-30"],
        ["2026-02-30"],
    ),
    "an unknown format": (
        ["check", ORIGINAL, "allowed.html", "--format", "pdf"],
        ["pdf", "terminal", "json"],
    ),
    "an unknown option": (["check", ORIGINAL, "allowed.html", "--polcy", "x"], ["--polcy"]),
    "a declaration without a value": (
        ["check", ORIGINAL, "allowed.html", "--declare", "commercial"],
        ["commercial", "KEY=VALUE"],
    ),
    "an unknown declaration": (
        ["check", ORIGINAL, "allowed.html", "--declare", "comercial=no"],
        ["comercial", "did you mean 'commercial'"],
    ),
    "a declaration of neither yes nor no": (
        ["check", ORIGINAL, "allowed.html", "--declare", "commercial=maybe"],
        ["--declare: commercial", "'maybe' is neither yes nor no", "write commercial=yes or"],
    ),
    "a declaration of yes and of no": (
        ["check", ORIGINAL, "allowed.html", "--declare", "ai=no", "--declare", "ai=yes"],
        ["--declare: ai", "'no' and 'yes' is neither yes nor no", "write ai=yes or ai=no"],
    ),
    "a declaration that is not known": (
        ["check", ORIGINAL, "allowed.html", "--declare", "use=half"],
        ["--declare: use", "'half' is not known here", "'excerpt' or 'full'"],
    ),
    "a missing grant": (
        ["check", ORIGINAL, "allowed.html", "--grants", "letter.toml"],
        ["letter.toml", "no such file"],
    ),
    "an output folder that is not there": (
        ["check", ORIGINAL, "allowed.html", "--output", "no/such/folder.txt"],
        ["no/such/folder.txt", "cannot be written"],
    ),
    "an unknown command": (["chek"], ["chek"]),
}


@pytest.mark.parametrize(("arguments", "words"), MISTAKES.values(), ids=MISTAKES.keys())
def test_a_mistake_ends_with_status_2_and_says_what_to_do(
    arguments: list[str], words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(arguments) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "Traceback" not in captured.err
    for word in words:
        assert word in captured.err


BAD_FILES = {
    "a picture": (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "candidate.html", ["PNG"]),
    "noise": (bytes(range(256)) * 40, "candidate.txt", ["candidate.txt"]),
}


@pytest.mark.parametrize(("content", "name", "words"), BAD_FILES.values(), ids=BAD_FILES.keys())
def test_a_file_that_is_not_text_is_refused(
    content: bytes, name: str, words: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / name
    file.write_bytes(content)
    assert run(["check", ORIGINAL, str(file)]) == 2
    message = capsys.readouterr().err
    assert str(file) in message
    for word in words:
        assert word in message


def test_an_empty_original_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    empty = tmp_path / "empty.html"
    empty.write_text("<html><body></body></html>", "utf-8")
    assert run(["check", str(empty), "allowed.html"]) == 2
    assert str(empty) in capsys.readouterr().err


POLICY_MISTAKES = {
    "not TOML": ("id = 'x'\nname X\n", ["TOML", "line 2"]),
    "an unknown key": ("id='x'\nname='X'\nruels=[]\n", ["ruels", "did you mean 'rules'"]),
    "too large a share": (
        "id='x'\nname='X'\n[[rules]]\n[[rules.limits]]\nmax='150%'\n",
        ["rules[0].limits[0]", "150%", "100%"],
    ),
    "no number": (
        "id='x'\nname='X'\n[[rules]]\n[[rules.limits]]\nmax='a third'\n",
        ["rules[0].limits[0].max", "a third"],
    ),
}


@pytest.mark.parametrize(("toml", "words"), POLICY_MISTAKES.values(), ids=POLICY_MISTAKES.keys())
def test_a_policy_file_with_a_mistake_names_the_file_and_the_key(
    toml: str, words: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "terms.toml"
    file.write_text(toml, "utf-8")
    assert run(["policy", "check", str(file)]) == 2
    message = capsys.readouterr().err
    for word in [str(file), *words]:
        assert word in message


def test_a_defect_of_ours_ends_with_status_3_and_without_a_traceback(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(*_arguments: object, **_options: object) -> None:
        msg = "something we did not think of"
        raise RuntimeError(msg)

    monkeypatch.setattr("reuse_guard.cli.check.check", broken)
    assert run(["check", ORIGINAL, "allowed.html"]) == 3
    message = capsys.readouterr().err
    assert "a defect of ours" in message
    assert "Traceback" not in message


def test_ctrl_c_is_no_defect(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupted(*_arguments: object, **_options: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("reuse_guard.cli.check.check", interrupted)
    assert run(["check", ORIGINAL, "allowed.html"]) == 130
    assert "interrupted" in capsys.readouterr().err


def test_the_policies_are_listed_and_shown(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["policy", "list"]) == 0
    assert "qazmonitor" in capsys.readouterr().out
    assert run(["policy", "show", "qazmonitor"]) == 0
    assert 'max = "30%"' in capsys.readouterr().out


def test_what_is_shown_can_be_checked_and_used(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(["policy", "show", "qazmonitor"])
    file = tmp_path / "terms.toml"
    file.write_text(capsys.readouterr().out, "utf-8")
    assert run(["policy", "check", str(file)]) == 0
    assert run(["check", ORIGINAL, "too-long.html", "--policy", str(file)]) == 1


def test_the_shipped_script_runs(quickstart: Path, capsys: pytest.CaptureFixture[str]) -> None:
    runpy.run_path(str(quickstart / "check.py"), run_name="__main__")
    outcomes = [line.split()[1] for line in capsys.readouterr().out.splitlines()]
    assert outcomes == ["allowed", "violation", "violation", "violation", "allowed"]


def test_main_is_the_console_script(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["reuse-guard", "--version"])
    monkeypatch.setattr(sys, "stdout", io.StringIO())
    with pytest.raises(SystemExit, match="0"):
        main.main()


def test_what_is_declared_decides_clauses_that_cannot_be_seen(
    capsys: pytest.CaptureFixture[str],
) -> None:
    noncommercial = ["check", ORIGINAL, "whole.html", "--policy", "cc-by-nc", "--format", "json"]
    for declared, outcome in (("no", "met"), ("yes", "violated")):
        run([*noncommercial, "--declare", f"commercial={declared}"])
        clauses = json.loads(capsys.readouterr().out)["clauses"]
        assert {c["id"]: c["status"] for c in clauses}["attest-commercial"] == outcome


def test_the_name_of_a_generator_is_no_dialect(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", ORIGINAL, "allowed.html", "--dialect", "jekyll"]) == 2
    assert "'jekyll' is not known; jekyll's is kramdown, so give that" in capsys.readouterr().err
