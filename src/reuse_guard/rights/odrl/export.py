"""A policy as ODRL."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from reuse_guard.policy.conditions import About, Edits, Mode
from reuse_guard.policy.delays import Hours
from reuse_guard.policy.limits import Base, Over, Select, Unit
from reuse_guard.rights.odrl.vocabulary import CONTEXT, OWN, POLICY_URN, RIGHTSML, own

if TYPE_CHECKING:
    from fractions import Fraction

    from reuse_guard.policy import Attest, Limit, LinkDuty, Policy, Rule
    from reuse_guard.schema import Strict

Node = dict[str, Any]
# Keys of a policy and of a rule that ODRL has a word for; the others go into our namespace.
_SAID_OF_POLICY = frozenset({"id", "name", "version", "rules"})
_SAID_OF_RULE = frozenset(
    {"limits", "links", "credits", "edits", "attest", "not_before", "not_after"}
)


def to_odrl(policy: Policy) -> Node:
    """Write a policy as an ODRL 2.2 Set in JSON-LD, in the RightsML profile and our own.

    `from_odrl` reads an equal policy from it. Each rule is a permission; what it forbids is a
    prohibition that names the rule.
    """
    party = policy.terms_url or f"{POLICY_URN}{policy.id}:publisher"
    node: Node = {
        "@context": CONTEXT,
        "uid": f"{POLICY_URN}{policy.id}",
        "type": "Set",
        "profile": [RIGHTSML, OWN],
        "dct:title": policy.name,
        "dct:hasVersion": policy.version,
        **_own_keys(policy, but=_SAID_OF_POLICY),
        "permission": [
            _permission(rule, f"{POLICY_URN}{policy.id}:rule-{number}", party)
            for number, rule in enumerate(policy.rules, 1)
        ],
    }
    prohibitions = [
        prohibition
        for number, rule in enumerate(policy.rules, 1)
        for prohibition in _prohibitions(rule, f"{POLICY_URN}{policy.id}:rule-{number}", party)
    ]
    return {**node, "prohibition": prohibitions} if prohibitions else node


def _permission(rule: Rule, uid: str, party: str) -> Node:
    node: Node = {
        "uid": uid,
        "target": f"{POLICY_URN}articles",
        "assigner": party,
        "action": "reproduce",
        **_own_keys(rule, but=_SAID_OF_RULE),
    }
    constraints = [*map(_limit, rule.limits), *_dates(rule), *_territory(rule)]
    duties = [
        *({"action": "attribute", own("link"): _link(link)} for link in rule.links),
        *({"action": "attribute", own("credit"): _own_object(line)} for line in rule.credits),
    ]
    if rule.mode is Mode.DENY:
        duties.append({"action": "obtainConsent", "consentedParty": party})
    if constraints:
        node["constraint"] = constraints
    if duties:
        node["duty"] = duties
    return node


def _link(link: LinkDuty) -> Node:
    return {own("target"): link.target.value, **_own_object(link)}


def _limit(limit: Limit) -> Node:
    """A limit; a share of the original's words is what ODRL calls `percentage`."""
    is_share = (
        limit.unit is Unit.FRACTION
        and limit.of is Base.ORIGINAL
        and limit.select is Select.ANY
        and limit.over is Over.EACH
    )
    percent = _decimal(limit.part * 100)
    if is_share and percent is not None:
        return _constraint("percentage", "lteq", {"@value": percent, "@type": "xsd:decimal"})
    # What a limit is measured against depends on its unit where nothing is said: it is said.
    return _constraint(own("amount"), "lteq", {**_own_object(limit), own("of"): limit.of.value})


def _decimal(value: Fraction) -> str | None:
    """A fraction as a decimal, where that is exact."""
    rest = value.denominator
    for prime in (2, 5):
        while rest % prime == 0:
            rest //= prime
    if rest != 1:
        return None
    return f"{Decimal(value.numerator) / Decimal(value.denominator):f}"


def _dates(rule: Rule) -> list[Node]:
    found = []
    if rule.not_before is not None:
        name = "dateTime" if isinstance(rule.not_before, date) else "delayPeriod"
        found.append(_constraint(name, "gteq", _until(rule.not_before)))
    if rule.not_after is not None:
        name = "dateTime" if isinstance(rule.not_after, date) else own("sincePublication")
        found.append(_constraint(name, "lteq", _until(rule.not_after)))
    return found


def _until(delay: date | int | Hours) -> Node:
    if isinstance(delay, date):
        return {"@value": delay.isoformat(), "@type": "xsd:date"}
    length = f"PT{delay.number}H" if isinstance(delay, Hours) else f"P{delay}D"
    return {"@value": length, "@type": "xsd:duration"}


def _territory(rule: Rule) -> list[Node]:
    return [
        _constraint("spatial", "isAnyOf" if attest.within else "isNoneOf", list(countries))
        for attest in rule.attest
        if attest.about is About.TERRITORY and (countries := attest.within or attest.outside)
    ]


def _constraint(left: str, operator: str, right: object) -> Node:
    return {"leftOperand": left, "operator": operator, "rightOperand": right}


def _prohibitions(rule: Rule, uid: str, party: str) -> list[Node]:
    """What a rule forbids outright, or under a condition that is said in our namespace."""
    found: list[Node] = []
    if rule.edits is Edits.NONE:
        found.append({"action": "modify"})
    found.extend(map(_attested, (a for a in rule.attest if a.about is not About.TERRITORY)))
    named = {"assigner": party, "target": f"{POLICY_URN}articles", own("rule"): {"@id": uid}}
    return [{**named, **prohibition} for prohibition in found]


def _attested(attest: Attest) -> Node:
    action = {
        About.COMMERCIAL: "commercialize",
        About.TRANSLATION: "translate",
        About.AI: own("aiUse"),
    }[attest.about]
    return {"action": action, **({own("unless"): attest.provided} if attest.provided else {})}


def _own_keys(model: Strict, *, but: frozenset[str]) -> Node:
    """The keys of a model that differ from their defaults, in our namespace."""
    data = model.model_dump(mode="json", exclude_defaults=True)
    return {own(name): _named(value) for name, value in data.items() if name not in but}


def _own_object(model: Strict) -> Node:
    return {
        own(name): _named(value)
        for name, value in model.model_dump(mode="json", exclude_defaults=True).items()
    }


def _named(value: object) -> object:
    """A value of a policy with its keys in our namespace; lists keep their order."""
    if isinstance(value, dict):
        return {own(name): _named(inner) for name, inner in value.items()}
    if isinstance(value, list):
        return {"@list": [_named(inner) for inner in value]}
    return value
