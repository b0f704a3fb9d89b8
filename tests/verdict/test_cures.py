"""Each cure, applied to the page it was given for, mends the clause."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from tests.policy.scenario import Page, all_scenarios, load

from reuse_guard import Grant, check

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.policy.scenario import Scenario

    from reuse_guard import Clause, Verdict


def broken() -> Iterator[object]:
    for path in all_scenarios():
        scenario = load(path)
        for number, change in enumerate(scenario.changes, start=1):
            if change.outcome == "violation":
                yield pytest.param(scenario, scenario.changed(change), id=f"{path.stem} {number}")


def put(line: str, lines: list[str], place: str) -> str:
    """Put a paragraph where a cure says."""
    settings = [
        text for text in lines if re.match(r"[a-z ]+: ?", text) and not text.startswith("<")
    ]
    body = [text for text in lines if text not in settings]
    if "last paragraph" in place:
        return "\n".join([*settings, *body, line])
    if "below paragraph" in place:
        return "\n".join([*settings, "<p>News.</p>", "<p>More of it.</p>", line, *body])
    return "\n".join([*settings, line, *body])


def into_head(tag: str, lines: list[str]) -> str:
    head = next((text for text in lines if text.startswith("head:")), "head: ")
    cleaned = re.sub(r"<link[^>]*>", "", head) if "canonical" in tag else head
    return "\n".join([cleaned + tag, *(text for text in lines if text != head)])


def add_link(found: re.Match[str], lines: list[str]) -> str:
    link = f'<p>See <a style="font-size: 1em" href="{found[1]}">{found[3] or "source"}</a>.</p>'
    return put(link, lines, found[2])


def put_back_links(found: re.Match[str], lines: list[str]) -> str:
    links = (f'<p>See <a href="{url}">source</a></p>' for url in found[1].split(", "))
    return "\n".join([*lines, *links])


# What each cure that changes the page's text says, and the same done to the lines of the page.
CURES: dict[str, Callable[[re.Match[str], list[str]], str]] = {
    r"Put a visible link to (\S+) (.+?)(?:, with the words \"(.+)\")?\.": add_link,
    r"Put the line \"(.+)\" (.+)\.": lambda found, page: put(f"<p>{found[1]}</p>", page, found[2]),
    r"Put (<(?:link|meta).+>) into the head\.": lambda found, page: into_head(found[1], page),
    r"Put the publisher's counter \((.+)\) on the page\.": lambda found, page: put(
        f'<img src="https://{found[1]}/x?{found[1]}" alt="">', page, "end"
    ),
    r"Put back the links to (.+)\.": put_back_links,
    r"Remove the pictures (.+)\.": lambda found, page: re.sub(
        rf'<img src="{re.escape(found[1])}"[^>]*>', "", "\n".join(page)
    ),
    r"Take noindex out of the page's robots tag\.": lambda _, page: "\n".join(page).replace(
        "noindex", "index"
    ),
    r"Publish it on (\S+) or later\.": lambda found, page: re.sub(
        r"as of: \S+", f"as of: {found[1]}", "\n".join(page)
    ),
    r"Do not offer it in (\S+)\.": lambda _, page: re.sub(
        r"territory=\S+", "territory=DE", "\n".join(page)
    ),
    r"Remove everything copied\.": lambda _, page: re.sub(r"\{\d[-:]\d+\}", "", "\n".join(page)),
    r"Move the link on line \d+ (.+)\.": lambda found, page: move(found[1], page),
}


def apply(cure: str, page: str) -> str | None:
    """The page after a cure; None for cures that are no change of the page's text."""
    for said, change in CURES.items():
        found = re.fullmatch(said, cure, re.DOTALL)
        if found:
            return change(found, page.split("\n"))
    return None


def move(place: str, lines: list[str]) -> str:
    """Take the first line with the article's link out and put it where the cure says."""
    line = next(text for text in lines if 'href="{url}"' in text)
    link = re.search(r'<a href="\{url\}".*?</a>', line)
    assert link is not None
    without = [text.replace(link[0], "") if text is line else text for text in lines]
    return put(f"<p>So says {link[0]}.</p>", without, place)


def take_out_words(verdict: Verdict, count: int, page: Page) -> None:
    """Remove so many copied words from the end of what was copied."""
    words = [
        span.split()
        for passage in verdict.passages
        for run in passage.copied_candidate
        for span in [verdict.candidate.text[run.start : run.stop]]
    ]
    flat = [word for run in words for word in run]
    assert len(flat) >= count
    body = re.sub(r"<a [^>]*>|</a>", "", page.body) if count > 20 else page.body
    for word in reversed(flat[-count:]):
        place = body.rindex(word)
        body = body[:place] + body[place + len(word) :]
    page.body = body


def clause_of(verdict: Verdict, clause_id: str) -> Clause | None:
    return next((clause for clause in verdict.clauses if clause.id == clause_id), None)


def violated(verdict: Verdict) -> list[Clause]:
    return [clause for clause in verdict.clauses if clause.status == "violated"]


@pytest.mark.parametrize(("scenario", "page"), list(broken()))
def test_what_a_cure_says_mends_the_clause(scenario: Scenario, page: str) -> None:
    verdict = scenario.check(page)
    for clause in violated(verdict):
        assert clause.cures
        for cure in map(str, clause.cures):
            cured = apply(cure, page)
            if cured is None:
                assert OTHERWISE_TESTED.match(cure), cure
                continue
            after = clause_of(scenario.check(cured), clause.id)
            assert after is not None
            assert after.status in {"met", "not_applicable"}, f"{cure}\n{after.message}"


# Counts of words are taken out and put in exactly in test_limits.py and test_rules.py, permissions
# are given in test_cures.py below and in the tests of grants; a page that was taken down is gone.
OTHERWISE_TESTED = re.compile(
    r"Remove (\d|what is copied|the copy)|Add text of your own|Put back [\d,]+ word"
    r"|Restore the words"
    r"|Ask |Take it down|Take down"
)


@pytest.mark.parametrize("name", ["qazmonitor", "v-verevkin", "oopsnews", "factcheck-kz"])
def test_a_permission_cures_every_limit(name: str) -> None:
    path = next(path for path in all_scenarios() if path.stem == name)
    scenario = load(path)
    change = next(change for change in scenario.changes if "limit" in change.clauses)
    page = Page(scenario, scenario.changed(change))
    letter = Grant(id="letter", publisher="P", grantee="G")
    verdict = check(page.original(), page.candidate(), policy=name, grants=[letter])
    statuses = {clause.status for clause in verdict.clauses if clause.id.startswith("limit")}
    assert statuses == {"waived"}


def test_taking_out_as_many_words_as_said_is_enough_on_a_page() -> None:
    scenario = load(next(path for path in all_scenarios() if path.stem == "qazmonitor"))
    page = Page(scenario, scenario.page.replace("{1-2}", "{3-5}"))
    before = page.check()
    (clause,) = violated(before)
    take_out_words(before, dict(clause.cures[0].values)["count"], page)  # type: ignore[arg-type]
    after = clause_of(page.check(), "limit")
    assert after is not None
    assert after.status == "met", after.message


def test_restored_words_are_no_edit() -> None:
    for name in ("factcheck-kz", "propublica", "mainecooncat"):
        scenario = load(next(path for path in all_scenarios() if path.stem == name))
        change = next(change for change in scenario.changes if "edits" in change.clauses)
        edited = clause_of(scenario.check(scenario.changed(change)), "edits")
        restored = clause_of(scenario.check(), "edits")
        assert edited is not None
        assert restored is not None
        assert (edited.status, restored.status) == ("violated", "met")
