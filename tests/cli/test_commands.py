"""Every command: help with examples, completion, colour, narrow terminals, pipes; and originals."""

from __future__ import annotations

import json
import os
import pty
import shutil
import subprocess
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import click
import pytest
from tests.fetch.misbehaving import PAGE, Server, running
from tests.reports.sample import ADDRESS, NO_LINK, ORIGINAL, TOO_LONG

from reuse_guard.cli.main import cli, run
from reuse_guard.cli.parameters import today
from reuse_guard.config import find_project
from reuse_guard.originals import Store

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.forked import Forks

CONFIG = 'content = ["content/*.md"]\npolicy = "qazmonitor"\n'


def commands(group: click.Command = cli, *path: str) -> Iterator[tuple[str, ...]]:
    if not isinstance(group, click.Group):
        return
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command is not None
        yield (*path, name)
        yield from commands(command, *path, name)


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "content").mkdir()
    (tmp_path / "reuse-guard.toml").write_text(CONFIG, "utf-8")
    (tmp_path / "content" / "a.md").write_text(TOO_LONG, "utf-8")
    (tmp_path / "ferry.md").write_text(ORIGINAL, "utf-8")
    monkeypatch.chdir(tmp_path)
    assert run(["originals", "add", "ferry.md", "--url", ADDRESS]) == 0
    return tmp_path


