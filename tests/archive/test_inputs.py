"""What can be added: every kind of file, and what is said of what cannot."""

from __future__ import annotations

import gzip
import json
import os
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.archive.articles import BAKERY, FERRY, RUSSIAN, part

from reuse_guard.archive import Archive, Record, Refused, read_records
from reuse_guard.archive.adding import read_record

if TYPE_CHECKING:
    from collections.abc import Callable

PAGE = (
    f"<html><body><article><h1>The ferry</h1><p>{part(FERRY, 0, 100)}</p></article></body></html>"
)


def read_all(*paths: Path, base_url: str | None = None) -> tuple[list[Record], list[Refused]]:
    found = list(read_records(paths, base_url=base_url))
    records = [each for each in found if isinstance(each, Record)]
    return records, [each for each in found if isinstance(each, Refused)]


def body(record: Record) -> str:
    return read_record(record).body_text


def test_a_folder_is_read_in_order_and_what_is_no_article_is_told(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "page one.html").write_text(PAGE, "utf-8")
    (tmp_path / "a.md").write_text(f"# Bakery\n\n{BAKERY}\n", "utf-8")
    (tmp_path / "c.txt").write_text(RUSSIAN, "utf-8")
    (tmp_path / "logo.png").write_bytes(b"\x89PNG")
    (tmp_path / ".hidden.txt").write_text("Not meant for anybody.", "utf-8")
    (tmp_path / "~$open.docx").write_bytes(b"\x05Aigul\0\0")
    records, refused = read_all(tmp_path, base_url="https://courier.example/news/")
    assert [record.url for record in records] == [
        "https://courier.example/news/a.md",
        "https://courier.example/news/c.txt",
        "https://courier.example/news/b/page%20one.html",
    ]
    assert body(records[1]) == RUSSIAN.replace("\n\n", "\n")
    assert [(each.name, each.is_article) for each in refused] == [
        (str(tmp_path / "logo.png"), False)
    ]


def test_a_file_that_is_named_is_read_whatever_its_suffix(tmp_path: Path) -> None:
    file = tmp_path / "article.draft"
    file.write_text(FERRY, "utf-8")
    records, refused = read_all(file, tmp_path / "missing.txt")
    assert body(records[0]) == FERRY.replace("\n\n", "\n")
    assert refused == [Refused(str(tmp_path / "missing.txt"), "no such file; check the path")]


@pytest.mark.parametrize("name", ["all.jsonl", "all.ndjson.gz"])
def test_json_lines_say_address_text_date_and_policy(tmp_path: Path, name: str) -> None:
    lines = [
        {"url": "https://a.example/1", "html": PAGE, "date": "2026-11-02T09:00:00Z", "id": 7},
        {"text": FERRY, "title": "The ferry", "policy": "propublica"},
        {"markdown": f"# Bakery\n\n{BAKERY}"},
    ]
    content = "\n\n".join(map(json.dumps, lines)).encode()
    file = tmp_path / name
    file.write_bytes(gzip.compress(content) if name.endswith(".gz") else content)
    records, refused = read_all(file)
    assert not refused
    assert (records[0].url, records[0].date) == ("https://a.example/1", date(2026, 11, 2))
    assert read_record(records[1]).title == "The ferry"
    assert records[1].policy == "propublica"
    assert body(records[2]).startswith("The old bakery")
    assert records[2].name == f"{file}, line 5"


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("{", "is no JSON object of one line"),
        (
            '{"text": "The ferry"',
            "is no JSON object of one line: expecting ',' delimiter in column 21;",
        ),
        ("[1]", "is no JSON object but a list; write {"),
        ('{"url": 3, "text": "x"}', 'url: 3 is not text; write it in quotes: "..."'),
        ('{"url": "https://a.example"}', 'has none of "html", "text" and "markdown"'),
        ('{"text": "x", "date": "yesterday"}', "date: 'yesterday' is not a day"),
        (
            '{"text": "x", "policy_file": "id = 7"}',
            "policy_file: id: 7 is not text",
        ),
        pytest.param(
            json.dumps({"text": "x", "policy_file": "#" * 1_000_001}),
            "policy_file: is longer than 1000000 characters",
            id="a policy longer than a file may be",
        ),
        ('{"document": {"text": 1}}', 'document: is not what "archive export" writes'),
        ("[" * 100_000, "is no JSON object of one line"),
    ],
)
def test_a_bad_line_is_told_and_the_next_is_read(tmp_path: Path, line: str, problem: str) -> None:
    file = tmp_path / "all.jsonl"
    file.write_text(f"{line}\n{json.dumps({'text': FERRY})}\n", "utf-8")
    records, (refused,) = read_all(file)
    assert refused.name == f"{file}, line 1"
    assert refused.problem.startswith(problem)
    assert len(records) == 1


