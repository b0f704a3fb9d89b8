"""Run the commands that pages show; `python -m docs.sessions` writes what they print anew.

Only sessions that are shown in full are written; one with a line of three dots is left alone.
"""

from __future__ import annotations

import contextlib
import gzip
import io
import os
import re
import shlex
import shutil
import subprocess
import tempfile
import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Self
from unittest.mock import patch

from docs.snippets import PAGES, ROOT, Fence, fences, place_of

from reuse_guard.cli.main import run

if TYPE_CHECKING:
    from collections.abc import Iterator
    from contextlib import AbstractContextManager

    from reuse_guard.fetch import Fetched

_GIT = ("-c", "user.name=Desk", "-c", "user.email=desk@partner.example")


class StandIn:
    """Stands in for the network: every address serves the article of the quickstart."""

    def __init__(self, *_manners: object, **_options: object) -> None:
        pass

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        pass

    def fetch(self, url: str) -> Fetched:
        """The article, whatever is asked for."""
        from reuse_guard.fetch import Fetched  # noqa: PLC0415 - needs the extra

        content = (ROOT / "examples/quickstart/original.html").read_bytes()
        return Fetched(url, content, ".html", "utf-8", None, None)

    def fetch_again(self, _url: str, **_known: object) -> None:
        """Nothing has changed since."""


@dataclass
class Shell:
    """Runs the lines of a page one after the other in a copy of the examples.

    Attributes:
        top: the copy of the repository, as far as pages use it.
        folder: where the next command runs.
        failures: commands that ended with 2 or 3, with what they said.
        written: files that the page has told to write so far.
    """

    top: Path
    folder: Path
    failures: list[str] = field(default_factory=list)
    written: set[str] = field(default_factory=set)

    def write(self, fence: Fence) -> None:
        """Write the file that a snippet shows; a second snippet with its title goes on with it."""
        if fence.title:
            file = self.folder / fence.title
            file.parent.mkdir(parents=True, exist_ok=True)
            before = file.read_text("utf-8") + "\n" if fence.title in self.written else ""
            file.write_text(before + fence.body, "utf-8")
            self.written.add(fence.title)

    def run(self, line: str) -> str:
        """Run one line and give what it prints.

        Raises:
            ValueError: it runs a program that is neither ours nor known here.
        """
        words = shlex.split(line, comments=True)
        target = words[words.index(">") + 1] if ">" in words else None
        words = words[: words.index(">")] if target else words
        if words[0] != "reuse-guard":
            self._check(words)
            return ""
        printed = self._ours(words[1:])
        if target:
            (self.folder / target).write_text(printed, "utf-8")
            return ""
        return printed

    @staticmethod
    def without_network() -> AbstractContextManager[object]:
        """Put the stand-in in the place of the client for a while."""
        return patch("reuse_guard.fetch.Fetcher", StandIn)

    def _ours(self, arguments: list[str]) -> str:
        printed, said = (io.TextIOWrapper(io.BytesIO(), "utf-8") for _ in range(2))
        with (
            contextlib.chdir(self.folder),
            contextlib.redirect_stdout(printed),
            contextlib.redirect_stderr(said),
            self.without_network(),
            patch.dict(os.environ, {"COLUMNS": "80", "NO_COLOR": "1"}),
        ):
            status = run([name for word in arguments for name in self._expand(word)])
        if status not in {0, 1}:
            self.failures.append(f"{shlex.join(arguments)}: {_text(said)}")
        return _text(printed)

    def _expand(self, word: str) -> list[str]:
        found = sorted(self.folder.glob(word)) if "*" in word and "://" not in word else []
        return [str(path.relative_to(self.folder)) for path in found] or [word]

    def _check(self, words: list[str]) -> None:
        """Other programs are not run here; what they are told must be there."""
        match words:
            case ["cd", "reuse-guard"]:
                is_there = self.folder == self.top
            case ["cd", folder]:
                self.folder = self.folder / folder
                is_there = self.folder.is_dir()
            case ["source", script]:
                activate = (self.folder / script).resolve()
                is_there = activate == (self.top / ".venv/bin/activate").resolve()
            case ["curl", *_, "--output", name, address]:
                is_there = address.startswith("https://")
                self._copy(ROOT / "examples/quickstart/too-long.html", name)
            case ["cp", source, name]:
                is_there = self._copy(self.folder / source, name)
            case ["python", script]:
                is_there = (self.folder / script).exists()
            case _:
                is_there = _is_known(words)
        if not is_there:
            self.failures.append(f"{shlex.join(words)}: this is not there")

    def _copy(self, source: Path, name: str) -> bool:
        """Copy a file to where the page has it; say whether it was there."""
        if source.is_file():
            shutil.copy(source, self.folder / name)
        return source.is_file()


