"""Which rule of a policy applies to a use."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reuse_guard.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Callable

    from reuse_guard.policy import Declared, Policy, Rule, When
    from reuse_guard.policy.conditions import Use


@frozen
class Choice:
    """The rules that may apply.

    Attributes:
        rules: those that fit if something undeclared is so, then the first that fits for certain.
        undeclared: names of what was not declared and would tell.
        is_complete: one of the rules applies for certain; otherwise none may.
    """

    rules: tuple[Rule, ...]
    undeclared: tuple[str, ...]
    is_complete: bool


def choose_rules(
    policy: Policy,
    declared: Declared,
    use: Use | None,
    has_marker: Callable[[tuple[str, ...]], bool | None],
) -> Choice:
    """Find the first rule that fits, and those before it that may.

    Args:
        policy: its rules are tried in order.
        declared: what the caller says of the use.
        use: whether an excerpt or the full text is used; None where that cannot be told.
        has_marker: whether one of these words marks the original; None where that is not certain.
    """
    rules: list[Rule] = []
    undeclared: dict[str, None] = {}
    for rule in policy.rules:
        unknown = _unknown(rule.when, declared, use, has_marker)
        if unknown is None:
            continue
        rules.append(rule)
        undeclared.update(dict.fromkeys(unknown))
        if not unknown:
            return Choice(tuple(rules), tuple(undeclared), is_complete=True)
    return Choice(tuple(rules), tuple(undeclared), is_complete=False)


def _unknown(
    when: When,
    declared: Declared,
    use: Use | None,
    has_marker: Callable[[tuple[str, ...]], bool | None],
) -> tuple[str, ...] | None:
    """What is not declared and would decide; None where the rule does not fit."""
    unknown = []
    if when.use is not None and use is None:
        unknown.append("use")
    elif when.use is not None and when.use is not use:
        return None
    if when.marker:
        is_marked = declared.marker if declared.marker is not None else has_marker(when.marker)
        if is_marked is False:
            return None
        unknown += [] if is_marked else ["marker"]
    asked = {
        "genre": (when.genre, declared.genre),
        "section": (when.section, declared.section),
        "medium": (when.medium, declared.medium),
    }
    for name, (wanted, said) in asked.items():
        if wanted and said is None:
            unknown.append(name)
        elif wanted and said is not None and said.casefold() not in map(str.casefold, wanted):
            return None
    return tuple(unknown)
