from __future__ import annotations

import hashlib
import io
import os
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.documents.reading_case import check_offsets

from reuse_guard.documents.formats import format_of, is_feed, is_wire_item
from reuse_guard.documents.limits import ReadLimits
from reuse_guard.documents.model import Format
from reuse_guard.documents.read import read
from reuse_guard.errors import ReadError, ReuseGuardError, UsageError


def zipped(name: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(name, "x")
    return buffer.getvalue()


def test_a_str_is_content_and_never_a_path_or_an_address(tmp_path: Path) -> None:
    file = tmp_path / "article.txt"
    file.write_text("inside")
    assert read(str(file)).text == str(file)
    assert read("https://example-news.kz/1").text == "https://example-news.kz/1"


def test_the_name_of_a_file_as_text_is_noted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "page.html").write_text("<p>Words.</p>", "utf-8")
    (note,) = read("page.html").notes
    assert note == "page.html was taken as the text itself; to read the file give its Path"
    for other in ("gone.html", "page.html\n", "p" * 10_000, "a\0b", ""):
        assert read(other).notes == ()
    assert read(tmp_path / "page.html").notes == ()


def test_an_address_as_text_is_noted() -> None:
    (note,) = read(" https://example-news.kz/1\n").notes
    assert note == (
        "https://example-news.kz/1 was taken as the text itself; fetch the page and give what it"
        " holds"
    )
    for other in ("https://example-news.kz/1 says so", "example-news.kz", b"https://a.example/"):
        assert read(other).notes == ()


def test_the_digest_is_that_of_the_bytes_however_they_come(tmp_path: Path) -> None:
    text = "Вода\r\nв реке"
    file = tmp_path / "article.txt"
    file.write_bytes(text.encode())
    digest = hashlib.sha256(text.encode()).hexdigest()
    assert {read(text).sha256, read(text.encode()).sha256, read(file).sha256} == {digest}


def test_a_document_is_returned_as_it_is() -> None:
    document = read("text", url="https://example-news.kz/1")
    assert read(document) is document
    assert read(document, url="https://example-news.kz/2").url == "https://example-news.kz/2"


def test_messages_name_the_input(tmp_path: Path) -> None:
    file = tmp_path / "page.html"
    file.write_text("<p>text</p>")
    assert read(file).source == str(file)
    assert read(file, name="original").source == str(file)
    assert read("text", name="candidate").source == "candidate"
    assert (read("text").source, read(b"text").source) == ("<str>", "<bytes>")


TYPES = [
    ("a.html", "plain words", Format.HTML),
    ("a.HTM", "plain words", Format.HTML),
    ("a.md", "plain words", Format.MARKDOWN),
    ("a.txt", "# not a heading", Format.TEXT),
    ("a.txt", "<!DOCTYPE html><p>saved under a wrong name</p>", Format.HTML),
    ("a", "<p>by its content</p>", Format.HTML),
    ("a.php", "See [this](https://example-news.kz/1).", Format.MARKDOWN),
]


@pytest.mark.parametrize(("name", "text", "expected"), TYPES)
def test_the_suffix_tells_the_format_and_then_the_content(
    tmp_path: Path, name: str, text: str, expected: Format
) -> None:
    (tmp_path / name).write_text(text)
    assert read(tmp_path / name).format is expected


MARKED = [
    ("<p>Flood waters fall.</p>", Format.HTML),
    ("  \n<!-- c --><!doctype html><title>x</title>", Format.HTML),
    ('Flood waters fall, <a href="https://a.kz/1">source</a>.', Format.HTML),
    ("One paragraph.<br>Another one.", Format.HTML),
    ("<div>See [this](https://a.kz/1)</div>", Format.HTML),
    ("---\ntitle: x\n---\ntext", Format.MARKDOWN),
    ("# Flood waters fall\n\nThe river dropped.", Format.MARKDOWN),
    ("See [Example](https://a.kz/1).", Format.MARKDOWN),
    ("See [Example][1].\n\n[1]: https://a.kz/1", Format.MARKDOWN),
    ("## One\ntext\n\n## Two\ntext", Format.MARKDOWN),
    ("# of houses: 5\n# of bridges: 2\n", Format.TEXT),
    ("word " * 900 + "a stray break <BR/>", Format.TEXT),
    ("See [this](https://a.kz/1) and <b>that</b>.", Format.MARKDOWN),
    ("Flood waters fall if x < 3 and y > 4.", Format.TEXT),
    ("Write <b> to make it bold [1], see (https://a.kz/1).", Format.TEXT),
    ("#1 in the ranking\n\ntext", Format.TEXT),
    ("# 5 hashtags are used\ntext goes on", Format.TEXT),
    ("---\n\nA rule, then words: these.\n\n---\n", Format.TEXT),
    ("* one\n* two\n\n**bold** claims_of_it", Format.TEXT),
    ("Sent from <https://a.kz/1>.", Format.TEXT),
    ("", Format.TEXT),
]


@pytest.mark.parametrize(("text", "expected"), MARKED)
def test_content_is_taken_for_markup_only_when_it_clearly_is(text: str, expected: Format) -> None:
    assert read(text).format is expected


def test_a_format_that_is_named_wins_over_suffix_and_content(tmp_path: Path) -> None:
    file = tmp_path / "a.html"
    file.write_text("<p>x</p>")
    assert read(file, format="text").text == "<p>x</p>"
    with pytest.raises(UsageError, match="unknown format 'pdf'; one of auto, html, markdown, text"):
        read("x", format="pdf")


