"""What the site needs beyond the pages: a menu without gaps, and links that leave `docs/`."""

from __future__ import annotations

import os
import re
from pathlib import Path, PurePosixPath
from typing import Any

DOCS = Path(__file__).parent
LINK_OUT = re.compile(r"\]\(((?:\.\./)+(?:ci|examples|evaluation|benchmarks|[A-Z]+\.md)[^)#]*)")


def on_config(config: Any) -> Any:  # noqa: ANN401 - mkdocs has no types for its hooks
    """Add to each section of the menu the pages of its folder that it does not name."""
    for entry in config["nav"]:
        for pages in entry.values():
            if isinstance(pages, list):
                folder = PurePosixPath(pages[0]).parent
                found = sorted(f"{folder}/{page.name}" for page in (DOCS / folder).glob("*.md"))
                pages.extend(page for page in found if page not in pages)
    return config


def on_page_markdown(markdown: str, *, page: Any, config: Any, **_: Any) -> str:  # noqa: ANN401
    """Lead links to files outside `docs/` to the repository, where they can be read."""
    folder = PurePosixPath("docs", page.file.src_uri).parent

    def in_repository(link: re.Match[str]) -> str:
        target = Path(os.path.normpath(DOCS.parent / folder / link[1]))
        kind = "tree" if target.is_dir() else "blob"
        return f"]({config['extra']['repository']}/{kind}/main/{target.relative_to(DOCS.parent)}"

    return LINK_OUT.sub(in_repository, markdown)
