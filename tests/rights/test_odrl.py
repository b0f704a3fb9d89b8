"""Policies through ODRL and back; foreign documents, and what they say that a policy cannot."""

from __future__ import annotations

import json
from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from pyld import jsonld  # type: ignore[import-untyped]

from reuse_guard.errors import PolicyError
from reuse_guard.policy import Limit, LinkDuty, Policy, Rule, load_policy, preset_ids
from reuse_guard.policy.delays import Hours
from reuse_guard.rights.odrl import from_odrl, to_odrl
from reuse_guard.rights.odrl.vocabulary import ODRL, OWN
from reuse_guard.rights.toml import policy_toml
from reuse_guard.schema import parse_toml, validate


def written(policy: Policy) -> dict[str, Any]:
    """The document as it arrives: through JSON."""
    found: dict[str, Any] = json.loads(json.dumps(to_odrl(policy)))
    return found


@pytest.mark.parametrize("preset", preset_ids())
def test_a_preset_comes_back_from_odrl_the_same(preset: str) -> None:
    """An equal policy gives an equal verdict on everything."""
    policy = load_policy(preset)
    imported = from_odrl(written(policy))
    assert imported.policy == policy
    assert imported.unexpressed == ()


@pytest.mark.parametrize("preset", preset_ids())
def test_a_preset_comes_back_from_toml_the_same(preset: str) -> None:
    policy = load_policy(preset)
    data = parse_toml(policy_toml(policy), source="written", error=PolicyError)
    assert validate(Policy, data, source="written", error=PolicyError) == policy


@given(
    maximum=st.fractions(0, 1, max_denominator=999),
    of=st.sampled_from(["original", "candidate"]),
    where=st.sampled_from(["anywhere", "lead", "sentence<=2", "after_paragraph 1", "end"]),
    count=st.integers(1, 5),
    not_before=st.none() | st.integers(0, 400) | st.dates() | st.builds(Hours, st.integers(0, 99)),
    not_after=st.none() | st.integers(400, 900) | st.dates(),
    mode=st.sampled_from(["any", "excerpt", "deny"]),
    edits=st.sampled_from(["any", "none"]),
)
def test_any_rule_comes_back_the_same(**parts: Any) -> None:  # noqa: ANN401
    limits = [{"max": parts["maximum"], "of": parts["of"]}]
    first, last = parts["not_before"], parts["not_after"]
    assume(type(first) is not type(last) or first is None or first <= last)
    rule = Rule.model_validate(
        {
            "limits": [] if parts["mode"] == "deny" else limits,
            "links": [{"where": parts["where"], "count": parts["count"]}],
            "mode": parts["mode"],
            "edits": parts["edits"],
            "not_before": parts["not_before"],
            "not_after": parts["not_after"],
        }
    )
    policy = Policy(id="made", name="Made", rules=(rule,))
    assert from_odrl(written(policy)).policy == policy
    data = parse_toml(policy_toml(policy), source="written", error=PolicyError)
    assert validate(Policy, data, source="written", error=PolicyError) == policy


@pytest.mark.parametrize("most", [1, "100%"])
def test_one_unit_and_all_of_them_stay_apart(most: int | str) -> None:
    limit = Limit(max=most, unit="sentences", of="original")
    policy = Policy(id="made", name="Made", rules=(Rule(limits=[limit]),))
    data = parse_toml(policy_toml(policy), source="written", error=PolicyError)
    for again in (Policy(**data), from_odrl(written(policy)).policy):
        assert str(again.rules[0].limits[0]) == str(limit)


def unmapped(node: object) -> list[str]:
    """Keys and types of an expanded document that are no address: they would be lost."""
    if isinstance(node, list):
        return [key for inner in node for key in unmapped(inner)]
    if not isinstance(node, dict):
        return []
    own = [key for key in node if not key.startswith("@") and ":" not in key]
    return own + [key for inner in node.values() for key in unmapped(inner)]


def words(node: object) -> set[str]:
    """Every key and every value of a document."""
    if isinstance(node, dict):
        return set(node).union(*map(words, node.values())) if node else set()
    if isinstance(node, list):
        return set().union(*map(words, node))
    return {str(node)}


@pytest.mark.parametrize("preset", preset_ids())
def test_a_document_expands_without_a_network_and_loses_nothing(preset: str) -> None:
    document = written(load_policy(preset))
    expanded = jsonld.expand(document)
    assert unmapped(expanded) == []
    del document["@context"]
    said = {word.removeprefix("rg:") for word in words(document)}
    found = {word.removeprefix(OWN).removeprefix(ODRL) for word in words(expanded)} | {OWN}
    aliases = {
        "uid",
        "type",
        "dct:title",
        "dct:hasVersion",
        "xsd:decimal",
        "xsd:duration",
        "xsd:date",
    }
    assert said - found - aliases == set()


