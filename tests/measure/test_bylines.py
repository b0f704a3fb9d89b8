"""The author whom an original shows, for credits that have to name its author."""

from __future__ import annotations

import pytest

from reuse_guard import Outcome, check
from reuse_guard.policy import CreditDuty, Policy, Rule

NAMED = Policy(
    id="named", name="Steppe Courier", rules=[Rule(credits=[CreditDuty(template="By {author}")])]
)
LEAD = "The ministry said on Monday that the new bridge would open before the first snow."
REST = "Our correspondent walked across it at dawn and counted nineteen lamps that did not burn."


def outcome(above: str, below: str, credit: str, head: str = "") -> Outcome:
    text = f"<p>{LEAD}</p><p>{REST}</p>"
    original = f"<head>{head}</head><article><h1>Lamps</h1>{above}{text}{below}</article>"
    candidate = f"<article><h1>Ours</h1><p>{LEAD}</p><p>{credit}</p></article>"
    return check(original, candidate, policy=NAMED, original_url="https://o.example/1").outcome


@pytest.mark.parametrize(
    ("above", "below", "names"),
    [
        ("<p class=byline>By Asel Nurlan</p>", "", "Asel Nurlan"),
        ("<p>By Asel Nurlan | 3 Nov 2026</p>", "", "Asel Nurlan"),
        ("<p>By ASEL NURLAN and IVAN PETROV</p>", "", "Asel Nurlan and Ivan Petrov"),
        ("<div>3 Nov | <a rel=author href=/a>Asel Nurlan</a></div>", "", "Asel Nurlan"),
        ("<p>Posted on 3 May by <a rel=author href=/a>Asel Nurlan</a></p>", "", "Asel Nurlan"),
        ("", "<p>Author: Asel Nurlan</p>", "Asel Nurlan"),
        ("", "<p>Автор текста: Асель Нурлан</p>", "Асель Нурлан"),
        ("", "<p>Мәтін: Әсел Нұрлан</p>", "Әсел Нұрлан"),
        ("", "<div>Text: Asel Nurlan</div>", "Asel Nurlan"),
    ],
)
def test_who_credits_the_author_whom_the_original_shows_keeps_the_terms(
    above: str, below: str, names: str
) -> None:
    assert outcome(above, below, f"By {names}") is Outcome.ALLOWED


@pytest.mark.parametrize(
    ("above", "below", "credit"),
    [
        ("<p>By Asel Nurlan</p>", "", "By our staff"),  # the line may be another's
        ("<p>By Asel Nurlan, Ivan Petrov</p>", "", "By Asel Nurlan"),
        ("<p>By Asel Nurlan</p><p>By Ivan Petrov</p>", "", "By Asel Nurlan"),
        ("<p>By Asel Nurlan • Ivan Petrov</p>", "", "By Asel Nurlan"),
        ("<p>Photos by <a rel=author href=/a>Asel Nurlan</a></p>", "", "By Asel Nurlan"),
        ("<p>Reviewed by <a rel=author href=/a>Asel Nurlan</a></p>", "", "By Asel Nurlan"),
        ("<p>Перевод: <a rel=author href=/a>Асель Нурлан</a></p>", "", "By Асель Нурлан"),
        (
            "<figure><img><figcaption><a rel=author href=a>Asel Nurlan</a></figcaption></figure>",
            "",
            "By Asel Nurlan",
        ),
        ("<p><a rel=author href=/a>Asel Nurlan</a> and Ivan Petrov</p>", "", "By Asel Nurlan"),
        ("<p>By Asel Nurlan</p><a rel=author href=/i>Ivan Petrov</a>", "", "By Asel Nurlan"),
        ("<p>By Asel Nurlan<br>and Ivan Petrov</p>", "", "By Asel Nurlan"),
        ("<p>By Asel Nurlan</p>", "", "Asel Nurlan"),  # not in the words asked for
        ("<p>By Monday</p>", "", "By Monday"),
        ("<p>By staff reporters</p>", "", "By staff reporters"),
        ("<p>Photo: Asel Nurlan</p>", "", "By Asel Nurlan"),
        ("<p>By Asel Nurlan she was called.</p>", "", "By Asel Nurlan"),
        ("<p hidden>By Asel Nurlan</p>", "", "By Asel Nurlan"),
        (
            "",
            "<h2>Related</h2><a href=/a>Tolls</a><p>By Asel Nurlan</p>",
            "By Asel Nurlan",
        ),
        ("", "<div class=comments><b>By Asel Nurlan</b><p>Nice</p></div>", "By Asel Nurlan"),
        ("", "<ol class=comments><li><a rel=author href=/a>Asel Nurlan</a></ol>", "By Asel Nurlan"),
        ("<a rel=author href=/a>admin</a>", "", "By admin"),
        ("<a rel=author href=/a hidden>Asel Nurlan</a>", "", "By Asel Nurlan"),
        ("<a rel=author href=/a>Asel Nurlan</a>", "", "By Ivan Petrov"),
        ("<a href=/a>Asel Nurlan</a>", "", "By Asel Nurlan"),
        ("", "", "By Asel Nurlan"),
    ],
)
def test_nobody_is_cleared_or_accused_for_a_name_that_may_be_no_author(
    above: str, below: str, credit: str
) -> None:
    assert outcome(above, below, credit) in {Outcome.REVIEW, Outcome.VIOLATION}


def test_an_author_who_is_declared_is_the_author() -> None:
    declared = '<meta name="author" content="Ivan Petrov">'
    shown = "<p>By Asel Nurlan</p>"
    assert outcome(shown, "", "By Asel Nurlan", declared) is Outcome.VIOLATION
