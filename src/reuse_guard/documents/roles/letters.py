"""Letters, digits and marks of many texts, counted all at once.

Asking each letter in Python what it is took a fifth of the time of finding a page's roles; here
each *distinct* letter of the page is asked once, and an array is asked for the rest.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

    Counts = NDArray[np.int64]


class Letters:
    """The letters of some texts.

    >>> letters = Letters(["Oskemen, 1 March", ""])
    >>> letters.count(str.isupper).tolist(), letters.count(str.isalpha, first=4).tolist()
    ([2, 0], [4, 0])
    """

    def __init__(self, texts: Sequence[str]) -> None:
        joined = "\n".join(texts)
        lengths = np.fromiter(map(len, texts), np.int64, len(texts))
        self._stops = np.cumsum(lengths + 1) - 1
        self._starts = self._stops - lengths
        self._codes = np.frombuffer(joined.encode("utf-32-le", "surrogatepass"), np.uint32)
        occurs = np.zeros(int(self._codes.max(initial=0)) + 1, dtype=np.bool_)
        occurs[self._codes] = True
        self._size, self._distinct = len(occurs), np.flatnonzero(occurs).tolist()

    def count(self, holds: Callable[[str], object], *, first: int | None = None) -> Counts:
        """How many letters of each text are of a kind.

        Args:
            holds: tells of a letter whether it is; the same letter gives the same answer.
            first: letters of each text that are looked at, all by default.
        """
        stops = self._stops if first is None else np.minimum(self._stops, self._starts + first)
        return self._sums(self._are(holds), stops)

    def _are(self, holds: Callable[[str], object]) -> NDArray[np.bool_]:
        """For every letter whether it is of a kind."""
        table = np.zeros(self._size, dtype=np.bool_)
        table[[code for code in self._distinct if holds(chr(code))]] = True
        return table[self._codes]

    def _sums(self, marked: NDArray[np.bool_], stops: Counts) -> Counts:
        """How many are marked between the start of each text and its stop."""
        sums = np.zeros(len(marked) + 1, dtype=np.int64)
        np.cumsum(marked, out=sums[1:])
        counts: Counts = sums[stops] - sums[self._starts]
        return counts
