"""Every case of a backlink is one file in `scenarios`: why, what is expected, the page."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from reuse_guard.backlinks import (
    Article,
    Backlink,
    Strictness,
    best,
    find_attributions,
    judge_links,
)
from reuse_guard.documents.read import read

if TYPE_CHECKING:
    from reuse_guard.documents.model import Document

ORIGINAL = "https://alatautimes.kz/news/2481-river"
PATHS = sorted((Path(__file__).parent / "scenarios").glob("*.txt"))


@dataclass(frozen=True)
class Scenario:
    """One file; `keys` are its lines `key: value` before the rule of dashes."""

    why: str
    expect: str
    keys: list[tuple[str, str]]
    text: str

    def all(self, key: str) -> list[str]:
        """Every value of a key, in order."""
        return [value for name, value in self.keys if name == key]

    def get(self, key: str, default: str = "") -> str:
        """The first value of a key."""
        return next(iter(self.all(key)), default)


def load(path: Path) -> Scenario:
    content = path.read_bytes().decode("utf-8")
    head, _, text = content.partition("\n---\n")
    why, *lines = head.split("\n")
    pairs = [(name, value) for name, _, value in (line.partition(": ") for line in lines)]
    pairs = [(name.rstrip(":"), value) for name, value in pairs]
    (_, expect), *keys = pairs
    return Scenario(why, expect, keys, text)


def article_of(scenario: Scenario) -> Article:
    given = scenario.get("original", ORIGINAL)
    urls = [given] if given else []
    return Article.of([*urls, *scenario.all("declared")], scenario.get("home") or None)


def strictness_of(scenario: Scenario) -> Strictness:
    words = scenario.get("terms").split()
    return Strictness(
        article="not-article" not in words,
        home="home" in words,
        written="written" in words,
        follow="follow" in words,
        listed="listed" in words,
        direct="direct" in words,
        in_text="in_text" in words,
    )


def judge(scenario: Scenario, candidate: Document) -> tuple[Backlink, ...]:
    copied = scenario.get("copied")
    header = scenario.get("header")
    name, _, value = header.partition(": ")
    return judge_links(
        candidate,
        article=article_of(scenario),
        strictness=replace(strictness_of(scenario), sized=bool(scenario.get("font"))),
        first_copied=candidate.text.index(copied) if copied else None,
        headers={name: value} if header else None,
        shorteners=dict(line.split() for line in scenario.all("shortened")),
    )


def place_of(link: Backlink) -> str:
    place = f"paragraph {link.place.paragraph} sentence {link.place.sentence}"
    if link.place.after_copied is None:
        return place
    return f"{place} {'after' if link.place.after_copied else 'before'}"


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_scenario(path: Path) -> None:
    scenario = load(path)
    assert scenario.why.endswith("."), "a scenario explains itself"
    candidate = read(
        scenario.text,
        url=scenario.get("page") or None,
        format=scenario.get("format", "html"),
        bare_links={"yes": True, "no": False}.get(scenario.get("bare_links")),
    )
    links = judge(scenario, candidate)
    found = best(links)
    if scenario.expect == "unknown":
        assert not article_of(scenario).is_known
    if scenario.expect in {"nothing", "unknown"}:
        assert found is None, found
    else:
        assert found is not None, candidate.links
        status, *flaws = scenario.expect.split()
        assert (found.status, found.flaws[:1] if flaws else ()) == (status, tuple(flaws)) or (
            not flaws and found.status == status
        ), found
        check_details(scenario, found)
    if scenario.get("count"):
        assert len(links) == int(scenario.get("count"))
    signals = [
        signal.kind
        for signal in find_attributions(
            candidate, article=article_of(scenario), brands=scenario.all("brand")
        )
    ]
    assert set(scenario.all("signal")) <= set(signals), signals
    assert all(any(note in said for said in candidate.notes) for note in scenario.all("note"))


def check_details(scenario: Scenario, found: Backlink) -> None:
    assert found.reason.endswith(".")
    assert (not found.flaws) == (found.status == "valid")
    if scenario.get("place"):
        assert place_of(found) == scenario.get("place")
    if scenario.get("anchor"):
        assert found.anchor == scenario.get("anchor")
    if scenario.get("leads"):
        assert found.leads_to == scenario.get("leads")
    if scenario.get("font"):
        assert found.font_ratio == float(scenario.get("font"))


def test_there_are_scenarios() -> None:
    assert len(PATHS) >= 120
