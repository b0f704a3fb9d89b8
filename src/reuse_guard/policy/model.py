"""A publisher's terms as data.

A policy reads like the sentence it stands for. "At most 30% of an article, with a
mandatory hyperlink to the original" is one rule with one limit and one link:

>>> policy = Policy(
...     id="thirty",
...     name="Thirty per cent with a link",
...     rules=[Rule(limits=[Limit(max="30%")], links=[LinkDuty()])],
... )
>>> policy.rules[0].limits[0].max
Fraction(3, 10)

`limits`, `duties`, `alternatives` and `conditions` hold the parts of a rule.
"""

from __future__ import annotations

from enum import StrEnum
from fractions import Fraction
from typing import Annotated

from pydantic import AfterValidator, Field, model_validator

from reuse_guard.expressions import expression
from reuse_guard.policy.alternatives import Alternative  # noqa: TC001 - pydantic resolves it
from reuse_guard.policy.conditions import (
    Attest,
    Edits,
    Mode,
    PageDuties,
    Permission,
    Texts,
    When,
)
from reuse_guard.policy.contradictions import contradictions, never_applies
from reuse_guard.policy.delays import Delay  # noqa: TC001 - pydantic resolves it
from reuse_guard.policy.duties import CreditDuty, LinkDuty  # noqa: TC001 - pydantic resolves it
from reuse_guard.policy.limits import Limit  # noqa: TC001
from reuse_guard.policy.terms import SEVERAL, Terms
from reuse_guard.schema import Day, Ratio  # noqa: TC001
from reuse_guard.urls.hosts import covers_host, publisher_host


class Rule(Terms):
    """What one kind of use has to keep; all its clauses hold together.

    Attributes:
        when: the uses it is for; every use where nothing is said.
        mode: whether a part, the whole, either or nothing may be used.
        limits: each the most that may be copied.
        min_share: the least of the original's words that must be used: nothing may be cut. 100%
            where `mode` is `full` and nothing else is said.
        edits: `none` where copied text may not be changed.
        links: each a hyperlink that has to be there.
        credits: each a line of credit that has to be there.
        page: what the candidate's page declares, loads and keeps.
        any_of: conditions of which one is enough.
        media: `forbid` where the original's pictures may not be taken.
        third_party_markers: names of agencies whose material may not be taken with the article.
        not_before: first day of use: a date, or days or hours after the original's publication.
        not_after: last day to begin a use: a date, or days or hours after the publication.
        remove_after: last day that it may stay up: a date, or days or hours after it was put up.
        attest: what the caller declares because no reading of a page can tell.
    """

    when: When = When.model_construct()
    mode: Mode = Mode.ANY
    limits: Annotated[tuple[Limit, ...], SEVERAL] = ()
    min_share: Annotated[Ratio, Field(gt=0, le=1)] | None = None
    edits: Edits = Edits.ANY
    links: Annotated[tuple[LinkDuty, ...], SEVERAL] = ()
    credits: Annotated[tuple[CreditDuty, ...], SEVERAL] = ()
    page: PageDuties = PageDuties.model_construct()
    any_of: Annotated[tuple[Alternative, ...], SEVERAL] = ()
    media: Permission = Permission.ANY
    third_party_markers: Texts = ()
    not_before: Delay | None = None
    not_after: Delay | None = None
    remove_after: Delay | None = None
    attest: Annotated[tuple[Attest, ...], SEVERAL] = ()

    @model_validator(mode="after")
    def _can_be_kept(self) -> Rule:
        for problem in contradictions(self):
            raise ValueError(problem)
        if len(self.any_of) == 1:
            msg = "any_of: one condition is no choice; add another, or write it without any_of"
            raise ValueError(msg)
        return self

    @property
    def least_part(self) -> Fraction | None:
        """The part of the original's words that must be used; None where anything may be cut."""
        return Fraction(1) if self.mode is Mode.FULL and not self.min_share else self.min_share

    @property
    def every_link(self) -> tuple[LinkDuty, ...]:
        """The links demanded, then those that are one of several conditions."""
        return (*self.links, *(one.link for one in self.any_of if one.link is not None))

    @property
    def every_credit(self) -> tuple[CreditDuty, ...]:
        """The credits demanded, then those that are one of several conditions."""
        return (*self.credits, *(one.credit for one in self.any_of if one.credit is not None))