def test_a_share_is_what_odrl_calls_percentage() -> None:
    expanded = jsonld.expand(written(load_policy("qazmonitor")))
    (permission,) = expanded[0][f"{ODRL}permission"]
    (constraint,) = permission[f"{ODRL}constraint"]
    assert constraint[f"{ODRL}leftOperand"] == [{"@id": f"{ODRL}percentage"}]
    assert constraint[f"{ODRL}operator"] == [{"@id": f"{ODRL}lteq"}]
    assert constraint[f"{ODRL}rightOperand"] == [
        {"@value": "30", "@type": "http://www.w3.org/2001/XMLSchema#decimal"}
    ]
    (duty,) = permission[f"{ODRL}duty"]
    assert duty[f"{ODRL}action"] == [{"@id": f"{ODRL}attribute"}]


def test_what_is_no_decimal_is_kept_exactly() -> None:
    third = Policy(id="t", name="T", rules=(Rule(limits=(Limit(max=Fraction(1, 3)),)),))
    assert from_odrl(written(third)).policy.rules[0].limits[0].max == Fraction(1, 3)


FOREIGN: dict[str, Any] = {
    "@context": "http://www.w3.org/ns/odrl.jsonld",
    "@type": "Offer",
    "uid": "http://wire.example/policy/17",
    "profile": "https://iptc.org/std/RightsML/odrl-profile/",
    "permission": [
        {
            "target": "http://wire.example/items",
            "assigner": "http://wire.example",
            "action": "odrl:distribute",
            "constraint": [
                {"leftOperand": "percentage", "operator": "lteq", "rightOperand": 25},
                {
                    "leftOperand": "http://www.w3.org/ns/odrl/2/delayPeriod",
                    "operator": "gteq",
                    "rightOperand": {"@value": "P2D", "@type": "xsd:duration"},
                },
                {"leftOperand": "spatial", "operator": "eq", "rightOperand": "KZ"},
                {"leftOperand": "count", "operator": "lteq", "rightOperand": 5},
            ],
            "duty": [{"action": "attribute"}, {"action": "compensate"}],
        },
        {"target": "http://wire.example/items", "action": "archive"},
    ],
    "prohibition": [{"action": "translate"}, {"action": "modify"}, {"action": "sell"}],
    "conflict": "prohibit",
}


def test_a_foreign_document_is_read_and_what_it_says_besides_is_listed() -> None:
    imported = from_odrl(FOREIGN)
    (rule,) = imported.policy.rules
    assert [str(limit) for limit in rule.limits] == ["25% of the original's words"]
    assert rule.not_before == 2
    assert rule.edits == "none"
    assert {attest.about for attest in rule.attest} == {"territory", "translation"}
    assert [credit.template for credit in rule.credits] == ["{publisher}"]
    assert imported.unexpressed == (
        "permission[0].constraint[3]: count lteq 5: a policy has no such condition; a person has to"
        " see to it",
        "permission[0].duty[1]: the duty to compensate cannot be said",
        "permission[1]: permission to archive is not read",
        "prohibition[2]: the prohibition to sell cannot be said",
        "conflict: prohibit is not read",
    )


def test_a_consent_that_must_be_obtained_denies_the_use() -> None:
    policy = {"permission": {"action": "reproduce", "duty": {"action": "obtainConsent"}}}
    assert from_odrl(policy).policy.rules[0].mode == "deny"


def test_a_limit_of_what_needs_consent_is_left_out_and_said() -> None:
    constraint = {"leftOperand": "percentage", "operator": "lteq", "rightOperand": 30}
    permission = {
        "action": "reproduce",
        "constraint": constraint,
        "duty": {"action": "obtainConsent"},
    }
    imported = from_odrl({"permission": permission})
    assert imported.policy.rules == (Rule(mode="deny"),)
    assert imported.unexpressed == (
        "permission[0]: a limit of what needs consent anyway cannot be said",
    )


@pytest.mark.parametrize(
    "constraint",
    [
        {"leftOperand": "percentage", "operator": "lteq", "rightOperand": 130},
        {"leftOperand": "delayPeriod", "operator": "gteq", "rightOperand": "P1M"},
        {"leftOperand": "delayPeriod", "operator": "lteq", "rightOperand": "P3D"},
        {"leftOperand": "percentage", "operator": "neq", "rightOperand": 30},
        {"leftOperand": "percentage", "operator": "eq", "rightOperand": 30},
        {"leftOperand": "spatial", "operator": "isA", "rightOperand": "KZ"},
        {"leftOperand": "spatial", "operator": "eq", "rightOperand": "https://example/KZ"},
        {"leftOperand": "dateTime", "operator": "eq", "rightOperand": "2026-11-23"},
        {"leftOperand": "dateTime", "operator": "lt", "rightOperand": "2026-11-23T10:00:00Z"},
        {"leftOperand": "percentage", "operator": "lteq", "rightOperand": {"@id": "x"}},
        {"and": [{"leftOperand": "percentage", "operator": "lteq", "rightOperand": 3}]},
    ],
)
def test_a_constraint_that_cannot_be_said_is_listed_with_the_reason(
    constraint: dict[str, Any],
) -> None:
    imported = from_odrl({"permission": [{"action": "reproduce", "constraint": [constraint]}]})
    assert imported.policy.rules[0] == Rule()
    assert imported.unexpressed
    if "and" not in constraint:
        told, _, why = imported.unexpressed[0].partition(f"{constraint['operator']} ")
        assert told.startswith("permission[0].constraint[0]: ")
        assert ": " in why


