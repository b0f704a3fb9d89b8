"""A first configuration for a repository, from what stands in it."""

from __future__ import annotations

import json
import os
import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from reuse_guard.config.globs import fixed_folder, matches
from reuse_guard.documents.frontmatter import SOURCE_KEYS
from reuse_guard.urls.identity import parse_address

_MOST_FILES = 2_000  # looked at; more say nothing new about how a site is built
_HEAD_BYTES = 4_000  # of a file, where its front matter is
_PASSED_OVER = {"node_modules", "vendor", "_site", "public", "dist", "themes"}
_KEY = re.compile(r"""^[ \t]*["']?([A-Za-z_]+)["']?[ \t]*[:=][ \t]*["']?https?://""", re.MULTILINE)
_SITE = re.compile(r"""^\s*(?:baseURL|url|site)\s*[:=]\s*["']?(https?://[^\s"',]+)""", re.M | re.I)


@dataclass(frozen=True, slots=True)
class Generator:
    """A site generator, told by the files it needs.

    Attributes:
        name: as people know it.
        marks: files of which one shows it; the site's address may stand in them.
        content: patterns of its texts.
    """

    name: str
    marks: tuple[str, ...]
    content: tuple[str, ...]


GENERATORS = (
    Generator(
        "Hugo",
        ("hugo.toml", "hugo.yaml", "hugo.json", "config.toml", "config/_default/hugo.toml"),
        ("content/**/*.md", "content/**/*.html"),
    ),
    Generator("Jekyll", ("_config.yml", "_config.yaml"), ("_posts/**/*.md", "_posts/**/*.html")),
    Generator(
        "Astro",
        ("astro.config.mjs", "astro.config.ts", "astro.config.js"),
        ("src/content/**/*.md", "src/content/**/*.mdx", "src/pages/**/*.md"),
    ),
    Generator(
        "Eleventy",
        (".eleventy.js", "eleventy.config.js", "eleventy.config.mjs", "eleventy.config.cjs"),
        ("posts/**/*.md", "content/**/*.md", "src/**/*.md", "blog/**/*.md"),
    ),
)
PLAIN = Generator("plain files", (), ("**/*.html", "**/*.htm", "**/*.md", "**/*.txt"))


@dataclass(frozen=True, slots=True)
class Survey:
    """What a repository shows of itself.

    Attributes:
        generator: name of what builds the site.
        content: patterns that fit files there.
        files: how many files they fit.
        source_keys: front-matter keys that name sources there, the most frequent first.
        site: address of the site, or None.
    """

    generator: str
    content: tuple[str, ...]
    files: int
    source_keys: tuple[str, ...]
    site: str | None


def survey(root: Path) -> Survey:
    """Look at a repository."""
    generator = next((g for g in GENERATORS if any((root / m).is_file() for m in g.marks)), PLAIN)
    files = _files(root)
    content = tuple(pattern for pattern in generator.content if any(_fitting(files, pattern)))
    found = [file for file in files if matches(file, content)]
    return Survey(
        generator=generator.name,
        content=content or generator.content[:1],
        files=len(found),
        source_keys=_source_keys(root, found),
        site=_site(root, generator),
    )


def write_starter(found: Survey) -> str:
    """A commented configuration."""
    site = f"site = {_quoted(found.site)}" if found.site else '# site = "https://partner.example/"'
    keys = found.source_keys or SOURCE_KEYS
    return f"""\
# reuse-guard: keeps the terms of the publishers whose articles are republished here.
# Written by `reuse-guard init` for {found.generator} ({found.files} files). All paths are written
# from this folder, with /.

# The texts to check: * within a name, ** over folders.
content = {_listed(found.content)}
# exclude = ["content/drafts/**"]

# Front-matter keys that name the address a text was taken from.
source_keys = {_listed(keys)}

# Where the texts are published: an address there is no source, and permissions name it.
{site}

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


def _fitting(files: list[str], pattern: str) -> list[str]:
    folder = fixed_folder(pattern)
    return [file for file in files if file.startswith(folder) and matches(file, (pattern,))]


def _source_keys(root: Path, files: list[str]) -> tuple[str, ...]:
    counts: Counter[str] = Counter()
    for file in files:
        counts.update({key for key in _KEY.findall(_head(root / file)) if key in SOURCE_KEYS})
    return tuple(key for key, _ in counts.most_common())


def _site(root: Path, generator: Generator) -> str | None:
    for mark in generator.marks:
        named = _SITE.search(_head(root / mark))
        if named and parse_address(named[1]):
            return named[1]
    return None


def _head(file: Path) -> str:
    try:
        with file.open("rb") as opened:
            return opened.read(_HEAD_BYTES).decode("utf-8", "replace")
    except OSError:
        return ""


def _listed(texts: tuple[str, ...]) -> str:
    return f"[{', '.join(map(_quoted, texts))}]"


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
