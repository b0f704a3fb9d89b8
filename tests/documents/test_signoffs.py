"""Lines that name the desk are bylines, at the foot too; sentences that begin like them are not."""

from __future__ import annotations

import pytest

from reuse_guard import check, read
from reuse_guard.documents.model import Role
from reuse_guard.documents.signoffs import is_signoff
from reuse_guard.policy import Policy, Rule

SIGNOFFS = (
    "Reporting by Aigerim Sadykova; additional reporting by Tom Orr; Editing by Dana Lee",
    "(Reporting by Aigerim Sadykova in Semey, with reporting by Tom Orr, editing by Dana Lee.)",
    "Writing and editing by Dana Lee",
    "Contributing: Dana Lee",
    "Compiled by Tom Orr from agency reports",
    "Tom Orr contributed reporting from Semey.",
    "Akzhar Press writers Tom Orr, Dana Lee and Aigerim Sadykova contributed to this report.",
    "Hill News’ Dana Lee contributed to this story.",
    "Подготовила Айгерим Садыкова",
    "Перевод: Антон Орлов, редактор Дана Ли",
    "Дайындаған: Айгерім Садықова",
)
SENTENCES = (
    "Reporting by the paper led to an inquiry into the mayor.",
    "Edited by hand, the maps took a year.",
    "Contributing: that is what the union calls it.",
    "Tom Orr, who paid for the bridge, contributed to this report on the river.",
    "He contributed to this report.",
    "Tom Orr contributed two songs to this album.",
    "Подготовила Айгерим Садыкова и проект моста через Иртыш.",
    "Перевод денег займёт три дня, сообщили в банке.",
    "Редактор газеты ушёл в отставку.",
    "Reporting by",
    "REPORTED BY WITNESSES AND POLICE",
    "Автор Гарри Поттера Джоан Роулинг",
    "Редактор Forbes Kazakhstan Арман Джакуб",
)
ARTICLE = (
    "The ferry between Akzhar and the right bank runs again from Monday, the harbour office said.",
    "Repairs took seven months because the steel for the new stage arrived only in September.",
    "A crossing costs 200 tenge, and pupils travel free until the end of the school year.",
)


@pytest.mark.parametrize("line", SIGNOFFS)
def test_a_line_of_names_and_work_is_a_signoff(line: str) -> None:
    assert is_signoff(line)


@pytest.mark.parametrize("line", SENTENCES)
def test_a_sentence_of_an_article_is_none(line: str) -> None:
    assert not is_signoff(line)


@pytest.mark.parametrize("line", SIGNOFFS)
def test_a_whole_article_may_stand_without_its_signoff(line: str) -> None:
    paragraphs = "".join(f"<p>{text}</p>" for text in (*ARTICLE, line))
    original = read(f"<article><h1>The ferry runs again</h1>{paragraphs}</article>", format="html")
    assert original.blocks[-1].role is Role.BYLINE
    terms = Policy(id="whole", name="Whole", rules=[Rule(mode="full")])
    copy = "".join(f"<p>{text}</p>" for text in ARTICLE)
    assert check(original, copy, policy=terms).ok
