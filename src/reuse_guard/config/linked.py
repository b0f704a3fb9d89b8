"""Which front-matter keys the templates of a site use, so that its pages may show their address."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING, Final

from reuse_guard.config.settings import head_of
from reuse_guard.documents.frontmatter import LINKED_KEYS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_FOLDERS: Final = (
    *("layouts", "_layouts", "_includes", "themes", "templates", "theme", "overrides"),
    *("layout", "views", "partials", "components", "src"),
)
_ENDINGS: Final = (
    *(".html", ".htm", ".xml", ".liquid", ".njk", ".astro", ".ejs", ".pug", ".hbs", ".jinja"),
    *(".j2", ".tera", ".jsx", ".tsx", ".js", ".ts", ".vue", ".svelte", ".erb", ".haml", ".webc"),
)
_PASSED_OVER: Final = frozenset({"node_modules", "public", "_site", "dist", "static", "assets"})
_MOST_FILES: Final = 2_000
_MOST_BYTES: Final = 100_000  # of a file
# `.Params.source_url`, `page.source_url`, `{{ source_url }}`, `index .Params "source_url"`,
# `const { source_url } = ...`
_USED: Final = r"""(?:[.\["'`{{,]|\{{\{{-)\s*{key}\b(?!-)"""


def linked_keys_at(root: Path) -> tuple[str, ...]:
    """The keys of a source's address that some template in the repository uses."""
    patterns = {
        key: re.compile(_USED.format(key=re.escape(key)), re.IGNORECASE) for key in LINKED_KEYS
    }
    found: set[str] = set()
    for number, file in enumerate(_templates(root)):
        if number == _MOST_FILES or len(found) == len(patterns):
            break
        text = head_of(file, _MOST_BYTES)
        found.update(key for key, pattern in patterns.items() if pattern.search(text))
    return tuple(key for key in LINKED_KEYS if key in found)


def _templates(root: Path) -> Iterator[Path]:
    for folder in _FOLDERS:
        for path, folders, names in os.walk(root / folder):
            folders[:] = sorted(f for f in folders if f not in _PASSED_OVER and f[:1] != ".")
            yield from (root / path / name for name in sorted(names) if name.endswith(_ENDINGS))
