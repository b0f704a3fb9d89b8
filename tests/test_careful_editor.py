"""What a careful editor would say of forty-six pages, in three languages and three formats."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest
from tests.policy.scenario import HERE

from reuse_guard import Document, Grant, Limit, LinkDuty, Policy, Rule, check, read

if TYPE_CHECKING:
    from collections.abc import Callable

URL = "https://qazmonitor.com/news/ferry-returns"
LINK = f"<p><a href='{URL}'>QazMonitor</a></p>"
OWN = {
    "en": "Our reporter spent the weekend with fishermen in the delta who mend nets every winter.",
    "ru": "Наш корреспондент провёл выходные у рыбаков в дельте, которые каждую зиму чинят сети.",
    "kk": "Тілшіміз демалыс күндерін атырауда қыс сайын ауын жамайтын балықшылармен өткізді.",
}


@dataclass(frozen=True)
class Article:
    """An article, and pages that use some of it."""

    language: str

    @property
    def paragraphs(self) -> list[str]:
        """Without the headline, and without the links in them."""
        text = (HERE / "articles" / f"{self.language}.txt").read_text("utf-8")
        return re.sub(r"<[^<>]+>", "", text).strip().split("\n")[1:]

    @property
    def whole(self) -> str:
        """All of it as one line."""
        return " ".join(self.paragraphs)

    def few(self, part: float = 0.2) -> str:
        """The first words, up to a part of all."""
        words = self.whole.split()
        return " ".join(words[: int(part * len(words))])

    @property
    def own(self) -> str:
        """A sentence that has nothing to do with it."""
        return OWN[self.language]


def page(*paragraphs: str, after: str = "") -> str:
    body = "".join(f"<p>{one}</p>" for one in paragraphs)
    return f"<html><body><article><h1>Ours</h1>{body}{after}</article></body></html>"


@cache
def original(language: str) -> Document:
    """The page of the article, which every test reads anew otherwise."""
    return read(page(*Article(language).paragraphs), url=URL)


def linked(url: str) -> str:
    return f"<p><a href='{url}'>QazMonitor</a></p>"


def markdown(*paragraphs: str) -> str:
    return "\n\n".join(["# Ours", *paragraphs])


def letter(**fields: Any) -> Grant:  # noqa: ANN401
    known: dict[str, Any] = {"publisher": "QazMonitor", "grantee": "Weekly", "works": [URL]}
    return Grant(id="letter", **{**known, **fields})


Case = tuple[str, "Callable[[Article], str]"]
CASES: dict[str, Case] = {
    "nothing copied": ("allowed", lambda a: page(a.own)),
    "nothing copied, plain text": ("allowed", lambda a: f"{a.own}\n\n{a.own}"),
    "a fifth and a link": ("allowed", lambda a: page(a.own, a.few(), after=LINK)),
    "a fifth and no link": ("violation", lambda a: page(a.own, a.few())),
    "half and a link": ("violation", lambda a: page(a.few(0.5), after=LINK)),
    "all and a link": ("violation", lambda a: page(*a.paragraphs, after=LINK)),
    "all, the last paragraph first": (
        "violation",
        lambda a: page(*reversed(a.paragraphs), after=LINK),
    ),
    "all in capitals": ("violation", lambda a: page(a.whole.upper(), after=LINK)),
    "all with invisible signs": (
        "violation",
        lambda a: page("\u200b".join(a.whole), after=LINK),
    ),
    "all, each word in bold": (
        "violation",
        lambda a: page(" ".join(f"<b>{word}</b>" for word in a.whole.split()), after=LINK),
    ),
    "all, a word to a line": (
        "violation",
        lambda a: page("<br>".join(a.whole.split()), after=LINK),
    ),
    "all in a table": (
        "violation",
        lambda a: page(after=f"<table><tr><td>{a.whole}</td><td>{a.own}</td></tr></table>{LINK}"),
    ),
    "all where no reader sees it": (
        "violation",
        lambda a: page(a.own, after=f"<div style='display:none'>{a.whole}</div>{LINK}"),
    ),
    "all in a text area": (
        "violation",
        lambda a: page(a.own, after=f"<textarea>{a.whole}</textarea>{LINK}"),
    ),
    "all in a comment of HTML": ("allowed", lambda a: page(a.own, after=f"<!-- {a.whole} -->")),
    "all in a script": ("review", lambda a: page(a.own, after=f"<script>'{a.whole}'</script>")),
    "a hidden link": (
        "violation",
        lambda a: page(a.own, a.few(), after=f"<div hidden>{LINK}</div>"),
    ),
    "a link in nothing": (
        "violation",
        lambda a: page(a.own, a.few(), after=f"<a href='{URL}'></a>"),
    ),
    "a link to the home page": (
        "violation",
        lambda a: page(a.own, a.few(), after=linked("https://qazmonitor.com/")),
    ),
    "a link to another article": (
        "violation",
        lambda a: page(a.own, a.few(), after=linked(f"{URL}-2")),
    ),
    "a link to a host that looks alike": (
        "violation",
        lambda a: page(a.own, a.few(), after=linked(f"https://qazmonitor.com@evil.example/{URL}")),
    ),
    "a shortened link": (
        "review",
        lambda a: page(a.own, a.few(), after=linked("https://bit.ly/3xyz")),
    ),
    "a link with a tracker": (
        "allowed",
        lambda a: page(
            a.own,
            a.few(),
            after=linked("http://www.qazmonitor.com/news/ferry-returns/?utm_source=x"),
        ),
    ),
    "Markdown with a link": (
        "allowed",
        lambda a: markdown(a.own, a.few(), f"[QazMonitor]({URL})"),
    ),
    "Markdown with a link by reference": (
        "allowed",
        lambda a: markdown(a.own, a.few(), "[QazMonitor][1]", f"[1]: {URL}"),
    ),
    "Markdown with a link in code": (
        "violation",
        lambda a: markdown(a.own, a.few(), f"`[QazMonitor]({URL})`"),
    ),
    "Markdown with a link in a comment": (
        "violation",
        lambda a: markdown(a.own, a.few(), f"<!-- [QazMonitor]({URL}) -->"),
    ),
    "Markdown with all in a footnote": (
        "violation",
        lambda a: markdown(f"{a.own}[^1]", f"[^1]: {a.whole}", f"[QazMonitor]({URL})"),
    ),
    "plain text with the address": ("review", lambda a: f"{a.own}\n\n{a.few()}\n\n{URL}"),
    "plain text, most of it": ("violation", lambda a: f"{a.few(0.6)}\n\n{URL}"),
}


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
@pytest.mark.parametrize(("outcome", "candidate"), CASES.values(), ids=CASES)
def test_the_verdict_is_a_careful_editor_s(
    language: str, outcome: str, candidate: Callable[[Article], str]
) -> None:
    article = Article(language)
    verdict = check(original(language), candidate(article))
    assert verdict.outcome == outcome, [clause.message for clause in verdict.clauses]


GRANTS: dict[str, tuple[str, str, Grant]] = {
    "that covers it": ("allowed", LINK, letter()),
    "that covers it, without the link": ("violation", "", letter()),
    "that waives the link": ("allowed", "", letter(waives=["link"])),
    "for another article": ("violation", LINK, letter(works=[f"{URL}-2"])),
    "for another site": ("violation", LINK, letter(grantee_hosts=["other.example"])),
    "that expired": ("violation", LINK, letter(valid_to=date(2026, 11, 1))),
    "that was revoked": ("violation", LINK, letter(revoked=date(2026, 11, 1))),
    "for half": ("violation", LINK, letter(overrides={"max_share": "50%"})),
}


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
@pytest.mark.parametrize(("outcome", "link", "grant"), GRANTS.values(), ids=GRANTS)
def test_a_permission_opens_what_it_says(
    language: str, outcome: str, link: str, grant: Grant
) -> None:
    article = Article(language)
    verdict = check(
        original(language),
        page(*article.paragraphs, after=link),
        candidate_url="https://partner.example/a",
        grants=[grant],
        as_of=date(2026, 11, 20),
    )
    assert verdict.outcome == outcome, [clause.message for clause in verdict.clauses]


RULES: dict[str, tuple[str, Rule, Callable[[Article], str]]] = {
    "the whole, unchanged": ("allowed", Rule(mode="full"), lambda a: page(*a.paragraphs)),
    "the whole, lacking a paragraph": (
        "violation",
        Rule(mode="full"),
        lambda a: page(*a.paragraphs[:-1]),
    ),
    "no edits, in another order": (
        "allowed",
        Rule(edits="none"),
        lambda a: page(*a.paragraphs[2:], *a.paragraphs[:2]),
    ),
    "no edits, a word put in": (
        "violation",
        Rule(edits="none"),
        lambda a: page(a.whole.replace(" ", " xyz ", 1)),
    ),
    "a part, all taken": ("violation", Rule(mode="excerpt"), lambda a: page(*a.paragraphs)),
    "twenty words, more taken": (
        "violation",
        Rule(limits=[Limit(max=20, unit="words")]),
        lambda a: page(a.few(0.5)),
    ),
    "the first paragraph, the last taken": (
        "violation",
        Rule(limits=[Limit(max=1, unit="paragraphs", select="leading")]),
        lambda a: page(a.own, a.paragraphs[-1]),
    ),
    "a link in the lead, one at the end": (
        "violation",
        Rule(links=[LinkDuty(where="lead")]),
        lambda a: page(a.own, a.few(), a.own, after=LINK),
    ),
}


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
@pytest.mark.parametrize(("outcome", "rule", "candidate"), RULES.values(), ids=RULES)
def test_other_terms_are_read_as_an_editor_reads_them(
    language: str, outcome: str, rule: Rule, candidate: Callable[[Article], str]
) -> None:
    article = Article(language)
    terms = Policy(id="terms", name="The Courier", rules=[rule])
    verdict = check(original(language), candidate(article), policy=terms)
    assert verdict.outcome == outcome, [clause.message for clause in verdict.clauses]
