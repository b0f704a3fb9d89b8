"""The fenced snippets of a page, and the folders in which a reader would try them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent
PAGES = tuple(
    sorted([ROOT / "README.md", ROOT / "examples" / "README.md", *(ROOT / "docs").rglob("*.md")])
)
_FENCE = re.compile(
    r"^(?P<indent> *)```(?P<language>\w*)(?: title=\"(?P<title>[^\"]+)\")?(?P<rest>[^\n]*)\n"
    r"(?P<body>.*?)^(?P=indent)```$",
    re.MULTILINE | re.DOTALL,
)
# Pages about projects are tried in the project of the examples, all others beside the articles.
_IN_PROJECT = {"scan.md", "ci-github.md", "ci-gitlab.md", "pre-commit.md", "formats.md"}


@dataclass(frozen=True, slots=True)
class Fence:
    """One snippet.

    Attributes:
        page: the file it stands in.
        language: the word after the backticks; empty for a drawing.
        title: the file that the reader is told to write it to, or None.
        body: its lines.
    """

    page: Path
    language: str
    title: str | None
    body: str


def fences(page: Path) -> list[Fence]:
    """Every snippet of a page in its order.

    Raises:
        ValueError: a fence says more after its backticks than a language and a title.
    """
    text = page.read_text("utf-8")
    found = list(_FENCE.finditer(text))
    if len(re.findall(r"^ *```", text, re.MULTILINE)) != 2 * len(found):
        msg = f"{page}: a fence is not closed, or is indented otherwise than it is opened"
        raise ValueError(msg)
    for match in found:
        if match["rest"]:
            msg = f"{page}: nobody reads {match['rest']!r} after the backticks"
            raise ValueError(msg)
    return [Fence(page, match["language"], match["title"], match["body"]) for match in found]


def place_of(page: Path) -> str:
    """The folder, from the repository's root, in which the snippets of a page are tried."""
    if page in {ROOT / "README.md", ROOT / "docs" / "tutorial.md"}:
        return "."  # their first steps lead to the articles
    return "examples/hugo" if page.name in _IN_PROJECT else "examples/quickstart"
