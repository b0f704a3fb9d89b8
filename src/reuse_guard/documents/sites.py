"""How the site of a candidate reads Markdown, where sites differ and a verdict may hang on it."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from reuse_guard.errors import UsageError


class Dialect(StrEnum):
    """What a site takes Markdown for; its generator tells, and `None` stands for not known."""

    COMMONMARK = "commonmark"  # GitHub, Astro, Docusaurus, Eleventy, Hexo, Zola
    GOLDMARK = "goldmark"  # Hugo as it comes: leaves HTML out
    GOLDMARK_UNSAFE = "goldmark-unsafe"  # Hugo with `unsafe`, which keeps it
    KRAMDOWN = "kramdown"  # Jekyll
    PYTHON_MARKDOWN = "python-markdown"  # MkDocs, Pelican
    OBSIDIAN = "obsidian"  # Obsidian, Quartz

    @property
    def reads_in_html(self) -> bool | None:
        """Whether Markdown after an empty line in a block of HTML is read; None: some do."""
        if self is Dialect.OBSIDIAN:
            return None
        return self not in {Dialect.KRAMDOWN, Dialect.PYTHON_MARKDOWN}

    @property
    def is_hugo(self) -> bool:
        """Whether it links addresses without brackets by the rules of goldmark."""
        return self in {Dialect.GOLDMARK, Dialect.GOLDMARK_UNSAFE}


_OF_GENERATORS: Final = {
    "hugo": Dialect.GOLDMARK,
    "jekyll": Dialect.KRAMDOWN,
    "quartz": Dialect.OBSIDIAN,
    **dict.fromkeys(("mkdocs", "pelican"), Dialect.PYTHON_MARKDOWN),
    **dict.fromkeys(
        ("astro", "docusaurus", "eleventy", "github", "hexo", "zola"), Dialect.COMMONMARK
    ),
}


def is_generator(given: object) -> bool:
    """Whether a generator is named where its dialect is asked for."""
    return isinstance(given, str) and given.lower() in _OF_GENERATORS


def remedy_for(given: object) -> str:
    """What to give instead of a dialect that there is not: that of a generator, where it is one's.

    >>> remedy_for("Jekyll")
    "Jekyll's is kramdown, so give that"
    """
    dialect = _OF_GENERATORS[str(given).lower()] if is_generator(given) else None
    if dialect is Dialect.GOLDMARK:
        return f"{given}'s is goldmark, or goldmark-unsafe where its settings say `unsafe = true`"
    if dialect:
        return f"{given}'s is {dialect}, so give that"
    return f"give one of {', '.join(Dialect)}"


def dialect_of(given: Dialect | str | None) -> Dialect | None:
    """The dialect that is meant.

    Raises:
        UsageError: there is none of that name.
    """
    if given is None:
        return None
    try:
        return Dialect(given)
    except ValueError:
        msg = f"dialect: {given!r} is not known; {remedy_for(given)}, or None"
        raise UsageError(msg) from None
