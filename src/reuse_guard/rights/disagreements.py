"""Where the notice on the original's page and the policy that is used say different things."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from reuse_guard.locale import Phrase, Sentence, in_a_row, say
from reuse_guard.notices import Consent, Kind, Link, Quantity, Scope, Term, read_terms
from reuse_guard.policy.conditions import About, Edits, Mode, Permission
from reuse_guard.policy.duties import LinkTarget, Part, Requirement, Spot, Where, parse_where
from reuse_guard.policy.limits import Limit, Over, Select
from reuse_guard.policy.unit_names import amount_left

if TYPE_CHECKING:
    from reuse_guard.documents.model import Document
    from reuse_guard.policy import LinkDuty, Policy, Rule

_Found: TypeAlias = Phrase | None


def notice_disagreements(original: Document, policy: Policy) -> tuple[Sentence, ...]:
    """What the notice on the original says otherwise than the policy, a sentence for each.

    A notice says less than a policy can: only what it states is held against the policy, and a
    clause agrees when any rule of the policy has it.

    Args:
        original: the article's page; only its notices are read.
        policy: the terms that are used.
    """
    found = (_disagreement(term, policy) for term in _held(original.once(read_terms)))
    return tuple(dict.fromkeys(Sentence(problem) for problem in found if problem))


def _held(terms: tuple[Term, ...]) -> tuple[Term, ...]:
    """The terms to compare: beside a limit, a permission for more says nothing of its own."""
    has_limit = any(term.kind is Kind.LIMIT for term in terms)
    return tuple(
        term for term in terms if not (has_limit and term.kind in (Kind.PERMISSION, Kind.DENIED))
    )


def _disagreement(term: Term, policy: Policy) -> _Found:
    if isinstance(term.value, Quantity):
        problem = _of_limit(term.value, policy)
    elif isinstance(term.value, Link):
        problem = _of_link(term.value, policy)
    else:
        problem = _of_plain(term, policy)
    if problem is None:
        return None
    sentence = " ".join(term.sentence.split())
    return say(
        "The notice on the original says “{sentence}”, but the policy {policy} {problem}.",
        sentence=sentence,
        policy=policy.id,
        problem=problem,
    )


def _of_limit(value: Quantity, policy: Policy) -> _Found:
    named = [limit for rule in policy.rules for limit in rule.limits if _is_alike(limit, value)]
    if any(limit.max == value.value for limit in named):
        return None
    if any(rule.mode is Mode.DENY for rule in policy.rules) and not named:
        return say("denies the use without a permission")
    if named:
        return say("allows {amounts}", amounts=in_a_row([*map(amount_left, named)], ", "))
    most = int(value.value) if value.whole == "absolute" else value.value
    stated = Limit.model_validate({"max": most, "unit": value.unit, "of": str(value.whole)})
    return say("has no limit of {amount}", amount=amount_left(stated))


def _is_alike(limit: Limit, value: Quantity) -> bool:
    """Whether both measure the same thing; a fraction is one of words."""
    return (
        limit.over is Over.EACH
        and limit.unit == value.unit
        and str(limit.of) == str(value.whole)
        and (limit.select is Select.LEADING) is value.is_leading
    )


def _of_link(value: Link, policy: Policy) -> _Found:
    duties = [duty for rule in policy.rules for duty in rule.every_link]
    if not duties:
        is_credited = value.in_words and any(rule.every_credit for rule in policy.rules)
        return None if is_credited else say("asks for no link")
    place = parse_where(value.where) if value.where else None
    if place is not None and not any(_is_no_looser(duty.where, place) for duty in duties):
        return say("asks for the link in another place ({places})", places=_places(duties))
    if value.follow and not any(duty.follow is Requirement.REQUIRED for duty in duties):
        return say("does not ask that the link be open to search engines")
    if value.direct and not any(duty.direct is Requirement.REQUIRED for duty in duties):
        return say("does not ask for a direct link")
    if value.target == "article" and all(duty.target is LinkTarget.HOME for duty in duties):
        return say("asks for a link to the home page")
    return None


def _places(duties: list[LinkDuty]) -> str:
    return ", ".join(dict.fromkeys(str(duty.where) for duty in duties))


def _is_no_looser(own: Where, stated: Where) -> bool:
    """Whether what stands in the policy's place stands in the notice's place as well."""
    if own == stated:
        return True
    both = {own.spot, stated.spot}
    if both <= {Spot.LEAD, Spot.PARAGRAPH}:
        return (own.number or 1) <= (stated.number or 1)
    return both == {Spot.SENTENCE} and (own.number or 1) <= (stated.number or 1)


def _of_plain(term: Term, policy: Policy) -> _Found:
    rules = policy.rules
    if term.kind in (Kind.PERMISSION, Kind.DENIED):
        return _of_consent(term, rules)
    has_it, otherwise = {
        Kind.EDITS: (any(r.edits is Edits.NONE for r in rules), say("allows edits")),
        Kind.PHOTOS: (
            any(r.media is Permission.FORBID for r in rules),
            say("lets pictures be taken"),
        ),
        Kind.COMMERCIAL: (_attests(rules, About.COMMERCIAL), say("allows commercial use")),
        Kind.TRANSLATION: (_attests(rules, About.TRANSLATION), say("allows translation")),
        Kind.AUTHOR: (_credits_author(rules), say("does not ask that the author be named")),
        Kind.EMBARGO: (
            any(rule.not_before is not None for rule in rules),
            say("lets it be used at once"),
        ),
        Kind.SOURCE: (any(rule.every_credit for rule in rules), say("asks for no credit")),
    }[term.kind]
    return None if has_it else otherwise


def _of_consent(term: Term, rules: tuple[Rule, ...]) -> _Found:
    scope = term.value.scope if isinstance(term.value, Consent) else Scope.ANY
    denies = any(rule.mode is Mode.DENY for rule in rules)
    if scope is not Scope.MORE:
        return None if denies else say("does not need a permission for every use")
    bounded = denies or any(rule.limits or rule.mode is Mode.EXCERPT for rule in rules)
    return None if bounded else say("lets the full text be used")


def _attests(rules: tuple[Rule, ...], about: About) -> bool:
    return any(attest.about is about for rule in rules for attest in rule.attest)


def _credits_author(rules: tuple[Rule, ...]) -> bool:
    return any(Part.AUTHOR in credit.pieces for rule in rules for credit in rule.every_credit)
