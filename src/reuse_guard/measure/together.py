"""Uses added up over several candidates, for limits that hold for all of them together."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from reuse_guard.policy.limits import Unit

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from reuse_guard.measure.amounts import Amounts


@dataclass(frozen=True, slots=True)
class OneUse:
    """One candidate's use of one original.

    Attributes:
        original: what tells the original from others: its address, else its digest.
        amounts: what was copied of it.
        day: when it was used; None when not known.
        is_certain: it is a use; not where what stands in both texts may be there by chance.
    """

    original: str
    amounts: Amounts
    day: date | None
    is_certain: bool = True


@dataclass(frozen=True, slots=True)
class Uses:
    """All uses checked together, this one among them.

    >>> from reuse_guard.measure.amounts import Amount, Amounts
    >>> sixty = Amounts(words=Amount(60, 500, 60))
    >>> uses = Uses((OneUse("a", sixty, None), OneUse("b", sixty, None)))
    >>> uses.total(Unit.WORDS, days=None), uses.total(Unit.ARTICLES, days=None)
    (120, 2)
    """

    all: tuple[OneUse, ...]

    @property
    def certain(self) -> Uses:
        """Those of them that are uses for certain."""
        return Uses(tuple(use for use in self.all if use.is_certain))

    def total(self, unit: Unit, *, days: int | None) -> int | None:
        """The most that was used in any period of so many days; of all time for None.

        None where a day is not known and the period matters.
        """
        real = [use for use in self.all if use.amounts.words.copied]
        if days is None or len(real) < 2:  # noqa: PLR2004 - one use fits into every period
            return _sum(real, unit)
        dated = [(use.day, use) for use in real if use.day is not None]
        if len(dated) < len(real):
            return None
        return max(
            _sum([use for day, use in dated if first <= day < first + timedelta(days)], unit)
            for first, _ in dated
        )


def _sum(uses: Iterable[OneUse], unit: Unit) -> int:
    if unit is Unit.ARTICLES:
        return len({use.original for use in uses})
    return sum(use.amounts.of(unit).copied for use in uses)