@pytest.mark.parametrize("path", list(commands()), ids=" ".join)
def test_every_command_has_help_with_an_example(
    path: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run([*path, "--help"]) == 0
    text = capsys.readouterr().out
    is_group = path in {("policy",), ("grant",), ("originals",), ("archive",)}
    assert is_group or f"reuse-guard {' '.join(path)}" in text.split("Example", 1)[1]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_is_printed_for_a_shell(shell: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["completion", shell]) == 0
    assert "_REUSE_GUARD_COMPLETE" in capsys.readouterr().out


def test_a_shell_completes_commands_and_formats(
    forks: Forks, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("_REUSE_GUARD_COMPLETE", "bash_complete")

    def complete(words: str, index: int) -> list[str]:
        monkeypatch.setenv("COMP_WORDS", words)
        monkeypatch.setenv("COMP_CWORD", str(index))
        with (tmp_path / "said.txt").open("wb") as said:
            forks.run(stdout=said.fileno())
        lines = (tmp_path / "said.txt").read_text("utf-8").splitlines()
        return [line.partition(",")[2] for line in lines]

    assert "originals" in complete("reuse-guard o", 1)
    assert complete("reuse-guard scan --format sa", 3) == ["sarif"]


# --- terminals -------------------------------------------------------------
@pytest.fixture
def in_terminal(site: Path, forks: Forks, monkeypatch: pytest.MonkeyPatch) -> Callable[..., str]:
    """What a scan prints on a terminal of so many columns."""

    def scan(columns: int, **environment: str) -> str:
        for name, value in {"TERM": "xterm", "COLUMNS": str(columns), **environment}.items():
            monkeypatch.setenv(name, value)
        parent, child = pty.openpty()
        forks.start("scan", cwd=site, stdin=child, stdout=child)
        os.close(child)
        printed = b""
        with suppress(OSError):  # how Linux says that the other end has closed
            while piece := os.read(parent, 65_536):
                printed += piece
        os.close(parent)
        return printed.decode().replace("\r\n", "\n")

    return scan


def test_a_terminal_of_60_columns_is_enough(in_terminal: Callable[..., str]) -> None:
    text = in_terminal(60, NO_COLOR="1")
    assert "\x1b" not in text
    assert 40 < max(map(len, text.splitlines())) <= 60


def test_a_terminal_gets_colour_unless_no_color_is_set(in_terminal: Callable[..., str]) -> None:
    assert "\x1b[31;1mVIOLATION\x1b[0m" in in_terminal(80, NO_COLOR="")
    assert "\x1b" not in in_terminal(80, NO_COLOR="1")
    assert "\x1b" not in in_terminal(80, TERM="dumb", NO_COLOR="")


def test_a_pipe_that_closes_early_is_no_defect(site: Path, forks: Forks) -> None:
    for number in range(30):
        shutil.copy(site / "content" / "a.md", site / "content" / f"{number}.md")
    reading, writing = os.pipe()
    with (site / "said.txt").open("wb") as said:
        options = ("--format", "json")
        started = forks.start("scan", *options, cwd=site, stdout=writing, stderr=said.fileno())
    os.close(writing)
    assert len(os.read(reading, 10)) == 10
    os.close(reading)
    started.wait()
    message = (site / "said.txt").read_text("utf-8")
    assert "Traceback" not in message
    assert "defect" not in message


# --- reports ---------------------------------------------------------------
def test_one_run_writes_several_reports(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = [
        "--format",
        "sarif",
        "--output",
        "a.sarif",
        "--format",
        "json",
        "--output",
        "a.json",
    ]
    assert run(["scan", *arguments, "--format", "terminal"]) == 1
    assert json.loads((site / "a.sarif").read_text("utf-8"))["version"] == "2.1.0"
    assert json.loads((site / "a.json").read_text("utf-8"))["outcome"] == "violation"
    assert "content/a.md" in capsys.readouterr().out


def test_a_check_has_the_same_formats(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = [
        "check",
        "ferry.md",
        "content/a.md",
        "--format",
        "github",
        "--original-url",
        ADDRESS,
    ]
    assert run(arguments) == 1
    assert capsys.readouterr().out.startswith("::error file=content/a.md,")
    assert (site / "content" / "a.md").exists()


def test_an_output_keeps_its_mode_and_pipes_stay_pipes(site: Path) -> None:
    report = site / "a.sarif"
    report.write_text("old", "utf-8")
    report.chmod(0o640)
    assert run(["scan", "--format", "sarif", "--output", str(report)]) == 1
    assert report.stat().st_mode & 0o777 == 0o640
    assert run(["scan", "--format", "sarif", "--output", os.devnull]) == 1
    assert Path(os.devnull).is_char_device()


def test_progress_goes_to_standard_error_alone(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (site / "content" / "b.md").write_text(NO_LINK, "utf-8")
    run(["scan", "--format", "jsonl"])
    captured = capsys.readouterr()
    assert "2 of 2 candidates" in captured.err
    assert [json.loads(row)["outcome"] for row in captured.out.splitlines()] == ["violation"] * 2


def test_changed_since_checks_what_changed_and_all_when_the_terms_did(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (site / "content" / "b.md").write_text(NO_LINK, "utf-8")
    (site / ".gitignore").write_text(".reuse-guard/\n", "utf-8")
    who = ["-c", "user.name=Desk", "-c", "user.email=desk@partner.example"]
    for arguments in (["init", "-q"], ["add", "."], [*who, "commit", "-qm", "first"]):
        subprocess.run(["git", *arguments], check=True)  # noqa: S603, S607
    assert run(["scan", "--changed-since", "HEAD"]) == 0
    assert "0 candidates" in capsys.readouterr().out
    (site / "content" / "b.md").write_text(f"{NO_LINK}\nMore.\n", "utf-8")
    assert run(["scan", "--changed-since", "HEAD"]) == 1
    assert "content/a.md" not in capsys.readouterr().out
    (site / "reuse-guard.toml").write_text(f"{CONFIG}# changed\n", "utf-8")
    assert run(["scan", "--changed-since", "HEAD"]) == 1
    captured = capsys.readouterr()
    assert "reuse-guard.toml changed, which concerns every candidate" in captured.err
    assert "content/a.md" in captured.out


@pytest.mark.parametrize(
    ("change", "named"),
    [
        (lambda site: (site / "permissions/b.toml").unlink(), "permissions/b.toml"),
        (lambda site: (site / "permissions/letter.txt").write_text("y"), "permissions/letter.txt"),
        (lambda site: (site / "keys.json").write_text('{"keys": [ ]}'), "keys.json"),
        (lambda site: (site / "mkdocs.yml").unlink(), "mkdocs.yml"),
        (lambda site: (site / "overrides/main.html").write_text(""), "overrides/main.html"),
    ],
)
def test_a_changed_permission_letter_key_setting_or_template_concerns_all(
    site: Path,
    capsys: pytest.CaptureFixture[str],
    change: Callable[[Path], object],
    named: str,
) -> None:
    (site / "permissions").mkdir()
    grant = 'id = "{0}"\npublisher = "P"\ngrantee = "W"\npublisher_hosts = ["p.example"]\n'
    letter = 'evidence_file = "letter.txt"\n'
    (site / "permissions/a.toml").write_text(grant.format("A") + letter, "utf-8")
    (site / "permissions/b.toml").write_text(grant.format("B"), "utf-8")
    (site / "permissions/letter.txt").write_text("x", "utf-8")
    (site / "keys.json").write_text('{"keys": []}', "utf-8")
    (site / "mkdocs.yml").write_text("site_name: West\n", "utf-8")
    (site / "overrides").mkdir()
    (site / "overrides/main.html").write_text("{{ page.meta.source_url }}", "utf-8")
    (site / "trust.toml").write_text(
        '[[publishers]]\nhosts = ["p.example"]\nkeys = "keys.json"\n', "utf-8"
    )
    more = 'grants = ["permissions/*.toml"]\ntrust = "trust.toml"\n'
    (site / "reuse-guard.toml").write_text(CONFIG + more, "utf-8")
    who = ["-c", "user.name=Desk", "-c", "user.email=desk@partner.example"]
    for arguments in (["init", "-q"], ["add", "."], [*who, "commit", "-qm", "first"]):
        subprocess.run(["git", *arguments], check=True)  # noqa: S603, S607
    change(site)
    run(["scan", "--changed-since", "HEAD", "--fail-on", "never"])
    assert f"{named} changed, which concerns every candidate" in capsys.readouterr().err


def test_the_wordpress_example_names_the_lines_of_the_export(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    root = Path(__file__).parents[2] / "examples" / "wordpress"
    monkeypatch.chdir(root)
    assert run(["scan", "--no-cache", "--format", "jsonl"]) == 1
    verdicts = [json.loads(row) for row in capsys.readouterr().out.splitlines()]
    assert [(v["candidate"]["title"], v["outcome"]) for v in verdicts] == [
        ("The ferry is back", "violation"),
        ("What a crossing costs", "allowed"),
    ]
    lines = verdicts[0]["passages"][0]["candidate_lines"]
    text = (root / "export.xml").read_text("utf-8").splitlines()
    assert text[lines["first"] - 1].startswith("<p>The ferry between Akzhar")


# --- originals over the network --------------------------------------------
@pytest.fixture
def server() -> Iterator[Server]:
    with running() as started:
        yield started


NETWORK = ["--contact", "desk@partner.example", "--allow-private"]


def snapshots(site: Path) -> Store:
    project = find_project(site)
    return Store(project.originals, project.lock)


def test_an_original_is_fetched_kept_and_renewed_only_when_it_changed(
    site: Path, server: Server, capsys: pytest.CaptureFixture[str]
) -> None:
    url = server.url("/conditional")
    assert run(["originals", "add", url, *NETWORK]) == 0
    store = snapshots(site)
    kept = store.find(url)
    assert kept is not None
    assert store.read(kept) == PAGE
    assert (kept.etag, kept.file.endswith(".html")) == ('"v1"', True)
    assert run(["originals", "update", url, *NETWORK]) == 0
    assert "unchanged" in capsys.readouterr().err
    (store.folder / kept.file).write_bytes(b"damaged")
    assert run(["originals", "update", url, *NETWORK]) == 0
    assert store.read(kept) == PAGE
    assert run(["originals", "verify"]) == 0


def test_the_encoding_of_a_fetched_page_is_remembered(site: Path, server: Server) -> None:
    url = server.url("/cyrillic")
    assert run(["originals", "add", url, *NETWORK]) == 0
    kept = snapshots(site).find(url)
    assert kept is not None
    assert kept.encoding == "windows-1251"


def test_an_original_that_takes_the_place_of_another_version_says_so(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (site / "ferry.md").write_text(f"{ORIGINAL}\n\nThe crew came back at noon.", "utf-8")
    for told in (f", in place of the one of {today()}\n", ".md\n"):
        assert run(["originals", "add", "ferry.md", "--url", ADDRESS]) == 0
        assert capsys.readouterr().err.endswith(told)


def test_one_failure_does_not_stop_the_other_originals(
    site: Path, server: Server, capsys: pytest.CaptureFixture[str]
) -> None:
    urls = [server.url(path) for path in ("/missing", "/page")]
    assert run(["originals", "add", *urls, *NETWORK]) == 2
    message = capsys.readouterr().err
    assert "/missing: answers 404" in message
    assert "/page as 127-0-0-1/page-" in message
    assert len(snapshots(site).snapshots()) == 2
