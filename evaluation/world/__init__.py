"""Pages as news sites of the world build them, each block with what it truly is.

`seen.html` and `held.html` hold the pages, one after another: a line `=== name languages`, then
the markup. `{p}` is the next paragraph of an invented article, `{o}` the headline of another one,
and so on (`_Filler`); `[[4 ...]]` stands four times. The attribute `t=` says what the text in an
element is, and an element `<t-b>` says it of text alone; both go before a page is read. Rules were
mended by the pages of `seen.html`; those of `held.html` were written before any was, and kept back.
"""

from __future__ import annotations

import random
import re
import tomllib
from functools import cache
from html import escape
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import lxml.html

from evaluation.stories import INVENTED

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from lxml import etree

FOLDER = Path(__file__).parent
_FILES = ("said.toml", "languages_1.toml", "languages_2.toml")
_REPEATED = re.compile(r"\[\[(\d+) (.*?)\]\]", re.S)
_NAMED = re.compile(r"\{(\w+)\}")
_MARK = re.compile(r" t=[a-z](?=[ >])|</?t-[a-z]>")
_MARKED_TEXT = re.compile(r"<t-([a-z])>(.*?)</t-\1>", re.S)
_BREAKS = frozenset({"p", "div", "li", "td", "th", "h1", "h2", "h3", "h4", "br", "section", "tr"})
_PARAGRAPH = (2, 3)  # sentences
_TITLES = 24  # of other articles, none twice


class Piece(NamedTuple):
    """A text of a page and what it is, by a letter: see `evaluation.worldpages.ROLES`."""

    truth: str
    text: str


class WorldPage(NamedTuple):
    """A page as it is served, and what its texts are."""

    name: str
    language: str
    markup: str
    pieces: list[Piece]


def pages_of(file: str) -> Iterator[WorldPage]:
    """The pages of a file, each in the languages that it names."""
    for entry in (FOLDER / file).read_text("utf-8").split("=== ")[1:]:
        head, template = entry.split("\n", 1)
        name, *languages = head.split()
        for language in languages:
            yield _page(name, language, template.strip())


def _page(name: str, language: str, template: str) -> WorldPage:
    filler = _Filler(name, language)
    repeated = _REPEATED.sub(lambda found: found[2] * int(found[1]), template)
    marked = _NAMED.sub(lambda found: filler.text(found[1]), repeated)
    title, described = escape(filler.headline), escape(filler.lead)
    head = (
        f"<!doctype html><html lang={language}><head><meta charset=utf-8>"
        f"<title>{title} | Site</title>"
        f'<meta property="og:title" content="{title}"><meta name=description content="{described}">'
        "<link rel=canonical href=https://site.example/a></head><body>"
    )
    return WorldPage(name, language, head + _MARK.sub("", marked), list(_pieces(marked)))


def _pieces(marked: str) -> Iterator[Piece]:
    """Every text with a mark, in order."""
    shown = _MARKED_TEXT.sub(r"<ins t=\1>\2</ins>", marked)
    root = lxml.html.fromstring(f"<body>{shown}</body>")
    for element in root.iter():
        truth = element.get("t")
        if truth:
            yield Piece(truth, " ".join(_text(element).split()))


def _text(element: etree._Element) -> str:
    """What stands in an element; numbers of footnotes are no words of it."""
    parts = [element.text or ""]
    for child in element:
        if child.tag != "sup":
            parts += [" " if child.tag in _BREAKS else "", _text(child)]
        parts += [" " if child.tag in _BREAKS else "", child.tail or ""]
    return "".join(parts)


class _Filler:
    """The texts of one page, drawn in turn."""

    def __init__(self, name: str, language: str) -> None:
        said = _languages()[language]
        dice = random.Random(f"{name} {language}")  # noqa: S311 - not a secret
        self._space: str = said.get("space", " ")
        sentences = [
            self._space.join(three) for three in product(said["who"], said["did"], said["when"])
        ]
        dice.shuffle(sentences)
        self._dice, self._sentences, self._said = dice, iter(sentences), said
        pairs = [(one, two) for one in said["who"] for two in said["did"]]
        self._clauses = iter(dice.sample(pairs, _TITLES) * 3)
        self.headline = self._title()
        self.lead = next(self._sentences)
        self._drawn: dict[str, Callable[[], str]] = {
            "h": lambda: self.headline,
            "d": lambda: self.lead,
            "p": self._paragraph,
            **dict.fromkeys(("s", "t", "about"), lambda: next(self._sentences)),
            "o": self._title,
            "sub": lambda: str(dice.choice(said["who"])),
            "w": lambda: str(dice.choice(said["who"])).split()[-1][-12:],
        }

    def text(self, name: str) -> str:
        """What stands for a name in braces: texts that are drawn differ each time."""
        if name == "pn":  # with a footnote
            text = self._paragraph()
            return f"{escape(text[:-1], quote=False)}<sup><a href=#n1>1</a></sup>{text[-1]}"
        if name in self._drawn:
            return escape(self._drawn[name](), quote=False)
        if name[0] in "mw" and name[-1].isdigit():
            return str(self._said["menu"].split("|")[int(name[-1])])
        found = self._said["say"][int(name[-1])] if name[-1].isdigit() else self._said[name]
        return escape(str(found), quote=False)

    def _paragraph(self) -> str:
        return self._space.join(next(self._sentences) for _ in range(self._dice.choice(_PARAGRAPH)))

    def _title(self) -> str:
        return self._space.join(next(self._clauses)).rstrip(",\uff0c\u3001")


@cache
def _languages() -> dict[str, dict[str, Any]]:
    """What is said in each language: the parts of sentences, and what sites say."""
    known: dict[str, dict[str, Any]] = {}
    for language, parts in tomllib.loads(INVENTED.read_text("utf-8")).items():
        known[language] = {"space": parts.get("join", " "), **parts, **parts["says"]}
    for file in _FILES:
        for language, parts in tomllib.loads((FOLDER / file).read_text("utf-8")).items():
            known[language] = {**known.get(language, {}), **parts}
    return known
