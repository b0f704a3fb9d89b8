"""Facts that few clauses ask for and that are dear to find."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar, overload

from reuse_guard.frozen import kept

T = TypeVar("T")


class Later(Sequence[T]):
    """Values that are found when they are first asked for.

    >>> found = Later(lambda: [print("looking"), "spaced"])
    >>> len(found), found[1]
    looking
    (2, 'spaced')
    """

    def __init__(self, find: Callable[[], Sequence[T]]) -> None:
        self._find = find

    @kept
    def _found(self) -> Sequence[T]:
        return self._find()

    def __len__(self) -> int:
        return len(self._found)

    @overload
    def __getitem__(self, index: int) -> T: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[T]: ...

    def __getitem__(self, index: int | slice) -> T | Sequence[T]:
        return self._found[index]