class Borderline(StrEnum):
    """What a measurement within its own margin of the limit gives."""

    STRICT = "strict"
    REVIEW = "review"


class LinkWhen(StrEnum):
    """When links and credits are owed."""

    COPIED = "copied"
    ALWAYS = "always"


class Grants(StrEnum):
    """Which written permissions are honoured."""

    ANY = "any"
    SIGNED = "signed"


class Counting(StrEnum):
    """Whether a kind of copied text counts for the share."""

    COUNT = "count"
    EXCLUDE = "exclude"


_ID = expression(r"^[a-z0-9][a-z0-9-]*$")


def _plain_id(text: str) -> str:
    if not _ID.fullmatch(text):
        msg = f"{text!r} has more than small letters, digits and hyphens; write it as our-terms"
        raise ValueError(msg)
    return text


Host = Annotated[str, AfterValidator(publisher_host)]


def _css(selector: str) -> str:
    from reuse_guard.documents.visibility.selectors import (  # noqa: PLC0415 - slow, seldom used
        SelectorError,
        TooCostlyError,
        compile_selectors,
    )

    try:
        compile_selectors(selector)
    except (SelectorError, TooCostlyError) as error:
        why = error.args[-1]
        msg = f"{selector!r} is no CSS selector that can be used: {why}; write it as .article-body"
        raise ValueError(msg) from error
    return selector


class Policy(Terms):
    """A publisher's terms.

    Attributes:
        id: short name, as `--policy` takes it.
        name: the publisher or the terms, for people.
        version: of this description of the terms; part of every verdict.
        hosts: whose articles it governs; a host covers its subdomains.
        terms_url: where the publisher states the terms.
        terms_read: the day they were read there.
        permission: whom to ask for more; printed in the cure.
        body_selector: CSS selector of the article's body on the publisher's pages; where
            given it decides what counts.
        borderline: near the limit, the strict outcome (default) or *review*.
        link_when: links and credits are owed where anything was copied (default), or always.
        quotes: whether quoted speech in copied text counts (default) or is excluded.
        common_sources: the same for text both sides took from a source the caller gave.
        grants: whether every written permission is honoured (default), or `signed` ones alone.
        rules: the first one whose `when` fits applies.
    """

    id: Annotated[str, AfterValidator(_plain_id)] = Field(
        max_length=64, json_schema_extra={"pattern": _ID.pattern}
    )
    name: str = Field(min_length=1)
    version: str = Field(default="1", min_length=1, max_length=64)
    hosts: tuple[Host, ...] = ()
    terms_url: str | None = None
    terms_read: Day | None = None
    permission: str | None = None
    body_selector: Annotated[str, AfterValidator(_css)] | None = None
    borderline: Borderline = Borderline.STRICT
    link_when: LinkWhen = LinkWhen.COPIED
    quotes: Counting = Counting.COUNT
    common_sources: Counting = Counting.COUNT
    grants: Grants = Grants.ANY
    rules: Annotated[tuple[Rule, ...], SEVERAL] = Field(min_length=1)

    def held_for(self, host: str) -> Policy:
        """The same terms for the article of another publisher: whom to ask is told by its host."""
        return self.model_copy(update={"name": host, "permission": None, "terms_url": None})

    @model_validator(mode="after")
    def _every_rule_can_apply(self) -> Policy:
        for number, rule in enumerate(self.rules[:-1]):
            if rule.when == When():
                msg = f"rules[{number}]: fits every use, so no rule after it applies; move it last"
                raise ValueError(msg)
        for number, rule in enumerate(self.rules):
            for before in range(number):
                if never_applies(rule.when, self.rules[before].when):
                    msg = (
                        f"rules[{number}]: never applies, since rules[{before}] is for the same"
                        " uses; make them one rule, or change a when"
                    )
                    raise ValueError(msg)
        return self

    def governs(self, host: str) -> bool:
        """Whether articles on this host are the publisher's."""
        return any(covers_host(own, host) for own in self.hosts)
