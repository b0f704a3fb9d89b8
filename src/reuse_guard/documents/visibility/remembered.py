"""What is found in a short text, kept for the next time: pages of one site share their styles."""

from __future__ import annotations

from functools import lru_cache, wraps
from typing import TYPE_CHECKING, Final, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

_T = TypeVar("_T")

_LONGEST: Final = 400  # characters; longer texts are rare, and must not fill the memory
_MOST: Final = 4096


def remembered(find: Callable[[str], _T]) -> Callable[[str], _T]:
    """Keep what a function finds in texts, which must be all that it depends on."""
    known = lru_cache(maxsize=_MOST)(find)
    last = lru_cache(maxsize=1)(find)  # one style is asked for several times in a row

    @wraps(find)
    def found(text: str) -> _T:
        return last(text) if len(text) > _LONGEST else known(text)

    return found
