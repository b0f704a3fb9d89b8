"""Site generators: by which files they are known, where their texts are, how they read Markdown."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_MOST_BYTES = 200_000  # of a file that says how a site is built


@dataclass(frozen=True, slots=True)
class Generator:
    """A site generator, told by the files it needs.

    Attributes:
        name: as people know it.
        marks: files of which one shows it; the site's address may stand in them.
        folders: where its texts are; `""` for everywhere.
        endings: of the names of its texts.
        needs: folders of which one is there, where others have such files as well.
        says: pattern of what stands in a mark, where others have files of the same name and folder.
        exclude: patterns of files among them that are no texts.
        has_choice: a site has some of the folders, as its author likes.
        bare_links: whether it makes links of addresses without brackets, as it comes.
        unless: pattern of what may change that, in its marks and in `beside`.
        beside: other files that say how it reads Markdown.
    """

    name: str
    marks: tuple[str, ...]
    folders: tuple[str, ...]
    endings: tuple[str, ...]
    needs: tuple[str, ...] = ()
    says: str = ""
    exclude: tuple[str, ...] = ()
    has_choice: bool = False
    bare_links: bool | None = None
    unless: str = "linkify"
    beside: tuple[str, ...] = ()

    def builds(self, root: Path) -> bool:
        """Whether the repository shows it."""
        if self.needs and not any((root / folder).is_dir() for folder in self.needs):
            return False
        files = [root / mark for mark in self.marks if (root / mark).is_file()]
        return any(re.search(self.says, head_of(file, _MOST_BYTES)) for file in files)

    def content(self, root: Path) -> tuple[str, ...]:
        """Patterns of its texts, those to come among them."""
        is_chosen = self.has_choice and any((root / folder).is_dir() for folder in self.folders)
        folders = [f for f in self.folders if not is_chosen or (root / f).is_dir()]
        return tuple(
            f"{folder}/**/*{ending}".lstrip("/") for folder in folders for ending in self.endings
        )

    def links_bare(self, root: Path) -> bool | None:
        """Whether the site makes links of addresses without brackets; None where it may differ."""
        files = (root / name for name in (*self.marks, *self.beside))
        may_differ = any(
            re.search(self.unless, head_of(file, _MOST_BYTES), re.IGNORECASE | re.MULTILINE)
            for file in files
        )
        return None if may_differ else self.bare_links


def head_of(file: Path, most: int) -> str:
    """The first bytes of a file as text; nothing of one that cannot be read."""
    try:
        with file.open("rb") as opened:
            return opened.read(most).decode("utf-8", "replace")
    except OSError:
        return ""


def generator_of(root: Path) -> Generator:
    """What builds the site in a repository, or that it is plain files."""
    return next((generator for generator in GENERATORS if generator.builds(root)), PLAIN)


def links_bare(root: Path) -> bool | None:
    """Whether a site makes links of addresses without brackets; None where that is not sure.

    Old files of another generator may be left beside those of the one that builds the site.
    """
    told: set[bool | None] = set()
    seen: set[str] = set()  # of two generators with one file the first builds the site
    for generator in GENERATORS:
        marks = {mark for mark in generator.marks if (root / mark).is_file()}
        if marks - seen and generator.builds(root):
            told.add(generator.links_bare(root))
            seen |= marks
    return told.pop() if len(told) == 1 else None


def _files(*names: str, endings: str) -> tuple[str, ...]:
    return tuple(f"{name}.{ending}" for name in names for ending in endings.split())


_PYTHON_MARKDOWN = r"magiclink|linkify|urlize|autolink|pymdownx\.github"
GENERATORS = (
    Generator(
        "Zola",
        ("zola.toml", "config.toml"),
        ("content",),
        (".md", ".markdown"),
        needs=("content",),
        # The one key that it asks for; Hugo, with files and folder of the same names, has none.
        says=r"\A(?:[^\[\n][^\n]*\n|\n)*\s*base_url\s*=",
        bare_links=False,
        unless=r"linkify|autolink|gfm",
    ),
    Generator(
        "Hugo",
        _files(
            *("hugo", "config", "config/_default/hugo", "config/_default/config"),
            endings="toml yaml yml json",
        ),
        ("content",),
        (".md", ".markdown", ".html"),
        needs=("content",),
        bare_links=True,
        unless="linkify|defaultMarkdownHandler",
        beside=_files("config/_default/markup", endings="toml yaml yml json"),
    ),
    Generator(
        "Hexo",
        ("_config.yml", "_config.yaml"),
        ("source",),
        (".md", ".markdown"),
        needs=("source/_posts", "source/_drafts"),
        bare_links=True,
        unless=r"autolink|gfm|^markdown:|hexo-renderer-(?:mark(?!ed\b)|pandoc|multi|kramed)",
        beside=("package.json",),
    ),
    Generator(
        "Jekyll",
        ("_config.yml", "_config.yaml"),
        ("_posts", "_drafts", "*/_posts"),  # posts of a category stand in its folder
        (".md", ".markdown", ".html"),
        bare_links=False,
        # Hexo, whose texts may stand in other folders than it is known by, has a file of this name.
        unless=r"^markdown\s*:(?!\s*kramdown\b)|linkify|autolink|commonmark|redcarpet|hexo",
        beside=("Gemfile", "package.json"),
    ),
    Generator(
        "Astro",
        _files("astro.config", endings="mjs ts js mts"),
        ("src/content", "src/pages"),
        (".md", ".mdx", ".markdown"),
        bare_links=True,
        unless="gfm",
    ),
    Generator(
        "Eleventy",
        (".eleventy.js", *_files("eleventy.config", endings="js mjs cjs ts")),
        ("posts", "content", "src", "blog"),
        (".md", ".markdown", ".html", ".njk", ".liquid"),
        exclude=("**/_includes/**", "**/_layouts/**"),
        has_choice=True,
        bare_links=False,
        unless=r"linkify|gfm|(?:set|amend)Library|(?:addPlugin\(|from|require\()[^)\n]*(?:markdown|remark)",
    ),
    Generator(
        "Docusaurus",
        _files("docusaurus.config", endings="js ts mjs cjs"),
        ("blog", "docs", "src/pages"),
        (".md", ".mdx"),
        has_choice=True,
        bare_links=True,
        unless="gfm",
    ),
    Generator(
        "Pelican",
        ("pelicanconf.py",),
        ("content",),
        (".md", ".markdown", ".html"),
        bare_links=False,
        unless=_PYTHON_MARKDOWN,
    ),
    Generator(
        "MkDocs",
        ("mkdocs.yml", "mkdocs.yaml"),
        ("docs",),
        (".md", ".markdown"),
        bare_links=False,
        unless=rf"{_PYTHON_MARKDOWN}|^INHERIT",
    ),
)
PLAIN = Generator("plain files", (), ("",), (".html", ".htm", ".md", ".markdown", ".mdx", ".txt"))