def _text(stream: io.TextIOWrapper) -> str:
    stream.seek(0)
    return stream.read()


def _is_known(words: list[str]) -> bool:
    """Whether what a command asks of make or pip is offered; git and pre-commit are believed."""
    match words:
        case ["make", target]:
            makefile = (ROOT / "Makefile").read_text("utf-8")
            return re.search(rf"^{target}:", makefile, re.MULTILINE) is not None
        case ["pip", "install", package]:
            name, _, extras = package.rstrip("]").partition("[")
            return name == "reuse-guard" and set(filter(None, extras.split(","))) <= _extras()
        # The copy of the examples is the clone.
        case ["git", "add" | "commit" | "clone", *_] | ["pre-commit", "install" | "run", *_]:
            return True
    msg = f"{shlex.join(words)}: teach docs/sessions.py what this command needs"
    raise ValueError(msg)


def _extras() -> set[str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    return set(project["optional-dependencies"])


def prepare(page: Path, top: Path) -> Shell:
    """A copy of the examples in which a page can be tried, without the files it tells to write."""
    shutil.copytree(ROOT / "examples", top / "examples")
    folder = top / place_of(page)
    if place_of(page) == "examples/hugo":
        for arguments in (["init", "-q"], ["add", "."], [*_GIT, "commit", "-qm", "all"],
                          ["update-ref", "refs/remotes/origin/main", "HEAD"]):  # fmt: skip
            subprocess.run(["git", "-C", folder, *arguments], check=True)  # noqa: S603, S607
    if "crawl.warc.gz" in page.read_text("utf-8"):
        _write_crawl(top / "examples/quickstart", folder / "crawl.warc.gz")
    for fence in fences(page):
        if fence.title:
            (folder / fence.title).unlink(missing_ok=True)
    return Shell(top, folder)


def _write_crawl(pages: Path, file: Path) -> None:
    """What a crawler would have kept of the pages, one gzip member a record."""
    with file.open("wb") as stream:
        for page in sorted(pages.glob("*.html")):
            answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page.read_bytes()
            head = (
                f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:example:{page.stem}>\r\n"
                f"WARC-Date: 2026-11-23T06:00:00Z\r\nContent-Length: {len(answer)}\r\n"
                f"WARC-Target-URI: https://leftbank.example/{page.stem}\r\n"
                "Content-Type: application/http; msgtype=response\r\n\r\n"
            )
            stream.write(gzip.compress(head.encode() + answer + b"\r\n\r\n"))


def prepare_in_full(page: Path, top: Path) -> Shell:
    """The same with all the files that it tells to write."""
    shell = prepare(page, top)
    for fence in fences(page):
        shell.write(fence)
    return shell


def lines_of(fence: Fence) -> Iterator[tuple[str, str | None]]:
    """The commands of a snippet, each with the output shown; None where none is."""
    if fence.language == "console":
        for part in re.split(r"^\$ ", fence.body, flags=re.MULTILINE)[1:]:
            command, _, output = part.partition("\n")
            yield command, output
    elif fence.language == "sh":
        for line in fence.body.replace("\\\n", " ").splitlines():
            for command in line.split(" && "):
                if command.strip() and not command.startswith("#"):
                    yield command, None


def try_page(page: Path, top: Path) -> tuple[list[tuple[str, str, str]], list[str]]:
    """Run every command of a page in its order.

    Returns:
        each session as command, output shown, output printed; and what failed.
    """
    shell = prepare(page, top)
    compared = []
    for fence in fences(page):
        shell.write(fence)
        for command, shown in lines_of(fence):
            printed = shell.run(command)
            if shown is not None:
                compared.append((command, shown, printed))
    return compared, shell.failures


def main() -> None:
    """Write the output of every session that is shown in full."""
    for page in (page for page in PAGES if any(f.language == "console" for f in fences(page))):
        with tempfile.TemporaryDirectory() as folder:
            compared, failures = try_page(page, Path(folder))
        text = page.read_text("utf-8")
        for command, shown, printed in compared:
            if "..." not in map(str.strip, shown.splitlines()):
                text = text.replace(f"$ {command}\n{shown}", f"$ {command}\n{printed}")
        page.write_text(text, "utf-8")
        for failure in failures:
            msg = f"{page}: {failure}"
            raise SystemExit(msg)


if __name__ == "__main__":
    main()
