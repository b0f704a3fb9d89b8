"""Which front-matter keys the templates of a site use, so that its pages may show their address."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING, Final

from reuse_guard.config.settings import head_of
from reuse_guard.documents.frontmatter import LINKED_KEYS
from reuse_guard.expressions import expression

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
    *(".jinja2", ".swig", ".twig", ".php", ".slim", ".handlebars", ".mustache", ".eta"),
    *(".mjs", ".cjs"),
)
_PASSED_OVER: Final = frozenset({"node_modules", "public", "_site", "dist", "static", "assets"})
_MOST_FILES: Final = 2_000
_MOST_BYTES: Final = 100_000  # of a file
# Nothing but a front-matter key is called `source_url`.
_NAMED: Final = r"(?<![\w-]){key}(?![\w-])"
# `source` is also an element of HTML and a property of patterns and events in scripts.
_SOURCE: Final = r"""
    (?:\{\{|\{%|<%)[^}%]{0,300}?(?<![\w-])source(?![\w-])  # {{ .Params.source }}, <%= source %>
    | (?:page|params|extra|(?:front_?)?matter|data|fm|meta|post|entry|item|article|props|node|doc
        |attributes|current|this|it|locals)(?:\?\.|\.|->)source(?![\w-])
    | [\w\])]\s{0,3}\[\s{0,3}["']source["']\s{0,3}\]  # page['source']
    | \{[^{}"':]{0,300}?(?<![\w-])source(?![\w-])[^{}"']{0,300}\}\s{0,3}[=):]  # { source } = props
    | [{#]\{?\s{0,3}source\s{0,3}\}  # {source}, #{source}
    | href\s{0,3}=>?\s{0,3}["'{]{0,2}\s{0,3}source(?![\w-])  # a(href=source)
    | (?:^|[\s-])(?:if|unless)\s{1,3}source(?![\w-])\s*$  # - if source
    | \$source(?![\w-])
"""


def linked_keys_at(root: Path) -> tuple[str, ...]:
    """The keys of a source's address that some template in the repository uses."""
    patterns = {
        key: expression(_NAMED.format(key=re.escape(key)), re.IGNORECASE) for key in LINKED_KEYS
    }
    patterns["source"] = expression(_SOURCE, re.IGNORECASE | re.MULTILINE | re.VERBOSE)
    found: set[str] = set()
    for number, file in enumerate(_templates(root)):
        if number == _MOST_FILES or len(found) == len(patterns):
            break
        text = head_of(file, _MOST_BYTES)
        found.update(key for key, pattern in patterns.items() if pattern.search(text))
    return tuple(key for key in LINKED_KEYS if key in found)


def is_template(path: str) -> bool:
    """Whether a file is looked into for keys; its path is written from the repository.

    >>> is_template("layouts/_default/single.html"), is_template("content/a.html")
    (True, False)
    """
    folder, *inner = path.split("/")
    is_looked_into = folder in _FOLDERS and _PASSED_OVER.isdisjoint(inner)
    return is_looked_into and path.endswith(_ENDINGS)


def _templates(root: Path) -> Iterator[Path]:
    for folder in _FOLDERS:
        for path, folders, names in os.walk(root / folder):
            folders[:] = sorted(f for f in folders if f not in _PASSED_OVER and f[:1] != ".")
            yield from (root / path / name for name in sorted(names) if name.endswith(_ENDINGS))
