"""Scenario files for policies: one page that keeps the terms, and changes to it that do not.

```
Why, in a sentence or two.
POLICY: qazmonitor
LANGUAGE: en
---
{own 1}                                        <- settings and body of a page that is allowed
{1-2}
<p>Source: <a href="{url}">QazMonitor</a></p>
---
VIOLATED limit: {1-2} => {1-5}                 <- what is replaced, and which clauses then fail
REVIEW attest-ai: ai=no => ai=
```

`{1-3}` is the original's paragraphs 1 to 3, `{2:12}` the first twelve words of the second, `{own}`
a text that has nothing to do with it, `{url}` its address. Settings stand above the body:
`declared`, `as of`, `published` (of the candidate), `head`, `author`, `original` (more HTML for the
original's page) and `also` (so many words of another article are used on another page, and both
uses are checked together).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reuse_guard import check, check_many, read
from reuse_guard.policy import Declared, load_policy

if TYPE_CHECKING:
    from reuse_guard import Document, Verdict

HERE = Path(__file__).parent
SETTINGS = ("declared", "as of", "published", "head", "author", "original", "also")
PUBLISHED = "2026-11-10"
AUTHOR = "Asel Nurlan"
YES_NO = {"yes": True, "no": False}


@dataclass(frozen=True)
class Change:
    """One case of a file: what becomes of the page, and which clauses then decide."""

    outcome: str
    clauses: frozenset[str]
    old: str
    new: str


@dataclass(frozen=True)
class Scenario:
    """One file."""

    path: Path
    why: str
    policy: str
    language: str
    page: str
    changes: tuple[Change, ...]

    def check(self, page: str | None = None) -> Verdict:
        """Judge the page, or a changed one."""
        return judged(self, self.page if page is None else page)

    def changed(self, change: Change) -> str:
        """The page after a change."""
        assert self.page.count(change.old) == 1, (
            f"{self.path.name}: {change.old!r} is not there once"
        )
        return self.page.replace(change.old, change.new)


@cache
def judged(scenario: Scenario, page: str) -> Verdict:
    """The verdict on a page, of which several tests ask something."""
    return Page(scenario, page).check()


def load(path: Path) -> Scenario:
    """Read a scenario file."""
    head, page, cases = path.read_text("utf-8").split("\n---\n")
    why, policy, language = re.fullmatch(
        r"(.+?)\nPOLICY: (\S+)\nLANGUAGE: (\w+)", head, re.DOTALL
    ).groups()  # type: ignore[union-attr]
    return Scenario(
        path, why, policy, language, page, tuple(map(_change, cases.strip().split("\n")))
    )


def _change(line: str) -> Change:
    found = re.fullmatch(r"(VIOLATED|REVIEW|ALLOWED) ?([\w, -]*): (.*?) => ?(.*)", line)
    assert found, line
    outcome = {"VIOLATED": "violation", "REVIEW": "review", "ALLOWED": "allowed"}[found[1]]
    clauses = frozenset(filter(None, re.split(r",\s*", found[2])))
    return Change(outcome, clauses, found[3], found[4])


def all_scenarios() -> list[Path]:
    """Every scenario file."""
    return sorted((HERE / "scenarios").glob("*.txt"))


@cache
def article(name: str) -> str:
    """The text of an article: in a language, or the candidate's own."""
    return (HERE / "articles" / f"{name}.txt").read_text("utf-8").strip()


@cache
def original(html: str, url: str) -> Document:
    """The page of an original: most scenarios share one, as all changes of one do."""
    return read(html, url=url)


class Page:
    """A candidate's page with its settings, ready to be checked."""

    def __init__(self, scenario: Scenario, text: str) -> None:
        self.scenario = scenario
        lines = text.split("\n")
        setting = re.compile(rf"({'|'.join(SETTINGS)}): ?(.*)")
        found = [setting.fullmatch(line) for line in lines]
        self.settings = {f[1]: f[2] for f in found if f}
        body = [line for line, f in zip(lines, found, strict=True) if not f]
        self.body = "\n".join(self._expand(line) for line in body)

    @property
    def url(self) -> str:
        """Address of the original."""
        hosts = load_policy(self.scenario.policy).hosts or ("any.example",)  # a licence is anyone's
        return f"https://{hosts[0]}/news/ferry"

    @property
    def paragraphs(self) -> list[str]:
        """The original's headline and paragraphs."""
        return article(self.scenario.language).split("\n")

    def _expand(self, line: str) -> str:
        line = line.replace("{own}", f"<p>{article('own')}</p>").replace("{url}", self.url)
        line = line.replace("{author}", self.author).replace("{title}", self.paragraphs[0])
        line = re.sub(r"\{(\d)-(\d)\}", self._range, line)
        return re.sub(r"\{(\d):(\d+)\}", self._words, line)

    def _range(self, found: re.Match[str]) -> str:
        chosen = self.paragraphs[int(found[1]) : int(found[2]) + 1]
        return "\n".join(f"<p>{paragraph}</p>" for paragraph in chosen)

    def _words(self, found: re.Match[str]) -> str:
        return " ".join(self.paragraphs[int(found[1])].split()[: int(found[2])])

    @property
    def author(self) -> str:
        """Author of the original."""
        return self.settings.get("author", AUTHOR)

    def original(self) -> Document:
        """The original's page."""
        title, *paragraphs = self.paragraphs
        body = "\n".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
        author = f'<meta name="author" content="{self.author}">' if self.author else ""
        return original(
            f'<!doctype html><html lang="{self.scenario.language}"><head><title>{title}</title>\n'
            f'<link rel="canonical" href="{self.url}">{author}\n'
            f'<meta property="article:published_time" content="{PUBLISHED}"></head>\n'
            f"<body><main><article><h1>{title}</h1>\n{body}\n</article></main>"
            f"{self.settings.get('original', '')}</body></html>",
            self.url,
        )

    def candidate(self) -> str:
        """The candidate's page."""
        published = self.settings.get("published")
        dated = (
            f'<meta property="article:published_time" content="{published}">' if published else ""
        )
        head = self.settings.get("head", "").replace("{url}", self.url)
        return (
            f"<!doctype html><html><head><title>Our page</title>{dated}{head}</head>\n"
            f"<body><main><article><h1>Our page</h1>\n{self.body}\n</article></main></body></html>"
        )

    def check(self) -> Verdict:
        """The verdict on the page."""
        more: dict[str, Any] = {
            "policy": self.scenario.policy,
            "as_of": self.as_of,
            "declared": self.declared(),
        }
        others = self.others()
        if others is not None:
            return check_many([(self.original(), self.candidate()), *others], **more)[0]
        return check(
            self.original(), self.candidate(), candidate_url="https://partner.example/page", **more
        )

    def others(self) -> tuple[tuple[Document, str], ...] | None:
        """The use of another article that is checked together with this one."""
        if "also" not in self.settings:
            return None
        words = article("ru").split()
        other = original(f"<article><p>{' '.join(words)}</p></article>", f"{self.url}/2")
        taken = " ".join(words[: int(self.settings["also"])])
        return ((other, f"<html><body><p>{taken}</p></body></html>"),)

    @property
    def as_of(self) -> date:
        """The day of the check."""
        return date.fromisoformat(self.settings.get("as of") or "2026-11-20")

    def declared(self) -> Declared:
        """What the editor says of the use."""
        values: dict[str, Any] = {}
        for pair in self.settings.get("declared", "").split():
            name, _, value = pair.partition("=")
            if value:
                values[name] = YES_NO.get(value, value)
        return Declared(**values)
