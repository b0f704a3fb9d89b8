"""Every snippet of README, docs and examples is held against the program, whatever its language."""

from __future__ import annotations

import ast
import json
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from docs.generate_reference import generated_pages
from docs.sessions import prepare_in_full, try_page
from docs.snippets import PAGES, ROOT, Fence, fences, place_of
from tests.ci_files import commands_in

import reuse_guard
from reuse_guard.config import load_project
from reuse_guard.errors import ReuseGuardError
from reuse_guard.grants import load_grants
from reuse_guard.policy import load_policy

FENCES = [fence for page in PAGES for fence in fences(page)]
PLAIN = {"", "text"}  # drawings and help pages
# The languages of snippets, each with a test below.
TESTED = {"python", "console", "sh", "toml", "yaml", "json"}


def page_id(value: object) -> str:
    page = value.page if isinstance(value, Fence) else value
    return str(page.relative_to(ROOT)) if isinstance(page, Path) else ""


def pages_with(*languages: str) -> list[Path]:
    return [page for page in PAGES if any(fence.language in languages for fence in fences(page))]


def written(language: str) -> list[Fence]:
    return [fence for fence in FENCES if fence.language == language]


def test_no_snippet_is_of_a_language_that_no_test_reads() -> None:
    for fence in FENCES:
        assert fence.language in TESTED | PLAIN, f"{fence.page}: {fence.language}"


def test_no_session_hides_in_a_plain_fence() -> None:
    for fence in FENCES:
        if fence.language in PLAIN:
            assert not re.search(r"^\$ |^reuse-guard ", fence.body, re.MULTILINE), fence.page


