"""Regular expressions that are compiled when they are first used."""

from __future__ import annotations

import re
from typing import Any, AnyStr, Generic, cast

_ASKED = ("search", "match", "fullmatch", "finditer", "findall", "split", "sub", "subn")


class _Expression(Generic[AnyStr]):
    """Stands for a compiled expression, and keeps its methods once one is asked for."""

    def __init__(self, pattern: AnyStr, flags: int) -> None:
        self.pattern: AnyStr = pattern
        self._flags = flags

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever a compiled one has
        compiled = re.compile(self.pattern, self._flags)
        self.__dict__.update((asked, getattr(compiled, asked)) for asked in _ASKED)
        return getattr(compiled, name)

    def __reduce__(self) -> tuple[Any, ...]:
        return expression, (self.pattern, self._flags)


def expression(pattern: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    r"""A regular expression as `re.compile` makes it, compiled when it is first used.

    The modules hold some six hundred expressions, and compiling them all took a quarter of the
    time to import `check`; the check of one pair of pages uses fewer than half of them.

    Args:
        pattern: What `re.compile` takes.
        flags: As there.

    Returns:
        What has the methods of a compiled expression. The functions of `re` itself do not take
        it. A mistake in the pattern is told as `re.error` when it is first used.

    >>> number = expression(r"\d+")
    >>> number.findall("30 of 100 words")
    ['30', '100']
    """
    return cast("re.Pattern[AnyStr]", _Expression(pattern, flags))
