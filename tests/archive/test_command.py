"""`reuse-guard archive` as a user meets it: exit statuses, streams, messages."""

from __future__ import annotations

import io
import json
import sqlite3
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from tests.archive.articles import BAKERY, FERRY, filler, part
from tests.archive.conftest import BAKERY_URL, FERRY_URL

from reuse_guard.archive import Added, Addition, Archive
from reuse_guard.archive.adding import read_record
from reuse_guard.archive.packed import pack, unpack
from reuse_guard.cli.main import run
from reuse_guard.cli.statuses import EXIT_INTERRUPTED

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from reuse_guard.archive import Record
    from reuse_guard.documents.model import Document


@pytest.fixture(autouse=True)
def _in_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    lines = [{"url": FERRY_URL, "text": FERRY, "date": "2026-11-01"}]
    lines += [{"url": BAKERY_URL, "text": BAKERY, "date": "2026-11-02"}]
    (tmp_path / "all.jsonl").write_text("\n".join(map(json.dumps, lines)), "utf-8")
    (tmp_path / "page.txt").write_text(
        f"{part(FERRY, 0, 80)}\n\n{filler(60, seed=9)}\n\n{part(BAKERY, 0, 30)}\n", "utf-8"
    )
    assert run(["archive", "add", "desk.archive", "all.jsonl", "--quiet"]) == 0


def printed(capsys: pytest.CaptureFixture[str], *arguments: str, status: int = 0) -> str:
    capsys.readouterr()
    assert run(["archive", *arguments]) == status
    return capsys.readouterr().out


def test_a_slip_leaves_no_empty_archive_behind(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "empty").mkdir()
    assert run(["archive", "add", "new.archive", "missing.html", "gone.txt"]) == 2
    said = capsys.readouterr().err
    assert "missing.html: no such file; check the path" in said
    assert "new.archive: 2 refused" in said
    assert run(["archive", "add", "new.archive", "empty"]) == 0
    assert not list(tmp_path.glob("new.archive*"))
    assert run(["archive", "add", "new.archive", "missing.html", "all.jsonl"]) == 2
    assert "new.archive: 2 added, 1 refused" in capsys.readouterr().err


@pytest.mark.parametrize("named", [["short.txt"], ["short.txt", "line.jsonl"], ["line.jsonl"]])
def test_articles_that_are_too_short_leave_none_either(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], named: list[str]
) -> None:
    (tmp_path / "short.txt").write_text("Too short.", "utf-8")
    (tmp_path / "line.jsonl").write_text('{"text": "Too short."}', "utf-8")
    assert run(["archive", "add", "new.archive", *named]) == 2
    assert f"new.archive: {len(named)} refused" in capsys.readouterr().err
    assert not list(tmp_path.glob("new.archive*"))
    assert run(["archive", "add", "new.archive", *named, "all.jsonl"]) == 2
    assert f"new.archive: 2 added, {len(named)} refused" in capsys.readouterr().err


@pytest.mark.parametrize("policy", ["nobody", "nobody.toml"])
def test_terms_that_there_are_not_are_told_once_before_anything_is_made(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], policy: str
) -> None:
    assert run(["archive", "add", "new.archive", "all.jsonl", "--policy", policy]) == 2
    said = capsys.readouterr().err
    assert said.count("nobody") == 1
    assert "refused" not in said
    assert not list(tmp_path.glob("new.archive*"))


