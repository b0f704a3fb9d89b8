"""The archive as a library: adding, versions, searching, judging, removing."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING

import pytest
from tests.align.test_alphabets import in_latin
from tests.archive.articles import BAKERY, FERRY, KAZAKH, RUSSIAN, filler, part
from tests.archive.conftest import BAKERY_URL, FERRY_URL

from reuse_guard import Limit, Policy, PolicyError, ReadError, Rule, check, read
from reuse_guard.archive import Addition, Archive, Record, read_records
from reuse_guard.archive.search import MOST_LOOKED_INTO
from reuse_guard.archive.terminal import render_checked
from reuse_guard.policy import preset_text
from reuse_guard.verdict import Outcome

if TYPE_CHECKING:
    from pathlib import Path


def urls(archive: Archive, page: str, **options: object) -> list[str | None]:
    return [hit.version.url for hit in archive.search(page, **options).hits]  # type: ignore[arg-type]


# --- searching ------------------------------------------------------------------------------------
@pytest.mark.parametrize("text", [FERRY, BAKERY, RUSSIAN, KAZAKH], ids=["en", "en2", "ru", "kk"])
@pytest.mark.parametrize("first", range(0, 40, 4))
def test_any_verbatim_run_of_16_words_is_found(archive: Archive, text: str, first: int) -> None:
    page = f"{filler(300, seed=100)} {part(text, first, 16)} {filler(300, seed=101)}"
    (hit,) = archive.search(page).hits
    (run,) = hit.runs
    assert page[slice(*run.candidate)].split() == part(text, first, 16).strip('".,').split()


def test_the_estimated_share_and_the_places_are_those_of_the_copy(archive: Archive) -> None:
    page = f"{filler(200, seed=100)}\n\n{part(FERRY, 40, 60)}\n\n{filler(200, seed=101)}"
    (hit,) = archive.search(page).hits
    assert hit.version.url == FERRY_URL
    assert hit.copied == pytest.approx(60, abs=2)
    assert hit.share == hit.copied / hit.version.words
    (run,) = hit.runs
    original = archive._store.document(hit.version.id).text
    assert original == FERRY
    assert original[slice(*run.original)].split() == page[slice(*run.candidate)].split()


def test_disguises_do_not_hide_a_copy(archive: Archive) -> None:
    for disguised in (part(FERRY, 0, 60).upper(), "\u200b".join(part(FERRY, 0, 60))):
        assert urls(archive, f"{filler(100, seed=100)} {disguised}") == [FERRY_URL]


@pytest.mark.parametrize("table", ["2021", "2018", "keyboard"])
def test_a_copy_in_latin_of_an_article_in_cyrillic_is_found_and_judged(
    archive: Archive, table: str
) -> None:
    page = f"{in_latin(part(KAZAKH, 0, 60), table)} {filler(100, seed=100)}"
    (judged,) = archive.check(page).judged
    assert judged.hit.version.url == "https://courier.example/kk/kopir"
    assert judged.hit.copied == pytest.approx(judged.verdict.share.copied, abs=3)
    assert judged.verdict.outcome is Outcome.VIOLATION


def test_a_copy_in_cyrillic_of_an_article_in_latin_is_found(file: Path) -> None:
    with Archive(file) as archive:
        archive.add(in_latin(RUSSIAN, "passport"), url="https://courier.example/latin")
        assert urls(archive, part(RUSSIAN, 10, 40)) == ["https://courier.example/latin"]
        assert urls(archive, part(KAZAKH, 0, 60)) == []


def test_a_page_with_words_in_both_alphabets_hides_neither_copy(archive: Archive) -> None:
    """Here the words spelled alike explain nothing of what is in the article's own letters."""
    page = f"{filler(300, seed=100)} {part(KAZAKH, 0, 50)}"
    assert urls(archive, page) == ["https://courier.example/kk/kopir"]


def test_a_page_of_nothing_in_the_archive_has_no_originals(archive: Archive) -> None:
    assert archive.search(filler(1000, seed=100)).hits == ()
    assert archive.search("").hits == ()
    assert archive.search("Three short words.").hits == ()


