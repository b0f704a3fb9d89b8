"""Limits over all uses, checked end to end with `check_many`; policies picked by host."""

from __future__ import annotations

from datetime import date

import pytest
from tests.policy.scenario import HERE

from reuse_guard import (
    Document,
    Grant,
    Limit,
    Policy,
    PolicyError,
    Rule,
    UsageError,
    check,
    check_many,
    read,
)

ENGLISH, RUSSIAN = (
    (HERE / "articles" / f"{name}.txt").read_text("utf-8").strip().split("\n")
    for name in ("en", "ru")
)
AS_OF = date(2026, 11, 20)


def article(paragraphs: list[str], number: int, host: str = "criticalblast.com") -> Document:
    return read("\n\n".join(paragraphs[1:]), url=f"https://{host}/{number}")


def excerpt(paragraphs: list[str], words: int, day: str) -> Document:
    text = " ".join(paragraphs[1].split()[:words])
    return read(f"---\ndate: {day}\n---\n\n{text}\n", format="markdown")


FIRST, SECOND = article(ENGLISH, 1), article(RUSSIAN, 2)


def statuses(*uses: tuple[Document, Document], policy: str | Policy) -> list[str]:
    verdicts = check_many(uses, policy=policy, as_of=AS_OF)
    return [
        clause.status for verdict in verdicts for clause in verdict.clauses if clause.id == "limit"
    ]


def test_words_are_added_up_over_all_excerpts() -> None:
    few = (FIRST, excerpt(ENGLISH, 38, "2026-11-01")), (SECOND, excerpt(RUSSIAN, 30, "2026-11-02"))
    assert statuses(*few, policy="criticalblast") == ["met", "met"]
    more = (SECOND, read("\n\n".join(RUSSIAN[1:3]))), (FIRST, read("\n\n".join(ENGLISH[1:3])))
    assert statuses(*more, policy="criticalblast") == ["violated", "violated"]


def test_one_article_a_week() -> None:
    weekly = Policy(
        id="weekly",
        name="Weekly",
        rules=[Rule(limits=[Limit(max=1, unit="articles", over="all", days=7)])],
    )
    first = (FIRST, excerpt(ENGLISH, 38, "2026-11-01"))
    assert (
        statuses(first, (SECOND, excerpt(RUSSIAN, 30, "2026-11-08")), policy=weekly) == ["met"] * 2
    )
    soon = (SECOND, excerpt(RUSSIAN, 30, "2026-11-07"))
    assert statuses(first, soon, policy=weekly) == ["violated"] * 2
    assert check(*first, policy=weekly).outcome == "review"


def test_nothing_to_check_gives_no_verdict() -> None:
    assert check_many([]) == ()


def test_auto_picks_the_policy_of_the_originals_host() -> None:
    verdict = check(FIRST, "Nothing of it.", policy="auto")
    assert verdict.policy.id == "criticalblast"
    with pytest.raises(PolicyError, match="the original's address is not known"):
        check("Some words of an article.", "Nothing of it.", policy="auto")
    url = "https://orda.kz/1"
    assert check("Some words.", "None.", policy="auto", original_url=url).policy.id == "orda"


def test_auto_needs_one_policy_for_all() -> None:
    other = article(RUSSIAN, 3, "orda.kz")
    with pytest.raises(UsageError, match="criticalblast and orda govern different originals"):
        check_many([(FIRST, read("One.")), (other, read("Two."))], policy="auto")


def test_a_stock_sentence_of_a_second_article_is_no_certain_second_use() -> None:
    single = Policy(
        id="single", name="Single", rules=[Rule(limits=[Limit(max=1, unit="articles", over="all")])]
    )
    stock = "No injuries were reported."
    second = article([*RUSSIAN, stock], 2)
    copied = (FIRST, excerpt(ENGLISH, 38, "2026-11-01"))
    by_chance = (second, read(f"We saw a fire go out at noon. {stock}"))
    assert statuses(copied, by_chance, policy=single) == ["unverifiable", "unverifiable"]
    both = copied, (second, excerpt(RUSSIAN, 30, "2026-11-02"))
    assert statuses(*both, policy=single) == ["violated", "violated"]


WEEKLY = Policy(
    id="weekly",
    name="Weekly",
    rules=[Rule(limits=[Limit(max=1, unit="articles", over="all", days=7)])],
)


def test_an_article_with_a_permission_takes_nothing_of_what_is_free() -> None:
    letter = Grant(
        id="G",
        publisher="The Gazette",
        grantee="Us",
        works=["https://theseasidegazette.com/1"],
    )
    uses = [
        (article(ENGLISH, 1, "theseasidegazette.com"), excerpt(ENGLISH, 30, "2026-11-01")),
        (article(RUSSIAN, 2, "theseasidegazette.com"), excerpt(RUSSIAN, 20, "2026-11-02")),
    ]

    def second_article(*grants: Grant) -> list[str]:
        verdicts = check_many(uses, policy="seaside-gazette", grants=grants, as_of=AS_OF)
        return [clause.status for verdict in verdicts for clause in verdict.clauses[1:2]]

    assert second_article() == ["violated", "violated"]
    assert second_article(letter) == ["waived", "met"]
    assert second_article(letter.model_copy(update={"valid_to": date(2026, 10, 1)})) == [
        "violated",
        "violated",
    ]
    elsewhere = letter.model_copy(update={"grantee_hosts": ("us.example",)})
    assert second_article(elsewhere) == ["unverifiable", "unverifiable"]


def test_two_articles_in_one_week_are_held_against_no_other_week() -> None:
    third = read("Nobody saw the lighthouse keeper leave, and the lamp burnt on for nine nights.")
    uses = [
        (FIRST, excerpt(ENGLISH, 38, "2026-10-01")),
        (SECOND, excerpt(RUSSIAN, 30, "2026-10-02")),
        (third, read(f"---\ndate: 2026-11-02\n---\n\n{third.text}\n", format="markdown")),
    ]
    assert statuses(*uses, policy=WEEKLY) == ["violated", "violated", "met"]


def test_one_article_under_two_addresses_is_one_article() -> None:
    text = "\n\n".join(ENGLISH[1:])
    tracked = read(text, url="https://www.criticalblast.com/1/?utm_source=mail")
    uses = (
        (FIRST, excerpt(ENGLISH, 38, "2026-11-01")),
        (tracked, excerpt(ENGLISH, 30, "2026-11-02")),
    )
    assert statuses(*uses, policy=WEEKLY) == ["met", "met"]


def test_the_same_page_given_twice_is_one_use() -> None:
    words = Policy(
        id="fifty", name="Fifty", rules=[Rule(limits=[Limit(max=50, unit="words", over="all")])]
    )
    once = (FIRST, excerpt(ENGLISH, 38, "2026-11-01"))
    assert statuses(once, once, policy=words) == ["met", "met"]
    again = (FIRST, excerpt(ENGLISH, 38, "2026-11-02"))
    assert statuses(once, again, policy=words) == ["violated", "violated"]