def test_adding_that_is_interrupted_says_how_it_goes_on(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupted(*_: object, **__: object) -> Iterator[Added]:
        yield Added("a.html", Addition.ADDED)
        raise KeyboardInterrupt

    monkeypatch.setattr(Archive, "add_many", interrupted)
    assert run(["archive", "add", "desk.archive", "all.jsonl"]) == EXIT_INTERRUPTED
    said = "reuse-guard: desk.archive: 1 done; the same command goes on from there\n"
    assert said in capsys.readouterr().err


def test_adding_says_what_became_of_the_articles(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["archive", "add", "desk.archive", "all.jsonl"]) == 0
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err == "desk.archive: 2 unchanged\n"


def test_an_article_that_cannot_be_read_is_told_and_the_status_is_2(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "more.jsonl").write_text(
        json.dumps({"text": filler(50, seed=1)}) + '\n{"text": "Short."}\n', "utf-8"
    )
    assert run(["archive", "add", "desk.archive", "more.jsonl"]) == 2
    err = capsys.readouterr().err
    assert "reuse-guard: more.jsonl, line 2: has 1 word of article text" in err
    assert err.endswith("desk.archive: 1 added, 1 refused\n")


def test_an_article_over_which_we_fail_is_told_and_the_others_are_added(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, seed in (("a.txt", 1), ("b.txt", 2)):
        (tmp_path / name).write_text(filler(50, seed=seed), "utf-8")
    monkeypatch.setattr("reuse_guard.archive.adding.read_record", fail_on("a.txt"))
    assert run(["archive", "add", "desk.archive", "a.txt", "b.txt"]) == 3
    err = capsys.readouterr().err
    assert "reuse-guard: a.txt: a defect of ours, not yours: KeyError: 'x' (at " in err
    assert err.endswith("desk.archive: 1 added, 1 failed\n")


def fail_on(name: str) -> Callable[[Record], Document]:
    """`read_record`, but for one record."""

    def read_the_others(record: Record, **known: Any) -> Document:  # noqa: ANN401 - of `read`
        if record.name == name:
            raise KeyError("x")  # noqa: EM101 - as Python does
        return read_record(record, **known)

    return read_the_others


def test_a_page_over_which_we_fail_is_told_and_the_others_are_checked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "b.txt").write_text(filler(50, seed=2), "utf-8")
    monkeypatch.setattr("reuse_guard.cli.archive.inputs.read_record", fail_on("b.txt"))
    assert run(["archive", "check", "desk.archive", "b.txt", "page.txt"]) == 3
    captured = capsys.readouterr()
    assert "page.txt" in captured.out
    assert "reuse-guard: b.txt: a defect of ours, not yours: KeyError" in captured.err


def test_a_page_that_cannot_be_judged_is_told_and_the_others_are_checked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own = {"url": "https://a.example/1", "text": filler(60, seed=5), "policy": "auto"}
    (tmp_path / "own.jsonl").write_text(json.dumps(own), "utf-8")
    (tmp_path / "b.txt").write_text(filler(60, seed=5), "utf-8")
    assert run(["archive", "add", "desk.archive", "own.jsonl"]) == 0
    assert run(["archive", "check", "desk.archive", "b.txt", "page.txt"]) == 2
    captured = capsys.readouterr()
    assert "page.txt" in captured.out
    assert "b.txt: policy 'auto': no preset governs a.example; name a policy" in captured.err


def test_a_page_in_disguise_is_for_review(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "apart.txt").write_text(" ".join(FERRY), "utf-8")
    arguments = ("check", "desk.archive", "apart.txt", "--fail-on", "review")
    out = printed(capsys, *arguments, status=1)
    assert out.startswith("REVIEW     apart.txt\n")
    assert max(map(len, out.splitlines())) <= 80
    said = " ".join(out.split())
    assert "words cannot be read: their letters stand apart from each other; write" in said
    data = json.loads(printed(capsys, *arguments, "--format", "json", status=1))
    assert (data["outcome"], len(data["unread"])) == ("review", 1)


def test_a_page_without_words_cannot_be_searched_for(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "empty.html").write_text("<p>…</p>", "utf-8")
    assert run(["archive", "search", "desk.archive", "empty.html"]) == 2
    assert "empty.html: holds no words, so nothing can be found in it; save" in (
        capsys.readouterr().err
    )


def test_terms_that_are_not_there_end_a_check_before_its_first_page(
    capsys: pytest.CaptureFixture[str],
) -> None:
    printed(capsys, "check", "desk.archive", "page.txt", "--policy", "qazmonitr", status=2)
    printed(capsys, "check", "desk.archive", "page.txt", "--grants", "gone.toml", status=2)


def test_articles_are_read_from_standard_input(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    line = json.dumps({"url": "https://a.example/9", "text": filler(50, seed=2)}).encode()
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(line)))
    assert run(["archive", "add", "desk.archive", "-"]) == 0
    assert capsys.readouterr().err == "desk.archive: 1 added\n"


