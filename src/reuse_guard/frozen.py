"""Frozen dataclasses by the hundred."""

from __future__ import annotations

from dataclasses import field, fields, make_dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable


def maker_of(frozen: type[Any]) -> Callable[..., Any]:
    """A faster way to make values of a frozen dataclass with slots: call what this gives instead.

    A frozen class fills each of its fields past its own ban on filling them, which takes three
    times as long as filling those of a class that is not frozen. So it is one of these that is
    filled, and then becomes one of the other class, which has the same slots.

    >>> from dataclasses import dataclass
    >>> @dataclass(frozen=True, slots=True)
    ... class Place:
    ...     line: int
    ...     column: int = 1
    >>> maker_of(Place)(3) == Place(3)
    True
    """

    def freeze(self: object) -> None:
        self.__class__ = frozen

    every = [(one.name, Any, field(default=one.default)) for one in fields(frozen)]
    return make_dataclass(
        f"_{frozen.__name__}", every, slots=True, namespace={"__post_init__": freeze}
    )
