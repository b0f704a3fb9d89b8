"""Every snippet in README and docs runs: Python as written, console sessions with their output."""

from __future__ import annotations

import doctest
import re
import shlex
import shutil
from pathlib import Path

import pytest
from docs.generate_reference import generated_pages

from reuse_guard.cli.main import run

ROOT = Path(__file__).parent.parent
PAGES = sorted([ROOT / "README.md", *(ROOT / "docs").rglob("*.md")])
FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def snippets(language: str) -> list[tuple[Path, str]]:
    return [
        (
            page,
            "\n".join(
                body for name, body in FENCE.findall(page.read_text("utf-8")) if name == language
            ),
        )
        for page in PAGES
        if f"```{language}\n" in page.read_text("utf-8")
    ]


def page_id(value: object) -> str:
    return str(value.relative_to(ROOT)) if isinstance(value, Path) else ""


@pytest.fixture
def quickstart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "quickstart"
    shutil.copytree(ROOT / "examples" / "quickstart", folder)
    monkeypatch.chdir(folder)
    return folder


@pytest.mark.parametrize(("page", "code"), snippets("python"), ids=page_id)
@pytest.mark.usefixtures("quickstart")
def test_every_python_snippet_runs_in_the_order_of_its_page(page: Path, code: str) -> None:
    exec(compile(code, str(page), "exec"), {"__name__": "__main__"})  # noqa: S102


def sessions() -> list[tuple[Path, str, str]]:
    found = []
    for page, text in snippets("console"):
        for part in re.split(r"^\$ ", text, flags=re.MULTILINE)[1:]:
            command, _, output = part.partition("\n")
            found.append((page, command, output))
    return found


@pytest.mark.parametrize(("page", "command", "expected"), sessions(), ids=page_id)
@pytest.mark.usefixtures("quickstart")
def test_every_console_session_prints_what_the_page_shows(
    page: Path, command: str, expected: str, capsys: pytest.CaptureFixture[str]
) -> None:
    program, *arguments = shlex.split(command)
    assert program == "reuse-guard", f"{page}: sessions show reuse-guard alone"
    assert run(arguments) in (0, 1)
    printed = capsys.readouterr().out
    flags = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
    assert doctest.OutputChecker().check_output(expected, printed, flags), printed


def test_every_link_between_pages_leads_somewhere() -> None:
    for page in PAGES:
        for target in re.findall(r"\]\(([^)#]+)[^)]*\)", page.read_text("utf-8")):
            if "://" not in target:
                assert (page.parent / target).exists(), f"{page.name} links to {target}"


def test_the_generated_reference_is_up_to_date() -> None:
    """After a wanted change: `python -m docs.generate_reference`."""
    for page, content in generated_pages().items():
        assert page.read_text("utf-8") == content, f"{page.name} is out of date"