def test_a_page_among_lines_of_json_is_told_once(tmp_path: Path) -> None:
    file = tmp_path / "all.jsonl"
    file.write_text(f"\n<!doctype html>\n<p>\n{FERRY}\n</p>\n", "utf-8")
    records, (refused,) = read_all(file)
    assert not records
    assert refused.name == str(file)
    assert refused.problem.startswith("is a page or a feed, where each line is read as one article")


def test_a_packed_file_that_is_cut_off_gives_what_stands_before(tmp_path: Path) -> None:
    lines = "".join(json.dumps({"text": f"{FERRY} {n}"}) + "\n" for n in range(200))
    file = tmp_path / "all.jsonl.gz"
    file.write_bytes(gzip.compress(lines.encode())[:-200])
    records, (refused,) = read_all(file)
    assert records
    assert refused.name == str(file)
    assert refused.is_article


def test_a_feed_gives_its_items(tmp_path: Path) -> None:
    file = tmp_path / "feed.xml"
    file.write_text(
        "<rss version='2.0'><channel><item><title>The ferry</title>"
        "<link>https://a.example/1</link><pubDate>Mon, 02 Nov 2026 09:00:00 +0000</pubDate>"
        f"<description>{FERRY}</description></item></channel></rss>",
        "utf-8",
    )
    (record,), refused = read_all(file)
    assert not refused
    assert record.url == "https://a.example/1"
    assert read_record(record).published == date(2026, 11, 2)


def wordpress(items: str) -> str:
    return (
        '<?xml version="1.0"?><rss version="2.0"'
        ' xmlns:content="http://purl.org/rss/1.0/modules/content/"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/"'
        ' xmlns:wp="http://wordpress.org/export/1.2/"><channel>'
        f"<title>The Courier</title>{items}</channel></rss>"
    )


def post(text: str, *, kind: str = "post", status: str = "publish") -> str:
    return (
        "<item><title>The ferry</title><link>https://a.example/1</link>"
        f"<content:encoded><![CDATA[{text}]]></content:encoded>"
        f"<wp:post_type>{kind}</wp:post_type><wp:status>{status}</wp:status>"
        "<wp:post_date>2026-11-02 09:00:00</wp:post_date></item>"
    )


def test_an_export_of_wordpress_gives_published_posts_with_their_paragraphs(
    tmp_path: Path,
) -> None:
    file = tmp_path / "export.xml"
    items = [
        post(f"{FERRY}\n\n[gallery ids=1,2]"),
        post(f"<!-- wp:paragraph --><p>{part(FERRY, 0, 50)}</p>", kind="page"),
        post("A picture", kind="attachment"),
        post(FERRY, status="draft"),
    ]
    file.write_text(wordpress("".join(items)), "utf-8")
    records, refused = read_all(file)
    assert body(records[0]) == FERRY.replace("\n\n", "\n")
    assert body(records[1]) == part(FERRY, 0, 50)
    assert (records[0].url, read_record(records[0]).published) == (
        "https://a.example/1",
        date(2026, 11, 2),
    )
    assert [each.problem for each in refused] == [
        "attachment is no article",
        "draft is not published",
    ]
    assert not any(each.is_article for each in refused)


def test_a_broken_export_gives_what_stands_before_the_break(tmp_path: Path) -> None:
    file = tmp_path / "export.xml"
    file.write_text(wordpress(post(FERRY) + "<item><title>broken"), "utf-8")
    (record,), (refused,) = read_all(file)
    assert record.url == "https://a.example/1"
    assert refused.name == str(file)
    assert "is not well formed" in refused.problem


def warc(*responses: tuple[str, str, str, bytes]) -> bytes:
    """A WARC file, each record packed by itself as crawlers do."""
    packed = []
    for url, status, kind, content in responses:
        answer = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n\r\n".encode() + content
        head = (
            f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\n"
            "WARC-Date: 2026-11-02T09:00:00Z\r\n"
            "WARC-Record-ID: <urn:uuid:0d6f1a3c-0000-4000-8000-000000000000>\r\n"
            "Content-Type: application/http; msgtype=response\r\n"
            f"Content-Length: {len(answer)}\r\n\r\n"
        )
        packed.append(gzip.compress(head.encode() + answer + b"\r\n\r\n"))
    return b"".join(packed)


def test_a_page_in_a_warc_file_that_never_was_on_the_web_has_no_address(tmp_path: Path) -> None:
    file = tmp_path / "crawl.warc"
    head = (
        "WARC/1.0\r\nWARC-Type: resource\r\nWARC-Target-URI: urn:crawler:saved-page\r\n"
        "WARC-Date: 2026-11-02T09:00:00Z\r\n"
        "WARC-Record-ID: <urn:uuid:0d6f1a3c-0000-4000-8000-000000000000>\r\n"
        f"Content-Type: text/html\r\nContent-Length: {len(PAGE.encode())}\r\n\r\n"
    )
    file.write_bytes(f"{head}{PAGE}\r\n\r\n".encode())
    (record,), _ = read_all(file)
    assert (record.url, record.name) == (None, f"{file}: urn:crawler:saved-page")
    assert body(record).startswith("The river fell")