def test_a_mixed_page_names_all_its_originals_most_taken_first(archive: Archive) -> None:
    page = f"{part(BAKERY, 0, 30)}\n\n{filler(50, seed=100)}\n\n{part(FERRY, 0, 60)}"
    found = archive.search(page)
    assert [hit.version.url for hit in found.hits] == [FERRY_URL, BAKERY_URL]
    assert found.words == 140
    assert urls(archive, page, limit=1) == [FERRY_URL]
    assert archive.search(page, limit=1).more == 1


def test_an_article_that_only_repeats_another_is_not_an_original_of_its_own(
    archive: Archive,
) -> None:
    follow_up = f"{filler(100, seed=200)}\n\n{part(FERRY, 0, 40)}"
    archive.add(follow_up, url="https://courier.example/news/later")
    found = archive.search(part(FERRY, 0, 80))
    assert [hit.version.url for hit in found.hits] == [FERRY_URL]
    assert [hit.version.url for hit in found.repeated] == ["https://courier.example/news/later"]


def test_articles_past_the_bound_are_counted(file: Path) -> None:
    boilerplate = part(FERRY, 0, 40)
    with Archive(file) as archive:
        texts = (f"{filler(60, seed=n)}\n\n{boilerplate}" for n in range(MOST_LOOKED_INTO + 5))
        list(archive.add_many(Record(text, f"article {n}") for n, text in enumerate(texts)))
        found = archive.search(boilerplate)
    assert (len(found.hits), len(found.repeated), found.more) == (1, MOST_LOOKED_INTO - 1, 5)


# --- adding ---------------------------------------------------------------------------------------
def test_adding_again_changes_nothing_whether_by_address_or_by_content(archive: Archive) -> None:
    before = archive.stats()
    again = archive.add(FERRY, url="http://www.courier.example/news/ferry/?utm_source=mail")
    assert again.result is Addition.UNCHANGED
    same_words = archive.add(f"\n{FERRY}\n", url=FERRY_URL)
    assert same_words.result is Addition.UNCHANGED
    archive.add(filler(100, seed=300))
    assert archive.add(filler(100, seed=300)).result is Addition.UNCHANGED
    assert archive.stats().versions == before.versions + 1


def test_another_content_at_an_address_is_a_new_version_of_the_article(archive: Archive) -> None:
    before = archive.stats()
    added = archive.add(f"{BAKERY}\n\n{FERRY}", url=BAKERY_URL)
    assert added.result is Addition.UPDATED
    after = archive.stats()
    assert (after.articles, after.versions) == (before.articles, before.versions + 1)


def test_the_version_at_the_date_of_the_page_is_the_one_that_counts(file: Path) -> None:
    old, new = part(FERRY, 0, 80), part(FERRY, 80, 80)
    with Archive(file) as archive:
        archive.add(old, url=FERRY_URL, date=date(2026, 3, 1))
        archive.add(new, url=FERRY_URL, date=date(2026, 5, 1))

        def since(page: str, day: date | None) -> list[date]:
            return [hit.version.since for hit in archive.search(page, day=day).hits]

        assert since(old, date(2026, 4, 30)) == [date(2026, 3, 1)]
        assert since(old, date(2026, 5, 1)) == []
        assert since(new, date(2026, 5, 1)) == [date(2026, 5, 1)]
        assert since(old, date(2026, 1, 1)) == [date(2026, 3, 1)], "before the first, the first"
        assert since(old, None) == [date(2026, 3, 1)], "without a date, the one most like the page"


def test_the_day_that_a_page_says_goes_before_the_day_on_which_it_was_fetched(file: Path) -> None:
    """A crawler fetches a page whenever it comes by, and the article was another one by then."""
    day = '<meta property="article:published_time" content="2026-04-01">'
    page = f"<html><head>{{}}</head><body><article><p>{FERRY}</p></article></body></html>"
    with Archive(file) as archive:
        archive.add(part(FERRY, 0, 80), url=FERRY_URL, date=date(2026, 3, 1))
        archive.add(part(FERRY, 80, 80), url=FERRY_URL, date=date(2026, 5, 1))
        for head, since in ((day, date(2026, 3, 1)), ("", date(2026, 5, 1))):
            checked = archive.check(page.format(head), seen=date(2026, 6, 1))
            assert [one.hit.version.since for one in checked.judged] == [since]