def test_searching_names_the_originals_with_shares_and_places(
    capsys: pytest.CaptureFixture[str],
) -> None:
    text = printed(capsys, "search", "desk.archive", "page.txt")
    assert text.startswith("page.txt: about 110 of its 170 words come from 2 originals\n")
    assert f" 1. {FERRY_URL}, as of 2026-11-01\n" in text
    assert "80 words: The river fell by a metre overnight" in text
    data = json.loads(printed(capsys, "search", "desk.archive", "page.txt", "--format", "json"))
    assert [each["url"] for each in data["originals"]] == [FERRY_URL, BAKERY_URL]
    assert data["originals"][0]["copied"] == 80


def test_checking_judges_the_originals_and_fails_as_asked(
    capsys: pytest.CaptureFixture[str],
) -> None:
    text = printed(capsys, "check", "desk.archive", "page.txt", status=1)
    assert text.startswith("VIOLATION  page.txt\n           110 of its 170 words (65%) come from")
    assert f"  VIOLATION {FERRY_URL}\n" in text
    options = ("--fail-on", "never", "--format", "json", "--best", "1")
    (line,) = printed(capsys, "check", "desk.archive", "page.txt", *options).splitlines()
    data = json.loads(line)
    assert (data["outcome"], len(data["judged"]), len(data["originals"])) == ("violation", 1, 2)


def test_what_only_the_desk_knows_of_the_uses_is_declared(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    terms = 'id = "t"\nname = "T"\n[[rules]]\nmode = "any"\nattest = [{ about = "commercial" }]\n'
    (tmp_path / "t.toml").write_text(terms, "utf-8")
    given = ("check", "desk.archive", "page.txt", "--policy", "t.toml", "--fail-on", "review")
    assert "REVIEW" in printed(capsys, *given, status=1)
    assert "ALLOWED" in printed(capsys, *given, "--declare", "commercial=no")


def test_a_page_of_other_things_is_allowed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "other.txt").write_text(filler(100, seed=5), "utf-8")
    assert "nothing of the archive was found" in printed(
        capsys, "check", "desk.archive", "other.txt"
    )
    assert "none of its 100 words" in printed(capsys, "search", "desk.archive", "other.txt")


