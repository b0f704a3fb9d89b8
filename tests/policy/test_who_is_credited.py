"""Who is named on a page and who is credited: an article that speaks of its own paper does not."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from reuse_guard import Policy, Verdict, check

HERE = Path(__file__).parent / "articles"
DAY = date(2026, 11, 20)
NAMES = {"en": "Steppe Courier", "ru": "Степной курьер", "kk": "Дала шабарманы"}


def paragraphs(language: str) -> list[str]:
    return (HERE / f"{language}.txt").read_text("utf-8").strip().split("\n")[1:]


def judged(
    first: str, line: str, *, language: str = "en", template: str = "{publisher}", author: str = ""
) -> Verdict:
    """A copy of three paragraphs, the first of which begins or ends as said, and a line below."""
    first_paragraph, *others = paragraphs(language)
    begins = first.endswith("...")
    first_paragraph = (
        f"{first.removesuffix('...')}{first_paragraph}" if begins else f"{first_paragraph} {first}"
    )
    article = [first_paragraph, *others]
    body, copy = ("".join(f"<p>{p}</p>" for p in part) for part in (article, article[:3]))
    policy = Policy.model_validate(
        {
            "id": "courier",
            "name": NAMES[language],
            "rules": [{"credits": [{"template": template}]}],
        }
    )
    head = f'<meta name="author" content="{author}">' if author else ""
    return check(
        f"<html lang={language}><head>{head}</head><body><article>{body}</article></body></html>",
        f"<html><body><article>{copy}{line and f'<p>{line}</p>'}</article></body></html>",
        policy=policy,
        as_of=DAY,
    )


@pytest.mark.parametrize(
    ("language", "first"),
    [
        ("en", "The mayor told the Steppe Courier that the boat is safe."),
        ("en", "Steppe Courier reporters came along."),
        ("ru", "Об этом она рассказала «Степному курьеру»."),
        ("kk", "Бұл туралы ол «Дала шабарманына» айтты."),
    ],
)
def test_copied_text_that_speaks_of_its_own_paper_credits_nobody(language: str, first: str) -> None:
    found = judged(first, "", language=language)
    assert found.outcome == "violation"
    assert "On line 1 it stands in the copied text itself" in found.clauses[0].message
    assert judged(first, NAMES[language], language=language).outcome == "allowed"


@pytest.mark.parametrize(
    ("language", "first"),
    [
        ("en", "ALMATY (Steppe Courier) - ..."),
        ("en", "That is what Steppe Courier reports."),
        ("en", "By Asel Nurlan, Steppe Courier. ..."),
        ("en", "Asel Nurlan, Steppe Courier"),
        ("ru", "Об этом сообщает «Степной курьер»."),
        ("kk", "Бұл туралы «Дала шабарманы» хабарлады."),
    ],
)
def test_copied_text_that_says_who_reports_it_credits(language: str, first: str) -> None:
    assert judged(first, "", language=language).outcome == "allowed"


@pytest.mark.parametrize(
    ("template", "first", "line", "expected"),
    [
        ("ProPublica", "The mayor told ProPublica that the boat is safe.", "", "violation"),
        ("ProPublica", "The mayor told ProPublica so.", "From ProPublica", "allowed"),
        ("ProPublica", "ProPublica is a newsroom of the lake. ...", "", "allowed"),
        ("CC BY 4.0", "The mayor put this text under CC BY 4.0 on Monday.", "", "allowed"),
        (
            "© Akzhar Post",
            "A picture of the boat is there, © Akzhar Post, 2026, it says.",
            "",
            "allowed",
        ),
    ],
)
def test_fixed_words_in_copied_text_credit_nobody_either(
    template: str, first: str, line: str, expected: str
) -> None:
    assert judged(first, line, template=template).outcome == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("As Steppe Courier wrote, this is so.", "allowed"),
        ("Photo: Steppe Courier", "violation"),
        ("Photo and text: Steppe Courier", "allowed"),
        ("Photo: Ivan Petrov. Text: Steppe Courier", "allowed"),
    ],
)
def test_a_line_of_the_pages_own_credits_unless_it_is_for_a_picture(
    line: str, expected: str
) -> None:
    first = "The mayor told the Steppe Courier that the boat is safe."
    assert judged(first, line).outcome == expected


@pytest.mark.parametrize(
    ("author", "line", "expected"),
    [
        ("Asel Nurlan, Ivan Petrov", "By Asel Nurlan and Ivan Petrov", "allowed"),
        ("Asel Nurlan, Ivan Petrov", "By Asel Nurlan", "review"),
        ("Asel Nurlan, Ivan Petrov", "By Ivan Petrov", "violation"),
        ("Asel Nurlan and Ivan Petrov", "By Asel Nurlan", "violation"),
        ("Asel Nurlan, Almaty", "By Asel Nurlan", "allowed"),
        ("Asel Nurlan", "Photo: Asel Nurlan", "violation"),
        ("akz77", "By akz77", "allowed"),
        ("akz77", "By Asel Nurlan", "review"),
    ],
)
def test_an_author_is_sought_by_what_is_a_name_for_certain(
    author: str, line: str, expected: str
) -> None:
    found = judged("", line, template="{author}", author=author)
    assert found.outcome == expected
    if expected == "review":
        assert "may be another author, where the author works" in found.clauses[0].message