def test_periods_are_counted_from_the_day_that_is_given_for_a_page(file: Path) -> None:
    terms = Policy(id="late", name="Late", rules=(Rule(not_before="2 days"),))
    original = (
        '<html><head><meta property="article:published_time" content="2026-02-03"></head>'
        f"<body><article><p>{FERRY}</p></article></body></html>"
    )
    page = f"<html><body><article><p>{FERRY}</p></article></body></html>"
    with Archive(file) as archive:
        archive.add(original, url=FERRY_URL)
        for day, outcome in ((None, "review"), (4, "violation"), (5, "allowed")):
            published = date(2026, 2, day) if day else None
            checked = archive.check(page, day=published, policy=terms, as_of=date(2026, 3, 1))
            assert checked.outcome == outcome


def test_a_content_that_comes_back_is_a_version_again(file: Path) -> None:
    with Archive(file) as archive:
        days = [(FERRY, 1), (BAKERY, 2), (FERRY, 3)]
        for _ in range(2):
            done = [archive.add(text, url=FERRY_URL, date=date(2026, 5, day)) for text, day in days]
        assert {added.result for added in done} == {Addition.UNCHANGED}
        assert archive.stats().versions == 3


def test_the_date_of_a_first_version_is_that_which_the_article_says(file: Path) -> None:
    page = (
        '<html><head><meta property="article:published_time" content="2026-02-03T10:00:00Z">'
        f"</head><body><article><h1>Ferry</h1><p>{part(FERRY, 0, 100)}</p></article></body></html>"
    )
    with Archive(file) as archive:
        archive.add(page, url=FERRY_URL)
        assert archive.search(FERRY).hits[0].version.since == date(2026, 2, 3)


def test_what_is_no_article_is_refused_and_the_rest_is_added(file: Path) -> None:
    records = [
        Record("Too short.", "first"),
        Record(FERRY, "second"),
        Record(b"\x00\x01" * 99, "x"),
    ]
    with Archive(file) as archive:
        done = list(archive.add_many(records))
        assert [added.result for added in done] == [
            Addition.REFUSED,
            Addition.ADDED,
            Addition.REFUSED,
        ]
        with pytest.raises(ReadError, match="2 words of article text"):
            archive.add("Too short.")
        with pytest.raises(PolicyError, match="policy 'nobody': no such preset"):
            archive.add(BAKERY, policy="nobody")


def test_what_was_removed_is_found_no_more_and_can_be_added_again(archive: Archive) -> None:
    assert archive.remove(FERRY_URL) == 1
    assert archive.remove(FERRY_URL) == 0
    assert urls(archive, FERRY) == []
    assert archive.verify() == ()
    assert archive.add(FERRY, url=FERRY_URL).result is Addition.ADDED
    assert urls(archive, FERRY) == [FERRY_URL]


# --- judging --------------------------------------------------------------------------------------
def test_a_verdict_is_the_one_that_check_gives_for_the_same_article(file: Path) -> None:
    page = f"<p>{part(FERRY, 0, 70)}</p><p><a href='{FERRY_URL}'>The Courier</a></p>"
    with Archive(file) as archive:
        archive.add(FERRY, url=FERRY_URL)
        (judged,) = archive.check(page, as_of=date(2026, 11, 23)).judged
    alone = check(
        read(FERRY, FERRY_URL, name="article"),
        read(page, name="page"),
        original_url=FERRY_URL,
        as_of=date(2026, 11, 23),
    )
    assert judged.verdict == alone


def test_an_html_article_is_judged_as_if_it_were_read_again(file: Path, quickstart: Path) -> None:
    original, candidate = quickstart / "original.html", quickstart / "too-long.html"
    with Archive(file) as archive:
        archive.add(original)
        (judged,) = archive.check(candidate, as_of=date(2026, 11, 23)).judged
    alone = check(original, candidate, as_of=date(2026, 11, 23))
    assert judged.verdict.model_copy(update={"original": alone.original}) == alone.model_copy(
        update={"notes": judged.verdict.notes}
    )