def test_a_page_that_cannot_be_read_does_not_stop_the_others(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run(["archive", "check", "desk.archive", "missing.txt", "page.txt"]) == 2
    captured = capsys.readouterr()
    assert "missing.txt: no such file" in captured.err
    assert "VIOLATION  page.txt" in captured.out


def test_a_removed_article_is_found_no_more(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["archive", "remove", "desk.archive", FERRY_URL]) == 0
    assert run(["archive", "remove", "desk.archive", FERRY_URL]) == 2
    assert "is not in the archive" in capsys.readouterr().err
    assert FERRY_URL not in printed(capsys, "search", "desk.archive", "page.txt")


def test_stats_show_size_growth_and_health(capsys: pytest.CaptureFixture[str]) -> None:
    text = printed(capsys, "stats", "desk.archive", "--verify")
    assert "articles     2 in 2 versions, " in text
    assert "courier.example ########" in text
    data = json.loads(printed(capsys, "stats", "desk.archive", "--verify", "--format", "json"))
    assert (data["articles"], data["problems"]) == (2, [])


def test_an_export_can_be_added_to_another_archive(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "out.jsonl").write_text(printed(capsys, "export", "desk.archive"), "utf-8")
    printed(capsys, "export", "desk.archive", "--output", "same.jsonl")
    assert (tmp_path / "same.jsonl").read_bytes() == (tmp_path / "out.jsonl").read_bytes()
    assert run(["archive", "add", "copy.archive", "out.jsonl"]) == 0
    assert capsys.readouterr().err == "copy.archive: 2 added\n"


@pytest.mark.parametrize("command", ["search", "check"])
def test_what_is_no_archive_is_a_mistake_of_status_2(
    command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["archive", command, "page.txt", "page.txt"]) == 2
    assert "page.txt: is not an archive" in capsys.readouterr().err


LETTER = """
id = "SC-1"
publisher = "The Courier"
publisher_hosts = ["courier.example"]
grantee = "Left Bank"
grantee_hosts = ["leftbank.example"]
waives = ["link"]
"""


def test_a_permission_bound_to_a_host_applies_to_a_saved_page_whose_address_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "letter.toml").write_text(LETTER, "utf-8")
    (tmp_path / "ferry.html").write_text(f"<article><p>{FERRY}</p></article>", "utf-8")
    check = ["check", "desk.archive", "ferry.html", "--grants", "letter.toml"]
    assert "REVIEW" in printed(capsys, *check)
    url = "https://leftbank.example/buses"
    told = printed(capsys, *check, "--url", url)
    assert told.startswith(f"ALLOWED    {url}\n")
    elsewhere = printed(capsys, *check, "--url", "https://right.example/buses", status=1)
    assert elsewhere.startswith("VIOLATION  https://right.example/buses\n")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["page.txt", "--url", "leftbank"], "'leftbank' is no web address; write it as https://"),
        (["page.txt", "page.txt", "--url", "https://a.example/1"], "is the address of one page"),
        (["empty.html", "--url", "https://a.example/1"], "empty.html: holds no words, so nothing"),
        (["empty.html"], "empty.html: holds no words, so nothing can be found in it; save the"),
    ],
)
def test_a_page_that_cannot_be_checked_ends_with_status_2_and_says_why(
    arguments: list[str], told: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "empty.html").write_text("<html><script src=a.js></script></html>", "utf-8")
    capsys.readouterr()
    assert run(["archive", "check", "desk.archive", *arguments]) == 2
    captured = capsys.readouterr()
    assert told in captured.err
    assert captured.out == ""


@pytest.mark.parametrize("address", ["c.example", "javascript:alert(1)", "/news/7"])
def test_an_article_with_an_address_that_is_none_is_told_and_the_others_are_added(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], address: str
) -> None:
    lines = [
        {"url": address, "text": filler(50, seed=1)},
        {"url": "https://courier.example/8", "text": filler(50, seed=2)},
    ]
    (tmp_path / "more.jsonl").write_text("\n".join(map(json.dumps, lines)), "utf-8")
    assert run(["archive", "add", "desk.archive", "more.jsonl"]) == 2
    err = capsys.readouterr().err
    assert f"more.jsonl, line 1: url: {address!r} is no web address; write it in full" in err
    assert err.endswith("desk.archive: 1 added, 1 refused\n")


def test_a_page_with_an_address_that_is_none_is_told_and_the_others_are_checked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = [
        {"url": "c.example", "text": part(FERRY, 0, 80)},
        {"url": "https://partner.example/8", "text": part(FERRY, 0, 90)},
    ]
    (tmp_path / "pages.jsonl").write_text("\n".join(map(json.dumps, lines)), "utf-8")
    assert run(["archive", "check", "desk.archive", "pages.jsonl"]) == 2
    captured = capsys.readouterr()
    assert "pages.jsonl, line 1: url: 'c.example' is no web address" in captured.err
    assert "https://partner.example/8" in captured.out


def test_a_base_address_that_is_none_is_refused_before_anything_is_made(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["archive", "add", "new.archive", "page.txt", "--base-url", "foo"]) == 2
    assert "base_url (--base-url): 'foo' is no web address" in capsys.readouterr().err
    assert not (tmp_path / "new.archive").exists()


