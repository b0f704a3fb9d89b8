"""Facts, links and grants for tests of rules, with everything in order unless a test says else."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from reuse_guard.backlinks import Backlink, BacklinkStatus, Flaw, Place, Relation
from reuse_guard.documents.model import Format
from reuse_guard.grants import Coverage, Grant, GrantUse
from reuse_guard.locale import Phrase, Value
from reuse_guard.measure.amounts import Amount, Amounts
from reuse_guard.measure.facts import Facts
from reuse_guard.measure.links import FoundLink
from reuse_guard.measure.outline import Position
from reuse_guard.policy import Limit, LinkDuty, Policy, Rule
from reuse_guard.share import Share
from reuse_guard.verdict.engine import judge

if TYPE_CHECKING:
    from fractions import Fraction

    from reuse_guard.verdict.model import Clause

URL = "https://orig.kz/news/1"
TODAY = date(2026, 11, 20)


def facts_of(copied: int = 100, total: int = 1000, **more: Any) -> Facts:  # noqa: ANN401
    """So many words of the original copied, everything else unremarkable."""
    words = Amounts(words=Amount(copied, total, copied))
    facts = Facts(
        share=Share(copied, total),
        candidate_share=Share(copied, 2000),
        of_original=words,
        of_candidate=Amounts(words=Amount(copied, 2000, copied)),
        served_words=total,
        candidate_served_words=2000,
        candidate_format=Format.HTML,
        original_urls=(URL,),
        candidate_links=3,
        as_of=TODAY,
        published=date(2026, 11, 10),
    )
    return replace(facts, **more)


def policy_of(rule: Rule | None = None, **more: Any) -> Policy:  # noqa: ANN401
    """A policy with one rule."""
    return Policy(**{"id": "p", "name": "The Courier", "rules": [rule or Rule()], **more})


def only_clause(rule: Rule, facts: Facts, **policy: Any) -> Clause:  # noqa: ANN401
    """The clause of a rule that has one."""
    (clause,) = judge(facts, policy_of(rule, **policy), rule)
    return clause


def limit_clause(limit: Limit, facts: Facts, **policy: Any) -> Clause:  # noqa: ANN401
    """The clause of one limit."""
    return only_clause(Rule(limits=[limit]), facts, **policy)


def link_clause(
    duty: LinkDuty,
    *links: FoundLink,
    facts: Facts | None = None,
    **policy: Any,  # noqa: ANN401
) -> Clause:
    """The clause of one link duty."""
    known = replace(facts or facts_of(), links=(links,))
    return only_clause(Rule(links=[duty]), known, **policy)


def link(  # noqa: PLR0913 - each names one thing a duty may ask
    status: BacklinkStatus = BacklinkStatus.VALID,
    *flaws: Flaw,
    sentence: int = 1,
    paragraph: int = 1,
    last: bool = False,
    between: bool = False,
    least: int | None = None,
    perhaps_last: bool = False,
    anchor: str = "the article",
    font: float | None = None,
    line: int = 7,
) -> FoundLink:
    """A link in some place."""
    backlink = Backlink(
        url=URL,
        status=status,
        reason="Because.",
        place=Place(line, 0, paragraph, sentence, line, line),
        target=Relation.ARTICLE,
        leads_to=URL,
        flaws=flaws,
        anchor=anchor,
        font_ratio=font,
    )
    position = Position(sentence, paragraph, last, between, least, perhaps_last)
    return FoundLink(backlink, position, anchor, font)


def grant(
    coverage: Coverage = Coverage.COVERS,
    *,
    share: Fraction | int = 1,
    waives: tuple[str, ...] = (),
    reason: str = "given by A to B",
    name: str = "letter",
) -> GrantUse:
    """A permission held against the use."""
    given = Grant(
        id=name, publisher="A", grantee="B", overrides={"max_share": share}, waives=waives
    )
    return GrantUse(given, coverage, reason)


def number_in(phrase: Value) -> int:
    """The number that a cure names."""
    assert isinstance(phrase, Phrase)
    number = dict(phrase.values)["count"]
    assert isinstance(number, int)
    return number