def test_an_empty_input_is_an_empty_document() -> None:
    for format_ in ("auto", "text", "markdown"):
        document = read("", format=format_)
        assert (document.text, document.blocks, document.body_text) == ("", (), "")


def test_a_missing_file_a_folder_and_a_locked_file_say_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match=r"gone\.html: no such file; check the path"):
        read(tmp_path / "gone.html")
    with pytest.raises(ReadError, match="is a folder; name a file in it"):
        read(tmp_path)
    with pytest.raises(ReadError, match="cannot be read: "):
        read(tmp_path / ("x" * 5000))
    with pytest.raises(ReadError, match="cannot be read: embedded null byte"):
        read(Path("a\0b"))


def test_a_file_without_permission_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_args: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(ReadError, match="may not be read; check its permissions"):
        read(tmp_path / "locked.html")


BINARIES = [
    (b"%PDF-1.7\n1 0 obj", "is a PDF, not a text; export its text"),
    (b"\x89PNG\r\n\x1a\n\0\0", "is a PNG image"),
    (b"\xff\xd8\xff\xe0", "is a JPEG image"),
    (b"RIFF\x10\0\0\0WEBPVP8 ", "is a media file"),
    (b"\0\0\0\x18ftypmp42", "is a media file"),
    (b"\x1f\x8b\x08\0\0", "is a gzip file, not a text; unpack it first"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "is an old office file, not a text; save it as .docx"),
    (b"{\\rtf1 text}", "is an RTF file"),
    (zipped("a.txt"), "is a zip or office file, not a text; unpack it first"),
    (bytes(range(256)) * 4, "not a text: it is full of bytes that stand in no text"),
    (os.urandom(64) + bytes(512), "."),
]


@pytest.mark.parametrize(("data", "message"), BINARIES, ids=range(len(BINARIES)))
def test_a_binary_file_is_named_and_refused(data: bytes, message: str) -> None:
    with pytest.raises(ReadError, match=message):
        read(data, name="original")


@pytest.mark.parametrize("text", ["RIFF is a format.", "ID3 tags and BZh.", "PK and MZ", "GIF"])
def test_a_text_that_opens_like_a_signature_is_a_text(text: str) -> None:
    assert read(text.encode()).text == text


def test_an_input_past_the_bound_is_refused_before_it_is_read_whole(tmp_path: Path) -> None:
    few = ReadLimits(source_bytes=1_000_000)
    file = tmp_path / "large.txt"
    with file.open("wb") as opened:
        opened.truncate(10**12)
    for source in (file, b" " * 1_000_001, "я" * 500_001):
        with pytest.raises(ReadError, match=r"larger than 1 MB \(source_bytes\)"):
            read(source, limits=few)


def test_another_type_is_a_usage_error() -> None:
    with pytest.raises(UsageError, match=r"give content as str or bytes, a file as pathlib\.Path"):
        read(42)  # type: ignore[arg-type] # on purpose


def test_lone_surrogates_are_tolerated() -> None:
    for format_ in ("text", "markdown", "html"):
        assert "word" in read("word \ud800 word", format=format_).text


def test_a_wrong_declaration_is_noted() -> None:
    text = "Вода в реке пошла на спад в пятницу утром, сообщил акимат."
    document = read(text.encode("koi8-r"), encoding="windows-1251")
    assert document.text == text
    assert document.notes == ("declared as cp1251, read as koi8-r: the bytes say so",)


@given(st.one_of(st.text(max_size=200), st.binary(max_size=200)))
def test_anything_is_read_or_refused(source: str | bytes) -> None:
    try:
        document = read(source)
    except ReuseGuardError:
        return
    check_offsets(document)


def test_reading_plain_text_imports_no_parser() -> None:
    code = (
        "import sys; from reuse_guard.documents.read import read; read('text ' * 99);"
        "heavy = {'markdown_it', 'yaml', 'charset_normalizer', 'bs4', 'lxml'} & set(sys.modules);"
        "assert not heavy, heavy"
    )
    subprocess.run([sys.executable, "-c", code], check=True)  # noqa: S603 - our own code


SLOW = [
    "---\r\n" + "k\r\n" * 20_000,
    "---\n" + "\r\n" * 20_000,
    "<!-- -->" * 20_000 + "x",
    "<? ?>" * 20_000 + "x",
    "{" + "\n" * 100_000 + "x",
    "[" * 100_000,
    "]:" + " " * 100_000,
    "\n" + " " * 100_000 + "#",
    " " * 100_000 + "<",
    "<a " * 50_000,
    '{"body_' * 20_000,
    "<!DOCTYPE [" + "<!ENTITY" * 10_000,
    "www.a." * 20_000,
    "a.b/" * 20_000,
]


@pytest.mark.parametrize("text", SLOW, ids=range(len(SLOW)))
def test_a_text_made_to_be_slow_is_told_in_time(text: str) -> None:
    began = time.process_time()
    format_of(text)
    is_feed(text)
    is_wire_item(text)
    read(text, format="text")
    assert time.process_time() - began < 5


@pytest.mark.parametrize("source", ["one two three", "<p>one two three</p>"])
def test_text_past_its_bound_is_refused_whatever_its_format(source: str) -> None:
    assert read(source, limits=ReadLimits(text=13)).text == "one two three"
    with pytest.raises(ReadError, match=r"over 12 characters of text \(text\); give the article"):
        read(source, limits=ReadLimits(text=12))
