"""Site generators: by which files they are known, where their texts are, how they read Markdown."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeVar

from reuse_guard.config.settings import MOST_BYTES, existing, head_of, keeps_html, said_in
from reuse_guard.documents.sites import Dialect
from reuse_guard.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

Told = TypeVar("Told")


@frozen
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
        dialect: how it reads Markdown, as it comes.
        other_dialects: patterns of what may change that, as `unless`, and what they make of it.
        keeps_html: whether HTML in its texts is kept, where its settings decide that; tells of the
            repository and the names of the settings.

    Names of files may be patterns: Hugo has folders of settings for places that one calls as one
    likes.
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
    dialect: Dialect | None = None
    other_dialects: tuple[tuple[str, Dialect | None], ...] = ()
    keeps_html: Callable[[Path, tuple[str, ...]], bool] | None = None

    def builds(self, root: Path) -> bool:
        """Whether the repository shows it."""
        if self.needs and not any((root / folder).is_dir() for folder in self.needs):
            return False
        files = existing(root, self.marks)
        return any(re.search(self.says, head_of(file, MOST_BYTES)) for file in files)

    def content(self, root: Path) -> tuple[str, ...]:
        """Patterns of its texts, those to come among them."""
        is_chosen = self.has_choice and any((root / folder).is_dir() for folder in self.folders)
        folders = [f for f in self.folders if not is_chosen or (root / f).is_dir()]
        return tuple(
            f"{folder}/**/*{ending}".lstrip("/") for folder in folders for ending in self.endings
        )

    def links_bare(self, root: Path) -> bool | None:
        """Whether the site makes links of addresses without brackets; None where it may differ."""
        return None if self._say(root, self.unless) else self.bare_links

    def dialect_at(self, root: Path) -> Dialect | None:
        """How the site reads Markdown; None where it may differ."""
        changed = (dialect for pattern, dialect in self.other_dialects if self._say(root, pattern))
        kept = self.keeps_html and self.keeps_html(root, (*self.marks, *self.beside))
        return next(changed, Dialect.GOLDMARK_UNSAFE if kept else self.dialect)

    def _say(self, root: Path, pattern: str) -> bool:
        """Whether the settings of a site hold something."""
        return any(
            re.search(pattern, said_in(file), re.IGNORECASE | re.MULTILINE)
            for file in existing(root, (*self.marks, *self.beside))
        )


def generator_of(root: Path) -> Generator:
    """What builds the site in a repository, or that it is plain files."""
    return next((generator for generator in GENERATORS if generator.builds(root)), PLAIN)


def links_bare(root: Path) -> bool | None:
    """Whether a site makes links of addresses without brackets; None where that is not sure."""
    return _agreed(root, lambda generator: generator.links_bare(root))


def dialect_at(root: Path) -> Dialect | None:
    """How a site reads Markdown; None where that is not sure."""
    if generator_of(root) is PLAIN and (root / ".obsidian").is_dir():
        return Dialect.OBSIDIAN
    return _agreed(root, lambda generator: generator.dialect_at(root))


def settings_at(root: Path) -> tuple[str, ...]:
    """Patterns of the files that tell how a site reads Markdown, those that are gone among them."""
    marks = [name for generator in GENERATORS for name in generator.marks]
    return (*marks, *(name for one in GENERATORS if one.builds(root) for name in one.beside))


def _agreed(root: Path, ask: Callable[[Generator], Told]) -> Told | None:
    """What all generators say whose files are there; None where they differ.

    Old files of another generator may be left beside those of the one that builds the site.
    """
    told: set[Told] = set()
    seen: set[Path] = set()  # of two generators with one file the first builds the site
    for generator in GENERATORS:
        marks = set(existing(root, generator.marks))
        if marks - seen and generator.builds(root):
            told.add(ask(generator))
            seen |= marks
    return told.pop() if len(told) == 1 else None


def _files(*names: str, endings: str) -> tuple[str, ...]:
    return tuple(f"{name}.{ending}" for name in names for ending in endings.split())


_OTHER_HEXO = r"^markdown:|hexo-renderer-(?:mark(?!ed\b)|pandoc|multi|kramed)"
_OTHER_JEKYLL = r"^markdown\s*:(?!\s*kramdown\b)|commonmark|redcarpet|hexo"
_OTHER_ELEVENTY = r"(?:set|amend)Library|(?:addPlugin\(|from|require\()[^)\n]*(?:markdown|remark)"
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
        dialect=Dialect.COMMONMARK,
    ),
    Generator(
        "Hugo",
        _files(
            *("hugo", "config", "config/*/hugo", "config/*/config"),
            endings="toml yaml yml json",
        ),
        ("content",),
        (".md", ".markdown", ".html"),
        needs=("content",),
        bare_links=True,
        unless="linkify|defaultMarkdownHandler",
        beside=_files("config/*/markup", endings="toml yaml yml json"),
        dialect=Dialect.GOLDMARK,
        other_dialects=(("defaultMarkdownHandler", None),),
        keeps_html=keeps_html,
    ),
    Generator(
        "Hexo",
        ("_config.yml", "_config.yaml"),
        ("source",),
        (".md", ".markdown"),
        needs=("source/_posts", "source/_drafts"),
        bare_links=True,
        unless=rf"autolink|gfm|{_OTHER_HEXO}",
        beside=("package.json",),
        dialect=Dialect.COMMONMARK,
        other_dialects=((_OTHER_HEXO, None),),
    ),
    Generator(
        "Jekyll",
        ("_config.yml", "_config.yaml"),
        ("_posts", "_drafts", "*/_posts"),  # posts of a category stand in its folder
        (".md", ".markdown", ".html"),
        bare_links=False,
        # Hexo, whose texts may stand in other folders than it is known by, has a file of this name.
        unless=rf"{_OTHER_JEKYLL}|linkify|autolink",
        beside=("Gemfile", "package.json"),
        dialect=Dialect.KRAMDOWN,
        other_dialects=((rf"{_OTHER_JEKYLL}|parse_block_html", None),),
    ),
    Generator(
        "Astro",
        _files("astro.config", endings="mjs ts js mts"),
        ("src/content", "src/pages"),
        (".md", ".mdx", ".markdown"),
        bare_links=True,
        unless="gfm",
        dialect=Dialect.COMMONMARK,
    ),
    Generator(
        "Eleventy",
        (".eleventy.js", *_files("eleventy.config", endings="js mjs cjs ts")),
        ("posts", "content", "src", "blog"),
        (".md", ".markdown", ".html", ".njk", ".liquid"),
        exclude=("**/_includes/**", "**/_layouts/**"),
        has_choice=True,
        bare_links=False,
        unless=rf"linkify|gfm|{_OTHER_ELEVENTY}",
        dialect=Dialect.COMMONMARK,
        other_dialects=((_OTHER_ELEVENTY, None),),
    ),
    Generator(
        "Docusaurus",
        _files("docusaurus.config", endings="js ts mjs cjs"),
        ("blog", "docs", "src/pages"),
        (".md", ".mdx"),
        has_choice=True,
        bare_links=True,
        unless="gfm",
        dialect=Dialect.COMMONMARK,
    ),
    Generator(
        "Pelican",
        ("pelicanconf.py",),
        ("content",),
        (".md", ".markdown", ".html", ".rst"),
        bare_links=False,
        unless=_PYTHON_MARKDOWN,
        dialect=Dialect.PYTHON_MARKDOWN,
    ),
    Generator(
        "MkDocs",
        ("mkdocs.yml", "mkdocs.yaml"),
        ("docs",),
        (".md", ".markdown"),
        bare_links=False,
        unless=rf"{_PYTHON_MARKDOWN}|^INHERIT",
        dialect=Dialect.PYTHON_MARKDOWN,
        other_dialects=((r"^INHERIT", None),),
    ),
    Generator(
        "Quartz",
        ("quartz.config.ts",),
        ("content",),
        (".md",),
        bare_links=True,
        unless="gfm",
        dialect=Dialect.OBSIDIAN,
    ),
)
PLAIN = Generator(
    "plain files", (), ("",), (".html", ".htm", ".md", ".markdown", ".mdx", ".txt", ".docx")
)