@pytest.mark.parametrize(
    ("left", "operator", "right", "key", "value"),
    [
        ("percentage", "lteq", "30%", "limits", (Limit(max="30%"),)),
        ("percentage", "lteq", "0.5", "limits", (Limit(max="0.5%"),)),
        ("percentage", "gteq", 90, "min_share", Fraction(9, 10)),
        ("percentage", "eq", 100, "min_share", Fraction(1)),
        ("delayPeriod", "gteq", "PT24H", "not_before", Hours(24)),
        ("delayPeriod", "eq", "P2D", "not_before", 2),
        ("delayPeriod", "gteq", "P2W", "not_before", 14),
        ("elapsedTime", "lteq", "P30D", "remove_after", 30),
        ("dateTime", "lt", "2026-12-01", "not_after", date(2026, 11, 30)),
        ("dateTime", "gt", "2026-12-01", "not_before", date(2026, 12, 2)),
        ("dateTime", "lt", "2026-12-01T00:00:00Z", "not_after", date(2026, 11, 30)),
        ("dateTime", "gteq", "2026-12-01T00:00:00+05:00", "not_before", date(2026, 12, 1)),
        ("dateTime", "lteq", "2026-12-31T23:59:59Z", "not_after", date(2026, 12, 31)),
    ],
)
def test_a_comparison_is_read_as_what_it_says(
    left: str, operator: str, right: object, key: str, value: object
) -> None:
    constraint = {"leftOperand": left, "operator": operator, "rightOperand": right}
    imported = from_odrl({"permission": [{"action": "reproduce", "constraint": [constraint]}]})
    assert imported.unexpressed == ()
    assert getattr(imported.policy.rules[0], key) == value


@pytest.mark.parametrize(
    ("operator", "told"),
    [
        ("lt", "percentage lt 30: read as a limit of 30%; 30% itself is allowed by it, and not"),
        ("gt", "percentage gt 30: read as a least part of 30%; 30% itself is allowed by it"),
    ],
)
def test_a_strict_comparison_is_read_and_its_bound_is_told(operator: str, told: str) -> None:
    constraint = {"leftOperand": "percentage", "operator": operator, "rightOperand": 30}
    imported = from_odrl({"permission": [{"action": "reproduce", "constraint": [constraint]}]})
    rule = imported.policy.rules[0]
    assert (rule.limits or rule.min_share) in ((Limit(max="30%"),), Fraction(3, 10))
    assert told in imported.unexpressed[0]


@pytest.mark.parametrize("data", [[], "x", {}, {"permission": [{"action": "play"}]}])
def test_what_is_no_policy_is_an_error(data: object) -> None:
    with pytest.raises(PolicyError):
        from_odrl(data)


KEYS = [
    *("permission", "prohibition", "action", "constraint", "duty", "leftOperand", "operator"),
    *("rightOperand", "uid", "rg:link", "rg:when", "@value", "reproduce"),
]
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(KEYS),
            inner | st.sampled_from(["reproduce", "percentage", "lteq", "attribute"]),
            max_size=4,
        )
    ),
    max_leaves=12,
)


@given(JSON)
def test_whatever_it_is_it_is_read_or_refused(data: object) -> None:
    try:
        from_odrl(data)
    except PolicyError:
        pass
    else:
        assert isinstance(data, dict)


@pytest.mark.parametrize("listed", ["AP", ["AP"]])
def test_one_value_of_a_list_needs_no_brackets(listed: object) -> None:
    document = written(Policy(id="p", name="P", rules=(Rule(third_party_markers=["AP"]),)))
    text = json.dumps(document)
    assert '{"@list": ["AP"]}' in text
    read = from_odrl(json.loads(text.replace('["AP"]', json.dumps(listed))))
    assert read.policy.rules[0].third_party_markers == ("AP",)


def test_links_and_places_are_said_in_our_own_names() -> None:
    rule = Rule(links=(LinkDuty.model_validate({"where": "paragraph<=2", "follow": "required"}),))
    document = written(Policy(id="p", name="P", rules=(rule,)))
    assert document["permission"][0]["duty"] == [
        {
            "action": "attribute",
            "rg:link": {
                "rg:target": "article",
                "rg:where": "paragraph<=2",
                "rg:follow": "required",
            },
        }
    ]


def test_conditions_of_which_one_is_enough_are_written_as_people_write_them() -> None:
    text = policy_toml(load_policy("calmatters"))
    assert "[[rules.any_of]]\nlink = {}\n" in text
    assert '[[rules.any_of]]\npage = { canonical = "require" }\n' in text
