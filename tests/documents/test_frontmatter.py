from __future__ import annotations

from datetime import date
from time import process_time
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reuse_guard.documents.frontmatter import FrontMatter, split
from reuse_guard.documents.limits import DEFAULT_LIMITS, ReadLimits
from reuse_guard.documents.read import read
from reuse_guard.errors import ReadError

if TYPE_CHECKING:
    from pathlib import Path

KEYS = (
    "canonical_url", "canonicalUrl", "canonicalURL", "canonical",
    "original_url", "external_url", "source", "source_url",
)  # fmt: skip
URL = "https://example-news.kz/news/1"


def front(text: str, limits: ReadLimits = DEFAULT_LIMITS) -> FrontMatter:
    return split(text, source="post.md", limits=limits).front


@pytest.mark.parametrize("key", KEYS)
def test_every_key_seen_in_the_wild_gives_the_source_address(key: str) -> None:
    for text in (
        f"---\ntitle: x\n{key}: {URL}\n---\n",
        f'+++\ntitle = "x"\n{key} = "{URL}"\n+++\n',
        f'{{\n"title": "x",\n"{key}": "{URL}"\n}}\n',
    ):
        found = front(text)
        assert found.source_urls == (URL,)
        assert [signal.line for signal in found.signals] == [3]


def test_a_source_with_name_and_address_and_a_list_of_them_are_read() -> None:
    assert front(f"---\nsource: {{name: Agency, url: {URL}}}\n---\n").source_urls == (URL,)
    assert front(f"---\nsource: [Agency, {URL}]\n---\n").source_urls == (URL,)


def test_words_are_no_address() -> None:
    assert front("---\nsource: Reuters\ncanonical: true\n---\n").source_urls == ()


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2024-04-12", date(2024, 4, 12)),
        ("2024-04-12T23:30:00+06:00", date(2024, 4, 12)),
        ("2024-04-12 09:30:00 +0600", date(2024, 4, 12)),
        ("2024-13-45", None),
        ("yesterday", None),
    ],
)
def test_the_date_is_the_day_as_written(written: str, day: date | None) -> None:
    assert front(f"---\ndate: {written}\n---\n").published == day


def test_a_title_over_lines_is_one_line() -> None:
    found = front("---\nlang: ru\ntitle: >\n  Вода в реке\n  пошла на спад\n---\n")
    assert (found.title, found.title_line, found.language) == ("Вода в реке пошла на спад", 3, "ru")


BROKEN = [
    ("---\ntitle: a: b\n---\n", "line 2: front matter is no valid YAML: mapping values"),
    ("---\ntitle: x\nurl: [a\n---\n", "line 4: front matter is no valid YAML: "),
    ("---\n[a, b]: x\n- y\n---\n", "line 3: front matter is no valid YAML: "),
    ("---\ntitle: x\n\ntext\n", "line 1: front matter is not closed; end it with a line ---"),
    ('+++\ntitle = "x"\nurl = \n+++\n', "line 3: front matter is no valid TOML: Invalid value"),
    ('{"title": "x" "y"}\nText.\n', "line 1: front matter is no valid JSON: Expecting ',' delim"),
    ('{\n"title": "x",\n"date": \n}\n', "line 4: front matter is no valid JSON: Expecting value"),
    ("+++\na = " + "[" * 9000 + "\n+++\n", "front matter is no valid TOML: "),
    ("+++\na" + ".a" * 9000 + " = 1\n+++\n", "front matter is no valid TOML: nested too deep"),
    ('{\n"a": ' + "[" * 90000 + "\n}\n", "front matter is no valid JSON: "),
]


@pytest.mark.parametrize(("text", "message"), BROKEN, ids=range(len(BROKEN)))
def test_broken_front_matter_names_line_problem_and_remedy(text: str, message: str) -> None:
    with pytest.raises(ReadError) as error:
        front(text)
    assert str(error.value).startswith("post.md: line ")
    assert message in str(error.value)
    assert "mend it" in str(error.value) or "end it" in str(error.value)


@pytest.mark.parametrize("bracket", ["[", "[a, "])
def test_yaml_of_hundreds_of_open_brackets_is_refused_at_once(bracket: str) -> None:
    front("---\na: []\n---\n")  # loads the parser
    begun = process_time()
    with pytest.raises(ReadError, match="front matter is no valid YAML: nested too deep"):
        front(f"---\na: {bracket * 20_000}\n---\n")
    assert process_time() - begun < 0.2  # hundredths; a second where recursion alone ends it


def test_brackets_in_a_text_of_yaml_are_no_nesting() -> None:
    assert front(f"---\na: '{'[' * 900}'\nb: |\n  {'[ ' * 900}\ntitle: x\n---\n").title == "x"


