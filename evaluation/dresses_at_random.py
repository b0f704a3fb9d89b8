"""Dresses drawn at random: what a page holds beside its text, and in which boxes, by dice.

No rule can be made for one of them, so they tell how rules do on pages that nobody has seen.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from evaluation.dresses import Page
from evaluation.dresses_of_systems import linked_lines, tags_of

if TYPE_CHECKING:
    from evaluation.dresses import Dress
    from evaluation.stories import Story, Words

_NAMES = ("text", "content", "article-text", "t-text", "news-detail", "post")
_PICTURE = "<img src=/a.jpg width=600>"
_KINDS = {
    "paragraph": ("p", "p", "div", "span", "br"),
    "head": ("h1", "h1", "h2", "div", "b"),
    "caption": ("", "", "beside", "with", "deep", "small"),
    "writer": ("", "", "within", "below", "headed"),
    "topics": ("", "", "words", "links"),
    "also": ("", "", "line", "list"),
    "byline": ("", "line", "two", "in the head"),
    "terms": ("", "div", "p"),
    "join": ("", "link", "form"),
    "teasers": ("", "p", "div"),
    "names": ("given", "hashed", "hashed", "none"),
}


@dataclass(frozen=True, slots=True)
class Drawn:
    """A dress: what was drawn of each kind, how deep the text stands, and the dice for names."""

    kinds: dict[str, str]
    depth: int
    is_parted: bool
    seed: int

    def __call__(self, story: Story, others: list[Story], words: Words) -> Page:
        """A page so dressed."""
        dice = random.Random(self.seed)  # noqa: S311 - not a secret
        named = {part: self._name(dice) for part in (*_KINDS, "text")}
        main = self._text(story, others, words, named)
        for _ in range(self.depth):
            main = f"<div>{main}</div>"
        head = self._head(story, words, named)
        below = self._below(others, words, named)
        caption = words.caption if self.kinds["caption"] else ""
        return Page(f"<div>{head}{main}</div>{below}", story.paragraphs, caption)

    def _name(self, dice: random.Random) -> str:
        hashed = f' class="css-{dice.randrange(16**6):06x}"'
        given = f' class="{dice.choice(_NAMES)}"'
        return {"given": given, "hashed": hashed, "none": ""}[self.kinds["names"]]

    def _head(self, story: Story, words: Words, named: dict[str, str]) -> str:
        tag, byline = self.kinds["head"], self.kinds["byline"]
        head = f"<{tag}>{story.headline}</{tag}>"
        by, date = f"{words.by} {words.name}", words.date
        if byline == "in the head":
            return f"<div><b>{story.headline}</b><br>{date}<br>{by}</div>"
        lines = {
            "": "",
            "line": f"<div{named['byline']}>{by} {date} · {words.minutes}</div>",
            "two": f"<div>{by}</div><div>{date}</div>",
        }
        return (f"<div>{head}</div>" if tag == "b" else head) + lines[byline]

    def _text(self, story: Story, others: list[Story], words: Words, named: dict[str, str]) -> str:
        parts = self._paragraphs(story, named["text"])
        parts.insert(self.seed % 2, self._caption(words, named["caption"]))
        topics, links = ", ".join(tags_of(others)), linked_lines(others, "<div>{}</div>")
        first = f'<a href="/0">{others[0].headline}</a>'
        bio = f"{words.name}. {words.author}"
        after = {
            ("topics", "words"): f"{words.tags}: {topics}",
            ("topics", "links"): f"{words.tags}: <a href=/t>{topics}</a>",
            ("also", "line"): f"{words.also} {first}",
            ("also", "list"): f"<div>{words.also}</div>{links}",
            ("writer", "within"): bio,
        }
        lines = (
            f"<div{named[part]}>{line}</div>"
            for (part, kind), line in after.items()
            if self.kinds[part] == kind
        )
        return f"<div>{''.join(parts)}{''.join(lines)}</div>"

    def _paragraphs(self, story: Story, name: str) -> list[str]:
        texts, tag = list(map(escape, story.paragraphs)), self.kinds["paragraph"]
        if tag == "br":
            cut = 2 if self.is_parted else len(texts)
            halves = (part for part in (texts[:cut], texts[cut:]) if part)
            return [f"<div{name}>{'<br><br>'.join(part)}</div>" for part in halves]
        around = f"<div><span{name}>{{}}</span></div>" if tag == "span" else f"<{tag}>{{}}</{tag}>"
        return [around.format(text) for text in texts]

    def _caption(self, words: Words, name: str) -> str:
        line = words.caption
        return {
            "": "",
            "beside": f"<div>{_PICTURE}</div><div{name}>{line}</div>",
            "with": f"<div{name}>{_PICTURE}<div>{line}</div></div>",
            "deep": f"<div{name}><div>{_PICTURE}</div><div><span>{line}</span></div></div>",
            "small": f"{_PICTURE}<div><small>{line}</small></div>",
        }[self.kinds["caption"]]

    def _below(self, others: list[Story], words: Words, named: dict[str, str]) -> str:
        tag, terms = self.kinds["teasers"], self.kinds["terms"]
        teasers = (
            f'<div{named["teasers"]}><div><a href="/{at}">{one.headline}</a></div>'
            f"<{tag}>{escape(one.teaser)}</{tag}></div>"
            for at, one in enumerate(others)
        )
        name, bio = words.name, words.author
        asked = f"<div{named['join']}><div>{words.join}</div>"
        found = (
            ("writer", "below", f"<div{named['writer']}><div>{name}</div><div>{bio}</div></div>"),
            ("writer", "headed", f"<div{named['writer']}><h3>{name}</h3><p>{bio}</p></div>"),
            ("join", "link", f"{asked}<a href=/j>OK</a></div>"),
            ("join", "form", f"{asked}<form><input><button>OK</button></form></div>"),
            ("teasers", tag, "".join(teasers) if tag else ""),
            ("terms", terms, f"<div><{terms}>{words.rights}</{terms}></div>" if terms else ""),
        )
        return "".join(markup for part, kind, markup in found if self.kinds[part] == kind)


def drawn(seed: int) -> Dress:
    """The dress of these dice."""
    dice = random.Random(seed)  # noqa: S311 - not a secret
    kinds = {part: dice.choice(choices) for part, choices in _KINDS.items()}
    return Drawn(kinds, dice.randrange(4), dice.random() < 1 / 3, seed)
