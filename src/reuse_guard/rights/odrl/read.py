"""A policy from ODRL, and everything in the document that it could not say."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from reuse_guard.errors import PolicyError
from reuse_guard.expressions import expression
from reuse_guard.frozen import frozen
from reuse_guard.policy import Policy
from reuse_guard.policy.conditions import Mode
from reuse_guard.rights.odrl.constraints import add_constraint
from reuse_guard.rights.odrl.vocabulary import (
    COMMERCIAL,
    MODIFY,
    OWN,
    POLICY_URN,
    PREFIX,
    RIGHTSML,
    USES,
    bare,
    own,
)
from reuse_guard.schema import validate

MAX_NODES = 1_000  # permissions, prohibitions, constraints and duties of one list
_NOT_FOR_IDS = expression(r"[^a-z0-9]+")


@frozen
class Imported:
    """A policy that was read, and what was in the document besides.

    Attributes:
        policy: the terms, as far as a policy can say them.
        unexpressed: each thing that it does not say, with its place; a person decides.
    """

    policy: Policy
    unexpressed: tuple[str, ...]


@dataclass
class _Reading:
    """What gathers while a document is read."""

    unexpressed: list[str] = field(default_factory=list)

    def leave(self, where: str, what: object) -> None:
        """Note something that the policy does not say."""
        self.unexpressed.append(f"{where}: {what}")


class _Node:
    """An object of the document whose keys are taken one by one; what is left is told."""

    def __init__(self, data: dict[str, Any], where: str, reading: _Reading) -> None:
        self.left = {bare(key): value for key, value in data.items()}
        self.where = where
        self.reading = reading

    def take(self, key: str) -> Any:  # noqa: ANN401 - JSON
        """The value of a key, None where there is none."""
        return self.left.pop(key, None)

    def nodes(self, key: str) -> list[_Node]:
        """The objects under a key: one, or a list of them."""
        value = self.take(key)
        entries = value if isinstance(value, list) else [] if value is None else [value]
        found = []
        for index, entry in enumerate(entries):
            where = f"{self.where}{'.' if self.where else ''}{key}[{index}]"
            if isinstance(entry, dict) and index < MAX_NODES:
                found.append(_Node(entry, where, self.reading))
            else:
                self.reading.leave(where, f"{_short(entry)} is not read")
        return found

    def own(self) -> dict[str, Any]:
        """Everything in our namespace, as the keys of a policy file."""
        names = [key for key in self.left if key.startswith(PREFIX)]
        return {name.removeprefix(PREFIX): _plain(self.take(name)) for name in names}

    def finish(self) -> None:
        """Tell what nobody took."""
        for key, value in self.left.items():
            self.reading.leave(f"{self.where}.{key}".lstrip("."), f"{_short(value)} is not read")


def from_odrl(data: object, *, source: str = "ODRL") -> Imported:
    """Read a policy from an ODRL 2.2 document in JSON-LD.

    Names may be bare, prefixed with `odrl:` or written out. Nothing is dropped silently: what a
    policy cannot say is in `unexpressed`.

    Raises:
        PolicyError: it is no ODRL policy, or grants and forbids nothing that a policy can say.
    """
    if not isinstance(data, dict):
        msg = "is no ODRL policy: not an object of JSON"
        raise PolicyError(msg, source=source)
    reading = _Reading()
    node = _Node(data, "", reading)
    fields = _head(node)
    rules = [_rule(permission) for permission in node.nodes("permission")]
    by_uid = {uid: rule for uid, rule in rules if rule is not None}
    made = [rule for _, rule in rules if rule is not None]
    _forbid(node.nodes("prohibition"), by_uid, made)
    for obligation in node.nodes("obligation"):
        reading.leave(obligation.where, "an obligation without a permission is not read")
    node.finish()
    if not made:
        msg = "permits and forbids nothing that a policy can say: no permission to reproduce"
        raise PolicyError(msg, source=source)
    fields["rules"] = made
    policy = validate(Policy, fields, source=source, error=PolicyError)
    return Imported(policy, tuple(reading.unexpressed))


def _head(node: _Node) -> dict[str, Any]:
    """What stands above the rules."""
    node.take("@context")
    kind = bare(node.take("type") or node.take("@type") or "Set")
    if kind not in ("Set", "Policy", "Offer"):
        node.reading.leave("type", f"{kind} is read as a Set; to whom it is made is not")
    for profile in _listed(node.take("profile")):
        if profile not in (RIGHTSML, OWN):
            node.reading.leave("profile", f"{_short(profile)} is not known")
    uid = str(node.take("uid") or node.take("@id") or "imported")
    name = node.take("dct:title")
    made_id = _NOT_FOR_IDS.sub("-", uid.removeprefix(POLICY_URN).lower()).strip("-")[-64:]
    head = {"id": made_id.strip("-") or "imported", "name": name or uid, **node.own()}
    version = node.take("dct:hasVersion")
    return {**head, "version": version} if version else head


def _rule(node: _Node) -> tuple[str, dict[str, Any] | None]:
    """A permission as a rule; None where it permits something else than using the text."""
    uid = str(node.take("uid") or node.where)
    action = _action(node)
    if action not in USES:
        node.reading.leave(node.where, f"permission to {action} is not read")
        return uid, None
    for name in ("target", "assigner", "type", "@type"):
        node.take(name)
    rule: dict[str, Any] = node.own()
    for constraint in node.nodes("constraint"):
        _constrain(constraint, rule)
    for duty in node.nodes("duty"):
        _oblige(duty, rule)
    if rule.get("mode") == Mode.DENY and rule.pop("limits", None):
        node.reading.leave(node.where, "a limit of what needs consent anyway cannot be said")
    node.finish()
    return uid, rule


def _action(node: _Node) -> str:
    """The one action of a node; a refined one is told."""
    value = node.take("action")
    if isinstance(value, list) and len(value) == 1:
        value = value[0]
    if isinstance(value, dict):
        refined = _Node(value, f"{node.where}.action", node.reading)
        name = refined.take("rdf:value") or refined.take("@id") or refined.take("id")
        refined.finish()
        value = name.get("@id") if isinstance(name, dict) else name
    return bare(value) if isinstance(value, str) else _short(value)


def _constrain(node: _Node, rule: dict[str, Any]) -> None:
    left, operator = bare(node.take("leftOperand")), bare(node.take("operator"))
    right = node.take("rightOperand")
    value = right.get("@value") if isinstance(right, dict) and "@value" in right else right
    problem = add_constraint(left, operator, _plain(value), rule)
    if problem:
        node.reading.leave(node.where, f"{left} {operator} {_short(value)}: {problem}")
    for name in ("uid", "type", "@type"):
        node.take(name)
    node.finish()


def _oblige(node: _Node, rule: dict[str, Any]) -> None:
    action = _action(node)
    said = node.own()
    for name in ("uid", "assigner", "consentedParty", "attributedParty", "type", "@type"):
        node.take(name)
    if action == "obtainConsent":
        rule["mode"] = "deny"
    elif action == "attribute":
        link, credit = said.pop("link", None), said.pop("credit", None)
        if isinstance(link, dict):
            rule.setdefault("links", []).append(link)
        else:
            line = credit if isinstance(credit, dict) else {"template": "{publisher}"}
            rule.setdefault("credits", []).append(line)
    else:
        node.reading.leave(node.where, f"the duty to {action} cannot be said")
    node.left.update({own(name): value for name, value in said.items()})
    node.finish()


def _forbid(
    prohibitions: list[_Node], by_uid: dict[str, dict[str, Any]], rules: list[dict[str, Any]]
) -> None:
    """Put what is forbidden into the rules it is about; without a name, into all."""
    for node in prohibitions:
        action, said = _action(node), node.own()
        for name in ("uid", "target", "assigner", "type", "@type"):
            node.take(name)
        named = said.pop("rule", None)
        chosen = [by_uid[named]] if isinstance(named, str) and named in by_uid else rules
        clause = _forbidden(action, said.pop("unless", None))
        if clause is None:
            node.reading.leave(node.where, f"the prohibition to {action} cannot be said")
        for rule in chosen if clause else ():
            if isinstance(clause, dict):
                rule.setdefault("attest", []).append(dict(clause))
            else:
                rule["edits"] = "none"
        node.left.update({own(name): value for name, value in said.items()})
        node.finish()


def _forbidden(action: str, unless: object) -> dict[str, object] | str | None:
    """What a prohibition is in a rule: no edits, or something to attest."""
    if action in MODIFY:
        return "edits"
    about = (
        "commercial"
        if action in COMMERCIAL
        else {"translate": "translation", own("aiUse"): "ai"}.get(action)
    )
    if about is None:
        return None
    return {"about": about, "provided": unless} if unless else {"about": about}


def _plain(value: Any) -> Any:  # noqa: ANN401 - JSON
    """A value of our namespace as policy files have it."""
    if isinstance(value, dict) and set(value) == {"@list"}:
        return [_plain(inner) for inner in _listed(value["@list"])]
    if isinstance(value, dict) and set(value) == {"@id"}:
        return value["@id"]
    if isinstance(value, dict):
        return {bare(key).removeprefix(PREFIX): _plain(inner) for key, inner in value.items()}
    return value


def _listed(value: Any) -> list[Any]:  # noqa: ANN401 - JSON
    return value if isinstance(value, list) else [] if value is None else [value]


def _short(value: object) -> str:
    text = " ".join(str(value).split())
    return text if len(text) <= 80 else f"{text[:79]}…"  # noqa: PLR2004 - a line of a report
