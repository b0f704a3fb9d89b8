"""Terms that nobody can keep, or that say nothing: told while the policy is read."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from reuse_guard.policy.conditions import WHOLE, Mode, Texts, Use, When
from reuse_guard.policy.delays import Delay, Hours
from reuse_guard.policy.limits import Base, Over, Unit
from reuse_guard.schema import format_ratio

if TYPE_CHECKING:
    from collections.abc import Iterator
    from fractions import Fraction

    from reuse_guard.policy.limits import Limit
    from reuse_guard.policy.model import Rule


def contradictions(rule: Rule) -> Iterator[str]:
    """What of a rule contradicts what, each with the remedy."""
    if rule.mode is Mode.DENY and rule.limits:
        yield (
            "limits: mode is 'deny', so nothing may be used and no limit matters; drop the limits,"
            " or write mode = 'any'"
        )
    if rule.least_part is not None:
        yield from _of_the_least(rule, rule.least_part)
    yield from _of_days(rule)


def _of_the_least(rule: Rule, least: Fraction) -> Iterator[str]:
    asked = f"min_share: at least {format_ratio(least)} must be used"
    if not rule.min_share:
        asked = "mode: 'full' asks for 100%"
    if rule.mode is Mode.EXCERPT and least >= WHOLE:
        yield (
            f"{asked}, but mode 'excerpt' is less than {format_ratio(WHOLE)}; drop one of them, or"
            " ask for less"
        )
    if rule.mode is Mode.FULL and rule.when.use is Use.EXCERPT:
        yield f"{asked}, but the rule is for use = 'excerpt'; change one of them"
    for index, limit in enumerate(rule.limits):
        if _forbids(limit, least):
            yield (
                f"{asked}, but limits[{index}] allows no more than {limit}; raise the limit or ask"
                " for less"
            )


def _forbids(limit: Limit, least: Fraction) -> bool:
    """Whether nobody can use as much as is asked for and keep the limit."""
    if not limit.max:
        return True
    if not limit.is_ratio or limit.of is not Base.ORIGINAL or limit.over is Over.ALL:
        return False
    # Half the words may be fewer of the sentences; all of them are all.
    return limit.max < least and (limit.counted is Unit.WORDS or least == 1)


def _of_days(rule: Rule) -> Iterator[str]:
    first, last, removal = rule.not_before, rule.not_after, rule.remove_after
    # The days after which it has to be removed are counted from another day than the first one.
    ends = {"not_after": last, "remove_after": removal if isinstance(removal, date) else None}
    for name, end in ends.items():
        if _is_later(first, end):
            yield f"{name}: {end} comes before not_before, {first}; change one of them"


def _is_later(first: Delay | None, last: Delay | None) -> bool:
    if isinstance(first, date) or isinstance(last, date):
        return isinstance(first, date) and isinstance(last, date) and first > last
    if first is None or last is None:
        return False
    return _hours(first) > _hours(last)


def _hours(delay: int | Hours) -> int:
    return delay.number if isinstance(delay, Hours) else 24 * delay


def never_applies(when: When, earlier: When) -> bool:
    """Whether a rule before it takes every use that a rule is for."""
    texts = ("genre", "section", "marker", "medium")
    return earlier.use in (None, when.use) and all(
        _takes(getattr(earlier, name), getattr(when, name)) for name in texts
    )


def _takes(earlier: Texts, later: Texts) -> bool:
    if not earlier:
        return True
    return bool(later) and {one.casefold() for one in later} <= {one.casefold() for one in earlier}