def test_a_file_with_broken_json_above_its_article_says_that_it_is_front_matter(
    tmp_path: Path,
) -> None:
    file = tmp_path / "post.md"
    file.write_text('{\n"title": "x",\n"date": \n}\nThe ferry sails again.\n', "utf-8")
    with pytest.raises(ReadError, match="line 4: front matter is no valid JSON: Expecting value"):
        read(file)


@pytest.mark.parametrize("opening", ['{"title": "Ferry"', '{ "title" : "Ferry", "lang": "en"'])
def test_json_of_one_line_above_an_article_is_front_matter(opening: str, tmp_path: Path) -> None:
    file = tmp_path / "post.md"
    file.write_text(f"{opening}}}\n\nThe ferry sails again.\n", "utf-8")
    document = read(file)
    assert (document.title, document.body_text) == ("Ferry", "The ferry sails again.")
    assert document.blocks[-1].first_line == 3


def test_a_bomb_of_aliases_is_not_expanded() -> None:
    levels = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    levels += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 30)]
    merged = ["b0: &b0 {k: v}"]
    merged += [f"b{n}: &b{n} {{<<: [{', '.join([f'*b{n - 1}'] * 9)}]}}" for n in range(1, 30)]
    text = "\n".join(["---", "title: x", *levels, *merged, "author: *a29", "---", ""])
    assert front(text).title == "x"


def test_nothing_is_constructed_from_tags() -> None:
    found = front("---\ntitle: !!python/object/apply:os.system ['exit 1']\nlang: en\n---\n")
    assert found.language == "en"


@pytest.mark.parametrize(
    "text",
    [
        "---\n\nA rule above.\n\n---\n",
        "text\n---\ntitle: x\n---\n",
        "--- \n",
        "---",
        "{x}",
        '{"title": "x"} is what the form sends.',
        '{"title"} is a set.',
        "+++",
        "",
    ],
)
def test_what_only_looks_like_front_matter_is_text(text: str) -> None:
    parts = split(text, source="post.md", limits=DEFAULT_LIMITS)
    assert (parts.front, parts.text, parts.first_line) == (FrontMatter(), text, 1)


def test_the_text_after_it_begins_on_its_line() -> None:
    parts = split("---\r\ntitle: x\r\n---\r\n\r\ntext", source="post.md", limits=DEFAULT_LIMITS)
    assert (parts.text, parts.first_line) == ("\ntext", 4)


@given(st.text(st.sampled_from("-+={}[]:\"' \nabc&*!<>#|%@`~,0"), max_size=80))
def test_any_front_matter_is_read_or_refused(inside: str) -> None:
    for fence in ("---", "+++"):
        try:
            split(f"{fence}\nk: v\n{inside}\n{fence}\n", source="post.md", limits=DEFAULT_LIMITS)
        except ReadError:
            continue


POST = """---
title: Ferry & bridge
source_url: https://example-news.kz/news/1
date: 2026-11-01
---
<p>The ferry <b>sails</b>.</p>
<div>{% comment %}<a href="https://example-news.kz/news/1">News</a>{% endcomment %}</div>
<p><a href="/own">Own</a></p>
"""


def test_html_under_front_matter_is_read_as_a_post(tmp_path: Path) -> None:
    file = tmp_path / "2026-11-01-ferry.html"
    file.write_text(POST, "utf-8")
    post = read(file, linked_keys=["source_url"])
    assert (post.title, post.published) == ("Ferry & bridge", date(2026, 11, 1))
    assert post.source_urls == (URL,)
    assert [(signal.line, signal.may_show) for signal in post.signals] == [(3, True)]
    assert [(block.first_line, block.text) for block in post.blocks][:2] == [
        (2, "Ferry & bridge"),
        (6, "The ferry sails."),
    ]
    assert "title:" not in post.text
    assert [(str(link.kind), link.line) for link in post.links] == [
        ("generated", 7),
        ("hyperlink", 8),
    ]


@pytest.mark.parametrize(
    "text",
    [
        POST.replace("<p>The", "<html><body><p>The"),
        POST.replace("---\n<p>", "<p>"),
        "---\n<p>The ferry sails.</p>\n---",
    ],
)
def test_a_whole_page_or_an_open_head_of_html_is_read_as_it_stands(text: str) -> None:
    page = read(text, format="html")
    assert page.text.startswith("---")
    assert not page.source_urls


def test_broken_front_matter_of_html_is_refused() -> None:
    with pytest.raises(ReadError, match="line"):
        read(POST.replace("title: Ferry", "title: [Ferry"), format="html")


@pytest.mark.parametrize(
    ("front", "language"),
    [("+++\nid = {}\n+++\n", "TOML"), ('{{\n"id": {}\n}}\n', "JSON")],
    ids=["toml", "json"],
)
def test_a_number_that_python_refuses_to_read_is_a_mistake_of_the_file(
    front: str, language: str
) -> None:
    with pytest.raises(ReadError, match=rf"no valid {language}: a number of over 4,000 digits"):
        read(front.format("9" * 5_000) + "Text.", format="markdown")