@pytest.fixture
def of_an_older_version(tmp_path: Path) -> None:
    """An archive whose ferry has an address that is none, as could be added once."""
    with closing(sqlite3.connect(tmp_path / "desk.archive")) as connection, connection:
        select = "SELECT version, packed FROM documents ORDER BY version LIMIT 1"
        version, packed = connection.execute(select).fetchone()
        document = replace(unpack(packed, source="desk.archive"), url="c.example")
        update = "UPDATE documents SET packed = ? WHERE version = ?"
        connection.execute(update, (pack(document), version))
        connection.execute(
            "UPDATE articles SET url = 'c.example', name = 'c.example', key = 'sha256:00'"
            " WHERE url = ?",
            (FERRY_URL,),
        )


@pytest.mark.usefixtures("of_an_older_version")
def test_an_article_kept_with_an_address_that_is_none_is_judged_as_one_without(
    capsys: pytest.CaptureFixture[str],
) -> None:
    report = json.loads(
        printed(capsys, "check", "desk.archive", "page.txt", "--format", "json", status=1)
    )
    kept = {one["verdict"]["original"]["url"] for one in report["judged"]}
    assert kept == {None, BAKERY_URL}


@pytest.mark.usefixtures("of_an_older_version")
def test_an_article_without_a_web_address_is_removed_by_what_it_is_called(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run(["archive", "remove", "desk.archive", "c.example"]) == 0
    assert "c.example: 1 version" in capsys.readouterr().err
    assert run(["archive", "remove", "desk.archive", "c.example"]) == 2
    assert run(["archive", "remove", "desk.archive", BAKERY_URL]) == 0


def test_one_of_a_kind_is_counted_as_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "letter.txt").write_text(filler(60, seed=4), "utf-8")
    assert run(["archive", "add", "new.archive", "letter.txt"]) == 0
    text = printed(capsys, "stats", "new.archive")
    assert "articles     1 in 1 version, 60 words" in text
    assert run(["archive", "remove", "new.archive", "letter.txt"]) == 0
    assert "letter.txt: 1 version removed" in capsys.readouterr().err
    assert "removed      1 version\n" in printed(capsys, "stats", "new.archive")


def test_an_article_without_an_address_says_why_no_policy_can_be_picked_for_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "letter.txt").write_text(filler(60, seed=4), "utf-8")
    assert run(["archive", "add", "new.archive", "letter.txt", "--policy", "auto"]) == 0
    assert run(["archive", "check", "new.archive", "letter.txt"]) == 2
    err = capsys.readouterr().err
    assert "new.archive: letter.txt: has no address" in err
    assert "--original-url" not in err
    assert run(["archive", "remove", "new.archive", "letter.txt"]) == 0
    lines = json.dumps({"url": "https://orda.kz/4", "text": filler(60, seed=4)})
    (tmp_path / "letter.jsonl").write_text(lines, "utf-8")
    assert run(["archive", "add", "new.archive", "letter.jsonl", "--policy", "auto"]) == 0
    assert run(["archive", "check", "new.archive", "letter.txt"]) == 1


@pytest.mark.parametrize(
    ("options", "outcome"),
    [
        ([], "review"),
        (["--dialect", "commonmark"], "allowed"),
        (["--dialect", "kramdown", "--no-bare-links"], "violation"),
        (["--dialect", "kramdown", "--bare-links"], "allowed"),
    ],
)
def test_a_check_is_told_how_the_site_of_a_page_reads_markdown(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, options: list[str], outcome: str
) -> None:
    links = f"<div>\n\n[Courier]({FERRY_URL})\n\n</div>"
    if "bare" in "".join(options):
        links += f"\n\n{FERRY_URL}"
    text = f"{part(FERRY, 0, 40)}\n\n{links}\n\n{filler(60, seed=9)}\n"
    (tmp_path / "post.md").write_text(text, "utf-8")
    status = int(outcome == "violation")
    arguments = ["check", "desk.archive", "post.md", "--format", "json", *options]
    assert json.loads(printed(capsys, *arguments, status=status))["outcome"] == outcome
    (tmp_path / "posts").mkdir()
    (tmp_path / "post.md").rename(tmp_path / "posts" / "post.md")
    arguments[2] = "posts"
    assert json.loads(printed(capsys, *arguments, status=status))["outcome"] == outcome
