"""Constraints of ODRL as parts of a rule, and why some are none."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any, Final

from reuse_guard.expressions import expression
from reuse_guard.policy.conditions import country
from reuse_guard.rights.odrl.vocabulary import own
from reuse_guard.schema import format_ratio, parse_ratio

if TYPE_CHECKING:
    from fractions import Fraction

Rule = dict[str, Any]

_DURATION = expression(r"P(?:(\d{1,5})D|(\d{1,4})W|T(\d{1,4})H)")
_WITHIN: Final = frozenset({"isAnyOf", "eq", "isPartOf"})
_OUTSIDE: Final = frozenset({"isNoneOf", "neq"})
_AT_LEAST, _AT_MOST = frozenset({"gteq", "gt"}), frozenset({"lteq", "lt"})
# What counts from a day, by the operator: the key of a rule that says it.
_DELAYS: Final = {
    ("delayPeriod", "gteq"): "not_before",
    ("delayPeriod", "eq"): "not_before",
    (own("sincePublication"), "lteq"): "not_after",
    ("elapsedTime", "lteq"): "remove_after",
}


def add_constraint(left: str, operator: str, value: Any, rule: Rule) -> str | None:  # noqa: ANN401
    """Add a constraint to a rule.

    Returns:
        What the rule does not say of it, for a person; None where it says all.
    """
    if left == own("amount") and operator == "lteq" and isinstance(value, dict):
        rule.setdefault("limits", []).append(value)
        return None
    readers = {"percentage": _percentage, "spatial": _spatial, "dateTime": _moment}
    if left in readers:
        return readers[left](operator, value, rule)
    return _delay(left, operator, value, rule)


def _percentage(operator: str, value: object, rule: Rule) -> str | None:
    share = _share(value)
    if share is None:
        return "a percentage is a number from 0 to 100"
    written = format_ratio(share)
    if operator in _AT_MOST:
        rule.setdefault("limits", []).append({"max": written})
        return _but_for_the_bound(operator, written, "limit")
    if operator in _AT_LEAST or (operator == "eq" and share == 1):
        if not share:
            return "to use nothing is no condition"
        said = _set(rule, "min_share", written)
        return said or _but_for_the_bound(operator, written, "least part")
    return 'a policy has "at most" (lteq) and "at least" (gteq), and no other comparison of parts'


def _but_for_the_bound(operator: str, written: str, what: str) -> str | None:
    """A strict comparison, which a policy has not: its bounds are allowed."""
    if operator in ("lteq", "gteq", "eq"):
        return None
    return f"read as a {what} of {written}; {written} itself is allowed by it, and not here"


def _share(value: object) -> Fraction | None:
    """A percentage as a part; "30%" is thirty of a hundred, as "30" is."""
    text = str(value).strip()
    try:
        share = parse_ratio(text if text.endswith("%") else f"{text}%")
    except ValueError:
        return None
    return share if 0 <= share <= 1 else None


def _spatial(operator: str, value: object, rule: Rule) -> str | None:
    countries = value if isinstance(value, list) else [value]
    if operator not in _WITHIN | _OUTSIDE:
        return "a policy has countries within which, or outside which, and no other comparison"
    if not countries or not all(map(_is_country, countries)):
        return "a country is a code of two letters, such as KZ"
    key = "within" if operator in _WITHIN else "outside"
    rule.setdefault("attest", []).append({"about": "territory", key: countries})
    return None


def _is_country(value: object) -> bool:
    try:
        return bool(country(str(value)))
    except ValueError:
        return False


def _delay(left: str, operator: str, value: object, rule: Rule) -> str | None:
    key = _DELAYS.get((left, operator))
    if key is None:
        return "a policy has no such condition; a person has to see to it"
    length = _duration(value)
    if length is None:
        return "it is no length in days, weeks or hours, such as P2D or PT24H"
    return _set(rule, key, length)


def _duration(value: object) -> int | str | None:
    """Whole days, or hours; months differ in length."""
    found = _DURATION.fullmatch(str(value))
    if found is None:
        return None
    days, weeks, hours = found.groups()
    return f"{hours} hours" if hours else int(days) if days else 7 * int(weeks)


def _moment(operator: str, value: object, rule: Rule) -> str | None:
    """A day from which, or until which; of a moment within a day it is a part."""
    if operator not in _AT_LEAST | _AT_MOST:
        return "a policy has a first and a last day, and no other comparison of days"
    found = _bound(operator, str(value))
    if found is None:
        return "a policy has whole days, such as 2026-12-01, and no hours of a day"
    return _set(rule, "not_before" if operator in _AT_LEAST else "not_after", found)


def _bound(operator: str, text: str) -> str | None:
    """The first or last day; None for a moment inside one."""
    is_start = operator in _AT_LEAST
    try:
        if re.fullmatch(r"\d{4}-\d\d-\d\d", text):
            day = date.fromisoformat(text)
            return _moved(day, (operator == "gt") - (operator == "lt"))
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    is_midnight = moment.time() == time.min
    is_last = moment.time().replace(microsecond=0) >= time(23, 59)
    if is_midnight and (is_start or operator == "lt"):
        return _moved(moment.date(), 0 if is_start else -1)
    if is_last and (not is_start or operator == "gt"):
        return _moved(moment.date(), 1 if is_start else 0)
    return None


def _moved(day: date, days: int) -> str | None:
    try:
        return (day + timedelta(days=days)).isoformat()
    except OverflowError:
        return None


def _set(rule: Rule, key: str, value: object) -> str | None:
    """Set a key of a rule that can be set once."""
    if key in rule:
        return f"the rule has {key} already, and has it once"
    rule[key] = value
    return None
