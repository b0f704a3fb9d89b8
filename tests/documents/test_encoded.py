"""Texts whose letters are in code are refused, and texts that only quote such code are not."""

from __future__ import annotations

import base64
import json
import quopri
from typing import TYPE_CHECKING

import pytest

from reuse_guard import ReadError, read

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

RUSSIAN = (
    "Река Иртыш за ночь поднялась на полметра, сообщили в акимате в понедельник утром. Паром не"
    " ходит с субботы, а хлеб в сёла за рекой возят на лодках. Школы вдоль набережной работают"
    " из дома, пока не спадёт вода."
)
ENGLISH = (
    "The river rose by half a metre overnight, the city said on Monday morning. The ferry has not"
    " run since Saturday, and bread is taken to the villages by boat. Schools along the embankment"
    " teach from home until the water has gone."
)
KAZAKH = (
    "Өзен түнде жарты метрге көтерілді, деп хабарлады әкімдік дүйсенбі күні таңертең. Паром"
    " сенбіден бері жүрмейді, ал нан ауылдарға қайықпен жеткізіледі."
)
ARABIC = "ارتفع النهر نصف متر خلال الليل وقالت البلدية إن العبارة لا تعمل منذ يوم السبت"
JAPANESE = "川は一晩で五十センチ上がり、土曜日から渡し船は動いていないと市が発表した。"
MAIL = "From: desk@courier.example\nMIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n"


def in_base64(text: str) -> str:
    return f"{MAIL}\n{base64.encodebytes(f'<p>{text}</p>'.encode() * 3).decode()}"


def in_quoted_printable(text: str) -> str:
    return f"{MAIL}\n{quopri.encodestring(f'<html><p>{text}</p></html>'.encode()).decode()}"


def in_json(text: str) -> str:
    return json.dumps({"id": 7, "content": {"rendered": f"<p>{text}</p>"}})


def in_references(text: str) -> str:
    return "".join(f"&#{ord(letter)};" for letter in text)


def read_as(encoding: str) -> Callable[[str], str]:
    return lambda text: text.encode().decode(encoding, "replace")


def in_one_line(text: str) -> str:
    return f"<p>{base64.b64encode(text.encode()).decode()}</p>"


def in_one_line_of_utf_16(text: str) -> str:
    return base64.b64encode(text.encode("utf-16")).decode()


def in_lines_of_utf_16(text: str) -> str:
    return base64.encodebytes(text.encode("utf-16")).decode()


CASES: dict[str, tuple[Callable[[str], str], str, str]] = {
    "base64, Russian": (in_base64, RUSSIAN, "base64"),
    "base64, English": (in_base64, ENGLISH, "base64"),
    "quoted-printable": (in_quoted_printable, RUSSIAN, "quoted-printable"),
    "JSON": (in_json, RUSSIAN, r"\u escapes"),
    "references": (in_references, RUSSIAN, "character references"),
    "base64 in one line": (in_one_line, RUSSIAN, "base64"),
    "base64 of other letters": (in_one_line_of_utf_16, RUSSIAN * 2, "base64"),
    "base64 in lines of mail": (in_lines_of_utf_16, RUSSIAN, "base64"),
    "Cyrillic for bytes": (read_as("cp1251"), RUSSIAN, "read as windows-1251"),
    "Kazakh, Cyrillic for bytes": (read_as("cp1251"), KAZAKH, "read as windows-1251"),
    "Latin for bytes": (read_as("latin-1"), RUSSIAN, "read as Latin letters"),
    "Windows' Latin for bytes": (read_as("cp1252"), RUSSIAN, "read as Latin letters"),
    "Arabic, Latin for bytes": (read_as("latin-1"), ARABIC, "read as Latin letters"),
    "Japanese, Latin for bytes": (read_as("latin-1"), JAPANESE, "read as Latin letters"),
}


@pytest.mark.parametrize(("encoded", "text", "named"), CASES.values(), ids=CASES.keys())
def test_letters_in_code_are_refused_by_name_with_what_to_do(
    encoded: Callable[[str], str], text: str, named: str
) -> None:
    with pytest.raises(ReadError) as refused:
        read(encoded(text), name="copy.eml")
    assert str(refused.value).startswith("copy.eml: ")
    assert named in str(refused.value)
    assert "decode it" in str(refused.value)


