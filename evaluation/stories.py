"""Articles to be dressed as pages: news of three languages, and invented news of many more."""

from __future__ import annotations

import random
import tomllib
from functools import cache
from html import escape
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from evaluation import shares

if TYPE_CHECKING:
    from collections.abc import Sequence

INVENTED = Path(__file__).with_name("invented.toml")
SENTENCES = range(9, 60)
_INVENTED_STORIES = 12
_SHORTEST, _LONGEST = 12, 36  # sentences of an invented one
_HEADLINE = 8  # words


class Story(NamedTuple):
    """An article: its headline and paragraphs."""

    headline: str
    paragraphs: list[str]

    @property
    def teaser(self) -> str:
        """Its first words."""
        return _first(self.paragraphs[0], 35) + "\u2026"

    @property
    def about(self) -> str:
        """Words about a picture of it."""
        return _first(self.paragraphs[0], 14) + "."


class Words(NamedTuple):
    """What a site says in its language."""

    more: str
    reply: str
    date: str
    photo: str
    join: str
    cookies: str
    also: str
    next: str
    paywall: str
    author: str
    appeal: str
    rights: str
    tags: str
    by: str
    name: str
    minutes: str
    caption: str


def languages() -> list[str]:
    """Those of the data first."""
    known = _invented()
    return sorted(known, key=lambda language: "who" in known[language])


def words_of(language: str) -> Words:
    """What its sites say."""
    return Words(**_invented()[language]["says"])


def stories_of(folder: Path, language: str) -> list[Story]:
    """Its articles, three sentences a paragraph."""
    parts = _invented()[language]
    found = _recombined(parts, language) if "who" in parts else shares.articles(folder, language)
    space = parts.get("join", " ")
    return [
        Story(
            escape(_first(sentences[0], _HEADLINE)),
            [space.join(sentences[at : at + 3]).strip() for at in range(0, len(sentences), 3)],
        )
        for sentences in found
        if len(sentences) in SENTENCES
    ]


def _recombined(parts: dict[str, Any], language: str) -> list[list[str]]:
    """Articles of sentences that are made of parts, none twice in an article."""
    dice = random.Random(language)  # noqa: S311 - not a secret
    every = [
        parts["join"].join(three) for three in product(parts["who"], parts["did"], parts["when"])
    ]
    return [dice.sample(every, dice.randint(_SHORTEST, _LONGEST)) for _ in range(_INVENTED_STORIES)]


def _first(text: str, words: int) -> str:
    """The first words; where they are not parted by spaces, twice as many letters."""
    found: Sequence[str] = text.split()
    if len(found) >= words // 2 and len(found) * 12 > len(text):
        return " ".join(found[:words])
    return text[: 2 * words]


@cache
def _invented() -> dict[str, dict[str, Any]]:
    return tomllib.loads(INVENTED.read_text("utf-8"))