def test_a_warc_file_gives_its_pages(tmp_path: Path) -> None:
    file = tmp_path / "crawl.warc.gz"
    russian = f"<html><body><p>{RUSSIAN}</p></body></html>".encode("cp1251")
    file.write_bytes(
        warc(
            ("https://a.example/1", "200 OK", "text/html", PAGE.encode()),
            ("https://a.example/2", "200 OK", "text/html; charset=windows-1251", russian),
            ("https://a.example/3", "404 Not Found", "text/html", b"<p>gone</p>"),
            ("https://a.example/4", "200 OK", "image/png", b"\x89PNG"),
        )
    )
    records, refused = read_all(file)
    assert [(record.url, record.date) for record in records] == [
        ("https://a.example/1", date(2026, 11, 2)),
        ("https://a.example/2", date(2026, 11, 2)),
    ]
    assert "горячей воды" in body(records[1])
    page = read_record(records[0])
    assert records[0].dated(page).published is None, "a page may have stood before it was fetched"
    assert [each.problem for each in refused] == [
        "status 404 is no article",
        "image/png is no article",
    ]


@pytest.mark.parametrize("key", ["url", "title", "policy", "text", "html"])
def test_half_a_character_stops_no_archive(tmp_path: Path, key: str) -> None:
    half = {"url": "https://a.example/\ud800", "title": "\ud800", "policy": "\ud800"}
    line = {"text": FERRY, key: half.get(key, f"{FERRY}\ud800 <title>\ud800</title>")}
    if key == "html":
        del line["text"]
    lines = (line, {"text": BAKERY})
    (tmp_path / "a.jsonl").write_text("\n".join(map(json.dumps, lines)), "utf-8")
    with Archive(tmp_path / "a.archive") as archive:
        results = [added.result for added in archive.add_many(read_records([tmp_path / "a.jsonl"]))]
        assert len(results) == 2
        assert results[0] == ("refused" if key == "policy" else "added")
        assert len(list(archive.export())) >= 1


def test_a_file_whose_name_is_no_text_is_added_and_its_reuse_recorded(tmp_path: Path) -> None:
    file = Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff.txt"))
    file.write_text(FERRY, "utf-8")
    with Archive(tmp_path / "a.archive") as archive:
        (added,) = archive.add_many(read_records([file]))
        assert added.result == "added"
        checked = archive.check(file)
        archive.record(checked, page=str(file))
        assert archive.reuses()[0].page.endswith("\\udcff.txt")


def test_a_folder_that_may_not_be_read_is_told_and_the_others_are_read(
    tmp_path: Path, shut: Callable[[Path], None]
) -> None:
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "ferry.txt").write_text(FERRY, "utf-8")
    shut(tmp_path / "a")
    (record,), (refused,) = read_all(tmp_path)
    assert record.name == str(tmp_path / "b" / "ferry.txt")
    assert (refused.name, refused.is_article) == (str(tmp_path / "a"), True)
    assert refused.problem == "may not be read; check its permissions"


def test_a_pipe_in_a_folder_is_told_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.html")
    (tmp_path / "b.txt").write_text(FERRY, "utf-8")
    records, (refused,) = read_all(tmp_path)
    assert len(records) == 1
    assert refused.problem == "is a pipe or a device, not a file; leave it out"


def test_what_is_no_warc_file_is_told(tmp_path: Path) -> None:
    file = tmp_path / "crawl.warc"
    file.write_text("This is no WARC file.\n" * 20, "utf-8")
    records, (refused,) = read_all(file)
    assert not records
    assert "is no WARC file" in refused.problem


def test_a_warc_file_that_is_cut_off_gives_what_stands_before(tmp_path: Path) -> None:
    file = tmp_path / "crawl.warc.gz"
    page = ("https://a.example/1", "200 OK", "text/html", PAGE.encode())
    file.write_bytes(warc(page, page, page)[:-100])
    records, refused = read_all(file)
    assert len(records) == 2
    assert refused
    assert all(each.is_article for each in refused)


class NotInstalled:
    """A finder for which warcio is not there."""

    @staticmethod
    def find_spec(name: str, *_: object) -> None:
        """Refuse warcio; leave everything else to the finders behind."""
        if name == "warcio":
            msg = "No module named 'warcio'"
            raise ModuleNotFoundError(msg, name=name)


def test_without_warcio_the_extra_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in [name for name in sys.modules if name.partition(".")[0] == "warcio"]:
        monkeypatch.delitem(sys.modules, module)
    monkeypatch.setattr(sys, "meta_path", [NotInstalled, *sys.meta_path])
    (tmp_path / "crawl.warc").write_bytes(b"WARC/1.0\r\n")
    (tmp_path / "ferry.txt").write_text(FERRY, "utf-8")
    records, (refused,) = read_all(tmp_path)
    assert [record.content for record in records] == [FERRY.encode()]
    assert refused.name == str(tmp_path / "crawl.warc")
    assert "pip install 'reuse-guard[warc]'" in refused.problem