def test_every_article_is_judged_under_its_own_policy(file: Path) -> None:
    with Archive(file) as archive:
        archive.add(FERRY, url=FERRY_URL, policy="propublica")
        archive.add(BAKERY, url=BAKERY_URL)
        checked = archive.check(f"{part(FERRY, 0, 80)}\n\n{part(BAKERY, 0, 60)}")
    assert [one.verdict.policy.id for one in checked.judged] == ["propublica", "qazmonitor"]


def test_a_policy_file_is_kept_in_the_archive(file: Path, tmp_path: Path) -> None:
    terms = tmp_path / "desk.toml"
    terms.write_text(preset_text("qazmonitor").replace('"qazmonitor"', '"desk"', 1), "utf-8")
    with Archive(file) as archive:
        archive.add(FERRY, url=FERRY_URL, policy=terms)
        terms.unlink()
        (judged,) = archive.check(part(FERRY, 0, 80)).judged
    assert judged.verdict.policy.id == "desk"


def test_auto_takes_the_policy_that_governs_the_address(file: Path) -> None:
    with Archive(file) as archive:
        archive.add(FERRY, url="https://qazmonitor.com/news/1", policy="auto")
        archive.add(BAKERY, url=BAKERY_URL, policy="auto")
        (judged,) = archive.check(part(FERRY, 0, 80)).judged
        assert judged.verdict.policy.id == "qazmonitor"
        checked = archive.check(part(BAKERY, 0, 60))
        assert [one.hit.version.url for one in checked.unjudged] == [BAKERY_URL]
        assert "no preset governs courier.example" in checked.unjudged[0].problem
        assert checked.outcome is Outcome.REVIEW


def test_an_article_without_terms_costs_the_others_of_its_page_nothing(archive: Archive) -> None:
    archive.add(filler(90, seed=400), policy="auto")
    checked = archive.check(f"{part(FERRY, 0, 80)}\n\n{filler(60, seed=400)}")
    assert [one.hit.version.url for one in checked.judged] == [FERRY_URL]
    assert "has no address" in checked.unjudged[0].problem
    assert checked.outcome is Outcome.VIOLATION
    assert f"not judged: {checked.unjudged[0].hit.version.name}" in render_checked(
        checked, name="page"
    )


def test_the_combined_view_counts_every_word_of_the_page_once(archive: Archive) -> None:
    archive.add(f"{filler(90, seed=400)}\n\n{part(FERRY, 0, 40)}", url="https://courier.example/x")
    page = f"{part(FERRY, 0, 60)}\n\n{filler(30, seed=400)}\n\n{part(BAKERY, 0, 40)}"
    checked = archive.check(page)
    assert len(checked.judged) == 3
    assert checked.words == 130
    assert 127 <= checked.taken <= 130
    assert sum(one.words for one in checked.judged) > checked.taken, "40 words stand in two"
    assert checked.outcome is Outcome.VIOLATION


def test_only_the_best_are_judged_and_nothing_found_is_allowed(archive: Archive) -> None:
    page = f"{part(FERRY, 0, 60)}\n\n{part(BAKERY, 0, 40)}"
    checked = archive.check(page, best=1)
    assert [one.hit.version.url for one in checked.judged] == [FERRY_URL]
    assert len(checked.found.hits) == 2
    assert archive.check(filler(300, seed=100)).outcome is Outcome.ALLOWED
    unseen = archive.check("<html><script src=a.js></script></html>")
    assert unseen.outcome is Outcome.REVIEW
    assert "it holds no words" in render_checked(unseen, name="page")


def test_originals_that_are_found_and_not_judged_are_for_review(archive: Archive) -> None:
    text = f"<p>{part(FERRY, 0, 40)}</p><p>{part(BAKERY, 0, 24)}</p><p>{filler(99, seed=100)}</p>"
    page = f'{text}<a href="{BAKERY_URL}">one</a> <a href="{FERRY_URL}">other</a>'
    checked = archive.check(page, best=1)
    assert (checked.beyond, checked.outcome) == (1, Outcome.REVIEW)
    assert "1 more original found and not judged; judge them with --best 2" in render_checked(
        checked, name="page"
    )
    everything = archive.check(page)
    assert (everything.beyond, everything.outcome) == (0, Outcome.ALLOWED)


