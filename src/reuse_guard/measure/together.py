"""Uses added up over several candidates, for limits that hold for all of them together."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from reuse_guard.frozen import frozen
from reuse_guard.policy.limits import Unit

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from reuse_guard.measure.amounts import Amounts


@frozen
class OneUse:
    """One candidate's use of one original.

    Attributes:
        original: what tells the original from others: its address, else its digest.
        amounts: what was copied of it.
        day: when it was used; None when not known.
        is_certain: it is a use that no permission covers; not where what stands in both texts may
            be there by chance, or a permission may cover it.
        is_permitted: a permission covers it, so that it takes nothing of what is free.
    """

    original: str
    amounts: Amounts
    day: date | None
    is_certain: bool = True
    is_permitted: bool = False


@frozen
class Uses:
    """All uses checked together, and which of them is judged.

    What others may do with a permission is not added to what this one does without.

    >>> from reuse_guard.measure.amounts import Amount, Amounts
    >>> sixty = Amounts(words=Amount(60, 500, 60))
    >>> uses = Uses((OneUse("a", sixty, None), OneUse("b", sixty, None)))
    >>> uses.total(Unit.WORDS, days=None), uses.total(Unit.ARTICLES, days=None)
    (120, 2)
    """

    all: tuple[OneUse, ...]
    this: int = 0

    def total(self, unit: Unit, *, days: int | None) -> int | None:
        """The most that was used in any period of so many days with this use in it.

        Of all time for None. None where a day is not known and the period matters.
        """
        real = self._real
        if days is None or len(real) < 2:  # noqa: PLR2004 - one use fits into every period
            return _sum(real, unit)
        if any(use.day is None for use in real):
            return None
        return self._most(real, unit, days)

    def least(self, unit: Unit, *, days: int | None) -> int:
        """The same of those alone that are uses for certain, on days that are known."""
        certain = [use for use in self._real if use.is_certain]
        if days is None or len(certain) < 2:  # noqa: PLR2004 - as above
            return _sum(certain, unit)
        return self._most(certain, unit, days)

    @property
    def _real(self) -> list[OneUse]:
        """This use, and the others of which something was copied without a permission."""
        return [
            use
            for number, use in enumerate(self.all)
            if use.amounts.words.copied and (number == self.this or not use.is_permitted)
        ]

    def _most(self, uses: list[OneUse], unit: Unit, days: int) -> int:
        own, length = self.all[self.this], timedelta(days)
        if own.day is None:
            return _sum([use for use in uses if use is own], unit)
        firsts = [use.day for use in uses if use.day and use.day <= own.day < use.day + length]
        periods = ([use for use in uses if _is_in(use, day, day + length)] for day in firsts)
        return max((_sum(period, unit) for period in periods), default=0)


def _is_in(use: OneUse, first: date, end: date) -> bool:
    return use.day is not None and first <= use.day < end


def _sum(uses: Iterable[OneUse], unit: Unit) -> int:
    if unit is Unit.ARTICLES:
        return len({use.original for use in uses})
    return sum(use.amounts.of(unit).copied for use in uses)
