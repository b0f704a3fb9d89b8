"""A first configuration for a repository, from what stands in it."""

from __future__ import annotations

import json
import os
import re
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from reuse_guard.config.generators import dialect_at, generator_of, links_bare
from reuse_guard.config.globs import matches
from reuse_guard.config.settings import existing, head_of
from reuse_guard.documents.frontmatter import SOURCE_KEYS
from reuse_guard.documents.sites import Dialect
from reuse_guard.expressions import expression
from reuse_guard.frozen import frozen
from reuse_guard.urls.identity import parse_address

if TYPE_CHECKING:
    from reuse_guard.config.generators import Generator

_MOST_FILES = 2_000  # looked at; more say nothing new about how a site is built
_LONGEST_LIST = 120  # characters
_HEAD_BYTES = 4_000  # of a file, where its front matter is
# What a site may publish from other folders too; HTML there is templates, and plain text notes.
_TEXTS = (".md", ".markdown", ".mdx", ".rst", ".adoc", ".org", ".docx")
_PASSED_OVER = {"originals", "node_modules", "vendor", "_site", "public", "dist", "themes"}
_KEY = expression(r"""^[ \t]*["']?([A-Za-z_]+)["']?[ \t]*[:=][ \t]*["']?https?://""", re.MULTILINE)
_SITE = expression(
    r"""^[\s{]*["']?(?:base_?URL|site_?url|url|site)["']?\s*[:=]\s*["']?(https?://[^\s"',]+)""",
    re.M | re.I,
)


@frozen
class Survey:
    """What a repository shows of itself.

    Attributes:
        generator: name of what builds the site.
        content: patterns of the texts.
        exclude: patterns of files among them that are no texts.
        files: how many files they fit today.
        elsewhere: folders of the repository with texts that they do not fit, each with how many.
        source_keys: front-matter keys that name sources there, the most frequent first.
        site: address of the site, or None.
        bare_links: whether it makes links of addresses without brackets; None where unknown.
        dialect: how it reads Markdown, likewise.
    """

    generator: str
    content: tuple[str, ...]
    exclude: tuple[str, ...]
    files: int
    elsewhere: tuple[tuple[str, int], ...]
    source_keys: tuple[str, ...]
    site: str | None
    bare_links: bool | None
    dialect: Dialect | None

    @property
    def count(self) -> str:
        """How many files, in words."""
        return "1 file" if self.files == 1 else f"{self.files:,} files"


def survey(root: Path) -> Survey:
    """Look at a repository."""
    generator = generator_of(root)
    content = generator.content(root)
    files = [file for file in _files(root) if not matches(file, generator.exclude)]
    found = [file for file in files if matches(file, content)]
    texts = (file for file in files if file.endswith(_TEXTS) and not matches(file, content))
    elsewhere = Counter(text.split("/", 1)[0] for text in texts if "/" in text)
    return Survey(
        generator=generator.name,
        content=content,
        exclude=generator.exclude,
        files=len(found),
        elsewhere=tuple(elsewhere.most_common()),
        source_keys=_source_keys(root, found),
        site=_site(root, generator),
        bare_links=links_bare(root),
        dialect=dialect_at(root),
    )


def write_starter(found: Survey) -> str:
    """A commented configuration."""
    keys = found.source_keys or SOURCE_KEYS
    exclude, drafts = _listed(found.exclude), _listed(("content/drafts/**",))
    bare = None if found.bare_links is None else json.dumps(found.bare_links)
    return f"""\
# reuse-guard: keeps the terms of the publishers whose articles are republished here.
# Written by `reuse-guard init` for {found.generator} ({found.count}). All paths are written
# from this folder, with /.

# The texts to check: * within a name, ** over folders.
content = {_listed(found.content)}
{_line("exclude", exclude if found.exclude else None, example=drafts)}

# Front-matter keys that name the address a text was taken from.
source_keys = {_listed(keys)}

# Those of them whose address the site may show as a link, so that a text without one is for review;
# left out, the templates in this folder tell.
# linked_keys = ["source_url"]

# Where the texts are published: an address there is no source, and permissions name it.
{_line("site", found.site and _quoted(found.site), example='"https://partner.example/"')}

# Whether the site makes links of addresses without brackets in Markdown: of https://news.example/1,
# not only of <https://news.example/1> and [source](https://news.example/1).
{_line("bare_links", bare, example="false")}

# How the site reads Markdown: {", ".join(Dialect)}.
{_line("dialect", found.dialect and _quoted(found.dialect), example='"commonmark"')}

# Under which terms: the shipped policy of the original's host, or one for all. See
# `reuse-guard policy list`; a file of your own is named by its path.
policy = "auto"

# [policies]
# "news.example" = "policies/news.toml"

# Written permissions, and texts that both sides may have quoted.
# grants = ["permissions/*.toml"]
# trust = "trust.toml"   # whose signed permissions (*.jws) are genuine
# common_sources = ["press-releases/*.txt"]

# Where snapshots of the originals are kept: `reuse-guard originals add URL`.
originals = "originals"

# The outcome from which a run fails: violation, review or never.
fail_on = "violation"

# Findings that are set aside, with a reason and a last day.
# [[ignore]]
# files = ["content/2019/**"]
# clauses = ["link"]
# reason = "older than our agreement"
# until = 2027-06-30

# [fetch]
# contact = "desk@partner.example"   # sent with every request
# own_hosts = ["partner.example"]    # your own site: its robots.txt is not asked
"""


def _files(root: Path) -> list[str]:
    found: list[str] = []
    for path, folders, names in os.walk(root):
        folders[:] = sorted(f for f in folders if f not in _PASSED_OVER and f[:1] != ".")
        inside = Path(path).relative_to(root).as_posix()
        prefix = "" if inside == "." else f"{inside}/"
        found += [prefix + name for name in sorted(names)]
        if len(found) > _MOST_FILES:
            break
    return found


def _source_keys(root: Path, files: list[str]) -> tuple[str, ...]:
    counts: Counter[str] = Counter()
    for file in files:
        counts.update(
            {key for key in _KEY.findall(head_of(root / file, _HEAD_BYTES)) if key in SOURCE_KEYS}
        )
    return tuple(key for key, _ in counts.most_common())


def _site(root: Path, generator: Generator) -> str | None:
    for mark in existing(root, generator.marks):
        named = _SITE.search(head_of(mark, _HEAD_BYTES))
        if named and parse_address(named[1]):
            return named[1]
    return None


def _line(key: str, value: str | None, *, example: str) -> str:
    """A key with its value, or as a comment where none is known."""
    return f"# {key} = {example}" if value is None else f"{key} = {value}"


def _listed(texts: tuple[str, ...]) -> str:
    """A list of TOML, one text a line where one line is not enough."""
    line = f"[{', '.join(map(_quoted, texts))}]"
    if len(line) <= _LONGEST_LIST:
        return line
    return "".join(["[\n", *(f"    {_quoted(text)},\n" for text in texts), "]"])


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