@pytest.mark.parametrize("other", ["https://courier.example/a", "https://courier.example/z"])
def test_of_one_article_at_two_addresses_the_linked_one_is_meant(file: Path, other: str) -> None:
    page = f'<p>{part(FERRY, 0, 40)}</p><p>{filler(200, seed=7)}</p><a href="{other}">More</a>'
    with Archive(file) as archive:
        for url in ("https://courier.example/m", other):
            archive.add(FERRY, url=url)
        (judged,) = archive.check(page).judged
    assert judged.hit.version.url == other
    assert judged.verdict.outcome is Outcome.ALLOWED


def test_a_linked_article_does_not_hide_another_that_more_was_taken_from(file: Path) -> None:
    page = f'<p>{FERRY}</p><a href="https://courier.example/follow-up">More</a>'
    with Archive(file) as archive:
        archive.add(FERRY, url=FERRY_URL)
        archive.add(
            f"{filler(90, seed=4)}\n\n{part(FERRY, 0, 40)}", url="https://courier.example/follow-up"
        )
        judged = {one.hit.version.url: one.verdict for one in archive.check(page).judged}
    assert judged[FERRY_URL].outcome is Outcome.VIOLATION
    assert judged[FERRY_URL].share.ratio == 1


# --- records --------------------------------------------------------------------------------------
def test_reuses_on_record_are_kept_once_a_page_and_day(archive: Archive) -> None:
    page = "https://partner.example/a"
    checked = archive.check(part(FERRY, 0, 80))
    for day in (1, 1, 2):
        archive.record(checked, page=page, seen=date(2026, 11, day))
    kept = archive.reuses()
    assert [(reuse.host, reuse.seen.day, reuse.original) for reuse in kept] == [
        ("partner.example", 1, FERRY_URL),
        ("partner.example", 2, FERRY_URL),
    ]
    assert kept[0].copied == 80


def test_an_original_that_nothing_was_copied_from_is_no_reuse(archive: Archive) -> None:
    crew = (
        "The crew: Volkov, O'Gara, Stringer, Corrigan, Byrne, Hayes, O'Kelly, Tulegen, S Easterby,"
        " Leamy, Foley, Sheahan, Horan, Orlov, Miller, G Easterby, Humphreys."
    )
    archive.add(f"{filler(150, seed=108)}\n\n{crew}", url="https://courier.example/crew")
    checked = archive.check(f"{filler(150, seed=109)}\n\n{crew}")
    assert [one.words for one in checked.judged] == [0]
    archive.record(checked, page="https://partner.example/crew")
    assert not archive.reuses()


def test_an_export_makes_an_archive_that_judges_alike(archive: Archive, tmp_path: Path) -> None:
    ours = Policy(id="ours", name="Ours", rules=(Rule(limits=(Limit(max="90%"),)),))
    archive.add(f"{FERRY}\n\nIt sailed.", url=FERRY_URL, date=date(2027, 1, 1), policy="propublica")
    archive.add(f"{BAKERY}\n\nIt baked.", url=BAKERY_URL, date=date(2027, 1, 1), policy=ours)
    lines = tmp_path / "export.jsonl"
    lines.write_text("".join(json.dumps(line) + "\n" for line in archive.export()), "utf-8")
    with Archive(tmp_path / "copy.archive") as copy:
        done = list(copy.add_many(read_records([lines])))
        assert {added.result for added in done} == {Addition.ADDED, Addition.UPDATED}
        page = f"{part(FERRY, 0, 60)}\n\n{part(BAKERY, 0, 40)}"
        here, theirs = (a.check(page, as_of=date(2027, 2, 1)) for a in (archive, copy))
        assert [one.verdict for one in here.judged] == [one.verdict for one in theirs.judged]
        assert {one.verdict.policy.id for one in theirs.judged} == {"propublica", "ours"}
        assert list(copy.export()) == list(archive.export())