@pytest.mark.parametrize("page", pages_with("python"), ids=page_id)
def test_every_python_snippet_runs_in_the_order_of_its_page(
    page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A comment behind or below a print says what it prints."""
    shell = prepare_in_full(page, tmp_path)
    folder = tmp_path / "examples/quickstart" if place_of(page) == "." else shell.folder
    monkeypatch.chdir(folder)
    code = "\n".join(fence.body for fence in fences(page) if fence.language == "python")
    with shell.without_network():
        exec(compile(code, str(page), "exec"), {"__name__": "__main__"})  # noqa: S102
    printed = iter(capsys.readouterr().out.splitlines())
    for said in re.findall(r"^print\(.*\)\s+# (.+)$", code, re.MULTILINE):
        assert said in printed, f"{page}: nothing printed is {said!r} in its turn"


@pytest.mark.parametrize("page", pages_with("console", "sh"), ids=page_id)
def test_every_command_runs_and_prints_what_the_page_shows(page: Path, tmp_path: Path) -> None:
    """After a wanted change: `python -m docs.sessions`."""
    compared, failures = try_page(page, tmp_path)
    assert failures == []
    for command, shown, printed in compared:
        assert is_shown_by(shown, printed), (
            f"{command} prints\n{printed}\nWrite it on the page, or run `python -m docs.sessions`,"
            " which does so for sessions without a line of three dots"
        )


def is_shown_by(shown: str, printed: str) -> bool:
    """Whether a page shows what is printed; a line of three dots stands for lines left out."""
    parts = re.split(r"^ *\.\.\.\n", shown, flags=re.MULTILINE)
    return re.fullmatch("(?:.*\n)*".join(map(re.escape, parts)), printed) is not None


@pytest.mark.parametrize("fence", written("toml"), ids=page_id)
def test_every_toml_snippet_is_what_its_file_takes(fence: Fence, tmp_path: Path) -> None:
    assert fence.title, f"{fence.page}: a toml snippet has a title, the file that it is written to"
    folder = prepare_in_full(fence.page, tmp_path).folder
    assert takes(folder / fence.title, fence.title)


def takes(file: Path, title: str) -> bool:
    if title == "reuse-guard.toml":
        return bool(load_project(file).config.content)
    if title == "trust.toml":
        return set(tomllib.loads(file.read_text("utf-8"))["publishers"][0]) >= {"hosts", "keys"}
    try:
        return bool(load_policy(file).rules)
    except ReuseGuardError:
        return len(load_grants([file])) > 0


@pytest.mark.parametrize("fence", written("yaml"), ids=page_id)
def test_every_yaml_snippet_calls_what_exists(fence: Fence, tmp_path: Path) -> None:
    assert fence.title, f"{fence.page}: a yaml snippet has a title, the file that it is written to"
    shell = prepare_in_full(fence.page, tmp_path)
    for command in commands_in(fence.title, fence.body):
        shell.run(command)
    assert shell.failures == []


@pytest.mark.parametrize("fence", written("json"), ids=page_id)
def test_every_json_snippet_is_json(fence: Fence) -> None:
    """One object a snippet, or one a line where its file is called .jsonl."""
    parts = fence.body.splitlines() if (fence.title or "").endswith(".jsonl") else [fence.body]
    assert all(isinstance(json.loads(part), dict) for part in parts)


def test_every_link_between_pages_leads_somewhere() -> None:
    for page in PAGES:
        for target in re.findall(r"\]\(([^)#]+)[^)]*\)", page.read_text("utf-8")):
            if "://" not in target:
                assert (page.parent / target).exists(), f"{page.name} links to {target}"


def test_the_generated_reference_is_up_to_date() -> None:
    """After a wanted change: `python -m docs.generate_reference`."""
    for page, content in generated_pages().items():
        assert page.read_text("utf-8") == content, f"{page.name} is out of date"


def imported() -> set[str]:
    """Every name that a snippet or an example imports from within the package."""
    sources = [fence.body for fence in written("python")]
    sources += [path.read_text("utf-8") for path in (ROOT / "examples").rglob("*.py")]
    nodes = [node for source in sources for node in ast.walk(ast.parse(source))]
    return {
        f"{node.module}.{alias.name}"
        for node in nodes
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("reuse_guard.")
        for alias in node.names
    }


# --- the site ---------------------------------------------------------------
def build(folder: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir"]
    return subprocess.run(  # noqa: S603
        [*command, str(folder / "site")], cwd=folder, capture_output=True, text=True, check=False
    )


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    for name in ("docs", "src", "examples", "ci", "evaluation", "benchmarks"):
        (tmp_path / name).symlink_to(ROOT / name)
    (tmp_path / "docs").unlink()
    shutil.copytree(ROOT / "docs", tmp_path / "docs")
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    return tmp_path


def test_the_site_describes_every_name_that_is_used_and_loads_nothing_from_elsewhere(
    sources: Path,
) -> None:
    done = build(sources)
    assert done.returncode == 0, done.stderr
    page = (sources / "site/reference/api.html").read_text("utf-8")
    public = {f"reuse_guard.{name}" for name in reuse_guard.__all__ if not name.startswith("_")}
    described = set(re.findall(r'id="(reuse_guard\.[^"]+)"', page))
    assert sorted((public | imported()) - described) == []
    for built in (sources / "site").rglob("*.html"):
        loaded = re.findall(r"<(?:script|img|link)[^>]*\s(?:src|href)=\"?(https?://[^\s\">]+)",
                            built.read_text("utf-8"))  # fmt: skip
        assert {link for link in loaded if "reuse-guard.github.io" not in link} == set()


def test_the_site_is_not_built_with_links_that_lead_nowhere(sources: Path) -> None:
    broken = ("no-such-page.md", "glossary.md#no-such-word", "/root.md")
    shutil.rmtree(sources / "docs")
    (sources / "docs").mkdir()
    shutil.copy(ROOT / "docs" / "glossary.md", sources / "docs")
    links = "\n".join(f"[broken]({link})" for link in broken)
    (sources / "docs" / "index.md").write_text(links, "utf-8")
    settings = (sources / "mkdocs.yml").read_text("utf-8")
    bare = re.sub(r"^(?:plugins|hooks|nav):\n(?: .*\n)+", "", settings, flags=re.MULTILINE)
    (sources / "mkdocs.yml").write_text(f"{bare}\nplugins: []\n", "utf-8")
    done = build(sources)
    assert done.returncode != 0
    assert all(link in done.stderr for link in broken)