@pytest.mark.parametrize(
    "text",
    [
        f"{ENGLISH} In JSON the first letter is written \\u0422, in HTML &#1058;, in mail =D0=A2.",
        f"{ENGLISH}\n\n" + "\n".join([base64.b64encode(b"x" * 54).decode()] * 4),
        f"{ENGLISH}\n\nOur key:\n\n{base64.b64encode(bytes(range(256)) * 2).decode()}",
        json.dumps({"content": RUSSIAN}, ensure_ascii=False),
        in_json(ENGLISH),
        f"<p>{in_references(RUSSIAN)}</p>",
        f"<script>{json.dumps(RUSSIAN * 9)}</script><p>{RUSSIAN}</p>",
        "= = = = = = =\n" * 9 + RUSSIAN,
        f"{RUSSIAN} Сайт показал так: {read_as('cp1251')(RUSSIAN)[:40]}.",
        "РЁВ И СЁЛА\u00a0ПОД ВОДОЙ: ПАРОМ НЕ ХОДИТ С СУББОТЫ ИЗ ГОРОДА С\u00a0ПРИСТАНЬЮ " * 3,
        "L'été\u00a0: le lac a monté, l'école «\u00a0fermée\u00a0» à côté, là-bas\u00a0! " * 9,
        "RiverFerryBreadSaturday" * 40 + "\n" + ENGLISH,
    ],
)
def test_what_reads_as_words_is_read(text: str) -> None:
    assert len(read(text).words) > 20


@pytest.mark.parametrize("text", ["ã\x80\x80", "\\u0422", "Ð\x9f"])
def test_a_few_signs_are_no_article_in_code(text: str) -> None:
    assert read(text, format="text").text == text


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ('{"a": [1,2', "line 1, column 11: not valid JSON: expecting ',' delimiter; mend the file"),
        (
            '\n{"headline": "Ferry",\n "text": "The ferry',
            "line 3, column 10: not valid JSON: unterminated string; mend the file at that place,"
            " or give the article as HTML or text",
        ),
        (
            '[{"text": "The ferry runs"}, {"text"',
            "line 1, column 37: not valid JSON: expecting ':'",
        ),
        ('{"a":' * 100_000, "is JSON nested too deep"),
    ],
)
def test_json_that_is_cut_off_is_refused_where_it_ends(text: str, where: str) -> None:
    with pytest.raises(ReadError, match=f"^copy.json: {where}"):
        read(text, name="copy.json")
    assert read(text, format="text").text == text


@pytest.mark.parametrize("suffix", [".md", ".html", ".txt", ".json"])
def test_json_that_is_cut_off_is_refused_whatever_its_file_is_called(
    tmp_path: Path, suffix: str
) -> None:
    file = tmp_path / f"copy{suffix}"
    file.write_text('{"headline": "Ferry",\n "text": "The ferry', "utf-8")
    with pytest.raises(ReadError, match="line 2, column 10: not valid JSON: unterminated string;"):
        read(file)


@pytest.mark.parametrize(
    "text",
    [
        '{"a": [1, 2]}',
        '{"title": "Ferry"}\n\nThe ferry runs again.',
        '{"one": 1}\n{"two": 2}',
        '{ "The ferry runs again," she said }',
        "[1,2,3",
        '"The ferry runs again: {"quoted": as it is',
    ],
)
def test_whole_json_and_what_only_looks_like_it_is_read(text: str) -> None:
    assert read(text).text.strip() == text


HEADERS = "From: desk@left-bank.example\r\nTo: us@example.org\r\nSubject: Boats\r\n"
WORDS = "The boats carried bread to the villages below the dam. " * 9


@pytest.mark.parametrize("code", ["quoted-printable", "Base64"])
def test_a_saved_message_in_code_is_refused_with_what_to_do(code: str) -> None:
    message = f"{HEADERS}Content-Transfer-Encoding: {code}\r\n\r\n<html><body>{WORDS}"
    with pytest.raises(ReadError, match=f"a saved message in {code.lower()}; open it and save"):
        read(message, name="boats.eml")


@pytest.mark.parametrize(
    "text",
    [
        f"{HEADERS}Content-Transfer-Encoding: 8bit\r\n\r\n{WORDS}",
        f"How mail is written\n\nContent-Transfer-Encoding: base64\n\n{WORDS}",
        f"Note: one line.\n\n{WORDS}",
    ],
)
def test_a_message_in_letters_and_a_text_on_messages_are_read(text: str) -> None:
    assert "The boats carried bread" in read(text).text


def test_json_that_holds_html_is_refused_for_its_links_cannot_be_read(tmp_path: Path) -> None:
    item = '{"content": {"rendered": "<p>The ferry, <a href=\\"https://orig.kz/1\\">News</a></p>"}}'
    with pytest.raises(ReadError, match=r"^copy.json: is JSON that holds HTML; save the HTML"):
        read(item, name="copy.json")
    assert read(item.replace("<a ", "<b "), name="copy.json").text
    post = tmp_path / "post.html"
    post.write_text(f"{item}\n<p>The ferry sails.</p>", "utf-8")
    assert "sails" in read(post).text
