"""A policy as TOML, as a person would write it: what differs from the defaults."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reuse_guard.policy import Policy

_TABLES = ("limits", "links", "credits", "attest", "any_of")


def policy_toml(policy: Policy) -> str:
    """Write a policy so that loading it gives an equal one."""
    data = policy.model_dump(mode="json", exclude_defaults=True)
    lines = [f"{key} = {_value(value)}" for key, value in data.items() if key != "rules"]
    for rule, dumped in zip(policy.rules, data["rules"], strict=True):
        for limit, written in zip(rule.limits, dumped.get("limits", ()), strict=True):
            written["of"] = limit.of.value
        lines += ["", *_rule(dumped)]
    return "\n".join([*lines, ""])


def _rule(data: dict[str, Any]) -> Iterator[str]:
    yield "[[rules]]"
    for key, value in data.items():
        if key not in _TABLES:
            yield f"{key} = {_value(value)}"
    for name in _TABLES:
        for table in data.get(name, ()):
            yield ""
            yield f"[[rules.{name}]]"
            yield from (f"{key} = {_value(value)}" for key, value in table.items())


def _value(value: object) -> str:
    if isinstance(value, dict):
        inner = ", ".join(f"{key} = {_value(part)}" for key, part in value.items())
        return f"{{ {inner} }}" if inner else "{}"
    if isinstance(value, list):
        return f"[{', '.join(map(_value, value))}]"
    # JSON writes texts, numbers and booleans as TOML does; DEL alone is escaped in TOML only.
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
